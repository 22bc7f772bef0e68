"""Numbers and names of months and currencies as Babel writes them, each asked for once.

Babel loads a language's data when it is first asked, which takes as long as reading a sheet. So
its answers are cached, and one process can hand its cache to another.
"""

from decimal import Decimal, localcontext
from typing import Any, Literal

import msgspec

from cqviewer.model.text import Language

Form = Literal["wide", "abbreviated"]
_MOST = 100_000


class BabelCache(msgspec.Struct):
    """What Babel has answered.

    Keys are language, pattern and number, or language and form of all names, with spaces between.
    Currencies are keyed by their code, with an empty name where there is none.
    """

    numbers: dict[str, str] = {}
    months: dict[str, tuple[str, ...]] = {}
    currencies: dict[str, str] = {}


_cache = BabelCache()


def babel_cache() -> BabelCache:
    """Return all that Babel has answered so far."""
    return _cache


def extend_cache(other: BabelCache) -> None:
    """Add what Babel answered in another process."""
    _cache.numbers.update(other.numbers)
    _cache.months.update(other.months)
    _cache.currencies.update(other.currencies)


def number(value: Decimal, pattern: str, language: Language) -> str:
    """Write a number, which is not negative, by a pattern of CLDR; no digit of it is rounded."""
    key = f"{language} {pattern} {value}"
    if key not in _cache.numbers:
        from babel.numbers import format_decimal  # takes as long as reading a sheet

        if len(_cache.numbers) >= _MOST:
            _cache.numbers.clear()
        with localcontext(prec=99):  # Babel rounds in the context, which holds 28 digits at first
            _cache.numbers[key] = format_decimal(
                value, format=pattern, locale=language, decimal_quantization=False
            )
    return _cache.numbers[key]


def month(number: int, form: Form, language: Language) -> str:
    """Name a month (1 to 12) inside a date."""
    key = f"{language} {form}"
    if key not in _cache.months:
        names = _locale(language).months["format"][form]
        _cache.months[key] = tuple(str(names[month]) for month in range(1, 13))
    return _cache.months[key][number - 1]


def currency_name(code: str) -> str:
    """Return the Chinese name of the currency of an ISO 4217 code; nothing where there is none."""
    if code not in _cache.currencies:
        if len(_cache.currencies) >= _MOST:
            _cache.currencies.clear()
        _cache.currencies[code] = str(_locale("zh").currencies.get(code, ""))
    return _cache.currencies[code]


def _locale(language: Language) -> Any:  # noqa: ANN401 - Babel's Locale declares its data as Any
    from babel import Locale  # takes as long as reading a sheet

    return Locale(language)
