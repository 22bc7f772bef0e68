"""Sheets that are not the reader's: a copy is asked for once, and then edited like any other."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.model.checking.check import UNFILLED
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Offer
from cqviewer.paths import data_folder
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.ui.editing import changes
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.output.saving import SaveTarget
from cqviewer.ui.state.banner import Banner
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.window.window import MainWindow
from cqviewer.worker import tasks
from tests.ui.conftest import OpenWindow
from tests.ui.editing.conftest import TEXT
from tests.ui.editing.writing import box, form_of, rest, write


def bundled(_folder: Path) -> Path:
    return data_folder() / "chongqing-2024.yaml"


def printed(folder: Path) -> Path:
    """Return a PDF that was printed of a sheet."""
    path = folder / "own.yaml"
    path.write_text(TEXT, "utf-8")
    pdf = folder / "printed.pdf"
    pdf.write_bytes(tasks.make_pdf(load_sheet(path), PrintOptions(language="en")))
    return pdf


def protected(folder: Path) -> Path:
    """Return a sheet that is write-protected, which holds back everyone but root."""
    return _held_back(folder, 0o444, 0o755)


def in_a_protected_folder(folder: Path) -> Path:
    """Return a sheet in a folder into which no new file can be written."""
    return _held_back(folder, 0o644, 0o555)


def _held_back(folder: Path, of_file: int, of_folder: int) -> Path:
    path = folder / "theirs" / "sheet.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    path.chmod(of_file)
    path.parent.chmod(of_folder)
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        pytest.skip("root may write everywhere")
    return path


@pytest.fixture(
    params=[bundled, printed, protected, in_a_protected_folder],
    ids=["bundled", "PDF", "protected", "folder"],
)
def window(request: pytest.FixtureRequest, tmp_path: Path, open_window: OpenWindow) -> MainWindow:
    """Return a window over a sheet that is not the reader's."""
    make: Callable[[Path], Path] = request.param
    path = make(tmp_path)
    return open_window(open_sheet(path), path)


def test_a_copy_is_asked_for_once_and_then_edited(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = window.path
    assert original is not None
    before = original.read_bytes()
    target = tmp_path / "copy.yaml"
    asked: list[Path] = []

    def ask(*said: object) -> tuple[str, str]:
        asked.append(Path(str(said[2])))
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    assert not window.findChildren(SheetForm)
    assert window.notices.shown is not None
    [(text, save)] = window.notices.shown.links
    assert text == "Save a copy to edit …"
    save()
    qtbot.waitUntil(lambda: window.path == target)
    rest(qtbot)
    assert not [one for one in window.findChildren(Banner) if one.isVisible()]
    form = form_of(window)  # of what was to be edited
    form.show_part(())
    rest(qtbot)
    for title in ("Another title", "A third"):
        languages = [one.field.language for one in form.form.boxes if one.field.key == "title"]
        write(qtbot, form, "title", title, languages[0])
        assert box(form, "title", languages[0]).text == title
    assert "A third" in target.read_text("utf-8")
    assert original.read_bytes() == before
    assert len(asked) == 1
    assert asked[0] != original


def test_what_is_offered_asks_for_a_copy_too(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    path = bundled(Path())
    window, before = open_window(sheet, path), path.read_bytes()
    window.changes.take(Offer(("title",), "x"), before)
    rest(qtbot)
    assert path.read_bytes() == before
    assert window.notices.shown is not None
    assert [text for text, _ in window.notices.shown.links] == ["Save a copy to edit …"]


def test_an_empty_sheet_is_in_the_language_of_the_window(
    open_window: OpenWindow,
    sheet: Sheet,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, suggested: Path, *_: object) -> SaveTarget:
        asked.append(suggested.name)
        return SaveTarget(tmp_path / suggested.name, "")

    monkeypatch.setattr(changes, "ask_where_to_save", ask)
    window = open_window(sheet)
    for choice in ("en", "zh"):
        window.store.look(language_choice=choice)
        install_translators(choice)
        window.changes.new_sheet()
        rest(qtbot)
    assert asked == ["new-sheet.yaml", "新简报.yaml"]
    made = [load_sheet(tmp_path / name) for name in asked]
    assert [one.languages for one in made] == [(), ("zh",)]
    assert [one.sections[0].title for one in made] == ["New section", "新栏目"]
    for one in made:
        own = {one.title, one.place, one.sections[0].title, one.sources["source_1"].title}
        assert own <= UNFILLED, "check warns of each"
