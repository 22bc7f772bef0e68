"""Fonts beyond the bundled ones: from folders that the user names, or `fonts` beside a sheet.

They are known to this process and to those that it starts, by a variable of the environment.
"""

import functools
import os
import stat
from pathlib import Path
from typing import NamedTuple

from cqviewer.model.messages import say

VARIABLE = "CQVIEWER_FONTS"
BESIDE = "fonts"
"""The folder beside a sheet whose fonts are taken without being named."""
MOST_FILES, MOST_BYTES = 40, 30_000_000
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")


class ExtraFont(NamedTuple):
    """A font file: its family, and the characters that it has."""

    file: str
    family: str
    is_bold: bool
    letters: frozenset[int]


def use_fonts(folder: Path) -> str:
    """Add the fonts of a folder to those in use; return why that is impossible, or nothing.

    A font is read by several libraries, which also look into folders within, so that a folder
    with anything odd among its fonts is left alone as a whole.
    """
    try:
        files = sorted(folder.iterdir())
        kinds = {one: one.stat() for one in files}
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else say("this is no folder")
        return say("{}: its fonts cannot be used: {}", folder, reason)
    fonts = [one for one in files if one.suffix.lower() in _ENDINGS]
    if any(stat.S_ISDIR(one.st_mode) for one in kinds.values()):
        return say("{}: it holds folders; put the fonts into it without any", folder)
    if not fonts or len(fonts) > MOST_FILES:
        return say(
            "{}: it holds {} fonts (.ttf, .otf); 1 to {} can be used",
            folder,
            len(fonts),
            MOST_FILES,
        )
    for one in fonts:
        if not stat.S_ISREG(kinds[one].st_mode) or kinds[one].st_size > MOST_BYTES:
            return say("{}: this is no file of a font of up to {} MB", one, MOST_BYTES // 10**6)
    named = dict.fromkeys([*font_folders(), str(folder.resolve())])
    os.environ[VARIABLE] = os.pathsep.join(named)
    for one in fonts:
        if read_font(str(one)) is None:
            os.environ[VARIABLE] = os.pathsep.join(list(named)[:-1])
            return say("{}: this is no font that can be read", one)
    return ""


def font_folders() -> tuple[str, ...]:
    """Return the folders of fonts that are used beside the bundled one."""
    return tuple(one for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one)


def extra_fonts() -> tuple[ExtraFont, ...]:
    """Return the fonts that are used beside the bundled ones."""
    files = (
        str(file)
        for folder in font_folders()
        for file in sorted(Path(folder).glob("*"))
        if file.suffix.lower() in _ENDINGS
    )
    return tuple(one for file in files if (one := read_font(file)))


def extra_families() -> tuple[str, ...]:
    """Return the families of these fonts, each once."""
    return tuple(dict.fromkeys(one.family for one in extra_fonts()))


@functools.cache
def read_font(file: str) -> ExtraFont | None:
    """Return what a font says of itself; None where it cannot be read."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped] # few sheets need it

    try:
        with Path(file).open("rb") as data, TTFont(data, fontNumber=0, lazy=True) as font:
            names, cmap = font["name"], font.getBestCmap() or {}
            family = str(names.getBestFamilyName() or "")
            style = str(names.getBestSubFamilyName() or "").lower()
            has_outlines = bool({"glyf", "CFF ", "CFF2"}.intersection(font.keys()))
    except Exception:  # fontTools raises whatever its parsers meet in a damaged file
        return None
    if not family or not family.isprintable() or not cmap or not has_outlines:
        return None
    return ExtraFont(file, family, "bold" in style, frozenset(cmap))
