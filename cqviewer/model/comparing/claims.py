"""What the words of a sentence claim of figures: that they doubled, rose, were the highest.

A direction is 1 for up, rising or the highest, and -1 for down, falling or the lowest.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from cqviewer.model.changes import Change, StatedChange, change_of
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.numbers.spoken import FALLS, FOLDS, RISES, WORD_BEGINS, WORD_ENDS

Figures = Sequence[Indicator]
Test = Callable[[Figures, Figures], frozenset[str]]
"""Takes the figures that a text is about and those around them; returns the ids of those of which
its words are true."""

_AROUND, _NEARLY = Decimal("0.025"), Decimal("0.1")
"""By which share of itself 'doubled' may be off, and 'nearly doubled' too small."""
_MORE = re.compile(r"(?:more than|over|at least|plus que|plus de|超过|逾)\s?$")
_LESS = re.compile(r"(?:nearly|almost|less than|près de|presque|近|将近|接近)\s?$")
_HALF = re.compile(r"\bhalf\b|\bmoitié\b|一半|半数")
_DIRECTIONS = [
    (re.compile(rf"{WORD_BEGINS}(?:{words}){WORD_ENDS}"), direction)
    for words, direction in ((RISES, 1), (FALLS, -1))
]
_EXTREMES = [
    (
        re.compile(
            r"\b(?:high|larg|bigg|strong|fast)est\b|\brecord(?! low)\b"
            r"|\b(?:came|ranks?|ranked|stands?|is|was) first\b"
            r"|\ble plus (?:haut|élevé|grand|fort)\b|最高|最大|最多|最快|居首|首位|新高"
        ),
        1,
    ),
    (
        re.compile(
            r"\b(?:low|small|weak|slow)est\b|\brecord low\b|\ble plus (?:bas|petit|faible)\b"
            r"|最低|最小|最少|最慢|末位|新低"
        ),
        -1,
    ),
]
_OVER_TIME = re.compile(r"record|新高|新低|历史|[^.;。；]{0,30}\b(?:yet|ever|since)\b")
"""Words which say that a value is the highest in time, and not among other figures."""
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
)
_CHINESE_DIGITS = "二三四五六七八九十"
_NUMBERS = {word: at for words in _WORDS for at, word in enumerate(words.split(), 2)} | {
    sign: at for signs in (_CHINESE_DIGITS, "两") for at, sign in enumerate(signs, 2)
}
_NUMBER = (
    rf"(?:(?<![\w-])(?P<word>{'|'.join(' '.join(_WORDS).split())})\b"
    rf"|(?<![零〇一{_CHINESE_DIGITS}两百千万亿点第])(?P<sign>[{_CHINESE_DIGITS}两])(?=[项个家大座条处]))"
)
_UNDATED = re.compile(
    r"\bno (?:period|months?)\b|\bperiod\b[^.;]{0,20}\bnot state"
    r"|\bnot (?:say|state) which (?:months|period)|未(?:注明|说明)[^，。；]{0,12}(?:时期|月份)"
)
"""Words which say that a period is not stated."""
_FIGURES = re.compile(r"\bfigures\b|\bdonnées\b|\bchiffres\b|数据|指标")
_SMALL_NUMBER = re.compile(_NUMBER)
_COUNT = rf"(?:{_NUMBER}|(?<![\d.,])(?P<digits>[2-9]|1[0-2])(?=\s?[^\W\d_]))"
_BEYOND = re.compile(
    rf"{_COUNT}[^.;,，。；]{{0,40}}?"
    r"(?:(?P<over>exceed(?:s|ed)?|above|over|more than|plus de|超过|高于)"
    r"|(?P<under>below|under|less than|moins de|低于|不足))"
    r"\s?(?P<limit>\d+(?:\.\d+)?)(?![.,]?\d)\s?(?P<percent>%|per cent|percent)?"
)
_MOVED = re.compile(
    rf"{_COUNT}[^.;,，。；]{{0,40}}?"
    rf"(?:(?P<up>{WORD_BEGINS}(?:{RISES}){WORD_ENDS})"
    rf"|(?P<down>{WORD_BEGINS}(?:{FALLS}){WORD_ENDS}))"
)


def claims(text: str) -> Iterator[tuple[str, Test]]:
    """Yield the words of a text that make a claim on figures, each with its test."""
    for match, test in _claims(text.lower()):
        yield text[match.start() : match.end()], test


def counts_of_figures(text: str) -> Iterator[tuple[str, Callable[[Figures], frozenset[str]]]]:
    """Yield the numbers in a text that counts figures, each with its test.

    The test takes all figures. 'Five of the figures' may be all of them, or those with or without
    a stated period: it returns which of 'all', 'dated' and 'undated' are that many.
    """
    plain = text.lower()
    for match in _SMALL_NUMBER.finditer(plain) if _FIGURES.search(plain) else ():
        yield text[match.start() : match.end()], partial(_kinds_of, _number(match))


def _claims(text: str) -> Iterator[tuple[re.Match[str], Test]]:
    for pattern, rise in FOLDS:
        for match in pattern.finditer(text):
            yield match, partial(_multiplied, 1 + Decimal(rise) / 100, text[: match.start()])
    for match in _HALF.finditer(text):
        yield match, partial(_half, text[: match.start()])
    for pattern, direction in _DIRECTIONS:
        for match in pattern.finditer(text):
            yield match, partial(_moved, direction)
    for pattern, direction in _EXTREMES:
        for match in pattern.finditer(text):
            since = _OVER_TIME.search(text[match.start() : match.end() + 40])
            yield match, partial(_extremes, direction, since is not None)
    for match in _UNDATED.finditer(text):
        yield match, _undated
    for match in _BEYOND.finditer(text):
        yield match, partial(_as_many_beyond, match)
    for match in _MOVED.finditer(text):
        yield match, partial(_as_many_moved, _number(match), 1 if match["up"] else -1)
    for match in _SMALL_NUMBER.finditer(text):
        yield match, partial(_counting, _number(match))


def _number(match: re.Match[str]) -> int:
    said = match.groupdict()
    word = said["word"] or said["sign"]
    return _NUMBERS[word] if word else int(said["digits"])


def _is_as_said(ratio: Decimal, wanted: Decimal, before: str) -> bool:
    """Return whether a ratio is as wanted after the words before it: 'more than', 'nearly'."""
    if _MORE.search(before):
        return ratio >= wanted
    if _LESS.search(before):
        return wanted * (1 - _NEARLY) <= ratio <= wanted
    return abs(ratio - wanted) <= wanted * _AROUND


def _multiplied(factor: Decimal, before: str, figures: Figures, _among: Figures) -> frozenset[str]:
    return frozenset(
        one.id for one in figures if any(_is_as_said(each, factor, before) for each in _ratios(one))
    )


def _ratios(figure: Indicator) -> Iterator[Decimal]:
    """Yield how many times a figure's value is what it was before, and at first."""
    value = figure.latest.value
    if value is None:
        return
    if figure.measure == "growth":
        if figure.unit.kind == "percent":
            yield 1 + value / 100
        return
    known = [one.value for one in figure.observations if one.value]
    for earlier in {known[0], *known[-2:-1]} if len(known) > 1 else ():
        if earlier > 0:
            yield WIDE.divide(value, earlier)


