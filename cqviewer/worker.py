"""A process beside the window's own: it runs what is slow, one call after the other.

A thread would not do: it shares the interpreter with the window, which then waits while the thread
imports or draws. `concurrent.futures.ProcessPoolExecutor` would do the same as this module, but
importing and starting it delays the first picture by a tenth, and a call that runs in it cannot be
stopped.
"""

import functools
import gc
import os
import pickle
import struct
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    import subprocess

_SIZE: Final = struct.Struct("!Q")
_P = ParamSpec("_P")
_T = TypeVar("_T")


class WorkerError(Exception):
    """The process ended before it had answered; the text is a sentence that says so."""


class Worker:
    """Runs functions of modules in a process of its own; a process that has ended is made anew.

    What goes there and comes back is pickled: only the two ends of one program talk here.
    """

    def __init__(self) -> None:
        """Make the process at the first call, or by `start`."""
        self._calls = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
        self._process: subprocess.Popen[bytes] | None = None
        self._running: Future[object] | None = None
        self._is_stopped = False
        self._lock = threading.Lock()

    def start(self) -> None:
        """Make the process now, so that it is ready sooner; a call says why it cannot be made."""
        with self._lock, suppress(OSError):
            self._start()

    def _start(self) -> None:
        if self._process is not None and self._process.poll() is not None:
            _end(self._process)
            self._process = None
        if self._process is None:
            self._process = _make_process()

    def submit(
        self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> "Future[_T]":
        """Have a module's function called there, after all that was submitted before.

        The future gives what it returns or raises, or WorkerError. A function whose process was
        ended by others, perhaps while it idled, is called once more in a new one.
        """
        future: Future[_T] = Future()
        queued = self._calls.submit(self._call, future, (function, args, kwargs))
        queued.add_done_callback(lambda one: one.cancelled() and future.cancel())
        return future

    def abandon(self, future: "Future[_T]") -> None:
        """Drop a call that nobody waits for any more; one that runs is stopped with its process."""
        if future.cancel():
            return
        with self._lock:
            if self._running is future and self._process is not None:
                self._running = None
                self._process.kill()

    def stop(self) -> None:
        """End the process and drop what was submitted, for good."""
        self._calls.shutdown(wait=False, cancel_futures=True)
        with self._lock:
            self._is_stopped, self._running = True, None
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            self._calls.shutdown()  # the call that runs fails now, and reads no more
            _end(process)

    def _call(self, future: "Future[_T]", call: tuple[object, ...]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        with self._lock:
            self._running = future  # type: ignore[assignment]
        try:
            is_done, result = self._answer_to(pickle.dumps(call))
        except Exception as error:  # what cannot be sent or read ends this call alone
            is_done, result = False, error
        with self._lock:
            self._running = None
        if is_done:
            future.set_result(result)  # type: ignore[arg-type]
        else:
            future.set_exception(result)  # type: ignore[arg-type]

    def _answer_to(self, request: bytes) -> tuple[bool, object]:
        """Send a call, once more if its process ended and nobody here had ended it for the call."""
        try:
            answer = self._exchange(request)
        except WorkerError:
            with self._lock:
                if self._running is None:
                    raise
            answer = self._exchange(request)
        done, result = pickle.loads(answer)  # noqa: S301 - from this program's own other end
        return bool(done), result

    def _exchange(self, request: bytes) -> bytes:
        """Send a call to the process, and wait for its answer."""
        with self._lock:
            if self._is_stopped:
                raise WorkerError("The worker process was stopped")
            try:
                self._start()
            except OSError as error:
                raise WorkerError(f"The worker process could not be started: {error}") from None
            process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _send(process.stdin, request)
            return _receive(process.stdout)
        except (OSError, EOFError):
            status = _end(process)
            raise WorkerError(f"The worker process ended early, with status {status}") from None


@functools.cache
def shared_worker() -> Worker:
    """Give the one worker that all windows of a program share."""
    return Worker()


def main() -> int:
    """Serve as the process: answer calls from standard input until it is closed."""
    from cqviewer import tasks

    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    tasks.prepare_to_read()  # nearly always the first call, and the window waits for it
    try:
        with open(0, "rb", closefd=False) as requests, answers:
            while True:
                _send(answers, _answer(_receive(requests)))
                _collect_garbage(len(sys.modules))
    except (EOFError, BrokenPipeError):  # also from the last answer, which closing would send
        return 0


@functools.lru_cache(maxsize=1)
def _keep_modules(_count: int) -> None:
    """Leave what there is of modules out of later collections, which takes them 30 ms each."""
    gc.collect()
    gc.freeze()


def _collect_garbage(modules: int) -> None:
    """Collect after each call: charts lie in cycles, and have large pictures, but few objects."""
    _keep_modules(modules)
    gc.collect()


def _answer(request: bytes) -> bytes:
    """Do what a request asks for; give whether that was done, and its result or its error."""
    try:
        function, arguments, named = pickle.loads(request)  # noqa: S301 - as above
        return pickle.dumps((True, function(*arguments, **named)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # every error is an answer, and none may end the process
        error.add_note("In the worker process:\n" + traceback.format_exc())
        try:
            answer = pickle.dumps((False, error))
            pickle.loads(answer)  # noqa: S301 - an error may be written, and yet not read
        except Exception:  # pickle gives back whatever the error's own class raises
            words = f"{type(error).__name__}: {error}"
            return pickle.dumps((False, RuntimeError(words)))
        return answer


def _make_process() -> "subprocess.Popen[bytes]":
    import subprocess  # not at the top: a later start shows what was kept before it is needed

    command = [sys.executable, "--worker"]  # cqviewer itself, frozen; see cqviewer.cli
    if not getattr(sys, "frozen", False):
        folder = str(Path(__file__).resolve().parent.parent)
        code = f"import sys; sys.path.append({folder!r}); import cqviewer.worker as w; w.main()"
        command = [sys.executable, "-P", "-c", code]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # One thread for linear algebra: charts need none, and idle ones spin for a tenth second.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        process_group=0,  # the window decides what Ctrl+C in a terminal ends
    )


def _end(process: "subprocess.Popen[bytes]") -> int:
    """End a process for certain, and give its status."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was not sent cannot be sent any more
                pipe.close()
    return process.wait()


def _send(stream: IO[bytes], data: bytes) -> None:
    stream.write(_SIZE.pack(len(data)))
    stream.write(data)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    """Read what was sent as a whole; EOFError if the other end has gone."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
