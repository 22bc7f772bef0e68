"""Values of the edition before: a thin line where a bar, column or point would have ended."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from cqviewer.charts.drawing import OldValue
from cqviewer.model.facts import Indicator, Observation

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot


def old_value(plot: "Plot", figure: Indicator, one: Observation) -> OldValue | None:
    """Return the value that an observation had before, if it is to be seen."""
    known = plot.options.before
    return next((it for it in known if (it.figure, it.period) == (figure.id, one.period)), None)


def old_values(plot: "Plot", figures: Iterable[Indicator]) -> list[Decimal]:
    """Return the earlier values that the scale of some figures has to reach too."""
    pairs = ((figure, one) for figure in figures for one in figure.observations)
    found = (old_value(plot, figure, one) for figure, one in pairs) if plot.options.before else ()
    return [one.value for one in found if one]


def draw_old(plot: "Plot", xs: Sequence[float], ys: Sequence[float]) -> None:
    """Draw the thin line, which is seen on a bar, too."""
    for color, width in ((plot.theme.page, 3.5), (plot.theme.ink, 1.2)):
        plot.line(xs, ys, color, width=width, tag="old value")
