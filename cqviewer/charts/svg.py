"""Drawings as SVG, for print: what matplotlib needs for that, a screen does not wait for."""

import io

from matplotlib.backends.backend_svg import FigureCanvasSVG

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.style import styled, with_fonts_named


def to_svg(drawing: Drawing) -> bytes:
    """Save as SVG with real text; the same drawing gives the same bytes."""
    with styled():
        file = io.BytesIO()
        canvas = FigureCanvasSVG(drawing.on_figure())
        canvas.print_svg(file, metadata={"Date": None, "Creator": None})  # type: ignore[no-untyped-call]
        return with_fonts_named(file.getvalue())
