"""The marks of targets and verdicts: a tick, a disc or a ring for a verdict."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cqviewer.model.judging.verdict import Verdict
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import fill_on_pixels

_DISC, _RING, _EDGE = 8, 9, 2  # px of the design
_TICK = (2, 12)


def paint_verdict_mark(
    painter: QPainter, center: tuple[float, float], verdict: Verdict, look: Look
) -> None:
    """Paint a disc for the source's verdict, a ring for a derived one; nothing without any."""
    if not verdict.is_known and verdict.difference is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    place = QPointF(*center)
    if verdict.is_stated:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("ink2"))
        painter.drawEllipse(place, look.px(_DISC) / 2, look.px(_DISC) / 2)
    else:
        radius = (look.px(_RING) - look.px(_EDGE)) / 2
        painter.setPen(QPen(look.color("accent"), look.px(_EDGE)))
        painter.drawEllipse(place, radius, radius)
    painter.restore()


def paint_tick(painter: QPainter, left: float, middle: float, look: Look) -> None:
    """Paint the stroke that stands for a target."""
    wide, high = (look.px(one) for one in _TICK)
    fill_on_pixels(painter, QRectF(left, middle - high / 2, wide, high), look.color("ink"))
