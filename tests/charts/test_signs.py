"""Kinds without points of their own say marks and reasons beside their values, too."""

import msgspec
import pytest

from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import Drawing
from cqviewer.model.facts import Indicator
from tests.charts.sheets import LOOK, charts, draw
from tests.charts.springfield import figure, one_chart, row
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
