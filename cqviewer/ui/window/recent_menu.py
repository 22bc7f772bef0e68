"""The menu of the files opened lately, with those that are gone greyed."""

from pathlib import Path

from PySide6.QtCore import QEvent, QFileInfo, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cqviewer.ui.state.settings import Settings


class RecentMenu(QMenu):
    """Lists the files of the settings, read again each time that it is opened."""

    chosen = Signal(object)
    """Carries the Path of the file that is to be opened."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Show what the settings remember."""
        super().__init__(parent)
        self._settings = settings
        self.setTitle(self.tr("Open &recent"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.refresh)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setTitle(self.tr("Open &recent"))
        super().changeEvent(event)

    def refresh(self) -> None:
        """List the files again."""
        self.clear()
        paths = [Path(name) for name in self._settings.recent()]
        names = [path.name for path in paths]
        for path in paths:
            twice = names.count(path.name) > 1
            text = f"{path.name} – {path.parent}" if twice else path.name
            action = QAction(text.replace("&", "&&"), self)
            action.setData(str(path))
            action.setToolTip(str(path).replace("<", "&lt;"))
            action.setEnabled(QFileInfo(str(path)).isFile())  # Path raises in a folder that is shut
            action.triggered.connect(self._on_triggered)
            self.addAction(action)
        if paths:
            self.addSeparator()
        clear = QAction(self.tr("&Clear the list"), self)
        clear.setEnabled(bool(paths))
        clear.triggered.connect(self._settings.forget_recent)
        self.addAction(clear)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Path(action.data()))
