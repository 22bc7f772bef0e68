"""Citations: which source, and where in it."""

import re
from typing import Literal, Self

import msgspec

from cqviewer.model.messages import say
from cqviewer.model.problems import Misread
from cqviewer.model.text import Text

Part = Literal[
    "paragraph",
    "page",
    "table",
    "figure",
    "section",
    "row",
    "column",
    "series",
    "cell",
    "cells",
    "words",
]

_PARTS: dict[str, Part] = {
    "par.": "paragraph",
    "p.": "page",
    "table": "table",
    "figure": "figure",
    "section": "section",
    "row": "row",
    "column": "column",
    "series": "series",
}
_CELL = "[A-Z]{1,3}[1-9][0-9]{0,6}"
PATTERN = (
    r"([a-z][a-z0-9_]*)( (par\.|p\.|table|figure|section|row|column|series) ([^\s].{0,40})"
    rf"| sheet ('[^']{{1,60}}'|[^\s']{{1,60}}) ({_CELL}(:{_CELL})?)"
    r'| "([^"]{1,200})")?'
)
"""An id, and optionally a word for a part with its number or name, a cell or a range of cells of a
worksheet, or words of the source in quotes."""

_CITATION = re.compile(PATTERN)
_SPELLED = re.compile(
    r"(?:(?P<p>pages?|pp?|pg)|(?P<par>paragraphs?|par(?:a|as|s)?)|(?P<other>[a-z]{3,7}))"
    r"\.?\s*(?P<where>\d{1,9}[\w.]{0,9}(?:\s?[,–-]\s?\d{1,9}){0,9})",
    re.IGNORECASE,
)
"""A place as people spell it: page 4, pp. 4-6, para 3, Table 2."""
_LARGEST_RANGE = 10_000


class Citation(msgspec.Struct, frozen=True, gc=False):
    """A source's id and, where given, the paragraph, page, table … in it.

    `sheet` is the worksheet of cells.
    """

    source: str
    part: Part | None = None
    where: str = ""
    sheet: str = ""

    @classmethod
    def parse(cls, text: object, only: str = "") -> Self:
        """Read a citation such as 'report par. 4'; Misread says what to write.

        `only` is the id of the one source that there is, if there is one: a place alone is of it.
        """
        match = _CITATION.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise _refusal(str(text), only)
        source, _, part, where, sheet, cells, last, words = match.groups()
        if words:
            return cls(source, "words", words)
        if cells:
            made = cls(source, "cells" if last else "cell", cells, sheet.strip("'"))
            if last:
                made.each_cell()  # that it is one row or column
            return made
        return cls(source, _PARTS[part] if part else None, where or "")

    def each_cell(self) -> "list[Citation]":
        """Return each cell of a range, in order; Misread if it is no row or column."""
        (first, top), (last, bottom) = (place_of(one) for one in self.where.split(":"))
        is_line = first == last or top == bottom
        if not is_line or last < first or bottom < top:
            message = say("the range {} is no part of one row or column", self.where)
            raise Misread(message, say("write one such as C2:C24 or B3:Z3, from its beginning"))
        if bottom - top + last - first >= _LARGEST_RANGE:
            raise Misread(say("the range {} has more than {:,} cells", self.where, _LARGEST_RANGE))
        return [
            Citation(self.source, "cell", f"{letters_of(column)}{row}", self.sheet)
            for row in range(top, bottom + 1)
            for column in range(first, last + 1)
        ]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the numbers named in it: 17 and 18 of 'par. 17, 18', 3 to 5 of 'par. 3-5'."""
        found: list[int] = []
        for first, last in re.findall(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?", self.where):
            end = int(last) if last and 0 <= int(last) - int(first) < 1000 else int(first)
            found += range(int(first), end + 1)
        return tuple(dict.fromkeys(found))


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """A number of a source that is meant to be no figure; None stands for all at the place."""

    citation: Citation
    number: str | None = None
    why: Text | None = None


def _refusal(text: str, only: str) -> Misread:
    """Return why a text is no citation, with the right one where only its spelling is another."""
    source, _, place = text.partition(" ")
    spelled, alone = _as_cited(place), _as_cited(text) if only else ""
    is_id = bool(re.fullmatch(r"[a-z][a-z0-9_]*", source) and place and not alone)
    fix = f"{source} {spelled}" if is_id and spelled else f"{only} {alone}" if alone else None
    return Misread(
        say("the place '{}' in '{}' is not understood", place[:60], source[:60])
        if is_id
        else say("'{}' cites no source", text[:60]),
        say(
            "write a source's id and a place in it: report par. 4"
            " (or p. 12, table 3, figure 2, section 1.5, sheet 'Table 1' C7, row 12)"
        ),
        fix,
    )


def _as_cited(place: str) -> str:
    """Return a place as citations write it, 'p. 4' for 'page 4'; '' where it is none."""
    match = _SPELLED.fullmatch(place)
    if match is None:
        return ""
    word = "p." if match["p"] else "par." if match["par"] else match["other"].lower()
    return f"{word} {match['where']}" if word in _PARTS else ""


def place_of(name: str) -> tuple[int, int]:
    """Return the numbers of column and row of a cell, from 1: (3, 7) of C7."""
    letters = name.rstrip("0123456789")
    column = 0
    for one in letters:
        column = 26 * column + ord(one) - ord("A") + 1
    return column, int(name[len(letters) :])


def letters_of(column: int) -> str:
    """Return the letters of a column by its number from 1: A, B … Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
