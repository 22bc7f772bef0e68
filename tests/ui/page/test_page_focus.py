"""Where on a page the reader is: the keyboard's place, and how far it is scrolled."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.page import LEAD_WIDEST, SectionPage
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.table.table_view import FigureTable
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, focused, settle
from tests.ui.tables import shown_table

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def window(open_in_front: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Return a window at the front whose page is drawn."""
    window = open_in_front()
    page = window.content.page
    qtbot.waitUntil(lambda: page.is_drawn)
    settle()
    return window


def page_of(window: MainWindow) -> SectionPage:
    return window.content.page


def test_a_figure_is_entered_at_its_card_its_chart_or_the_page(window: MainWindow) -> None:
    page = page_of(window)
    card = page.cards[-1]
    page.enter(card.indicator.id)
    settle()
    assert card.hasFocus()
    assert (
        page.viewport()
        .rect()
        .intersects(card.rect().translated(card.mapTo(page.viewport(), QPoint(0, 0))))
    )
    charted = next(
        one for chart in page.chart_cards for one in chart.facts if page.card_of(one) is None
    )
    page.enter(charted)
    assert any(one.view.hasFocus() for one in page.chart_cards if charted in one.facts)
    page.enter("nothing of the kind")
    assert page.hasFocus()


def test_the_keyboard_goes_with_its_figure_into_the_table_and_back(window: MainWindow) -> None:
    page = page_of(window)
    card = page.cards[2]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    window.actions_by_name["table"].trigger()
    settle()
    table = shown_table(page)
    assert table.hasFocus()
    assert table.fact_at_hand == card.indicator.id
    window.actions_by_name["table"].trigger()
    settle()
    assert isinstance(focused(), FigureCard)
    assert card.hasFocus()


def test_a_figure_is_entered_in_the_table_where_that_is_shown(window: MainWindow) -> None:
    window.actions_by_name["table"].trigger()
    page = page_of(window)
    figure = page.section.figures[-1].indicator
    page.enter(figure)
    settle()
    entered = focused()
    assert isinstance(entered, FigureTable)
    assert entered.fact_at_hand == figure
    assert window.store.view.selected is None, "it is looked at, not selected"


def test_the_share_to_which_a_page_is_scrolled_holds_while_it_grows(window: MainWindow) -> None:
    page = page_of(window)
    page.restore_scroll(0.4)
    body = page.widget()
    assert body is not None
    before = body.height()
    page.chart_cards[-1].view.setFixedHeight(page.chart_cards[-1].view.height() + 600)
    settle()
    assert body.height() > before
    assert abs(page.share - 0.4) < 0.001
    assert abs(page.verticalScrollBar().value() / body.height() - 0.4) < 0.01


def test_once_the_reader_scrolls_the_page_stays_there(window: MainWindow) -> None:
    page = page_of(window)
    page.restore_scroll(0.4)
    page.verticalScrollBar().setValue(30)
    page.chart_cards[-1].view.setFixedHeight(page.chart_cards[-1].view.height() + 600)
    settle()
    assert page.verticalScrollBar().value() == 30


@pytest.mark.parametrize(
    ("key", "end"), [(Qt.Key.Key_End, True), (Qt.Key.Key_Home, False), (Qt.Key.Key_Space, True)]
)
def test_keys_scroll_the_page(key: Qt.Key, end: bool, window: MainWindow) -> None:
    page, bar = page_of(window), page_of(window).verticalScrollBar()
    bar.setValue(0 if end else bar.maximum())
    page.setFocus()
    before = bar.value()
    QTest.keyClick(page, key)
    assert bar.value() == (bar.maximum() if key == Qt.Key.Key_End else bar.value())
    assert (bar.value() > before) == end


def test_words_that_are_looked_for_are_marked_until_they_are_not(window: MainWindow) -> None:
    page = page_of(window)
    assert page.lead is not None
    word = page.lead.text().split()[1]
    plain = page.lead.grab().toImage()
    page.mark(word)
    assert page.lead.grab().toImage() != plain
    page.mark("")
    assert page.lead.grab().toImage() == plain


@pytest.mark.parametrize("width", [760, 1180, 2560])
def test_the_lead_begins_at_the_margin_and_is_as_wide_as_can_be_read(
    width: int, open_window: OpenWindow
) -> None:
    window = open_window()
    window.resize(width, 800)
    settle()
    lead = page_of(window).lead
    assert isinstance(lead, TextBlock)
    assert lead.mapTo(window, QPoint(0, 0)).x() == 32
    assert lead.width() <= LEAD_WIDEST
