"""Whether periods mean what they seem to: 2009-10 may be a fiscal year, 2567 a Buddhist one."""

from collections.abc import Iterator

from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.messages import say, template
from cqviewer.model.numbers.foreign_periods import fiscal_help
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings, Path

_EARLIEST = 1600
"""An earlier year is taken for one of another calendar, if it is recent in that."""
_CALENDARS = {
    template("Buddhist calendar"): -543,
    template("Nepali calendar"): -57,
    template("Hebrew calendar"): -3760,
    template("Persian calendar"): 621,
    template("Republic of China"): 1911,
}
"""Years to add for the year of the common calendar in which the other calendar's year begins."""


def check_periods(sheet: Sheet, findings: Findings) -> None:
    """Warn of stated periods that may be meant for another time."""
    stated = list(_stated(sheet))
    months = {period for _, _, period in stated if period.grain == "month"}
    are_fiscal = len(months) > 1 and all(map(_is_like_fiscal, months))
    for indicator, index, period in stated:
        begins = indicator.year_begins
        first = period.start.year if period.start else sheet.date.year
        last = period.end.year if period.end else first
        is_two_years = period.grain == "year" and last == first + 1
        is_fiscal = (are_fiscal or begins is not None) and _is_like_fiscal(period)
        is_usual = sheet.date.year > first >= _EARLIEST
        if is_usual and not is_two_years and not is_fiscal:
            continue
        path = (*indicator.observation_path(index), "period")
        if not findings.is_sound(path):
            continue
        if is_two_years:
            message = say("{}/{} covers two calendar years", first, first + 1)
            instead = say("{}-01/{}-12 for two calendar years", first, first + 1)
            hint = fiscal_help(first, year_begins=begins, instead=instead)
            findings.add(path, message, hint, "warning")
        elif is_fiscal:
            message = say("{}-{:02} is a month", first, (first + 1) % 100)
            findings.add(path, message, fiscal_help(first, year_begins=begins), "warning")
        if not findings.has(("date",)):
            _check_calendar(period, path, sheet, findings)


def _check_calendar(period: Period, path: Path, sheet: Sheet, findings: Findings) -> None:
    """Warn of a period after the sheet's date, and of one that another calendar explains."""
    if period.start is None:
        return
    first, now = period.start.year, sheet.date.year
    meant = next(
        (
            say("{} of the {} is {}", first, say(name), first + years)
            for name, years in _calendars(first)
            if now - 10 <= first + years <= now + 1 and first != now
        ),
        "",
    )
    if period.start > sheet.date:
        message = say("the period begins after the sheet's date, {}", sheet.date)
        hint = say("check the period, and `date:` on top")
        findings.add(path, message, say("{}; {}", hint, meant) if meant else hint, "warning")
    elif meant and first < _EARLIEST:
        message = say("the period lies {} years before the sheet's date", now - first)
        findings.add(path, message, meant, "warning")


def _calendars(year: int) -> Iterator[tuple[str, int]]:
    """Yield other calendars with the years to add to one of their years."""
    yield from _CALENDARS.items()
    yield template("Islamic calendar"), 622 - (year + 16) // 33


def _is_like_fiscal(period: Period) -> bool:
    """Return whether a month is written like a fiscal year: 2009-10, October or 2009/10."""
    is_month = period.grain == "month" and not period.is_interval
    return bool(is_month and period.start and period.start.month == (period.start.year + 1) % 100)


def _stated(sheet: Sheet) -> Iterator[tuple[Indicator, int, Period]]:
    """Yield the period of each stated observation, with its indicator and its index there."""
    for indicator in sheet.indicators.values():
        if not indicator.is_counted_here:
            for index, one in enumerate(indicator.observations):
                if one.status == "stated":
                    yield indicator, index, one.period
