"""Newer data that is brought into the open sheet."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
)
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.printing.export import export_sheet
from cqviewer.ui.importing.data_table import DataTable
from cqviewer.ui.importing.dialog import ImportDialog
from cqviewer.ui.window.window import MainWindow
from tests.importing.editions.test_merging import NEXT, SERIES
from tests.importing.tables import file_of, written
from tests.ui.conftest import OpenWindow
from tests.ui.importing.test_dialog import button, field, press, say, texts

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def opened(qtbot: QtBot, open_window: OpenWindow, folder: Path, without: str = "\0") -> MainWindow:
    """Return a window with a sheet that was made from data, but for one of its parts."""
    text = written(folder, SERIES)
    first, _, rest = text.partition(without)
    if rest:
        text = first + rest[rest.index("indicators:") :]
    path = file_of(folder, text, "sheet.yaml")
    window = open_window()
    window.open_path(path)
    qtbot.waitUntil(lambda: window.files.path == path)
    return window


def changes(dialog: ImportDialog) -> list[str]:
    """Return what changes in the sheet, as it is listed."""
    listed = dialog.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    return [listed.item(at).text() for at in range(listed.count())]


def shown(qtbot: QtBot, window: MainWindow) -> ImportDialog:
    """Return the open dialog once the file has been read."""
    [dialog] = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: bool(changes(dialog)))
    return dialog


def test_what_changes_is_shown_then_written_and_taken_back(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(qtbot, open_window, tmp_path)
    sheet = tmp_path / "sheet.yaml"
    before = sheet.read_bytes()
    newer = str(file_of(tmp_path, NEXT, "next.csv"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (newer, ""))
    window.actions_by_name["bring_data"].trigger()
    dialog = shown(qtbot, window)
    told = " ".join(changes(dialog))
    assert "was 30 children, now 29 children" in told
    assert "2024: now 33 children" in told
    assert "was Births, 2022 to 2023, now Births, 2022 to 2024" in told
    assert sheet.read_bytes() == before
    button(dialog, "Bring in").click()
    figure = "births"
    qtbot.waitUntil(lambda: len(window.store.sheet.indicators[figure].observations) == 3)
    assert b"was: 30" in sheet.read_bytes()
    qtbot.waitUntil(window.actions_by_name["undo"].isEnabled)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: sheet.read_bytes() == before)


def test_a_data_file_that_is_dropped_may_be_newer_data(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = opened(qtbot, open_window, tmp_path)
    path = file_of(tmp_path, NEXT, "next.csv")
    window.files_dropped.emit([path])
    press(window, "Bring into sheet.yaml")
    dialog = shown(qtbot, window)
    assert dialog.windowTitle() == "Bring newer data into sheet.yaml"
    dialog.done(0)
    window.files_dropped.emit([path])
    press(window, "Make a new sheet")
    qtbot.waitUntil(lambda: len(window.findChildren(ImportDialog)) == 1)
    assert window.findChildren(ImportDialog)[0].windowTitle() == "New sheet from data"
    window.findChildren(ImportDialog)[0].done(0)


def test_new_figures_are_offered(qtbot: QtBot, open_window: OpenWindow, tmp_path: Path) -> None:
    window = opened(qtbot, open_window, tmp_path)
    path = file_of(tmp_path, NEXT + "2024,Deaths,people,P,4\n", "next.csv")
    window.importing.show_changes(path)
    dialog = shown(qtbot, window)
    offer = dialog.findChild(QCheckBox)
    assert isinstance(offer, QCheckBox)
    assert offer.text().endswith(": Deaths")
    assert "Deaths" not in " ".join(changes(dialog))
    offer.click()
    qtbot.waitUntil(lambda: "Deaths" in " ".join(changes(dialog)))
    button(dialog, "Bring in").click()
    qtbot.waitUntil(lambda: "deaths" in window.store.sheet.indicators)


def test_a_mark_that_is_new_is_asked_before_anything_is_written(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        "cqviewer.ui.importing.dialog.announce", lambda _widget, text: heard.append(text)
    )
    window = opened(qtbot, open_window, tmp_path)
    window.importing.show_changes(file_of(tmp_path, NEXT.replace(",33", ",-"), "next.csv"))
    [dialog] = window.findChildren(ImportDialog)
    what = "‘-’ in 1 cell"
    qtbot.waitUntil(lambda: any(what in one.text() for one in dialog.findChildren(QLabel)))
    assert not button(dialog, "Bring in").isEnabled()
    say(qtbot, dialog, what, "Suppressed, confidential")
    qtbot.waitUntil(button(dialog, "Bring in").isEnabled)
    [said] = [one.text() for one in dialog.findChildren(QLabel) if "can be undone" in one.text()]
    assert heard == [said], "what is heard is what stands there"
    assert not field(dialog, "Title").isVisible(), "the sheet says these things itself"
    dialog.done(0)


def test_figures_that_are_no_longer_in_the_file_have_their_names(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Year,Region,Units,Value\n2022,North,t,3\n2022,South,t,4\n"
    sheet = file_of(tmp_path, written(tmp_path, text, name="Loose waste"), "sheet.yaml")
    window = open_window()
    window.open_path(sheet)
    qtbot.waitUntil(lambda: window.files.path == sheet)
    newer = file_of(tmp_path, text.replace("2022,South,t,4", "2022,East,t,5"), "next.csv")
    titles: list[str] = []

    def choose(_parent: object, title: str, *_: object) -> tuple[str, str]:
        titles.append(title)
        return str(newer), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    window.actions_by_name["bring_data"].trigger()
    [dialog] = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: bool(texts(dialog)))
    assert titles == ["Bring in newer data"]
    assert "No longer in the file: Loose waste: South" in " ".join(texts(dialog))
    assert "does not have, 1: Loose waste, East" in " ".join(
        one.text().replace("&", "") for one in dialog.findChildren(QCheckBox)
    )
    button(dialog, "Choose another").click()
    assert titles[1:] == ["Bring newer data into sheet.yaml"]
    dialog.done(0)


def test_a_sheet_without_an_import_says_so(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = opened(qtbot, open_window, tmp_path, "imports:")
    window.importing.show_changes(file_of(tmp_path, NEXT, "next.csv"))
    dialogs = window.findChildren(ImportDialog)
    said = "does not say how a data file was read into it"
    qtbot.waitUntil(
        lambda: any(said in one.text() for box in dialogs for one in box.findChildren(QLabel))
    )
    dialogs[0].done(0)


def test_a_data_file_that_is_opened_in_any_way_is_offered(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    before = window.files.path
    path = file_of(tmp_path, SERIES, "births.CSV")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    for open_it in (window.files.ask_to_open, lambda: window.open_path(path)):
        open_it()
        [dialog] = window.findChildren(ImportDialog)
        with qtbot.waitSignal(dialog.destroyed):
            dialog.done(0)
    assert window.files.path == before


def test_the_sheet_s_own_export_is_brought_back(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = data_folder() / "examples" / "marks.yaml"
    sheet = file_of(tmp_path, marks.read_bytes(), "marks.yaml")
    exported = export_sheet(load_sheet(sheet), "csv", "en").decode("utf-8-sig")
    exported = exported.replace(",0.31,", ",0.33,").replace("Old Town", "Town")
    export = str(file_of(tmp_path, exported, "marks.csv"))
    window = open_window()
    window.open_path(sheet)
    qtbot.waitUntil(lambda: window.files.path == sheet)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (export, ""))
    window.actions_by_name["bring_data"].trigger()
    dialog = shown(qtbot, window)
    assert "now 0.33 micrograms per litre" in " ".join(changes(dialog))
    assert "‘name’ is changed in 4 cells" in texts(dialog)[0]
    [table] = dialog.findChildren(DataTable)
    assert not any(role.isEnabled() for role in table.findChildren(QComboBox))
    table.open_role(0)
    assert QApplication.activePopupWidget() is None
    button(dialog, "Bring in").click()
    now = marks.read_bytes().replace(b"0.31", b"0.33")
    qtbot.waitUntil(lambda: sheet.read_bytes() == now)
