"""A page keeps its order when parts of it come and go."""

import msgspec
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.search import Hit
from cqviewer.ui.search.search_places import place_of
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import OpenWindow, settle
from tests.ui.tables import page_table, shown_table


def test_what_is_below_the_words_stands_where_it_stood_before_the_table(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    page = window.content.page
    card, rows = page.cards[0], page.row_lists[0]

    def tops() -> tuple[int, int]:
        return card.mapTo(window, QPoint()).y(), rows.mapTo(window, QPoint()).y()

    qtbot.waitUntil(lambda: all(one.view.is_drawn for one in page.chart_cards))
    settle()  # then the page has taken the charts' heights
    before = tops()
    table = page_table(window)
    bottom = table.rect().bottomLeft()
    qtbot.waitUntil(lambda: 20 < rows.y() - table.mapTo(page, bottom).y() < 40)
    window.actions_by_name["table"].trigger()
    qtbot.waitUntil(lambda: tops() == before)


def test_a_page_is_a_section_that_its_lead_describes(open_window: OpenWindow) -> None:
    window = open_window()
    page = window.content.page
    node = QAccessible.queryAccessibleInterface(page)
    assert node.role() == QAccessible.Role.Section  # of a group a reader says all words
    assert page.section.lead
    lead = window.store.wording.text(page.section.lead)
    assert node.text(QAccessible.Text.Description) == lead


MORE = 3000


@pytest.fixture(scope="module")
def long_sheet(sheet: Sheet) -> Sheet:
    """Return a sheet whose first section shows thousands of figures, and its charts."""
    one = sheet.indicators["industry"]
    more = {
        f"more_{number}": msgspec.structs.replace(one, id=f"more_{number}", name=f"More {number}")
        for number in range(MORE)
    }
    first, *others = sheet.sections
    figures = tuple(KeyFigure(indicator=name) for name in more)
    return msgspec.structs.replace(
        sheet,
        indicators={**sheet.indicators, **more},
        sections=(msgspec.structs.replace(first, figures=figures), *others),
    )


def test_very_many_figures_are_a_table_which_the_page_says_and_charts_stay(
    open_window: OpenWindow, long_sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window(long_sheet)
    page = window.content.page
    assert page.cards == []
    table = shown_table(page)
    assert table.isVisible()
    assert table.model().rowCount() >= MORE
    said = "The 3,000 figures of this section are shown as a table."
    assert said in [block.text() for block in page.findChildren(TextBlock)]
    assert [card.isVisible() for card in page.chart_cards] == [True] * len(page.chart_cards) != []
    window.actions_by_name["table"].trigger()
    assert table.isVisible()
    assert not any(card.isVisible() for card in page.chart_cards)
    window.actions_by_name["table"].trigger()
    assert table.isVisible()
    qtbot.waitUntil(lambda: all(card.isVisible() for card in page.chart_cards))


def test_a_figure_far_down_a_long_table_is_found_and_seen(
    open_window: OpenWindow, long_sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window(long_sheet)
    window.store.look(search="More 2718")  # the worker process makes the index of so many
    qtbot.waitUntil(lambda: window.store.view.selected == "more_2718")
    table = shown_table(window.content.page)
    row = table.row_box(table.row_of("more_2718"))
    qtbot.waitUntil(lambda: table.visibleRegion().boundingRect().contains(row.center()))


def test_a_chart_below_a_long_table_is_found(
    open_window: OpenWindow, long_sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window(long_sheet)
    page = window.content.page
    card = page.chart_cards[-1]
    qtbot.waitUntil(lambda: all(one.view.is_drawn for one in page.chart_cards))
    hit = Hit(page.section.id, "chart", card.chart.id)
    found = place_of(page, hit, None)
    assert found is not None
    assert found[0] is card
    window.actions_by_name["table"].trigger()
    found = place_of(page, hit, None)
    assert found is not None
    assert found[0] is page.tables
