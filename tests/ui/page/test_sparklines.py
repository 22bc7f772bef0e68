"""Sparklines of cards are drawn aside in one picture, and kept for the next start."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import ChartError
from cqviewer.model.facts import Sheet
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.window.window import MainWindow
from cqviewer.worker import tasks
from tests.ui.conftest import OpenWindow, until_idle
from tests.worker import calls


def drawn_page(window: MainWindow, qtbot: QtBot) -> SectionPage:
    """Return the page on screen, with all of its charts and sparklines."""
    page = window.content.page
    qtbot.waitUntil(lambda: page.is_drawn)
    return page


def test_cards_of_series_show_their_own_sparklines(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    window = open_window(springfield, section="output")
    before = [card.grab().toImage() for card in window.content.page.cards]
    page = drawn_page(window, qtbot)
    after = [card.grab().toImage() for card in page.cards]
    assert [card.has_course for card in page.cards] == [True, True, False]
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, True, False]
    lines = [image.copy(0, 48 + 36, 200, 40) for image in after[:2]]
    assert lines[0] != lines[1]


def test_nothing_is_drawn_where_no_card_has_a_series(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    page = open_window(sheet).content.page
    assert page.sparklines is not None
    assert page.sparklines.is_drawn
    drawn_page(page.window(), qtbot)  # type: ignore[arg-type]


def test_a_page_comes_to_rest_without_sparklines_that_cannot_be_drawn(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = ChartError("It cannot be drawn.")
    monkeypatch.setattr(tasks, "draw", partial(calls.raise_error, error))
    window = open_window(springfield, section="output")
    page = window.content.page
    assert page.sparklines is not None
    with qtbot.waitSignal(page.sparklines.drawn):
        window.prepare()
    assert page.sparklines.is_drawn
    until_idle(qtbot)
