"""Progress towards a level in a later year, by two published methods.

`statcan` is Statistics Canada's, as Open SDG carries it (`open-sdg/open-sdg`,
docs/progress-methodology.md): the yearly growth observed since the base, as a share of the growth
that leads from the base to the target. `un` is the method of the United Nations' progress chart
(technical note of 2023): how much of the way from base to target will have been made by the
target's year, at the growth observed. Both presume levels above zero. The published code replaces
a zero by 0.001; here there is then no result.
"""

from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Literal

import msgspec

from cqviewer.model.choices import Method
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Target

Class = Literal["deterioration", "stagnation", "limited", "acceleration", "on_track"]
NoProgress = Literal[
    "rate_method", "no_base", "no_latest", "base_zero", "base_negative", "target_sign", "base_met"
]
"""Why no progress is worked out."""
CLASSES: dict[Method, tuple[tuple[Class, Decimal | None], ...]] = {
    "statcan": (
        ("deterioration", None),
        ("limited", Decimal(0)),
        ("acceleration", Decimal("0.60")),
        ("on_track", Decimal("0.95")),
    ),
    "un": (
        ("stagnation", None),
        ("acceleration", Decimal("0.10")),
        ("on_track", Decimal("0.95")),
    ),
}
"""The classes of each method from worst to best, each with the least result that belongs to it."""
_LEAST_YEARS = 2
_WIDE = Context(prec=40)


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a figure came by one method.

    `years` is the time from `base` to `latest`, `span` that from `base` to the target. `observed`
    and `required` are yearly rates of growth (0.02 is 2 %); `at_this_rate` is the level in the
    target's year if growth goes on as observed. `result` is the share that `CLASSES` divides.
    """

    method: Method
    base: Observation
    latest: Observation
    years: int
    span: int
    observed: Decimal
    required: Decimal
    at_this_rate: Decimal
    result: Decimal

    @property
    def outcome(self) -> Class:
        """Return the class that holds the result."""
        classes = CLASSES[self.method]
        return [name for name, least in classes if least is None or self.result >= least][-1]


def progress_of(
    indicator: Indicator, target: Target, method: Method, direction: int
) -> Progress | NoProgress:
    """Return the progress towards a target by one of the two methods, or why there is none.

    `direction` is 1 where higher is better and -1 where lower is.
    """
    if indicator.measure == "growth":
        return "rate_method"
    base = indicator.observation_for(target.base)
    if base is None or base.value is None or target.value is None:
        return "no_base"
    latest = next(_comparable(indicator, base), None)
    if latest is None or latest.value is None:
        return "no_latest"
    if base.value <= 0:
        return "base_negative" if base.value else "base_zero"
    if target.value <= 0 or latest.value <= 0:
        return "target_sign"
    if direction * (target.value - base.value) <= 0:
        return "base_met"
    years, span = _years(base.period, latest.period), _years(base.period, target.period)
    if years >= span:
        return "no_latest"
    observed = _rate(base.value, latest.value, years)
    required = _rate(base.value, target.value, span)
    ahead = _WIDE.power(1 + observed, span - years)
    at_this_rate = _WIDE.multiply(latest.value, ahead)
    if method == "statcan":
        result = direction * observed / abs(required)
    else:
        result = (at_this_rate - base.value) / (target.value - base.value)
    return Progress(
        method=method,
        base=base,
        latest=latest,
        years=years,
        span=span,
        observed=observed,
        required=required,
        at_this_rate=at_this_rate,
        result=result,
    )


def _comparable(indicator: Indicator, base: Observation) -> Iterator[Observation]:
    """Yield the values of the same part of a later year than the base's, the latest first."""
    for one in reversed(indicator.observations):
        is_like = one.period.is_like(base.period) and _same_days(one.period, base.period)
        if is_like and one.value is not None and _years(base.period, one.period) >= _LEAST_YEARS:
            yield one


def _same_days(period: Period, other: Period) -> bool:
    """Return whether two periods begin on the same day of their years."""
    if period.start is None or other.start is None:
        return False
    return (period.start.month, period.start.day) == (other.start.month, other.start.day)


def _years(first: Period, last: Period) -> int:
    """Return the number of years from one stated period to another."""
    return last.start.year - first.start.year if first.start and last.start else 0


def _rate(first: Decimal, last: Decimal, years: int) -> Decimal:
    """Return the yearly rate of growth that leads from one level to another."""
    ratio = _WIDE.divide(last, first)
    return _WIDE.subtract(_WIDE.power(ratio, _WIDE.divide(1, years)), 1)
