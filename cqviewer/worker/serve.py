"""The worker process: it serves one call after the other.

The modules that read a sheet are imported first: that is nearly always the first call, and the
window waits for it.
"""

import functools
import gc
import os
import socket
import sys
import traceback
from functools import partial

import cqviewer.printing.attachment
import cqviewer.worker.tasks
import cqviewer.worker.wording_ahead  # noqa: F401
from cqviewer.libraries import prepare_libraries
from cqviewer.progress import heard_by
from cqviewer.worker.protocol import Inbox, ProgressReport, frame, read_answer, read_request, write


def main() -> int:
    """Serve as the worker process until the connection is closed; return the exit status."""
    connection = _connection()
    prepare_libraries()
    os.dup2(2, 1)  # what a library prints is for the terminal
    gc.freeze()  # modules stay; garbage is found sooner where it is not looked for in them
    inbox = Inbox(connection)
    try:
        while True:
            for number, body in inbox.receive():
                with heard_by(partial(_send_progress, connection, number)):
                    answer = _answer(body)
                connection.sendall(frame(number, answer))
                _collect_garbage(len(sys.modules))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return 0


def _send_progress(connection: socket.socket, number: int, part: int, parts: int) -> None:
    connection.sendall(frame(number, write(ProgressReport(part, parts))))


def _connection() -> socket.socket:
    """Return the connection to the window, which is standard input, and empty that."""
    if sys.platform == "win32":
        return socket.fromshare(sys.stdin.buffer.read())
    connection = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return connection


def _answer(body: bytes) -> bytes:
    """Do what a request asks for; return the body of the answer: its result or its error."""
    try:
        function, arguments, named = read_request(body)
        return write((True, function(*arguments, **named)))
    except Exception as error:  # every error is an answer, and none may end the process
        error.add_note("In the worker process:\n" + traceback.format_exc())
        try:
            answer = write((False, error))
            read_answer(answer)  # an error may be written, and yet not read
        except Exception:  # pickle gives back whatever the error's own class raises
            return write((False, RuntimeError(f"{type(error).__name__}: {error}")))
        return answer


@functools.lru_cache(maxsize=1)
def _freeze_modules(_count: int) -> None:
    """Freeze imported modules so that the garbage collector skips them: else it takes 30 ms."""
    gc.collect()
    gc.freeze()


def _collect_garbage(modules: int) -> None:
    """Collect after each call: charts lie in cycles, and have large pictures, but few objects."""
    _freeze_modules(modules)
    gc.collect()
