"""Commands of the Help menu."""

from collections.abc import Callable
from types import ModuleType

from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.store import Store


class Help:
    """Opens the windows that explain cqviewer; what they need is imported when one is opened."""

    def __init__(self, window: QWidget, store: Store) -> None:
        """Open them over the window of a store's sheet."""
        self._window = window
        self._store = store

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action of the Help menu does, by its name."""
        return {
            "shortcuts": self.show_shortcuts,
            "format": self.show_format,
            "about_sheet": self.show_sheet,
            "about": self.show_about,
        }

    def show_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        self._dialogs().show_shortcuts(self._window)

    def show_format(self) -> None:
        """Show the page about the format of fact sheets."""
        self._dialogs().show_format(self._window)

    def show_sheet(self) -> None:
        """Show who answers for the open sheet, and on what terms it may be used."""
        self._dialogs().show_sheet(self._window, self._store.sheet, self._store.wording)

    def show_about(self) -> None:
        """Show versions and licences."""
        self._dialogs().show_about(self._window)

    def _dialogs(self) -> ModuleType:
        from cqviewer.ui.window import dialogs

        return dialogs
