"""Verdicts in charts: the mark of who gave a verdict, its word, and the values 'about' a target.

Nothing rests on colour: a disc is the source's own verdict, a ring one that was worked out.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from cqviewer.charts.drawing import DASHES, Box
from cqviewer.model.judging.verdict import Verdict
from cqviewer.model.target import Target
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.style import Weight

_DISC, _RING, _AFTER = 8, 9, 16  # px of the marks; from a mark's left to its word


def verdict_notes(
    every: Sequence[Verdict], wording: Wording, *, has_methods: bool = False
) -> list[str]:
    """Return the notes on verdicts: who gave them, why there is none, and how 'about' is read.

    Verdicts on progress are listed with their method, unless the chart itself says it.
    """
    marks = {one.is_stated for one in every if one.is_known}
    notes = [wording.say("verdict_marks" if True in marks else "verdicts_ours")] if marks else []
    judged = [one for one in every if one.progress and one.is_known and not has_methods]
    notes += [
        wording.ended(wording.named(wording.verdict(one), wording.verdict_origin(one)))
        for one in judged
    ]
    notes += [wording.why_no_verdict(one) for one in every]
    notes += [wording.reading_of_about(one) for one in every]
    return list(dict.fromkeys(filter(None, notes)))


def verdict_weight(one: Verdict) -> "Weight":
    """Return the weight of a verdict's word: bold where the target was missed."""
    return "bold" if one.outcome == "missed" else "regular"


def verdict_width(plot: "Plot", one: Verdict, word: str) -> float:
    """Return the width in px of a verdict with its mark, if it has one."""
    mark = plot.px(_AFTER) if one.is_known else 0
    return mark + plot.measure(word, plot.body, verdict_weight(one))


def draw_verdict(
    plot: "Plot",
    one: Verdict,
    word: str,
    place: tuple[float, float],
    *,
    is_tight: bool = False,
) -> None:
    """Write a verdict after the mark of who gave it; where there is no verdict there is no mark.

    `place` is the mark's left and the middle of the line; with `is_tight` a word without a mark
    begins at that left.
    """
    (x, middle), theme = place, plot.theme
    if one.is_known:
        size = plot.px(_DISC if one.is_stated else _RING)
        color = theme.ink2 if one.is_stated else theme.accent
        center = x + plot.px(_RING) / 2
        plot.dot(
            center, middle, size, color, is_hollow=not one.is_stated, edge=2, tag="verdict mark"
        )
    ink = theme.ink if one.is_known else theme.ink2
    left = x if is_tight and not one.is_known else x + plot.px(_AFTER)
    within = plot.width - left + plot.bleed
    plot.text(left, middle, word, ink, weight=verdict_weight(one), within=within, tag="verdict")


def target_reach(target: Target) -> list[Decimal]:
    """Return the lowest and the highest value that meet a target; [] for one without a value."""
    slack = target.allowance or Decimal(0)
    return [] if target.value is None else [target.value - slack, target.value + slack]


def draw_about(plot: "Plot", box: Box) -> None:
    """Draw the box of the values that are 'about' a target, in the page's colour with dashes."""
    x, y, width, height = box
    plot.box(box, plot.theme.page, tag="about")
    xs, ys = [x, x + width, x + width, x, x], [y, y, y + height, y + height, y]
    plot.line(xs, ys, plot.theme.line, dashes=DASHES, tag="about edge")
