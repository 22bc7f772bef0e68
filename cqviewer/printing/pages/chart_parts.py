"""Cutting a drawing that is too tall for a page into strips, between its rows.

The parts have the drawing's own artists, so scale, columns and axis are the same in all of them.
"""

import copy
import itertools
import math
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text

from cqviewer.charts.drawing import DPI, SHAPES, Drawing, Mark

_PX = 4 / 3  # in a point
_DEEP = 0.3  # of its size that a text reaches below its baseline
_TOUCH = 0.5  # px by which neighbours may overlap
_GAP = 6.5  # px between rows of one figure's squares


class _Piece(NamedTuple):
    """An artist, or a closed shape of it, that is not cut: its top and bottom in px."""

    top: float
    bottom: float


def split_drawing(
    drawing: Drawing, tallest: float, least: float, starts: Iterable[str], head: float = 0.0
) -> list[Drawing]:
    """Return a drawing in strips of `least` to `tallest` px; whole where that cannot be done.

    It is cut above the figures or goals with the ids `starts`. Only what is taller than `tallest`
    is cut between marks as well, or else between rows of squares. The uppermost `head` px stay
    with what is below them.
    """
    pieces = {artist: _pieces(artist) for artist in drawing.artists}
    solid = [one for artist in pieces if not _is_upright(artist) for one in pieces[artist]]
    marked = [_Piece(mark.y, mark.y + mark.height) for mark in drawing.marks]
    spans = [(0.0, float(drawing.height))]
    for places, whole in (
        (_tops(drawing, pieces, set(starts)), [*solid, *marked]),
        ((one.top for one in marked), [*solid, *marked]),
        (_gaps(solid), solid),
    ):
        # Whole px, so that an axis goes on from strip to strip without a gap.
        heights = sorted({float(math.floor(y)) for y in places if y > head})
        free = [y for y in heights if not _is_crossed(y, whole)]
        spans = [part for span in spans for part in _cut(*span, free, least, tallest)]
    if any(bottom - top > tallest for top, bottom in spans):
        return [drawing]
    return [_part(drawing, pieces, top, bottom) for top, bottom in spans]


def top_of(drawing: Drawing, head: float) -> Drawing:
    """Return a copy of the uppermost `head` px of a drawing: the heads of its columns."""
    pieces = {copy.copy(one): _pieces(one) for one in drawing.artists}  # one can be drawn but once
    return _part(drawing, pieces, 0.0, math.floor(head))


def _cut(
    top: float, bottom: float, free: list[float], least: float, tallest: float
) -> list[tuple[float, float]]:
    """Return a span in parts of `least` px or more where it is higher than `tallest`."""
    cuts = [top]
    for y in free:
        if bottom - top > tallest and y - cuts[-1] >= least and bottom - y >= least:
            cuts.append(y)
    return list(itertools.pairwise([*cuts, bottom]))


def _is_upright(artist: Artist) -> bool:
    """Return whether an artist is a line straight down, which may be cut anywhere."""
    if not isinstance(artist, Line2D):
        return False
    xs = [x for x, _ in _corners(artist.get_path())]
    return len(xs) > 1 and len(set(xs)) == 1


def _pieces(artist: Artist) -> list[_Piece]:
    """Return the extent of an artist, or of each closed shape of a path."""
    if isinstance(artist, PathPatch):
        corners = _corners(artist.get_path())
        return [_reach(corners[run]) for run in _shapes(artist.get_path())]
    if isinstance(artist, Text):
        baseline = artist.get_position()[1]
        size = artist.get_fontproperties().get_size_in_points() * _PX
        return [_Piece(baseline - size, baseline + _DEEP * size)]
    if isinstance(artist, Rectangle | FancyBboxPatch):
        return [_Piece(artist.get_y(), artist.get_y() + artist.get_height())]
    if isinstance(artist, Line2D):
        dot = artist.get_markersize() * _PX / 2 if artist.get_marker() in list(SHAPES) else 0.0
        return [_reach(_corners(artist.get_path()), dot)]
    return [_Piece(-math.inf, math.inf)]  # the extent is not known, so nothing is cut


