"""What stands around a chart: its source line, and the buttons beside it."""

from PySide6.QtCore import QPoint

from cqviewer.charts.text import source_note
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import OpenWindow


def test_a_source_line_of_one_sentence_has_room_on_one_line(open_window: OpenWindow) -> None:
    window = open_window(section="goals")
    (card,) = window.content.page.chart_cards
    said = source_note(card.chart, window.store.sheet, window.store.wording)
    note = next(one for one in card.findChildren(TextBlock) if one.text() == said)
    assert note.heightForWidth(note.width()) == window.look.line_height("caption")
    middle = note.mapTo(card, QPoint(0, 0)).y() + window.look.line_height("caption") / 2
    buttons = card.buttons.geometry()
    assert abs(middle - (buttons.y() + buttons.height() / 2)) <= 1
