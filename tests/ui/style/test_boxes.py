"""Boxes lay out parts without the margins of Qt, and flat areas scroll up and down alone."""

from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.boxes import column, flatten, is_column, line, stacked, turn


def boxed(qtbot: QtBot, *sizes: tuple[int, int]) -> tuple[QWidget, list[QWidget]]:
    """Return a widget of 200 × 100 px, and parts of fixed sizes to be laid out in it."""
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(200, 100)
    parts: list[QWidget] = []
    for width, height in sizes:
        part = QLabel()
        part.setFixedSize(width, height)
        parts.append(part)
    return whole, parts


def test_a_column_has_only_the_margins_and_the_gap_that_it_is_given(qtbot: QtBot) -> None:
    whole, (first, second) = boxed(qtbot, (50, 10), (50, 20))
    column(first, second, of=whole, gap=3, margins=(7, 5, 0, 0)).addStretch(1)
    whole.grab()
    assert (first.x(), first.y()) == (7, 5)
    assert (second.x(), second.y()) == (7, 5 + 10 + 3)


def test_a_line_within_a_column_stands_at_its_edges(qtbot: QtBot) -> None:
    whole, (left, right, below) = boxed(qtbot, (50, 10), (60, 10), (30, 20))
    beside = line(left, right)
    beside.addStretch(1)
    column(beside, below, of=whole).addStretch(1)
    whole.grab()
    assert [(one.x(), one.y()) for one in (left, right, below)] == [(0, 0), (50, 0), (0, 10)]


def test_stacked_parts_stand_at_the_head_of_a_high_widget(qtbot: QtBot) -> None:
    _, parts = boxed(qtbot, (50, 10), (60, 20))
    made = stacked(*parts)
    qtbot.addWidget(made)
    made.resize(100, 200)
    made.grab()
    assert [(one.x(), one.y()) for one in parts] == [(0, 0), (0, 10)]


def test_a_gap_of_minus_one_is_that_of_the_style(qtbot: QtBot) -> None:
    whole, parts = boxed(qtbot, (50, 10), (50, 20))
    assert column(*parts, of=whole, gap=-1).spacing() > 0


def test_a_line_is_turned_into_a_column_and_back(qtbot: QtBot) -> None:
    whole, (first, second) = boxed(qtbot, (50, 10), (50, 20))
    box = line(first, second, of=whole)
    assert not is_column(box)
    turn(box, is_column=True)
    whole.grab()
    assert is_column(box)
    assert second.y() > first.y()
    turn(box, is_column=False)
    assert not is_column(box)


def test_a_flat_area_scrolls_up_and_down_alone(qtbot: QtBot) -> None:
    area, content = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    content.setMinimumSize(500, 900)
    flatten(area)
    area.setWidget(content)
    area.resize(200, 300)
    area.grab()
    assert area.frameShape() == QFrame.Shape.NoFrame
    assert not area.horizontalScrollBar().isVisibleTo(area)
    assert area.verticalScrollBar().isVisibleTo(area)
