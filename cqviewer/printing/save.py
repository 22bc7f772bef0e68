"""Saving whole files: written beside the target and moved into place, or not at all."""

import contextlib
import errno
import glob
import os
import sys
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "there is no permission to write there",
    errno.EPERM: "there is no permission to write there",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EFBIG: "the file would be too large for this disk",
    errno.EIO: "the disk reports an error",
}
_SUFFIX = ".cqviewer-tmp"
_EFFECTIVE = os.access in os.supports_effective_ids


class SaveError(Exception):
    """A file could not be saved; the text is a sentence that says why."""


def save_bytes(data: bytes, path: Path) -> None:
    """Write a file whole; where that fails the old one stays, and SaveError names the cause.

    What a killed run left beside the same target is removed first.
    """
    path = _target(path)
    _clear_leftovers(path)
    temporary = path.with_name(f"{_prefix(path)}{os.urandom(4).hex()}{_SUFFIX}")
    try:
        with temporary.open("xb") as file:
            _lock(file)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if path.exists():
                temporary.chmod(path.stat().st_mode & 0o777)
            if sys.platform != "win32":  # while it is locked, no other run takes it for a leftover
                temporary.replace(path)
        if sys.platform == "win32":
            temporary.replace(path)
    except OSError as error:
        raise SaveError(_sentence(path, error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _prefix(path: Path) -> str:
    """Begin a temporary file's name: hidden, and telling whose it is."""
    return f".{path.name[:60]}."


def _lock(file: BinaryIO) -> bool:
    """Lock a file for as long as it is open; tell whether nobody else has it locked.

    On Windows nothing is needed: there an open file cannot be removed.
    """
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a disk without locks
        return True
    return True


def _clear_leftovers(path: Path) -> None:
    """Remove temporary files of a target that no process is writing any more."""
    for one in path.parent.glob(f"{glob.escape(_prefix(path))}*{_SUFFIX}"):
        with contextlib.suppress(OSError), one.open("rb") as file:
            if _lock(file):
                one.unlink(missing_ok=True)


def _target(path: Path) -> Path:
    """Give the file that is to be replaced: what a link points to, so that it stays a link.

    SaveError where the target is no file, lies in no folder or is write-protected.
    """
    try:
        if path.is_dir():
            raise SaveError(f"{path} is a folder; name a file in it")
        if not path.parent.is_dir():
            raise SaveError(f"{path} cannot be saved: there is no folder {path.parent}")
        if path.exists() and not path.is_file():
            raise SaveError(f"{path} is a device or a pipe; name a file")
        if path.exists() and not os.access(path, os.W_OK, effective_ids=_EFFECTIVE):
            raise SaveError(f"{path} is write-protected; choose another name")
        target = Path(os.path.realpath(path))  # Path's own raises where a link leads to itself
        if target.is_symlink():
            raise SaveError(f"{path} is a link that leads to itself; choose another name")
        return target
    except ValueError:
        raise SaveError(f"{str(path)!r} is no file name") from None
    except OSError as error:
        raise SaveError(_sentence(path, error)) from error


def _sentence(path: Path, error: OSError) -> str:
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return f"{path} cannot be saved: {reason}"
