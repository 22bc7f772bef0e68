"""From a sheet as it is written to its facts: scalars read, ids resolved, values derived."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TypeVar

from cqviewer.model import facts
from cqviewer.model import format as written
from cqviewer.model.amount import parse_amount
from cqviewer.model.citation import Citation
from cqviewer.model.derive import count_goals, derive, order_by_inputs
from cqviewer.model.formula import Formula
from cqviewer.model.period import Period
from cqviewer.model.problems import Finding, Path
from cqviewer.model.suggest import did_you_mean
from cqviewer.model.unit import Unit

Read = TypeVar("Read")
GOAL_COUNTS = ("goals.announced", "goals.named", "goals.unnamed", "goals.linked")


class Resolver:
    """Resolves one sheet; `findings` collects what is wrong, and nothing is raised."""

    def __init__(self, entry: written.SheetEntry, dropped: frozenset[str] = frozenset()) -> None:
        """Take the sheet as written; `dropped` are ids that were left out for their own faults."""
        self.findings: list[Finding] = []
        self._entry = entry
        self._dropped = dropped
        self._indicators: dict[str, facts.Indicator] = {}
        self._goal_ids = [goal.id for goal in entry.goals.named] if entry.goals else []

    def resolve(self, yaml: bytes, file_name: str) -> facts.Sheet:
        """Give the facts; sound only if there are no error findings afterwards."""
        entry = self._entry
        self._resolve_indicators()
        goals = self._goals()
        sheet = facts.Sheet(
            title=entry.title,
            place=entry.place,
            date=entry.date,
            year=entry.year,
            languages=entry.languages,
            summary=entry.summary,
            keywords=entry.keywords,
            sources={key: self._source(key, one) for key, one in entry.sources.items()},
            indicators=self._indicators,
            key_figures=(),
            sections=(),
            goals=goals,
            terms=tuple(facts.Term(term=one.term, meaning=one.meaning) for one in entry.terms),
            yaml=yaml,
            file_name=file_name,
        )
        if goals:
            linked = {one for goal in goals.named for one in goal.figures}
            counted = [one.id for one in sheet.counted()]
            for made in count_goals(goals, len(counted), len(linked.intersection(counted))):
                self._indicators[made.id] = made
        sections = tuple(self._sections())
        key_figures = self._key_figures(("key_figures",), entry.key_figures)
        if not key_figures:
            every = (one for section in sections for one in section.figures)
            key_figures = tuple({one.indicator: one for one in every}.values())
        changes = {"sections": sections, "key_figures": key_figures}
        return facts.Sheet(
            **{name: getattr(sheet, name) for name in sheet.__struct_fields__} | changes
        )

    def _report(self, path: Path, message: str, help: str = "") -> None:
        self.findings.append(Finding(path=path, message=message, help=help))

    def _read(self, parse: Callable[[object], Read], text: object, path: Path) -> Read | None:
        """Read a scalar, or report what is wrong with it and give None."""
        try:
            return parse(text)
        except ValueError as error:
            message, _, help = str(error).partition("; ")
            self._report(path, message, help)
            return None

    def _citation(self, text: str | None, path: Path) -> Citation | None:
        if text is None:
            return None
        citation = self._read(Citation.parse, text, path)
        if citation and citation.source not in self._entry.sources:
            self._unknown("source", citation.source, self._entry.sources, path)
        return citation

    def _unknown(self, kind: str, name: str, known: Iterable[str], path: Path) -> None:
        if name not in self._dropped:
            self._report(path, f"there is no {kind} '{name}'", did_you_mean(name, known))

    @staticmethod
    def _source(key: str, one: written.SourceEntry) -> facts.Source:
        return facts.Source(id=key, **{name: getattr(one, name) for name in one.__struct_fields__})

    # Indicators

    def _resolve_indicators(self) -> None:
        formulas: dict[str, Formula] = {}
        for key, entry in self._entry.indicators.items():
            path: Path = ("indicators", key)
            unit = self._read(Unit.parse, entry.unit, (*path, "unit")) or Unit("", "noun")
            if entry.derived is not None:
                formula = self._read(Formula.parse, entry.derived, (*path, "derived"))
                if formula:
                    formulas[key] = formula
                continue
            observations = self._observations(path, entry)
            if observations:
                self._indicators[key] = self._indicator(key, entry, unit, observations, None)
        for key in order_by_inputs(formulas, self.findings.append):
            self._derive(key, formulas[key])
        keys = [key for key in self._entry.indicators if key in self._indicators]
        self._indicators = {key: self._indicators[key] for key in keys}

    @staticmethod
    def _indicator(
        key: str,
        entry: written.IndicatorEntry,
        unit: Unit,
        observations: tuple[facts.Observation, ...],
        derivation: facts.Derivation | None,
    ) -> facts.Indicator:
        return facts.Indicator(
            id=key,
            name=entry.name,
            short=entry.short,
            brief=entry.brief,
            unit=unit,
            measure=entry.measure,
            prices=entry.prices,
            observations=observations,
            derivation=derivation,
            note=entry.note,
        )

    def _observations(
        self, path: Path, entry: written.IndicatorEntry
    ) -> tuple[facts.Observation, ...]:
        citation = self._citation(entry.source, (*path, "source"))
        if entry.observations is None:
            if entry.value is None:
                help = "write the number, or: value: not stated"
                self._report((*path, "?value"), f"'{path[-1]}' has no value", help)
                return ()
            written_period = "not stated" if entry.value == "not stated" else None
            if (period_text := entry.period or written_period) is None:
                help = "write period: 2024-01/2024-11, or: period: not stated"
                self._report((*path, "?period"), f"'{path[-1]}' has no period", help)
                return ()
            one = self._observation(path, entry.value, period_text, citation)
            return (one,) if one else ()
        if entry.value is not None or entry.period is not None:
            self._report(
                (*path, "observations"),
                "an indicator has either `observations`, or one `value` and `period`",
            )
        result = []
        for index, item in enumerate(entry.observations):
            place: Path = (*path, "observations", index)
            own = self._citation(item.source, (*place, "source")) or citation
            one = self._observation(place, item.value, item.period, own)
            if one:
                result.append(one)
        return tuple(result)

    def _observation(
        self,
        path: Path,
        value_text: written.AmountText,
        period_text: written.PeriodText,
        citation: Citation | None,
    ) -> facts.Observation | None:
        before = len(self.findings)
        value = self._read(parse_amount, value_text, (*path, "value"))
        period = self._read(Period.parse, period_text, (*path, "period"))
        if len(self.findings) > before or period is None:
            return None
        if citation is None and value is not None:
            help = "write source: ID par. N"
            self._report((*path, "?source"), "a stated value has no source", help)
        status: facts.Status = "not stated" if value is None else "stated"
        return facts.Observation(value=value, period=period, status=status, citation=citation)

    def _derive(self, key: str, formula: Formula) -> None:
        entry = self._entry.indicators[key]
        path: Path = ("indicators", key)
        inputs: dict[str, facts.Indicator] = {}
        for name in formula.inputs:
            if name in self._indicators:
                inputs[name] = self._indicators[name]
            elif name not in self._entry.indicators:
                self._unknown("indicator", name, self._entry.indicators, (*path, "derived"))
        if len(inputs) < len(formula.inputs):
            return
        try:
            derivation, value, period = derive(formula, entry, inputs)
        except ValueError as error:
            self._report((*path, "derived"), str(error))
            return
        self._compare(path, entry, value)
        if entry.period is not None:
            period = self._read(Period.parse, entry.period, (*path, "period")) or period
        citations = {one.latest.citation for one in inputs.values()}
        own = self._citation(entry.source, (*path, "source"))
        citation = own or (citations.pop() if len(citations) == 1 else None)
        observation = facts.Observation(
            value=value, period=period, status="derived", citation=citation
        )
        unit = self._read(Unit.parse, entry.unit, ()) or Unit("", "noun")
        self._indicators[key] = self._indicator(key, entry, unit, (observation,), derivation)

    def _compare(self, path: Path, entry: written.IndicatorEntry, value: Decimal) -> None:
        """Hold a value that is written beside its working against the working."""
        if entry.observations is not None:
            self._report((*path, "observations"), "a derived indicator has no observations")
        if entry.value is not None:
            given = self._read(parse_amount, entry.value, (*path, "value"))
            if given is not None and given != value:
                message = f"the value is {given}, but its working gives {value}"
                self._report((*path, "value"), message, "leave `value` out: it is worked out")

    # Goals and sections

    def _ids(self, kind: str, names: Iterable[str], path: Path) -> tuple[str, ...]:
        """Keep the ids of indicators or goals that exist, and report the others."""
        known = list(self._indicators) if kind == "indicator" else self._goal_ids
        written_ones = self._entry.indicators if kind == "indicator" else ()
        kept = []
        for index, name in enumerate(names):
            if name in known:
                kept.append(name)
            elif name not in written_ones:
                self._unknown(kind, name, known, (*path, index))
        return tuple(kept)

    def _goals(self) -> facts.Goals | None:
        entry = self._entry.goals
        if entry is None:
            return None
        path: Path = ("goals",)
        if len(entry.named) > entry.announced:
            message = f"{len(entry.named)} goals are named, but {entry.announced} announced"
            self._report((*path, "announced"), message)
        citation = self._citation(entry.source, (*path, "source"))
        named = []
        for index, goal in enumerate(entry.named):
            place: Path = (*path, "named", index)
            if goal.id in self._goal_ids[:index] or goal.id in self._entry.indicators:
                self._report((*place, "id"), f"the id '{goal.id}' is used twice")
            named.append(
                facts.Goal(
                    id=goal.id,
                    name=goal.name,
                    citation=self._citation(goal.source, (*place, "source")) or citation,
                    figures=self._ids("indicator", goal.figures, (*place, "figures")),
                    link=goal.link,
                )
            )
        return facts.Goals(
            year=entry.year,
            announced=entry.announced,
            citation=citation,
            one=entry.one,
            many=entry.many,
            named=tuple(named),
        )

    def _key_figures(
        self, path: Path, entries: Iterable[written.FigureEntry]
    ) -> tuple[facts.KeyFigure, ...]:
        result = []
        for index, entry in enumerate(entries):
            plain = isinstance(entry, str)
            name = entry if isinstance(entry, str) else entry.figure
            label = None if isinstance(entry, str) else entry.label
            place: Path = (*path, index) if plain else (*path, index, "figure")
            if name in self._indicators:
                result.append(facts.KeyFigure(indicator=name, label=label))
            elif name not in self._entry.indicators:
                self._unknown("indicator", name, self._indicators, place)
        return tuple(result)

    def _sections(self) -> Iterable[facts.Section]:
        seen: set[str] = set()
        for index, entry in enumerate(self._entry.sections):
            path: Path = ("sections", index)
            if entry.id in seen:
                self._report((*path, "id"), f"the id '{entry.id}' is used twice")
            seen.add(entry.id)
            yield facts.Section(
                id=entry.id,
                title=entry.title,
                lead=entry.lead,
                figures=self._key_figures((*path, "figures"), entry.figures),
                charts=tuple(
                    self._chart((*path, "charts", number), f"{entry.id}-{number + 1}", chart)
                    for number, chart in enumerate(entry.charts)
                ),
                statements=tuple(
                    facts.Statement(
                        about=one.about,
                        text=one.text,
                        citation=self._citation(
                            one.source, (*path, "statements", number, "source")
                        ),
                    )
                    for number, one in enumerate(entry.statements)
                ),
                plans=tuple(
                    self._plan((*path, "plans", number), one)
                    for number, one in enumerate(entry.plans)
                ),
                voices=tuple(
                    facts.Voice(
                        who=one.who,
                        office=one.office,
                        text=one.text,
                        citation=self._citation(one.source, (*path, "voices", number, "source")),
                    )
                    for number, one in enumerate(entry.voices)
                ),
                open=tuple(
                    facts.OpenQuestion(about=one.about, text=one.text) for one in entry.open
                ),
            )

    def _plan(self, path: Path, entry: written.PlanEntry) -> facts.Plan:
        return facts.Plan(
            name=entry.name,
            text=entry.text,
            citation=self._citation(entry.source, (*path, "source")),
            goals=self._ids("goal", entry.goals, (*path, "goals")),
            figures=self._ids("indicator", entry.figures, (*path, "figures")),
            link=entry.link,
        )

    def _chart(self, path: Path, chart_id: str, entry: written.ChartEntry) -> facts.Chart:
        def one(name: str | None, field: str) -> str | None:
            if name is None or name in self._indicators:
                return name
            if name not in self._entry.indicators:
                self._unknown("indicator", name, self._indicators, (*path, field))
            return None

        return facts.Chart(
            id=chart_id,
            kind=entry.kind,
            of=self._ids("indicator", entry.of, (*path, "of")),
            title=entry.title,
            subtitle=entry.subtitle,
            note=entry.note,
            width=entry.width,
            change=one(entry.change, "change"),
            per=entry.per,
            square=entry.square,
            beside=self._ids("indicator", entry.beside, (*path, "beside")),
            index=one(entry.index, "index"),
        )
