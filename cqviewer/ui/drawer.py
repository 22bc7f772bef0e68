"""Draws charts in a thread of its own: neither importing nor using matplotlib stalls the window."""

import logging

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from cqviewer.charts.drawing import ChartError, Look, Mark
from cqviewer.model.facts import Chart, Sheet


class Picture:
    """A drawn chart: picture, height in px at 96 dpi and marks, or why there is none."""

    def __init__(
        self,
        look: Look,
        image: QImage | None,
        height: int,
        marks: tuple[Mark, ...],
        error: str = "",
    ) -> None:
        """Keep what was drawn for a look."""
        self.look = look
        self.image = image
        self.height = height
        self.marks = marks
        self.error = error


class _Worker(QObject):
    """Lives in the drawing thread; matplotlib is imported here, at the first chart."""

    drawn = Signal(object, object)
    """Carries the key of the request and the Picture."""

    @Slot(object, object, object, object, float)
    def draw(self, key: object, chart: Chart, sheet: Sheet, look: Look, ratio: float) -> None:
        """Draw a chart for a look and a pixel ratio."""
        from cqviewer.charts.draw import draw_chart, to_rgba

        try:
            drawing = draw_chart(chart, sheet, look)
            data, width, height = to_rgba(drawing, ratio)
        except ChartError as error:
            self.drawn.emit(key, Picture(look, None, 0, (), str(error)))
            return
        except Exception as error:  # a fault in one chart may not end the thread of all
            logging.getLogger(__name__).exception("chart %s was not drawn", chart.id)
            self.drawn.emit(key, Picture(look, None, 0, (), f"{type(error).__name__}: {error}."))
            return
        shared = QImage(data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        # What Qt paints fastest; a copy, since `data` goes when this function ends.
        image = shared.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        self.drawn.emit(key, Picture(look, image, drawing.height, drawing.marks))


class Drawer(QObject):
    """Takes requests for charts and gives their pictures back, in the order asked."""

    drawn = Signal(object, object)
    """Carries the key of the request and the Picture."""
    _asked = Signal(object, object, object, object, float)

    def __init__(self) -> None:
        """Make the drawing thread; it starts with the first request."""
        super().__init__()
        self._is_stopped = False
        self._thread = QThread()
        self._thread.setObjectName("drawing")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.draw)
        self._worker.drawn.connect(self.drawn)

    def draw(self, key: object, chart: Chart, sheet: Sheet, look: Look, ratio: float) -> None:
        """Ask for a chart's picture; `drawn` will carry the key, if drawing was not stopped."""
        if self._is_stopped:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._asked.emit(key, chart, sheet, look, ratio)

    def stop(self) -> None:
        """End the thread after the chart that is being drawn, for good."""
        self._is_stopped = True
        self._thread.quit()
        self._thread.wait()
