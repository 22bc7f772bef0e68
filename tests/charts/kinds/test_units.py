"""Unit charts: as many squares as there are things, in blocks or on one scale."""

import math
from decimal import Decimal
from itertools import pairwise

import msgspec
import numpy as np
import pytest
from matplotlib.lines import Line2D

from cqviewer.charts.drawing import ChartError, Drawing
from cqviewer.charts.text import subtitle
from cqviewer.charts.theme import PRINT
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import bundled, charts, draw, small
from tests.charts.text_boxes import (
    boxes,
    clashes,
    label,
    placed_texts,
    points,
    size,
    tagged,
    text_of,
    texts,
)


def area(drawing: Drawing, figure: str) -> float:
    """Count squares, a partial one by its share."""
    found = boxes(drawing, f"squares:{figure}")
    side = found[0][3] - found[0][1] if found else 1
    return sum((right - left) / side for left, _, right, _ in found)


def counts(*values: str) -> str:
    return "\n".join(
        f"f{number}: {{name: Things {number}, unit: things, measure: count, period: 2024,"
        f" value: {one}, source: s}}"
        for number, one in enumerate(values)
    )


def test_each_job_counts_in_blocks_of_ten_squares() -> None:
    drawing = draw(bundled(), "employment-1")
    squares = boxes(drawing, "squares:jobs")
    assert len(squares) == 69
    assert {round(right - left, 6) for left, _, right, _ in squares} == {16}
    assert squares[1][0] - squares[0][0] == 20
    assert squares[10][0] - squares[0][0] == 120
    assert squares[5][1] - squares[0][1] == 20
    assert squares[-1][2] <= 816
    assert size(label(drawing, "value:jobs")) == 13
    assert {"100,000", "600,000", "690,000"} <= set(texts(drawing))
    assert "700,000" not in texts(drawing)


def test_on_paper_squares_take_halves_of_a_px_to_fill_the_width() -> None:
    drawing = draw(bundled(), "employment-1", theme=PRINT, width=760)
    squares = boxes(drawing, "squares:jobs")
    assert squares[1][0] - squares[0][0] == 18.5
    assert max(right for _, _, right, _ in squares) == pytest.approx(760, abs=6)
    assert squares[0][1] == 0  # nothing is selected there, so no tint asks for air


def test_projects_stand_in_three_blocks_of_a_hundred() -> None:
    drawing = draw(bundled(), "growth-2")
    squares = boxes(drawing, "squares:projects")
    assert len(squares) == 300
    assert squares[1][0] - squares[0][0] == 10
    assert squares[100][0] - squares[0][0] == 116
    assert {round(right - left, 6) for left, _, right, _ in squares} == {8}
    assert {"465.65 bn yuan", "Invested in 300 projects", "one project"} <= set(texts(drawing))
    assert "about 1.55 bn yuan per project" in texts(drawing)
    assert "derived: 465.65 ÷ 300 = 1.552" in texts(drawing)
    assert {one.figure for one in drawing.marks} == {"projects", "invested", "invested_per_project"}


def test_a_rate_without_room_for_one_line_stands_over_its_name() -> None:
    wide, narrow = (draw(bundled(), "growth-2", width=width) for width in (816, 200))
    assert text_of(wide, "value:invested_per_project") == "about 1.55 bn yuan per project"
    assert text_of(narrow, "value:invested_per_project") == "about 1.55 bn yuan"
    assert "Per project" in texts(narrow)


def test_blocks_wrap_and_notes_move_below_where_it_is_narrow() -> None:
    drawing = draw(bundled(), "growth-2", width=250)
    squares = boxes(drawing, "squares:projects")
    assert squares[200][1] > squares[0][1]
    assert label(drawing, "value:invested").get_position()[1] > squares[-1][3]


def test_several_figures_share_one_scale() -> None:
    drawing = draw(bundled(), "trade-2", width=450)
    assert len(boxes(drawing, "squares:countries")) == 126
    assert len(boxes(drawing, "squares:ports")) == 548
    ports = boxes(drawing, "squares:ports")
    assert ports[8][0] - ports[0][0] == 6  # eight rows
    narrow = draw(bundled(), "trade-2", width=240)
    assert max(right for _, _, right, _ in boxes(narrow, "squares:ports")) <= 240
    tall = {
        one: max(bottom for *_, bottom in boxes(narrow, f"squares:{one}"))
        - min(top for _, top, _, _ in boxes(narrow, f"squares:{one}"))
        for one in ("countries", "ports")
    }
    assert tall["countries"] == pytest.approx(tall["ports"], abs=6)


def test_an_index_is_drawn_from_zero_with_its_base_dashed() -> None:
    drawing = draw(bundled(), "trade-2", width=450)
    (rise,) = boxes(drawing, "bar:cargo_index")
    base = [point for point in points(drawing, "base") if not math.isnan(point[0])]
    assert max(x for x, _ in base) == pytest.approx(rise[0])
    assert min(x for x, _ in base) == pytest.approx(0, abs=1)
    assert rise[2] / rise[0] == pytest.approx(1.73, abs=0.001)
    assert {"173", "derived", "a year earlier = 100", "cargo value"} <= set(texts(drawing))
    assert {one.figure for one in drawing.marks} >= {"cargo", "cargo_index"}


