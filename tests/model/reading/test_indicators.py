"""Observations are read in the order of time, and derived values keep to their working."""

import pytest

from tests.model.sheets import figure, problems, sheet, sheet_text

SHOWN = "sections: [{id: one, title: One, figures: [a]}]\n"


def series(*observations: str) -> str:
    """Write an indicator with observations."""
    listed = ", ".join(f"{{period: {one}}}" for one in observations)
    return f"a: {figure(period=None, observations=f'[{listed}]')}"


def found(lines: str) -> list[str]:
    """Return what is wrong with a sheet that shows the indicator a."""
    return problems(sheet_text(lines, rest=SHOWN))


def test_observations_are_read_oldest_first() -> None:
    made = sheet(series("2022, value: 1", "2023, value: not stated", "2024, value: 3")).indicators
    assert [one.status for one in made["a"].observations] == ["stated", "not stated", "stated"]
    assert made["a"].latest.period.year == 2024


@pytest.mark.parametrize(
    "observations",
    [
        ("2024-01/2024-02, value: 1", "2024-01/2024-03, value: 2"),
        ("2023, value: 1", "2024-Q1, value: 2"),
        ("not stated, value: 1", "not stated, value: 2"),
        ("2024-11, value: 1", "2024, value: 2"),
    ],
)
def test_periods_may_reach_on_or_change_their_grain(observations: tuple[str, ...]) -> None:
    assert found(series(*observations)) == []


@pytest.mark.parametrize(
    ("observations", "said"),
    [
        (("2024, value: 1", "2023, value: 2"), "the observations are not in the order of time"),
        (("2024, value: 1", "2024, value: 2"), "two observations have the same period"),
    ],
)
def test_other_orders_are_refused(observations: tuple[str, ...], said: str) -> None:
    assert found(series(*observations)) == [f"error: {said}"]


def test_each_fault_of_an_indicator_is_found() -> None:
    lines = f"a: {figure(value='many', period='then', source='?', unit='US$ zillion')}"
    said = found(lines)
    assert len(said) == 4
    assert {one.split("'")[1] for one in said} == {"many", "then", "?", "zillion"}


def test_a_derived_value_may_have_a_period_and_a_source_of_its_own() -> None:
    lines = f"b: {figure(value=2)}\na: {figure(derived='b * 2', period=2023, source='report p. 9')}"
    latest = sheet(lines).indicators["a"].latest
    assert latest.period.year == 2023
    assert latest.citation is not None
    assert latest.citation.where == "9"


def test_a_derived_indicator_has_no_observations() -> None:
    lines = f"b: {figure(value=2)}\n" + series("2024, value: 1").replace(
        "name:", "derived: b, name:"
    )
    assert "error: a derived indicator has no observations of its own" in found(lines)


def test_a_value_beside_its_working_must_be_the_same() -> None:
    lines = f"b: {figure(value=2)}\na: {figure(derived='b * 2', value=4)}"
    assert found(lines) == []
    assert found(lines.replace("value: 4", "value: 5")) == [
        "error: the value is 5, but its working gives 4"
    ]


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("provisional", ("provisional",)),
        ("[low_reliability, revised, estimated]", ("estimated", "low_reliability")),
        ("[imputed, forecast]", ("forecast", "imputed")),
        ("revised", ()),
        ("break", ()),
        ("definition_differs", ()),
    ],
)
def test_a_derived_value_is_no_surer_than_what_it_is_worked_out_from(
    marks: str, expected: tuple[str, ...]
) -> None:
    lines = f"b: {figure(value=2, status=marks)}\nc: {figure(value=3)}\n"
    lines += f"a: {figure(derived='b + c')}\nd: {figure(derived='a * 2')}\ne: {figure(derived='c')}"
    made = sheet(lines).indicators
    assert [made[one].latest.marks for one in "ade"] == [expected, expected, ()]


def test_a_derived_value_has_the_marks_of_the_observations_that_it_reads() -> None:
    lines = series("2023, value: 1, status: provisional", "2024, value: 3").replace("a:", "b:")
    lines += f"\na: {figure(derived='b')}\nc: {figure(derived='b[2023]')}"
    made = sheet(lines).indicators
    assert (made["a"].latest.marks, made["c"].latest.marks) == ((), ("provisional",))


RATE = f"r: {figure(measure='growth', unit='%', value=5)}"


def test_a_figure_of_growth_states_the_changes_of_another() -> None:
    made = sheet(f"a: {figure(value=2, change='r')}\n{RATE}").indicators
    assert made["a"].rates == made["r"]
    assert made["r"].rates is None


@pytest.mark.parametrize(
    ("change", "rate", "said"),
    [
        ("q", RATE, "error: there is no indicator 'q'"),
        ("a", RATE, "error: 'a' is no growth, so it states no change"),
        ("r", RATE.replace("2024", "2019"), "warning: 'r' has no rate for a period of 'a'"),
    ],
)
def test_what_cannot_state_a_change_is_reported(change: str, rate: str, said: str) -> None:
    assert said in found(f"a: {figure(value=2, change=change)}\n{rate}")


def test_each_item_has_the_rate_of_the_same_item() -> None:
    head = "dimensions: {place: {name: Place, items: {wales: Wales, england: England}}}\n"
    items = "{wales: 1, england: 2}"
    lines = f"a: {figure(by='place', items=items, change='r')}\n"
    lines += f"r: {figure(by='place', items=items, measure='growth', unit='%')}"
    made = sheet(lines, head=head).indicators
    assert made["a.wales"].rates == made["r.wales"]
    assert made["a.england"].rates == made["r.england"]
