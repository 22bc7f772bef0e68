"""What a section and its charts hold, in the order of the page: for tables and for finding."""

from decimal import Decimal

import msgspec

from cqviewer.charts.kinds import KINDS
from cqviewer.model.facts import Chart, Goal, Indicator, Observation, Section, Sheet
from cqviewer.model.numbers.period import Period


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
    return KINDS[chart.kind].facts(chart, as_shown(chart, sheet))


def as_shown(chart: Chart, sheet: Sheet) -> Sheet:
    """Return a sheet in which the chart's figures have but the observations that it shows.

    `period` chooses one, with those before that the kind shows too; `last` takes so many from the
    end. A figure that lacks the period has an observation of it that is in no sheet: without a
    value, and missing without a reason. All that is said or drawn of a chart begins with this.
    """
    if chart.period is None and chart.last is None:
        return sheet
    earlier = KINDS[chart.kind].earlier(chart, sheet)
    shown = {one: _shown(sheet.indicators[one], chart, earlier) for one in chart.figures}
    return msgspec.structs.replace(sheet, indicators={**sheet.indicators, **shown})


def _shown(figure: Indicator, chart: Chart, earlier: int | None) -> Indicator:
    rows = figure.observations
    if chart.period is not None:
        rows = _chosen(rows, chart.period, earlier)
    if chart.last is not None:
        rows = rows[-chart.last :]
    return msgspec.structs.replace(figure, observations=rows)


def _chosen(
    rows: tuple[Observation, ...], period: Period, earlier: int | None
) -> tuple[Observation, ...]:
    """Return the observation of a period as the last, after so many before it (None: all)."""
    end = period.end
    if earlier is None and end is not None:
        rows = tuple(one for one in rows if one.period.end and one.period.end <= end)
    chosen = [at for at, one in enumerate(rows) if one.period == period]
    if earlier is None and rows:
        return rows
    if not chosen:
        return (Observation(value=None, period=period, status="missing"),)
    at = chosen[0]
    return rows[at - min(at, earlier or 0) if rows[at].is_known else at : at + 1]


def chart_part(chart: Chart, sheet: Sheet) -> Sheet:
    """Return a sheet with nothing but what a chart is drawn from, to be sent or compared."""
    kind, sheet = KINDS[chart.kind], as_shown(chart, sheet)
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
        one = sheet.indicators.get(name)
        if one is not None:
            rows += [Row(one, observation) for observation in one.observations]
        elif (goal := sheet.goal(name)) is not None:
            rows.append(Row(goal))
    return rows
