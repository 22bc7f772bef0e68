"""Parts of a whole: which figures of a chart are parts, what is their total, and their shares."""

import bisect
import functools
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from cqviewer.charts.parts.periods import shared_period
from cqviewer.charts.words import common_breakdown
from cqviewer.model.facts import Bound, Breakdown, Dimension, Indicator, Observation, Sheet
from cqviewer.model.judging.rounding import is_addable, slack
from cqviewer.model.numbers.amount import WIDE, least_digits, rounded
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording

SHARE_DIGITS = 1
"""Decimals of a share in per cent."""


class Whole(msgspec.Struct, frozen=True, dict=True):
    """The parts among the figures of a chart, and their total, if the chart has one.

    `is_complete` says that the breakdown adds up and all its parts are there with a value, so that
    sums and shares may be worked out; `has_total` that the sheet has a total, shown or not.
    """

    breakdown: Breakdown
    parts: list[Indicator]
    total: Indicator | None
    is_complete: bool
    has_total: bool

    @property
    def sum(self) -> Decimal:
        """Return the sum of the parts; zero where they may not be summed."""
        return summed(self.parts) if self.is_complete else Decimal(0)

    @property
    def amount(self) -> Decimal | None:
        """Return the value of the whole: the stated one, or else the sum; None without either."""
        if self.total is not None and self.total.latest.value is not None:
            return self.total.latest.value if self.breakdown.adds_up else None
        return self.sum if self.is_complete else None

    @property
    def is_negative(self) -> bool:
        """Return whether parts that add up are at most zero, so that the lowest is the largest."""
        values = [one.latest.value or 0 for one in self.parts]
        has_bounds = any(one.latest.bound for one in self.parts)
        return self.breakdown.adds_up and not has_bounds and min(values) < 0 >= max(values)

    @property
    def is_within_rounding(self) -> bool:
        """Return whether the parts make the whole within the rounding of each term."""
        terms = [*self.parts, self.total] if self.total else self.parts
        allowed = slack((one, one.latest) for one in terms)
        return abs(self.sum - (self.amount or Decimal(0))) <= allowed

    @property
    def count(self) -> int:
        """Return how many parts have a value, or a bound of it."""
        return sum(one.latest.is_known for one in self.parts)

    @functools.cached_property
    def ranks(self) -> dict[str, int]:
        """Return the ranks of the parts by size; equal values share one.

        A part has none if it has no value, or if the bound of another part leaves its rank open.
        """
        latest = {one.id: one.latest for one in self.parts}
        bounds = [one.bound for one in latest.values() if one.bound]
        sign = -1 if self.is_negative else 1
        values = {key: sign * one.value for key, one in latest.items() if one.value is not None}
        rising = sorted(values.values())
        ranks = {key: _rank(one, rising, bounds) for key, one in values.items()}
        return {key: rank for key, rank in ranks.items() if rank}

    def share(self, value: Decimal | None) -> Decimal | None:
        """Return the share of a value in per cent, not rounded; None where there is none."""
        whole = self.amount
        return None if value is None or not whole else WIDE.divide(100 * value, whole)


def _rank(value: Decimal, rising: Sequence[Decimal], bounds: Sequence[Bound]) -> int | None:
    """Return 1 and how many are larger than a value; None where a bound leaves that open."""
    larger = [_is_larger(one, value) for one in bounds]
    count = 1 + len(rising) - bisect.bisect_right(rising, value)
    return None if None in larger else count + larger.count(True)


def _is_larger(bound: Bound, value: Decimal) -> bool | None:
    """Return whether all that a bound allows is more than a value; None if some of it is."""
    if bound.kind in ("below", "at most"):
        return None if bound.value > value else False
    return bound.value > value or (bound.value == value and bound.kind == "above") or None


def summed(figures: Sequence[Indicator]) -> Decimal:
    """Return the sum of the latest values."""
    return sum((one.latest.value or Decimal(0) for one in figures), Decimal(0))


