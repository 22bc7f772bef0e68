"""The row of tabs: text over rules, and a ring that leaves the text free."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, bring_to_front, settle


def inked(image: QImage, rows: range, color: str) -> list[int]:
    """Return the columns that hold a colour in some rows."""
    return [
        x for x in range(image.width()) if any(image.pixelColor(x, y).name() == color for y in rows)
    ]


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.5])
@pytest.mark.parametrize("tab", [0, 1])
def test_the_ring_of_the_focus_is_whole_and_leaves_the_text_free(
    zoom: float, tab: int, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(zoom=zoom, theme="light")
    bring_to_front(window, qtbot)
    bar, look = window.tabs.bar, window.look
    bar.setCurrentIndex(tab)
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    bar = window.tabs.bar
    image = bar.grab(bar.tabRect(tab)).toImage()
    ink = look.color("ink").name()
    middle = image.height() // 2
    seen = inked(image, range(middle - look.px(4), middle + look.px(4)), ink)
    left = min(seen)
    assert left <= look.px(1)
    assert left + 1 in seen, "the ring is 2 px thick"
    text = min(x for x in seen if x > left + 1)
    assert text - left - 1 >= look.px(4)


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.5])
def test_the_first_tab_stands_in_line_with_the_page(zoom: float, open_window: OpenWindow) -> None:
    window = open_window(zoom=zoom, theme="light")
    bar, look = window.tabs.bar, window.look
    image = bar.grab().toImage()
    rule = inked(image, range(image.height() - 1, image.height()), look.color("accent").name())
    assert bar.mapTo(window, QPoint(min(rule), 0)).x() == look.px(32)


@pytest.mark.parametrize("section", ["growth", "employment", "goals"])
def test_tabs_stay_where_they_are_and_all_can_be_clicked(
    section: str, open_window: OpenWindow
) -> None:
    window = open_window(section=section)
    bar = window.tabs.bar
    places = [bar.tabRect(index) for index in range(bar.count())]
    for index in (2, 0, 3, 1):
        end = places[index].topRight() + QPoint(-window.look.px(30), 20)
        assert bar.childAt(end) is None  # no button of Qt's lies over it
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=end)
        assert window.store.view.section == window.store.sheet.sections[index].id
        settle()
        assert [bar.tabRect(one) for one in range(bar.count())] == places


def test_tabs_without_room_scroll_by_buttons_that_can_be_seen(open_window: OpenWindow) -> None:
    window = open_window(zoom=2.5, theme="light")
    window.resize(760, 560)
    settle()
    bar, ink = window.tabs.bar, window.look.color("ink").name()
    last = bar.count() - 1
    assert bar.tabRect(last).right() > bar.width()
    buttons = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    assert len(buttons) == 2
    right = max(buttons, key=QToolButton.x)
    image = right.grab().toImage()
    assert len(inked(image, range(image.height()), ink)) > 5
    for _ in range(last):
        QTest.mouseClick(right, Qt.MouseButton.LeftButton)
    assert bar.tabRect(last).right() <= bar.width()
