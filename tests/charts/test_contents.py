"""What sections and charts hold: figures in the order of the page, rows of tables."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.charts.contents import (
    Together,
    as_shown,
    chart_facts,
    chart_part,
    rows_of,
    section_facts,
    together,
)
from cqviewer.load import load_sheet
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.charts import springfield
from tests.charts.sheets import charts


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load_sheet(data_folder() / "chongqing-2024.yaml")


def test_a_section_holds_its_cards_then_its_charts_each_figure_once(sheet: Sheet) -> None:
    growth, *_, goals = sheet.sections
    assert section_facts(growth, sheet) == [
        *("industry", "retail", "clusters", "nev", "invested"),
        *("cargo", "investment_growth", "exports", "projects", "invested_per_project"),
    ]
    assert section_facts(goals, sheet)[4:7] == ["manufacturing", "industry", "clusters"]


def test_bars_are_listed_by_size(sheet: Sheet) -> None:
    assert chart_facts(sheet.sections[0].charts[0], sheet) == [
        *("nev", "cargo", "investment_growth", "industry", "retail", "exports")
    ]


def shown(kind: str, chosen: str | None = None, last: int | None = None) -> list[str]:
    """Return the years of the observations that a chart of a series shows."""
    one = springfield.output()
    period = Period.parse(chosen) if chosen else None
    made = springfield.one_chart(kind, one, period=period, last=last)
    (chart,) = charts(made)
    rows = as_shown(chart, made).indicators["gdp"].observations
    assert as_shown(chart, chart_part(chart, made)).indicators["gdp"].observations == rows
    return [str(one.period.year) for one in rows]


def test_a_chart_shows_its_period_and_its_last_observations() -> None:
    assert shown("line", last=3) == ["2023", "2024", "2025"]
    assert shown("line", "2016") == ["2014", "2015", "2016"]
    assert shown("line", "2016", 2) == ["2015", "2016"]
    assert shown("slope", "2016") == ["2014", "2015", "2016"]
    assert shown("bars", "2016") == ["2016"]
    assert len(shown("bars")) == 12


def test_ranked_parts_keep_the_observation_before_the_chosen_one() -> None:
    year = Period.parse("2024")
    made = springfield.of_parts("bars", springfield.budget(), period=year)
    rows = as_shown(charts(made)[0], made).indicators["budget.locality_boards"].observations
    assert [str(one.value) for one in rows] == ["2.568", "2.868"]
    stacked = springfield.of_parts("stacked", springfield.budget(), period=year)
    part = as_shown(charts(stacked)[0], stacked).indicators["budget.locality_boards"]
    assert [str(one.value) for one in part.observations] == ["2.868"]


def test_a_figure_without_the_period_is_not_in_this_sheet() -> None:
    made = springfield.one_chart("bars", springfield.output(), period=Period.parse("2011"))
    (one,) = as_shown(charts(made)[0], made).indicators["gdp"].observations
    assert (one.value, one.status, one.missing) == (None, "missing", None)
    assert Wording("en").value(springfield.output(), one) == "Not in this sheet"
    assert Wording("zh").origin(one) == "本简报未列"


def test_rows_compare_by_their_true_value(sheet: Sheet) -> None:
    clusters, jobs, goal, missing = rows_of(
        ["clusters", "jobs", "consumption", "jobs_before"], sheet
    )
    assert clusters.true_value == Decimal("577600000000")
    assert jobs.true_value == Decimal(690000)
    assert goal.true_value is None
    assert goal.observation is None
    assert missing.true_value is None


def test_a_series_is_one_row_with_its_latest_value() -> None:
    made = springfield.one_chart("line", springfield.output())
    (row,) = rows_of(["gdp"], made)
    assert row.observation == made.indicators["gdp"].latest


def of(name: str, *periods: str) -> Indicator:
    """Make a figure with a value in each of some periods."""
    return springfield.figure(name, name, "t", [springfield.row(one, "1") for one in periods])


def ids(tables: Sequence[Together]) -> list[list[str]]:
    """Return the ids of the figures of each table."""
    return [[one.id for one in table.figures] for table in tables]


def test_series_share_a_table_where_three_cells_of_four_are_filled() -> None:
    four = of("four", "2015", "2016", "2017", "2018")
    three, two, single = of("three", "2018", "2016", "2015"), of("two", "2015", "2016"), "single"
    tables = together([two, four, of(single, "2020"), three])
    assert ids(tables) == [["single"], ["two"], ["four", "three"]]
    assert tables[0].columns == ()
    assert [one.year for one in tables[2].columns] == [2015, 2016, 2017, 2018]


def test_series_of_the_same_periods_share_a_table_and_months_stay_apart_from_years() -> None:
    mixed = of("mixed", "2023", "2024-Q1"), of("also", "2024-Q1", "2023")
    others = of("years", "2023", "2024"), of("quarters", "2023-Q1", "2023-Q2")
    assert ids(together([*mixed, *others])) == [["mixed", "also"], ["years"], ["quarters"]]


def test_a_series_with_a_quarter_has_no_table_with_years_though_most_cells_are_filled() -> None:
    years = "2015", "2016", "2017"
    assert ids(together([of("a", *years, "2018"), of("b", *years, "2018-Q1")])) == [["a"], ["b"]]
    assert ids(together([of("a", *years, "2018"), of("b", *years, "2019")])) == [["a", "b"]]
    days = "2024-05-01", "2024-05-02", "2024-05-03"
    dated, undated = of("a", *days, "2024-05-04"), of("b", *days, "not stated")
    assert ids(together([dated, undated])) == [["a"], ["b"]]


def test_a_series_that_would_leave_too_few_cells_to_another_has_a_table_of_its_own() -> None:
    four, three = of("four", "2015", "2016", "2017", "2018"), of("three", "2016", "2017", "2018")
    five = of("five", "2015", "2016", "2017", "2018", "2019")
    assert ids(together([four, five])) == [["four", "five"]]
    assert ids(together([four, three, five])) == [["four", "three"], ["five"]]


def test_periods_of_several_series_are_columns_in_the_order_of_time() -> None:
    halves = "2024-07/2024-12", "2024-01/2024-12", "2023-01/2023-12"
    [both] = together([of("a", *halves), of("b", *reversed(halves))])
    assert both.columns == tuple(map(Period.parse, (halves[2], halves[1], halves[0])))
    [alone] = together([of("a", *halves)])
    assert alone.columns == tuple(map(Period.parse, halves))
    undated = "2024", "not stated", "2023"
    [as_given] = together([of("a", *undated), of("b", *undated)])
    assert as_given.columns == tuple(map(Period.parse, undated))


def test_parts_of_a_breakdown_have_a_table_of_their_own() -> None:
    parts = [*springfield.of_parts("stacked", springfield.budget()).indicators.values()]
    tables = together([springfield.output(), *parts])
    assert [one.breakdown for one in tables] == [None, parts[0].breakdown]


YEARS = st.integers(2000, 2012)


@given(
    st.sampled_from(["bars", "columns", "line", "slope"]),
    st.sets(YEARS, min_size=1),
    YEARS | st.none(),
    st.integers(1, 9) | st.none(),
)
@settings(max_examples=80)
def test_a_chart_shows_no_other_period_than_it_asks_for(
    kind: str, years: set[int], year: int | None, last: int | None
) -> None:
    rows = [springfield.row(str(one), str(one - 1999)) for one in sorted(years)]
    period = Period.parse(str(year)) if year else None
    figure = springfield.figure("f", "F", "t", rows)
    made = springfield.one_chart(kind, figure, period=period, last=last)
    shown = as_shown(made.sections[0].charts[0], made).indicators["f"].observations
    assert shown
    if period is None:
        assert list(shown) == rows[-(last or len(rows)) :]
    elif kind == "bars":  # which compare one period alone
        assert [one.period for one in shown] == [period]
        assert (shown[0].value is not None) == (year in years)
    else:
        until = [one for one in rows if one.period.year and one.period.year <= (year or 0)]
        expected = until[-(last or len(until)) :] if until else list(shown)
        assert list(shown) == expected
        assert until or shown[0].value is None
