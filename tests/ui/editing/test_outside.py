"""What the form does when its file is changed, taken away or put back by others."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.editing.writing import box, form_of, rest, write


def test_a_field_changed_here_and_outside_is_asked_about_and_neither_is_lost(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    box(form, "value").put("14")
    path.write_text(text.replace("value: 12", "value: 99"), "utf-8")
    window.files.reload()
    window.changes.check()
    rest(qtbot)
    one = box(form, "value")
    assert one.text == "14"
    assert one.message.text == "Changed outside cqviewer meanwhile: 99"
    take, keep = one.message.links
    assert (take.text(), keep.text()) == ("Take the file’s", "Keep mine")
    keep.click()
    rest(qtbot)
    assert "value: 14" in path.read_text("utf-8")


def test_deleting_the_file_meanwhile_is_said_and_loses_no_text(
    form: SheetForm, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for module in ("editing.message", "state.notices"):
        name = f"cqviewer.ui.{module}.announce"
        monkeypatch.setattr(name, lambda _window, text: heard.append(text))
    path.unlink()
    write(qtbot, form, "value", "13")
    assert [one for one in heard if "there is no such file" in one] == [
        "The file was not changed. sheet.yaml: there is no such file."
    ]
    assert form.message.text.startswith("Not saved yet: sheet.yaml: ")
    assert [one.text() for one in form.message.links] == ["Write it again"]
    assert box(form, "value").text == "13"
    assert not path.exists()


def test_what_could_not_be_undone_can_be_undone_once_the_file_is_as_it_was(
    form: SheetForm, window: MainWindow, path: Path, text: str, qtbot: QtBot
) -> None:
    write(qtbot, form, "value", "13")
    own = path.read_text("utf-8")
    path.write_text(own + "# by another\n", "utf-8")
    window.actions_by_name["undo"].trigger()
    rest(qtbot)
    assert path.read_text("utf-8") == own + "# by another\n"
    path.write_text(own, "utf-8")
    window.actions_by_name["undo"].trigger()
    rest(qtbot)
    assert path.read_text("utf-8") == text


@pytest.mark.usefixtures("form")
def test_another_file_closes_the_form_which_would_show_what_the_first_one_says(
    window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    other = path.with_name("other.yaml")
    other.write_text(path.read_text("utf-8").replace("value: 12", "value: 99"), "utf-8")
    window.files.open(other)
    rest(qtbot)
    assert window.editing.form is None
    window.store.select("jobs")
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    assert box(form_of(window), "value").text == "99"


def test_what_is_not_saved_stays_in_the_form_when_another_file_is_opened(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    box(form, "value").put("14")
    other = path.with_name("other.yaml")
    other.write_text(path.read_text("utf-8").replace("value: 12", "value: 99"), "utf-8")
    window.files.open(other)
    rest(qtbot)
    assert box(form_of(window), "value").text == "14"
