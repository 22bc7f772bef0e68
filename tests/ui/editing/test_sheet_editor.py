"""Editing a sheet in its window: what is written, what is refused, and the way back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder
from cqviewer.ui.editing import changes
from cqviewer.ui.editing.sheet_editor import SheetEditor
from cqviewer.ui.output.saving import Target
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import OpenWindow, bring_to_front, settle, until_idle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
SECTIONS = (
    "sections: [{id: one, title: One, lead: '{jobs} of them', figures: [jobs]},"
    " {id: two, title: Two}]\n"
)
TEXT = sheet_text(f"jobs: {figure(value=12)} # said\nmore: {figure(value=3)}", rest=SECTIONS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a sheet of the reader's own."""
    path = tmp_path / "sheet.yaml"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def window(path: Path, open_window: OpenWindow) -> MainWindow:
    """Return a window over it in which a figure is selected."""
    return open_window(load_sheet(path), path, selected="jobs")


@pytest.fixture
def editor(window: MainWindow, qtbot: QtBot) -> SheetEditor:
    """Return the editor that F2 opens at that figure."""
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    found = window.findChild(SheetEditor)
    assert isinstance(found, SheetEditor)
    return found


def rest(qtbot: QtBot) -> None:
    """Wait until what was asked of the worker is done, and what follows from it."""
    for _ in range(3):
        settle()
        until_idle(qtbot)


def line(editor: SheetEditor, name: str) -> QLineEdit:
    return next(one for one in editor.form.lines if one.accessibleName() == name)


def write(qtbot: QtBot, editor: SheetEditor, name: str, text: str) -> None:
    """Write into a field and leave it, as Enter does."""
    field = line(editor, name)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    rest(qtbot)


def test_f2_shows_the_fields_of_the_selected_figure(editor: SheetEditor) -> None:
    assert editor.part is not None
    assert editor.part.path == ("indicators", "jobs")
    said = {one.accessibleName(): one.text() for one in editor.form.lines}
    assert said["Value"] == "12"
    assert said["Source"] == "report par. 1"
    assert said["Remark"] == ""


def test_tab_goes_from_the_parts_through_the_fields_to_the_buttons(editor: SheetEditor) -> None:
    lines = editor.form.lines
    assert len(lines) > 3
    assert editor.focusWidget() is lines[0]
    editor.tree.setFocus()
    for one in lines:
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
        assert editor.focusWidget() is one
    QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(editor.focusWidget(), QPushButton)


def test_a_field_that_is_left_is_written_and_the_page_follows(
    editor: SheetEditor, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    write(qtbot, editor, "Value", "13")
    assert path.read_text("utf-8") == TEXT.replace("value: 12", "value: 13")
    assert str(window.store.sheet.indicators["jobs"].latest.value) == "13"
    assert editor.message.text == "Saved. Value"
    write(qtbot, editor, "Remark", "As counted: twice")
    assert 'note: "As counted: twice"' in path.read_text("utf-8")
    write(qtbot, editor, "Remark", "")
    assert path.read_text("utf-8") == TEXT.replace("value: 12", "value: 13")


def test_what_is_not_valid_is_not_written_says_why_and_offers_the_certain_text(
    editor: SheetEditor, path: Path, qtbot: QtBot
) -> None:
    write(qtbot, editor, "Period", "Nov 2024")
    assert path.read_text("utf-8") == TEXT
    assert line(editor, "Period").text() == "Nov 2024"
    assert editor.message.text == ("Not saved yet: 'Nov 2024' is no period.")
    (fix,) = editor.message.links
    assert fix.text() == "Fix: write 2024-11"
    QTest.keyClick(fix, Qt.Key.Key_Space)
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT.replace("period: 2024", "period: 2024-11", 1)
    assert line(editor, "Period").text() == "2024-11"


def test_escape_takes_back_what_is_not_saved_and_then_closes(
    editor: SheetEditor, path: Path, qtbot: QtBot
) -> None:
    write(qtbot, editor, "Value", "many")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert line(editor, "Value").text() == "12"
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert path.read_text("utf-8") == TEXT


def test_ctrl_z_in_a_field_undoes_what_was_typed_and_then_what_was_saved(
    editor: SheetEditor, path: Path, qtbot: QtBot
) -> None:
    bring_to_front(editor, qtbot)
    write(qtbot, editor, "Value", "13")
    assert path.read_text("utf-8") != TEXT
    field = line(editor, "Value")
    field.setFocus()
    QTest.keyClicks(field, "4")
    undo = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_Z, undo)
    assert field.text() == "13"
    QTest.keyClick(field, Qt.Key.Key_Z, undo)
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT
    assert line(editor, "Value").text() == "12"
    QTest.keyClick(line(editor, "Value"), Qt.Key.Key_Z, undo | Qt.KeyboardModifier.ShiftModifier)
    rest(qtbot)
    assert line(editor, "Value").text() == "13"


