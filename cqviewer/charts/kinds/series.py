"""What lines and columns share: figures with several observations, and where these are in time."""

import datetime

from cqviewer.charts.kind import Kind
from cqviewer.charts.words import extremes, said_of
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.gaps import gaps
from cqviewer.model.messages import say
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.wording import Wording


class SeriesKind(Kind):
    """A kind of chart that draws time series."""

    draws = "time series"
    needs = "figures of one unit with several observations"
    reads: tuple[str, ...] = ("of", "period", "last")
    shape = ""
    """What a series is drawn as."""

    def earlier(self) -> None:
        """Return None: all observations up to the chosen one are shown."""
        return

    def observations(self) -> list[Observation]:
        """Return the observations of all series, in time."""
        return [one for figure in self.measured for one in figure.observations]

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report figures that are no time series, and those that are unlike."""
        for place, one in enumerate(self.measured):
            of: Path = (*path, "of", place)
            if (number := sum(row.is_known for row in one.observations)) < 2:
                has = say("fewer than two observations")
                hint = say("add `observations:`, or take kind: bars")
                if one.is_series:
                    has = say("no stated value among its observations")
                    if number:
                        has = say("one stated value among its observations")
                    hint = say("a card shows that better, or take kind: bars")
                findings.add(
                    of, say("'{}' has {} to draw as {}", one.id, has, say(self.shape)), hint
                )
            elif not all(part.period.is_stated for part in one.observations):
                message = say("'{}' has an observation without a stated period", one.id)
                findings.add(
                    of, message, say("it has no place in time: state its period, or leave it out")
                )
            elif (
                len({part.period.grain for part in one.observations}) > 1 and not one.is_cumulative
            ):
                # A running total stands at the end of its periods, whatever their length.
                message = say("'{}' mixes days, months, quarters or years", one.id)
                findings.add(of, message, say("make an indicator of each"), "warning")
        super().check_figures(path, findings)

    def when(self, wording: Wording) -> str:
        """Return the time from the first to the last observation of all figures."""
        figures = self.measured
        periods = [one.period for figure in figures for one in figure.observations]
        known = [one for one in periods if one.start and one.end]
        if not known:
            return wording.period(periods[0])
        first = min(known, key=lambda one: one.start or datetime.date.min)
        last = max(known, key=lambda one: one.end or datetime.date.min)
        if first.grain == last.grain:
            return wording.period(Period(first.start, last.end, first.grain))
        return wording.span(wording.period(first), wording.period(last))

    def summary(self, wording: Wording) -> str:
        """Return the highest and the lowest value, and each series from first to last."""
        figures = self.measured
        every = ((figure, one) for figure in figures for one in figure.observations)
        first = extremes(every, wording, is_named=len(figures) > 1)
        courses = (_from_first_to_last(figure, wording) for figure in figures)
        return wording.sentences([first, wording.ended(wording.join(courses, "semicolon"))])

    def items(self, wording: Wording) -> list[str]:
        """Return each series: its name, every value with its period, and what is missing."""
        return [_item(one, wording) for one in self.measured]


def _item(indicator: Indicator, wording: Wording) -> str:
    """Return a series' name, every value with its period, and what is missing between them."""
    values = []
    missing = {gap.after: gap.missing for gap in gaps(indicator.observations)}
    for number, one in enumerate(indicator.observations):
        value = wording.inside(wording.value(indicator, one))
        value = wording.join([value, *said_of(indicator, one, wording)])
        period = wording.period(one.period)
        is_stated = one.period.is_stated
        values.append(wording.named(period, value) if is_stated else f"{value} ({period})")
        if number in missing:
            gap = missing[number]
            text = wording.say("missing_here", period=wording.period(gap)) if gap else ""
            values.append(text or wording.say("gap_here"))
    values.append(wording.derived(indicator.latest))
    return wording.named(wording.short_name(indicator), wording.join(values))


def _from_first_to_last(figure: Indicator, wording: Wording) -> str:
    """Return the first and the last value of a series; an empty text where there are not two."""
    known = [one for one in figure.observations if one.value is not None]
    if len(known) < 2:
        return ""
    first, last = (
        wording.say(
            "in_brackets", text=wording.value(figure, one), inner=wording.period(one.period)
        )
        for one in (known[0], known[-1])
    )
    name = wording.short_name(figure)
    return wording.say("summary_course", name=name, first=first, last=last)
