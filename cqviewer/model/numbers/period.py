"""Reference periods: the time a figure covers, from a day to years, mostly as ISO 8601 has it."""

import calendar
import datetime
import functools
import re
from collections.abc import Iterable
from typing import Literal, Self

import msgspec

from cqviewer.model.messages import say
from cqviewer.model.numbers.foreign_periods import period_help
from cqviewer.model.problems import Misread

NOT_STATED = "not stated"
Grain = Literal["day", "week", "month", "quarter", "half", "year", "fiscal year", "mixed"]

_POINT = (
    "(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|[SH](?P<half>[12])|W(?P<week>[0-9]{2})"
    "|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_FISCAL = "(?P<begin>[0-9]{4})/(?P<end>[0-9]{2})"
PATTERN = re.sub(r"\?P<\w+>|\?:", "", f"{_POINT}(/{_POINT})?|{_FISCAL}|{NOT_STATED}")
"""A period: a point in time or two, each a year, half-year, quarter, month, week or day; or a
fiscal year."""

_ONE_END = re.compile(_POINT)
_ONE_FISCAL = re.compile(_FISCAL)
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fiscal year": 12}
_HELP = say("write 2024, 2024-Q3, 2024-11, 2024-12-23, 2024-01/2024-11, or: not stated")


class Period(msgspec.Struct, frozen=True, gc=False, eq=False):
    """A reference period from its first to its last day; both None where it is not stated.

    `grain` is the precision in which both ends are written; 'mixed' is that of figures whose
    periods differ, which have no one period. Periods are equal when their days are: 2024 and
    2024-01/2024-12 are one period.
    """

    start: datetime.date | None = None
    end: datetime.date | None = None
    grain: Grain = "day"

    @classmethod
    def parse(cls, text: object, year_begins: int | None = None) -> "Period":
        """Read a period as the format writes it; Misread says what to write instead.

        `year_begins` is the month in which fiscal years such as 2001/02 begin.
        """
        if not isinstance(text, str):
            raise Misread(say("a period is one piece of text"), _HELP)
        return _parsed(text, year_begins)

    @classmethod
    def common(cls, periods: Iterable[Self]) -> Self:
        """Return the period that all share, else a mixed one; not stated if one of them is not."""
        each = dict.fromkeys(periods)
        if len(each) == 1:
            return next(iter(each))
        is_known = all(one.is_stated or one.is_mixed for one in each)
        return cls(grain="mixed") if is_known else cls()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Period) or self.is_mixed != other.is_mixed:
            return False
        return self.start == other.start and self.end == other.end

    def __ne__(self, other: object) -> bool:
        return not self == other  # msgspec's own compares the grain

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @property
    def is_mixed(self) -> bool:
        """Return whether it represents several periods that differ."""
        return self.grain == "mixed"

    @property
    def is_stated(self) -> bool:
        """Return whether the source states the period, or several that differ."""
        return self.start is not None or self.is_mixed

    @property
    def year(self) -> int | None:
        """Return the calendar year that holds the whole period, or None."""
        if self.start is None or self.end is None or self.start.year != self.end.year:
            return None
        return self.start.year

    @property
    def months(self) -> range:
        """Return the months (1 to 12) that the period covers of its year; empty without one."""
        if self.year is None or self.start is None or self.end is None:
            return range(0)
        return range(self.start.month, self.end.month + 1)

    def month_cells(self, year: int | None = None) -> str:
        """Return the twelve cells of a strip of months, or '' where these cannot show the period.

        A cell is 'c' where the period covers its month, 'p' where it does not, and 'n' throughout
        where no period is stated. The months are those of `year`, or else of the period's own
        year. A period that begins or ends amid a month, such as a week, has no strip: a whole cell
        would say too much, and none too little.
        """
        if self.start is None or self.end is None:
            return "" if self.is_mixed else 12 * "n"
        shown = self.year if year is None else year
        if not self._whole_months or self.year is None or self.year != shown:
            return ""
        return "".join("c" if month in self.months else "p" for month in range(1, 13))

    @property
    def a_year_before(self) -> "Period":
        """Return the same days of the year before, where a month's last day stays its last.

        Not stated if the period is not.
        """
        if self.start is None or self.end is None or self.start.year == datetime.MINYEAR:
            return Period()
        if self.grain == "week":
            start, end = (_a_week_before(one) for one in (self.start, self.end))
            return Period(start, end, "week") if start and end else Period()
        return Period(later(self.start, -12), later(self.end, -12), self.grain)

    def is_like(self, other: "Period") -> bool:
        """Return whether it and another are of one kind and length, and do not overlap.

        Runs of months are of one kind where they divide the years alike: quarters, or the first
        eleven months of years, but not a calendar year and a fiscal one. Other periods have as
        many days.
        """
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        overlap = self.start <= other.end and other.start <= self.end
        return not overlap and self.shape == other.shape

    @property
    def shape(self) -> tuple[int, int] | None:
        """Return what periods of one kind and length have in common; None where none is stated.

        Of runs of months that is their number and where they begin in the year, or, where they
        divide it into equal parts, in such a part. Of others it is minus the number of days.
        """
        if self.start is None or self.end is None:
            return None
        months = self._whole_months
        if not months:
            return -((self.end - self.start).days + 1), 0
        return months, (self.start.month - 1) % (months if 12 % months == 0 else 12)

    @property
    def _whole_months(self) -> int:
        """Return how many whole calendar months it consists of; 0 if it cuts one."""
        if self.start is None or self.end is None:
            return 0
        if self.start.day > 1 or self.end != _last_day(self.end.replace(day=1), "month"):
            return 0
        return 12 * (self.end.year - self.start.year) + self.end.month - self.start.month + 1

    @property
    def is_interval(self) -> bool:
        """Return whether the period spans more than one unit of its grain."""
        if self.start is None:
            return False
        return self.end != _last_day(self.start, self.grain)


