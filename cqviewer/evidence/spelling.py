"""The amounts as which a source may write a value, whatever the scale of its unit."""

import re
from decimal import Decimal

from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.numbers.quantity import is_points
from cqviewer.model.numbers.unit import SCALE_WORDS, Unit
from cqviewer.model.text import every_text


def spellings(value: Decimal, unit: Unit) -> dict[tuple[Decimal, bool], bool]:
    """Return the spellings of a value: pairs of an amount and whether it is in per cent.

    Each maps to whether it counts only where numbers stand without their unit, as in a table. The
    amounts have no sign, since 'fell by 3 %' states -3.
    """
    amount = value.copy_abs()
    is_percent = unit.kind == "percent" or is_points(unit)
    keys = {(amount.scaleb(one, WIDE), is_percent): False for one in exponents(unit)}
    keys.setdefault((amount, False), True)
    return keys


def exponents(unit: Unit) -> set[int]:
    """Return the powers of ten by which a unit counts: 9 of 'bn yuan', and 0 or 3 of '千人'.

    Metres may have been read as millions: 5 m.
    """
    if unit.kind != "noun":
        return {unit.exponent}
    found = {0}
    for text in every_text(unit.text):
        scales = [one for one in SCALE_WORDS if one == re.split("[^a-z]", text.lower())[0]]
        scales += [one for one in SCALE_WORDS if not one.isascii() and text.startswith(one)]
        found.update(SCALE_WORDS[one] for one in sorted(scales, key=len)[-1:])
    return found
