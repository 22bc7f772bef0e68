"""Theme and size of what is shown: what the reader chose, and what the system asks for."""

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication

from cqviewer.charts.theme import Theme, theme_for
from cqviewer.ui.state.store import ContrastChoice, Store

MOST_ZOOM = 2.5
"""The largest zoom that the system's font size leads to."""
_LARGEST_USUAL, _DESIGN_SIZE = (13, 13) if sys.platform == "darwin" else (11, 10)
"""Points: the largest default font of desktops, up to which the window keeps the design's size;
and the size of the design's own text, which is 13 px.

On macOS a point is 1 px; elsewhere it is 4/3 px.
"""


def system_is_dark() -> bool:
    """Return whether the system asks for a dark theme."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def system_wants_contrast() -> bool:
    """Return whether the system asks for more contrast; Qt knows of it since 6.10."""
    hints = QGuiApplication.styleHints()  # kept: PySide6 deletes `accessibility` with it
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def system_text_scale() -> float:
    """Return how many times larger than the design the system wants text; 1.0 at least.

    Only the size of the system's font counts; its density is already in Qt's pixel ratio, also
    where the density is set for text alone.
    """
    points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return points / _DESIGN_SIZE if points > _LARGEST_USUAL else 1.0


class Appearance(QObject):
    """Theme and zoom of one window: the reader's choices, completed by the system's settings."""

    changed = Signal()
    """The system has changed the theme or the text size that is shown."""

    def __init__(self, store: Store, parent: QObject) -> None:
        """Follow the system as far as the store's view leaves the choice to it."""
        super().__init__(parent)
        self._store = store
        self.text_scale = system_text_scale()
        self._shown = self.theme
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # Qt has no signal for the system's font: ask when the program is active again.
            app.applicationStateChanged.connect(self._on_system_changed)
        store.view_changed.connect(self._on_view_changed)

    @property
    def is_dark(self) -> bool:
        """Return whether the theme is dark, by choice or by the system."""
        choice = self._store.view.theme
        return choice == "dark" or (choice == "system" and system_is_dark())

    @property
    def is_high_contrast(self) -> bool:
        """Return whether the theme is one of high contrast, by choice or by the system."""
        choice = self._store.view.contrast
        return choice == "high" or (choice == "system" and system_wants_contrast())

    @property
    def theme(self) -> Theme:
        """Return the theme that is shown."""
        return theme_for(is_dark=self.is_dark, is_high_contrast=self.is_high_contrast)

    @property
    def zoom(self) -> float:
        """Return the zoom that is shown: the reader's, on top of the system's font size."""
        zoom = self._store.view.zoom
        return max(zoom, min(zoom * self.text_scale, MOST_ZOOM))

    def toggle_dark(self) -> None:
        """Change from light to dark or back."""
        self._store.look(theme="light" if self.is_dark else "dark")

    def toggle_contrast(self) -> None:
        """Change to high contrast or back; 'system' if the system asks for the same."""
        wanted = not self.is_high_contrast
        choice: ContrastChoice = "high" if wanted else "normal"
        self._store.look(contrast="system" if wanted == system_wants_contrast() else choice)

    def _on_view_changed(self) -> None:
        self._shown = self.theme

    def _on_system_changed(self) -> None:
        text_scale = system_text_scale()
        if (self.theme, self.text_scale) != (self._shown, text_scale):
            self._shown, self.text_scale = self.theme, text_scale
            self.changed.emit()
