"""The row of tabs: text over rules, and a ring that leaves the text free."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.window.head import Header
from tests.ui.conftest import OpenWindow, name_of, settle, texts_in


def inked(image: QImage, rows: range, color: str) -> list[int]:
    """Return the columns that hold a colour in some rows."""
    return [
        x for x in range(image.width()) if any(image.pixelColor(x, y).name() == color for y in rows)
    ]


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.5])
@pytest.mark.parametrize("tab", [0, 1])
def test_the_ring_of_the_focus_is_whole_and_leaves_the_text_free(
    zoom: float, tab: int, open_in_front: OpenWindow
) -> None:
    window = open_in_front(zoom=zoom, theme="light")
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


def test_the_head_says_title_and_sources_and_gives_way_in_large_type(
    open_window: OpenWindow,
) -> None:
    window = open_window(zoom=1.0)
    (header,) = window.findChildren(Header)
    title, provenance = texts_in(header)
    wording, sheet = window.store.wording, window.store.sheet
    assert (title, provenance) == (wording.text(sheet.title), wording.provenance(sheet))
    window.resize(760, 560)
    settle()
    assert header.isVisible()
    window.store.look(zoom=2.5)
    settle()
    (header,) = [one for one in window.findChildren(Header) if one.parentWidget() is not None]
    assert not header.isVisible(), "the page has its room"
    assert title in window.windowTitle()
    window.resize(1180, 1400)
    settle()
    assert header.isVisible()


def test_the_note_says_what_is_edited_and_then_what_is_counted_again(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    window.resize(1600, 800)
    settle()
    counted = window.tabs.note.text()
    assert counted == window.store.wording.corner_note(window.store.sheet)
    window.tabs.tell_edited("chongqing-2024.yaml")
    assert window.tabs.note.text() == "Editing chongqing-2024.yaml"
    window.tabs.tell_edited("")
    assert window.tabs.note.text() == counted


def test_the_tab_follows_the_store_without_picking_one_itself(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    with qtbot.assertNotEmitted(window.tabs.picked):
        window.store.look(section="goals")
    ids = [one.id for one in window.store.sheet.sections]
    assert window.tabs.bar.currentIndex() == ids.index("goals")
    with qtbot.waitSignal(window.tabs.picked) as picked:
        window.tabs.bar.setCurrentIndex(0)
    assert picked.args == [ids[0]]


def test_a_tab_is_named_with_its_ampersand(open_window: OpenWindow, sheet: Sheet) -> None:
    first, *others = sheet.sections
    titled = msgspec.structs.replace(first, title="R & D")
    window = open_window(msgspec.structs.replace(sheet, sections=(titled, *others)))
    node = QAccessible.queryAccessibleInterface(window.tabs.bar)
    assert name_of(node.child(0)) == "R & D"
