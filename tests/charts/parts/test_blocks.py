"""How many things a square stands for, and how many squares a block has."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.charts.parts.blocks import (
    MOST_SQUARES,
    block_size,
    counted,
    per_square,
    square_value,
    squares,
)
from cqviewer.model.facts import Chart, Indicator
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import small

CHART = Chart(id="c", kind="units", title="T")
EN, ZH = Wording("en"), Wording("zh")


ROWS = """
jobs: {name: Jobs, unit: jobs, measure: count, value: 690000, period: 2024, source: s}
people: {name: Jobs, unit: 人, measure: count, value: 690000, period: 2024, source: s}
"""
FIGURES = small(ROWS, "{kind: units, of: [jobs], title: T}").indicators


def jobs(value: str = "690000", name: str = "jobs") -> Indicator:
    """Return a count of things."""
    figure = FIGURES[name]
    one = msgspec.structs.replace(figure.latest, value=Decimal(value))
    return msgspec.structs.replace(figure, observations=(one,))


COUNTS = st.integers(1, 10**12)


@given(COUNTS)
def test_a_square_is_the_smallest_power_of_ten_that_keeps_the_squares_few(count: int) -> None:
    per = square_value(CHART, [jobs(str(count))])
    assert str(per).strip("0") == "1"
    assert count <= MOST_SQUARES * per
    assert per == 1 or count > MOST_SQUARES * per / 10


@given(st.lists(COUNTS, min_size=1, max_size=3))
def test_several_figures_have_squares_of_one_size_by_the_largest(counts: list[int]) -> None:
    figures = [jobs(str(one)) for one in counts]
    assert square_value(CHART, figures) == square_value(CHART, [jobs(str(max(counts)))])


def test_the_sheet_may_say_what_a_square_stands_for() -> None:
    chart = Chart(id="c", kind="units", title="T", per=2500)
    assert square_value(chart, [jobs()]) == 2500
    assert squares(jobs(), Decimal(2500)) == 276
    assert squares(jobs("6250"), Decimal(2500)) == 2.5  # the last one is drawn by its share


@pytest.mark.parametrize(("count", "size"), [("7", 10), ("100", 10), ("101", 100)])
def test_few_squares_stand_in_tens_and_many_in_hundreds(count: str, size: int) -> None:
    assert block_size(jobs(count), Decimal(1)) == size


def test_a_square_is_worded_as_what_it_stands_for() -> None:
    assert per_square(jobs(), Decimal(10000), EN) == "10,000 jobs"
    assert counted(jobs(), Decimal(690000), EN) == "690,000"
    assert counted(jobs(name="people"), Decimal(690000), ZH) == "69 万人"
