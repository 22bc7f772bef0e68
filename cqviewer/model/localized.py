"""Numbers, dates and names of months and currencies by CLDR, each asked of Babel once.

Babel loads a language's data when it is first asked, which takes as long as reading a sheet. So
its answers are cached, and one process can hand its cache to another.
"""

import re
from decimal import Decimal
from typing import Any, Literal

import msgspec

from cqviewer.model.text import Language

Form = Literal["wide", "abbreviated"]
_MOST = 100_000
_DATES = {"date": "", "day_month": "MMMMd", "month_year": "yMMMM"}
"""The skeletons of dates (UTS 35, part 4) by the keys of phrases; a whole date has a format."""
_FIELDS = re.compile("'([^']*)'|([a-zA-Z])\\2*")


class BabelCache(msgspec.Struct):
    """What Babel has answered.

    Keys are the language, and after a space the form of all names, the code of a currency or the
    key of a pattern. What CLDR has not is empty.
    """

    numbers: dict[Language, tuple[str, str, int, int]] = {}
    """Signs of decimals and of groups; how many digits the last group has, and any other."""
    months: dict[str, tuple[str, ...]] = {}
    currencies: dict[str, str] = {}
    patterns: dict[str, str] = {}


_cache = BabelCache()


def babel_cache() -> BabelCache:
    """Return all that Babel has answered so far."""
    return _cache


def extend_cache(other: BabelCache) -> None:
    """Add what Babel answered in another process."""
    for name in BabelCache.__struct_fields__:
        getattr(_cache, name).update(getattr(other, name))


def number(value: Decimal, language: Language, *, grouping: bool = True) -> str:
    """Return a number, which must not be negative, in a language, without rounding it.

    It is grouped as in that language: in Hindi 12,34,567.
    """
    if language not in _cache.numbers:
        locale, symbols = _locale(language), _babel().numbers
        signs = (symbols.get_decimal_symbol(locale), symbols.get_group_symbol(locale))
        _cache.numbers[language] = (*signs, *locale.decimal_formats[None].grouping)
    decimal, group, last, other = _cache.numbers[language]
    whole, point, decimals = f"{value:f}".partition(".")
    if grouping and len(whole) > last:
        rest, whole = whole[:-last], whole[-last:]
        while rest:
            rest, whole = rest[:-other], rest[-other:] + group + whole
    return whole + decimal + decimals if point else whole


def month(number: int, form: Form, language: Language) -> str:
    """Return the name of a month (1 to 12) inside a date."""
    key = f"{language} {form}"
    if key not in _cache.months:
        names = _locale(language).months["format"][form]
        _cache.months[key] = tuple(str(names[month]) for month in range(1, 13))
    return _cache.months[key][number - 1]


def currency_name(code: str, language: Language) -> str:
    """Return the name of the currency of an ISO 4217 code; nothing where there is none.

    Of those that a language counts it is the plural: 'yens'.
    """
    key = f"{language} {code}"
    if key not in _cache.currencies:
        if len(_cache.currencies) >= _MOST:
            _cache.currencies.clear()
        name = ""
        if code in (locale := _locale(language)).currencies:
            name = _babel().numbers.get_currency_name(code, count=2, locale=locale)
        _cache.currencies[key] = name
    return _cache.currencies[key]


def language_name(language: Language) -> str:
    """Return what a language calls itself: 'français'; its tag where CLDR does not know it."""
    return str(_locale(language).display_name or language) if is_known(language) else language


def is_singular(value: Decimal, language: Language) -> bool:
    """Return whether a number is followed by the singular: 1, in French also 1.5."""
    return str(_locale(language).plural_form(value.copy_abs())) == "one"


def pattern(key: str, language: Language) -> str:
    """Return CLDR's pattern for the phrase of a key, with its parts in braces; '' for others."""
    if key != "percent" and key not in _DATES:
        return ""
    cached = f"{language} {key}"
    if cached not in _cache.patterns:
        locale = _locale(language)
        if key == "percent":
            made = re.sub("[#0.,]+", "{number}", str(locale.percent_formats[None].pattern), count=1)
        else:
            format_ = locale.datetime_skeletons.get(_DATES[key]) or locale.date_formats["long"]
            made = _FIELDS.sub(_field, str(format_.pattern))
        _cache.patterns[cached] = made
    return _cache.patterns[cached]


def _field(match: re.Match[str]) -> str:
    """Return the placeholder for a field of a date, or the text in quotes."""
    if match[1] is not None:
        return match[1]
    names = {"y": "{year}", "d": "{day}", "M": "{month}", "L": "{month}"}
    is_number = match[2] in "ML" and len(match[0]) < 3
    return "{number}" if is_number else names.get(match[2], "")


def is_known(language: Language) -> bool:
    """Return whether CLDR knows how a language writes numbers and months."""
    return bool(_babel().localedata.exists(language.split("-")[0]))


def _locale(language: Language) -> Any:  # noqa: ANN401 - Babel's Locale declares its data as Any
    """Return what CLDR knows of a language, or of English where it knows nothing."""
    babel = _babel()
    for tag in (language, language.split("-")[0]):
        try:
            return babel.Locale.parse(tag, sep="-")
        except (ValueError, babel.UnknownLocaleError):
            continue
    return babel.Locale("en")


def _babel() -> Any:  # noqa: ANN401 - a module
    import babel.numbers  # takes as long as reading a sheet

    return babel
