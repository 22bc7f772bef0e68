"""The handle of the Source panel beside a page or a comparison, for mouse and keyboard."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cqviewer.ui.state.focus import PaintsRing
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look

HIT = 9
"""Thickness in px of the design of the area where the handle can be grabbed."""
STEP = 16
"""px of the design by which an arrow key moves it."""
_WIDE, _HIGH = 5, 36
_WIDEST = 1 << 14
_PLACED = (
    *(QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.ZOrderChange),
    *(QEvent.Type.ShowToParent, QEvent.Type.HideToParent),
)


class Grip(PaintsRing, QWidget):
    """A handle that follows the left edge of a panel, or the upper one."""

    moved = Signal(int)
    """Carries the px to be added to the panel's width or height."""
    reset = Signal()
    """A double click asks for the panel's usual size."""

    def __init__(self, look: Look, panel: QWidget) -> None:
        """Create the handle as a sibling of a panel, whose edge it covers."""
        super().__init__(panel.parentWidget())
        self._look = look
        self._panel = panel
        self._is_above = False
        self._grabbed_at = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.turn(is_above=False)
        panel.installEventFilter(self)

    def turn(self, *, is_above: bool) -> None:
        """Move to the upper edge of the panel, or to its left one."""
        self._is_above = is_above
        shape = Qt.CursorShape.SplitVCursor if is_above else Qt.CursorShape.SplitHCursor
        self.setCursor(shape)
        self._follow()

    def eventFilter(self, _panel: QObject, event: QEvent) -> bool:
        if event.type() in _PLACED:
            self._follow()
        return False

    def _follow(self) -> None:
        box, hit = self._panel.geometry(), self._look.px(HIT)
        upright = QRect(box.left() - hit // 2, box.top(), hit, box.height())
        lying = QRect(box.left(), box.top() - hit // 2, box.width(), hit)
        self.setGeometry(lying if self._is_above else upright)
        self.setHidden(self._panel.isHidden())
        self.raise_()

    def heard(self) -> Heard:
        """Return a splitter, described by its keys."""
        wide, high = self.tr("Width of the Source panel"), self.tr("Height of the Source panel")
        return Heard("Splitter", high if self._is_above else wide, self._keys)

    def _keys(self) -> str:
        if self._is_above:
            return self.tr("Up and Down move it, Home and End go to the limits.")
        return self.tr("Left and Right move it, Home and End go to the limits.")

    def _along(self, place: QPointF) -> float:
        return place.y() if self._is_above else place.x()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed_at = self._along(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(round(self._grabbed_at - self._along(event.position())))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, key = self._look.px(STEP), Qt.Key
        more, less = (key.Key_Up, key.Key_Down) if self._is_above else (key.Key_Left, key.Key_Right)
        steps = {
            more: step,
            less: -step,
            Qt.Key.Key_Home: _WIDEST,
            Qt.Key.Key_End: -_WIDEST,
        }
        if (by := steps.get(Qt.Key(event.key()))) is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        wide, high = look.px(_WIDE), look.px(_HIGH)
        if self._is_above:
            wide, high = high, wide
        box = QRectF((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)
        token = "ink" if self.shows_focus else "line"
        painter.fillRect(box, look.color("panel"))
        painter.setPen(QPen(look.color(token), 2 if self.shows_focus else 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
