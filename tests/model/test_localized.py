"""Babel is asked once for each number and name, and what it said can be handed on."""

from decimal import Decimal, localcontext

from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model import localized
from cqviewer.model.numbers.amount import WIDE
from tests.checkout import run_python


@given(
    value=st.decimals(min_value=0, max_value=10**29, places=3)
    | st.integers(0, 10**29).map(Decimal),
    language=st.sampled_from(("en", "zh", "fr", "de", "de-CH", "hi", "es", "pl", "tok", "ar")),
)
def test_numbers_are_babels(value: Decimal, language: str) -> None:
    with localcontext(prec=99):  # Babel rounds in the context
        wanted = format_decimal(
            value, locale=language.replace("-", "_"), decimal_quantization=False, format=None
        )
    shown = localized.number(value.normalize(WIDE), language)
    assert shown == wanted
    plain = localized.number(value, language, grouping=False)
    assert Decimal(plain.replace(",", ".")) == value


def test_numbers_keep_their_own_decimals() -> None:
    for text in ("0", "7.60", "690000", "0.000001", "123456789012345678901234567890.5"):
        assert localized.number(Decimal(text), "en").replace(",", "") == text
        assert localized.number(Decimal(text), "en", grouping=False) == text
    assert localized.number(Decimal("1E+3"), "en") == "1,000"


def test_months_are_babels() -> None:
    for number in range(1, 13):
        wide = Locale("en").months["format"]["wide"][number]
        assert localized.month(number, "wide", "en") == wide
    assert localized.month(9, "abbreviated", "en") == "Sep"
    assert localized.month(11, "wide", "zh") == "十一月"


def test_what_is_known_in_one_process_need_not_be_asked_in_another() -> None:
    code = (
        "import sys; from decimal import Decimal\n"
        "from cqviewer.model import localized as one\n"
        "one.extend_cache(one.BabelCache(numbers={'en': ('.', ',', 3, 3)},"
        " months={'en wide': ('',) * 10 + ('November', '')}))\n"
        "assert one.number(Decimal('7.6'), 'en') == '7.6'\n"
        "assert one.month(11, 'wide', 'en') == 'November'\n"
        "assert 'babel' not in sys.modules\n"
        "assert one.number(Decimal(1000), 'fr') != '1,000'\n"
        "assert 'babel' in sys.modules\n"
    )
    ended = run_python(code)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_language_is_named_in_its_own_words() -> None:
    assert localized.language_name("fr") == "français"
    assert localized.language_name("pt-BR").startswith("português")
    assert localized.language_name("xx") == "xx"


def test_patterns_of_dates_and_percentages_are_those_of_cldr() -> None:
    assert localized.pattern("date", "es") == "{day} de {month} de {year}"
    assert localized.pattern("month_year", "ja") == "{year}年{number}月"
    assert localized.pattern("percent", "de") == "{number}\N{NO-BREAK SPACE}%"
    assert localized.pattern("about", "de") == ""
    assert localized.currency_name("JPY", "fr") == "yens japonais"
    assert localized.currency_name("XXZ", "fr") == ""
