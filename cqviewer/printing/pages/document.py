"""The document: a sheet and what is asked for, as the data and the pictures the template reads."""

import datetime
from collections.abc import Iterable, Sequence

import msgspec

from cqviewer.charts.glyphs import plain
from cqviewer.model.facts import Section, Sheet
from cqviewer.model.fonts import extra_families
from cqviewer.model.messages import say
from cqviewer.model.text import Language, breadth, is_right_to_left
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.options import Paper, PrintError, PrintOptions
from cqviewer.printing.pages.annex import annex, sources
from cqviewer.printing.pages.cards import cards
from cqviewer.printing.pages.changes import change_pages
from cqviewer.printing.pages.figure_table import figure_table, notes, terms
from cqviewer.printing.pages.glyphs import printable, printable_tree, with_units
from cqviewer.printing.pages.judged import judged
from cqviewer.printing.pages.page_data import About, Card, LanguagePages, Said, When
from cqviewer.printing.pages.paper_charts import Layout, Pictures, chart_sections
from cqviewer.printing.pages.passages import entry_lists, figure_notes
from cqviewer.printing.pages.scope import BETWEEN, Scope, Spoken

PAPERS: dict[Paper, str] = {"a4": "a4", "letter": "us-letter"}
"""The papers by the names that typst has for them."""
_LONGEST_FOOTER, _LONGEST_LARGE_FOOTER = 84, 36  # widths of a Latin letter
_LARGE = 18 / 8.5
"""How many times larger large print is, whose body has 18 points instead of 8.5."""
_LEAFLET_PAGES = 2
_FOREIGN = "the sheet has no text in '{}': what it says is printed as it stands"
_TERMS_ON_TOP = 2  # more of them stand in the notes alone


class PrintedDocument(msgspec.Struct, frozen=True):
    """What the template reads: JSON data, and the SVGs by file name."""

    data: bytes
    pictures: dict[str, bytes]


def compose(sheet: Sheet, options: PrintOptions) -> PrintedDocument:
    """Return the document of a sheet; PrintError if a section that is asked for does not exist."""
    sections = _chosen(sheet, options)
    if options.is_leaflet and options.before:
        message = say("a leaflet has no room for what changed: print that with the whole sheet")
        raise PrintError(message)
    pictures = Pictures()
    languages = _languages(sheet, options)
    spoken = Spoken()
    scopes = [Scope(sheet, sections, language, spoken) for language in languages]
    editions = [_edition(scope, options, pictures) for scope in scopes]
    about = _about(scopes, options, pictures, spoken)
    units = (
        scope.wording.unit(one.unit, short=short)
        for scope in scopes
        for one in sheet.indicators.values()
        for short in (False, True)
    )
    return document_of(about, editions, units, pictures.svgs)


def document_of(
    about: About,
    editions: Sequence[LanguagePages],
    units: Iterable[str],
    pictures: dict[str, bytes],
) -> PrintedDocument:
    """Return a document of texts that can be set; no line parts a number from one of the units."""
    kept = with_units(units)
    data = {
        "about": msgspec.to_builtins(about),
        "editions": [printable_tree(msgspec.to_builtins(one), one.lang, kept) for one in editions],
    }
    return PrintedDocument(msgspec.json.encode(data), pictures)


def _chosen(sheet: Sheet, options: PrintOptions) -> tuple[Section, ...]:
    """Return the sections asked for, in the order of the sheet."""
    ids = [section.id for section in sheet.sections]
    for one in options.sections:
        if one not in ids:
            raise PrintError(say("there is no section '{}' in the sheet; it has: {}", one, [*ids]))
    return tuple(
        one for one in sheet.sections if not options.sections or one.id in options.sections
    )


def _languages(sheet: Sheet, options: PrintOptions) -> tuple[Language, ...]:
    if options.language == "both":
        return sheet.languages if len(sheet.languages) > 1 else ("en", "zh")
    return (options.language or sheet.first_language,)


