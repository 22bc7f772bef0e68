"""What every kind of chart draws on: text, rectangles, lines and dots laid out in px.

x runs from -8 to the content's width + 8, both times the zoom, y downwards from 0.
"""

from collections.abc import Sequence

from matplotlib.transforms import Affine2D

from cqviewer.charts.drawing import (
    BLEED,
    DPI,
    Align,
    Box,
    Drawing,
    DrawOptions,
    Mark,
)
from cqviewer.charts.rendering.label import SHARES, Label
from cqviewer.charts.rendering.shapes import Shapes
from cqviewer.charts.style import (
    BASELINE,
    Weight,
    clean,
    properties,
    shorten,
    text_width,
    told_apart,
    wrap,
)
from cqviewer.charts.words import is_muted, observation_phrase, signs
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import is_chinese
from cqviewer.model.wording.wording import Wording

NUMBER, BODY, SMALL = 14, 13, 12  # px: a value that stands on a mark, other text, captions


class Plot(Shapes):
    """Collects the artists and marks of one chart and makes its drawing."""

    def __init__(
        self,
        options: DrawOptions,
        wording: Wording | None = None,
        notes: Sequence[str] = (),
        highlight: Sequence[str] = (),
    ) -> None:
        """Start an empty chart, worded in the sheet's words or those of the language.

        `notes` are the footnotes of the chart, in the order of their numbers, and `highlight` are
        the ids of the figures that stand out.
        """
        super().__init__(options)
        self.width = options.width
        self.wording = wording or Wording(options.language)
        self.notes = notes
        self.highlight = highlight
        self.number = NUMBER * options.zoom
        self.body = BODY * options.zoom
        self.small = SMALL * options.zoom
        self.bleed = self.px(BLEED)
        self._marks: list[Mark] = []

    def across(self, y: float, height: float) -> Box:
        """Return the box of a height that reaches from edge to edge."""
        return (-self.bleed, y, self.width + 2 * self.bleed, height)

    def is_selected(self, figure: str) -> bool:
        """Return whether a figure or goal is the selected one."""
        return self.options.selected == figure

    def tone(self, figure: Indicator, observation: Observation | None = None) -> str:
        """Return the colour of a figure's marks: muted where no period is stated for it."""
        return self.theme.mid if is_muted(figure, observation) else self.theme.accent

    # Text

    @property
    def least_bold(self) -> float:
        """Return the smallest size in which a text may be bold: Chinese needs more for it."""
        return self.body if is_chinese(self.options.language) else self.small

    @property
    def widest(self) -> Weight:
        """Return the weight to measure labels in: on paper bold only if any stands out."""
        return "regular" if self.theme.name == "print" and not self.highlight else "bold"

    def weight(self, *ids: str) -> Weight:
        """Return the weight of a label: bold where one of the ids is selected or highlighted."""
        return "bold" if {self.options.selected, *self.highlight}.intersection(ids) else "regular"

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
            middle + BASELINE * size,
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
        signs: str = "",
    ) -> float:
        """Write the value of the figure with an id, large and bold. Returns its width.

        The signs after it, such as '[p]', are regular and small, and part of the width.
        """
        tail = self._tail(signs)
        if within is not None:
            text = self.shorten(text, within - tail, self.number, "bold")
        width = self.measure(text, self.number, "bold")
        left = x - SHARES[align] * (width + tail)
        tag = f"value:{figure}"
        self.text(left, middle, text, self.theme.ink, size=self.number, weight="bold", tag=tag)
        ink, end = self.theme.ink2, left + width + tail
        self.text(end, middle, signs, ink, size=self.small, align="right", tag="signs")
        return width + tail

    def signed(self, text: str, observation: Observation) -> str:
        """Return a value with its signs after it, to be written in one size."""
        return "\N{NO-BREAK SPACE}".join(filter(None, (text, self.signs(observation))))

    def signed_value(self, figure: Indicator, *, short: bool = False) -> str:
        """Return the latest value of a figure with its unit, and its signs after it."""
        return self.signed(self.wording.value(figure, short=short), figure.latest)

    def value_width(self, text: str, signs: str) -> float:
        """Return the width of what `value` writes."""
        return self.measure(text, self.number, "bold") + self._tail(signs)

    def _tail(self, signs: str) -> float:
        return self.px(5) + self.measure(signs, self.small) if signs else 0.0

    def signs(self, observation: Observation) -> str:
        """Return what stands after a value: its letters in brackets and its footnote's number."""
        return signs(observation, self.notes, self.wording)

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

    def name(
        self, figure: str, middle: float, text: str, within: float, *, lines: int, centered: bool
    ) -> None:
        """Write a figure's name at the left; its lines break at the same places in bold."""
        self.paragraph(
            0,
            middle,
            text,
            self.theme.ink,
            within=within,
            weight=self.weight(figure),
            lines=lines,
            centered=centered,
            broken_as=self.widest,
            tag=f"name:{figure}",
        )

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

    def axis(self, zero: float, top: float, bottom: float) -> None:
        """Draw the upright line of zero, on a whole px."""
        self.line([round(zero)] * 2, [top, bottom], self.theme.ink, tag="axis")

    def tint(self, box: Box, *ids: str) -> None:
        """Tint a rectangle if one of some ids is selected."""
        if self.options.selected in ids:
            self.box(box, self.theme.tint, tag="selection")

    def mark(
        self,
        figure: str,
        box: Box,
        text: str,
        period: Period | None = None,
        *,
        target: Period | None = None,
    ) -> None:
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
                period=period,
                target=target,
            )
        )

    def mark_figure(self, figure: Indicator, box: Box, *said: str) -> None:
        """Add a mark for a figure's latest value, with what else is to be said of it."""
        phrase = self.wording.join([self.wording.figure_phrase(figure), *said])
        self.mark(figure.id, box, phrase, figure.latest.period)

    def mark_observation(self, figure: Indicator, observation: Observation, box: Box) -> None:
        """Add a mark for one observation of a figure."""
        phrase = observation_phrase(figure, observation, self.wording)
        self.mark(figure.id, box, phrase, observation.period)

    def finish(self, height: float) -> Drawing:
        """Make the drawing of a height in px."""
        tall = max(1, round(height))
        for order, artist in enumerate(self._artists):
            artist.set_zorder(order)
        inches = Affine2D().translate(self.bleed, -tall).scale(1 / DPI, -1 / DPI)
        wide = self.width + 2 * self.bleed
        return Drawing(tuple(self._artists), inches, wide, tall, tuple(self._marks))
