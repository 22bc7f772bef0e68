"""Fonts, sizes, colours and icons of the window, for one theme, zoom and language."""

import functools
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QImageReader,
    QPainter,
    QPixmap,
)

from cqviewer.charts.theme import Theme
from cqviewer.model.fonts import VARIABLE, extra_fonts
from cqviewer.model.text import Language, is_chinese
from cqviewer.paths import resources_folder

Role = Literal[
    "title", "lead", "value", "panel value", "unit", "heading", "statement", "body", "caption",
    "tab", "name",
]  # fmt: skip
Weight = Literal["regular", "bold"]
ANY_SIZE = (1 << 24) - 1
"""Qt's QWIDGETSIZE_MAX, which PySide lacks: as a maximum size it sets no limit."""

_ROLES: dict[Role, tuple[int, int, Weight]] = {  # px, line height in px, weight
    "title": (26, 34, "bold"),
    "lead": (18, 28, "regular"),
    "value": (28, 36, "bold"),
    "panel value": (32, 42, "bold"),
    "unit": (14, 20, "regular"),
    "heading": (17, 24, "bold"),
    "statement": (14, 20, "regular"),
    "body": (13, 20, "regular"),
    "caption": (12, 16, "regular"),
    "tab": (14, 20, "regular"),
    "name": (15, 21, "bold"),
}
FAMILIES: dict[Language, list[str]] = {
    "en": ["Noto Sans", "Noto Sans SC"],
    "zh": ["Noto Sans SC", "Noto Sans"],
}
"""The bundled fonts in order of preference; the Chinese ones have no Latin letters, but their own
quotation marks and dashes."""


def families_of(language: Language) -> list[str]:
    """Return the font families for a language, in order of preference."""
    return FAMILIES["zh" if is_chinese(language) else "en"]


def load_fonts() -> None:
    """Register the bundled fonts with Qt, and those that the user named."""
    for path in sorted((resources_folder() / "fonts").glob("*.ttf")):
        _load(str(path))
    take_fonts([one.file for one in extra_fonts()])


def take_fonts(files: Sequence[str]) -> None:
    """Register fonts of the user with Qt, and name their folders to processes started later."""
    if files:
        os.environ[VARIABLE] = os.pathsep.join(
            dict.fromkeys(str(Path(one).parent) for one in files)
        )
    named = dict.fromkeys(family for one in files for family in _load(one))
    for families in FAMILIES.values():
        families.extend(one for one in named if one not in families)
    _font.cache_clear()


@functools.cache  # a font added twice takes memory twice
def _load(file: str) -> tuple[str, ...]:
    """Register a font file with Qt; returns its families."""
    return (*QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(file)),)


class Look:
    """How everything is drawn in one theme, at one zoom, for one language."""

    def __init__(self, theme: Theme, zoom: float = 1.0, language: Language = "en") -> None:
        """Combine a theme, a zoom factor (1.0 is the design's size) and a language."""
        self.theme = theme
        self.zoom = zoom
        self.language = language

    def px(self, length: float) -> int:
        """Return a length in px of the design as whole px of the window."""
        return round(length * self.zoom)

    def color(self, token: str) -> QColor:
        """Return the colour of a token of the theme."""
        return QColor(str(getattr(self.theme, token)))

    def font(self, role: Role, weight: Weight | None = None) -> QFont:
        """Return the font of a role, in its default weight or another."""
        size, _, own = _ROLES[role]
        return QFont(_font(max(1, self.px(size)), self.language, is_bold=(weight or own) == "bold"))

    def line_height(self, role: Role) -> int:
        """Return the line height of a role in px; Chinese from 13 px up has 2 px more."""
        size, line, _ = _ROLES[role]
        return self.px(line + (2 if is_chinese(self.language) and size >= 13 else 0))

    def icon(self, name: str, token: str = "ink2", size: int = 16) -> QIcon:
        """Return an icon in a token's colour, for the pixel ratio of the main screen."""
        return _icon(name, str(getattr(self.theme, token)), self.theme.disabled, self.px(size))


@functools.cache
def _font(size: int, language: Language, *, is_bold: bool) -> QFont:
    font = QFont(families_of(language))
    font.setPixelSize(size)
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@functools.lru_cache(maxsize=256)
def _icon(name: str, color: str, disabled: str, size: int) -> QIcon:
    """Return an SVG icon of the resources in one colour, and in another for disabled buttons."""
    icon = QIcon()
    for ratio in {1.0, QGuiApplication.primaryScreen().devicePixelRatio()}:
        pixmap = draw_icon(name, color, size, ratio)
        icon.addPixmap(pixmap)
        icon.addPixmap(_in_color(pixmap, disabled), QIcon.Mode.Disabled)
    return icon


def _in_color(pixmap: QPixmap, color: str) -> QPixmap:
    """Return a pixmap of the same shape in another colour."""
    other = QPixmap(pixmap)
    painter = QPainter(other)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(other.rect(), QColor(color))
    painter.end()
    return other


def draw_icon(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """Return an SVG icon of the resources in a colour, `size` px wide, for a pixel ratio."""
    text = (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")
    buffer = QBuffer()
    buffer.setData(text.replace("#000000", color).encode())
    # Qt's SVG plugin draws it; importing PySide6.QtSvg for that would cost 28 ms at the start.
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(size, size) * ratio)
    pixmap = QPixmap.fromImage(reader.read())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
