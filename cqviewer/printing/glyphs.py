"""Text that the bundled fonts can set: whatever they lack is written out as its code point.

A glyph that is missing is an error in an archival PDF, and a box tells nobody what stood there.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from cqviewer.paths import resources_folder

_FONTS = ("NotoSans-Regular.ttf", "NotoSansSC-Regular.ttf")
_SIMPLE = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026\u2212\u202f]*")
"""Latin text, which Noto Sans has in full."""
_CLEAN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026\u2212\u202f"
    "\u3001-\u3020\u4e00-\u9fff\uff01-\uff5e]*"
)
"""What `plain` leaves as it is, for most texts are nothing else."""
_CLUSTER = re.compile(
    r"[^\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]?"
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*"
)
_LONG_WORD = re.compile("[^\\s\u200b\u2e80-\u9fff\uff00-\uffef]{23,}")
_PIECE = re.compile("[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")
"""What stays together in a long word: it breaks after these marks first."""
_LONGEST_PIECE = 22
BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a word may break. The template sets none of it, so that copied addresses are whole."""


def plain(text: str) -> str:
    """Make one line of a text: control and invisible characters go, spaces stand for breaks."""
    if _CLEAN.fullmatch(text):
        return text
    kept = []
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in ("Cc", "Zl", "Zp"):
            kept.append(" ")
        elif ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef":
            kept.append("\N{REPLACEMENT CHARACTER}")  # for what is no character at all
        elif category not in ("Cf", "Cs") and not "\ufe00" <= character <= "\ufe0f":
            kept.append(character)
    return "".join(kept)


def printable(text: str) -> str:
    """Write out what the bundled fonts lack, and let long words break.

    They break after the marks that addresses have, and anywhere only where these are far apart.
    """
    text = plain(text)
    if not _SIMPLE.fullmatch(text):
        text = "".join(_set(cluster) for cluster in _CLUSTER.findall(text))
        text = text.replace("\0]\0[", " ").replace("\0", "")
    return _LONG_WORD.sub(lambda word: BREAK.join(_pieces(word[0])), text)


def _pieces(word: str) -> Iterator[str]:
    """Split a long word where it may break."""
    for piece in _PIECE.findall(word):
        if len(piece) > _LONGEST_PIECE:
            yield from piece
        else:
            yield piece


def breadth(text: str) -> int:
    """Measure a text in widths of a Latin letter: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def printable_tree(data: Any) -> Any:  # noqa: ANN401 - JSON is any of seven types
    """Make every text in plain JSON data printable; keys stay as they are."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, list):
        return [printable_tree(one) for one in data]
    if isinstance(data, dict):
        return {key: printable_tree(value) for key, value in data.items()}
    return data


def _set(cluster: str) -> str:
    """Keep a base with its marks if one font has all of them; else write out what is lacking."""
    if not cluster or any(all(ord(one) in font for one in cluster) for font in _coverage()):
        return cluster
    base, marks = cluster[0], cluster[1:]
    if any(ord(base) in font for font in _coverage()):
        return base + _code_points(marks)
    return _code_points(cluster)


def _code_points(characters: str) -> str:
    """Write out characters: [U+1F600]. The NULs show where neighbours are joined in one bracket."""
    return "\0[" + " ".join(f"U+{ord(one):04X}" for one in characters) + "\0]"


@functools.cache
def _coverage() -> tuple[frozenset[int], ...]:
    """Give the code points of each bundled family."""
    from matplotlib.ft2font import FT2Font

    folder = resources_folder() / "fonts"
    return tuple(frozenset(FT2Font(str(folder / name)).get_charmap()) for name in _FONTS)
