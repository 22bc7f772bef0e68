"""Bars and columns: a value from zero, a derived one hollow, a bound pale and with a cap."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from cqviewer.charts.drawing import Align, Box
from cqviewer.charts.parts.course import draw_whisker
from cqviewer.charts.parts.old_value import draw_old, old_value
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.words import bare_value
from cqviewer.model.facts import Indicator, Observation

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_CAP = 20  # px across the end of a bound
_GAP = 8  # px from the end of a bar to its value


def draw_bar(
    plot: "Plot",
    box: Box,
    one: Observation,
    color: str,
    *,
    is_level: bool = False,
    tag: str | None = None,
) -> None:
    """Draw the bar of an observation, level or as a column; the far end of a bound has a cap."""
    if one.bound is None:
        plot.box(box, color, is_hollow=one.status == "derived", tag=tag)
        return
    plot.samples.add("bound")
    x, y, width, height = box
    plot.box(box, plot.theme.hair, tag=tag)
    plot.frames([box], plot.theme.line, tag="bound edge")
    half, is_negative = plot.px(_CAP) / 2, one.bound.value < 0
    if is_level:
        end, middle = x if is_negative else x + width, y + height / 2
        xs, ys = [end, end], [middle - half, middle + half]
    else:
        end = y + height if is_negative else y
        half = max(half, width / 2 + plot.px(2))
        xs, ys = [x + width / 2 - half, x + width / 2 + half], [end, end]
    plot.line(xs, ys, plot.theme.ink, width=2, tag="cap")


def level_scale(
    plot: "Plot", figures: Sequence[Indicator], left: float, right: float, *, is_bare: bool = False
) -> Scale:
    """Make the largest scale from zero at which level bars and their labels fit on both sides.

    `is_bare` says that the values stand without their unit.
    """
    room = right - left
    lows, highs = [], []
    for figure in figures:
        label = min(_label_width(plot, figure, is_bare=is_bare), 0.72 * room)
        low, high = _reach(plot, figure)
        if low < 0:
            lows.append((-low, label if (figure.latest.amount or 0) < 0 else 0.0))
        highs.append((max(high, 0.0), 0.0 if (figure.latest.amount or 0) < 0 else label))
    lowest = -max([value for value, _ in lows] + [0.0])
    highest = max([value for value, _ in highs] + [0.0])
    largest = max(-lowest, highest)
    if not largest:
        return Scale(0.0, 0.0, left, left)

    def reach(side: list[tuple[float, float]], longest: float) -> float:
        return max([value / largest * longest + label for value, label in side] + [0.0])

    least, most = 0.0, room
    for _ in range(40):
        longest = (least + most) / 2
        is_fitting = reach(lows, longest) + reach(highs, longest) <= room
        least, most = (longest, most) if is_fitting else (least, longest)
    zero = round(left + reach(lows, least))  # on a whole px, as the axis is
    start, end = zero + lowest / largest * least, zero + highest / largest * least
    return Scale(lowest, highest, start, end)


def draw_level_bar(
    plot: "Plot",
    figure: Indicator,
    middle: float,
    sides: tuple[float, float],
    scale: Scale,
    color: str,
    *,
    thick: float,
    is_bare: bool = False,
) -> None:
    """Draw a figure's bar from zero and its value on the outer side, or say why there is none.

    `sides` are the left and the right in px between which bar and value stand.
    """
    one, (left, right) = figure.latest, sides
    zero, gap = scale(Decimal(0)), plot.px(_GAP)
    if one.amount is None:
        text = plot.signed(plot.wording.value(figure, short=True), one)
        within, tag = right - zero - gap + 1, f"value:{figure.id}"
        room = zero - left - gap  # bars below zero leave none at its right
        is_left = plot.measure(text, plot.body) > within < room
        x, within = (zero - gap, room) if is_left else (zero + gap, within)
        align: Align = "right" if is_left else "left"
        plot.text(x, middle, text, plot.theme.ink3, align=align, within=within, tag=tag)
        return
    end, bar = scale(one.amount), plot.px(thick)
    box = (min(zero, end), math.floor(middle - bar / 2), abs(end - zero), bar)
    draw_bar(plot, box, one, color, is_level=True, tag=f"bar:{figure.id}")
    low, high = (scale(part) for part in _reach(plot, figure))
    if one.low is not None and one.high is not None:
        draw_whisker(plot, (scale(one.low), scale(one.high)), (middle, middle))
    if before := old_value(plot, figure, one):
        x, half = scale(before.value), bar / 2 + plot.px(3)
        draw_old(plot, [x, x], [middle - half, middle + half])
    derived = _derived(plot, one)
    after = plot.measure(derived, plot.small) + plot.px(6) if derived else 0.0
    is_left = one.amount < 0
    room = (low - left if is_left else right - high) - gap + 1
    text, signs = _text(plot, figure, is_bare=is_bare), plot.signs(one)
    fitting = room - after - plot.value_width("", signs)
    text = plot.shorten(text, fitting, plot.number, "bold")
    width = plot.value_width(text, signs)
    x = low - gap - width - after if is_left else high + gap
    plot.value(x, middle, text, figure.id, signs=signs)
    plot.text(x + width + plot.px(6), middle, derived, plot.theme.ink3, size=plot.small)


def _text(plot: "Plot", figure: Indicator, *, is_bare: bool) -> str:
    if is_bare:
        return bare_value(figure, figure.latest, plot.wording)
    return plot.wording.value(figure, short=True)


def _derived(plot: "Plot", one: Observation) -> str:
    return plot.wording.say("derived") if one.status == "derived" else ""


def _label_width(plot: "Plot", figure: Indicator, *, is_bare: bool) -> float:
    """Return the width of a value's label with the gap before it and 'derived' after it."""
    one = figure.latest
    text = _text(plot, figure, is_bare=is_bare)
    if not one.is_known:
        return plot.measure(plot.signed(text, one), plot.body) + plot.px(_GAP)
    width = plot.value_width(text, plot.signs(one)) + plot.px(_GAP)
    derived = _derived(plot, one)
    return width + plot.measure(derived, plot.small) + plot.px(6) if derived else width


def _reach(plot: "Plot", figure: Indicator) -> tuple[float, float]:
    """Return the lowest and the highest end of a bar with its interval and its value of before.

    Zero without a value.
    """
    one, before = figure.latest, old_value(plot, figure, figure.latest)
    reach = (one.amount, one.low, one.high, before.value if before else None)
    ends = [float(end) for end in reach if end is not None]
    return min(ends, default=0.0), max(ends, default=0.0)
