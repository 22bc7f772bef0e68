"""What a section and its charts hold, in the order of the page: for tables and for finding."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from cqviewer.charts.kind import Kind
from cqviewer.charts.kinds import KINDS
from cqviewer.model.facts import Chart, Indicator, Observation, Section, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goal


class FactRow(msgspec.Struct, frozen=True):
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
    return kind_of(chart, sheet).facts()


def kind_of(chart: Chart, sheet: Sheet) -> Kind:
    """Return a chart of a sheet as its kind, which says and draws what the chart shows."""
    return KINDS[chart.kind](chart, as_shown(chart, sheet))


def as_shown(chart: Chart, sheet: Sheet) -> Sheet:
    """Return a sheet in which the chart's figures have only the observations that it shows.

    `period` chooses one observation, and the kind of chart how many before it are shown too; `last`
    chooses that many from the end. A figure without an observation of the period gets a missing
    one. Whatever is said or drawn of a chart is based on this sheet.
    """
    if chart.period is None and chart.last is None:
        return sheet
    earlier = KINDS[chart.kind](chart, sheet).earlier()
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
    """Return the observation of a period, after `earlier` others; with None, after all others."""
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
    """Return a sheet with only what a chart is drawn from, to send it or as the key of a cache."""
    kind = kind_of(chart, sheet)
    return msgspec.structs.replace(
        kind.sheet,
        indicators={one.id: one for one in kind.figures()},
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


def rows_of(ids: Iterable[str], sheet: Sheet) -> list[FactRow]:
    """Return the rows of some figures, each with its latest observation, and of some goals."""
    rows: list[FactRow] = []
    for name in ids:
        if one := sheet.indicators.get(name):
            rows.append(FactRow(one, one.latest))
        elif goal := sheet.goal(name):
            rows.append(FactRow(goal))
    return rows


class Together:
    """Figures that share a table: those of one period, or series and parts of one breakdown.

    A table of series or parts has their periods as columns.
    """

    def __init__(self, figure: Indicator) -> None:
        """Start a table with one figure."""
        self.figures = [figure]
        self.breakdown = figure.breakdown
        self._is_matrix = _has_period_columns(figure)
        self._periods = dict.fromkeys(one.period for one in figure.observations)
        self._least = len(figure.observations)

    def take(self, figure: Indicator) -> bool:
        """Add a figure if it fits this table; return whether it does.

        A series fits if at least three of four cells are filled in each row.
        """
        if figure.breakdown != self.breakdown or not self._fits(figure):
            return False
        self.figures.append(figure)
        self._periods |= dict.fromkeys(one.period for one in figure.observations)
        self._least = min(self._least, len(figure.observations))
        return True

    def _fits(self, figure: Indicator) -> bool:
        if not (self._is_matrix and _has_period_columns(figure)):
            return self._is_matrix == _has_period_columns(figure)
        own = {one.period for one in figure.observations}
        every = own | self._periods.keys()
        if len(every) == len(own) == len(self._periods):
            return True
        if len({one.grain for one in every}) > 1 or not all(one.is_stated for one in every):
            return False
        return 4 * min(self._least, len(figure.observations)) >= 3 * len(every)

    @property
    def columns(self) -> tuple[Period, ...]:
        """Return the periods of series in the order of time; those of one figure in the sheet's."""
        if not self._is_matrix:
            return ()
        periods = tuple(self._periods)
        if len(self.figures) == 1 or not all(one.start and one.end for one in periods):
            return periods
        return tuple(sorted(periods, key=lambda one: (one.end, one.start)))


def _has_period_columns(figure: Indicator) -> bool:
    """Return whether the periods of a figure are columns."""
    return figure.is_series or figure.breakdown is not None


def together(figures: Sequence[Indicator]) -> list[Together]:
    """Return figures by the tables that they share; figures of one period are in the first."""
    tables: list[Together] = []
    for figure in sorted(figures, key=_has_period_columns):
        if not any(one.take(figure) for one in tables):
            tables.append(Together(figure))
    return tables
