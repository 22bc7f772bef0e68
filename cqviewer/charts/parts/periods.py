"""Periods in charts: which bars compare, and how axes and bars write theirs."""

from collections.abc import Sequence
from operator import itemgetter

from cqviewer.charts.words import is_muted, latest_periods
from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording


def shared_period(figures: Sequence[Indicator]) -> Period | None:
    """Return the one period that the latest values of figures are of, or None if they differ.

    Periods are the same when their days are. A figure whose later value is not stated has more to
    say than its period.
    """
    periods = latest_periods(figures)
    is_later = any(one.latest.is_known and one.last is not one.latest for one in figures)
    return periods.pop() if len(periods) == 1 and not is_later else None


def compared_period(figures: Sequence[Indicator]) -> Period:
    """Return the period that most bars are of; of those that are equally many the latest, longest.

    It is not stated where none is. The order of the figures does not count: bars are sorted.
    """
    periods = [one.latest.period for one in figures if one.latest.is_known]
    dated = [(one.start, one.end, one) for one in periods if one.start and one.end]
    ranked = (((periods.count(one), end, end - start), one) for start, end, one in dated)
    return max(ranked, key=itemgetter(0), default=((), Period()))[1]


def muted_bars(figures: Sequence[Indicator], highlight: Sequence[str] = ()) -> set[str]:
    """Return the ids of the bars that are drawn muted: of another period than most, or of none.

    Beside those highlighted all others are grey, so that none of them is.
    """
    most = compared_period(figures)
    return {
        one.id
        for one in figures
        if one.latest.is_known
        and (not most.is_stated or one.latest.period != most)
        and (not highlight or one.id in highlight)
    }


def muted_phrase(figures: Sequence[Indicator], wording: Wording, highlight: Sequence[str]) -> str:
    """Return what muted bars are; an empty text where there are none."""
    muted = muted_bars(figures, highlight)
    unstated = [one for one in figures if one.id in muted and is_muted(one)]
    if not muted:
        return ""
    if len(unstated) == len(muted):
        return wording.say("muted")
    period = wording.period(compared_period(figures))
    return wording.say("muted_or_none" if unstated else "muted_other", period=period)


def bar_period(
    indicator: Indicator, wording: Wording, *, with_year: bool = True, is_headed: bool = True
) -> str:
    """Return the period of a bar, short under a head, and that a later value is not stated."""
    period = indicator.latest.period
    text = wording.period(period, with_year=with_year)
    if is_headed and not period.is_stated:
        text = wording.say("period_not_stated_short")
    return wording.with_later(text, indicator)


def tick_texts(periods: Sequence[Period], wording: Wording) -> list[str]:
    """Return the labels of a time axis; years that begin in another month as '2009/10'.

    They are only where all are such years; the subtitle says the months.
    """
    years = [_split_year(one) for one in periods]
    if all(years):
        return [wording.say("year", year=one) for one in years]
    return [wording.period(one) for one in periods]


def _split_year(period: Period) -> str:
    """Return a period of twelve months over two years as '2009/10'; '' for any other."""
    start, end, (months, begins) = period.start, period.end, period.shape or (0, 0)
    is_year = months == 12 and begins and period.grain in ("month", "quarter")
    return f"{start.year}/{end.year % 100:02}" if start and end and is_year else ""
