"""Goals: a cell each, empty where unnamed, and a curve to every figure that bears on them."""

import re
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import FancyBboxPatch, PathPatch

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.text import source_note
from cqviewer.charts.theme import LIGHT
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import bundled, charts, draw, made_up, small
from tests.charts.text_boxes import boxes, clashes, label, points, tagged, text_of, texts


def test_nine_equal_cells_five_of_them_empty() -> None:
    drawing = draw(bundled(), "goals-1")
    named, empty = tagged(drawing, "goal:"), tagged(drawing, "unnamed")
    assert (len(named), len(empty)) == (4, 5)
    cells = [one for one in [*named, *empty] if isinstance(one, FancyBboxPatch)]
    assert [one.get_width() for one in cells] == pytest.approx([248] * 9, abs=1)
    assert [one.get_height() for one in cells] == pytest.approx([28] * 9, abs=1)
    tops = [one.get_y() for one in cells]
    assert [b - a for a, b in pairwise(tops)] == pytest.approx([34] * 8, abs=1)
    assert all(to_hex(one.get_facecolor(), keep_alpha=True).endswith("00") for one in cells[4:])


def test_curves_lead_from_each_goal_to_its_figures() -> None:
    drawing = draw(bundled(), "goals-1")
    links = {one.get_gid() for one in tagged(drawing, "link:")}
    assert links == {
        "link:manufacturing:industry",
        "link:manufacturing:clusters",
        "link:new_quality:nev",
        "link:consumption:retail",
        "link:governance",
    }
    (curve,) = tagged(drawing, "link:consumption:retail")
    assert isinstance(curve, PathPatch)
    ends = np.asarray(curve.get_path().vertices)
    assert tuple(ends[-1]) == pytest.approx(points(drawing, "point:retail")[0])
    assert ends[0][0] == 248  # the cell's own edge


def test_what_is_said_beside_the_cells() -> None:
    drawing = draw(bundled(), "goals-1")
    assert {
        "Nine priorities for 2025",
        "2024 figures that bear on them",
        "No 2024 figure in the source",
        "Five are not named in the source.",
        "577.6 bn yuan",
        "Q1–Q3 2024",
        "period not stated",
    } <= set(texts(drawing))


def test_a_selected_goal_is_accent_with_a_thick_curve() -> None:
    drawing = draw(bundled(), "goals-1", selected="consumption")
    (cell,) = tagged(drawing, "goal:consumption")
    assert isinstance(cell, FancyBboxPatch)
    assert to_hex(cell.get_facecolor()).upper() == LIGHT.accent
    (curve,) = tagged(drawing, "link:selected")
    (other,) = tagged(drawing, "link:new_quality:nev")
    assert isinstance(curve, PathPatch)
    assert isinstance(other, PathPatch)
    assert curve.get_linewidth() > 2 * other.get_linewidth()
    assert label(drawing, "name:retail").get_fontweight() == "bold"


def test_a_selected_figure_is_tinted_with_its_curves_lit() -> None:
    drawing = draw(bundled(), "goals-1", selected="industry")
    assert boxes(drawing, "selection")
    assert len(tagged(drawing, "link:selected")) == 1


@pytest.mark.parametrize("width", [280, 816])
def test_every_goal_and_figure_has_a_mark(width: int) -> None:
    marks = {one.figure: one.text for one in draw(bundled(), "goals-1", width=width).marks}
    assert set(marks) == {
        *("manufacturing", "new_quality", "consumption", "governance"),
        *("industry", "clusters", "nev", "retail", "goals.unnamed"),
    }
    assert marks["consumption"] == "Consumption with Retail sales: +3.8\u202f%"
    assert marks["governance"] == "Mega-city governance without a figure"


def test_a_narrow_chart_lists_figures_below_their_goals() -> None:
    drawing = draw(bundled(), "goals-1", width=280)
    goal, figure = (label(drawing, f"name:{one}") for one in ("consumption", "retail"))
    assert figure.get_position()[1] > goal.get_position()[1]
    assert len(tagged(drawing, "unnamed")) == 5


def test_a_figure_of_two_goals_stands_once_with_two_curves() -> None:
    figure = "f: {name: F, unit: '%', measure: growth, value: 1, source: s, period: 2024}"
    goals = (
        "goals: {year: 2030, announced: 2, named: ["
        "{id: a, name: A, figures: [f]}, {id: b, name: B, figures: [f]}]}\n"
    )
    drawing = draw(small(figure, "{kind: goals, title: T}", goals))
    assert len(tagged(drawing, "link:")) == 2
    assert len(tagged(drawing, "value:f")) == 1
    assert not tagged(drawing, "unnamed")


@pytest.mark.parametrize(("announced", "width"), [(200, 816), (200, 240), (1, 816), (2, 500)])
def test_any_number_of_goals_can_be_drawn(announced: int, width: int) -> None:
    figure = "f: {name: F, unit: '%', measure: growth, value: 1, source: s, period: 2024}"
    sheet = small(
        figure, "{kind: goals, title: T}", f"goals: {{year: 2030, announced: {announced}}}\n"
    )
    drawing = draw(sheet, width=width)
    assert len(tagged(drawing, "unnamed")) == announced
    assert drawing.height < 900
    assert clashes(drawing) == []