def _edition(scope: Scope, options: PrintOptions, pictures: Pictures) -> LanguagePages:
    """Return all pages in one language; for a leaflet, only the parts that it has."""
    wording, say, before = scope.wording, scope.wording.say, options.before
    is_whole = not options.is_leaflet
    has_annex = options.annex and is_whole
    longest = _LONGEST_LARGE_FOOTER if options.is_large else _LONGEST_FOOTER
    publisher = wording.text(scope.sheet.imprint.publisher)
    key_figures = cards(scope, pictures)
    return LanguagePages(
        lang=wording.language,
        is_right_to_left=is_right_to_left(wording.language),
        kicker=scope.kicker(is_draft=options.is_draft, is_leaflet=options.is_leaflet),
        stamp=say("print_draft") if options.is_draft else "",
        dated=dated(scope, is_edition=options.changes_alone),
        title=scope.said(scope.sheet.title),
        standfirst=standfirst(scope),
        provenance=provenance(scope, has_sources=is_whole),
        key=_key(scope, key_figures),
        cards_title=say("print_key_figures"),
        verdict_key=_verdict_key(key_figures, wording),
        cards=key_figures,
        sections=chart_sections(scope, pictures, Layout.of(options)),
        judged_title=say("print_judged"),
        judged=judged(scope) if is_whole else [],
        table=figure_table(scope) if is_whole else None,
        lists=entry_lists(scope) if is_whole else [],
        notes_title=say("print_notes"),
        notes=[*notes(scope), *([] if has_annex else figure_notes(scope))] if is_whole else [],
        sources_title=say("print_sources"),
        sources=[] if has_annex else sources(scope),
        annex=annex(scope) if has_annex else None,
        changes=change_pages(before, scope.sheet, wording) if before else None,
        is_changes_alone=options.changes_alone,
        imprint_title=say("imprint"),
        imprint=scope.imprint(),
        logo=pictures.logo(scope),
        contents_title=say("print_contents"),
        extract=_leaflet_of(scope) if options.is_leaflet else "",
        footer=footer(options.footer, longest=longest)
        if options.footer
        else footer(_title(scope, options), publisher, longest=longest),
        page=page_words(wording),
    )


def page_words(wording: Wording) -> list[str]:
    """Return the words before, between and after a page's number and the count of pages."""
    return wording.say("print_page", page="\0", pages="\0").split("\0")


def footer(title: str, publisher: str = "", *, longest: int = _LONGEST_FOOTER) -> str:
    """Return publisher and title, cut to what one line holds beside the page's number."""
    shown = printable(BETWEEN.join(one for one in (publisher, title) if one))
    if breadth(shown) <= longest:
        return shown
    while breadth(shown) >= longest:
        shown = shown[: longest - 1 if len(shown) > longest else -1]
    return shown + "…"


def dated(scope: Scope, *, is_edition: bool = False) -> str:
    """Return the date of the one source; of several, or for an edition, the date of the sheet."""
    wording = scope.wording
    sources = [scope.sheet.sources[key] for key in scope.sources]
    if not is_edition and len(sources) == 1 and (date := sources[0].date or sources[0].published):
        return wording.say("print_source_dated", date=wording.date(date))
    return wording.say("print_dated", date=wording.date(scope.sheet.date))


def standfirst(scope: Scope) -> Said:
    """Return the sheet's summary, or the count of its figures; for an extract, its sections."""
    if scope.is_extract:
        wording = scope.wording
        return wording.say(
            "print_extract_of",
            title=wording.text(scope.sheet.title),
            sections=wording.join((wording.text(one.title) for one in scope.sections), "listing"),
            count=len(scope.sheet.sections),
        )
    if scope.sheet.summary:
        return scope.said(scope.sheet.summary)
    counted = scope.sheet.counted()
    return scope.sentence(scope.wording.corner_note(scope.sheet)) if counted else ""


