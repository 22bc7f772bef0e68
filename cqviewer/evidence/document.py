"""A source as it was read: paragraphs or cells, with the numbers in them and where they stand."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from cqviewer.importing.tables import Table

Kind = Literal["text", "pdf", "table"]


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A rectangle on a page, in shares of its width and height from its top left."""

    left: float
    top: float
    right: float
    bottom: float


class Mention(msgspec.Struct, frozen=True, array_like=True):
    """A number that a text mentions: in whole units, in per cent or in percentage points.

    `start` and `end` are its span in the text, with its scale and its sign of per cent; `boxes`
    lie around it on the page of a PDF, one for each line that it stands on. `other` is a second
    reading where it is not known which sign is the decimal one: 1.200 is 1.2, or else 1200.
    """

    amount: Decimal
    is_percent: bool
    start: int
    end: int
    boxes: tuple[Box, ...] = ()
    other: Decimal | None = None
    is_points: bool = False

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Return the readings of the number, without its sign."""
        return tuple(one.copy_abs() for one in (self.amount, self.other) if one is not None)


class DocumentPart(msgspec.Struct, frozen=True):
    """A paragraph, a line of a table in a PDF (`is_row`), or a cell that holds a number.

    `number` counts from 1: the paragraphs of a text, those of a page, or the rows of a worksheet.
    """

    number: int
    text: str
    mentions: tuple[Mention, ...] = ()
    page: int = 0
    box: Box | None = None
    sheet: str = ""
    cell: str = ""
    is_row: bool = False

    @property
    def is_bare(self) -> bool:
        """Return whether its numbers may stand without their units, as cells below a head do."""
        return self.is_row or bool(self.cell)


class Document(msgspec.Struct, frozen=True):
    """A source's text, PDF or table, with its parts in the order in which they are read.

    Of a PDF, `sizes` are width and height of all its pages in points, `labels` what each calls
    itself, and `without_text` those of the pages read that are pictures.
    """

    kind: Kind
    name: str
    parts: Sequence[DocumentPart]
    tables: tuple[Table, ...] = ()
    sizes: tuple[tuple[float, float], ...] = ()
    labels: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    without_text: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


class PagePicture(msgspec.Struct, frozen=True):
    """A page as rows of pixels, of 4 bytes each: red, green, blue and one that is not used."""

    data: bytes
    width: int
    height: int


class EvidenceError(Exception):
    """The evidence of a source cannot be read; the text is a sentence that says why."""

    def __init__(
        self, message: str, reason: Literal["none", "outside", "unreadable"] = "unreadable"
    ) -> None:
        """Store the sentence, and of which sort it is."""
        super().__init__(message, reason)
        self.reason = reason

    def __str__(self) -> str:
        """Return the sentence."""
        return str(self.args[0])


def pages_called(names: Sequence[int | str], labels: Sequence[str]) -> list[int]:
    """Return the pages, counted from 1, that have some names as their labels.

    A number that is no page's label is the number of a page. Several pages may have one label.
    """
    found = []
    for one in names:
        named = [place for place, label in enumerate(labels, 1) if label == str(one)]
        is_counted = isinstance(one, int) and 1 <= one <= len(labels)
        found += named or ([int(one)] if is_counted else [])
    return sorted(set(found))
