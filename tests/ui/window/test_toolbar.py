"""The tool bar: its size, what it offers, and how it does with little room."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.ui.window.toolbar import HEIGHT, MainToolBar
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, name_of


def right_buttons(window: MainWindow) -> list[QToolButton]:
    """Give Print and Theme."""
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
        assert button.toolTip() == button.text() == button.accessibleName()
        right = button.mapTo(window, QPoint(button.width(), 0)).x()
        assert right <= window.width()
    assert window.toolbar.next.isVisible()


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
