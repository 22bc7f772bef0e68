"""The options that a chart is drawn with, the drawing that results, and the types of both.

No matplotlib is imported before something is drawn.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import msgspec

from cqviewer.charts.theme import Theme
from cqviewer.model.choices import Order
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Language

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D, Transform

DPI = 96
BLEED = 8
"""px of the design by which a chart, like a card, is wider than its content on either side."""
DASHES = (0, (3, 2))
SLOPE_DASHES = (0, (4, 2.5))
SHAPES = "osD^vphX"
"""Shapes of marks that tell lines apart, as matplotlib names them; the disc first."""
Align = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]
"""x, y, width and height in px."""


class OldValue(msgspec.Struct, frozen=True):
    """The value that a figure had for a period in the previous edition, also in words."""

    figure: str
    period: Period
    value: Decimal
    words: str


class ChartChoice(msgspec.Struct, frozen=True):
    """A reader's choices for a chart; each is None where the sheet's own holds.

    `highlight` is the id of a figure, or '' for none; `by` is the id of a dimension.
    """

    highlight: str | None = None
    sort: Order | None = None
    by: str | None = None


class DrawOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a chart is drawn for.

    `width` is the card's content in px at 96 dpi; 8 px of the design bleed on either side of it.
    `zoom` enlarges text and marks (1.0 is the design's size). `selected` is the id of the figure or
    goal that is selected, if any. Months and counts are worded in `language`. `before` are the
    values of the previous edition that are drawn.
    """

    theme: Theme
    width: int
    language: Language
    zoom: float = 1.0
    selected: str | None = None
    before: tuple[OldValue, ...] = ()


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a chart that stands for one figure or goal and can be pointed at.

    `x`, `y`, `width` and `height` are in px at 96 dpi from the figure's left top; `text` is what
    a tooltip and a screen reader say: full name, value, period, status. `period` is that of the
    observation which it stands for; those of a series follow one another in time. It is None for
    goals, and for what stands for a whole series. `target` is the period of the target that the
    text speaks of, if it speaks of one.
    """

    figure: str
    x: float
    y: float
    width: float
    height: float
    text: str
    period: Period | None = None
    target: Period | None = None


class Drawing:
    """A drawn chart: matplotlib's artists, its size in px at 96 dpi, and its marks in order.

    The artists have coordinates in px, which `layout` transforms into inches of the picture;
    changing it moves the whole chart.
    """

    def __init__(
        self,
        artists: "tuple[Artist, ...]",
        layout: "Affine2D",
        width: int,
        height: int,
        marks: tuple[Mark, ...],
    ) -> None:
        """Keep artists, layout, size and marks."""
        self.artists = artists
        self.layout = layout
        self.width = width
        self.height = height
        self.marks = marks
        self._figure: Figure | None = None

    def place(self, inches: "Transform") -> None:
        """Place the artists by a transform of inches."""
        for artist in self.artists:
            artist.set_transform(self.layout + inches)

    def on_figure(self) -> "Figure":
        """Place the artists on a figure, each time the same one.

        A screen needs none, and `matplotlib.figure` takes as long to import as a chart to draw.
        """
        from matplotlib.figure import Figure  # for print and files alone

        if self._figure is None:
            size = (self.width / DPI, self.height / DPI)
            self._figure = Figure(figsize=size, dpi=DPI, facecolor="none", frameon=False)
            for artist in self.artists:
                self._figure.add_artist(artist)
        self.place(self._figure.dpi_scale_trans)
        return self._figure


class ChartError(Exception):
    """A chart cannot be drawn from its figures; the text is a sentence that says why."""
