"""Sheets side by side as a document: one table of all rows, and the sources of all values."""

from collections.abc import Sequence

from cqviewer.charts.glyphs import plain
from cqviewer.model.comparing.side_by_side import ComparedRow, compare_figures, match_figures
from cqviewer.model.facts import Sheet
from cqviewer.model.fonts import extra_families
from cqviewer.model.provenance import cited_for
from cqviewer.model.text import Language, is_right_to_left
from cqviewer.model.wording.side_words import SideWording
from cqviewer.printing.options import Paper, PrintOptions
from cqviewer.printing.pages.annex import sources
from cqviewer.printing.pages.document import (
    PAPERS,
    PrintedDocument,
    document_of,
    footer,
    page_words,
)
from cqviewer.printing.pages.page_data import (
    About,
    LanguagePages,
    PrintedComparison,
    SideCell,
    SideRow,
    WordedValue,
)
from cqviewer.printing.pages.scope import Scope, Spoken

WIDE_FROM = 4
"""The number of sheets from which on pages are in landscape."""


def compose_comparison(
    sheets: Sequence[Sheet], language: Language, paper: Paper
) -> PrintedDocument:
    """Return the document that shows sheets side by side."""
    words, scopes, spoken = SideWording(sheets, language), [], Spoken()
    first = 1
    for sheet in sheets:
        scope = Scope(sheet, sheet.sections, language, spoken, first)
        scopes.append(scope)
        first += len(scope.sources)
    edition = _edition(words, scopes)
    about = About(
        title=plain(words.title),
        subject=plain(words.standfirst),
        date=list(max(one.date for one in sheets).timetuple()[:3]),
        paper=PAPERS[paper],
        is_wide=len(sheets) >= WIDE_FROM,
        lang=language,
        fonts=list(extra_families()),
        options=PrintOptions(paper=paper, language=language).text,
    )
    units = (
        words.wording.unit(one.unit, short=True)
        for each in sheets
        for one in each.indicators.values()
    )
    return document_of(about, [edition], units, {})


def _edition(words: SideWording, scopes: Sequence[Scope]) -> LanguagePages:
    say = words.wording.say
    rows = [compare_figures(one) for one in match_figures(words.sheets)]
    return LanguagePages(
        lang=words.wording.language,
        is_right_to_left=is_right_to_left(words.wording.language),
        kicker=say("compare_kicker"),
        dated=words.count(rows),
        title=words.title,
        standfirst=words.standfirst,
        provenance=say("compare_bars"),
        sources_title=say("print_sources"),
        sources=[one for scope in scopes for one in sources(scope)],
        comparison=_table(words, scopes, rows),
        footer=footer(words.title),
        page=page_words(words.wording),
    )


def _table(
    words: SideWording, scopes: Sequence[Scope], rows: Sequence[ComparedRow]
) -> PrintedComparison:
    say = words.wording.say
    return PrintedComparison(
        title=say("print_all_figures"),
        figure=say("print_head_figure"),
        heads=words.names,
        dates=[say("print_dated", date=words.wording.date(one.date)) for one in words.sheets],
        rows=[_row(row, words, scopes) for row in rows],
    )


def _row(row: ComparedRow, words: SideWording, scopes: Sequence[Scope]) -> SideRow:
    at, first = row.present[0]
    return SideRow(
        name=scopes[at].said(first.figure.short or first.figure.name),
        measure=words.measure(row),
        cells=[_cell(row, at, words, scope) for at, scope in enumerate(scopes)],
        reasons=words.reasons(row),
    )


def _cell(row: ComparedRow, at: int, words: SideWording, scope: Scope) -> SideCell:
    cell = row.cells[at]
    if cell is None:
        absent = WordedValue(about="", number=words.value(row, at), unit="", is_number=False)
        return SideCell(value=absent)
    cited = cited_for(cell.figure, scope.sheet)
    one = cell.observation
    keys = [one.citation.source] if one.citation else [each.source for _, each in cited]
    numbers = dict.fromkeys(f"[{scope.sources[key]}]" for key in keys if key in scope.sources)
    return SideCell(
        value=scope.value(cell.figure, one, short=True),
        rank=words.rank(row, at),
        bar=list(row.bar(at) or ()),
        is_derived=one.status == "derived",
        when=scope.when(one.period) if one.is_known else None,
        sources=" ".join(numbers),
    )
