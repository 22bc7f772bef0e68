"""Charts as pictures that stand alone: title, subtitle and source line are inside the picture.

They look as on paper, whatever the theme of the window, and the same chart gives the same bytes.
"""

import io
import math
from typing import Literal

from matplotlib.figure import Figure

from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import DPI, Drawing, DrawOptions
from cqviewer.charts.layout import WIDTHS
from cqviewer.charts.style import BASELINE, Weight, properties, styled, with_fonts_named, wrap
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.charts.theme import PRINT
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.text import Language, is_chinese
from cqviewer.model.wording.wording import Wording

PictureFormat = Literal["png", "svg", "pdf"]
PNG_SCALE = 2
"""Pixels of a PNG to a px of the design."""
_UNSAID: dict[PictureFormat, tuple[str, ...]] = {
    "png": ("Software",),
    "svg": ("Date", "Creator"),
    "pdf": ("CreationDate", "Creator", "Producer"),
}
"""Metadata that matplotlib would write and that would change with its version or the time."""

_MARGIN, _ABOVE_CHART, _BELOW_CHART, _MOST_LINES = 24, 12, 10, 6


def chart_picture(chart: Chart, sheet: Sheet, language: Language, kind: PictureFormat) -> bytes:
    """Make a chart's picture in a format; ChartError says why it cannot be drawn."""
    wording = Wording.of(sheet, language)
    with styled():
        figure = _framed(chart, sheet, wording)
        about = "Subject" if kind == "pdf" else "Description"
        told = {"Title": wording.text(chart.title), about: description(chart, sheet, wording)}
        dpi, file = DPI * PNG_SCALE if kind == "png" else DPI, io.BytesIO()
        figure.savefig(file, format=kind, dpi=dpi, metadata=told | dict.fromkeys(_UNSAID[kind]))
        return with_fonts_named(file.getvalue()) if kind == "svg" else file.getvalue()


def _framed(chart: Chart, sheet: Sheet, wording: Wording) -> Figure:
    """Draw a chart with room around it, and write into that room."""
    width = WIDTHS[chart.width].picture
    options = DrawOptions(theme=PRINT, width=width, language=wording.language)
    drawing = draw_chart(chart, sheet, options)
    page = _Page(width, wording.language)
    page.write(wording.text(chart.title), 17, 24, PRINT.ink, "bold")
    page.write(subtitle(chart, sheet, wording, medium="print"), 13, 20, PRINT.ink2)
    page.skip(_ABOVE_CHART)
    top = page.height
    page.skip(drawing.height + _BELOW_CHART)
    page.write(source_note(chart, sheet, wording), 12, 16, PRINT.ink3)
    page.skip(_MARGIN)
    page.finish(top, drawing)
    return drawing.on_figure()


class _Page:
    """Lays lines of text out from the top of a picture downwards, in px."""

    def __init__(self, width: int, language: Language) -> None:
        self._content = width
        self._extra = 2 if is_chinese(language) else 0
        self._lines: list[tuple[float, str, int, str, Weight]] = []
        self.height = float(_MARGIN)

    def write(
        self, text: str, size: int, leading: int, color: str, weight: Weight = "regular"
    ) -> None:
        """Write a text, broken into lines of the content's width."""
        if not text:
            return
        for line in wrap(text, self._content, size, weight, _MOST_LINES):
            middle = self.height + (leading + self._extra) / 2
            self._lines.append((middle + BASELINE * size, line, size, color, weight))
            self.height += leading + self._extra

    def skip(self, distance: float) -> None:
        """Add empty room below what was written, in px."""
        self.height += distance

    def finish(self, top: float, drawing: Drawing) -> None:
        """Resize the figure to hold all of it, and place chart and lines on it."""
        figure = drawing.on_figure()
        width, height = self._content + 2 * _MARGIN, self.height
        figure.set_size_inches(width / DPI, height / DPI)
        figure.set_frameon(True)
        figure.set_facecolor(PRINT.page)
        # The chart bleeds to either side of the content.
        left = (width - drawing.width) / 2
        bottom = height - top - drawing.height
        drawing.layout.translate(left / DPI, bottom / DPI)
        for baseline, line, size, color, weight in self._lines:
            figure.text(
                _MARGIN / width,
                1 - baseline / height,
                line,
                color=color,
                va="baseline",
                fontproperties=properties(line, size, weight),
                parse_math=False,
                # Read in order: title and subtitle before the chart, the source after it.
                zorder=-1 if baseline < top else math.inf,
            )
