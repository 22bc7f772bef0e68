"""Where a figure comes from: what a derived one reads, the places in sources, and the files."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, Observation, Section, Sheet
from cqviewer.model.judging.verdict import target_citations
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goal, Goals


def read_by(indicator: Indicator, sheet: Sheet) -> list[tuple[Indicator, Observation]]:
    """Return the figures that a derived one is worked out from, with the observations read."""
    derivation = indicator.derivation
    if derivation is None:
        return []
    chosen = list(derivation.values.values())
    return [
        (one, seen)
        for one in (sheet.indicators[name] for name in derivation.inputs)
        for seen in [each for each in one.observations if each in chosen] or [one.latest]
    ]


def rests_on(
    indicator: Indicator,
    observation: Observation,
    sheet: Sheet,
    is_end: Callable[[Observation], bool],
) -> Iterator[tuple[Indicator, Observation]]:
    """Yield the observations from which a value is worked out in the end, each once.

    Inputs of inputs are followed up to values that are not worked out, or for which `is_end` is
    true; the value itself may be one. Each comes with its figure.
    """
    waiting, seen = [(indicator, observation)], set[tuple[str, Period]]()
    while waiting:
        one, value = waiting.pop()
        if (one.id, value.period) not in seen:
            seen.add((one.id, value.period))
            read = [] if is_end(value) else read_by(one, sheet)
            waiting += reversed(read)
            if not read:
                yield one, value


def cited_for(indicator: Indicator, sheet: Sheet) -> list[tuple[Indicator, Citation]]:
    """Return where a figure comes from: its own citation, or else those of what it reads.

    Each comes once, with the figure that cites it.
    """
    every = rests_on(indicator, indicator.latest, sheet, lambda one: one.citation is not None)
    found = ((one, value.citation) for one, value in every if value.citation)
    return list({(one.id, citation): (one, citation) for one, citation in found}.values())


def citations_of(fact: Indicator | Goal, sheet: Sheet) -> list[Citation]:
    """Return the places in sources that a figure comes from, or that of a goal."""
    if isinstance(fact, Indicator):
        return [citation for _, citation in cited_for(fact, sheet)]
    return [fact.citation] if fact.citation else []


def citations(
    figures: Iterable[Indicator], sections: Iterable[Section], goals: Goals | None
) -> Iterator[Citation]:
    """Yield what figures with their targets, sections and goals cite."""
    cited: list[Citation | None] = []
    for figure in figures:
        cited += (one.citation for one in figure.observations)
        for target in figure.targets:
            cited += target_citations(target)
    for section in sections:
        cited += (one.citation for one in section.statements)
        cited += (one.citation for one in section.plans)
        cited += (one.citation for one in section.voices)
    if goals:
        cited += (goals.citation, *(goal.citation for goal in goals.named))
    yield from filter(None, cited)


def named_figures(sheet: Sheet) -> list[str]:
    """Return the ids of the figures that cards, charts, plans and goals of a sheet name."""
    named = [one.indicator for one in sheet.key_figures]
    for section in sheet.sections:
        named += (one.indicator for one in section.figures)
        named += (name for chart in section.charts for name in chart.figures)
        named += (name for plan in section.plans for name in plan.figures)
    return [*named, *(name for goal in sheet.named_goals for name in goal.figures)]


def own_files(sheet: Sheet, file: Path) -> list[Path]:
    """Return the files that must not be overwritten: sheet, evidence, edition before."""
    names = [*(one.evidence for one in sheet.sources.values()), sheet.previous]
    return [file, *(file.parent / one for one in names if one)]
