"""Periods in charts: which bars compare, and how axes word years that begin in another month."""

import pytest

from cqviewer.charts.parts.periods import (
    bar_period,
    compared_period,
    muted_bars,
    shared_period,
    tick_texts,
)
from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import small


def figures(*periods: str) -> list[Indicator]:
    rows = [
        f"f{at}: {{name: N, unit: t, measure: level, value: {at}, period: {one}, source: s}}"
        for at, one in enumerate(periods)
    ]
    return list(small("\n".join(rows), "{kind: bars, of: [f0], title: T}").indicators.values())


@pytest.mark.parametrize(
    ("periods", "shared"),
    [
        (("2024", "2024-01/2024-12"), "2024"),
        (("not stated", "not stated"), "not stated"),
        (("2023", "2024"), None),
        (("2024", "not stated"), None),
    ],
)
def test_a_period_is_shared_where_the_days_are(
    periods: tuple[str, ...], shared: str | None
) -> None:
    found = shared_period(figures(*periods))
    assert found == (None if shared is None else Period.parse(shared))


def test_a_later_value_that_is_not_stated_is_more_than_a_shared_period() -> None:
    later = "{2023: 4, 2024: {missing: suppressed}}"
    rows = (
        f"f{at}: {{name: N, unit: t, measure: level, source: s, observations: {one}}}"
        for at, one in enumerate([later, "{2023: 5}"])
    )
    made = small("\n".join(rows), "{kind: bars, of: [f0], title: T}").indicators
    assert shared_period([made["f1"]]) == Period.parse("2023")
    assert shared_period([*made.values()]) is None


@pytest.mark.parametrize(
    ("periods", "most", "muted"),
    [
        (("2010", "2019", "2019"), "2019", {"f0"}),
        (("2010", "2010", "2019"), "2010", {"f2"}),
        (("2010", "2019"), "2019", {"f0"}),
        (("2019", "2019-01/2019-12"), "2019", set()),
        (("2019", "not stated", "not stated"), "2019", {"f1", "f2"}),
        (("not stated",), "not stated", {"f0"}),
        (("2025", "2025-12-31"), "2025", {"f1"}),
        (("2025-12-31", "2025"), "2025", {"f0"}),
    ],
)
def test_bars_compare_with_the_period_of_most(
    periods: tuple[str, ...], most: str, muted: set[str]
) -> None:
    found, wanted = compared_period(figures(*periods)), Period.parse(most)
    assert (found.start, found.end) == (wanted.start, wanted.end)
    assert muted_bars(figures(*periods)) == muted


def test_a_period_that_is_not_stated_is_short_only_under_a_head() -> None:
    (figure,) = figures("not stated")
    assert bar_period(figure, Wording("en")) == "not stated"
    assert bar_period(figure, Wording("en"), is_headed=False) == "Period not stated"


@pytest.mark.parametrize(
    ("periods", "ticks"),
    [
        (("2009-04/2010-03", "2010-04/2011-03"), ["2009/10", "2010/11"]),
        (("1999-Q3/2000-Q2",), ["1999/00"]),
        (("2009-04/2010-03", "2010"), ["Apr 2009–Mar 2010", "2010"]),
        (("2009-04/2010-02",), ["Apr 2009–Feb 2010"]),
        (("2009-01/2009-12",), ["Jan–Dec 2009"]),
    ],
)
def test_years_that_begin_in_another_month_are_short_on_an_axis(
    periods: tuple[str, ...], ticks: list[str]
) -> None:
    assert tick_texts([Period.parse(one) for one in periods], Wording("en")) == ticks
