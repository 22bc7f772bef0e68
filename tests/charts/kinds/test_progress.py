"""Progress towards a level: paths, base and latest value, and the ladder of the named method."""

import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from cqviewer.charts.drawing import ChartError, Drawing
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import charts, draw, on_its_way, small
from tests.charts.text_boxes import (
    boxes,
    clashes,
    lines,
    placed_texts,
    points,
    tagged,
    text_of,
    texts,
)

EN = Wording("en")


def sheet(
    method: str = "statcan", aim: str = "below: 3", values: str = "", base: str = "2015"
) -> Sheet:
    values = values or "2013: 7.6, 2014: 7.8, 2015: 7.41, 2018: 7.1, 2021: 6.2, 2022: 6.33"
    return on_its_way(values, aim, method, base=base)


def filled(drawing: Drawing) -> list[str]:
    found = [one for one in tagged(drawing, "class:") if to_face(one) == LIGHT.accent]
    return [str(one.get_gid()) for one in found]


def to_face(one: object) -> str:
    return to_hex(one.get_facecolor()).upper() if isinstance(one, Rectangle) else ""


def test_the_required_path_leads_from_the_base_to_the_target() -> None:
    drawing = draw(sheet())
    path, kept = points(drawing, "required path"), points(drawing, "at this rate")
    (left, top, right, bottom) = boxes(drawing, "base")[0]
    assert path[0] == pytest.approx(((left + right) / 2, (top + bottom) / 2), abs=1)
    target = points(drawing, "target")
    assert path[-1] == pytest.approx(((target[0][0] + target[1][0]) / 2, target[0][1]), abs=0.01)
    assert kept[0] == pytest.approx(points(drawing, "latest")[0], abs=1)
    assert kept[-1] == pytest.approx(points(drawing, "ahead")[0], abs=0.01)
    zero = lines(drawing, "zero")[0][0][1]
    assert (zero - path[-1][1]) / (zero - path[0][1]) == pytest.approx(3 / 7.41)


def test_observations_before_the_base_are_pale() -> None:
    before, after = [one for one in tagged(draw(sheet()), "line:a") if isinstance(one, Line2D)]
    assert (before.get_color(), after.get_color()) == (LIGHT.line, LIGHT.accent)


@pytest.mark.parametrize(
    ("method", "name", "limits", "reached"),
    [
        ("statcan", "Statistics Canada", ["0", "60", "95"], "class:limited"),
        ("un", "United Nations", ["10", "95"], "class:acceleration"),
    ],
)
def test_the_class_that_holds_the_result_is_full(
    method: str, name: str, limits: list[str], reached: str
) -> None:
    drawing = draw(sheet(method))
    assert name in texts(drawing)
    assert filled(drawing) == [reached]
    assert [one.get_text() for one in tagged(drawing, "limit")] == [  # type: ignore[attr-defined]
        f"{one}\u202f%" for one in limits
    ]


@pytest.mark.parametrize("aim", ["at_most: 2.0", "at_least: 6"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [326, 360, 500, 880])
def test_labels_on_a_phone_are_whole_and_in_the_picture(
    width: int, language: str, aim: str
) -> None:
    better = "lower" if "most" in aim else "higher"
    made = small(
        f"a: {{name: Waste, unit: million tonnes, measure: level, better: {better}, source: s,"
        " observations: {2015: 4.0, 2018: 3.8, 2024: 3.0},"
        f" targets: [{{for: 2030, {aim}, base: 2015, method: un, source: s}}]}}",
        "{kind: progress, of: [a], title: T}",
    )
    drawing = draw(made, width=width, language=language)
    assert clashes(drawing) == []
    written = " ".join(texts(drawing)).replace("\u00a0", " ").replace("\u202f", " ")
    assert "…" not in written
    number = aim.partition(": ")[2]
    assert f"{number} million tonnes" in written
    assert "2.48 million tonnes" in written


@pytest.mark.parametrize("width", [816, 760, 500])
def test_labels_do_not_meet(width: int) -> None:
    falling = sheet()
    rising = sheet(aim="at_least: 9", values="2015: 5, 2018: 5.2, 2024: 6")
    for made in (falling, rising):
        drawing = draw(made, width=width)
        assert clashes(drawing) == []


@pytest.mark.parametrize("latest", ["6.33", "7.3"])
def test_no_line_crosses_the_labels_of_quarters(latest: str) -> None:
    falls = {f"{2013 + at // 4}-Q{at % 4 + 1}": 7.8 - 0.03 * at for at in range(38)}
    levels = {**falls, "2015-Q2": 8.9, "2022-Q1": 8.2, "2015-Q3": 7.41, "2022-Q3": latest}
    values = ", ".join(f"{one}: {value}" for one, value in levels.items())
    drawing = draw(sheet(values=values, base="2015-Q3"))
    path = [point for line in lines(drawing, "line:a") for point in line]
    said = {one.replace("\u202f", " "): box for one, box in placed_texts(drawing)}
    for text in ("Base, Q3 2015", "7.41 %", "Latest, Q3 2022", f"{latest} %"):
        assert not [point for point in path if said[text].contains(*point)]


def test_years_stand_below_up_to_that_of_the_target() -> None:
    drawing = draw(sheet(), width=1200)
    assert text_of(drawing, "tick").split() == [str(year) for year in range(2030, 2012, -1)]


def test_labels_say_base_latest_target_and_both_rates() -> None:
    said = [one.replace("\u202f", " ") for one in texts(draw(sheet()))]
    for text in ("Base, 2015", "7.41 %", "Latest, 2022", "6.33 %", "Target, 2030", "below 3 %"):
        assert text in said
    assert "about 5.29 %" in said
    assert "−5.85 % a year, derived" in said
    assert "−2.23 ÷ −5.85 = 38 %" in said


def test_the_ladder_can_be_pointed_at_and_heard() -> None:
    made = sheet()
    phrase = "Statistics Canada: Limited progress, 38\u202f%."
    ladder = draw(made).marks[-1]
    assert phrase in ladder.text
    assert ladder.text.endswith("Class 2 of 4, from Deterioration to On track.")
    assert phrase in description(charts(made)[0], made, EN)


def test_the_words_around_it_name_paths_and_periods() -> None:
    made = sheet()
    chart = charts(made)[0]
    assert subtitle(chart, made, EN, medium="screen").endswith(
        "Dotted: required path. Dashed: same rate kept."
    )
    note = source_note(chart, made, EN)
    assert note.endswith(
        "Verdicts are worked out for this sheet. Base 2015, latest 2022, 7 years apart."
    )


def test_what_has_no_progress_says_why() -> None:
    made = sheet(values="2015: 0, 2018: 1, 2022: 2")
    with pytest.raises(ChartError, match="the base is zero"):
        draw(made)


def test_a_target_reached_before_its_year_fills_the_best_class() -> None:
    made = sheet(values="2015: 7.41, 2018: 4, 2022: 2.9")
    drawing = draw(made)
    assert filled(drawing) == ["class:on_track"]
    assert "target reached" in drawing.marks[-1].text.lower()
    assert text_of(drawing, "target") == ""
