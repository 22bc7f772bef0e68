"""The key below a chart: the letters that occur in it with their words, then its footnotes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cqviewer.charts.words import footnote_number
from cqviewer.model.facts import Observation
from cqviewer.model.wording.marks import legend

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_MOST_LINES = 8


def draw_key(plot: "Plot", observations: Iterable[Observation], top: float) -> float:
    """Write the key below a height in px; return its bottom, or `top` where there is none.

    It is part of the picture, so that nothing can part the two.
    """
    lines = [legend(observations, plot.wording)]
    lines += [f"{footnote_number(at)} {note}" for at, note in enumerate(plot.notes, start=1)]
    leading, bottom = plot.leading(plot.small) + plot.px(1), top
    for line in filter(None, lines):
        middle = bottom + plot.px(5) + leading / 2
        rows = plot.paragraph(
            0,
            middle,
            line,
            plot.theme.ink2,
            within=plot.width,
            size=plot.small,
            lines=_MOST_LINES,
            tag="key",
        )
        bottom = middle + (rows - 0.5) * leading
    return bottom
