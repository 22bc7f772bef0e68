"""The keyboard in tables: it selects nothing by coming, and stays at its figure."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, focused
from tests.ui.tables import page_table


def test_tab_into_the_table_selects_nothing_and_arrows_do(open_in_front: OpenWindow) -> None:
    window = open_in_front(section="trade")
    table = page_table(window)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.hasFocus()
    assert window.store.view.selected is None
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert window.store.view.selected == table.figures.table_rows[0].fact.id


def test_the_keyboard_stays_at_its_figure_from_card_to_table_and_back(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front(section="trade", selected="ports")
    page = window.content.page
    card = page.cards[2]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    table = page_table(window)
    assert table.hasFocus()
    assert table.fact_at_hand == card.indicator.id != "ports"
    assert window.store.view.selected == "ports"
    window.actions_by_name["table"].trigger()
    assert card.hasFocus()
    page_table(window)
    QTest.keyClick(table, Qt.Key.Key_Down)
    at = table.fact_at_hand
    assert at == window.store.view.selected
    window.actions_by_name["table"].trigger()
    assert focused() is page.card_of(str(at))


def test_the_keyboard_goes_from_a_table_to_a_chart_or_else_to_the_page(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front(section="trade")
    page, table = window.content.page, page_table(window)
    table.enter(None)
    window.actions_by_name["table"].trigger()
    assert page.hasFocus()
    page.chart_cards[0].buttons.copy.setFocus(Qt.FocusReason.TabFocusReason)
    page_table(window)
    assert table.hasFocus()
    table.enter("investment_before")
    assert page.card_of("investment_before") is None
    window.actions_by_name["table"].trigger()
    assert focused() is page.chart_cards[0].view


def test_the_page_follows_the_row_where_the_keyboard_is(
    open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front(zoom=2.0)
    table, view = page_table(window), window.content.page.viewport()

    def is_in_sight() -> bool:
        box = table.row_box(table.currentIndex())
        return view.rect().contains(QRect(table.mapTo(view, box.topLeft()), QSize(1, box.height())))

    table.enter(table.figures.table_rows[-1].fact.id)
    qtbot.waitUntil(is_in_sight)
    assert len(table.figures.table_rows) > 1
    for _ in table.figures.table_rows:
        QTest.keyClick(table, Qt.Key.Key_Up)
        assert is_in_sight()
