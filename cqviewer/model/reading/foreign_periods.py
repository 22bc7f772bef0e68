"""Periods as other offices write them, and how this format writes the same time."""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Callable

_YEAR = "([0-9]{4})"
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH_NAME = (
    "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_QUARTERS_ZH = {"一": 1, "二": 2, "三": 3, "四": 4}
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_ONE = re.compile(r"write ([0-9-]+(?:Q[1-4])?)")
"""Help that gives exactly one point in time."""
_BETWEEN = re.compile(r" ?(?:[-–—~至到/]|\bto\b|\bthrough\b|\.\.) ?", re.IGNORECASE)
_NOTHING = re.compile(
    r"[.:\-–—…*x]+|n\.?/?a\.?|nil|none|null|unknown|not given|未说明", re.IGNORECASE
)


def period_help(text: str) -> str:
    """Return what to write for a period of another spelling; nothing for one that is not known."""
    if text.casefold() == "not stated" or _NOTHING.fullmatch(text):
        return "write: not stated"
    text = unicodedata.normalize("NFKC", text)
    text = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)
    return _help(text) or _ends(text)


def _ends(text: str) -> str:
    """Return a period of two ends, each in a spelling of its own: 'Jan 2024 – Nov 2024'."""
    for match in _BETWEEN.finditer(text):
        first, last = text[: match.start()].strip(), text[match.end() :].strip()
        year = re.search("[0-9]{4}", last)
        if year and not re.search("[0-9]{4}", first):
            first = f"{first} {year[0]}"
        ends = [_ONE.fullmatch(_as_written(one) or _help(one)) for one in (first, last)]
        points = [one[1] for one in ends if one]
        if len(points) == 2 and len(points[0]) == len(points[1]):
            return _run(*points) if len(points[0]) == 4 else f"write {'/'.join(points)}"
    return ""


def _as_written(text: str) -> str:
    """Return help for a point in time that is in this format already; nothing for another."""
    return (
        f"write {text}" if re.fullmatch("[0-9]{4}(-(Q[1-4]|[0-9]{2}(-[0-9]{2})?))?", text) else ""
    )


def _help(text: str) -> str:
    """Return what to write for a period without a second spelling in it."""
    for pattern, translate in _SPELLINGS:
        if match := pattern.fullmatch(text):
            try:
                return translate(*match.groups(default=""))
            except ValueError:  # the thirtieth of February, a week 54
                return ""
    return ""


def fiscal_help(first: int, *, instead: str = "") -> str:
    """Return how to write a fiscal year that begins in a calendar year, and what else is meant."""
    hint = (
        f"for a fiscal year write its first and last month, such as {first:04}-04/{first + 1:04}-03"
    )
    return f"{hint}; {instead}" if instead else hint


def _run(first: str, last: str) -> str:
    """Return two years as a fiscal year, or as calendar years where they are further apart."""
    begin = int(first)
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


def _year_to(month: str, year: str) -> str:
    """Return the twelve months that end with one: 'year ending March 2024'."""
    last = _MONTHS.index(month[:3].lower()) + 1
    begin = int(year) - (last < 12)
    return f"write {_year_and_month(f'{begin:04}', last % 12 + 1)}/{_year_and_month(year, last)}"


def _end_of(year: str) -> str:
    return f"write {year}-12-31"


def _flagged(period: str, flag: str) -> str:
    """Return a period without a flag: a forecast or a provisional value is no other time."""
    return f"write {period}; say in `note` what '{flag}' means"


def _day_of_year(year: str, day: str) -> str:
    if not 0 < int(day) <= 365 + calendar.isleap(int(year)):
        raise ValueError
    return f"write {datetime.date(int(year), 1, 1) + datetime.timedelta(int(day) - 1)}"


def _days(year: str, month: str, first: str, last: str) -> str:
    begin, end = (datetime.date(int(year), int(month), int(one)) for one in (first, last))
    return f"write {begin}/{end}"


def _short_year(month: str, year: str) -> str:
    return _month(f"20{year}", month)


def _short_quarter(first: str, last: str, year: str) -> str:
    return _quarter(f"20{year}", first or last)


def _month_and_day(month: str, day: str, year: str) -> str:
    return _day_and_name(day, month, year)


def _ordinal_part(ordinal: str, part: str, year: str) -> str:
    number = _ORDINALS.get(ordinal.lower(), ordinal[:1])
    return _quarter(year, number) if part.lower() == "quarter" else _part(year, "h", number)


def _week_first(week: str, year: str) -> str:
    return _week(year, week)


