"""Data files in a window: a dialog makes a new sheet, or brings newer data into the open one."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from cqviewer.model.text import Language
from cqviewer.ui.importing.data_file import ask_for_data_file
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.notices import Notices
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import Call
from cqviewer.worker.rewrites import Change, Restore

if TYPE_CHECKING:
    from cqviewer.ui.importing.dialog import ImportDialog


class SheetWriter(Protocol):
    """Writes into the sheet's file, with undo."""

    def make(self, change: Change) -> Call | None:
        """Change the file; returns None if it is not the reader's to change."""

    def tell(self, title: str) -> None:
        """Show that something was written, with a link to undo it."""

    def new_sheet(self) -> None:
        """Save an empty sheet and open it."""


class Importing(QObject):
    """Makes sheets from data files for one window, and brings newer data into its own."""

    made = Signal(object)
    """Carries the Path of a sheet that was made and should be opened."""
    changes: SheetWriter

    def __init__(
        self, store: Store, files: Files, settings: Settings, notices: Notices, window: QWidget
    ) -> None:
        """Work for a window, which then sets `changes`."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._settings = settings
        self._notices = notices
        self._window = window
        files.data_offered.connect(self.offer)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {"new_sheet": self.ask_what_sheet, "bring_data": self.ask_for_newer}

    def ask_what_sheet(self) -> None:
        """Ask whether a new sheet is to be empty or made from data."""
        question = self.tr("What shall the new sheet begin with?")
        choices = {
            self.tr("From &data…"): self.ask_for_data,
            self.tr("&Empty"): self.changes.new_sheet,
        }
        self._ask(self.tr("New sheet"), question, choices)

    def _ask(self, title: str, question: str, choices: Mapping[str, Callable[[], object]]) -> None:
        """Ask a question with a button for each answer; Enter chooses the first one."""
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        for text, action in choices.items():
            button = box.addButton(text, QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(action)
            if box.defaultButton() is None:
                box.setDefaultButton(button)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def ask_for_data(self) -> None:
        """Ask for a data file, and show what it gives."""
        if path := ask_for_data_file(self._window, self.tr("New sheet from data")):
            self.show(path)

    def ask_for_newer(self) -> None:
        """Ask for the data file's next edition, and show what it changes in the sheet."""
        folder = self._files.path.parent if self._files.path else None
        if path := ask_for_data_file(self._window, self.tr("Bring in newer data"), folder):
            self.show_changes(path)

    def offer(self, path: Path) -> None:
        """Show what a data file gives.

        If the open sheet was made from data, first ask whether this is newer data for it.
        """
        if re.search(rb"^imports:", self._store.sheet.yaml, re.MULTILINE) and self._files.path:
            sheet = self._files.path.name
            choices = {
                self.tr("&Bring into {sheet}").format(sheet=sheet): partial(
                    self.show_changes, path
                ),
                self.tr("Make a &new sheet"): partial(self.show, path),
            }
            question = self.tr("What is to be done with {file}?").format(file=path.name)
            self._ask(self.tr("Data file"), question, choices)
        else:
            self.show(path)

    def show(self, path: Path) -> None:
        """Show what a data file gives, in a dialog."""
        place = self._settings.remembered.place
        dialog = self._dialog(path, place=place)
        dialog.made.connect(self.made)
        dialog.placed.connect(self._on_placed)
        dialog.open()

    def _dialog(
        self, path: Path, target: Path | None = None, language: Language = "en", place: str = ""
    ) -> "ImportDialog":
        """Return a new dialog for a data file."""
        # Not at the top: it takes longer than all else that a window imports.
        from cqviewer.ui.importing.dialog import ImportDialog

        return ImportDialog(path, self._window, target, language, place=place)

    def _on_placed(self, place: str, kept: Path | None) -> None:
        if kept is not None:
            self._notices.tell(self.tr("Saved {file}").format(file=kept.name), "writing")
        if place:
            self._settings.remember(place=place)

    def show_changes(self, path: Path) -> None:
        """Show what a data file changes in the open sheet, in a dialog."""
        if self._files.path is not None:
            dialog = self._dialog(path, self._files.path, self._store.wording.language)
            dialog.brought.connect(self._on_brought)
            dialog.open()

    def _on_brought(self, path: Path, change: Restore) -> None:
        if (call := self.changes.make(change)) is not None:
            call.done.connect(partial(self._tell, path))

    def _tell(self, path: Path, _checked: object) -> None:
        """Show that newer data was brought in, with a link to undo it."""
        self.changes.tell(self.tr("The values of {file} were brought in").format(file=path.name))
