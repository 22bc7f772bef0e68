"""Which theme is shown: what the reader chose, or else what the system asks for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from cqviewer.charts.theme import Theme, theme_for
from cqviewer.ui.store import ContrastChoice, Store


def system_is_dark() -> bool:
    """Tell whether the system asks for a dark theme."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    """Tell whether the system asks for more contrast; Qt knows of it since 6.10."""
    hints = QGuiApplication.styleHints()  # kept, or PySide6 drops what is asked of it next
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


class Appearance(QObject):
    """Holds the theme of one window's store, and says when the system changes it."""

    changed = Signal()

    def __init__(self, store: Store, parent: QObject) -> None:
        """Follow the system as far as the store's view leaves the choice to it."""
        super().__init__(parent)
        self._store = store
        self._shown = self.theme
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        store.view_changed.connect(self._on_view_changed)

    @property
    def is_dark(self) -> bool:
        """Tell whether the theme is dark, by choice or by the system."""
        choice = self._store.view.theme
        return choice == "dark" or (choice == "system" and system_is_dark())

    @property
    def is_high_contrast(self) -> bool:
        """Tell whether the theme is one of high contrast, by choice or by the system."""
        choice = self._store.view.contrast
        return choice == "high" or (choice == "system" and system_wants_contrast())

    @property
    def theme(self) -> Theme:
        """Give the theme that is shown."""
        return theme_for(is_dark=self.is_dark, is_high_contrast=self.is_high_contrast)

    def toggle_dark(self) -> None:
        """Change from light to dark or back."""
        self._store.look(theme="light" if self.is_dark else "dark")

    def toggle_contrast(self) -> None:
        """Change to high contrast or back; what the system asks for anyway is left to it."""
        wanted = not self.is_high_contrast
        choice: ContrastChoice = "high" if wanted else "normal"
        self._store.look(contrast="system" if wanted == system_wants_contrast() else choice)

    def _on_view_changed(self) -> None:
        self._shown = self.theme

    def _on_system_changed(self) -> None:
        if self.theme != self._shown:
            self._shown = self.theme
            self.changed.emit()