def _weeks(year: str, first: str, last: str) -> str:
    monday = datetime.date.fromisocalendar(int(year), int(first), 1)
    return f"write {monday}/{datetime.date.fromisocalendar(int(year), int(last), 7)}"


def _of_calendar(year: str, years: int) -> str:
    return f"write {int(year) + years} for the common calendar's year"


def _month(year: str, month: str) -> str:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    return f"write {_year_and_month(year, number)}"


def _year_and_month(year: str, month: int) -> str:
    return datetime.date(int(year), month, 1).isoformat()[:7]


def _month_first(month: str, year: str) -> str:
    return _month(year, month)


def _quarter(year: str, quarter: str) -> str:
    return f"write {year}-Q{quarter}"


def _quarter_first(quarter: str, year: str) -> str:
    return _quarter(year, quarter)


def _part(year: str, letter: str, number: str) -> str:
    """Return the months of a half-year (S, H), a third of a year (T) or two months (B)."""
    months = {"s": 6, "h": 6, "t": 4, "b": 2}[letter.lower()]
    last = months * int(number)
    if not 0 < last <= 12:
        raise ValueError
    hint = f"write {year}-{last - months + 1:02}/{year}-{last:02}"
    return f"{hint}, or {year}-Q{number} for a quarter" if letter in "Tt" else hint


def _part_first(letter: str, number: str, year: str) -> str:
    return _part(year, letter, number)


def _week(year: str, week: str) -> str:
    monday, sunday = (datetime.date.fromisocalendar(int(year), int(week), day) for day in (1, 7))
    return f"write {monday}/{sunday}"


def _day(year: str, month: str, day: str) -> str:
    return f"write {datetime.date(int(year), int(month), int(day))}"


def _day_first(one: str, other: str, year: str) -> str:
    """Return a day that is written with its year last; both readings where there are two."""
    if int(one) > 12 or one == other:
        return _day(year, other, one)
    if int(other) > 12:
        return _day(year, one, other)
    return f"{_day(year, other, one)}, or {_day(year, one, other).removeprefix('write ')}"


def _day_and_name(day: str, month: str, year: str) -> str:
    return _day(year, str(_MONTHS.index(month[:3].lower()) + 1), day)


def _short_end(year: str, first: str, last: str) -> str:
    return f"write {year}-{first}/{year}-{last}"


def _chinese(year: str, rest: str) -> str:
    """Return a Chinese period: 2024年, 2024年1-11月, 2024年三季度, 2024年上半年."""
    if rest in ("", "度", "全年"):
        return f"write {year}"
    if rest in ("末", "底", "年末", "年底"):
        return _end_of(year)
    if match := re.fullmatch("([0-9]{1,2})月([0-9]{1,2})日?[-–—~至到]([0-9]{1,2})日", rest):
        return _days(year, *match.groups())
    if match := re.fullmatch("([0-9]{1,2})月(?:([0-9]{1,2})日)?", rest):
        return _day(year, match[1], match[2]) if match[2] else _month(year, match[1])
    if match := re.fullmatch("([0-9]{1,2})月?[-–—~至到]([0-9]{1,2})月", rest):
        return f"write {'/'.join(_year_and_month(year, int(one)) for one in match.groups())}"
    if match := re.fullmatch("(前|第)?([一二三四1234])个?季度", rest):
        number = _QUARTERS_ZH.get(match[2]) or int(match[2])
        return (
            f"write {year}-Q1/{year}-Q{number}" if match[1] == "前" else f"write {year}-Q{number}"
        )
    return _part(year, "h", {"上半年": "1", "下半年": "2"}.get(rest, "0"))


