"""Numbers stay exact: read as written, rounded half up as by hand, and no digit made up."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.numbers.amount import (
    half_digits,
    least_digits,
    needed_digits,
    own_digits,
    parse_amount,
    parse_number,
    parse_value,
    rounded,
)
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Misread

PLAIN = st.decimals(-(10**15), 10**15, places=6) | st.decimals(-1, 1, places=12)
KINDS = {
    "below ": "below",
    "<": "below",
    "< ": "below",
    "above ": "above",
    ">": "above",
    "at least ": "at least",
    "≥": "at least",
    ">= ": "at least",
    "at most ": "at most",
    "≤ ": "at most",
    "<=": "at most",
}


@given(PLAIN, st.integers(0, 6))
def test_a_number_is_read_with_each_digit_that_is_written(number: Decimal, cut: int) -> None:
    text = f"{rounded(number, cut):f}"
    read = parse_amount(text)
    assert read is not None
    assert Fraction(read) == Fraction(text)
    assert own_digits(read) == len(text.partition(".")[2])
    assert f"{read:f}" == (text if read else text.lstrip("-"))


@given(st.sampled_from([*KINDS]), PLAIN)
def test_a_bound_keeps_its_kind_and_its_number(sign: str, number: Decimal) -> None:
    text = f"{number:f}"
    assert parse_value(f"{sign}{text}") == (KINDS[sign], parse_amount(text))
    assert parse_value(text) == (None, parse_amount(text))


@pytest.mark.parametrize(
    "text", ["below", "below  5", "under 5", "about 5", "at least", "=5", "<>5", "5 below", "a5"]
)
def test_what_is_no_bound_is_refused(text: str) -> None:
    with pytest.raises(Misread):
        parse_value(text)


def test_where_a_number_has_to_be_there_silence_is_none() -> None:
    assert parse_value("not stated") == (None, None)
    assert parse_number("0.50") == Decimal("0.5")
    with pytest.raises(Misread) as raised:
        parse_number("not stated")
    assert raised.value.help == "write a number, or leave it out"


@given(PLAIN, st.integers(0, 9))
def test_rounding_is_half_up_as_by_hand(number: Decimal, digits: int) -> None:
    size = Fraction(abs(number)) * 10**digits
    whole = (2 * size + 1) // 2  # half up, away from zero
    made = rounded(number, digits)
    assert abs(Fraction(made)) == Fraction(whole, 10**digits)
    assert not made or (made < 0) == (number < 0)
    assert own_digits(made) == digits


@given(PLAIN)
def test_the_digits_needed_write_a_number_exactly_and_no_fewer_do(number: Decimal) -> None:
    needed = needed_digits(number)
    assert rounded(number, needed) == number
    assert needed == 0 or rounded(number, needed - 1) != number


@given(PLAIN.filter(bool))
def test_no_number_is_rounded_to_nothing(number: Decimal) -> None:
    least = least_digits(number)
    assert rounded(number, least) != 0
    assert least == 0 or abs(Fraction(rounded(number, least))) <= Fraction(10, 10**least)
    assert least_digits(Decimal(0)) == 0


@given(st.lists(st.decimals(-999, 999, places=2) | st.decimals(-9, 9, places=4), max_size=5))
def test_rounding_may_bring_a_sum_off_by_half_a_last_digit_of_each_term(
    terms: list[Decimal],
) -> None:
    off = sum((Fraction(1, 2 * 10 ** own_digits(one)) for one in terms), Fraction(0))
    assert Fraction(half_digits(terms)) == off


DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@given(DAYS, DAYS)
def test_a_period_of_two_days_has_these_days_and_no_others(
    one: datetime.date, other: datetime.date
) -> None:
    first, last = sorted((one, other))
    period = Period.parse(f"{first}/{last}")
    assert (period.start, period.end, period.is_stated) == (first, last, True)
    assert period.year == (first.year if first.year == last.year else None)
    if first != last:
        with pytest.raises(Misread, match="ends before it begins") as raised:
            Period.parse(f"{last}/{first}")
        assert raised.value.help == f"write {first}/{last}"


@given(st.integers(1900, 2100), st.integers(1, 12), st.sampled_from([1, 3, 6, 12]))
def test_months_quarters_halves_and_years_are_the_months_that_they_consist_of(
    year: int, month: int, size: int
) -> None:
    number = (month - 1) // size + 1
    written = {
        1: f"{year}-{number:02}",
        3: f"{year}-Q{number}",
        6: f"{year}-S{number}",
        12: f"{year}",
    }
    first = (number - 1) * size + 1
    as_months = Period.parse(f"{year}-{first:02}/{year}-{first + size - 1:02}")
    period = Period.parse(written[size])
    assert period == as_months
    assert hash(period) == hash(as_months)
    assert [*period.months] == [*range(first, first + size)]
    assert period.month_cells().count("c") == size
    assert period.shape == (size, 0)
    assert period.a_year_before.year == year - 1
    assert period.is_like(period.a_year_before)
    assert not period.is_like(period)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("7,6", "7.6"),
        ("1.234,5", "1234.5"),
        ("12 000", "12000"),
        ("1 200,50", "1200.50"),
        ("−3", "-3"),
        ("- 3", "-3"),
        (".5", "0.5"),
        ("0,0", "0.0"),
        ("７", "7"),
    ],
)
def test_another_spelling_of_one_number_is_mended(text: str, fix: str) -> None:
    with pytest.raises(Misread) as raised:
        parse_amount(text)
    assert raised.value.fix == fix


@pytest.mark.parametrize(
    "text",
    ["1,200", "−1,200", "(3)", "3-", "1,2,3", "1.2 bn", "5k", "½", "7.6 %", "about 5", "007", "x"],
)
def test_what_might_be_another_number_is_never_mended_by_itself(text: str) -> None:
    with pytest.raises(Misread) as raised:
        parse_amount(text)
    assert raised.value.fix is None
    assert raised.value.help.startswith("write ")


@given(st.text("0123456789., '−-+()%", min_size=1, max_size=12))
def test_what_is_mended_has_the_digits_and_the_sign_that_were_written(text: str) -> None:
    fix: str | None = text
    try:
        parse_amount(text)
    except Misread as misread:
        fix = misread.fix
    written, mended = ([one for one in each if one.isdecimal()] for each in (text, fix or text))
    assert "".join(written).strip("0") == "".join(mended).strip("0")
    is_below = text.strip()[0:1] in ("-", "−")
    assert fix is None or fix == text or is_below == fix.startswith("-")
