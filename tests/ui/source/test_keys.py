"""The keys of the source: what is said when they are pressed, and where the keyboard goes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front, focused
from tests.ui.source.conftest import Evidence, rest, view_of

Show = Callable[..., MainWindow]


def test_ctrl_u_says_when_the_source_is_no_more_shown_and_why_there_is_none(
    write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot, said: list[str]
) -> None:
    path = write_sheet()
    (path.parent / "report.txt").unlink()
    window = open_window(load_sheet(path), path, selected="jobs")
    show = window.actions_by_name["show_in_source"]
    show.trigger()
    rest(qtbot)
    assert len(said) == 1
    assert said[0].startswith("The evidence of this source cannot be read: ")
    show.trigger()
    assert said[1:] == ["The source is no longer shown"]
    show.trigger()
    rest(qtbot)
    assert said[2:] == said[:1]


def test_the_keys_of_places_say_once_what_they_show_at_first(
    write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot, said: list[str]
) -> None:
    path = write_sheet()
    window = open_window(load_sheet(path), path, selected="jobs")
    window.actions_by_name["next_place"].trigger()
    rest(qtbot)
    window.actions_by_name["show_in_source"].trigger()
    window.actions_by_name["next_place"].trigger()
    rest(qtbot)
    place, _closed, again = said
    assert place == again
    assert place.startswith("Place 1 of 2")


def test_esc_leads_from_the_panel_to_the_page_and_leaves_what_is_selected(
    show: Show, qtbot: QtBot
) -> None:
    window = show()
    bring_to_front(window, qtbot)
    view_of(window).tabs.setFocus()
    assert window.content.panel.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is window.content.page
    assert window.store.view.selected == "jobs"


def test_a_key_leads_to_the_numbers_in_no_figure_once_they_are_read_and_says_how_many(
    write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot, said: list[str]
) -> None:
    path = write_sheet()
    window = open_window(load_sheet(path), path)
    bring_to_front(window, qtbot)
    window.content.page.setFocus()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot)
    assert focused() is view_of(window).unused
    assert len(said) == 1
    assert "numbers in the source" in said[0]
    window.content.page.setFocus()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert focused() is view_of(window).unused
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is window.content.page
