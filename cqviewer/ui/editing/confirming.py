"""Looks up the numbers of a sheet in its sources, again whenever a source changes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cqviewer.model.problems import Problem
from cqviewer.ui.state.watch import FileWatch
from cqviewer.ui.state.worker_client import Call, WorkerError, worker
from cqviewer.worker import tasks
from cqviewer.worker.rewrites import Checked

BESIDE = "evidence"
"""The name of the separate worker process, so that a long source delays nothing else."""


class Confirming(QObject):
    """Holds the problems that the evidence of the last checked file shows."""

    changed = Signal()
    """The problems are known now, or must be looked up again."""

    def __init__(self, parent: QObject) -> None:
        """Begin without a file."""
        super().__init__(parent)
        self._asked: tuple[Path, bytes] | None = None
        self._call: Call | None = None
        self._found: list[Problem] = []
        self.is_busy = self.has_failed = False
        """Whether numbers are being looked up, and whether that has failed."""
        self._watches: dict[Path, FileWatch] = {}

    def found(self, path: Path, checked: Checked) -> list[Problem]:
        """Return the known problems of a file; request them if the file is a new one."""
        if self._asked != (path, checked.data):
            self._drop()
            self._watch({path.parent / one for one in checked.near})
            if checked.evidence:
                self._ask(path, checked.data)
        return self._found

    def _ask(self, path: Path, data: bytes) -> None:
        self._asked = path, data
        self.is_busy = True
        self._call = worker(BESIDE).call(self, tasks.check, path, by_evidence=True)
        self._call.done.connect(self._on_done)
        self._call.failed.connect(self._on_failed)

    def _drop(self) -> None:
        if self._call is not None:
            self._call.drop()
        self._call = self._asked = None
        self.is_busy = self.has_failed = False
        self._found = []

    def _on_done(self, confirmed: Checked) -> None:
        self._call = None
        self.is_busy = False
        if self._asked is not None and confirmed.data == self._asked[1]:  # not saved since
            self._found = confirmed.problems
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        """Note the failure; raise an error that is a fault of the program."""
        self._call = None
        self.is_busy, self.has_failed = False, True
        self.changed.emit()
        if not isinstance(error, WorkerError):
            raise error

    def _watch(self, wanted: set[Path]) -> None:
        """Follow the files of the evidence, and stop following others."""
        for path in self._watches.keys() - wanted:
            self._watches.pop(path).deleteLater()
        for path in wanted - self._watches.keys():
            self._watches[path] = watch = FileWatch(self)
            watch.follow(path)
            watch.changed.connect(self._on_replaced)
            watch.vanished.connect(self._on_replaced)

    def _on_replaced(self) -> None:
        self._drop()
        self.changed.emit()
