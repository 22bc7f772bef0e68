"""Thousands of cards in one section: only those near what is seen exist, and all can be reached."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.ui.page.long_card_grid import LongCardGrid
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front, focused, settle

FIGURES = 3000
FEW = 150  # cards of some views, with room for other fonts


@pytest.fixture(scope="session")
def long_sheet(sheet: Sheet) -> Sheet:
    """Give a sheet whose first section shows thousands of figures."""
    one = sheet.indicators["industry"]
    more = {
        f"more_{number}": msgspec.structs.replace(one, id=f"more_{number}", name=f"More {number}")
        for number in range(FIGURES)
    }
    first, *others = sheet.sections
    figures = tuple(KeyFigure(indicator=name) for name in more)
    return msgspec.structs.replace(
        sheet,
        indicators={**sheet.indicators, **more},
        sections=(msgspec.structs.replace(first, figures=figures), *others),
    )


@pytest.fixture
def window(open_window: OpenWindow, long_sheet: Sheet) -> MainWindow:
    """Give a window over the long sheet."""
    return open_window(long_sheet)


def shown(page: SectionPage) -> set[str]:
    """Give the indicators of the cards that can be seen, each in its own place."""
    found = {
        one.indicator.id
        for one in page.cards
        if one.isVisible() and not one.visibleRegion().isEmpty()
    }
    places = {(one.x(), one.y()) for one in page.cards}
    assert len(places) == len(page.cards)
    return found


def numbers(names: set[str]) -> list[int]:
    """Give the numbers of indicators of the long section, upwards."""
    return sorted(int(name.removeprefix("more_")) for name in names)


def test_only_cards_near_what_is_seen_are_made(window: MainWindow) -> None:
    page = window.stage.page
    assert len(page.cards) < FEW
    assert numbers(shown(page))[0] == 0
    bar = page.verticalScrollBar()
    for share in (0.2, 0.4, 0.6):
        bar.setValue(round(bar.maximum() * share))
        assert len(page.cards) < FEW
        seen = numbers(shown(page))
        assert seen == list(range(seen[0], seen[-1] + 1))  # no gap
        assert abs(seen[0] / FIGURES - share) < 0.05


def test_a_figure_far_down_is_found(window: MainWindow, qtbot: QtBot) -> None:
    window.store.look(search="More 2718")  # read into the index in the other process, so large
    qtbot.waitUntil(lambda: window.store.view.selected == "more_2718", timeout=30_000)
    qtbot.waitUntil(lambda: "more_2718" in shown(window.stage.page))


def test_arrow_keys_go_on_where_no_card_was(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot)
    page = window.stage.page
    page.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    columns = page.grid.columns(page.grid.width()) if page.grid else 0
    assert window.store.view.selected == f"more_{60 * columns}"
    assert window.store.view.selected in shown(page)


def test_a_selected_card_and_its_mark_outlast_scrolling(window: MainWindow) -> None:
    page = window.stage.page
    window.store.look(search="More 7")
    window.store.select("more_9")  # another than the one that is marked
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert "more_9" in [one.indicator.id for one in page.cards]
    window.search.go_next()
    window.search.clear()
    assert numbers(shown(page)) or bar.value() > 0


def test_rows_have_room_for_strips_though_the_longest_label_belongs_to_a_count(
    long_sheet: Sheet, look: Look, qtbot: QtBot
) -> None:
    count = KeyFigure(indicator="goals.announced", label="Priorities of the year " * 3)
    grid = LongCardGrid([count, *long_sheet.sections[0].figures], Store(long_sheet), look)
    qtbot.addWidget(grid)
    grid.resize(832, grid.heightForWidth(832))
    grid.show()
    tops = sorted({one.y() for one in grid.cards})
    assert tops[1] - tops[0] > max(one.height() for one in grid.cards if one.y() == 0)
