"""What changed between two editions of a sheet, as rows in words, one for each change."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from cqviewer.model.changes import difference_between
from cqviewer.model.citation import Citation
from cqviewer.model.comparing.editions import (
    Altered,
    Arrived,
    Editions,
    Left,
    Rejudged,
    Renamed,
    Revised,
    rejudged,
)
from cqviewer.model.comparing.texts import Recited, Reworded
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.reporting.edition_places import TextPlaces
from cqviewer.model.reporting.stale_texts import stale_texts, stale_titles
from cqviewer.model.reporting.stale_words import stale_words
from cqviewer.model.text import differing
from cqviewer.model.wording.wording import Wording

Mark = Literal["revised", "follows", "new", "gone", "wording"]
"""What a change is marked with; each mark has its word beside it."""


class EditionRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One change: what it is about, before and now in words, how much, and why.

    `figure` is the id of a figure, if it is about one. `place` is that of a text or of the targets
    whose verdict changed. `when` is the `period` in words, `brief` a short form of the change;
    `cited_before` and `cited_now` are the sources. `depends` has the ids of the figures that are
    worked out from this one.
    """

    mark: Mark
    figure: str = ""
    place: str = ""
    name: str
    period: Period | None = None
    when: str = ""
    before: str = ""
    now: str = ""
    difference: str = ""
    reason: str = ""
    brief: str = ""
    cited_before: str = ""
    cited_now: str = ""
    depends: tuple[str, ...] = ()

    @property
    def is_revision(self) -> bool:
        """Return whether it is another value of the same figure and period."""
        return self.mark in ("revised", "follows") and not self.place

    def sentence(self, wording: Wording) -> str:
        """Return the row in one line, as it is read aloud."""
        facts = [
            wording.say("edition_was", value=self.before) if self.before else "",
            wording.say("edition_now", value=self.now) if self.now else "",
            self.difference,
        ]
        name, told = wording.join([self.name, wording.inside(self.when)]), wording.join(facts)
        return wording.named(name, told) if told else name

    def brief_beside(self, period: Period | None, wording: Wording) -> str:
        """Return the change in a few words beside the value of a period, or of several for None.

        A change of another period says of which: '2023: Revised, was 355'.
        """
        if not self.brief or self.period is None or self.period == period:
            return self.brief
        return wording.join([wording.period(self.period), self.brief], "colon")

    def text(self, wording: Wording) -> str:
        """Return the whole row to be copied: what changed, why, and both sources."""
        cited = wording.join(dict.fromkeys((self.cited_now, self.cited_before)), "semicolon")
        return wording.sentences([self.sentence(wording), self.reason, cited])


