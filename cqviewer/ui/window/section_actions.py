"""The actions that show the sections of a sheet, in the Go menu and by Ctrl+1 to 9."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.store import Store, View


class SectionActions(QObject):
    """Keeps one action for each section of the sheet that a window shows."""

    went = Signal()
    """The reader went to a section."""

    def __init__(self, store: Store, window: QWidget) -> None:
        """Begin without actions."""
        super().__init__(window)
        self._window = window
        self._store = store
        self._group = QActionGroup(self)
        self.actions: list[QAction] = []
        store.view_changed.connect(self._on_view_changed)

    def make(self) -> None:
        """Replace the actions by those for the store's sheet."""
        store = self._store
        for action in self.actions:
            self._window.removeAction(action)
            action.deleteLater()
        self.actions = []
        for number, section in enumerate(store.sheet.sections, start=1):
            title = store.wording.text(section.title).replace("&", "&&")
            action = QAction(title, self._window)
            action.setData(section.id)
            if number < 10:
                action.setShortcut(f"Ctrl+{number}")
            action.triggered.connect(self._on_triggered)
            action.setCheckable(True)
            action.setChecked(section.id == store.view.section)
            self._group.addAction(action)
            self.actions.append(action)
            self._window.addAction(action)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._store.look(section=action.data())
            self.went.emit()

    def _on_view_changed(self, _old: View, new: View) -> None:
        for action in self.actions:
            action.setChecked(action.data() == new.section)
