"""The head of a window: the sheet's title and sources, and the row of its tabs."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tab_bar import NotedTabs
from cqviewer.ui.style.text_block import TextBlock

_MOST = 0.3  # of the window's height


class Header(QWidget):
    """Shows the title and the sources of the store's sheet."""

    def __init__(self, store: Store, look: Look) -> None:
        """Show title and sources, of two lines at most."""
        super().__init__()
        self.setObjectName("page")
        wording, sheet = store.wording, store.sheet
        title = TextBlock(wording.text(sheet.title), look, "title", most_lines=2)
        sources = TextBlock(wording.provenance(sheet), look, "body", "ink3", most_lines=2)
        margins = (look.px(32), look.px(16), look.px(32), look.px(6))
        self._layout = column(title, sources, of=self, margins=margins)

    def fit(self, window: QSize) -> None:
        """Hide the header if it would take too much of a small window with large type.

        The title is then only in the window's title bar.
        """
        wanted = self._layout.heightForWidth(window.width())
        self.setVisible(wanted <= window.height() * _MOST)


class TabRow(NotedTabs):
    """The tabs of the store's sheet, and a note with counts of its data."""

    picked = Signal(str)
    """Carries the id of the section that was picked."""

    def __init__(self, store: Store, look: Look) -> None:
        """Create a tab for each section, and one for changes while these are shown."""
        wording, sheet = store.wording, store.sheet
        titles = [wording.text(section.title) for section in sheet.sections]
        self._counted = wording.corner_note(sheet)
        super().__init__(titles, self._counted, look)
        self._store = store
        self.bar.setAccessibleName(self.tr("Sections"))
        self._has_changes = store.shown_changes is not None
        if self._has_changes:
            self.bar.insertTab(0, self.tr("What changed"))
        self.show_current()
        store.view_changed.connect(self.show_current)
        self.bar.currentChanged.connect(self._on_current_changed)

    def show_current(self) -> None:
        """Select the tab of the store's section, or that of the changes."""
        ids = [section.id for section in self._store.sheet.sections]
        at = ids.index(self._store.view.section) + self._has_changes
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(0 if self._store.is_on_changes else at)
        self.bar.blockSignals(False)
        self.bar.update()

    def tell_edited(self, file: str) -> None:
        """Show which file is being edited; with '' the counts again."""
        editing = self.tr("Editing {file}").format(file=file)
        self.note.setText(editing if file else self._counted)
        self.fit_note()

    def _on_current_changed(self, index: int) -> None:
        if self._has_changes and index == 0:
            self._store.show_changes()
        else:
            self.picked.emit(self._store.sheet.sections[index - self._has_changes].id)
