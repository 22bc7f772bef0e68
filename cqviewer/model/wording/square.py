"""Unit charts: how many of a counted thing a square stands for, and how many make a block."""

from collections.abc import Iterable
from decimal import Decimal

from cqviewer.model.facts import Chart, Indicator

MOST_SQUARES = 600
_SMALL_BLOCKS = 100  # squares up to which a figure stands in blocks of ten


def square_value(chart: Chart, figures: Iterable[Indicator]) -> Decimal:
    """Give `per`, or the smallest power of ten that keeps the largest figure at 600 squares."""
    if chart.per is not None:
        return Decimal(chart.per)
    largest = max((abs(one.latest.value or Decimal(0)) for one in figures), default=Decimal(0))
    per = Decimal(1)
    while largest > MOST_SQUARES * per:
        per *= 10
    return per


def squares(figure: Indicator, per: Decimal) -> float:
    """Give the squares of a figure, with the share of the last one that is not whole."""
    return float(abs(figure.latest.value or Decimal(0)) / per)


def block_size(figure: Indicator, per: Decimal) -> int:
    """Give the squares of a block: ten of a figure of few squares, a hundred of one of many."""
    return 10 if squares(figure, per) <= _SMALL_BLOCKS else 100
