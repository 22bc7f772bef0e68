"""Where each stated number of a sheet stands in its source."""

import bisect
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import chain, islice
from typing import Literal

import msgspec

from cqviewer.evidence.document import Box, Document, DocumentPart, Mention, pages_called
from cqviewer.evidence.spelling import spellings
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Observation, Sheet
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Path
from cqviewer.model.provenance import rests_on

State = Literal[
    "found", "elsewhere", "not found", "no text", "not read", "no such place", "not stated"
]
"""What is known of a number in its source. It is 'found' where the sheet cites it, or anywhere if
the sheet cites the source alone; else it is 'elsewhere' or 'not found'. The cited page may be a
picture ('no text'), may not have been asked for ('not read'), or may not exist ('no such place').
A derived number is 'not stated': the source need not have it."""
_MOST_PLACES = 200
"""Places of one number that are returned at most where it is cited, and as many elsewhere."""
MOST_NEAR = 4
"""Numbers close to another that are returned at most."""
_LIMITS = "<>≤≥＜＞"
NEAR = Decimal("0.2")
"""How much a number may differ from a value to count as near to it, as a share of the value."""


class Place(msgspec.Struct, frozen=True):
    """Where a number of a figure stands in its source.

    `part` is the index of the part in the document, `start` and `end` are the span in its text.
    `observation` is the index of the figure's observation, or None for a target.
    """

    figure: str
    observation: int | None
    part: int
    start: int
    end: int
    boxes: tuple[Box, ...]
    is_cited: bool


class Traced(msgspec.Struct, frozen=True):
    """Where a source has the number of an observation, or else which numbers are close to it.

    `places` has those that are cited first. `near` are numbers of the cited place as the source
    writes them, the nearest first; `near_place` is the index of the part that holds the first of
    them, or else of the cited part.
    """

    state: State
    places: tuple[Place, ...] = ()
    near: tuple[str, ...] = ()
    near_place: int | None = None


class TraceStep(msgspec.Struct, frozen=True):
    """An observation to be shown in its source; `source` is None where it cites none.

    For a goal, `figure` is its id and `observation` None: there is no number to look for.
    """

    figure: str
    observation: int | None
    source: str | None
    citation: Citation | None


class Stated(msgspec.Struct, frozen=True):
    """A number that a sheet takes from a source, with its path in the sheet.

    With `is_limit` the source may write it as a limit, '<5', which does not state a plain 5. With
    `is_beside` it stands beside a value and has the unit of that: '7.6 % (6.9 to 8.3)'.
    """

    path: Path
    figure: str
    observation: int | None
    unit: Unit
    amount: Decimal
    citation: Citation
    is_limit: bool = False
    is_beside: bool = False

    @property
    def spellings(self) -> dict[tuple[Decimal, bool], bool]:
        """Return the spellings that state the number, as `spelling.spellings` does."""
        keys = spellings(self.amount, self.unit)
        return dict.fromkeys(keys, False) if self.is_beside else keys

    @property
    def name(self) -> tuple[str, int | None]:
        """Return the figure's id and the index of the observation."""
        return self.figure, self.observation


def stated(sheet: Sheet) -> Iterator[Stated]:
    """Yield each value and each target that a sheet takes from a source."""
    for key, indicator in sheet.indicators.items():
        unit = indicator.unit
        for index, one in enumerate(indicator.observations):
            path = (*indicator.observation_path(index), "value")
            if indicator.is_counted_here:
                path = ("goals", "announced")
            if one.status == "stated" and one.citation and one.amount is not None:
                yield Stated(path, key, index, unit, one.amount, one.citation, bool(one.bound))
        for place, target in enumerate(indicator.targets):
            path = ("indicators", key, "targets", place)
            if target.citation and target.value is not None:
                yield Stated(path, key, None, unit, target.value, target.citation, True)


def stated_beside(sheet: Sheet, *names: Literal["low", "high", "was"]) -> Iterator[Stated]:
    """Yield what a sheet states beside values: the ends of intervals, values before revisions."""
    for key, indicator in sheet.indicators.items():
        for index, one in enumerate(indicator.observations):
            for name in names:
                amount: Decimal | None = getattr(one, name)
                if amount is not None and one.citation:
                    path = (*indicator.observation_path(index), name)
                    place = one.citation
                    yield Stated(path, key, index, indicator.unit, amount, place, is_beside=True)


def line_citations(citation: Citation) -> tuple[Citation, ...]:
    """Return citations of the row and of the column of a cell; any other citation as it is.

    The ends of an interval stand in cells of their own, beside or below the value.
    """
    if citation.part != "cell":
        return (citation,)
    letters = citation.where.rstrip("0123456789")
    number = citation.where.removeprefix(letters)
    source, sheet = citation.source, citation.sheet
    return Citation(source, "row", number, sheet), Citation(source, "column", letters, sheet)


