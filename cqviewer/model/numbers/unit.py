"""Units of measure: per cent, sums of money with their scale, and counted things."""

import functools
import re
from typing import Literal, Self

import msgspec

from cqviewer.model.localized import currency_name
from cqviewer.model.messages import say
from cqviewer.model.problems import Misread
from cqviewer.model.text import Text, any_of

SCALE_WORDS = {
    word: exponent
    for exponent, words in {
        3: "thousand k 千",
        4: "万",
        5: "lakh 十万",
        6: "million mn mln mio m 百万",
        7: "crore 千万",
        8: "亿",
        9: "billion bn mrd 十亿",
        10: "百亿",
        11: "千亿",
        12: "trillion trn tn 万亿",
    }.items()
    for word in words.split()
} | {"lakh crore": 12}
"""Words of scale in small letters, as powers of ten."""

CURRENCY_SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "US $": "USD",
    "$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "Can$": "CAD",
    "HK$": "HKD",
    "MX$": "MXN",
    "NT$": "TWD",
    "NZ$": "NZD",
    "R$": "BRL",
    "S$": "SGD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "JP¥": "JPY",
    "CN¥": "CNY",
    "₹": "INR",
    "₩": "KRW",
    "฿": "THB",
    "₺": "TRY",
    "₽": "RUB",
    "₴": "UAH",
    "₦": "NGN",
    "₫": "VND",
    "₱": "PHP",
    "₪": "ILS",
    "₸": "KZT",
}
"""Currencies by the signs that are written before a number."""
_NAMES = {
    "yuan": "CNY",
    "renminbi": "CNY",
    "RMB": "CNY",
    "euro": "EUR",
    "euros": "EUR",
    "Euro": "EUR",
    "dollars": "USD",
    "US dollars": "USD",
    "U.S. dollars": "USD",
    "pounds": "GBP",
    "pounds sterling": "GBP",
    "yen": "JPY",
    "won": "KRW",
    "baht": "THB",
    "roubles": "RUB",
    "rubles": "RUB",
    "zł": "PLN",
    "Kč": "CZK",
    "元": "CNY",
    "人民币": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "英镑": "GBP",
    "日元": "JPY",
    "港元": "HKD",
    "kr": "kr",
    "Rs": "Rs",
    "Rs.": "Rs",
    "rupees": "Rs",  # of several countries
}
"""Currencies by the names that are written after a number."""


_PERCENT = re.compile(
    r"[%％]|per[ -]?cent(age)?|pct\.?|pro[zc]ent|pour cent|por ciento|per cento|百分比",
    re.IGNORECASE,
)
_SCALE = rf"(?P<scale>(?i:{any_of(one for one in SCALE_WORDS if one.isascii())}))\.?"
_CURRENCY = rf"(?P<currency>{any_of([*CURRENCY_SIGNS, *_NAMES])}|[A-Z]{{3}})"
# Compiled when they are first used, which a sheet that is kept as it was read does not do.
_MONEY_BEFORE = rf"{_CURRENCY}(?:,? ?{_SCALE}s?)?"
_SCALE_ZH = rf"(?P<scale>{any_of(one for one in SCALE_WORDS if not one.isascii())})"
_MONEY_AFTER = rf"{_SCALE}s?(?: of)? {_CURRENCY}"
_MONEY_SIGN = rf"{_SCALE}(?P<currency>[$€£¥₹])"  # m€, k€
_MONEY_ZH = rf"(?:人民币)?{_SCALE_ZH} ?{_CURRENCY}"
_UNKNOWN_SCALE = rf"(?:{any_of(CURRENCY_SIGNS)}) (\w+)"


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A unit of measure.

    `exponent` is the power of ten of a scaled sum ('bn yuan': 9); `scale` its word as written;
    `symbol` is written before the number ('US$') or after the scale ('yuan').
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
            if not all(isinstance(part, str) for part in text.values()):
                raise Misread(say("a unit is text, or one text per language"))
            parts = [cls.parse(part) for part in text.values()]
            is_percent = bool(parts) and all(one.kind == "percent" for one in parts)
            return parts[0] if is_percent else cls(text, "noun")
        if not isinstance(text, str) or not text.strip():
            raise Misread(
                say("there is no unit"), say("write a unit: '%', bn yuan, US$ million, ports")
            )
        return cls._parse_text(text)

    @classmethod
    @functools.lru_cache(1000)
    def _parse_text(cls, text: str) -> Self:
        if _PERCENT.fullmatch(text):
            return cls("%", "percent")
        forms = (_MONEY_BEFORE, _MONEY_AFTER, _MONEY_SIGN, _MONEY_ZH)
        match = next((found for one in forms if (found := re.fullmatch(one, text))), None)
        if match and (currency := _code(match["currency"])):
            symbol, scale = match["currency"], match["scale"] or ""
            is_before = not match.start("currency") and (bool(scale) or symbol not in _NAMES)
            exponent = SCALE_WORDS[scale.lower()] if scale else 0
            return cls(text, "money", currency, symbol, is_before, scale, exponent)
        if match := re.fullmatch(_UNKNOWN_SCALE, text):
            known = ["thousand", "million", "m", "billion", "bn", "trillion", "lakh", "crore"]
            raise Misread(say("'{}' is no scale of money", match[1]), say("write one of {}", known))
        return cls(text, "noun")


def _code(currency: str) -> str:
    """Return the ISO 4217 code of a currency's sign, name or code; nothing for one unknown."""
    return (
        CURRENCY_SIGNS.get(currency)
        or _NAMES.get(currency)
        or (currency_name(currency, "zh") and currency)
    )
