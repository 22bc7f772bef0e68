"""Calling a function in a copy of this process, so that what it imports takes no memory here."""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def call_apart(function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
    """Call a function in a process that ends with it; give what it returns, raise what it raises.

    ChildProcessError if that process ends early. Where this process cannot be copied the function
    is called here.
    """
    if not can_be_copied():
        return function(*args, **kwargs)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _answer(writing, lambda: function(*args, **kwargs))
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as answers:
            answer = answers.read()
    except BaseException:  # Ctrl+C above all: the copy must not go on alone
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status:
        raise ChildProcessError(f"the process for it ended early, with status {status}")
    is_done, result = pickle.loads(answer)  # noqa: S301 - from this program's own copy
    if not is_done:
        raise result
    return result  # type: ignore[no-any-return]


def can_be_copied() -> bool:
    """Tell whether this process can be copied safely: on Linux, while it has one thread.

    The system is asked, for libraries such as NumPy have threads that Python does not know.
    """
    with suppress(OSError):
        return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
    return False


def _answer(writing: int, call: Callable[[], object]) -> NoReturn:
    """Be the copy: call, send the answer and end, without what else a program does at its end."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the other one tells that it was stopped
        try:
            answer = pickle.dumps((True, call()), pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            error.add_note("In the process apart:\n" + traceback.format_exc())
            answer = pickle.dumps((False, error))
            pickle.loads(answer)  # noqa: S301 - an error may be written, and yet not read
        with os.fdopen(writing, "wb") as answers:
            answers.write(answer)
        status = 0
    except Exception:  # an error that cannot be sent, say
        traceback.print_exc()
    finally:
        os._exit(status)
