"""Draw any chart, and turn a drawing into pixels."""

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.transforms import Affine2D

from cqviewer.charts.contents import kind_of
from cqviewer.charts.drawing import DPI, Drawing, DrawOptions
from cqviewer.charts.parts.key import draw_key
from cqviewer.charts.plot import Plot
from cqviewer.charts.rendering.pixel_snapping import SnappingRenderer
from cqviewer.charts.sparkline import draw_sparkline
from cqviewer.charts.style import styled
from cqviewer.charts.text import fitted
from cqviewer.charts.words import footnotes
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.wording.wording import Wording

__all__ = ["draw_chart", "draw_sparkline", "to_rgba"]


def draw_chart(chart: Chart, sheet: Sheet, options: DrawOptions) -> Drawing:
    """Draw a chart of a sheet; ChartError says why its figures cannot be drawn."""
    with styled():
        kind = kind_of(chart, sheet)
        wording = fitted(kind, Wording.of(sheet, options.language))
        drawn = kind.observations()
        plot = Plot(options, wording, footnotes(drawn, wording), chart.highlight)
        bottom = kind.draw(plot)
        return plot.finish(draw_key(plot, drawn, kind.intervals(wording), bottom))


def to_rgba(drawing: Drawing, pixel_ratio: float = 1.0) -> tuple[bytes, int, int]:
    """Render to straight (not premultiplied) RGBA, 4 bytes a pixel, on a transparent ground.

    Returns the bytes, row by row from the top, and the width and height in pixels of the screen.
    """
    width, height = int(drawing.width * pixel_ratio), int(drawing.height * pixel_ratio)
    with styled():
        renderer = _renderer(width, height, pixel_ratio)
        # A picture has whole pixels: what is left of one is cut off at its bottom.
        top = height - drawing.height * pixel_ratio
        drawing.place(Affine2D().scale(DPI * pixel_ratio).translate(0.0, top))
        for artist in drawing.artists:
            artist.draw(renderer)
        pixels = bytes(renderer.buffer_rgba())  # type: ignore[no-untyped-call]
    return pixels, width, height


def _renderer(width: int, height: int, ratio: float) -> RendererAgg:
    """Return a renderer of pixels; where a px is not one pixel, it moves shapes onto pixels."""
    if ratio == 1:
        return RendererAgg(width, height, DPI)  # type: ignore[no-untyped-call]
    return SnappingRenderer(width, height, ratio)
