"""Periods as other offices write them, and how this format writes the same time."""

import calendar
import datetime
import re
import unicodedata
from collections.abc import Callable

from cqviewer.model.messages import Sentence, say
from cqviewer.model.numbers.foreign_marks import mark_of

_YEAR = "(?P<year>[0-9]{4})"
_SHORT_YEAR = "'?(?P<short_year>[0-9]{2})"
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
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_ONE = re.compile(r"write ([0-9-]+(?:Q[1-4]|[HS][12]|W[0-9]{2})?)")
"""Matches help that consists of one point in time."""
_BETWEEN = re.compile(r" ?(?:[-–—~至到/]|\bto\b|\bthrough\b|\.\.) ?", re.IGNORECASE)
_NOTHING = re.compile(
    r"[.:\-–—…*x]+|n\.?/?a\.?|nil|none|null|unknown|not given|未说明", re.IGNORECASE
)


_BEGINS = say(" with `year_begins: 4` (its first month) at the indicator or the sheet")
"""What a fiscal year needs where nothing says when it begins."""


def period_help(text: str, year_begins: int | None = None) -> str:
    """Return what to write for a period of another spelling; nothing for one that is not known.

    `year_begins` is the month in which fiscal years begin, if the sheet says it.
    """
    if text.casefold() == "not stated" or _NOTHING.fullmatch(text):
        return say("write: not stated")
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in plain)
    known = _help(plain, year_begins) or (_as_written(plain) if plain != text else "")
    return known or _ends(plain, year_begins)


def _ends(text: str, year_begins: int | None) -> str:
    """Return a period of two ends, each in a spelling of its own: 'Jan 2024 – Nov 2024'."""
    for match in _BETWEEN.finditer(text):
        first, last = text[: match.start()].strip(), text[match.end() :].strip()
        year = re.search("[0-9]{4}", last)
        if year and not re.search("[0-9]{4}", first):
            first = f"{first} {year[0]}"
        ends = [_ONE.fullmatch(_as_written(one) or _help(one, None)) for one in (first, last)]
        points = [one[1] for one in ends if one]
        if len(points) == 2 and len(points[0]) == len(points[1]):
            try:
                if len(points[0]) == 4:
                    return _years(*points, year_begins=year_begins)
                return say("write {}", "/".join(points))
            except ValueError:  # years that are far apart, or the wrong way round
                return ""
    return ""


def _as_written(text: str) -> str:
    """Return the help to write a text as it is, if it is a point in time in this format; or ''."""
    return (
        say("write {}", text)
        if re.fullmatch("[0-9]{4}(-(Q[1-4]|[HS][12]|W[0-9]{2}|[0-9]{2}(-[0-9]{2})?))?", text)
        else ""
    )


def _help(text: str, year_begins: int | None) -> str:
    """Return what to write for a period by the first spelling that matches; '' if none does.

    The function of a spelling returns a period, or else the whole sentence.
    """
    for pattern, hint in _SPELLINGS:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            parts = match.groupdict(default="")
            if short := parts.pop("short_year", ""):
                parts["year"] = f"20{short}"
            try:
                if hint in (_years, _fiscal):
                    return hint(**parts, year_begins=year_begins)
                made = hint.format(**parts) if isinstance(hint, str) else hint(**parts)
            except ValueError:  # the thirtieth of February, a week 54
                return ""
            return made if isinstance(made, Sentence) else say("write {}", made)
    return ""


def fiscal_help(first: int, *, year_begins: int | None, instead: str = "") -> str:
    """Return how to write the fiscal year that begins in a year; `instead` is another reading."""
    hint = say("for a fiscal year write {}", _fiscal_year(first))
    hint += "" if year_begins else _BEGINS
    return say("{}; {}", hint, instead) if instead else hint


def _fiscal_year(first: int) -> str:
    return f"{first:04}/{(first + 1) % 100:02}"


