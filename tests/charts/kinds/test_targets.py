"""Targets beside their outturn: rows in order, a scale for each unit, verdicts with their marks."""

from itertools import pairwise

import msgspec
import pytest
from matplotlib.lines import Line2D

from cqviewer.charts.drawing import ChartError, Drawing
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.charts.sheets import charts, draw, small, with_target
from tests.charts.text_boxes import boxes, clashes, placed_texts, points, tagged, text_of, texts

EN, ZH = Wording("en"), Wording("zh")


ROWS = "\n".join(
    [
        with_target("a", "Alpha", "value: 7.3", "value: 7"),
        with_target("b", "Beta", "value: 5.7", "about: 6, allowance: 0.5"),
        with_target("c", "Gamma", "derived: a - 8", "value: 4"),
        with_target("d", "Delta", "value: 719", "result: {text: 119 % of it, met: true}", "jobs"),
        with_target("e", "Eta", "value: 80", "at_least: 90", "jobs", "2023"),
    ]
)


def sheet(of: str = "[b, d, c, a, e]") -> Sheet:
    return small(ROWS, f"{{kind: targets, of: {of}, title: T}}")


def bundled() -> Sheet:
    return load_sheet(data_folder() / "chongqing-targets.yaml")


def test_a_verdict_on_progress_never_stands_without_its_method() -> None:
    figure = (
        "a: {name: Alpha, unit: '%', measure: share, better: higher, source: s,"
        " observations: {2015: 50, 2024: 60},"
        " targets: [{for: 2030, value: 75, base: 2015, method: statcan, source: s}]}"
    )
    made = small(figure, "{kind: targets, of: [a], title: T}")
    said = source_note(only(made), made, EN)
    assert "Acceleration needed: Derived, method ‘Statistics Canada’." in said


def only(made: Sheet) -> Chart:
    return charts(made)[0]


def rows(drawing: Drawing) -> list[str]:
    return [one.figure for one in drawing.marks]


@pytest.mark.parametrize("width", [300, 343, 380, 500])
def test_no_name_is_cut_on_a_phone_and_no_verdict_either(width: int) -> None:
    made = bundled()
    chart = next(one for one in charts(made) if one.kind == "targets")
    drawing = draw(made, chart.id, width=width)
    said = texts(drawing)
    for figure in rows(drawing):
        assert EN.short_name(made.indicators[figure]) in said
    assert not [one for one in said if "…" in one]
    assert clashes(drawing) == []


def test_rows_stand_by_their_difference_and_another_unit_below() -> None:
    drawing = draw(sheet())
    assert rows(drawing) == ["a", "b", "c", "d", "e"]
    assert "Delta, Eta, on a scale of their own" in texts(drawing)
    assert clashes(drawing) == []


def test_a_row_says_target_outturn_difference_and_verdict() -> None:
    drawing = draw(sheet())
    assert text_of(drawing, "target:b") == "about 6\u202f%"
    assert text_of(drawing, "value:b") == "+5.7\u202f%"
    assert text_of(drawing, "difference:b") == "−0.3\u00a0points"
    words = [one.get_text() for one in tagged(drawing, "verdict")]  # type: ignore[attr-defined]
    assert words == ["Met", "Within ‘about’", "Missed", "Met", "Not yet known"]
    assert text_of(drawing, "difference:d") == "119 % of it, stated"
    assert text_of(drawing, "value:e") == "not yet known"


def test_marks_stand_on_one_scale_from_zero() -> None:
    drawing = draw(sheet())
    zero = points(drawing, "axis")[0][0] if len(tagged(drawing, "axis")) == 1 else None
    assert zero is None  # each unit has its own
    (axis, *_), (_other, *_) = ([one.get_xdata() for one in tagged(drawing, "axis")], [0])  # type: ignore[attr-defined]
    at = {key: points(drawing, f"aim:{key}")[0][0] for key in "abc"}
    assert (at["a"] - axis[0]) / (at["c"] - axis[0]) == pytest.approx(7 / 4, abs=0.02)
    assert points(drawing, "outturn:a")[0][0] > at["a"]
    assert points(drawing, "outturn:b")[0][0] < at["b"]


def test_what_about_allows_is_a_box_and_a_derived_distance_is_dashed() -> None:
    drawing = draw(sheet())
    assert len(boxes(drawing, "about")) == 1
    dashed = {key: tagged(drawing, f"distance:{key}")[0] for key in "ac"}
    assert [one.get_linestyle() for one in dashed.values()] == ["-", "--"]  # type: ignore[attr-defined]


