"""Draw any chart, and turn a drawing into pixels, SVG or PNG.

The backends of matplotlib are imported on first use: a window needs one, a print the other.
"""

import io
from typing import TYPE_CHECKING

from matplotlib.transforms import Affine2D

from cqviewer.charts.drawing import DPI, Drawing, DrawOptions
from cqviewer.charts.kinds import KINDS
from cqviewer.charts.plot import Plot
from cqviewer.charts.style import styled, with_fonts_named
from cqviewer.charts.text import chart_scale
from cqviewer.model.facts import Chart, Sheet

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import RendererAgg


def draw_chart(chart: Chart, sheet: Sheet, options: DrawOptions) -> Drawing:
    """Draw a chart of a sheet; ChartError says why its figures cannot be drawn."""
    with styled():
        plot = Plot(options, chart_scale(chart, sheet))
        return plot.finish(KINDS[chart.kind].draw(plot, chart, sheet))


def to_rgba(drawing: Drawing, pixel_ratio: float = 1.0) -> tuple[bytes, int, int]:
    """Render to straight (not premultiplied) RGBA, 4 bytes a pixel, on a transparent ground.

    Returns the bytes, row by row from the top, and the width and height in pixels of the screen.
    """
    width, height = int(drawing.width * pixel_ratio), int(drawing.height * pixel_ratio)
    with styled():
        renderer = _renderer(width, height, pixel_ratio)
        # Down from the top edge, where a picture without its last part of a pixel begins too.
        top = height - drawing.height * pixel_ratio
        drawing.place(Affine2D().scale(DPI * pixel_ratio).translate(0.0, top))
        for artist in drawing.artists:
            artist.draw(renderer)
        pixels = bytes(renderer.buffer_rgba())  # type: ignore[no-untyped-call]
    return pixels, width, height


def _renderer(width: int, height: int, ratio: float) -> "RendererAgg":
    """Return a renderer of pixels, which snaps to them where a px is not exactly one."""
    if ratio == 1:
        from matplotlib.backends.backend_agg import RendererAgg

        return RendererAgg(width, height, DPI)  # type: ignore[no-untyped-call]
    from cqviewer.charts.pixel_snapping import SnappingRenderer

    return SnappingRenderer(width, height, ratio)


def to_svg(drawing: Drawing) -> bytes:
    """Save as SVG with real text; the same drawing gives the same bytes."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    with styled():
        file = io.BytesIO()
        canvas = FigureCanvasSVG(drawing.on_figure())
        canvas.print_svg(file, metadata={"Date": None, "Creator": None})  # type: ignore[no-untyped-call]
        return with_fonts_named(file.getvalue())


def to_png(drawing: Drawing, scale: float = 1.0) -> bytes:
    """Save as PNG on a transparent ground, `scale` pixels of the picture to a px."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    with styled():
        file = io.BytesIO()
        figure = drawing.on_figure()
        canvas = FigureCanvasAgg(figure)
        figure.set_dpi(DPI * scale)
        try:
            canvas.print_png(file, metadata={"Software": None})  # type: ignore[no-untyped-call]
        finally:
            figure.set_dpi(DPI)
    return file.getvalue()
