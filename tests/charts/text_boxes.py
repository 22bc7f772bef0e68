"""Where the artists of a drawn chart stand, for tests of sizes, overlaps and clipping."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from cqviewer.charts.drawing import DPI, Drawing
from cqviewer.charts.style import styled


def tagged(drawing: Drawing, tag: str) -> list[Artist]:
    """Return the artists of a tag, or of all tags that begin with it where it ends with a colon."""
    is_family = tag.endswith(":")
    return [
        one
        for one in drawing.artists
        if (gid := one.get_gid()) and (gid.startswith(tag) if is_family else gid == tag)
    ]


def points(drawing: Drawing, tag: str) -> list[tuple[float, float]]:
    """Return the points of the one line of a tag, in the layout's px."""
    (line,) = tagged(drawing, tag)
    assert isinstance(line, Line2D)
    return _points(line)


def lines(drawing: Drawing, tag: str) -> list[list[tuple[float, float]]]:
    """Return the points of each line of a tag, in the layout's px; a mark has one point."""
    return [_points(one) for one in tagged(drawing, tag) if isinstance(one, Line2D)]


def _points(line: Line2D) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(line.get_xydata(), dtype=float)]


def label(drawing: Drawing, tag: str) -> Text:
    """Return the one text of a tag."""
    (text,) = tagged(drawing, tag)
    assert isinstance(text, Text)
    return text


def size(text: Text) -> float:
    """Return a text's size in px."""
    return round(float(text.get_fontsize()) / 0.75, 6)


def text_of(drawing: Drawing, tag: str) -> str:
    """Return the text of a tag, its lines joined."""
    return " ".join(one.get_text() for one in tagged(drawing, tag) if isinstance(one, Text))


def texts(drawing: Drawing) -> list[str]:
    """Return all texts of a chart."""
    return [one.get_text() for one in drawing.artists if isinstance(one, Text)]


def boxes(drawing: Drawing, tag: str) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of each rectangle of a tag, in the layout's px."""
    found = []
    for artist in tagged(drawing, tag):
        assert isinstance(artist, Patch)
        path = artist.get_path().transformed(artist.get_patch_transform())
        for corners in np.asarray(path.vertices).reshape(-1, 5, 2):
            (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
            found.append((float(left), float(top), float(right), float(bottom)))
    return found


def placed_texts(drawing: Drawing) -> list[tuple[str, Bbox]]:
    """Return all texts with the boxes of their ink, in px of the layout, y downwards."""
    with styled():
        canvas = FigureCanvasAgg(drawing.on_figure())
        renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
        return [
            (one.get_text(), _ink(one, renderer, bleed(drawing)))
            for one in drawing.artists
            if isinstance(one, Text) and one.get_text().strip()
        ]


def bleed(drawing: Drawing) -> int:
    """Return the px by which a chart is wider than its content on either side."""
    return round(float(drawing.layout.transform((0.0, 0.0))[0]) * DPI)


def _ink(text: Text, renderer: RendererAgg, left: int) -> Bbox:
    """Take a text's box without the leading that the font keeps above and below it."""
    box = text.get_window_extent(renderer)
    size = float(text.get_fontsize()) / 0.75
    baseline = text.get_position()[1]
    return Bbox(
        [
            [box.x0 - left, baseline - 0.72 * size],
            [box.x1 - left, baseline + 0.22 * size],
        ]
    )


def clashes(drawing: Drawing) -> list[str | tuple[str, str]]:
    """Name the texts that leave the picture or run into a mark, and the pairs that meet."""
    placed = placed_texts(drawing)
    right = drawing.width - 2 * bleed(drawing) + 1
    solid = [*boxes(drawing, "bar:"), *boxes(drawing, "squares:"), *rules(drawing)]
    clipped = [
        text
        for text, box in placed
        if box.x0 < -1 or box.x1 > right or box.y0 < -1 or box.y1 > drawing.height + 1
    ]
    covered = [text for text, box in placed if any(_meet(box.extents, one) for one in solid)]
    overlapping = [
        (first, second)
        for (first, one), (second, other) in combinations(placed, 2)
        if _meet(one.extents, other.extents)
    ]
    return [*clipped, *covered, *overlapping]


def rules(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of each rule of an axis, in the layout's px."""
    found = []
    for artist in (
        one for tag in ("rule", "zero", "foot", "break") for one in tagged(drawing, tag)
    ):
        if isinstance(artist, Line2D):
            xs, ys = np.asarray(artist.get_xydata(), dtype=float).T
            found.append((xs.min() - 0.5, ys.min() - 0.5, xs.max() + 0.5, ys.max() + 0.5))
        else:
            assert isinstance(artist, Patch)
            box = artist.get_path().get_extents(artist.get_patch_transform())
            found.append((box.x0, box.y0, box.x1, box.y1))
    return found


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 0.5
        and min(one[3], other[3]) - max(one[1], other[1]) > 0.5
    )
