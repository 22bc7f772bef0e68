"""Numbers as a fact sheet writes them: exact, or not stated."""

import re
from decimal import Decimal

from cqviewer.model.period import NOT_STATED
from cqviewer.model.problems import Misread

PATTERN = r"[-+]?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?"
"""A number: no thousands separator, no unit, no leading zero, ASCII digits."""

_NUMBER = re.compile(PATTERN)
LARGEST_EXPONENT = 30
"""Values lie below 10 to this power, and above its inverse where they are not zero."""


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


def _shown(text: object) -> str:
    """Quote the beginning of a text."""
    written = str(text)
    return f"'{written[:40]}{'…' if len(written) > 40 else ''}'"


def _help(text: object) -> str:
    """Say what to write instead of a text that is no number."""
    written = str(text).replace("\N{MINUS SIGN}", "-")
    if written.lower() == NOT_STATED:
        return "write it in small letters: not stated"
    plain = _uncluttered(written) if len(written) <= 40 else ""
    if _NUMBER.fullmatch(plain):
        return f"write {plain}; its unit stands in `unit`" if "%" in written else f"write {plain}"
    return "write a number such as 7.6 or 690000, its unit in `unit`; or: not stated"


def _uncluttered(text: str) -> str:
    """Drop thousands separators, unit and leading zeros; make a decimal comma a point."""
    text = re.sub(r"[\s_%'’]", "", text)
    if [one for one in text if one in ",."] != ["."]:
        text = re.sub(r"[,.](?=\d{3}(\D|$))", "", text).replace(",", ".")
    return re.sub(r"^([-+]?)0+(?=\d)", r"\1", text)
