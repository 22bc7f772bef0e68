"""The mark around a hit: brackets, a shape that nothing else in the window has."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.look import Look

Place = Callable[[], QRect]
_OUT, _ARM, _WIDTH = 8, 12, 2  # px of the design; outside the box, so that no letter is covered
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class HitMark(QWidget):
    """Brackets at the corners of a rectangle on a page; mouse events pass through."""

    def __init__(self, area: QScrollArea, look: Look) -> None:
        """Create the mark on the content of a scroll area, hidden."""
        self._body = area.widget() or area
        super().__init__(self._body)
        self._area = area
        self._look = look
        self._target: QWidget | None = None
        self._place: Place | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._soon = single_shot(self, 0, self._follow)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """Return the widget in which something is marked, if any."""
        return self._target

    def put(self, target: QWidget, place: Place) -> None:
        """Mark a rectangle of a widget; `place` returns it in the widget's coordinates."""
        self.take_away()
        self._target, self._place = target, place
        body = self._body
        one: QWidget | None = target
        while one is not None and one is not body:
            one.installEventFilter(self)
            one = one.parentWidget()
        self.setGeometry(0, 0, 0, 0)
        self._follow()
        self._soon.start()  # again when the page's layout has settled

    def take_away(self) -> None:
        """Mark nothing."""
        one = self._target if self._target is not None and _is_there(self._target) else None
        while one is not None and one is not self._body:
            one.removeEventFilter(self)
            one = one.parentWidget()
        self._target = self._place = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Move to the rectangle, and scroll there if it has moved on the page."""
        if self._target is None or self._place is None:
            return
        if not _is_there(self._target):  # its page was rebuilt
            self.take_away()
            return
        body = self._body
        place = self._place()
        out = self._look.px(_OUT)
        box = QRect(self._target.mapTo(body, place.topLeft()), place.size())
        frame = box.adjusted(-out, -out, out, out).intersected(body.rect())
        if frame.isValid() and frame != self.geometry():
            self.setGeometry(frame)
            self._scroll_to(frame)
        self.setVisible(frame.isValid() and self._target.isVisibleTo(body))
        self.raise_()

    def _scroll_to(self, frame: QRect) -> None:
        """Scroll until the frame is visible; of a high frame, its top."""
        margin = self._look.px(24)
        bar = self._area.verticalScrollBar()
        height = self._area.viewport().height()
        top, bottom = frame.top() - margin, frame.bottom() + margin
        if top < bar.value() or bottom - top > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = self._look.px(_WIDTH)
        pen = QPen(self._look.color("accent"), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        half = width // 2 + width % 2
        box = self.rect().adjusted(half, half, -half, -half)
        arm = min(self._look.px(_ARM), box.width() // 3, box.height() // 3)
        for x, inward in ((box.left(), arm), (box.right(), -arm)):
            for y, down in ((box.top(), arm), (box.bottom(), -arm)):
                corner = [(x + inward, y), (x, y), (x, y + down)]
                painter.drawPolyline([QPoint(*point) for point in corner])


def _is_there(widget: QWidget) -> bool:
    """Return whether Qt still has a widget, which Python may hold longer."""
    try:
        widget.isVisible()
    except RuntimeError:
        return False
    return True
