"""Queries of the search: how words are compared, and where a text has them."""

import re
import unicodedata

_ACCENTS = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")
_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMBER_BEGINS = r"(?<![\d.,])"
LONGEST = 200
"""Characters of a query that are looked at."""
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\N{MINUS SIGN}–—‐‑", "-"),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”", '"'),
        **dict(zip("ıøØđĐłŁ", "ioOdDlL", strict=True)),
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"),  # invisible: nobody types them
    }
)


def normal(text: str) -> str:
    """Return a text in one way, whatever its case, width, accents, dashes, quotes and spaces."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text.translate(_ALIKE))
        text = unicodedata.normalize("NFKC", _ACCENTS.sub("", apart))
    return " ".join(text.casefold().split())


def ungrouped(text: str) -> str:
    """Return a text without the commas that group digits by thousands."""
    return _GROUPING.sub("", text) if "," in text else text


class Word:
    """A word of a query, which may be anywhere in a text; a number only where a number begins."""

    def __init__(self, text: str) -> None:
        """Store a word, which `normal` and `ungrouped` have returned."""
        self._text = text
        begins = re.match(r"[\d.]", text)
        self._pattern = re.compile(_NUMBER_BEGINS + re.escape(text)) if begins else None

    def is_in(self, text: str) -> bool:
        """Return whether a text has the word."""
        if self._text not in text:
            return False
        return self._pattern is None or self._pattern.search(text) is not None


def found_in(text: str, query: str) -> list[tuple[int, int]]:
    """Return begin and end of each place of a query's words in a text that has all of them.

    The list is empty if the text lacks one.
    """
    letters, places = _letters(text)
    spans: list[tuple[int, int]] = []
    for word in normal(query[:LONGEST]).split():
        pattern = ",?".join(map(re.escape, ungrouped(word)))
        begin = _NUMBER_BEGINS if re.match(r"[\d.]", word) else ""
        found = [match.span() for match in re.finditer(begin + pattern, letters)]
        if not found:
            return []
        spans += [(places[start], places[end - 1] + 1) for start, end in found]
    return sorted(spans)


def _letters(text: str) -> tuple[str, list[int]]:
    """Return a text's letters as they are compared, and the index of each in the text."""
    letters, places = [], []
    for place, letter in enumerate(text):
        is_accent = unicodedata.combining(letter) and text[place - 1 : place].isascii()
        alike = "" if is_accent else normal(letter) or (" " if letter.isspace() else "")
        letters.append(alike)
        places += [place] * len(alike)
    return "".join(letters), places
