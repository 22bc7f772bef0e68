"""Processes beside this one: they print sheets, and read files that are not trusted, within limits.

`concurrent.futures.ProcessPoolExecutor` would not do: where one of its processes is killed, all
calls fail, and where this process is killed, its processes live on.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NoReturn, ParamSpec, TypeVar

from cqviewer.stopping import stop

if sys.platform != "win32":
    import resource

_P = ParamSpec("_P")
_T = TypeVar("_T")
_PATIENCE_S = 5
"""Seconds that a process has to end once its standard input is closed."""


class Processes(ThreadPoolExecutor):
    """Runs functions of modules in processes, each of which serves one call after the other.

    An error of cqviewer's own is raised as it is, any other as ChildProcessError. A process that
    ends early fails its own call, with ChildProcessError, and no other.
    """

    def __init__(self, number: int) -> None:
        """Allow at most so many processes, each started when a call needs it."""
        super().__init__(number)
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._all: list[subprocess.Popen[bytes]] = []
        self._ended = threading.Event()

    def submit(
        self, function: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs
    ) -> "Future[_T]":
        """Call a function in a process; the future has what it returns."""
        return super().submit(self._call, (function, args, kwargs))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes when all calls are done."""
        super().shutdown(wait, cancel_futures=cancel_futures)
        self.end()
        for process in self._all:
            assert process.stdout is not None
            process.stdout.close()

    def end(self) -> None:
        """End the processes now, and make no others for the calls that wait."""
        self._ended.set()
        for process in self._all:
            assert process.stdin is not None
            with suppress(OSError):
                process.stdin.close()
        for process in self._all:
            try:
                process.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                process.kill()

    def _call(self, call: object) -> Any:  # noqa: ANN401 - whatever the function returns
        """Return what a call returns from a process that is idle, or from a new one."""
        process = self._next()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            pickle.dump(call, process.stdin)
            process.stdin.flush()
            is_done, result = pickle.load(process.stdout)  # noqa: S301 - from this very program
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):  # or it was ended
            process.kill()
            status = process.wait()
            raise ChildProcessError(f"its process ended early, with status {status}") from None
        self._idle.put(process)
        if not is_done:
            raise result if isinstance(result, Exception) else ChildProcessError(result)
        return result

    def _next(self) -> "subprocess.Popen[bytes]":
        with suppress(Empty):
            while True:
                process = self._idle.get_nowait()
                if process.poll() is None:
                    return process
        if self._ended.is_set():
            raise ChildProcessError("all processes were ended")
        process = _start()
        self._all.append(process)
        if self._ended.is_set():  # meanwhile
            self.end()
        return process


def _start() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "--printer"]  # cqviewer itself, frozen; see cqviewer.cli
    if not getattr(sys, "frozen", False):
        folder = str(Path(__file__).resolve().parents[1])
        code = f"import sys; sys.path.append({folder!r})"
        code += "; from cqviewer.processes import serve; serve()"
        command = [sys.executable, "-P", "-c", code]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # One thread of typst's each, for the processes share the processors.
        env={**os.environ, "RAYON_NUM_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        process_group=0,  # Ctrl+C in a terminal is for the first process alone
    )


def serve() -> NoReturn:
    """Answer calls from standard input, and end when that is closed: the main loop of a process.

    The system closes it in whatever way the parent process ends.
    """
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not come between the answers
    calls: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_read, args=(calls,), daemon=True).start()
    while True:
        function, args, kwargs = calls.get()
        try:
            answer = (True, function(*args, **kwargs))
        except Exception as error:  # every error is an answer
            is_own = type(error).__module__.startswith("cqviewer.")
            answer = (False, error if is_own else f"{type(error).__name__} {error}")
        with suppress(OSError):  # then `_read` ends this process
            pickle.dump(answer, answers)
            answers.flush()


def _read(calls: "SimpleQueue[Any]") -> NoReturn:
    """Read calls until standard input is closed, and then end this process at once."""
    with suppress(EOFError, OSError, pickle.UnpicklingError), open(0, "rb", closefd=False) as stdin:
        while True:
            calls.put(pickle.load(stdin))  # noqa: S301 - from this very program
    stop(0)


def limit_this_process(memory: int, seconds: int) -> None:
    """Limit the bytes of memory and the time that the system gives this process, where it can."""
    if sys.platform == "win32":
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hardest = resource.getrlimit(kind)
        if hardest in (resource.RLIM_INFINITY, -1) or hardest > most:
            resource.setrlimit(kind, (most, hardest))
