"""Resolve a sheet as written into its facts: goals, sections and charts with their ids resolved."""

from collections.abc import Iterable, Iterator

import msgspec

from cqviewer.model import facts
from cqviewer.model.citation import Aside, Citation
from cqviewer.model.imprint import Imprint
from cqviewer.model.judging.verdict import count_of
from cqviewer.model.messages import say
from cqviewer.model.problems import Path
from cqviewer.model.reading import format as written
from cqviewer.model.reading.derive import count_goals, count_targets
from cqviewer.model.reading.figure_format import IndicatorEntry
from cqviewer.model.reading.indicators import resolve_indicators
from cqviewer.model.reading.lookup import Fact, Lookup
from cqviewer.model.target import Goal, Goals


def resolve(lookup: Lookup, yaml: bytes, file_name: str) -> facts.Sheet:
    """Return the facts of a sheet, which are complete only if no fault was found."""
    return _Resolver(lookup).resolve(yaml, file_name)


class _Resolver:
    """Resolves one sheet; nothing is raised."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._fact = lookup.fact
        self._findings = lookup.findings
        self._indicators: dict[str, facts.Indicator] = {}
        self._goal_ids: list[str] = []

    def resolve(self, yaml: bytes, file_name: str) -> facts.Sheet:
        entry = self._lookup.entry
        self._indicators = resolve_indicators(self._lookup)
        goals = self._goals(entry.goals)
        sheet = self._fact(
            facts.Sheet,
            entry,
            sources={
                key: self._fact(facts.Source, one, id=key) for key, one in entry.sources.items()
            },
            set_aside=self._facts(Aside, entry.set_aside, ("set_aside",)),
            indicators=self._indicators,
            dimensions=_dimensions(entry),
            breakdowns=self._breakdowns(),
            key_figures=(),
            sections=(),
            goals=goals,
            imprint=self._fact(Imprint, entry, logo=self._lookup.logo),
            terms=self._facts(facts.Term, entry.terms, ("terms",)),
            phrases=self._lookup.phrases,
            yaml=yaml,
            file_name=file_name,
        )
        if goals:
            linked = {one for goal in goals.named for one in goal.figures}
            counted = [one.id for one in sheet.counted()]
            for made in count_goals(
                goals, len(counted), len(linked.intersection(counted)), sheet.phrases
            ):
                self._indicators[made.id] = made
        if any(one.targets for one in entry.indicators.values()):
            counts = count_of(list(self._indicators.values()), sheet.year)
            for made in count_targets(counts, sheet.year, sheet.phrases):
                self._indicators[made.id] = made
        sections = tuple(self._sections())
        key_figures = self._key_figures(("key_figures",), entry.key_figures)
        if not key_figures:
            every = (one for section in sections for one in section.figures)
            key_figures = tuple({one.indicator: one for one in every}.values())
        return msgspec.structs.replace(sheet, sections=sections, key_figures=key_figures)

    def _figures(self, names: Iterable[str], path: Path) -> tuple[str, ...]:
        return self._lookup.ids("indicator", names, path, self._indicators)

    def _breakdowns(self) -> dict[str, facts.Breakdown]:
        found = {}
        for key, figures in self._lookup.breakdowns.items():
            written = self._lookup.written.indicators[key]
            found[key] = self._fact(
                facts.Breakdown,
                written,
                id=key,
                by=written.dimensions,
                figures=tuple(one for one in figures if one in self._indicators),
            )
        return found

    def _facts(
        self, kind: type[Fact], entries: Iterable[msgspec.Struct], path: Path
    ) -> tuple[Fact, ...]:
        return tuple(self._fact(kind, one, (*path, place)) for place, one in enumerate(entries))

    # Goals

    def _goals(self, entry: written.GoalsEntry | None) -> Goals | None:
        if entry is None:
            return None
        path: Path = ("goals",)
        if len(entry.named) > entry.announced:
            message = say(
                "{} goals are named, but only {} announced", len(entry.named), entry.announced
            )
            hint = say("write announced: {}, or name fewer", len(entry.named))
            self._findings.add((*path, "announced"), message, hint)
            self._findings.offer((*path, "announced"), str(len(entry.named)))
        citation = self._lookup.citation(entry.source, (*path, "source"))
        return self._fact(
            Goals,
            entry,
            citation=citation,
            named=tuple(
                self._goal((*path, "named", index), goal, citation)
                for index, goal in enumerate(entry.named)
            ),
        )

    def _goal(self, path: Path, goal: written.GoalEntry, citation: Citation | None) -> Goal:
        if goal.id in self._goal_ids:
            self._findings.add((*path, "id"), say("another goal has the id '{}' already", goal.id))
        elif goal.id in self._lookup.entry.indicators:
            self._findings.add((*path, "id"), say("an indicator has the id '{}' already", goal.id))
        self._goal_ids.append(goal.id)
        return self._fact(
            Goal,
            goal,
            citation=self._lookup.citation(goal.source, (*path, "source")) or citation,
            figures=self._figures(goal.figures, (*path, "figures")),
        )

    # Sections

    def _key_figures(
        self, path: Path, entries: Iterable[written.FigureEntry]
    ) -> tuple[facts.KeyFigure, ...]:
        result: dict[str, facts.KeyFigure] = {}
        for index, entry in enumerate(entries):
            place: Path = (*path, index)
            if isinstance(entry, str):
                made = facts.KeyFigure(indicator=entry)
            else:
                place = (*place, "figure")
                made = self._fact(
                    facts.KeyFigure, entry, indicator=entry.figure, against=entry.change
                )
            key = made.indicator
            if key in result:
                self._lookup.named_twice(key, place)
            elif self._lookup.is_known("indicator", key, place) and key in self._indicators:
                result[key] = made
        return tuple(result.values())

    def _sections(self) -> Iterator[facts.Section]:
        seen: set[str] = set()
        for index, entry in enumerate(self._lookup.entry.sections):
            path: Path = ("sections", index)
            if entry.id in seen:
                message = say("another section has the id '{}' already", entry.id)
                self._findings.add((*path, "id"), message)
            seen.add(entry.id)
            yield self._section(path, entry)

    def _section(self, path: Path, entry: written.SectionEntry) -> facts.Section:
        return self._fact(
            facts.Section,
            entry,
            figures=self._key_figures((*path, "figures"), entry.figures),
            charts=tuple(
                self._chart((*path, "charts", number), f"{entry.id}-{number + 1}", chart)
                for number, chart in enumerate(entry.charts)
            ),
            statements=self._facts(facts.Statement, entry.statements, (*path, "statements")),
            plans=tuple(
                self._plan((*path, "plans", number), one) for number, one in enumerate(entry.plans)
            ),
            voices=self._facts(facts.Voice, entry.voices, (*path, "voices")),
            open=self._facts(facts.OpenQuestion, entry.open, (*path, "open")),
        )

    def _plan(self, path: Path, entry: written.PlanEntry) -> facts.Plan:
        return self._fact(
            facts.Plan,
            entry,
            path,
            goals=self._lookup.ids("goal", entry.goals, (*path, "goals"), self._goal_ids),
            figures=self._figures(entry.figures, (*path, "figures")),
        )

    def _chart(self, path: Path, chart_id: str, entry: written.ChartEntry) -> facts.Chart:
        is_yearly = entry.change == "year" and "year" not in self._lookup.entry.indicators
        return self._fact(
            facts.Chart,
            entry,
            id=chart_id,
            against="year" if is_yearly else "before",
            highlight=self._figures(entry.highlight, (*path, "highlight")),
            period=self._lookup.period(entry.period, (*path, "period"), self._first(entry.of))
            if entry.period is not None
            else None,
            of=self._lookup.ids("indicator", entry.of, (*path, "of"), self._indicators, parts=True),
            change=None if is_yearly else self._known_indicator(entry.change, (*path, "change")),
            beside=self._figures(entry.beside, (*path, "beside")),
            index=self._known_indicator(entry.index, (*path, "index")),
        )

    def _first(self, names: Iterable[str]) -> IndicatorEntry | None:
        """Return the first figure of a chart as written, whose fiscal years its `period` uses."""
        every = (part for one in names for part in self._lookup.breakdowns.get(one, [one]))
        return next((self._lookup.entry.indicators.get(one) for one in every), None)

    def _known_indicator(self, name: str | None, path: Path) -> str | None:
        """Return the id of an indicator if the sheet has it, else None."""
        if name is None or not self._lookup.is_known("indicator", name, path):
            return None
        return name if name in self._indicators else None


def _dimensions(entry: written.SheetEntry) -> dict[str, facts.Dimension]:
    return {
        key: facts.Dimension(
            id=key,
            name=one.name,
            items={
                item: facts.Item(id=item, name=said.name, is_total=said.total)
                for item, said in one.items.items()
            },
        )
        for key, one in entry.dimensions.items()
    }
