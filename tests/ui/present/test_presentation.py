"""Presenting a tab: full screen and enlarged, stepped through by keys, and back as it was."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.present.show_bar import ShowBar
from cqviewer.ui.window.toolbar import MainToolBar
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front, focused, settle

PRESENTED = 1.5


@pytest.fixture(autouse=True)
def _wide_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the screen of these tests, 800 px wide, enlarge as one of 1770 px does."""
    width = QApplication.primaryScreen().size().width()
    monkeypatch.setattr("cqviewer.ui.present.presentation.DESIGN_WIDTH", width / PRESENTED)


def present(window: MainWindow, qtbot: QtBot) -> SectionPage:
    """Present a window's tab, and wait until its charts are drawn."""
    bring_to_front(window, qtbot)
    window.actions_by_name["present"].trigger()
    drawn(window, qtbot)
    return window.content.page


def drawn(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the charts of the page are drawn, and the page is as high as they are."""
    cards = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in cards))
    settle()


def look_at_pointer(window: MainWindow) -> None:
    """Have the window see where the pointer is, as it does several times a second."""
    settle()
    (looking,) = window.presentation.findChildren(QTimer)
    if looking.isActive():
        looking.timeout.emit()
    settle()


def test_the_tab_fills_the_screen_enlarged_and_alone(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    present(window, qtbot)
    assert window.isFullScreen()
    assert window.store.view.zoom == PRESENTED
    assert window.look.zoom == PRESENTED
    assert not window.toolbar.isVisible()
    assert window.menuBar().height() == 0
    assert not window.content.panel.isVisible()
    assert focused() is window.content.page


@pytest.mark.parametrize("way", ["present", "deselect"])  # F11 and Esc
def test_all_comes_back_as_it_was(way: str, open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(zoom=1.1)
    window.resize(1000, 700)
    drawn(window, qtbot)
    bar = window.content.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    share = bar.value() / bar.maximum()
    page = present(window, qtbot)
    page.verticalScrollBar().setValue(0)
    window.actions_by_name[way].trigger()
    drawn(window, qtbot)
    assert not window.isFullScreen()
    assert (window.width(), window.height()) == (1000, 700)
    assert (window.store.view.zoom, window.store.view.is_panel_open) == (1.1, True)
    assert window.toolbar.isVisible()
    assert window.menuBar().height() > 0
    bar = window.content.page.verticalScrollBar()
    qtbot.waitUntil(lambda: abs(bar.value() / max(1, bar.maximum()) - share) < 0.05)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(window.content.page, key)
    assert window.store.view.section == "growth"


def test_a_maximised_window_is_maximised_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.showMaximized()
    present(window, qtbot)
    window.actions_by_name["present"].trigger()
    assert window.isMaximized()
    assert not window.isFullScreen()


def test_a_reader_s_own_larger_zoom_stays(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(zoom=2.0)
    present(window, qtbot)
    assert window.store.view.zoom == 2.0
    assert not window.content.panel.isVisible()
    window.actions_by_name["present"].trigger()
    assert window.store.view.zoom == 2.0
    assert window.store.view.is_panel_open


@pytest.mark.parametrize(
    ("there", "back"),
    [(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp), (Qt.Key.Key_Space, Qt.Key.Key_Backspace)],
)
def test_page_keys_step_through_a_page_and_on_to_the_next_tab_and_back(
    there: Qt.Key, back: Qt.Key, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = present(window, qtbot)
    bar = page.verticalScrollBar()
    places = [bar.value()]
    while window.store.view.section == "growth":
        QTest.keyClick(focused(), there)
        places.append(bar.value())
    assert places == sorted(places)
    assert bar.value() == bar.maximum() > 0
    assert window.store.view.section == "trade"
    assert window.content.page.verticalScrollBar().value() == 0
    QTest.keyClick(focused(), back)
    assert window.store.view.section == "growth"
    assert bar.value() == bar.maximum()
    QTest.keyClick(focused(), back)
    assert bar.value() < bar.maximum()


def test_arrow_keys_step_from_tab_to_tab_and_stop_at_both_ends(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window()
    present(window, qtbot)
    ids = [section.id for section in sheet.sections]
    seen = []
    for _ in range(len(ids) + 1):
        QTest.keyClick(focused(), Qt.Key.Key_Right)
        seen.append(window.store.view.section)
    assert seen == [*ids[1:], ids[-1], ids[-1]]
    for _ in range(len(ids) + 1):
        QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert window.store.view.section == ids[0]


def test_a_chart_or_card_that_has_the_focus_keeps_its_arrow_keys(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = present(window, qtbot)
    page.chart_cards[0].view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert window.store.view.section == "growth"
    assert window.store.view.selected == page.chart_cards[0].view.marks[0].figure
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused() is page.cards[1]
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert window.store.view.selected == page.cards[1].indicator.id


def test_search_brings_the_bars_and_esc_puts_them_away_first(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    present(window, qtbot)
    window.actions_by_name["find"].trigger()
    assert window.toolbar.isVisible()
    assert focused() is window.toolbar.field
    QTest.keyClicks(window.toolbar.field, "trade")
    escape = window.actions_by_name["deselect"]
    escape.trigger()
    assert (window.store.view.search, window.toolbar.isVisible()) == ("", True)
    escape.trigger()
    assert (window.isFullScreen(), window.toolbar.isVisible()) == (True, False)
    escape.trigger()
    assert (window.isFullScreen(), window.toolbar.isVisible()) == (False, True)


def test_the_pointer_at_the_top_brings_the_bars_and_takes_them_away(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    top, middle = QPoint(300, 0), QPoint(300, 400)
    window = open_window()
    QCursor.setPos(window.mapToGlobal(middle))
    present(window, qtbot)
    look_at_pointer(window)
    QCursor.setPos(window.mapToGlobal(top))
    qtbot.waitUntil(window.toolbar.isVisible)
    assert window.menuBar().height() > 0
    QCursor.setPos(window.mapToGlobal(middle))
    qtbot.waitUntil(lambda: not window.toolbar.isVisible())


def test_a_pointer_that_rests_at_the_top_does_not_keep_esc_from_leaving(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    QCursor.setPos(window.mapToGlobal(QPoint(300, 400)))
    present(window, qtbot)
    look_at_pointer(window)
    QCursor.setPos(window.mapToGlobal(QPoint(300, 0)))
    qtbot.waitUntil(window.toolbar.isVisible)
    for shown in (False, True):  # first the bars go, then all is as before
        window.actions_by_name["deselect"].trigger()
        look_at_pointer(window)
        assert window.toolbar.isVisible() is shown
    assert not window.isFullScreen()


def test_the_panel_can_be_opened_meanwhile(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    present(window, qtbot)
    window.actions_by_name["panel"].trigger()
    assert window.content.panel.isVisible()


def test_what_is_built_anew_meanwhile_stays_presented(
    open_window: OpenWindow, other_sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window(theme="light")
    present(window, qtbot)
    window.store.look(theme="dark")
    assert not window.toolbar.isVisible()
    window.store.open(other_sheet)
    assert not window.toolbar.isVisible()
    assert focused() is window.content.page
    window.actions_by_name["present"].trigger()
    assert window.store.view.theme == "dark"
    assert window.toolbar.isVisible()


def test_a_window_that_the_system_takes_out_of_the_full_screen_is_as_before(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    present(window, qtbot)
    window.showNormal()
    qtbot.waitUntil(lambda: not window.presentation.is_on)
    assert window.store.view.zoom == 1.0
    assert window.toolbar.isVisible()


def test_closing_leaves_nothing_of_the_presentation_to_be_remembered(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    present(window, qtbot)
    window.close()
    view = window.store.view
    assert (view.zoom, view.is_panel_open) == (1.0, True)
    assert not window.isFullScreen()
    assert (window.width(), window.height()) == (1180, 800)


def test_a_new_window_is_asked_for_from_a_window_as_it_was(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    present(window, qtbot)
    window.actions_by_name["new_window"].trigger()
    assert not window.presentation.is_on
    assert window.store.view.zoom == 1.0


def test_the_pointer_leaves_by_a_button_of_the_bar(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    pointer = QPoint(300, 300)
    monkeypatch.setattr(QCursor, "pos", lambda: QPoint(pointer))
    present(window, qtbot)
    look_at_pointer(window)
    assert not shown_bars(window), "the pointer rests"
    pointer.setX(310)
    look_at_pointer(window)
    (bar,) = shown_bars(window)
    assert not bar.previous.isEnabled()
    bar.next.click()
    assert window.content.page.section.id == "trade"
    pointer.setX(320)
    look_at_pointer(window)
    assert bar.previous.isEnabled()
    bar.leave.click()
    settle()
    assert not window.isFullScreen()
    assert not shown_bars(window)


def shown_bars(window: MainWindow) -> list[ShowBar]:
    """Return the bar over what a window presents, if it is shown."""
    return [one for one in window.findChildren(ShowBar) if one.isVisible()]


def test_the_keyboard_goes_to_the_page_at_once(open_in_front: OpenWindow, qtbot: QtBot) -> None:
    window = open_in_front()
    window.content.page.chart_cards[0].view.setFocus(Qt.FocusReason.TabFocusReason)
    met: list[type[QWidget]] = []

    def note(_before: QWidget | None, now: QWidget | None) -> None:
        met.extend([type(now)] if now is not None else [])

    QApplication.instance().focusChanged.connect(note)  # type: ignore[union-attr]
    window.actions_by_name["present"].trigger()
    drawn(window, qtbot)
    QApplication.instance().focusChanged.disconnect(note)  # type: ignore[union-attr]
    assert met[-1] is SectionPage
    assert met.count(SectionPage) == 1
    assert set(met) <= {SectionPage, MainToolBar}, "each would be heard"
