"""The numbers of a source that no figure uses, and those that are set aside."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from cqviewer.evidence.document import Document, DocumentPart, Mention
from cqviewer.evidence.mentions import in_plain
from cqviewer.evidence.places import Finder, stated, stated_beside
from cqviewer.model.editing.edits import Edit, Insert, Put, Remove
from cqviewer.model.facts import Sheet
from cqviewer.model.localized import month
from cqviewer.model.text import Language, any_of

if TYPE_CHECKING:
    from cqviewer.model.reading.yaml_tree import Plain

_LONGEST_CLAUSE = 150
"""Characters of a clause before and after its number."""
_STOPS = re.compile(r"[,;:] |[.?!] |[，。；：？！\n\t]")
_ORDINAL = re.compile(
    r"\b[0-9]{1,4}(?:st|nd|rd|th)\b|第[0-9０-９零〇一二三四五六七八九十百千]{1,6}", re.ASCII
)
_NUMBERING = re.compile(
    r"^\s{0,3}(?:[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?|[0-9]{1,2}[.)]|[(（][0-9]{1,2}[)）])"
    r"(?=\s{1,3}(?-i:[^\W\d_a-z]))"
    r"|^[一二三四五六七八九十]{1,3}(?=、)|^[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|\b(?:tables?|figures?|fig\.|charts?|chapters?|sections?|annex|box|note|pages?|pp?\.|par\."
    r"|paragraphs?|no\.|nos\.)\s[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}\b|[表图章节页][0-9]{1,4}",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:page\s|p\.\s|第)?([0-9]{1,4})(?:\s?(?:of|/|页)\s?[0-9]{0,4})?\W{0,4}", re.I
)
_YEAR = re.compile(r"(?<![0-9.,])(?:19|20)[0-9]{2}(?:[/–-][0-9]{2,4})?(?![0-9]|[.,][0-9])")
"""A number such as 2024, even of 2000 things: it is shown among those set aside."""
_DATES = (
    r"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b|\b[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{2,4}\b"
    r"|前?[0-9一二三四](?:\s?[至到~—–-]\s?[0-9一二三四])?\s?个?季度|前\s?[0-9一二三四五六七八九十]{1,3}\s?个月"
    r"|(?:[0-9〇零一二三四五六七八九]{4}\s?年)?\s?(?:[0-9]{1,2}\s?月?\s?[至到~—–-]\s?)?"
    r"[0-9一二三四五六七八九十]{1,3}\s?[月日号]"
    r"(?:\s?[0-9一二三四五六七八九十]{1,3}\s?[日号])?|[〇零一二三四五六七八九]{4}\s?年"
)
_REASONS = ("", "numbering", "ordinal", "year", "date", "page number")
_EDGE = 0.1
"""The share of a page at its top and foot where its number stands."""


class Unused(msgspec.Struct, frozen=True):
    """A number of a source: its part and span, and the clause that it stands in.

    `reason` says why it need be in no figure: 'set aside' by the sheet in its `entry`, or by itself
    as a 'date', 'year', 'ordinal', 'numbering', 'page number' or 'word'.
    """

    part: int
    start: int
    end: int
    clause: str
    clause_start: int
    clause_end: int
    written: str
    reason: str = ""
    entry: int | None = None


class Review(msgspec.Struct, frozen=True):
    """All numbers of a source: how many figures use, those unused, and those set aside.

    `stale` are the indices of the sheet's `set_aside` whose number the source does not have.
    """

    used: int
    unused: tuple[Unused, ...]
    aside: tuple[Unused, ...]
    stale: tuple[int, ...] = ()


def review(sheet: Sheet, source: str, finder: Finder) -> Review:
    """Return which numbers of a document no figure of the sheet has, whatever source that cites."""
    document = finder.document
    taken = {
        (key, bare)
        for one in (*stated(sheet), *stated_beside(sheet, "low", "high", "was"))
        for key, is_bare in one.spellings.items()
        for bare in {True, is_bare}
    }
    wanted, seen = _set_aside(sheet, source, finder), set[int]()
    unused: list[Unused] = []
    aside: list[Unused] = []
    used = 0
    for place, part in enumerate(document.parts):
        label = document.labels[part.page - 1] if part.page else ""
        reasons = _Reasons(part, label, tuple(sheet.languages))
        for number in part.mentions:
            start, end = number.start, number.end
            known = wanted.get(place, {})
            written = " ".join(part.text[start:end].split())
            entry = known.get(written, known.get(None))
            if entry is not None:
                seen.add(entry)
            keys = ((amount, number.is_percent) for amount in number.amounts)
            if any((key, part.is_bare) in taken for key in keys):
                used += 1
                continue
            reason = "set aside" if entry is not None else reasons.of(number)
            made = _unused(place, part, start, end, reason, entry)
            (aside if reason else unused).append(made)
        aside += (_unused(place, part, *span, "ordinal") for span in reasons.ordinals())
    every = [place for place, one in enumerate(sheet.set_aside) if one.citation.source == source]
    stale = tuple(one for one in every if one not in seen)
    return Review(used, tuple(unused), tuple(aside), stale)


def citation_of(source: str, document: Document, place: int) -> str:
    """Return how a sheet cites a part: 'report par. 4', 'report p. 12', "report sheet 'A' C7"."""
    part = document.parts[place]
    if part.page:
        return f"{source} p. {document.labels[part.page - 1]}"
    if part.cell:
        return f"{source} sheet '{part.sheet}' {part.cell}"
    return f"{source} par. {part.number}"


def put_aside(
    sheet: Sheet, source: str, document: Document, numbers: Sequence[Unused]
) -> tuple[Edit, ...]:
    """Return the edits of the sheet's file that set numbers aside."""
    cited = dict.fromkeys((citation_of(source, document, one.part), one.written) for one in numbers)
    entries: list[Plain] = [{"source": place, "number": written} for place, written in cited]
    if not sheet.set_aside:
        return (Put(("set_aside",), entries),)
    count = len(sheet.set_aside)
    return tuple(Insert(("set_aside",), at, one) for at, one in enumerate(entries, count))


