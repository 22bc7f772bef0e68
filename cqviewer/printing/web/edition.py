"""An edition of the HTML page: all of it in one language. Not an edition of the sheet."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from cqviewer.model.facts import Section
from cqviewer.model.localized import language_name
from cqviewer.model.text import is_right_to_left, made_stem
from cqviewer.printing.attachment import TYPES
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import ExportFormat
from cqviewer.printing.pages.annex import sources
from cqviewer.printing.pages.document import dated, provenance, standfirst
from cqviewer.printing.pages.figure_table import figure_table, notes
from cqviewer.printing.pages.judged import judged
from cqviewer.printing.pages.page_data import EntryList, PrintedSource, Said
from cqviewer.printing.pages.passages import entry_lists, figure_notes
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.web.cards import figure_cards
from cqviewer.printing.web.charts import charts
from cqviewer.printing.web.markup import data_address, make, make_if, tag_of
from cqviewer.printing.web.tables import figure_tables

_ALL = "all-figures"
"""The id of the section of all figures; no section of a sheet has a hyphen in its id."""
_FORMS: dict[ExportFormat, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The formats in which a page carries its figures for other programs, with their media types."""


class _Ids:
    """The ids of elements: in the first edition a figure's own id, in others with a prefix."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._taken: set[str] = set()

    def figure(self, name: str) -> str | None:
        """Return the id of a figure where it is shown first, else None."""
        if name in self._taken:
            return None
        self._taken.add(name)
        return self._prefix + name.replace(".", "-")

    def section(self, name: str) -> str:
        """Return the id of a section; that of a figure cannot be the same: it has no hyphen."""
        return f"{self._prefix}section-{name}"


def edition(scope: Scope, scopes: list[Scope]) -> Element:
    """Return the edition in the language of a scope, with links to those of the other `scopes`."""
    language = scope.wording.language
    ids = _Ids("" if scope is scopes[0] else f"{tag_of(language)}-")
    parts = [_section(scope, one, ids) for one in scope.sheet.sections]
    links = [(ids.section(one.id), scope.said(one.title)) for one in scope.sheet.sections]
    if (every := _all_figures(scope, ids)) is not None:
        parts.append(every)
        links.append((ids.section(_ALL), scope.wording.say("print_all_figures")))
    return make(
        "div.edition",
        _head(scope),
        _bar(scope, scopes, links),
        *parts,
        _notes_and_sources(scope),
        _foot(scope),
        id=_edition_id(scope),
        lang=tag_of(language),
        dir="rtl" if is_right_to_left(language) else "ltr",
    )


def _edition_id(scope: Scope) -> str:
    return f"language-{tag_of(scope.wording.language)}"


def _head(scope: Scope) -> Element:
    """Return title and origin of the sheet."""
    words, origin = standfirst(scope), provenance(scope)
    return make(
        "div.head",
        _logo(scope),
        make("p.dated", make("span", scope.kicker()), make("span", dated(scope))),
        make("h1", scope.said(scope.sheet.title)),
        make_if("p.standfirst", words),
        make_if("p.provenance", origin),
    )


def _logo(scope: Scope) -> Element | None:
    """Return the publisher's logo: as an image, in which a picture can run and load nothing."""
    logo = scope.sheet.imprint.logo
    if logo is None:
        return None
    address = data_address(TYPES[f".{logo.kind}"], logo.data)
    return make("img.logo", src=address, alt=scope.wording.text(logo.alt))


def _bar(scope: Scope, scopes: list[Scope], links: list[tuple[str, Said]]) -> Element:
    """Return the row of links to sections, and to the page in the other languages."""
    others = [
        make(
            "a",
            language_name(one.wording.language),
            href=f"#{_edition_id(one)}",
            lang=tag_of(one.wording.language),
            hreflang=tag_of(one.wording.language),
        )
        for one in scopes
        if one is not scope
    ]
    listed = [make("li", make("a", text, href=f"#{place}")) for place, text in links]
    listed += [make("li.language", one) for one in others]
    return make("nav", make("ul", *listed), aria_label=scope.wording.say("web_sections"))


def _section(scope: Scope, section: Section, ids: _Ids) -> Element:
    """Return a section: its lead, cards, charts and what is said."""
    name = ids.section(section.id)
    return _titled(
        name,
        scope.said(section.title),
        make_if("p.lead", scope.said(section.lead)),
        figure_cards(scope, section, name, ids.figure),
        *charts(scope, section, name),
        *map(_entries, entry_lists(scope.of_section(section))),
    )


def _titled(name: str, title: Said, *inside: Element | None) -> Element:
    """Return a part of the page under its heading."""
    heading = make("h2", title, id=f"{name}-title")
    return make("section.part", heading, *inside, id=name, aria_labelledby=f"{name}-title")


def _entries(entries: EntryList) -> Element:
    """Return a list of what is planned, said or left open."""
    items = [
        make(
            "li",
            make_if("b.line", one.name),
            make_if("span.line.about", one.about),
            make("span.line", one.text),
            make_if("span.line.about", one.more),
        )
        for one in entries.entries
    ]
    return make("div.entries", make("h3", entries.title), make("ul", *items))


def _all_figures(scope: Scope, ids: _Ids) -> Element | None:
    """Return the section with the tables of all figures; None where there are none."""
    table = figure_table(scope)
    if table is None:
        return None
    tables = figure_tables(table, ids.figure)
    return _titled(ids.section(_ALL), table.label, *tables)


def _notes_and_sources(scope: Scope) -> Element:
    """Return the notes and the sources."""
    say = scope.wording.say
    cited = make("ul.sources", *map(_source, sources(scope)))
    parts = [
        *_listed("", [*notes(scope), *figure_notes(scope)]),
        *_listed(say("print_judged"), judged(scope)),
        *(make("h3", say("print_sources")), cited),
        *_listed(say("imprint"), scope.imprint()),
    ]
    return _titled(f"{_edition_id(scope)}-notes", say("print_notes"), *parts)


def _listed(title: str, texts: Sequence[Said]) -> Iterator[Element]:
    """Yield a list of texts after its title, if there are any."""
    if texts and title:
        yield make("h3", title)
    if texts:
        yield make("ul.notes", *(make("li", one) for one in texts))


def _source(source: PrintedSource) -> Element:
    title = make("a", source.title, href=source.url) if source.url else make("b", source.title)
    return make("li", title, *(make_if("span.line.about", one) for one in source.lines))


def _foot(scope: Scope) -> Element:
    """Return what the page was made from, and links to its figures as files."""
    sheet, language = scope.sheet, scope.wording.language
    words = scope.wording.say("web_made", file=f"{made_stem(sheet.file_name)}.yaml")
    name = f"{made_stem(sheet.file_name)}-{language}"
    links = (
        file_link(form.upper(), f"{name}.{form}", kind, export_sheet(sheet, form, language))
        for form, kind in _FORMS.items()
    )
    return make("div.foot", make("p", words), make("p", *links))


def file_link(shown: str, name: str, kind: str, data: bytes, **attributes: str) -> Element:
    """Return a link, shown as some words, that saves a file which is in the page."""
    return make("a", shown, **attributes, download=name, href=data_address(kind, data))
