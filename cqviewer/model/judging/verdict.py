"""Verdicts on targets: met, missed, not yet known, or why none is given.

Exact values are compared. A bound ('below 3') has a verdict if all values that it allows have the
same one. A source's own verdict takes precedence over ours. Where a target names a method of
progress and has no outturn yet, the verdict is the class of the progress made so far.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, get_args

import msgspec

from cqviewer.model.choices import Better, Method
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Bound, Indicator, Observation
from cqviewer.model.judging.progress import Class, NoProgress, Progress, progress_of
from cqviewer.model.numbers.amount import WIDE, least_digits, own_digits, rounded
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Target

Outcome = Literal["met", "missed", "within", "achieved", "open", "none", "stated"] | Class
"""'achieved' is met before the target's period; 'stated' is a verdict that the source words."""
Reason = (
    Literal["period", "measure", "prices", "allowance", "direction", "no_value", "bound"]
    | NoProgress
)
"""Why there is no verdict of ours; each has its sentence in `phrases`."""
_UNSETTLED = frozenset(("provisional", "estimated", "forecast"))
_SIGNS: dict[str, int] = {"at least": 1, "above": 1, "at most": -1, "below": -1}


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one target of a figure.

    `outturn` is the observation that is judged, `value` its exact value, and `difference` that
    value minus the target's. `progress` is the working of a method of progress, if one was used.
    """

    target: Target
    outcome: Outcome
    reason: Reason | None = None
    outturn: Observation | None = None
    value: Decimal | None = None
    difference: Decimal | None = None
    progress: Progress | None = None

    @property
    def is_stated(self) -> bool:
        """Return whether the verdict is the source's own."""
        return self.target.result is not None

    @property
    def is_known(self) -> bool:
        """Return whether there is a verdict; 'open' is one."""
        return self.outcome != "none"

    @property
    def is_provisional(self) -> bool:
        """Return whether a verdict of ours may change because the outturn is not final."""
        if self.is_stated or self.outturn is None or self.outcome in ("open", "none"):
            return False
        return not _UNSETTLED.isdisjoint(self.outturn.marks)

    @property
    def method(self) -> Method:
        """Return how the verdict was worked out."""
        return self.progress.method if self.progress else "difference"


def verdict_of(indicator: Indicator, target: Target) -> Verdict:
    """Return the verdict on one of a figure's targets."""
    found = indicator.observation_for(target.period)
    ours = _before_its_period(indicator, target) if _is_absent(found) else None
    ours = ours or _of_outturn(indicator, target, found)
    if target.result is None:
        return ours
    met = target.result.met
    outcome: Outcome = "stated" if met is None else "met" if met else "missed"
    return msgspec.structs.replace(ours, outcome=outcome, progress=None)


def verdicts(indicator: Indicator) -> list[Verdict]:
    """Return the verdicts on all targets of a figure, in the sheet's order."""
    return [verdict_of(indicator, one) for one in indicator.targets]


def chief_target(indicator: Indicator) -> Target | None:
    """Return the target to show beside a figure's latest value: that of its period or the next.

    If all targets are for earlier periods it is the last of them; None if there are none.
    """
    latest = indicator.latest.period
    targets = sorted(indicator.targets, key=lambda one: one.period.end or datetime.date.max)
    later = [
        one for one in targets if not (one.period.end and latest.end) or one.period.end > latest.end
    ]
    return target_of(indicator, latest) or next(iter((*later, *targets[-1:])), None)


def target_of(indicator: Indicator, period: Period | None) -> Target | None:
    """Return a figure's target for a period, or None."""
    return next((one for one in indicator.targets if one.period == period), None)


def target_citations(target: Target) -> list[Citation]:
    """Return where a target and its source's own verdict are stated, each place once."""
    cited = (target.citation, target.result.citation if target.result else None)
    return list(dict.fromkeys(one for one in cited if one))


def direction_of(target: Target, better: Better | None) -> int:
    """Return 1 where more is better, -1 where less is, and 0 where nobody says."""
    if sign := _SIGNS.get(target.kind):
        return sign
    return 0 if better is None else 1 if better == "higher" else -1


def other_methods(indicator: Indicator, verdict: Verdict) -> list[Progress]:
    """Return the results of the methods of progress other than the one that the target names."""
    if verdict.progress is None:
        return []
    direction = direction_of(verdict.target, indicator.better)
    methods: tuple[Method, ...] = ("statcan", "un")
    found = (
        progress_of(indicator, verdict.target, one, direction)
        for one in methods
        if one != verdict.method
    )
    return [one for one in found if isinstance(one, Progress)]


def count_of(indicators: Iterable[Indicator], year: int | None) -> Counter[str]:
    """Return how many targets are for a year, or for any if None: 'all', and by their outcomes.

    A target whose progress is judged has no outturn yet: it counts as 'open', unless it is met.
    """
    every = [
        _counted_as(one)
        for figure in indicators
        for one in verdicts(figure)
        if year is None or one.target.period.year == year
    ]
    return Counter(every) + Counter(all=len(every))


def _counted_as(verdict: Verdict) -> str:
    if verdict.outcome == "achieved":
        return "met"
    is_on_the_way = verdict.progress is not None or verdict.reason in get_args(NoProgress)
    return "open" if is_on_the_way and not verdict.is_stated else verdict.outcome


