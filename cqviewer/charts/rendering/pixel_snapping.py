"""A renderer that snaps to pixels, for screens of more or less than one pixel a px.

A px of 1.5 pixels puts most edges in the middle of a pixel, which is then grey. If each edge were
rounded alone, equal squares would become 9 and 10 pixels wide; so whole shapes are moved.
"""

import math

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path
from matplotlib.transforms import IdentityTransform, Transform
from matplotlib.typing import ColorType
from numpy.typing import NDArray

from cqviewer.charts.drawing import DPI

Numbers = NDArray[np.float64]
Codes = NDArray[np.uint8]

_POINTS = 72  # in an inch
_NEARLY = 1e-4  # pixels that sums of fractions may be off


class SnappingRenderer(RendererAgg):
    """Draws boxes, frames, cells and straight lines on whole pixels, and all else unchanged."""

    def __init__(self, width: int, height: int, ratio: float) -> None:
        """Begin an empty picture of a size in pixels, of which a px has `ratio`."""
        super().__init__(width, height, DPI * ratio)  # type: ignore[no-untyped-call]
        self._ratio = ratio

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803 - matplotlib's name
    ) -> None:
        """Draw a path, moved onto pixels if its sides are upright and level."""
        points = np.asarray(transform.transform(path.vertices), dtype=np.float64)
        points[:, 1] = self.height - points[:, 1]  # downwards, as pixels are counted
        stroke = float(gc.get_linewidth()) / _POINTS * DPI * self._ratio
        thick = self._thickness(stroke) if stroke else 0.0
        codes = None if path.codes is None else np.asarray(path.codes)
        moved = self._moved(points, codes, stroke, thick)
        if moved is None:
            super().draw_path(gc, path, transform, rgbFace)  # type: ignore[no-untyped-call]
            return
        moved[:, 1] = self.height - moved[:, 1]
        snapped = self.new_gc()
        snapped.copy_properties(gc)
        snapped.set_linewidth(thick * _POINTS / (DPI * self._ratio))
        snapped.set_snap(False)
        placed = Path(moved, path.codes)
        super().draw_path(snapped, placed, IdentityTransform(), rgbFace)  # type: ignore[no-untyped-call]
        snapped.restore()

    def _moved(
        self, points: Numbers, codes: Codes | None, stroke: float, thick: float
    ) -> Numbers | None:
        """Return the points on pixels; None if there are other than upright and level sides."""
        if codes is None:
            return _moved_line(points, stroke, thick)
        if codes[-1] != Path.CLOSEPOLY:
            return None
        if (codes == Path.CURVE3).any():  # a cell with rounded corners
            return self._moved_box(points, stroke, thick)
        if len(points) % 5:
            return None
        if len(points) == 5:
            return self._moved_box(points, stroke, thick)
        return self._moved_boxes(points.reshape(-1, 5, 2)).reshape(-1, 2)

    def _thickness(self, width: float) -> float:
        """Return the pixels of a line's width: for a hairline those of a px, rounded down."""
        is_hair = width <= self._ratio + _NEARLY
        return max(1.0, math.floor(self._ratio if is_hair else width + 0.5))

    def _moved_box(self, points: Numbers, stroke: float, thick: float) -> Numbers:
        """Move a box, with its stroke if it has one, and what is inside along with it."""
        low, high = points.min(axis=0), points.max(axis=0)
        size = high - low
        start = _rounded(low - stroke / 2)
        # A size in whole px is the design's, and the same for all that have it. Any other is
        # measured by a value: both its ends count.
        wanted = size + stroke
        in_px = wanted / self._ratio
        is_designed = np.abs(in_px - np.round(in_px)) < _NEARLY
        end = np.where(is_designed, start + _rounded(wanted), _rounded(high + stroke / 2))
        hair = max(1.0, math.floor(self._ratio))
        extent = np.where(in_px <= 1 + _NEARLY, hair, np.maximum(1.0, end - start)) - thick
        shares = (points - low) / np.where(size > 0, size, 1.0)
        moved: Numbers = start + thick / 2 + shares * np.maximum(extent, 0.0)
        return moved

    def _moved_boxes(self, boxes: Numbers) -> Numbers:
        """Move boxes that are filled together; those of one size stay so, as do their frames."""
        low, high = boxes.min(axis=1), boxes.max(axis=1)
        start, size = _rounded(low), np.maximum(1.0, _rounded(high - low))
        if _is_turned(boxes[1]) != _is_turned(boxes[0]):  # the inner side of a frame, each second
            border = self._thickness(float(low[1, 0] - low[0, 0]))
            start[1::2] = start[::2] + border
            size[1::2] = np.maximum(0.0, size[::2] - 2 * border)
        shares = (boxes - low[:, None]) / np.maximum(high - low, _NEARLY)[:, None]
        moved: Numbers = start[:, None] + shares * size[:, None]
        return moved


def _rounded(values: Numbers) -> Numbers:
    """Round halves up, so that what is equally far apart is so rounded."""
    return np.floor(values + 0.5 + _NEARLY)


def _is_turned(box: Numbers) -> bool:
    """Return whether the corners of a box go round the other way."""
    (x1, y1), (x2, y2), (x3, y3) = box[:3]
    return bool((x2 - x1) * (y3 - y2) - (y2 - y1) * (x3 - x2) < 0)


def _moved_line(points: Numbers, stroke: float, thick: float) -> Numbers | None:
    """Move a line all of whose parts are upright or level; None if some are not."""
    steps = np.diff(points, axis=0)
    is_part = ~np.isnan(steps).any(axis=1)
    is_still = np.abs(steps) < _NEARLY  # along x, along y
    if not is_part.any() or not is_still[is_part].any(axis=1).all():
        return None
    moved = _rounded(points)
    for axis in (0, 1):
        is_side = np.zeros(len(points), dtype=bool)
        sides = is_part & is_still[:, axis]
        is_side[:-1] |= sides
        is_side[1:] |= sides
        if is_side.any():
            moved[is_side, axis] = _moved_sides(points[is_side, axis], stroke, thick)
    return moved


def _moved_sides(places: Numbers, stroke: float, thick: float) -> Numbers:
    """Return the middles of parallel sides; the outermost ones keep their outer edges."""
    low, high = min(places), max(places)
    middles = _rounded(places) + thick % 2 / 2
    if high - low > stroke:
        first, last = _rounded(low - stroke / 2), _rounded(high + stroke / 2)
        middles = np.where(places < low + _NEARLY, first + thick / 2, middles)
        middles = np.where(places > high - _NEARLY, last - thick / 2, middles)
    return middles
