"""Reference periods are read as ISO 8601 writes them, and nothing else is."""

import datetime
import operator

import pytest

from cqviewer.model.numbers.period import Period
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
