"""What the widened panel says around the source: its line, its foot, and why there is none."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QMessageBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front, settle, texts_in
from tests.ui.source.conftest import Evidence, rest, view_of

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
Show = Callable[..., MainWindow]


def offered(window: MainWindow) -> list[str]:
    """Return the buttons of the view that are to be seen, but those of the choice and the steps."""
    view = view_of(window)
    every = (*view.findChildren(QPushButton), *view.findChildren(QToolButton))
    shown = [one for one in every if one.isVisible() and not view.tabs.isAncestorOf(one)]
    return [one.text() for one in shown if one.text()]


def test_a_source_that_is_not_beside_the_sheet_is_said_with_its_place_and_address(
    show: Show, qtbot: QtBot
) -> None:
    window = show(selected="people")
    view = view_of(window)
    assert view.stack.currentWidget() is view.message
    said = texts_in(view.message)
    assert said[0] == "The text of this source is not beside the sheet"
    assert said[1].startswith("The citation is: Census")
    assert offered(window) == ["Open the source"]
    view.message.link.click()
    (question,) = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    assert question.informativeText() == "https://springfield.example/census"
    question.reject()
    window.store.select("jobs")
    rest(qtbot)
    assert view.stack.currentWidget() is view.text, "what has its text shows it"


def test_a_file_that_is_gone_is_said_and_comes_back(
    write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot
) -> None:
    path = write_sheet()
    sheet, evidence = load_sheet(path), path.with_name("report.txt")
    kept = evidence.read_bytes()
    evidence.unlink()
    window = open_window(sheet, path, selected="jobs", source="text")
    rest(qtbot)
    said = texts_in(view_of(window).message)
    assert said[0] == "The evidence of this source cannot be read"
    assert said[1].startswith("report.txt cannot be read: "), "the file's name as it is"
    evidence.write_bytes(kept)
    qtbot.waitUntil(lambda: view_of(window).stack.currentWidget() is view_of(window).text)


def test_until_it_is_read_the_view_says_so(
    write_sheet: Evidence, open_window: OpenWindow, qtbot: QtBot
) -> None:
    path = write_sheet()
    window = open_window(load_sheet(path), path, selected="jobs", source="text")
    assert texts_in(view_of(window).message) == ["Reading the source …"]
    rest(qtbot)
    assert view_of(window).stack.currentWidget() is view_of(window).text


def test_the_facts_leave_the_view_its_choice_alone(show: Show, qtbot: QtBot) -> None:
    window = show()
    view = view_of(window)
    whole = view.height()
    window.store.look(source="facts")
    rest(qtbot)
    assert not view.stack.isVisible()
    assert view.height() < 60 < whole
    assert offered(window) == []
    window.store.look(source="text")
    rest(qtbot)
    assert view.stack.isVisible()
    assert view.height() == whole


def test_the_foot_opens_the_file_and_says_what_the_marks_mean(show: Show, qtbot: QtBot) -> None:
    window = show()
    assert offered(window) == ["Open the file"]
    assert "Boxed: the figure selected. Underlined: other figures." in texts_in(view_of(window))
    window.store.look(source="unused")
    rest(qtbot)
    assert offered(window) == ["Set all aside"]
    said = texts_in(view_of(window))
    assert "Numbers in the source that no figure uses" in said
    assert any(one.startswith("‘Make a figure’ opens the form") for one in said)


def test_place_and_figure_stand_below_one_another_where_there_is_little_room(
    show: Show, qtbot: QtBot
) -> None:
    window = show(source_width=900)
    window.resize(1700, 800)
    rest(qtbot)
    view = view_of(window)

    def tops() -> list[int]:
        blocks = {one.text(): one for one in view.findChildren(TextBlock)}
        title = next(one for text, one in blocks.items() if text.startswith("New jobs"))
        where = next(one for text, one in blocks.items() if text.startswith("Place 1"))
        return [one.mapTo(view, one.rect().topLeft()).y() for one in (title, where)]

    assert tops()[0] == tops()[1]
    window.store.look(source_width=300)
    rest(qtbot)
    assert tops()[0] < tops()[1]


def test_a_page_can_be_shown_as_large_as_on_paper_or_whole(show: Show, qtbot: QtBot) -> None:
    window = show("report.pdf", "report p. 1", "report p. 1", source="page")
    view = view_of(window)
    qtbot.waitUntil(lambda: view.page.is_drawn)
    (choice,) = [
        one
        for one in view.findChildren(QComboBox)
        if one.isVisible() and one is not view.tabs.choice
    ]
    assert choice.accessibleName() == "Size of the page"
    wide = view.page.paper.box.width()
    sizes = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(choice, key)
        rest(qtbot)
        sizes.append(view.page.paper.box.size().toSize())
    whole, actual = sizes
    assert whole.height() <= view.page.viewport().height()
    assert whole.width() < wide
    assert abs(actual.width() - 595 * 96 / 72) <= 1, "A4 at 96 dots an inch"


def test_the_keyboard_comes_to_what_shows_the_source(show: Show, qtbot: QtBot) -> None:
    window = show()
    bring_to_front(window, qtbot)
    assert view_of(window).take_focus()
    assert view_of(window).text.hasFocus()
    window.store.select("people")
    rest(qtbot)
    assert not view_of(window).take_focus(), "there is nothing to read"


def test_a_low_panel_scrolls_to_the_source_when_the_reader_steps(show: Show, qtbot: QtBot) -> None:
    window = show(zoom=2.0)
    window.resize(760, 560)
    window.content.open_panel()
    rest(qtbot)
    view = view_of(window)
    window.actions_by_name["next_place"].trigger()
    settle()
    top = view.stack.mapTo(view, view.stack.rect().topLeft()).y()
    assert top < view.viewport().height() // 2
