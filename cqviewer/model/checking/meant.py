"""Offers to replace a number in a sentence, which no figure has, by a figure it may mean."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cqviewer.model.checking.check_directions import says_fall
from cqviewer.model.facts import Indicator, Section, Sheet
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.problems import Findings, Path
from cqviewer.model.text import HAN, Language, every_text
from cqviewer.model.wording.wording import Wording

_CHINESE_UNIT = re.compile(f"{HAN}+$")
_MOST = 3
"""Figures that one number may mean; of more than that none is offered."""


class Stray(NamedTuple):
    """A number in a text that no figure has.

    `shown` is the number with its unit as in the text, `number` its digits alone, `value` the
    amount in whole units. `currency` and the counted `thing` are '' where the text names none.
    """

    shown: str
    number: str
    value: Decimal
    is_percent: bool = False
    currency: str = ""
    thing: str = ""


def offer_meant(
    stray: Stray, text: str, path: Path, language: Language, sheet: Sheet, findings: Findings
) -> None:
    """Offer the figures that a number may mean, if possible as references.

    These are figures that were revised from it, or else those of its kind in the same section.
    """
    if text.count(stray.shown) != 1 or findings.are_many:
        return
    near = list(dict.fromkeys(_near(path, sheet)))
    meant = [one for one in sheet.indicators.values() if _was(one, stray)]
    meant = meant or [
        sheet.indicators[one] for one in near if _is_kind(sheet.indicators[one], stray)
    ]
    if len(meant) > _MOST:
        return
    wording = Wording.of(sheet, language)
    for figure in meant:
        is_fall = says_fall(text[: text.index(stray.shown)])
        new, words = _instead(figure, stray, wording, is_fall=is_fall), wording.value(figure)
        old = _replaced(stray.shown, text, words) if new.startswith("{") else stray.shown
        if new and old:
            says = f"{words}{wording.say('comma')}{wording.brief_name(figure)}"
            findings.offer(path, text.replace(old, new), says)


def _replaced(shown: str, text: str, words: str) -> str:
    """Return the part of a text that a figure's words replace: '72.9 万人', not only '72.9 万'.

    It is '' if the text counts another thing than the figure.
    """
    after = text.partition(shown)[2]
    unit = _CHINESE_UNIT.search(words)
    ends = [words[at:] for at in range(unit.start(), len(words))] if unit else []
    if any(map(shown.endswith, ends)) or not unit or not re.match(HAN, after):
        return shown
    return next((shown + one for one in ends if after.startswith(one)), "")


def _near(path: Path, sheet: Sheet) -> Iterator[str]:
    """Yield the figures of the section that a text stands in, or the key figures."""
    place = path[1] if path[0] == "sections" else None
    if not isinstance(place, int):
        yield from (one.indicator for one in sheet.key_figures)
        return
    section: Section = sheet.sections[place]
    yield from (one.indicator for one in section.figures)
    yield from (name for chart in section.charts for name in chart.of)


def _was(figure: Indicator, stray: Stray) -> bool:
    """Return whether the latest value of a figure is a revision of a number."""
    was = figure.latest.was
    is_same = was is not None and was.scaleb(figure.unit.exponent, WIDE) == stray.value
    return is_same and (figure.unit.kind == "percent") == stray.is_percent


def _is_kind(figure: Indicator, stray: Stray) -> bool:
    """Return whether a figure has a value, of the currency or thing that the text names."""
    unit = figure.unit
    if figure.latest.value is None or (unit.kind == "percent") != stray.is_percent:
        return False
    if stray.currency:
        return unit.currency == stray.currency
    noun = every_text(unit.text)[0].lower()
    return not stray.thing or stray.thing.lower().endswith(noun)


def _instead(figure: Indicator, stray: Stray, wording: Wording, *, is_fall: bool) -> str:
    """Return the text to write instead of a number; '' where the words around it do not fit."""
    value = figure.latest.value
    if value is None or (stray.thing and value < 0):
        return ""
    if stray.thing and not wording.value(figure).endswith(stray.thing):
        is_plain = figure.unit.exponent == 0
        number = wording.bare_number(figure, value)
        return stray.shown.replace(stray.number, number) if is_plain else ""
    return f"{{{figure.id}.abs}}" if is_fall and value < 0 else f"{{{figure.id}}}"
