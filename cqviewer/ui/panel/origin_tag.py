"""The origin of a value or verdict as a rounded tag; a target with its stroke."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.model.facts import Status
from cqviewer.ui.page.verdict_mark import paint_tick
from cqviewer.ui.style.boxes import column
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock


class OriginTag(QWidget):
    """A rounded tag: with a dot for a stated value, dashed with a ring for a derived one.

    It has no dot where there is no value.
    """

    def __init__(self, text: str, look: Look, status: Status = "stated") -> None:
        """Show the text for a status."""
        super().__init__()
        self._look = look
        self._is_hollow = status == "derived"
        self._has_dot = status in ("stated", "derived")
        left, right, upright = look.px(24 if self._has_dot else 11), look.px(11), look.px(3)
        block = TextBlock(text, look, "caption", "ink2")
        column(block, of=self, margins=(left, upright, right, upright))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        line = max(1, int(ratio)) / ratio  # whole device pixels
        pen = QPen(look.color("accent" if self._is_hollow else "line"), line)
        if self._is_hollow:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(box, look.px(11), look.px(11))
        size = look.px(10 if self._is_hollow else 8)
        if not self._has_dot:
            return
        dot = QRectF(look.px(13) - size / 2, (self.height() - size) / 2, size, size)
        if self._is_hollow:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(dot)


class TargetText(QWidget):
    """A target after the stroke that stands for it."""

    def __init__(self, text: str, look: Look) -> None:
        """Show a text."""
        super().__init__()
        self._look = look
        column(TextBlock(text, look, "body", "ink"), of=self, margins=(look.px(8), 0, 0, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle = self._look.line_height("body") / 2
        paint_tick(QPainter(self), self._look.px(2), middle, self._look)