def _years(year: str, last: str, *, year_begins: int | None) -> str:
    """Return two years as a fiscal year, or as calendar years where they are further apart."""
    begin = int(year)
    end = int(last) if len(last) == 4 else begin - begin % 100 + int(last)
    if len(last) == 2 and end < begin:
        end += 100
    if end > datetime.MAXYEAR:
        raise ValueError
    if end == begin + 1:
        instead = say("{:04}-01/{:04}-12 for two calendar years", begin, end)
        if len(last) == 2 and 1 <= int(last) <= 12:
            instead += say(", {}-{} for a month", begin, last)
        return fiscal_help(begin, year_begins=year_begins, instead=instead)
    if len(last) == 2 and 1 <= int(last) <= 12:
        return say("write {:04}-{} for a month", begin, last)
    if not begin < end <= begin + 20:
        raise ValueError
    return say("write {:04}/{:04} for {} calendar years", begin, end, end - begin + 1)


def _fiscal(year: str, last: str = "", *, year_begins: int | None) -> str:
    """Return how to write 'FY2024', which is named by its end in most countries."""
    begin = int(year)
    if last:
        return fiscal_help(begin, year_begins=year_begins)
    hint = say(
        "write {}, or {} if it is named by the year in which it begins",
        _fiscal_year(begin - 1),
        _fiscal_year(begin),
    )
    return hint if year_begins else hint + "," + _BEGINS


def _decade(decade: str) -> str:
    return say("write {0}0/{0}9 for ten calendar years", decade)


def _fiscal_years(year: str, next_year: str, last: str, end_year: str) -> str:
    """Return several fiscal years as months: '2013/14 to 2015/16'."""
    first, end = int(year), int(last) + 1
    are_fiscal = (int(next_year), int(end_year)) == ((first + 1) % 100, end % 100)
    if not are_fiscal or not first < end <= first + 20:
        raise ValueError
    return say("write their first and last month, such as {:04}-04/{:04}-03", first, end)


def _year_to(month: str, year: str) -> str:
    """Return the twelve months that end with one: 'year ending March 2024'."""
    last = _number_of(month)
    begin = int(year) - (last < 12)
    return f"{begin:04}-{last % 12 + 1:02}/{year}-{last:02}"


def _day_of_year(year: str, day: str) -> str:
    if not 0 < int(day) <= 365 + calendar.isleap(int(year)):
        raise ValueError
    return str(datetime.date(int(year), 1, 1) + datetime.timedelta(int(day) - 1))


def _days(year: str, month: str, first: str, last: str) -> str:
    begin, end = (datetime.date(int(year), int(month), int(one)) for one in (first, last))
    return f"{begin}/{end}"


def _ordinal_part(ordinal: str, part: str, year: str) -> str:
    number = _ORDINALS.get(ordinal.lower(), ordinal[:1])
    return f"{year}-Q{number}" if part.lower() == "quarter" else _part(year, "h", number)


def _weeks(year: str, first: str, last: str) -> str:
    return f"{_week(year, first)}/{_week(year, last)}"


def _other_calendar(minguo: str, reiwa: str, buddhist: str, thai: str) -> str:
    """Return a year of the Republic of China, the Reiwa era or the Buddhist calendar."""
    years = {minguo: 1911, reiwa: 2018, buddhist: -543, thai: -543}
    written = minguo or reiwa or buddhist or thai
    return say("write {} for the common calendar's year", int(written) + years[written])


def _flagged(period: str, flag: str) -> str:
    """Return a period without the mark beside it, which belongs to its value."""
    mark = mark_of(flag)
    if mark:
        return say("write {} with `status: {}`", period, mark)
    return say("write {} and say in `note` what '{}' means", period, flag)


def _month(year: str, month: str) -> str:
    return datetime.date(int(year), _number_of(month), 1).isoformat()[:7]


def _number_of(month: str) -> int:
    """Return the number of a month that is written as a number or by its name."""
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1


def _part(year: str, letter: str, number: str) -> str:
    """Return a half-year (S, H), or the months of a third of a year (T) or of two months (B)."""
    if letter in "SsHh":
        if number not in "12":
            raise ValueError
        return f"{year}-{letter.upper()}{number}"
    months = {"t": 4, "b": 2}[letter.lower()]
    last = months * int(number)
    if not 0 < last <= 12:
        raise ValueError
    whole = f"{year}-{last - months + 1:02}/{year}-{last:02}"
    if letter in "Tt":
        return say("write {}, or {}-Q{} for a quarter", whole, year, number)
    return whole


