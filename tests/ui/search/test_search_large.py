"""Searching in a sheet of thousands of figures, whose index is made in the background."""

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.search.search import MANY
from cqviewer.ui.search.search_empty import EmptySearch
from tests.ui.conftest import OpenWindow, until_idle


@pytest.fixture(scope="module")
def large_sheet(sheet: Sheet) -> Sheet:
    """Return a sheet whose index takes so long that the window does not wait for it."""
    one = sheet.indicators["industry"]
    assert MANY < 500
    more = {
        f"more_{number}": msgspec.structs.replace(one, id=f"more_{number}", name=f"More {number}")
        for number in range(500)
    }
    return msgspec.structs.replace(sheet, indicators={**sheet.indicators, **more})


def test_the_window_goes_on_while_a_large_sheet_is_read_into_the_index(
    open_window: OpenWindow, qtbot: QtBot, large_sheet: Sheet
) -> None:
    window = open_window(large_sheet)
    window.toolbar.field.setText("more 321")
    assert window.search.is_indexing
    assert window.toolbar.count.text() == "Searching …"
    assert window.content.findChildren(EmptySearch) == []
    with qtbot.waitSignal(window.search.changed):
        pass
    assert window.toolbar.count.text() == "1 of 1"
    assert window.store.view.selected == "more_321"
    window.toolbar.field.setText("more 32")
    assert len(window.search.hits) == 11  # at once, by the same index


def test_a_large_sheet_is_found_in_anew_when_it_is_saved(
    open_window: OpenWindow, qtbot: QtBot, large_sheet: Sheet
) -> None:
    window = open_window(large_sheet)
    window.toolbar.field.setText("more 42")
    qtbot.waitUntil(lambda: bool(window.search.hits))
    window.search.go_next()
    before = window.search.current
    window.store.select("retail")
    one = msgspec.structs.replace(large_sheet.indicators["more_425"], name="Other")
    indicators = {**large_sheet.indicators, "more_425": one}
    window.store.open(msgspec.structs.replace(large_sheet, indicators=indicators))
    window.store.open(msgspec.structs.replace(large_sheet, indicators=indicators))
    assert window.search.is_indexing
    qtbot.waitUntil(lambda: bool(window.search.hits))
    assert "more_425" not in [hit.key for hit in window.search.hits]
    assert window.store.view.selected == "retail"
    assert window.search.current == before


def test_clearing_while_a_large_sheet_is_read_finds_nothing_later(
    open_window: OpenWindow, qtbot: QtBot, large_sheet: Sheet
) -> None:
    window = open_window(large_sheet)
    window.toolbar.field.setText("more 42")
    window.search.clear()
    assert not window.search.is_indexing
    heard: list[bool] = []
    window.search.changed.connect(lambda: heard.append(True))
    until_idle(qtbot)
    assert heard == []
    assert window.store.view.selected is None