def _half(before: str, figures: Figures, _among: Figures) -> frozenset[str]:
    shares = ((one.id, one.latest.value) for one in figures if one.measure == "share")
    half = Decimal(50)
    return frozenset(key for key, value in shares if value and _is_as_said(value, half, before))


def _direction_of(figure: Indicator) -> int:
    """Return 1 where a figure rose, -1 where it fell, else 0."""
    change = change_of(figure)
    if figure.measure == "growth":
        moved = figure.latest.value
    elif isinstance(change, StatedChange):
        moved = change.observation.value
    else:
        moved = change.difference if isinstance(change, Change) else None
    return 0 if not moved else 1 if moved > 0 else -1


def _moved(direction: int, figures: Figures, _among: Figures) -> frozenset[str]:
    return frozenset(one.id for one in figures if _direction_of(one) == direction)


def _extremes(direction: int, over_time: bool, figures: Figures, among: Figures) -> frozenset[str]:
    """Return the figures whose latest value is the highest of their own values or of their kind.

    With `over_time` only their own values count.
    """
    found = {one.id for one in figures if _is_extreme(direction, one, one.observations, 3)}
    for one in () if over_time else figures:
        alike = (each for each in among if (each.measure, each.unit) == (one.measure, one.unit))
        if _is_extreme(direction, one, [each.latest for each in alike], 2):
            found.add(one.id)
    return frozenset(found)


def _is_extreme(
    direction: int, figure: Indicator, observations: Sequence[Observation], least: int
) -> bool:
    """Return whether a figure's latest value is the highest of at least `least` values."""
    values = [direction * one.value for one in observations if one.value is not None]
    value = figure.latest.value
    return value is not None and len(values) >= least and direction * value >= max(values)


def _undated(figures: Figures, _among: Figures) -> frozenset[str]:
    return frozenset(one.id for one in figures if not one.latest.period.is_stated)


def _as_many_beyond(match: re.Match[str], _figures: Figures, among: Figures) -> frozenset[str]:
    limit, is_percent = Decimal(match["limit"]), bool(match["percent"])
    direction = 1 if match["over"] else -1
    found = [
        one.id
        for one in among
        if one.latest.value is not None
        and (one.unit.kind == "percent") == is_percent
        and direction * one.latest.value > direction * limit
    ]
    return frozenset(found if len(found) == _number(match) else ())


def _as_many_moved(count: int, direction: int, _figures: Figures, among: Figures) -> frozenset[str]:
    found = _moved(direction, among, among)
    return found if len(found) == count else frozenset()


def _kinds_of(count: int, figures: Figures) -> frozenset[str]:
    dated = sum(one.latest.period.is_stated for one in figures)
    kinds = {"all": len(figures), "dated": dated, "undated": len(figures) - dated}
    return frozenset(kind for kind, number in kinds.items() if number == count)


def _counting(count: int, figures: Figures, _among: Figures) -> frozenset[str]:
    counts = (one for one in figures if one.measure == "count")
    return frozenset(one.id for one in counts if one.latest.value == count)
