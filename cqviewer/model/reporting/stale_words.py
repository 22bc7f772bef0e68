"""Texts whose words, such as 'doubled' or 'the highest', a change of figures has made wrong."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from cqviewer.model.citation import Citation
from cqviewer.model.comparing.claims import claims, counts_of_figures
from cqviewer.model.comparing.editions import Editions
from cqviewer.model.comparing.texts import listed_things
from cqviewer.model.facts import Indicator, OpenQuestion, Plan, Section, Sheet
from cqviewer.model.numbers.spoken import WORD_BEGINS, WORD_ENDS
from cqviewer.model.reporting.stale_texts import Stale, written_in
from cqviewer.model.text import Language, Text, every_text, in_language, is_chinese

_Told = tuple[str, Text | None, Sequence[str]]
"""A place, the text there, and the ids of the figures that the text is about."""
_OF_ALL = ("title", "summary")
"""Texts that are about all stated figures of the sheet."""
_REFERENCE = re.compile(r"\{([a-z]\w*(?:\.[a-z]\w*)*)")


def stale_words(
    before: Sheet, now: Sheet, editions: Editions, language: Language
) -> Iterator[Stale]:
    """Yield the texts whose words were true of their figures before, and are not now.

    A text is about the figures that it names or refers to, or else about those of its chart, of its
    section, or of the place in the source that it cites. Its words are not stale if they are still
    true of one of the figures of which they were true before. A text is named once for each figure,
    in `language` if it is stale in that.
    """
    yield from _stale_counts(before, now, language)
    values = (*editions.revised, *editions.follows)
    changed = {one.figure.id for one in values} | {one.id for one in editions.new_figures}
    changed |= {one.figure.id for one in editions.arrived}
    changed |= {one.figure.id for one in editions.left}
    if not changed:
        return
    new_ids = {one.before.id: one.now.id for one in editions.renamed}
    old = {new_ids.get(key, key): one for key, one in before.indicators.items()}
    old = {
        key: one if one.id == key else msgspec.structs.replace(one, id=key)
        for key, one in old.items()
    }
    for place, text, about in _texts(now):
        filled = _filled_in(text, now) if text else ()
        ids = [one for one in dict.fromkeys((*filled, *about)) if one in now.indicators]
        if text is None or changed.isdisjoint(ids):
            continue
        both = [[sheet[one] for one in ids if one in sheet] for sheet in (old, now.indicators)]
        told: set[str] = set()
        for spoken, written in written_in(text, now, language):
            named = {one for one in ids if _names(written, now.indicators[one], spoken)}
            meant = named | {one for one in ids if one in filled}
            for words, borne_out in claims(written):
                was, held = (
                    borne_out([one for one in among if one.id in meant] or among, among)
                    for among in both
                )
                either = (one for one in ids if one in changed and one in was | held)
                one = next(either, next(one for one in ids if one in changed))
                if was and was.isdisjoint(held) and one not in told:
                    told.add(one)
                    yield Stale(
                        place=place,
                        said=words,
                        kind="words",
                        figure=one,
                        was=old[one].latest if one in old else None,
                        now=now.indicators[one].latest,
                    )


def _stale_counts(before: Sheet, now: Sheet, language: Language) -> Iterator[Stale]:
    """Yield the texts about all figures that say a wrong number of them."""
    for place in _OF_ALL:
        for spoken, written in written_in(getattr(now, place) or "", now, language):
            found = [
                words
                for words, kinds in counts_of_figures(written)
                if (was := kinds(before.counted())) and was.isdisjoint(kinds(now.counted()))
            ]
            if found:
                said = ("、" if is_chinese(spoken) else ", ").join(found)
                yield Stale(place=place, said=said, kind="count")
                break


def _texts(sheet: Sheet) -> Iterator[_Told]:
    counted = [one.id for one in sheet.counted()]
    for place in _OF_ALL:
        yield place, getattr(sheet, place), counted
    for figure in sheet.indicators.values():
        if figure.note:
            yield f"indicators.{figure.id}.note", figure.note, (figure.id,)
    for section in sheet.sections:
        yield from _of_section(section, sheet)


def _of_section(section: Section, sheet: Sheet) -> Iterator[_Told]:
    shown = [one.indicator for one in section.figures]
    shown += [figure for chart in section.charts for figure in chart.figures]
    path = f"sections.{section.id}"
    yield f"{path}.title", section.title, shown
    yield f"{path}.lead", section.lead, shown
    for chart in section.charts:
        for name in ("title", "subtitle", "note"):
            yield f"{path}.charts.{chart.id}.{name}", getattr(chart, name), chart.figures
    for place, one in listed_things(section):
        figures = one.figures if isinstance(one, Plan) else ()
        source = None if isinstance(one, OpenQuestion) else one.citation
        yield place, one.text, (*figures, *_citing(source, sheet))


def _citing(source: Citation | None, sheet: Sheet) -> Iterator[str]:
    """Yield the figures that are stated at a place in a source."""
    for figure in sheet.indicators.values() if source else ():
        if any(one.citation == source for one in figure.observations):
            yield figure.id


def _filled_in(text: Text, sheet: Sheet) -> list[str]:
    """Return the possible ids in the references of a text: `a.b` refers to a.b, or to a."""
    return [
        part
        for one in every_text(text)
        for name in _REFERENCE.findall(sheet.written.get(one, ""))
        for part in (name, name.rpartition(".")[0])
    ]


def _names(text: str, figure: Indicator, language: Language) -> bool:
    """Return whether a text has a name of a figure's, as whole words."""
    names = {in_language(one, language) for one in (figure.name, figure.short, figure.brief) if one}
    plain = text.casefold()
    return any(
        one in plain and re.search(f"{WORD_BEGINS}{re.escape(one)}{WORD_ENDS}", plain)
        for one in map(str.casefold, names)
    )
