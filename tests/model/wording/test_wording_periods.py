"""Dates and periods are worded in both languages, short and long."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording_periods import PeriodWording
from tests.model.sheets import plain

EN, ZH = PeriodWording("en"), PeriodWording("zh")


@pytest.mark.parametrize(
    ("text", "short", "long", "zh"),
    [
        ("2024", "2024", "2024", "2024 年"),
        ("2020/2024", "2020–2024", "2020–2024", "2020—2024 年"),
        ("2024-Q3", "Q3 2024", "Third quarter of 2024", "2024 年三季度"),
        ("2024-Q1/2024-Q3", "Q1–Q3 2024", "First three quarters of 2024", "2024 年前三季度"),
        ("2024-Q1/2024-Q2", "Q1–Q2 2024", "First two quarters of 2024", "2024 年上半年"),
        ("2024-Q1/2024-Q4", "Q1–Q4 2024", "First four quarters of 2024", "2024 年一至四季度"),
        ("2024-Q2/2024-Q3", "Q2–Q3 2024", "Q2–Q3 2024", "2024 年二至三季度"),
        ("2024-Q3/2024-Q4", "Q3–Q4 2024", "Q3–Q4 2024", "2024 年下半年"),
        (
            "2023-Q4/2024-Q1",
            "Q4 2023–Q1 2024",
            "Q4 2023–Q1 2024",
            "2023 年四季度—2024 年一季度",
        ),
        ("2024-11", "Nov 2024", "November 2024", "2024 年 11 月"),
        ("2024-01/2024-11", "Jan–Nov 2024", "January–November 2024", "2024 年 1—11 月"),
        (
            "2023-11/2024-02",
            "Nov 2023–Feb 2024",
            "November 2023–February 2024",
            "2023 年 11 月—2024 年 2 月",
        ),
        ("2024-12-23", "23 Dec 2024", "23 December 2024", "2024 年 12 月 23 日"),
        (
            "2024-12-23/2024-12-25",
            "23–25 Dec 2024",
            "23–25 December 2024",
            "2024 年 12 月 23—25 日",
        ),
        (
            "2024-11-28/2024-12-03",
            "28 Nov–3 Dec 2024",
            "28 November–3 December 2024",
            "2024 年 11 月 28 日—12 月 3 日",
        ),
        (
            "2024-12-23/2025-01-02",
            "23 Dec 2024–2 Jan 2025",
            "23 December 2024–2 January 2025",
            "2024 年 12 月 23 日—2025 年 1 月 2 日",
        ),
        ("2024-S1", "H1 2024", "First half of 2024", "2024 年上半年"),
        ("2024-H2", "H2 2024", "Second half of 2024", "2024 年下半年"),
        ("2023-S2/2024-S1", "H2 2023–H1 2024", "H2 2023–H1 2024", "2023 年下半年—2024 年上半年"),
        ("2024-W07", "week 7 of 2024", "week 7 of 2024", "2024 年第 7 周"),
        ("2025-W01", "week 1 of 2025", "week 1 of 2025", "2025 年第 1 周"),
        ("2024-W07/2024-W09", "weeks 7–9 of 2024", "weeks 7–9 of 2024", "2024 年第 7—9 周"),
        (
            "2020-W53/2021-W01",
            "week 53 of 2020–week 1 of 2021",
            "week 53 of 2020–week 1 of 2021",
            "2020 年第 53 周—2021 年第 1 周",
        ),
        ("2001/02", "2001/02", "2001/02", "2001/02 年度"),
        ("1999/00", "1999/00", "1999/00", "1999/00 年度"),
        ("not stated", "Period not stated", "Not stated in the source", "未注明统计时期"),
    ],
)
def test_a_period_is_worded_short_and_long(text: str, short: str, long: str, zh: str) -> None:
    period = Period.parse(text, year_begins=4)
    assert plain(EN.period(period)) == short
    assert plain(EN.period(period, long=True)) == long
    assert ZH.period(period) == zh


def test_a_period_in_full_is_short_where_none_is_stated() -> None:
    assert EN.long_period(Period.parse("2024-11")) == "November 2024"
    assert EN.long_period(Period()) == "Period not stated"


def test_chinese_has_one_form_for_quarters() -> None:
    for text in ("2024-Q3", "2024-Q1/2024-Q3", "2024-Q2/2024-Q3", "2023-Q4/2024-Q1"):
        period = Period.parse(text)
        assert ZH.period(period, long=True) == ZH.period(period)


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("2024-01/2024-11", "Jan–Nov", "1—11 月"),
        ("2024-Q3", "Q3", "三季度"),
        ("2024-H1", "H1", "上半年"),
        ("2024-W07", "week 7", "第 7 周"),
        ("2024-W07/2024-W08", "weeks 7–8", "第 7—8 周"),
        ("2024-Q2/2024-Q3", "Q2–Q3", "二至三季度"),
        ("2024-Q1/2024-Q3", "Q1–Q3", "前三季度"),
        ("2023-Q4/2024-Q1", "Q4 2023–Q1 2024", "2023 年四季度—2024 年一季度"),
    ],
)
def test_months_and_quarters_go_without_their_year_where_a_heading_says_it(
    text: str, en: str, zh: str
) -> None:
    period = Period.parse(text)
    assert EN.period(period, with_year=False) == en
    assert ZH.period(period, with_year=False) == zh


def test_a_year_alone_is_named_as_one_in_chinese() -> None:
    assert EN.year(2024) == "2024"
    assert ZH.year(2024) == "2024 年"


def test_a_date_is_worded_and_stays_on_one_line() -> None:
    date = datetime.date(2024, 12, 3)
    assert EN.date(date) == "3\u00a0December\u00a02024"
    assert EN.date(date, long=False) == "3\u00a0Dec\u00a02024"
    assert ZH.date(date) == "2024 年 12 月 3 日"


@pytest.mark.parametrize(
    ("language", "text", "worded"),
    [
        ("fr", "2024-01-01/2024-01-31", "1er–31 janvier 2024"),
        ("fr", "2024-01-01/2024-03-31", "1er janvier–31 mars 2024"),
        ("fr", "2024-01/2024-11", "janvier–novembre 2024"),
        ("fr", "2024-Q1/2024-Q3", "Trois premiers trimestres 2024"),
        ("es", "2024-01", "enero de 2024"),
        ("es", "2024-01-01/2024-01-02", "1–2 de enero de 2024"),
        ("ja", "2023-12/2024-01", "2023年12月–2024年1月"),
        ("ja", "2024-01-01/2024-02-02", "2024年1月1日–2月2日"),
        ("xx", "2024-05", "May 2024"),
    ],
)
def test_other_languages_word_dates_by_their_phrases_or_cldr(
    language: str, text: str, worded: str
) -> None:
    said = PeriodWording(language).period(Period.parse(text), long=True)
    assert plain(said) == worded


@pytest.mark.parametrize(
    ("phrase", "inside"),
    [
        ("Period not stated", "period not stated"),
        ("First three quarters of 2024", "first three quarters of 2024"),
        ("Published by iChongqing", "published by iChongqing"),
        ("May 2024", "May 2024"),
        ("Q3 2024", "Q3 2024"),
        ("", ""),
    ],
)
def test_a_phrase_is_written_small_inside_a_sentence(phrase: str, inside: str) -> None:
    assert EN.inside(phrase) == inside
    assert ZH.inside(phrase) == phrase


def test_empty_parts_leave_no_mark() -> None:
    assert EN.join(["a", "", "b"]) == "a, b"
    assert ZH.join(["a", "", "b"]) == "a，b"
    assert EN.join(["a", "b"], "listing") == "a, b"
    assert ZH.join(["a", "", "b"], "listing") == "a、b"
    assert EN.sentences(["A.", "", "B."]) == "A. B."
    assert ZH.sentences(["一。", "二。"]) == "一。二。"


def test_a_text_falls_back_on_the_language_it_has() -> None:
    assert ZH.text({"en": "only"}) == "only"
    assert ZH.text({"en": "one", "zh": "一"}) == "一"
    assert ZH.text("same") == "same"
    assert ZH.text(None) == ""


def test_fiscal_years_that_follow_one_another_are_worded_as_a_run() -> None:
    first, last = (Period.parse(one, year_begins=7) for one in ("2014/15", "2023/24"))
    run = Period(first.start, last.end, first.grain)
    assert (EN.period(run), ZH.period(run)) == ("2014/15–2023/24", "2014/15—2023/24 年度")


@given(
    st.sampled_from(["-Q{}", "-{:02}", "-S{}", "-W{:02}"]),
    st.integers(1, 2),
    st.integers(1, 2),
    st.sampled_from(["en", "zh", "fr", "de"]),
    st.booleans(),
)
def test_a_run_into_another_year_is_worded_by_its_ends(
    form: str, first: int, last: int, language: str, long: bool
) -> None:
    words = PeriodWording(language)
    ends = [f"2023{form.format(first)}", f"2024{form.format(last)}"]
    is_long = long and form == "-{:02}"
    each = [words.period(Period.parse(one), long=is_long) for one in ends]
    run = words.period(Period.parse("/".join(ends)), long=long, with_year=False)
    assert run == words.span(*each)
