"""Dragging charts and tables out of the window, always as copies."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from cqviewer.model.facts import Chart
from cqviewer.model.text import made_stem
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import Call, worker
from cqviewer.worker import tasks

_WIDEST = 240  # px: width of the picture below the pointer


class Dragging(QObject):
    """Starts drags of charts, which the worker process draws, and of tables as text."""

    def __init__(self, store: Store, window: QWidget) -> None:
        """Drag charts of a store's sheet out of a window."""
        super().__init__(window)
        self._store = store
        self._window = window
        self._call: Call | None = None
        self._folder: QTemporaryDir | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._forget)

    def drag(self, chart: Chart | None, text: str) -> None:
        """Drag a chart as PNG, SVG, file and text; without one, a table as text alone."""
        if chart is None:
            self._start(text_data(text))
            return
        if self._call is not None:
            self._call.drop()
        self._forget()
        self._folder = QTemporaryDir()
        name = f"{made_stem(self._store.sheet.file_name)}-{chart.id}.png"
        path = Path(self._folder.path()) / name
        language = self._store.view.language
        self._call = worker().call(
            self, tasks.make_dragged, chart, self._store.sheet, language, path
        )
        self._call.done.connect(partial(self._on_made, path, text))

    def _on_made(self, path: Path, text: str, made: object) -> None:
        self._call = None
        png, svg = cast("tuple[bytes, bytes]", made)
        data = text_data(text)
        picture = QImage.fromData(png)
        if QGuiApplication.platformName() != "wayland":  # there Qt would make SVG a bitmap too
            data.setImageData(picture)
        data.setData("image/png", png)
        data.setData("image/svg+xml", svg)
        data.setUrls([QUrl.fromLocalFile(str(path))])
        # Not at once: a drag blocks, and the worker client is still emitting signals.
        QTimer.singleShot(0, self, partial(self._start, data, picture))

    def _start(self, data: QMimeData, picture: QImage | None = None) -> None:
        """Start the drag, unless the button has been released meanwhile."""
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self._window)
        drag.setMimeData(data)
        if picture is not None:
            small = picture.scaledToWidth(_WIDEST, Qt.TransformationMode.SmoothTransformation)
            drag.setPixmap(QPixmap.fromImage(small))
        drag.exec(Qt.DropAction.CopyAction)

    def _forget(self) -> None:
        """Remove the file of the last drag; the target has copied it."""
        if self._folder is not None:
            self._folder.remove()
            self._folder = None


def text_data(text: str) -> QMimeData:
    """Return a text as data for a drag."""
    data = QMimeData()
    data.setText(text)
    return data
