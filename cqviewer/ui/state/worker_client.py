"""The client of the worker process: sends calls and receives answers in the window's thread."""

import logging
from collections.abc import Callable
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING, ParamSpec

from PySide6.QtCore import (
    QCoreApplication,
    QEventLoop,
    QObject,
    QSocketNotifier,
    Qt,
    QTimer,
    Signal,
)

from cqviewer.model.messages import say
from cqviewer.worker.protocol import Inbox, ProgressReport, Request, frame, read_answer, write

if TYPE_CHECKING:
    from cqviewer.worker.process import WorkerProcess

_P = ParamSpec("_P")
_log = logging.getLogger(__name__)


class WorkerError(Exception):
    """The process ended before it had answered; the text is a sentence that says so."""


class Urgency(IntEnum):
    """The order of waiting calls: lower values are sent first."""

    NOW = 0
    """The reader looks at where the result will be."""
    SOON = 1
    """The reader may look there next."""
    LATER = 2
    """Nobody waits: something is cached or imported for later."""


class Call(QObject):
    """One call to the worker process; a child of the QObject that asked, and deleted with it."""

    progressed = Signal(int, int)
    """Carries the number of the part that is being worked on, and the number of parts."""
    done = Signal(object)
    """Carries what the function returned."""
    failed = Signal(object)
    """Carries the exception that the function raised, or a WorkerError."""
    ended = Signal()
    """The call is over: done, failed, dropped or cancelled. Emitted before `done` and `failed`."""

    def __init__(
        self, client: "WorkerClient", owner: QObject, number: int, request: Request
    ) -> None:
        """Store the request; the client sends it."""
        super().__init__(owner)
        self._client = client
        self.number = number
        self.request = request
        self.urgency = Urgency.NOW
        self.is_over = False

    def drop(self) -> None:
        """Ignore the result; a call that is already running is not interrupted."""
        self._client.forget(self.number)
        self._end()

    def cancel(self) -> None:
        """Stop the call, even if it is running."""
        self._client.forget(self.number, is_stopped=True)
        self._end()

    def finish(self, *, is_done: bool, result: object) -> None:
        """Emit the result or the error of the call, which then is over."""
        if self.is_over:
            return
        self._end()
        if is_done:
            self.done.emit(result)
        else:
            self.failed.emit(result)

    def _end(self) -> None:
        if not self.is_over:
            self.is_over = True
            self.setParent(None)  # a slot may delete the owner, which must not delete this
            self.deleteLater()
            self.ended.emit()


