"""The key below a chart: samples and letters that occur in it with their words, then footnotes."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cqviewer.charts.words import footnote_number
from cqviewer.model.facts import Observation
from cqviewer.model.wording.marks import legend_words

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.rendering.shapes import Sample

_MOST_LINES = 8
_GAP = 18  # px between the words of two marks
_WIDE: dict["Sample", int] = {
    "provisional": 11, "break": 21, "band": 21, "whisker": 10, "bound": 18, "cap": 12,
}  # fmt: skip
"""px across the sample of a mark."""
_HIGH, _AFTER_SAMPLE = 11, 6  # px of a sample, and from it to its words


def draw_key(
    plot: "Plot", observations: Iterable[Observation], intervals: str, top: float
) -> float:
    """Write the key below a height in px; return its bottom, or `top` where there is none.

    It is part of the picture, so that nothing can part the two. `intervals` says what these are.
    """
    leading = plot.leading(plot.small) + plot.px(1)
    bottom = _draw_legend(plot, list(_entries(plot, observations, intervals)), top, leading)
    for at, note in enumerate(plot.notes, start=1):
        middle = bottom + plot.px(5) + leading / 2
        line = f"{footnote_number(at)} {note}"
        bottom = middle + (_write(plot, line, 0, middle) - 0.5) * leading
    return bottom


def _entries(
    plot: "Plot", observations: Iterable[Observation], intervals: str
) -> Iterator[tuple["Sample | None", str]]:
    """Yield the words of each mark that was drawn, with the sample that stands before them."""
    drawn = plot.samples
    for mark, text in legend_words(observations, plot.wording).items():
        yield (mark if (mark == "provisional" or mark == "break") and mark in drawn else None), text
    for samples, text in (
        (("band", "whisker"), intervals),
        (("bound", "cap"), plot.wording.say("limit_known")),
    ):
        sample = next((one for one in samples if one in drawn), None)
        if sample and text:
            yield sample, text


def _draw_legend(
    plot: "Plot", entries: list[tuple["Sample | None", str]], top: float, leading: float
) -> float:
    """Write words one after the other, with samples before them; return the end."""
    if not entries:
        return top
    x, middle = 0.0, top + plot.px(5) + leading / 2
    for sample, text in entries:
        indent = plot.px(_WIDE[sample]) + plot.px(_AFTER_SAMPLE) if sample else 0
        width = indent + plot.measure(text, plot.small)
        if x and x + width > plot.width:
            x, middle = 0.0, middle + leading
        if sample:
            _draw_sample(plot, sample, x, middle)
        rows = _write(plot, text, x + indent, middle)
        middle += (rows - 1) * leading
        x += width + plot.px(_GAP)
    return middle + leading / 2


def _draw_sample(plot: "Plot", sample: "Sample", x: float, middle: float) -> None:
    """Draw a mark as the chart has it, small."""
    theme, tag, right = plot.theme, f"sample:{sample}", x + plot.px(_WIDE[sample])
    half, center = plot.px(_HIGH) / 2, (x + right) / 2
    if sample == "provisional":
        plot.dot(center, middle, 2 * half, theme.accent, is_half=True, edge=1.6, tag=tag)
    elif sample == "break":
        gap = plot.px(4)
        plot.line([x, center - gap], [middle + 2, middle + 1], theme.accent, width=2, tag=tag)
        plot.line([center, center], [middle - half, middle + half], theme.line, tag=tag)
        plot.line([center + gap, right], [middle - 1, middle - 2], theme.accent, width=2, tag=tag)
    elif sample == "whisker":
        lines = [([x, right], [middle - half] * 2), ([center] * 2, [middle - half, middle + half])]
        for xs, ys in (*lines, ([x, right], [middle + half] * 2)):
            plot.line(xs, ys, theme.ink2, width=1.5, tag=tag)
    elif sample == "cap":
        plot.line([x, right], [middle, middle], theme.ink, width=2, tag=tag)
    else:
        box = (x, middle - half, right - x, 2 * half)
        is_bound = sample == "bound"
        if is_bound or not plot.is_framed(theme.tint):
            plot.box(box, theme.hair if is_bound else theme.tint, tag=tag)
        if is_bound:
            plot.frames([box], theme.line, tag=tag)
            plot.line(
                [right] * 2, [middle - half - 2, middle + half + 2], theme.ink, width=2, tag=tag
            )
        else:
            for y in (middle - half, middle + half):
                plot.line([x, right], [y, y], theme.line, tag=tag)


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