class Finder:
    """Finds numbers in a document, which is read through once for all of them."""

    def __init__(self, document: Document) -> None:
        """Store a document; its numbers are indexed when one is first looked for."""
        self.document = document
        self._sorted: dict[tuple[int, ...] | None, list[tuple[Decimal, int, Mention]]] = {}

    @cached_property
    def _by_amount(self) -> dict[tuple[Decimal, bool], dict[int, list[Mention]]]:
        """Return the numbers by amount, and then by the parts that they stand in."""
        numbers: dict[tuple[Decimal, bool], dict[int, list[Mention]]] = {}
        for place, part in enumerate(self.document.parts):
            for one in part.mentions:
                for amount in one.amounts:
                    found = numbers.setdefault((amount, one.is_percent), {})
                    found.setdefault(place, []).append(one)
        return numbers

    @cached_property
    def _by_name(self) -> dict[tuple[str, object], list[int]]:
        """Return the parts by what citations call them."""
        parts: dict[tuple[str, object], list[int]] = {}
        for place, part in enumerate(self.document.parts):
            for name in _names(part):
                parts.setdefault(name, []).append(place)
        return parts

    def cited(self, citation: Citation) -> tuple[int, ...] | None:
        """Return the indices of the parts that a citation names; None where it names no part."""
        kind, part = self.document.kind, citation.part
        keys: list[tuple[str, object]]
        if kind == "text" and part == "paragraph":
            keys = [("paragraph", one) for one in citation.numbers]
        elif kind == "pdf" and part == "page":
            keys = [("page", one) for pages in self.pages(citation) for one in pages]
        elif kind == "table" and part == "cell":
            keys = [("cell", (citation.sheet, citation.where))]
        elif kind == "table" and part == "cells":
            keys = [("cell", (one.sheet, one.where)) for one in citation.each_cell()]
        elif kind == "table" and part == "row" and citation.numbers:
            keys = [("row", (citation.sheet, one)) for one in citation.numbers]
        elif kind == "table" and part == "column":
            keys = [("column", (citation.sheet, citation.where))]
        elif part == "words":
            return self._with_words(citation.where)
        else:
            return None
        return tuple(sorted({place for key in keys for place in self._by_name.get(key, ())}))

    def pages(self, citation: Citation) -> list[list[int]]:
        """Return the pages of all that a citation names: a label such as iv, or else numbers."""
        labels = self.document.labels
        names = [citation.where] if citation.where in labels else citation.numbers
        return [pages_called([one], labels) for one in names]

    def _with_words(self, words: str) -> tuple[int, ...]:
        plain = " ".join(words.casefold().split())
        key = ("words", plain)
        if key not in self._by_name:
            self._by_name[key] = [at for at, text in enumerate(self._plain) if plain in text]
        return tuple(self._by_name[key])

    @cached_property
    def _plain(self) -> list[str]:
        """Return the texts of the parts in small letters, with single spaces, to search words."""
        return [" ".join(part.text.casefold().split()) for part in self.document.parts]

    def places(self, number: Stated) -> tuple[Place, ...]:
        """Return where a number stands: all places that it cites, and then others."""
        cited = self.cited(number.citation)
        known = set(cited or ())
        found: list[Place] = []
        for key, is_bare in number.spellings.items():
            by_part = self._by_amount.get(key, {})
            elsewhere = (one for one in by_part if one not in known)
            for parts, is_cited in ((cited or (), True), (elsewhere, cited is None)):
                every = (
                    Place(*number.name, part, one.start, one.end, one.boxes, is_cited)
                    for part in parts
                    if part in by_part and (self.document.parts[part].is_bare or not is_bare)
                    for one in by_part[part]
                    if may_state(self.document.parts[part].text, one, number)
                )
                found += islice(every, _MOST_PLACES)
        return tuple(sorted(found, key=lambda one: (not one.is_cited, one.part, one.start)))

    def near(self, number: Stated) -> list[tuple[int, Mention]]:
        """Return the numbers nearest to one in the cited place, or in all of the source."""
        cited = self.cited(number.citation)
        if cited not in self._sorted:
            parts = range(len(self.document.parts)) if cited is None else cited
            self._sorted[cited] = sorted(
                (
                    (amount, place, one)
                    for place in parts
                    for one in self.document.parts[place].mentions
                    for amount in one.amounts
                ),
                key=lambda one: one[:2],
            )
        known = self._sorted[cited]
        wanted = [*number.spellings]
        found: list[tuple[Decimal, int, Mention]] = []
        for amount, is_percent in wanted:
            at = bisect.bisect(known, amount, key=lambda one: one[0])
            for value, place, one in known[max(0, at - 2 * MOST_NEAR) : at + 2 * MOST_NEAR]:
                if one.is_percent == is_percent or self.document.parts[place].is_bare:
                    apart = abs(value - amount) / (amount or Decimal(1))
                    found.append((apart, place, one))
        found.sort(key=lambda one: one[:2])
        return [(place, one) for apart, place, one in found if apart <= NEAR][:MOST_NEAR]

    def state(self, citation: Citation, places: tuple[Place, ...]) -> State:
        """Return what is known of a number that was found in some places."""
        kind = self.document.kind
        pages: list[int] = []
        if kind == "text" and citation.part == "paragraph":
            if not all(1 <= one <= len(self.document.parts) for one in citation.numbers):
                return "no such place"
        elif kind == "pdf" and citation.part == "page":
            each = self.pages(citation)
            if not each or not all(each):
                return "no such place"
            pages = [*chain(*each)]
        if any(one.is_cited for one in places):
            return "found"
        if not set(pages) <= set(self.document.pages):
            return "not read"
        if set(pages or self.document.pages) & set(self.document.without_text):
            return "no text"
        return "elsewhere" if places else "not found"


