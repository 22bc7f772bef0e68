"""Periods as heads and cells write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.importing.periods import (
    are_fiscal,
    in_time,
    part_of_year,
    period_within,
    read_period,
    spanned,
)


@pytest.mark.parametrize(
    ("written", "begins", "period"),
    [
        ("2024", None, "2024"),
        ("2024.0", None, "2024"),
        ("3100", None, None),
        ("2024Q3", None, "2024-Q3"),
        ("2024M07", None, "2024-07"),
        ("2023/24", None, "2023/24"),
        ("2001/2002", "4", "2001/02"),
        ("2023 to 2024", "4", "2023/24"),
        ("2001/2002", "calendar", "2001-01/2002-12"),
        ("2009-10", None, "2009-10"),
        ("North", None, None),
    ],
)
def test_a_period_is_written_as_a_sheet_writes_it(
    written: str, begins: str | None, period: str | None
) -> None:
    assert read_period(written, begins) == period


def test_a_year_beside_its_like_is_no_month() -> None:
    assert are_fiscal(["2009-10", "2010-11"])
    assert not are_fiscal(["2009-10", "2009-11"])
    assert read_period("2009-10", "4", is_fiscal=True) == "2009/10"


def test_a_head_may_hold_a_period_and_more() -> None:
    assert period_within("2023 to 2024 budget £m", "4") == ("2023/24", "budget £m")
    assert period_within("Population (2021)", None) == ("2021", "Population")
    assert period_within("value", None) is None


def test_periods_are_sorted_by_their_days() -> None:
    assert sorted(["2024-Q1", "2023", "2023/24"], key=in_time) == ["2023", "2023/24", "2024-Q1"]


@pytest.mark.parametrize(
    ("head", "period", "expected"),
    [
        ("Week ending", "2024-01-05", "2023-12-30/2024-01-05"),
        ("W/E", "2024-01-05", "2023-12-30/2024-01-05"),
        ("Week commencing", "2024-01-01", "2024-01-01/2024-01-07"),
        ("w/c", "2024-01-01", "2024-01-01/2024-01-07"),
        ("Week ended", "2024-01", "2024-01"),
        ("Month ending", "2024-02-29", "2024-02"),
        ("Month ending", "2024-02-28", "2024-02-28"),
        ("Quarter ended", "2024-03", "2024-01/2024-03"),
        ("Quarter beginning", "2024-01-01", "2024-01/2024-03"),
        ("Half-year ended", "2024-06-30", "2024-01/2024-06"),
        ("Year ended", "2024-03-31", "2023-04/2024-03"),
        ("Year ended", "2024", "2024"),
        ("Quarter end", "2024-03-31", "2024-03-31"),
        ("Year to date", "2024-03", "2024-03"),
        ("Weekend", "2024-01-06", "2024-01-06"),
        ("Date", "2024-01-05", "2024-01-05"),
    ],
)
def test_a_head_may_say_that_its_dates_end_or_begin_a_longer_time(
    head: str, period: str, expected: str
) -> None:
    assert spanned(period, head) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.booleans())
def test_a_week_has_seven_days_of_which_one_is_written(day: date, is_end: bool) -> None:
    first, last = spanned(f"{day}", "Week ending" if is_end else "Week beginning").split("/")
    assert f"{day}" == (last if is_end else first)
    assert (date.fromisoformat(last) - date.fromisoformat(first)).days == 6


@pytest.mark.parametrize(
    ("text", "part"),
    [
        *(("M07", "-07"), ("M13", ""), ("Q4", "-Q4"), ("Q05", ""), ("S03", ""), ("A01", "")),
        *(("T2", "-Q2"), ("März", "-03"), ("févr.", "-02"), ("3月", "-03"), ("M14", None)),
        *(("North", None), ("2022", None), ("Q5", None)),
    ],
)
def test_a_part_of_a_year_follows_it_or_is_all_of_it(text: str, part: str | None) -> None:
    assert part_of_year(text) == part
