"""What lines and columns share: figures with several observations, and where these are in time."""

import datetime

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.kind import Kind, stated
from cqviewer.charts.parts.gaps import gaps
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.wording import Wording


class SeriesKind(Kind):
    """A kind of chart that draws time series."""

    draws = "time series"
    needs = "figures of one unit with several observations"
    shape = ""
    """What a series is drawn as."""

    def check_figures(self, chart: Chart, sheet: Sheet, path: Path, findings: Findings) -> None:
        """Report figures that are no time series, and those that are unlike."""
        for place, one in enumerate(self.measured(chart, sheet)):
            of: Path = (*path, "of", place)
            if (number := len(stated([one]))) < 2:
                has = "fewer than two observations"
                hint = "add `observations:`, or take kind: bars"
                if one.is_series:
                    has = f"{'one' if number else 'no'} stated value among its observations"
                    hint = "a card shows that better, or take kind: bars"
                findings.add(of, f"'{one.id}' has {has} to draw as {self.shape}", hint)
            elif not all(part.period.is_stated for part in one.observations):
                message = f"'{one.id}' has an observation without a stated period"
                findings.add(
                    of, message, "it has no place in time: state its period, or leave it out"
                )
            elif len({part.period.grain for part in one.observations}) > 1:
                message = f"'{one.id}' mixes days, months, quarters or years"
                findings.add(of, message, "make an indicator of each", "warning")
        super().check_figures(chart, sheet, path, findings)

    def when(self, chart: Chart, sheet: Sheet, wording: Wording) -> str:
        """Return the time from the first to the last observation of all figures."""
        figures = self.measured(chart, sheet)
        periods = [one.period for figure in figures for one in figure.observations]
        known = sorted((one for one in periods if one.start and one.end), key=_start)
        if not known:
            return wording.period(periods[0])
        first, last = known[0], max(known, key=_end)
        if first.grain == last.grain:
            return wording.period(Period(first.start, last.end, first.grain))
        return wording.span(wording.period(first), wording.period(last))

    def items(self, chart: Chart, sheet: Sheet, wording: Wording) -> list[str]:
        """Return each series: its name, every value with its period, and what is missing."""
        return [_item(one, wording) for one in self.measured(chart, sheet)]


def in_time(figure: Indicator, wording: Wording) -> list[tuple[float, Observation]]:
    """Return the observations with the middle of their periods in days; oldest first.

    ChartError if there are fewer than two, or one without a stated period.
    """
    name = wording.short_name(figure)
    if len(figure.observations) < 2:
        raise ChartError(wording.say("series_needs_two", name=name))
    if not all(one.period.is_stated for one in figure.observations):
        raise ChartError(wording.say("series_needs_periods", name=name))
    dated = [(_middle(one.period), one) for one in figure.observations]
    return sorted(dated, key=lambda one: one[0])


def _item(indicator: Indicator, wording: Wording) -> str:
    """Return a series' name, every value with its period, and what is missing between them."""
    values = []
    missing = {gap.after: gap.missing for gap in gaps(indicator.observations)}
    for number, one in enumerate(indicator.observations):
        value = wording.inside(wording.value(indicator, one))
        period = wording.period(one.period)
        is_stated = one.period.is_stated
        values.append(wording.named(period, value) if is_stated else f"{value} ({period})")
        if number in missing:
            gap = missing[number]
            text = wording.say("missing_here", period=wording.period(gap)) if gap else ""
            values.append(text or wording.say("gap_here"))
    derived = wording.say("derived") if indicator.latest.status == "derived" else ""
    return wording.named(wording.short_name(indicator), wording.join([*values, derived]))


def _middle(period: Period) -> float:
    """Return the middle of a stated period, in days since the year 1."""
    return (_start(period).toordinal() + (period.end or _start(period)).toordinal() + 1) / 2


def _start(period: Period) -> datetime.date:
    return period.start or datetime.date.min


def _end(period: Period) -> datetime.date:
    return period.end or datetime.date.min
