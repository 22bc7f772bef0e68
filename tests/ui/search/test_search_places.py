"""Where on a page a hit is shown: its words, card, row or marks."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.search import Hit
from cqviewer.ui.search.search_places import place_of
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow
from tests.ui.tables import page_table, shown_table


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Return a window over the bundled sheet, its charts drawn."""
    window = open_window()
    page = window.content.page
    qtbot.waitUntil(lambda: all(one.view.is_drawn for one in page.chart_cards))
    return window


def found(
    window: MainWindow, kind: str, key: str, selected: str | None = None
) -> tuple[QWidget, QRect]:
    """Return the widget that shows a hit on the page in front, and the place in it."""
    page = window.content.page
    place = place_of(page, Hit(page.section.id, kind, key), selected)  # type: ignore[arg-type]
    assert place is not None
    widget, box = place
    return widget, box()


def test_a_figure_with_a_card_is_shown_there(window: MainWindow) -> None:
    card = window.content.page.cards[2]
    assert found(window, "figure", card.indicator.id) == (card, card.rect())


def test_a_figure_of_a_chart_alone_is_shown_by_its_marks(window: MainWindow) -> None:
    page = window.content.page
    carded = {one.indicator.id for one in page.cards}
    view, figure = next(
        (one.view, mark.figure)
        for one in page.chart_cards
        for mark in one.view.marks
        if mark.figure not in carded
    )
    widget, box = found(window, "figure", figure)
    assert widget is view
    marks = [mark for mark in view.marks if mark.figure == figure]
    assert all(box.contains(round(mark.x + 1), round(mark.y + 1)) for mark in marks)
    assert box != view.rect()


def test_in_a_chart_that_is_scaled_for_a_moment_the_place_is_scaled_too(
    window: MainWindow,
) -> None:
    view = window.content.page.chart_cards[0].view
    figure = view.marks[0].figure
    before = view.marks_box(figure, None)
    view.setFixedHeight(2 * view.height())
    after = view.marks_box(figure, None)
    assert abs(after.center().y() - 2 * before.center().y()) <= 2


def test_the_marks_of_a_period_are_a_part_of_those_of_the_figure(
    open_window: OpenWindow, other_sheet: object, qtbot: QtBot
) -> None:
    window = open_window(other_sheet)
    views = [one.view for one in window.content.page.chart_cards]
    qtbot.waitUntil(lambda: all(one.is_drawn for one in views))
    view = next(one for one in views if any(mark.period for mark in one.marks))
    mark = next(one for one in view.marks if one.period is not None)
    whole, part = (view.marks_box(mark.figure, at) for at in (None, mark.period))
    assert whole.contains(part)
    assert view.marks_box("nothing of the kind", None) == view.rect()


def test_in_the_table_of_the_page_the_row_is_shown(window: MainWindow) -> None:
    table = page_table(window)
    figure = window.content.page.section.figures[1].indicator
    widget, box = found(window, "figure", figure)
    assert widget is table
    assert box == table.row_box(table.row_of(figure))


def test_in_a_chart_that_is_shown_as_a_table_the_row_is_shown(window: MainWindow) -> None:
    page = window.content.page
    carded = {one.indicator.id for one in page.cards}
    card = next(one for one in page.chart_cards if {*one.facts} - carded)
    figure = next(one for one in card.facts if one not in carded)
    window.store.look(tables=frozenset({card.chart.id}))
    widget, box = found(window, "figure", figure)
    table = shown_table(card)
    assert widget is table
    assert box == table.row_box(table.row_of(figure))


def test_words_are_shown_where_they_stand(window: MainWindow) -> None:
    page = window.content.page
    assert found(window, "lead", "")[0] is page.lead
    for rows in page.row_lists:
        assert found(window, rows.kind, "0")[0] is rows.rows[0]
    assert page.row_lists
    card = page.chart_cards[0]
    assert found(window, "chart", card.chart.id) == (card, card.rect())


def test_a_source_is_shown_where_the_selected_figure_cites_it(window: MainWindow) -> None:
    card = window.content.page.cards[1]
    assert found(window, "source", "report", card.indicator.id)[0] is card


def test_what_the_page_has_not_is_shown_nowhere(window: MainWindow) -> None:
    page = window.content.page
    hits = [Hit(page.section.id, kind, "nothing") for kind in ("figure", "chart", "source")]
    assert [place_of(page, hit, None) for hit in hits] == [None] * 3
