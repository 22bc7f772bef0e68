"""The first sheet of a run, read by the worker process while the window is imported."""

import os
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QCoreApplication, QEventLoop, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import is_data_file, open_file, state_of
from cqviewer.model.localized import BabelCache, extend_cache
from cqviewer.model.problems import SheetError
from cqviewer.model.text import Language, readable_name
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.state.worker_client import WorkerError, worker
from cqviewer.worker import tasks
from cqviewer.worker.cache import SheetCache, Worded, sheet_key

PATIENCE_MS = 250
"""Delay before a window says that the sheet is being opened."""


class OpeningCancelled(Exception):
    """The reader closed the window that said that the sheet is being opened."""


class Opening(QObject):
    """The file that was named, or else the last one, or else the bundled sheet."""

    def __init__(
        self,
        named: Path | None,
        bundled: Path,
        settings: Settings | None = None,
        *,
        is_forgiving: bool = False,
    ) -> None:
        """Begin to read without waiting.

        If the last file cannot be read, the bundled sheet is opened instead; with `is_forgiving`
        that also applies to a named file.
        """
        super().__init__()
        self.settings = settings or Settings()
        self.bundled = bundled
        self.data = named if named and is_data_file(named) else None
        """A named data file, from which a sheet can be made once there is a window."""
        named = None if self.data else named
        remembered = self.settings.remembered
        self.last = Path(remembered.file) if remembered.file else bundled
        self.path = self.wanted = named or self.last
        self.lost: SheetError | None = None
        """Why the wanted sheet could not be read, if the bundled one is shown instead."""
        self._must_be_read = named is not None and not is_forgiving
        self._language = remembered.view().language
        self.seen = state_of(self.path)
        """The state of the file before it was read."""
        self._kept = _kept(self.path, self._language)
        if self._kept is None:
            self._read()

    def _read(self) -> None:
        self._sheet: Sheet | None = None
        self._error: Exception | None = None
        self._reading = worker().call(self, tasks.read_first, self.path, self._language)
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self._on_unread)

    def _on_read(self, read: tuple[Sheet, BabelCache]) -> None:
        self._sheet, words = read
        extend_cache(words)

    def _on_unread(self, error: Exception) -> None:
        self._error = error

    def sheet(self) -> Sheet:
        """Wait for the sheet, with a window that says so if that takes long.

        Raises SheetError if a file that must be read cannot be, and OpeningCancelled if the reader
        closes that window.
        """
        if self._kept is not None:
            extend_cache(self._kept.words)
            return self._kept.sheet
        try:
            return self._wait_for_sheet()
        except SheetError as error:
            if self._must_be_read or self.path == self.bundled:
                raise
            self.lost = error
            self.path, self.seen = self.bundled, state_of(self.bundled)
            self._read()
            return self._wait_for_sheet()

    def _wait_for_sheet(self) -> Sheet:
        if not self._reading.is_over:
            self._wait()
        if isinstance(self._error, WorkerError):
            raise SheetError.of(self.path, str(self._error))
        if self._error is not None:
            raise self._error
        assert self._sheet is not None
        return self._sheet

    def _wait(self) -> None:
        """Process events until reading has ended, after a delay with a window that says so."""
        loop = QEventLoop()
        window = OpeningWindow(self)
        self._reading.ended.connect(loop.quit)
        window.closed.connect(loop.quit)
        patience = single_shot(self, PATIENCE_MS, window.show)
        patience.start()
        loop.exec()
        patience.stop()
        if not self._reading.is_over:
            self._reading.cancel()
            raise OpeningCancelled
        window.hide()
        window.deleteLater()

    @property
    def is_kept(self) -> bool:
        """Return whether the sheet came from the cache; then its charts most likely do, too."""
        return self._kept is not None


class OpeningWindow(QWidget):
    """A window that says that a sheet is being opened, where the sheet's window will be."""

    closed = Signal()
    """The window was closed."""

    def __init__(self, opening: Opening) -> None:
        """Use the geometry of the last window."""
        super().__init__()
        text = QCoreApplication.translate("Files", "Opening {file} …")
        self.setWindowTitle(text.format(file=opening.path.name))
        label = QLabel(self.windowTitle())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(label)
        self.resize(1180, 800)
        self.restoreGeometry(QByteArray(opening.settings.remembered.geometry_bytes()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)


def _kept(path: Path, language: Language) -> Worded | None:
    """Return the cached sheet of a file, if the file has not changed.

    This takes some 10 ms here; starting the worker process takes ten times that.
    """
    try:
        with open_file(path) as file:
            if os.fstat(file.fileno()).st_size > tasks.MOST_KEPT:
                return None
            yaml = file.read(tasks.MOST_KEPT)
    except (OSError, SheetError):  # the worker process will report that
        return None
    kept = SheetCache(sheet_key(yaml)).find_sheet(language)
    if kept is None or kept.sheet.yaml != yaml:
        return None
    sheet = msgspec.structs.replace(kept.sheet, file_name=readable_name(path))
    return msgspec.structs.replace(kept, sheet=sheet)
