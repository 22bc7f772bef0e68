"""Units of measure: per cent, sums of money with their scale, and counted things."""

import re
from typing import Literal, Self

import msgspec

from cqviewer.model.problems import Misread
from cqviewer.model.text import LANGUAGES, Text

_SCALES = {
    "thousand": 3,
    "m": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
    "trn": 12,
    "trillion": 12,
}
_BEFORE = {"US$": "USD", "$": "USD", "HK$": "HKD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_AFTER = {"yuan": "CNY", "euros": "EUR", "dollars": "USD", "pounds": "GBP", "yen": "JPY"}
_MONEY_BEFORE = re.compile(r"(US\$|HK\$|\$|€|£|¥)(?: (\w+))?")
_MONEY_AFTER = re.compile(r"(?:(\w+) )?(yuan|euros|dollars|pounds|yen)")


class Unit(msgspec.Struct, frozen=True):
    """A unit of measure.

    `exponent` is the power of ten of a scaled sum ('bn yuan': 9); `scale` its word as written;
    `symbol` what stands before the number ('US$') or after the scale ('yuan').
    """

    text: Text
    kind: Literal["percent", "money", "noun"]
    currency: str = ""
    symbol: str = ""
    is_before: bool = False
    scale: str = ""
    exponent: int = 0

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read a unit as the format writes it: '%', 'bn yuan', 'US$ million', 'ports'.

        Misread says what to write instead.
        """
        if isinstance(text, dict):
            unknown = [key for key in text if key not in LANGUAGES]
            if unknown or not all(isinstance(part, str) for part in text.values()):
                raise Misread("a unit is text, or one text each for `en` and `zh`")
            return cls(text, "noun")
        if not isinstance(text, str) or not text.strip():
            raise Misread("there is no unit", "write a unit: '%', bn yuan, US$ million, ports")
        if text in ("%", "per cent", "percent"):
            return cls("%", "percent")
        if match := _MONEY_BEFORE.fullmatch(text):
            return cls._money(text, match[1], _BEFORE[match[1]], match[2] or "", is_before=True)
        if match := _MONEY_AFTER.fullmatch(text):
            return cls._money(text, match[2], _AFTER[match[2]], match[1] or "", is_before=False)
        return cls(text, "noun")

    @classmethod
    def _money(cls, text: str, symbol: str, currency: str, scale: str, *, is_before: bool) -> Self:
        if scale and scale not in _SCALES:
            if is_before:
                raise Misread(
                    f"'{scale}' is no scale of money", f"write one of {', '.join(_SCALES)}"
                )
            return cls(text, "noun")
        return cls(text, "money", currency, symbol, is_before, scale, _SCALES.get(scale, 0))
