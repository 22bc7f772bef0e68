"""What a section and its charts hold, in the order of the page: for tables and for finding."""

from decimal import Decimal

import msgspec

from cqviewer.model.facts import Chart, Goal, Indicator, Observation, Section, Sheet


class Row(msgspec.Struct, frozen=True):
    """One row of a table: an indicator's observation, or a goal (without an observation)."""

    fact: Indicator | Goal
    observation: Observation | None = None

    @property
    def true_value(self) -> Decimal | None:
        """Give the value in whole units (577.6 bn yuan: 577,600,000,000), to compare by."""
        if not isinstance(self.fact, Indicator) or self.observation is None:
            return None
        value = self.observation.value
        return None if value is None else value.scaleb(self.fact.unit.exponent)


def chart_facts(chart: Chart, sheet: Sheet) -> list[str]:
    """List the ids of a chart's figures and goals as it shows them, bars by size."""
    if chart.kind != "goals":
        order = list(chart.of)
        if chart.kind == "bars":
            order.sort(key=lambda one: _descending(sheet.indicators[one]))
        return list(dict.fromkeys([*order, *chart.figures]))
    named = sheet.goals.named if sheet.goals else ()
    return list(dict.fromkeys(one for goal in named for one in (goal.id, *goal.figures)))


def _descending(indicator: Indicator) -> tuple[bool, Decimal]:
    value = indicator.latest.value
    return value is None, -(value or Decimal(0))


def section_facts(section: Section, sheet: Sheet) -> list[str]:
    """List the ids of all figures and goals that a section shows, each once."""
    ids = [one.indicator for one in section.figures]
    for chart in section.charts:
        ids += chart_facts(chart, sheet)
    return list(dict.fromkeys(ids))


def rows_of(ids: list[str], sheet: Sheet) -> list[Row]:
    """Give the rows of some figures and goals: one for each observation of a time series."""
    rows: list[Row] = []
    for name in ids:
        goal = sheet.goal(name)
        if goal is not None:
            rows.append(Row(goal))
        else:
            one = sheet.indicators[name]
            rows += [Row(one, observation) for observation in one.observations]
    return rows
