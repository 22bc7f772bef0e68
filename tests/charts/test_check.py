"""Charts that fit their figures pass without a word; the corpus holds those that do not."""

import pytest

from tests.model.sheets import figure, problems, sheet_text

OBSERVATIONS = "[{period: 2023, value: 1}, {period: 2024, value: 2}]"
NOT_STATED = "[{period: 2023, value: not stated}, {period: 2024, value: not stated}]"
LINES = "\n".join(
    [
        f"jobs: {figure(value=1)}",
        f"ports: {figure(value=2, unit='ports')}",
        f"rate: {figure(value=3, unit='%', measure='growth')}",
        f"loss: {figure(value=-3, unit='%', measure='growth')}",
        f"open: {figure(value='not stated', unit='%', measure='growth')}",
        f"money: {figure(value=4, unit='bn yuan', measure='level')}",
        f"more: {figure(value=5, unit='bn yuan', measure='level')}",
        f"dollars: {figure(value=5, unit='US$ million', measure='level')}",
        f"price: {figure(value=104, unit='2020 = 100', measure='index')}",
        f"series: {figure(period=None, observations=OBSERVATIONS)}",
        f"other: {figure(period=None, observations=OBSERVATIONS)}",
        f"half: {figure(period=None, observations=OBSERVATIONS.replace('1', 'not stated'))}",
        f"none: {figure(period=None, observations=NOT_STATED)}",
        f"real: {figure(value=3, unit='%', measure='growth', prices='real')}",
        f"nominal: {figure(value=3, unit='%', measure='growth', prices='nominal')}",
        f"older: {figure(value=3, period=2023)}",
        f"months: {figure(value=3, period='2024-01/2024-12')}",
        *(f"line_{at}: {figure(period=None, observations=OBSERVATIONS)}" for at in range(6)),
    ]
)
NAMES = [line.partition(":")[0] for line in LINES.splitlines()]


def said(chart: str, rest: str = "") -> list[str]:
    """Return what is said about one chart."""
    shown = f"figures: [{', '.join(NAMES)}]"
    charts = f"charts: [{{{chart}, title: T}}]"
    return problems(
        sheet_text(LINES, rest=f"sections: [{{id: one, title: One, {shown}, {charts}}}]\n{rest}")
    )


@pytest.mark.parametrize(
    "chart",
    [
        "kind: bars, of: [rate, loss]",
        "kind: bars, of: [rate, open]",
        "kind: bars, of: [jobs]",
        "kind: bars, of: [jobs, months]",
        "kind: bars, of: [series]",
        "kind: slope, of: [money, more]",
        "kind: slope, of: [money, more], change: rate",
        "kind: slope, of: [series]",
        "kind: units, of: [jobs, ports]",
        "kind: units, of: [money]",
        "kind: units, of: [money, more]",
        "kind: units, of: [jobs], per: 1, square: one job, beside: [rate], index: price",
        "kind: line, of: [series, other]",
        "kind: columns, of: [series]",
        "kind: bars, of: [series, other], period: 2023, highlight: [other], sort: given",
        "kind: line, of: [series, other], highlight: [other], last: 2, from_zero: true",
        "kind: panels, of: [line_0, line_1, line_2, line_3]",
        "kind: line, of: [line_0, line_1, line_2, line_3, line_4, line_5], highlight: [line_0]",
    ],
)
def test_a_chart_that_fits_passes(chart: str) -> None:
    assert said(chart) == []


@pytest.mark.parametrize(
    ("chart", "complaint"),
    [
        ("kind: bars, of: [money, dollars]", "error: the chart mixes units"),
        ("kind: bars, of: [money, rate]", "error: the chart mixes units"),
        ("kind: slope, of: [jobs, ports]", "error: the chart mixes units"),
        ("kind: units, of: [money, jobs]", "error: the chart mixes units"),
        ("kind: units, of: [jobs, rate]", "error: squares count things"),
        ("kind: units, of: [price]", "error: squares count things"),
        ("kind: slope, of: [series, other, jobs]", "error: a slope leads"),
        ("kind: columns, of: [jobs]", "error: 'jobs' has fewer than two"),
        ("kind: line, of: [half]", "error: 'half' has one stated value among its observations"),
        ("kind: columns, of: [series, none]", "error: 'none' has no stated value among"),
        ("kind: bars, of: [real, nominal]", "note: real and nominal rates stand"),
        ("kind: bars, of: [jobs, older]", "note: the figures cover different periods"),
        ("kind: bars", "error: a bars chart needs figures"),
        ("kind: bars, of: [open]", "error: no figure of the chart has a stated value"),
        ("kind: slope, of: [rate, open]", "error: an end of the slope"),
        ("kind: bars, of: [jobs], change: rate", "warning: a bars chart does not use `change`"),
        ("kind: units, of: [jobs], change: money", "error: 'money' is no growth rate"),
        ("kind: units, of: [jobs], index: rate", "error: 'rate' is no index"),
        ("kind: goals", "error: the sheet has no goals to draw"),
        ("kind: panels, of: [series, other, line_0]", "error: 4 to 12 series make panels, and"),
        ("kind: stacked, of: [money, more]", "error: the figures are not the parts of one break"),
        (
            "kind: bars, of: [rate, loss], period: 2020",
            "error: no figure of the chart has a stated",
        ),
        ("kind: line, of: [series], sort: given", "warning: a line chart does not use `sort`"),
        ("kind: bars, of: [rate, loss], highlight: [jobs]", "warning: 'jobs' is to be highlighted"),
        ("kind: line, of: [series], period: 2023", "error: 'series' has fewer than two"),
    ],
)
def test_a_chart_that_does_not_fit_is_named_once(chart: str, complaint: str) -> None:
    found = said(chart)
    assert len(found) == 1
    assert found[0].startswith(complaint)


def test_a_goals_chart_draws_the_goals() -> None:
    goals = "goals: {year: 2025, announced: 1}\n"
    assert said("kind: goals", goals) == []
    assert said("kind: goals, of: [jobs]", goals) == ["warning: a goals chart does not use `of`"]


@pytest.mark.parametrize(("period", "is_other"), [("2024-01/2024-12", False), ("2024-11", True)])
def test_bars_of_the_same_days_have_one_period(period: str, is_other: bool) -> None:
    lines = f"a: {figure(value=1)}\nb: {figure(name='B', value=2, period=period)}"
    rest = "sections: [{id: one, title: One, charts: [{kind: bars, of: [a, b], title: T}]}]\n"
    found = [one for one in problems(sheet_text(lines, rest=rest)) if "different periods" in one]
    assert len(found) == is_other


@pytest.mark.parametrize(("number", "warnings"), [(5, 0), (6, 1)])
def test_many_lines_in_one_chart_are_warned_of(number: int, warnings: int) -> None:
    names = ", ".join(f"line_{at}" for at in range(number))
    assert len(said(f"kind: line, of: [{names}]")) == warnings
