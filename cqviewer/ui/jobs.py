"""Work in the background: a function in another thread, its result or error back in this one."""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Job(QObject):
    """One piece of work; once cancelled, it is not begun any more or its result is dropped."""

    done = Signal(object)
    """Carries the function's result."""
    failed = Signal(object)
    """Carries the exception."""
    ended = Signal()

    def __init__(self, work: Callable[[], object], parent: QObject) -> None:
        """Take the function; nothing runs yet."""
        super().__init__(parent)
        self._work = work
        self._relay = _Relay()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether nobody waits for the result any more."""
        return not self._relay.is_wanted

    def start(self) -> None:
        """Run in a thread of Qt's pool."""
        self._relay.finished.connect(self._on_finished)
        QThreadPool.globalInstance().start(_Runnable(self._work, self._relay))

    def cancel(self) -> None:
        """Drop the result when it comes."""
        if self._relay.is_wanted:
            self._relay.is_wanted = False
            self.ended.emit()

    def _on_finished(self, result: object, error: object) -> None:
        try:
            if not self.is_cancelled:
                self._relay.is_wanted = False
                self.ended.emit()
                if error is None:
                    self.done.emit(result)
                else:
                    self.failed.emit(error)
        finally:
            self.deleteLater()


class _Relay(QObject):
    """Carries result and error from the pool's thread into the window's."""

    finished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.is_wanted = True


class _Runnable(QRunnable):
    """Runs a function and hands over what comes of it."""

    def __init__(self, work: Callable[[], object], relay: _Relay) -> None:
        super().__init__()
        self._call = work
        self._relay = relay

    def run(self) -> None:
        """Run in the pool's thread, unless the job was cancelled while it waited."""
        result: object = None
        problem: Exception | None = None
        if self._relay.is_wanted:
            try:
                result = self._call()
            except Exception as error:  # any error is handed over, none may end the thread
                problem = error
        with contextlib.suppress(RuntimeError):  # Qt has gone when the program ends meanwhile
            self._relay.finished.emit(result, problem)
