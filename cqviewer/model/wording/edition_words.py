"""What changed between two editions of a sheet, in words: groups of rows, and stale texts."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from cqviewer.model.changes import difference_between
from cqviewer.model.comparing.editions import (
    Altered,
    Arrived,
    Editions,
    Left,
    Renamed,
    Revised,
    compare_editions,
)
from cqviewer.model.comparing.texts import Reworded, sheet_texts
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.text import Text, in_language
from cqviewer.model.wording.wording import Wording


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One change: what it is about, before and now in words, how much, and why.

    `figure` is the id of a figure, or '' where the change is one of a text, whose `place` is given.
    """

    figure: str = ""
    place: str = ""
    name: str
    before: str = ""
    now: str = ""
    difference: str = ""
    reason: str = ""

    def sentence(self, wording: Wording) -> str:
        """Return the row in one line, as it is read aloud."""
        facts = [
            wording.say("edition_was", value=self.before) if self.before else "",
            wording.say("edition_now", value=self.now) if self.now else "",
            self.difference,
        ]
        told = wording.join(facts)
        return wording.named(self.name, told) if told else self.name


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of one kind, with a line on what they mean."""

    kind: str
    title: str
    meaning: str
    rows: tuple[Row, ...]


class Stale(msgspec.Struct, frozen=True, kw_only=True):
    """A number in a text of the newer sheet that was a figure's in the edition before."""

    place: str
    number: str
    row: Row


def edition_groups(before: Sheet, now: Sheet, wording: Wording) -> list[Group]:
    """Return all that changed from one edition to the next, in groups; those without any left out.

    The order is: revised values, what follows from them, new observations, new and gone figures,
    wording and sources, and texts that still say what was before.
    """
    editions = compare_editions(before, now)
    rows = _Rows(before, now, wording)
    groups = [
        ("revised", [rows.revised(one) for one in editions.revised]),
        ("follows", [rows.revised(one) for one in editions.follows]),
        (
            "arrived",
            [rows.arrived(one) for one in editions.arrived]
            + [rows.left(one) for one in editions.left],
        ),
        ("figures", rows.figures(editions)),
        (
            "wording",
            [rows.altered(one) for one in editions.altered] + rows.texts(editions.reworded),
        ),
    ]
    told = [_group(kind, found, wording) for kind, found in groups if found]
    stale = tuple(one.row for one in stale_texts(before, now, editions, wording))
    return [*told, _group("stale", stale, wording)] if stale else told


def stale_texts(before: Sheet, now: Sheet, editions: Editions, wording: Wording) -> Iterator[Stale]:
    """Yield the texts that still hold a value which their edition no longer states.

    A value counts as worded: '1,200' or '7.6 %' of a figure that is revised, follows or has another
    period now; where a figure of the newer sheet still has it, the text is right.
    """
    gone = _values_gone(before, now, editions, wording)
    if not gone:
        return
    longest_first = sorted(gone, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<![\d.,])(?:{'|'.join(map(re.escape, longest_first))})(?![\d]|[.,]\d)"
    )
    for place, text in sheet_texts(now):
        said = _spaced(wording.text(text))
        for number in dict.fromkeys(pattern.findall(said)):
            figure, value = gone[number]
            name = wording.say("stale_text", place=place, number=number)
            row = Row(figure=figure, place=place, name=name, now=value)
            yield Stale(place=place, number=number, row=row)


def _values_gone(
    before: Sheet, now: Sheet, editions: Editions, wording: Wording
) -> dict[str, tuple[str, str]]:
    """Return the worded values that no figure has any more, with a figure's id and value now."""
    changed = [(one.figure, one.before, one.now) for one in (*editions.revised, *editions.follows)]
    changed += [(one.figure, one.instead_of, one.now) for one in editions.arrived if one.instead_of]
    changed = [one for one in changed if one[1].value is not None and one[1].value != one[2].value]
    if not changed:
        return {}
    kept = {
        _number(wording, figure, one)
        for figure in now.indicators.values()
        for one in figure.observations
    }
    gone = {
        _number(wording, before.indicators.get(figure.id, figure), old): (
            figure.id,
            wording.value(figure, new),
        )
        for figure, old, new in changed
    }
    return {said: about for said, about in gone.items() if said and said not in kept}


def _number(wording: Wording, figure: Indicator, observation: Observation) -> str:
    """Return a value as a sentence says it, without sign; nothing for a number of one digit."""
    if observation.value is None:
        return ""
    said = _spaced(wording.value(figure, observation, label="")).lstrip("+\N{MINUS SIGN}")
    digits = sum(map(str.isdigit, said))
    return said if digits > 1 or not said.isdigit() else ""