class EditionRows:
    """Words changes as rows."""

    def __init__(self, before: Sheet, now: Sheet, wording: Wording, editions: Editions) -> None:
        self._before = before
        self._now = now
        self._wording = wording
        self._editions = editions
        self._places = TextPlaces(before, now, wording)
        self._when = cache(wording.long_period)
        self._has_same_sources = before.sources == now.sources
        self._cited_in: dict[tuple[Citation, bool], str] = {}
        self._rejudged = list(rejudged(before, now, editions))
        self._users: dict[str, list[str]] = {}
        for one in now.indicators.values():
            for name in one.derivation.inputs if one.derivation else ():
                self._users.setdefault(name, []).append(one.id)

    def revised(self, one: Revised) -> EditionRow:
        """Return the row of a value that changed: by how much, and why."""
        wording, figure = self._wording, one.figure
        # A note that was there before does not explain why the value changed.
        old = self._old(figure)
        pairs = [(one.now.note, one.before.note)]
        pairs += [(figure.note, old.note)] if one.is_value else []
        note = next((wording.text(new) for new, was in pairs if new and new != was), "")
        reason = note or ("" if one.follows else wording.say("edition_no_reason"))
        if one.follows:
            reason = wording.working(figure, self._now)
        before = self._said(old, one.before)
        kind: Mark = "follows" if one.follows else "revised"
        return self._row(
            kind,
            figure,
            one.now,
            before=before,
            now=self._said(figure, one.now),
            difference=self._difference(one),
            reason=reason,
            brief=wording.say(f"edition_brief_{kind}", value=before),
            cited_before=self._cited(one.before.citation, self._before),
        )

    def _old(self, figure: Indicator) -> Indicator:
        """Return the figure of this id in the edition before; the given one if it has none."""
        return self._before.indicators.get(figure.id, figure)

    def _row(
        self, mark: Mark, figure: Indicator, observation: Observation, **said: str
    ) -> EditionRow:
        """Return a row on an observation of a figure."""
        if "cited_now" not in said:  # what is gone may cite a source that is gone too
            said["cited_now"] = self._cited(observation.citation, self._now)
        name, when = self._wording.name(figure), self._when(observation.period)
        is_said = figure.is_counted_here and when in name  # as in 'Targets met, 2024'
        return EditionRow(
            mark=mark,
            figure=figure.id,
            name=name,
            period=observation.period,
            when="" if is_said else when,
            depends=tuple(self._users.get(figure.id, ())),
            **said,
        )

    def _cited(self, citation: Citation | None, sheet: Sheet) -> str:
        if citation is None:
            return ""
        key = (citation, sheet is self._before or self._has_same_sources)
        if key not in self._cited_in:
            self._cited_in[key] = self._wording.cited(citation, sheet)
        return self._cited_in[key]

    def arrived(self, one: Arrived) -> EditionRow:
        """Return the row of an observation of a new period, with the one that it replaces."""
        wording, old = self._wording, one.instead_of
        before = reason = cited = ""
        if old is not None:
            when = wording.inside(wording.period(old.period))
            before = wording.join([self._said(self._old(one.figure), old), when])
            is_known = old.period.is_stated and one.now.period.is_stated
            reason = wording.say("edition_other_period" if is_known else "edition_unknown_period")
            cited = self._cited(old.citation, self._before)
        return self._row(
            "new",
            one.figure,
            one.now,
            before=before,
            now=self._said(one.figure, one.now),
            reason=reason,
            brief=wording.say("edition_brief_new"),
            cited_before=cited,
        )

    def left(self, one: Left) -> EditionRow:
        """Return the row of an observation whose period is gone."""
        return self._row(
            "gone",
            one.figure,
            one.before,
            before=self._said(self._old(one.figure), one.before),
            reason=self._wording.say("edition_not_in_it"),
            cited_before=self._cited(one.before.citation, self._before),
            cited_now="",
        )

    def figures(self) -> list[EditionRow]:
        """Return the rows of figures that have another id, are new, or are gone."""
        say = self._wording.say
        rows = [self._renamed(one) for one in self._editions.renamed]
        for one in self._editions.new_figures:
            told = {"now": self._said(one, one.latest), "reason": say("edition_new_figure")}
            told["brief"] = told["reason"].removesuffix(".")
            rows.append(self._row("new", one, one.latest, **told))
        for one in self._editions.gone_figures:
            said = self._said(one, one.latest)
            cited = self._cited(one.latest.citation, self._before)
            row = self._row("gone", one, one.latest, before=said, cited_now="", cited_before=cited)
            rows.append(msgspec.structs.replace(row, reason=say("edition_gone_figure")))
        return rows

    def _renamed(self, one: Renamed) -> EditionRow:
        return EditionRow(
            mark="wording",
            figure=one.now.id,
            name=self._wording.name(one.now),
            before=one.before.id,
            now=one.now.id,
            reason=self._wording.say("edition_renamed"),
        )

    def altered(self, one: Altered) -> EditionRow:
        """Return the row of the aspects of a figure that changed."""
        wording, aspects = self._wording, one.aspects
        before = now = when = ""
        was, said = _of_one_period(one)
        if "unit" in aspects and was and said:
            before, now = self._in_unit(one.before, was), self._in_unit(one.now, said)
            when = self._when(said.period) if len(one.now.observations) > 1 else ""
        elif "unit" in aspects:
            before, now = map(wording.written_unit, (one.before.unit, one.now.unit))
        elif "source" in aspects and was and said:
            before = self._cited(was.citation, self._before)
            now = self._cited(said.citation, self._now)
            before, now = ("", "") if before == now else (before, now)
        elif "targets" in aspects:
            before = self._aims(one.before, one.now, self._before)
            now = self._aims(one.now, one.before, self._now)
        told = self._changed(*(wording.say(f"aspect_{name}") for name in aspects))
        return EditionRow(
            mark="wording",
            figure=one.now.id,
            name=wording.name(one.now),
            when=when,
            before=before,
            now=now,
            reason=told,
            brief=told.rstrip(".。"),
        )

    def _in_unit(self, figure: Indicator, observation: Observation) -> str:
        """Return a figure's value with its unit, or the unit alone if there is no value."""
        if observation.amount is None:
            return self._wording.written_unit(figure.unit)
        return self._wording.value(figure, observation, label="")

    def _aims(self, figure: Indicator, other: Indicator, sheet: Sheet) -> str:
        """Return the targets of a figure that its other edition lacks, with their sources."""
        wording = self._wording
        return wording.join(
            (
                wording.join([wording.target_for(figure, one), self._cited(one.citation, sheet)])
                for one in figure.targets
                if one not in other.targets
            ),
            "semicolon",
        )

    def _changed(self, *aspects: str) -> str:
        return self._wording.say("edition_altered", aspects=self._wording.join(aspects, "listing"))

    def texts(self, changes: Iterable[Reworded]) -> list[EditionRow]:
        """Return the rows of texts that changed."""
        rows = []
        for one in changes:
            language = self._wording.language
            before, now = differing(one.before or "", one.now or "", language)
            if one.place.endswith("figures"):
                before, now = self._places.listed(before, now)
            if not (before or now):  # a list without anything in it came or went
                continue
            figure = self._places.figure(one.place)
            brief = self._changed(self._places.field(one.place)).rstrip(".。") if figure else ""
            row = self._text(one.place, before, now, figure=figure)
            rows.append(msgspec.structs.replace(row, brief=brief))
        return rows

    def _text(
        self, place: str, before: str, now: str, reason: str = "", *, figure: str = ""
    ) -> EditionRow:
        """Return a row on the text at a place."""
        return EditionRow(
            mark="wording",
            figure=figure,
            place=place,
            name=self._places.name(place),
            before=before,
            now=now,
            reason=reason,
        )

    def citations(self, changes: Iterable[Recited]) -> list[EditionRow]:
        """Return the rows of texts and goals that cite something else."""
        rows = []
        for one in changes:
            before, now = self._cited(one.before, self._before), self._cited(one.now, self._now)
            if before != now:
                reason = self._changed(self._wording.say("aspect_source"))
                rows.append(self._text(one.place, before, now, reason))
        return rows

    def stale(self) -> list[EditionRow]:
        """Return the rows of texts and verdicts that are only true of the edition before."""
        rows = []
        before, now, language = self._before, self._now, self._wording.language
        texts = stale_texts(before, now, self._editions, language)
        words = stale_words(before, now, self._editions, language)
        for one in (*texts, *stale_titles(before, now), *words):
            was, value, reason = one.told(self._now, self._wording)
            rows.append(self._text(one.place, was, value, reason, figure=one.figure))
        rows += [self._verdict(one) for one in self._rejudged if one.is_stale]
        return rows

    def verdicts(self) -> list[EditionRow]:
        """Return the rows of verdicts on targets that changed."""
        return [self._verdict(one) for one in self._rejudged if not one.is_stale]

    def _verdict(self, one: Rejudged) -> EditionRow:
        """Return the row of a verdict: how it changed and why, or on which value it was given."""
        wording, figure, new = self._wording, one.figure, one.now
        before, now = wording.verdict_told(one.old, one.before), wording.verdict_told(figure, new)
        aim = wording.target_for(figure, new.target)
        steps = wording.join(wording.judgement(figure, new), "semicolon")
        told = [wording.say("target_sentence", target=aim), steps]
        reason = wording.sentences(map(wording.ended, told))
        was = wording.by_method(one.before, wording.verdict(one.before))
        brief = wording.say("edition_brief_verdict", verdict=was)
        if one.is_stale:
            value = wording.outturn(one.old, one.before)
            reason = wording.say("stale_verdict", verdict=before, value=value)
            before, now, brief = value, wording.outturn(figure, new), ""
        return EditionRow(
            mark="wording" if one.is_stale else "follows",
            figure=figure.id,
            place=f"indicators.{figure.id}.targets",
            name=wording.named(wording.name(figure), wording.say("field_verdict")),
            period=new.target.period,
            when=wording.period(new.target.period, long=True),
            before=before,
            now=now,
            reason=reason,
            brief=brief,
        )

    def _said(self, figure: Indicator, observation: Observation) -> str:
        """Return a value with its marks, but without 'revised', which the row itself says."""
        if observation.was is not None:
            marks = tuple(one for one in observation.marks if one != "revised")
            observation = msgspec.structs.replace(observation, was=None, marks=marks)
        value = self._wording.value(figure, observation)
        remarks = self._wording.remarks(figure, observation)
        return self._wording.join([value, *remarks]) if remarks else value

    def _difference(self, one: Revised) -> str:
        if not one.difference:
            return ""
        change = difference_between(one.figure, one.before, one.now)
        return self._wording.difference(one.figure, change)


def _of_one_period(one: Altered) -> tuple[Observation | None, Observation | None]:
    """Return the latest observations of a figure in both editions that are of one period."""
    now = {each.period: each for each in one.now.observations}
    alike = [each for each in one.before.observations if each.period in now]
    known = [each for each in alike if each.amount and now[each.period].amount]
    if not alike:
        return None, None
    last = (known or alike)[-1]
    return last, now[last.period]
