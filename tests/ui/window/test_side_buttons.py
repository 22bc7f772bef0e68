"""The mouse's side buttons go back and forward over all that would take a click for itself."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.panel.observations import ObservationList
from cqviewer.ui.search.hit_list import HitList
from cqviewer.ui.source.cells import SourceCells
from cqviewer.ui.source.text import SourceText
from cqviewer.ui.source.unused import UnusedList
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle
from tests.ui.tables import page_table

BACK, FORWARD = Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton


def table(window: MainWindow) -> QAbstractScrollArea:
    return page_table(window)


def problems(window: MainWindow) -> QAbstractScrollArea:
    return window.problems.list.list


def head(window: MainWindow) -> QAbstractScrollArea:
    return page_table(window).horizontalHeader()


def click(window: MainWindow, widget: QWidget, button: Qt.MouseButton) -> None:
    """Click where a widget is, as the window system says it."""
    place = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), button, pos=place)


def found(kind: type[QAbstractScrollArea]) -> Callable[[MainWindow], QAbstractScrollArea]:
    """Return what finds a part of a class in a window."""

    def find(window: MainWindow) -> QAbstractScrollArea:
        one = window.findChild(kind)
        assert isinstance(one, QAbstractScrollArea)
        return one

    return find


@pytest.mark.parametrize(
    "part",
    [
        table,
        head,
        problems,
        *map(found, (ObservationList, HitList, SourceCells, SourceText, UnusedList)),
    ],
)
def test_side_buttons_are_the_window_s_wherever_it_is_pointed(
    part: Callable[[MainWindow], QAbstractScrollArea], open_window: OpenWindow, springfield: Sheet
) -> None:
    window = open_window(springfield, selected="cycling", source="facts")
    settle()
    ids = [one.id for one in springfield.sections]
    assert len(ids) > 1
    view = part(window)
    window.store.look(section=ids[1])
    window.store.select("cycling")
    settle()
    view = part(window)
    click(window, view.viewport(), BACK)
    assert window.store.view.section == ids[0]
    settle()
    click(window, part(window).viewport(), FORWARD)
    assert window.store.view.section == ids[1]


def test_side_buttons_work_over_a_field_and_a_button_and_press_neither(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    first, second = (one.id for one in window.store.sheet.sections[:2])
    window.store.look(section=second)
    window.actions_by_name["panel"].trigger()
    settle()
    click(window, window.toolbar.field, BACK)
    assert window.store.view.section == first
    assert not window.toolbar.field.hasFocus()
    click(window, window.toolbar.table, FORWARD)
    assert window.store.view.section == second
    assert not window.store.view.is_table


def test_two_quick_presses_go_back_twice(open_window: OpenWindow) -> None:
    window = open_window()
    ids = [one.id for one in window.store.sheet.sections[:3]]
    for one in ids[1:]:
        window.store.look(section=one)
    settle()
    QTest.mouseDClick(window.windowHandle(), BACK, pos=window.rect().center())
    assert window.store.view.section == ids[0]


@pytest.mark.parametrize("is_head", [False, True])
def test_over_a_comparison_they_lead_back_to_the_page(
    open_window: OpenWindow, *, is_head: bool
) -> None:
    window = open_window()
    first, second = (one.id for one in window.store.sheet.sections[:2])
    window.store.look(section=second)
    window.compare.toggle()
    settle()
    assert window.compare.view is not None
    table = window.compare.view.table
    click(window, table.horizontalHeader() if is_head else table.viewport(), BACK)
    assert not window.compare.is_on
    assert window.store.view.section == first


def test_other_buttons_are_the_list_s_own(qtbot: QtBot, open_window: OpenWindow) -> None:
    window = open_window()
    listed = window.problems.list.list
    assert isinstance(listed, QListWidget)
    listed.addItems(["one", "two"])
    window.actions_by_name["next_problem"].trigger()
    settle()
    box = listed.visualItemRect(listed.item(listed.count() - 1))
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert listed.currentRow() == listed.count() - 1
    assert qtbot is not None
