"""Reference periods are read as ISO 8601 writes them, and nothing else is."""

import datetime
import operator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.numbers.period import Period, later
from cqviewer.model.problems import Misread


@pytest.mark.parametrize(
    ("text", "start", "end", "grain"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2020/2024", "2020-01-01", "2024-12-31", "year"),
        ("2024-Q3", "2024-07-01", "2024-09-30", "quarter"),
        ("2023-Q4/2024-Q1", "2023-10-01", "2024-03-31", "quarter"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-01/2024-11", "2024-01-01", "2024-11-30", "month"),
        ("2024-12-23", "2024-12-23", "2024-12-23", "day"),
        ("2024-12-23/2025-01-02", "2024-12-23", "2025-01-02", "day"),
        ("2024-S1", "2024-01-01", "2024-06-30", "half"),
        ("2024-H2", "2024-07-01", "2024-12-31", "half"),
        ("2023-S2/2024-S1", "2023-07-01", "2024-06-30", "half"),
        ("2024-W07", "2024-02-12", "2024-02-18", "week"),
        ("2025-W01", "2024-12-30", "2025-01-05", "week"),
        ("2024-W52/2025-W01", "2024-12-23", "2025-01-05", "week"),
        ("2020-W53", "2020-12-28", "2021-01-03", "week"),
    ],
)
def test_a_period_reaches_from_its_first_to_its_last_day(
    text: str, start: str, end: str, grain: str
) -> None:
    period = Period.parse(text)
    assert period.start == datetime.date.fromisoformat(start)
    assert period.end == datetime.date.fromisoformat(end)
    assert period.grain == grain
    assert period.is_stated


@pytest.mark.parametrize(
    ("text", "complaint", "hint"),
    [
        ("", "is no period", "write 2024"),
        ("24", "is no period", "write 2024"),
        ("2024-1", "is no period", "write 2024"),
        ("2024-Q5", "is no period", "write 2024"),
        ("2024-q1", "is no period", "write 2024"),
        ("2024-S3", "is no period", "write 2024"),
        ("2024-W54", "no date of the calendar", "write 2024"),
        ("9999-W52", "no date of the calendar", "write 2024"),
        ("9999/00", "is no period", "write 2024"),
        ("2001/03/02", "is no period", "write 2001-03-02"),
        ("2024-01-32", "no date of the calendar", "write 2024"),
        ("2023-02-29", "no date of the calendar", "write 2024"),
        ("2024-13", "no date of the calendar", "write 2024"),
        ("0000", "no date of the calendar", "write 2024"),
        ("2024/", "is no period", "write 2024"),
        ("2024/2025/2026", "is no period", "write 2024"),
        ("2024-11/2024-01", "ends before it begins", "write 2024-01/2024-11"),
        ("2024-01/2024", "begins with a month and ends with a year", "write both ends alike"),
        ("２０２４", "is no period", "write 2024"),
        (None, "one piece of text", "write 2024"),
    ],
)
def test_anything_else_is_refused_with_what_to_write(
    text: object, complaint: str, hint: str
) -> None:
    with pytest.raises(Misread, match=complaint) as caught:
        Period.parse(text)
    assert caught.value.help.startswith(hint)


@pytest.mark.parametrize(
    ("text", "begins", "months"),
    [
        ("2001/02", 4, "2001-04/2002-03"),
        ("1999/00", 7, "1999-07/2000-06"),
        ("2023/24", 2, "2023-02/2024-01"),
        ("2023/24", 12, "2023-12/2024-11"),
    ],
)
def test_a_fiscal_year_begins_in_the_month_that_the_sheet_says(
    text: str, begins: int, months: str
) -> None:
    period = Period.parse(text, begins)
    assert period == Period.parse(months)
    assert (period.grain, period.year, period.is_interval) == ("fiscal year", None, False)


def test_a_fiscal_year_without_its_first_month_is_no_period() -> None:
    with pytest.raises(Misread, match="nothing says in which month the year 2001/02 begins") as no:
        Period.parse("2001/02")
    assert no.value.help.startswith("for a fiscal year write 2001/02 with `year_begins: 4`")
    assert "2001-01/2002-12 for two calendar years, 2001-02 for a month" in no.value.help


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024-W07", "2023-W07"),
        ("2025-W01", "2024-W01"),
        ("2020-W53", "not stated"),
        ("2024-S1", "2023-S1"),
    ],
)
def test_weeks_have_the_same_week_of_the_year_before(text: str, before: str) -> None:
    assert Period.parse(text).a_year_before == Period.parse(before)


def test_not_stated_is_a_period_without_days() -> None:
    period = Period.parse("not stated")
    assert not period.is_stated
    assert (period.year, list(period.months), period.is_interval) == (None, [], False)


@pytest.mark.parametrize(
    ("text", "year", "months", "is_interval"),
    [
        ("2024", 2024, 12, False),
        ("2024-Q3", 2024, 3, False),
        ("2024-Q1/2024-Q3", 2024, 9, True),
        ("2024-01/2024-11", 2024, 11, True),
        ("2024-12-23", 2024, 1, False),
        ("2023-11/2024-02", None, 0, True),
        ("2023/2024", None, 0, True),
    ],
)
def test_a_period_within_a_year_covers_months_of_it(
    text: str, year: int | None, months: int, is_interval: bool
) -> None:
    period = Period.parse(text)
    assert period.year == year
    assert len(period.months) == months
    assert period.is_interval is is_interval


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024", "2024-01/2024-12"),
        ("2024", "2024-Q1/2024-Q4"),
        ("2024-Q1", "2024-01/2024-03"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("2023/2024", "2023-01/2024-12"),
        ("2024-S1", "2024-H1"),
        ("2024-S1", "2024-Q1/2024-Q2"),
        ("2024-W07", "2024-02-12/2024-02-18"),
        ("not stated", "not stated"),
    ],
)
def test_periods_of_the_same_days_are_equal(one: str, other: str) -> None:
    assert Period.parse(one) == Period.parse(other)
    assert not operator.ne(Period.parse(one), Period.parse(other))
    assert len({Period.parse(one), Period.parse(other)}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("2024", "2023"), ("2024", "2024-01/2024-11"), ("2024", "not stated")]
)
def test_periods_of_other_days_differ(one: str, other: str) -> None:
    assert Period.parse(one) != Period.parse(other)
    assert len({Period.parse(one), Period.parse(other)}) == 2


