"""How targets, verdicts and their workings are worded."""

from decimal import Decimal
from itertools import pairwise

import msgspec

from cqviewer.model import localized
from cqviewer.model.facts import Bound, Indicator, Observation
from cqviewer.model.judging.progress import CLASSES, Progress
from cqviewer.model.judging.verdict import (
    Verdict,
    chief_target,
    other_methods,
    shown_outturn,
    verdict_of,
)
from cqviewer.model.numbers.amount import needed_digits, rounded
from cqviewer.model.numbers.period import Period
from cqviewer.model.numbers.quantity import POINTS
from cqviewer.model.target import Target
from cqviewer.model.wording.wording_values import ValueWording
from cqviewer.model.wording.working import MINUS

_WORKING_DIGITS = 2  # of rates and levels, and as many more as small ones take
DIVIDED = "\N{DIVISION SIGN}"


class TargetWording(ValueWording):
    """Words targets and verdicts in one language."""

    # Targets

    def target(self, indicator: Indicator, target: Target) -> str:
        """Return what is to be reached: 'about 6 %', 'at least 95', '7 %'; '' if it is not known.

        A rate of growth is written without a plus.
        """
        if target.value is None:
            return ""
        value, kind = target.value, target.kind
        if kind != "value" and kind != "about":
            return self._plain(indicator, value, Bound(kind, value))
        text = self._plain(indicator, value)
        return f"{self.say('about')} {text}" if kind == "about" else text

    def target_line(self, indicator: Indicator, target: Target) -> str:
        """Return a target for a card: 'target about 6 %', with its period if that is another."""
        aim = self.target(indicator, target)
        if not aim:
            return ""
        if target.period != indicator.latest.period:
            aim = self.target_for(indicator, target)
        return self.say("target", target=aim)

    def target_for(self, indicator: Indicator, target: Target) -> str:
        """Return a target with its period: 'about 6 % for 2024'; the period if it has no value."""
        aim, period = self.target(indicator, target), self.period(target.period)
        return self.say("target_for", target=aim, period=period) if aim else period

    def _plain(self, indicator: Indicator, value: Decimal, bound: Bound | None = None) -> str:
        """Return a value of a figure's unit, without a plus, exactly as it is written."""
        plain = msgspec.structs.replace(
            indicator,
            measure="level" if indicator.measure == "growth" else indicator.measure,
            derivation=None,
            digits=None,
            total=None,
        )
        one = Observation(value=value, bound=bound, period=Period(), status="stated")
        return self.value(plain, one)

    # Verdicts

    def verdict(self, verdict: Verdict) -> str:
        """Return a verdict by itself: 'Met', 'Within ‘about’', 'Missed, provisional', 'No verdict'.

        A verdict of the source's that does not say whether the target was met is in its words.
        """
        result = verdict.target.result
        if verdict.outcome == "stated" and result:
            return self.text(result.text)
        return self._provisional(verdict, self.say(f"verdict_{verdict.outcome}"))

    def _provisional(self, verdict: Verdict, worded: str) -> str:
        is_so = verdict.is_provisional
        return self.say("verdict_provisional", verdict=worded) if is_so else worded

    def verdict_line(self, indicator: Indicator, verdict: Verdict) -> str:
        """Return a verdict with its difference: 'Missed by 0.7 points'."""
        word, result = self.verdict(verdict), verdict.target.result
        if result and verdict.outcome != "stated":
            return self.say("verdict_said", verdict=word, text=self.text(result.text))
        if verdict.outcome == "missed" and verdict.difference is None:
            return word
        if verdict.outcome == "missed" and not verdict.difference:  # it was to be above or below
            return self.named(word, self.away(indicator, verdict))
        if verdict.outcome == "missed":
            amount, word = self.amount(indicator, verdict), self.say("verdict_missed")
            by = self.say("verdict_by", verdict=word, amount=amount)
            return self._provisional(verdict, by)
        if verdict.outcome == "none" and verdict.difference is not None:
            return self.join([self.away(indicator, verdict), self.inside(word)])
        return word

    def by_method(self, verdict: Verdict, worded: str) -> str:
        """Return the words of a verdict with the name of its method of progress, if it has one."""
        if verdict.progress is None:
            return worded
        method = self.say(f"method_{verdict.method}")
        return self.say("verdict_by_method", verdict=worded, method=method)

    def verdict_told(self, indicator: Indicator, verdict: Verdict) -> str:
        """Return a verdict with all that it rests on: 'On track, method ‘United Nations’'."""
        return self.by_method(verdict, self.verdict_line(indicator, verdict))

    def away(self, indicator: Indicator, verdict: Verdict, *, long: bool = False) -> str:
        """Return how far an outturn lies from its target: '0.3 points below'; '' if not worked out.

        Long: '0.3 percentage points below'.
        """
        if verdict.difference is None:
            return ""
        if not verdict.difference:
            return self.say("amount_same")
        key = "amount_above" if verdict.difference > 0 else "amount_below"
        return self.say(key, amount=self.amount(indicator, verdict, long=long))

    def gap(self, indicator: Indicator, verdict: Verdict, *, long: bool = False) -> str:
        """Return the difference with its sign: '−0.3 points'; '' where none is worked out."""
        if verdict.difference is None:
            return ""
        sign = "+" if verdict.difference > 0 else MINUS if verdict.difference < 0 else ""
        return sign + self.amount(indicator, verdict, long=long)

    def amount(self, indicator: Indicator, verdict: Verdict, *, long: bool = False) -> str:
        """Return a difference without its sign: '0.3 points', '19,000'."""
        shown = shown_outturn(indicator, verdict) or Decimal(0)
        number = abs(shown - (verdict.target.value or Decimal(0)))
        if indicator.unit.kind != "percent":
            return self._plain(indicator, number)
        is_one = localized.is_singular(number, self.language)
        unit = (
            self.unit(POINTS, value=number) if long else self.say("point" if is_one else "points")
        )
        return self.say("with_unit", number=self.number(number), unit=unit)

    def outturn(self, indicator: Indicator, verdict: Verdict) -> str:
        """Return what is judged, with the digits that show the reason; '' if nothing is."""
        shown, outturn = shown_outturn(indicator, verdict), verdict.outturn
        if outturn is None or shown is None:
            return self.value(indicator, outturn) if outturn else ""
        exact = msgspec.structs.replace(indicator, derivation=None, digits=None)
        worded = self.value(exact, msgspec.structs.replace(outturn, value=shown))
        return worded if shown == verdict.value else f"{self.say('about')} {worded}"

    def verdict_origin(self, verdict: Verdict) -> str:
        """Return whose a verdict is: 'Stated in the source', 'Derived, method ‘statcan’'."""
        if verdict.is_stated:
            return self.say("origin_long_stated")
        return self.say("verdict_derived", method=self.say(f"method_{verdict.method}"))

    def why_no_verdict(self, verdict: Verdict) -> str:
        """Return in a sentence why there is no verdict; '' where there is one."""
        if verdict.reason is None:
            return ""
        period = self.period((verdict.outturn.period if verdict.outturn else None) or Period())
        base = self.period(verdict.target.base or Period())
        return self.say(f"no_verdict_{verdict.reason}", period=period, base=base)

    def target_phrase(self, indicator: Indicator, verdict: Verdict) -> str:
        """Return target and verdict in sentences, as a screen reader says them after the figure."""
        aim = self.target_for(indicator, verdict.target)
        target = self.say("target_sentence", target=aim)
        if verdict.target.value is None:
            head = self.say("target_in", period=self.period(verdict.target.period))
            target = self.named(head, self.say("no_target"))
        line = self.verdict_line(indicator, verdict)
        if verdict.outcome == "none" and verdict.difference is not None:
            none = self.inside(self.say("verdict_none"))
            line = self.join([self.away(indicator, verdict, long=True), none])
        said = [target, line, self.verdict_origin(verdict) if verdict.is_known else ""]
        return self.sentences(map(self.ended, said))

    def chief_target(self, indicator: Indicator) -> str:
        """Return the target that goes with a figure's latest value, with its verdict, or ''."""
        target = chief_target(indicator)
        return self.target_phrase(indicator, verdict_of(indicator, target)) if target else ""

    def outcome(self, indicator: Indicator) -> str:
        """Return that target and its verdict in brief: 'target 7 %: Met'; '' for no target."""
        target = chief_target(indicator)
        if target is None:
            return ""
        aim = self.target_line(indicator, target)
        verdict = self.verdict_told(indicator, verdict_of(indicator, target))
        return self.named(aim, verdict) if aim else verdict

    def target_cells(self, indicator: Indicator, verdict: Verdict) -> list[str]:
        """Return a target for the row of a table, under `target_heads`.

        The period is the target's; an outturn of another one says its own. A verdict of a method
        of progress names it.
        """
        known = "origin_stated" if verdict.is_stated else "origin_derived"
        outturn = self.outturn(indicator, verdict)
        if outturn and verdict.outturn and verdict.outturn.period != verdict.target.period:
            outturn = self.join([outturn, self.period(verdict.outturn.period)])
        return [
            outturn or self.say("outturn_none"),
            self.period(verdict.target.period),
            self.target(indicator, verdict.target) or self.say("no_target"),
            self.gap(indicator, verdict) or self.say("no_place"),
            self.verdict_line(indicator, verdict) if verdict.is_stated else self.verdict(verdict),
            self.verdict_origin(verdict)
            if verdict.progress
            else self.say(known if verdict.is_known else "no_place"),
        ]

    def target_heads(self) -> list[str]:
        """Return the heads of `target_cells`."""
        heads = ("outturn", "period", "target", "difference", "verdict")
        return [*(self.say(f"head_{one}") for one in heads), self.say("print_head_origin")]

    # Workings

    def judgement(self, indicator: Indicator, verdict: Verdict) -> list[str]:
        """Return how a verdict was reached, a step in each line; first the source's own, if any."""
        lines = []
        result = verdict.target.result
        if result:
            lines.append(self.say("verdict_of_source", text=self.text(result.text)))
        if verdict.progress:
            lines += self.progress_steps(indicator, verdict.target, verdict.progress)
        elif verdict.difference is not None:
            lines += self._difference_steps(indicator, verdict)
        elif verdict.is_known and verdict.outturn and verdict.outturn.bound:
            outturn = self.value(indicator, verdict.outturn)
            lines.append(self.say("verdict_of_bound", outturn=outturn))
        lines.append(self.why_no_verdict(verdict))
        return [one for one in lines if one]

    def _difference_steps(self, indicator: Indicator, verdict: Verdict) -> list[str]:
        target = verdict.target
        shown, aim = shown_outturn(indicator, verdict), target.value
        if shown is None or aim is None:
            return []
        gap = self.gap(indicator, verdict, long=True)
        minuend, subtrahend = (self.bare_number(indicator, one).lstrip("+") for one in (shown, aim))
        lines = [f"{minuend} {MINUS} {subtrahend} = {gap}"]
        if target.allowance is not None:
            low, high = aim - target.allowance, aim + target.allowance
            between = self.say(
                "interval",
                low=self.bare_number(indicator, low).lstrip("+"),
                high=self._plain(indicator, high),
            )
            lines.append(
                self.say("about_read", target=self.target(indicator, target), between=between)
            )
        return lines

    def reading_of_about(self, verdict: Verdict) -> str:
        """Return in words whose reading of 'about' a verdict rests on; '' if on none."""
        return self.say("about_ours") if verdict.target.allowance is not None else ""

    def progress_steps(self, indicator: Indicator, target: Target, made: Progress) -> list[str]:
        """Return the working of a method of progress: both rates, and their comparison."""
        first, last, aim = (
            self.bare_number(indicator, one).lstrip("+")
            for one in (made.base.value, made.latest.value, target.value)
            if one is not None
        )
        steps = [
            self.say(
                "progress_rate",
                what=self.say(what),
                ratio=f"({level} {DIVIDED} {first})",
                years=years,
                rate=self.rate(made, rate),
            )
            for what, level, years, rate in (
                ("progress_observed", last, made.years, made.observed),
                ("progress_required", aim, made.span, made.required),
            )
        ]
        return [*steps, self.comparison(indicator, target, made), self.class_limits(made)]

    def comparison(self, indicator: Indicator, target: Target, made: Progress) -> str:
        """Return the step that gives a method's result: '−2.23 ÷ −5.85 = 38 %'."""
        if made.method == "statcan":
            left, right = (
                self.rate(made, one, bare=True) for one in (made.observed, made.required)
            )
            return f"{left} {DIVIDED} {right} = {self.share(made)}"
        base, aim = made.base.value, target.value or Decimal(0)
        start, goal, ahead = (
            self.bare_number(indicator, one).lstrip("+")
            for one in (base, aim, _level_ahead(made, aim))
            if one is not None
        )
        return f"({ahead} {MINUS} {start}) {DIVIDED} ({goal} {MINUS} {start}) = {self.share(made)}"

    def rate(self, made: Progress, rate: Decimal, *, bare: bool = False) -> str:
        """Return a yearly rate in per cent, with its sign; bare without the per cent."""
        shown = rounded(100 * rate, _digits_to_follow(100 * made.required))
        number = self.number(shown, sign=True)
        return number.lstrip("+") if bare else self._percent(number)

    def share(self, made: Progress) -> str:
        """Return a method's result in per cent: '38 %'; a digit more where that hides its class."""
        digits = 0
        limits = [100 * one for _, one in CLASSES[made.method] if one is not None]
        exact = 100 * made.result
        while any((rounded(exact, digits) >= one) != (exact >= one) for one in limits):
            digits += 1
        return self.percentage(rounded(exact, digits))

    def percentage(self, number: Decimal) -> str:
        """Return a number of per cent, without decimals that are zero."""
        return self._percent(self.number(rounded(number, needed_digits(number))))

    def class_limits(self, made: Progress) -> str:
        """Return the class that holds a result, with its limits: 'Limited progress: 0 to 60 %'."""
        names = CLASSES[made.method]
        ends = [(one, low, high) for (one, low), (_, high) in pairwise((*names, ("", None)))]
        low, high = next((low, high) for one, low, high in ends if one == made.outcome)
        worded = ["" if one is None else self.percentage(100 * one) for one in (low, high)]
        key = "class_below" if low is None else "class_from" if high is None else "class_between"
        limits = self.say(key, low=worded[0], high=worded[1])
        return self.named(self.class_name(made.outcome, made), limits)

    def class_name(self, outcome: str, made: Progress) -> str:
        """Return a class of a method; the best of the `un` holds what was met as well."""
        is_shared = outcome == "on_track" and made.method == "un"
        return self.say("verdict_on_track_or_met" if is_shared else f"verdict_{outcome}")

    def progress_periods(self, made: Progress) -> str:
        """Return in words what a method takes for its base and its latest value."""
        return self.say(
            "progress_periods",
            base=self.period(made.base.period),
            latest=self.period(made.latest.period),
            years=made.years,
        )

    def others(self, indicator: Indicator, verdict: Verdict) -> list[str]:
        """Return in words the results of the methods of progress that the target does not name."""
        lines = []
        for made in other_methods(indicator, verdict):
            name = self.say(f"method_{made.method}")
            lines.append(self.named(name, self.class_name(made.outcome, made)))
            lines.append(self.comparison(indicator, verdict.target, made))
        return lines


def _level_ahead(made: Progress, aim: Decimal) -> Decimal:
    """Return the level that the observed rate leads to, rounded as a working shows it."""
    return rounded(made.at_this_rate, _digits_to_follow(aim - (made.base.value or 0)))


def _digits_to_follow(divisor: Decimal) -> int:
    """Return the digits with which a reader who divides by a number finds the share shown."""
    return max(_WORKING_DIGITS, _WORKING_DIGITS - divisor.adjusted())
