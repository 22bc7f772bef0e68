"""Keeps sheets as they were read, and their charts as they were drawn, for the next start.

What is kept is found by all that it was made from: the text of the sheet, the look of a chart, the
screen's density, and the state of the program. So nothing is ever shown for other figures.
"""

import contextlib
import functools
import os
import shutil
import sys
import zlib
from pathlib import Path

import msgspec
from PySide6.QtCore import QBuffer, QCryptographicHash, QIODevice, QSaveFile
from PySide6.QtGui import QImage, QImageWriter

import cqviewer
from cqviewer.charts.contents import chart_part
from cqviewer.charts.drawing import DrawOptions, Mark
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.localized import BabelCache
from cqviewer.model.text import Language
from cqviewer.paths import cache_folder, resources_folder

MOST_SHEETS = 24
"""How many sheets are kept: those that were looked at last."""
MOST_FILES = 120
"""How many files are kept of one sheet; each width, theme, zoom and language has its pictures."""

_TEXT = "cqviewer"
_DIGEST_SIZE = 64
_WINDOW = "window"
_Window = tuple[str, int, int, bytes]


class Drawn(msgspec.Struct, frozen=True):
    """What is kept beside a chart's pixels: its height and its marks, in px at 96 dpi."""

    height: int
    marks: tuple[Mark, ...]


class Worded(msgspec.Struct, frozen=True):
    """A sheet as it was read, and what Babel says of it in one language."""

    sheet: Sheet
    words: BabelCache


class SheetCache:
    """What is kept of the sheet that a text holds, in the user's cache folder."""

    def __init__(self, yaml: bytes) -> None:
        """Find the sheet's folder; nothing is made yet."""
        self._folder = sheets_folder() / _sheet_name(yaml)

    def find_sheet(self, language: Language) -> Worded | None:
        """Give the sheet as it was read, if that is kept and whole."""
        try:
            return msgspec.msgpack.decode(self._read(f"sheet-{language}"), type=Worded)
        except msgspec.DecodeError:
            return None

    def keep_sheet(self, worded: Worded, language: Language) -> None:
        """Write a sheet down as it was read."""
        self._write(f"sheet-{language}", msgspec.msgpack.encode(worded))

    def find_picture(self, name: str) -> tuple[QImage, Drawn] | None:
        """Give a picture and what belongs to it, if it is kept and whole."""
        image = QImage.fromData(self._read(name))
        try:
            drawn = msgspec.json.decode(image.text(_TEXT), type=Drawn)
        except msgspec.DecodeError:
            return None
        return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), drawn

    def keep_picture(self, name: str, image: QImage, drawn: Drawn) -> None:
        """Write a picture down."""
        marked = QImage(image)
        marked.setText(_TEXT, msgspec.json.encode(drawn).decode())
        buffer = QBuffer()
        QImageWriter(buffer, b"png").write(marked)
        self._write(name, bytes(buffer.data().data()))

    def has_sheet(self, language: Language) -> bool:
        """Tell whether the sheet is kept as it was read."""
        return (self._folder / f"sheet-{language}").is_file()

    def find_window(self, shown: tuple[object, ...]) -> QImage | None:
        """Give the picture of a window that shows the sheet so, if it is the last that was kept.

        `shown` is all that decides what the window shows, and how.
        """
        try:
            kept, width, height, packed = msgspec.msgpack.decode(self._read(_WINDOW), type=_Window)
        except msgspec.DecodeError:
            return None
        if kept != _digest(msgspec.msgpack.encode(shown)):
            return None
        pixels = zlib.decompress(packed)
        # A copy, since the bytes go with `pixels`.
        return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()

    def keep_window(self, shown: tuple[object, ...], image: QImage) -> None:
        """Write a window's picture down, in Format_RGB32: it is read in a third of a PNG's time."""
        state = _digest(msgspec.msgpack.encode(shown))
        packed = zlib.compress(image.constBits(), level=1)
        kept = (state, image.width(), image.height(), packed)
        self._write(_WINDOW, msgspec.msgpack.encode(kept))

    def _read(self, name: str) -> bytes:
        """Give what was written under a name; nothing if it is not there or not whole."""
        try:
            data = (self._folder / name).read_bytes()
            os.utime(self._folder)  # it was looked at last
        except OSError:
            return b""
        digest, content = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
        return content if digest == _digest(content).encode() else b""

    def _write(self, name: str, content: bytes) -> None:
        """Write a file whole or not at all; where that cannot be, it will be made anew."""
        with contextlib.suppress(OSError):
            if not self._folder.is_dir():
                self._folder.mkdir(parents=True, exist_ok=True)
                _remove_oldest(sheets_folder(), MOST_SHEETS)
            _remove_oldest(self._folder, MOST_FILES)
        file = QSaveFile(str(self._folder / name))
        if file.open(QIODevice.OpenModeFlag.WriteOnly):
            file.write(_digest(content).encode() + content)
            file.commit()


def picture_name(chart: Chart, sheet: Sheet, look: DrawOptions, ratio: float) -> str:
    """Name a picture by a digest of all that it is drawn from."""
    return _digest(msgspec.msgpack.encode((chart, chart_part(chart, sheet), look, ratio)))


def sheets_folder() -> Path:
    """Give the folder that holds one folder a sheet; it is not made here."""
    return cache_folder() / "sheets"


def _digest(data: bytes) -> str:
    """Give the SHA-256 of data in hexadecimal; Qt's, since importing hashlib takes 3 ms."""
    digest = QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256)
    return bytes(digest.toHex().data()).decode()


@functools.lru_cache(maxsize=2)  # that of megabytes takes long, and is asked for by each window
def _sheet_name(yaml: bytes) -> str:
    return _digest(_program() + yaml)


@functools.cache
def _program() -> bytes:
    """Tell the state of what reads, draws and shows: its version, and when it was changed."""
    if getattr(sys, "frozen", False):  # its code lies in the program itself, not in folders
        changed = Path(sys.executable).stat().st_mtime_ns
        return f"{cqviewer.__version__} {changed} ".encode()
    changed = 0
    layers = [Path(cqviewer.__file__).parent / layer for layer in ("charts", "model", "ui")]
    for folder in (*layers, resources_folder(), resources_folder() / "translations"):
        with contextlib.suppress(OSError):
            for entry in os.scandir(folder):
                changed = max(changed, entry.stat().st_mtime_ns)
    return f"{cqviewer.__version__} {changed} ".encode()


def _remove_oldest(folder: Path, most: int) -> None:
    """Keep only so many entries of a folder, those that were changed last."""
    entries = sorted(os.scandir(folder), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for entry in entries[most:]:
        if entry.is_dir():
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            Path(entry.path).unlink(missing_ok=True)
