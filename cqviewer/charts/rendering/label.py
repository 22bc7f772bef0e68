"""A line of text as an artist, drawn without being laid out first."""

from contextlib import nullcontext

from matplotlib.backend_bases import RendererBase
from matplotlib.colors import to_rgba
from matplotlib.text import Text

from cqviewer.charts.glyphs import needs_outlines
from cqviewer.charts.style import outlined

SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How far left of its place a text begins, as a share of its width."""


class Label(Text):
    """One line of plain text on its baseline.

    A chart is mostly text, and `Text` sets each line twice: to lay it out, then to draw it. A line
    that is never broken, turned or boxed needs no more than its width, and that only where it
    does not begin at its place.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line; the same marks as those of `Text`."""
        text, font = self.get_text(), self.get_fontproperties()
        share = SHARES[self.get_horizontalalignment()]
        renderer.open_group("text", self.get_gid())
        x, y = self.get_transform().transform(self.get_unitless_position())
        if share:
            x -= share * renderer.get_text_width_height_descent(text, font, ismath=False)[0]
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        context = renderer.new_gc()
        context.set_foreground(to_rgba(self.get_color()), isRGBA=True)
        with outlined() if needs_outlines(text) else nullcontext():
            renderer.draw_text(context, x, y, text, font, 0.0, ismath=False, mtext=self)
        context.restore()
        renderer.close_group("text")
