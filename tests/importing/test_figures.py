"""Figures of a table: their units, their lengths of periods, and what is said of each value."""

import pytest

from cqviewer.importing.cells import Amount
from cqviewer.importing.figures import Figure, Value, by_length, is_total, joined, take_unit


def figure(name: str = "Jobs", unit: str = "", *values: tuple[str, str]) -> Figure:
    """Return a figure with values by their periods."""
    rows = [
        Value(period, Amount(text), 1, row) for row, (period, text) in enumerate(values, start=2)
    ]
    return Figure(name, (), unit, rows)


def test_a_unit_that_someone_says_is_that_of_figures_without_one() -> None:
    figures = [figure(unit=""), figure(unit="t"), figure(unit="million")]
    take_unit(figures, "people")
    assert [one.unit for one in figures] == ["people", "t", "million people"]


@pytest.mark.parametrize(
    ("units", "then"), [(["t", "t"], ["kg", "kg"]), (["t", "GWh"], ["t", "GWh"])]
)
def test_a_known_unit_is_said_otherwise_of_all_figures_or_of_none(
    units: list[str], then: list[str]
) -> None:
    figures = [figure(unit=one) for one in units]
    take_unit(figures, "kg")
    assert [one.unit for one in figures] == then


def test_cells_without_a_number_join_the_figure_that_has_its_unit() -> None:
    known, bare = figure("Jobs", "people", ("2023", "4")), figure("Jobs", "", ("2024", ""))
    other = figure("Homes", "", ("2024", ""))
    assert joined([known, bare, other]) == [known, other]
    assert [one.period for one in known.values] == ["2023", "2024"]
    numbers = figure("Jobs", "", ("2024", "5"))
    assert joined([known, numbers]) == [known, numbers]


def test_years_and_quarters_are_figures_of_their_own() -> None:
    mixed = figure("Jobs", "people", ("2023", "4"), ("2023-Q1", "1"), ("2024", "5"))
    assert [(one.name, [it.period for it in one.values]) for one in by_length(mixed)] == [
        ("Jobs, by year", ["2023", "2024"]),
        ("Jobs, by quarter", ["2023-Q1"]),
    ]
    years = figure("Jobs", "people", ("2023", "4"), ("2024", "5"))
    assert by_length(years) == [years]


@pytest.mark.parametrize(
    ("name", "is_whole"),
    [
        *[(one, True) for one in ("Total", "All districts", "合计", "Both sexes", "Insgesamt")],
        *[(one, False) for one in ("Totally", "North", "Overall health", "Allotments")],
    ],
)
def test_a_total_is_known_by_its_name(name: str, is_whole: bool) -> None:
    assert is_total(name) is is_whole
    assert is_total({"en": name, "fr": "?"}) is is_whole


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Value("2024", Amount("4"), 1, 2), {"value": "4"}),
        (Value("2024", Amount(missing="suppressed"), 1, 2), {"missing": "suppressed"}),
        (
            Value("2024", Amount("4", status=("revised",)), 1, 2, "Counted anew"),
            {"value": "4", "status": "revised", "note": "Counted anew"},
        ),
        (
            Value("2024", Amount("4", status=("revised", "break")), 1, 2, ends=("3", "5")),
            {"value": "4", "status": ["revised", "break"], "low": "3", "high": "5"},
        ),
    ],
)
def test_a_value_says_what_its_observation_will(value: Value, said: dict[str, object]) -> None:
    assert value.said == said
