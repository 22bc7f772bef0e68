"""What the window says of the changes that it makes."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, bring_to_front
from tests.ui.editing.conftest import TEXT
from tests.ui.editing.writing import box, form_of, rest, write

LEAD = "lead: '{jobs} of them'"


@pytest.fixture
def text() -> str:
    """Return a sheet with a sentence that holds a number."""
    return TEXT.replace(LEAD, "lead: The city counted 12 jobs.")


def said(window: MainWindow) -> str:
    """Return what the window says, or '' of nothing."""
    shown = window.notices.shown
    return f"{shown.title}: {shown.text}" if shown else ""


def test_a_sentence_that_a_change_makes_untrue_is_named_until_it_is_true_again(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    write(qtbot, form, "value", "13")
    wanted = "One: lead: It says 12 jobs, which was Jobs before."
    assert said(window) == f"Look again at texts that may no longer be true: {wanted}"
    window.notices.dismiss()
    write(qtbot, form, "value", "14")
    assert said(window) == ""  # the reader has read it
    write(qtbot, form, "value", "12")
    write(qtbot, form, "value", "15")
    assert wanted in said(window)
    form.show_part(("sections", 0))
    write(qtbot, form, "lead", "The city counted 15 jobs.")
    assert said(window) == ""


def test_taking_the_change_back_takes_back_what_is_said_of_it(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    write(qtbot, form, "value", "13")
    assert "12 jobs" in said(window)
    window.actions_by_name["undo"].trigger()
    rest(qtbot)
    assert said(window) == ""


def test_a_file_saved_elsewhere_is_looked_at_too_and_another_sheet_begins_anew(
    window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    path.write_text(text.replace("value: 12", "value: 13"), "utf-8")
    window.files.reload()
    rest(qtbot)
    assert "12 jobs" in said(window)
    other = path.with_name("other.yaml")
    other.write_text(text.replace("value: 12", "value: 14"), "utf-8")
    window.files.open(other)
    rest(qtbot)
    assert said(window) == ""


def test_what_fills_a_sentence_is_never_untrue(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    form.show_part(("sections", 0))
    write(qtbot, form, "lead", "{jobs} of them")
    form.show_part(("indicators", "jobs"))
    write(qtbot, form, "value", "13")
    assert said(window) == ""


def test_the_field_with_the_keyboard_stays_in_sight_where_the_form_has_less_room(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    window.resize(900, 700)
    one = form.form.boxes[-1]
    one.take_focus()
    rest(qtbot)
    window.resize(900, 480)
    rest(qtbot)
    assert form.has_focus
    seen = form.form.viewport().rect()
    assert seen.contains(one.focused.mapTo(form.form.viewport(), one.focused.rect().bottomLeft()))


def test_what_is_taken_back_is_heard_and_no_longer_said_to_be_saved(
    form: SheetForm, window: MainWindow, qtbot: QtBot, hear: Hear
) -> None:
    heard = hear("editing.changes")
    write(qtbot, form, "value", "13")
    assert form.message.text.startswith("Saved to ")
    for action in ("undo", "redo"):
        window.actions_by_name[action].trigger()
        rest(qtbot)
        assert (form.message.text, form.message.isVisible()) == ("", False)
    assert heard == ["Taken back.", "Made again."]


def test_a_change_is_taken_back_after_the_form_was_closed_and_opened_again(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    write(qtbot, form, "value", "13")
    window.editing.close()
    rest(qtbot)
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    window.actions_by_name["undo"].trigger()
    rest(qtbot)
    assert path.read_text("utf-8") == text
    assert form_of(window).message.text == ""


def test_a_form_begins_at_the_text_that_is_on_screen(
    path: Path, text: str, open_window: OpenWindow, qtbot: QtBot
) -> None:
    both = text.replace("title: One", "title: {en: One, zh: 一}")
    path.write_text(f"{both}languages: [en, zh]\n", "utf-8")
    window = open_window(load_sheet(path), path, language="zh")
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    assert window.focusWidget() is box(form_of(window), "title", "zh").focused


@pytest.mark.parametrize("action", ["undo", "redo"])
def test_what_cannot_be_taken_back_now_can_be_once_the_file_is_again_as_it_was(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot, action: str
) -> None:
    steps = [path.read_bytes()]
    for value in ("13", "14"):
        write(qtbot, form, "value", value)
        steps.append(path.read_bytes())
    if action == "redo":
        for _ in range(2):
            window.actions_by_name["undo"].trigger()
            rest(qtbot)
        steps.reverse()
    path.write_bytes(b"# from elsewhere\n" + steps[-1])
    for _ in range(2):  # at once, before the first is known to have failed
        window.actions_by_name[action].trigger()
    rest(qtbot)
    assert path.read_bytes() == b"# from elsewhere\n" + steps[-1]
    path.write_bytes(steps[-1])
    for left in (steps[1], steps[0]):
        window.actions_by_name[action].trigger()
        rest(qtbot)
        assert path.read_bytes() == left
