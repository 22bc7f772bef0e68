"""Where the values of a figure come from, and the time that they are of, in words."""

import re
from itertools import zip_longest

import msgspec

from cqviewer.model.citation import Citation, place_of
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.wording.courses import spans
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.pages.scope import Scope

_CELL = re.compile("(?P<sheet>(?:.* )?)(?P<cell>[A-Z]{1,3}[0-9]{1,7})")
"""Where in a table or a worksheet a value stands: '1 C7', or 'C7' of a worksheet."""


class _Place:
    """A place that several values of one status cite: the same one, or cells at equal distances."""

    def __init__(self, one: Observation) -> None:
        self._status, self._first, self._last = one.status, one.citation, one.citation
        self._names = [one.citation.where] if one.citation else []
        self._missing = one.missing
        self._step: tuple[int, int] | None = None
        self.observations = [one]

    def take(self, one: Observation, after: Observation | None, *, is_next: bool) -> bool:
        """Add a value that cites this place too, or the next cell; return whether it does.

        Cells that are not neighbours make a place only if the value `after` cites the cell that is
        as far away again.
        """
        if (one.status, one.missing) != (self._status, self._missing):
            return False
        if self._step is None and one.citation == self._first:
            self.observations.append(one)
            return True
        step = _step(self._last, one.citation)
        goes_on = after is not None and _step(one.citation, after.citation) == step
        is_begun = self._step is None and len(self.observations) == 1
        is_begun = is_begun and step is not None and (sum(step) == 1 or goes_on)
        if not is_next or not one.citation or not step or not (is_begun or step == self._step):
            return False
        self._step, self._last = step, one.citation
        self._names.append(one.citation.where.rpartition(" ")[2])
        self.observations.append(one)
        return True

    @property
    def citation(self) -> Citation | None:
        """Return the citation, of cells: a range 'C2:C9', or some apart, 'G9, G23 … G65'."""
        if self._step is None or self._first is None:
            return self._first
        part = "cells" if self._first.part == "cell" else self._first.part
        first, second, last = self._names[0], self._names[1], self._names[-1]
        where = f"{first}, {second}" if len(self._names) == 2 else f"{first}, {second} … {last}"
        where = f"{first}:{last}" if sum(self._step) == 1 else where
        return msgspec.structs.replace(self._first, part=part, where=where)


def _step(before: Citation | None, after: Citation | None) -> tuple[int, int] | None:
    """Return the step from a cell to one further on in its row or column: (0, 1) from C2 to C3."""
    if (
        before is None
        or after is None
        or (before.source, before.part, before.sheet) != (after.source, after.part, after.sheet)
    ):
        return None
    cells = [_CELL.fullmatch(one.where) for one in (before, after)]
    if not (cells[0] and cells[1] and cells[0]["sheet"] == cells[1]["sheet"]):
        return None
    if before.part != "cell" and not cells[0]["sheet"]:  # a table that is called C7
        return None
    (column, row), (next_column, next_row) = (place_of(one["cell"]) for one in cells if one)
    step = (next_column - column, next_row - row)
    return step if min(step) == 0 < max(step) else None


def origins_of(figure: Indicator, scope: Scope, *, is_short: bool = False) -> list[str]:
    """Return where values come from: one text if all come from one place, else one for each place.

    Cells at equal distances, in the order of the values, are one place. Observations without a
    number count only if there are no others or, unless `is_short`, if they cite a place.
    """
    observations = [
        one for one in figure.observations if one.is_known or (one.citation and not is_short)
    ]
    places: list[_Place] = []
    every = observations or figure.observations
    for one, after in zip_longest(every, every[1:]):
        if not any(place.take(one, after, is_next=place is places[-1]) for place in places):
            places.append(_Place(one))
    wording = scope.wording
    worded = [_origin(place, scope, is_short=is_short) for place in places]
    if len(worded) == 1:
        return worded
    periods = ([one.period for one in place.observations] for place in places)
    return [
        wording.say("print_bears_on", what=wording.join(spans(each, wording)), names=origin)
        for each, origin in zip(periods, worded, strict=True)
    ]


def _origin(place: _Place, scope: Scope, *, is_short: bool) -> str:
    """Return where values stand, or that they are derived or not stated."""
    wording, one = scope.wording, place.observations[0]
    where = scope.place(place.citation, is_short=is_short) if one.status != "derived" else ""
    if one.status == "derived" and is_short:
        where = wording.say("print_see_notes")
    return wording.join([wording.origin(one, long=not is_short), where])


def period_of(figure: Indicator, wording: Wording) -> str:
    """Return the period of a figure in full words: of a series, from the first to the last."""
    periods = [one.period for one in figure.observations]
    found = spans(periods, wording, long=True)
    if len(found) == 1:
        return found[0]
    first, last = map(wording.long_period, (periods[0], periods[-1]))
    return wording.say("from_to", first=first, last=last)