_FISCAL = r"(?:fiscal(?: year)?|financial year|school year|academic year|season|[FAS]Y)"
_ORDINAL = "(1st|2nd|3rd|4th|first|second|third|fourth)"
_SPELLINGS: list[tuple[re.Pattern[str], Callable[..., str]]] = [
    (re.compile(pattern, re.IGNORECASE), translate)
    for pattern, translate in (
        (rf"{_YEAR} ?[-–—/] ?([0-9]{{4}}|[0-9]{{2}})", _run),
        (rf"{_FISCAL} ?{_YEAR} ?[-–—/] ?([0-9]{{4}}|[0-9]{{2}})", _named_fiscal),
        (
            rf"{_YEAR} ?[-–—/] ?([0-9]{{4}}|[0-9]{{2}}) ?(?:season|FY|\(.*\)|学年|学年度)",
            _named_fiscal,
        ),
        (rf"{_FISCAL} ?{_YEAR}()", _named_fiscal),
        (rf"{_YEAR} ?FY()", _named_fiscal),
        (rf"(?:year|12 months|YE|FYE) ?(?:ending|ended|to|end)? {_MONTH_NAME} {_YEAR}", _year_to),
        (rf"(?:at )?(?:the )?end[- ](?:of )?{_YEAR}", _end_of),
        ("([0-9]{3})0s", lambda decade: f"write {decade}0/{decade}9 for ten calendar years"),
        (r"([0-9]{4}(?:-Q[1-4]|-[0-9]{2})?) ?(\*|[(\[]?[prefbudsi][)\]]?)", _flagged),
        (rf"{_YEAR}-([0-9]{{3}})", _day_of_year),
        (rf"{_YEAR}-([0-9]{{2}})-([0-9]{{2}})[-/]([0-9]{{2}})", _days),
        (rf"{_YEAR}-W([0-9]{{2}})/(?:\1-)?W([0-9]{{2}})", _weeks),
        (rf"(?:calendar )?(?:W|week )([0-9]{{1,2}})(?: of|,)?[- /]{_YEAR}", _week_first),
        (rf"{_MONTH_NAME}[- ]'?([0-9]{{2}})", _short_year),
        (rf"{_MONTH_NAME} ([0-9]{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}", _month_and_day),
        (rf"([0-9]{{1,2}})(?:st|nd|rd|th) {_MONTH_NAME},? {_YEAR}", _day_and_name),
        (rf"{_ORDINAL}[- ](quarter|half)(?: of|,)? {_YEAR}", _ordinal_part),
        (rf"([1-4])Q[- /]?{_YEAR}", _quarter_first),
        (
            r"(?:([1-4])Q|Q([1-4])) ?'?([0-9]{2})",
            lambda one, other, year: _quarter(f"20{year}", one or other),
        ),
        (rf"([12])(H)[- /]?{_YEAR}", lambda number, letter, year: _part(year, letter, number)),
        (r"(?:民国|民國) ?([0-9]{2,3}) ?年", lambda year: _of_calendar(year, 1911)),
        (r"(?:令和|R) ?([0-9]{1,2}) ?年?", lambda year: _of_calendar(year, 2018)),
        (rf"(?:BE ?)?{_YEAR} ?BE|พ\.ศ\. ?{_YEAR}", lambda *year: _of_calendar("".join(year), -543)),
        (r"FY ?'?([0-9]{4}|[0-9]{2})(?: ?[-–/] ?([0-9]{4}|[0-9]{2}))?", _named_fiscal),
        (rf"{_YEAR}[- /.:]?Q([1-4])", _quarter),
        (rf"Q([1-4])[- /]?{_YEAR}", _quarter_first),
        (rf"{_YEAR}[- ]?M([0-9]{{1,2}})", _month),
        (rf"{_YEAR}[-./:]([0-9])", _month),
        (rf"{_YEAR}\.?([0-9]{{2}})", _month),
        (rf"{_YEAR}[- ]{_MONTH_NAME}", _month),
        (rf"([0-9]{{1,2}})[-./]{_YEAR}", _month_first),
        (rf"{_MONTH_NAME}[- ]{_YEAR}", _month_first),
        (rf"{_YEAR}[- ]?([SHTB])([1-6])", _part),
        (rf"([SH])([12])[- /]?{_YEAR}", _part_first),
        (rf"{_YEAR}[- ]?W([0-9]{{1,2}})", _week),
        (rf"{_YEAR}([0-9]{{2}})([0-9]{{2}})(?:[T ].*)?", _day),
        (rf"{_YEAR}[-./]([0-9]{{1,2}})[-.]([0-9]{{1,2}})(?:[T ].*)?", _day),
        (rf"{_YEAR}/([0-9]{{1,2}})/([0-9]{{1,2}})(?:[T ].*)?", _day),
        (rf"([0-9]{{1,2}})[-./]([0-9]{{1,2}})[-./]{_YEAR}(?:[T ].*)?", _day_first),
        (rf"([0-9]{{1,2}})[- ]{_MONTH_NAME}[- ]{_YEAR}", _day_and_name),
        (rf"{_YEAR}-([0-9]{{2}})/([0-9]{{2}})", _short_end),
        (rf"{_YEAR}-(Q[1-4])[-/](Q[1-4])", _short_end),
        (rf"{_YEAR} ?年 ?(.*)", lambda year, rest: _chinese(year, rest.replace(" ", ""))),
    )
]
"""Other spellings with what makes the help of their parts; the first that fits counts."""
