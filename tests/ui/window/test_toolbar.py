"""The tool bar: its size, what it offers, and how it does with little room."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.window.toolbar import HEIGHT, MainToolBar
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, name_of, settle


def right_buttons(window: MainWindow) -> list[QToolButton]:
    """Return Print and Theme."""
    buttons = window.toolbar.findChildren(QToolButton)
    return [one for one in buttons if one.text() in ("Print", "Theme")]


def test_the_bar_and_the_field_have_the_design_s_sizes(open_window: OpenWindow) -> None:
    window = open_window()
    assert window.toolbar.height() == HEIGHT
    assert (window.toolbar.field.width(), window.toolbar.field.height()) == (268, 30)
    for button in (window.toolbar.charts, window.toolbar.table):
        place = button.mapTo(window.toolbar, QPoint(0, 0))
        assert place.y() >= 0
        assert place.y() + button.height() <= HEIGHT


def test_compare_is_down_while_it_compares(open_window: OpenWindow) -> None:
    window = open_window()
    buttons = window.toolbar.findChildren(QToolButton)
    (button,) = [one for one in buttons if one.text() == "Compare"]
    assert "Ctrl+Shift+M" in button.toolTip()
    button.click()
    assert (button.isChecked(), window.compare.is_on) == (True, True)
    window.actions_by_name["compare"].trigger()
    assert (button.isChecked(), window.compare.is_on) == (False, False)


def test_the_bar_grows_with_the_zoom(open_window: OpenWindow) -> None:
    window = open_window(zoom=2.0)
    assert window.toolbar.height() == 2 * HEIGHT
    assert window.toolbar.field.height() == 60


def test_print_and_theme_are_icons_with_names_where_the_window_is_narrow(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(search="ports")
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert all(one.toolButtonStyle() == style for one in right_buttons(window))
    window.resize(760, 560)
    qtbot.waitUntil(lambda: all(one.toolButtonStyle() != style for one in right_buttons(window)))
    for button in right_buttons(window):
        assert button.toolTip().startswith(button.text())
        assert button.text() == button.accessibleName()
        right = button.mapTo(window, QPoint(button.width(), 0)).x()
        assert right <= window.width()
    assert window.toolbar.next.isVisible()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("search", ["", "ports"])
@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0, 2.5])
def test_nothing_in_the_bar_is_cut_in_the_smallest_window(
    zoom: float, search: str, language: str, open_window: OpenWindow
) -> None:
    window = open_window(zoom=zoom, search=search, language=language)
    window.resize(760, 560)
    settle()
    bar = window.toolbar
    parts = [one for one in bar.findChildren(QWidget) if one.isVisible()]
    assert bar.field in parts
    for part in parts:
        right = part.mapTo(window, QPoint(part.width(), 0)).x()
        assert right <= 760, part
        assert part.width() >= part.minimumSizeHint().width(), part
    words = bar.field.fontMetrics().horizontalAdvance(bar.field.placeholderText())
    assert words < bar.field.width()


def test_what_has_no_room_in_the_bar_stands_in_a_menu(open_window: OpenWindow) -> None:
    window = open_window(zoom=2.5)
    window.resize(760, 560)
    settle()
    assert not window.toolbar.charts.isVisible()
    menu = window.toolbar.more.menu()
    assert isinstance(menu, QMenu)
    offered = {one.objectName(): one for one in menu.actions()}
    assert {"table", "zoom_in", "zoom_reset", "theme_dark", "print"} <= set(offered)
    offered["zoom_reset"].trigger()
    settle()
    assert not window.toolbar.more.isVisible()
    assert window.toolbar.charts.isVisible()


def test_the_zoom_is_shown_and_can_be_written(open_window: OpenWindow) -> None:
    window = open_window()
    window.actions_by_name["zoom_in"].trigger()
    assert window.toolbar.zoom.currentText() == "110\u202f%"
    edit = window.toolbar.zoom.lineEdit()
    assert edit is not None
    edit.setText("130")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert window.store.view.zoom == 1.3
    settle()
    window.actions_by_name["zoom_reset"].trigger()
    assert window.toolbar.zoom.currentText() == "100\u202f%"


def test_the_theme_button_changes_the_theme_and_leaves_one_bar(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(theme="light")
    theme = next(one for one in right_buttons(window) if one.text() == "Theme")
    QTest.mouseClick(theme, Qt.MouseButton.LeftButton)
    assert window.appearance.is_dark
    qtbot.waitUntil(window.toolbar.isVisible)
    qtbot.waitUntil(lambda: len(window.findChildren(MainToolBar)) == 1)


def test_everything_in_the_bar_has_a_name(open_window: OpenWindow) -> None:
    window = open_window(search="ports")
    for widget in (
        *(window.toolbar.field, window.toolbar.charts, window.toolbar.table),
        *(window.toolbar.previous, window.toolbar.next, *right_buttons(window)),
    ):
        assert name_of(QAccessible.queryAccessibleInterface(widget))


def test_each_button_does_what_its_action_does_and_is_as_that_is(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    assert (window.toolbar.charts.isChecked(), window.toolbar.table.isChecked()) == (True, False)
    window.toolbar.table.click()
    assert window.store.view.is_table
    window.actions_by_name["table"].trigger()
    assert window.toolbar.charts.isChecked()
    assert not window.toolbar.table.isChecked()


def test_the_menu_of_what_has_no_room_is_divided_by_lines(open_window: OpenWindow) -> None:
    menu = open_window().toolbar.more.menu()
    names = ["-" if one.isSeparator() else one.objectName() for one in menu.actions()]
    assert names == [
        *("table", "changes", "-", "zoom_in", "zoom_out", "zoom_reset", "-"),
        *("theme_system", "theme_light", "theme_dark", "-", "compare", "print"),
    ]


def test_hits_are_counted_and_walked_by_the_buttons(open_window: OpenWindow) -> None:
    window = open_window()
    bar = window.toolbar
    assert not bar.count.isVisible()
    window.store.look(search="nothing of the kind")
    assert bar.count.text() == "No hits"
    assert not bar.next.isEnabled()
    window.store.look(search="690000")
    total = len(window.search.hits)
    assert total > 1
    assert bar.count.text() == f"1 of {total}"
    bar.next.click()
    assert bar.count.text() == f"2 of {total}"
    bar.previous.click()
    bar.previous.click()
    assert bar.count.text() == f"{total} of {total}", "before the first comes the last"
    bar.field.clear_button.click()
    assert window.store.view.search == ""
    assert not bar.count.isVisible()


def test_what_is_looked_for_elsewhere_stands_in_the_field(open_window: OpenWindow) -> None:
    window = open_window()
    window.store.look(search="ports")
    assert window.toolbar.field.text() == "ports"
    window.actions_by_name["find"].trigger()
    assert window.toolbar.field.selectedText() == "ports"
