"""A disk cache of sheets that were read and of charts that were drawn, for the next start.

The key of an entry is a digest of all that it was made from: the text of the sheet, the options of
a chart, the screen's density, and the state of the program. So nothing is ever shown for other
figures. Only the user may read the files, and a file that was changed or damaged counts as missing.
"""

import contextlib
import functools
import hashlib
import os
import re
import stat
import sys
import zlib
from pathlib import Path
from typing import Final, TypeVar

import msgspec

import cqviewer
from cqviewer.model.facts import Sheet
from cqviewer.model.fonts import font_folders
from cqviewer.model.localized import BabelCache
from cqviewer.model.provenance import named_figures
from cqviewer.model.text import Language
from cqviewer.paths import resources_folder, sheets_folder
from cqviewer.worker.pictures import Asked, Pixels

_T = TypeVar("_T")
MOST_SHEETS = 24
"""How many sheets the cache holds: those that were opened last."""
MOST_FILES = 120
"""How many files the cache holds of a sheet, which has pictures for each width, theme and zoom."""
MOST_PIXELS = 30_000_000
"""The largest picture that is read: as many pixels as four screens of 4K have."""

_MOST_BYTES: Final = 4 * MOST_PIXELS
_DIGEST_SIZE: Final = 64
_WINDOW: Final = "window"
_OUR_FOLDER: Final = re.compile(r"[0-9a-f]{64}")
_OUR_FILE: Final = re.compile(r"([0-9a-f]{64}|sheet-[a-z]+|window)(\.[0-9a-f]+\.new)?")
_UNBLOCKED: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Worded(msgspec.Struct, frozen=True):
    """A sheet as it was read, and what Babel says of it in one language."""

    sheet: Sheet
    words: BabelCache


class WindowPicture(msgspec.Struct, frozen=True):
    """How a window looked: rows of 4 bytes a pixel, and a digest of what decided its looks."""

    shown: str
    width: int
    height: int
    data: bytes


class SheetCache:
    """The entries of one sheet, in a folder of the user's cache that is named by its key."""

    def __init__(self, key: str) -> None:
        """Use the folder of a key; it is not made yet."""
        self._folder = sheets_folder() / key

    def find_sheet(self, language: Language) -> Worded | None:
        """Return the sheet as it was read, or None unless it is kept whole and makes sense."""
        found = self._decoded(f"sheet-{language}", Worded)
        return found if found and _is_complete(found.sheet) else None

    def keep_sheet(self, worded: Worded, language: Language) -> None:
        """Write a sheet down as it was read."""
        self._write(f"sheet-{language}", msgspec.msgpack.encode(worded))

    def has_sheet(self, language: Language) -> bool:
        """Return whether the sheet is kept as it was read."""
        return (self._folder / f"sheet-{language}").is_file()

    def find_picture(self, wanted: Asked) -> Pixels | None:
        """Return a chart's picture, or None unless it is kept whole."""
        kept = self._decoded(picture_name(wanted), Pixels)
        if kept is None or not 0 < kept.chart_height <= kept.height * 16:
            return None
        data = _unpack(kept.data, kept.width, kept.height)
        return msgspec.structs.replace(kept, data=data, is_kept=True) if data else None

    def keep_picture(self, wanted: Asked, pixels: Pixels) -> None:
        """Write a chart's picture down."""
        self._write(picture_name(wanted), _packed(pixels))

    def find_window(self, shown: str) -> WindowPicture | None:
        """Return the picture of a window that shows the sheet so, or None if another one is kept.

        `shown` is a digest of all that decides what the window shows, and how.
        """
        kept = self._decoded(_WINDOW, WindowPicture)
        if kept is None or kept.shown != shown:
            return None
        data = _unpack(kept.data, kept.width, kept.height)
        return msgspec.structs.replace(kept, data=data) if data else None

    def keep_window(self, picture: WindowPicture) -> None:
        """Write a window's picture down."""
        self._write(_WINDOW, _packed(picture))

    def _decoded(self, name: str, kind: type[_T]) -> _T | None:
        """Return what was written under a name; None if that is not there or makes no sense."""
        try:
            return msgspec.msgpack.decode(self._read(name), type=kind)
        except (msgspec.DecodeError, RecursionError):
            return None

    def _read(self, name: str) -> bytes:
        """Return what was written under a name; b'' if it is missing, damaged or not our own.

        Reading also makes the sheet the one that was opened last.
        """
        if not _is_own_folder(self._folder):
            return b""
        try:
            with os.fdopen(os.open(self._folder / name, os.O_RDONLY | _UNBLOCKED), "rb") as file:
                found = os.fstat(file.fileno())
                if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:
                    return b""
                data = file.read()
            os.utime(self._folder)
        except OSError:
            return b""
        written, content = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
        return content if written == digest(content).encode() else b""

    def _write(self, name: str, content: bytes) -> None:
        """Write a file whole or not at all; where that cannot be, it is made again next time."""
        with contextlib.suppress(OSError):
            is_new = not self._folder.exists()
            if not _make_folders(self._folder):
                return
            if is_new:
                _remove_oldest_others(self._folder, MOST_SHEETS - 1)
            _remove_oldest_files(self._folder, MOST_FILES)
            _write_file(self._folder / name, digest(content).encode() + content)


