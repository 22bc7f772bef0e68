"""How values, units, origins and sources are worded, for screen, charts and print alike."""

from decimal import Decimal

from cqviewer.model.facts import Derivation, Indicator, Observation, Sheet
from cqviewer.model.judging.verdict import chief_target, target_citations, verdict_of
from cqviewer.model.provenance import cited_for
from cqviewer.model.text import Text
from cqviewer.model.wording.chinese_scale import SCALES
from cqviewer.model.wording.wording_sources import SourceWording
from cqviewer.model.wording.wording_targets import TargetWording
from cqviewer.model.wording.working import (
    MINUS,
    Calculation,
    calculation,
    scaled_calculation,
)


class Wording(TargetWording, SourceWording):
    """Words facts in one language; as precise as the source, never rounded."""

    # Origin and working

    def origin(self, observation: Observation, *, long: bool = False) -> str:
        """Return in words where a value comes from ('stated', 'derived'), or why it is missing."""
        if observation.status == "missing":
            return self.no_number(observation)
        return self.say(f"origin_{'long_' if long else ''}{observation.status}")

    def derived(self, observation: Observation) -> str:
        """Return 'derived' for a derived value; '' for others."""
        return self.say("derived") if observation.status == "derived" else ""

    def working(self, indicator: Indicator, sheet: Sheet) -> str:
        """Return how a derived value came about: '810 ÷ (1 + 57.9 %) = 512.98'; '' for others."""
        derivation = indicator.derivation
        if derivation is None:
            return ""
        if derivation.working == "difference":
            numbers = (sheet.indicators[one].latest.value for one in derivation.inputs)
            return f" {MINUS} ".join(self.number(one) for one in numbers if one is not None)
        if derivation.formula is None:
            return self.say(f"working_{derivation.working}")
        inputs = {one: sheet.indicators[one] for one in derivation.inputs}
        is_zh = self.has_chinese_scales
        made = scaled_calculation(indicator, inputs, self._scale) if is_zh else None
        made = made or calculation(indicator, inputs)
        text = self._calculation(made, derivation) if made else ""
        if not (made and is_zh and indicator.unit.kind == "money"):
            return text
        if made.scale is not None:
            return f"{text} {SCALES[made.scale]}{self._currency(indicator.unit.currency)}"
        value = " ".join(self._scaled(indicator, made.result))
        return self.say("working_that_is", working=text, value=value)

    def _calculation(self, made: Calculation, derivation: Derivation) -> str:
        """Return formula and result; digits are not grouped in a scale of 万 or 亿.

        Where the formula names periods, each value is followed by its period in brackets.
        """
        is_dated = derivation.formula is not None and derivation.formula.is_dated

        def dated(number: str, text: str) -> str:
            if not is_dated or not text:
                return number
            period = self.period(derivation.values[text].period)
            return self.say("in_brackets", text=number, inner=period)

        def number(value: Decimal) -> str:
            return self.number(value, grouping=not made.scale)

        return made.text(number, self._percent, dated)

    def assumption(self, indicator: Indicator) -> str:
        """Return in words what a working takes for granted, or ''."""
        clause = indicator.derivation.assuming if indicator.derivation else None
        return self.say("assumes", clause=self._inner(self.text(clause))) if clause else ""

    def _inner(self, text: str) -> str:
        """Return a sentence with a small first letter if it begins with 'The', 'A' or 'This'."""
        first = text.split(" ", 1)[0]
        return text[:1].lower() + text[1:] if first in ("The", "A", "An", "This") else text

    # Whole figures

    def name(self, indicator: Indicator) -> str:
        """Return an indicator's full name."""
        return self.text(indicator.name)

    def short_name(self, indicator: Indicator) -> str:
        """Return an indicator's name for charts and tables."""
        return self.text(indicator.short or indicator.name)

    def brief_name(self, indicator: Indicator) -> str:
        """Return an indicator's shortest name, for lists and beside goals."""
        return self.text(indicator.brief or indicator.short or indicator.name)

    def rate_phrase(self, indicator: Indicator) -> str:
        """Return value and name as one: 'about 1.55 bn yuan per project'; '' for most names."""
        name, value = self.brief_name(indicator), self.value(indicator)
        if not name.startswith(tuple(self.say("rate_names").split("|"))):
            return ""
        return self.say("rate", value=value, name=name[:1].lower() + name[1:])

    def figure_phrase(self, indicator: Indicator, label: Text | None = None) -> str:
        """Return name, value, what is said of it, period and status in one phrase.

        This is what a screen reader says.
        """
        latest = indicator.latest
        name = self.text(label) if label else self.name(indicator)
        status = self.inside(self.origin(latest, long=True))
        remarks = self.remarks(indicator, latest)
        period = self.inside(self.long_period(latest.period))
        if not latest.is_known:
            when = period if latest.status == "missing" and latest.period.is_stated else ""
            return self.join([name, status, *remarks, when])
        value = self.value(indicator, label=label)
        phrase = self.join([name, value, *remarks, period, status])
        phrase = self.with_later(phrase, indicator)
        target = self.chief_target(indicator)
        return self.sentences([phrase + self.say("stop"), target]) if target else phrase

    def beside_goal(self, indicator: Indicator) -> str:
        """Return a figure that bears on a goal, with target: 'GDP: +5.7 % (target 5 %: Met)'."""
        text = self.named(self.brief_name(indicator), self.value(indicator))
        if told := self.outcome(indicator):
            text = self.say("in_brackets", text=text, inner=told)
        return text

    def unstated_after(self, indicator: Indicator) -> str:
        """Return the last period if it is later than the latest value's: '2024: not stated'."""
        if indicator.last is indicator.latest:
            return ""
        text = self.inside(self.no_number(indicator.last))
        return self.join([self.period(indicator.last.period), text], "colon")

    def with_later(self, text: str, indicator: Indicator) -> str:
        """Return a text followed by what `unstated_after` says."""
        return self.join([text, self.unstated_after(indicator)], "semicolon")

    def citation_line(self, indicator: Indicator, sheet: Sheet) -> str:
        """Return a figure for the clipboard: name, value, origin, period and source in one line."""
        latest = indicator.latest
        origin = self.inside(self.origin(latest))
        if working := self.working(indicator, sheet):
            origin = self.named(origin, working)
            if assumption := self.assumption(indicator):
                origin = self.join([origin, self.inside(assumption)], "semicolon")
        period = self.inside(self.long_period(latest.period))
        facts, remarks = origin, self.remarks(indicator, latest)
        if latest.is_known:
            value = self.say("in_brackets", text=self.value(indicator), inner=origin)
            facts = self.join([value, *remarks, period])
        elif latest.missing:
            facts = self.join([origin, *remarks, period])
        line = self.named(self.name(indicator), facts) + self.say("stop")
        cited = list(dict.fromkeys(citation for _, citation in cited_for(indicator, sheet)))
        sources = [sheet.sources[key] for key in dict.fromkeys(one.source for one in cited)]
        names = [self.cited(one, sheet) for one in cited]
        names += [self.inside(self.publication(one)) for one in sources]
        said = self.sources_named(names, len(cited))
        links = (one.url or "" for one in sources)
        return self.sentences([line, said, *links, *self._target_cited(indicator, sheet)])

    def _target_cited(self, indicator: Indicator, sheet: Sheet) -> list[str]:
        """Return target, verdict, working and where both are stated, for the clipboard."""
        target = chief_target(indicator)
        if target is None:
            return []
        verdict = verdict_of(indicator, target)
        steps = self.join(self.judgement(indicator, verdict), "semicolon")
        cited = target_citations(target)
        return [
            self.target_phrase(indicator, verdict),
            self.ended(steps),
            self.sources_named((self.cited(one, sheet) for one in cited), len(cited)),
            *(sheet.sources[one.source].url or "" for one in cited),
        ]

    # Whole sheets

    def corner_note(self, sheet: Sheet) -> str:
        """Return in words how many of the stated figures have a stated period."""
        counted = sheet.counted()
        stated = sum(one.latest.period.is_stated for one in counted)
        key = "corner_year" if sheet.year else "corner"
        number = len(counted)
        return self.counted(key, number, stated=stated, all=number, year=sheet.year)
