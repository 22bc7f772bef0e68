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
    tag: str,
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


class LevelBars:
    """Level bars from zero with their values, on the largest scale at which all have room."""

    def __init__(
        self,
        plot: "Plot",
        figures: Sequence[Indicator],
        sides: tuple[float, float],
        thick: float,
        *,
        is_bare: bool = False,
    ) -> None:
        """Find the scale of some figures between two sides in px, for bars of a thickness.

        `is_bare` says that the values stand without their unit.
        """
        self._plot = plot
        self._left, self._right = sides
        self._thick = plot.px(thick)
        self._is_bare = is_bare
        self.scale = self._fitting(figures)

    def _fitting(self, figures: Sequence[Indicator]) -> Scale:
        """Return the largest scale at which bars and labels fit on both sides of zero."""
        room = self._right - self._left
        lows, highs = [], []
        for figure in figures:
            label = min(self._label_width(figure), 0.72 * room)
            low, high = self._reach(figure)
            if low < 0:
                lows.append((-low, label if (figure.latest.amount or 0) < 0 else 0.0))
            highs.append((max(high, 0.0), 0.0 if (figure.latest.amount or 0) < 0 else label))
        lowest = -max([value for value, _ in lows] + [0.0])
        highest = max([value for value, _ in highs] + [0.0])
        largest = max(-lowest, highest)
        if not largest:
            return Scale(0.0, 0.0, self._left, self._left)

        def reach(side: list[tuple[float, float]], longest: float) -> float:
            return max([value / largest * longest + label for value, label in side] + [0.0])

        least, most = 0.0, room
        for _ in range(40):
            longest = (least + most) / 2
            is_fitting = reach(lows, longest) + reach(highs, longest) <= room
            least, most = (longest, most) if is_fitting else (least, longest)
        zero = round(self._left + reach(lows, least))  # on a whole px, as the axis is
        start, end = zero + lowest / largest * least, zero + highest / largest * least
        return Scale(lowest, highest, start, end)

    def draw(self, figure: Indicator, middle: float, color: str) -> None:
        """Draw a figure's bar and its value on the outer side, or say why there is none."""
        plot, scale, one = self._plot, self.scale, figure.latest
        if one.amount is None:
            self._say_why(figure, middle)
            return
        zero, end, bar = scale(Decimal(0)), scale(one.amount), self._thick
        box = (min(zero, end), math.floor(middle - bar / 2), abs(end - zero), bar)
        draw_bar(plot, box, one, color, is_level=True, tag=f"bar:{figure.id}")
        low, high = (scale(part) for part in self._reach(figure))
        if one.low is not None and one.high is not None:
            draw_whisker(plot, (scale(one.low), scale(one.high)), (middle, middle))
        if before := old_value(plot, figure, one):
            x, half = scale(before.value), bar / 2 + plot.px(3)
            draw_old(plot, [x, x], [middle - half, middle + half])
        gap, derived, is_left = plot.px(_GAP), plot.wording.derived(one), one.amount < 0
        after = plot.measure(derived, plot.small) + plot.px(6) if derived else 0.0
        room = (low - self._left if is_left else self._right - high) - gap + 1
        signs = plot.signs(one)
        fitting = room - after - plot.value_width("", signs)
        text = plot.shorten(self._text(figure), fitting, plot.number, "bold")
        width = plot.value_width(text, signs)
        x = low - gap - width - after if is_left else high + gap
        plot.value(x, middle, text, figure.id, signs=signs)
        plot.text(x + width + plot.px(6), middle, derived, plot.theme.ink3, size=plot.small)

    def draw_axis(self, top: float, bottom: float) -> None:
        """Draw the line of zero between two heights."""
        self._plot.axis(self.scale(0.0), top, bottom)

    def _say_why(self, figure: Indicator, middle: float) -> None:
        """Write why there is no value beside zero, on the left where the right has no room."""
        plot, zero, gap = self._plot, self.scale(Decimal(0)), self._plot.px(_GAP)
        text = plot.signed_value(figure, short=True)
        within, tag = self._right - zero - gap + 1, f"value:{figure.id}"
        room = zero - self._left - gap  # bars below zero leave none at its right
        is_left = plot.measure(text, plot.body) > within < room
        x, within = (zero - gap, room) if is_left else (zero + gap, within)
        align: Align = "right" if is_left else "left"
        plot.text(x, middle, text, plot.theme.ink3, align=align, within=within, tag=tag)

    def _text(self, figure: Indicator) -> str:
        if self._is_bare:
            return bare_value(figure, figure.latest, self._plot.wording)
        return self._plot.wording.value(figure, short=True)

    def _label_width(self, figure: Indicator) -> float:
        """Return the width of a value's label with the gap before it and 'derived' after it."""
        plot, one, text = self._plot, figure.latest, self._text(figure)
        if not one.is_known:
            return plot.measure(plot.signed(text, one), plot.body) + plot.px(_GAP)
        width = plot.value_width(text, plot.signs(one)) + plot.px(_GAP)
        derived = plot.wording.derived(one)
        return width + plot.measure(derived, plot.small) + plot.px(6) if derived else width

    def _reach(self, figure: Indicator) -> tuple[float, float]:
        """Return the lowest and the highest end of a bar, or zero where it has none."""
        ends = [float(end) for end in reach_of(self._plot, figure, figure.latest)]
        return min(ends, default=0.0), max(ends, default=0.0)


def reach_of(plot: "Plot", figure: Indicator, one: Observation) -> list[Decimal]:
    """Return what a bar reaches: its value or bound, its interval and its earlier value."""
    before = old_value(plot, figure, one)
    ends = (one.amount, one.low, one.high, before.value if before else None)
    return [end for end in ends if end is not None]
