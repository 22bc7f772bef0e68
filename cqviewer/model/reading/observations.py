"""Observations from what a sheet writes: values, bounds, and what the source says of them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

from cqviewer.model.choices import Mark, Missing
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Bound, Observation, Status
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import parse_number, parse_value
from cqviewer.model.numbers.foreign_marks import mark_help, reason_of
from cqviewer.model.numbers.period import NOT_STATED, Period
from cqviewer.model.problems import Misread, Path
from cqviewer.model.reading.figure_format import IndicatorEntry, ObservationEntry
from cqviewer.model.reading.lookup import Lookup
from cqviewer.model.suggest import certain, did_you_mean

_VALUE_KEYS = ("value", "missing", "period", "status", "low", "high", "was")
"""Keys of a single value, which stand at the indicator or at each of its `observations`."""

_MARKS: dict[str, Mark] = {one: one for one in get_args(Mark)}
REASONS: dict[str, Missing] = {one: one for one in get_args(Missing)}


def parse_mark(text: object) -> Mark:
    """Read what a source says of a value; Misread says what to write instead of a code."""
    if isinstance(text, str) and (mark := _MARKS.get(text)):
        return mark
    said = str(text)[:40]
    hint = mark_help(said) or did_you_mean(said, _MARKS) or say("write one of: {}", [*_MARKS])
    raise Misread(say("'{}' is not known as `status`", said), hint, certain(said, _MARKS))


def parse_missing(text: object) -> Missing:
    """Read why there is no number; Misread says what to write instead of a code."""
    if isinstance(text, str) and (reason := REASONS.get(text)):
        return reason
    said = str(text)[:40]
    known = reason_of(said)
    hint = say("write {}", known) if known else did_you_mean(said, REASONS)
    hint = hint or say("write `missing: suppressed`, not_collected, not_applicable or not_found")
    raise Misread(say("'{}' is not known as `missing`", said), hint, certain(said, REASONS))


class Observations:
    """Reads the observations of one indicator; faults are reported to the lookup's findings."""

    def __init__(self, lookup: Lookup, path: Path, entry: IndicatorEntry) -> None:
        """Prepare to read an indicator as written, which is at a path."""
        self._lookup = lookup
        self._findings = lookup.findings
        self._path = path
        self._entry = entry
        self._cites = entry.source is not None or self._findings.has((*path, "source"))
        self._citations = self._each_citation()

    def read(self) -> Iterator[Observation]:
        """Yield the observations that can be read, in the sheet's order."""
        if self._entry.observations is None:
            is_faulty = self._findings.has((*self._path, "observations"))
            one = None if is_faulty else self._single()
            if one:
                yield one
            return
        for key in _VALUE_KEYS:
            if getattr(self._entry, key) is not None:
                message = say("`{}` stands beside `observations`", key)
                hint = say("write either one value and period, or a list of observations")
                self._findings.add((*self._path, f"?{key}"), message, hint)
        last: Period | None = None
        for index, item in enumerate(self._entry.observations):
            place: Path = (*self._path, "observations", index)
            if one := self._observation(place, item, item.source, index):
                self._check_order(last, one.period, place)
                last = one.period if one.period.is_stated else last
                yield one

    def _each_citation(self) -> list[Citation | None]:
        """Return the indicator's citation for each observation: of a range its own cell."""
        citation = self._lookup.citation(self._entry.source, (*self._path, "source"))
        number = 1 if self._entry.observations is None else len(self._entry.observations)
        if citation is None or citation.part != "cells":
            return [citation] * number
        cells = citation.each_cell()
        if len(cells) != number:
            has = say("the range {} has {} cells", citation.where, len(cells))
            many = (
                say("there are {} observations", number)
                if number > 1
                else say("there is 1 observation")
            )
            hint = say("mend the range, or write `source` at each observation")
            self._findings.add((*self._path, "source"), say("{}, but {}", has, many), hint)
            return [None] * number
        return [*cells]

    def _single(self) -> Observation | None:
        """Read the one value and period of an indicator that has no `observations`."""
        one = self._observation(self._path, self._entry, None)
        if self._entry.period is None and self._entry.value != NOT_STATED:
            hint = say("add `period:` such as 2024-01/2024-11, or `period: not stated`")
            name = say("'{}'", self._path[-1])
            self._findings.add((*self._path, "?period"), say("{} has no period", name), hint)
            self._findings.offer((*self._path, "period"), NOT_STATED)
        return one

    def _check_order(self, last: Period | None, period: Period, place: Path) -> None:
        """Report an observation that does not come after the one before it."""
        if last is None or last.end is None or period.start is None or period.end is None:
            return
        if period.start > last.end:  # the usual case first
            return
        if period == last:
            message = say("two observations have the same period")
            hint = say("keep one, or mend its period")
        elif (period.end, period.start) < (last.end, last.start or last.end):
            message = say("the observations are not in the order of time")
            hint = say("put the oldest first")
        else:
            return
        self._findings.add((*place, "period"), message, hint)

    def _observation(
        self,
        path: Path,
        entry: ObservationEntry | IndicatorEntry,
        cited: str | None,
        index: int = 0,
    ) -> Observation | None:
        own = self._lookup.citation(cited, (*path, "source")) if cited else None
        is_silent = entry.value == NOT_STATED or entry.missing == "not_found"
        if not (cited or self._cites or is_silent):
            hint = say("add `source:` with a source's id and a place in it: report par. 4")
            self._findings.add((*path, "?source"), say("a stated value has no source"), hint)
        value, bound, status = self._value(path, entry)
        missing = None
        if entry.missing is not None:
            missing = self._lookup.read(parse_missing, entry.missing, (*path, "missing"))
        period = self._lookup.period(entry.period or NOT_STATED, (*path, "period"), self._entry)
        if period is None or status is None or (status == "missing" and missing is None):
            return None
        marks = () if entry.status is None else self._marks((*path, "status"), entry.status)
        low, high, was = self._interval_and_was(path, entry, value)
        if was is not None and "revised" not in marks:
            marks = (*marks, "revised")
        return Observation(
            value=value,
            period=period,
            status=status,
            citation=own or self._citations[index],
            marks=marks,
            missing=missing,
            bound=bound,
            low=low,
            high=high,
            was=was,
            note=entry.note if isinstance(entry, ObservationEntry) else None,
            is_first_release="first" in (entry.release, self._entry.release),
        )

    def _value(
        self, path: Path, entry: ObservationEntry | IndicatorEntry
    ) -> tuple[Decimal | None, Bound | None, Status | None]:
        """Return value, bound and status; the status is None where a fault was reported."""
        text = entry.value
        if entry.missing is not None:
            if text is not None:
                message = say("`missing` says that there is no number, and `value` gives one")
                self._findings.add((*path, "missing"), message, say("keep one of the two"))
            return None, None, "missing"
        if text is None:
            name = say("'{}'", path[-1]) if entry is self._entry else say("the observation")
            hint = say("add `value:` with the number, or `value: not stated`")
            hint += say(", or `missing:` with the reason")
            self._findings.add((*path, "?value"), say("{} has no value", name), hint)
            self._findings.offer((*path, "value"), NOT_STATED)
            return None, None, None
        if text == NOT_STATED:
            return None, None, "not stated"
        kind, number = self._lookup.read(parse_value, text, (*path, "value")) or (None, None)
        if kind and number is not None:
            return None, Bound(kind, number), "stated"
        return number, None, None if number is None else "stated"

    def _marks(self, path: Path, written: str | tuple[str, ...]) -> tuple[Mark, ...]:
        """Return what the source says of a value, each mark once."""
        if isinstance(written, str):
            mark = self._lookup.read(parse_mark, written, path)
            return (mark,) if mark else ()
        found: dict[Mark, None] = {}
        for index, text in enumerate(written):
            mark = self._lookup.read(parse_mark, text, (*path, index))
            if mark and mark in found:
                self._lookup.named_twice(mark, (*path, index))
            elif mark:
                found[mark] = None
        return tuple(found)

    def _interval_and_was(
        self, path: Path, entry: ObservationEntry | IndicatorEntry, value: Decimal | None
    ) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
        """Return `low`, `high` and `was` as numbers, each None where it is not given."""
        if entry.low is None and entry.high is None and entry.was is None:
            return None, None, None
        low, high, was = (
            None if text is None else self._lookup.read(parse_number, text, (*path, name))
            for name, text in (("low", entry.low), ("high", entry.high), ("was", entry.was))
        )
        if was is not None and entry.value in (None, NOT_STATED):
            message = say("`was` gives the value before a revision, and there is none after it")
            self._findings.add((*path, "was"), message, say("write `value:`, or say it in `note`"))
        if entry.low is None and entry.high is None:
            return None, None, was
        for name, other in (("low", "high"), ("high", "low")):
            if getattr(entry, name) is None:
                message = say("an interval has two ends, and `{}` is missing", name)
                self._findings.add((*path, f"?{other}"), message, say("add `{}:`", name))
        if low is not None and high is not None:
            self._check_interval(path, low, value, high)
        return low, high, was

    def _check_interval(
        self, path: Path, low: Decimal, value: Decimal | None, high: Decimal
    ) -> None:
        """Report an interval that nothing explains, or that does not contain its value."""
        if self._entry.interval is None:
            hint = say("add `interval:` at the indicator, such as 95 % confidence interval")
            message = say("nothing says what `low` and `high` are")
            self._findings.add((*self._path, "?interval"), message, hint)
        if low > high:
            self._findings.add(
                (*path, "low"), say("`low` is above `high`, {:f}", high), say("swap them")
            )
        elif value is None:
            if not self._findings.has((*path, "value")):
                hint = say("add `value:`, or delete `low` and `high`")
                message = say("an interval lies around a value, and there is none")
                self._findings.add((*path, "low"), message, hint)
        elif not low <= value <= high:
            message = say(
                "the value {:f} lies outside its interval, {:f} to {:f}", value, low, high
            )
            self._findings.add((*path, "value"), message, say("check `value`, `low` and `high`"))
