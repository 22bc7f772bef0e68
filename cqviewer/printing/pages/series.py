"""Figures of several periods in the tables: a row each, with numbered notes where values differ."""

from datetime import timedelta

from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Text
from cqviewer.model.wording.chinese_scale import common_scale
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.pages.page_data import Note, Said, SeriesRow, SeriesTable, Value
from cqviewer.printing.pages.scope import Scope


class Notes:
    """Texts that are said once under a table; rows refer to them by number."""

    def __init__(self, wording: Wording) -> None:
        """Begin with none, in a language."""
        self._wording = wording
        self._texts: list[Said] = []

    def number(self, text: Said) -> str:
        """Return 'Note 1' for a text, which has the same number wherever it is said."""
        if text not in self._texts:
            self._texts.append(text)
        return self._wording.say("print_note_number", number=self._texts.index(text) + 1)

    def all(self) -> list[Note]:
        """Return the notes in the order of their numbers."""
        return [Note(number=self.number(text), text=text) for text in self._texts]


def series_tables(
    figures: list[tuple[Indicator, Text]], scope: Scope, notes: Notes
) -> list[SeriesTable]:
    """Return tables of series with the names that they have there; equal periods share a table."""
    tables: dict[tuple[Period, ...], list[SeriesRow]] = {}
    for figure, name in figures:
        periods = tuple(one.period for one in figure.observations)
        tables.setdefault(periods, []).append(_row(figure, name, scope, notes))
    return [
        SeriesTable(periods=[scope.when(one, short=True).text for one in periods], rows=rows)
        for periods, rows in tables.items()
    ]


def _row(figure: Indicator, name: Text, scope: Scope, notes: Notes) -> SeriesRow:
    wording = scope.wording.in_scale(common_scale([figure]))
    origins = origins_of(figure, scope, is_short=True)
    origin = origins[0] if len(origins) == 1 else notes.number(wording.join(origins, "semicolon"))
    unit = _unit(figure, wording)
    statuses = {one.status for one in figure.observations if one.value is not None}
    return SeriesRow(
        name=scope.said(name),
        unit=wording.say("comma") + unit if unit else "",
        status=statuses.pop() if len(statuses) == 1 else "",
        origin=origin,
        values=[_value(figure, one, wording) for one in figure.observations],
    )


def _unit(figure: Indicator, wording: Wording) -> str:
    """Return the unit that stands beside a series' name; none where the name says it."""
    if figure.unit.kind == "percent":
        return "%"
    is_said = not any(wording.parts(figure, one).unit for one in figure.observations)
    return "" if is_said else wording.unit(figure.unit, short=True)


def _value(figure: Indicator, observation: Observation, wording: Wording) -> Value:
    """Return a value without the unit, which stands beside the series' name."""
    parts = wording.parts(figure, observation)
    if observation.value is None:
        return Value(about="", number=parts.number, unit="")
    number = wording.bare_number(figure, observation.value)
    return Value(about=parts.about, number=number, unit="")


def origins_of(figure: Indicator, scope: Scope, *, is_short: bool = False) -> list[str]:
    """Return where values come from: once if all do from one place, else by periods.

    A value that is not stated says so itself; it counts only if there is a place that it comes
    from, or no other value.
    """
    observations = [one for one in figure.observations if one.value is not None or one.citation]
    places: dict[str, list[Period]] = {}
    for one in observations or figure.observations:
        places.setdefault(_origin(one, scope, is_short=is_short), []).append(one.period)
    if len(places) == 1:
        return list(places)
    wording = scope.wording
    return [
        wording.say("print_bears_on", what=wording.join(_spans(periods, wording)), names=origin)
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
    spans = _spans(periods, wording, long=True)
    if len(spans) == 1:
        return spans[0]
    first, last = (wording.period(one, long=one.is_stated) for one in (periods[0], periods[-1]))
    return wording.say("print_span", first=first, last=last)


def _spans(periods: list[Period], wording: Wording, *, long: bool = False) -> list[str]:
    """Return periods as words; those of one length that follow one another as one: '2010–2012'."""
    spans: list[Period] = []
    for one in periods:
        last = spans[-1] if spans else None
        if last and last.end and one.start == last.end + timedelta(days=1) and _goes_on(last, one):
            spans[-1] = Period(last.start, one.end, last.grain)
        else:
            spans.append(one)
    return [wording.period(one, long=long and one.is_stated) for one in spans]


def _goes_on(last: Period, one: Period) -> bool:
    """Return whether two periods may be worded as one."""
    return last.grain == one.grain and not one.is_interval
