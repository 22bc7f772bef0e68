"""What other offices write for a period is refused, with the words to write in this format."""

import datetime
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from cqviewer.model.numbers.foreign_periods import period_help
from cqviewer.model.numbers.period import Period
from tests.model.sheets import figure, sheet_text

FISCAL = "for a fiscal year write"
BEGINS = "with `year_begins: 4` (its first month) at the indicator or the sheet"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2001/02", f"{FISCAL} 2001/02 {BEGINS}; 2001-01/2002-12 for two calendar years, 2001-02"),
        ("2001-2002", f"{FISCAL} 2001/02 {BEGINS}; 2001-01/2002-12 for two calendar years"),
        ("2023-24", f"{FISCAL} 2023/24 {BEGINS}"),
        ("1999/00", f"{FISCAL} 1999/00 {BEGINS}"),
        ("FY2024", "write 2023/24, or 2024/25 if it is named by the year in which it begins"),
        ("FY24", "write 2023/24, or 2024/25 if it is named by"),
        ("FY 2023/24", f"{FISCAL} 2023/24 {BEGINS}"),
        ("fiscal year 2024", "write 2023/24, or 2024/25 if it is named by"),
        ("2024FY", "write 2023/24, or 2024/25 if it is named by"),
        ("financial year 2023/24", f"{FISCAL} 2023/24 {BEGINS}"),
        ("AY2023-24", f"{FISCAL} 2023/24 {BEGINS}"),
        ("2023/24 season", f"{FISCAL} 2023/24 {BEGINS}"),
        ("2023-2024学年", f"{FISCAL} 2023/24 {BEGINS}"),
        ("2023—2024年", f"{FISCAL} 2023/24 {BEGINS}"),
        ("year ending March 2024", "write 2023-04/2024-03"),
        ("12 months to Dec 2024", "write 2024-01/2024-12"),
        ("2013 to 2016", "write 2013/2016 for 4 calendar years"),
        ("1990s", "write 1990/1999 for ten calendar years"),
        ("3Q2024", "write 2024-Q3"),
        ("Q3 24", "write 2024-Q3"),
        ("2024.Q3", "write 2024-Q3"),
        ("third quarter of 2024", "write 2024-Q3"),
        ("1H2024", "write 2024-H1"),
        ("first half 2024", "write 2024-H1"),
        ("2024.07", "write 2024-07"),
        ("Jul-24", "write 2024-07"),
        ("July 25, 2024", "write 2024-07-25"),
        ("25th July 2024", "write 2024-07-25"),
        ("２０２３", "write 2023"),
        ("２０２４－１１", "write 2024-11"),
        ("２０２４/２５", f"{FISCAL} 2024/25"),
        ("2024-366", "write 2024-12-31"),
        ("2023-366", "write 2024, 2024-Q3"),
        ("Jan–Nov 2024", "write 2024-01/2024-11"),
        ("January to November 2024", "write 2024-01/2024-11"),
        ("Dec 2023 - Feb 2024", "write 2023-12/2024-02"),
        ("2024-01..2024-11", "write 2024-01/2024-11"),
        ("2024年1月至2024年7月", "write 2024-01/2024-07"),
        ("2024年7月25日至27日", "write 2024-07-25/2024-07-27"),
        ("2024-12-23/25", "write 2024-12-23/2024-12-25"),
        ("week 7 of 2024", "write 2024-W07"),
        ("2024-W07/W09", "write 2024-W07/2024-W09"),
        ("2024W7", "write 2024-W07"),
        ("2024年第7周", "write 2024-W07"),
        ("2013/14 to 2015/16", "write their first and last month, such as 2013-04/2016-03"),
        ("end of 2024", "write 2024-12-31"),
        ("2024年末", "write 2024-12-31"),
        ("2024年度", "write 2024"),
        ("2024p", "write 2024 with `status: provisional`"),
        ("2024*", "write 2024 and say in `note` what '*' means"),
        ("２０２４", "write 2024"),
        ("民国113年", "write 2024 for the common calendar's year"),
        ("2567 BE", "write 2024 for the common calendar's year"),
        ("2013/16", "write 2013/2016 for 4 calendar years"),
        ("2024Q3", "write 2024-Q3"),
        ("2024 Q3", "write 2024-Q3"),
        ("2024-q3", "write 2024-Q3"),
        ("Q3 2024", "write 2024-Q3"),
        ("2024-Q1/Q3", "write 2024-Q1/2024-Q3"),
        ("2024M07", "write 2024-07"),
        ("2024-7", "write 2024-07"),
        ("2024/07", "write 2024-07"),
        ("202407", "write 2024-07"),
        ("07/2024", "write 2024-07"),
        ("July 2024", "write 2024-07"),
        ("2024-01/11", "write 2024-01/2024-11"),
        ("2024-W7", "write 2024-W07"),
        ("2020 W53", "write 2020-W53"),
        ("2024-B2", "write 2024-03/2024-04"),
        ("2024S1", "write 2024-S1"),
        ("2024-h2", "write 2024-H2"),
        ("H1 2024", "write 2024-H1"),
        ("2024-S1 to 2024-S2", "write 2024-S1/2024-S2"),
        ("2024-T2", "write 2024-05/2024-08, or 2024-Q2 for a quarter"),
        ("2024-12-31T00:00:00", "write 2024-12-31"),
        ("2024-12-31 12:00", "write 2024-12-31"),
        ("20241231", "write 2024-12-31"),
        ("2024/12/31", "write 2024-12-31"),
        ("31.12.2024", "write 2024-12-31"),
        ("12/31/2024", "write 2024-12-31"),
        ("01/02/2024", "write 2024-02-01, or 2024-01-02"),
        ("31 Dec 2024", "write 2024-12-31"),
        ("2024年", "write 2024"),
        ("2024年7月", "write 2024-07"),
        ("2024 年 1–11 月", "write 2024-01/2024-11"),
        ("2024年前三季度", "write 2024-Q1/2024-Q3"),
        ("2024年第三季度", "write 2024-Q3"),
        ("2024年上半年", "write 2024-H1"),
        ("2024年12月31日", "write 2024-12-31"),
        ("n/a", "write: not stated"),
        ("Not stated", "write: not stated"),
    ],
)
def test_a_period_of_another_spelling_is_refused_with_what_to_write(
    written: str, hint: str
) -> None:
    text = sheet_text("jobs: " + figure(value=1, period=json.dumps(written)))
    (problem,) = examine_sheet(text.encode(), "f").problems
    assert problem.severity == "error"
    assert problem.help.startswith(hint)
    periods = re.findall(r"\d{4}[-\dQHSW/]*", problem.help)
    assert all(Period.parse(one, 4).is_stated for one in periods)
    assert periods or "not stated" in problem.help