def _is_absent(found: Observation | None) -> bool:
    """Return whether a sheet says nothing of a period: neither a value nor why there is none."""
    return found is None or (found.status == "missing" and found.missing is None)


def _exact(indicator: Indicator, one: Observation) -> Decimal | None:
    derivation = indicator.derivation
    return derivation.unrounded if derivation and one is indicator.latest else one.value


def _of_outturn(indicator: Indicator, target: Target, found: Observation | None) -> Verdict:
    """Return the verdict on the outturn of a target's own period."""
    if found is None or _is_absent(found):
        return _without_outturn(indicator, target)
    value = _exact(indicator, found)
    if reason := _mismatch(indicator, target) or (None if found.is_known else "no_value"):
        return Verdict(target=target, outcome="none", reason=reason, outturn=found, value=value)
    if found.bound and target.value is not None:
        outcome, why = _judged_bound(target, indicator.better, found.bound)
        return Verdict(target=target, outcome=outcome, reason=why, outturn=found)
    if value is None or target.value is None:
        return Verdict(target=target, outcome="none", outturn=found, value=value)
    outcome, why = _judged(target, indicator.better, value)
    return Verdict(
        target=target,
        outcome=outcome,
        reason=why,
        outturn=found,
        value=value,
        difference=value - target.value,
    )


def _without_outturn(indicator: Indicator, target: Target) -> Verdict:
    """Return the verdict 'open', or none where there is a value of a period that overlaps."""
    for one in reversed(indicator.observations):
        if one.is_known and (not one.period.is_stated or _meet_in_time(one, target)):
            return Verdict(target=target, outcome="none", reason="period", outturn=one)
    return Verdict(target=target, outcome="open")


def _meet_in_time(one: Observation, target: Target) -> bool:
    """Return whether an observation's period ends in or after a target's."""
    start, end = target.period.start, one.period.end
    return start is not None and end is not None and end >= start


def _mismatch(indicator: Indicator, target: Target) -> Reason | None:
    """Return why a target cannot be compared with its figure: another measure, other prices."""
    if target.measure not in (None, indicator.measure):
        return "measure"
    return None if target.prices in (None, indicator.prices) else "prices"


def _judged(target: Target, better: Better | None, value: Decimal) -> tuple[Outcome, Reason | None]:
    """Compare an exact value with a target."""
    aim, direction = target.value or Decimal(0), direction_of(target, better)
    if target.kind == "about" and target.allowance is None:
        return "none", "allowance"
    beyond = direction * value.compare(aim)
    if target.kind in ("above", "below"):
        return "met" if beyond > 0 else "missed", None
    if direction and beyond >= 0:
        return "met", None
    if target.allowance is not None:
        is_within = WIDE.subtract(value, aim).copy_abs() <= target.allowance
        return "within" if is_within else "missed", None
    return ("missed", None) if direction else ("none", "direction")


def _judged_bound(
    target: Target, better: Better | None, bound: Bound
) -> tuple[Outcome, Reason | None]:
    """Compare a bound with a target: a verdict if all values that the bound allows have the same.

    It is enough to judge the value next to the bound, one far beyond both, and, where the bound
    allows it, that of the target itself.
    """
    is_least, edge = bound.kind in ("above", "at least"), bound.value
    if bound.kind in ("above", "below"):
        edge = edge.next_plus(WIDE) if is_least else edge.next_minus(WIDE)
    aim, step = target.value or Decimal(0), 1 if is_least else -1
    span = abs(edge) + abs(aim) + (target.allowance or 0) + 1
    values = [edge, edge + step * span, *([aim] if step * aim.compare(edge) > 0 else [])]
    found = {_judged(target, better, value) for value in values}
    return found.pop() if len(found) == 1 else ("none", "bound")


def _before_its_period(indicator: Indicator, target: Target) -> Verdict | None:
    """Return the verdict by the target's method of progress; None if it names none."""
    if target.method == "difference" or target.value is None:
        return None
    direction = direction_of(target, indicator.better)
    made: Progress | Reason | None = _mismatch(indicator, target)
    made = made or (None if direction else "direction")
    made = made or progress_of(indicator, target, target.method, direction)
    if not isinstance(made, Progress):
        return Verdict(target=target, outcome="none", reason=made)
    value = made.latest.value
    is_met = value is not None and _judged(target, indicator.better, value)[0] == "met"
    return Verdict(
        target=target,
        outcome="achieved" if is_met else made.outcome,
        outturn=made.latest,
        value=value,
        difference=None if value is None else value - target.value,
        progress=made,
    )


def shown_outturn(indicator: Indicator, verdict: Verdict) -> Decimal | None:
    """Return the value to show beside a verdict, with more digits where rounding would hide why.

    The value 6.96 misses a target of 7: elsewhere it may be shown as 7.0, but not here.
    """
    exact, aim = verdict.value, verdict.target.value
    if exact is None or aim is None:
        return exact
    digits = indicator.derivation.digits if indicator.derivation else indicator.digits
    if digits is None:
        return exact
    allowance = verdict.target.allowance or Decimal(0)
    limits = (aim - allowance, aim, aim + allowance)
    digits = max(digits, least_digits(exact))
    while any(rounded(exact, digits).compare(one) != exact.compare(one) for one in limits):
        digits += 1
    return rounded(exact, digits) if digits < own_digits(exact) else exact