@pytest.mark.parametrize(
    ("texts", "is_stated", "is_mixed"),
    [
        (["2024", "2024-01/2024-12"], True, False),
        (["2024", "2023"], True, True),
        (["2024", "not stated"], False, False),
        (["not stated", "not stated"], False, False),
    ],
)
def test_several_periods_have_one_in_common_or_differ(
    texts: list[str], is_stated: bool, is_mixed: bool
) -> None:
    common = Period.common(Period.parse(one) for one in texts)
    assert (common.is_stated, common.is_mixed) == (is_stated, is_mixed)
    assert (common == Period.parse(texts[0])) is not is_mixed or texts[1] == "not stated"
    assert common.year is None or common.year == 2024
    later = Period.common([common, common])
    assert later == common


def test_the_last_year_of_the_calendar_is_read() -> None:
    assert Period.parse("9999-12").end == datetime.date(9999, 12, 31)


@pytest.mark.parametrize(
    ("period", "year", "cells"),
    [
        ("2024-01/2024-11", 2024, "cccccccccccp"),
        ("2024-Q1/2024-Q3", 2024, "cccccccccppp"),
        ("2024", 2024, "cccccccccccc"),
        ("2024-12-23", 2024, ""),
        ("2024-12-16/2024-12-22", 2024, ""),
        ("2024-11-16/2024-12-31", 2024, ""),
        ("2024-12-01/2024-12-31", 2024, "pppppppppppc"),
        ("not stated", 2024, "nnnnnnnnnnnn"),
        ("2023", 2024, ""),
        ("2023", None, "cccccccccccc"),
        ("2023-12/2024-02", None, ""),
    ],
)
def test_a_strip_shows_whole_months_of_a_year_only(
    period: str, year: int | None, cells: str
) -> None:
    assert Period.parse(period).month_cells(year) == cells


@pytest.mark.parametrize(
    "text", ["2024-01/2024-13", "2024-13 to 2024-14", "2024-02-30 – 2024-03-31"]
)
def test_no_help_names_a_period_that_is_none(text: str) -> None:
    with pytest.raises(Misread) as refusal:
        Period.parse(text)
    assert refusal.value.help.startswith("write 2024, 2024-Q3,")


@pytest.mark.parametrize(
    ("one", "other", "is_like"),
    [
        ("2023", "2024", True),
        ("2023", "2025", True),
        ("2023", "2023/24", False),  # which begins in April
        ("2022/23", "2023/24", True),
        ("2024-Q1", "2024-Q2", True),
        ("2024-Q1", "2024-04/2024-06", True),
        ("2024-Q1", "2024-02/2024-04", False),  # they overlap
        ("2023-02/2023-04", "2024-Q1", False),  # another division of the year
        ("2023-01/2023-11", "2024-01/2024-11", True),
        ("2023-01/2023-11", "2024-02/2024-12", False),
        ("2023-01/2023-05", "2023-06/2023-10", False),  # five months divide no year
        ("2024-H1", "2024-H2", True),
        ("2024-H1", "2024-Q3", False),
        ("2021/2022", "2023/2024", True),
        ("2024-02", "2024-03", True),  # months, however long
        ("2024-W10", "2024-W12", True),
        ("2024-W10", "2024-05-01/2024-05-07", True),
        ("2024-W10", "2024-05-01/2024-05-08", False),
        ("2024-05-01", "2024-05-02", True),
        ("2024-05-01", "2024-05", False),
        ("2024-01/2024-03", "2024-01/2024-03", False),  # itself
        ("2024", "not stated", False),
    ],
)
def test_periods_are_alike_where_they_may_be_compared(one: str, other: str, is_like: bool) -> None:
    first, second = (Period.parse(text, 4) for text in (one, other))
    assert (first.is_like(second), second.is_like(first)) == (is_like, is_like)


MONTHS = st.integers(1901 * 12, 2099 * 12)


@given(MONTHS, st.integers(0, 30))
def test_a_year_before_are_the_same_months_of_that_year(first: int, more: int) -> None:
    begin, end = (f"{one // 12:04}-{one % 12 + 1:02}" for one in (first, first + more))
    period = Period.parse(f"{begin}/{end}")
    before = period.a_year_before
    ends = [f"{int(one[:4]) - 1:04}{one[4:]}" for one in (begin, end)]
    assert before == Period.parse("/".join(ends))
    assert before.shape == period.shape
    assert before.is_like(period) == (more < 12)


@given(st.dates(datetime.date(1901, 1, 1), datetime.date(2099, 12, 31)), st.integers(-40, 40))
def test_a_day_moved_by_months_stays_the_day_or_the_last_of_its_month(
    day: datetime.date, months: int
) -> None:
    moved = later(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    is_last = (day + datetime.timedelta(1)).day == 1
    ends = (moved + datetime.timedelta(1)).day == 1
    assert ends if is_last else moved.day == day.day or (ends and moved.day < day.day)
