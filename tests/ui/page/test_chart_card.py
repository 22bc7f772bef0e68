"""What stands around a chart: its source line, and the buttons beside it."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from cqviewer.charts.text import source_note
from cqviewer.ui.page.chart_card import COPIED_MS
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import OpenWindow, settle


def test_a_source_line_of_one_sentence_has_room_on_one_line(open_window: OpenWindow) -> None:
    window = open_window(section="goals")
    (card,) = window.content.page.chart_cards
    said = source_note(card.chart, window.store.sheet, window.store.wording)
    note = next(one for one in card.findChildren(TextBlock) if one.text() == said)
    assert note.heightForWidth(note.width()) == window.look.line_height("caption")
    middle = note.mapTo(card.footer, QPoint(0, 0)).y() + window.look.line_height("caption") / 2
    buttons = card.buttons.geometry()
    assert abs(middle - (buttons.y() + buttons.height() / 2)) <= 1


@pytest.mark.parametrize("width", [1180, 1900])
def test_footers_of_charts_side_by_side_are_level(
    width: int, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(section="trade")
    window.resize(width, 800)
    cards = window.content.page.chart_cards[:2]
    assert len(cards) == 2

    def are_level() -> bool:
        settle()
        tops = {card.footer.mapTo(window, QPoint(0, 0)).y() for card in cards}
        heights = {card.view.height() for card in cards}
        return len(tops) == 1 and 200 not in heights and all(one.view.is_drawn for one in cards)

    qtbot.waitUntil(are_level)
    assert cards[0].y() == cards[1].y()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_button_that_says_copied_moves_none_of_its_neighbours(
    language: str, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(language=language)
    buttons = window.content.page.chart_cards[0].buttons
    settle()
    before = [one.geometry() for one in buttons.buttons()]
    said = buttons.copy.text()
    buttons.show_copied()
    settle()
    assert buttons.copy.text() != said
    assert [one.geometry() for one in buttons.buttons()] == before
    assert buttons.copy.width() >= buttons.copy.sizeHint().width()
    qtbot.waitUntil(lambda: buttons.copy.text() == said, timeout=2 * COPIED_MS)
