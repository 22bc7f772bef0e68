"""Gestures in the whole window: dropped files, Ctrl and wheel, side buttons, Tab."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QMouseEvent,
    QShowEvent,
    QWheelEvent,
)

from cqviewer.ui.state.focus import move_focus
from cqviewer.ui.style.style import DressedWindow

_BY_BUTTON = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}


class GestureWindow(DressedWindow):
    """A main window that triggers its actions by these gestures."""

    files_dropped = Signal(object)
    """Carries the Paths of the files, at least one."""
    actions_by_name: dict[str, QAction]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, handle: QObject, event: QEvent) -> bool:
        """Handle the side buttons before widgets, which would treat them as other buttons."""
        if handle is not self.windowHandle() or not isinstance(event, QMouseEvent):
            return super().eventFilter(handle, event)
        name = _BY_BUTTON.get(event.button())
        if name and event.type() == QEvent.Type.MouseButtonPress:
            self.actions_by_name[name].trigger()
        return name is not None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            is_up = event.angleDelta().y() > 0
            self.actions_by_name["zoom_in" if is_up else "zoom_out"].trigger()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return move_focus(self, forwards=forwards)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _accepted(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _accepted(event):
            self.files_dropped.emit(paths)


def _accepted(event: QDropEvent) -> list[Path]:
    """Accept dragged files as copies, whatever action is proposed; return their paths.

    A chart that is dragged from a window of this program is refused, since it is no sheet.
    """
    if event.source() is not None:
        return []
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if paths:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    return paths
