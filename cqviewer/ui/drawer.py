"""Has charts drawn by the worker process, so that matplotlib never stalls the window."""

import logging
from concurrent.futures import Future
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from cqviewer import tasks
from cqviewer.charts.drawing import ChartError, Look, Mark
from cqviewer.model.facts import Chart, Sheet
from cqviewer.ui.cache import Drawn, SheetCache, picture_name
from cqviewer.worker import WorkerError, shared_worker

_log = logging.getLogger(__name__)


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


class _Order:
    """A picture that is being drawn: who asked for what, and where it will be kept, if it is."""

    def __init__(self, asker: object, chart: Chart, look: Look, ratio: float) -> None:
        self.asker = asker
        self.chart = chart
        self.look = look
        self.ratio = ratio
        self.cache: SheetCache | None = None
        self.name = ""


class Drawer(QObject):
    """Takes requests for charts and gives their pictures back, in the order asked."""

    drawn = Signal(object, object, object)
    """Carries for whom it was drawn, the Look that was asked for, and the Picture."""

    def __init__(self) -> None:
        """Begin without a request."""
        super().__init__()
        self._waiting: dict[object, Future[tasks.Pixels]] = {}
        self._is_stopped = False
        self._cached: tuple[Sheet, SheetCache] | None = None

    def draw(self, asker: object, chart: Chart, sheet: Sheet, look: Look, ratio: float) -> None:
        """Ask for a chart's picture at a pixel ratio; `drawn` will carry asker and look.

        What the same asker asked for before is dropped, unless it is being drawn already.
        """
        if self._is_stopped:
            return
        if asker in self._waiting:
            self._waiting[asker].cancel()
        order = _Order(asker, chart, look, ratio)
        if look.selected is None:  # others are for the moment, and would crowd these out
            order.cache, order.name = self._cache(sheet), picture_name(chart, sheet, look, ratio)
            kept = order.cache.find_picture(order.name)
            if kept is not None:
                image, drawn = kept
                image.setDevicePixelRatio(ratio)
                self.drawn.emit(asker, look, Picture(look, image, drawn.height, drawn.marks))
                return
        part = tasks.drawn_part(chart, sheet)
        future = shared_worker().submit(tasks.draw, chart, part, look, ratio)
        self._waiting[asker] = future
        future.add_done_callback(partial(self._on_done, order))

    def _cache(self, sheet: Sheet) -> SheetCache:
        if self._cached is None or self._cached[0] is not sheet:
            self._cached = (sheet, SheetCache(sheet.yaml))
        return self._cached[1]

    def _on_done(self, order: "_Order", future: "Future[tasks.Pixels]") -> None:
        """Hand a picture over; runs in the thread that waits for the worker process."""
        asker, look = order.asker, order.look
        if self._waiting.get(asker) is future:
            del self._waiting[asker]
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            picture = _picture(look, future.result(), order.ratio)
            if order.cache is not None and picture.image is not None:
                drawn = Drawn(picture.height, picture.marks)
                keep = partial(order.cache.keep_picture, order.name, picture.image, drawn)
                QThreadPool.globalInstance().start(keep)
        else:
            text = str(error)
            if not isinstance(error, (ChartError, WorkerError)):
                _log.error("%s was not drawn", order.chart.id, exc_info=error)
                text = f"{type(error).__name__}: {error}."
            picture = Picture(look, None, 0, (), text)
        with suppress(RuntimeError):  # the window has gone meanwhile
            self.drawn.emit(asker, look, picture)

    def stop(self) -> None:
        """Drop what has not been drawn yet, for good."""
        self._is_stopped = True
        for future in list(self._waiting.values()):
            future.cancel()


def _picture(look: Look, pixels: tasks.Pixels, ratio: float) -> Picture:
    width, height = pixels.width, pixels.height
    shared = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    # What Qt paints fastest; a copy, since the bytes go with `pixels`.
    image = shared.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return Picture(look, image, pixels.chart_height, pixels.marks)
