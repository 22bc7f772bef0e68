"""Periods that elsewhere would mean another time are warned of."""

import pytest

from cqviewer.load import examine_sheet
from tests.model.sheets import figure, problems, sheet_text

FIGURES = "sections: [{id: one, title: One, figures: [a]}]\n"


def said(*periods: str, date: str = "2025-03-01") -> list[str]:
    """Return what is said of a series with these periods."""
    listed = ", ".join(f"{{period: {one}, value: 1}}" for one in periods)
    text = sheet_text(f"a: {figure(period=None, observations=f'[{listed}]')}", rest=FIGURES)
    return problems(text.replace("2025-03-01", date, 1))


@pytest.mark.parametrize(
    ("periods", "warnings"),
    [
        (("2001/2002",), ["2001/2002 covers two calendar years"]),
        (("2001/2003",), []),
        (("2001-01/2002-12",), []),
        (("2009-10", "2010-11"), ["2009-10 is a month", "2010-11 is a month"]),
        (("2009-10",), []),
        (("2009-10", "2009-11", "2010-11"), []),
        (("2009-10", "2011"), []),
        (("2567",), ["the period begins after the sheet's date, 2025-03-01"]),
        (("1403",), ["the period lies 622 years before the sheet's date"]),
        (("1446",), ["the period lies 579 years before the sheet's date"]),
        (("0113",), ["the period lies 1912 years before the sheet's date"]),
        (("1086",), []),
        (("1500", "1600"), []),
    ],
)
def test_a_period_that_may_be_another_time_is_warned_of(
    periods: tuple[str, ...], warnings: list[str]
) -> None:
    assert said(*periods) == [f"warning: {one}" for one in warnings]


@pytest.mark.parametrize(
    ("year", "meant"),
    [
        ("2567", "2567 of the Buddhist calendar is 2024"),
        ("2081", "2081 of the Nepali calendar is 2024"),
        ("5785", "5785 of the Hebrew calendar is 2025"),
        ("1403", "1403 of the Persian calendar is 2024"),
        ("1446", "1446 of the Islamic calendar is 2024"),
        ("0113", "113 of the Republic of China is 2024"),
    ],
)
def test_the_other_calendar_is_named(year: str, meant: str) -> None:
    text = sheet_text(f"a: {figure(value=1, period=year)}", rest=FIGURES)
    (problem,) = examine_sheet(text.encode(), "f").problems
    assert problem.help.endswith(meant)


def test_where_years_begin_amid_a_year_a_month_that_looks_like_one_is_warned_of() -> None:
    text = sheet_text(f"a: {figure(value=1, period='2009-10')}", rest=FIGURES)
    assert examine_sheet(text.encode(), "f").problems == []
    text = sheet_text(f"a: {figure(value=1, period='2009-10', year_begins=4)}", rest=FIGURES)
    (problem,) = examine_sheet(text.encode(), "f").problems
    assert (problem.message, problem.help) == (
        "2009-10 is a month",
        "for a fiscal year write 2009/10",
    )
