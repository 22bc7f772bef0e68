"""The keyboard is never lost: in menus, after a search, below a fold, and under the panel."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.paths import data_folder
from cqviewer.ui.page.links import Link
from cqviewer.ui.state.focus import at_hand
from cqviewer.ui.style.sight import is_hidden_by
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front, focused, settle

KEY = Qt.Key


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.activePopupWidget() or focused(), key)


@pytest.mark.parametrize(
    "act",
    [
        lambda window: window.store.look(section="trade"),
        lambda window: window.store.look(zoom=1.5),
    ],
)
def test_escape_leaves_the_menus_after_what_had_the_keyboard_is_gone(
    act: Callable[[MainWindow], object], open_in_front: OpenWindow
) -> None:
    window = open_in_front()
    window.content.page.cards[1].setFocus(Qt.FocusReason.TabFocusReason)
    press(KEY.Key_Alt)
    assert window.menuBar().hasFocus()
    act(window)
    settle()
    press(KEY.Key_Escape, KEY.Key_Escape)
    assert focused() is window.content.page or window.content.page.isAncestorOf(focused())


def test_after_a_search_the_keyboard_is_on_the_figure_that_was_found(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front()
    window.content.page.cards[3].setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_name["find"].trigger()
    QTest.keyClicks(focused(), "total retail")
    press(KEY.Key_Return, KEY.Key_Return)  # puts the list away, goes to the hit
    found = window.store.view.selected
    assert found is not None
    press(KEY.Key_Escape, KEY.Key_Escape)
    on = at_hand(window)
    assert on is not None
    assert on[0] == window.store.view.selected == found


def test_a_search_that_found_nothing_leads_back_to_where_it_began(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front(selected="industry")
    card = window.content.page.cards[3]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_name["find"].trigger()
    QTest.keyClicks(focused(), "no such words")
    press(KEY.Key_Escape, KEY.Key_Escape)
    assert focused() is card
    assert window.store.view.selected == "industry"


def test_enter_leads_to_a_link_of_the_panel_that_is_then_in_sight(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(zoom=1.75)
    window.resize(1300, 560)
    bring_to_front(window, qtbot)
    window.content.page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(KEY.Key_Return)
    settle()
    link = focused()
    assert isinstance(link, Link)
    assert link.visibleRegion().boundingRect().size() == link.size()


def test_tab_goes_to_nothing_that_the_panel_hides(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(zoom=2.5, is_table=True)
    window.resize(760, 560)
    bring_to_front(window, qtbot)
    window.content.page.setFocus(Qt.FocusReason.TabFocusReason)
    window.content.open_panel()
    panel = window.content.panel
    assert panel.isVisible()
    press(KEY.Key_Tab)
    assert window.content.page.isAncestorOf(focused())
    assert not (panel.isVisible() and is_hidden_by(focused(), panel))


def test_another_file_is_opened_with_the_keyboard_at_its_top(
    open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front()
    window.content.page.chart_cards[-1].view.setFocus(Qt.FocusReason.TabFocusReason)
    path = data_folder() / "chongqing-by-year.yaml"
    window.open_path(path)
    qtbot.waitUntil(lambda: window.files.path == path)
    settle()
    assert focused() is window.content.page
