"""What changed between two editions of a sheet: by figure and period, not by line of text.

Verdicts on targets that changed, or that were given on another value, are found apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from cqviewer.model.comparing.texts import Recited, Reworded, Words, recited, reworded_texts
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.judging.verdict import Verdict, verdicts
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.numbers.formula import with_ids
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.text import in_language

Aspect = Literal["unit", "measure", "prices", "working", "interval", "targets", "note", "source"]
"""What can differ of a figure apart from its values, names and texts."""


class Revised(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An observation that differs now from that of the same figure, period and unit before.

    `difference` is None where one of them has no value. `follows` says that the figure is derived,
    so that its value changed with those of its inputs.
    """

    figure: Indicator
    before: Observation
    now: Observation
    difference: Decimal | None = None
    follows: bool = False

    @property
    def is_value(self) -> bool:
        """Return whether the value, the bound or the reason for having none changed."""
        before, now = self.before, self.now
        same = (before.value, before.bound, before.missing) == (now.value, now.bound, now.missing)
        return not same


class Arrived(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An observation of a period that the edition before did not have.

    `instead_of` is the one observation that the figure had before, of another period. That is no
    revision: the two are of different times, or it is not known whether they are.
    """

    figure: Indicator
    now: Observation
    instead_of: Observation | None = None


class Left(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An observation whose period is in the edition before only."""

    figure: Indicator
    before: Observation


class Renamed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A figure that seems to have another id now: all its observations are the same."""

    before: Indicator
    now: Indicator


class Altered(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A figure that differs in some aspects other than values and texts."""

    before: Indicator
    now: Indicator
    aspects: tuple[Aspect, ...]


class Editions(msgspec.Struct, frozen=True, kw_only=True):
    """All that changed from one edition of a sheet to the next, in the order of the newer sheet."""

    revised: tuple[Revised, ...] = ()
    follows: tuple[Revised, ...] = ()
    arrived: tuple[Arrived, ...] = ()
    left: tuple[Left, ...] = ()
    new_figures: tuple[Indicator, ...] = ()
    gone_figures: tuple[Indicator, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    altered: tuple[Altered, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    recited: tuple[Recited, ...] = ()

    @property
    def count(self) -> int:
        """Return how many changes there are."""
        return sum(len(getattr(self, name)) for name in self.__struct_fields__)


def compare_editions(before: Sheet, now: Sheet) -> Editions:
    """Return what changed from one edition to the next; takes time in proportion to both."""
    renamed = _renamed(before, now)
    old_ids = {one.now.id: one.before.id for one in renamed}
    new_ids = {old: new for new, old in old_ids.items()}
    words = Words(before, now, new_ids)
    changes: list[Revised | Arrived | Left] = []
    altered: list[Altered] = []
    new_figures: list[Indicator] = []
    for figure in now.indicators.values():
        old = before.indicators.get(old_ids.get(figure.id, figure.id))
        if figure.is_counted_here and old is None:
            continue  # counted over the goals, which are compared themselves
        if old is None:
            new_figures.append(figure)
            continue
        if old == figure and list(map(_said, old.observations)) == list(
            map(_said, figure.observations)
        ):
            continue  # as most are: equal numbers may still have other digits
        found = list(_changes(old, figure))
        if not _mean_the_same(old.unit, figure.unit):  # their values cannot be compared
            found = [one for one in found if not isinstance(one, Revised)]
        changes += found
        others = {one.now.period for one in found if isinstance(one, Revised)}
        if aspects := tuple(_aspects(old, figure, old_ids, words, others)):
            altered.append(Altered(before=old, now=figure, aspects=aspects))
    known = {*now.indicators, *(one.before.id for one in renamed)}
    gone = [one for one in before.indicators.values() if one.id not in known]
    revised = [one for one in changes if isinstance(one, Revised)]
    texts = reworded_texts(before, now, new_ids, words)
    return Editions(
        revised=tuple(one for one in revised if not one.follows),
        follows=tuple(one for one in revised if one.follows),
        arrived=tuple(one for one in changes if isinstance(one, Arrived)),
        left=tuple(one for one in changes if isinstance(one, Left)),
        new_figures=tuple(new_figures),
        gone_figures=tuple(one for one in gone if not one.is_counted_here),
        renamed=tuple(renamed),
        altered=tuple(altered),
        reworded=tuple(texts),
        recited=tuple(recited(before, now)),
    )


def _changes(old: Indicator, figure: Indicator) -> Iterator[Revised | Arrived | Left]:
    """Yield how the observations of a figure differ, period by period."""
    new: list[Observation] = []
    gone: list[Observation] = []
    replaced: Observation | None = None
    pairs: Iterable[tuple[Observation, Observation]]
    if [one.period for one in old.observations] == [one.period for one in figure.observations]:
        pairs = zip(old.observations, figure.observations, strict=True)
    else:
        before, now = _by_period(old), _by_period(figure)
        pairs = [(before[period], one) for period, one in now.items() if period in before]
        new = [one for period, one in now.items() if period not in before]
        gone = [one for period, one in before.items() if period not in now]
        replaced = gone[0] if len(before) == len(now) == 1 and gone else None
    for was, one in pairs:
        if was.value != one.value or _said(was) != _said(one):
            # Two values without a period are not known to stand for the same time.
            if was.value != one.value and not one.period.is_stated:
                yield Arrived(figure=figure, now=one, instead_of=was)
            else:
                yield _revision(figure, was, one)
    yield from (Arrived(figure=figure, now=one, instead_of=replaced) for one in new)
    if replaced is None:
        yield from (Left(figure=figure, before=one) for one in gone)


def _mean_the_same(*units: Unit) -> bool:
    """Return whether numbers in two units mean the same, as in '£ million' and 'GBP million'."""
    texts = [in_language(one.text, "en") for one in units]
    parsed = [Unit.parse(one) for one in texts]
    sizes = [one.kind != "noun" and (one.kind, one.currency, one.exponent) for one in parsed]
    return texts[0] == texts[1] or bool(sizes[0] and sizes[0] == sizes[1])


def _by_period(figure: Indicator) -> dict[Period, Observation]:
    return {one.period: one for one in figure.observations}


def _said(one: Observation) -> tuple[object, ...]:
    """Return what a source says of a period, with numbers as text: 7.60 is not 7.6."""
    bound = one.bound and (one.bound.kind, str(one.bound.value))
    numbers = tuple(None if each is None else str(each) for each in (one.value, one.low, one.high))
    return *numbers, bound, one.missing, one.marks, one.is_first_release


def _revision(figure: Indicator, before: Observation, now: Observation) -> Revised:
    difference = None
    if before.value is not None and now.value is not None:
        difference = WIDE.subtract(now.value, before.value)
    follows = figure.derivation is not None
    return Revised(figure=figure, before=before, now=now, difference=difference, follows=follows)


def _aspects(
    old: Indicator,
    figure: Indicator,
    old_ids: dict[str, str],
    words: Words,
    revised: set[Period],
) -> Iterator[Aspect]:
    """Yield the aspects in which two editions of a figure differ.

    Sources and notes of the `revised` periods belong to the revisions, and sources of a derived
    figure to its inputs.
    """
    both_said: dict[Aspect, tuple[object, object]] = {
        "unit": (old.unit.text, figure.unit.text),
        "measure": (old.measure, figure.measure),
        "prices": (old.prices, figure.prices),
        "working": (_working(old, {}), _working(figure, old_ids)),
        "interval": (old.interval, figure.interval),
        "targets": ((old.targets, old.better), (figure.targets, figure.better)),
    }
    yield from (aspect for aspect, (was, one) in both_said.items() if was != one)
    now = _by_period(figure) if len(revised) < len(figure.observations) else {}
    both = [
        (one, now[one.period])
        for one in (old.observations if now else ())
        if one.period in now and one.period not in revised
    ]
    notes = [(one.note, other.note) for one, other in both]
    if not revised:
        notes.append((old.note, figure.note))
    if any(not words.are_same(*pair) for pair in notes):
        yield "note"
    if not figure.derivation and any(one.citation != other.citation for one, other in both):
        yield "source"


def _working(figure: Indicator, old_ids: dict[str, str]) -> tuple[object, ...] | None:
    """Return how a value is worked out, with the ids that its inputs had in the edition before."""
    one = figure.derivation
    if one is None or figure.is_counted_here:
        return None
    formula = (
        with_ids(one.formula.text, lambda name: old_ids.get(name, name)) if one.formula else ""
    )
    return one.working, re.sub(r"\s", "", formula), one.assuming, one.digits


def _renamed(before: Sheet, now: Sheet) -> list[Renamed]:
    """Return the figures of which only the id seems to have changed.

    A figure that is gone and a new one are taken for the same if unit, measure and all observations
    are equal, and no other figure that is gone or new has the same.
    """
    gone = [one for one in before.indicators.values() if one.id not in now.indicators]
    new = [one for one in now.indicators.values() if one.id not in before.indicators]
    if not gone or not new:
        return []
    old_by_print = _by_fingerprint(gone)
    return [
        Renamed(before=old_by_print[mark], now=one)
        for mark, one in _by_fingerprint(new).items()
        if mark in old_by_print
    ]


def _by_fingerprint(figures: Iterable[Indicator]) -> dict[object, Indicator]:
    """Return figures by their fingerprints, without those whose fingerprint occurs twice."""
    marks = [(_fingerprint(one), one) for one in figures if one.latest.value is not None]
    often = Counter(mark for mark, _ in marks)
    return {mark: one for mark, one in marks if often[mark] == 1}


def _fingerprint(figure: Indicator) -> object:
    """Return all that a figure states, without its id and names."""
    unit = figure.unit.text
    named = tuple(unit.items()) if isinstance(unit, dict) else unit
    said = tuple((one.period, _said(one)) for one in figure.observations)
    return figure.measure, figure.is_counted_here, named, said


class Rejudged(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict on a figure's target for one period, in the edition before and now.

    It `is_stale` if it is the source's own and the same as before, although the value on which it
    was given has changed.
    """

    figure: Indicator
    old: Indicator
    before: Verdict
    now: Verdict
    is_stale: bool


def rejudged(before: Sheet, now: Sheet, editions: Editions) -> Iterator[Rejudged]:
    """Yield the verdicts that changed, and those of sources that are stale."""
    old_ids = {one.now.id: one.before.id for one in editions.renamed}
    for figure in now.indicators.values():
        old = before.indicators.get(old_ids.get(figure.id, figure.id))
        if old is None or not figure.targets or old == figure:
            continue
        known = {one.target.period: one for one in verdicts(old)}
        for new in verdicts(figure):
            was = known.get(new.target.period)
            if was is None:
                continue
            is_stale = (
                new.is_stated
                and new.target.result == was.target.result
                and was.value is not None
                and was.value != new.value
            )
            if is_stale or (was.outcome, was.reason) != (new.outcome, new.reason):
                yield Rejudged(figure=figure, old=old, before=was, now=new, is_stale=is_stale)