def take_back(sheet: Sheet, one: Unused) -> Edit:
    """Return the edit of the sheet's file that takes back that a number was set aside."""
    if one.entry is None:
        raise ValueError("the sheet does not set this number aside")
    if len(sheet.set_aside) == 1:
        return Remove(("set_aside",))
    return Remove(("set_aside", one.entry))


def _set_aside(sheet: Sheet, source: str, finder: Finder) -> dict[int, dict[str | None, int]]:
    """Return the indices of the entries of `set_aside`, by part and by number as written.

    An entry without a number, under None, sets aside all numbers of its part.
    """
    found: dict[int, dict[str | None, int]] = defaultdict(dict)
    for place, one in enumerate(sheet.set_aside):
        if one.citation.source == source:
            cited = finder.cited(one.citation)
            for part in range(len(finder.document.parts)) if cited is None else cited:
                found[part].setdefault(one.number, place)
    return found


class _Reasons:
    """Tells which numbers of a part are no quantities, such as dates; one mark for a character."""

    def __init__(self, part: DocumentPart, label: str, languages: tuple[Language, ...]) -> None:
        self._part = part
        self._marks = bytearray(len(part.text))
        plain = in_plain(part.text)
        self._ordinals = [one.span() for one in _ORDINAL.finditer(plain)]
        for pattern, text, reason in (
            (_NUMBERING, part.text, "numbering"),  # a heading begins with a capital letter
            (_ORDINAL, plain, "ordinal"),
            (_YEAR, plain, "year"),
            (_dates(languages), plain, "date"),
        ):
            for one in pattern.finditer(text):
                self._mark(*one.span(), reason)
        is_edge = part.box and (part.box.bottom < _EDGE or part.box.top > 1 - _EDGE)
        if is_edge and (found := _PAGE_NUMBER.fullmatch(part.text)) and found[1] == label:
            self._mark(0, len(part.text), "page number")

    def of(self, number: Mention) -> str:
        """Return why a number is no quantity; '' where it may be one."""
        first, last = self._marks[number.start], self._marks[number.end - 1]
        for place in range(number.start, number.end):
            self._marks[place] = 0  # so that `ordinals` does not report it again
        text = self._part.text[number.start : number.end].lower()
        if first and first == last and not number.is_percent:
            return _REASONS[first]
        if self._part.cell and re.fullmatch("(19|20)[0-9]{2}", text):
            return "year"
        return "word" if text == "one" else ""

    def ordinals(self) -> Iterator[tuple[int, int]]:
        """Yield the spans of the ordinals that `of` was not asked about: they mention no number."""
        mark = _REASONS.index("ordinal")
        return (one for one in self._ordinals if {*self._marks[slice(*one)]} == {mark})

    def _mark(self, start: int, end: int, reason: str) -> None:
        self._marks[start:end] = bytes([_REASONS.index(reason)]) * (end - start)


@lru_cache(maxsize=16)
def _dates(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """Return what finds dates, with the names of months in some languages and English."""
    names = {
        month(number, form, language).rstrip(".")
        for language in ("en", *languages)
        for number in range(1, 13)
        for form in ("wide", "abbreviated")
        if month(number, form, language)[:1].isalpha()
    }
    name = rf"\b(?:{any_of(names)})\b\.?"
    day = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
    return re.compile(
        rf"{_DATES}|\b{day}\s{name}(?:,?\s[0-9]{{4}})?"
        rf"|{name}\s(?:[0-9]{{4}}\b|{day}\b(?:,?\s[0-9]{{4}}\b)?)",
        re.IGNORECASE,
    )


def _unused(
    place: int, part: DocumentPart, start: int, end: int, reason: str, entry: int | None = None
) -> Unused:
    text = part.text
    left, right = max(0, start - _LONGEST_CLAUSE), min(len(text), end + _LONGEST_CLAUSE)
    begin = max((one.end() for one in _STOPS.finditer(text, left, start)), default=left)
    stop = _STOPS.search(text, end, right)
    finish = stop.start() if stop else right
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    clause, written = text[begin:finish].rstrip(), text[start:end]
    return Unused(place, start, end, clause, start - begin, end - begin, written, reason, entry)
