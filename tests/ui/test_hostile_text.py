"""Text of a sheet is never code or markup: it is shown as it stands, everywhere in the window."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.ui.style.tooltips import plain_tooltip
from tests.ui.conftest import OpenWindow, body_of, texts_in

HOSTILE = {
    "markup": "<b>bold</b> &amp; <img src='x'><script>",
    "formulas": "$x^2$ \\\\frac{a}{b} #let x = 1 #{y}",
    "slots": "{year} {0} {} %s %1 %L1",
    "ampersands": "A & B && C &D",
    "bidi": "abc שלום عربي 123",
    "emoji": "🏭👨‍👩‍👧‍👦🇨🇳 e\u0301",
    "word": "W" * 5000,
}


def hostile_sheet(text: str) -> Sheet:
    """Make a sheet that says one text wherever a sheet says anything."""
    quoted = "'" + text.replace("'", "''") + "'"
    yaml = f"""\
cqviewer: 1
title: {quoted}
place: {quoted}
date: 2024-01-01
sources:
  s: {{title: {quoted}, date: 2024-01-01, publisher: {quoted}}}
indicators:
  one: {{name: {quoted}, unit: {quoted}, measure: count, value: 5, period: 2024-01, source: s}}
  two: {{name: {quoted}, unit: "%", measure: growth, value: 7, period: 2024, source: s,
       note: {quoted}}}
sections:
  - id: one
    title: {quoted}
    lead: {quoted}
    figures: [{{figure: one, label: {quoted}}}, two]
    charts: [{{kind: bars, of: [two], title: {quoted}, note: {quoted}}}]
    statements: [{{about: {quoted}, text: {quoted}, source: s}}]
    voices: [{{who: {quoted}, office: {quoted}, text: {quoted}, source: s}}]
    open: [{{about: {quoted}, text: {quoted}}}]
  - {{id: two, title: {quoted}}}
"""
    return read_sheet(yaml.encode(), "hostile.yaml")


@pytest.fixture(params=HOSTILE, ids=str)
def text(request: pytest.FixtureRequest) -> str:
    """Yield each hostile text in turn."""
    return HOSTILE[request.param]


def test_every_place_shows_the_text_as_it_stands(
    text: str, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(hostile_sheet(text), selected="two")
    shown = texts_in(window)
    least = 12  # title, lead, name, chart, statement, voice, question …
    assert sum(text in one for one in shown) >= least
    assert text in window.windowTitle()
    charts = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in charts))
    assert all(card.view.isVisible() for card in charts)


def test_ampersands_are_doubled_where_qt_would_make_them_shortcuts(
    open_window: OpenWindow,
) -> None:
    title = HOSTILE["ampersands"]
    window = open_window(hostile_sheet(title))
    doubled = title.replace("&", "&&")
    assert window.tabs.bar.tabText(0) == doubled
    assert doubled in [action.text() for action in window.actions()]


def test_a_long_word_widens_neither_window_nor_page(open_window: OpenWindow) -> None:
    window = open_window(hostile_sheet(HOSTILE["word"]), selected="two")
    assert window.width() == 1180
    page, panel = window.content.page, window.content.panel
    assert body_of(page).width() <= page.viewport().width()
    assert panel.width() == 300
    for card in page.cards:
        assert card.geometry().right() <= page.viewport().width()


def test_the_tooltip_of_a_card_with_a_long_label_is_plain(open_window: OpenWindow) -> None:
    label = "<b>tag</b> & " * 30
    window = open_window(hostile_sheet(label))
    card = window.content.page.cards[0]
    card.grab()
    at = QPoint(20, 60)
    QApplication.sendEvent(card, QHelpEvent(QEvent.Type.ToolTip, at, card.mapToGlobal(at)))
    assert "&lt;b&gt;tag&lt;/b&gt; &amp; " in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_tooltip_shows_what_it_was_given(name: str) -> None:
    tooltip = QTextDocument()
    tooltip.setHtml(plain_tooltip(HOSTILE[name]))
    assert tooltip.toPlainText().replace("\n", "") == HOSTILE[name]