@pytest.mark.parametrize(
    ("announced", "said"),
    [
        (2, "One is not named in the source."),
        (3, "Two are not named in the source."),
        (1, None),
    ],
)
@pytest.mark.parametrize("width", [280, 816])
def test_how_many_goals_have_no_name_is_said(announced: int, said: str | None, width: int) -> None:
    figure = "f: {name: F, unit: '%', measure: growth, value: 1, source: s, period: 2024}"
    goals = f"announced: {announced}, named: [{{id: a, name: A, figures: [f]}}]"
    drawing = draw(
        small(figure, "{kind: goals, title: T}", f"goals: {{year: 2030, {goals}}}\n"), width=width
    )
    told = [one for one in " ".join(texts(drawing)).split("  ") if "named in" in one]
    assert (said in " ".join(texts(drawing))) if said else told == []
    heard = [one.text for one in drawing.marks if one.figure == "goals.unnamed"]
    assert heard == ([said] if said else [])


def test_aims_of_the_made_up_sheet_are_called_so() -> None:
    drawing = draw(made_up(), "aims-1")
    assert "Six aims for 2030" in texts(drawing)
    assert text_of(drawing, "name:moving") == "Ferries every ten minutes"


def test_a_sheet_without_goals_is_refused() -> None:
    figure = "f: {name: F, unit: '%', measure: growth, value: 1, source: s, period: 2024}"
    with pytest.raises(ChartError, match="no goals"):
        draw(small(figure, "{kind: goals, title: T}"))


@pytest.mark.parametrize("width", [280, 816])
def test_the_unnamed_goals_can_be_selected_as_one_figure(width: int) -> None:
    drawing = draw(bundled(), "goals-1", width=width, selected="goals.unnamed")
    ((left, top, right, bottom),) = boxes(drawing, "selection")
    mark = next(one for one in drawing.marks if one.figure == "goals.unnamed")
    assert left < mark.x < right
    assert top < mark.y < mark.y + mark.height < bottom
    assert mark.text == "Five are not named in the source."


AIMED = """\
gdp: {name: GDP, unit: '%', measure: growth, better: higher, value: 5.7, source: s,
  period: 2024, targets: [{for: 2024, about: 6, source: s}]}
industry: {name: Industry, unit: '%', measure: growth, better: higher, value: 3.1, source: s,
  period: 2024, targets: [{for: 2024, value: 7, source: s}]}
work: {name: New jobs, unit: jobs, measure: count, value: 719000, source: s, period: 2024,
  targets: [{for: 2024, result: {text: 119 % of the target, met: true, source: s}}]}
calls: {name: Port calls, unit: calls, measure: count, value: 402, source: s, period: 2024}"""
AIMS = (
    "goals: {year: 2025, announced: 2, named: [{id: a, name: Works, figures: [gdp, industry]}, "
    "{id: b, name: Port, figures: [work, calls]}]}\n"
)


@pytest.mark.parametrize("width", [280, 620, 816])
def test_targets_and_verdicts_stand_below_the_figures_of_goals(width: int) -> None:
    sheet = small(AIMED, "{kind: goals, title: T}", AIMS)
    drawing = draw(sheet, width=width)
    said = [one.replace("\u202f", " ").replace("\u00a0", " ") for one in texts(drawing)]
    assert {"target about 6 %", "target 7 %", "Missed by 3.9 points"} <= set(said)
    assert {"0.3 points below, no verdict", "Met: 119 % of the target"} <= set(said)
    assert len(tagged(drawing, "verdict mark")) == 2  # no verdict has no mark
    assert clashes(drawing) == []
    marks = {one.figure: one.text.replace("\u202f", " ") for one in drawing.marks}
    assert "(target 7 %: Missed by 3.9 points)" in marks["a"].replace("\u00a0", " ")
    for figure in ("gdp", "industry", "work"):
        mark = next(one for one in drawing.marks if one.figure == figure)
        name = label(drawing, f"name:{figure}").get_position()[1]
        assert mark.y < name < mark.y + mark.height


def test_sources_and_marks_of_the_verdicts_on_goals_are_explained() -> None:
    sheet = small(AIMED, "{kind: goals, title: T}", AIMS)
    note = source_note(charts(sheet)[0], sheet, Wording("en"))
    assert "Verdicts with a ring are worked out for this sheet" in note
    assert "no source says what ‘about’ allows" in note


def test_figures_without_targets_take_no_line_for_them() -> None:
    with_targets = draw(small(AIMED, "{kind: goals, title: T}", AIMS))
    bare = "\n".join(
        re.sub(r", targets: .*\]", "", one) for one in AIMED.replace("\n  ", " ").split("\n")
    )
    assert draw(small(bare, "{kind: goals, title: T}", AIMS)).height < with_targets.height - 50
