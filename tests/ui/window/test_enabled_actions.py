"""Actions that have nothing to act on are greyed."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cqviewer.model.facts import Sheet
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow

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


def test_walking_through_hits_needs_hits(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    window.store.look(search="690000")
    assert {*WALKS} < enabled(window)
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.search.position == 1
    window.store.look(search="nothing of the kind")
    assert enabled(window).isdisjoint(WALKS)
    window.store.look(search="690000")
    window.search.clear()
    assert enabled(window).isdisjoint(WALKS)


def can(window: MainWindow, name: str) -> bool:
    return window.actions_by_name[name].isEnabled()


def is_on(window: MainWindow, name: str) -> bool:
    return window.actions_by_name[name].isChecked()


def test_a_sheet_without_charts_offers_none_of_what_is_done_with_charts(
    open_window: OpenWindow, sheet: Sheet
) -> None:
    of_charts = ("present_chart", "chart_copy", "chart_save", "chart_table")
    window = open_window()
    assert all(can(window, name) for name in of_charts)
    bare = tuple(msgspec.structs.replace(one, charts=()) for one in sheet.sections)
    window.store.open(msgspec.structs.replace(sheet, sections=bare))
    assert not any(can(window, name) for name in of_charts)


def test_no_chart_becomes_a_table_where_all_figures_are_one(open_window: OpenWindow) -> None:
    window = open_window()
    window.actions_by_name["table"].trigger()
    assert is_on(window, "table")
    assert not can(window, "chart_table"), "no chart is to be seen"
    assert can(window, "chart_copy")
    window.actions_by_name["table"].trigger()
    assert can(window, "chart_table")
    window.actions_by_name["chart_table"].trigger()
    assert is_on(window, "chart_table")


def test_going_back_needs_a_place_that_was_left(open_window: OpenWindow) -> None:
    window = open_window()
    assert not can(window, "back")
    window.actions_by_name["next_tab"].trigger()
    assert (can(window, "back"), can(window, "forward")) == (True, False)
    window.actions_by_name["back"].trigger()
    assert (can(window, "back"), can(window, "forward")) == (False, True)


def test_what_is_on_is_checked(open_window: OpenWindow) -> None:
    window = open_window(theme="light")
    assert is_on(window, "theme_light")
    assert is_on(window, "panel")
    window.actions_by_name["panel"].trigger()
    assert not is_on(window, "panel")
    window.store.look(theme="dark", source="text")
    assert (is_on(window, "theme_dark"), is_on(window, "theme_light")) == (True, False)
    assert not is_on(window, "show_in_source"), "the panel is not to be seen"
    window.actions_by_name["panel"].trigger()
    assert is_on(window, "show_in_source")


def test_changes_need_an_earlier_edition(open_window: OpenWindow) -> None:
    window = open_window()
    assert not can(window, "changes")
    assert not window.toolbar.changes.isVisible()
