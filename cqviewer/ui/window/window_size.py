"""How large a window may begin: no larger than the screen, with its frame."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""What a desktop puts around a window; Qt knows that only of one that is shown."""


def room_for(window: QWidget, wanted: QSize) -> QSize:
    """Give the size that is wanted, or as much of it as the window's screen has room for."""
    return wanted.boundedTo(window.screen().availableSize() - _FRAME)
