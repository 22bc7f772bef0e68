"""Rectangles whose edges lie on device pixels, also at fractional pixel ratios."""

import math

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from cqviewer.ui.style.look import Look


def fill_on_pixels(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Fill a rectangle, given in px, at the nearest device pixels.

    Width and height are rounded down to whole device pixels, so that equal lengths stay equal: a
    hairline is one device pixel at pixel ratios below 2.
    """
    to_pixels = painter.deviceTransform()
    _fill(painter, _whole(box, to_pixels), color, to_pixels)


def frame_on_pixels(painter: QPainter, box: QRectF, color: QColor, inside: QColor) -> None:
    """Fill a rectangle as `fill_on_pixels` does, with a hairline around it in another colour."""
    to_pixels = painter.deviceTransform()
    whole = _whole(box, to_pixels)
    line = max(1, math.floor(to_pixels.m11()))
    _fill(painter, whole, color, to_pixels)
    _fill(painter, whole.adjusted(line, line, -line, -line), inside, to_pixels)


def frame_inside(painter: QPainter, box: QRect | QRectF, color: QColor) -> None:
    """Draw a frame of 2 px just inside the edge of a box, as around what has the focus."""
    painter.setPen(QPen(color, 2))
    painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))


def _whole(box: QRectF, to_pixels: QTransform) -> QRectF:
    """Return a rectangle in whole device pixels."""
    place = to_pixels.mapRect(box)
    wide, high = (max(1, math.floor(one + 0.01)) for one in (place.width(), place.height()))
    return QRectF(math.floor(place.x() + 0.5), math.floor(place.y() + 0.5), wide, high)


def _fill(painter: QPainter, whole: QRectF, color: QColor, to_pixels: QTransform) -> None:
    back, _ = to_pixels.inverted()
    painter.fillRect(back.mapRect(whole), color)


class Ruled(QWidget):
    """A widget with a hairline along its top."""

    def __init__(self, look: Look, left: int = 0, right: int = 0) -> None:
        """Leave px of the design free at the left and right end of the hairline."""
        super().__init__()
        self._look = look
        self._ends = look.px(left), look.px(right)

    def paintEvent(self, _event: QPaintEvent) -> None:
        left, right = self._ends
        line = QRectF(left, 0, self.width() - left - right, 1)
        fill_on_pixels(QPainter(self), line, self._look.color("hair"))
