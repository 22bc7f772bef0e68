"""Bars and columns with bounds, intervals and marks, and rows without a number."""

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Patch

from cqviewer.charts.theme import LIGHT
from tests.charts import springfield
from tests.charts.sheets import draw
from tests.charts.springfield import figure, one_chart, row
from tests.charts.text_boxes import boxes, clashes, label, lines, points, tagged, text_of, texts


def test_a_bound_is_a_pale_bar_that_ends_in_a_cap() -> None:
    drawing = draw(one_chart("bars", *springfield.lead()))
    (bar,) = tagged(drawing, "bar:old_town")
    assert isinstance(bar, Patch)
    assert to_hex(bar.get_facecolor()).upper() == LIGHT.hair
    ((left, _, right, _),) = boxes(drawing, "bar:old_town")
    ((x, top), (_, bottom)) = points(drawing, "cap")
    assert x == right
    assert bottom - top == 20
    ((north, _, end, _),) = boxes(drawing, "bar:north")
    assert (right - left) / (end - north) == pytest.approx(0.25 / 0.9)
    assert text_of(drawing, "value:old_town") == "below 0.25 µg/l"


def test_an_interval_is_a_whisker_and_the_value_stands_beyond_it() -> None:
    drawing = draw(one_chart("bars", *springfield.lead()))
    ends = [x for one in lines(drawing, "whisker") for x, _ in one]
    ((left, _, right, _),) = boxes(drawing, "bar:north")
    assert left < min(ends) < right < max(ends)
    assert label(drawing, "value:north").get_position()[0] > max(ends)


def test_a_row_without_a_number_says_why_and_has_no_bar() -> None:
    drawing = draw(one_chart("bars", *springfield.lead()))
    assert text_of(drawing, "value:east") == "Suppressed\N{NO-BREAK SPACE}[c]\N{NO-BREAK SPACE}¹"
    assert text_of(drawing, "value:island") == "Not applicable\N{NO-BREAK SPACE}[z]"
    assert not tagged(drawing, "bar:east")
    assert "[r]" in texts(drawing)
    marks = "[c] suppressed [r] revised [z] not applicable"
    assert text_of(drawing, "key") == f"{marks} only this limit is known ¹ One plant."


def test_columns_draw_what_bars_do() -> None:
    rows = [
        row("2021", "4", low="3", high="6", marks=("provisional",)),
        row("2022", bound={"kind": "above", "value": "5"}),
        row("2023", missing="suppressed"),
        row("2024", "3", marks=("break",), note="Counted anew."),
    ]
    drawing = draw(one_chart("columns", figure("f", "F", "t", rows)))
    assert clashes(drawing) == []
    assert [len(tagged(drawing, f"bar:f:{at}")) for at in range(4)] == [1, 1, 0, 1]
    assert text_of(drawing, "value:f:1") == "above 5"
    assert text_of(drawing, "value:f:2") == "[c]"
    assert tagged(drawing, "whisker")
    assert tagged(drawing, "cap")
    ((x, _), _) = points(drawing, "series break")
    lefts = [boxes(drawing, f"bar:f:{at}")[0] for at in (1, 3)]
    assert lefts[0][2] < x < lefts[1][0]
    assert {"[p]", "[b]\N{NO-BREAK SPACE}¹"} <= set(texts(drawing))


def test_negative_values_with_intervals_and_bounds_keep_clear() -> None:
    figures = [
        figure("low", "Low", "t", [row("2024", "-3", low="-5", high="1")]),
        figure("least", "Least", "t", [row("2024", bound={"kind": "below", "value": "-2"})]),
        figure("up", "Up", "t", [row("2024", "2")]),
    ]
    drawing = draw(one_chart("bars", *figures), width=500)
    assert clashes(drawing) == []
    ((left, _, right, _),) = boxes(drawing, "bar:least")
    assert points(drawing, "cap")[0][0] == left < right


def test_highlighted_bars_have_the_accent_and_the_others_are_grey() -> None:
    drawing = draw(one_chart("bars", *springfield.lead(), highlight=("harbour",)))
    colors = {}
    for key in ("harbour", "north"):
        (bar,) = tagged(drawing, f"bar:{key}")
        assert isinstance(bar, Patch)
        colors[key] = to_hex(bar.get_facecolor()).upper()
    assert colors == {"harbour": LIGHT.accent, "north": LIGHT.rest}
    assert label(drawing, "name:harbour").get_fontweight() == "bold"  # not by colour alone
    assert label(drawing, "name:north").get_fontweight() == "normal"


def test_bars_stand_as_they_are_given_where_that_is_asked_for() -> None:
    given = draw(one_chart("bars", *springfield.lead(), sort="given"))
    assert [one.figure for one in given.marks][:2] == ["north", "harbour"]
    sized = draw(one_chart("bars", *springfield.lead()))
    assert [one.figure for one in sized.marks][:2] == ["harbour", "north"]


def test_a_long_value_has_the_room_on_its_own_side_of_zero() -> None:
    figures = [
        figure("down", "Down", "thousand tonnes", [row("2024", "-400")]),
        figure("up", "Up", "thousand tonnes", [row("2024", "1")]),
    ]
    drawing = draw(one_chart("bars", *figures), width=500)
    assert clashes(drawing) == []
    shown = {key: text_of(drawing, f"value:{key}") for key in ("down", "up")}
    assert shown == {
        "down": "\N{MINUS SIGN}400 thousand tonnes",
        "up": "1 (thousand tonnes)",
    }
    (left, _, right, _), (zero, *_) = boxes(drawing, "bar:down")[0], boxes(drawing, "bar:up")[0]
    assert label(drawing, "value:down").get_position()[0] < left < right == zero