def _week(year: str, week: str) -> str:
    datetime.date.fromisocalendar(int(year), int(week), 7)  # raises for a week 54
    return f"{year}-W{int(week):02}"


def _day(year: str, month: str, day: str) -> str:
    return str(datetime.date(int(year), _number_of(month), int(day)))


def _day_or_month_first(one: str, other: str, year: str) -> str:
    """Return a day that is written with its year last; both readings where there are two."""
    if int(one) > 12 or one == other:
        return _day(year, other, one)
    if int(other) > 12:
        return _day(year, one, other)
    both = (datetime.date(int(year), *map(int, days)) for days in ((other, one), (one, other)))
    return say("write {}, or {}", *both)


def _chinese(year: str, rest: str) -> str:
    """Return a Chinese period: 2024年, 2024年1-11月, 2024年三季度, 2024年上半年."""
    rest = rest.replace(" ", "")
    if rest in ("", "度", "全年"):
        return year
    if rest in ("末", "底", "年末", "年底"):
        return _YEAR_END.format(year=year)
    if match := re.fullmatch("([0-9]{1,2})月([0-9]{1,2})日?[-–—~至到]([0-9]{1,2})日", rest):
        return _days(year, *match.groups())
    if match := re.fullmatch("([0-9]{1,2})月(?:([0-9]{1,2})日)?", rest):
        return _day(year, match[1], match[2]) if match[2] else _month(year, match[1])
    if match := re.fullmatch("([0-9]{1,2})月?[-–—~至到]([0-9]{1,2})月", rest):
        return "/".join(_month(year, one) for one in match.groups())
    if match := re.fullmatch("(前|第)?([一二三四1234])个?季度", rest):
        number = _QUARTERS_ZH.get(match[2]) or int(match[2])
        begin = f"{year}-Q1/" if match[1] == "前" else ""
        return f"{begin}{year}-Q{number}"
    if match := re.fullmatch("第?([0-9]{1,2})[周週]", rest):
        return _week(year, match[1])
    return _part(year, "h", {"上半年": "1", "下半年": "2"}.get(rest, "0"))


