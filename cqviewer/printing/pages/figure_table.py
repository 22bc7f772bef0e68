"""The key figures, the table of all figures, and the notes under it."""

from cqviewer.charts.words import goal_nouns
from cqviewer.model.facts import Indicator
from cqviewer.model.text import Text
from cqviewer.printing.pages.glyphs import breadth
from cqviewer.printing.pages.page_data import Card, FigureGroup, FigureRow, FigureTable, Said
from cqviewer.printing.pages.scope import Group, Scope
from cqviewer.printing.pages.series import Notes, series_tables

LONGEST_NAME = 46
"""Widths of a Latin letter that fill a line of the table's first column, about."""


def cards(scope: Scope) -> list[Card]:
    """Return the key figures."""
    shown = []
    for key in scope.key_figures():
        figure = scope.sheet.indicators[key.indicator]
        shown.append(
            Card(
                value=scope.value(figure, figure.latest),
                label=scope.said(key.label or figure.name),
                when=scope.when(figure.latest.period, after=scope.wording.unstated_after(figure)),
            )
        )
    return shown


def figure_table(scope: Scope) -> FigureTable | None:
    """Return the table of all figures, or None where there is none."""
    if not scope.groups:
        return None
    say = scope.wording.say
    citations = [row.citation for one in scope.figures for row in one.observations if row.citation]
    is_plain = len(scope.sources) < 2 and all(one.part == "paragraph" for one in citations)
    heads = ["print_head_figure", "head_value", "head_period", "print_head_origin"]
    heads.append("print_head_paragraph" if is_plain else "print_head_place")
    notes = Notes(scope.wording)
    return FigureTable(
        label=say("print_all_figures"),
        title=say("print_table_title"),
        heads=[say(head) for head in heads],
        groups=[_group(group, scope, notes, is_plain=is_plain) for group in scope.groups],
        has_sources=not is_plain,
        notes=notes.all(),
    )


def _group(group: Group, scope: Scope, notes: Notes, *, is_plain: bool) -> FigureGroup:
    title: Said = scope.wording.say("print_other_figures")
    if group.title is not None:
        title = scope.said(group.title)
    series = [(one, _table_name(one, scope)) for one in group.figures if one.is_series]
    return FigureGroup(
        title=title,
        rows=[_row(one, scope, is_plain) for one in group.figures if not one.is_series],
        series=series_tables(series, scope, notes),
    )


def _row(figure: Indicator, scope: Scope, is_plain: bool) -> FigureRow:
    """Return the row of a figure of one period."""
    wording, one = scope.wording, figure.latest
    if one.status == "derived":
        place = wording.say("print_see_notes")
    elif one.citation and is_plain:
        place = wording.where(one.citation)
    else:
        place = scope.place(one.citation, is_short=True) or wording.say("no_place")
    return FigureRow(
        name=scope.said(_table_name(figure, scope)),
        value=scope.value(figure, one, short=True),
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
    if scope.sheet.goals and scope.shows_goals():
        goals = scope.sheet.goals
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
        name=name[:1].upper() + name[1:],
        working=wording.working(figure, scope.sheet),
    )
    parts = (working, wording.assumption(figure))
    return wording.sentences(scope.sentence(part) for part in parts)