@pytest.mark.parametrize("written", ["2024-W54", "2024-13", "2024-S3", "24", "2024-02-30", "soon"])
def test_what_is_no_time_gets_the_general_help(written: str) -> None:
    text = sheet_text("jobs: " + figure(value=1, period=json.dumps(written)))
    (problem,) = examine_sheet(text.encode(), "f").problems
    assert problem.help.startswith("write 2024, 2024-Q3, 2024-11, 2024-12-23,")


@pytest.mark.parametrize("text", ["2024 to 2020", "1950 to 2024"])
def test_ends_that_make_no_period_get_no_help_of_their_own(text: str) -> None:
    assert period_help(text) == ""


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2001-2002", f"{FISCAL} 2001/02; 2001-01/2002-12 for two calendar years"),
        ("FY2024", "write 2023/24, or 2024/25 if it is named by the year in which it begins"),
        ("FY 2023/24", f"{FISCAL} 2023/24"),
    ],
)
def test_where_years_are_known_to_begin_nothing_else_is_asked_for(written: str, hint: str) -> None:
    assert period_help(written, 4) == hint


@pytest.mark.parametrize("written", ["FY2024", "FY24", "fiscal year 2024", "2023-24"])
def test_help_says_when_years_begin_only_where_nobody_does(written: str) -> None:
    assert BEGINS in period_help(written)
    known = period_help(written, 4)
    assert "year_begins" not in known
    assert not known.endswith(",")
    assert "2023/24" in known


SPELLED = [
    ("%d %B %Y", "%Y-%m-%d"),
    ("%B %d, %Y", "%Y-%m-%d"),
    ("%d-%b-%Y", "%Y-%m-%d"),
    ("%Y/%m/%d", "%Y-%m-%d"),
    ("%Y%m%d", "%Y-%m-%d"),
    ("%Y-%m-%dT00:00:00", "%Y-%m-%d"),
    ("%Y年%m月%d日", "%Y-%m-%d"),
    ("%B %Y", "%Y-%m"),
    ("%b %Y", "%Y-%m"),
    ("%Y %b", "%Y-%m"),
    ("%YM%m", "%Y-%m"),
    ("%m/%Y", "%Y-%m"),
    ("%Y年%m月", "%Y-%m"),
    ("%Y年", "%Y"),
]
"""Spellings of one time in other forms, each with that of the format, as `strftime` writes them."""


@given(st.dates(datetime.date(1900, 1, 1)), st.sampled_from(SPELLED))
def test_a_day_month_or_year_in_another_spelling_is_that_very_one(
    day: datetime.date, spelled: tuple[str, str]
) -> None:
    written, own = (day.strftime(one) for one in spelled)
    assert period_help(written) == f"write {own}"
    assert Period.parse(own).is_stated


@given(st.integers(1900, 2099), st.integers(1, 4), st.integers(1, 4))
def test_quarters_are_those_that_are_named_in_whatever_order(
    year: int, first: int, last: int
) -> None:
    spellings = (f"Q{first} {year}", f"{first}Q{year}", f"{year} Q{first}", f"{year}年{first}季度")
    assert {period_help(one) for one in spellings} == {f"write {year}-Q{first}"}
    runs = (f"Q{first} {year} – Q{last} {year}", f"Q{first} to Q{last} {year}")
    # Ends the wrong way round are told apart when the period is read.
    assert {period_help(one) for one in runs} == {f"write {year}-Q{first}/{year}-Q{last}"}


@given(st.text("0123456789QHSWJanFebMarDec年月日-/.–' ", max_size=14))
def test_no_text_is_ever_too_odd_for_help(text: str) -> None:
    hint = period_help(text)
    assert isinstance(hint, str)
    assert period_help(text, 4) or not hint
