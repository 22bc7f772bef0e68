"""Bars of a comparison are as long as their values, on one scale for all sheets of a row."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter
from pytestqt.qtbot import QtBot

from cqviewer.ui.compare.side_table import SideTable
from cqviewer.ui.style.lines import CUT, Lines
from cqviewer.ui.style.look import Look
from tests.model.sheets import figure
from tests.ui.compare.sides import Sides


class Painted:
    """What the cells of a table have painted: bars, from left to right, and texts."""

    def __init__(self, table: SideTable, look: Look, patch: pytest.MonkeyPatch) -> None:
        """Paint a table."""
        self.bars: list[QRectF] = []
        self.texts: list[str] = []
        accent = look.color("accent")

        def fill(painter: QPainter, box: QRectF, color: QColor) -> None:
            if color == accent:
                self.bars.append(painter.transform().mapRect(box))

        def write(text: str, font: QFont, high: int, width: float, most: int = 0) -> Lines:
            self.texts.append(text)
            return Lines(text, font, high, width, most)

        with patch.context() as patched:
            patched.setattr("cqviewer.ui.compare.side_cells.fill_on_pixels", fill)
            patched.setattr("cqviewer.ui.compare.side_cells.Lines", write)
            table.grab()
        self.widths = [one.width() for one in self.bars]


@pytest.fixture
def paint(qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Painted]:
    """Return what paints a comparison of one figure, given by its fields in each sheet."""

    def painted(*figures: dict[str, object]) -> Painted:
        sides = Sides(*(f"jobs: {figure(**{'measure': 'level', **one})}" for one in figures))
        table = SideTable(sides.as_comparison(), look)
        sides.setParent(table)
        qtbot.addWidget(table)
        table.resize(1000, 300)
        table.grab()
        return Painted(table, look, monkeypatch)

    return painted


Paint = Callable[..., Painted]


def test_bars_are_as_long_as_their_values(paint: Paint) -> None:
    painted = paint({"value": 30}, {"value": 60}, {"value": 45})
    longest = max(painted.widths)
    assert longest > 100
    assert [one / longest for one in painted.widths] == pytest.approx([0.5, 1, 0.75], abs=0.02)
    assert {one.height() for one in painted.bars} == {painted.bars[0].height()}


def test_bars_of_one_quantity_in_two_scales_are_as_long_as_what_they_mean(paint: Paint) -> None:
    painted = paint({"value": "1.5", "unit": "bn yuan"}, {"value": 3000, "unit": "m yuan"})
    assert painted.widths[1] / painted.widths[0] == pytest.approx(2, abs=0.05)
    assert {"1.5 bn yuan", "3,000 m yuan"} <= set(painted.texts)


def test_a_bar_below_zero_leads_to_the_left_of_where_others_begin(paint: Paint) -> None:
    below, above = paint({"value": -20}, {"value": 40}).bars
    assert above.width() / below.width() == pytest.approx(2, abs=0.05)
    columns = above.left() - below.left()
    assert below.right() + columns - below.width() == pytest.approx(above.left(), abs=1.5)


def test_nothing_is_drawn_for_what_cannot_be_compared(paint: Paint) -> None:
    for other in (
        {"value": "below 50"},
        {"value": "not stated"},
        {"value": 50, "period": "not stated"},
        {"value": 50, "unit": "posts"},
        {"value": 500},  # 16 times as large: no bars that can be read
    ):
        painted = paint({"value": 30}, other)
        assert painted.bars == [], other
        assert "1 of 2" not in painted.texts or other == {"value": 500}


def test_the_ranks_stand_beside_the_values_and_a_tie_shares_one(paint: Paint) -> None:
    texts = paint({"value": 30}, {"value": 60}, {"value": 30}).texts
    assert texts.count("2 of 3") == 2
    assert texts.count("1 of 3") == 1
    assert [one for one in texts if one.startswith(("30", "60"))] == [
        "30 jobs",
        "60 jobs",
        "30 jobs",
    ]


def test_why_a_value_is_left_out_is_written_below_it(paint: Paint) -> None:
    texts = paint({"value": 30}, {"value": 60}, {"value": "below 5"}).texts
    assert "Only a bound is known in Springfield 2022." in texts
    assert "not ranked" in texts


def test_a_sheet_that_is_not_all_seen_shows_no_part_of_its_numbers(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = (1184, 2295, 3306, 4417)
    sides = Sides(*(f"jobs: {figure(measure='level', value=one)}" for one in values))
    table = SideTable(sides.as_comparison(), look)
    sides.setParent(table)
    qtbot.addWidget(table)
    table.resize(look.px(760), 300)
    table.grab()
    bar = table.horizontalScrollBar()
    wide = table.columnWidth(1)
    for by, whole in ((0, values[:2]), (wide // 2, values[1:3]), (bar.maximum(), values[2:])):
        bar.setValue(by)
        painted = Painted(table, look, monkeypatch)
        shown = [one for one in values if any(f"{one:,}" in text for text in painted.texts)]
        assert tuple(shown) == whole
        assert CUT in painted.texts
        assert len(painted.bars) == len(whole)
