"""What a chart is drawn for (the look) and what comes of it (the drawing)."""

from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.theme import Theme
from cqviewer.model.text import Language

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What a chart is drawn for.

    `width` is the card's content in px at 96 dpi; the figure is 16 px wider, since 8 px bleed on
    either side. `zoom` enlarges text and marks (1.0 is the design's size). `selected` is the id of
    the figure or goal that is selected, if any. Months and counts are worded in `language`.
    """

    theme: Theme
    width: int
    language: Language
    zoom: float = 1.0
    selected: str | None = None


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a chart that stands for one figure or goal and can be pointed at.

    `x`, `y`, `width` and `height` are in px at 96 dpi from the figure's left top; `text` is what
    a tooltip and a screen reader say: full name, value, period, status.
    """

    figure: str
    x: float
    y: float
    width: float
    height: float
    text: str


class Drawing:
    """A drawn chart: the matplotlib figure, its size in px at 96 dpi, and its marks in order.

    `layout` turns px of the layout into inches of the figure; to change it moves the whole chart.
    """

    def __init__(
        self,
        figure: "Figure",
        width: int,
        height: int,
        marks: tuple[Mark, ...],
        layout: "Affine2D",
    ) -> None:
        """Keep a figure with its size, marks and layout."""
        self.figure = figure
        self.width = width
        self.height = height
        self.marks = marks
        self.layout = layout


class ChartError(Exception):
    """A chart cannot be drawn from its figures; the text is a sentence that says why."""
