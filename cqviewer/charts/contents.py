"""What a section and its charts hold, in the order of the page: for tables and for finding."""

from decimal import Decimal

import msgspec

from cqviewer.charts.kinds import KINDS
from cqviewer.model.facts import Chart, Goal, Indicator, Observation, Section, Sheet


class Row(msgspec.Struct, frozen=True):
    """One row of a table: an indicator's observation, or a goal (without an observation)."""

    fact: Indicator | Goal
    observation: Observation | None = None

    @property
    def true_value(self) -> Decimal | None:
        """Return the value in whole units (577.6 bn yuan: 577,600,000,000), to compare by."""
        if not isinstance(self.fact, Indicator) or self.observation is None:
            return None
        value = self.observation.value
        return None if value is None else value.scaleb(self.fact.unit.exponent)


def chart_facts(chart: Chart, sheet: Sheet) -> list[str]:
    """Return the ids of a chart's figures and goals in the order in which it shows them."""
    return KINDS[chart.kind].facts(chart, sheet)


def chart_part(chart: Chart, sheet: Sheet) -> Sheet:
    """Return a sheet with nothing but what a chart is drawn from, to be sent or compared."""
    kind = KINDS[chart.kind]
    return msgspec.structs.replace(
        sheet,
        indicators={one.id: one for one in kind.figures(chart, sheet)},
        goals=sheet.goals if kind.shows_goals else None,
        sources={},
        key_figures=(),
        sections=(),
        terms=(),
        yaml=b"",
    )


def section_facts(section: Section, sheet: Sheet) -> list[str]:
    """Return the ids of all figures and goals that a section shows, each once."""
    ids = [one.indicator for one in section.figures]
    for chart in section.charts:
        ids += chart_facts(chart, sheet)
    return list(dict.fromkeys(ids))


def rows_of(ids: list[str], sheet: Sheet) -> list[Row]:
    """Return the rows of some figures and goals: one for each observation of a time series."""
    rows: list[Row] = []
    for name in ids:
        goal = sheet.goal(name)
        if goal is not None:
            rows.append(Row(goal))
        else:
            one = sheet.indicators[name]
            rows += [Row(one, observation) for observation in one.observations]
    return rows
