"""Announces to screen readers what happens away from the focus."""

from collections.abc import Mapping

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.store import View
from cqviewer.ui.style.access_keys import without_key


def announce(widget: QWidget, text: str) -> None:
    """Announce a text to screen readers, on behalf of a widget."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def look_change(old: View, new: View, actions: Mapping[str, QAction]) -> str:
    """Return what has changed in a rebuilt window: its theme, zoom or language."""
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
        said.append(f"{round(100 * new.zoom)}\N{NARROW NO-BREAK SPACE}%")
    return " ".join(said)
