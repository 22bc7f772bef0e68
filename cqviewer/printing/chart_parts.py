"""Cutting a drawing that is too tall for a page into parts, between its rows.

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

from cqviewer.charts.drawing import DPI, Drawing, Mark
from cqviewer.charts.plot import SHAPES

_PX = 4 / 3  # in a point
_DEEP = 0.3  # of its size that a text reaches below its baseline
_TOUCH = 0.5  # px by which neighbours may overlap
_GAP = 6.5  # px between rows of one figure's squares
_LEAST = 0.15  # of a whole part, where the last one can be as high


class _Piece(NamedTuple):
    """An artist, or a closed shape of it, that is not cut: its top and bottom in px."""

    top: float
    bottom: float


def split_drawing(
    drawing: Drawing, tallest: float, starts: Iterable[str], head: float = 0.0
) -> list[Drawing]:
    """Cut a drawing into parts of at most `tallest` px; whole where that cannot be done.

    It is cut above the figures or goals with the ids `starts`, or else between marks, or between
    rows of squares. What stands in the uppermost `head` px is repeated in each part.
    """
    pieces = {artist: _pieces(artist) for artist in drawing.artists}
    solid = [one for artist in pieces if not _is_upright(artist) for one in pieces[artist]]
    marked = [_Piece(mark.y, mark.y + mark.height) for mark in drawing.marks]
    free: set[float] = set()
    for places, whole in (
        (_tops(drawing, pieces, set(starts)), [*solid, *marked]),
        ((one.top for one in marked), [*solid, *marked]),
        (_gaps(solid), solid),
    ):
        free |= {y for y in places if y > head and not _is_crossed(y, whole)}
        cuts = _cuts(sorted(free), head, drawing.height, tallest)
        if cuts:
            spans = itertools.pairwise([head, *cuts, float(drawing.height)])
            return [_part(drawing, pieces, head, *span) for span in spans]
    return [drawing]


def _is_upright(artist: Artist) -> bool:
    """Tell whether an artist is a line straight down, which may be cut anywhere."""
    if not isinstance(artist, Line2D):
        return False
    xs = [x for x, _ in _corners(artist.get_path())]
    return len(xs) > 1 and len(set(xs)) == 1


def _pieces(artist: Artist) -> list[_Piece]:
    """Give the extent of an artist, or of each closed shape of a path."""
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
    return [_Piece(-math.inf, math.inf)]  # of something else it is not known: nothing is cut


def _corners(path: Path) -> list[tuple[float, float]]:
    vertices: Any = path.vertices  # an array of two columns, whatever its hint allows
    return [(float(x), float(y)) for x, y in vertices]


def _codes(path: Path) -> list[int]:
    codes: Any = path.codes  # likewise an array, or None
    return [] if codes is None else [int(one) for one in codes]


def _shapes(path: Path) -> list[slice]:
    """Tell which corners of a path belong to each of its shapes."""
    starts = [at for at, code in enumerate(_codes(path)) if code == Path.MOVETO] or [0]
    return [slice(*span) for span in itertools.zip_longest(starts, starts[1:])]


def _reach(corners: list[tuple[float, float]], more: float = 0.0) -> _Piece:
    known = [y for _, y in corners if math.isfinite(y)] or [0.0]
    return _Piece(min(known) - more, max(known) + more)


def _tops(
    drawing: Drawing, pieces: dict[Artist, list[_Piece]], starts: set[str]
) -> Iterator[float]:
    """Give the heights at which figures or goals begin."""
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
    """Give the heights above which there is a gap across the whole drawing."""
    lowest = math.inf
    for top, bottom in sorted(solid):
        if top - lowest >= _GAP:
            yield top
        lowest = bottom if lowest == math.inf else max(lowest, bottom)


def _is_crossed(y: float, solid: list[_Piece]) -> bool:
    return any(top < y - _TOUCH and bottom > y + _TOUCH for top, bottom in solid)


def _cuts(free: list[float], head: float, height: float, tallest: float) -> list[float]:
    """Choose cuts that make parts as tall as may be; none where a part would be taller."""
    cuts: list[float] = []
    start = head
    while height - start > tallest - head:
        fitting = [y for y in free if start < y <= start + tallest - head]
        if not fitting:
            return []
        start = fitting[-1]
        cuts.append(start)
    before = cuts[-2] if len(cuts) > 1 else head
    # A last part of a row or two would look lost on its page.
    high_enough = [y for y in free if before < y <= height - _LEAST * tallest]
    if cuts and high_enough:
        cuts[-1] = min(cuts[-1], high_enough[-1])
    return cuts


def _part(
    drawing: Drawing,
    pieces: dict[Artist, list[_Piece]],
    head: float,
    top: float,
    bottom: float,
) -> Drawing:
    """Make a drawing of what stands between two heights, under the head."""
    artists: list[Artist] = []
    for artist, extents in pieces.items():
        if all(extent.bottom <= head + _TOUCH for extent in extents) and head:
            artists.append(_moved(artist, top - head))
        elif shown := _between(artist, extents, top, bottom):
            artists.append(shown)
    height = math.ceil(head + bottom - top)
    layout = drawing.layout.frozen()
    layout.translate(0.0, (top - head + height - drawing.height) / DPI)
    marks = tuple(
        _clipped(mark, top, bottom, head)
        for mark in drawing.marks
        if mark.y < bottom - _TOUCH and mark.y + mark.height > top + _TOUCH
    )
    return Drawing(tuple(artists), layout, drawing.width, height, marks)


def _moved(artist: Artist, distance: float) -> Artist:
    """Give a copy of a line of text or a rectangle further down."""
    moved = copy.copy(artist)
    if isinstance(moved, Text | Rectangle):
        y = moved.get_position()[1] if isinstance(moved, Text) else moved.get_y()
        moved.set_y(y + distance)
    return moved


def _between(artist: Artist, extents: list[_Piece], top: float, bottom: float) -> Artist | None:
    """Give what of an artist stands between two heights: all, some shapes or a length of it."""
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


def _clipped(mark: Mark, top: float, bottom: float, head: float) -> Mark:
    """Give what of a mark is between two heights, where it stands in the part under its head."""
    start, end = max(mark.y, top), min(mark.y + mark.height, bottom)
    return msgspec.structs.replace(mark, y=start - top + head, height=end - start)
