"""Series over time: where lines are open, what intervals, bounds, totals and close points are."""

import math

import pytest
from matplotlib.lines import Line2D

from cqviewer.charts.drawing import ChartError, Drawing
from cqviewer.charts.parts.course import Course, in_time, place_courses
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.theme import HIGH_CONTRAST_LIGHT, LIGHT
from cqviewer.model.facts import Observation
from cqviewer.model.wording.wording import Wording
from tests.charts import springfield
from tests.charts.sheets import draw
from tests.charts.springfield import figure, one_chart, row
from tests.charts.text_boxes import clashes, lines, placed_texts, points, tagged, text_of, texts


def course(*rows: tuple[str, str | None], is_cumulative: bool = False) -> Course:
    one = figure("f", "F", "t", [row(*each) for each in rows], is_cumulative=is_cumulative)
    (made,) = place_courses([one], Wording("en"), (0.0, 100.0), Scale(0, 10, 100, 0))
    return made


def quick_rows() -> list[Observation]:
    return [row(str(year), str(year - 1000)) for year in range(2014, 2026)]


def marker(drawing: Drawing, tag: str) -> Line2D:
    (one,) = tagged(drawing, tag)
    assert isinstance(one, Line2D)
    return one


def test_time_is_true_and_a_running_total_stands_at_the_end_of_its_period() -> None:
    quarters = [row("2024-Q1", "1"), row("2024-Q3", "2")]
    days = [day for day, _ in in_time(figure("f", "F", "t", quarters), Wording("en"))]
    assert days[1] - days[0] == pytest.approx((91 + 92) / 2 + 91)
    totals = figure("f", "F", "t", quarters, is_cumulative=True)
    ends = [day for day, _ in in_time(totals, Wording("en"))]
    assert ends == [one + half for one, half in zip(days, (45.5, 46), strict=True)]


def test_a_series_of_one_or_without_periods_is_refused() -> None:
    with pytest.raises(ChartError, match="F has one"):
        in_time(figure("f", "F", "t", [row("2024", "1")]), Wording("en"))
    unplaced = figure("f", "F", "t", [row("not stated", "1"), row("2024", "1")])
    with pytest.raises(ChartError, match="no place in time"):
        in_time(unplaced, Wording("en"))


def test_a_line_is_open_at_a_break_and_a_thin_line_stands_halfway() -> None:
    drawing = draw(one_chart("line", springfield.output()))
    path = points(drawing, "line:gdp")
    assert [at for at, (_, y) in enumerate(path) if math.isnan(y)] == [5]
    ((x, top), (_, bottom)) = points(drawing, "series break")
    assert x == pytest.approx((path[4][0] + path[6][0]) / 2, abs=1)
    assert bottom - top > 150
    assert "2,360.577\N{NO-BREAK SPACE}[b]\N{NO-BREAK SPACE}¹" in texts(drawing)


def test_the_periods_stand_on_either_side_of_a_break_where_there_is_room() -> None:
    drawing = draw(one_chart("line", springfield.output()))
    ((x, _), _) = points(drawing, "series break")
    boxes = {text: box for text, box in placed_texts(drawing) if "\N{EN DASH}" in text}
    before, after = boxes["2014\N{EN DASH}2018"], boxes["2019\N{EN DASH}2025"]
    assert before.x1 < x < after.x0 < before.x1 + 24
    assert not clashes(drawing)
    several = one_chart("line", springfield.output(), figure("f", "F", "bn yuan", quick_rows()))
    assert "2014\N{EN DASH}2018" not in texts(draw(several))


def test_no_words_stand_at_a_break_where_a_line_or_the_edge_is_in_the_way() -> None:
    rows = [row("2023", "1"), row("2024", "9", marks=("break",)), row("2025", "9")]
    narrow = draw(one_chart("line", figure("f", "F", "t", rows)), width=120)
    assert tagged(narrow, "series break")
    assert "2024\N{EN DASH}2025" not in texts(narrow)


def test_a_break_and_a_footnote_are_explained_below_the_chart() -> None:
    drawing = draw(one_chart("line", springfield.output()))
    assert text_of(drawing, "key") == (
        "[b] break in the series [p] provisional ¹ A census raised the level."
    )


def test_points_say_what_they_are_by_their_filling() -> None:
    drawing = draw(one_chart("line", springfield.output()))
    assert marker(drawing, "point:gdp:11").get_fillstyle() == "bottom"
    assert marker(drawing, "point:gdp:10").get_fillstyle() == "full"
    assert marker(drawing, "point:gdp:11").get_markerfacecoloralt() == LIGHT.page
    chosen = draw(one_chart("line", springfield.output()), selected="gdp")
    assert marker(chosen, "point:gdp:11").get_markerfacecoloralt() == LIGHT.tint


def test_running_totals_are_steps_that_begin_anew_with_each_year() -> None:
    path = points(draw(one_chart("line", springfield.running_total())), "line:trade")
    firsts = [y for _, y in path[:3]]
    assert firsts[0] == firsts[1] != firsts[2]  # level, then up
    assert path[1][0] == path[2][0]
    assert sum(math.isnan(y) for _, y in path) == 1


def test_a_total_by_dates_is_one_line_of_steps_however_far_apart_the_dates() -> None:
    rows = [row(*one) for one in (("2020-11", "1"), ("2022-04", "3"), ("2024-11-20", "4"))]
    made = figure("f", "F", "t", rows, is_cumulative=True)
    (placed,) = place_courses([made], Wording("en"), (0.0, 100.0), Scale(0, 10, 100, 0))
    assert placed.cuts == set()
    assert len(placed.path) == 5


