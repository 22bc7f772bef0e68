"""Values that only fit those beside them with their point moved are warned of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from tests.model.sheets import figure, problems, sheet_text

FIGURES = "sections: [{id: one, title: One, figures: [a]}]\n"


def text(*values: str, **fields: object) -> str:
    """Write a sheet with a series of yearly values, or of observations as written."""
    told = (one if ":" in one else f"value: {one}" for one in values)
    rows = ", ".join(f"{{period: {2010 + at}, {one}}}" for at, one in enumerate(told))
    given = {"measure": "level", "unit": "t", "period": None, "observations": f"[{rows}]"}
    return sheet_text(f"a: {figure(**{**given, **fields})}", rest=FIGURES)


def said(*values: str, **fields: object) -> list[str]:
    return problems(text(*values, **fields))


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ("355 3980 402", "3980 is about 10 times the values beside it, 355 to 402"),
        ("355 398 4020", "4020 is about 10 times the values beside it, 355 to 398"),
        ("35.5 398 402", "35.5 is about 1/10 of the values beside it, 398 to 402"),
        ("355 398000 402", "398000 is about 1,000 times the values beside it, 355 to 402"),
        (
            "35e7 398 4e8",
            "398 is about 1/1,000,000 of the values beside it, 350000000 to 400000000",
        ),
        ("5.1 52 5.3 5.2", "52 is about 10 times the values beside it, 5.1 to 5.3"),
        ("-355 -3980 -402", "-3980 is about 10 times the values beside it, -402 to -355"),
        ("30 35 390 41 44 90", "390 is about 10 times the values beside it, 30 to 44"),
    ],
)
def test_a_value_with_another_point_is_warned_of(values: str, what: str) -> None:
    assert said(*values.split()) == [f"warning: {what}"]


@pytest.mark.parametrize(
    "values",
    [
        ("355", "402"),
        ("355", "402", "3980", "4020"),  # no value has others beside it that are alike
        ("355", "1900", "402"),  # five times as much is no slip of the point
        ("3", "30", "4"),
        ("12", "35", "390", "40"),
        ("355", "-3980", "402"),
        ("355", "0", "402"),
        ("355", "value: 3980, note: The port was counted twice.", "402"),
        ("355", "value: 3980, status: break", "402"),
        ("355", "3980", "value: 402, status: break"),
        ("355", "value: at least 3980", "402"),
        ("0.048", "0.342", "0.579", "0.111", "0.00", "0.89", "0.00"),  # as shares near zero vary
        ("35", "344", "371", "70", "81"),  # from 371 to 70 it jumps by itself
    ],
)
def test_what_may_well_be_so_is_not(values: tuple[str, ...]) -> None:
    assert said(*values) == []


def test_two_slips_hide_neither() -> None:
    assert len(said("355", "3980", "402", "398", "41", "405", "390")) == 2


def test_gaps_are_passed_over() -> None:
    assert len(said("355", "missing: suppressed", "3980", "value: not stated", "402")) == 1


def test_rates_running_totals_and_other_periods_are_not_held_against_one_another() -> None:
    slip = ("35.5", "398", "40.2")
    assert said(*slip)
    assert said(*slip, measure="growth", unit="'%'") == []
    assert said(*slip, cumulative="true") == []
    mixed = "{2010: 35.5, 2011: 398, 2012-01: 40.2}"
    assert said(observations=mixed) == []
    assert said(observations=mixed.replace("2012-01", "2012")) != []


def test_the_warning_stands_at_the_value() -> None:
    written = text("355", "3980", "402")
    (one,) = examine_sheet(written.encode(), "f").problems
    line = written.splitlines()[(one.line or 0) - 1]
    assert line[(one.column or 0) - 1 :].startswith("3980")
    assert one.help == "check its point and its unit; if it is right, say why in its `note`"


@given(st.lists(st.integers(1000, 1490), min_size=3, max_size=8), st.data())
def test_one_slip_among_values_that_are_alike_is_the_only_one_found(
    values: list[int], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(values) - 1))
    power = data.draw(st.sampled_from((1, 2, 3, 6)))
    assert said(*map(str, values)) == []
    values[at] *= 10**power
    (warning,) = said(*map(str, values))
    assert warning.startswith(f"warning: {values[at]} is about {10**power:,} times the values")