_FISCAL = "(?:fiscal(?: year)?|financial year|school year|academic year|season|[FAS]Y)"
_RUN = rf"{_YEAR} ?[-–—/] ?(?P<last>[0-9]{{4}}|[0-9]{{2}})"
_FISCAL_RUN = (
    rf"{_YEAR}[-/](?P<next_year>{_TWO}) ?(?:[-–—/]|to) ?"
    rf"(?P<last>[0-9]{{4}})[-/](?P<end_year>{_TWO})"
)
_ORDINAL = "(?P<ordinal>1st|2nd|3rd|4th|first|second|third|fourth)"
_OTHER_YEAR = (
    "(?:民国|民國) ?(?P<minguo>[0-9]{2,3}) ?年|(?:令和|R) ?(?P<reiwa>[0-9]{1,2}) ?年?"
    r"|(?:BE ?)?(?P<buddhist>[0-9]{4}) ?BE|พ\.ศ\. ?(?P<thai>[0-9]{4})"
)
_QUARTER = "{year}-Q{quarter}"
_YEAR_END = "{year}-12-31"
_ENDS = "{year}-{first}/{year}-{last}"
_TIME = "(?:[T ].*)?"
_SPELLINGS: tuple[tuple[str, str | Callable[..., str]], ...] = (
    (_RUN, _years),
    (_FISCAL_RUN, _fiscal_years),
    (rf"{_FISCAL} ?{_RUN}", _fiscal),
    (rf"{_RUN} ?(?:season|FY|\(.*\)|学年|学年度)", _fiscal),
    (rf"{_FISCAL} ?{_YEAR}", _fiscal),
    (rf"{_YEAR} ?FY", _fiscal),
    (rf"(?:year|12 months|YE|FYE) ?(?:ending|ended|to|end)? {_NAME} {_YEAR}", _year_to),
    (rf"(?:at )?(?:the )?end[- ](?:of )?{_YEAR}", _YEAR_END),
    ("(?P<decade>[0-9]{3})0s", _decade),
    (
        r"(?P<period>[0-9]{4}(?:-Q[1-4]|-[0-9]{2})?) ?(?P<flag>\*|[(\[]?[prefbudsi][)\]]?)",
        _flagged,
    ),
    (rf"{_YEAR}-(?P<day>[0-9]{{3}})", _day_of_year),
    (rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<first>[0-9]{{2}})[-/](?P<last>[0-9]{{2}})", _days),
    (rf"{_YEAR}-W(?P<first>[0-9]{{2}})[-/]W(?P<last>[0-9]{{2}})", _weeks),
    (rf"(?:calendar )?(?:W|week )(?P<week>{_TWO})(?: of|,)?[- /]{_YEAR}", _week),
    (rf"{_NAME}[- ]{_SHORT_YEAR}", _month),
    (rf"{_NAME} (?P<day>{_TWO})(?:st|nd|rd|th)?,? {_YEAR}", _day),
    (rf"(?P<day>{_TWO})(?:st|nd|rd|th) {_NAME},? {_YEAR}", _day),
    (rf"{_ORDINAL}[- ](?P<part>quarter|half)(?: of|,)? {_YEAR}", _ordinal_part),
    (rf"(?P<quarter>[1-4])Q[- /]?{_YEAR}", _QUARTER),
    (rf"(?P<quarter>[1-4])Q ?{_SHORT_YEAR}", _QUARTER),
    (rf"Q(?P<quarter>[1-4]) ?{_SHORT_YEAR}", _QUARTER),
    (rf"(?P<number>[12])(?P<letter>H)[- /]?{_YEAR}", _part),
    (_OTHER_YEAR, _other_calendar),
    (rf"FY ?{_SHORT_YEAR}(?: ?[-–/] ?(?P<last>[0-9]{{4}}|[0-9]{{2}}))?", _fiscal),
    (rf"FY ?'?{_YEAR}(?: ?[-–/] ?(?P<last>[0-9]{{4}}|[0-9]{{2}}))?", _fiscal),
    (rf"{_YEAR}[- /.:]?Q(?P<quarter>[1-4])", _QUARTER),
    (rf"Q(?P<quarter>[1-4])[- /]?{_YEAR}", _QUARTER),
    (rf"{_YEAR}[- ]?M(?P<month>{_TWO})", _month),
    (rf"{_YEAR}[-./:](?P<month>[0-9])", _month),
    (rf"{_YEAR}\.?(?P<month>[0-9]{{2}})", _month),
    (rf"{_YEAR}[- ]{_NAME}", _month),
    (rf"(?P<month>{_TWO})[-./]{_YEAR}", _month),
    (rf"{_NAME}[- ]{_YEAR}", _month),
    (rf"{_YEAR}[- ]?(?P<letter>[SHTB])(?P<number>[1-6])", _part),
    (rf"(?P<letter>[SH])(?P<number>[12])[- /]?{_YEAR}", _part),
    (rf"{_YEAR}[- ]?W(?P<week>{_TWO})", _week),
    (rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}}){_TIME}", _day),
    (rf"{_YEAR}[-./](?P<month>{_TWO})[-.](?P<day>{_TWO}){_TIME}", _day),
    (rf"{_YEAR}/(?P<month>{_TWO})/(?P<day>{_TWO}){_TIME}", _day),
    (rf"(?P<one>{_TWO})[-./](?P<other>{_TWO})[-./]{_YEAR}{_TIME}", _day_or_month_first),
    (rf"(?P<day>{_TWO})[- ]{_NAME}[- ]{_YEAR}", _day),
    (rf"{_YEAR}-(?P<first>[0-9]{{2}})/(?P<last>[0-9]{{2}})", _ENDS),
    (rf"{_YEAR}-(?P<first>Q[1-4])[-/](?P<last>Q[1-4])", _ENDS),
    (rf"{_YEAR} ?年 ?(?P<rest>.*)", _chinese),
)
"""Patterns of other spellings, each with the right one or a function that returns it, or a whole
sentence; the first that matches counts."""
