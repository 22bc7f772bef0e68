"""Opens the editor of the sheet at what the reader looks at."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cqviewer.model.problems import Path
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.editing.sheet_editor import SheetEditor
from cqviewer.ui.state.appearance import Appearance
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look


class Editing(QObject):
    """Shows one editor at a time for a window."""

    def __init__(
        self, store: Store, changes: Changes, appearance: Appearance, window: QWidget
    ) -> None:
        """Edit by the changes of a window."""
        super().__init__(window)
        self._store = store
        self._changes = changes
        self._appearance = appearance
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {"edit_part": self.edit}

    def edit(self) -> None:
        """Open the editor at the figure that is selected, or else at the section on screen.

        Of a file that is not the reader's a copy is offered instead.
        """
        if not self._changes.is_own:
            self._changes.offer_copy()
            return
        view, sheet = self._store.view, self._store.sheet
        look = Look(self._appearance.theme, self._appearance.zoom, view.language)
        found = self._window.findChild(SheetEditor)
        editor = found or SheetEditor(self._changes, look, self._window)
        path: Path = ("sections", [one.id for one in sheet.sections].index(view.section))
        if view.selected in sheet.indicators:
            path = ("indicators", str(view.selected).partition(".")[0])
        editor.show_part(path)
        editor.show()
        editor.activateWindow()
