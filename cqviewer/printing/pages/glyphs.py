"""Text for the pages: what the bundled fonts can set, with places where long words may break."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from cqviewer.charts.glyphs import CHINESE, kept_together, written_out
from cqviewer.model.text import Language, is_right_to_left
from cqviewer.model.wording.phrases import ENGLISH_BEGINS, ENGLISH_ENDS, Vocabulary

_LONG_WORD = re.compile(f"[^\\s\u200b{CHINESE}]{{23,}}")
_PIECE = re.compile("[^/.?&=_,-]*[/.?&=_,-]+|[^/.?&=_,-]+")
"""A piece of a long word, which breaks after these marks rather than elsewhere."""
_LONGEST_PIECE = 22
_BEFORE_PERCENT = re.compile("(?<=\\d)[ \u00a0\u2009\u202f](?=[%‰])")
_ENGLISH = re.compile(f"([{ENGLISH_BEGINS}{ENGLISH_ENDS}])")
_ISOLATE, _END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
"""Around English in lines from right to left, so that '2021 to 2024' keeps its order."""
_SCALED = r"(?:thousand|million|m|billion|bn|trillion|trn)(?: \w+)?"
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_LONGEST_UNIT = 14
BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a word may break. The template sets none of it, so that copied addresses are whole."""


def with_units(units: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the units and months that stay on the line of the number before them."""
    short = sorted({one for one in units if 0 < len(one) <= _LONGEST_UNIT}, key=len, reverse=True)
    words = "|".join([*map(re.escape, short), _SCALED, _MONTHS])
    return re.compile(rf"(?<=\d) (?:{words})(?!\w)")


def printable(text: str, language: Language = "en", kept: re.Pattern[str] | None = None) -> str:
    """Return a text that can be set: units stay with numbers, and long words may break.

    Every per cent sign has the space of the language before it; the marks around English stay.
    Words break after the marks that addresses have, and anywhere only where these are far apart.
    """
    if ENGLISH_BEGINS in text:
        pieces = _ENGLISH.split(text)
        text = "".join(
            one if _ENGLISH.fullmatch(one) else printable(one, language, kept) for one in pieces
        )
        is_turned = is_right_to_left(language) and _begins_in_latin(text)
        return f"{_ISOLATE}{text}{_END}" if is_turned else text
    text = kept_together(written_out(text))
    text = _BEFORE_PERCENT.sub(_before_percent(language), text)
    if kept:
        text = kept.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), text)
    return _LONG_WORD.sub(lambda word: BREAK.join(_pieces(word[0])), text)


def _begins_in_latin(text: str) -> bool:
    """Return whether a text runs from left to right, by its first letter as Unicode has it."""
    kinds = map(unicodedata.bidirectional, text)
    return next((one for one in kinds if one in ("L", "R", "AL")), "") == "L"


@functools.cache
def _before_percent(language: Language) -> str:
    """Return the space that a language has before the sign of per cent."""
    pattern = Vocabulary(language).pattern("percent")
    return re.sub("[^ \u00a0\u2009\u202f]", "", pattern.partition("{number}")[2])


def _pieces(word: str) -> Iterator[str]:
    """Yield a long word's pieces, between which it may break."""
    for piece in _PIECE.findall(word):
        if len(piece) > _LONGEST_PIECE:
            yield from piece
        else:
            yield piece


def printable_tree(
    data: Any,  # noqa: ANN401 - JSON
    language: Language,
    kept: re.Pattern[str],
) -> Any:  # noqa: ANN401 - JSON
    """Return plain JSON data with every text printable; keys stay as they are."""
    if isinstance(data, str):
        return printable(data, language, kept)
    if isinstance(data, list):
        return [printable_tree(one, language, kept) for one in data]
    if isinstance(data, dict):
        return {key: printable_tree(value, language, kept) for key, value in data.items()}
    return data
