"""The period strip: twelve cells, one a month; filled where the period covers it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.model.numbers.period import Period
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import fill_on_pixels, frame_on_pixels

CELL, GAP, HEIGHT, MONTHS = 8, 2, 6, 12
_ABOVE = 4
"""px between a line of text and the strip, which would otherwise look like an underline."""


def has_strip(period: Period) -> bool:
    """Return whether a strip of twelve months can show a period."""
    return bool(period.month_cells())


def paint_strip(
    painter: QPainter, x: int, y: int, period: Period, look: Look, surface: str = "page"
) -> None:
    """Paint a strip with its top left at (x, y), on a ground of a token's colour."""
    cell, gap, height = look.px(CELL), look.px(GAP), look.px(HEIGHT)
    for month, letter in enumerate(period.month_cells()):
        box = QRectF(x + month * (cell + gap), y, cell, height)
        if letter == "n":
            frame_on_pixels(painter, box, look.color("line"), look.color(surface))
        else:
            fill_on_pixels(painter, box, look.color("ink2" if letter == "c" else "hair"))


class PeriodStrip(QWidget):
    """A period strip as a widget; decorative, since the period stands beside it in words."""

    def __init__(self, period: Period, look: Look, surface: str = "page") -> None:
        """Show a period on a ground of a token's colour."""
        super().__init__()
        self._period = period
        self._look = look
        self._surface = surface
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = MONTHS * (self._look.px(CELL) + self._look.px(GAP))
        return QSize(width, self._look.px(_ABOVE) + self._look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = self._look.px(_ABOVE)
        paint_strip(QPainter(self), 0, top, self._period, self._look, self._surface)
