"""The fonts in the page: of each only the letters that the page has."""

import io
import re
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]

from cqviewer.charts.style import FONT_FILES
from cqviewer.model.fonts import extra_families, extra_fonts
from cqviewer.paths import resources_folder
from cqviewer.printing.web.markup import data_address

_KEPT_NAMES = [0, 1, 2, 13, 14]
"""Copyright, family, style and licence, which stay with any part of a font."""


def font_faces(letters: str) -> str:
    """Return the rules of a style that hold the fonts with some letters; Latin ones stay Noto Sans.

    The same letters give the same bytes.
    """
    folder = resources_folder() / "fonts"
    faces = [
        (folder / file, family, 700 if weight == "bold" else 400)
        for (family, weight), file in FONT_FILES.items()
    ]
    faces += [
        (Path(one.file), one.family, 700 if one.is_bold else 400)
        for one in extra_fonts()
        if one.letters.intersection(map(ord, letters))
    ]
    return "".join(_face(*one, letters) for one in faces)


def families() -> str:
    """Return the names of the fonts that the user brings, as a style lists them after others."""
    return "".join(f", {_quoted(one)}" for one in extra_families())


def _face(file: Path, family: str, weight: int, letters: str) -> str:
    address = data_address("font/woff", _part(file, letters))
    return (
        f"@font-face{{font-family:{_quoted(family)};font-weight:{weight};font-display:swap;"
        f"src:url({address})format('woff')}}\n"
    )


def _quoted(family: str) -> str:
    """Return the name of a font as a style writes it, without what would end it."""
    return "'" + re.sub(r"[^\w .-]", "", family) + "'"


def _part(file: Path, letters: str) -> bytes:
    """Return the part of a font that has some letters, as WOFF."""
    options: Any = subset.Options()
    options.flavor = "woff"
    options.hinting = False
    options.name_IDs = _KEPT_NAMES
    options.notdef_outline = True
    options.font_number = 0
    data = io.BytesIO()
    with subset.load_font(str(file), options) as font:
        font.recalcTimestamp = False
        chosen = subset.Subsetter(options)
        chosen.populate(text=letters)
        chosen.subset(font)
        subset.save_font(font, data, options)
    return data.getvalue()
