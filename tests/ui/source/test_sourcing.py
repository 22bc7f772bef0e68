"""Showing a figure in its source: its places, its inputs, and what is said where it lacks."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder
from cqviewer.ui.source import words
from cqviewer.ui.source.seen import Seen
from cqviewer.ui.source.source_view import SourceView
from cqviewer.ui.source.sourcing import Sourcing
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import (
    OpenWindow,
    accessible,
    bring_to_front,
    focused,
    name_of,
    settle,
    texts_in,
)
from tests.ui.source.conftest import Evidence, rest, view_of

Show = Callable[..., MainWindow]


def seen(window: MainWindow) -> Seen:
    sourcing = window.findChild(Sourcing)
    assert sourcing is not None
    return sourcing.seen


def where(window: MainWindow) -> str:
    return words.where(seen(window), window.store)


def test_ctrl_u_shows_the_selected_figure_in_its_source_and_takes_that_back(
    write_sheet: Evidence, open_in_front: OpenWindow, qtbot: QtBot, said: list[str]
) -> None:
    path = write_sheet()
    window = open_in_front(load_sheet(path), path, selected="jobs")
    assert window.content.panel.findChild(SourceView) is None  # it is built when it is seen
    QTest.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot)
    assert window.content.panel.width() == 540
    assert view_of(window).text.isVisible()
    assert where(window) == "Place 1 of 2, paragraph 4 as cited"
    assert said[-1].startswith("Place 1 of 2, paragraph 4 as cited")
    assert "registered 1,200, this figure new jobs" in said[-1]
    assert window.actions_by_name["show_in_source"].isChecked()
    QTest.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert window.content.panel.width() == 300
    assert not view_of(window).isVisible()


def test_alt_and_arrows_go_round_the_places(show: Show, qtbot: QtBot, said: list[str]) -> None:
    window = show()
    bring_to_front(window, qtbot)
    found = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        found.append((where(window), seen(window).part_at))
    second = ("Place 2 of 2, paragraph 6", 5)
    assert found == [second, ("Place 1 of 2, paragraph 4 as cited", 3), second]
    assert said[-1].startswith("Place 2 of 2, paragraph 6")


def test_the_place_follows_the_selection(show: Show, qtbot: QtBot) -> None:
    window = show()
    window.store.select("calls")
    settle()
    assert where(window) == "paragraph 5 as cited"
    before = window.store.sheet.indicators["calls"].observations[0].period
    window.store.select("calls", before)
    rest(qtbot)
    place, part = seen(window).place, seen(window).part
    assert place is not None
    assert part is not None
    assert part.text[place.start : place.end] == "355"


def test_a_figure_that_is_worked_out_steps_through_its_inputs(show: Show) -> None:
    window = show(selected="per_job")
    assert where(window) == "Input 1 of 2, paragraph 5 as cited"
    assert words.title(seen(window), window.store) == "Port calls: 402"
    window.actions_by_name["next_place"].trigger()
    assert where(window) == "Input 2 of 2, paragraph 4 as cited"
    window.store.select("jobs_a_month")
    assert words.title(seen(window), window.store) == "New jobs: 1,200"
    assert seen(window).is_input


GOALS = """
goals:
  year: 2025
  announced: 2
  named:
    - {id: low, name: Low unemployment, source: report par. 3}
    - {id: lost, name: Goal of a lost page, source: report par. 99}
