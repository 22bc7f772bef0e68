"""Citing a figure or goal with its source: as plain text, in the style of APA 7, for BibTeX."""

import datetime
import re
from typing import Literal

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, Sheet, Source
from cqviewer.model.localized import month as name_of_month
from cqviewer.model.provenance import citations_of
from cqviewer.model.target import Goal
from cqviewer.model.text import capitalised
from cqviewer.model.wording.wording import Wording

CitationStyle = Literal["plain", "apa", "bibtex"]
_SHORTENED = {"paragraph": ("para.", "paras."), "page": ("p.", "pp.")}
"""The parts of a source that APA shortens, one and several of them."""
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{one: f"\\{one}" for one in "{}$&#%_"},
}


def cite(fact: Indicator | Goal, sheet: Sheet, wording: Wording, style: CitationStyle) -> str:
    """Return a figure or goal with its source in a style."""
    if style == "apa":
        return _apa(fact, sheet, wording)
    if style == "bibtex":
        return _bibtex(fact, sheet, wording)
    if isinstance(fact, Indicator):
        return wording.citation_line(fact, sheet)
    return _goal_line(fact, sheet, wording)


def sources_of(fact: Indicator | Goal, sheet: Sheet) -> list[tuple[Source, Citation]]:
    """Return the sources behind a figure or goal, each once: its own, else those of its inputs."""
    found = {one.source: one for one in citations_of(fact, sheet)}
    return [(sheet.sources[key], one) for key, one in found.items()]


def address_of(fact: Indicator | Goal, sheet: Sheet) -> str:
    """Return the address of a figure's or goal's source; nothing if there is none."""
    return next((source.url for source, _ in sources_of(fact, sheet) if source.url), "")


# Plain text


def _goal_line(goal: Goal, sheet: Sheet, wording: Wording) -> str:
    year = wording.year(sheet.goals.year) if sheet.goals else ""
    head = wording.join([wording.text(goal.name), year, _inner(wording.say("named_in_source"))])
    parts = [head + wording.say("stop")]
    if goal.figures:
        figures = wording.join(
            (_with_period(sheet.indicators[name], wording) for name in goal.figures), "semicolon"
        )
        if goal.link == "ours":
            figures = wording.say("in_brackets", text=figures, inner=wording.say("link_ours"))
        parts.append(wording.named(wording.say("figures_behind"), figures) + wording.say("stop"))
    if goal.citation:
        source = sheet.sources[goal.citation.source]
        parts += [
            wording.say("source", names=wording.cited(goal.citation, sheet)),
            source.url or "",
        ]
    return wording.sentences(parts)


def _inner(phrase: str) -> str:
    """Return a phrase with a small first letter, as inside a sentence."""
    return phrase[:1].lower() + phrase[1:]


def _with_period(one: Indicator, wording: Wording) -> str:
    text = wording.named(wording.name(one), wording.value(one))
    return wording.say("in_brackets", text=text, inner=wording.period(one.latest.period))


# APA 7: (author, year, para.) in the sentence, then the reference. Where there is no author the
# title takes its place, and 'n.d.' that of a missing date.


def _apa(fact: Indicator | Goal, sheet: Sheet, wording: Wording) -> str:
    sources = sources_of(fact, sheet)
    cited = "; ".join(
        ", ".join(part for part in (_author(one, wording), _year(one), _apa_place(place)) if part)
        for one, place in sources
    )
    sentence = _statement(fact, sheet, wording)
    lines = [f"{sentence} ({cited})." if cited else f"{sentence}."]
    return "\n".join([*lines, *(_reference(one, wording) for one, _ in sources)])


def _reference(source: Source, wording: Wording) -> str:
    title, publisher = wording.text(source.title), wording.text(source.publisher)
    date = f"({_apa_date(source)})."
    parts = [_stop(publisher), date, _stop(title)] if publisher else [_stop(title), date]
    return " ".join([*parts, *([source.url] if source.url else [])])


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!", "。")) else f"{text}."


def _author(source: Source, wording: Wording) -> str:
    return wording.text(source.publisher) or wording.text(source.short or source.title)


def _issued(source: Source) -> datetime.date | None:
    """Return the day of publication, which references ask for, else the date that it bears."""
    return source.published or source.date


def _year(source: Source) -> str:
    date = _issued(source)
    return str(date.year) if date else "n.d."


def _apa_date(source: Source) -> str:
    date = _issued(source)
    if date is None:
        return "n.d."
    # The names are Babel's: those of the calendar module follow the locale of the process.
    month = name_of_month(date.month, "wide", "en")
    return f"{date.year}, {month} {date.day}"


def _apa_place(citation: Citation) -> str:
    if citation.part is None:
        return ""
    if citation.part == "words":
        return f"“{citation.where}”"
    name = citation.part.capitalize()
    if short := _SHORTENED.get(citation.part):
        name = short[len(citation.numbers) > 1]
    sheet = f"Sheet “{citation.sheet}”, " if citation.sheet else ""
    return f"{sheet}{name} {citation.where}"


def _statement(fact: Indicator | Goal, sheet: Sheet, wording: Wording) -> str:
    """Return name, value, origin where it is derived, and period, without the source."""
    if isinstance(fact, Goal):
        year = wording.year(sheet.goals.year) if sheet.goals else ""
        named = _inner(wording.say("named_in_source"))
        return wording.join([wording.text(fact.name), year, named])
    latest = fact.latest
    period = wording.inside(wording.long_period(latest.period))
    working = wording.working(fact, sheet)
    derived = _inner(wording.say("derived_by", working=working)) if working else ""
    stated = wording.value(fact) if latest.value is not None else wording.origin(latest)
    facts = wording.join([stated, derived, period])
    return wording.named(wording.name(fact), facts)


# BibTeX: braces keep a publisher's name and the capitals of a title as they are.


def _bibtex(fact: Indicator | Goal, sheet: Sheet, wording: Wording) -> str:
    entries = []
    statement = _statement(fact, sheet, wording)
    for source, citation in sources_of(fact, sheet):
        place = wording.place_in_source(citation)
        note = wording.named(capitalised(place), statement) if place else statement
        date = _issued(source)
        fields = {
            "author": _braced(wording.text(source.publisher)),
            "title": _braced(wording.text(source.title)),
            "year": str(date.year) if date else "",
            "month": f"{date:%m}".lstrip("0") if date else "",
            "day": str(date.day) if date else "",
            "url": re.sub(r"[{}\\]", "", source.url or ""),
            "note": _tex(note),
        }
        body = "".join(f"  {key} = {{{text}}},\n" for key, text in fields.items() if text)
        entries.append(f"@misc{{{source.id}{date.year if date else ''},\n{body}}}")
    if not entries:
        entries = [f"% {' '.join(statement.split())}"]
    return "\n\n".join(entries) + "\n"


def _braced(text: str) -> str:
    return f"{{{_tex(text)}}}" if text else ""


def _tex(text: str) -> str:
    """Return a text with TeX's special characters escaped."""
    flat = " ".join(text.split(" "))
    return "".join(_TEX.get(one, one) for one in flat)
