"""The numbers of a text, each with its span, in all usual spellings."""

import itertools
import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from cqviewer.evidence.document import Mention
from cqviewer.model.numbers.spoken import FOLDS
from cqviewer.model.numbers.unit import SCALE_WORDS
from cqviewer.model.text import any_of

_GAP = r"\s{0,3}-?"
"""What may stand between a number and its scale; it is short, so that a search stays linear."""
_PERCENT = (
    r"(?:%|percent(?:age)?|per\s{1,3}cent|pro[zc]ent)"
    r"(?:[ -]?(?:points|punkte?n?|punt(?:en)?|enhet(?:er)?)\b|-?point\b)?"
    r"|pct|pour\s{1,3}cent|por\s{1,3}ciento|points?\sde\spourcentage|个?百分点|ppt?s?\b"
)
"""Per cent, and percentage points; '40 per cent point to' has none of these."""
_OF_POINTS = re.compile("percentage|百分点|pp|p[ou]i?n|enhet")
"""What only words for percentage points have."""
_SCALES = SCALE_WORDS | {
    word: exponent
    for exponent, words in {
        3: "thousands tausend milliers тыс tys",
        6: "millions millionen millones milhões milioni miljoner miljoen млн",
        9: "billions milliard milliards milliarden miliardi miljarder miljard bilhões mld млрд",
    }.items()
    for word in words.split()
}
"""Words of scale as sources of several languages write them."""
_RANGE = re.compile(r"\s?(?:[-–—~～至到]|to|bis)\s?")
"""What stands between the ends of a range, such as '3 to 5 million', which have one unit."""
_FRACTIONS = "½⅓⅔¼¾⅛⅜⅝⅞"


def _pattern(thousands: str, decimal: str) -> re.Pattern[str]:
    """Return the pattern of numbers in digits, given the signs of thousands and of decimals.

    A hyphen or dash is a minus where nothing but a space, a tab or a bracket stands before it: not
    in '10 -15'.
    """
    digits = (
        rf"(?:\d{{1,3}}(?:(?P<apart>[{thousands}])\d{{3}}(?:(?P=apart)\d{{3}})*(?!\d)"
        rf"|(?:,\d{{2}})+,\d{{3}}(?!\d))|\d+)(?:{decimal}\d+)?(?!{decimal}?\d)"
    )
    several = r"\d{1,3}(?P<twice>[.,])\d{3}(?:(?P=twice)\d{3})+(?![.,]?\d)"  # 1.200.000
    digits = rf"(?:(?<!\d,)\d+[.,]\d{{1,2}}(?![.,]?\d)|(?<!\d[.,]){several}|{digits})"
    digits = rf"(?:{digits}[{_FRACTIONS}]?|[{_FRACTIONS}])"
    return re.compile(
        r"(?:[<>≤≥]=?\s?)?(?P<minus>(?<!\S)(?<![\d%] )[-–]|(?<=[(（<>≤≥=])[-–])?"
        rf"(?P<of_hundred>百分之)?(?<![\w.])(?P<number>{digits})"
        rf"(?:{_GAP}(?P<scale>{any_of(_SCALES)}))?"
        r"(?!(?!percent|per\s|pct|ppt?s?\b|pro[zc]ent|pour\s|por\s)[a-z])"
        rf"(?:{_GAP}(?P<percent>{_PERCENT}))?(?P<times>倍)?",
        re.ASCII,
    )


