"""Commands of the Help menu."""

from collections.abc import Callable
from types import ModuleType

from PySide6.QtWidgets import QWidget


class Help:
    """Opens the windows that explain cqviewer; what they need is imported when one is opened."""

    def __init__(self, window: QWidget) -> None:
        """Open them over a window."""
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action of the Help menu does, by its name."""
        return {
            "shortcuts": self.show_shortcuts,
            "format": self.show_format,
            "about": self.show_about,
        }

    def show_shortcuts(self) -> None:
        """Show the keyboard shortcuts."""
        self._dialogs().show_shortcuts(self._window)

    def show_format(self) -> None:
        """Show the page about the format of fact sheets."""
        self._dialogs().show_format(self._window)

    def show_about(self) -> None:
        """Show versions and licences."""
        self._dialogs().show_about(self._window)

    def _dialogs(self) -> ModuleType:
        from cqviewer.ui.window import dialogs

        return dialogs
