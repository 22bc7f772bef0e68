"""What stands around a chart: its source line, and the buttons beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cqviewer.charts.text import source_note
from cqviewer.charts.theme import LIGHT
from cqviewer.ui.page.chart_card import TEXT_FROM, ChartButtons
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import OpenWindow, focused, settle, texts_in


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
    buttons.copied.show()
    settle()
    assert buttons.copy.text() != said
    assert [one.geometry() for one in buttons.buttons()] == before
    assert buttons.copy.width() >= buttons.copy.sizeHint().width()
    qtbot.waitUntil(lambda: buttons.copy.text() == said)


def buttons(look: Look, qtbot: QtBot, keep: list[ChartButtons]) -> ChartButtons:
    """Make the buttons of a chart, which the test keeps."""
    made = ChartButtons(look, "Exports by year")
    qtbot.addWidget(made)
    keep.append(made)
    return made


def test_buttons_name_what_they_do_and_describe_of_which_chart(look: Look, qtbot: QtBot) -> None:
    made = buttons(look, qtbot, [])
    assert [one.text() for one in made.buttons()] == ["Table", "Copy", "Save"]
    assert [one.accessibleName() for one in made.buttons()] == [
        "Table of the figures of this chart",
        "Copy this chart as a picture",
        "Save this chart or its figures",
    ]
    assert {one.accessibleDescription() for one in made.buttons()} == {"Exports by year"}


def test_the_first_button_offers_the_table_or_the_chart_instead(look: Look, qtbot: QtBot) -> None:
    made = buttons(look, qtbot, [])
    icon = made.table.icon().cacheKey()
    made.set_table(is_table=True)
    assert made.table.text() == "Chart"
    assert made.table.accessibleName() == "Chart instead of the table"
    assert made.table.icon().cacheKey() != icon
    made.set_table(is_table=False)
    assert made.table.text() == "Table"
    assert made.table.icon().cacheKey() == icon


@pytest.mark.parametrize("zoom", [1.0, 2.5])
def test_a_narrow_card_has_icons_with_the_same_names(zoom: float, qtbot: QtBot) -> None:
    look = Look(LIGHT, zoom)
    made = buttons(look, qtbot, [])
    names = [one.accessibleName() for one in made.buttons()]
    made.set_width(look.px(TEXT_FROM) - 1)
    icons = Qt.ToolButtonStyle.ToolButtonIconOnly
    assert {one.toolButtonStyle() for one in made.buttons()} == {icons}
    assert [one.accessibleName() for one in made.buttons()] == names
    assert [one.toolTip() for one in made.buttons()] == names
    made.set_width(look.px(TEXT_FROM))
    assert icons not in {one.toolButtonStyle() for one in made.buttons()}


def test_a_chart_shown_as_a_table_and_back_keeps_the_keyboard_in_its_card(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front()
    card = window.content.page.chart_cards[0]
    card.take_focus()
    assert card.view.hasFocus()
    card.buttons.table.click()
    assert window.store.view.tables == {card.chart.id}
    assert card.tables is not None
    assert card.tables.isVisible()
    assert not card.view.isVisible()
    card.take_focus()
    assert card.isAncestorOf(focused())
    card.buttons.table.click()
    assert card.view.isVisible()
    assert window.store.view.tables == frozenset()


def test_a_chart_that_failed_is_a_sentence_with_its_table_as_a_way_out(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    card = window.content.page.chart_cards[0]
    card.view.failed.emit("The bars have no room.")
    card.view.failed.emit("The bars have no room.")  # a second time changes nothing
    settle()
    said = texts_in(card)
    assert said.count("This chart could not be drawn") == 1
    assert "The bars have no room. Its figures are safe and can be read as a table." in said
    (way,) = [one for one in card.findChildren(QPushButton) if one.text() == "Show as table"]
    way.click()
    assert card.tables is not None
    assert card.tables.isVisible()
