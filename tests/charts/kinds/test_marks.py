"""What is pointed at and heard in a chart of any kind is what is drawn there."""

import re

import pytest
from matplotlib.text import Text

from cqviewer.charts.drawing import Drawing
from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder
from tests.charts.sheets import MADE_UP, charts, draw
from tests.charts.text_boxes import bleed, tagged

SHEETS = {one.stem: load_sheet(one) for one in [*sorted(data_folder().rglob("*.yaml")), MADE_UP]}
CHARTS = [(name, one.id) for name, sheet in SHEETS.items() for one in charts(sheet)]
LOOKS = [(816, 1), (420, 1), (620, 2)]


def values(drawing: Drawing) -> list[tuple[str, str, float, float]]:
    """Return the figure of each value that is written, the text, and its place in the picture."""
    found = []
    for one in tagged(drawing, "value:"):
        assert isinstance(one, Text)
        key = str(one.get_gid()).split(":")[1]
        x, y = one.get_position()
        found.append((key, one.get_text(), x + bleed(drawing), y))
    return found


@pytest.mark.parametrize(("width", "zoom"), LOOKS)
@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_each_value_lies_in_a_mark_of_its_figure(
    name: str, chart: str, width: int, zoom: float
) -> None:
    drawing = draw(SHEETS[name], chart, width=width, zoom=zoom)
    wrong = [
        (key, text)
        for key, text, x, y in values(drawing)
        if not any(
            one.figure == key
            and one.x - 1 <= x <= one.x + one.width + 1
            and one.y - 1 <= y - 3 * zoom <= one.y + one.height + 1
            for one in drawing.marks
        )
    ]
    assert wrong == []


@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_marks_lie_in_the_picture_and_say_of_their_figures_what_is_written(
    name: str, chart: str
) -> None:
    sheet: Sheet = SHEETS[name]
    drawing = draw(sheet, chart)
    outside = [
        one.text
        for one in drawing.marks
        if one.x < -1
        or one.y < -1
        or one.x + one.width > drawing.width + 1
        or one.y + one.height > drawing.height + 1
    ]
    assert outside == []
    heard = {one.figure: "" for one in drawing.marks}
    for one in drawing.marks:
        heard[one.figure] += one.text
    lacking = [
        (key, number)
        for key, text, _, _ in values(drawing)
        for number in re.findall(r"\d[\d.,]*", text)
        if number not in re.findall(r"\d[\d.,]*\d|\d", heard[key])
    ]
    assert lacking == []