def test_a_rate_over_a_running_total_is_no_step() -> None:
    rows = [row("2024-01/2024-02", "1"), row("2024-01/2024-03", "3")]
    made = figure("f", "F", "%", rows, is_cumulative=True, measure="growth")
    (placed,) = place_courses([made], Wording("en"), (0.0, 100.0), Scale(0, 10, 100, 0))
    assert len(placed.path) == 2


def test_where_a_value_is_not_known_no_step_leads_on() -> None:
    rows = ("2024-01", "1"), ("2024-01/2024-02", None), ("2024-01/2024-03", "4")
    ys = [one.y for one in course(*rows, is_cumulative=True).path]
    assert [math.isnan(y) for y in ys] == [False, True, True, False]


def test_a_point_between_gaps_is_alone() -> None:
    made = course(("2019", "1"), ("2020", None), ("2021", "3"), ("2022", None), ("2023", "1"))
    assert [at for at in range(5) if made.is_alone(at) and made.ys[at] == made.ys[at]] == [0, 2, 4]


def test_a_band_is_open_where_the_line_is_and_reaches_from_end_to_end() -> None:
    drawing = draw(one_chart("line", springfield.survey()))
    assert len(tagged(drawing, "band:cycling")) == 2
    assert len(tagged(drawing, "band edge")) == 4
    # In high contrast a tint is no colour of its own: the edges alone remain.
    plain = draw(one_chart("line", springfield.survey()), theme=HIGH_CONTRAST_LIGHT)
    assert not tagged(plain, "band:cycling")
    assert len(tagged(plain, "band edge")) == 4


def test_an_interval_of_one_point_is_a_whisker() -> None:
    rows = [row("2022", "1"), row("2023", "3", low="2", high="4"), row("2024", "2")]
    drawing = draw(one_chart("line", figure("f", "F", "t", rows)))
    assert tagged(drawing, "whisker")
    assert not tagged(drawing, "band:f")


def test_the_axis_holds_the_ends_of_intervals() -> None:
    rows = [row("2023", "5", low="1", high="90"), row("2024", "6", low="2", high="8")]
    drawing = draw(one_chart("line", figure("f", "F", "t", rows)))
    heights = [y for one in lines(drawing, "band edge") for _, y in one]
    assert min(heights) >= 0


def test_what_has_no_number_is_a_letter_above_zero_and_never_a_point() -> None:
    drawing = draw(one_chart("line", springfield.survey(), from_zero=True))
    assert text_of(drawing, "signs") == "[p] [z]\N{NO-BREAK SPACE}¹ [c]"
    assert len(tagged(drawing, "point:cycling:")) == 7
    zero = points(drawing, "zero")[0][1]
    heights = [box.y1 for text, box in placed_texts(drawing) if text == "[c]"]
    assert zero - 16 < heights[0] < zero


def test_a_bound_is_a_cap_without_a_point() -> None:
    below = {"kind": "below", "value": "2"}
    rows = [row("2022", "4"), row("2023", bound=below), row("2024", "3")]
    drawing = draw(one_chart("line", figure("f", "F", "t", rows)))
    assert len(tagged(drawing, "bound:f")) == 1
    assert len(tagged(drawing, "point:f:")) == 2
    assert "below 2" in texts(drawing)


@pytest.mark.parametrize("width", [300, 816])
def test_ten_years_of_months_have_labels_where_something_is_told(width: int) -> None:
    drawing = draw(one_chart("line", springfield.months()), width=width)
    assert clashes(drawing) == []
    assert len(tagged(drawing, "point value")) <= 3
    assert "250" in texts(drawing)
    assert len(tagged(drawing, "point:calls:")) == 1  # the latest
    assert len(drawing.marks) == 121  # each month, and the label
    xs = [x for x, _ in points(drawing, "line:calls")]
    assert xs == sorted(xs)


def test_each_point_names_its_period_in_the_order_of_time() -> None:
    marks = draw(one_chart("line", springfield.survey())).marks
    periods = [one.period for one in marks if one.text.count("201")][:4]
    assert [one.year for one in periods if one] == [2016, 2017, 2018, 2019]
    said = next(one.text for one in marks if one.period and one.period.year == 2022)
    assert said == (
        "Adults who cycle every week, 17.2\u202f%, low reliability,"
        " 95 % confidence interval from 13.0 to 21.4, 2022, stated in the source"
    )


def test_of_many_lines_the_highlighted_one_stands_out_and_alone_has_values() -> None:
    drawing = draw(springfield.of_parts("line", springfield.air(), highlight=("air.glasgow",)))
    drawn = [one for one in tagged(drawing, "line:") if isinstance(one, Line2D)]
    colors = {one.get_gid(): one.get_color() for one in drawn}
    assert colors.pop("line:air.glasgow") == LIGHT.accent
    assert set(colors.values()) == {LIGHT.rest}
    assert "17.74" in texts(drawing)
    assert "14.62" not in texts(drawing)


def test_more_lines_than_six_beside_a_highlighted_one_have_no_labels() -> None:
    rows = {f"part_{at}": [row("2023", str(at)), row("2024", str(at + 2))] for at in range(9)}
    parts = springfield.parts("f", "F", "t", rows)
    drawing = draw(springfield.of_parts("line", parts, highlight=("f.part_3",)))
    assert text_of(drawing, "name:f.part_3") == ""  # it is alone with a label
    assert text_of(drawing, "value:f.part_3") == "5"
    assert not tagged(drawing, "value:f.part_4")
    assert {one.figure for one in drawing.marks} == {one.id for one in parts[2]}
