"""Fonts of the charts: loading them by path, measuring, wrapping and shortening text in px.

matplotlib's settings (rcParams) and its fonts belong to the whole process, in which a cluster may
print several sheets in threads: whoever draws, measures or saves does so in `styled()`.
"""

import functools
import itertools
import logging
import re
import threading
import unicodedata
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import contextmanager
from typing import Literal, cast

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

from cqviewer.charts.glyphs import CHINESE, written_out
from cqviewer.model.fonts import extra_families, extra_fonts
from cqviewer.paths import resources_folder

Weight = Literal["regular", "bold"]

_LATIN_FIRST = ("Noto Sans", "Noto Sans SC")
_CHINESE_FIRST = ("Noto Sans SC", "Noto Sans")
_OF_TWO_FONTS = re.compile('(<text style="[^">]*font-family: \'[^;]*, [^>]*>)([^<]+)')
_FAMILY = re.compile("'([^']+)'")
_HAS_CHINESE = re.compile(f"[{CHINESE}]")
FONT_FILES = {
    ("Noto Sans", "regular"): "NotoSans-Regular.ttf",
    ("Noto Sans", "bold"): "NotoSans-Bold.ttf",
    ("Noto Sans SC", "regular"): "NotoSansSC-Regular.ttf",
    ("Noto Sans SC", "bold"): "NotoSansSC-Bold.ttf",
}
"""The bundled fonts, in `resources/fonts`, by family and weight."""
_SPACES = {0x202F: "\N{NO-BREAK SPACE}", 0x205F: " ", **dict.fromkeys(range(0x2000, 0x200B), " ")}
"""Spaces that the Chinese fonts lack, with what replaces them in a Chinese text."""
ELLIPSIS = "…"
BASELINE = 0.357
"""From the middle of a line down to its baseline, as a share of the text's size."""
_LONG_WORD = 12  # characters
_MOST_ALIKE = 20  # times that texts are shortened at their beginnings to tell them apart
_LONGEST = 600  # characters; no line of a chart is as long
_EM = 1000  # px per em in which advances are measured
_SETTINGS = {
    "text.parse_math": False,
    "text.hinting": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "cqviewer",
    "path.simplify": False,
    "axes.unicode_minus": True,
}
_LOCK = threading.RLock()
# A run that may not be broken: a number with the Chinese unit after it, one wide character, or a
# word up to its end, a hyphen or a dash; in each case with the punctuation that clings to it and
# the spaces after it.
_CLOSING = "，。：；！？、）》」』】〕”’…％"
_OPENING = "（《「『【〔“‘"
_UNBROKEN = re.compile(
    rf"[{_OPENING}]*(?:第 )?[−+]?\d[\d.,–—、]* [万亿]*[{CHINESE}][{_CLOSING}]* *"
    rf"|[{_OPENING}]*[{CHINESE}][{_CLOSING}]* *|[^ \-–—{CHINESE}]*[\-–—]+ *"
    rf"|[^ \-–—{CHINESE}]+[{_CLOSING}]* *| +"
)


@contextmanager
def styled() -> Iterator[None]:
    """Apply matplotlib's settings for charts, for one thread at a time.

    `rc_context` would copy and check all of matplotlib's settings, twice for each chart.
    """
    settings = cast("MutableMapping[str, object]", mpl.rcParams)
    with _LOCK:
        before = {name: settings[name] for name in _SETTINGS}
        settings.update(_SETTINGS)
        try:
            _load_fonts()
            yield
        finally:
            settings.update(before)


@contextmanager
def outlined() -> Iterator[None]:
    """Write text into SVGs as outlines, inside `styled()`."""
    settings = cast("MutableMapping[str, object]", mpl.rcParams)
    before = settings["svg.fonttype"]
    settings["svg.fonttype"] = "path"
    try:
        yield
    finally:
        settings["svg.fonttype"] = before


def _load_fonts() -> None:
    """Load the bundled fonts and the user's before the system's of the same names.

    matplotlib would warn of a family without a bold face, which is no fault of the user's.
    """
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    bundled = [str(resources_folder() / "fonts" / one) for one in FONT_FILES.values()]
    for file in (*bundled, *(one.file for one in extra_fonts())):
        _load_font(file)


@functools.cache
def _load_font(file: str) -> None:
    fontManager.addfont(file)
    fontManager.ttflist.insert(0, fontManager.ttflist.pop())


@functools.cache
def _face(family: str, weight: Weight) -> FT2Font:
    """Open a font for measuring; of one that the user brings, the weight that there is."""
    if (family, weight) in FONT_FILES:
        file = str(resources_folder() / "fonts" / FONT_FILES[family, weight])
    else:
        own = [one for one in extra_fonts() if one.family == family]
        file = min(own, key=lambda one: one.is_bold != (weight == "bold")).file
    font = FT2Font(file)
    font.set_size(_EM, 72)
    return font


@functools.lru_cache(maxsize=20_000)
def _glyph(character: str, families: tuple[str, ...], weight: Weight) -> tuple[str, float]:
    """Return the first family that has a character, and its advance in thousandths of an em."""
    for family in families:
        font = _face(family, weight)
        if font.get_char_index(ord(character)):
            glyph = font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
            return family, glyph.linearHoriAdvance / 65536
    return families[-1], 0.0


def _families(text: str) -> tuple[str, ...]:
    """Return the fonts of a text in the order in which they are asked for each character.

    Quotation marks and dashes are those of Chinese in a Chinese text.
    """
    first = _CHINESE_FIRST if _HAS_CHINESE.search(text) else _LATIN_FIRST
    return first if text.isascii() else (*first, *extra_families())