class WorkerClient(QObject):
    """Sends calls to the worker process, one after the other, the most urgent first.

    A process that has died is started again for the next call. The call that it was running is
    sent once more. To cancel a running call, the process is killed.
    """

    became_idle = Signal()
    """All calls have been answered."""

    def __init__(
        self, parent: QObject, process: "WorkerProcess | None" = None, name: str = "worker"
    ) -> None:
        """Use a process that is already running, or start one at the first call."""
        super().__init__(parent)
        self.setObjectName(name)
        self._calls: dict[int, Call] = {}
        self._last = 0
        self._running = 0
        self._is_second_try = False
        self._process: WorkerProcess | None = None
        self._killed: list[WorkerProcess] = []
        self._outgoing = memoryview(b"")
        if process is not None:
            self._connect(process)

    @property
    def is_started(self) -> bool:
        """Return whether there is a process, so that a call need not wait for its start."""
        return self._process is not None

    @property
    def is_idle(self) -> bool:
        """Return whether no call is running or waiting."""
        return not self._running and not self._calls

    def call(
        self, owner: QObject, function: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs
    ) -> Call:
        """Call a module-level function in the process; the call is dropped with its `owner`."""
        self._last += 1
        call = Call(self, owner, self._last, (function, args, kwargs))
        self._calls[call.number] = call
        call.destroyed.connect(partial(self._on_destroyed, call.number))
        self._send_next()
        return call

    def later(self, function: Callable[_P, object], *args: _P.args, **kwargs: _P.kwargs) -> Call:
        """Call a function when nothing else waits; an error is logged."""
        call = self.call(self, function, *args, **kwargs)
        call.urgency = Urgency.LATER
        call.failed.connect(self._on_unheard)
        return call

    def forget(self, number: int, *, is_stopped: bool = False) -> None:
        """Forget a call; with `is_stopped` end the process that it runs in."""
        self._calls.pop(number, None)
        if is_stopped and number == self._running:
            self._kill()
            self._running = 0
        self._send_next()

    def finish(self, patience_ms: int) -> None:
        """Wait until all calls are answered, for `patience_ms` at most; then stop."""
        if not self.is_idle:
            loop = QEventLoop()
            self.became_idle.connect(loop.quit)
            QTimer.singleShot(patience_ms, loop, loop.quit)
            loop.exec()
        self.stop()

    def stop(self) -> None:
        """Drop all calls, and end the process."""
        for call in list(self._calls.values()):
            call.drop()
        self._running = 0
        self._kill()
        for process in self._killed:
            process.wait()
        self._killed.clear()

    # The process

    def _start(self) -> None:
        """Start the process unless it is running; raises OSError if that is impossible."""
        if self._process is None:
            from cqviewer.worker.process import WorkerProcess  # not for a start from the cache

            self._killed = [one for one in self._killed if not one.has_ended()]
            self._connect(WorkerProcess())

    def _connect(self, process: "WorkerProcess") -> None:
        self._process = process
        self._inbox = Inbox(process.connection)
        number = process.connection.fileno()
        self._incoming = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
        self._incoming.activated.connect(self._on_readable)
        self._writable = QSocketNotifier(number, QSocketNotifier.Type.Write, self)
        self._writable.setEnabled(False)
        self._writable.activated.connect(self._on_writable)

    def _kill(self) -> None:
        """End the process without waiting for its end."""
        if self._process is not None:
            for notifier in (self._incoming, self._writable):
                notifier.setEnabled(False)
                notifier.deleteLater()
            self._process.kill()
            self._killed.append(self._process)
            self._process = None
            self._outgoing = memoryview(b"")

    # Sending and receiving

    def _send_next(self) -> None:
        if self._running:
            return
        if not self._calls:
            self.became_idle.emit()
            return
        call = min(self._calls.values(), key=lambda one: (one.urgency, one.number))
        self._running, self._is_second_try = call.number, False
        self._send(call)

    def _send(self, call: Call) -> None:
        """Send a call; if that fails, emit the error once the caller can have connected to it."""
        try:
            message = frame(call.number, write(call.request))
            self._start()
        except Exception as error:  # whatever pickle raises, or what the system lacks
            if isinstance(error, OSError):
                error = WorkerError(say("The worker process could not be started: {}", error))
            QTimer.singleShot(0, self, partial(self._answer, call.number, False, error))
            return
        self._outgoing = memoryview(message)
        self._on_writable()

    def _on_writable(self) -> None:
        """Send as much as the connection takes; the end of the process is noticed when reading."""
        assert self._process is not None
        try:
            sent = self._process.connection.send(self._outgoing)
        except BlockingIOError:
            sent = 0
        except OSError:
            sent = len(self._outgoing)
        self._outgoing = self._outgoing[sent:]
        self._writable.setEnabled(len(self._outgoing) > 0)

    def _on_readable(self) -> None:
        process = self._process
        try:
            messages = self._inbox.receive()
        except BlockingIOError:
            return
        except (OSError, EOFError):
            self._on_end()
            return
        for number, body in messages:
            if process is not self._process:  # a slot has cancelled the running call
                return
            try:
                answer = read_answer(body)
            except Exception as error:  # whatever pickle raises ends this call alone
                answer = False, error
            if isinstance(answer, ProgressReport):
                self._on_progress(number, answer)
            else:
                self._answer(number, *answer)

    def _on_progress(self, number: int, progress: ProgressReport) -> None:
        call = self._calls.get(number)
        if call is not None:
            call.progressed.emit(*progress)

    def _answer(self, number: int, is_done: bool, result: object) -> None:
        """Finish the running call with its result, after the next call has been sent."""
        if number != self._running:
            return
        self._running = 0
        call = self._calls.pop(number, None)
        self._send_next()
        if call is not None:
            call.finish(is_done=is_done, result=result)

    def _on_end(self) -> None:
        """Send the call again that was running when the process ended, but only once."""
        self._kill()
        status = self._killed[-1].wait()
        call = self._calls.get(self._running)
        if call is not None and not self._is_second_try:
            self._is_second_try = True
            self._send(call)
        else:
            error = WorkerError(say("The worker process ended early, with status {}", status))
            self._answer(self._running, False, error)

    def _on_unheard(self, error: Exception) -> None:
        if not isinstance(error, WorkerError):
            _log.error("something was not kept for later", exc_info=error)

    def _on_destroyed(self, number: int, _call: QObject | None = None) -> None:
        self._calls.pop(number, None)


def worker(name: str = "worker") -> WorkerClient:
    """Return the client that all windows of the program share.

    A client of another name has its own process, for work that must not delay the others.
    """
    app = QCoreApplication.instance()
    assert app is not None
    option = Qt.FindChildOption.FindDirectChildrenOnly
    return app.findChild(WorkerClient, name, option) or WorkerClient(app, name=name)
