"""The texts of a sheet by their places, and which of them differ between two editions."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set

import msgspec

from cqviewer.model.citation import Citation
from cqviewer.model.facts import (
    KeyFigure,
    OpenQuestion,
    Plan,
    Section,
    Sheet,
    Statement,
    Voice,
)
from cqviewer.model.text import Text, by_language, in_language

_OF_SOURCES = (
    *("title", "short", "publisher", "date", "published"),
    *("url", "graphics", "photos", "evidence"),
)
LABEL = re.compile(r"(?:sections\.[^.]+\.)?labels\.(.+)")
"""The place of a label, and the id of its figure."""
SheetText = tuple[str, Text]
"""A place, such as `sections.growth.lead`, and the text there."""


class Reworded(msgspec.Struct, frozen=True, kw_only=True):
    """A text that differs, by its place; None where an edition has none there."""

    place: str
    before: Text | None = None
    now: Text | None = None


class Recited(msgspec.Struct, frozen=True, kw_only=True):
    """A text or goal, by its place, that cites something else now; None for nothing."""

    place: str
    before: Citation | None
    now: Citation | None


class Words:
    """Compares texts of two editions as they are written, before figures are filled in.

    `renamed` maps ids of figures in the edition before to their ids now.
    """

    def __init__(self, before: Sheet, now: Sheet, renamed: Mapping[str, str]) -> None:
        """Compare the texts of two editions."""
        self._written = before.written, now.written
        self._renamed = renamed

    def are_same(self, before: Text | None, now: Text | None) -> bool:
        """Return whether two texts are the same, as they are shown or as they are written."""
        if before == now or before is None or now is None:
            return before == now
        old, new = (
            {language: all_.get(one, one) for language, one in by_language(text, "").items()}
            for text, all_ in zip((before, now), self._written, strict=True)
        )
        for name, other in self._renamed.items():
            reference = re.compile(rf"\{{{re.escape(name)}(?=[.\[}}])")
            old = {key: reference.sub(f"{{{other}", text) for key, text in old.items()}
        return old == new


def reworded_texts(
    before: Sheet, now: Sheet, renamed: Mapping[str, str], words: Words
) -> list[Reworded]:
    """Return the texts that differ, in the order of the newer sheet; then those that are gone.

    `renamed` maps ids of figures in the edition before to their ids now.
    """
    old, new = dict(sheet_texts(before, renamed)), dict(sheet_texts(now))
    known_before = {*before.indicators, *renamed.values()}
    differ = [
        Reworded(place=place, before=old.get(place), now=text)
        for place, text in new.items()
        if not words.are_same(old.get(place), text)
        and not _is_of_other_figure(place, known_before)
        and not _is_of_other_source(place, before)
    ]
    gone = [
        Reworded(place=place, before=text)
        for place, text in old.items()
        if place not in new
        and not _is_of_other_figure(place, now.indicators.keys())
        and not _is_of_other_source(place, now)
    ]
    return differ + gone


def sheet_texts(sheet: Sheet, renamed: Mapping[str, str] | None = None) -> Iterator[SheetText]:
    """Yield all texts of a sheet with their places, and what its sections show as text."""
    ids = renamed or {}
    for name in ("title", "place", "summary"):
        if text := getattr(sheet, name):
            yield name, text
    yield "date", sheet.date.isoformat()
    for source in sheet.sources.values():
        for name in _OF_SOURCES:
            if value := getattr(source, name):
                text = value if isinstance(value, str | dict) else str(value)
                yield f"sources.{source.id}.{name}", text
    for figure in sheet.indicators.values():
        for name in ("name", "short", "brief"):
            if not figure.is_counted_here and (text := getattr(figure, name)):
                yield f"indicators.{ids.get(figure.id, figure.id)}.{name}", text
    shown = (one for section in sheet.sections for one in section.figures)
    if tuple({one.indicator: one for one in shown}.values()) != sheet.key_figures:
        yield "key_figures", _listed([one.indicator for one in sheet.key_figures], ids)
        yield from _labels("labels", sheet.key_figures, ids)
    for section in sheet.sections:
        yield from _section_texts(section, ids)
    if sheet.goals:
        yield "goals.announced", str(sheet.goals.announced)
        for goal in sheet.goals.named:
            yield f"goals.{goal.id}.name", goal.name
            yield f"goals.{goal.id}.figures", _listed(goal.figures, ids)
    for term in sheet.terms:
        yield f"terms.{in_language(term.term, 'en')}", term.meaning


def _section_texts(section: Section, ids: Mapping[str, str]) -> Iterator[SheetText]:
    """Yield the texts of a section; a place in a list has what the item is about, not its index."""
    path = f"sections.{section.id}"
    yield f"{path}.title", section.title
    if section.lead:
        yield f"{path}.lead", section.lead
    yield f"{path}.figures", _listed([one.indicator for one in section.figures], ids)
    yield from _labels(f"{path}.labels", section.figures, ids)
    often = Counter[str]()
    for chart in section.charts:
        shown = f"{chart.kind} of {_listed(chart.figures, ids)}" if chart.figures else chart.kind
        place = _numbered(f"{path}.charts.{shown}", often)
        for name in ("title", "subtitle", "square", "note"):
            if text := getattr(chart, name):
                yield f"{place}.{name}", text
    for place, one in listed_things(section):
        if isinstance(one, Voice) and one.office:
            yield place.replace(".voices.", ".offices.", 1), one.office
        yield place, one.text


_Thing = Statement | Plan | Voice | OpenQuestion


def listed_things(section: Section) -> Iterator[tuple[str, _Thing]]:
    """Yield the statements, plans, voices and open questions of a section with their places."""
    things: list[tuple[str, Text, _Thing]] = [
        *(("statements", one.about or "statement", one) for one in section.statements),
        *(("plans", one.name, one) for one in section.plans),
        *(("voices", one.who, one) for one in section.voices),
        *(("open", one.about or "question", one) for one in section.open),
    ]
    often = Counter[str]()
    for kind, about, one in things:
        yield _numbered(f"sections.{section.id}.{kind}.{in_language(about, 'en')}", often), one


def recited(before: Sheet, now: Sheet) -> list[Recited]:
    """Return what is in both editions and rests on another source or place now."""
    old = dict(_citations(before))
    return [
        Recited(place=place, before=old[place], now=citation)
        for place, citation in _citations(now)
        if place in old and old[place] != citation
    ]


def _citations(sheet: Sheet) -> Iterator[tuple[str, Citation | None]]:
    """Yield what texts and goals cite, by their places."""
    for section in sheet.sections:
        for place, one in listed_things(section):
            if not isinstance(one, OpenQuestion):
                yield place, one.citation
    if sheet.goals:
        for goal in sheet.goals.named:
            yield f"goals.{goal.id}.source", goal.citation


def _labels(path: str, figures: Iterable[KeyFigure], ids: Mapping[str, str]) -> Iterator[SheetText]:
    """Yield what cards call their figures in place of the names."""
    for one in figures:
        if one.label:
            yield f"{path}.{ids.get(one.indicator, one.indicator)}", one.label


def _numbered(place: str, often: Counter[str]) -> str:
    """Return a place, numbered if it occurs again: 'a', 'a (2)'."""
    often[place] += 1
    return place if often[place] == 1 else f"{place} ({often[place]})"


def _listed(figures: object, ids: Mapping[str, str]) -> str:
    names = figures if isinstance(figures, (list, tuple)) else ()
    return ", ".join(ids.get(one, one) for one in names)


def _is_of_other_figure(place: str, known: Set[str]) -> bool:
    """Return whether a text is a name of a figure that an edition does not have."""
    name = _figure_at(place)
    return name is not None and name not in known


def _is_of_other_source(place: str, sheet: Sheet) -> bool:
    """Return whether a text, not a title, belongs to a source that an edition does not have."""
    first, _, rest = place.partition(".")
    name, _, field = rest.rpartition(".")
    return first == "sources" and field != "title" and name not in sheet.sources


def _figure_at(place: str) -> str | None:
    """Return the id of the figure that a place belongs to: a.b for `indicators.a.b.name`."""
    if label := LABEL.match(place):
        return label[1]
    first, _, rest = place.partition(".")
    return rest.rpartition(".")[0] if first == "indicators" else None
