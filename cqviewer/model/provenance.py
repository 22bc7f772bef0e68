"""Where a figure comes from: what a derived one reads, the places in sources, and the files."""

from pathlib import Path

from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.numbers.period import Period


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


def cited_for(indicator: Indicator, sheet: Sheet) -> list[tuple[Indicator, Citation]]:
    """Return where a figure comes from: its own citation, or else those of what it reads.

    Each comes once, with the figure that cites it.
    """
    found: dict[tuple[str, Citation], tuple[Indicator, Citation]] = {}
    waiting, seen = [(indicator, indicator.latest)], set[tuple[str, Period]]()
    while waiting:
        one, observation = waiting.pop()
        if (one.id, observation.period) in seen:
            continue
        seen.add((one.id, observation.period))
        if observation.citation:
            found[one.id, observation.citation] = (one, observation.citation)
        else:
            waiting += reversed(read_by(one, sheet))
    return list(found.values())


def own_files(sheet: Sheet, file: Path) -> list[Path]:
    """Return what nothing may be saved over: a sheet's file, its evidence, the edition before."""
    names = [*(one.evidence for one in sheet.sources.values()), sheet.previous]
    return [file, *(file.parent / one for one in names if one)]
