"""Units as heads and columns of units write them."""

import functools
import re
from decimal import Decimal

from cqviewer.model.numbers.quantity import unlike
from cqviewer.model.numbers.unit import SCALE_WORDS, Unit
from cqviewer.model.problems import Misread

_PERCENT = re.compile(
    r"percent(age)?s?( \(%\))?|per cent|%|pc|pct|in %|prozent|pour cent|百分比|percentages?",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:in )?(?:(?:percentage|per ?cent|%)[ -]?points?|pp|p\.p\.|ppts?|个?百分点|prozentpunkte?"
    r"|points? de pourcentage)",
    re.IGNORECASE,
)
"""Differences of percentages, which are no per cent."""
_MONEY = re.compile(
    r"(?P<sign>[A-Z]{0,3}[$€£¥₹])\s?(?P<scale>millions?|billions?|thousands?|mn?|bn|k)?(?![\w])",
    re.IGNORECASE,
)
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "k": "thousand"}
_FOREIGN = {
    "thousand": r"tsd|tausend|milliers|migliaia|tis|tys|тыс(?:яч)?|1[., ]?000",
    "million": r"mio|mln|mn|millionen|millones|milioni|milhões|млн|миллионов",
    "billion": r"mrd|milliarden|milliards|mld|mlrd|miliardi|млрд|bn",
    "crore": "crores?",
    "lakh": "lakhs?",
}
"""Words of scale that offices write in heads, by what sheets write."""
_OF = r"(?:of |d[e’']s? ?|di )?"
_CODE = r"EUR|USD|GBP|CHF|JPY|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|INR|Rs\.?|euros?|[€$£¥₹]"
_IN_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]{1,40})[)）\]]\s*$")
_IN_WORDS = re.compile(r"\b(?:as a |in )?(per ?cent|percentage)\b|(%)", re.IGNORECASE)
_TIMES = {
    **dict.fromkeys(("3", "thousand", "thousands"), "thousand"),
    **dict.fromkeys(("6", "million", "millions"), "million"),
    **dict.fromkeys(("9", "billion", "billions"), "billion"),
    **dict.fromkeys(("12", "trillion", "trillions"), "trillion"),
}


def plain_unit(text: str) -> str:
    """Return a unit as a sheet writes it: % for all that is per cent, £ million for £m."""
    text = re.sub(r"\s+", " ", text).strip()
    if _POINTS.fullmatch(text):
        return "percentage points"
    if _PERCENT.fullmatch(text):
        return "%"
    if said := _worded(text.replace("_", " ")):
        return said
    match = _MONEY.fullmatch(text)
    if match:
        scale = (match["scale"] or "").lower().rstrip("s")
        return f"{match['sign']} {_SCALES.get(scale, scale)}".strip()
    return text


def _worded(text: str) -> str:
    """Return a scale in words with what it scales: 'EUR million' for 'Mio. EUR'; or nothing."""
    for scale, words in _FOREIGN.items():
        word = rf"(?:{scale}s?|{words})\.?"
        if re.fullmatch(rf"(?:in |en |in den )?{word}", text, re.IGNORECASE):
            return scale
        match = re.fullmatch(
            rf"(?:in |en )?{word} {_OF}(?P<what>[^\d%]{{1,30}})", text, re.IGNORECASE
        )
        match = match or re.fullmatch(rf"(?:in )?(?P<what>{_CODE}),? ?{word}", text, re.IGNORECASE)
        if match:
            return scaled(match["what"].removeprefix("in ").strip(), scale)
    return ""


def scaled(unit: str, times: str) -> str:
    """Return a unit with the scale that a multiplier says: a power of ten or its word."""
    times = times.strip().casefold()
    scale = _TIMES.get(times) or (times if is_scale(times) else "")
    if not scale or unit == "%" or re.search(_SCALED, unit):
        return unit
    if not unit:
        return scale
    try:
        is_money = Unit.parse(unit).kind == "money"
    except Misread:
        is_money = False
    return f"{unit} {scale}" if is_money else f"{scale} {unit}"


