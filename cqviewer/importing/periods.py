"""Periods as heads and cells write them, and how a sheet writes the same time."""

import calendar
import datetime
import functools
import re

from cqviewer.model.numbers.foreign_periods import period_help
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Misread

_YEAR = re.compile(r"(1[6-9]|20|21)\d\d")
_TWO_YEARS = re.compile(
    r"(?P<first>\d{4}) ?(?:[-–—/]|to|bis|à) ?(?P<last>\d{4}|\d{2})", re.IGNORECASE
)
_ONE_WAY = re.compile(r"write (\S+)( for .*)?")
_TWO_DAYS = re.compile(r"write (\d{4}-\d\d-\d\d), or (\d{4}-\d\d-\d\d)")
_WITHIN = re.compile(
    r"(?<![\w/.-])((?:FY ?)?\d{4} ?(?:(?:[-–—/]|to) ?\d{2,4}|[- ]?(?:Q|M|S|H)\d{1,2})?"
    r"|\d{1,2}\.\d{1,2}\.\d{4}|Q[1-4] ?\d{4}|\d{4}年(?:\d{1,2}月)?)(?![\w/-]| ?= ?10)"
)
"""A period within a text, but not the base of an index, 2015=100."""
_SPAN = re.compile(
    r"\b(?:(?P<what>week|month|quarter|half.year|year)s?\b.*\b(?:(?P<end>end(?:ed|ing))"
    r"|begin\w*|start\w*|commencing)|w/(?P<e>e|c|b))\b",
    re.IGNORECASE,
)
"""How heads say that their dates are the ends or beginnings of longer times."""
_MONTHS_OF = {"month": 1, "quarter": 3, "half-year": 6, "half year": 6, "year": 12}
_FIRST_DAY = datetime.date(1899, 12, 30)
"""Day 0 of spreadsheets, which count days from it."""


@functools.lru_cache(20_000)
def read_period(
    text: str, year_begins: str | None, *, is_fiscal: bool = False, dates: str | None = None
) -> str | None:
    """Return a period as a sheet writes it, or None.

    `is_fiscal` says that 2009-10 is a fiscal year, and no month. A fiscal year such as 2023/24 is
    valid only once `year_begins` is given. `dates` says whether the day or the month stands first
    in 01/02/2024.
    """
    text = re.sub(r"\s+", " ", text).strip()
    if dates == "serial" and is_serial(text):
        return str(_FIRST_DAY + datetime.timedelta(days=int(text)))
    text = re.sub(r"(\d{4})[ -]?[KkTt]([1-4])", r"\1-Q\2", text)
    text = re.sub(r"(\d{4}) \[YR\1\]", r"\1", text)  # as the World Bank heads its years
    if re.fullmatch(r"\d+\.0", text):
        text = text[:-2]
    match = _TWO_YEARS.fullmatch(text)
    if match and _follows(match["first"], match["last"]):
        is_month = not is_fiscal and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text)
        if not is_month:
            return _two_years(match["first"], year_begins)
    try:
        period = Period.parse(text)
    except Misread:
        said = period_help(text) if len(text) < 60 else ""
        if dates and (days := _TWO_DAYS.fullmatch(said)):
            return days[1] if dates == "day" else days[2]
        hint = _ONE_WAY.fullmatch(said)
        return hint[1] if hint else None
    if not period.start or (text.isdigit() and not _YEAR.fullmatch(text)):
        return None
    return text


def _follows(first: str, last: str) -> bool:
    """Return whether one year comes right after another."""
    return str(int(first) + 1).endswith(last)


def _two_years(first: str, year_begins: str | None) -> str:
    if year_begins == "calendar":
        return f"{first}-01/{int(first) + 1}-12"
    return f"{first}/{(int(first) + 1) % 100:02}"


def are_fiscal(texts: list[str]) -> bool:
    """Return whether all texts are years such as 2009-10, of which some only can be months."""
    matches = [_TWO_YEARS.fullmatch(one.strip()) for one in texts]
    return len(texts) > 1 and all(one and _follows(one["first"], one["last"]) for one in matches)


def period_within(text: str, year_begins: str | None) -> tuple[str, str] | None:
    """Return the period that a head holds, and the head without it; None if it holds none."""
    if (whole := read_period(text, year_begins)) is not None:
        return whole, ""
    for match in _WITHIN.finditer(text):
        if (found := read_period(match[1], year_begins)) is not None:
            rest = f"{text[: match.start()]} {text[match.end() :]}"
            rest = re.sub(r"\( *\)", "", rest)
            return found, re.sub(r"\s+", " ", rest).strip(" ,:;-–")
    return None


