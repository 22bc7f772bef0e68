"""How a derived value came about: the whole formula with its numbers, and the result."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Self

import msgspec

from cqviewer.model.facts import Derivation, Indicator
from cqviewer.model.numbers.amount import WIDE, least_digits, own_digits, rounded
from cqviewer.model.numbers.formula import Formula, Operand, Token
from cqviewer.model.wording.chinese_scale import common_scale, in_scale, without_zeros

MINUS = "\N{MINUS SIGN}"
_OPERATORS = {"+": "+", "-": MINUS, "*": "×", "/": "÷"}
_MOST_DIGITS = 6  # decimals of an operand in another scale


class Calculation(msgspec.Struct, frozen=True):
    """A formula with numbers for its ids, and the result with at least a digit more than its value.

    The result has the digits that it takes to round to the value: 12.449, not 12.45, beside 12.4.
    `scale` is the power of ten of all sums of money, or None if they are as the sheet writes them.
    """

    tokens: tuple[Token, ...]
    result: Decimal
    scale: int | None = None

    @classmethod
    def of(
        cls,
        formula: Formula,
        derivation: Derivation,
        inputs: Mapping[str, Indicator],
        values: Mapping[str, Decimal],
        shift: int = 0,
        scale: int | None = None,
    ) -> Self:
        """Return a formula worked out with values; its result is scaled by a power of ten."""
        percentages = {one.text for one in formula.inputs if inputs[one.id].unit.kind == "percent"}
        result = derivation.unrounded.scaleb(shift, WIDE)
        own = derivation.digits - shift
        digits, most = max(own + 1, 2, least_digits(result) + 1), 90 - result.adjusted()
        shown = rounded(result, min(digits, most))
        while rounded(shown, own) != rounded(result, own) and digits < most:
            digits += 1
            shown = rounded(result, digits)
        return cls(tuple(formula.tokens(values, percentages)), without_zeros(shown), scale)

    def text(
        self,
        number: Callable[[Decimal], str],
        percent: Callable[[str], str],
        dated: Callable[[str, str], str],
    ) -> str:
        """Return the formula and its result: '810 ÷ (1 + 57.9 %) = 512.98'.

        `dated` is given a number as shown and the text of the input that it is the value of.
        """
        text = ""
        for token in self.tokens:
            if isinstance(token, Operand):
                shown = number(token.value)
                shown = dated(percent(shown) if token.is_percent else shown, token.text)
                is_inner = token.value < 0 and text and not text.endswith("(")
                text += f"({shown})" if is_inner else shown
            elif token in _OPERATORS:
                is_sign = not text or text.endswith("(")
                text += _OPERATORS[token] if is_sign else f" {_OPERATORS[token]} "
            else:
                text += token
        return f"{text} = {number(self.result)}"


def calculation(indicator: Indicator, inputs: Mapping[str, Indicator]) -> Calculation | None:
    """Return the working of a formula in the units as written; None where there is no formula."""
    derivation = indicator.derivation
    if derivation is None or derivation.formula is None:
        return None
    return Calculation.of(derivation.formula, derivation, inputs, _values(derivation))


def scaled_calculation(
    indicator: Indicator, inputs: Mapping[str, Indicator], scale: int | None
) -> Calculation | None:
    """Return a working with all sums of money in a Chinese scale, or if None in the result's.

    None where there are no sums, or where the formula would not give its result in that scale.
    """
    derivation = indicator.derivation
    is_sum = indicator.unit.kind == "money"
    if derivation is None or derivation.formula is None:
        return None
    for figures in ([indicator], inputs.values()):
        scale = common_scale(figures) if scale is None else scale
    if scale is None:
        return None
    values = _values(derivation)
    for one in derivation.formula.inputs:
        if (unit := inputs[one.id].unit).kind == "money":
            values[one.text] = in_scale(values[one.text], unit, scale)
    if any(own_digits(one) > _MOST_DIGITS for one in values.values()):
        return None
    shift = indicator.unit.exponent - scale if is_sum else 0
    try:
        worked = derivation.formula.evaluate(values)
    except ZeroDivisionError:
        return None
    exact = derivation.unrounded.scaleb(shift, WIDE)
    if abs(worked - exact) > abs(exact).scaleb(-20, WIDE):
        return None
    return Calculation.of(derivation.formula, derivation, inputs, values, shift, scale)


def _values(derivation: Derivation) -> dict[str, Decimal]:
    return {text: one.value for text, one in derivation.values.items() if one.value is not None}
