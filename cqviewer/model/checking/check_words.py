"""Whether the numbers in a sheet's sentences are its figures, so that no sentence goes stale."""

import functools
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from cqviewer.model import localized
from cqviewer.model.checking.check_directions import check_directions
from cqviewer.model.checking.meant import Stray, offer_meant
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import WIDE, own_digits
from cqviewer.model.numbers.unit import CURRENCY_SIGNS, SCALE_WORDS
from cqviewer.model.problems import Findings, Path
from cqviewer.model.reading.fill_texts import without_references
from cqviewer.model.text import Language, Text, any_of, by_language, every_text
from cqviewer.model.wording.phrases import Vocabulary

_WITH_POINTS = ("en", "zh")
_BEGIN = r"(?<![A-Za-z0-9_.,])"  # a Chinese word may stand right before a number
_GROUPS = r"[,\u202f\u00a0'’]"
_NUMBER = rf"{_BEGIN}[0-9]{{1,3}}(?:{_GROUPS}[0-9]{{3}})+(?:\.[0-9]+)?|{_BEGIN}[0-9]+(?:\.[0-9]+)?"
_SPACE = r"[\s\u00a0\u202f-]*"
_PERCENT = r"[%％]|per ?cent\b|pct\b|pour ?cent\b"
_SIGN, _SCALE = any_of(CURRENCY_SIGNS), any_of(SCALE_WORDS)
_AMOUNT = re.compile(
    rf"(?P<sign>(?:{_SIGN}){_SPACE})?(?P<number>{_NUMBER})(?![0-9]|[.,][0-9])"
    rf"(?:{_SPACE}(?P<percent>{_PERCENT})"
    rf"|{_SPACE}(?P<scale>{_SCALE})(?![a-z])|(?P<rest>))",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(exceed\w*|above|below|over|under|than|at (least|most)|up to|within|between [^.]* and"
    r"|dépass\w*|(supérieur|inférieur)\w* à|plus de|moins de|au (moins|plus)|jusqu.à"
    r"|[<>≤≥]|超过|超|逾|高于|低于|不到|不足|至少|至多)\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(about|around|nearly|almost|some|roughly|close to|environ|près de|presque|quelque|[~≈]"
    r"|约|近|接近)\s*$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"[\s-]*points?\b", re.IGNORECASE)
_TO = r"\b(?:to|or|à|ou)|–|-|至|到|~"
_RANGE_AFTER = re.compile(rf"\s*({_TO})\s*(?:{_SIGN})?\s*[0-9]", re.IGNORECASE)
_RANGE_BEFORE = re.compile(rf"[0-9][^.,;，；]{{0,12}}\s*({_TO})\s*$", re.IGNORECASE)
_FROM = re.compile("(from|从|由) ?[^.;。；]*$", re.IGNORECASE)
_SIGNED = re.compile(r"(?<![^\s(（])[+-]$|\N{MINUS SIGN}$")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+(?!\d)")
_SCALE_ZH = re.compile(any_of(one for one in SCALE_WORDS if not one.isascii()))
_TIME = re.compile("(year|month|day|week|hour|quarter|minute|[年月日天周时]|季度)", re.IGNORECASE)
_FEW = 20
"""Counts up to this one need no figure: 'the 3 largest ports'."""
_MOST_COMPARED = 60
"""The most values of which differences and changes are worked out."""


def check_words(sheet: Sheet, findings: Findings) -> None:
    """Warn of numbers with a unit in titles, leads, summary and statements that no figure has."""
    numbers: _Numbers | None = None
    for path, text, figures in _sentences(sheet):
        for language, part in by_language(text, "").items():
            place = (*path, language) if language else path
            written = part
            if "{" in part:
                check_directions(part, place, sheet, findings)
                part = without_references(part, sheet)
            own = language or sheet.first_language
            if not any(map(str.isdigit, part)) and not _percent_in_words(own).search(part):
                continue
            numbers = numbers or _Numbers(sheet)
            for stray in numbers.unknown(part, figures, own):
                message = say("'{}' is no figure of the sheet", stray.shown)
                hint = say("the figures may have changed: mend the text, or add the figure")
                findings.add(place, message, hint, "warning")
                offer_meant(stray, written, place, own, sheet, findings)


def _sentences(sheet: Sheet) -> Iterator[tuple[Path, Text, list[Indicator]]]:
    """Yield the texts that speak of figures: path, text, and the figures that it may compare."""
    yield ("title",), sheet.title, []
    if sheet.summary:
        yield ("summary",), sheet.summary, []
    for number, section in enumerate(sheet.sections):
        path: Path = ("sections", number)
        yield (*path, "title"), section.title, []
        if section.lead:
            yield (*path, "lead"), section.lead, []
        for place, chart in enumerate(section.charts):
            figures = [sheet.indicators[one] for one in chart.of[:_MOST_COMPARED]]
            yield (*path, "charts", place, "title"), chart.title, figures
            if chart.subtitle:
                yield (*path, "charts", place, "subtitle"), chart.subtitle, figures
        for place, statement in enumerate(section.statements):
            yield (*path, "statements", place, "text"), statement.text, []


class _Numbers:
    """The numbers that a sheet's sentences may hold."""

    def __init__(self, sheet: Sheet) -> None:
        figures = list(sheet.indicators.values())
        self._percent = [one for one in figures if one.unit.kind == "percent"]
        self._others = [one for one in figures if one.unit.kind != "percent"]
        self._sheet = sheet

    @functools.cached_property
    def _things(self) -> re.Pattern[str] | None:
        return _things(self._others)

    @functools.cached_property
    def _named(self) -> set[Decimal]:
        named = "\n".join(every_text(*_names(self._sheet)))
        return {_value(one) for one in re.findall(_NUMBER, named)}

    def unknown(self, text: str, compared: list[Indicator], language: Language) -> Iterator[Stray]:
        """Yield the numbers with a unit in a text that no figure has.

        Differences between the `compared` figures are known as well.
        """
        for match in _percent_in_words(language).finditer(text):
            value = Decimal(_number_words(language).index(match[1].lower()))
            known = self._known(compared, "", 0, is_percent=True)
            before, after = text[: match.start()], text[match.end() :]
            if not _is_limit(before, after) and value not in map(abs, known):
                yield Stray(match[0], match[1], value, is_percent=True)
        written, text = text, _with_points(text, language)
        for match in _AMOUNT.finditer(text):
            before, after = text[: match.start()], text[match.end() :]
            thing = self._things.match(after) if after and self._things else None
            scale = match["scale"] or ""
            if scale.lower() in ("m", "k") and not match["sign"]:
                continue
            value = _value(match["number"])
            is_thing = thing is not None and value > _FEW and not _is_year(match["number"])
            is_large = bool(re.search(_GROUPS, match["number"])) and match["rest"] is not None
            if not (match["percent"] or match["sign"] or scale or is_thing or is_large):
                continue
            if value in self._named or _is_limit(before, after):
                continue
            half = Decimal("0.5").scaleb(-own_digits(value))
            margin = max(half, value / 10) if _ABOUT.search(before) else half
            exponent = SCALE_WORDS[scale.lower()] if scale else 0
            wanted, margin = (one.scaleb(exponent, WIDE) for one in (value, margin))
            currency = CURRENCY_SIGNS.get((match["sign"] or "").strip().upper(), "")
            signed = _SIGNED.search(before)
            direction = 0 if signed is None else 1 if signed[0] == "+" else -1
            known = self._known(compared, currency, direction, is_percent=bool(match["percent"]))
            if not any(abs(abs(one) - wanted) <= margin for one in known):
                shown, number = (written[slice(*match.span(one))] for one in (0, "number"))
                what = thing[0] if thing and not match["percent"] else ""
                yield Stray(shown + what, number, wanted, bool(match["percent"]), currency, what)

    def _known(
        self, compared: list[Indicator], currency: str, direction: int, *, is_percent: bool
    ) -> Iterator[Decimal]:
        """Yield the numbers that a text may say: values, and differences in and between figures.

        Values are those of a currency, if it is given, and of the direction 1 (rise) or -1 (fall).
        """
        others = [one for one in self._others if _may_be(one, currency)]
        for figure in self._percent if is_percent else others:
            yield from (one for one in _values(figure) if one * direction >= 0)
        for figure in (*self._percent, *others):
            yield from _differences(
                _values(figure), is_percent=is_percent, are_rates=figure.unit.kind == "percent"
            )
        latest = [_values(one)[-1] for one in compared if one.latest.value is not None]
        are_rates = all(one.unit.kind == "percent" for one in compared)
        yield from _differences(latest, is_percent=is_percent, are_rates=are_rates)


@functools.cache
def _number_words(language: Language) -> list[str]:
    """Return the small numbers in words, from zero."""
    return Vocabulary(language).pattern("numbers").lower().split()


@functools.cache
def _percent_in_words(language: Language) -> re.Pattern[str]:
    """Return a pattern for per cent after a small number in words: 'three per cent'."""
    words = any_of(one for one in _number_words(language) if one.isalpha())
    return re.compile(rf"\b({words or '(?!)'})\s(?:{_PERCENT})", re.IGNORECASE)


def _with_points(text: str, language: Language) -> str:
    """Return a text of the same length, with its numbers as English writes them."""
    has_points = language in _WITH_POINTS  # known without Babel, which takes long to load
    if has_points or localized.number(Decimal("0.5"), language)[1] != ",":
        return text
    grouped = _GROUPED.sub(lambda one: re.sub("[ .]", "\u202f", one[0]), text)
    return re.sub(r"(?<=\d),(?=\d)", ".", grouped)


def _may_be(figure: Indicator, currency: str) -> bool:
    """Return whether a sum in a currency may be a figure's; '$' may be dollars of any country."""
    own = figure.unit.currency
    are_dollars = currency == "USD" and any(map(own.endswith, "D$"))
    return not (own and currency) or own == currency or are_dollars


def _is_limit(before: str, after: str) -> bool:
    """Return whether a number is a threshold, the end of a range, or one of percentage points."""
    if _LIMIT.search(before) or _POINTS.match(after):
        return True
    in_range = _RANGE_AFTER.match(after) or _RANGE_BEFORE.search(before)
    return bool(in_range) and not _FROM.search(before)


def _values(figure: Indicator) -> list[Decimal]:
    """Return the values of a figure in whole units."""
    exponent = figure.unit.exponent or _scale_of(figure)
    return [
        one.value.scaleb(exponent, WIDE) for one in figure.observations if one.value is not None
    ]


def _scale_of(figure: Indicator) -> int:
    """Return the power of ten of a counted thing's unit, such as 'million trips'."""
    scales = (_scaled(part)[0] for part in every_text(figure.unit.text))
    return next(filter(None, scales), 0)


def _scaled(unit: str) -> tuple[int, str]:
    """Return the power of ten that a unit begins with, and its thing: 4 and '人' of '万人'."""
    words = unit.lower().split(" ")
    for word in (" ".join(words[:2]), words[0]):  # of a bare letter nobody knows: m may be metres
        if len(word) > 1 and word in SCALE_WORDS:
            return SCALE_WORDS[word], unit[len(word) + 1 :]
    found = _SCALE_ZH.match(unit)
    return (SCALE_WORDS[found[0]], unit[found.end() :]) if found else (0, unit)


def _differences(values: list[Decimal], *, is_percent: bool, are_rates: bool) -> Iterator[Decimal]:
    """Yield the differences between values as amounts, or in per cent."""
    for first, last in combinations(values[-_MOST_COMPARED:], 2):
        if is_percent == are_rates:
            yield last - first
        if is_percent and first:
            yield WIDE.divide(100 * (last - first), abs(first))


def _things(figures: Iterable[Indicator]) -> re.Pattern[str] | None:
    """Return a pattern of the things that figures count, after a number and at most one word.

    Things of one letter are left out: a single Chinese character counts all kinds of things.
    """
    nouns = set()
    for figure in figures:
        if figure.unit.kind == "noun":
            for part in every_text(figure.unit.text):
                noun = _scaled(part)[1]
                if len(noun) > 1 and not _TIME.match(noun) and not noun[0].isdigit():
                    nouns.add(noun)
    if not nouns:
        return None
    return re.compile(rf"\s?(?:[^\W\d][\w–-]*\s)?(?:{any_of(nouns)})(?![a-z])", re.IGNORECASE)


def _names(sheet: Sheet) -> Iterator[Text | None]:
    """Yield the names in a sheet, whose numbers are none of its figures."""
    for figure in sheet.indicators.values():
        yield from (figure.name, figure.short, figure.note)
    for source in sheet.sources.values():
        yield from (source.title, source.short)
    for goal in sheet.named_goals:
        yield goal.name
    for term in sheet.terms:
        yield from (term.term, term.meaning)
    for section in sheet.sections:
        for plan in section.plans:
            yield from (plan.name, plan.text)


def _value(number: str) -> Decimal:
    return Decimal(re.sub(_GROUPS, "", number))


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and 1900 <= int(number) <= 2100
