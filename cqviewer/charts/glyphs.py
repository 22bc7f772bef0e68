"""Text that the bundled fonts can set: whatever they lack is written out as its code point.

A glyph that is missing is an error in an archival PDF, and a box tells nobody what stood there:
names that differ in such characters alone would look alike.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

from cqviewer.model.fonts import extra_fonts
from cqviewer.model.wording.phrases import ENGLISH_BEGINS, ENGLISH_ENDS
from cqviewer.model.wording.wording_values import LEFT_TO_RIGHT
from cqviewer.paths import resources_folder

CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Chinese characters and full-width signs, as ranges for a character class."""
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=[{CHINESE}])|(?<=第) (?=\d)")
"""Spaces between a number and the Chinese word that counts it."""
_FILES = ("NotoSans-Regular.ttf", "NotoSansSC-Regular.ttf")
_SIMPLE = re.compile("[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026\u2212\u202f]*")
"""Latin text, which Noto Sans has in full."""
_CLEAN = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026\u2212\u202f"
    "\u3001-\u3020\u4e00-\u9fff\uff01-\uff5e]*"
)
"""Texts that `plain` returns unchanged, as most are."""
_JOINERS = ("\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH JOINER}")
"""Kept in Indic scripts, which need them to spell words; dropped elsewhere."""
_CLUSTER = re.compile(
    r"[^\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]?"
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*"
)

_TAKEN_APART = frozenset("ǹḿṃṅṣẹịọụ")
"""Letters that Noto Sans sets as two glyphs, a letter and its mark."""


def plain(text: str) -> str:
    """Make one line of a text: control and invisible characters go, spaces stand for breaks."""
    if _CLEAN.fullmatch(text):
        return text
    kept = []
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in ("Cc", "Zl", "Zp"):
            kept.append(" ")
        elif character in _JOINERS and kept and "\u0900" <= kept[-1] < "\u0e00":
            kept.append(character)  # it changes the form of the letter before it
        elif character == LEFT_TO_RIGHT:
            kept.append(character)
        elif character in (ENGLISH_BEGINS, ENGLISH_ENDS):
            continue  # only printed pages mark languages
        elif ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef":
            kept.append("\N{REPLACEMENT CHARACTER}")  # the code points of no character
        elif category not in ("Cf", "Cs") and not "\ufe00" <= character <= "\ufe0f":
            kept.append(character)
    return "".join(kept)


def kept_together(text: str) -> str:
    """Return a text in which no line breaks between a number and its Chinese unit."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", text)


def written_out(text: str) -> str:
    """Make one line of a text, with the code points of what the bundled fonts lack: [U+1F600]."""
    text = plain(text)
    if _SIMPLE.fullmatch(text):
        return text
    text = "".join(_settable(cluster) for cluster in _CLUSTER.findall(text))
    return text.replace("\0]\0[", " ").replace("\0", "")


def needs_outlines(text: str) -> bool:
    """Return whether characters and glyphs of a text do not match one to one.

    Marks above and below letters, Indic scripts, Arabic and Hebrew are placed by shaping. Typst
    sets the text of an SVG glyph by glyph, and a PDF then lacks the characters of some glyphs,
    which its standards forbid. Such a text has to be drawn as outlines.
    """
    return not text.isascii() and any(
        one in _TAKEN_APART
        or unicodedata.category(one).startswith("M")
        or unicodedata.bidirectional(one) in ("R", "AL")
        or "\u0900" <= one < "\u1100"
        for one in text
    )


def _settable(cluster: str) -> str:
    """Return a base with its marks; what no one font has of them as code points."""
    if cluster in ("", LEFT_TO_RIGHT) or any(
        all(ord(one) in font for one in cluster) for font in _fonts()
    ):
        return cluster
    base, marks = cluster[0], cluster[1:]
    if any(ord(base) in font for font in _fonts()):
        return base + _code_points(marks)
    return _code_points(cluster)


def _code_points(characters: str) -> str:
    """Write out characters: [U+1F600]. The NULs show where neighbours are joined in one bracket."""
    return "\0[" + " ".join(f"U+{ord(one):04X}" for one in characters) + "\0]"


def _fonts() -> Iterator[frozenset[int]]:
    """Yield the code points of each family; the Chinese one is opened when needed."""
    yield from map(_coverage, _FILES)
    yield from (one.letters for one in extra_fonts())


@functools.cache
def _coverage(file: str) -> frozenset[int]:
    from matplotlib.ft2font import FT2Font  # the window's process does without matplotlib

    return frozenset(FT2Font(str(resources_folder() / "fonts" / file)).get_charmap())
