"""Whether each stated number of a sheet stands in its source where the sheet cites it."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path as FilePath

import msgspec
from msgspec import structs

from cqviewer.evidence.document import Document, EvidenceError
from cqviewer.evidence.offers import offer_number, offer_place
from cqviewer.evidence.places import Finder, Place, Stated, line_citations, stated, stated_beside
from cqviewer.evidence.reading import evidence_file, read_document
from cqviewer.evidence.unused import Review, citation_of, review
from cqviewer.load import Examined, place
from cqviewer.model.facts import Sheet
from cqviewer.model.messages import say, template
from cqviewer.model.problems import Findings, Problem
from cqviewer.model.reading.yaml_tree import decode

MOST_LISTED = 10
"""How many unused numbers of each source are listed."""
_MOST_PAGES = 9
"""Pages without text that are named."""


class UnusedNumber(msgspec.Struct, frozen=True):
    """A number of a source that no figure uses: how it is cited and written, and its clause."""

    source: str
    number: str
    clause: str


class Confirmation(msgspec.Struct, frozen=True):
    """How many of a sheet's stated numbers were found where the sheet cites them.

    `unread` counts those whose source cannot be read, `near` those that were not found, but a
    number close to them was, and `unused` the numbers of the sources that no figure uses;
    `first_unused` has the first of these for each source.
    """

    found: int
    of: int
    unread: int = 0
    near: int = 0
    unused: int = 0
    first_unused: tuple[UnusedNumber, ...] = ()


def read_evidence(sheet: Sheet, path: FilePath) -> Finder:
    """Read a file of evidence to find numbers in; EvidenceError says why it cannot be read."""
    return Finder(read_document(path, sheet))


def look_up(
    examined: Examined,
    data: bytes,
    file: str,
    read: Callable[[Sheet, FilePath], Finder] = read_evidence,
    *,
    only_named: bool = False,
) -> tuple[Confirmation, list[Problem]]:
    """Confirm a sound sheet that was read from a file's bytes; what is not found has its line.

    `read` reads a file of evidence, or takes it from a cache. With `only_named`, no file is looked
    for where a source names none.
    """
    assert examined.sheet is not None
    findings = Findings()
    findings.places = examined.places
    confirming = _Confirming(examined.sheet, findings, read, only_named=only_named)
    confirmation = confirming.confirm(FilePath(file).parent)
    return confirmation, place(findings, decode(data, file), file)


def confirm(sheet: Sheet, folder: FilePath, findings: Findings) -> Confirmation:
    """Look up each stated number in the evidence beside a sheet, and report what is not there.

    The number of goals that are announced is looked up too, but is not one of those counted.
    """
    return _Confirming(sheet, findings, read_evidence, only_named=False).confirm(folder)


class _Confirming:
    """Looks up the numbers of one sheet; what is wrong goes to `findings`."""

    def __init__(
        self,
        sheet: Sheet,
        findings: Findings,
        read: Callable[[Sheet, FilePath], Finder],
        *,
        only_named: bool,
    ) -> None:
        self._sheet = sheet
        self._findings = findings
        self._finder_of = read
        self._only_named = only_named
        self._finders: dict[str, Finder] = {}
        self._reviews: dict[str, Review] = {}
        self._near = 0

    def confirm(self, folder: FilePath) -> Confirmation:
        for key, named in self._sheet.sources.items():
            if named.evidence is not None or not self._only_named:
                self._open(key, folder)
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
            is_named = self._sheet.sources[source].evidence is not None
            if not is_named and not self._only_named:  # else it is said why not
                self._report_absent(source, number)
        aside = {one.citation.source for one in self._sheet.set_aside}
        for source in self._finders:
            if source in aside or not self._only_named:
                self._report_stale(source, self._review(source))
        first = [
            UnusedNumber(
                citation_of(source, self._finders[source].document, one.part),
                one.written,
                one.clause,
            )
            for source, reviewed in self._reviews.items()
            for one in reviewed.unused[:MOST_LISTED]
        ]
        number = sum(len(one.unused) for one in self._reviews.values())
        return Confirmation(found, of, unread, self._near, number, tuple(first))

    def _open(self, source: str, folder: FilePath) -> None:
        try:
            path = evidence_file(self._sheet, folder, source)
            self._finders[source] = self._finder_of(self._sheet, path)
        except EvidenceError as error:
            if error.reason != "none":
                self._findings.add(("sources", source, "evidence"), str(error))

    def _report_absent(self, source: str, number: int) -> None:
        message = say(
            "the text of the source '{}' is not at hand, so that 1 stated number is not looked up"
            if number == 1
            else "the text of the source '{}' is not at hand, so that {} stated numbers are not"
            " looked up",
            source,
            number,
        )
        hint = say(
            "write `evidence: FILE.txt` (or .pdf, .csv, .xlsx) in the source,"
            " or set CQVIEWER_EVIDENCE"
        )
        self._findings.add(("sources", source), message, hint)

    def _is_found(self, cited: Sequence[Stated]) -> bool:
        """Return whether a number stands in one of the places cited; report it where it does not.

        Where no place is cited, all of the source is searched. The report names the first place.
        """
        one = cited[0]
        finder = self._finders[one.citation.source]
        if any(finder.state(each.citation, finder.places(each)) == "found" for each in cited):
            return True
        places = finder.places(one)
        state = finder.state(one.citation, places)
        where = _where(one, finder.document)
        if state == "no such place":
            message = say("{} has no {}", finder.document.name, where)
            self._findings.add(one.path, message, say("mend the citation"))
        elif state == "no text":
            where = _pictures(one, finder)
            message = say("{} of '{}' is a picture without text", where, one.citation.source)
            hint = say("compare it yourself, or read it by OCR first")
            self._findings.add(one.path, message, hint)
        else:
            message = say("{:f} is not in {} of '{}'", one.amount, where, one.citation.source)
            self._findings.add(one.path, message, self._help(one, finder, places))
        if state in ("elsewhere", "no such place"):
            offer_place(one, finder, places, self._findings)
        elif state == "not found" and len(cited) == 1 and finder.near(one):
            offer_number(one, finder, self._review(one.citation.source), self._findings)
        return False

    def _help(self, one: Stated, finder: Finder, places: tuple[Place, ...]) -> str:
        """Return the hint for a number that was not found: where it is, or what is close to it."""
        if places:
            return say("it is in {}", _named(finder.document, places[0].part))
        near = finder.near(one)
        self._near += bool(near)
        if near:
            parts = finder.document.parts
            shown = (parts[place].text[each.start : each.end] for place, each in near)
            listed = list(dict.fromkeys(" ".join(one.split()) for one in shown))
            return say("near it stands {}", listed)
        cited = finder.cited(one.citation)
        is_empty = cited is not None and not any(finder.document.parts[p].mentions for p in cited)
        return say("there is no number") if is_empty else say("no number there is near it")

    def _review(self, source: str) -> Review:
        """Return the review of a source's numbers, which is slow, and made when first needed."""
        if source not in self._reviews:
            self._reviews[source] = review(self._sheet, source, self._finders[source])
        return self._reviews[source]

    def _report_stale(self, source: str, reviewed: Review) -> None:
        """Report the entries of `set_aside` whose number the source does not have."""
        for entry in reviewed.stale:
            written = self._sheet.set_aside[entry].number
            message = say("a number is set aside, but does not stand there in '{}'", source)
            if written:
                message = say(
                    "'{}' is set aside, but does not stand there in '{}'", written, source
                )
            hint = say("take the entry out, or mend it")
            self._findings.add(("set_aside", entry), message, hint)


