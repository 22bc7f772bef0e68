"""Numbers are read exactly as they are written, or refused with what to write."""

from decimal import Decimal

import pytest

from cqviewer.model.numbers.amount import own_digits, parse_amount, rounded
from cqviewer.model.problems import Misread


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("7.6", "7.6"),
        ("-3", "-3"),
        ("+3", "3"),
        ("690000", "690000"),
        ("7.60", "7.60"),
        ("0", "0"),
        ("-0.0", "0.0"),
    ],
)
def test_a_number_keeps_its_precision(text: str, digits: str) -> None:
    assert str(parse_amount(text)) == digits


def test_a_power_of_ten_may_be_written() -> None:
    assert parse_amount("1.2e6") == Decimal(1200000)


def test_not_stated_is_no_number() -> None:
    assert parse_amount("not stated") is None


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("7,6", "write 7.6"),
        ("1,200", "write 1200"),
        ("1,234.5", "write 1234.5"),
        ("1.234,5", "write 1234.5"),
        ("1.234.567", "write 1234567"),
        ("12 000", "write 12000"),
        ("1'000", "write 1000"),
        ("1_000", "write 1000"),
        ("007", "write 7"),
        ("7.6 %", "write 7.6; its unit stands in `unit`"),
        ("−3", "write -3"),
        ("Not Stated", "write it in small letters: not stated"),
        ("many", "write a number such as 7.6"),
    ],
)
def test_what_is_written_otherwise_is_put_right(text: str, hint: str) -> None:
    with pytest.raises(Misread, match="is no plain number") as caught:
        parse_amount(text)
    assert caught.value.help.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nan",
        ".inf",
        "1e400",
        "0x1F",
        "0o17",
        "1:30",
        "７",
        ".5",
        "5.",
        "9" * 5000,
        "1.5.",
        None,
    ],
)
def test_what_is_no_number_is_refused(text: object) -> None:
    with pytest.raises(Misread) as caught:
        parse_amount(text)
    assert len(str(caught.value)) < 100


@pytest.mark.parametrize("text", ["1e30", "1e-31", "9" * 30 + "e9"])
def test_a_number_beyond_thirty_digits_is_refused(text: str) -> None:
    with pytest.raises(Misread, match="too large or too small"):
        parse_amount(text)


def test_halves_are_rounded_up() -> None:
    assert [str(rounded(Decimal(one), 1)) for one in ("0.25", "0.35", "-0.25")] == [
        *("0.3", "0.4", "-0.3")
    ]


@pytest.mark.parametrize(("text", "digits"), [("7.60", 2), ("300", 0), ("3e2", 0)])
def test_own_digits_are_those_written(text: str, digits: int) -> None:
    assert own_digits(Decimal(text)) == digits
