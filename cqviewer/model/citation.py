"""Citations: which source, and where in it."""

import re
from typing import Literal, Self

import msgspec

from cqviewer.model.problems import Misread

Part = Literal["paragraph", "page", "table", "figure", "section"]

_PARTS: dict[str, Part] = {
    "par.": "paragraph",
    "p.": "page",
    "table": "table",
    "figure": "figure",
    "section": "section",
}
PATTERN = r"([a-z][a-z0-9_]*)( (par\.|p\.|table|figure|section) ([^\s].{0,40}))?"
"""An id, and optionally a word for a part with its number or name."""

_CITATION = re.compile(PATTERN)


class Citation(msgspec.Struct, frozen=True):
    """A source's id and, where given, the paragraph, page, table … in it."""

    source: str
    part: Part | None = None
    where: str = ""

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read a citation such as 'report par. 4'; Misread says what to write."""
        match = _CITATION.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            source, _, place = str(text).partition(" ")
            is_id = re.fullmatch(r"[a-z][a-z0-9_]*", source) and place
            raise Misread(
                f"the place '{place[:60]}' in '{source[:60]}' is not understood"
                if is_id
                else f"'{str(text)[:60]}' cites no source",
                "write a source's id and a place in it: report par. 4"
                " (or p. 12, table 3, figure 2, section 1.5)",
            )
        source, _, part, where = match.groups()
        return cls(source, _PARTS[part] if part else None, where or "")

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the numbers named in it: 17 and 18 of 'par. 17, 18', 3 to 5 of 'par. 3-5'."""
        found: list[int] = []
        for first, last in re.findall(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?", self.where):
            end = int(last) if last and 0 <= int(last) - int(first) < 1000 else int(first)
            found += range(int(first), end + 1)
        return tuple(dict.fromkeys(found))