def provenance(scope: Scope, *, has_sources: bool = True) -> str:
    """Return the names of the sources, if asked for, and the meaning of the terms if few."""
    wording, sheet = scope.wording, scope.sheet
    if scope.is_extract:
        cited = {key: sheet.sources[key] for key in scope.sources}
        sheet = msgspec.structs.replace(sheet, sources=cited)
    named = wording.sources_named([wording.provenance(sheet)], len(sheet.sources))
    line = named if has_sources else ""
    explained = terms(scope) if len(scope.sheet.terms) <= _TERMS_ON_TOP else ""
    says_so = scope.is_foreign and "print_foreign" in wording.vocabulary
    foreign = wording.say("print_foreign") if says_so else ""
    return wording.sentences([line, explained, foreign])


def _leaflet_of(scope: Scope) -> str:
    """Return which edition of which sheet a leaflet is an extract of, and where the rest is."""
    wording, say, sheet = scope.wording, scope.wording.say, scope.sheet
    name = wording.text(sheet.imprint.edition)
    edition = wording.named(say("imprint_edition"), name) if name else ""
    date = say("print_dated", date=wording.date(sheet.date))
    told = BETWEEN.join(one for one in (edition, date) if one)
    return say("print_leaflet_of", title=wording.text(sheet.title), edition=told)


def _key(scope: Scope, shown: list[Card]) -> list[When]:
    """Return the key of the strips of months that cards have."""
    say, year = scope.wording.say, scope.sheet.year
    covered = say("print_key_covered_year", year=year) if year else say("print_key_covered")
    key = [When(text=covered, months=11 * "c" + "p", is_stated=True)]
    if not all(one.course or one.when.is_stated for one in shown):
        key.append(When(text=say("print_key_not_stated"), months=12 * "n", is_stated=False))
    return key


def _verdict_key(shown: list[Card], wording: Wording) -> list[list[str]]:
    """Return the marks of targets and verdicts that cards have, each with its word."""
    say, seen = wording.say, {one.verdict_status for one in shown}
    keys = [("target", any(one.target for one in shown), say("key_target"))]
    keys.append(("stated", "stated" in seen, say("key_verdict")))
    keys.append(("derived", "derived" in seen, wording.inside(say("origin_long_derived"))))
    return [[mark, word] for mark, is_needed, word in keys if is_needed]


def _title(scope: Scope, options: PrintOptions) -> str:
    """Return the title for the foot and the metadata, which says if the print is an extract."""
    title = scope.wording.text(scope.sheet.title)
    is_part = scope.is_extract or options.is_leaflet
    return scope.wording.say("print_extract_title", title=title) if is_part else title


def _about(scopes: list[Scope], options: PrintOptions, pictures: Pictures, spoken: Spoken) -> About:
    """Return the document's metadata: all titles, the rest in the language of the first edition."""
    scope = scopes[0]
    sheet, wording = scope.sheet, scope.wording
    first_words = standfirst(scope)
    date: datetime.date = sheet.date
    return About(
        title=" / ".join(plain(_title(one, options)) for one in scopes),
        subject=plain(first_words if isinstance(first_words, str) else first_words.text),
        author=plain(wording.text(sheet.imprint.author) or wording.text(sheet.imprint.publisher)),
        publisher=plain(wording.text(sheet.imprint.publisher)),
        licence=plain(wording.text(sheet.imprint.licence)),
        accent=scope.theme.accent,
        keywords=[plain(one) for one in sheet.keywords],
        date=[date.year, date.month, date.day],
        paper=PAPERS[options.paper],
        scale=_LARGE if options.is_large else 1.0,
        chart_width=Layout.of(options).width,
        most_pages=_LEAFLET_PAGES * len(scopes) if options.is_leaflet else 0,
        lang=wording.language,
        fonts=list(extra_families()),
        attachment=wording.say("print_attachment"),
        supplement=wording.say("print_supplement"),
        options=options.text,
        warnings=[_FOREIGN.format(one.wording.language) for one in scopes if one.is_foreign],
        alts={name: plain(alt) for name, alt in pictures.alts.items()},
        spoken=[scope.wording.say("comma") + plain(one) for one in spoken.words],
    )
