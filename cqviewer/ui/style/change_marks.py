"""Marks of changes since an earlier edition, and struck-through values."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.model.reporting.edition_rows import Mark
from cqviewer.ui.style.look import Look, Role
from cqviewer.ui.style.text_block import TextBlock

SIZE = 12
"""px of the design: the side of the square around a mark."""
_DIAMOND, _RING, _ARM = 5, 4, 4.5
_LINES = ((-3.5, 9), (0, 9), (3.5, 6))
"""px of the design of the mark 'wording': from its middle to a line, and the line's length."""


def paint_change_mark(painter: QPainter, mark: Mark, middle: QPointF, look: Look) -> None:
    """Paint a mark centred on a point: diamond, ring, plus, minus or three lines."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    zoom, accent = look.zoom, look.color("accent")
    pen = QPen(accent, 2 * zoom)
    if mark == "revised":
        half = _DIAMOND * zoom
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        corners = ((0, -half), (half, 0), (0, half), (-half, 0))
        painter.drawPolygon(QPolygonF([middle + QPointF(*one) for one in corners]))
    elif mark == "follows":
        painter.setPen(pen)
        painter.drawEllipse(middle, _RING * zoom, _RING * zoom)
    elif mark in ("new", "gone"):
        arm = _ARM * zoom
        pen.setColor(accent if mark == "new" else look.color("ink"))
        painter.setPen(pen)
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        if mark == "new":
            painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
    else:
        painter.setPen(QPen(look.color("ink2"), 1.4 * zoom))
        left = middle.x() - _ARM * zoom
        for y, length in _LINES:
            at = middle.y() + y * zoom
            painter.drawLine(QPointF(left, at), QPointF(left + length * zoom, at))
    painter.restore()


class ChangeMark(QWidget):
    """A mark of a change beside a line of text."""

    def __init__(self, mark: Mark, look: Look, line: int) -> None:
        """Show a mark, vertically centred in a line of a height in px."""
        super().__init__()
        self._mark: Mark = mark
        self._look = look
        self._line = line
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(SIZE), self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = QRectF(self.rect()).center()
        paint_change_mark(QPainter(self), self._mark, middle, self._look)


class Struck(TextBlock):
    """A struck-through text; set `spoken` so that a screen reader hears that it is outdated."""

    def __init__(self, text: str, look: Look, role: Role = "body") -> None:
        """Show a text in the size of a role."""
        super().__init__(text, look, role, "ink3")
        self._font = QFont(self._font)
        self._font.setStrikeOut(True)
        self.setText(text)
