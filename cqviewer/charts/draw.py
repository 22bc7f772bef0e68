"""Draws any chart, and turns a drawing into pixels, SVG or PNG."""

import io
from collections.abc import Callable

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG

from cqviewer.charts.bars import draw_bars
from cqviewer.charts.columns import draw_columns
from cqviewer.charts.drawing import Drawing, Look
from cqviewer.charts.goals import draw_goals
from cqviewer.charts.line import draw_line
from cqviewer.charts.plot import DPI
from cqviewer.charts.slope import draw_slope
from cqviewer.charts.style import styled
from cqviewer.charts.units import draw_units
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.format import ChartKind

_KINDS: dict[ChartKind, Callable[[Chart, Sheet, Look], Drawing]] = {
    "bars": draw_bars,
    "columns": draw_columns,
    "goals": draw_goals,
    "line": draw_line,
    "slope": draw_slope,
    "units": draw_units,
}


def draw_chart(chart: Chart, sheet: Sheet, look: Look) -> Drawing:
    """Draw a chart of a sheet; ChartError says why its figures cannot be drawn."""
    with styled():
        return _KINDS[chart.kind](chart, sheet, look)


def to_rgba(drawing: Drawing, pixel_ratio: float = 1.0) -> tuple[bytes, int, int]:
    """Render to straight (not premultiplied) RGBA, 4 bytes a pixel, on a transparent ground.

    Gives the bytes, row by row from the top, and the width and height in pixels of the screen.
    """
    with styled():
        canvas = FigureCanvasAgg(drawing.figure)
        drawing.figure.set_dpi(DPI * pixel_ratio)
        try:
            canvas.draw()
            pixels = np.asarray(canvas.buffer_rgba())
        finally:
            drawing.figure.set_dpi(DPI)
    return pixels.tobytes(), pixels.shape[1], pixels.shape[0]


def to_svg(drawing: Drawing) -> bytes:
    """Save as SVG with real text; the same drawing gives the same bytes."""
    with styled():
        file = io.BytesIO()
        FigureCanvasSVG(drawing.figure).print_svg(file, metadata={"Date": None, "Creator": None})
    return file.getvalue()


def to_png(drawing: Drawing, scale: float = 1.0) -> bytes:
    """Save as PNG on a transparent ground, `scale` pixels of the picture to a px."""
    with styled():
        file = io.BytesIO()
        canvas = FigureCanvasAgg(drawing.figure)
        drawing.figure.set_dpi(DPI * scale)
        try:
            canvas.print_png(file, metadata={"Software": None})
        finally:
            drawing.figure.set_dpi(DPI)
    return file.getvalue()
