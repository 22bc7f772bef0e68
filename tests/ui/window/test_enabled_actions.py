"""Actions that have nothing to act on are greyed."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front

COPIES = ("copy", "copy_apa", "copy_bibtex")
WALKS = ("find_next", "find_previous")


def enabled(window: MainWindow) -> set[str]:
    """Return which of the actions of the Edit menu can be done."""
    names = (*COPIES, "open_source", *WALKS, "find", "deselect")
    return {name for name in names if window.actions_by_name[name].isEnabled()}


def test_citing_needs_a_selection(open_window: OpenWindow) -> None:
    window = open_window()
    always = {"find", "deselect"}
    assert enabled(window) == always
    window.store.select("retail")
    assert enabled(window) == {*always, *COPIES, "open_source"}
    window.store.select("consumption")  # a goal
    assert enabled(window) == {*always, *COPIES, "open_source"}
    window.store.select(None)
    assert enabled(window) == always


def test_opening_the_source_needs_an_address(open_window: OpenWindow, sheet: Sheet) -> None:
    source = msgspec.structs.replace(sheet.sources["report"], url=None)
    window = open_window(selected="retail")
    assert "open_source" in enabled(window)
    window.store.open(msgspec.structs.replace(sheet, sources={"report": source}))
    assert enabled(window).isdisjoint({"open_source"})
    assert {*COPIES} < enabled(window)


def test_walking_through_hits_needs_hits(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    bring_to_front(window, qtbot)
    window.store.look(search="690000")
    assert {*WALKS} < enabled(window)
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.search.position == 1
    window.store.look(search="nothing of the kind")
    assert enabled(window).isdisjoint(WALKS)
    window.store.look(search="690000")
    window.search.clear()
    assert enabled(window).isdisjoint(WALKS)
