"""The progress of reading a data file, with a button to stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from cqviewer.ui.state.notices import BUSY_AFTER_MS
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.state.worker_client import Call
from cqviewer.ui.style.boxes import line


class ReadingBar(QWidget):
    """Shows the progress of a call that takes long, and a button that stops it."""

    stopped = Signal()
    """The reading was stopped by the button."""

    def __init__(self) -> None:
        """Begin hidden, with nothing being read."""
        super().__init__()
        self._call: Call | None = None
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Reading"))
        stop = QPushButton(self.tr("S&top"))
        stop.clicked.connect(self._on_stop)
        line(self._progress, stop, of=self, gap=-1).setStretchFactor(self._progress, 1)
        self._late = single_shot(self, BUSY_AFTER_MS, self.show)
        self.hide()

    def follow(self, call: Call) -> None:
        """Follow a call in place of the one before, which is cancelled."""
        self.cancel()
        self._call = call
        call.progressed.connect(self._on_progress)
        call.ended.connect(self._on_ended)
        self._progress.setRange(0, 0)  # not every reader reports progress
        self._late.start()

    @property
    def is_reading(self) -> bool:
        """Return whether something is being read."""
        return self._call is not None

    def cancel(self) -> None:
        """Stop what is being read, if anything is."""
        if self._call is not None:
            self._call.cancel()

    def _on_stop(self) -> None:
        if self._call is not None:
            self._call.cancel()
            self.stopped.emit()

    def _on_progress(self, part: int, parts: int) -> None:
        self._progress.setRange(0, parts)
        self._progress.setValue(part)

    def _on_ended(self) -> None:
        self._call = None
        self._late.stop()
        self.hide()
