"""Marks that contradict one another are warned of."""

import pytest

from tests.model.sheets import figure, problems, sheet_text

FIGURES = "sections: [{id: one, title: One, figures: [a]}]\n"
LATER = "a later one is not"


def said(*observations: str, **fields: str) -> list[str]:
    """Return what is said of a series of yearly observations."""
    listed = ", ".join(
        f"{{period: {2020 + number}, {one}}}" for number, one in enumerate(observations)
    )
    text = figure(period=None, observations=f"[{listed}]", measure="level", **fields)
    return problems(sheet_text(f"a: {text}", rest=FIGURES))


@pytest.mark.parametrize(
    ("observations", "warnings"),
    [
        (("value: 1", "value: 2, status: provisional"), []),
        (("value: 1, status: provisional", "value: 2, status: provisional"), []),
        (("value: 1, status: provisional", "value: 2, status: forecast"), []),
        (("value: 1, status: provisional", "value: not stated"), []),
        (("value: 1, status: provisional", "missing: suppressed"), []),
        (("value: 1, status: provisional", "value: 2"), [f"the value is provisional, and {LATER}"]),
        (("value: 1, status: forecast", "value: below 2"), [f"the value is forecast, and {LATER}"]),
        (
            ("value: 1, status: forecast", "value: 2, status: provisional"),
            [f"the value is forecast, and {LATER}"],
        ),
        (("value: 1", "value: 2, status: break"), []),
        (("value: 1, status: estimated", "value: 2"), []),
    ],
)
def test_a_value_is_settled_after_earlier_ones(
    observations: tuple[str, ...], warnings: list[str]
) -> None:
    assert said(*observations) == [f"warning: {one}" for one in warnings]


def test_a_break_before_all_values_lies_between_nothing() -> None:
    (warning,) = said("value: 1, status: break", "value: 2")
    assert warning.startswith("warning: a break lies between the period before and its own")


def test_a_revision_changes_something() -> None:
    assert said("value: 1, was: 1.0") == ["warning: the value was 1.0 and is the same"]
    assert said("value: 1, was: 2") == []


def test_an_interval_is_explained_where_there_is_one_alone() -> None:
    ends = "value: 2, low: 1, high: 3"
    assert said(ends, "value: 2", interval="range") == []
    (warning,) = said("value: 2", interval="range")
    assert warning == "warning: `interval` explains `low` and `high`, which no observation has"


@pytest.mark.parametrize("ends", ["", ", low: 1, high: 3"])
def test_an_interval_said_for_several_figures_explains_those_that_have_one(ends: str) -> None:
    items = f"items: {{x: {{value: 2{ends}}}, y: 2}}"
    shared = "measure: count, unit: jobs, source: report p. 1, period: 2024"
    dimensions = "dimensions: {d: {name: D, items: {x: X, y: Y}}}\n"
    at_indicator = sheet_text(f"a: {{name: A, by: d, interval: range, {shared}, {items}}}")
    found = [
        problems(at_indicator.replace("indicators:", f"{dimensions}indicators:")),
        problems(
            sheet_text(
                f"a: {{name: A, value: 2{ends}}}\nb: {{name: B, value: 2}}",
                head=f"defaults: {{interval: range, {shared}}}\n",
            )
        ),
    ]
    said_of = ["`interval` explains" in " ".join(each) for each in found]
    assert said_of == [not ends, not ends]
    assert not any("error" in one for each in found for one in each)


def test_noise_is_found_in_all_numbers_of_an_observation() -> None:
    ends = "value: 2, low: 1.1000000000000001, high: 3, was: 2.2000000000000002"
    assert [one.split(" has ")[0] for one in said(ends, interval="range")] == [
        "warning: 1.1000000000000001",
        "warning: 2.2000000000000002",
    ]
