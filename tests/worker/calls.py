"""Functions that tests have called in a worker process."""

import gc
import os
import signal
import sys
import threading
from pathlib import Path

from cqviewer.model.problems import Problem, SheetError
from cqviewer.progress import report
from tests.patience import until


def refuse(sentence: str) -> None:
    """Raise an error that cannot be made from its text alone."""
    raise SheetError([Problem(message=sentence, line=3, column=7)])


def raise_what_cannot_be_sent() -> None:
    """Raise an error that holds something of this process alone."""
    raise ValueError(threading.Lock())


class Ring:
    """Something that only a collection of garbage can free."""

    def __init__(self) -> None:
        """Refer to itself."""
        self.me = self


def leave_garbage() -> None:
    """Make something in a cycle, and forget it."""
    Ring()


def rings() -> int:
    """Count what was made in cycles and is still there."""
    return sum(isinstance(one, Ring) for one in gc.get_objects())


def die() -> None:
    """End the process that this runs in."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_whatever(*_arguments: object) -> None:
    """End the process that this runs in, whatever it is asked for."""
    die()


def raise_error(error: Exception, *_arguments: object) -> None:
    """Raise an error."""
    raise error


def die_at_first(begun: Path) -> str:
    """End the process that this runs in, but not if it was called before."""
    if not begun.exists():
        begun.touch()
        die()
    return "alive"


def say(text: str) -> str:
    """Print a text, as a library might."""
    print(text, flush=True)
    return text


def rest(begun: Path) -> None:
    """Show by a file that this runs, and go on for longer than any test."""
    begun.touch()
    signal.pause()


def wait_for(file: Path) -> int:
    """Wait until there is a file, then give the id of the process that this runs in."""
    until(file.exists)
    return os.getpid()


def note(file: Path, word: str) -> None:
    """Add a word to a file."""
    with file.open("a") as words:
        words.write(f"{word} ")


def count_parts(parts: int) -> int:
    """Report each part of a piece of work as it is begun."""
    for part in range(1, parts + 1):
        report(part, parts)
    return parts


def report_between(begin: Path, go_on: Path) -> None:
    """Wait for a file, report the third of twelve parts, and wait for another file."""
    wait_for(begin)
    report(3, 12)
    wait_for(go_on)


def has_imported(module: str) -> bool:
    """Return whether this process has imported a module."""
    return module in sys.modules
