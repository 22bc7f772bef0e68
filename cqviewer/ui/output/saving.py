"""Asking where to save a file: its suggested name, its suffix, and what it would replace."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cqviewer.model.facts import Sheet


def suggested_stem(sheet: Sheet) -> str:
    """Return the name to suggest for files made from a sheet, without a suffix."""
    return Path(sheet.file_name).name.split(".")[0] or "fact-sheet"


def ask_where_to_save(
    parent: QWidget, title: str, suggested: Path, kinds: Mapping[str, str]
) -> Path | None:
    """Ask for a name; one without a known suffix gets that of the chosen kind.

    `kinds` maps the dialog's filters to suffixes such as '.pdf'. None if the user cancels, or does
    not want to replace an existing file.
    """
    filters = ";;".join(kinds)
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(suggested), filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in kinds.values():
        return path
    path = path.with_name(path.name + kinds.get(chosen, next(iter(kinds.values()))))
    # If the name was complete, the dialog itself has asked.
    is_there = QFileInfo(str(path)).exists()  # Path.exists raises where a name is too long
    return path if not is_there or _may_replace(parent, title, path) else None


def unsaved(path: Path) -> str:
    """Return the sentence that a file has not been saved yet."""
    sentence = QCoreApplication.translate("Saving", "{file} has not been saved yet.")
    return sentence.format(file=path.name)


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    question = QCoreApplication.translate(
        "Saving", "There is already a file {file}. Shall it be replaced?"
    )
    yes = QMessageBox.StandardButton.Yes
    buttons = yes | QMessageBox.StandardButton.No
    text = question.format(file=path.name)
    return QMessageBox.question(parent, title, text, buttons) == yes