def test_undo_and_redo_walk_all_edits_also_over_parts(
    editor: SheetEditor, path: Path, qtbot: QtBot
) -> None:
    write(qtbot, editor, "Value", "13")
    editor.show_part(("sections", 1))
    rest(qtbot)
    write(qtbot, editor, "Title", "Second")
    both = path.read_text("utf-8")
    for _ in range(2):
        editor.undo.click()
        rest(qtbot)
    assert path.read_text("utf-8") == TEXT
    assert not editor.undo.isEnabled()
    for _ in range(2):
        editor.redo.click()
        rest(qtbot)
    assert path.read_text("utf-8") == both


def test_parts_are_added_repeated_moved_and_taken_away(
    editor: SheetEditor, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    editor.duplicate()
    rest(qtbot)
    assert [*window.store.sheet.indicators] == ["jobs", "jobs_2", "more"]
    editor.show_part(("indicators", "jobs_2"))
    rest(qtbot)
    editor.move_part(1)
    rest(qtbot)
    assert [*window.store.sheet.indicators] == ["jobs", "more", "jobs_2"]
    editor.remove()
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT
    for kind in ("figure", "source", "section", "statement"):
        editor.add(kind)
        rest(qtbot)
        assert editor.message.text == "Saved."
    sheet = window.store.sheet
    assert [*sheet.indicators] == ["jobs", "more", "figure_1"]
    assert [*sheet.sources] == ["report", "source_1"]
    assert sheet.sections[-1].statements[0].text == "New statement"
    assert sheet.indicators["figure_1"].latest.value is None


def test_what_the_sheet_still_refers_to_is_not_taken_away(
    editor: SheetEditor, path: Path, qtbot: QtBot
) -> None:
    editor.remove()
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT
    assert editor.message.text.startswith("Not saved yet: there is no indicator 'jobs'")


def test_an_id_is_renamed_everywhere(editor: SheetEditor, path: Path, qtbot: QtBot) -> None:
    editor.rename("work")
    rest(qtbot)
    expected = TEXT.replace("  jobs: {", "  work: {").replace("{jobs}", "{work}")
    assert path.read_text("utf-8") == expected.replace("figures: [jobs]", "figures: [work]")
    assert editor.part is not None
    assert editor.part.path == ("indicators", "work")


def test_a_field_changed_here_and_outside_is_asked_about_and_neither_is_lost(
    editor: SheetEditor, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    line(editor, "Value").setText("14")
    path.write_text(TEXT.replace("value: 12", "value: 99"), "utf-8")
    window.files.reload()
    editor.show_part(("indicators", "jobs"))
    rest(qtbot)
    assert line(editor, "Value").text() == "14"
    assert editor.message.text == "Value was changed outside cqviewer meanwhile: 99"
    take, keep = editor.message.links
    assert (take.text(), keep.text()) == ("Take the file’s", "Keep mine")
    keep.click()
    rest(qtbot)
    assert "value: 14" in path.read_text("utf-8")


def test_an_empty_sheet_is_saved_opened_and_filled_without_its_text(
    open_window: OpenWindow,
    sheet: Sheet,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "mine.yaml"
    monkeypatch.setattr(changes, "ask_where_to_save", lambda *_: Target(path, ""))
    window = open_window(sheet)
    window.changes.new_sheet()
    rest(qtbot)
    assert window.path == path
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    editor = window.findChild(SheetEditor)
    assert isinstance(editor, SheetEditor)
    write(qtbot, editor, "Title", "Work")
    editor.add("figure")
    rest(qtbot)
    write(qtbot, editor, "Value", "12")
    editor.show_part(("sections", 0))
    rest(qtbot)
    write(qtbot, editor, "Figures, by their ids", "figure_1")
    made = load_sheet(path)
    assert [one.indicator for one in made.sections[0].figures] == ["figure_1"]
    assert str(made.indicators["figure_1"].latest.value) == "12"


def test_a_bundled_sheet_is_not_edited_but_a_copy_is_offered(
    open_window: OpenWindow, sheet: Sheet
) -> None:
    window = open_window(sheet, data_folder() / "chongqing-2024.yaml")
    window.actions_by_name["edit_part"].trigger()
    assert window.findChild(SheetEditor) is None
    assert window.notices.shown is not None
    assert [text for text, _ in window.notices.shown.links] == ["Save a copy to edit …"]
