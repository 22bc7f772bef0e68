"""The key below a chart: the letters that occur in it with their words, then its footnotes."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from cqviewer.charts.words import footnote_number
from cqviewer.model.choices import Mark, Missing
from cqviewer.model.facts import Observation
from cqviewer.model.wording.marks import legend_words

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_MOST_LINES = 8
_GAP = 18  # px between the words of two marks
_SAMPLE, _AFTER_SAMPLE = 11, 6  # px of the sample of a mark, and from it to its words


def draw_key(plot: "Plot", observations: Iterable[Observation], top: float) -> float:
    """Write the key below a height in px; return its bottom, or `top` where there is none.

    It is part of the picture, so that nothing can part the two.
    """
    leading = plot.leading(plot.small) + plot.px(1)
    bottom = _draw_legend(plot, legend_words(observations, plot.wording), top, leading)
    for at, note in enumerate(plot.notes, start=1):
        middle = bottom + plot.px(5) + leading / 2
        line = f"{footnote_number(at)} {note}"
        bottom = middle + (_write(plot, line, 0, middle) - 0.5) * leading
    return bottom


def _draw_legend(
    plot: "Plot", words: Mapping[Mark | Missing, str], top: float, leading: float
) -> float:
    """Write the marks one after the other, that of provisional points after one; return the end."""
    if not words:
        return top
    x, middle = 0.0, top + plot.px(5) + leading / 2
    for mark, text in words.items():
        has_sample = mark == "provisional" and plot.has_halves
        indent = plot.px(_SAMPLE) + plot.px(_AFTER_SAMPLE) if has_sample else 0
        width = indent + plot.measure(text, plot.small)
        if x and x + width > plot.width:
            x, middle = 0.0, middle + leading
        if has_sample:
            size = plot.px(_SAMPLE)
            center = x + size / 2
            plot.dot(center, middle, size, plot.theme.accent, is_half=True, edge=1.6, tag="sample")
        rows = _write(plot, text, x + indent, middle)
        middle += (rows - 1) * leading
        x += width + plot.px(_GAP)
    return middle + leading / 2


def _write(plot: "Plot", text: str, x: float, middle: float) -> int:
    """Write a text from a place on, and return the number of its lines."""
    return plot.paragraph(
        x,
        middle,
        text,
        plot.theme.ink2,
        within=plot.width - x,
        size=plot.small,
        lines=_MOST_LINES,
        tag="key",
    )
