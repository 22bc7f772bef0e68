"""Whether the parts of a breakdown make its totals, where the sheet says that they add up."""

from collections.abc import Iterator
from decimal import Decimal

from cqviewer.model.facts import Breakdown, Indicator, Observation, Sheet
from cqviewer.model.judging.rounding import slack
from cqviewer.model.numbers.amount import WIDE
from cqviewer.model.problems import Findings, Path


def check_sums(sheet: Sheet, findings: Findings) -> None:
    """Report totals that their parts do not come to, within the rounding of each term.

    A period in which a part has no value is passed over; a note says how many are.
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
                    _hold(whole, place, terms, findings)
        if passed_over:
            message = f"{passed_over} total{'s are' if passed_over > 1 else ' is'} not checked:"
            message += " a part or the total has no value"
            findings.add(("indicators", key, "adds_up"), message, "", "note")


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
    """Return the observation of a part for the period of a total, if it has a value."""
    same = (one for one in part.observations if one.period == total.period)
    return next((one for one in same if one.value is not None), None)


def _hold(
    whole: Indicator, place: int, terms: list[tuple[Indicator, Observation]], findings: Findings
) -> None:
    """Report a total that its parts do not come to."""
    observation = whole.observations[place]
    total, come_to = observation.value or Decimal(0), Decimal(0)
    for _, one in terms:
        come_to = WIDE.add(come_to, one.value or Decimal(0))
    if abs(WIDE.subtract(come_to, total)) <= slack([*terms, (whole, observation)]):
        return
    path: Path = ("indicators", whole.id)
    path += ("observations", place, "value") if whole.is_listed else ("value",)
    message = f"the total is {total:f}, but its parts come to {come_to:f}"
    hint = "mend a value, or delete `adds_up` if the parts do not make the whole"
    findings.add(path, message, hint)