def _spaced(text: str) -> str:
    return re.sub(r"[\u00a0\u202f]", " ", text)


def _group(kind: str, rows: Iterable[Row], wording: Wording) -> Group:
    title, meaning = (wording.say(f"edition_{part}_{kind}") for part in ("title", "meaning"))
    return Group(kind=kind, title=title, meaning=meaning, rows=tuple(rows))


class _Rows:
    """Words changes as rows."""

    def __init__(self, before: Sheet, now: Sheet, wording: Wording) -> None:
        self._before = before
        self._now = now
        self._wording = wording

    def revised(self, one: Revised) -> Row:
        wording, figure = self._wording, one.figure
        note = wording.text(one.now.note or figure.note if one.is_value else one.now.note)
        reason = note or ("" if one.follows else wording.say("edition_no_reason"))
        if one.follows:
            reason = wording.working(figure, self._now)
        return Row(
            figure=figure.id,
            name=self._named(figure, one.now),
            before=self._said(self._before.indicators.get(figure.id, figure), one.before),
            now=self._said(figure, one.now),
            difference=self._difference(one),
            reason=reason,
        )

    def arrived(self, one: Arrived) -> Row:
        wording, old = self._wording, one.instead_of
        before = reason = ""
        if old is not None:
            before_figure = self._before.indicators.get(one.figure.id, one.figure)
            when = wording.inside(wording.period(old.period))
            before = wording.join([self._said(before_figure, old), when])
            is_known = old.period.is_stated and one.now.period.is_stated
            reason = wording.say("edition_other_period" if is_known else "edition_unknown_period")
        name, now = self._named(one.figure, one.now), self._said(one.figure, one.now)
        return Row(figure=one.figure.id, name=name, before=before, now=now, reason=reason)

    def left(self, one: Left) -> Row:
        name = self._named(one.figure, one.before)
        before = self._said(one.figure, one.before)
        reason = self._wording.say("edition_not_in_it")
        return Row(figure=one.figure.id, name=name, before=before, reason=reason)

    def figures(self, editions: Editions) -> list[Row]:
        rows = [self._renamed(one) for one in editions.renamed]
        for one in editions.new_figures:
            said, reason = self._said(one, one.latest), self._wording.say("edition_new_figure")
            name = self._named(one, one.latest)
            rows.append(Row(figure=one.id, name=name, now=said, reason=reason))
        for one in editions.gone_figures:
            said, reason = self._said(one, one.latest), self._wording.say("edition_gone_figure")
            name = self._named(one, one.latest)
            rows.append(Row(figure=one.id, name=name, before=said, reason=reason))
        return rows

    def _renamed(self, one: Renamed) -> Row:
        wording = self._wording
        reason = wording.say("edition_renamed")
        name = wording.name(one.now)
        return Row(
            figure=one.now.id, name=name, before=one.before.id, now=one.now.id, reason=reason
        )

    def altered(self, one: Altered) -> Row:
        wording = self._wording
        aspects = wording.join((wording.say(f"aspect_{name}") for name in one.aspects), "listing")
        before = now = ""
        if "unit" in one.aspects:
            before, now = wording.value(one.before), wording.value(one.now)
        reason = wording.say("edition_altered", aspects=aspects)
        name = wording.name(one.now)
        return Row(figure=one.now.id, name=name, before=before, now=now, reason=reason)

    def texts(self, changes: Iterable[Reworded]) -> list[Row]:
        rows = []
        for one in changes:
            before, now = self._differing(one.before, one.now)
            rows.append(Row(place=one.place, name=one.place, before=before, now=now))
        return rows

    def _differing(self, before: Text | None, now: Text | None) -> tuple[str, str]:
        """Return two texts in this language, or in the first other one in which they differ."""
        given = [one for text in (before, now) if isinstance(text, dict) for one in text]
        for language in (self._wording.language, *given):
            said = ("" if one is None else in_language(one, language) for one in (before, now))
            first, second = said
            if first != second:
                break
        return first, second

    def _named(self, figure: Indicator, observation: Observation) -> str:
        wording, period = self._wording, observation.period
        when = wording.period(period, long=period.is_stated)
        return wording.join([wording.name(figure), wording.inside(when)])

    def _said(self, figure: Indicator, observation: Observation) -> str:
        wording = self._wording
        marks = [one for one in wording.remarks(figure, observation) if observation.was is None]
        return wording.join([wording.value(figure, observation), *marks])

    def _difference(self, one: Revised) -> str:
        if not one.difference:
            return ""
        return self._wording.difference(
            one.figure, difference_between(one.figure, one.before, one.now)
        )