def test_a_dashed_base_is_open_where_the_solid_bar_goes_on() -> None:
    (base,) = tagged(draw(bundled(), "trade-2", width=450), "base")
    assert isinstance(base, Line2D)
    points = np.asarray(base.get_xydata(), dtype=float)
    sides = [one for one in pairwise(points) if not np.isnan(one).any()]
    upright = [start for start, end in sides if start[0] == end[0]]
    assert [x for x, _ in upright] == pytest.approx([0.75])
    fallen = bundled().indicators["cargo_index"].observations[0]
    fallen = msgspec.structs.replace(fallen, value=Decimal(80))
    figure = msgspec.structs.replace(bundled().indicators["cargo_index"], observations=(fallen,))
    sheet = msgspec.structs.replace(
        bundled(), indicators={**bundled().indicators, "cargo_index": figure}
    )
    assert len(boxes(draw(sheet, "trade-2", width=450), "base")) == 1


@pytest.mark.parametrize(
    ("value", "squares"),
    [("600", 600), ("601", 60.1), ("69.5", 69.5), ("1", 1), ("0.25", 0.25), ("0", 0), ("7e28", 70)],
)
def test_squares_show_the_value_with_a_partial_one(value: str, squares: float) -> None:
    sheet = small(counts(value), "{kind: units, of: [f0], title: T}")
    drawing = draw(sheet, width=400)
    assert area(drawing, "f0") == pytest.approx(squares)
    assert clashes(drawing) == []


def test_chinese_rows_of_squares_name_the_scale_with_the_unit() -> None:
    given = "unit: {{en: jobs, zh: 人}}, measure: count, period: 2024, value: {}, source: s"
    lines = "\n".join(
        f"f{at}: {{{f'name: N, {given}'.format(one)}}}" for at, one in enumerate(("690000", "5000"))
    )
    found = texts(draw(small(lines, "{kind: units, of: [f0, f1], title: T}"), language="zh"))
    assert found[found.index("69") + 1] == "万人"
    assert found[found.index("5,000") + 1] == "人"


def test_a_count_not_stated_is_said() -> None:
    drawing = draw(small(counts("not stated"), "{kind: units, of: [f0], title: T}"))
    assert text_of(drawing, "value:f0") == "Not stated"
    assert drawing.marks[0].figure == "f0"
    two = draw(small(counts("not stated", "5"), "{kind: units, of: [f0, f1], title: T}"))
    assert "Not stated" in text_of(two, "value:f0")


def test_more_squares_than_can_be_drawn_are_refused() -> None:
    with pytest.raises(ChartError, match="more than 5,000 squares"):
        draw(small(counts("1e29"), "{kind: units, of: [f0], per: 1, title: T}"))


def test_a_selected_figure_is_tinted() -> None:
    drawing = draw(bundled(), "employment-1", selected="jobs", width=808)
    (tint,) = boxes(drawing, "selection")
    assert (tint[0], tint[2]) == (-8, 808 + 8)
    above = min(top for _, top, _, _ in boxes(drawing, "squares:jobs")) - tint[1]
    below = tint[3] - label(drawing, "value:jobs").get_position()[1]
    assert above == pytest.approx(below, abs=1)
    assert above > 4
    (mark,) = drawing.marks
    assert (mark.x, mark.width) == (0, drawing.width)
    assert boxes(draw(bundled(), "trade-2", selected="ports", width=450), "selection")
    assert boxes(draw(bundled(), "trade-2", selected="cargo", width=450), "selection")
    assert boxes(draw(bundled(), "growth-2", selected="invested"), "selection")


def test_a_chart_without_squares_explains_none() -> None:
    silent = small(counts("not stated"), "{kind: units, of: [f0], square: one job, title: T}")
    (chart,) = charts(silent)
    assert "square" not in subtitle(chart, silent, Wording("en"), medium="screen")
    told = small(counts("5"), "{kind: units, of: [f0], square: one job, title: T}")
    assert subtitle(charts(told)[0], told, Wording("en"), medium="screen").startswith(
        "One square: one job."
    )
    said = "{kind: units, of: [f0], beside: [f1], square: one job, title: T}"
    drawing = draw(small(counts("not stated", "7"), said))
    assert not tagged(drawing, "key")
    assert "one job" not in texts(drawing)


@pytest.mark.parametrize(("width", "zoom"), [(450, 1), (260, 1), (900, 2)])
@pytest.mark.parametrize("value", ["173", "80", "100", "not stated"])
def test_an_index_stands_below_its_rate_and_its_number_beside_the_bar(
    width: int, zoom: float, value: str
) -> None:
    rows = (
        f"{counts('126')}\n"
        f"i: {{name: Cargo value, unit: '2023 = 100', measure: index, period: 2024,"
        f" value: {value}, source: s}}\n"
        "c: {name: Growth, unit: '%', measure: growth, period: 2024, value: 73, source: s}"
    )
    chart = "{kind: units, of: [f0], index: i, change: c, title: T}"
    drawing = draw(small(rows, chart), width=width, zoom=zoom)
    assert clashes(drawing) == []
    rate = label(drawing, "value:c")
    if value == "not stated":
        assert "Not stated" in texts(drawing)
        return
    number = label(drawing, "value:i")
    bars = [*boxes(drawing, "bar:i"), *(boxes(drawing, "base") if value != "173" else [])]
    top, bottom = min(one[1] for one in bars), max(one[3] for one in bars)
    assert (number.get_text(), rate.get_text()) == (value, "+73\u202f%")
    assert rate.get_position()[1] < top < number.get_position()[1] < bottom + 4
    assert number.get_position()[0] > max(one[2] for one in bars)
    ((_, rate_box), (_, name_box)) = [
        next(one for one in placed_texts(drawing) if one[0].startswith(text))
        for text in ("+73", "Cargo")
    ]
    assert name_box.x0 - rate_box.x1 > 6 * zoom, "the name of the rate stands apart from it"
