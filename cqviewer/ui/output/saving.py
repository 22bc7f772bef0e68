"""Asking where to save: what is suggested, which ending it gets, and what it would replace."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from cqviewer.model.facts import Sheet


def suggested_stem(sheet: Sheet) -> str:
    """Return the name to suggest for what is made from a sheet, without an ending."""
    return Path(sheet.file_name).name.split(".")[0] or "fact-sheet"


def ask_where_to_save(
    parent: QWidget, title: str, suggested: Path, kinds: Mapping[str, str]
) -> Path | None:
    """Ask for a name; a name without one of the endings gets that of the kind that is chosen.

    `kinds` gives the ending (such as '.pdf') of each of the dialog's filters. None if the reader
    does not save after all, also because there is such a file already.
    """
    filters = ";;".join(kinds)
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(suggested), filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in kinds.values():
        return path
    path = path.with_name(path.name + kinds.get(chosen, next(iter(kinds.values()))))
    # Of the name as it was written, the dialog itself has asked.
    is_there = QFileInfo(str(path)).exists()  # Path's own raises where a name is too long
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
