"""The traceability annex: where every figure, goal and source of the pages comes from."""

from cqviewer.charts.words import goal_nouns
from cqviewer.model.facts import Indicator, Source
from cqviewer.model.provenance import read_by
from cqviewer.model.target import Goal
from cqviewer.model.text import capitalised
from cqviewer.printing.pages.judged import target_lines
from cqviewer.printing.pages.matrix import Notes
from cqviewer.printing.pages.page_data import (
    Annex,
    GoalRow,
    Note,
    PrintedSource,
    Said,
    TraceRow,
    WordedValue,
)
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.pages.series import origins_of, period_of

GOAL_HEADS = ("goal", "place", "figures", "plans", "link")
"""The heads of the columns of goals, as keys of phrases without 'print_head_'."""


def annex(scope: Scope) -> Annex:
    """Return the annex of an edition."""
    say = scope.wording.say
    heads = ("print_head_figure", "head_value", "head_period", "print_head_source")
    goals = scope.goals.named if scope.goals else ()
    notes = Notes()
    return Annex(
        label=say("print_annex"),
        title=say("print_annex_title"),
        heads=[say(head) for head in heads],
        rows=[trace(one, scope, notes) for one in scope.figures],
        notes=[
            Note(number=say("print_note_number", number=number), text=text)
            for number, text in enumerate(notes.texts, 1)
        ],
        goals_title=_goals_title(scope),
        goals_heads=[say(f"print_head_{head}") for head in GOAL_HEADS],
        goals=[goal_row(goal, scope) for goal in goals],
        sources=sources(scope),
    )


def sources(scope: Scope) -> list[PrintedSource]:
    """Return the sources that an edition cites, with credits and addresses."""
    return [_source(number, key, scope) for key, number in scope.sources.items()]


def trace(figure: Indicator, scope: Scope, notes: Notes | None = None) -> TraceRow:
    """Return where a figure comes from; a note of several figures goes into `notes`, if given."""
    wording = scope.wording
    known = [one for one in figure.observations if one.is_known]
    value = scope.value(figure, figure.latest)
    if len(known) > 1:
        value = WordedValue(about="", number=wording.say("print_values", count=len(known)), unit="")
    origin, *others = origins_of(figure, scope)
    return TraceRow(
        name=scope.said(figure.name),
        measure=wording.measure(figure),
        value=value,
        period=period_of(figure, wording),
        origin=origin,
        lines=[line for line in (*others, *_lines(figure, scope, notes)) if line],
    )


def _lines(figure: Indicator, scope: Scope, notes: Notes | None) -> list[Said]:
    """Return how a figure was worked out, and what to know beside it."""
    wording, say, observations = scope.wording, scope.wording.say, figure.observations
    lines: list[Said] = []
    if figure.derivation:
        lines.append(say("print_working", working=wording.working(figure, scope.sheet)))
        if read := read_by(figure, scope.sheet):
            place = scope.place(figure.latest.citation)
            worded = (wording.named(wording.name(one), wording.value(one, it)) for one, it in read)
            names = wording.join(worded, "semicolon")
            lines.append(say("print_from", names=wording.join([names, place], "semicolon")))
        lines.append(wording.assumption(figure))
    elif any(one.status == "stated" and not scope.place(one.citation) for one in observations):
        lines.append(say("print_nothing_cited"))
    lines += target_lines(figure, scope)
    if figure.note:
        note = scope.said(figure.note)
        if notes and sum(one.note == figure.note for one in scope.figures) > 1:
            note = say("print_note_number", number=notes.number(note))
        lines.append(note)
    return lines


def _goals_title(scope: Scope) -> str:
    goals = scope.sheet.goals
    if goals is None:
        return ""
    _, many = goal_nouns(goals, scope.wording)
    return scope.wording.say("print_goals_title", many=many)


def goal_row(goal: Goal, scope: Scope) -> GoalRow:
    """Return where a goal is named, and what bears on it."""
    wording, say, sheet = scope.wording, scope.wording.say, scope.sheet
    figures = [sheet.indicators[one] for one in goal.figures]
    plans = sheet.plans_of(goal.id)
    makers = dict.fromkeys([goal.link for _ in goal.figures[:1]] + [plan.link for plan in plans])
    names = {"ours": "print_by_sheet", "source": "print_by_source"}
    citation = goal.citation or (sheet.goals.citation if sheet.goals else None)
    worded = map(wording.beside_goal, figures)
    nothing = say("print_nothing")
    place = scope.place(citation)
    return GoalRow(
        name=scope.said(goal.name),
        place=capitalised(place) or nothing,
        figures=wording.join(worded, "semicolon") or nothing,
        plans=wording.join((wording.text(plan.name) for plan in plans), "semicolon") or nothing,
        link=wording.join((say(names[maker]) for maker in makers), "listing") or nothing,
    )


def _source(number: int, key: str, scope: Scope) -> PrintedSource:
    """Return a source with its credits."""
    wording, say = scope.wording, scope.wording.say
    source: Source = scope.sheet.sources[key]
    lines = [
        wording.date(source.date) if source.date else "",
        wording.publication(source),
        say("graphics", name=wording.text(source.graphics)) if source.graphics else "",
        say("photos", name=wording.text(source.photos)) if source.photos else "",
    ]
    title = scope.said(source.title)
    if scope.numbers_sources and isinstance(title, str):
        title = say("print_source_number", number=number, title=title)
    return PrintedSource(
        title=title,
        lines=[wording.sentences(scope.sentence(line) for line in lines if line)],
        url=source.url or "",
    )
