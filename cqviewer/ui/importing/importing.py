"""What a window does with data files: a dialog makes a sheet of one, which then is opened."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate

SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods", ".xls", ".json", ".xml")
"""How the names of data files end."""
_DIALOG = "cqviewer.ui.importing.dialog"
"""Is loaded when a data file is there: it takes longer than all else that a window begins with."""


class Importing(QObject):
    """Makes sheets from data files for one window."""

    made = Signal(object)
    """Carries the Path of a sheet that was made, to be opened."""

    def __init__(self, window: QWidget) -> None:
        """Work for a window."""
        super().__init__(window)
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {"new_from_data": self.ask_for_data}

    def ask_for_data(self) -> None:
        """Ask for a data file, and show what it gives."""
        if path := ask_for_data_file(self._window):
            self.show(path)

    def takes(self, path: Path) -> bool:
        """Show what a file gives if its name is that of a data file; return whether it is."""
        if path.suffix.lower() not in SUFFIXES:
            return False
        self.show(path)
        return True

    def show(self, path: Path) -> None:
        """Show what a data file gives, in a dialog."""
        dialog = import_module(_DIALOG).ImportDialog(path, self._window)
        dialog.made.connect(self.made)
        dialog.open()


def ask_for_data_file(parent: QWidget, folder: Path | None = None) -> Path | None:
    """Ask which data file is meant."""
    data = translate("Importing", "Data files ({endings})")
    kinds = [data.format(endings=" ".join(f"*{one}" for one in SUFFIXES))]
    kinds.append(translate("Importing", "All files (*)"))
    title = translate("Importing", "New sheet from data")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder or ""), ";;".join(kinds))
    return Path(name) if name else None
