"""Units of measure: per cent, money with its scale, and counted things."""

import pytest

from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Misread


@pytest.mark.parametrize(
    "text",
    ["%", "％", "per cent", "Per cent", "percent", "PERCENT", "pct", "pct.", "Prozent", "百分比"],
)
def test_per_cent_is_one_unit_however_it_is_written(text: str) -> None:
    assert Unit.parse(text) == Unit("%", "percent")


@pytest.mark.parametrize(
    ("text", "currency", "symbol", "is_before", "exponent"),
    [
        ("US$", "USD", "US$", True, 0),
        ("US$ million", "USD", "US$", True, 6),
        ("$ bn", "USD", "$", True, 9),
        ("HK$ thousand", "HKD", "HK$", True, 3),
        ("€ m", "EUR", "€", True, 6),
        ("£ trn", "GBP", "£", True, 12),
        ("¥ billion", "JPY", "¥", True, 9),
        ("yuan", "CNY", "yuan", False, 0),
        ("bn yuan", "CNY", "yuan", False, 9),
        ("million euros", "EUR", "euros", False, 6),
        ("trillion yen", "JPY", "yen", False, 12),
        ("€bn", "EUR", "€", True, 9),
        ("£m", "GBP", "£", True, 6),
        ("US$m", "USD", "US$", True, 6),
        ("$ Million", "USD", "$", True, 6),
        ("A$ million", "AUD", "A$", True, 6),
        ("C$ bn", "CAD", "C$", True, 9),
        ("NZ$", "NZD", "NZ$", True, 0),
        ("R$ mn", "BRL", "R$", True, 6),
        ("₩ trillion", "KRW", "₩", True, 12),
        ("฿", "THB", "฿", True, 0),
        ("₺ bn", "TRY", "₺", True, 9),
        ("₽ bn", "RUB", "₽", True, 9),
        ("CHF", "CHF", "CHF", True, 0),
        ("CHF million", "CHF", "CHF", True, 6),
        ("USD bn", "USD", "USD", True, 9),
        ("million EUR", "EUR", "EUR", False, 6),
        ("Mio. EUR", "EUR", "EUR", False, 6),
        ("million US dollars", "USD", "US dollars", False, 6),
        ("bn RMB", "CNY", "RMB", False, 9),
        ("zł", "PLN", "zł", False, 0),
        ("million zł", "PLN", "zł", False, 6),
        ("kr", "kr", "kr", False, 0),
        ("kr million", "kr", "kr", True, 6),
        ("₹ crore", "INR", "₹", True, 7),
        ("₹ lakh", "INR", "₹", True, 5),
        ("₹ lakh crore", "INR", "₹", True, 12),
        ("crore rupees", "Rs", "rupees", False, 7),
        ("Rs. crore", "Rs", "Rs.", True, 7),
        ("EUR thousands", "EUR", "EUR", True, 3),
        ("US$, billion", "USD", "US$", True, 9),
        ("thousands of euros", "EUR", "euros", False, 3),
        ("million euro", "EUR", "euro", False, 6),
        ("mln zł", "PLN", "zł", False, 6),
        ("m€", "EUR", "€", False, 6),
        ("CN¥ bn", "CNY", "CN¥", True, 9),
        ("Can$", "CAD", "Can$", True, 0),
        ("million pounds sterling", "GBP", "pounds sterling", False, 6),
        ("元", "CNY", "元", False, 0),
        ("亿元", "CNY", "元", False, 8),
        ("人民币万元", "CNY", "元", False, 4),
        ("百万美元", "USD", "美元", False, 6),
    ],
)
def test_money_has_currency_symbol_and_scale(
    text: str, currency: str, symbol: str, is_before: bool, exponent: int
) -> None:
    unit = Unit.parse(text)
    assert (unit.kind, unit.currency, unit.symbol) == ("money", currency, symbol)
    assert (unit.is_before, unit.exponent) == (is_before, exponent)


@pytest.mark.parametrize(
    "text",
    [
        *("jobs", "kg", "countries and regions", "old yuan", "100 %", "% of GDP", "million trips"),
        *("US$ per person", "TEU", "GWh", "ft", "ALL ports", "crore", "亿", "usd"),
    ],
)
def test_anything_else_is_a_counted_thing(text: str) -> None:
    assert Unit.parse(text) == Unit(text, "noun")


def test_a_unit_may_be_given_once_per_language() -> None:
    assert Unit.parse({"en": "jobs", "zh": "人"}).kind == "noun"
    assert Unit.parse({"en": "per cent", "zh": "%"}) == Unit("%", "percent")
    assert Unit.parse({"en": "% of GDP", "zh": "%"}).kind == "noun"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("US$ zillion", "no scale of money"),
        ("", "no unit"),
        (None, "no unit"),
        ({"fr": 1}, "per language"),
    ],
)
def test_what_is_no_unit_is_refused(text: object, complaint: str) -> None:
    with pytest.raises(Misread, match=complaint):
        Unit.parse(text)
