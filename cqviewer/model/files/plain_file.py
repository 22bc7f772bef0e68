"""Open and read regular files, but no pipes or devices; tell data files by their names."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

import msgspec

from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError

_KINDS = (
    (stat.S_ISDIR, say("this is a folder; name a file")),
    (stat.S_ISFIFO, say("this is a pipe; name a file")),
    (stat.S_ISSOCK, say("this is a socket; name a file")),
    (stat.S_ISCHR, say("this is a device; name a file")),
    (stat.S_ISBLK, say("this is a device; name a file")),
)
FileState = tuple[int, ...]
"""Size, time of change and inode of a file, which differ if it was changed."""


DATA_SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods", ".xls", ".json", ".xml")
"""How the names of data files end."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a file may hold at most: bytes, and values once aliases are written out."""

    file_bytes: int = 10_000_000
    values: int = 1_000_000

    @classmethod
    def of_size(cls, file_bytes: int) -> "Limits":
        """Return limits for files of up to so many bytes, with values in proportion."""
        return cls(file_bytes=file_bytes, values=max(1000, file_bytes // 10))


def open_file(path: Path) -> BinaryIO:
    """Open a file to be read; SheetError if it is missing, or no file.

    What is no plain file is not opened: a pipe may stay silent forever, a device never end.
    """
    try:
        mode = path.stat().st_mode
        for is_such, message in _KINDS:
            if is_such(mode):
                raise SheetError.of(path, message)
        return path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from None
    except ValueError:
        raise SheetError.of(repr(str(path)), say("this is no file name")) from None


def is_data_file(path: Path) -> bool:
    """Return whether a file's name is that of a data file, and no sheet's."""
    return path.suffix.lower() in DATA_SUFFIXES


def lies_in(file: Path, folder: Path) -> bool:
    """Return whether a file lies in a folder itself, whatever links lead to it."""
    if "\0" in str(file):
        return False  # no file has such a name
    return Path(os.path.realpath(file)).parent == Path(os.path.realpath(folder))


def unreadable(path: Path, error: OSError) -> SheetError:
    """Return the error that says why a file cannot be read."""
    reason = {
        errno.ENOENT: say("there is no such file"),
        errno.ENOTDIR: say("there is no such file"),
        errno.ELOOP: say("this is a link that leads to itself"),
        errno.EACCES: say("the file may not be read"),
    }.get(error.errno or 0, say("the file cannot be read: {}", error.strerror or error))
    return SheetError.of(path, reason)


_LARGER = say("`cqviewer check --max-size BYTES` reads larger ones")


def read_file(path: Path, limits: Limits, hint: str = _LARGER) -> bytes:
    """Read a file's bytes; SheetError if it is missing, no file, or larger than the limit.

    The error's help then is `hint`.
    """
    with open_file(path) as file:
        try:
            data = file.read(limits.file_bytes + 1)
        except OSError as error:
            raise unreadable(path, error) from None
    if len(data) > limits.file_bytes:
        message = say("the file is larger than {:,} bytes", limits.file_bytes)
        raise SheetError.of(path, message, hint)
    return data


def state_of(path: Path) -> FileState | None:
    """Return the state of a file; None if there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino
