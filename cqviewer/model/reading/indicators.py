"""Indicators from what a sheet writes: observations read, derived values worked out."""

from decimal import Decimal

from msgspec.structs import replace

from cqviewer.model.choices import UNSURE
from cqviewer.model.facts import Derivation, Indicator, Observation
from cqviewer.model.messages import say
from cqviewer.model.numbers.algebra import Algebra
from cqviewer.model.numbers.amount import parse_amount
from cqviewer.model.numbers.formula import Formula, Input, with_ids
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.quantity import POINTS, is_points, quantity
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Misread, Path
from cqviewer.model.reading.derive import derive, observation_of, order_by_inputs
from cqviewer.model.reading.figure_format import IndicatorEntry
from cqviewer.model.reading.lookup import GOAL_COUNTS, TARGET_COUNTS, Lookup
from cqviewer.model.reading.observations import Observations
from cqviewer.model.reading.targets import read_targets


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

    def resolve(self) -> dict[str, Indicator]:
        formulas: dict[str, Formula] = {}
        for key, entry in self._entries.items():
            path: Path = ("indicators", key)
            unit = self._lookup.read(Unit.parse, entry.unit, (*path, "unit"))
            unit = unit or Unit("", "noun")
            self._units[key] = POINTS if is_points(unit) else unit
            if entry.derived is not None:
                formula = self._lookup.read(Formula.parse, entry.derived, (*path, "derived"))
                if formula and self._has_known_inputs(formula, (*path, "derived")):
                    formulas[key] = formula
            elif observations := tuple(Observations(self._lookup, path, entry).read()):
                self._make(key, observations, None)
        for key in order_by_inputs(formulas, self._findings):
            self._derive(key, formulas[key])
        return {
            key: self._with_rates(self._made[key]) for key in self._entries if key in self._made
        }

    def _with_rates(self, figure: Indicator) -> Indicator:
        """Return a figure with the one that states its rates of growth, as its `change` says.

        An item of a breakdown gets the same item of that figure, if there is one.
        """
        name = self._entries[figure.id].change
        if name is None:
            return figure
        path: Path = ("indicators", figure.id, "change")
        of_item = ".".join((name, *figure.items))
        name = of_item if of_item in self._entries else name
        if not self._lookup.is_known("indicator", name, path) or name not in self._made:
            return figure
        rates = self._made[name]
        periods = {one.period for one in figure.observations}
        if rates.measure != "growth":
            hint = say("name a figure with measure: growth")
            self._findings.add(path, say("'{}' is no growth, so it states no change", name), hint)
        elif periods.isdisjoint(one.period for one in rates.observations):
            message = say("'{}' has no rate for a period of '{}'", name, figure.id)
            self._findings.add(path, message, say("add one, or delete `change`"), "warning")
        return replace(figure, rates=rates)

    def _make(
        self, key: str, observations: tuple[Observation, ...], derivation: Derivation | None
    ) -> None:
        entry, (whole, *items) = self._entries[key], key.split(".")
        self._made[key] = self._lookup.fact(
            Indicator,
            entry,
            id=key,
            breakdown=whole if items else None,
            items=tuple(items),
            unit=self._units[key],
            observations=observations,
            targets=read_targets(self._lookup, ("indicators", key), entry),
            derivation=derivation,
            is_listed=entry.observations is not None,
            is_cumulative=entry.cumulative,
            year_begins=self._lookup.year_begins(entry),
        )

    # Derived values

    def _has_known_inputs(self, formula: Formula, path: Path) -> bool:
        """Return whether the sheet has all figures that a formula reads; report those it lacks."""
        for one in formula.ids:
            if one in GOAL_COUNTS or one in TARGET_COUNTS:
                what = say("goals") if one.startswith("goals.") else say("targets")
                message = say("'{}' is counted over the {} and takes part in no formula", one, what)
                self._findings.add(path, message, say("write its number"))
                return False
        known = [
            self._lookup.is_known("indicator", one, path, formula.text, _with_id)
            for one in formula.ids
        ]
        return all(known)

    def _derive(self, key: str, formula: Formula) -> None:
        entry = self._entries[key]
        path: Path = ("indicators", key)
        period = None
        if entry.period is not None:
            period = self._lookup.period(entry.period, (*path, "period"), entry)
        own = self._lookup.citation(entry.source, (*path, "source"))
        inputs = {name: self._made[name] for name in formula.ids if name in self._made}
        if len(inputs) < len(formula.ids):
            return
        try:
            read = {one.text: self._read(one, inputs[one.id]) for one in formula.inputs}
            derivation, value, common_period = derive(formula, entry, self._units[key], read)
            if self._can_check_units(key, inputs):
                self._check_units(key, formula, inputs)
        except Misread as misread:
            self._findings.add((*path, "derived"), str(misread), misread.help)
            return
        self._check_given_value(path, entry, value)
        citations = {one.citation for one in read.values()}
        observation = Observation(
            value=value,
            period=period or common_period,
            status="derived",
            citation=own or (citations.pop() if len(citations) == 1 else None),
            marks=tuple(mark for mark in UNSURE if any(mark in one.marks for one in read.values())),
        )
        self._make(key, (observation,), derivation)

    def _read(self, one: Input, figure: Indicator) -> Observation:
        """Return what a formula reads of a figure; Misread where it cannot."""
        begins = self._lookup.year_begins(self._entries[one.id])
        period = Period.parse(one.period, begins) if one.period else None
        return observation_of(one, figure, period)

    def _can_check_units(self, key: str, inputs: dict[str, Indicator]) -> bool:
        """Return whether no unit of a derived figure and its inputs is faulty itself.

        A faulty unit is reported at its figure alone, as is a rate of growth in money.
        """
        if any(self._findings.has(("indicators", one, "unit")) for one in (key, *inputs)):
            return False
        return not any(
            one.measure in ("growth", "share") and one.unit.kind == "money"
            for one in inputs.values()
        )

    def _check_units(self, key: str, formula: Formula, inputs: dict[str, Indicator]) -> None:
        """Check the units in a formula; Misread if they do not fit.

        A difference of percentages gets the unit percentage points.
        """
        entry, unit = self._entries[key], self._units[key]
        units = {name: quantity(one.unit, one.measure, one.prices) for name, one in inputs.items()}
        algebra = Algebra(formula, {one.text: units[one.id] for one in formula.inputs})
        declared = quantity(unit, entry.measure or "level", entry.prices)
        is_difference = algebra.check(declared, is_change=entry.measure == "growth")
        for message, hint in algebra.warnings:
            self._findings.add(("indicators", key, "derived"), message, hint, "warning")
        if is_difference and unit.kind == "percent":
            self._units[key] = POINTS

    def _check_given_value(self, path: Path, entry: IndicatorEntry, value: Decimal) -> None:
        """Report a value that is written beside its working and differs from it."""
        if entry.observations is not None:
            message = say("a derived indicator has no observations of its own")
            self._findings.add((*path, "?observations"), message, say("delete one of the two"))
        if entry.value is None:
            return
        given = self._lookup.read(parse_amount, entry.value, (*path, "value"))
        if given is not None and given != value:
            message = say("the value is {:f}, but its working gives {:f}", given, value)
            self._findings.add(
                (*path, "value"), message, say("leave `value` out: it is worked out")
            )
            self._findings.offer((*path, "value"), f"{value:f}")
            self._findings.offer((*path, "value"), None)


def _with_id(formula: str, old: str, new: str) -> str:
    """Return a formula that reads another figure."""
    return with_ids(formula, lambda one: new if one == old else one)
