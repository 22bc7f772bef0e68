"""Text for the pages: what the bundled fonts can set, with places where long words may break."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from cqviewer.charts.glyphs import CHINESE, kept_together, written_out

_LONG_WORD = re.compile(f"[^\\s\u200b{CHINESE}]{{23,}}")
_PIECE = re.compile("[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")
"""What stays together in a long word: it breaks after these marks first."""
_LONGEST_PIECE = 22
BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a word may break. The template sets none of it, so that copied addresses are whole."""


def printable(text: str) -> str:
    """Write out what the bundled fonts lack, keep units with numbers, and let long words break.

    They break after the marks that addresses have, and anywhere only where these are far apart.
    """
    text = kept_together(written_out(text))
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
