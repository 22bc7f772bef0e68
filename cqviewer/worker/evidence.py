"""What the worker process is asked of the evidence of sources. The window imports it for names."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from cqviewer.evidence.document import Document, PagePicture
from cqviewer.evidence.places import Finder, Place, places
from cqviewer.evidence.reading import draw_page as drawn
from cqviewer.evidence.reading import evidence_file, read_document
from cqviewer.evidence.unused import Review, review
from cqviewer.model.facts import Sheet


class Opened(msgspec.Struct, frozen=True):
    """The evidence of a source, with the places of all figures that cite it.

    `review` are its unused numbers; None where only some pages of it were read.
    """

    document: Document
    found: tuple[Place, ...]
    review: Review | None

    def __reduce__(self) -> tuple[Callable[[bytes], "Opened"], tuple[bytes]]:
        """Return how to unpickle it: from MessagePack, for which the window waits less."""
        return _unpacked, (msgspec.msgpack.encode(self),)


def _unpacked(data: bytes) -> Opened:
    return msgspec.msgpack.decode(data, type=Opened)


def open_evidence(sheet: Sheet, folder: Path, source: str, pages: tuple[int, ...] = ()) -> Opened:
    """Read the evidence of a source; of a PDF only some pages, numbered as cited, if any are named.

    EvidenceError says why it cannot be read. A long PDF reports how far it has come.
    """
    document = read_document(evidence_file(sheet, folder, source), sheet, pages or None)
    finder = Finder(document)
    found = places(sheet, source, finder)
    is_whole = len(document.pages) == len(document.sizes)
    return Opened(document, found, review(sheet, source, finder) if is_whole else None)


def draw_page(sheet: Sheet, folder: Path, source: str, page: int, width: int) -> PagePicture:
    """Draw a page of a source's PDF, counted from 1, so many pixels wide."""
    return drawn(evidence_file(sheet, folder, source), page, width)
