"""Phrases that several kinds of charts share. No matplotlib."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from cqviewer.model.facts import Breakdown, Indicator, Observation, Sheet
from cqviewer.model.localized import month as name_of_month
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goals
from cqviewer.model.text import word_in
from cqviewer.model.wording.marks import bracketed
from cqviewer.model.wording.wording import Wording

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def observation_phrase(indicator: Indicator, observation: Observation, wording: Wording) -> str:
    """Return name, value, what is said of it, period and status in one phrase."""
    name, status = wording.name(indicator), wording.inside(wording.origin(observation, long=True))
    when = wording.inside(wording.long_period(observation.period))
    remarks = wording.remarks(indicator, observation)
    if not observation.is_known:
        is_stated = observation.period.is_stated
        return wording.join([name, when if is_stated else "", status, *remarks])
    return wording.join([name, wording.value(indicator, observation), *remarks, when, status])


def item(indicator: Indicator, wording: Wording, observation: Observation | None = None) -> str:
    """Return a figure as a chart's description says it: short name, value, marks and period."""
    observation = observation or indicator.latest
    name = wording.short_name(indicator)
    value = wording.inside(wording.value(indicator, observation))
    if observation.status == "not stated":
        return wording.named(name, value)
    period = wording.inside(wording.period(observation.period))
    said = [*said_of(indicator, observation, wording), period, wording.derived(observation)]
    return wording.join([wording.named(name, value), *said])


def said_of(indicator: Indicator, observation: Observation, wording: Wording) -> list[str]:
    """Return in words what is said of a value in a description: its marks, then its footnote."""
    note = wording.unended(wording.text(observation.note))
    return [*wording.remarks(indicator, observation), note]


def footnotes(noted: Iterable[Observation | Indicator], wording: Wording) -> tuple[str, ...]:
    """Return the notes of observations and figures, each once, in the order of their numbers."""
    notes = (wording.text(one.note) for one in noted if one.note)
    return tuple(dict.fromkeys(one for one in notes if one))


def signs(observation: Observation, notes: Sequence[str], wording: Wording) -> str:
    """Return letters in brackets and the footnote's number after a value: '[r] ¹'; '' for none."""
    parts = (bracketed(observation), note_number(observation, notes, wording))
    return "\N{NO-BREAK SPACE}".join(part for part in parts if part)


def note_number(one: Observation | Indicator, notes: Sequence[str], wording: Wording) -> str:
    """Return the raised number of the note on an observation or a figure; '' without one."""
    note = wording.text(one.note) if one.note else ""
    return footnote_number(notes.index(note) + 1) if note in notes else ""


def footnote_number(number: int) -> str:
    """Return the number of a footnote in raised digits."""
    return str(number).translate(_RAISED)


def bare_value(indicator: Indicator, observation: Observation, wording: Wording) -> str:
    """Return a value without its unit, where a subtitle names it; per cent keeps its sign."""
    if observation.is_known and indicator.unit.kind == "percent":
        return wording.value(indicator, observation)
    return wording.bare(indicator, observation)


def item_name(figure: Indicator, sheet: Sheet, wording: Wording) -> str:
    """Return the names of the items that a part of a breakdown is of."""
    return wording.join(wording.text(item.name) for _, item in sheet.items_of(figure))


def unit_beside(indicator: Indicator, wording: Wording) -> str:
    """Return the unit to write beside a series' name; '' where the name says it."""
    if indicator.unit.kind == "percent":
        return "%"
    is_said = not any(wording.parts(indicator, one).unit for one in indicator.observations)
    return "" if is_said else wording.unit(indicator.unit, short=True)


def axis_value(indicator: Indicator, value: Decimal, wording: Wording) -> str:
    """Return a value on an axis, written as the figure's own values are, but never as 'about'."""
    one = indicator.latest
    other = Observation(value=value, period=one.period, status=one.status)
    exact = msgspec.structs.replace(indicator, derivation=None, digits=None, observations=(other,))
    return bare_value(exact, other, wording)


def names_value(text: str, indicator: Indicator, value: Decimal, wording: Wording) -> bool:
    """Return whether a text, such as a chart's title, names a value, with or without its sign."""
    number = wording.bare_number(indicator, abs(value)).lstrip("+")
    return bool(re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", text))


def common_period(figures: Sequence[Indicator], wording: Wording) -> str:
    """Return the period that all figures share; an empty text if they differ."""
    periods = latest_periods(figures)
    return wording.long_period(periods.pop()) if len(periods) == 1 else ""


def latest_periods(figures: Iterable[Indicator]) -> set[Period]:
    """Return the periods of the latest values of figures that have a value."""
    return {one.latest.period for one in figures if one.latest.is_known}


def calendars(figures: Sequence[Indicator], wording: Wording) -> list[str]:
    """Return when fiscal years such as 2021/22 begin, where they begin in several months."""
    begins: dict[int, dict[str, None]] = {}
    for figure in figures:
        for one in (seen.period for seen in figure.observations):
            if one.start and one.grain == "fiscal year":
                begins.setdefault(one.start.month, {})[wording.brief_name(figure)] = None
    return [
        wording.say(
            "years_begin",
            names=wording.say("and").join(names),
            month=name_of_month(month, "wide", wording.language),
        )
        for month, names in begins.items()
        if len(begins) > 1
    ]


def is_muted(indicator: Indicator, observation: Observation | None = None) -> bool:
    """Return whether a figure is drawn in a muted colour: the source states no period for it."""
    return not (observation or indicator.latest).period.is_stated


def extremes(
    known: Iterable[tuple[Indicator, Observation]], wording: Wording, *, is_named: bool
) -> str:
    """Return the highest and the lowest of some values in a sentence; '' for fewer than two.

    It is '' also if one of them is a bound, which leaves open which they are. With `is_named` the
    values are of several figures, and said with their names.
    """
    rows = [(figure, one) for figure, one in known if one.is_known]
    if len(rows) < 2 or any(one.bound for _, one in rows):
        return ""
    high, low = [
        wording.join(
            [
                wording.short_name(figure) if is_named else "",
                wording.value(figure, one),
                wording.inside(wording.period(one.period)),
            ]
        )
        for figure, one in (
            max(rows, key=lambda row: row[1].value or Decimal(0)),
            min(rows, key=lambda row: row[1].value or Decimal(0)),
        )
    ]
    return wording.say("summary_extremes", high=high, low=low)


def common_breakdown(figures: Sequence[Indicator], sheet: Sheet) -> Breakdown | None:
    """Return the breakdown of which all figures are parts, or None; one alone is no breakdown."""
    ids = {one.breakdown for one in figures}
    return sheet.breakdowns.get(next(iter(ids)) or "") if len(ids) == 1 < len(figures) else None


def goals_noun(goals: Goals, wording: Wording) -> str:
    """Return what the sheet calls its goals: 'priorities', or 'priority' where it is one."""
    one, many = goal_nouns(goals, wording)
    return one if goals.announced == 1 else many


def goal_nouns(goals: Goals, wording: Wording) -> tuple[str, str]:
    """Return what the sheet calls a goal and several of them: 'priority', 'priorities'."""
    one = word_in(goals.one, wording.language, wording.say("goal_default"))
    return one, word_in(goals.many, wording.language, wording.say("goals_default"))