def in_time(period: str) -> tuple[str, str]:
    """Return a key to sort periods by: the last and first day, or the text of an unknown one."""
    try:
        one = Period.parse(period, 4)
    except Misread:
        return period[:4], period
    return str(one.end), str(one.start)


_MONTHS = (
    "januar jänner janvier janv enero gennaio janeiro januari январь",
    "februar février févr febrero febbraio fevereiro februari февраль",
    "märz mär mars marzo março maart март",
    "avril avr abril aprile апрель",
    "mai mayo maggio maio mei maj май",
    "juni juin junio giugno junho июнь",
    "juli juillet juil julio luglio julho июль",
    "août agosto augustus augusti август",
    "septembre septiembre settembre setembro сентябрь",
    "oktober okt octobre octubre ottobre outubro октябрь",
    "novembre noviembre novembro ноябрь",
    "dezember dez décembre déc diciembre dicembre dezembro december декабрь",
)
"""The months in German, French, Spanish, Italian, Portuguese, Dutch, Swedish and Russian."""


@functools.lru_cache(1000)
def part_of_year(text: str) -> str | None:
    """Return what follows the year in a period: '-01' of 'Jan', 'M01' and '1月', '-Q1' of 'Q1'.

    It is empty for all of the year, as 'M13' is, and None for what is no part of it.
    """
    text = re.sub(r"\s+", " ", text).strip(" .")
    if re.fullmatch("M13|Q05|S03|A01", text):
        return ""
    if match := re.fullmatch(r"(?:M|Mois )(0[1-9]|1[0-2])", text):
        return f"-{match[1]}"
    if match := re.fullmatch(r"[QTK]0?([1-4])", text):
        return f"-Q{match[1]}"
    for number, names in enumerate(_MONTHS, 1):
        if text.casefold() in names.split():
            return f"-{number:02}"
    read = None if re.search(r"\d{3}", text) else read_period(f"{text} 2022", None)
    read = read or (read_period(f"2022年{text}", None) if re.search("[月季]", text) else None)
    return read[4:] if read and re.fullmatch(r"2022-(?:\d\d|[QH]\d)", read) else None


def length_of(period: str) -> str:
    """Return whether a period is a year, half-year, quarter or month; empty for others."""
    match = re.fullmatch(r"\d{4}(?:-([HQ]?)\d{1,2})?", period)
    lengths = {None: "year", "H": "half-year", "Q": "quarter", "": "month"}
    return lengths[match[1]] if match else ""


def spanned(period: str, head: str) -> str:
    """Return the time that a head says of its dates: seven days under 'Week ending'.

    Of quarters and years that is said of their last or first month, or its last or first day.
    """
    match = _SPAN.search(head)
    days = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", period)
    if not match or not days:
        return period
    what = (match["what"] or "week").casefold()
    is_end = bool(match["end"]) or (match["e"] or "").casefold() == "e"
    if what == "week":
        if not days[3]:
            return period
        day = datetime.date.fromisoformat(period)
        first = day - datetime.timedelta(days=6) if is_end else day
        return f"{first}/{first + datetime.timedelta(days=6)}"
    months = int(days[1]) * 12 + int(days[2]) - 1
    last = calendar.monthrange(int(days[1]), int(days[2]))[1]
    if days[3] and int(days[3]) != (last if is_end else 1):
        return period
    others = _MONTHS_OF[what] - 1
    ends = [months - others, months] if is_end else [months, months + others]
    first_month, last_month = (f"{one // 12:04}-{one % 12 + 1:02}" for one in ends)
    return first_month if first_month == last_month else f"{first_month}/{last_month}"


def is_year(text: str) -> bool:
    """Return whether a number alone is a year that statistics are about."""
    return bool(re.fullmatch(r"(?:1[6-9]|20)\d\d", text))


def is_serial(text: str) -> bool:
    """Return whether a number may count the days of a date, as spreadsheets do, from 1927 on."""
    return bool(re.fullmatch(r"[1-6]\d{4}", text))


def is_either_day(text: str) -> bool:
    """Return whether a date may begin with its day or with its month."""
    return len(text) < 60 and bool(_TWO_DAYS.fullmatch(period_help(text)))
