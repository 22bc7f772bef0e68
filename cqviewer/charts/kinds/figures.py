"""What charts ask of their figures: an order, one unit, enough values."""

from collections.abc import Sequence
from decimal import Decimal

from cqviewer.charts.drawing import ChartError
from cqviewer.model.facts import Indicator
from cqviewer.model.wording.wording import Wording


def sort_by_size(figures: Sequence[Indicator]) -> list[Indicator]:
    """Sort figures by their latest value, the largest first, those without one last."""
    stated = [one for one in figures if one.latest.value is not None]
    missing = [one for one in figures if one.latest.value is None]
    return sorted(stated, key=lambda one: -(one.latest.value or Decimal(0))) + missing


def require(figures: Sequence[Indicator], least: int, wording: Wording) -> None:
    """Ask for a number of figures; ChartError says how many there are."""
    if len(figures) < least:
        raise ChartError(wording.say("too_few_figures", least=least, number=len(figures)))


def require_one_unit(figures: Sequence[Indicator], wording: Wording) -> None:
    """Ask for figures of one unit; ChartError names the units there are, as written."""
    units = dict.fromkeys(wording.text(one.unit.text) for one in figures)
    if len(units) > 1:
        raise ChartError(wording.say("units_differ", units=wording.join(units, "listing")))
