"""F6 goes round tool bar, tabs, page and panel; F7 puts a caret into what is read."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest

from cqviewer.ui.state.notices import Notice
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import Hear, OpenWindow, focused

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_f6_goes_round_and_returns_to_where_the_keyboard_was(open_in_front: OpenWindow) -> None:
    window = open_in_front(selected="retail")
    card = window.content.page.cards[3]
    card.setFocus()
    found = []
    for _ in range(4):
        QTest.keyClick(focused(), Qt.Key.Key_F6)
        found.append(focused())
    assert window.content.panel.isAncestorOf(found[0])
    assert found[1:] == [window.toolbar.field, window.tabs.bar, card]
    assert card.shows_focus
    for expected in reversed(found[:3]):
        QTest.keyClick(focused(), Qt.Key.Key_F6, SHIFT)
        assert focused() is expected


def test_a_panel_that_is_collapsed_is_a_strip_to_stop_at(open_in_front: OpenWindow) -> None:
    window = open_in_front(is_panel_open=False)
    window.content.page.setFocus()
    QTest.keyClick(window.content.page, Qt.Key.Key_F6)
    assert window.content.strip.isAncestorOf(focused())


def test_f6_goes_from_the_page_to_what_a_banner_offers(open_in_front: OpenWindow) -> None:
    window = open_in_front(selected="retail")
    done: list[int] = []
    links = (("Save a copy", partial(done.append, 1)),)
    window.notices.show(
        Notice("Not changed here", "It is bundled.", "", "notice", "writing", links)
    )
    window.content.page.cards[0].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_F6)
    assert window.notices.banner is not None
    assert window.notices.banner.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_F6)
    assert window.content.panel.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_F6, SHIFT)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert done == [1]


def test_f7_selects_what_is_read_by_keys(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    page = window.content.page
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert focused() is page.lead
    QTest.keyClick(focused(), Qt.Key.Key_Right, CONTROL | SHIFT)
    QTest.keyClick(focused(), Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied
    assert page.lead is not None
    assert page.lead.text().startswith(copied)
    for _ in range(30):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert isinstance(focused(), TextBlock)
    assert focused() is not page.lead
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not isinstance(focused(), TextBlock), "Esc puts the caret away"


def test_where_no_heading_follows_that_is_said(
    open_in_front: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_in_front()
    window.content.page.setFocus()
    window.actions_by_name["select_text"].trigger()
    told: list[str] = []

    def keep(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", keep)
    headings = []
    while not told:
        headings.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_H)
    assert len(headings) > 1
    assert focused() is headings[-1], "the caret stays"
    while len(told) == 1:
        QTest.keyClicks(focused(), "H")
    assert told == ["No heading below", "No heading above"]


def test_hiding_the_panel_and_showing_it_is_heard(open_window: OpenWindow, hear: Hear) -> None:
    heard = hear("window.parts")
    window = open_window()
    for _ in range(2):
        window.actions_by_name["panel"].trigger()
    assert heard == ["Source panel hidden", "Source panel shown"]


def test_tab_goes_on_from_the_caret_in_a_text(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.content.page.setFocus()
    window.actions_by_name["select_text"].trigger()
    while not getattr(focused(), "is_heading", False):
        QTest.keyClick(focused(), Qt.Key.Key_H)
    heading = focused()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert window.content.page.isAncestorOf(focused())
    assert focused().mapToGlobal(QPoint(0, 0)).y() >= heading.mapToGlobal(QPoint(0, 0)).y()


@pytest.mark.parametrize("action", ["next_tab", "section"])
def test_going_to_a_tab_from_the_panel_leads_to_its_page(
    action: str, open_in_front: OpenWindow
) -> None:
    window = open_in_front(selected="industry")
    assert window.content.panel.take_focus()
    own = {one.data(): one for one in window.actions() if one.data() == "trade"}
    (window.actions_by_name["next_tab"] if action == "next_tab" else own["trade"]).trigger()
    assert window.store.view.section != "growth"
    assert focused() is window.content.page


def test_the_keyboard_is_on_the_page_where_the_window_itself_would_have_it(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front()
    window.toolbar.field.setFocus()
    window.setFocus()
    assert focused() is window.content.page


def test_the_comparison_gives_the_keyboard_back_to_the_page(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.actions_by_name["compare"].trigger()
    assert window.compare.view is not None
    window.compare.view.table.setFocus()
    window.actions_by_name["deselect"].trigger()
    assert focused() is window.content.page
