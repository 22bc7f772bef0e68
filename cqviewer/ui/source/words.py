"""Texts about a place in a source, and about unused numbers."""

import re
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from cqviewer.evidence.document import Document, DocumentPart, EvidenceError, Mention
from cqviewer.evidence.places import TraceStep
from cqviewer.evidence.unused import Unused, citation_of
from cqviewer.model.checking.check_directions import says_fall
from cqviewer.model.facts import Indicator
from cqviewer.model.messages import say
from cqviewer.model.text import capitalised
from cqviewer.ui.source.seen import Seen
from cqviewer.ui.state.store import Store
from cqviewer.worker.evidence import MOST_LISTED, OpenedEvidence

translate = QCoreApplication.translate


def figure_of(step: TraceStep, store: Store) -> Indicator | None:
    """Return the figure of a step with only its observation; None for a goal."""
    if step.observation is None:
        return None
    whole = store.sheet.indicators[step.figure]
    return whole.seen_at(whole.observations[step.observation].period)


def title(seen: Seen, store: Store) -> str:
    """Return name and value of the shown figure, or the name of the goal."""
    if seen.step is None:
        return ""
    one, goal = figure_of(seen.step, store), store.sheet.goal(seen.step.figure)
    if one is None:
        return store.wording.text(goal.name) if goal is not None else ""
    return store.wording.named(store.wording.name(one), store.wording.value(one))


def place_name(part: DocumentPart, document: Document, store: Store) -> str:
    """Return the place of a part: paragraph 4, page 12 of 48, sheet Table 1 C7."""
    if part.cell:
        return store.wording.say("cell", where=part.cell, sheet=part.sheet)
    return (
        page_name(part.page, document)
        if part.page
        else store.wording.say("paragraph", where=str(part.number))
    )


def page_name(page: int, document: Document) -> str:
    """Return the label of a PDF's page, and the count: page 12 of 48."""
    label = document.labels[page - 1] or str(page)
    text = translate("Source", "page {page} of {count}")
    return text.format(page=label, count=len(document.sizes))


def short_place(part: DocumentPart) -> str:
    """Return the place of a part in short: 4, p. 12, C7."""
    if part.cell:
        return part.cell
    page = translate("Source", "p. {page}").format(page=part.page)
    return page if part.page else str(part.number)


def where(seen: Seen, store: Store) -> str:
    """Return which place or input is shown: 'Place 1 of 2, paragraph 4 as cited'."""
    said = []
    if seen.among > 1:
        text = translate("Source", "Place {number} of {count}")
        if seen.is_input:
            text = translate("Source", "Input {number} of {count}")
        said.append(text.format(number=seen.at, count=seen.among))
    if seen.part is not None and seen.document is not None:
        place = place_name(seen.part, seen.document, store)
        citation = seen.step.citation if seen.step else None
        if seen.place is not None and seen.place.is_cited and citation and citation.part:
            place = translate("Source", "{place} as cited").format(place=place)
        said.append(place)
    return store.wording.join(said)


def as_written(seen: Seen, store: Store) -> str:
    """Return how the source writes the number, if that differs from the sheet; else ''."""
    if seen.place is None or seen.part is None or seen.step is None:
        return ""
    written = seen.part.text[seen.place.start : seen.place.end].strip()
    figure = figure_of(seen.step, store)
    value = store.wording.value(figure) if figure is not None else ""
    if re.findall(r"[\d.,]+", written) == re.findall(r"[\d.,]+", value):
        return ""
    return translate("Source", "as written: {text}").format(text=written)


def lacking(seen: Seen, store: Store) -> str:
    """Return a sentence on why the number is not boxed where it is cited; '' if it is."""
    if seen.step is None and store.view.selected is None:
        return translate("Source", "Select a figure to see where its source has it.")
    if seen.step is not None and seen.step.source is None and seen.opened is not None:
        return translate("Source", "This figure cites no source.")
    if seen.traced is None or seen.step is None or seen.traced.state == "found":
        return ""
    wording, step = store.wording, seen.step
    figure = figure_of(step, store)
    if figure is None and seen.traced.state == "not stated":
        return ""  # a goal is no number
    cited = wording.place_in_source(step.citation) if step.citation else ""
    place = capitalised(cited) or translate("Source", "The text")
    state = seen.traced.state
    unstated = translate("Source", "The sheet says that the source states no number.")
    if figure is not None and figure.latest.status == "derived":
        unstated = translate("Source", "The number was worked out; the source need not hold it.")
    sentences = {
        "not stated": unstated,
        "elsewhere": translate("Source", "{place} does not hold {value}; it is found elsewhere."),
        "not found": translate("Source", "{place} does not hold {value}."),
        "no text": translate("Source", "{place} holds no text: it is a picture."),
        "not read": translate("Source", "{place} has not been read yet."),
        "no such place": translate("Source", "The source has no such place: {place}."),
    }
    value = wording.value(figure) if figure is not None else ""
    said = sentences[state].format(place=place, value=value)
    if seen.traced.near:
        near = translate("Source", "Near it: {numbers}.")
        said = wording.sentences([said, near.format(numbers=wording.join(seen.traced.near))])
    return said


