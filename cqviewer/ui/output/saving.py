"""Saving files: asks for a name and before replacing a file, and reports the result."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QFileInfo, QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cqviewer.charts.drawing import ChartError
from cqviewer.model.text import file_stem
from cqviewer.printing.options import CsvStyle, PrintError, TypesetError
from cqviewer.save import SaveError
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.notices import Notice, Notices, failure
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import Call, WorkerError, worker
from cqviewer.worker import tasks

translate = QCoreApplication.translate


class Saver(QObject):
    """Saves files that the worker process has made of one window's sheet."""

    def __init__(self, store: Store, files: Files, notices: Notices, window: QWidget) -> None:
        """Work for a window; `files` knows which folder to suggest."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._notices = notices
        self._window = window

    def save_made(self, path: Path, call: Call) -> None:
        """Save what a call returns; nothing is written if it is cancelled before."""
        self._notices.unfinished.add(unsaved(path), call.ended)
        call.done.connect(partial(self.save_data, path))
        call.failed.connect(partial(self._on_unsaved, path))
        self._notices.show_busy(translate("Saving", "Making {file} …").format(file=path.name), call)

    def save_data(self, path: Path, data: bytes) -> None:
        """Save bytes as a file."""
        call = worker().call(self, tasks.save, data, path, self._files.inputs)
        self._notices.unfinished.add(unsaved(path), call.ended)
        call.done.connect(partial(self._on_saved, path))
        call.failed.connect(partial(self._on_unsaved, path))

    def _on_saved(self, path: Path, digest: str) -> None:
        self._files.remember_folder(path)
        self._tell(self._saved(path, digest))

    def _on_unsaved(self, path: Path, error: Exception) -> None:
        title = translate("Saving", "{file} was not saved").format(file=path.name)
        self._on_failed(title, error)

    def _on_failed(self, title: str, error: Exception) -> None:
        """Show what failed and why; raise an error that is a fault of the program."""
        expected = (ChartError, PrintError, TypesetError, SaveError, WorkerError)
        self._tell(failure(title, error, *expected))

    def _saved(self, path: Path, digest: str) -> Notice:
        """Return the notice that a file was saved; `digest` is the SHA-256 of its bytes."""
        return self._notices.saved(path, digest)

    def _tell(self, notice: Notice) -> None:
        self._notices.show(notice)


class SaveTarget(NamedTuple):
    """Where to save, and the filter that was chosen in the dialog."""

    path: Path
    kind: str


def csv_kinds() -> dict[str, CsvStyle]:
    """Return the styles of CSV, by the dialog's filters."""
    names = (
        (translate("Saving", "Figures as CSV (*.csv)"), CsvStyle()),
        (
            translate("Saving", "Figures as CSV with semicolons and decimal commas (*.csv)"),
            CsvStyle(";", ","),
        ),
        (translate("Saving", "Figures as CSV with semicolons (*.csv)"), CsvStyle(";")),
        (translate("Saving", "Figures as CSV with tabs (*.csv)"), CsvStyle("\t")),
        (
            translate("Saving", "Figures as CSV with tabs and decimal commas (*.csv)"),
            CsvStyle("\t", ","),
        ),
        (translate("Saving", "Figures as CSV with decimal commas (*.csv)"), CsvStyle(",", ",")),
    )
    return dict(names)


def ask_where_to_save(
    parent: QWidget, title: str, suggested: Path, kinds: Mapping[str, str]
) -> SaveTarget | None:
    """Ask for a name; a name without a known suffix gets that of the chosen filter.

    `kinds` maps the dialog's filters to suffixes such as '.pdf'. Returns None if the user cancels
    or does not want to replace an existing file.
    """
    filters = ";;".join(kinds)
    suggested = suggested.with_name(f"{file_stem(suggested.stem)}{suggested.suffix}")
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(suggested), filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in kinds.values():
        return SaveTarget(path, chosen)
    path = path.with_name(path.name + kinds.get(chosen, next(iter(kinds.values()))))
    # About a complete name the dialog itself has asked.
    is_there = QFileInfo(str(path)).exists()  # Path.exists raises where a name is too long
    may = not is_there or _may_replace(parent, title, path)
    return SaveTarget(path, chosen) if may else None


def unsaved(path: Path) -> str:
    """Return the sentence that a file has not been saved yet."""
    sentence = translate("Saving", "{file} has not been saved yet.")
    return sentence.format(file=path.name)


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    question = translate("Saving", "There is already a file {file}. Shall it be replaced?")
    yes = QMessageBox.StandardButton.Yes
    buttons = yes | QMessageBox.StandardButton.No
    text = question.format(file=path.name)
    return QMessageBox.question(parent, title, text, buttons) == yes