def _where(one: Stated, document: Document) -> str:
    """Return the cited place in words: a part of the source, or the source as a whole."""
    citation = one.citation
    if citation.part == "words":
        return say("the part with “{}”", citation.where)
    if citation.part in ("cell", "cells") and document.kind == "table":
        return say("sheet '{}' {}", citation.sheet, citation.where)
    kind, words = _KINDS.get(citation.part or "", ("", ""))
    if kind == document.kind:
        return say(words, citation.where)
    return say("the text") if document.kind == "text" else document.name


_KINDS = {
    "paragraph": ("text", template("paragraph {}")),
    "page": ("pdf", template("page {}")),
    "row": ("table", template("row {}")),
    "column": ("table", template("column {}")),
}
"""The parts that a kind of document has, and what each is called."""


def _pictures(one: Stated, finder: Finder) -> str:
    """Return the cited pages that have no text, or all that have none."""
    document = finder.document
    cited = {page for pages in finder.pages(one.citation) for page in pages}
    pages = [page for page in document.without_text if page in cited or not cited]
    return say("page {}", [document.labels[page - 1] for page in pages[:_MOST_PAGES]])


def _named(document: Document, place: int) -> str:
    part = document.parts[place]
    if part.cell:
        return say("sheet '{}' {}", part.sheet, part.cell)
    if part.page:
        return say("page {}", document.labels[part.page - 1])
    return say("paragraph {}", part.number)