def test_the_mark_says_whose_the_verdict_is_and_no_colour_how_it_is() -> None:
    marks = [one for one in tagged(draw(sheet()), "verdict mark") if isinstance(one, Line2D)]
    assert [one.get_markeredgecolor() for one in marks] == [
        *[LIGHT.accent] * 3,
        LIGHT.ink2,
        LIGHT.accent,
    ]
    assert [one.get_markerfacecolor() == LIGHT.page for one in marks] == [
        *[True] * 3,
        False,
        True,
    ]


@pytest.mark.parametrize("width", [816, 760, 700, 600, 420])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_meets_at_any_width(width: int, language: str) -> None:
    for made in (sheet(), bundled()):
        drawing = draw(made, charts(made)[0].id, width=width, language=language)
        assert clashes(drawing) == []


def test_narrow_the_difference_goes_below_the_verdict_and_then_away() -> None:
    middle, narrow = draw(sheet(), width=700), draw(sheet(), width=600)
    assert "Difference" not in texts(middle)
    assert text_of(middle, "difference:a") == "+0.3\u00a0points"
    assert not tagged(narrow, "difference:a")
    assert "Missed by 4.7 points" in [one.replace("\u00a0", " ") for one in texts(narrow)]


LONG = [
    "Registered unemployment of people between 16 and 64",
    "Output of all workshops in the old and the new eastern districts",
]


@pytest.mark.parametrize("width", [326, 420, 640, 700, 760, 880])
@pytest.mark.parametrize("selected", [None, "a"])
def test_a_long_name_takes_more_lines_and_is_not_cut(width: int, selected: str | None) -> None:
    named = ROWS.replace("Alpha", LONG[0]).replace("Delta", LONG[1])
    drawing = draw(
        small(named, "{kind: targets, of: [a, b, d], title: T}"), width=width, selected=selected
    )
    assert clashes(drawing) == []
    assert not [one for one in texts(drawing) if "…" in one]
    for key, name in zip("ad", LONG, strict=True):
        lines = [one.get_text() for one in tagged(drawing, f"name:{key}")]  # type: ignore[attr-defined]
        assert len(lines) > (width < 400)
        assert " ".join(lines) == name
    marks = sorted((one.y, one.y + one.height) for one in drawing.marks)
    assert all(end <= start for (_, end), (start, _) in pairwise(marks))
    assert marks[-1][1] <= drawing.height


def test_a_name_that_is_too_long_stands_over_its_verdict() -> None:
    named = ROWS.replace("Alpha", LONG[0])
    drawing = draw(small(named, "{kind: targets, of: [a, b], title: T}"), width=326)
    placed = dict(placed_texts(drawing))
    verdict, name = placed["Met"], placed[text_of(drawing, "name:b")]
    assert verdict.x0 < drawing.width / 4
    assert placed["Within ‘about’"].x0 > name.x1
    (mark,) = (one for one in drawing.marks if one.figure == "a")
    assert mark.height > next(one.height for one in drawing.marks if one.figure == "b")


def test_negative_values_move_the_zero_line_in() -> None:
    made = small(
        "a: {name: A, unit: '%', measure: growth, better: higher, value: -3, period: 2024,"
        " source: s, targets: [{for: 2024, value: 2, source: s}]}",
        "{kind: targets, of: [a], title: T}",
    )
    drawing = draw(made)
    zero = points(drawing, "axis")[0][0]
    assert points(drawing, "outturn:a")[0][0] < zero < points(drawing, "aim:a")[0][0]


def test_the_words_around_it_name_sources_methods_and_reasons() -> None:
    made = bundled()
    chart = only(made)
    assert subtitle(chart, made, EN, medium="screen") == "Target and outturn for 2024."
    note = source_note(chart, made, EN)
    assert (
        "Report on the targets of Chongqing for 2024, 21\u00a0January\u00a02024 (targets)" in note
    )
    assert "Communiqués" not in note  # earlier years are not shown
    assert note.endswith("No verdict: no source says what ‘about’ allows.")
    assert "with a disc are the source’s." in note
    said = description(chart, made, EN).replace("\u202f", " ").replace("\u00a0", " ")
    assert said.startswith("Targets and outturn: Industry, value added: target 7 %, outturn +7.3 %")
    assert "0.3 percentage points below, no verdict" in said
    assert "outturn 719,000, as first published, Met: 119 % of the target" in said
    assert "目标约 6%" in description(chart, made, ZH)


def test_a_chart_without_targets_says_so() -> None:
    made = sheet()
    bare = {key: msgspec.structs.replace(one, targets=()) for key, one in made.indicators.items()}
    with pytest.raises(ChartError, match="None of its figures has a target"):
        draw(msgspec.structs.replace(made, indicators=bare))