def _advances(text: str, size: float, weight: Weight) -> list[float]:
    """Return the advance of each character of a text in px."""
    families = _families(text)
    return [_glyph(one, families, weight)[1] * size / _EM for one in text]


def clean(text: str) -> str:
    """Make one line of a text that the bundled fonts can set.

    Line breaks and control characters become spaces, invisible formatting is dropped, and what no
    bundled font has is written out as its code point.
    """
    text = text[:_LONGEST]
    if text.isascii() and text.isprintable():
        return text
    text = written_out(text)
    return text.translate(_SPACES) if _HAS_CHINESE.search(text) else text


def text_width(text: str, size: float, weight: Weight = "regular") -> float:
    """Measure a cleaned text in px, for a size in px."""
    return sum(_advances(text, size, weight))


def properties(text: str, size: float, weight: Weight) -> FontProperties:
    """Choose the fonts for a cleaned text; `size` in px. Latin text alone opens no Chinese font."""
    families = _families(text)
    latin = families[:1] == _LATIN_FIRST[:1] and all(
        _face(families[0], weight).get_char_index(ord(one)) for one in text
    )
    return _properties(size, weight, families[:1] if latin else families)


@functools.lru_cache(maxsize=200)
def _properties(size: float, weight: Weight, families: tuple[str, ...]) -> FontProperties:
    name = "bold" if weight == "bold" else "normal"
    return FontProperties(family=list(families), size=size * 0.75, weight=name)


def with_fonts_named(svg: bytes) -> bytes:
    """Return a picture of matplotlib's in which each run of a text names the one font that has it.

    Where two are named for all of it, typst sets the text whole in either one, and gives up where
    one of them has a ligature that the other lacks.
    """
    return _OF_TWO_FONTS.sub(_runs, svg.decode()).encode()


def _runs(match: re.Match[str]) -> str:
    families = tuple(_FAMILY.findall(match[1]))
    runs = itertools.groupby(match[2], lambda one: _glyph(one, families, "regular")[0])
    return match[1] + "".join(
        f"<tspan style=\"font-family: '{family}'\">{''.join(run)}</tspan>" for family, run in runs
    )


def shorten(text: str, width: float, size: float, weight: Weight = "regular") -> str:
    """Cut a text to a width in px, with an ellipsis where something is cut; '' if nothing fits."""
    text = clean(text)
    if text_width(text, size, weight) <= width:
        return text
    *advances, room = _advances(text + ELLIPSIS, size, weight)
    kept = _whole(text, _fitting(advances, width - room))
    return text[:kept].rstrip() + ELLIPSIS if text[:kept].strip() else ""


def _whole(text: str, end: int) -> int:
    """Return an end of a text, moved back so that no letter is cut off from its accents."""
    while 0 < end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end -= 1
    return end


def told_apart(texts: Sequence[str], cut: Callable[[str], str]) -> list[str]:
    """Return texts that still differ once `cut` has shortened each to the room there is.

    Where the beginnings that would be left are alike, an ellipsis replaces them.
    """
    shown = [clean(one) for one in texts]
    for _ in range(_MOST_ALIKE):
        same: dict[str, list[int]] = {}
        for at, one in enumerate(shown):
            same.setdefault(cut(one), []).append(at)
        alike = [row for row in same.values() if len({shown[at] for at in row}) > 1]
        if not alike:
            break
        for row in alike:
            start = _difference([shown[at].removeprefix(ELLIPSIS) for at in row])
            for at in row:
                rest = shown[at].removeprefix(ELLIPSIS)[start:]
                shown[at] = ELLIPSIS + rest if rest and start else shown[at]
    return [_with_head(clean(one), part, cut) for one, part in zip(texts, shown, strict=True)]


def _with_head(text: str, part: str, cut: Callable[[str], str]) -> str:
    """Return the `part` that is left of a text, after as much of its beginning as has room."""
    if part == text or cut(part) != part:
        return part
    words = text.split(" ")
    heads = (" ".join(words[:number]) + part for number in range(len(words) - 1, 0, -1))
    return next((one for one in heads if cut(one) == one), part)


def _difference(texts: Sequence[str]) -> int:
    """Return where the first word begins in which some texts differ."""
    first, last = min(texts), max(texts)
    pairs = enumerate(zip(first, last, strict=False))
    start = next((at for at, (one, other) in pairs if one != other), min(len(first), len(last)))
    begins = [at for at in range(start, 0, -1) if first[at - 1] in " -–—/,"]
    # A word that is longer than any room is entered shortly before the difference.
    return begins[0] if begins and start - begins[0] <= _LONG_WORD else max(0, start - 2)


def wrap(
    text: str, width: float, size: float, weight: Weight = "regular", lines: int = 2
) -> list[str]:
    """Break a text into lines of a width in px; what goes beyond `lines` is shortened."""
    pieces = _UNBROKEN.findall(clean(text).strip())
    done: list[str] = []
    line = ""
    while pieces:
        piece = pieces.pop(0)
        if text_width((line + piece).rstrip(), size, weight) <= width:
            line += piece
        elif len(done) + 1 == lines:
            line = "".join([line, piece, *pieces])
            break
        elif line:
            done.append(line.rstrip())
            line = ""
            pieces.insert(0, piece)
        else:
            fitting = max(1, _whole(piece, _fitting(_advances(piece, size, weight), width)))
            done.append(piece[:fitting])
            pieces.insert(0, piece[fitting:])
    if line.strip():
        done.append(shorten(line.rstrip(), width, size, weight))
    return done or [""]


def _fitting(advances: list[float], width: float) -> int:
    """Count the characters that fit into a width."""
    sums = itertools.accumulate(advances)
    return sum(1 for _ in itertools.takewhile(lambda reached: reached <= width, sums))
