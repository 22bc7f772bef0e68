"""Saving whole files: written beside the target and moved into place, or not at all."""

import contextlib
import errno
import glob
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from cqviewer.model.messages import say
from cqviewer.stopping import when_stopped

if sys.platform != "win32":
    import fcntl

_REASONS = {
    errno.ENOSPC: say("the disk is full"),
    errno.EDQUOT: say("your share of the disk is full"),
    errno.EROFS: say("the disk is read-only"),
    errno.EACCES: say("there is no permission to write there"),
    errno.EPERM: say("there is no permission to write there"),
    errno.ENAMETOOLONG: say("the name is too long"),
    errno.EFBIG: say("the file would be too large for this disk"),
    errno.EIO: say("the disk reports an error"),
}
_SUFFIX = ".cqviewer-tmp"
_EFFECTIVE = os.access in os.supports_effective_ids


_NAME_BYTES = 100
"""How many bytes of a target's name are in the name of its temporary file."""


class SaveError(Exception):
    """A file could not be saved; the text is a sentence that says why."""


class Inputs:
    """Files that were read, which must not be replaced by what is made from them."""

    def __init__(self, paths: Iterable[Path]) -> None:
        """Look up the files; those that do not exist cannot be replaced."""
        self._files = {_file_id(path) for path in paths} - {None}

    def refuse(self, target: Path) -> None:
        """Raise SaveError if a target is one of the files, by whatever name or link."""
        if _file_id(target) in self._files:
            raise SaveError(
                say("{} is a file that is read, and would be lost; choose another name", target)
            )


def _file_id(path: Path) -> tuple[int, int] | None:
    """Return device and inode of a file, the same under all its names; None if there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def save_bytes(data: bytes, path: Path) -> None:
    """Write a file whole; where that fails the old one stays, and SaveError names the cause.

    What a killed run left beside the same target is removed first.
    """
    path = _target(path)
    _clear_leftovers(path)
    try:
        mode = path.stat().st_mode & 0o777 if path.exists() else None
        while not _write(data, path, mode):
            pass  # another run took it for a leftover before it was locked
    except OSError as error:
        raise SaveError(_sentence(path, error)) from error


def _write(data: bytes, path: Path, mode: int | None) -> bool:
    """Write a temporary file and move it into place; return whether nobody removed it meanwhile.

    It has the rights of the old file from the beginning, so that nobody else can read it.
    """
    temporary = path.with_name(f"{_prefix(path)}{os.urandom(4).hex()}{_SUFFIX}")
    rights = 0o666 if mode is None else mode
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with when_stopped(lambda: temporary.unlink(missing_ok=True)):
        try:
            with os.fdopen(os.open(temporary, flags, rights), "wb") as file:
                if not _is_kept(file, temporary):
                    return False
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
                if mode is not None:
                    temporary.chmod(mode)
                if sys.platform != "win32":  # an open file cannot be moved there
                    temporary.replace(path)
            if sys.platform == "win32":
                temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return True


def _prefix(path: Path) -> str:
    """Return how a temporary file's name begins: hidden, and with the name of its target."""
    shown = path.name.encode("utf-8", "surrogateescape")[:_NAME_BYTES].decode("utf-8", "ignore")
    return f".{shown}."


def _lock(file: BinaryIO) -> None:
    """Lock a file for as long as it is open; OSError if it is locked, or cannot be.

    On Windows nothing is needed: there an open file cannot be removed.
    """
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_kept(file: BinaryIO, path: Path) -> bool:
    """Lock a new file; return whether no other run removes it, or has done so, as a leftover."""
    try:
        _lock(file)
    except BlockingIOError:
        return False
    except OSError:
        pass  # on some disks nothing can be locked, and nothing is removed
    return _file_id(path) == (os.fstat(file.fileno()).st_dev, os.fstat(file.fileno()).st_ino)


def _clear_leftovers(path: Path) -> None:
    """Remove temporary files of a target that no process is writing any more."""
    for one in path.parent.glob(f"{glob.escape(_prefix(path))}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if not stat.S_ISREG(one.lstat().st_mode):
                continue  # none of ours; a pipe would keep this waiting
            with one.open("rb") as file:
                _lock(file)
                one.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    """Return the file that is to be replaced: what a link points to, so that it stays a link.

    SaveError where the target is no file, lies in no folder or is write-protected.
    """
    try:
        if path.is_dir():
            raise SaveError(say("{} is a folder; name a file in it", path))
        if not path.parent.is_dir():
            raise SaveError(say("{} cannot be saved: there is no folder {}", path, path.parent))
        if path.exists() and not path.is_file():
            raise SaveError(say("{} is a device or a pipe; name a file", path))
        if path.exists() and not os.access(path, os.W_OK, effective_ids=_EFFECTIVE):
            raise SaveError(say("{} is write-protected; choose another name", path))
        target = Path(os.path.realpath(path))  # Path's own raises where a link leads to itself
        if target.is_symlink():
            raise SaveError(say("{} is a link that leads to itself; choose another name", path))
        return target
    except ValueError:
        raise SaveError(say("{!r} is no file name", str(path))) from None
    except OSError as error:
        raise SaveError(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return say("{} cannot be saved: {}", path, reason)
