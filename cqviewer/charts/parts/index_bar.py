"""An index (a year earlier = 100) as a bar: dashed for the base, solid for what came on top."""

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from cqviewer.charts.drawing import DASHES
from cqviewer.charts.parts.scale import Scale
from cqviewer.model.facts import Indicator

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_BASE = Decimal(100)
_BAR, _EDGE = 18, 1.5  # px: height, and width of its dashes


def draw_index_bar(plot: "Plot", index: Indicator, change: Indicator | None, top: float) -> float:
    """Draw an index below other marks, with its rate of change above; returns the bottom in px."""
    theme, small = plot.theme, plot.small
    middle = top + plot.px(8)
    y = top + plot.px(21)
    bar = plot.px(_BAR)
    box = plot.across(top - plot.px(4), y + bar - top + plot.px(8))
    plot.tint(box, index.id, change.id if change else index.id)
    _draw_rate(plot, index, change, middle)
    value = index.latest.value
    plot.mark_figure(index, (0, top, plot.width, y + bar - top))
    if value is None:
        plot.text(0, y + bar / 2, plot.signed_value(index), theme.ink3)
        return y + bar + plot.px(4)
    number = plot.signed(plot.wording.number(value), index.latest)
    word = plot.wording.say(index.latest.status)
    widths = plot.measure(number, plot.number, "bold"), plot.measure(word, small)
    tail = plot.px(8) + widths[0] + plot.px(8) + widths[1] + plot.px(14)
    high = max(float(value), float(_BASE))
    scale = Scale(0.0, high, 0.0, max(plot.width - tail, plot.width * 0.3))
    base, end = scale(_BASE), scale(max(value, Decimal(0)))
    color = plot.tone(index)
    if end > base:
        plot.box((base, y, end - base, bar), color, tag=f"bar:{index.id}")
    elif end > 0:
        plot.box((0, y, end, bar), color, tag=f"bar:{index.id}")
    _draw_base(plot, base, y, bar, color, is_open=end > base)
    unit = plot.wording.unit(index.unit)
    inside = unit if "=" in unit else plot.wording.say("earlier_is", base=_BASE)
    bottom = y + bar + plot.px(4)
    if end > base and plot.measure(inside, small) <= base - plot.px(16):
        plot.text(plot.px(9), y + bar / 2, inside, theme.ink2, size=small)
    else:
        plot.text(0, y + bar + plot.px(11), inside, theme.ink3, size=small, within=plot.width)
        bottom += plot.px(16)
    x = max(base, end) + plot.px(8)
    x += plot.value(x, y + bar / 2, number, index.id, within=plot.width - x)
    plot.text(
        x + plot.px(8),
        y + bar / 2,
        word,
        theme.ink3,
        size=small,
        within=plot.width - x - plot.px(8),
    )
    return bottom


def _draw_base(plot: "Plot", base: float, y: float, bar: int, color: str, *, is_open: bool) -> None:
    """Draw the dashed base, open at its end where the solid bar goes on from there."""
    if not is_open:
        plot.box((0, y, base, bar), color, is_hollow=True, tag="base")
        return
    # Dashes begin at the left corners, so that these are closed and no dash notches the bar.
    left = _EDGE / 2 * plot.options.zoom
    top, bottom = y + left, y + bar - left
    xs, ys = [left, base, math.nan, left, left, base], [top, top, math.nan, top, bottom, bottom]
    plot.line(xs, ys, color, width=_EDGE, dashes=DASHES, tag="base")


def _draw_rate(plot: "Plot", index: Indicator, change: Indicator | None, middle: float) -> None:
    """Write the rate of change and what it is of."""
    x = 0.0
    if change is not None:
        rate = plot.wording.value(change)
        x = plot.value(0, middle, rate, change.id, within=plot.width)
        x += plot.px(9)
        box = (0, middle - plot.px(9), plot.width, plot.px(18))
        plot.mark_figure(change, box)
    plot.text(x, middle, plot.wording.brief_name(index), plot.theme.ink2, within=plot.width - x)