def is_other_unit(unit: str, other: str) -> bool:
    """Return whether two units differ in what numbers mean: size, currency, base or year of prices.

    Two names of what is counted may be two spellings of one.
    """
    digits = [re.findall(r"\d+", re.sub(r"(?<=\d)[ ,](?=\d)", "", one)) for one in (unit, other)]
    is_based_anew = all(digits) and digits[0] != digits[1]
    is_unlike = unlike({"en": unit, "zh": other}) is not None
    return is_based_anew or is_unlike or _size_of(unit) != _size_of(other)


def _size_of(unit: str) -> tuple[bool, int]:
    """Return whether a unit is per cent, and the power of ten of its scale."""
    try:
        said = Unit.parse(unit)
    except Misread:
        return False, 0
    first = next((one for one in unit.split() if len(one) > 2), "").casefold()
    native = re.match("[十百千万亿]+", unit)
    noun = SCALE_WORDS.get(native[0] if native else first, 0)
    return said.kind == "percent", said.exponent if said.kind == "money" else noun


def is_scale(text: str) -> bool:
    """Return whether a text is a scale alone, of a unit that stands elsewhere."""
    return text in _TIMES.values() or text in ("lakh", "crore")


def scale_of(unit: str) -> str:
    """Return the scale in a unit, such as the million of '£ million'; empty if it has none."""
    return next((one for one in unit.split() if is_scale(one)), "")


def scale_at_end(text: str) -> tuple[str, str]:
    """Return the scale that a head or title ends with, 'thousand' of '(000s)', and the rest."""
    match = _SCALE_AT_END.search(text)
    if not match:
        return "", text
    scale = re.sub(r"\W", "", match[1]).lower().rstrip("s")
    return _TIMES.get(scale, "thousand"), text[: match.start()].strip(" ,(")


@functools.lru_cache(1000)
def in_head(text: str) -> tuple[str, str]:
    """Return the unit that a head ends with or names, and the head without it."""
    scale, rest = scale_at_end(text)
    if scale:
        return scale, rest
    if match := _IN_BRACKETS.search(text):
        inner = match[1]
        if re.fullmatch(_DOLLARS, inner):
            return "US$", text  # which dollars they are stays in the name
        if said := _worded(inner):
            return said, text[: match.start()].strip(" ,")
        if any(re.fullmatch(one, inner) for one in (_MONEY, _PERCENT, _PLAIN_UNIT, _POINTS)):
            return plain_unit(inner), text[: match.start()].strip(" ,")
        if _IN_WORDS.search(inner):
            return "%", text[: match.start()].strip(" ,")
    if (match := _MONEY.search(text)) and match.end() == len(text):
        return plain_unit(match[0]), text[: match.start()].strip(" ,")
    for at in re.finditer(
        r"(?:^(?!(?i:thousand|million|billion))|, |\bin )(?=[^\d\s])|in (?=1)", text
    ):
        if said := _worded(text[at.end() :]):
            return said, text[: at.start()].strip(" ,")
    if text.endswith("%") or re.search(r", ?per ?cent$", text, re.IGNORECASE):
        return "%", re.sub(r",?(?: in)? ?(%|per ?cent)$", "", text, flags=re.IGNORECASE)
    return "", text


_PLAIN_UNIT = (
    r"kg|t|tonnes|km2?|km²|ha|m3|m³|kWh|[MGT]Wh|persons|people|number|thousands?|millions?|years"
    r"|hours|days|%"
    r"|[百千万亿]*(?:元|美元|人|吨|户|个|家|辆|台|件|公里|公顷|千瓦时|千瓦小时|平方米|立方米|平方公里)"
)
_DOLLARS = r"(?:current|constant)(?: \d{4})? US\$"
_SCALED = r"\b(?:thousand|million|billion|trillion|lakh|crore)|[千万亿]"
_SCALE_AT_END = re.compile(
    r"(?:^|[,(] ?(?:in )?|\bin )('?000s?|1[.,'’ ]?000|thousands?|millions?|billions?)\)?$",
    re.IGNORECASE,
)


def within_scale(number: str, unit: str) -> str:
    """Return a number of things as one of a unit that may name a scale: 1200000 as 1.2 million."""
    words = [0, *(SCALE_WORDS.get(one.lower(), 0) for one in unit.split() if len(one) > 1)]
    try:
        scale = max(Unit.parse(unit).exponent, *words)
    except Misread:
        scale = max(words)
    *bound, digits = number.rsplit(" ", 1)
    return " ".join([*bound, f"{Decimal(digits).scaleb(-scale).normalize():f}"])