def why_none(seen: Seen, problem: Exception | None, store: Store) -> tuple[str, str]:
    """Return why there is no document to show: in a few words, and more; '' while it is read."""
    citation = seen.step.citation if seen.step else None
    cited = ""
    if citation is not None:
        cited = translate("SourceView", "The citation is: {place}.").format(
            place=store.wording.cited(citation, store.sheet)
        )
    if seen.step is not None and seen.step.source is None:
        return translate("SourceView", "This figure cites no source"), ""
    if isinstance(problem, EvidenceError) and problem.reason == "none":
        return translate("SourceView", "The text of this source is not beside the sheet"), cited
    if problem is not None:
        title = translate("SourceView", "The evidence of this source cannot be read")
        said = say("{}.", problem)  # no capital: a file begins it
        return title, store.wording.sentences([said, cited])
    return "", ""


def spoken(seen: Seen, store: Store) -> str:
    """Return the text for screen readers: the place, then its text with the number marked."""
    if seen.part is None:
        return lacking(seen, store)
    text = marked_text(seen)
    wording = store.wording
    place = wording.join([where(seen, store), as_written(seen, store)])
    return wording.sentences([f"{place}{wording.say('stop')}", lacking(seen, store), text])


def marked_text(seen: Seen) -> str:
    """Return the text of the place, with words that mark the figure's number."""
    text, place = seen.part.text if seen.part else "", seen.place
    if place is None:
        return text
    this = translate("Source", "{number}, this figure").format(number=text[place.start : place.end])
    return f"{text[: place.start]}{this}{text[place.end :]}"


# Numbers that no figure uses


def reason(one: Unused, store: Store) -> str:
    """Return why a number is not counted as unused; '' if it is."""
    if one.entry is not None:
        entries = store.sheet.set_aside[one.entry : one.entry + 1]
        why = entries[0].why if entries else None  # None if it has just been undone
        return store.wording.text(why) or translate("Source", "Set aside")
    return {
        "": "",
        "date": translate("Source", "A date"),
        "year": translate("Source", "A year"),
        "ordinal": translate("Source", "An ordinal"),
        "numbering": translate("Source", "Numbering"),
        "page number": translate("Source", "A page number"),
        "word": translate("Source", "A word"),
        "set aside": translate("Source", "Set aside"),
    }[one.reason]


def has_value(one: Unused, document: Document) -> bool:
    """Return whether a number has a value, so that a figure can be made of it."""
    return _mention(one, document) is not None


_LIMITS = {"<": "below ", ">": "above ", "≤": "at most ", "≥": "at least "}


def figure_values(one: Unused, source: str, document: Document) -> dict[str, str]:
    """Return the known values of a new figure, by the format's keys: source, value and unit.

    '<5' is a bound, 'fell by 3 %' a negative value; an ambiguous number has no value.
    """
    values = {"source": citation_of(source, document, one.part)}
    mention = _mention(one, document)
    if mention is None:
        return values
    text = document.parts[one.part].text
    amount, limit = mention.amount, _LIMITS.get(text[one.start], "")
    if mention.is_percent and amount > 0 and says_fall(text[: one.start]):
        amount = -amount
    if mention.other is None:
        values["value"] = f"{limit}{amount:f}"
    return values | ({"unit": "%"} if mention.is_percent else {})


def _mention(one: Unused, document: Document) -> Mention | None:
    span = one.start, one.end
    found = (each for each in document.parts[one.part].mentions if (each.start, each.end) == span)
    return next(found, None)


def spoken_unused(one: Unused, document: Document, store: Store) -> str:
    """Return the text for screen readers: the number, its place, clause and reason."""
    place = place_name(document.parts[one.part], document, store)
    return store.wording.join([one.written, place, one.clause.rstrip(".。"), reason(one, store)])


def counts(opened: OpenedEvidence, store: Store) -> str:
    """Return how many numbers are used, unused and set aside, and whether all are listed."""
    used, unused, aside = opened.counts
    whole = store.wording.number
    text = translate(
        "Source",
        "{all} numbers in the source: {used} used, {unused} unused, {aside} set aside. Years, dates"
        " and numbering are set aside.",
    )
    numbers = {"all": used + unused + aside, "used": used, "unused": unused, "aside": aside}
    said = text.format(**{key: whole(Decimal(one)) for key, one in numbers.items()})
    if max(unused, aside) <= MOST_LISTED:
        return said
    first = translate("Source", "The first {count} of each are listed.")
    return store.wording.sentences([said, first.format(count=whole(Decimal(MOST_LISTED)))])
