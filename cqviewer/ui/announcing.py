"""Has a screen reader say what happens elsewhere than where the reader is."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text, on behalf of a widget."""
    # Not at the top: PySide makes all enumerations of QAccessible, which the first picture awaits.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
