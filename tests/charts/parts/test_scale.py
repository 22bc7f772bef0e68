"""A linear scale from values to px."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cqviewer.charts.parts.scale import Scale

PX = st.floats(-2000, 2000)
VALUES = st.floats(-1e12, 1e12)


@given(VALUES, VALUES, PX, PX)
def test_the_ends_of_a_scale_are_where_they_are_asked_for(
    low: float, high: float, start: float, end: float
) -> None:
    assume(high > low)
    scale = Scale(low, high, start, end)
    assert scale(low) == pytest.approx(start)
    assert scale(high) == pytest.approx(end, abs=1e-6)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_larger_value_is_never_nearer_to_the_start(first: float, second: float) -> None:
    upwards = Scale(-50.0, 150.0, 300.0, 10.0)  # px are counted downwards
    places = [upwards(-50 + 200 * share) for share in sorted((first, second))]
    assert places[0] >= places[1]


@given(VALUES, PX, PX)
def test_where_all_values_are_alike_they_stand_at_the_start(
    value: float, start: float, end: float
) -> None:
    assert Scale(value, value, start, end)(value) == start


def test_exact_values_of_any_size_are_placed() -> None:
    scale = Scale(0.0, 1e29, 0.0, 100.0)
    assert scale(Decimal("5e28")) == pytest.approx(50.0)
    assert Scale(0.0, 1e-12, 0.0, 100.0)(Decimal("2.5e-13")) == pytest.approx(25.0)


@given(st.lists(VALUES, max_size=4), PX, PX)
def test_a_scale_with_zero_holds_zero_and_all_values(
    values: list[float], start: float, end: float
) -> None:
    scale, sides = Scale.with_zero(values, start, end), sorted((start, end))
    places = [scale(one) for one in (*values, 0.0)]
    assert all(sides[0] - 1e-6 <= one <= sides[1] + 1e-6 for one in places)
