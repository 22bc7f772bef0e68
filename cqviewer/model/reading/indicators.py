"""Indicators from what a sheet writes: observations read, derived values worked out."""

from collections.abc import Iterator
from decimal import Decimal

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Derivation, Indicator, Observation, Status
from cqviewer.model.numbers.algebra import Algebra
from cqviewer.model.numbers.amount import parse_amount
from cqviewer.model.numbers.formula import Formula
from cqviewer.model.numbers.period import NOT_STATED, Period
from cqviewer.model.numbers.quantity import POINTS, is_points, quantity
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Misread, Path
from cqviewer.model.reading.derive import derive, order_by_inputs
from cqviewer.model.reading.format import IndicatorEntry
from cqviewer.model.reading.lookup import Lookup, fact
from cqviewer.model.reading.scalars import AmountText, PeriodText


def resolve_indicators(lookup: Lookup) -> dict[str, Indicator]:
    """Return the sheet's indicators in its order; faulty ones are reported and left out."""
    return _Indicators(lookup).resolve()


class _Indicators:
    """Resolves the indicators of one sheet."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._findings = lookup.findings
        self._entries = lookup.entry.indicators
        self._made: dict[str, Indicator] = {}
        self._units: dict[str, Unit] = {}
        self._cites = False  # whether the indicator that is being read has a source for all

    def resolve(self) -> dict[str, Indicator]:
        formulas: dict[str, Formula] = {}
        for key, entry in self._entries.items():
            path: Path = ("indicators", key)
            unit = self._lookup.read(Unit.parse, entry.unit, (*path, "unit"))
            unit = unit or Unit("", "noun")
            self._units[key] = POINTS if is_points(unit) else unit
            if entry.derived is not None:
                formula = self._lookup.read(Formula.parse, entry.derived, (*path, "derived"))
                if formula and self._reads_known(formula, (*path, "derived")):
                    formulas[key] = formula
            elif observations := tuple(self._observations(path, entry)):
                self._make(key, observations, None)
        for key in order_by_inputs(formulas, self._findings):
            self._derive(key, formulas[key])
        return {key: self._made[key] for key in self._entries if key in self._made}

    def _make(
        self, key: str, observations: tuple[Observation, ...], derivation: Derivation | None
    ) -> None:
        entry, (whole, *items) = self._entries[key], key.split(".")
        self._made[key] = fact(
            Indicator,
            entry,
            id=key,
            breakdown=whole if items else None,
            items=tuple(items),
            unit=self._units[key],
            observations=observations,
            derivation=derivation,
            is_listed=entry.observations is not None,
        )

    # Stated values

    def _observations(self, path: Path, entry: IndicatorEntry) -> Iterator[Observation]:
        citation = self._lookup.citation(entry.source, (*path, "source"))
        self._cites = entry.source is not None or self._findings.has((*path, "source"))
        if entry.observations is None and self._findings.has((*path, "observations")):
            return
        if entry.observations is None:
            if one := self._single(path, entry, citation):
                yield one
            return
        for key in ("value", "period"):
            if getattr(entry, key) is not None:
                message = f"`{key}` stands beside `observations`"
                hint = "write either one value and period, or a list of observations"
                self._findings.add((*path, f"?{key}"), message, hint)
        last: Period | None = None
        for index, item in enumerate(entry.observations):
            place: Path = (*path, "observations", index)
            own = self._lookup.citation(item.source, (*place, "source")) or citation
            self._require_source(place, item.value, is_cited=item.source is not None)
            if one := self._observation(place, item.value, item.period, own):
                self._hold_order(last, one.period, place)
                last = one.period if one.period.is_stated else last
                yield one

    def _hold_order(self, last: Period | None, period: Period, place: Path) -> None:
        """Report an observation that does not come after the one before it."""
        if last is None or last.end is None or period.start is None or period.end is None:
            return
        if period == last:
            message, hint = "two observations have the same period", "keep one, or mend its period"
        elif (period.end, period.start) < (last.end, last.start or last.end):
            message, hint = "the observations are not in the order of time", "put the oldest first"
        else:
            return
        self._findings.add((*place, "period"), message, hint)

    def _single(
        self, path: Path, entry: IndicatorEntry, citation: Citation | None
    ) -> Observation | None:
        """Read the one value and period of an indicator that has no `observations`."""
        self._require_source(path, entry.value, is_cited=False)
        if entry.value is None:
            hint = "add `value:` with the number, or `value: not stated`"
            self._findings.add((*path, "?value"), f"'{path[-1]}' has no value", hint)
        if entry.period is None and entry.value != NOT_STATED:
            hint = "add `period:` such as 2024-01/2024-11, or `period: not stated`"
            self._findings.add((*path, "?period"), f"'{path[-1]}' has no period", hint)
        if entry.value is None:
            return None
        return self._observation(path, entry.value, entry.period or NOT_STATED, citation)

    def _require_source(self, path: Path, value: AmountText | None, *, is_cited: bool) -> None:
        """Report a stated value that neither its own `source` nor its indicator's vouches for."""
        if not is_cited and not self._cites and value != NOT_STATED:
            hint = "add `source:` with a source's id and a place in it: report par. 4"
            self._findings.add((*path, "?source"), "a stated value has no source", hint)

    def _observation(
        self,
        path: Path,
        value_text: AmountText,
        period_text: PeriodText,
        citation: Citation | None,
    ) -> Observation | None:
        value = self._lookup.read(parse_amount, value_text, (*path, "value"))
        period = self._lookup.read(Period.parse, period_text, (*path, "period"))
        is_stated = value_text != NOT_STATED
        if period is None or (value is None and is_stated):
            return None
        status: Status = "stated" if is_stated else "not stated"
        return Observation(value=value, period=period, status=status, citation=citation)

    # Derived values

    def _reads_known(self, formula: Formula, path: Path) -> bool:
        known = [self._lookup.is_known("indicator", one, path) for one in formula.inputs]
        return all(known)

    def _derive(self, key: str, formula: Formula) -> None:
        entry = self._entries[key]
        path: Path = ("indicators", key)
        period = None
        if entry.period is not None:
            period = self._lookup.read(Period.parse, entry.period, (*path, "period"))
        own = self._lookup.citation(entry.source, (*path, "source"))
        inputs = {name: self._made[name] for name in formula.inputs if name in self._made}
        if len(inputs) < len(formula.inputs):
            return
        try:
            derivation, value, common_period = derive(formula, entry, self._units[key], inputs)
            if self._has_units(key, inputs):
                self._hold_units(key, formula, inputs)
        except Misread as misread:
            self._findings.add((*path, "derived"), str(misread), misread.help)
            return
        self._compare(path, entry, value)
        citations = {one.latest.citation for one in inputs.values()}
        observation = Observation(
            value=value,
            period=period or common_period,
            status="derived",
            citation=own or (citations.pop() if len(citations) == 1 else None),
        )
        self._make(key, (observation,), derivation)

    def _has_units(self, key: str, inputs: dict[str, Indicator]) -> bool:
        """Return whether the units of a derived figure and of its inputs say what they measure.

        A rate in money is reported by itself; what follows from it is not.
        """
        if any(self._findings.has(("indicators", one, "unit")) for one in (key, *inputs)):
            return False
        return not any(
            one.measure in ("growth", "share") and one.unit.kind == "money"
            for one in inputs.values()
        )

    def _hold_units(self, key: str, formula: Formula, inputs: dict[str, Indicator]) -> None:
        """Check the units in a formula; Misread says what does not fit."""
        entry, unit = self._entries[key], self._units[key]
        units = {name: quantity(one.unit, one.measure, one.prices) for name, one in inputs.items()}
        algebra = Algebra(formula, units)
        declared = quantity(unit, entry.measure or "level", entry.prices)
        is_difference = algebra.check(declared, is_change=entry.measure == "growth")
        for message, hint in algebra.warnings:
            self._findings.add(("indicators", key, "derived"), message, hint, "warning")
        if is_difference and unit.kind == "percent":
            self._units[key] = POINTS

    def _compare(self, path: Path, entry: IndicatorEntry, value: Decimal) -> None:
        """Report a value that is written beside its working and differs from it."""
        if entry.observations is not None:
            message = "a derived indicator has no observations of its own"
            self._findings.add((*path, "?observations"), message, "delete one of the two")
        if entry.value is None:
            return
        given = self._lookup.read(parse_amount, entry.value, (*path, "value"))
        if given is not None and given != value:
            message = f"the value is {given:f}, but its working gives {value:f}"
            self._findings.add((*path, "value"), message, "leave `value` out: it is worked out")
