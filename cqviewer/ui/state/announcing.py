"""Announces what happens: to screen readers away from the focus, and on a button that copies."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QAbstractButton, QWidget

from cqviewer.ui.state.store import View
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.style.choices import zoom_in_words

COPIED_MS = 2000


def announce(widget: QWidget, text: str) -> None:
    """Announce a text to screen readers, on behalf of a widget."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def look_change(old: View, new: View, actions: Mapping[str, QAction]) -> str:
    """Return in words what of a window's look has changed: theme, contrast, language and zoom."""
    names = {
        "theme": f"theme_{new.theme}",
        "contrast": "high_contrast" if new.contrast == "high" else f"theme_{new.theme}",
        "language_choice": f"language_{new.language_choice}",
    }
    said = [
        without_key(actions[name].text())
        for field, name in names.items()
        if getattr(old, field) != getattr(new, field)
    ]
    if old.zoom != new.zoom:
        said.append(zoom_in_words(new.zoom))
    return " ".join(said)


class CopiedText(QObject):
    """Shows 'Copied' on a button for two seconds in place of its own text.

    The accessible name stays, since what was copied is announced: it would be said twice.
    """

    def __init__(self, button: QAbstractButton) -> None:
        """Show nothing until `show` is called; the button owns this object."""
        super().__init__(button)
        self.text = self.tr("Copied")
        self._button = button
        self._usual: tuple[str, str] | None = None
        self._over = single_shot(self, COPIED_MS, self.end)

    def show(self) -> None:
        """Show 'Copied' on the button."""
        usual = (self._button.text(), self._button.accessibleName())
        text, name = self._usual = self._usual or usual
        self._button.setAccessibleName(name or text)
        self._button.setText(self.text)
        self._over.start()

    def end(self) -> None:
        """Restore the button's own text."""
        if self._usual is not None:
            text, name = self._usual
            self._button.setText(text)
            self._button.setAccessibleName(name)
        self._usual = None
