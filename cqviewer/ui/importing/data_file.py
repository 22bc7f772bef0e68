"""Asking for a data file."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cqviewer.model.files.plain_file import DATA_SUFFIXES

translate = QCoreApplication.translate


def ask_for_data_file(parent: QWidget, title: str, folder: Path | None = None) -> Path | None:
    """Ask for a data file in a dialog with a title; None if it is cancelled."""
    data = translate("Importing", "Data files ({endings})")
    kinds = [data.format(endings=" ".join(f"*{one}" for one in DATA_SUFFIXES))]
    kinds.append(translate("Importing", "All files (*)"))
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), ";;".join(kinds))
    return Path(name) if name else None
