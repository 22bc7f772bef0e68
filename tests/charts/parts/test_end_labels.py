"""Labels of lines: at their own ends, spread both ways, told apart, and open about what lacks."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.lines import Line2D
from matplotlib.text import Text

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.parts.end_labels import spread
from cqviewer.model.facts import Sheet
from tests.charts.sheets import draw, small
from tests.charts.springfield import row
from tests.charts.text_boxes import (
    clashes,
    label,
    placed_texts,
    points,
    tagged,
    text_of,
    texts,
)

Rows = list[list[str]]
EARLY: Rows = [["4", "5", "6"], ["9", "8", "9", "8", "9", "8"], ["1", "2", "3", "2", "3", "n"]]


def lines(rows: Rows, name: str = "Series") -> Sheet:
    """Make a chart of series by their values from 2019 on; 'n' is not stated."""
    figures = []
    for number, values in enumerate(rows):
        stated = ["not stated" if one == "n" else one for one in values]
        listed = [f"{{period: {2019 + at}, value: {one}}}" for at, one in enumerate(stated)]
        figures.append(
            f"f{number}: {{name: {name} {number}, unit: cases, measure: count, source: s,"
            f" observations: [{', '.join(listed)}]}}"
        )
    of = ", ".join(f"f{number}" for number in range(len(rows)))
    return small("\n".join(figures), f"{{kind: line, of: [{of}], title: T}}")


def markers(drawing: Drawing, figure: str) -> set[object]:
    found = tagged(drawing, f"point:{figure}:")
    return {one.get_marker() for one in found if isinstance(one, Line2D)}


def test_a_line_that_ends_early_has_its_label_there() -> None:
    drawing = draw(lines(EARLY))
    end = points(drawing, "line:f0")[-1]
    value, name = label(drawing, "value:f0"), label(drawing, "name:f0")
    assert value.get_text() == "6"
    assert value.get_position()[0] - end[0] == 8
    assert name.get_position()[0] == value.get_position()[0]
    assert clashes(drawing) == []


def test_a_latest_value_that_is_not_stated_is_said_to_be_so() -> None:
    drawing = draw(lines(EARLY))
    assert text_of(drawing, "value:f2") == "3"
    assert "2024: not stated" in texts(drawing)
    assert "2024 年：未注明" in texts(draw(lines(EARLY), language="zh"))
    assert any("2024: not stated" in one.text for one in drawing.marks if one.figure == "f2")


def test_a_label_far_from_its_early_end_says_the_period_and_is_led_to() -> None:
    # The second line runs close above and below the end of the first.
    drawing = draw(lines([["5", "5"], ["4", "9", "1", "9", "1", "9", "1"]]), width=300)
    value, end = label(drawing, "value:f0"), points(drawing, "line:f0")[-1]
    assert value.get_position()[0] > max(x for x, _ in points(drawing, "line:f1"))
    assert "2020" in [one.get_text() for one in tagged(drawing, "note") if isinstance(one, Text)]
    leaders = [one for one in tagged(drawing, "leader") if isinstance(one, Line2D)]
    starts = [np.asarray(one.get_xydata(), dtype=float)[0] for one in leaders]
    assert [one for one in starts if one[1] == end[1] and 0 < one[0] - end[0] < 10]


def test_no_line_to_a_label_in_the_column_strikes_through_one_inside() -> None:
    # Both end in 2022, close to each other, and the first has too much to say to stand there.
    sheet = lines([["50", "65"], ["49", "64"], ["70", "80", "90"]])
    first = msgspec.structs.replace(
        sheet.indicators["f0"],
        observations=(*sheet.indicators["f0"].observations, row("2023", missing="not_collected")),
    )
    drawing = draw(msgspec.structs.replace(sheet, indicators={**sheet.indicators, "f0": first}))
    assert clashes(drawing) == []
    foot = label(drawing, "value:f1").get_position()[1]
    leaders = [one for one in tagged(drawing, "leader") if isinstance(one, Line2D)]
    heights = [float(np.asarray(one.get_ydata(), dtype=float)[0]) for one in leaders]
    assert heights
    assert not [one for one in heights if foot - 12 < one < foot + 2]


@pytest.mark.parametrize("width", [300, 420, 816])
@pytest.mark.parametrize("zoom", [1, 1.5])
def test_a_line_that_ends_early_and_low_has_no_label_over_the_periods(
    width: int, zoom: float
) -> None:
    name = "New jobs in all of the districts of the city"
    for rows in ([["898", "1"], ["26", "42", "62", "65", "284"]], [["9", "0"], ["1", "2", "5"]]):
        drawing = draw(lines(rows, name), width=round(width * zoom), zoom=zoom)
        assert clashes(drawing) == []
        highest = min(
            box.y0 for text, box in placed_texts(drawing) if text in ("2019", "2020", "2021")
        )
        assert label(drawing, "value:f0").get_position()[1] < highest


@pytest.mark.parametrize("width", [300, 420, 816])
def test_labels_of_many_lines_stay_within_the_plot_in_their_order(width: int) -> None:
    rows = [["10", str(10 + at), f"10.{at:02}"] for at in range(14)]
    drawing = draw(lines(rows), width=width)
    assert clashes(drawing) == []
    tops = [label(drawing, f"value:f{at}").get_position()[1] for at in range(14)]
    assert tops == sorted(tops, reverse=True)
    assert len(tagged(drawing, "leader")) == 14
    ticks = [one for one in tagged(drawing, "tick") if isinstance(one, Text)]
    assert tops[0] <= ticks[0].get_position()[1]


def test_many_lines_are_told_apart_without_colour() -> None:
    drawing = draw(lines([["1", "2"], ["2", "3"], ["3", "4"], ["4", "5"], ["5", "6"]]))
    shapes = [markers(drawing, f"f{at}") for at in range(5)]
    assert all(len(one) == 1 for one in shapes)
    assert len(set.union(*shapes)) == 5
    (first,), (second,) = (tagged(drawing, f"line:f{at}") for at in (0, 1))
    assert isinstance(first, Line2D)
    assert isinstance(second, Line2D)
    assert first.get_linewidth() > second.get_linewidth()


def test_names_that_are_cut_stay_different() -> None:
    name = "Office of the county and its surrounding villages number"
    drawing = draw(lines([[str(at), str(at + 1)] for at in range(12)], name), width=420)
    shown = {text for text, _ in placed_texts(drawing) if text.startswith(("Office", "…"))}
    assert len(shown) == 12


HEIGHTS = st.lists(st.tuples(st.floats(0, 300), st.floats(1, 40)), min_size=1, max_size=12)


@given(HEIGHTS)
def test_spread_labels_do_not_overlap_and_stay_inside(given_: list[tuple[float, float]]) -> None:
    wanted, heights = [one for one, _ in given_], [one for _, one in given_]
    room = max(300.0, sum(heights))
    starts = spread(wanted, heights, 0.0, room)
    placed = sorted(zip(starts, heights, strict=True))
    ends = [start + height for start, height in placed]
    assert placed[0][0] >= -0.001
    assert ends[-1] <= room + 0.001
    pairs = list(zip(ends, [start for start, _ in placed][1:], strict=False))
    assert all(end <= start + 0.001 for end, start in pairs)


def test_labels_that_have_room_are_not_moved() -> None:
    assert spread([10, 50, 90], [20, 20, 20], 0, 200) == [10, 50, 90]
    assert spread([50, 50], [20, 20], 0, 200) == [40, 60]
