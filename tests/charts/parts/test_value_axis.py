"""The axis of lines: round rules with numbers, zero where it is near, and a foot that is broken."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.text import Text

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.parts.value_axis import ValueAxis, value_axis
from cqviewer.charts.plot import Plot
from cqviewer.model.facts import Sheet
from tests.charts.sheets import LOOK, draw, small
from tests.charts.text_boxes import boxes, clashes, points, tagged

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18)


def series(*values: str) -> Sheet:
    listed = ", ".join(f"{{period: {2000 + at}, value: {one}}}" for at, one in enumerate(values))
    row = f"f: {{name: F, unit: t, measure: level, source: s, observations: [{listed}]}}"
    return small(row, "{kind: line, of: [f], title: T}")


def axis(*values: Decimal) -> ValueAxis:
    figure = series("1", "2").indicators["f"]
    return value_axis(Plot(LOOK), figure, values)


def numbers(drawing: Drawing) -> list[str]:
    return [one.get_text() for one in tagged(drawing, "axis value") if isinstance(one, Text)]


@given(st.lists(NUMBERS, min_size=2, max_size=6))
def test_rules_are_few_and_on_the_axis_which_holds_all_values(values: list[Decimal]) -> None:
    made = axis(*values)
    assert made.low <= min(values)
    assert made.high >= max(values)
    assert len(made.rules) <= 5
    assert all(made.low <= one <= made.high for one, _ in made.rules)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (("100", "112"), ["100", "105", "110"]),
        (("361", "502"), ["400", "450", "500"]),
        (("1", "9"), ["0", "5"]),
        (("5", "5"), ["0", "2", "4"]),
        (("0", "0"), ["0"]),
        (("0.12", "0.19"), ["0.12", "0.14", "0.16", "0.18"]),
        (("-7", "-5"), ["−7", "−6", "−5"]),
        (("-3", "4"), ["0"]),
    ],
)
def test_rules_stand_at_round_values(values: tuple[str, ...], shown: list[str]) -> None:
    assert set(shown) <= set(numbers(draw(series(*values))))


def test_a_foot_that_is_not_zero_is_broken() -> None:
    drawing = draw(series("100", "112", "104"))
    assert len(tagged(drawing, "break")) == 2
    assert len(tagged(drawing, "foot")) == 2
    assert not tagged(drawing, "zero")


@pytest.mark.parametrize("values", [("1", "9"), ("5", "5"), ("-3", "4"), ("-1", "-9")])
def test_zero_is_drawn_where_it_is_near(values: tuple[str, ...]) -> None:
    drawing = draw(series(*values))
    ((_, zero), (_, end)) = points(drawing, "zero")
    assert zero == end
    assert "0" in numbers(drawing)
    assert not tagged(drawing, "break")


def test_no_rule_runs_through_a_label() -> None:
    drawing = draw(series("100", "104.2", "103", "112"))
    parts = [box[1] for box in boxes(drawing, "rule")]
    assert len(parts) > len(set(parts)), "a rule has a gap"
    assert clashes(drawing) == []


def test_numbers_that_would_take_the_chart_away_are_left_out() -> None:
    long = [f"{10**27 + at}" for at in (0, 5)]
    assert numbers(draw(series(*long), width=240)) == []
    assert numbers(draw(series(*long), width=1400)) != []
