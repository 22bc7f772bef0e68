"""Calls of the worker process about the evidence of sources; the window imports their names."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from cqviewer.evidence.document import Document, PagePicture
from cqviewer.evidence.packed import Packed
from cqviewer.evidence.places import Finder, Place, Traced, places, traces
from cqviewer.evidence.reading import draw_page as drawn
from cqviewer.evidence.reading import evidence_file, read_document
from cqviewer.evidence.unused import Review, review
from cqviewer.model.facts import Sheet

MOST_LISTED = 1000
"""Unused numbers, and as many that are set aside, that are sent to the window."""
_MOST_CACHED = 100_000
"""Paragraphs or cells that the cached documents have together; one alone may have more."""
_cache: dict[object, Finder] = {}
"""The documents that were read last: each change of a sheet asks for them again."""


class OpenedEvidence(msgspec.Struct, frozen=True):
    """The evidence of a source, with the places of all figures that cite it.

    `review` has the first MOST_LISTED of its unused numbers, or is None if only some pages were
    read; `counts` are the numbers used, unused and set aside in all.
    """

    document: Document
    found: tuple[Place, ...]
    traced: dict[tuple[str, int | None], Traced]
    review: Review | None
    counts: tuple[int, int, int] = (0, 0, 0)

    def __reduce__(self) -> tuple[Callable[..., "OpenedEvidence"], tuple[bytes, Packed]]:
        """Return how to unpickle it: the parts of the document stay packed until they are shown."""
        bare = msgspec.structs.replace(self.document, parts=())
        head = msgspec.msgpack.encode(msgspec.structs.replace(self, document=bare))
        return _unpacked, (head, Packed(self.document.parts))


def _unpacked(head: bytes, parts: Packed) -> OpenedEvidence:
    opened = msgspec.msgpack.decode(head, type=OpenedEvidence)
    document = msgspec.structs.replace(opened.document, parts=parts)
    return msgspec.structs.replace(opened, document=document)


def open_evidence(
    sheet: Sheet, folder: Path, source: str, pages: tuple[int, ...] = ()
) -> OpenedEvidence:
    """Read the evidence of a source; of a PDF only the `pages` that are cited, if any are given.

    EvidenceError says why it cannot be read. The reading of a long PDF reports its progress.
    """
    finder = cached_finder(sheet, evidence_file(sheet, folder, source), pages)
    document = finder.document
    found = places(sheet, source, finder)
    traced = traces(sheet, source, finder, found)
    if len(document.pages) != len(document.sizes):
        return OpenedEvidence(document, found, traced, None)
    every = review(sheet, source, finder)
    counts = every.used, len(every.unused), len(every.aside)
    first = msgspec.structs.replace(
        every, unused=every.unused[:MOST_LISTED], aside=every.aside[:MOST_LISTED]
    )
    return OpenedEvidence(document, found, traced, first, counts)


def cached_finder(sheet: Sheet, path: Path, pages: tuple[int, ...] = ()) -> Finder:
    """Return a finder of the numbers in a file, which is read again only if it has changed."""
    try:
        state = path.stat()
    except OSError:
        return Finder(read_document(path, sheet, pages or None))  # which says why
    seen = state.st_size, state.st_mtime_ns, state.st_ino
    key = path.absolute(), seen, tuple(sheet.languages), pages
    if key not in _cache:
        _cache[key] = Finder(read_document(path, sheet, pages or None))
        while len(_cache) > 1 and sum(map(_size, _cache.values())) > _MOST_CACHED:
            _cache.pop(next(iter(_cache)))
    return _cache[key]


def _size(finder: Finder) -> int:
    """Return how many parts a document has."""
    return len(finder.document.parts)


def draw_page(sheet: Sheet, folder: Path, source: str, page: int, width: int) -> PagePicture:
    """Draw a page of a source's PDF, counted from 1, so many pixels wide."""
    return drawn(evidence_file(sheet, folder, source), page, width)
