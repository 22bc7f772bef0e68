"""What is done in any window: files dropped, the wheel with Ctrl, side buttons, Tab."""

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
    """A main window whose actions the pointer triggers, that takes files and moves the focus."""

    files_dropped = Signal(object)
    """Carries the Paths of the files, one at least."""
    actions_by_name: dict[str, QAction]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, handle: QObject, event: QEvent) -> bool:
        """Handle the side buttons before any list, head or field does, for whom they do nothing."""
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
    """Accept files that are dragged here as copies, whatever is proposed; return their paths.

    Not a chart that was dragged out of a window of ours, which is no sheet.
    """
    if event.source() is not None:
        return []
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if paths:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    return paths
