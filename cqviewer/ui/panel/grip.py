"""The handle between the page and the Source panel, for the mouse and the keyboard."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.focus import shows_ring
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look

HIT = 9
"""px of the design within which the handle can be grabbed."""
STEP = 16
"""px of the design by which an arrow key moves it."""
_WIDE, _HIGH = 5, 36
_WIDEST = 1 << 14


class Grip(QWidget):
    """A handle at the panel's left edge; arrows move it, Home and End go to the limits."""

    moved = Signal(int)
    """Carries the px by which the panel is to become wider."""
    reset = Signal()
    """A double click asks for the panel's usual width."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        """Lie over a widget that places it."""
        super().__init__(parent)
        self._look = look
        self._grabbed_at = 0.0
        self.shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def heard(self) -> Heard:
        """Return a splitter, and how it is moved."""
        return Heard("Splitter", self.tr("Width of the Source panel"), self._keys)

    def _keys(self) -> str:
        return self.tr("Left and Right move it, Home and End go to the limits.")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed_at = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(round(self._grabbed_at - event.position().x()))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._look.px(STEP)
        steps = {
            Qt.Key.Key_Left: step,
            Qt.Key.Key_Right: -step,
            Qt.Key.Key_Home: _WIDEST,
            Qt.Key.Key_End: -_WIDEST,
        }
        if (by := steps.get(Qt.Key(event.key()))) is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._on_focus(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._on_focus(event)

    def _on_focus(self, event: QFocusEvent) -> None:
        self.shows_focus = shows_ring(event, self.shows_focus)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        high, wide = look.px(_HIGH), look.px(_WIDE)
        box = QRectF((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)
        token = "ink" if self.shows_focus else "line"
        painter.fillRect(box, look.color("panel"))
        painter.setPen(QPen(look.color(token), 2 if self.shows_focus else 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