def _corners(path: Path) -> list[tuple[float, float]]:
    vertices: Any = path.vertices  # an array of two columns, whatever its hint allows
    return [(float(x), float(y)) for x, y in vertices]


def _codes(path: Path) -> list[int]:
    codes: Any = path.codes  # likewise an array, or None
    return [] if codes is None else [int(one) for one in codes]


def _shapes(path: Path) -> list[slice]:
    """Return which corners of a path belong to each of its shapes."""
    starts = [at for at, code in enumerate(_codes(path)) if code == Path.MOVETO] or [0]
    return [slice(*span) for span in itertools.zip_longest(starts, starts[1:])]


def _reach(corners: list[tuple[float, float]], more: float = 0.0) -> _Piece:
    known = [y for _, y in corners if math.isfinite(y)] or [0.0]
    return _Piece(min(known) - more, max(known) + more)


def _tops(
    drawing: Drawing, pieces: dict[Artist, list[_Piece]], starts: set[str]
) -> Iterator[float]:
    """Return the heights at which figures or goals begin."""
    tops = {
        one: [mark.y for mark in drawing.marks if mark.figure == one]
        for one in starts.intersection(mark.figure for mark in drawing.marks)
    }
    for artist, extents in pieces.items():
        for one in str(artist.get_gid() or "").split(":")[1:]:
            if one in tops:
                tops[one] += (extent.top for extent in extents)
    return (min(one) for one in tops.values())


def _gaps(solid: list[_Piece]) -> Iterator[float]:
    """Yield the heights above which there is a gap across the whole drawing."""
    lowest = math.inf
    for top, bottom in sorted(solid):
        if top - lowest >= _GAP:
            yield top
        lowest = bottom if lowest == math.inf else max(lowest, bottom)


def _is_crossed(y: float, solid: list[_Piece]) -> bool:
    return any(top < y - _TOUCH and bottom > y + _TOUCH for top, bottom in solid)


def _part(
    drawing: Drawing, pieces: dict[Artist, list[_Piece]], top: float, bottom: float
) -> Drawing:
    """Return a drawing of what stands between two heights."""
    shown = (_between(artist, extents, top, bottom) for artist, extents in pieces.items())
    artists = tuple(one for one in shown if one)
    height = math.ceil(bottom - top)
    layout = drawing.layout.frozen()
    layout.translate(0.0, (top + height - drawing.height) / DPI)
    marks = tuple(
        _clipped(mark, top, bottom)
        for mark in drawing.marks
        if mark.y < bottom - _TOUCH and mark.y + mark.height > top + _TOUCH
    )
    return Drawing(artists, layout, drawing.width, height, marks)


def _between(artist: Artist, extents: list[_Piece], top: float, bottom: float) -> Artist | None:
    """Return what of an artist stands between two heights: all, some shapes or a length of it."""
    if isinstance(artist, Line2D) and _is_upright(artist):
        low, high = max(extents[0].top, top), min(extents[0].bottom, bottom)
        line = copy.copy(artist)
        line.set_ydata([low, high])
        return line if low < high else None
    inside = [top <= (extent.top + extent.bottom) / 2 < bottom for extent in extents]
    if not any(inside):
        return None
    if all(inside) or not isinstance(artist, PathPatch):
        return artist
    path, patch = artist.get_path(), copy.copy(artist)
    corners, codes = _corners(path), _codes(path)
    runs = [run for run, is_in in zip(_shapes(path), inside, strict=True) if is_in]
    patch.set_path(
        Path([one for run in runs for one in corners[run]], [x for run in runs for x in codes[run]])
    )
    return patch


def _clipped(mark: Mark, top: float, bottom: float) -> Mark:
    """Return what of a mark is between two heights, where it stands in that part."""
    start, end = max(mark.y, top), min(mark.y + mark.height, bottom)
    return msgspec.structs.replace(mark, y=start - top, height=end - start)
