"""Numbers as a fact sheet writes them: exact, a bound, or not stated."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from cqviewer.model.choices import BoundKind
from cqviewer.model.messages import say
from cqviewer.model.numbers.foreign_numbers import amount_help
from cqviewer.model.numbers.period import NOT_STATED
from cqviewer.model.problems import Misread

PATTERN = r"[-+]?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?"
"""A number: no thousands separator, no unit, no leading zero, ASCII digits."""

BOUND_PATTERN = rf"(below|above|at least|at most|<=?|>=?|≤|≥) ?{PATTERN}"
"""A bound: in words, or in signs, which need quotes in YAML."""

_NUMBER = re.compile(PATTERN)
_BOUND = re.compile(rf"(?P<kind>[^-+0-9]+?) ?(?P<number>{PATTERN})")
_KINDS: dict[str, BoundKind] = {
    "below": "below",
    "<": "below",
    "above": "above",
    ">": "above",
    "at least": "at least",
    ">=": "at least",
    "≥": "at least",
    "at most": "at most",
    "<=": "at most",
    "≤": "at most",
}
LARGEST_EXPONENT = 30
"""Values lie below 10 to this power, and above its inverse where they are not zero."""

WIDE = Context(prec=99)
"""A decimal context with digits enough for every value in every scale."""


def parse_amount(text: object) -> Decimal | None:
    """Read '7.6', '-3', '690000', or None from 'not stated', as precise as it is written.

    Misread says what to write instead.
    """
    if text == NOT_STATED:
        return None
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        hint = _help(text)
        raise Misread(say("{} is no plain number", _shown(text)), hint, _respelled(str(text), hint))
    number = Decimal(text)
    if not number:
        return abs(number)  # nothing has no sign
    if abs(number.adjusted()) >= LARGEST_EXPONENT:
        raise Misread(say("the number is too large or too small: 30 digits at most"))
    return number


def parse_value(text: object) -> tuple[BoundKind | None, Decimal | None]:
    """Read a number as `parse_amount` does, or a bound: 'below 0.25' or '<0.25'."""
    match = _BOUND.fullmatch(text) if isinstance(text, str) and text[:1] in "ab<>≤≥" else None
    kind = _KINDS.get(match["kind"]) if match else None
    return kind, parse_amount(match["number"] if match and kind else text)


def parse_number(text: object) -> Decimal:
    """Read a number that has to be there; Misread says what to write instead."""
    number = parse_amount(text)
    if number is None:
        raise Misread(
            say("{} is no plain number", _shown(text)), say("write a number, or leave it out")
        )
    return number


def rounded(number: Decimal, digits: int) -> Decimal:
    """Return a number rounded half up to some decimal places."""
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, WIDE)


def own_digits(number: Decimal) -> int:
    """Return the decimal places that a number is written with."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def half_digits(terms: Iterable[Decimal]) -> Decimal:
    """Return half a last digit for each of some rounded terms."""
    return sum((Decimal(5).scaleb(-own_digits(one) - 1) for one in terms), Decimal(0))


def needed_digits(number: Decimal) -> int:
    """Return how many decimals a number has without zeros at its end."""
    return own_digits(number.normalize(WIDE))


def least_digits(number: Decimal) -> int:
    """Return the decimal places that show the first significant digit of a number."""
    return max(0, -number.adjusted()) if number else 0


def _shown(text: object) -> str:
    """Return the beginning of a text in quotes."""
    written = str(text)
    return say("'{}'", written[:40] + ("…" if len(written) > 40 else ""))


def _respelled(text: str, hint: str) -> str | None:
    """Return the number in a hint if it has the digits and the sign of the text, else None."""
    found = re.fullmatch(r"write (-?[0-9]+(?:\.[0-9]+)?)", hint)
    written = unicodedata.normalize("NFKC", text)
    if not found or (found[1][0] == "-") != (written.strip()[:1] in ("-", "\N{MINUS SIGN}")):
        return None
    own, others = ("".join(filter(str.isdecimal, one)).strip("0") for one in (written, found[1]))
    return found[1] if own == others else None


def _help(text: object) -> str:
    """Return what to write instead of a text that is no number."""
    known = amount_help(str(text)) if len(str(text)) <= 60 else ""
    return known or say("write a number such as 7.6 or 690000, its unit in `unit`; or: not stated")
