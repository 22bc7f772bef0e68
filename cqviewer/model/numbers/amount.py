"""Numbers as a fact sheet writes them: exact, or not stated."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from cqviewer.model.numbers.foreign_numbers import amount_help
from cqviewer.model.numbers.period import NOT_STATED
from cqviewer.model.problems import Misread

PATTERN = r"[-+]?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?"
"""A number: no thousands separator, no unit, no leading zero, ASCII digits."""

_NUMBER = re.compile(PATTERN)
LARGEST_EXPONENT = 30
"""Values lie below 10 to this power, and above its inverse where they are not zero."""

WIDE = Context(prec=99)
"""Wide enough for every value and what it is scaled to."""


def parse_amount(text: object) -> Decimal | None:
    """Read '7.6', '-3', '690000', or None from 'not stated', as precise as it is written.

    Misread says what to write instead.
    """
    if text == NOT_STATED:
        return None
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        raise Misread(f"{_shown(text)} is no plain number", _help(text))
    number = Decimal(text)
    if not number:
        return abs(number)  # nothing has no sign
    if abs(number.adjusted()) >= LARGEST_EXPONENT:
        raise Misread("the number is too large or too small: 30 digits at most")
    return number


def rounded(number: Decimal, digits: int) -> Decimal:
    """Round half up to a number of decimal places."""
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, WIDE)


def own_digits(number: Decimal) -> int:
    """Return the decimal places that a number is written with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def needed_digits(number: Decimal) -> int:
    """Count the decimals that write a number exactly, up to the 28 digits that are computed."""
    return own_digits(number.normalize(WIDE))


def least_digits(number: Decimal) -> int:
    """Return the decimal places that show the first significant digit of a number."""
    return max(0, -number.adjusted()) if number else 0


def _shown(text: object) -> str:
    """Quote the beginning of a text."""
    written = str(text)
    return f"'{written[:40]}{'…' if len(written) > 40 else ''}'"


def _help(text: object) -> str:
    """Return what to write instead of a text that is no number."""
    known = amount_help(str(text)) if len(str(text)) <= 60 else ""
    return known or "write a number such as 7.6 or 690000, its unit in `unit`; or: not stated"
