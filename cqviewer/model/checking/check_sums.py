"""Whether the parts of a breakdown make its totals, where the sheet says that they add up."""

import functools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from cqviewer.model.facts import Breakdown, Indicator, Observation, Sheet
from cqviewer.model.judging.rounding import is_addable, slack
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.problems import Findings

Term = tuple[Indicator, Observation]
"""A figure and the value of it that is added."""


def check_sums(sheet: Sheet, findings: Findings) -> None:
    """Report totals that differ from the sum of their parts by more than rounding explains.

    A total with a part that has no value is not checked; a note says how many there are.
    """
    for key, breakdown in sheet.breakdowns.items():
        if not breakdown.adds_up or not findings.is_sound(("indicators", key)):
            continue
        passed_over = 0
        for whole, parts in _totals(breakdown, sheet):
            for place, total in enumerate(whole.observations):
                terms = [(part, one) for part in parts if (one := _same_time(part, total))]
                if total.value is None or len(terms) < len(parts):
                    passed_over += 1
                else:
                    _check_total(whole, place, terms, findings)
        _check_shares([sheet.indicators[one] for one in breakdown.figures], sheet, key, findings)
        if passed_over:
            message = say("1 total is not checked: a part or the total has no value")
            if passed_over > 1:
                message = say(
                    "{} totals are not checked: a part or the total has no value", passed_over
                )
            findings.add(("indicators", key, "adds_up"), message, "", "note")


def _check_shares(parts: list[Indicator], sheet: Sheet, key: str, findings: Findings) -> None:
    """Report shares that add up to more than 100 %.

    Those of two dimensions are not checked: nothing says of which whole they are shares.
    """
    figure = parts[0]
    is_whole = any(item.is_total for one in parts for _, item in sheet.items_of(one))
    is_share = figure.measure == "share" and figure.unit.kind == "percent"
    if is_whole or not is_share or len(figure.items) > 1:
        return
    for time in dict.fromkeys(one.period for part in parts for one in part.observations):
        same = [(part, one) for part in parts for one in part.observations if one.period == time]
        terms = [(part, one) for part, one in same if one.value is not None]
        come_to = _sum(terms)
        if come_to > 100 + slack(terms):
            message = say("the parts come to {:f} %, which is more than the whole", come_to)
            hint = say("mend a value, or delete `adds_up` if the parts overlap")
            findings.add(("indicators", key, "adds_up"), message, hint)


def _totals(breakdown: Breakdown, sheet: Sheet) -> Iterator[tuple[Indicator, list[Indicator]]]:
    """Yield each total of a breakdown with its parts, along each of its dimensions."""
    figures = [sheet.indicators[one] for one in breakdown.figures]
    for place, name in enumerate(breakdown.by):
        items = sheet.dimensions[name].items
        for whole in figures:
            if not items[whole.items[place]].is_total:
                continue
            parts = [
                one
                for one in figures
                if not items[one.items[place]].is_total
                and _without(one.items, place) == _without(whole.items, place)
            ]
            if parts:
                yield whole, parts


def _without(items: tuple[str, ...], place: int) -> tuple[str, ...]:
    return items[:place] + items[place + 1 :]


def _same_time(part: Indicator, total: Observation) -> Observation | None:
    """Return the observation of a part for the period of a total, if it can be added."""
    same = (one for one in part.observations if one.period == total.period)
    return next((one for one in same if is_addable(one)), None)


def _sum(terms: Sequence[Term]) -> Decimal:
    """Return the exact sum of values; what is missing adds nothing."""
    return functools.reduce(WIDE.add, (one.value or Decimal(0) for _, one in terms), Decimal(0))


def _check_total(whole: Indicator, place: int, terms: Sequence[Term], findings: Findings) -> None:
    """Report a total that differs from the sum of its terms."""
    observation = whole.observations[place]
    total, come_to = observation.value or Decimal(0), _sum(terms)
    if abs(WIDE.subtract(come_to, total)) <= slack([*terms, (whole, observation)]):
        return
    path = (*whole.observation_path(place), "value")
    message = say("the total is {:f}, but its parts come to {:f}", total, come_to)
    hint = say("mend a value, or delete `adds_up` if the parts do not make the whole")
    findings.add(path, message, hint)
    findings.offer(path, f"{come_to:f}")