_WITH_POINT, _WITH_COMMA = _pattern(",' ’", r"\."), _pattern(".' ’", ",")
_POINTS = re.compile(r"(?<![\d.,])\d+(?:,\d{3})*\.(?:\d{1,2}|\d{4,})(?![\d.,]\d|\d)", re.ASCII)
_COMMAS = re.compile(r"(?<![\d.,])\d+(?:\.\d{3})*,(?:\d{1,2}|\d{4,})(?![\d.,]\d|\d)", re.ASCII)
_TIMES_MORE = re.compile(r"(?:增长|增加|提高|上升|增幅)[^，。；]{0,6}$")
_LONGEST_TIMES_MORE = 8
"""Characters before a number that say more of it; 'between ' is as long."""
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
}
_LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = any_of(_WORDS)
_NO_SHARE = "".join(
    rf"(?<!{one} of )" for one in ("half", "third", "thirds", "quarter", "quarters")
)
_SPELLED = re.compile(
    rf"\b(?:{_WORD}|{_NO_SHARE}(?:half\s)?an?(?=\s(?:hundred|{'|'.join(_LARGE)})\b))"
    rf"(?:[\s-](?:and\s)?(?:{_WORD}|hundred|a\shalf|{'|'.join(_LARGE)})){{0,12}}"
    rf"\b(?P<percent>{_GAP}(?:{_PERCENT}))?"
)
_HALF = re.compile(r"half\san?\b|\ba\shalf")
_CHINESE_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_CHINESE_TENS = {"十": 10, "百": 100, "千": 1000}
_CHINESE_LARGE = {"万": 10**4, "亿": 10**8}
_CHINESE = re.compile(
    "(?P<of_hundred>百分之)?(?<![零〇一二三四五六七八九两十百千万亿点])"
    "(?P<number>[零〇一二三四五六七八九两十][零〇一二三四五六七八九两十百千万亿]{0,20}"
    "(?:点[零〇一二三四五六七八九]{1,12}[万亿]{0,2})?)"
    "(?![零〇一二三四五六七八九两十百千万亿])"
    "(?:(?P<percent>个?百分点)|(?P<tenths>成)(?![立为员功本果绩分就都半零一二三四五六七八九]))?"
)


def mentions(text: str, has_comma: bool | None, *, default_comma: bool = False) -> list[Mention]:
    """Return all numbers of a text in order: 7.6 %, 690,000, 69万, nine, doubled (+100 %).

    `has_comma` says whether the decimal sign is a comma. Where that is not known, 1.200 and 1,200
    are read as `default_comma` says, and have another reading too.
    """
    plain = in_plain(text)
    found = [
        Mention(Decimal(rise), True, *match.span())
        for words, rise in FOLDS
        for match in words.finditer(plain)
    ]
    is_open = has_comma is None
    found += _in_digits(plain, default_comma if has_comma is None else has_comma, is_open)
    found += _in_words(plain)
    found += _in_chinese(plain)
    return sorted(found, key=lambda one: one.start)


def has_decimal_comma(text: str) -> bool | None:
    """Return whether a text writes 7,6 and not 7.6; None where it shows neither."""
    plain = in_plain(text)
    points, commas = (sum(1 for _ in one.finditer(plain)) for one in (_POINTS, _COMMAS))
    return commas > points if commas != points else None


def in_plain(text: str) -> str:
    """Return a text as long as the given one, with plain small letters and ASCII digits."""
    return text.translate(_COMPATIBLE)


