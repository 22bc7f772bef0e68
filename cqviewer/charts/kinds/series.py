"""Time series in charts: where observations stand in time."""

import datetime

from cqviewer.charts.drawing import ChartError
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording


def in_time(figure: Indicator, wording: Wording) -> list[tuple[float, Observation]]:
    """Give the observations with the middle of their periods in days; oldest first.

    ChartError if there are fewer than two, or one without a stated period.
    """
    name = wording.short_name(figure)
    if len(figure.observations) < 2:
        raise ChartError(wording.say("series_needs_two", name=name))
    if not all(one.period.is_stated for one in figure.observations):
        raise ChartError(wording.say("series_needs_periods", name=name))
    dated = [(middle(one.period), one) for one in figure.observations]
    return sorted(dated, key=lambda one: one[0])


def middle(period: Period) -> float:
    """Give the middle of a stated period, in days since the year 1."""
    start = period.start or datetime.date.min
    end = period.end or start
    return (start.toordinal() + end.toordinal() + 1) / 2
