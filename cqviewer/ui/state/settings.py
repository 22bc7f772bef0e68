"""What is remembered from one run to the next: an INI file in the user's own folder."""

import base64
import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from PySide6.QtCore import QCoreApplication, QSettings

from cqviewer.paths import is_bundled
from cqviewer.ui.state.language import LanguageChoice, chosen_language
from cqviewer.ui.state.store import (
    PANEL_LEAST,
    PANEL_WIDEST,
    SOURCE_LEAST,
    ContrastChoice,
    ThemeChoice,
    View,
)

LASTING = ("theme", "contrast", "zoom", "is_panel_open", "panel_width", "source_width")
"""The fields of a view that apply to any sheet, and are remembered under their names."""
MOST_RECENT = 10
MOST_SEEN = 100
_BETWEEN = "\n"
"""Separates the files of a comparison in one entry of the recent ones."""


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """Where the reader was: the file, and how it was looked at.

    `file` is empty for the bundled sheet; `scroll` is a share of the page's height, 0 to 1;
    `geometry` is Qt's description of the window's position and size, in base64; `seen_changes`
    names the pairs of editions whose changes were marked once, separated by blanks; `place` is the
    place of the sheet that was last made from data.
    """

    file: str = ""
    section: str = ""
    scroll: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.0
    theme: ThemeChoice = "system"
    contrast: ContrastChoice = "system"
    language: LanguageChoice = "system"
    zoom: Annotated[float, msgspec.Meta(ge=0.8, le=2.5)] = 1.0
    is_panel_open: bool = True
    panel_width: Annotated[int, msgspec.Meta(ge=PANEL_LEAST, le=PANEL_WIDEST)] = 300
    source_width: Annotated[int, msgspec.Meta(ge=SOURCE_LEAST)] = 540
    geometry: str = ""
    recent: tuple[str, ...] = ()
    seen_changes: str = ""
    place: str = ""

    def view(self) -> View:
        """Return a view with the remembered fields that apply to any sheet."""
        lasting = {name: getattr(self, name) for name in LASTING}
        language = chosen_language(self.language)
        return View(language=language, language_choice=self.language, **lasting)

    def geometry_bytes(self) -> bytes:
        """Return the window's geometry as Qt wrote it; empty if there is none."""
        with contextlib.suppress(ValueError):
            return base64.b64decode(self.geometry, validate=True)
        return b""


class Settings:
    """Reads and writes what is remembered; an unreadable file is moved aside."""

    def __init__(self) -> None:
        """Find the settings file of the user."""
        self.problem = ""
        """A sentence on why the file was not read, and where it was moved; empty if it was."""
        self._settings = self._open()
        self._remembered = self._read()

    @property
    def path(self) -> Path:
        """Return the path of the settings file."""
        return Path(self._settings.fileName())

    @property
    def remembered(self) -> Remembered:
        """Return what is remembered."""
        return self._remembered

    def remember(self, **changes: object) -> None:
        """Replace some fields, and write them to the file."""
        self._remembered = msgspec.structs.replace(self._remembered, **changes)
        for name, value in msgspec.to_builtins(self._remembered).items():
            if name not in changes:
                continue  # another cqviewer may have changed it
            if name == "recent" and not value:
                self._settings.remove(name)
            else:
                self._settings.setValue(name, list(value) if name == "recent" else value)
        self._settings.sync()

    def recent(self) -> tuple[str, ...]:
        """Return the recent entries, the latest first, also those of other running cqviewers."""
        self._settings.sync()
        return self._read().recent

    def recent_sheets(self) -> list[list[str]]:
        """Return the recent entries as lists of files: one, or several that were compared."""
        return [one.split(_BETWEEN) for one in self.recent()]

    def add_recent(self, path: Path) -> None:
        """Add a file to the top of the recent ones; bundled sheets have a menu of their own."""
        if is_bundled(path):
            return
        self.add_recent_comparison([path])

    def add_recent_comparison(self, paths: Sequence[Path]) -> None:
        """Add compared files to the top of the recent ones, as one entry; the open one is first."""
        name, before = _BETWEEN.join(str(path.absolute()) for path in paths), self.recent()
        recent = (name, *(one for one in before if one != name))[:MOST_RECENT]
        if recent != before:
            self.remember(recent=recent)

    def see_changes(self, key: str) -> bool:
        """Remember that changes were shown; return whether that is the first time."""
        seen = self._remembered.seen_changes.split()
        if key in seen:
            return False
        self.remember(seen_changes=" ".join([*seen[1 - MOST_SEEN :], key]))
        return True

    def forget_recent(self) -> None:
        """Forget the files opened lately."""
        self.remember(recent=())

    def _open(self) -> QSettings:
        return QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "cqviewer", "cqviewer"
        )

    def _read(self) -> Remembered:
        known = (one for one in Remembered.__struct_fields__ if self._settings.contains(one))
        values: dict[str, object] = {name: self._settings.value(name) for name in known}
        recent = values.pop("recent", None) or []
        values["recent"] = [recent] if isinstance(recent, str) else recent
        try:
            if self._settings.status() == QSettings.Status.FormatError:
                raise ValueError
            return msgspec.convert(values, Remembered, strict=False)
        except (msgspec.ValidationError, ValueError):
            self._set_aside()
            return Remembered()

    def _set_aside(self) -> None:
        """Rename the file, so that it can be inspected, and begin a new one."""
        path = self.path
        aside = path.with_name(f"{path.name}.broken")
        text = QCoreApplication.translate(
            "Settings", "The settings could not be read; they now lie in {file}."
        )
        try:
            path.replace(aside)
        except OSError:
            text = QCoreApplication.translate("Settings", "The settings in {file} cannot be read.")
            aside = path
        self.problem = text.format(file=aside)
        self._settings = self._open()
        self._settings.clear()
