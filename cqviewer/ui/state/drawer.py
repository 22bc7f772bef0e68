"""Asks the worker process to draw charts, so that matplotlib never blocks the window."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from cqviewer.charts.drawing import ChartError, DrawOptions, Mark
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.messages import say
from cqviewer.ui.state.worker_client import Call, WorkerError, worker
from cqviewer.ui.style.look import Look
from cqviewer.worker import tasks
from cqviewer.worker.cache import SheetCache, sheet_key
from cqviewer.worker.pictures import Asked, Pixels, Wanted
from cqviewer.worker.wanting import wanted

MOST_LATEST = 60
"""How many charts have their last picture cached, to be shown until the next one is drawn."""

_log = logging.getLogger(__name__)


class Picture:
    """A drawn chart: picture, height in px at 96 dpi and marks, or why there is none."""

    def __init__(self, wanted: Asked, pixels: Pixels | None, error: str = "") -> None:
        """Convert the drawn pixels, or store the sentence that says why there are none."""
        self.chart = wanted.chart if isinstance(wanted, Wanted) else None
        self.look: DrawOptions = wanted.look
        self.error = error
        self.image = _image(pixels, wanted.ratio) if pixels else None
        self.height = pixels.chart_height if pixels else 0
        self.marks: tuple[Mark, ...] = pixels.marks if pixels else ()
        self.unkept: tuple[Asked, Pixels] | None = None
        """What has to be cached of the picture for the next start; None once that is done."""
        if pixels is not None and not pixels.is_kept and wanted.look.selected is None:
            self.unkept = (wanted, pixels)


Take = Callable[[Picture], None]


class Drawer(QObject):
    """Asks for the pictures of one window's charts."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with an empty cache."""
        super().__init__(parent)
        self._latest: dict[str, tuple[Chart, Picture]] = {}

    def draw(
        self,
        chart: Chart,
        sheet: Sheet,
        look: DrawOptions,
        ratio: float,
        owner: QObject,
        take: Take,
    ) -> Call | None:
        """Draw a chart at a pixel ratio and pass the picture to `take`, unless `owner` is deleted.

        At the start of the program, before there is a worker process, a cached picture is read
        here, which is faster than starting the process; then `take` is called at once, and None
        is returned.
        """
        return self.ask(wanted(chart, sheet, look, ratio), sheet, owner, take)

    def ask(self, of: Asked, sheet: Sheet, owner: QObject, take: Take) -> Call | None:
        """Draw a chart or sparklines as `draw` does."""
        key = sheet_key(sheet.content)
        if not worker().is_started and of.look.selected is None:
            kept = SheetCache(key).find_picture(of)
            if kept is not None:
                self._on_drawn(of, take, kept)
                return None
        call = worker().call(owner, tasks.draw, of, key)
        call.done.connect(partial(self._on_drawn, of, take))
        call.failed.connect(partial(self._on_failed, of, take))
        return call

    def latest(self, chart: Chart, look: Look) -> Picture | None:
        """Return the last picture of a chart in this look, scaled until a new one is drawn."""
        of, picture = self._latest.get(chart.id, (None, None))
        if of is not chart or picture is None or picture.image is None:
            return None
        is_like = (picture.look.theme, picture.look.language) == (look.theme, look.language)
        return picture if is_like else None

    def keep(self, picture: Picture, sheet: Sheet) -> None:
        """Cache a picture for the next start, unless it shows a selection."""
        if picture.unkept is not None:
            of, pixels = picture.unkept
            picture.unkept = None
            key = sheet_key(sheet.content)
            worker().later(tasks.keep_picture, of, key, pixels)

    def _on_failed(self, of: Asked, take: Take, error: Exception) -> None:
        text = say("{}.", error) if isinstance(error, WorkerError) else str(error)
        if not isinstance(error, (ChartError, WorkerError)):
            name = of.chart.id if isinstance(of, Wanted) else "a sparkline"
            _log.error("%s was not drawn", name, exc_info=error)
            text = f"{type(error).__name__}: {error}."
        self._on_drawn(of, take, None, text)

    def _on_drawn(self, of: Asked, take: Take, pixels: Pixels | None, error: str = "") -> None:
        picture = Picture(of, pixels, error)
        if isinstance(of, Wanted):
            self._latest.pop(of.chart.id, None)
            while len(self._latest) >= MOST_LATEST:
                del self._latest[next(iter(self._latest))]
            self._latest[of.chart.id] = (of.chart, picture)
        take(picture)


def _image(pixels: Pixels, ratio: float) -> QImage:
    width, height = pixels.width, pixels.height
    shared = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    # The format that Qt paints fastest; converting also copies, since `pixels` is freed.
    image = shared.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    return image
