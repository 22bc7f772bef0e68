"""How a derived value came about: the operands and the result, as they are shown."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Self

import msgspec

from cqviewer.model.chinese_scale import common_scale, in_scale, without_zeros
from cqviewer.model.derive import WIDE, own_digits, rounded
from cqviewer.model.facts import Derivation, Indicator
from cqviewer.model.formula import Operator, apply

_MOST_DIGITS = 6  # decimals of an operand


class Calculation(msgspec.Struct, frozen=True):
    """Operands, each with the operator before it, and the result with one digit more than shown.

    `scale` is the power of ten in which all sums of money stand; None where they stand as written.
    """

    terms: tuple[tuple[Operator | None, Decimal], ...]
    result: Decimal
    scale: int | None = None

    @classmethod
    def of(
        cls,
        derivation: Derivation,
        values: Mapping[str, Decimal],
        shift: int = 0,
        scale: int | None = None,
    ) -> Self:
        """Work a formula out with values; its result is scaled by a power of ten."""
        terms = derivation.formula.terms(values) if derivation.formula else []
        shown = tuple((operator, _shortened(one, _MOST_DIGITS)) for operator, one in terms)
        result = derivation.unrounded.scaleb(shift, WIDE)
        return cls(shown, _shortened(result, max(derivation.digits - shift + 1, 2)), scale)

    def is_right(self) -> bool:
        """Tell whether the operands that are shown give the result that is shown."""
        total = self.terms[0][1]
        try:
            for operator, number in self.terms[1:]:
                total = apply(operator or "+", total, number)
        except ZeroDivisionError:
            return False
        return _shortened(total, max(2, own_digits(self.result))) == self.result


def calculation(indicator: Indicator, inputs: Mapping[str, Indicator]) -> Calculation | None:
    """Give the working of a formula in the units as written; None where there is no formula."""
    derivation = indicator.derivation
    if derivation is None or derivation.formula is None:
        return None
    return Calculation.of(derivation, _values(inputs))


def scaled_calculation(
    indicator: Indicator, inputs: Mapping[str, Indicator], scale: int | None = None
) -> Calculation | None:
    """Give a working with all sums of money in one Chinese scale, by default that of the result.

    None where there are no sums, or where it would not be right: a formula may well turn one
    unit into another.
    """
    derivation = indicator.derivation
    is_sum = indicator.unit.kind == "money"
    if derivation is None or derivation.formula is None:
        return None
    for figures in ([indicator], inputs.values()):
        scale = common_scale(figures) if scale is None else scale
    if scale is None:
        return None
    values = {
        key: in_scale(value, inputs[key].unit, scale) if inputs[key].unit.kind == "money" else value
        for key, value in _values(inputs).items()
    }
    shift = indicator.unit.exponent - scale if is_sum else 0
    try:
        made = Calculation.of(derivation, values, shift, scale)
        worked = derivation.formula.evaluate(values)
    except ZeroDivisionError:
        return None
    exact = derivation.unrounded.scaleb(shift, WIDE)
    # Not by what is shown alone: a summand that is a thousand times too large may round away.
    is_same = abs(worked - exact) <= abs(exact).scaleb(-20, WIDE)
    return made if is_same and made.is_right() else None


def _shortened(number: Decimal, digits: int) -> Decimal:
    """Round to decimals, as far as 60 digits reach, and drop zeros."""
    return without_zeros(rounded(number, min(digits, 55 - number.adjusted())))


def _values(inputs: Mapping[str, Indicator]) -> dict[str, Decimal]:
    return {key: one.latest.value for key, one in inputs.items() if one.latest.value is not None}
