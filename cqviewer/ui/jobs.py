"""Work in the background: a function in another thread, its result or error back in this one."""

import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, ParamSpec, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

from cqviewer.worker import shared_worker

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Job(QObject):
    """One piece of work; once cancelled, it is not begun any more or its result is dropped."""

    done = Signal(object)
    """Carries the function's result."""
    failed = Signal(object)
    """Carries the exception."""
    ended = Signal()

    def __init__(
        self,
        work: Callable[[], object],
        parent: QObject,
        stop: Callable[[], None] | None = None,
    ) -> None:
        """Take the function, and what stops it once it runs; nothing runs yet."""
        super().__init__(parent)
        self._work = work
        self._stop = stop
        self._ticket = _Ticket()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether nobody waits for the result any more."""
        return not self._ticket.is_wanted

    def start(self) -> None:
        """Run in a thread of Qt's pool."""
        relay = _relay()
        relay.jobs[self._ticket] = self
        QThreadPool.globalInstance().start(_Runnable(self._work, self._ticket, relay))

    def cancel(self) -> None:
        """Stop the work if that is possible, and drop the result when it comes."""
        if self._ticket.is_wanted:
            self._ticket.is_wanted = False
            if self._stop is not None:
                self._stop()
            self.ended.emit()

    def finish(self, result: object, error: Exception | None) -> None:
        """Tell what came of the work, unless nobody waits for it; then go."""
        try:
            if not self.is_cancelled:
                self._ticket.is_wanted = False
                self.ended.emit()
                if error is None:
                    self.done.emit(result)
                else:
                    self.failed.emit(error)
        finally:
            # What is connected may hold the parent's last reference, which goes with this; as its
            # child, this would then be deleted once more amid its own deletion.
            self.setParent(None)
            self.deleteLater()


class _Ticket:
    """Stands for a job in the pool's thread."""

    def __init__(self) -> None:
        self.is_wanted = True


class _Relay(QObject):
    """Carries results from the pool's threads into the window's: one for all jobs.

    What a thread holds may be deleted there, and no QObject of a job may be: PySide does not
    survive it if the window's thread just then deletes what it is connected to.
    """

    finished = Signal(object, object, object)
    """Carries the ticket, the result and the exception, if there was one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.jobs: dict[_Ticket, Job] = {}
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def _on_finished(self, ticket: _Ticket, result: object, error: Exception | None) -> None:
        job = self.jobs.pop(ticket)
        if _is_there(job):
            job.finish(result, error)


def _is_there(job: Job) -> bool:
    """Tell whether a job has not gone with its window."""
    try:
        job.parent()
    except RuntimeError:
        return False
    return True


def _relay() -> _Relay:
    """Give the relay of Qt's application object."""
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(_Relay)
    return found if isinstance(found, _Relay) else _Relay(app)


class _Runnable(QRunnable):
    """Runs a function and hands over what comes of it."""

    def __init__(self, work: Callable[[], object], ticket: _Ticket, relay: _Relay) -> None:
        super().__init__()
        self._call = work
        self._ticket = ticket
        self._relay = relay

    def run(self) -> None:
        """Run in the pool's thread, unless the job was cancelled while it waited."""
        result: object = None
        problem: Exception | None = None
        if self._ticket.is_wanted:
            try:
                result = self._call()
            except Exception as error:  # any error is handed over, none may end the thread
                problem = error
        with contextlib.suppress(RuntimeError):  # Qt has gone when the program ends meanwhile
            self._relay.finished.emit(self._ticket, result, problem)


class Call(Generic[_T]):
    """A call to the worker process, as the work of a job."""

    def __init__(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> None:
        """Take a module's function and its arguments; nothing is called yet."""
        self._function: Callable[[], Future[_T]] = lambda: shared_worker().submit(
            function, *args, **kwargs
        )
        self._future: Future[_T] | None = None

    def __call__(self) -> _T:
        """Have it called, and wait for what it gives or raises."""
        self._future = self._function()
        return self._future.result()

    def stop(self) -> None:
        """Stop the call, wherever it is."""
        if self._future is not None:
            shared_worker().abandon(self._future)


def process_job(
    parent: QObject, function: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs
) -> Job:
    """Make a job of a call to the worker process; cancelling it stops what runs there."""
    call = Call(function, *args, **kwargs)
    return Job(call, parent, call.stop)
