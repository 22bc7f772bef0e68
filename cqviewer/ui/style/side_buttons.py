"""The mouse's side buttons, by which the window goes back and forward, wherever it is pointed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea

_SIDE = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)


class _Passing(QObject):
    """Hands the side buttons on from a view's viewport."""

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        is_side = isinstance(event, QMouseEvent) and event.button() in _SIDE
        if is_side:
            event.ignore()  # so that Qt offers it to the widgets around
        return is_side


def pass_side_buttons(view: QAbstractScrollArea) -> None:
    """Leave the side buttons to the window, though Qt's lists and texts would take them."""
    view.viewport().installEventFilter(_Passing(view))
