"""Where a time series has gaps: periods that its own rhythm asks for and that it lacks."""

import datetime
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from cqviewer.model.facts import Observation
from cqviewer.model.numbers.period import Period, later

_YEAR = 12  # months


class Gap(msgspec.Struct, frozen=True):
    """Missing time after the observation at index `after`.

    `missing` is that time as a period, or None if it is no whole number of the series' periods.
    `count` is the number of observations that would fill it, rounded.
    """

    after: int
    missing: Period | None
    count: int


def gaps(observations: Sequence[Observation]) -> list[Gap]:
    """Return the gaps of a series in the order of time; none if a period is not stated.

    A time series is a set of observations at constant intervals (OECD, Data and Metadata Reporting
    and Presentation Handbook, 2007, paragraph 252). The interval is the usual one between the ends
    of a series' own periods, the middle one by size, so a survey of every second year has no gaps.
    A step of one and a half intervals or more is one.
    """
    periods = [one.period for one in observations]
    ends = [one.end for one in periods if one.end is not None]
    if len(ends) < len(periods) or len(ends) < 3:
        return []
    has_days = any(_months(one, other) == 0 for one, other in pairwise(ends))
    count = _days if has_days else _months
    steps = [count(one, other) for one, other in pairwise(ends)]
    usual = sorted(steps)[(len(steps) - 1) // 2]
    if usual <= 0:
        return []
    return [
        Gap(
            at,
            _missing(periods[at], periods[at + 1], usual) if count is _months else None,
            (2 * step + usual) // (2 * usual) - 1,
        )
        for at, step in enumerate(steps)
        if 2 * step >= 3 * usual
    ]


def _days(first: datetime.date, last: datetime.date) -> int:
    return (last - first).days


def _months(first: datetime.date, last: datetime.date) -> int:
    return (last.year - first.year) * _YEAR + last.month - first.month


def _missing(before: Period, after: Period, step: int) -> Period | None:
    """Return the time from the first to the last missing period; None unless all are alike."""
    if before.start is None or before.end is None or after.start is None or after.end is None:
        return None
    months = _months(before.end, after.end)
    if months % step or _shifted(before, months) != after:
        return None
    first, last = _shifted(before, step), _shifted(before, months - step)
    return Period(first.start, last.end, before.grain)


def _shifted(period: Period, months: int) -> Period:
    """Return a period moved by months; one that ends with a month still does."""
    if period.start is None or period.end is None:
        return period
    return Period(later(period.start, months), later(period.end, months), period.grain)
