"""What a chart has to say: marks and reasons beside values, and of what its figures are."""

import msgspec
import pytest

from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import Drawing
from cqviewer.charts.text import source_note, subtitle
from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import LOOK, charts, draw
from tests.charts.springfield import budget, figure, one_chart, row
from tests.charts.text_boxes import clashes, text_of, texts


def jobs(key: str, **said: object) -> Indicator:
    rows = [row("2023", "40"), row("2024", "60", **said)]
    return figure(key, f"Jobs {key}", "jobs", rows, measure="count")


def slope(one: Indicator) -> Drawing:
    return draw(one_chart("slope", one), width=390)


def test_a_slope_writes_letters_at_its_ends() -> None:
    drawing = slope(jobs("a", marks=("estimated",), note="By us."))
    assert text_of(drawing, "value:a") == "40 60\N{NO-BREAK SPACE}[e]\N{NO-BREAK SPACE}¹"
    assert text_of(drawing, "key") == "[e] estimated by the source ¹ By us."
    assert clashes(drawing) == []


@pytest.mark.parametrize("count", [1, 2])
def test_squares_write_letters_at_their_values(count: int) -> None:
    figures = [jobs("a", marks=("provisional",)), jobs("b")][:count]
    drawing = draw(one_chart("units", *figures))
    assert "[p]" in text_of(drawing, "value:a")
    assert clashes(drawing) == []


def test_squares_say_why_there_are_none() -> None:
    one = figure("a", "Jobs", "jobs", [row("2024", missing="suppressed")], measure="count")
    drawing = draw(one_chart("units", one))
    assert text_of(drawing, "value:a") == "Suppressed\N{NO-BREAK SPACE}[c]"
    assert text_of(drawing, "key") == "[c] suppressed"


def test_a_change_that_is_withheld_is_said() -> None:
    rate = figure("r", "Rate", "%", [row("2024", missing="suppressed")], measure="growth")
    sheet = one_chart("slope", jobs("a"), rate, change="r")
    chart = msgspec.structs.replace(charts(sheet)[0], of=("a",))
    drawing = draw_chart(chart, sheet, msgspec.structs.replace(LOOK, width=390))
    assert text_of(drawing, "value:r") == "Suppressed\N{NO-BREAK SPACE}[c]"
    assert "suppressed" in texts(drawing)
    assert clashes(drawing) == []


def fiscal(key: str, name: str, begins: int) -> Indicator:
    rows = [
        msgspec.structs.replace(row("2022", "1"), period=Period.parse(period, begins))
        for period in ("2021/22", "2022/23")
    ]
    return figure(key, name, "t", rows)


@pytest.mark.parametrize("kind", ["line", "bars"])
def test_a_chart_of_two_fiscal_calendars_says_which_is_which(kind: str) -> None:
    sheet = one_chart(kind, fiscal("a", "Wales", 4), fiscal("b", "Utah", 10))
    (chart,) = sheet.sections[0].charts
    note = source_note(chart, sheet, Wording("en"))
    assert "Years of Wales begin in April. Years of Utah begin in October." in note
    assert "Wales的年度自4月起。" in source_note(chart, sheet, Wording("zh")).replace("四月", "4月")


def test_fiscal_years_of_one_calendar_need_no_words() -> None:
    sheet = one_chart("line", fiscal("a", "Wales", 4), fiscal("b", "England", 4))
    (chart,) = sheet.sections[0].charts
    assert "begin in" not in source_note(chart, sheet, Wording("en"))


@pytest.mark.parametrize("kind", ["line", "columns", "bars"])
def test_a_chart_of_one_part_names_what_is_measured(kind: str) -> None:
    of = budget()
    whole = one_chart(kind, of=of)
    sheet = msgspec.structs.replace(whole, sections=one_chart(kind, of[2][0]).sections)
    (chart,) = sheet.sections[0].charts
    said = subtitle(chart, sheet, Wording("en"), medium="screen")
    assert said.startswith(f"{Wording('en').name(of[2][0])}, ")
    assert said.startswith("Budget: ")
