"""Texts of a sheet that still say what the edition before stated."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from cqviewer.model.comparing.editions import Editions
from cqviewer.model.comparing.texts import sheet_texts
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Language, Text, by_language, in_language
from cqviewer.model.wording.wording import Wording

_NO_SENTENCES = re.compile(r"(^|\.)(date|published|url|evidence|figures|key_figures|announced)$")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER = re.compile(r"\d+(?:[^\w]\d+)*")
"""A number however it is grouped, or several with one sign between them."""
_FILLED = re.compile(r"\{[^{}]*\}")
_DIGIT_GROUP = re.compile(r"\d+")
_MOST_GROUPS = 20
_LEAST_DIGITS = 3
"""Digits of a number that is looked for without its unit; fewer would be found by chance."""


class Stale(msgspec.Struct, frozen=True, kw_only=True):
    """Words `said` in a text of the newer sheet that are only true of the edition before.

    They are a figure's `number`, the last `period` of a chart, a `count` of figures, or `words`
    that were true of the observation `was`, and are not of the observation `now`.
    """

    place: str
    said: str
    kind: Literal["number", "period", "count", "words"] = "number"
    figure: str = ""
    was: Observation | None = None
    now: Observation | None = None

    def told(self, sheet: Sheet, wording: Wording) -> tuple[str, str, str]:
        """Return what was true before, what is true now, and a sentence on what the text says."""
        if self.now is None:
            return "", "", wording.say("stale_count", words=self.said)
        if self.kind == "period":
            last = wording.period(self.now.period)
            return self.said, last, wording.say("stale_title", before=self.said, now=last)
        figure = sheet.indicators[self.figure]
        name, value = wording.brief_name(figure), wording.value(figure, self.now)
        if self.kind == "words":
            reason = wording.say("stale_words", words=self.said, name=name)
            was = wording.value(figure, self.was) if self.was else ""
            return (was, value, reason) if was != value else ("", "", reason)
        return self.said, value, wording.say("stale_text", number=self.said, name=name)


def stale_texts(
    before: Sheet, now: Sheet, editions: Editions, language: Language
) -> Iterator[Stale]:
    """Yield the texts that still say a value which the newer edition no longer states.

    Values are looked for as each language words them ('1,200', '7.6 %'): those that were revised or
    followed, or whose figure has another period or unit now, unless some figure still has the
    value. What references fill in is never stale. A text is named once for each figure, in
    `language` if it is stale in that.
    """
    changed = [(one.figure, one.before, one.now) for one in (*editions.revised, *editions.follows)]
    changed += [(one.figure, one.instead_of, one.now) for one in editions.arrived if one.instead_of]
    changed = [one for one in changed if one[1].value is not None and one[1].value != one[2].value]
    changed += _in_other_units(editions)
    sentences = [(place, list(written_in(text, now, language))) for place, text in _sentences(now)]
    written = "\n\n".join(text for _, texts in sentences for _, text in texts)
    digits = set(_significant(written))
    rounded = {one.id for one in before.indicators.values() if one.digits is not None}
    changed = [one for one in changed if one[0].id in rounded or _stem(one[1]) in digits]
    if not changed:
        return
    finders: dict[Language, _Finder] = {}
    for place, texts in sentences:
        told: set[str] = set()
        for language, written in texts:
            if language not in finders:
                finders[language] = _Finder(before, now, changed, language)
            for number, (figure, observation) in finders[language].found(written):
                if figure not in told:
                    told.add(figure)
                    yield Stale(place=place, said=number, figure=figure, now=observation)


def _in_other_units(editions: Editions) -> Iterator[tuple[Indicator, Observation, Observation]]:
    """Yield the values of figures in another unit now that are not worth the same there."""
    for one in editions.altered:
        now = {each.period: each for each in one.now.observations} if "unit" in one.aspects else {}
        for old in one.before.observations:
            new = now.get(old.period)
            if new and old.value is not None and _worth(one.before, old) != _worth(one.now, new):
                yield one.now, old, new


def _worth(figure: Indicator, observation: Observation) -> tuple[object, ...]:
    unit, value = figure.unit, observation.value
    return unit.kind, unit.currency, None if value is None else value.scaleb(unit.exponent, WIDE)


def stale_titles(before: Sheet, now: Sheet) -> Iterator[Stale]:
    """Yield the titles of charts that still name the last period of the edition before."""
    for section in now.sections:
        for chart in section.charts:
            old, new = _latest(before, chart.figures), _latest(now, chart.figures)
            if old is None or new is None or old[1].period == new[1].period:
                continue
            for language, text in by_language(chart.title, now.first_language).items():
                wording = Wording.of(now, language)
                was, last = (_spelt(one[1].period, wording) for one in (old, new))
                if _names(text, was) and not _names(text, last):
                    place = f"sections.{section.id}.charts.{chart.id}.title"
                    yield Stale(place=place, said=was[0], kind="period", figure=new[0], now=new[1])
                    break


def _latest(sheet: Sheet, figures: tuple[str, ...]) -> tuple[str, Observation] | None:
    """Return the figure and the observation with the last period that a chart shows."""
    found = [
        (name, one)
        for name in figures
        if name in sheet.indicators
        for one in sheet.indicators[name].observations
        if one.period.end
    ]
    return max(found, key=lambda one: str(one[1].period.end), default=None)


def _spelt(period: Period, wording: Wording) -> list[str]:
    """Return a period in words, and a quarter or month also as the format writes it."""
    found = [wording.period(period)]
    if period.end and period.grain == "quarter":
        found.append(f"{period.end.year}-Q{(period.end.month + 2) // 3}")
    elif period.end and period.grain == "month":
        found.append(f"{period.end:%Y-%m}")
    return found


def _names(text: str, periods: list[str]) -> bool:
    return any(
        re.search(rf"(?<![\w/-]){re.escape(one)}(?![\d/-])", _spaced(text))
        for one in map(_spaced, periods)
    )


def _sentences(sheet: Sheet) -> Iterator[tuple[str, Text]]:
    """Yield the texts that may hold a value in words, with their places."""
    for place, text in sheet_texts(sheet):
        if not _NO_SENTENCES.search(place):
            yield place, text
    for one in sheet.indicators.values():
        if one.note:
            yield f"indicators.{one.id}.note", one.note


def written_in(text: Text, sheet: Sheet, first: Language) -> Iterator[tuple[Language, str]]:
    """Yield a text as written in each language, `first` first, with a NUL for each reference."""
    texts = by_language(text, sheet.first_language).items()
    for language, said in sorted(texts, key=lambda one: one[0] != first):
        written = sheet.written.get(said, said)
        yield language, _FILLED.sub("\0", written) if "{" in written else written


def _significant(text: str) -> Iterator[str]:
    """Yield the digits of all numbers that a text may hold, without zeros before and after.

    They do not depend on scale and grouping, so that few values have to be worded and looked for.
    """
    for number in _NUMBER.findall(text):
        groups = [number] if number.isdecimal() else _DIGIT_GROUP.findall(number)
        for start in range(len(groups)):
            for end in range(start, min(len(groups), start + _MOST_GROUPS)):
                yield "".join(groups[start : end + 1]).strip("0")


def _stem(one: Observation) -> str:
    """Return the digits of a value, without zeros before and after."""
    return f"{one.value:f}".replace(".", "").strip("-0")


class _Finder:
    """Finds the values of the edition before in texts of one language."""

    def __init__(
        self,
        before: Sheet,
        now: Sheet,
        changed: list[tuple[Indicator, Observation, Observation]],
        language: Language,
    ) -> None:
        wording = Wording.of(now, language)
        sizes = {abs(old.value) for _, old, _ in changed if old.value is not None}
        self._kept: dict[str, set[str]] = {}
        names = {one.id: wording.brief_name(one).casefold() for one in now.indicators.values()}
        units = {in_language(one.unit.text, language).casefold() for one in now.indicators.values()}
        self._names = {key: one for key, one in names.items() if one not in units}
        for figure in now.indicators.values():
            for one in figure.observations:
                if one.value is not None and abs(one.value) in sizes:  # to word all takes too long
                    for said in _spellings(wording, figure, one):
                        self._kept.setdefault(said, set()).add(figure.id)
        self._about = {
            said: (figure.id, new)
            for figure, old, new in changed
            for said in _spellings(wording, before.indicators.get(figure.id, figure), old)
        }
        self._by_start: dict[str, list[str]] = {}
        for said in sorted(self._about, key=len, reverse=True):
            start = _DIGITS.search(said)
            self._by_start.setdefault(start[0] if start else "", []).append(said)

    def found(self, text: str) -> Iterator[tuple[str, tuple[str, Observation]]]:
        """Yield such values in a text as worded, with their figure's id and observation now."""
        text = _spaced(text)
        starts = dict.fromkeys(_DIGITS.findall(text))
        for said in (said for one in starts for said in self._by_start.get(one, ())):
            # A sentence may begin with 'About'.
            found = re.search(rf"(?i)(?<![\d.,]){re.escape(said)}(?!\d|[.,]\d)", text)
            if found and not self._is_kept(said, text.casefold()):
                yield said, self._about[said]

    def _is_kept(self, said: str, text: str) -> bool:
        """Return whether a figure still has a value in a text.

        By chance another one may have it where the text names the one alone that has it no longer.
        """
        kept, about = self._kept.get(said, set()), self._about[said][0]
        named = {one for one in (about, *kept) if self._names.get(one, "\0") in text}
        return bool(kept) and (about in kept or named != {about})


def _spellings(wording: Wording, figure: Indicator, observation: Observation) -> list[str]:
    """Return how a sentence may say a value, without a plus or minus.

    That is with its unit and, if it has three digits or more and is no percentage, without. A
    number of one digit without a unit is left out.
    """
    if observation.value is None:
        return []
    whole = wording.value(figure, observation, label="")
    bare = wording.bare_number(figure, observation.value)
    found = []
    for said, least in ((whole, 2 if whole == bare else 1), (bare, _LEAST_DIGITS)):
        if said == bare != whole and figure.unit.kind == "percent":
            continue
        if sum(map(str.isdigit, said)) >= least:
            found.append(_spaced(said).lstrip("+\N{MINUS SIGN}"))
    return found


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")
