"""Back and forward lead through the places that the reader has left, links to what they name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.chart_view import ChartView
from cqviewer.ui.page.links import Link
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, focused, settle, until_idle

ALT = Qt.KeyboardModifier.AltModifier


def place(window: MainWindow) -> tuple[str, str | None, int]:
    """Return the tab, the selection and the scroll position of a window."""
    bar = window.content.page.verticalScrollBar()
    return window.content.page.section.id, window.store.view.selected, bar.value()


def opened(open_in_front: OpenWindow, qtbot: QtBot, **view: object) -> MainWindow:
    """Return a window in front whose charts are drawn."""
    window = open_in_front(**view)
    window.prepare()
    settle()
    until_idle(qtbot)
    settle()
    return window


def test_back_and_forward_return_exactly(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = opened(open_window, qtbot, selected="retail")
    window.content.page.verticalScrollBar().setValue(120)
    first = place(window)
    window.store.look(section="trade")
    window.store.select("exports")
    second = place(window)
    assert not window.actions_by_name["forward"].isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    settle()
    assert place(window) == first
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert place(window) == second
    window.actions_by_name["back"].trigger()
    window.store.look(section="goals")
    assert not window.actions_by_name["forward"].isEnabled(), "another way has been taken"


def test_a_link_leads_to_where_its_figure_stands_and_back_returns(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = opened(open_window, qtbot, section="goals")
    bar = window.content.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    links = [one for one in window.content.page.findChildren(Link) if one.isVisible()]
    links[-1].setFocus()
    before = place(window)
    links[-1].click()
    settle()
    view = focused()
    assert isinstance(view, ChartView)
    assert window.store.view.selected in {mark.figure for mark in view.marks}
    assert not view.visibleRegion().isEmpty()
    QTest.keyClick(view, Qt.Key.Key_Left, ALT)
    settle()
    assert place(window) == before


def test_a_link_in_the_panel_leads_to_another_tab(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = opened(open_window, qtbot, section="employment", selected="consumption")
    links = window.content.panel.findChildren(Link)
    link = next(one for one in links if one.text().startswith("Retail sales"))
    link.click()
    settle()
    assert place(window)[:2] == ("growth", "retail")
    card = focused()
    assert isinstance(card, FigureCard)
    assert card.indicator.id == "retail"
    assert card.shows_focus


def test_a_walk_through_hits_is_one_step(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = opened(open_window, qtbot)
    window.store.look(search="2024")
    for _ in window.search.hits:
        window.search.go_next()
    window.store.look(section="growth")
    window.search.clear()
    tabs = []
    while window.places.has_behind:
        window.places.go_back()
        tabs.append(place(window)[0])
    assert len(tabs) <= 2, tabs


def test_places_that_a_sheet_lacks_are_forgotten(
    open_window: OpenWindow, qtbot: QtBot, other_sheet: Sheet
) -> None:
    window = opened(open_window, qtbot)
    window.store.look(section="trade")
    window.actions_by_name["back"].trigger()
    assert window.actions_by_name["forward"].isEnabled()
    window.store.open(other_sheet)
    assert not window.actions_by_name["forward"].isEnabled()
    assert not window.actions_by_name["back"].isEnabled()


def test_the_way_back_leads_to_the_observation_that_was_selected(
    open_window: OpenWindow, springfield: Sheet
) -> None:
    year = Period.parse("2019")
    window = open_window(springfield)
    window.store.select("cycling", year)
    window.store.look(section="output", selected="wells")
    window.actions_by_name["back"].trigger()
    assert (window.store.view.selected, window.store.view.observation) == ("cycling", year)
