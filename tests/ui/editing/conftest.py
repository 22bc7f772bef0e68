"""A sheet of the reader's own, the window over it, and the form in that."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import OpenWindow
from tests.ui.editing.writing import form_of, rest

SECTIONS = (
    "sections: [{id: one, title: One, lead: '{jobs} of them', figures: [jobs]},"
    " {id: two, title: Two}]\n"
)
TEXT = sheet_text(f"jobs: {figure(value=12)} # said\nmore: {figure(value=3)}", rest=SECTIONS)


@pytest.fixture
def text() -> str:
    """Return what the sheet's file says."""
    return TEXT


@pytest.fixture
def path(tmp_path: Path, text: str) -> Path:
    """Return a sheet of the reader's own."""
    path = tmp_path / "sheet.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def window(path: Path, open_window: OpenWindow) -> MainWindow:
    """Return a window over it in which a figure is selected."""
    return open_window(load_sheet(path), path, selected="jobs")


@pytest.fixture
def form(window: MainWindow, qtbot: QtBot) -> SheetForm:
    """Return the form that F2 opens at that figure."""
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    return form_of(window)
