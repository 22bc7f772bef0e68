"""Numbers as a fact sheet writes them: exact, or not stated."""

import re
from decimal import Decimal

from cqviewer.model.period import NOT_STATED

_NUMBER = re.compile(r"[-+]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][-+]?\d{1,2})?")
LARGEST_EXPONENT = 30
"""Values lie below 10 to this power, and above its inverse where they are not zero."""


def parse_amount(text: object) -> Decimal | None:
    """Read '7.6', '-3', '690000', or None from 'not stated', as precise as it is written.

    ValueError says what to write instead.
    """
    if text == NOT_STATED:
        return None
    if not isinstance(text, str) or not _NUMBER.fullmatch(text) or not text.isascii():
        raise ValueError(
            "a value is a plain number such as 7.6 or 690000 (its unit stands in `unit`),"
            " or: not stated"
        )
    number = Decimal(text)
    if number and abs(number.adjusted()) >= LARGEST_EXPONENT:
        raise ValueError("a value lies between -1e30 and 1e30")
    return number
