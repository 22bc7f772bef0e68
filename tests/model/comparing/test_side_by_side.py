"""Figures of several sheets: which are the same, which can be compared, and why others cannot."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.comparing.side_by_side import ComparedRow, compare_figures, match_figures
from tests.model.sheets import figure, sheet


def rows(*indicators: str) -> list[ComparedRow]:
    """Compare sheets, each given by the lines of its indicators."""
    return [compare_figures(one) for one in match_figures([sheet(one) for one in indicators])]


def row(*figures: dict[str, object]) -> ComparedRow:
    """Compare one figure, given by its fields in each sheet."""
    (found,) = rows(*(f"jobs: {figure(**one)}" for one in figures))
    return found


def obstacles(found: ComparedRow) -> list[str | None]:
    return [one.obstacle for _, one in found.present]


def ranks(found: ComparedRow) -> list[int]:
    return [one.rank for _, one in found.present]


def test_rows_have_the_order_of_the_first_sheet_and_then_what_others_add() -> None:
    jobs, ships = figure(value=1), figure(name="Ships", value=2)
    found = rows(f"b: {ships}\na: {jobs}", f"a: {jobs}\nc: {figure(name='Cars', value=3)}")
    assert [one.first.figure.id for one in found] == ["b", "a", "c"]
    assert [one.is_shared for one in found] == [False, True, False]
    assert [at for at, _ in found[2].present] == [1]


def test_figures_of_other_ids_are_matched_by_name_and_unit() -> None:
    found = rows(f"jobs: {figure(value=1)}", f"work: {figure(value=2)}")
    assert [len(one.present) for one in found] == [2]
    apart = rows(f"jobs: {figure(value=1)}", f"work: {figure(value=2, unit='%', measure='share')}")
    assert [len(one.present) for one in apart] == [1, 1]


def test_an_id_of_the_first_sheet_is_never_matched_by_name_with_another() -> None:
    first = f"a: {figure(value=1)}\nb: {figure(value=2)}"
    found = rows(first, f"b: {figure(value=3)}")
    assert [[one.figure.id for _, one in each.present] for each in found] == [["a"], ["b", "b"]]


def test_the_largest_value_is_first_and_equal_ones_share_a_rank() -> None:
    found = row({"value": 2}, {"value": 7}, {"value": 2})
    assert (ranks(found), found.ranked, found.has_bars) == ([2, 1, 2], 3, True)


def test_scales_of_one_unit_are_aligned() -> None:
    money = {"measure": "level"}
    found = row(
        {**money, "unit": "bn yuan", "value": 713.74}, {**money, "unit": "trn yuan", "value": 1.2}
    )
    assert ranks(found) == [2, 1]
    assert [one.amount for _, one in found.present] == [Decimal("713.74"), Decimal(1200)]
    change = found.difference(0, 1)
    assert change is not None
    assert change.difference == Decimal("-486.26")


@pytest.mark.parametrize(
    ("one", "other", "obstacle"),
    [
        ({"unit": "yuan", "measure": "level"}, {"unit": "US$", "measure": "level"}, "unit"),
        ({"unit": "ports"}, {"unit": "jobs"}, "unit"),
        ({"unit": "'%'", "measure": "share"}, {"unit": "'%'", "measure": "growth"}, "measure"),
        ({"name": "Foreign investment"}, {"name": "Direct investment"}, "name"),
        ({"prices": "real"}, {"prices": "nominal"}, "prices"),
        ({"prices": "real"}, {}, "prices_unsaid"),
        ({"period": "2024"}, {"period": "2024-01/2024-11"}, "period"),
        ({"period": "2024-Q1"}, {"period": "2024-02/2024-04"}, "period"),
        ({"period": "2024"}, {"period": "not stated"}, "period_not_stated"),
        ({"value": 5}, {"value": "below 3"}, "bound"),
    ],
)
def test_what_differs_is_not_compared(
    one: dict[str, object], other: dict[str, object], obstacle: str
) -> None:
    found = row({"value": 5, **one}, {"value": 6, **other})
    assert obstacles(found) == [None, obstacle]
    assert (found.ranked, ranks(found), found.difference(0, 1)) == (0, [0, 0], None)


@pytest.mark.parametrize(("first", "second"), [("2023", "2024"), ("2024-Q1", "2024-Q3")])
def test_another_time_of_the_same_length_is_no_obstacle(first: str, second: str) -> None:
    found = row({"value": 5, "period": first}, {"value": 6, "period": second})
    assert ranks(found) == [2, 1]


def test_most_that_can_be_compared_are_and_the_odd_one_is_not() -> None:
    found = row({"value": 5, "period": "2024-11"}, {"value": 6}, {"value": 7})
    assert (obstacles(found), ranks(found)) == (["period", None, None], [0, 2, 1])


def test_no_value_needs_no_reason() -> None:
    found = row({"value": 5}, {"value": "not stated"}, {"value": 6})
    assert (obstacles(found), ranks(found)) == ([None, None, None], [2, 0, 1])


def test_two_values_without_periods_say_so_both() -> None:
    found = row(*({"value": 5, "period": "not stated"} for _ in range(2)))
    assert obstacles(found) == ["period_not_stated"] * 2


def test_a_figure_of_one_sheet_needs_no_reason() -> None:
    assert obstacles(row({"value": 5, "period": "not stated"})) == [None]


def test_of_series_the_latest_period_that_most_have_is_compared() -> None:
    series = figure(value=None, period=None, observations="{2023: 1, 2024: 2, 2025: 3}")
    (found,) = rows(f"jobs: {series}", f"jobs: {figure(value=5)}")
    assert [str(one.observation.value) for _, one in found.present] == ["2", "5"]


def test_a_first_release_forbids_a_difference_but_not_a_rank() -> None:
    found = row({"value": 5, "release": "first"}, {"value": 6}, {"value": 8})
    assert (ranks(found), found.first_releases) == ([3, 2, 1], [0])
    assert found.difference(0, 1) is None
    assert found.difference(1, 2) is not None


@pytest.mark.parametrize(("largest", "times"), [(149, None), (150, 15), (-450, 45)])
def test_from_fifteen_times_on_there_are_no_bars(largest: int, times: int | None) -> None:
    found = row({"value": 10, "measure": "level"}, {"value": largest, "measure": "level"})
    assert found.times == times
    assert found.has_bars == (times is None)


def test_bars_of_a_row_share_a_scale_that_holds_zero() -> None:
    growth: dict[str, object] = {"unit": "'%'", "measure": "growth"}
    found = row({**growth, "value": 6}, {**growth, "value": -2}, {**growth, "value": 2})
    assert [found.bar(at) for at in range(3)] == [(0.25, 1.0), (0.0, 0.25), (0.25, 0.5)]
    alone = row({"value": 1}, {"value": 2, "unit": "ports"})
    assert [alone.bar(at) for at in range(2)] == [None, None]


VALUES = st.lists(st.integers(1, 10**6), min_size=2, max_size=6)


def level(value: object, unit: str = "t", **more: object) -> dict[str, object]:
    return {"measure": "level", "unit": unit, "value": value, **more}


@given(VALUES)
def test_a_rank_is_one_more_than_there_are_larger_values(values: list[int]) -> None:
    found = row(*map(level, values))
    assert ranks(found) == [1 + sum(other > one for other in values) for one in values]
    assert found.ranked == len(values)


@given(VALUES, st.data())
def test_ranks_do_not_depend_on_the_order_of_the_sheets(
    values: list[int], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(values))))
    straight, turned = row(*map(level, values)), row(*(level(values[at]) for at in order))
    assert [ranks(straight)[at] for at in order] == ranks(turned)
    assert straight.times == turned.times


@given(VALUES, st.sampled_from(("yuan", "thousand yuan", "million yuan", "bn yuan")))
def test_ranks_and_bars_do_not_depend_on_the_scale_of_a_unit(values: list[int], unit: str) -> None:
    exponent = {"yuan": 0, "thousand yuan": 3, "million yuan": 6, "bn yuan": 9}[unit]
    plain = row(*(level(one * 1000, "yuan") for one in values))
    first = level(f"{Decimal(values[0] * 1000).scaleb(-exponent):f}", unit)
    scaled = row(first, *(level(one * 1000, "yuan") for one in values[1:]))
    assert ranks(scaled) == ranks(plain)
    assert scaled.times == plain.times
    bars = [[one.bar(at) for at in range(len(values))] for one in (scaled, plain)]
    assert bars[0] == [one and pytest.approx(one) for one in bars[1]]


@given(VALUES)
def test_one_sheet_of_another_measure_changes_nothing_among_the_others(values: list[int]) -> None:
    odd = row(*map(level, values), {"measure": "share", "unit": "'%'", "value": 3})
    alone = row(*map(level, values))
    assert ranks(odd) == [*ranks(alone), 0]
    assert obstacles(odd)[:-1] == obstacles(alone)
    assert obstacles(odd)[-1] == "unit"


@pytest.mark.parametrize(
    ("figures", "extent"),
    [
        ((level(1), level(2)), "all"),
        ((level(1), level(2), level(3, "kg")), "all"),
        ((level(1), level(2), level(3, "jobs")), "some"),
        ((level(1), level(2, "jobs")), "nothing"),
        ((level(1), level("not stated")), "nothing"),
    ],
)
def test_a_row_says_how_much_of_it_is_compared(
    figures: tuple[dict[str, object], ...], extent: str
) -> None:
    assert row(*figures).extent == extent


def test_a_row_of_one_sheet_compares_nothing() -> None:
    both = rows(f"a: {figure(value=1)}", f"b: {figure(name='Ships', value=2)}")
    assert [one.extent for one in both] == ["single", "single"]


@given(st.lists(st.sampled_from("abcdef"), unique=True, min_size=1), st.data())
def test_each_figure_of_each_sheet_stands_in_one_row(ids: list[str], data: st.DataObject) -> None:
    others = data.draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
    first, second = (
        "\n".join(f"{one}: {figure(name=f'Of {one}', value=1)}" for one in each)
        for each in (ids, others)
    )
    found = rows(first, second)
    for at, wanted in ((0, ids), (1, others)):
        told = [cell.figure.id for one in found for place, cell in one.present if place == at]
        assert sorted(told) == sorted(wanted)
    assert [one.first.figure.id for one in found][: len(ids)] == ids
