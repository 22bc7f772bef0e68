"""Citations: which source, and where in it."""

import re
from typing import Literal, Self

import msgspec

Part = Literal["paragraph", "page", "table", "figure", "section"]

_PARTS: dict[str, Part] = {
    "par.": "paragraph",
    "p.": "page",
    "table": "table",
    "figure": "figure",
    "section": "section",
}
_CITATION = re.compile(
    r"(?P<source>[a-z][a-z0-9_]*)(?: (?P<part>par\.|p\.|table|figure|section) (?P<where>\S.{0,40}))?"
)


class Citation(msgspec.Struct, frozen=True):
    """A source's id and, where given, the paragraph, page, table … in it."""

    source: str
    part: Part | None = None
    where: str = ""

    @classmethod
    def parse(cls, text: object) -> Self:
        """Read a citation such as 'report par. 4'; ValueError says what to write."""
        match = _CITATION.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise ValueError(
                "a source is cited by its id and a place in it, such as: report par. 4"
                " (or p. 12, table 3, figure 2, section 1.5)"
            )
        part = _PARTS[match["part"]] if match["part"] else None
        return cls(match["source"], part, match["where"] or "")

    @property
    def numbers(self) -> tuple[int, ...]:
        """Give the numbers named in it: paragraphs 17 and 18 of 'par. 17, 18'."""
        return tuple(int(number) for number in re.findall(r"\d{1,6}", self.where))
