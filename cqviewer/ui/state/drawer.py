"""Has charts drawn by the worker process, so that matplotlib never stalls the window."""

import logging
import threading
from concurrent.futures import Future
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from cqviewer import tasks
from cqviewer.charts.contents import chart_part
from cqviewer.charts.drawing import ChartError, DrawOptions, Mark
from cqviewer.model.facts import Chart, Sheet
from cqviewer.ui.cache import Drawn, SheetCache, picture_name
from cqviewer.ui.style.look import Look
from cqviewer.worker import WorkerError, shared_worker

MOST_LATEST = 60
"""How many charts keep a picture that can stand for their next one: those drawn last."""

_log = logging.getLogger(__name__)


class Picture:
    """A drawn chart: picture, height in px at 96 dpi and marks, or why there is none."""

    def __init__(
        self,
        look: DrawOptions,
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
        self.is_kept = False


class Drawer(QObject):
    """Takes requests for charts and gives their pictures back, in the order asked."""

    drawn = Signal(object, object, object)
    """Carries for whom it was drawn, the DrawOptions that were asked for, and the Picture."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a request.

        With a parent it is deleted in the window's thread, also where the worker's held it last.
        """
        super().__init__(parent)
        self._waiting: dict[object, Future[tasks.Pixels]] = {}
        self._is_stopped = False
        self._cached: tuple[Sheet, SheetCache] | None = None
        self._latest: dict[str, tuple[Chart, Picture]] = {}
        self._lock = threading.Lock()  # pictures come from the worker's thread, and from the cache

    def draw(
        self, asker: object, chart: Chart, sheet: Sheet, look: DrawOptions, ratio: float
    ) -> None:
        """Ask for a chart's picture at a pixel ratio; `drawn` will carry asker and look.

        What the same asker asked for before is dropped, unless it is being drawn already.
        """
        if self._is_stopped:
            return
        if asker in self._waiting:
            self._waiting[asker].cancel()
        if look.selected is None:  # no others are kept
            name = picture_name(chart, sheet, look, ratio)
            kept = self._cache(sheet).find_picture(name)
            if kept is not None:
                image, drawn = kept
                image.setDevicePixelRatio(ratio)
                picture = Picture(look, image, drawn.height, drawn.marks)
                picture.is_kept = True
                self._give(asker, chart, look, picture)
                return
        part = chart_part(chart, sheet)
        future = shared_worker().submit(tasks.draw, chart, part, look, ratio)
        self._waiting[asker] = future
        future.add_done_callback(partial(self._on_done, asker, chart, look, ratio))

    def latest(self, chart: Chart, look: Look) -> Picture | None:
        """Give the last picture of a chart that can stand for a new one, scaled, for a moment."""
        of, picture = self._latest.get(chart.id, (None, None))
        if of is not chart or picture is None or picture.image is None:
            return None
        is_like = (picture.look.theme, picture.look.language) == (look.theme, look.language)
        return picture if is_like else None

    def keep(self, picture: Picture, chart: Chart, sheet: Sheet, ratio: float) -> None:
        """Keep a picture for the next start; one with a selection is for the moment only."""
        if picture.image is None or picture.is_kept or picture.look.selected is not None:
            return
        picture.is_kept = True
        name = picture_name(chart, sheet, picture.look, ratio)
        drawn = Drawn(picture.height, picture.marks)
        keep = partial(self._cache(sheet).keep_picture, name, picture.image, drawn)
        QThreadPool.globalInstance().start(keep)

    def _give(self, asker: object, chart: Chart, look: DrawOptions, picture: Picture) -> None:
        with self._lock:
            self._latest.pop(chart.id, None)
            while len(self._latest) >= MOST_LATEST:
                del self._latest[next(iter(self._latest))]
            self._latest[chart.id] = (chart, picture)
        self.drawn.emit(asker, look, picture)

    def _cache(self, sheet: Sheet) -> SheetCache:
        if self._cached is None or self._cached[0] is not sheet:
            self._cached = (sheet, SheetCache(sheet.yaml))
        return self._cached[1]

    def _on_done(
        self,
        asker: object,
        chart: Chart,
        look: DrawOptions,
        ratio: float,
        future: "Future[tasks.Pixels]",
    ) -> None:
        """Hand a picture over; runs in the thread that waits for the worker process."""
        if self._waiting.get(asker) is future:
            del self._waiting[asker]
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            picture = _picture(look, future.result(), ratio)
        else:
            text = f"{error}." if isinstance(error, WorkerError) else str(error)
            if not isinstance(error, (ChartError, WorkerError)):
                _log.error("%s was not drawn", chart.id, exc_info=error)
                text = f"{type(error).__name__}: {error}."
            picture = Picture(look, None, 0, (), text)
        with suppress(RuntimeError):  # the window has gone meanwhile
            self._give(asker, chart, look, picture)

    def stop(self) -> None:
        """Drop what has not been drawn yet, for good."""
        self._is_stopped = True
        for future in list(self._waiting.values()):
            future.cancel()


def _picture(look: DrawOptions, pixels: tasks.Pixels, ratio: float) -> Picture:
    width, height = pixels.width, pixels.height
    shared = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    # What Qt paints fastest; a copy, since the bytes go with `pixels`.
    image = shared.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return Picture(look, image, pixels.chart_height, pixels.marks)
