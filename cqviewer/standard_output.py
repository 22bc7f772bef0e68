"""Writing to standard output and standard error: lines for people, and data as it is."""

import os
import sys
from contextlib import suppress
from typing import TextIO

EXIT_PROBLEM = 1
EXIT_USAGE = 2
"""Exit statuses of a run that writes what is wrong: with a file, or with its arguments."""
_SPACES = "\t\u3000\u00a0\u202f"


class OutputError(Exception):
    """Standard output cannot be written; the text is a sentence that says why."""


def printable(text: str) -> str:
    """Replace what a terminal would obey instead of showing, one character for one."""
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() or one in _SPACES else "\N{REPLACEMENT CHARACTER}" for one in text
    )


def write_lines(*lines: str) -> None:
    """Write lines; what the encoding lacks is written as an escape.

    OutputError if they cannot be written. A reader that has gone away is no error.
    """
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    _write(_joined(lines).encode(encoding, "backslashreplace"))


def write_data(data: bytes) -> None:
    """Write bytes as they are, or to a terminal as lines; OutputError as by `write_lines`."""
    if sys.stdout is None or not sys.stdout.isatty():
        _write(data)
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise OutputError("this is no text for a terminal; name a file with -o") from None
    write_lines(*text.rstrip("\r\n").replace("\r\n", "\n").split("\n"))


def write_errors(*lines: str) -> None:
    """Write lines to standard error, if that is possible at all."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(_joined(lines))
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def finish_output() -> None:
    """Flush standard output; OutputError as by `write_lines`."""
    if sys.stdout is not None:
        _write(b"")


def _joined(lines: tuple[str, ...]) -> str:
    return "".join(f"{printable(line)}\n" for line in lines)


def _write(data: bytes) -> None:
    if sys.stdout is None:
        raise OutputError("standard output cannot be written: it is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as error:
        _discard(sys.stdout)
        raise OutputError(f"standard output cannot be written: {error.strerror}") from None


def _discard(stream: TextIO) -> None:
    """Redirect a stream to nowhere, since Python flushes what is left in it at exit."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
