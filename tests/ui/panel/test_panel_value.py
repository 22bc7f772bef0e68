"""The value in the Source panel is selected and copied as any text is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cqviewer.ui.panel.panel_value import PanelValue
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """Return a window over the bundled sheet, with a figure selected that has a unit."""
    window = open_window()
    window.store.select("investment")
    settle()
    return window


def value_of(window: MainWindow) -> PanelValue:
    """Return the value that is shown."""
    (value,) = window.content.panel.findChildren(PanelValue)
    return value


def test_a_drag_over_the_value_selects_what_it_passes(window: MainWindow) -> None:
    value = value_of(window)
    assert value.text() == "810 US$ million"
    middle = value.height() // 2
    unit = value.lines.caret_box(len("810 ")).left()
    for end, chosen in ((int(unit) - 3, "810"), (value.width() - 1, "810 US$ million")):
        QTest.mousePress(value, Qt.MouseButton.LeftButton, pos=QPoint(0, middle))
        QTest.mouseMove(value, QPoint(end, middle))
        QTest.mouseRelease(value, Qt.MouseButton.LeftButton, pos=QPoint(end, middle))
        settle()
        assert value.selected_text == chosen
    window.actions_by_name["copy_value"].trigger()
    assert QGuiApplication.clipboard().text() == "810 US$ million"


def test_a_selection_is_seen_in_the_colours_of_any_selection(window: MainWindow) -> None:
    value = value_of(window)
    ground = window.look.color("accent").name()
    assert ground not in colors(value)
    value.select_all()
    assert ground in colors(value)


def colors(value: PanelValue) -> set[str]:
    """Return the colours of a row of px just below the top of the figures."""
    image = value.grab().toImage()
    return {image.pixelColor(x, image.height() // 4).name() for x in range(image.width())}


def test_the_caret_walks_through_it_after_the_name(window: MainWindow) -> None:
    value = value_of(window)
    value.enter()
    assert value.caret == 0
    QTest.keyClick(value, Qt.Key.Key_End)
    assert value.caret == len(value.text())
    assert value.heard().name == value.text()


def test_a_narrow_panel_shortens_what_is_shown_and_not_what_is_heard(window: MainWindow) -> None:
    value = value_of(window)
    value.setFixedWidth(95)
    settle()
    assert value.text() != "810 US$ million"
    assert value.text().startswith("810")
    assert value.lines.width <= 96
    investment = window.store.sheet.indicators["investment"]
    assert value.heard().name == window.store.wording.value(investment)
