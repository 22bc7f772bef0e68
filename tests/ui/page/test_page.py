"""A page keeps its order when parts of it come and go."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, settle
from tests.ui.tables import page_table


def test_what_is_below_the_words_stands_where_it_stood_before_the_table(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = window.stage.page
    card, rows = page.cards[0], page.row_lists[0]

    def tops() -> tuple[int, int]:
        return card.mapTo(window, QPoint()).y(), rows.mapTo(window, QPoint()).y()

    qtbot.waitUntil(lambda: all(one.view.is_drawn for one in page.chart_cards), timeout=30_000)
    settle()  # then the page has taken the charts' heights
    before = tops()
    table = page_table(window)
    qtbot.waitUntil(lambda: 20 < rows.y() - table.geometry().bottom() < 40)
    window.actions_by_name["table"].trigger()
    qtbot.waitUntil(lambda: tops() == before)
