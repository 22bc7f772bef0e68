"""Rows of charts: two stand side by side where they follow one another and neither is full."""

import pytest

from cqviewer.charts.layout import WIDTHS, chart_rows
from cqviewer.model.choices import Width
from cqviewer.model.facts import Chart

FULL = Chart(id="full", kind="bars", title="F")
HALF = Chart(id="half", kind="bars", title="H", width="half")


@pytest.mark.parametrize(
    ("charts", "rows"),
    [
        ((), []),
        ((HALF,), [[HALF]]),
        ((HALF, FULL, HALF, HALF, HALF), [[HALF], [FULL], [HALF, HALF], [HALF]]),
        ((FULL, FULL), [[FULL], [FULL]]),
    ],
)
def test_two_charts_that_are_not_full_share_a_row(
    charts: tuple[Chart, ...], rows: list[list[Chart]]
) -> None:
    assert chart_rows(charts) == rows


def test_a_wider_chart_has_the_larger_share_wherever_it_stands() -> None:
    order: list[Width] = ["narrow", "half", "wide", "full"]
    assert set(WIDTHS) == set(order)
    for field in ("picture", "screen", "paper"):
        shares = [getattr(WIDTHS[one], field) for one in order]
        assert shares == sorted(set(shares))
