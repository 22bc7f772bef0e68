"""The keyboard alone reaches everything, in reading order, and shows where it is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.chart_view import ChartView
from cqviewer.ui.page.links import Link
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.state.banner import Banner
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.notices import Notice
from cqviewer.ui.table.table_view import FigureTable
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, body_of, bring_to_front, focused


def walk(window: MainWindow, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the focus has come round; give the widgets it was on."""
    window.tabs.bar.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    while focused() not in found:
        found.append(focused())
        QTest.keyClick(focused(), key)
    assert focused() is window.tabs.bar, "the focus is caught"
    return found


def drawn(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the charts of the page are drawn."""
    charts = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in charts))


@pytest.mark.parametrize("section", ["growth", "trade", "employment", "goals"])
def test_tab_reaches_every_control_of_the_page_and_comes_round(
    section: str, open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front(section=section, selected="investment_before")
    drawn(window, qtbot)
    reached = walk(window)
    page = window.content.page
    controls = [
        one
        for kind in (QAbstractButton, ChartView)
        for one in window.findChildren(kind)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert {*page.cards} <= {*controls}
    assert not [one for one in controls if one not in reached]


def test_back_tab_goes_the_same_way_back(open_in_front: OpenWindow, qtbot: QtBot) -> None:
    window = open_in_front(selected="industry")
    drawn(window, qtbot)
    there = walk(window)
    back = walk(window, Qt.Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


@pytest.mark.parametrize("section", ["growth", "goals"])
def test_the_focus_moves_in_reading_order(
    section: str, open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front(section=section, selected="industry")
    drawn(window, qtbot)
    page = window.content.page
    body = body_of(page)
    inside = [one for one in walk(window) if body.isAncestorOf(one)]
    places = [one.mapTo(body, QPoint(0, 0)) for one in inside]
    assert len(places) > 1
    in_order = sorted(places, key=lambda place: (place.y() // 20, place.x()))
    assert places == in_order


def test_tabs_come_before_the_page_and_the_page_before_the_panel(
    open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front(selected="industry")
    drawn(window, qtbot)
    found = walk(window)
    page = [at for at, one in enumerate(found) if window.content.page.isAncestorOf(one)]
    panel = [at for at, one in enumerate(found) if window.content.panel.isAncestorOf(one)]
    assert found[0] is window.tabs.bar
    assert page
    assert panel
    assert max(page) < min(panel)


def test_every_control_has_a_name_and_shows_the_focus(
    open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front(selected="investment_before")
    drawn(window, qtbot)
    controls = walk(window)
    assert len(controls) > 1
    for control in controls:
        name = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert name, control
        control.clearFocus()
        without = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        assert control.grab().toImage() != without, f"{name} does not show the focus"


def test_the_page_scrolls_by_keys(open_in_front: OpenWindow, qtbot: QtBot) -> None:
    window = open_in_front()
    drawn(window, qtbot)
    page = window.content.page
    page.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 100


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_the_page_follows_the_focus(key: Qt.Key, open_in_front: OpenWindow, qtbot: QtBot) -> None:
    window = open_in_front(section="goals")
    drawn(window, qtbot)
    page = window.content.page
    seen = 0
    for _ in walk(window):
        QTest.keyClick(focused(), key)
        if body_of(page).isAncestorOf(focused()):
            top = focused().mapTo(page.viewport(), QPoint(0, 0)).y()
            assert top >= 0
            assert top + min(focused().height(), 100) <= page.viewport().height()
            seen += 1
    assert seen > 10


def test_arrow_keys_bring_a_card_into_sight(open_in_front: OpenWindow) -> None:
    window = open_in_front(section="trade", zoom=2.0)
    page = window.content.page
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in page.cards[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused() is page.cards[-1]
    assert _is_in_sight(page, page.cards[-1])


def _is_in_sight(page: SectionPage, card: FigureCard) -> bool:
    top = card.mapTo(page.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + card.height() <= page.viewport().height()


def test_arrow_keys_walk_the_marks_of_a_chart(open_in_front: OpenWindow, qtbot: QtBot) -> None:
    window = open_in_front()
    drawn(window, qtbot)
    chart = window.content.page.chart_cards[0].view
    ids = list(dict.fromkeys(mark.figure for mark in chart.marks))
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    walked = []
    for _ in ids:
        QTest.keyClick(chart, Qt.Key.Key_Down)
        walked.append(window.store.view.selected)
    assert walked == ids
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert window.store.view.selected == ids[-2]


def test_left_and_right_change_the_tab_when_the_tabs_have_the_focus(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front()
    window.tabs.bar.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.tabs.bar, Qt.Key.Key_Right)
    assert window.store.view.section == window.store.sheet.sections[1].id


def test_another_tab_takes_the_keyboard_along(open_in_front: OpenWindow, qtbot: QtBot) -> None:
    window = open_in_front()
    window.content.page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    window.store.look(section="trade")
    page = window.content.page
    assert focused() is page or page.isAncestorOf(focused())
    tab = window.tabs.bar.tabRect(0).center()
    QTest.mouseClick(window.tabs.bar, Qt.MouseButton.LeftButton, pos=tab)
    assert window.store.view.section == "growth"
    assert focused() is window.content.page
    QTest.keyClick(focused(), Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: window.content.page.verticalScrollBar().value() > 0)


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(), key)


def card_with_focus(window: MainWindow, qtbot: QtBot) -> FigureCard:
    bring_to_front(window, qtbot)
    card = window.content.page.cards[1]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    return card


def test_enter_presses_links_and_buttons(open_in_front: OpenWindow) -> None:
    window = open_in_front(selected="investment_before", section="trade")
    link = window.content.panel.findChildren(Link)[0]
    link.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert window.store.view.selected == "investment"
    theme = next(one for one in window.toolbar.findChildren(QToolButton) if one.text() == "Theme")
    theme.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Enter)
    assert window.appearance.is_dark


@pytest.mark.parametrize("name", ["zoom_in", "theme_dark", "language_zh"])
def test_the_keyboard_stays_on_its_card_when_all_is_built_anew(
    name: str, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    card = card_with_focus(window, qtbot)
    window.actions_by_name[name].trigger()
    found = focused()
    assert isinstance(found, FigureCard)
    assert found is not card
    assert (found.indicator.id, found.shows_focus) == (card.indicator.id, True)
    install_translators("en")


def test_space_changes_the_theme_and_changes_it_back(open_in_front: OpenWindow) -> None:
    window = open_in_front(theme="light")
    theme = next(one for one in window.toolbar.findChildren(QToolButton) if one.text() == "Theme")
    theme.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    shown = window.appearance.theme.name
    press(Qt.Key.Key_Space)
    assert (shown, window.appearance.theme.name) == ("dark", "light")


def test_the_keyboard_goes_to_the_button_that_undoes_what_hid_the_panel(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front()
    hide = window.content.panel.findChildren(QToolButton)[0]
    hide.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert focused().accessibleName() == "Show the Source panel"
    assert not window.content.panel.isVisible()
    press(Qt.Key.Key_Space)
    assert focused() is hide
    assert hide.isVisible()


def test_esc_in_an_empty_search_gives_the_keys_back_to_the_page(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.actions_by_name["find"].trigger()
    QTest.keyClicks(focused(), "ports")
    window.actions_by_name["deselect"].trigger()
    assert focused() is window.toolbar.field
    assert window.toolbar.field.text() == ""
    window.actions_by_name["deselect"].trigger()
    assert focused() is window.content.page


def test_another_tab_has_no_ring_around_all_that_it_shows(
    open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front()
    bar = window.tabs.bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert focused() is window.content.page
    assert not window.content.page.shows_focus
    card_with_focus(window, qtbot)
    window.actions_by_name["next_tab"].trigger()
    assert focused() is window.content.page
    assert not window.content.page.shows_focus


@pytest.mark.parametrize("modifier", ["ControlModifier", "NoModifier"])
def test_ctrl_and_the_wheel_zoom(modifier: str, open_window: OpenWindow) -> None:
    window = open_window()
    bar = window.content.page.verticalScrollBar()
    for delta, zoom in ((-120, 0.9), (-120, 0.8), (120, 0.9)):
        for receiver in (window.content.page.viewport(), window):  # Qt hands only a real one on
            wheel = QWheelEvent(
                QPointF(99, 99),
                receiver.mapToGlobal(QPointF(99, 99)),
                QPoint(),
                QPoint(0, delta),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier[modifier],
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(receiver, wheel)
        is_zooming = modifier == "ControlModifier"
        assert window.store.view.zoom == (zoom if is_zooming else 1.0)
        assert (bar.value() == 0) == is_zooming
        bar = window.content.page.verticalScrollBar()


def test_a_banner_that_goes_gives_the_keys_to_the_page(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.notices.show(Notice("Something was wrong"))
    banner = window.findChildren(Banner)[-1]
    banner.findChildren(QAbstractButton)[-1].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert window.notices.shown is None
    assert focused() is window.content.page


def test_the_keyboard_stays_on_the_strip_of_a_collapsed_panel(open_in_front: OpenWindow) -> None:
    window = open_in_front(is_panel_open=False)
    show = window.content.strip.findChildren(QToolButton)[0]
    show.setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_name["zoom_in"].trigger()
    assert focused() is window.content.strip.findChildren(QToolButton)[0]


def test_the_keyboard_stays_in_its_row_of_a_table(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.content.page.cards[2].setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_name["table"].trigger()
    window.actions_by_name["zoom_in"].trigger()
    table = focused()
    assert isinstance(table, FigureTable)
    assert table.fact_at_hand == "clusters"
    assert window.store.view.selected is None


def test_f10_opens_the_first_menu_and_arrows_lead_to_the_others(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    focused_before = focused()
    opened = []
    QTest.keyClick(focused_before, Qt.Key.Key_F10)
    for _ in range(2):
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        opened.append(menu.menuAction())
        QTest.keyClick(menu, Qt.Key.Key_Right)
    assert opened == window.menuBar().actions()[:2]
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    QTest.keyClick(window.menuBar(), Qt.Key.Key_Escape)
    assert focused() is focused_before
