"""Whether periods mean what they say: fiscal years and other calendars look like other times."""

from collections.abc import Iterator

from cqviewer.model.facts import Observation, Sheet
from cqviewer.model.foreign_periods import fiscal_help
from cqviewer.model.period import Period
from cqviewer.model.problems import Findings, Path

_CALENDARS = {
    "Buddhist calendar": -543,
    "Nepali calendar": -57,
    "Hebrew calendar": -3760,
    "Persian calendar": 621,
    "Republic of China": 1911,
}
"""Years to add to get the year of the common calendar, or the one in which theirs begins."""


def check_periods(sheet: Sheet, findings: Findings) -> None:
    """Warn of stated periods that elsewhere would mean another time."""
    stated = [(path, one) for path, one in _stated(sheet) if findings.is_sound(path)]
    single = {one.period for _, one in stated if _is_like_fiscal(one.period)}
    months = {one.period for _, one in stated if one.period.grain == "month"}
    for path, one in stated:
        period = one.period
        if period.start is None or period.end is None:
            continue
        first = period.start.year
        if period.grain == "year" and period.end.year == first + 1:
            message = f"{first}/{first + 1} covers two calendar years"
            hint = fiscal_help(first, instead=f"{first}-01/{first + 1}-12 for two calendar years")
            findings.add(path, message, hint, "warning")
        elif len(single) > 1 and single == months and period in single:
            message = f"{period.start:%Y-%m} is a month"
            findings.add(path, message, fiscal_help(first), "warning")
        if not findings.has(("date",)):
            _check_calendar(period, path, sheet, findings)


def _check_calendar(period: Period, path: Path, sheet: Sheet, findings: Findings) -> None:
    """Warn of a period after the sheet's date, and of one that another calendar explains."""
    if period.start is None:
        return
    first, now = period.start.year, sheet.date.year
    meant = next(
        (
            f"{first} of the {name} is {first + years}"
            for name, years in _calendars(first)
            if now - 10 <= first + years <= now + 1 and first != now
        ),
        "",
    )
    if period.start > sheet.date:
        message = f"the period begins after the sheet's date, {sheet.date}"
        hint = "check the period, and `date:` on top"
        findings.add(path, message, f"{hint}; {meant}" if meant else hint, "warning")
    elif meant and first < 1600:
        message = f"the period lies {now - first} years before the sheet's date"
        findings.add(path, message, meant, "warning")


def _calendars(year: int) -> Iterator[tuple[str, int]]:
    """Yield other calendars with the years to add to one of their years."""
    yield from _CALENDARS.items()
    yield "Islamic calendar", 622 - (year + 16) // 33


def _is_like_fiscal(period: Period) -> bool:
    """Tell whether a month is written like a fiscal year: 2009-10, October or 2009/10."""
    is_month = period.grain == "month" and not period.is_interval
    return bool(is_month and period.start and period.start.month == (period.start.year + 1) % 100)


def _stated(sheet: Sheet) -> Iterator[tuple[Path, Observation]]:
    """Yield each stated observation with the path of its period."""
    for key, indicator in sheet.indicators.items():
        for index, one in enumerate(indicator.observations):
            if one.status == "stated" and not indicator.is_counted_here:
                inner: Path = ("observations", index) if indicator.is_listed else ()
                yield ("indicators", key, *inner, "period"), one
