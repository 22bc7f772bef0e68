"""The change from one observation of a figure to another, where one may be worked out."""

from decimal import Decimal
from typing import Literal

import msgspec

from cqviewer.model.choices import Against
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.amount import WIDE, least_digits, own_digits, rounded
from cqviewer.model.numbers.quantity import is_percentage


class StatedChange(msgspec.Struct, frozen=True):
    """A change that a source states: the figure of growth, and its observation of the period."""

    figure: Indicator
    observation: Observation


Reason = Literal[
    "alone",
    "year_before",
    "cumulative",
    "not_stated",
    "missing",
    "bound",
    "period_not_stated",
    "periods",
    "break",
    "first_release",
]
"""Why no change is worked out; each has its sentence in `phrases`."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A change that is worked out, from the earlier observation to the later one.

    `difference` has the decimals of the values; `percent` is None where a ratio means nothing, as
    from a debt or to one.
    `is_points` says that the difference is in percentage points.
    """

    earlier: Observation
    later: Observation
    difference: Decimal
    percent: Decimal | None = None
    is_points: bool = False


class NoChange(msgspec.Struct, frozen=True):
    """Why no change is worked out, and the observation that is the reason."""

    reason: Reason
    observation: Observation


def change_of(
    indicator: Indicator, observation: Observation | None = None, against: Against = "before"
) -> StatedChange | Change | NoChange:
    """Return the change that is stated for an observation, or else is worked out to it."""
    seen, rates = observation or indicator.latest, indicator.rates
    for one in rates.observations if rates and seen.period.is_stated else ():
        if rates and one.is_known and one.period == seen.period:
            return StatedChange(rates, one)
    return worked_out_change(indicator, seen, against)


def worked_out_change(
    indicator: Indicator, later: Observation, against: Against = "before"
) -> Change | NoChange:
    """Return the change to an observation, or why there is none.

    It is worked out against the observation before or the same months a year before; that of
    running totals against the latter alone.
    """
    place = next(at for at, one in enumerate(indicator.observations) if one is later)
    start = _place_before(indicator, place, against)
    if start is None:
        if place == 0:
            return NoChange("alone", later)
        return NoChange("cumulative" if indicator.is_cumulative else "year_before", later)
    earlier = indicator.observations[start]
    for one in (later, earlier):
        if reason := _why_not_from(one):
            return NoChange(reason, one)
    if not earlier.period.is_like(later.period):
        return NoChange("periods", earlier)
    for one in indicator.observations[start + 1 : place + 1]:
        if "break" in one.marks:
            return NoChange("break", one)
    if earlier.is_first_release:
        return NoChange("first_release", earlier)
    return difference_between(indicator, earlier, later)


def _place_before(indicator: Indicator, place: int, against: Against) -> int | None:
    """Return the index of the observation to compare with the one at `place`, or None."""
    if against == "before" and not indicator.is_cumulative:
        return place - 1 if place else None
    wanted = indicator.observations[place].period.a_year_before
    found = (at for at in range(place) if indicator.observations[at].period == wanted)
    return next(found, None) if wanted.is_stated else None


def _why_not_from(one: Observation) -> Reason | None:
    """Return why an observation allows no change from or to it, or None."""
    if one.bound:
        return "bound"
    if one.missing:
        return "missing"
    if one.value is None:
        return "not_stated"
    return None if one.period.is_stated else "period_not_stated"


def difference_between(indicator: Indicator, earlier: Observation, later: Observation) -> Change:
    """Return the change from one value to another, whatever their periods; both have a value."""
    before, after = earlier.value or Decimal(0), later.value or Decimal(0)
    difference = WIDE.subtract(after, before)
    is_points = is_percentage(indicator.unit, indicator.measure)
    is_ratio = indicator.measure in ("level", "count") and before > 0 <= after and not is_points
    return Change(
        earlier=earlier,
        later=later,
        difference=difference,
        percent=_percent(difference, before) if is_ratio else None,
        is_points=is_points,
    )


def _percent(difference: Decimal, base: Decimal) -> Decimal:
    """Return a difference in per cent of its base.

    It has a decimal where one unit of the last digit of the values is less than one per cent, and
    never so few that what is not zero comes out as zero.
    """
    exact = WIDE.divide(100 * difference, base)
    is_coarse = Decimal(100).scaleb(-own_digits(difference)) >= base
    is_whole = is_coarse or exact == exact.to_integral_value()
    return rounded(exact, max(int(not is_whole), least_digits(exact)))