def whole_of(figures: Sequence[Indicator], sheet: Sheet) -> Whole | None:
    """Return figures as parts of a whole; None where they are not all of one breakdown."""
    breakdown = common_breakdown(figures, sheet)
    if breakdown is None:
        return None
    dimensions = [sheet.dimensions[one] for one in breakdown.by]
    items = [list(zip(dimensions, one.items, strict=True)) for one in figures]
    varying = [at for at in range(len(dimensions)) if len({row[at][1] for row in items}) > 1]
    totals = [
        one
        for one, row in zip(figures, items, strict=True)
        if all(row[at][0].items[row[at][1]].is_total for at in varying)
    ]
    total = totals[0] if len(totals) == 1 else None
    parts = [one for one in figures if one is not total]
    fixed = {at: items[0][at][1] for at in range(len(dimensions)) if at not in varying}
    needed, has_total = _in_sheet(breakdown, fixed, sheet)
    may_sum = breakdown.adds_up and all(is_addable(one.latest) for one in parts)
    is_complete = may_sum and {one.id for one in parts} == needed
    return Whole(breakdown, parts, total, is_complete, has_total)


def _in_sheet(breakdown: Breakdown, fixed: dict[int, str], sheet: Sheet) -> tuple[set[str], bool]:
    """Return all parts that a whole has in a sheet, and whether it has a total of them."""
    needed, has_total = set(), False
    for name in breakdown.figures:
        row = name.removeprefix(f"{breakdown.id}.").split(".")
        if any(row[at] != item for at, item in fixed.items()):
            continue
        are_totals = {
            sheet.dimensions[by].items[item].is_total
            for at, (by, item) in enumerate(zip(breakdown.by, row, strict=True))
            if at not in fixed
        }
        has_total = has_total or False not in are_totals
        if True not in are_totals:
            needed.add(name)
    return needed, has_total


def share_text(whole: Whole, value: Decimal | None, wording: Wording) -> str:
    """Return the share of a value in words: '17.1 %'; an empty text where it has none."""
    share = whole.share(value)
    if share is None:
        return ""
    digits = 0 if share in (0, 100) else max(SHARE_DIGITS, least_digits(share))
    return wording.say("percent", number=wording.number(rounded(share, digits)))


def standing(figure: Indicator, whole: Whole, wording: Wording) -> list[str]:
    """Return a part's rank, or that a limit leaves it open, and its share; '' for what it lacks."""
    rank, share = whole.ranks.get(figure.id), share_text(whole, figure.latest.value, wording)
    open_rank = wording.say("rank_open") if figure.latest.is_known else ""
    return [
        wording.say("rank_of", rank=rank, count=whole.count) if rank else open_rank,
        wording.say("share_of", share=share) if share else "",
    ]


def wholes_of(part: Indicator, sheet: Sheet) -> list[tuple[Dimension, Whole]]:
    """Return the whole that a part belongs to along each dimension, in its latest value's period.

    There is none along a dimension of which the part is the total or whose other parts are another
    quantity, and none at all if the part has no stated period or no value.
    """
    period, found = part.latest.period, []
    for at, (by, item) in enumerate(sheet.items_of(part)):
        rest = part.items[:at] + part.items[at + 1 :]
        beside = [
            _seen_at(one, period)
            for name in sheet.breakdowns[part.breakdown or ""].figures
            if (one := sheet.indicators[name]).items[:at] + one.items[at + 1 :] == rest
        ]
        is_open = item.is_total or not part.latest.is_known or not period.is_stated
        if is_open or any(_quantity(one) != _quantity(part) for one in beside):
            continue
        whole = whole_of(beside, sheet)
        if whole and len(whole.parts) > 1 and shared_period(whole.parts):
            found.append((by, whole))
    return found


def _quantity(figure: Indicator) -> tuple[object, ...]:
    return figure.unit, figure.measure, figure.prices


def _seen_at(figure: Indicator, period: Period) -> Indicator:
    """Return a figure with nothing but its observation of a period, which may be in no sheet."""
    none = Observation(value=None, period=period, status="missing")
    rows = tuple(one for one in figure.observations if one.period == period) or (none,)
    return msgspec.structs.replace(figure, observations=rows)
