"""Whether each stated number of a sheet stands in its source where the sheet cites it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path as FilePath

import msgspec
from msgspec import structs

from cqviewer.evidence.document import Document, EvidenceError
from cqviewer.evidence.places import Finder, Place, Stated, line_citations, stated, stated_beside
from cqviewer.evidence.reading import evidence_file, read_document
from cqviewer.evidence.unused import Unused, citation_of, review
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Findings

MOST_LISTED = 10
"""Unused numbers that are told of each source."""
_MOST_PAGES = 9
"""Pages without text that are named."""


class UnusedNumber(msgspec.Struct, frozen=True):
    """A number of a source that no figure uses: how it is cited and written, and its clause."""

    source: str
    number: str
    clause: str


class Confirmation(msgspec.Struct, frozen=True):
    """How many of a sheet's stated figures were found where the sheet says.

    `unread` counts those whose source cannot be read, `near` those not found where another value
    stands that is much the same, `unused` the numbers of the sources that no figure uses;
    `first_unused` are the first of each source.
    """

    found: int
    of: int
    unread: int = 0
    near: int = 0
    unused: int = 0
    first_unused: tuple[UnusedNumber, ...] = ()


def confirm(sheet: Sheet, folder: FilePath, findings: Findings) -> Confirmation:
    """Look up each stated number in the evidence beside a sheet, and report what is not there.

    What is counted over the goals (the number announced) is looked up, but not counted.
    """
    return _Confirming(sheet, findings).confirm(folder)


class _Confirming:
    """Looks up the numbers of one sheet; what is wrong goes to `findings`."""

    def __init__(self, sheet: Sheet, findings: Findings) -> None:
        self._sheet = sheet
        self._findings = findings
        self._finders: dict[str, Finder] = {}
        self._near = 0

    def confirm(self, folder: FilePath) -> Confirmation:
        for key in self._sheet.sources:
            self._read(key, folder)
        found = of = unread = 0
        absent: Counter[str] = Counter()
        for one in (*stated(self._sheet), *stated_beside(self._sheet, "low", "high")):
            is_counted = not one.figure.startswith("goals.")
            is_end = one.path[-1] in ("low", "high")
            places = line_citations(one.citation) if is_end else (one.citation,)
            of += is_counted
            if one.citation.source not in self._finders:
                absent[one.citation.source] += 1
                unread += is_counted
            elif self._is_found([structs.replace(one, citation=place) for place in places]):
                found += is_counted
        for source, number in absent.items():
            if self._sheet.sources[source].evidence is None:  # else it is said why not
                self._report_absent(source, number)
        unused = self._unused()
        first = [
            UnusedNumber(self._cited(source, one), one.written, one.clause)
            for source, numbers in unused.items()
            for one in numbers[:MOST_LISTED]
        ]
        number = sum(map(len, unused.values()))
        return Confirmation(found, of, unread, self._near, number, tuple(first))

    def _cited(self, source: str, one: Unused) -> str:
        return citation_of(source, self._finders[source].document, one.part)

    def _read(self, source: str, folder: FilePath) -> None:
        try:
            document = read_document(evidence_file(self._sheet, folder, source), self._sheet)
        except EvidenceError as error:
            if error.reason != "none":
                self._findings.add(("sources", source, "evidence"), str(error))
            return
        self._finders[source] = Finder(document)

    def _report_absent(self, source: str, number: int) -> None:
        message = f"the text of the source '{source}' is not at hand, so that"
        message += f" {number} stated number{'s are' if number > 1 else ' is'} not looked up"
        hint = "write `evidence: FILE.txt` (or .pdf, .csv, .xlsx) in the source,"
        self._findings.add(("sources", source), message, f"{hint} or set CQVIEWER_EVIDENCE")

    def _is_found(self, cited: Sequence[Stated]) -> bool:
        """Return whether a number stands where it is cited; in the whole where no place is.

        One of the citations is enough; it is missing where the first says.
        """
        one = cited[0]
        finder = self._finders[one.citation.source]
        if any(finder.state(each.citation, finder.places(each)) == "found" for each in cited):
            return True
        places = finder.places(one)
        state = finder.state(one.citation, places)
        where = _where(one, finder.document)
        if state == "no such place":
            message = f"{finder.document.name} has no {where}"
            self._findings.add(one.path, message, "mend the citation")
        elif state == "no text":
            where = _pictures(one, finder)
            message = f"{where} of '{one.citation.source}' is a picture without text"
            self._findings.add(one.path, message, "compare it yourself, or read it by OCR first")
        else:
            message = f"{one.amount:f} is not in {where} of '{one.citation.source}'"
            self._findings.add(one.path, message, self._help(one, finder, places))
        return False

    def _help(self, one: Stated, finder: Finder, places: tuple[Place, ...]) -> str:
        """Return where a number is instead, or what stands near."""
        if places:
            return f"it is in {_named(finder.document, places[0].part)}"
        near = finder.near(one)
        self._near += bool(near)
        if near:
            parts = finder.document.parts
            shown = (parts[place].text[each.start : each.end] for place, each in near)
            return f"near it stands {', '.join(dict.fromkeys(' '.join(s.split()) for s in shown))}"
        cited = finder.cited(one.citation)
        is_empty = cited is not None and not any(finder.document.parts[p].mentions for p in cited)
        return "there is no number" if is_empty else "no number there is near it"

    def _unused(self) -> dict[str, tuple[Unused, ...]]:
        """Return the unused numbers of each source; entries that set aside nothing are reported."""
        unused = {}
        for source, finder in self._finders.items():
            found = review(self._sheet, source, finder)
            unused[source] = found.unused
            for entry in found.stale:
                written = self._sheet.set_aside[entry].number
                what = f"'{written}' is" if written else "a number is"
                message = f"{what} set aside, but does not stand there in '{source}'"
                self._findings.add(("set_aside", entry), message, "take the entry out, or mend it")
        return unused


def _where(one: Stated, document: Document) -> str:
    """Return the place that is cited, in words; the whole where it is not told."""
    citation = one.citation
    if citation.part == "words":
        return f"the part with “{citation.where}”"
    if citation.part in ("cell", "cells") and document.kind == "table":
        return f"sheet '{citation.sheet}' {citation.where}"
    kinds = {"paragraph": "text", "page": "pdf", "row": "table", "column": "table"}
    if citation.part and kinds.get(citation.part) == document.kind:
        return f"{citation.part} {citation.where}"
    return "the text" if document.kind == "text" else document.name


def _pictures(one: Stated, finder: Finder) -> str:
    """Return the cited pages that have no text, or all that have none."""
    document = finder.document
    cited = {page for pages in finder.pages(one.citation) for page in pages}
    pages = [page for page in document.without_text if page in cited or not cited]
    return f"page {', '.join(document.labels[page - 1] for page in pages[:_MOST_PAGES])}"


def _named(document: Document, place: int) -> str:
    part = document.parts[place]
    if part.cell:
        return f"sheet '{part.sheet}' {part.cell}"
    return f"page {document.labels[part.page - 1]}" if part.page else f"paragraph {part.number}"
