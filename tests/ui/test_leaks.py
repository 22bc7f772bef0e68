"""Using the window for long costs no memory, and leaves no part of earlier pages behind."""

import gc
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.state.store import Store
from cqviewer.ui.window.content_area import MOST_PAGES
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle

MOST_GROWTH = 10_000  # kB
STATUS = Path("/proc/self/status")


def memory() -> int:
    """Return the memory that this process holds, in kB."""
    lines = STATUS.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def clean_up() -> None:
    """Have Qt delete what is due, and Python collect."""
    settle()
    gc.collect()


def widgets(window: MainWindow) -> int:
    """Count all widgets of a window, menus included."""
    return len(window.findChildren(QWidget))


def menus() -> int:
    """Count the menus that Python knows, also those that Qt has deleted."""
    return sum(isinstance(one, QMenu) for one in gc.get_objects())


def drawn(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the charts on screen are drawn."""
    charts = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in charts))


def test_rebuilding_leaves_no_widget_behind(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    drawn(window, qtbot)
    counts = []
    for theme in ("dark", "light", "dark", "light"):
        window.store.look(theme=theme)
        drawn(window, qtbot)
        clean_up()
        counts.append((widgets(window), len(window.actions()), menus()))
    assert len(set(counts[1:])) == 1


def test_a_closed_window_takes_all_its_parts_along(store: Store) -> None:
    clean_up()
    before = len(QApplication.allWidgets())
    for _ in range(3):
        window = MainWindow(Store(store.sheet))
        window.show()
        clean_up()
        window.close()
        window.deleteLater()
    del window
    clean_up()
    assert len(QApplication.allWidgets()) == before


def test_of_very_many_pages_only_some_are_kept(
    open_window: OpenWindow, qtbot: QtBot, sheet: Sheet
) -> None:
    first = sheet.sections[0]
    sections = tuple(msgspec.structs.replace(first, id=f"part_{at}") for at in range(60))
    window = open_window(msgspec.structs.replace(sheet, sections=sections))
    window.store.look(search="7.6")  # a mark on a page that is given up
    window.prepare()
    beside = 1 + MOST_PAGES // 4
    qtbot.waitUntil(lambda: len(window.findChildren(SectionPage)) == beside)
    settle()
    assert len(window.findChildren(SectionPage)) == beside
    for section in [*sections, *reversed(sections[:3])]:
        window.store.look(section=section.id)
        clean_up()
        assert window.content.page.isVisible()
        assert len(window.findChildren(SectionPage)) <= MOST_PAGES
    window.search.go_next()
    window.search.clear()
    drawn(window, qtbot)


def growth(use: Callable[[int], None], first: int, then: int) -> int:
    """Return by how much the memory grows while something is used, after it was used first."""
    use(first)
    before = memory()
    use(then)
    return memory() - before


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells the memory so")
def test_a_thousand_changes_of_the_tab_keep_the_memory(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    for section in window.store.sheet.sections:
        window.store.look(section=section.id)
        drawn(window, qtbot)

    def use(times: int) -> None:
        for at in range(times):
            window.actions_by_name["next_tab"].trigger()
            if at % 100 == 0:
                clean_up()
        drawn(window, qtbot)
        clean_up()

    assert growth(use, 200, 1000) < MOST_GROWTH


@pytest.mark.skipif(not STATUS.exists(), reason="only Linux tells the memory so")
def test_rebuilding_keeps_the_memory(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()

    def rebuild(times: int) -> None:
        for at in range(times):
            window.store.open(window.store.sheet)
            if at % 5 == 0:
                drawn(window, qtbot)
        drawn(window, qtbot)
        clean_up()

    assert growth(rebuild, 20, 50) < MOST_GROWTH
