"""Keys act on the figure that the keyboard is on, never on another that was selected before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.page.chart_view import ChartView
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, focused, settle, until_idle
from tests.ui.tables import page_table

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
COPY_CITED = Qt.Key.Key_C, CONTROL | SHIFT
TAB = Qt.FocusReason.TabFocusReason


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def window(open_in_front: OpenWindow) -> MainWindow:
    """Return a window in front in which retail sales are selected, and the next card has focus."""
    made = open_in_front(selected="retail")
    made.content.page.cards[2].setFocus(TAB)
    return made


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(window, key, modifiers or Qt.KeyboardModifier.NoModifier)


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_C, CONTROL), COPY_CITED, (Qt.Key.Key_U, CONTROL), (Qt.Key.Key_I, CONTROL)],
)
@pytest.mark.parametrize("before", ["retail", None])
def test_a_key_acts_on_the_card_that_has_the_focus(
    window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier, before: str | None
) -> None:
    card = window.content.page.cards[2]
    assert card.indicator.id != "retail"
    window.store.select(before)
    press(window, key, modifiers)
    assert window.store.view.selected == card.indicator.id


def test_what_is_copied_is_the_value_of_that_card(window: MainWindow) -> None:
    figure, wording = window.content.page.cards[2].indicator, window.store.wording
    press(window, Qt.Key.Key_C, CONTROL)
    assert clipboard() == wording.value(figure)
    press(window, *COPY_CITED)
    assert clipboard().startswith(wording.name(figure))


def test_f9_opens_the_panel_at_that_card_and_closing_it_selects_nothing(
    window: MainWindow,
) -> None:
    press(window, Qt.Key.Key_F9)
    assert (window.store.view.selected, window.content.is_panel_open) == ("retail", False)
    press(window, Qt.Key.Key_F9)
    figure = window.content.page.cards[2].indicator.id
    assert (window.store.view.selected, window.content.is_panel_open) == (figure, True)


def test_the_mark_that_is_heard_is_the_one_that_is_copied(
    open_in_front: OpenWindow, qtbot: QtBot, springfield: Sheet
) -> None:
    window = open_in_front(springfield, selected="cycling")
    window.prepare()
    settle()
    until_idle(qtbot)
    chart = next(
        one.view for one in window.content.page.chart_cards if len(periods_of(one.view)) > 1
    )
    chart.setFocus(TAB)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    heard = chart.at_hand
    assert heard is not None
    press(window, *COPY_CITED)
    assert chart.at_hand == heard
    fact = window.store.fact(*heard)
    assert fact is not None
    assert window.store.seen_fact() == fact
    assert window.store.wording.text(fact.name) in clipboard()


def periods_of(view: ChartView) -> set[Period | None]:
    return {mark.period for mark in view.marks}


def test_the_row_that_has_the_focus_is_copied(window: MainWindow) -> None:
    table = page_table(window)
    table.enter("exports" if table.row_of("exports").isValid() else None)
    at = table.fact_at_hand
    assert at is not None
    window.store.select("retail")
    table.enter(window.content.page.cards[0].indicator.id)
    row = table.fact_at_hand
    assert row not in (None, "retail")
    press(window, Qt.Key.Key_C, CONTROL)
    assert window.store.view.selected == row
    assert len(clipboard().splitlines()) == 2, "the heading and that row"


def test_keys_can_be_used_where_the_keyboard_is_on_a_figure(window: MainWindow) -> None:
    window.store.select(None)
    copy = window.actions_by_name["copy"]
    assert copy.isEnabled()
    window.content.page.setFocus(TAB)
    assert not copy.isEnabled()
    window.content.page.cards[0].setFocus(TAB)
    assert copy.isEnabled()


def test_an_observation_stays_selected_while_its_card_has_the_focus(
    open_in_front: OpenWindow, springfield: Sheet
) -> None:
    year = Period.parse("2022")
    window = open_in_front(springfield, selected="cycling", observation=year)
    card = window.content.page.card_of("cycling")
    assert card is not None
    card.setFocus(TAB)
    press(window, *COPY_CITED)
    assert (window.store.view.selected, window.store.view.observation) == ("cycling", year)


def test_a_click_in_the_panel_acts_on_the_figure_of_the_panel(window: MainWindow) -> None:
    beside = window.content.panel.findChild(QToolButton, "primaryMenu")
    assert isinstance(beside, QToolButton)
    assert beside.focusPolicy() & Qt.FocusPolicy.ClickFocus
    beside.setFocus(Qt.FocusReason.MouseFocusReason)
    window.actions_by_name["copy_apa"].trigger()
    assert window.store.view.selected == "retail"


def test_after_a_click_what_is_selected_is_meant(window: MainWindow) -> None:
    window.content.page.setFocus()
    window.content.page.cards[2].setFocus(Qt.FocusReason.MouseFocusReason)
    window.actions_by_name["copy"].trigger()
    assert window.store.view.selected == "retail"


def test_the_way_back_takes_the_keyboard_along(window: MainWindow) -> None:
    page = window.content.page
    window.places.follow(page.cards[0].indicator.id)
    assert page.cards[0].hasFocus()
    window.actions_by_name["back"].trigger()
    press(window, Qt.Key.Key_C, CONTROL)
    assert window.store.view.selected == "retail"
    assert clipboard() == window.store.wording.value(window.store.sheet.indicators["retail"])


@pytest.fixture
def chart(window: MainWindow, qtbot: QtBot) -> ChartView:
    """Return a chart that the keyboard is on, but on none of its marks."""
    window.prepare()
    settle()
    until_idle(qtbot)
    found = next(one.view for one in window.content.page.chart_cards if one.view.at < 0)
    assert found.stops
    found.setFocus(TAB)
    QGuiApplication.clipboard().clear()
    return found


def test_on_a_chart_without_a_mark_the_picture_of_the_chart_is_copied(
    window: MainWindow, chart: ChartView, qtbot: QtBot
) -> None:
    copied: list[object] = []
    window.exports.picture_copied.connect(copied.append)
    press(window, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: bool(copied))
    assert copied == [chart.chart]
    assert not QGuiApplication.clipboard().image().isNull()
    assert window.store.view.selected == "retail"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_C, CONTROL)
    assert len(copied) == 1
    assert clipboard()


@pytest.mark.parametrize("reason", [TAB, Qt.FocusReason.MouseFocusReason])
@pytest.mark.parametrize(
    "action", ["copy", "copy_apa", "copy_bibtex", "open_source", "show_source", "show_in_source"]
)
def test_on_a_chart_without_a_mark_no_other_figure_is_taken(
    window: MainWindow, chart: ChartView, action: str, reason: Qt.FocusReason
) -> None:
    chart.clearFocus()
    chart.setFocus(reason)
    settle()
    window.actions_by_name[action].trigger()
    settle()
    assert clipboard() == ""
    assert window.store.view.source == ""
    assert chart.hasFocus()
    assert window.store.view.selected == "retail"


def test_enter_on_a_chart_without_a_mark_leads_to_no_source(
    window: MainWindow, chart: ChartView
) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chart.hasFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert window.content.panel.isAncestorOf(focused())


def test_until_a_chart_is_drawn_what_is_selected_of_it_is_at_hand(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(section="goals", selected="consumption")
    view = window.content.page.chart_cards[0].view
    assert not view.marks, "the worker has had no time to draw"
    assert view.at_hand == ("consumption", None)
    window.store.select("exports")
    assert view.at_hand != ("exports", None), "it does not show that"
    window.store.select("consumption")
    qtbot.waitUntil(lambda: bool(view.marks))
    assert view.at_hand == ("consumption", None)


def test_the_source_that_is_shown_is_closed_from_there_too(
    window: MainWindow, chart: ChartView
) -> None:
    window.store.look(source="facts")
    settle()
    window.actions_by_name["show_in_source"].trigger()
    assert window.store.view.source == ""
    assert chart.at < 0


def test_a_click_on_the_panel_s_own_buttons_means_its_figure(
    window: MainWindow, chart: ChartView
) -> None:
    panel = window.content.panel
    copy = next(
        one
        for one in panel.findChildren(QAbstractButton)
        if one.accessibleName() == "Copy with citation"
    )
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    figure = window.store.sheet.indicators["retail"]
    assert clipboard().startswith(window.store.wording.name(figure))
    assert not chart.hasFocus()


def test_with_nothing_selected_it_is_said_what_to_do(window: MainWindow, hear: Hear) -> None:
    window.store.select(None)
    window.content.page.setFocus(TAB)
    said = hear("source.sourcing")
    press(window, Qt.Key.Key_U, CONTROL)
    assert said == ["Select a figure to see where its source has it."]
