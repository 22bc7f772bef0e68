"""Where the values of a figure come from, and the time that they are of, in words."""

from datetime import timedelta

from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.pages.scope import Scope


def origins_of(figure: Indicator, scope: Scope, *, is_short: bool = False) -> list[str]:
    """Return where values come from: once if all do from one place, else by periods.

    What is no number says so itself; it counts only if there is nothing else or, where there is
    room, if there is a place that it comes from.
    """
    observations = [
        one for one in figure.observations if one.is_known or (one.citation and not is_short)
    ]
    places: dict[str, list[Period]] = {}
    for one in observations or figure.observations:
        places.setdefault(_origin(one, scope, is_short=is_short), []).append(one.period)
    if len(places) == 1:
        return list(places)
    wording = scope.wording
    return [
        wording.say("print_bears_on", what=wording.join(spans(periods, wording)), names=origin)
        for origin, periods in places.items()
    ]


def _origin(one: Observation, scope: Scope, *, is_short: bool) -> str:
    """Return where a value stands, or that it is derived or not stated."""
    wording = scope.wording
    place = scope.place(one.citation, is_short=is_short) if one.status != "derived" else ""
    if one.status == "derived" and is_short:
        place = wording.say("print_see_notes")
    return wording.join([wording.origin(one, long=not is_short), place])


def period_of(figure: Indicator, wording: Wording) -> str:
    """Return the time that values are of in full words: of a series, the first to the last."""
    periods = [one.period for one in figure.observations]
    found = spans(periods, wording, long=True)
    if len(found) == 1:
        return found[0]
    first, last = (wording.period(one, long=one.is_stated) for one in (periods[0], periods[-1]))
    return wording.say("print_span", first=first, last=last)


def spans(periods: list[Period], wording: Wording, *, long: bool = False) -> list[str]:
    """Return periods as words; those of one length that follow one another as one: '2010–2012'."""
    found: list[Period] = []
    for one in periods:
        last = found[-1] if found else None
        if last and last.end and one.start == last.end + timedelta(days=1) and _goes_on(last, one):
            found[-1] = Period(last.start, one.end, last.grain)
        else:
            found.append(one)
    return [wording.period(one, long=long and one.is_stated) for one in found]


def _goes_on(last: Period, one: Period) -> bool:
    """Return whether two periods may be worded as one."""
    return last.grain == one.grain and not one.is_interval