"""


def test_a_goal_leads_to_the_paragraph_that_it_cites(
    write_sheet: Evidence, open_in_front: OpenWindow, qtbot: QtBot, said: list[str]
) -> None:
    path = write_sheet()
    path.write_text(path.read_text("utf-8") + GOALS, "utf-8")
    window = open_in_front(load_sheet(path), path, selected="low")
    assert "Show in the source" in texts_in(window.content.panel)
    QTest.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot)
    assert words.title(seen(window), window.store) == "Low unemployment"
    assert where(window) == "paragraph 3"
    assert said[-1] == "paragraph 3. Unemployment stayed low."
    assert not words.lacking(seen(window), window.store)
    window.store.select("lost")
    rest(qtbot)
    assert seen(window).part is None
    assert "The source has no such place: Paragraph 99." in texts_in(view_of(window))


def test_a_number_that_is_written_otherwise_is_said_as_it_stands(show: Show) -> None:
    window = show(selected="quay")
    assert words.as_written(seen(window), window.store) == "as written: 0.69 million"
    assert "as written: 0.69 million" in texts_in(view_of(window))
    window.store.select("jobs")
    assert words.as_written(seen(window), window.store) == ""


def test_a_number_that_the_cited_place_lacks_is_said_with_what_is_near(show: Show) -> None:
    window = show(selected="wrong")
    sentence = "Paragraph 5 does not hold 411. Near it: 402, 355."
    assert words.lacking(seen(window), window.store) == sentence
    assert sentence in texts_in(view_of(window))
    assert seen(window).part_at == 4
    window.store.select("jobs")
    assert sentence not in texts_in(view_of(window))


@pytest.mark.parametrize(
    ("name", "figure", "wanted"),
    [
        ("report.txt", "people", "The text of this source is not beside the sheet"),
        ("missing.csv", "jobs", "The evidence of this source cannot be read"),
    ],
)
def test_where_there_is_no_text_the_panel_says_so(
    show: Show, name: str, figure: str, wanted: str
) -> None:
    window = show(name, selected=figure)
    view = view_of(window)
    assert view.stack.currentWidget() is view.message
    assert wanted in texts_in(view)
    assert view.message.link.isVisible() == (figure == "people")
    assert not view.take_focus()


def test_a_text_that_changed_is_read_anew_with_the_sheet(show: Show, qtbot: QtBot) -> None:
    window = show()
    assert window.path is not None
    text = "None.\n\nNone.\n\nNone.\n\nThere were 1,200 jobs."
    (window.path.parent / "report.txt").write_text(text, "utf-8")
    window.actions_by_name["reload"].trigger()
    rest(qtbot)
    assert where(window) == "paragraph 4 as cited"


def test_the_panel_s_link_and_ctrl_i_lead_into_the_source(show: Show, qtbot: QtBot) -> None:
    window = show(source="")
    assert "Show in the source" in texts_in(window.content.panel)
    window.store.select("people")
    settle()
    assert "Show in the source" not in texts_in(window.content.panel)
    window.store.select("jobs")
    bring_to_front(window, qtbot)
    window.actions_by_name["show_in_source"].trigger()
    rest(qtbot)
    window.actions_by_name["show_source"].trigger()
    assert view_of(window).text.hasFocus()


def test_the_keyboard_goes_from_a_hidden_link_to_what_is_shown_and_back(
    show: Show, qtbot: QtBot
) -> None:
    window = show(source="")
    bring_to_front(window, qtbot)
    window.content.enter_panel()
    assert focused().accessibleName() == "Show in the source"
    window.actions_by_name["show_in_source"].trigger()
    rest(qtbot)
    assert focused().accessibleName() == "Text"
    window.actions_by_name["show_in_source"].trigger()
    rest(qtbot)
    assert focused().accessibleName() == "Show in the source"


def test_facts_stand_right_below_their_tab_in_the_wide_panel(show: Show, qtbot: QtBot) -> None:
    window = show(source="facts")
    panel, view = window.content.panel, view_of(window)
    assert panel.width() == 540
    assert view.height() <= view.tabs.height() + 8
    assert "Stated in the source" in texts_in(panel)
    view.tabs.picked.emit("text")
    rest(qtbot)
    assert "Stated in the source" not in texts_in(panel)
    assert view.text.height() > 200


def test_a_low_panel_scrolls_to_the_text_when_the_reader_steps(show: Show, qtbot: QtBot) -> None:
    window = show(zoom=2.5)
    window.resize(760, 560)
    window.content.open_panel()
    rest(qtbot)
    view = view_of(window)
    assert window.content.panel.width() == round(0.8 * 760)
    assert view.tabs.choice.isVisible()
    window.actions_by_name["next_place"].trigger()
    settle()
    assert view.verticalScrollBar().value() > 0
    hide = next(one for one in accessible(view) if name_of(one) == "Hide the Source panel")
    assert view.tabs.rect().contains(view.tabs.mapFromGlobal(hide.rect().center()))
    seen_of_it = view.stack.visibleRegion().boundingRect()
    assert seen_of_it.height() == view.stack.height() > 0.9 * view.viewport().height()


def test_a_high_panel_has_its_button_in_its_head(show: Show, qtbot: QtBot) -> None:
    window = show(zoom=2.5)
    window.resize(760, 560)
    window.content.open_panel()
    rest(qtbot)
    window.resize(1180, 1200)
    rest(qtbot)
    panel = window.content.panel
    hide = next(one for one in accessible(panel) if name_of(one) == "Hide the Source panel")
    assert hide.rect().top() < view_of(window).mapToGlobal(QPoint(0, 0)).y()
    hide.object().click()  # type: ignore[attr-defined]
    assert not window.content.is_panel_open


@pytest.mark.parametrize("name", ["report.txt", "report.pdf"])
def test_evidence_that_is_replaced_is_shown_anew(show: Show, qtbot: QtBot, name: str) -> None:
    tab = "page" if name.endswith("pdf") else "text"
    cited = "report p. 1" if tab == "page" else "report par. 4"
    window = show(name, cited, cited, source=tab)
    before = seen(window).document
    assert window.path is not None
    path = window.path.parent / name
    new = "There were 1,200 jobs, then 1,200, and at last 1,200."
    data = typst.compile(new.encode()) if tab == "page" else f"A.\nB.\nC.\n{new}".encode()
    aside = path.with_suffix(".new")
    aside.write_bytes(data)
    aside.replace(path)
    qtbot.waitUntil(lambda: seen(window).document is not before)
    rest(qtbot)
    assert where(window).startswith("Place 1 of 3, pa")
    page = view_of(window).page
    if tab == "page":
        qtbot.waitUntil(lambda: page.is_drawn)


def test_evidence_that_is_gone_is_said_and_comes_back(show: Show, qtbot: QtBot) -> None:
    window = show()
    assert window.path is not None
    path = window.path.parent / "report.txt"
    text, view = path.read_text("utf-8"), view_of(window)
    path.unlink()
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.message)
    assert "The evidence of this source cannot be read" in texts_in(view)
    path.write_text(text, "utf-8")
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.text)
    assert where(window) == "Place 1 of 2, paragraph 4 as cited"


@pytest.mark.parametrize("encoding", ["gbk", "latin-1"])
def test_a_text_that_is_not_utf_8_is_said_to_be_none(
    show: Show, qtbot: QtBot, encoding: str
) -> None:
    window = show()
    assert window.path is not None
    written = "新增就业1,200个" if encoding == "gbk" else "Café: 1,200 créés"
    (window.path.parent / "report.txt").write_bytes(written.encode(encoding))
    view = view_of(window)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.message)
    assert any("report.txt cannot be read: it is no UTF-8 text." in one for one in texts_in(view))


def test_evidence_outside_the_folder_of_the_sheet_is_not_read(
    show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    window = show()
    assert window.path is not None
    inside = window.path.parent / "report.txt"
    inside.replace(tmp_path / "other.txt")
    inside.symlink_to(tmp_path / "other.txt")
    window.actions_by_name["reload"].trigger()
    rest(qtbot)
    view = view_of(window)
    assert view.stack.currentWidget() is view.message
    assert any("does not lie in the sheet" in one for one in texts_in(view))


def test_a_hit_of_the_search_is_shown_in_its_source(
    write_sheet: Evidence, open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    path = write_sheet()
    window = open_in_front(load_sheet(path), path)
    window.actions_by_name["find"].trigger()
    field = window.toolbar.field
    QTest.keyClicks(field, "Quay")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot)
    assert window.store.view.selected == "quay"
    assert field.text() == "Quay"
    assert where(window) == "paragraph 7"


def test_of_what_is_worked_out_from_nothing_no_number_is_missed(
    sheet: Sheet, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = data_folder() / "examples" / "springfield-report.txt"
    monkeypatch.setenv("CQVIEWER_EVIDENCE", str(article))
    worker().stop()  # the next one has that in its environment
    window = open_window(sheet, selected="goals.named", source="text")
    rest(qtbot)
    said = texts_in(view_of(window))
    assert "The number was worked out; the source need not hold it." in said
    window.store.select("stability_rate")
    rest(qtbot)
    assert "This figure cites no source." in texts_in(view_of(window))
    worker().stop()


def test_a_presentation_is_not_disturbed(show: Show, qtbot: QtBot) -> None:
    window = show()
    bring_to_front(window, qtbot)
    window.actions_by_name["present"].trigger()
    settle()
    shown = QApplication.activeWindow()
    assert shown is not None
    QTest.keyClick(shown, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    rest(qtbot)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    settle()
    assert window.isVisible()
    assert view_of(window).text.isVisible()


@pytest.mark.parametrize("tab", ["text", "page", "unused"])
def test_in_large_type_all_of_it_lies_within_the_panel(show: Show, qtbot: QtBot, tab: str) -> None:
    window = show("report.pdf", "report p. 1", "report p. 1", source=tab, zoom=2.5)
    window.resize(760, 560)
    window.content.open_panel()
    rest(qtbot)
    view = view_of(window)
    room = view.viewport().mapToGlobal(QPoint(view.viewport().width(), 0)).x()
    body = view.widget()
    assert body is not None
    assert body.width() <= view.viewport().width()
    assert all(node.rect().right() <= room for node in accessible(view) if name_of(node))
