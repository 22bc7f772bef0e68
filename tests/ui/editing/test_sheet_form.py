"""Editing a sheet beside its page: what is written, what is refused, and the way back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.editing.parts import Field
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder
from cqviewer.ui.editing import changes
from cqviewer.ui.editing.field_box import FieldBox
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.output.saving import SaveTarget
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front
from tests.ui.editing.writing import box, form_of, rest, rows, write, write_row

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def test_f2_shows_the_fields_of_the_selected_figure_beside_the_page(
    form: SheetForm, window: MainWindow
) -> None:
    assert form.part is not None
    assert form.part.path == ("indicators", "jobs")
    said = {one.field.key: one.text for one in form.form.boxes}
    assert (said["value"], said["source"], said["note"]) == ("12", "report par. 1", "")
    assert window.content.panel.isAncestorOf(form)
    assert form.isVisible()
    assert window.content.page.isVisible()


def test_a_field_that_is_left_is_written_and_the_page_follows(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    write(qtbot, form, "value", "13")
    assert path.read_text("utf-8") == text.replace("value: 12", "value: 13")
    assert str(window.store.sheet.indicators["jobs"].latest.value) == "13"
    assert form.message.text == "Saved to sheet.yaml: Value"
    assert window.content.panel.isAncestorOf(form)
    write(qtbot, form, "note", "As counted: twice")
    assert 'note: "As counted: twice"' in path.read_text("utf-8")
    write(qtbot, form, "note", "")
    assert path.read_text("utf-8") == text.replace("value: 12", "value: 13")


def test_the_keyboard_stays_in_its_field_while_the_page_is_built_anew(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    field = box(form, "value").focused
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.setText("1345")
    field.setCursorPosition(2)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot)
    assert str(window.store.sheet.indicators["jobs"].latest.value) == "1345"
    assert box(form, "value").focused.hasFocus()
    assert field.cursorPosition() == 2


def test_what_is_not_valid_is_not_written_says_why_and_offers_the_certain_text(
    form: SheetForm, path: Path, text: str, qtbot: QtBot
) -> None:
    write(qtbot, form, "period", "Nov 2024")
    assert path.read_text("utf-8") == text
    one = box(form, "period")
    assert one.text == "Nov 2024"
    assert one.message.text == "Not saved yet: 'Nov 2024' is no period."
    assert one.focused.accessibleDescription() == one.message.text
    (fix,) = one.message.links
    assert fix.text() == "Fix: write 2024-11"
    QTest.keyClick(fix, Qt.Key.Key_Space)
    rest(qtbot)
    assert path.read_text("utf-8") == text.replace("period: 2024", "period: 2024-11", 1)
    assert box(form, "period").text == "2024-11"
    assert not box(form, "period").message.isVisible()


def test_a_text_is_looked_at_while_it_is_written_and_nothing_is_saved(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    one = box(form, "period")
    one.focused.setFocus()
    QTest.keyClicks(one.focused, "x")
    qtbot.waitUntil(lambda: bool(one.message.text))
    assert one.message.text.startswith("Not saved yet: '2024x' is no period")
    assert path.read_text("utf-8") == text
    QTest.keyClick(one.focused, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: not one.message.text)


def test_escape_takes_back_what_is_not_saved_and_then_closes(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    write(qtbot, form, "value", "many")
    box(form, "value").focused.setFocus()
    window.actions_by_name["deselect"].trigger()
    assert box(form, "value").text == "12"
    assert window.editing.form is form
    window.actions_by_name["deselect"].trigger()
    assert not form.isVisible()
    assert not window.content.panel.is_covered
    assert path.read_text("utf-8") == text


def test_ctrl_z_in_a_field_undoes_what_was_typed_and_then_what_was_saved(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    write(qtbot, form, "value", "13")
    field = box(form, "value").focused
    assert isinstance(field, QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "4")
    undo = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(field, Qt.Key.Key_Z, undo)
    assert field.text() == "13"
    QTest.keyClick(field, Qt.Key.Key_Z, undo)
    rest(qtbot)
    assert path.read_text("utf-8") == text
    assert box(form, "value").text == "12"
    window.actions_by_name["redo"].trigger()
    rest(qtbot)
    assert box(form, "value").text == "13"


def test_undo_and_redo_walk_all_edits_also_over_parts(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    write(qtbot, form, "value", "13")
    form.show_part(("sections", 1))
    write(qtbot, form, "title", "Second")
    both = path.read_text("utf-8")
    for name, expected in (("undo", text), ("redo", both)):
        for _ in range(2):
            window.actions_by_name[name].trigger()
            rest(qtbot)
        assert path.read_text("utf-8") == expected


def test_two_fields_that_are_left_at_once_are_both_written(
    form: SheetForm, path: Path, text: str, qtbot: QtBot
) -> None:
    for key, new in (("value", "13"), ("period", "2023")):
        box(form, key).put(new)
        box(form, key).commit()
    rest(qtbot)
    expected = text.replace("value: 12", "value: 13").replace("period: 2024", "period: 2023", 1)
    assert path.read_text("utf-8") == expected


def test_parts_are_repeated_moved_and_taken_away(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    form.duplicate()
    rest(qtbot)
    assert [*window.store.sheet.indicators] == ["jobs", "jobs_2", "more"]
    form.move_part(1)
    rest(qtbot)
    assert [*window.store.sheet.indicators] == ["jobs", "more", "jobs_2"]
    form.remove_part()
    rest(qtbot)
    assert path.read_text("utf-8") == text


def test_what_is_added_is_written_as_soon_as_it_is_valid(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    form.add_figure({"name": "Trips", "value": "7"})
    rest(qtbot)
    assert path.read_text("utf-8") == text
    said = "Not saved yet. Still to be filled: Unit, Measure, Source, Period"
    assert form.message.text == said
    for key, new in (("unit", "trips"), ("measure", "count"), ("period", "2024")):
        write(qtbot, form, key, new)
    assert path.read_text("utf-8") == text
    write(qtbot, form, "source", "report par. 2")
    sheet = window.store.sheet
    assert str(sheet.indicators["trips"].latest.value) == "7"
    assert [one.indicator for one in sheet.sections[0].figures] == ["jobs", "trips"]
    assert form.message.text == "Saved to sheet.yaml: Source"


def test_an_id_of_what_is_added_is_made_of_its_name_or_is_the_readers(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    form.add_figure({})
    rest(qtbot)
    write(qtbot, form, "name", "Port calls, 2024")
    assert window.focusWidget() is box(form, "name").focused, "though the form is of another id now"
    assert box(form, "id").text == "port_calls_2024"
    write(qtbot, form, "id", "calls")
    write(qtbot, form, "name", "Calls at the port")
    assert form.part is not None
    assert form.part.path == ("indicators", "calls")


def test_what_is_added_and_not_valid_is_taken_back_by_escape(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    form.add(("sections", 0, "charts"))
    rest(qtbot)
    assert form.message.text == "Not saved yet. Still to be filled: Kind, Title"
    bring_to_front(window, qtbot)
    box(form, "title").focused.setFocus()
    window.actions_by_name["deselect"].trigger()
    assert form.message.text == "Taken back. Esc again closes."
    assert form.has_focus
    assert form.part is not None
    assert form.part.path == ("sections", 0)
    assert path.read_text("utf-8") == text


def test_what_the_sheet_still_refers_to_is_not_taken_away(
    form: SheetForm, path: Path, text: str, qtbot: QtBot
) -> None:
    form.remove_part()
    rest(qtbot)
    assert path.read_text("utf-8") == text
    assert form.message.text.startswith("Not saved yet: there is no indicator 'jobs'")


def test_an_id_is_renamed_everywhere(form: SheetForm, path: Path, text: str, qtbot: QtBot) -> None:
    write(qtbot, form, "id", "work")
    expected = text.replace("  jobs: {", "  work: {").replace("{jobs}", "{work}")
    assert path.read_text("utf-8") == expected.replace("figures: [jobs]", "figures: [work]")
    assert form.part is not None
    assert form.part.path == ("indicators", "work")


def test_a_target_is_added_opened_and_taken_away_in_its_list(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    write_row(qtbot, form, "targets", 0, 0, "2025")
    assert "targets" not in path.read_text("utf-8")
    write_row(qtbot, form, "targets", 0, 1, "20")
    assert [str(one.value) for one in window.store.sheet.indicators["jobs"].targets] == ["20"]
    listed = rows(form, "targets")
    listed.choose(0, 1)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    rest(qtbot)
    write(qtbot, form, "source", "report par. 9")
    assert "{for: 2025, value: 20, source: report par. 9}" in path.read_text("utf-8")
    QTest.keyClick(form.form.links[-1], Qt.Key.Key_Space)
    rest(qtbot)
    rows(form, "targets").choose(0, 1)
    QTest.keyClick(rows(form, "targets"), Qt.Key.Key_Delete)
    rest(qtbot)
    assert path.read_text("utf-8") == text


def test_lists_and_fields_of_the_form_are_read_out_in_words(form: SheetForm, qtbot: QtBot) -> None:
    form.show_part(("sections", 0))
    rest(qtbot)
    figures = rows(form, "figures")
    model = figures.model()
    column = model.columnCount() - 1
    said = model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Open jobs"
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    parts = [QAccessible.queryAccessibleInterface(one) for one in form.findChildren(QWidget)]
    texts = [part.text(kind) for part in parts for kind in kinds]
    assert "The key figures, as cards, in this order." in texts
    assert not [one for one in texts if "<" in one]


@pytest.mark.parametrize(
    ("text", "has_lines"), [("就业" * 9, False), ("就业" * 10, True), ("ab" * 18, False)]
)
def test_a_text_that_a_line_does_not_hold_is_shown_whole(
    text: str, has_lines: bool, look: Look
) -> None:
    shown = FieldBox(Field(("title",), "title", "", text), look, QWidget())
    assert isinstance(shown.focused, QPlainTextEdit) is has_lines


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_field_has_the_language_that_it_is_written_in(language: str, look: Look) -> None:
    field = Field(("title", language), "title", language, "就业")
    shown = FieldBox(field, look, QWidget())
    assert QLocale.languageToCode(shown.focused.locale().language()) == language


def test_add_begins_a_row_where_rows_are_written_into(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    group = next(one for one in form.form.groups if one.rows.rows.group.key == "observations")
    group.add.click()
    cell = group.rows.findChild(QLineEdit)
    assert cell is not None
    assert cell.hasFocus()
    QTest.keyClick(cell, Qt.Key.Key_Escape)
    assert window.editing.form is form


def test_the_form_follows_the_selection_and_survives_another_theme(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    window.store.select("more")
    rest(qtbot)
    assert form.part is not None
    assert form.part.path == ("indicators", "more")
    box(form, "value").put("30")
    window.store.look(zoom=1.5, theme="dark")
    rest(qtbot)
    assert window.content.panel.isAncestorOf(form)
    assert box(form, "value").text == "30"


def test_a_form_lies_over_the_page_of_a_narrow_window(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(760, 560)
    window.store.look(zoom=2.5)
    rest(qtbot)
    panel = window.content.panel
    assert panel.isVisible()
    assert panel.width() == window.content.width()
    assert box(form, "name").isVisible()


def test_an_empty_sheet_is_saved_opened_filled_and_read_without_its_text(
    open_window: OpenWindow,
    sheet: Sheet,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "mine.yaml"
    monkeypatch.setattr(changes, "ask_where_to_save", lambda *_: SaveTarget(path, ""))
    window = open_window(sheet)
    window.changes.new_sheet()
    rest(qtbot)
    assert window.path == path
    form = form_of(window)  # at once, as the page has nothing to be clicked
    assert box(form, "title").text == "New sheet"
    write(qtbot, form, "title", "Work")
    form.add(("sources",))
    rest(qtbot)
    write(qtbot, form, "title", "Report")
    form.add_figure({})
    rest(qtbot)
    for key, new in (("name", "Port calls"), ("unit", "calls"), ("measure", "count")):
        write(qtbot, form, key, new)
    write(qtbot, form, "source", "report table 2")
    for row, (period, value) in enumerate((("2023", "355"), ("2024", "402"))):
        write_row(qtbot, form, "observations", row, 0, period)
        write_row(qtbot, form, "observations", row, 1, value)
    form.add(("sections", 0, "charts"))
    rest(qtbot)
    for key, new in (("kind", "columns"), ("of", "port_calls"), ("title", "Calls rose")):
        write(qtbot, form, key, new)
    made = load_sheet(path)
    assert [one.indicator for one in made.sections[0].figures] == ["port_calls"]
    assert [str(one.value) for one in made.indicators["port_calls"].observations] == ["355", "402"]
    assert [one.kind for one in made.sections[0].charts] == ["columns"]
    assert "  port_calls:\n    name: Port calls\n" in path.read_text("utf-8")


def test_a_bundled_sheet_is_not_edited_but_a_copy_is_offered(
    open_window: OpenWindow, sheet: Sheet
) -> None:
    window = open_window(sheet, data_folder() / "chongqing-2024.yaml")
    window.actions_by_name["edit_part"].trigger()
    assert window.editing.form is None
    assert window.notices.shown is not None
    assert [text for text, _ in window.notices.shown.links] == ["Save a copy to edit …"]


def test_the_form_says_the_line_of_the_part_and_the_window_which_file_it_edits(
    form: SheetForm, window: MainWindow, text: str, qtbot: QtBot
) -> None:
    lines = text.splitlines()

    def said() -> list[str]:
        return [one.text() for one in form.findChildren(TextBlock) if "of the file" in one.text()]

    for path, begins in ((("indicators", "jobs"), "jobs:"), (("sections", 1), "sections:")):
        form.show_part(path)
        rest(qtbot)
        at = next(at for at, one in enumerate(lines, 1) if one.strip().startswith(begins))
        assert said() == [f"Line {at} of the file"]
    assert window.tabs.note.text() == "Editing sheet.yaml"
    window.editing.close()
    assert "Editing" not in window.tabs.note.text()