@functools.lru_cache(4096)
def _parsed(text: str, year_begins: int | None) -> Period:
    """Read a period, cached, since a sheet has the same ones in many series."""
    if text == NOT_STATED:
        return Period()
    if match := _ONE_FISCAL.fullmatch(text):
        return _fiscal_year(match, year_begins)
    first, slash, last = text.partition("/")
    start, start_grain = _point(first, text, year_begins)
    end_start, end_grain = _point(last, text, year_begins) if slash else (start, start_grain)
    if start_grain != end_grain:
        raise Misread(
            say(
                "the period '{}' begins with a {} and ends with a {}",
                text,
                say(start_grain),
                say(end_grain),
            ),
            say("write both ends alike: 2024-01/2024-11, or 2024-Q1/2024-Q3"),
        )
    if end_start < start:
        raise Misread(
            say("the period '{}' ends before it begins", text), say("write {}", f"{last}/{first}")
        )
    return Period(start, _last_day(end_start, end_grain), start_grain)


def _fiscal_year(match: re.Match[str], year_begins: int | None) -> Period:
    """Read a year that begins amid a calendar year, such as 2001/02."""
    year = int(match["begin"])
    if (year + 1) % 100 != int(match["end"]) or not 0 < year < datetime.MAXYEAR:
        raise _misread(say("'{}' is no period", match[0]), match[0], year_begins)
    if year_begins is None:
        message = say("nothing says in which month the year {} begins", match[0])
        raise Misread(message, _help(match[0], year_begins))
    start = datetime.date(year, year_begins, 1)
    return Period(start, _last_day(start, "fiscal year"), "fiscal year")


def _point(text: str, whole: str, year_begins: int | None) -> tuple[datetime.date, Grain]:
    """Read one end of a period: its first day and its grain."""
    match = _ONE_END.fullmatch(text)
    if match is None:
        raise _misread(say("'{}' is no period", whole[:40]), whole, year_begins)
    year = int(match["year"])
    try:
        if match["quarter"]:
            return datetime.date(year, 3 * int(match["quarter"]) - 2, 1), "quarter"
        if match["half"]:
            return datetime.date(year, 6 * int(match["half"]) - 5, 1), "half"
        if match["week"]:
            sunday = datetime.date.fromisocalendar(year, int(match["week"]), 7)
            return sunday - datetime.timedelta(days=6), "week"
        if match["day"]:
            return datetime.date(year, int(match["month"]), int(match["day"])), "day"
        if match["month"]:
            return datetime.date(year, int(match["month"]), 1), "month"
        return datetime.date(year, 1, 1), "year"
    except ValueError:
        raise _misread(say("'{}' is no date of the calendar", whole), whole, year_begins) from None


def _misread(message: str, text: str, year_begins: int | None) -> Misread:
    """Return the error of a text that is no period; its fix is the period that it spells."""
    hint = _help(text, year_begins)
    if text.strip().casefold() == NOT_STATED:
        return Misread(message, hint, NOT_STATED)
    one = re.fullmatch("write ([-0-9QHSW/]+)", hint)
    return Misread(message, hint, one[1] if one and has_its_years(text, one[1]) else None)


def has_its_years(text: str, spelled: str) -> bool:
    """Return whether a text has every year of a spelling, so that none is guessed."""
    return all(year in text for year in re.findall("(?<![0-9])[0-9]{4}", spelled))


def _help(text: str, year_begins: int | None) -> str:
    """Return what to write instead of a text that is no period: a period, if one can be meant."""
    hint = period_help(text[:40].strip(), year_begins)
    if hint == f"write {text}":
        return _HELP
    if one := re.fullmatch("write ([-0-9QHSW/]+)", hint):
        try:
            Period.parse(one[1], year_begins)
        except Misread:
            return _HELP
    return hint or _HELP


def later(day: datetime.date, months: int) -> datetime.date:
    """Return a day moved by months; the last of a month, or one that is too late, is its last."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return datetime.date(day.year + years, month + 1, last if is_last else min(day.day, last))


def _a_week_before(day: datetime.date) -> datetime.date | None:
    """Return the same day of the same ISO week of the year before; None where it has no week 53."""
    year, week, weekday = day.isocalendar()
    try:
        return datetime.date.fromisocalendar(year - 1, week, weekday)
    except ValueError:
        return None


def _last_day(start: datetime.date, grain: Grain) -> datetime.date:
    """Return the last day of the day, week, month or more that begins on `start`."""
    if grain == "day":
        return start
    if grain == "week":
        return start + datetime.timedelta(days=6)
    years, month = divmod(start.month - 2 + _MONTHS[grain], 12)
    year = start.year + years
    return datetime.date(year, month + 1, calendar.monthrange(year, month + 1)[1])
