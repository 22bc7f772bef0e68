"""The tables of all figures, and the notes under them."""

import msgspec

from cqviewer.charts.contents import together
from cqviewer.charts.words import goal_nouns, item_name, unit_beside
from cqviewer.model.facts import Breakdown, Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Text, breadth, capitalised
from cqviewer.model.wording.chinese_scale import common_scale
from cqviewer.printing.pages.matrix import (
    Below,
    common_origin,
    series_row,
)
from cqviewer.printing.pages.page_data import (
    FigurePart,
    FigureRow,
    PrintedFigures,
    RowGroup,
    Said,
    SeriesRow,
)
from cqviewer.printing.pages.scope import HeadedFigures, Scope

LONGEST_NAME = 46
"""Widths of a Latin letter that fill a line of the table's first column, about."""


def figure_table(scope: Scope) -> PrintedFigures | None:
    """Return the table of all figures, or None where there is none."""
    if not scope.groups:
        return None
    say = scope.wording.say
    citations = [row.citation for one in scope.figures for row in one.observations if row.citation]
    is_plain = len(scope.sources) < 2 and all(one.part == "paragraph" for one in citations)
    heads = ["print_head_figure", "head_value", "head_period", "print_head_origin"]
    heads.append("print_head_paragraph" if is_plain else "print_head_place")
    return PrintedFigures(
        label=say("print_all_figures"),
        title=say("print_table_title"),
        heads=[say(head) for head in heads],
        parts=[_part(one, scope, is_plain=is_plain) for one in _tables(scope)],
        has_sources=not is_plain,
        semicolon=say("semicolon"),
    )


class _Table(msgspec.Struct):
    """The figures of one table, by groups; `columns` are the periods of series, () for others."""

    columns: tuple[Period, ...]
    breakdown: Breakdown | None
    groups: list[HeadedFigures]

    @property
    def figures(self) -> list[Indicator]:
        return [one for group in self.groups for one in group.figures]


def _tables(scope: Scope) -> list[_Table]:
    """Return the tables of figures; one of figures of one period continues from group to group.

    A matrix ends with its group, so that its legend and footnotes are near.
    """
    tables: list[_Table] = []
    for group in scope.groups:
        title = group.title or scope.wording.say("print_other_figures")
        for part in together(group.figures):
            columns, figures = part.columns, part.figures
            breakdown = scope.sheet.breakdowns.get(part.breakdown or "")
            if not tables or columns or tables[-1].columns:
                tables.append(_Table(columns, breakdown, []))
            tables[-1].groups.append(HeadedFigures(title, tuple(figures)))
            title = ""
    return tables


def _part(table: _Table, scope: Scope, *, is_plain: bool) -> FigurePart:
    """Return a table with what stands below it."""
    below = Below(scope)
    status = origin = ""
    groups = []
    for group in table.groups:
        title = scope.said(group.title)
        if table.columns:
            series = [_series(one, table, scope, below) for one in group.figures]
            status, origin, series = common_origin(series)
            groups.append(RowGroup(title=title, rows=series))
        else:
            rows = [_row(one, scope, below, is_plain=is_plain) for one in group.figures]
            groups.append(RowGroup(title=title, rows=rows))
    return FigurePart(
        head=_head(table, scope),
        periods=[scope.when(one, short=True).text for one in table.columns],
        groups=groups,
        status=status,
        origin=origin,
        legend=below.legend(),
        notes=below.notes(),
    )


def _head(table: _Table, scope: Scope) -> Said:
    """Return what the rows are: figures, or the parts of a breakdown, with its unit."""
    if table.breakdown is None:
        return scope.wording.say("print_head_figure")
    wording = scope.wording.in_scale(common_scale(table.figures))
    unit = unit_beside(table.figures[0], wording)
    return scope.said(table.breakdown.name, lambda name: wording.join([name, unit]))


def _series(figure: Indicator, table: _Table, scope: Scope, below: Below) -> SeriesRow:
    """Return the row of a series, or of a part of a breakdown, which all have one scale."""
    same = table.figures if table.breakdown else [figure]
    name = (
        item_name(figure, scope.sheet, scope.wording)
        if figure.breakdown
        else _table_name(figure, scope)
    )
    return series_row(figure, name, table.columns, scope, below, common_scale(same))


def _row(figure: Indicator, scope: Scope, below: Below, *, is_plain: bool) -> FigureRow:
    """Return the row of a figure of one period."""
    wording, one = scope.wording, figure.latest
    if one.status == "derived":
        place = wording.say("print_see_notes")
    elif one.citation and is_plain:
        place = wording.where(one.citation)
    else:
        place = scope.place(one.citation, is_short=True) or wording.say("no_place")
    return FigureRow(
        figure=figure.id,
        name=scope.said(_table_name(figure, scope)),
        value=scope.value(figure, one, short=True, marks=below.marks(figure, one)),
        when=scope.when(one.period, short=True),
        status=one.status,
        origin=wording.origin(one),
        place=place,
    )


def _table_name(figure: Indicator, scope: Scope) -> Text:
    """Return a name for the table: the print's own label, or the full one if a line holds it."""
    for key in scope.sheet.key_figures:
        if key.indicator == figure.id and key.label:
            return key.label
    if figure.short and breadth(scope.wording.name(figure)) > LONGEST_NAME:
        return figure.short
    return figure.name


def notes(scope: Scope) -> list[str]:
    """Return the notes: terms, what the marks mean, how derived figures were worked out."""
    wording, say = scope.wording, scope.wording.say
    paragraphs = [terms(scope)]
    statuses = {one.status for figure in scope.figures for one in figure.observations}
    periods = [one.period for figure in scope.figures for one in figure.observations]
    marks = []
    if "not stated" in statuses or not all(period.is_stated for period in periods):
        marks.append(say("print_note_not_stated"))
    if "derived" in statuses:
        marks.append(say("print_note_derived"))
    paragraphs.append(wording.sentences(marks))
    workings = [_working(one, scope) for one in scope.figures if one.derivation]
    links = ""
    if goals := scope.goals:
        _, many = goal_nouns(goals, wording)
        links = say("print_note_links", many=many)
    paragraphs.append(wording.sentences([*workings, links]))
    return [one for one in paragraphs if one]


def terms(scope: Scope) -> str:
    """Return what the sheet's terms mean, each in a sentence."""
    wording = scope.wording
    return wording.sentences(
        scope.sentence(
            wording.say(
                "print_term", term=wording.text(one.term), meaning=wording.text(one.meaning)
            )
        )
        for one in scope.sheet.terms
    )


def _working(figure: Indicator, scope: Scope) -> str:
    """Return a sentence on how a derived figure was worked out."""
    wording = scope.wording
    name = wording.brief_name(figure)
    working = wording.say(
        "print_note_working",
        name=capitalised(name),
        working=wording.working(figure, scope.sheet),
    )
    parts = (working, wording.assumption(figure))
    return wording.sentences(scope.sentence(part) for part in parts)
