"""The scales of Chinese numbers: 万 (ten thousand) and 亿 (a hundred million)."""

import re
from collections.abc import Iterable
from decimal import Decimal

from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.amount import WIDE, own_digits
from cqviewer.model.numbers.unit import Unit

SCALES = {8: "亿", 4: "万", 0: ""}
"""Powers of ten with their words, the largest first."""

_COUNTABLE = "(?![十百千万亿兆每])[\u3400-\u9fff]"


def fitting_scale(number: Decimal) -> int:
    """Return the largest scale that a number reaches, as a power of ten."""
    return next((one for one in SCALES if abs(number) >= 10**one), 0)


def written_scale(unit: Unit) -> int:
    """Return the scale nearest below that of a unit as it is written: 亿 for bn, 万 for million."""
    return next(one for one in SCALES if unit.exponent >= one)


def common_scale(figures: Iterable[Indicator]) -> int | None:
    """Return the scale that fits the largest of all sums of money, or else all of the counts.

    None where there is neither.
    """
    figures = list(figures)
    largest = Decimal(0)
    for figure in figures:
        values = [one.amount for one in figure.observations if one.amount is not None]
        if figure.unit.kind == "money" and values:
            most = max(map(abs, values))
            largest = max(largest, most.scaleb(figure.unit.exponent, WIDE))
    if largest:
        return fitting_scale(largest)
    counts = [one for one in figures if one.unit.kind == "noun"]
    return count_scale(counts) if counts else None


def count_scale(figures: Iterable[Indicator]) -> int:
    """Return the largest scale that all values of some counts can be said in; 0 for none."""
    values = [(one.amount, figure.unit) for figure in figures for one in figure.observations]
    known = [(value, unit) for value, unit in values if value]
    fits = (one for one in SCALES if all(is_round_in(*each, one) for each in known))
    return next(fits, 0) if known else 0


def is_round_in(value: Decimal, unit: Unit, scale: int) -> bool:
    """Return whether a count reaches a scale and takes two decimals at most: 71.9 万."""
    number = in_scale(value, unit, scale)
    return abs(number) >= 1 and own_digits(number) <= 2


def in_scale(value: Decimal, unit: Unit, scale: int) -> Decimal:
    """Return a value in a scale, with its significant digits: 7.60 bn is 76.0 亿, 810 m 8.1 亿."""
    shifted = value.scaleb(unit.exponent - scale, WIDE)
    plain = without_zeros(shifted)
    written = min(own_digits(shifted), 90 - shifted.adjusted()) if own_digits(value) else 0
    return plain.quantize(Decimal(1).scaleb(-max(written, own_digits(plain))), context=WIDE)


def takes_scale(noun: str) -> bool:
    """Return whether 万 and 亿 may stand before a noun: a Chinese one without a scale or 每."""
    return re.match(_COUNTABLE, noun) is not None


def without_zeros(number: Decimal) -> Decimal:
    """Return a number without zeros at the end of its decimals."""
    normal = number.normalize(WIDE)
    exponent = normal.as_tuple().exponent
    is_scaled = isinstance(exponent, int) and exponent > 0
    return normal.quantize(Decimal(1), context=WIDE) if is_scaled else normal
