"""The shapes that a chart is made of, laid out in px; text and what can be pointed at come on top.

There are no axes: their ticks and spines, which no chart here has, would take a third of the time.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path

from cqviewer.charts.drawing import DASHES, SHAPES, Box, DrawOptions

Sample = Literal["provisional", "break", "band", "whisker", "bound", "cap"]

_POINT = 0.75  # points in a px
_FRAME = 2  # px


class Shapes:
    """Collects rectangles, lines, curves and dots."""

    def __init__(self, options: DrawOptions) -> None:
        """Begin with nothing."""
        self.options = options
        self.theme = options.theme
        self._artists: list[Artist] = []
        self.samples: set[Sample] = set()
        """What was drawn that the key has to explain by a sample."""

    def px(self, length: float) -> int:
        """Scale a length of the design to whole px, at least one."""
        return max(1, round(length * self.options.zoom))

    def stroke(self, width: float) -> float:
        """Scale a line's width in px of the design to points."""
        return width * self.options.zoom * _POINT

    def is_framed(self, color: str) -> bool:
        """Return whether a frame stands for a colour: for tints, where the theme has none."""
        return self.theme.is_high_contrast and color == self.theme.tint

    def box(self, box: Box, color: str, *, is_hollow: bool = False, tag: str | None = None) -> None:
        """Fill a rectangle, or draw it dashed and hollow; a tint may be a frame (`is_framed`)."""
        x, y, width, height = box
        face, edge, thick, inset = color, "none", 0.0, 0.0
        if is_framed := self.is_framed(color):
            face, edge, thick, inset = "none", self.theme.accent, self.stroke(_FRAME), 1.0
        elif is_hollow:
            face, edge, thick = "none", color, self.stroke(1.5)
            inset = min(0.75, width / 2, height / 2)
        patch = Rectangle(
            (x + inset, y + inset),
            width - 2 * inset,
            height - 2 * inset,
            facecolor=face,
            edgecolor=edge,
            linewidth=thick,
            linestyle=DASHES if is_hollow and not is_framed else "solid",
        )
        self._add(patch, tag)

    def cell(
        self, box: Box, color: str, *, is_hollow: bool = False, tag: str | None = None
    ) -> None:
        """Draw a cell with rounded corners: filled, or dashed and empty; a tint may be a frame."""
        x, y, width, height = box
        is_framed = self.is_framed(color)
        has_edge = is_hollow or is_framed
        inset = 0.5 if has_edge else 0.0
        radius = min(self.px(3), width / 3, height / 3)
        patch = FancyBboxPatch(
            (x + inset, y + inset),
            width - 2 * inset,
            height - 2 * inset,
            boxstyle=f"round,pad=0,rounding_size={radius}",
            facecolor="none" if has_edge else color,
            edgecolor=self.theme.ink if is_framed else color if is_hollow else "none",
            linewidth=self.stroke(1) if has_edge else 0,
            linestyle=DASHES if is_hollow else "solid",
            mutation_aspect=1,
        )
        self._add(patch, tag)

    def boxes(self, boxes: Iterable[Box], color: str, *, tag: str | None = None) -> None:
        """Fill many rectangles of one colour as a single path."""
        self._fill([_corners(*one) for one in boxes], color, tag)

    def frames(self, boxes: Iterable[Box], color: str, *, tag: str | None = None) -> None:
        """Draw many hollow rectangles, 1 px thick, as a single path."""
        corners, edge = [], self.px(1)
        for x, y, w, h in boxes:
            inner = _corners(x + edge, y + edge, w - 2 * edge, h - 2 * edge)
            corners += [_corners(x, y, w, h), inner[::-1]]
        self._fill(corners, color, tag)

    def _fill(
        self, corners: Sequence[Sequence[tuple[float, float]]], color: str, tag: str | None
    ) -> None:
        if not corners:
            return
        codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY] * len(corners)
        path = Path([corner for square in corners for corner in square], codes)
        patch = PathPatch(path, facecolor=color, edgecolor="none", linewidth=0)
        patch.set_snap(False)  # corner by corner it would turn equal squares unequal
        self._add(patch, tag)

    def polygon(
        self, corners: Sequence[tuple[float, float]], color: str, *, tag: str | None = None
    ) -> None:
        """Fill the shape between some corners."""
        codes = [Path.MOVETO, *[Path.LINETO] * (len(corners) - 1), Path.CLOSEPOLY]
        path = Path([*corners, corners[0]], codes)
        self._add(PathPatch(path, facecolor=color, edgecolor="none", linewidth=0), tag)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        color: str,
        *,
        width: float = 1.0,
        dashes: tuple[int, tuple[float, ...]] | None = None,
        tag: str | None = None,
    ) -> None:
        """Draw a line of a width in px; NaN leaves a gap."""
        artist = Line2D(
            xs,
            ys,
            color=color,
            linewidth=self.stroke(width),
            linestyle=dashes or "solid",
            solid_capstyle="butt",
            dash_capstyle="butt",
            solid_joinstyle="round",
        )
        self._add(artist, tag)

    def curve(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        color: str,
        *,
        width: float = 1.0,
        is_dashed: bool = False,
        tag: str | None = None,
    ) -> None:
        """Draw a curve that leaves and arrives level."""
        (x1, y1), (x2, y2) = start, end
        middle = (x1 + x2) / 2
        path = Path(
            [(x1, y1), (middle, y1), (middle, y2), (x2, y2)],
            [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
        )
        patch = PathPatch(
            path,
            facecolor="none",
            edgecolor=color,
            linewidth=self.stroke(width),
            linestyle=DASHES if is_dashed else "solid",
            capstyle="butt",
        )
        self._add(patch, tag)

    def dot(
        self,
        x: float,
        y: float,
        diameter: float,
        color: str,
        *,
        is_hollow: bool = False,
        is_half: bool = False,
        edge: float | None = None,
        shape: str = SHAPES[0],
        ground: str | None = None,
        tag: str | None = None,
    ) -> None:
        """Draw a dot, a ring or a dot whose lower half alone is full; diameter and edge in px.

        What is not full has the colour of its ground, by default the page's.
        """
        ground = ground or self.theme.page
        if is_half:
            self.samples.add("provisional")
        if self.is_framed(color):
            color, is_hollow = self.theme.accent, True
        width = edge * self.options.zoom if edge else min(2.5 * self.options.zoom, diameter / 5)
        width = max(1.0, width) if is_hollow or is_half else 0.0
        artist = Line2D(
            [x],
            [y],
            linestyle="none",
            marker=shape,
            markersize=(diameter - width) * _POINT,
            fillstyle="bottom" if is_half else "full",
            markerfacecolor=ground if is_hollow else color,
            markerfacecoloralt=ground,
            markeredgecolor=color,
            markeredgewidth=width * _POINT,
        )
        self._add(artist, tag)

    def _add(self, artist: Artist, tag: str | None) -> None:
        if tag:
            artist.set_gid(tag)
        artist.set_clip_on(False)
        self._artists.append(artist)


def _corners(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    """Return the corners of a rectangle, the first one also at the end."""
    right, bottom = x + width, y + height
    return [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]
