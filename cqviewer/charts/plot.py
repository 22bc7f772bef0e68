"""What every kind of chart draws on: text, rectangles, lines and dots laid out in px.

x runs from -8 to the content's width + 8, both times the zoom, y downwards from 0. There are
no axes: their ticks and spines, which no chart here has, would take a third of the time.
"""

from collections.abc import Iterable, Sequence

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from cqviewer.charts.drawing import (
    BLEED,
    DASHES,
    DPI,
    SHAPES,
    Align,
    Box,
    Drawing,
    DrawOptions,
    Mark,
)
from cqviewer.charts.label import Label
from cqviewer.charts.style import Weight, clean, properties, shorten, text_width, told_apart, wrap
from cqviewer.model.facts import Indicator
from cqviewer.model.text import is_chinese
from cqviewer.model.wording.wording import Wording

NUMBER, BODY, SMALL = 14, 13, 12  # px: a value that stands on a mark, other text, captions
_BASELINE = 0.357  # of the size, from the middle of a line down to its baseline
_POINT = 0.75  # points in a px
_FRAME = 2  # px


class Plot:
    """Collects the artists and marks of one chart and makes its drawing."""

    def __init__(self, options: DrawOptions, wording: Wording | None = None) -> None:
        """Begin with nothing, to be worded in the sheet's words or those of the language."""
        self.options = options
        self.theme = options.theme
        self.width = options.width
        self.wording = wording or Wording(options.language)
        self.number = NUMBER * options.zoom
        self.body = BODY * options.zoom
        self.small = SMALL * options.zoom
        self.bleed = self.px(BLEED)
        self._artists: list[Artist] = []
        self._marks: list[Mark] = []

    def px(self, length: float) -> int:
        """Scale a length of the design to whole px, at least one."""
        return max(1, round(length * self.options.zoom))

    def across(self, y: float, height: float) -> Box:
        """Return the box of a height that reaches from edge to edge."""
        return (-self.bleed, y, self.width + 2 * self.bleed, height)

    def stroke(self, width: float) -> float:
        """Scale a line's width in px of the design to points."""
        return width * self.options.zoom * _POINT

    def is_selected(self, figure: str) -> bool:
        """Return whether a figure or goal is the selected one."""
        return self.options.selected == figure

    # Text

    @property
    def least_bold(self) -> float:
        """Return the smallest size in which a text may be bold: Chinese needs more for it."""
        return self.body if is_chinese(self.options.language) else self.small

    @property
    def widest(self) -> Weight:
        """Return the weight to measure labels in: bold as selected ones are, but not on paper."""
        return "regular" if self.theme.name == "print" else "bold"

    def weight(self, *ids: str) -> Weight:
        """Return the weight of a label: bold where one of the ids is selected."""
        return "bold" if self.options.selected in ids else "regular"

    def measure(self, text: str, size: float, weight: Weight = "regular") -> float:
        """Return a text's width in px."""
        return text_width(clean(text), size, weight)

    def text(
        self,
        x: float,
        middle: float,
        text: str,
        color: str,
        *,
        size: float | None = None,
        weight: Weight = "regular",
        align: Align = "left",
        within: float | None = None,
        tag: str | None = None,
    ) -> float:
        """Write a line whose middle is at a height; shortened to `within` px. Returns its width."""
        size = self.body if size is None else size
        text = clean(text) if within is None else shorten(text, within, size, weight)
        if not text:
            return 0.0
        artist = Label(
            x,
            middle + _BASELINE * size,
            text,
            color=color,
            ha=align,
            va="baseline",
            fontproperties=properties(text, size, weight),
            parse_math=False,
        )
        self._add(artist, tag)
        return text_width(text, size, weight)

    def value(
        self,
        x: float,
        middle: float,
        text: str,
        figure: str,
        *,
        align: Align = "left",
        within: float | None = None,
    ) -> float:
        """Write the value of the figure with an id, large and bold. Returns its width."""
        return self.text(
            x,
            middle,
            text,
            self.theme.ink,
            size=self.number,
            weight="bold",
            align=align,
            within=within,
            tag=f"value:{figure}",
        )

    def paragraph(
        self,
        x: float,
        middle: float,
        text: str,
        color: str,
        *,
        within: float,
        size: float | None = None,
        weight: Weight = "regular",
        align: Align = "left",
        lines: int = 2,
        centered: bool = False,
        broken_as: Weight | None = None,
        tag: str | None = None,
    ) -> int:
        """Write a text over several lines; `middle` is that of the first, or of all if `centered`.

        The lines break as they would in the weight `broken_as`. Returns the number of lines.
        """
        size = self.body if size is None else size
        rows = wrap(text, within, size, broken_as or weight, lines)
        leading = self.leading(size)
        top = middle - (len(rows) - 1) * leading / 2 if centered else middle
        for number, row in enumerate(rows):
            y = top + number * leading
            self.text(x, y, row, color, size=size, weight=weight, align=align, tag=tag)
        return len(rows)

    def rows(
        self, text: str, within: float, size: float, weight: Weight = "regular", lines: int = 2
    ) -> list[str]:
        """Break a text into lines as `paragraph` does, to know its height beforehand."""
        return wrap(text, within, size, weight, lines)

    def names(
        self,
        texts: Sequence[str],
        within: float,
        size: float,
        weight: Weight = "regular",
        lines: int = 2,
    ) -> list[str]:
        """Return names that differ where `paragraph` writes them, also where it cuts them."""
        return told_apart(texts, lambda one: " ".join(wrap(one, within, size, weight, lines)))

    def shorten(self, text: str, within: float, size: float, weight: Weight = "regular") -> str:
        """Cut a text to a width in px, with an ellipsis where something is cut."""
        return shorten(text, within, size, weight)

    def leading(self, size: float) -> int:
        """Return the distance of two lines of a paragraph; Chinese needs more."""
        return round(size * (1.38 if is_chinese(self.options.language) else 1.27))

    # Shapes

    def is_framed(self, color: str) -> bool:
        """Return whether a frame stands for a colour: for tints, where the theme has none."""
        return self.theme.is_high_contrast and color == self.theme.tint

    def box(self, box: Box, color: str, *, is_hollow: bool = False, tag: str | None = None) -> None:
        """Fill a rectangle, or draw it dashed and hollow; a tint may be a frame (`is_framed`)."""
        x, y, width, height = box
        if self.is_framed(color):
            patch = Rectangle(
                (x + 1, y + 1),
                width - 2,
                height - 2,
                facecolor="none",
                edgecolor=self.theme.accent,
                linewidth=self.stroke(_FRAME),
            )
        elif not is_hollow:
            patch = Rectangle((x, y), width, height, facecolor=color, edgecolor="none", linewidth=0)
        else:
            inset = min(0.75, width / 2, height / 2)
            patch = Rectangle(
                (x + inset, y + inset),
                width - 2 * inset,
                height - 2 * inset,
                facecolor="none",
                edgecolor=color,
                linewidth=self.stroke(1.5),
                linestyle=DASHES,
            )
        self._add(patch, tag)

    def tint(self, box: Box, *ids: str) -> None:
        """Tint a rectangle if one of some ids is selected."""
        if self.options.selected in ids:
            self.box(box, self.theme.tint, tag="selection")

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
        edge: float | None = None,
        shape: str = SHAPES[0],
        tag: str | None = None,
    ) -> None:
        """Draw a dot, or a ring filled with the page's colour; outer diameter and edge in px."""
        if self.is_framed(color):
            color, is_hollow = self.theme.accent, True
        width = edge * self.options.zoom if edge else min(2.5 * self.options.zoom, diameter / 5)
        width = max(1.0, width) if is_hollow else 0.0
        artist = Line2D(
            [x],
            [y],
            linestyle="none",
            marker=shape,
            markersize=(diameter - width) * _POINT,
            markerfacecolor=self.theme.page if is_hollow else color,
            markeredgecolor=color,
            markeredgewidth=width * _POINT,
        )
        self._add(artist, tag)

    def _add(self, artist: Artist, tag: str | None) -> None:
        if tag:
            artist.set_gid(tag)
        artist.set_clip_on(False)
        self._artists.append(artist)

    def mark(self, figure: str, box: Box, text: str) -> None:
        """Add a mark that can be pointed at; its box is in the coordinates of the layout."""
        x, y, width, height = box
        left, top = max(x, -self.bleed), max(y, 0)
        right, bottom = min(x + width, self.width + self.bleed), y + height
        self._marks.append(
            Mark(
                figure=figure,
                x=left + self.bleed,
                y=top,
                width=right - left,
                height=bottom - top,
                text=text,
            )
        )

    def mark_figure(self, figure: Indicator, box: Box) -> None:
        """Add a mark for a figure's latest value."""
        self.mark(figure.id, box, self.wording.figure_phrase(figure))

    def finish(self, height: float) -> Drawing:
        """Make the drawing of a height in px."""
        tall = max(1, round(height))
        for order, artist in enumerate(self._artists):
            artist.set_zorder(order)
        inches = Affine2D().translate(self.bleed, -tall).scale(1 / DPI, -1 / DPI)
        wide = self.width + 2 * self.bleed
        return Drawing(tuple(self._artists), inches, wide, tall, tuple(self._marks))


def _corners(x: float, y: float, width: float, height: float) -> list[tuple[float, float]]:
    """Return the corners of a rectangle, the first one also at the end."""
    right, bottom = x + width, y + height
    return [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]
