"""An edition of the HTML page: all of it in one language. Not an edition of the sheet."""

import base64
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from cqviewer.model.facts import Section
from cqviewer.model.localized import language_name
from cqviewer.model.text import is_right_to_left, made_stem
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import ExportFormat
from cqviewer.printing.pages.annex import sources
from cqviewer.printing.pages.document import dated, provenance, standfirst
from cqviewer.printing.pages.figure_table import figure_table, notes
from cqviewer.printing.pages.judged import judged
from cqviewer.printing.pages.page_data import EntryList, Said, SourceEntry
from cqviewer.printing.pages.passages import entry_lists, figure_notes
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.web.cards import figure_cards
from cqviewer.printing.web.charts import charts
from cqviewer.printing.web.markup import make, tag_of
from cqviewer.printing.web.tables import figure_tables

_ALL = "all-figures"
"""The id of the section of all figures; ids of a sheet's own sections have no hyphen."""
_FORMS: dict[ExportFormat, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The formats in which a page carries its figures as files, with their media types."""


class _Ids:
    """Makes the HTML ids of an edition, which all begin with a prefix, so that no two are alike."""

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
        make("p.standfirst", words) if words else None,
        make("p.provenance", origin) if origin else None,
    )


def _logo(scope: Scope) -> Element | None:
    """Return the publisher's logo: as an image, in which a picture can run and load nothing."""
    logo = scope.sheet.imprint.logo
    if logo is None:
        return None
    kind = {"png": "image/png", "svg": "image/svg+xml"}[logo.kind]
    encoded = base64.b64encode(logo.data).decode()
    return make("img.logo", src=f"data:{kind};base64,{encoded}", alt=scope.wording.text(logo.alt))


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
    """Return a section: its lead, cards, charts, statements and open questions."""
    name = ids.section(section.id)
    lead = scope.said(section.lead)
    part = scope.of_section(section)
    return _titled(
        name,
        scope.said(section.title),
        make("p.lead", lead) if lead else None,
        figure_cards(scope, section, name, ids.figure),
        *charts(scope, section, name),
        *map(_entries, entry_lists(part)),
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
            make("b.line", one.name) if one.name else None,
            make("span.line.about", one.about) if one.about else None,
            make("span.line", one.text),
            make("span.line.about", one.more) if one.more else None,
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


def _source(source: SourceEntry) -> Element:
    title = make("a", source.title, href=source.url) if source.url else make("b", source.title)
    return make("li", title, *(make("span.line.about", one) for one in source.lines if one))


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
    """Return a link with a text that saves a file which the page itself carries."""
    encoded = base64.b64encode(data).decode()
    return make("a", shown, **attributes, download=name, href=f"data:{kind};base64,{encoded}")
