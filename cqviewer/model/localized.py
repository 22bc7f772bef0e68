"""Numbers and names of months as Babel writes them, each asked for once.

Babel loads a language's data when it is first asked, which takes as long as reading a sheet. So
what one process has asked can be handed to another.
"""

from decimal import Decimal, localcontext
from typing import Literal

import msgspec

from cqviewer.model.text import Language

Form = Literal["wide", "abbreviated"]
_MOST = 100_000


class Known(msgspec.Struct):
    """What Babel has been asked for.

    Keys are language, pattern and number, or language and form of all names, with spaces between.
    Currencies are those that units were asked about, with an empty name where there is none.
    """

    numbers: dict[str, str] = {}
    months: dict[str, tuple[str, ...]] = {}
    currencies: dict[str, str] = {}


_known = Known()


def known() -> Known:
    """Give all that Babel has been asked for so far."""
    return _known


def learn(other: Known) -> None:
    """Take over what Babel said in another process."""
    _known.numbers.update(other.numbers)
    _known.months.update(other.months)
    _known.currencies.update(other.currencies)


def number(value: Decimal, pattern: str, language: Language) -> str:
    """Write a number, which is not negative, by a pattern of CLDR; no digit of it is rounded."""
    key = f"{language} {pattern} {value}"
    if key not in _known.numbers:
        from babel.numbers import format_decimal

        if len(_known.numbers) >= _MOST:
            _known.numbers.clear()
        with localcontext(prec=99):  # Babel rounds in the context, which holds 28 digits at first
            _known.numbers[key] = format_decimal(
                value, format=pattern, locale=language, decimal_quantization=False
            )
    return _known.numbers[key]


def month(number: int, form: Form, language: Language) -> str:
    """Name a month (1 to 12) inside a date."""
    key = f"{language} {form}"
    if key not in _known.months:
        from babel import Locale

        names = Locale(language).months["format"][form]
        _known.months[key] = tuple(str(names[one]) for one in range(1, 13))
    return _known.months[key][number - 1]


def currency_name(code: str) -> str:
    """Return the Chinese name of the currency of an ISO 4217 code; nothing where there is none."""
    if code not in _known.currencies:
        from babel import Locale

        if len(_known.currencies) >= _MOST:
            _known.currencies.clear()
        _known.currencies[code] = str(Locale("zh").currencies.get(code, ""))
    return _known.currencies[code]