def _names(part: DocumentPart) -> Iterator[tuple[str, object]]:
    """Yield what citations may call a part."""
    if part.page:
        yield "page", part.page
    elif not part.cell:
        yield "paragraph", part.number
    else:
        yield "cell", (part.sheet, part.cell)
        for sheet in {part.sheet, ""}:  # '' of any
            yield "row", (sheet, part.number)
            yield "column", (sheet, part.cell.rstrip("0123456789"))


def may_state(text: str, one: Mention, number: Stated) -> bool:
    """Return whether a mention may state a number: −3 is not 3, '<5' not 5, points no per cent."""
    if number.unit.kind == "percent" and one.is_points:
        return False
    is_limit = text[one.start] in _LIMITS
    has_sign = one.amount >= 0 or number.amount < 0
    return has_sign and (number.is_limit or not is_limit)


def places(sheet: Sheet, source: str, finder: Finder) -> tuple[Place, ...]:
    """Return each place of each number that a sheet takes from a source."""
    return tuple(
        place
        for one in stated(sheet)
        if one.citation.source == source
        for place in finder.places(one)
    )


def traces(
    sheet: Sheet, source: str, finder: Finder, found: tuple[Place, ...]
) -> dict[tuple[str, int | None], Traced]:
    """Return what a document shows of all that cite it, given `places` of it.

    Those are observations; and goals, whose words stand in the place that they cite.
    """
    own = defaultdict[tuple[str, int | None], list[Place]](list)
    for place in found:
        own[place.figure, place.observation].append(place)
    traced: dict[tuple[str, int | None], Traced] = {}
    for key, indicator in sheet.indicators.items():
        for number, seen in enumerate(indicator.observations):
            if seen.citation is not None and seen.citation.source == source:
                name = key, number
                traced[name] = _trace(name, indicator.unit, seen, finder, tuple(own[name]))
    for goal in sheet.named_goals:
        if goal.citation is not None and goal.citation.source == source:
            first = next(iter(finder.cited(goal.citation) or ()), None)
            state = finder.state(goal.citation, ())
            is_no_place = state in ("no text", "not read", "no such place")
            traced[goal.id, None] = Traced(state if is_no_place else "not stated", near_place=first)
    return traced


def _trace(
    name: tuple[str, int], unit: Unit, seen: Observation, finder: Finder, own: tuple[Place, ...]
) -> Traced:
    assert seen.citation is not None
    cited = finder.cited(seen.citation) or ()
    if seen.status != "stated" or seen.amount is None:
        return Traced("not stated", near_place=next(iter(cited), None))
    state = finder.state(seen.citation, own)
    if state != "not found":
        return Traced(state, own, near_place=next((one.part for one in own), None))
    near = finder.near(Stated((), *name, unit, seen.amount, seen.citation))
    parts = finder.document.parts
    return Traced(
        state,
        near=tuple(parts[place].text[one.start : one.end] for place, one in near),
        near_place=next(iter([*(place for place, _ in near), *cited]), None),
    )


def steps(sheet: Sheet, figure: str, observation: int) -> tuple[TraceStep, ...]:
    """Return what to show of an observation: itself, or what it is worked out from, each once."""
    indicator = sheet.indicators[figure]
    start = indicator.observations[observation]
    found = rests_on(indicator, start, sheet, lambda one: one.status != "derived")
    return tuple(
        TraceStep(one.id, place, value.citation.source if value.citation else None, value.citation)
        for one, value in found
        for place, each in enumerate(one.observations)
        if each is value
    )
