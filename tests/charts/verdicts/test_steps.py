"""Targets of a line: steps at their periods, what 'about' allows, and rows with the verdicts."""

import pytest

from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from tests.charts.sheets import charts, draw, small
from tests.charts.text_boxes import boxes, clashes, lines, points, tagged, text_of, texts

EN = Wording("en")


def bundled() -> Sheet:
    return load_sheet(data_folder() / "chongqing-targets.yaml")


def line(targets: str, chart: str = "") -> Sheet:
    return small(
        "a: {name: Alpha, unit: '%', measure: growth, better: higher, source: s,"
        f" observations: {{2021: 8, 2022: 3, 2023: 6, 2024: 5.7}}, targets: [{targets}]}}\n"
        "b: {name: Beta, unit: '%', measure: growth, source: s,"
        " observations: {2021: 1, 2022: 2, 2023: 3, 2024: 4}}",
        f"{{kind: line, of: [a], targets: true, title: T{chart}}}",
    )


PLAIN = "{for: 2023, value: 5, source: s}"
LATER = "{for: 2024, about: 6, allowance: 0.5, source: s}"
ABOUT = f"{PLAIN}, {LATER}"


def test_a_step_leads_half_a_year_to_either_side_at_the_targets_height() -> None:
    drawing = draw(line(ABOUT))
    (left, right), (start, _) = lines(drawing, "target")
    places = points(drawing, "line:a")
    assert (left[0] + right[0]) / 2 == pytest.approx(places[2][0], abs=1)
    assert right[0] == pytest.approx(start[0], abs=1)
    assert left[1] == right[1] > start[1]  # 5 lies below 6
    assert len(tagged(drawing, "target tick")) == 4
    assert [one.get_linestyle() for one in tagged(drawing, "target")] == ["-", "-"]  # type: ignore[attr-defined]


def test_what_about_allows_is_a_band_with_dashed_edges() -> None:
    drawing = draw(line(ABOUT))
    (_, top, _, bottom) = boxes(drawing, "allowance")[0]
    step = lines(drawing, "target")[1][0][1]
    assert (top + bottom) / 2 == pytest.approx(step, abs=1)
    edges = [one.get_linestyle() for one in tagged(drawing, "allowance edge")]  # type: ignore[attr-defined]
    assert edges == ["--", "--"]


def test_targets_and_verdicts_stand_below_their_years() -> None:
    drawing = draw(line(ABOUT))
    said = texts(drawing)
    assert [one for one in said if one in ("Met", "Within ‘about’")] == ["Met", "Within ‘about’"]
    assert text_of(drawing, "aim") == "5\u202f% about 6\u202f%"
    assert text_of(drawing, "absent") == "2021–2022: not in this sheet"
    assert text_of(drawing, "step label") == "Target about 6\u202f%"
    assert clashes(drawing) == []


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [816, 760, 500, 360])
def test_nothing_meets_at_any_width(width: int, language: str) -> None:
    made = bundled()
    drawing = draw(made, charts(made)[1].id, width=width, language=language)
    assert clashes(drawing) == []


def test_where_there_is_no_room_each_target_has_a_line() -> None:
    said = [one.replace("\u202f", " ") for one in texts(draw(line(ABOUT), width=300))]
    assert "about 6 % for 2024" in said
    assert "Target" in said


def test_each_target_can_be_pointed_at() -> None:
    marks = [one.text for one in draw(line(ABOUT)).marks if "Target" in one.text]
    assert marks[-1].replace("\u202f", " ") == (
        "Alpha: Target about 6 % for 2024. Within ‘about’. Derived, method ‘difference’."
    )


def test_among_several_lines_the_targets_are_those_of_the_first_that_has_some() -> None:
    made = line(ABOUT).sections[0].charts[0]
    assert made.targets
    head = "unit: '%', measure: growth, source: s"
    two = small(
        f"a: {{name: Alpha, {head}, observations: {{2023: 6, 2024: 7}}}}\n"
        f"b: {{name: Beta, {head}, observations: {{2023: 3, 2024: 4}},"
        " targets: [{for: 2024, at_least: 5, source: s}]}",
        "{kind: line, of: [a, b], targets: true, title: T}",
    )
    drawing = draw(two)
    assert "Missed" in texts(drawing)
    assert not tagged(drawing, "step label")  # the lines have theirs
    assert clashes(drawing) == []


def test_the_words_around_it_say_what_steps_are_and_hear_the_verdicts() -> None:
    made = line(ABOUT)
    chart = charts(made)[0]
    assert subtitle(chart, made, EN, medium="screen").endswith(
        "Black steps: target. Dashed edges: what ‘about’ allows as this sheet reads it."
    )
    assert "not the source’s." in source_note(chart, made, EN)
    assert "Target about 6\u202f% for 2024. Within ‘about’" in description(chart, made, EN)


def test_without_targets_the_line_is_as_before() -> None:
    plain = line(ABOUT, ", subtitle: S")
    chart = charts(plain)[0]
    assert chart.subtitle == "S"
    bare = draw(line("{for: 2030, value: 5, source: s}"))
    assert not tagged(bare, "target")


def test_steps_stand_in_time_in_whatever_order_targets_are_written() -> None:
    drawing = draw(line(f"{LATER}, {PLAIN}"))
    assert text_of(drawing, "aim") == "5\u202f% about 6\u202f%"
    assert text_of(drawing, "absent") == "2021–2022: not in this sheet"
    assert text_of(drawing, "step label") == "Target about 6\u202f%"