def picture_name(wanted: Asked) -> str:
    """Return the name of a picture's file: a digest of all that it is drawn from."""
    return digest(msgspec.msgpack.encode(wanted))


def digest(data: bytes) -> str:
    """Return the SHA-256 of data in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@functools.lru_cache(maxsize=2)  # that of megabytes takes long, and is asked for by each window
def _of_text(yaml: bytes) -> bytes:
    return hashlib.sha256(yaml).digest()


def sheet_key(yaml: bytes) -> str:
    """Return the key of the sheet that a text holds, as this state of the program reads it.

    What is drawn with fonts of the user's is kept apart from what is drawn without.
    """
    return digest(_program() + "\n".join(font_folders()).encode() + _of_text(yaml))


@functools.cache
def _program() -> bytes:
    """Return the version of the program and when its files were last changed."""
    if getattr(sys, "frozen", False):  # its code lies in the program itself, not in folders
        changed = Path(sys.executable).stat().st_mtime_ns
        return f"{cqviewer.__version__} {changed} ".encode()
    changed = 0
    package, resources = Path(cqviewer.__file__).parent, resources_folder()
    inner = [package / name for name in ("charts", "model", "ui")]
    inner += [resources / name for name in ("fonts", "icons", "phrases", "translations")]
    deep = (folder for one in inner for folder in _folders(one))
    for folder in (str(package), str(resources), *deep):
        with contextlib.suppress(OSError):
            files = (one for one in os.scandir(folder) if one.is_file())  # Python changes folders
            for entry in files:
                changed = max(changed, entry.stat().st_mtime_ns)
    return f"{cqviewer.__version__} {changed} ".encode()


def _folders(folder: Path) -> list[str]:
    """List a folder and those in it."""
    return [name for name, _, _ in os.walk(folder) if not name.endswith("__pycache__")]


def _is_complete(sheet: Sheet) -> bool:
    """Return whether all that a sheet's parts refer to is there."""
    plans = [plan for section in sheet.sections for plan in section.plans]
    named = named_figures(sheet)
    for one in sheet.indicators.values():
        named += one.derivation.inputs if one.derivation else ()
    return (
        bool(sheet.sections)
        and sheet.indicators.keys() >= set(named)
        and all(name == one.id and one.observations for name, one in sheet.indicators.items())
        and {goal.id for goal in sheet.named_goals}
        >= {name for plan in plans for name in plan.goals}
    )


def _packed(picture: Pixels | WindowPicture) -> bytes:
    """Return a picture as it is written: unpacked in a third of a PNG's time."""
    data = zlib.compress(picture.data, level=1)
    return msgspec.msgpack.encode(msgspec.structs.replace(picture, data=data))


def _unpack(packed: bytes, width: int, height: int) -> bytes:
    """Return a picture's bytes, 4 a pixel; none where there are more or fewer than that."""
    if min(width, height) < 1 or width * height > MOST_PIXELS:
        return b""
    size = 4 * width * height
    try:
        data = zlib.decompressobj().decompress(packed, size + 1)
    except zlib.error:
        return b""
    return data if len(data) == size else b""


# Folders and files: the user's alone, and never by way of a link


def _is_own_folder(folder: Path) -> bool:
    """Return whether a folder and the one above it are there, and no links to others."""
    try:
        return all(stat.S_ISDIR(one.lstat().st_mode) for one in (folder.parent, folder))
    except OSError:
        return False


def _make_folders(folder: Path) -> bool:
    """Make a sheet's folder with those above it, closed to others; return whether it is ours."""
    base = folder.parent.parent
    base.parent.mkdir(parents=True, exist_ok=True)
    for one in (base, folder.parent, folder):
        one.mkdir(mode=0o700, exist_ok=True)
    if not _is_own_folder(folder):
        return False
    for one in (base, folder.parent, folder):  # earlier versions left them open to be read
        if one.stat().st_mode & 0o077:
            one.chmod(0o700)
    return True


def _write_file(path: Path, data: bytes) -> None:
    """Write a file beside its place, then put it there."""
    beside = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")
    try:
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(number, "wb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _by_change(folder: Path, names: re.Pattern[str]) -> list[os.DirEntry[str]]:
    """Return the entries of a folder that are ours, the last changed first."""
    ours = [entry for entry in os.scandir(folder) if names.fullmatch(entry.name)]
    return sorted(ours, key=lambda one: -one.stat(follow_symlinks=False).st_mtime_ns)


def _remove_oldest_files(folder: Path, most: int) -> None:
    for entry in _by_change(folder, _OUR_FILE)[most:]:
        if entry.is_file(follow_symlinks=False):
            Path(entry.path).unlink(missing_ok=True)


def _remove_oldest_others(folder: Path, most: int) -> None:
    """Remove the folders beside a new one, which may be as old as they by the file system's clock.

    Those that changed last stay.
    """
    beside = [one for one in _by_change(folder.parent, _OUR_FOLDER) if one.name != folder.name]
    for entry in beside[most:]:
        if entry.is_dir(follow_symlinks=False):
            _remove_oldest_files(Path(entry.path), 0)
            with contextlib.suppress(OSError):  # something of others lies in it
                Path(entry.path).rmdir()
