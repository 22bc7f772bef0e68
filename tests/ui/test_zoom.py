"""At every zoom and window size nothing is clipped or out of reach."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.text import Language
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.content_area import OVERLAY_BELOW
from cqviewer.ui.window.view_commands import ZOOMS
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, body_of, bring_to_front

SIZES = [(760, 560), (1180, 800), (1800, 1000)]


def drawn(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the page is built and its charts are drawn."""
    charts = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in charts))


def clipped(window: MainWindow) -> list[str]:
    """Name the texts and buttons that are not given the room that they ask for."""
    blocks = [
        block.text()
        for block in window.findChildren(TextBlock)
        if block.isVisible() and block.height() < block.heightForWidth(block.width())
    ]
    buttons = [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.height() < button.fontMetrics().height()
        and not isinstance(button.parent(), QLineEdit)  # the glass in the search field
    ]
    return blocks + buttons


def right_of_page(window: MainWindow) -> list[QWidget]:
    """Return the parts of the page that reach over its right edge, where nobody can see them."""
    body = body_of(window.content.page)
    edge = window.content.page.viewport().width()
    kinds = (QLabel, QAbstractButton)
    return [
        part
        for kind in kinds
        for part in body.findChildren(kind)
        if part.isVisible() and part.mapTo(body, QPoint(part.width(), 0)).x() > edge
    ]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("zoom", [0.8, 1.25, 2.5])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_clipped(
    size: tuple[int, int], zoom: float, language: Language, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(zoom=zoom, language=language, selected="investment_before")
    window.resize(*size)
    assert len(window.store.sheet.sections) > 1
    for section in window.store.sheet.sections:
        window.store.look(section=section.id)
        drawn(window, qtbot)
        assert (window.width(), window.height()) == size
        qtbot.waitUntil(lambda: not clipped(window))  # a new page is laid out after its charts
        assert not right_of_page(window)
        assert window.content.height() >= window.height() * 0.4


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 2.5])
def test_charts_stand_below_their_titles(
    zoom: float, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(zoom=zoom, section="employment")
    drawn(window, qtbot)
    assert window.content.page.chart_cards
    for card in window.content.page.chart_cards:
        title = card.findChildren(TextBlock)[0]
        bleed = round(8 * zoom)
        assert card.view.mapTo(card, QPoint(bleed, 0)).x() == title.x()
        (mark,) = card.view.marks  # from edge to edge, bleeding as its tint does
        assert (mark.x, mark.width) == (0, card.view.width())


def test_the_zoom_goes_from_80_to_250_per_cent() -> None:
    assert (min(ZOOMS), max(ZOOMS)) == (0.8, 2.5)
    assert 1.0 in ZOOMS


@pytest.mark.parametrize(("width", "is_overlay"), [(OVERLAY_BELOW - 20, True), (1180, False)])
def test_in_a_narrow_window_the_panel_lies_over_the_page(
    width: int, is_overlay: bool, open_window: OpenWindow
) -> None:
    window = open_window(selected="industry")
    window.resize(width, 700)
    window.content.open_panel(is_open=True)
    assert window.content.panel.isVisible()
    panel, page = (
        one.rect().translated(one.mapTo(window, QPoint(0, 0)))
        for one in (window.content.panel, window.content.page)
    )
    assert panel.intersects(page) == is_overlay
    assert window.rect().contains(window.content.panel.geometry().translated(0, 150).center())


def test_the_panel_can_be_closed_and_opened_again_when_narrow(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(800, 600)
    for is_open in (True, False, True):
        if window.content.panel.isVisible() != is_open:
            window.actions_by_name["panel"].trigger()
        assert window.content.panel.isVisible() == is_open


def test_in_a_narrow_window_the_panel_comes_with_the_selection(open_window: OpenWindow) -> None:
    window = open_window()
    window.resize(OVERLAY_BELOW - 20, 700)
    panel, store = window.content.panel, window.store
    assert not panel.isVisible()
    store.select("industry")
    assert panel.isVisible()
    window.actions_by_name["deselect"].trigger()
    assert not panel.isVisible()
    store.select("industry")
    window.actions_by_name["panel"].trigger()
    assert not panel.isVisible()
    store.select("retail")
    assert panel.isVisible()


def test_the_panel_does_not_come_by_itself_where_it_was_collapsed_or_has_no_room(
    open_window: OpenWindow,
) -> None:
    window = open_window(is_panel_open=False)
    window.resize(OVERLAY_BELOW - 20, 700)
    window.store.select("industry")
    assert not window.content.panel.isVisible()
    window = open_window(zoom=2.0)
    window.resize(1180, 700)
    window.store.select("industry")
    assert not window.content.panel.isVisible()
    window.actions_by_name["panel"].trigger()
    assert window.content.panel.isVisible()


def test_the_panel_stays_where_a_window_that_shows_it_becomes_narrow(
    open_window: OpenWindow,
) -> None:
    window = open_window(selected="industry")
    assert window.content.panel.isVisible()
    window.resize(OVERLAY_BELOW - 20, 700)
    assert window.content.panel.isVisible()


def test_the_panel_hides_nothing_that_the_keyboard_is_on(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    window.resize(OVERLAY_BELOW - 20, 700)
    bring_to_front(window, qtbot)
    cards = window.content.page.findChildren(FigureCard)
    edge = window.width() - window.store.view.panel_width
    right_of_edge = [one.mapTo(window, QPoint(0, 0)).x() > edge for one in cards]
    assert {True, False} == set(right_of_edge)
    for card, is_right in zip(cards, right_of_edge, strict=True):
        window.store.select(None)
        card.setFocus(Qt.FocusReason.TabFocusReason)
        window.store.select(card.indicator.id)
        assert window.content.panel.isVisible() != is_right


def test_charts_side_by_side_are_stacked_when_narrow(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(section="trade", zoom=1.1)
    drawn(window, qtbot)
    first, second = window.content.page.chart_cards[:2]
    assert first.y() == second.y()
    window.resize(760, 600)
    qtbot.waitUntil(lambda: second.y() > first.y())
    assert second.x() == first.x()
