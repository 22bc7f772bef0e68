"""The row of a sheet's tabs, with the counted note at its right."""

from PySide6.QtCore import Signal

from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tab_bar import NotedTabs


class TabRow(NotedTabs):
    """The tabs of the store's sheet and the note that is counted from its data."""

    picked = Signal(str)
    """Carries the id of the section that was picked."""

    def __init__(self, store: Store, look: Look) -> None:
        """Show the tabs of the sheet."""
        wording, sheet = store.wording, store.sheet
        titles = [wording.text(section.title) for section in sheet.sections]
        super().__init__(titles, wording.corner_note(sheet), look)
        self._store = store
        self.bar.setAccessibleName(self.tr("Sections"))
        self._has_changes = store.shown_changes is not None
        if self._has_changes:
            self.bar.insertTab(0, self.tr("What changed"))
        self.show_current()
        store.view_changed.connect(self.show_current)
        self.bar.currentChanged.connect(self._on_current_changed)

    def show_current(self) -> None:
        """Mark the tab of the store's section, or of what changed, as the one shown."""
        ids = [section.id for section in self._store.sheet.sections]
        at = ids.index(self._store.view.section) + self._has_changes
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(0 if self._store.is_on_changes else at)
        self.bar.blockSignals(False)
        self.bar.update()

    def _on_current_changed(self, index: int) -> None:
        if self._has_changes and index == 0:
            self._store.show_changes()
        else:
            self.picked.emit(self._store.sheet.sections[index - self._has_changes].id)