class _Compatible(dict[int, str]):
    """The plain form of each character (NFKC), digits of all scripts as ASCII, in small letters.

    So spans in the plain text are spans in the text. A raised 2 stays what it is: a footnote.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character).lower()
        if character.isdecimal():
            plain = str(unicodedata.decimal(character))
        elif len(plain) != 1 or unicodedata.category(character) == "No":
            plain = character
        self[code] = plain = "-" if code == 0x2212 else plain
        return plain


_COMPATIBLE = _Compatible()


def _in_digits(text: str, has_comma: bool, is_open: bool) -> Iterator[Mention]:
    decimal = "," if has_comma else "."
    matches = list((_WITH_COMMA if has_comma else _WITH_POINT).finditer(text))
    for match, after in itertools.zip_longest(matches, matches[1:]):
        number = _amount(match["number"], decimal)
        sign = -1 if match["minus"] else 1
        before = text[max(0, match.start() - _LONGEST_TIMES_MORE) : match.start()]
        start, end = match.span()
        is_bare = not (match["scale"] or match["percent"] or match["of_hundred"])
        unit = match
        if after and is_bare and _is_range(text, end, after.start("number"), before):
            unit = after if number < _amount(after["number"], decimal) else match
        if unit["percent"] or match["of_hundred"]:
            is_points = bool(_OF_POINTS.search(unit["percent"] or ""))
            yield Mention(sign * number, True, start, end, is_points=is_points)
        elif match["times"] and _TIMES_MORE.search(before):
            yield Mention(100 * number, True, start, end)
        else:
            tens = _SCALES.get(unit["scale"] or "", 0)
            other = None
            if is_open and re.fullmatch(r"[0-9]{1,3}[.,][0-9]{3}", match["number"]):
                other = _amount(match["number"], "." if has_comma else ",").scaleb(tens)
            yield Mention(sign * number.scaleb(tens), False, start, end, other=other)


def _is_range(text: str, start: int, end: int, before: str) -> bool:
    """Return whether what stands between two numbers makes a range of them."""
    is_between = before.endswith("between ") and text[start:end] == " and "
    return is_between or bool(_RANGE.fullmatch(text, start, end))


def _amount(written: str, decimal: str) -> Decimal:
    """Return a number; its last sign is the decimal one, or else has one or two digits after it.

    A sign that stands twice, as in 1.200.000, sets groups apart.
    """
    if written[-1] in _FRACTIONS:
        # Their parts of 3 are kept to the digits that texts write.
        part = Decimal(f"{unicodedata.numeric(written[-1]):.6g}")
        return part + (_amount(written[:-1], decimal) if written[:-1] else 0)
    *whole, rest = re.split("[.,]", written)
    sign = written[-len(rest) - 1] if whole else ""
    is_decimal = bool(sign) and (len(rest) < 3 or (sign == decimal and written.count(sign) == 1))
    digits = re.sub(r"\D", "", "".join(whole) if is_decimal else written)
    return Decimal(f"{digits}.{rest}" if is_decimal else digits)


def _in_words(text: str) -> Iterator[Mention]:
    """Read numbers that are written as words, in English."""
    for match in _SPELLED.finditer(text):
        total = part = Decimal(0)
        percent = match["percent"] or ""
        words = _HALF.sub("half", match[0][: len(match[0]) - len(percent)])
        for word in re.split(r"[\s-]+", words):
            if word == "half":
                part += Decimal("0.5")
            elif word == "hundred":
                part *= 100
            elif word in _LARGE:
                total, part = total + part * _LARGE[word], Decimal(0)
            elif word != "and":
                number = _WORDS.get(word, 1)  # a, an
                if part % 100 and (part % 100 < 20 or part % 10 or number >= 10):
                    break  # a year: nineteen ninety-nine
                part += number
        else:
            is_points = bool(_OF_POINTS.search(percent))
            yield Mention(total + part, bool(percent), *match.span(), is_points=is_points)


def _in_chinese(text: str) -> Iterator[Mention]:
    """Read numbers in Chinese characters; 一 alone is a word."""
    for match in _CHINESE.finditer(text):
        written = match["number"]
        is_percent = bool(match["of_hundred"] or match["percent"] or match["tenths"])
        if written in ("零", "〇", "一") and not is_percent:
            continue
        whole, _, rest = written.partition("点")
        value = _chinese_whole(whole)
        if value is None:
            continue
        large = rest.lstrip("零〇一二三四五六七八九")
        decimals = "".join(str(_CHINESE_DIGITS[one]) for one in rest[: len(rest) - len(large)])
        number = Decimal(f"{value}.{decimals or 0}")
        for one in large:
            number *= _CHINESE_LARGE[one]
        number *= 10 if match["tenths"] else 1
        is_points = bool(match["percent"])
        yield Mention(number.normalize() + 0, is_percent, *match.span(), is_points=is_points)


def _chinese_whole(text: str) -> int | None:
    """Return a whole number: 一千二百, 六十九万, or digit by digit 二〇二四; None for 两三.

    A last digit right after a sign of tens counts the next lower ones: 一百二 is 120, 三万五 35000.
    """
    if len(text) > 1 and all(one in _CHINESE_DIGITS for one in text):
        digits = "".join(str(_CHINESE_DIGITS[one]) for one in text)
        return int(digits) if len(digits) > 3 or "0" in digits else None
    total = part = 0
    digit: int | None = None
    last = 1  # what a digit counts without a sign after it
    for one in text:
        if one in _CHINESE_DIGITS:
            if digit:
                return None
            digit = _CHINESE_DIGITS[one]
            last = last if digit else 1
        elif one in _CHINESE_TENS:
            part += (1 if digit is None else digit or 1) * _CHINESE_TENS[one]
            digit, last = None, _CHINESE_TENS[one] // 10
        else:
            total = (total + part + (digit or 0) * last) * _CHINESE_LARGE[one]
            part, digit, last = 0, None, _CHINESE_LARGE[one] // 10
    return total + part + (digit or 0) * last
