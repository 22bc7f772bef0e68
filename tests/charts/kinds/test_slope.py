"""Slopes: stems true to size from zero, hollow where derived, values beside or below."""

import pytest
from matplotlib.lines import Line2D

from cqviewer.charts.drawing import ChartError, Drawing
from tests.charts.sheets import bundled, draw, made_up, small
from tests.charts.text_boxes import clashes, label, placed_texts, points, tagged, text_of, texts


def line(drawing: Drawing, tag: str) -> Line2D:
    (one,) = tagged(drawing, tag)
    assert isinstance(one, Line2D)
    return one


def height(drawing: Drawing, figure: str) -> float:
    (_, foot), (_, head) = points(drawing, f"stem:{figure}")
    return foot - head


def pair(first: str, last: str, extra: str = "") -> str:
    rest = "unit: tonnes, measure: level, source: s"
    return (
        f"a: {{name: Before, value: {first}, period: 2023, {rest}}}\n"
        f"b: {{name: After, value: {last}, period: 2024, {rest}}}\n"
        f"{extra}"
    )


CHART = "{kind: slope, of: [a, b], title: T}"


def test_stems_are_as_high_as_their_values() -> None:
    drawing = draw(bundled(), "trade-1", width=330)
    assert height(drawing, "investment") == 150
    assert height(drawing, "investment_before") == pytest.approx(150 * 513 / 810)


def test_what_is_derived_is_hollow_and_dashed() -> None:
    drawing = draw(bundled(), "trade-1", width=330)
    point = line(drawing, "point:investment_before")
    assert point.get_markerfacecolor() != point.get_markeredgecolor()
    assert line(drawing, "stem:investment_before").is_dashed()
    assert line(drawing, "slope").is_dashed()
    assert not line(drawing, "stem:investment").is_dashed()
    stated = draw(made_up(), "homes-1", width=330)
    assert not line(stated, "slope").is_dashed()


def test_values_stand_beside_the_points_and_the_rate_between() -> None:
    drawing = draw(bundled(), "trade-1", width=330)
    assert text_of(drawing, "value:investment_before") == "US$513 m"
    assert text_of(drawing, "value:investment") == "US$810 m"
    assert {"about", "A year earlier", "Reported", "derived", "stated", "0"} <= set(texts(drawing))
    (first, _), (last, _) = points(drawing, "slope")
    assert first < label(drawing, "value:investment_growth").get_position()[0] < last


def test_ends_with_periods_are_named_by_them() -> None:
    shown = {one.replace("\xa0", " ") for one in texts(draw(made_up(), "homes-1", width=330))}
    assert {"31 Dec 2019", "31 Dec 2024"} <= shown


def test_one_time_series_leads_from_its_first_to_its_last_value() -> None:
    indicator = (
        "a: {name: N, unit: tonnes, measure: level, source: s, observations:"
        " [{period: 2020, value: 5}, {period: 2022, value: 9}, {period: 2024, value: 10}]}"
    )
    drawing = draw(small(indicator, "{kind: slope, of: [a], title: T}"), width=330)
    assert {"2020", "2024", "5", "10"} & set(texts(drawing)) >= {"2020", "2024"}


def test_every_figure_has_a_mark_and_a_selected_one_a_halo() -> None:
    drawing = draw(bundled(), "trade-1", width=330, selected="investment_before")
    assert {one.figure for one in drawing.marks} == {
        "investment",
        "investment_before",
        "investment_growth",
    }
    assert line(drawing, "selection").get_markersize() > 18


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("1", "1e29"),
        ("1e29", "1"),
        ("-4", "6"),
        ("-4", "-9"),
        ("0", "0"),
        ("0", "5"),
        ("2", "90"),
        ("-1", "90"),
        ("not stated", "7"),
        ("1e-29", "3e-29"),
        ("not stated", "not stated"),
        ("810", "3"),
    ],
)
@pytest.mark.parametrize("width", [240, 330, 816])
def test_values_of_any_size_and_sign_can_be_drawn(first: str, last: str, width: int) -> None:
    change = (
        "c: {name: Change, unit: '%', measure: growth, value: -12345.678, period: 2024, source: s}"
    )
    chart = "{kind: slope, of: [a, b], change: c, title: T}"
    drawing = draw(small(pair(first, last, change), chart), width=width)
    assert clashes(drawing) == []


def test_a_value_not_stated_is_said() -> None:
    drawing = draw(small(pair("not stated", "7"), CHART), width=400)
    assert "Not stated" in texts(drawing)
    assert not tagged(drawing, "slope")


@pytest.mark.parametrize("of", ["[a]", "[]"])
def test_a_slope_needs_two_ends(of: str) -> None:
    with pytest.raises(ChartError, match="needs two figures"):
        draw(small(pair("1", "2"), f"{{kind: slope, of: {of}, title: T}}"))


def test_two_units_are_refused() -> None:
    text = pair("1", "2").replace("tonnes", "ships", 1)
    with pytest.raises(ChartError, match="differ in their unit"):
        draw(small(text, CHART))


@pytest.mark.parametrize(
    ("first", "last"), [("513", "810"), ("810", "513"), ("1", "810"), ("810", "1"), ("2", "3")]
)
@pytest.mark.parametrize("width", [330, 450, 816])
def test_the_rate_keeps_clear_of_the_slope_and_of_zero(first: str, last: str, width: int) -> None:
    change = "c: {name: C, unit: '%', measure: growth, value: 57.9, period: 2024, source: s}"
    chart = "{kind: slope, of: [a, b], change: c, title: T}"
    drawing = draw(small(pair(first, last, change), chart), width=width)
    (x1, y1), (x2, y2) = points(drawing, "slope")
    zero = points(drawing, "axis")[0][1]
    placed = dict(placed_texts(drawing))
    rate = placed["+57.9\u202f%"]
    status = next(box for text, box in placed_texts(drawing) if text == "stated")
    levels = [y1 + (y2 - y1) * (x - x1) / (x2 - x1) for x in (rate.x0, rate.x1)]
    is_below = rate.y0 > max(levels)
    is_above = status.y1 < min(levels)
    assert is_below or is_above
    assert rate.y1 < zero
