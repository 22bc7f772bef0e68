"""Plans, voices, statements, open questions and notes, as lists."""

from functools import partial

from cqviewer.charts.words import goal_nouns
from cqviewer.model.facts import Indicator, Plan
from cqviewer.model.text import capitalised
from cqviewer.printing.pages.page_data import Entry, EntryList, Said
from cqviewer.printing.pages.scope import Scope


def entry_lists(scope: Scope) -> list[EntryList]:
    """Return the lists that have entries: plans, voices, statements, open questions."""
    say, said, place = scope.wording.say, scope.said, scope.place
    goals, sections = scope.sheet.goals, scope.sections
    plans = [
        Entry(name=said(one.name), text=said(one.text), more=_bears_on(one, scope))
        for section in sections
        for one in section.plans
    ]
    voices = [
        Entry(
            name=said(one.who),
            about=said(one.office),
            text=said(one.text),
            more=place(one.citation),
        )
        for section in sections
        for one in section.voices
    ]
    statements = [
        Entry(name=said(one.about), text=said(one.text), more=place(one.citation))
        for section in sections
        for one in section.statements
    ]
    left_open = [
        Entry(name=said(one.about), text=said(one.text))
        for section in sections
        for one in section.open
    ]
    lists = (
        (say("print_plans_year", year=goals.year) if goals else say("print_plans"), plans),
        (say("print_voices"), voices),
        (say("print_statements"), statements),
        (say("print_open"), left_open),
    )
    return [EntryList(title=title, entries=entries) for title, entries in lists if entries]


def _bears_on(plan: Plan, scope: Scope) -> str:
    """Return which goals and figures a plan bears on, who says so, and where it is stated."""
    wording, say, sheet = scope.wording, scope.wording.say, scope.sheet
    parts = []
    if sheet.goals and sheet.goals.named:
        one, many = goal_nouns(sheet.goals, wording)
        goals = [goal for name in plan.goals if (goal := sheet.goal(name))]
        names = wording.join((wording.text(goal.name) for goal in goals), "listing")
        what = capitalised(one if len(goals) == 1 else many)
        parts.append(
            say("print_bears_on", what=what, names=names)
            if goals
            else say("print_no_goal", one=one)
        )
    if plan.figures:
        figures = (sheet.indicators[name] for name in plan.figures)
        names = wording.join(map(wording.brief_name, figures), "listing")
        parts.append(say("print_figures", names=names))
    if plan.link == "source" and (plan.goals or plan.figures):
        parts.append(say("print_linked_by_source"))
    parts.append(scope.place(plan.citation))
    return wording.join(parts, "semicolon")


def figure_notes(scope: Scope) -> list[Said]:
    """Return the notes of the sheet on its figures, each once, after the names of its figures."""
    wording = scope.wording
    noted: dict[str, list[Indicator]] = {}
    for figure in scope.figures:
        if note := wording.text(figure.note):
            noted.setdefault(note, []).append(figure)
    names = (wording.join(map(wording.name, figures), "semicolon") for figures in noted.values())
    return [
        scope.said(figures[0].note, partial(wording.named, said))
        for figures, said in zip(noted.values(), names, strict=True)
    ]
