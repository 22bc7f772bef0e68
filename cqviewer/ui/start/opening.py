"""The sheet that a run begins with: read by the worker process while the window is being made."""

from concurrent.futures import Future
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, QEventLoop, Qt, QThreadPool, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cqviewer import tasks
from cqviewer.model.facts import Sheet
from cqviewer.model.localized import BabelCache, extend_cache
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.text import Language, readable_name
from cqviewer.ui.cache import SheetCache, Worded
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.watch import state_of
from cqviewer.worker import WorkerError, shared_worker

PATIENCE_S = 0.25
"""Seconds that an empty screen is kept for a sheet, before a window says that it is opened."""

_POLL_MS = 20
_MOST_BYTES = 4_000_000
"""The largest file that is looked at before it is read for good, and whose sheet is kept."""


class OpeningCancelled(Exception):
    """The window that said that a sheet is opened was closed."""


class Opening:
    """The file that was named, or else the one that was open last, or else the bundled sheet."""

    def __init__(
        self,
        named: Path | None,
        bundled: Path,
        settings: Settings | None = None,
        *,
        is_forgiving: bool = False,
    ) -> None:
        """Begin to read, and go on at once.

        With `is_forgiving` a named file that cannot be read is as the last one that cannot.
        """
        self.settings = settings or Settings()
        self.bundled = bundled
        remembered = self.settings.remembered
        self.last = Path(remembered.file) if remembered.file else bundled
        self.path = self.wanted = named or self.last
        self.lost: SheetError | None = None
        """Why the sheet that is wanted could not be read, if the bundled one stands for it."""
        self._must_be_read = named is not None and not is_forgiving
        self._language = remembered.view().language
        self.seen = state_of(self.path)
        """The state that the file was in before it was read."""
        self._kept = _kept(self.path, self._language)
        self._reading = None if self._kept else self._read()

    def _read(self) -> "Future[tuple[Sheet, BabelCache]]":
        return shared_worker().submit(tasks.read_first, self.path, self._language)

    def sheet(self) -> Sheet:
        """Give the sheet; where reading takes long, a window says so meanwhile.

        SheetError if the file that was named must be read and cannot be; OpeningCancelled if the
        window that says that it is being read was closed.
        """
        if self._kept is not None:
            extend_cache(self._kept.words)
            return self._kept.sheet
        try:
            return self._sheet()
        except SheetError as error:
            if self._must_be_read or self.path == self.bundled:
                raise
            self.lost = error
            self.path, self.seen = self.bundled, state_of(self.bundled)
            self._reading = self._read()
            return self._sheet()

    def _sheet(self) -> Sheet:
        if self._reading is None:
            self._reading = self._read()
        try:
            sheet, words = self._reading.result(PATIENCE_S)
        except TimeoutError:
            _wait_in_window(self)
            return self._sheet()
        except WorkerError as error:
            raise SheetError([Problem(message=str(error), file=str(self.path))]) from error
        extend_cache(words)
        if len(sheet.yaml) <= _MOST_BYTES:
            keep = partial(SheetCache(sheet.yaml).keep_sheet, Worded(sheet, words), self._language)
            QThreadPool.globalInstance().start(keep)
        return sheet

    @property
    def is_kept(self) -> bool:
        """Tell whether the sheet was read in an earlier run, and its charts most likely drawn."""
        return self._kept is not None

    @property
    def is_done(self) -> bool:
        """Tell whether reading has ended, well or not."""
        return self._reading is None or self._reading.done()

    def cancel(self) -> None:
        """Stop reading."""
        if self._reading is not None:
            shared_worker().abandon(self._reading)


class OpeningWindow(QWidget):
    """Says that a sheet is being opened, where the sheet's window will be."""

    def __init__(self, opening: Opening) -> None:
        """Take the place that the last window had."""
        super().__init__()
        self.is_closed = False
        text = QCoreApplication.translate("Files", "Opening {file} …")
        self.setWindowTitle(text.format(file=opening.path.name))
        label = QLabel(self.windowTitle())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(label)
        self.resize(1180, 800)
        self.restoreGeometry(QByteArray(opening.settings.remembered.geometry_bytes()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take closing as the wish not to open the sheet."""
        self.is_closed = True
        super().closeEvent(event)


def _kept(path: Path, language: Language) -> Worded | None:
    """Give the sheet of a file as it was read in an earlier run, if the file is still the same."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        kept = SheetCache(path.read_bytes()).find_sheet(language)
    except (OSError, ValueError):  # which reading it will say in words
        return None
    if kept is None:
        return None
    sheet = msgspec.structs.replace(kept.sheet, file_name=readable_name(path))
    return msgspec.structs.replace(kept, sheet=sheet)


def _wait_in_window(opening: Opening) -> None:
    """Show a window until the sheet is read; OpeningCancelled if it is closed."""
    window = OpeningWindow(opening)
    window.show()
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.exit() if opening.is_done or window.is_closed else None)
    timer.start(_POLL_MS)
    loop.exec()
    timer.stop()
    if window.is_closed:
        opening.cancel()
        raise OpeningCancelled
    window.hide()
    window.deleteLater()
