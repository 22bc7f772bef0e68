"""Labels never meet, run into marks or leave the picture, whatever the width, zoom or names."""

from collections.abc import Callable

import msgspec
import pytest
from matplotlib.text import Text

from cqviewer.charts.draw import draw_chart
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.text import Language
from tests.charts import springfield
from tests.charts.sheets import LOOK, bundled, charts, draw, made_up, small, with_names
from tests.charts.text_boxes import clashes, rules, tagged

SIZES = [(240, 1.0), (281, 0.8), (453, 1.0), (640, 2.5), (816, 1.0), (1103, 1.6), (1400, 1.0)]
FEWER_SIZES = [(240, 2.5), (330, 1.0), (600, 1.0), (760, 1.0)]


def crowd(kind: str) -> Sheet:
    """Make a sheet of eight series that cross, end early, lie close, or have no latest value."""
    rows = [
        f"f{number}: {{name: Series number {number}, unit: '%', measure: growth, source: s,"
        f" observations: [{', '.join(_observations(number))}]}}"
        for number in range(8)
    ]
    of = ", ".join(f"f{number}" for number in range(8))
    return small("\n".join(rows), f"{{id: {kind}s, kind: {kind}, of: [{of}], title: By 9.1 %}}")


def _observations(number: int) -> list[str]:
    values = [f"{(at * 7 + number * 3) % 11 - 1.9:.1f}" for at in range(9 - number % 3)]
    values[-1] = "not stated" if number == 4 else values[-1]
    return [f"{{period: {2010 + at}, value: {one}}}" for at, one in enumerate(values)]


CROWDS = [crowd(kind) for kind in ("line", "columns", "bars")]
ALL = [
    (sheet, one)
    for sheet in (bundled(), made_up(), *CROWDS, *springfield.sheets())
    for one in charts(sheet)
]


def four_times(name: str) -> str:
    return " ".join([name] * 4)


def one_word(_name: str) -> str:
    return "Donaudampfschifffahrtsgesellschaftskapitän" * 2


def faults(
    chart: Chart, sheet: Sheet, language: Language, sizes: list[tuple[int, float]]
) -> list[object]:
    found: list[object] = []
    for width, zoom in sizes:
        look = msgspec.structs.replace(LOOK, width=width, zoom=zoom, language=language)
        drawing = draw_chart(chart, sheet, look)
        found.extend((width, zoom, clash) for clash in clashes(drawing))
        found.extend(
            (width, zoom, f"the mark of {one.figure} leaves the picture")
            for one in drawing.marks
            if one.x < 0
            or one.y < -1
            or one.x + one.width > drawing.width
            or one.y + one.height > drawing.height + 1
        )
    return found


@pytest.mark.parametrize(("sheet", "chart"), ALL, ids=[one.id for _, one in ALL])
def test_labels_keep_clear(sheet: Sheet, chart: Chart) -> None:
    assert faults(chart, sheet, "en", SIZES) == []


@pytest.mark.parametrize(("sheet", "chart"), ALL, ids=[one.id for _, one in ALL])
def test_chinese_labels_keep_clear(sheet: Sheet, chart: Chart) -> None:
    assert faults(chart, sheet, "zh", FEWER_SIZES) == []


@pytest.mark.parametrize("change", [four_times, one_word])
@pytest.mark.parametrize(("sheet", "chart"), ALL, ids=[one.id for _, one in ALL])
def test_long_names_keep_clear(sheet: Sheet, chart: Chart, change: Callable[[str], str]) -> None:
    assert faults(chart, with_names(sheet, change), "en", FEWER_SIZES) == []


def test_a_planted_overlap_is_found() -> None:
    drawing = draw(bundled(), "growth-1")
    (label,) = tagged(drawing, "value:exports")
    (other,) = tagged(drawing, "value:retail")
    assert isinstance(label, Text)
    assert isinstance(other, Text)
    label.set_position(other.get_position())
    assert clashes(drawing) == [(other.get_text(), label.get_text())]


def test_a_planted_clipping_is_found() -> None:
    drawing = draw(bundled(), "growth-1")
    (label,) = tagged(drawing, "value:exports")
    assert isinstance(label, Text)
    label.set_x(800)
    assert clashes(drawing)[0] == label.get_text()
    label.set_position((300, -3))
    assert clashes(drawing)[0] == label.get_text()


def test_a_label_planted_on_a_bar_is_found() -> None:
    drawing = draw(bundled(), "growth-1")
    (label,) = tagged(drawing, "value:nev")
    assert isinstance(label, Text)
    label.set_x(300)
    assert clashes(drawing) == [label.get_text()]


def test_a_label_planted_on_a_rule_is_found() -> None:
    drawing = draw(made_up(), "port-1")
    label = tagged(drawing, "point value")[0]
    (rule, *_) = rules(drawing)
    assert isinstance(label, Text)
    label.set_position(((rule[0] + rule[2]) / 2, rule[1] + 4))
    assert clashes(drawing) == [label.get_text()]
