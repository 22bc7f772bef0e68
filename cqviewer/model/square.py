"""How many of a counted thing one square of a unit chart stands for."""

from collections.abc import Iterable
from decimal import Decimal

from cqviewer.model.facts import Chart, Indicator

MOST_SQUARES = 600


def square_value(chart: Chart, figures: Iterable[Indicator]) -> Decimal:
    """Give `per`, or the smallest power of ten that keeps the largest figure at 600 squares."""
    if chart.per is not None:
        return Decimal(chart.per)
    largest = max((abs(one.latest.value or Decimal(0)) for one in figures), default=Decimal(0))
    per = Decimal(1)
    while largest > MOST_SQUARES * per:
        per *= 10
    return per
