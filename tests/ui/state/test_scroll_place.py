"""A page comes back to where the reader was, and then leaves the reader alone."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.page.links import Link
from cqviewer.ui.state.notices import Notice
from cqviewer.ui.state.scroll_place import scroll_share, scroll_to_share
from tests.ui.conftest import OpenWindow, settle


def test_a_share_is_told_of_any_area(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    assert scroll_share(area) == 0
    inner = QWidget()
    inner.setFixedSize(100, 5000)
    area.setWidget(inner)
    area.resize(200, 200)
    area.verticalScrollBar().setRange(0, 4800)
    area.verticalScrollBar().setValue(1250)
    assert scroll_share(area) == 0.25
    scroll_to_share(area, 0.5)
    assert area.verticalScrollBar().value() == 2500


def test_the_place_is_kept_while_the_page_grows_until_the_reader_scrolls(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = window.content.page
    bar = page.verticalScrollBar()
    page.restore_scroll(0.2)
    window.resize(1100, 600)
    qtbot.waitUntil(lambda: bar.maximum() > 0 and abs(scroll_share(page) - 0.2) < 0.01)
    before = bar.maximum()
    window.resize(900, 600)
    qtbot.waitUntil(lambda: bar.maximum() != before)
    assert abs(scroll_share(page) - 0.2) < 0.01
    bar.setValue(10)
    before = bar.maximum()
    window.resize(900, 560)
    qtbot.waitUntil(lambda: bar.maximum() != before)
    assert bar.value() == 10


def test_another_state_of_the_sheet_is_shown_at_the_same_place_though_a_banner_goes(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window()
    window.prepare()
    qtbot.waitUntil(lambda: window.content.is_at_rest)
    bar = window.content.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value(), bar.maximum()
    window.notices.show(Notice("Not read.", topic="busy"))
    qtbot.waitUntil(lambda: bar.maximum() > before[1])
    window.notices.dismiss("busy")
    window.store.open(msgspec.structs.replace(sheet, keywords=("another",)))
    bar = window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == before[1])
    assert (bar.value(), bar.maximum()) == before


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("where", ["page", "card", "chart", "tabs", "button", "text", "panel"])
def test_keys_scroll_wherever_nothing_is_being_written(
    where: str, open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front(selected="nev")
    window.prepare()
    qtbot.waitUntil(lambda: window.content.is_at_rest)
    window.resize(1180, 560)
    settle()
    page, panel = window.content.page, window.content.panel
    at = {
        "page": page,
        "card": page.cards[0],
        "chart": page.chart_cards[0].view,
        "tabs": window.tabs.bar,
        "button": page.chart_cards[0].buttons.copy,
        "text": page.lead,
        "panel": panel.findChildren(Link)[0],
    }[where]
    assert at is not None
    area = next(one for one in panel.findChildren(QScrollArea)) if where == "panel" else page
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    at.setFocus()
    bar.setValue(0)
    ends = ((Qt.Key.Key_End, Qt.Key.Key_Home), (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp))
    for (on, back), modifier in ((ends[0], CONTROL), (ends[0], None), (ends[1], None)):
        if where == "chart" and (on, back) == ends[0] and modifier is None:
            continue  # those lead to its first figure and its last
        modifiers = modifier or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(at, on, modifiers)
        assert bar.value() > 0
        assert on == Qt.Key.Key_PageDown or bar.value() == bar.maximum()
        QTest.keyClick(at, back, modifiers)
        assert bar.value() == 0
    if where in ("page", "chart", "tabs", "text"):
        QTest.keyClick(at, Qt.Key.Key_Space)
        assert bar.value() > 0
        QTest.keyClick(at, Qt.Key.Key_Space, SHIFT)
        assert bar.value() == 0


def test_keys_in_a_field_stay_there(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.resize(1180, 560)
    settle()
    field = window.toolbar.field
    field.setFocus()
    QTest.keyClicks(field, "two words")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert field.text() == " two words"
