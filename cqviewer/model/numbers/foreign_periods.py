"""Periods as other offices write them, and how this format writes the same time."""

import datetime
import re
from collections.abc import Callable

_YEAR = "(?P<year>[0-9]{4})"
_TWO = "[0-9]{1,2}"
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_NAME = (
    "(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_QUARTERS_ZH = {"一": 1, "二": 2, "三": 3, "四": 4}
_NOTHING = re.compile(
    r"[.:\-–—…*x]+|n\.?/?a\.?|nil|none|null|unknown|not given|未说明", re.IGNORECASE
)


def period_help(text: str) -> str:
    """Return what to write for a period of another spelling; nothing for one that is not known."""
    if text.casefold() == "not stated" or _NOTHING.fullmatch(text):
        return "write: not stated"
    for pattern, hint in _SPELLINGS:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            parts = match.groupdict(default="")
            try:
                return hint.format(**parts) if isinstance(hint, str) else hint(**parts)
            except ValueError:  # the thirtieth of February, a week 54
                return ""
    return ""


def fiscal_help(first: int, *, instead: str = "") -> str:
    """Return how to write a fiscal year that begins in a calendar year, and what else is meant."""
    hint = (
        f"for a fiscal year write its first and last month, such as {first:04}-04/{first + 1:04}-03"
    )
    return f"{hint}; {instead}" if instead else hint


def _years(year: str, last: str) -> str:
    """Return two years as a fiscal year, or as calendar years where they are further apart."""
    begin = int(year)
    end = int(last) if len(last) == 4 else begin - begin % 100 + int(last)
    if len(last) == 2 and end < begin:
        end += 100
    if end == begin + 1:
        years = f"{begin:04}-01/{end:04}-12 for two calendar years"
        is_month = len(last) == 2 and 1 <= int(last) <= 12
        return fiscal_help(begin, instead=f"{years}{f', {begin}-{last} for a month' * is_month}")
    if len(last) == 2 and 1 <= int(last) <= 12:
        return f"write {begin:04}-{last} for a month"
    if not begin < end <= begin + 20:
        raise ValueError
    return f"write {begin:04}/{end:04} for {end - begin + 1} calendar years"


def _named_fiscal(year: str, last: str) -> str:
    """Return how to write 'FY2024', which is named by its end in most countries."""
    begin = int(year if len(year) == 4 else f"20{year}")
    if last:
        return fiscal_help(begin)
    return (
        f"write its first and last month: {begin - 1:04}-04/{begin:04}-03, or"
        f" {begin:04}-04/{begin + 1:04}-03 if it is named by the year in which it begins"
    )


def _month(year: str, month: str) -> str:
    return f"write {_year_and_month(year, month)}"


def _year_and_month(year: str, month: str) -> str:
    return datetime.date(int(year), _number_of(month), 1).isoformat()[:7]


def _number_of(month: str) -> int:
    """Return the number of a month that is written as a number or by its name."""
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1


def _part(year: str, letter: str, number: str) -> str:
    """Return the months of a half-year (S, H), a third of a year (T) or two months (B)."""
    months = {"s": 6, "h": 6, "t": 4, "b": 2}[letter.lower()]
    last = months * int(number)
    if not 0 < last <= 12:
        raise ValueError
    hint = f"write {year}-{last - months + 1:02}/{year}-{last:02}"
    return f"{hint}, or {year}-Q{number} for a quarter" if letter in "Tt" else hint


def _week(year: str, week: str) -> str:
    monday, sunday = (datetime.date.fromisocalendar(int(year), int(week), day) for day in (1, 7))
    return f"write {monday}/{sunday}"


def _day(year: str, month: str, day: str) -> str:
    return f"write {datetime.date(int(year), _number_of(month), int(day))}"


def _day_or_month_first(one: str, other: str, year: str) -> str:
    """Return a day that is written with its year last; both readings where there are two."""
    if int(one) > 12 or one == other:
        return _day(year, other, one)
    if int(other) > 12:
        return _day(year, one, other)
    return f"{_day(year, other, one)}, or {_day(year, one, other).removeprefix('write ')}"


def _chinese(year: str, rest: str) -> str:
    """Return a Chinese period: 2024年, 2024年1-11月, 2024年三季度, 2024年上半年."""
    rest = rest.replace(" ", "")
    if not rest:
        return f"write {year}"
    if match := re.fullmatch("([0-9]{1,2})月(?:([0-9]{1,2})日)?", rest):
        return _day(year, match[1], match[2]) if match[2] else _month(year, match[1])
    if match := re.fullmatch("([0-9]{1,2})月?[-–—~至到]([0-9]{1,2})月", rest):
        return f"write {'/'.join(_year_and_month(year, one) for one in match.groups())}"
    if match := re.fullmatch("(前|第)?([一二三四1234])个?季度", rest):
        number = _QUARTERS_ZH.get(match[2]) or int(match[2])
        return (
            f"write {year}-Q1/{year}-Q{number}" if match[1] == "前" else f"write {year}-Q{number}"
        )
    return _part(year, "h", {"上半年": "1", "下半年": "2"}.get(rest, "0"))


_QUARTER = "write {year}-Q{quarter}"
_ENDS = "write {year}-{first}/{year}-{last}"
_SPELLINGS: tuple[tuple[str, str | Callable[..., str]], ...] = (
    (rf"{_YEAR} ?[-–—/] ?(?P<last>[0-9]{{4}}|[0-9]{{2}})", _years),
    (r"FY ?'?(?P<year>[0-9]{4}|[0-9]{2})(?: ?[-–/] ?(?P<last>[0-9]{4}|[0-9]{2}))?", _named_fiscal),
    (rf"{_YEAR}[- /]?Q(?P<quarter>[1-4])", _QUARTER),
    (rf"Q(?P<quarter>[1-4])[- /]?{_YEAR}", _QUARTER),
    (rf"{_YEAR}[- ]?M(?P<month>{_TWO})", _month),
    (rf"{_YEAR}[-./](?P<month>[0-9])", _month),
    (rf"{_YEAR}(?P<month>[0-9]{{2}})", _month),
    (rf"{_YEAR}[- ]{_NAME}", _month),
    (rf"(?P<month>{_TWO})[-./]{_YEAR}", _month),
    (rf"{_NAME}[- ]{_YEAR}", _month),
    (rf"{_YEAR}[- ]?(?P<letter>[SHTB])(?P<number>[1-6])", _part),
    (rf"(?P<letter>[SH])(?P<number>[12])[- /]?{_YEAR}", _part),
    (rf"{_YEAR}[- ]?W(?P<week>{_TWO})", _week),
    (rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?:[T ].*)?", _day),
    (rf"{_YEAR}[-./](?P<month>{_TWO})[-.](?P<day>{_TWO})(?:[T ].*)?", _day),
    (rf"{_YEAR}/(?P<month>{_TWO})/(?P<day>{_TWO})(?:[T ].*)?", _day),
    (rf"(?P<one>{_TWO})[-./](?P<other>{_TWO})[-./]{_YEAR}(?:[T ].*)?", _day_or_month_first),
    (rf"(?P<day>{_TWO})[- ]{_NAME}[- ]{_YEAR}", _day),
    (rf"{_YEAR}-(?P<first>[0-9]{{2}})/(?P<last>[0-9]{{2}})", _ENDS),
    (rf"{_YEAR}-(?P<first>Q[1-4])[-/](?P<last>Q[1-4])", _ENDS),
    (rf"{_YEAR} ?年 ?(?P<rest>.*)", _chinese),
)
"""Other spellings with the hint, or what makes it of their parts; the first that fits counts."""
