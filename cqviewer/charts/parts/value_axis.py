"""The value axis of a line chart: a few faint rules with numbers, zero, and a foot.

The axis need not begin at zero. Where it does not, its foot is broken, so that no reader takes the
lowest point for nothing.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.parts.point_labels import LabelBox
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.words import axis_value
from cqviewer.model.facts import Indicator

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_MOST_RULES = 3
_WIDEST = 0.25  # of the chart's width, for the numbers of the rules
_DIGITS = 80  # enough for the quotient of the largest value and the smallest step
_STEPS = [Decimal(one) for one in ("0.1", "0.2", "0.5", "1", "2", "5", "10")]


class ValueAxis(msgspec.Struct, frozen=True):
    """The lowest and highest value of an axis, and the values that have a rule with a number."""

    low: Decimal
    high: Decimal
    rules: tuple[tuple[Decimal, str], ...]

    @property
    def has_zero(self) -> bool:
        """Return whether zero lies on the axis."""
        return self.low <= 0 <= self.high

    @property
    def is_from_zero(self) -> bool:
        """Return whether the axis begins at zero."""
        return self.low == 0

    def width(self, plot: "Plot") -> int:
        """Return the px that the numbers take at the left, with the gap after them."""
        widths = [plot.measure(text, plot.small) for _, text in self.rules]
        return round(max(widths)) + plot.px(8) if widths else 0


def value_axis(
    plot: "Plot", figure: Indicator, values: Sequence[Decimal], *, from_zero: bool = False
) -> ValueAxis:
    """Make the axis for some values, worded as those of a figure.

    It includes zero if that is asked for, if zero is near, or if all values are the same.
    """
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(0))
    if from_zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    near = (high - low) / 2
    if low == high or 0 < low <= near:
        low = min(low, Decimal(0))
    if low == high or -near <= high < 0 or (high < 0 and min(values) == max(values)):
        high = max(high, Decimal(0))
    rules = [(one, axis_value(figure, one, plot.wording)) for one in _round_values(low, high)]
    if any(plot.measure(text, plot.small) > _WIDEST * plot.width for _, text in rules):
        rules = [(one, text) for one, text in rules if not one]
    return ValueAxis(low, high, tuple(rules))


def _round_values(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return two or three round values between two others, and zero where it lies there."""
    if low == high:
        return [low] if not low else []
    power = Decimal(1).scaleb((high - low).adjusted())
    found: list[Decimal] = []
    for step in (power * one for one in _STEPS):
        with localcontext(prec=_DIGITS):
            counts = range(int(low // step) - 1, int(high // step) + 2)
            fitting = [step * one for one in counts if low <= step * one <= high]
        if len(fitting) >= 2 or not found:
            found = fitting
        if len(fitting) <= _MOST_RULES:
            break
    return found


def draw_value_axis(
    plot: "Plot",
    axis: ValueAxis,
    scale: Scale,
    sides: tuple[float, float],
    bottom: float,
    labels: Iterable[LabelBox],
) -> None:
    """Draw rules, zero and foot between two sides in px; no rule runs through a label."""
    theme, (left, right) = plot.theme, sides
    for value, text in axis.rules:
        y = round(scale(value))
        plot.text(0, y, text, theme.ink3, size=plot.small, tag="axis value")
        if value:
            for start, end in _free_parts(left, right, y, labels):
                plot.box((start, y, end - start, 1), theme.hair, tag="rule")
    if axis.has_zero:
        zero = round(scale(Decimal(0)))
        plot.line([left, right], [zero, zero], theme.ink, tag="zero")
        return
    high, wide = plot.px(4), plot.px(4)
    start = left + 2 * wide
    plot.line([left, left + wide], [bottom, bottom], theme.line, tag="foot")
    for x in (left + wide, start):
        ends = [x - wide / 2, x + wide / 2]
        plot.line(ends, [bottom + high, bottom - high], theme.line, tag="break")
    plot.line([start, right], [bottom, bottom], theme.line, tag="foot")


def _free_parts(
    left: float, right: float, y: float, labels: Iterable[LabelBox]
) -> list[tuple[float, float]]:
    """Return the parts of a level rule that run through no label, in px."""
    parts = [(left, right)]
    for one in labels:
        if one.top - 2 < y < one.bottom + 2:
            first, last = one.span.left - 4, one.span.right + 4
            parts = [
                piece
                for start, end in parts
                for piece in ((start, min(end, first)), (max(start, last), end))
                if piece[1] - piece[0] >= 1
            ]
    return parts
