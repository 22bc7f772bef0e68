"""How far rounding may have moved values, and so their sums."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from cqviewer.model.choices import UNSURE
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.amount import half_digits
from cqviewer.model.numbers.quantity import quantity

_INEXACT = frozenset(UNSURE) - {"provisional"}
"""Marks of whole numbers that are no exact counts."""


def is_addable(one: Observation) -> bool:
    """Return whether it is known what an observation adds to a sum; 'not applicable' adds 0."""
    return one.value is not None or one.missing == "not_applicable"


def slack(terms: Iterable[tuple[Indicator, Observation]]) -> Decimal:
    """Return how far a sum may be off: half a last digit for each term that is no exact count."""
    return half_digits(
        one.value for figure, one in terms if one.value is not None and not is_exact(figure, one)
    )


def is_exact(figure: Indicator, one: Observation) -> bool:
    """Return whether a value counts whole things one by one, so that it is not rounded.

    A count in thousands is rounded to them; an estimate, a value with an interval and figures
    with `digits` are rounded too.
    """
    exponent = one.value.as_tuple().exponent if one.value is not None else None
    return (
        figure.measure == "count"
        and exponent == 0
        and figure.digits is None
        and one.low is None
        and _INEXACT.isdisjoint(one.marks)
        and quantity(figure.unit, figure.measure).sizes == (Fraction(1),)
    )
