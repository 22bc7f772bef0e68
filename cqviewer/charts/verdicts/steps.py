"""The targets of a line: a step for each period, what 'about' allows, and rows with the verdicts.

A step is solid, since dashes say that something is derived.
"""

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import DASHES
from cqviewer.charts.parts.course import Course
from cqviewer.charts.parts.point_labels import LabelBox, Span
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.parts.verdict_marks import draw_verdict, target_reach, verdict_width
from cqviewer.model.facts import Indicator
from cqviewer.model.judging.verdict import Verdict, verdicts

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.style import Weight

_ROW, _TICK, _WIDEST, _LABEL = 26, 14, 40, 9
"""px of a row, of a tick at a step's end, of half a step at most, and up to its label."""


class TargetStep(msgspec.Struct, frozen=True):
    """A target of a period: its verdict, from where to where its step leads, and at what height.

    `band` is the top and the bottom of what 'about' allows; `y` is NaN where no value is known.
    """

    figure: Indicator
    verdict: Verdict
    x: float
    half: float
    y: float
    band: tuple[float, float] | None

    @property
    def place(self) -> LabelBox:
        """Return the place of the step, which no label may overlap."""
        high = 0.0 if math.isnan(self.y) else self.y
        return LabelBox(Span(self.x - self.half, self.x + self.half), high - 1, high + 1)


def aimed_at(figures: Iterable[Indicator]) -> Indicator | None:
    """Return the first figure that has targets, or None."""
    return next((one for one in figures if one.targets), None)


def drawn_verdicts(figure: Indicator | None) -> list[Verdict]:
    """Return the verdicts on the targets of a figure's observations, in the order of these."""
    if figure is None:
        return []
    places = {one.period: at for at, one in enumerate(figure.observations)}
    known = [one for one in verdicts(figure) if one.target.period in places]
    return sorted(known, key=lambda one: places[one.target.period])


def levels_of(figure: Indicator | None) -> list[Decimal]:
    """Return the values that a scale has to include for the targets of a figure."""
    return [level for one in drawn_verdicts(figure) for level in target_reach(one.target)]


def steps_of(courses: Iterable[Course], figure: Indicator | None, scale: Scale) -> list[TargetStep]:
    """Place the targets of a figure beside its points, half a step to either side of each."""
    course = next((one for one in courses if one.figure is figure), None)
    if course is None:
        return []
    space = min((other - one for one, other in pairwise(course.xs)), default=2.0 * _WIDEST)
    places = {one.period: x for x, one in course.dated}
    made = []
    for one in drawn_verdicts(figure):
        value, slack = one.target.value, one.target.allowance
        y = math.nan if value is None else scale(value)
        band = None
        if value is not None and slack is not None:
            band = scale(value + slack), scale(value - slack)
        made.append(TargetStep(course.figure, one, places[one.target.period], space / 2, y, band))
    return made


def draw_allowances(plot: "Plot", steps: Iterable[TargetStep]) -> None:
    """Draw what 'about' allows as bands with dashed edges."""
    for one in steps:
        if one.band is None:
            continue
        top, bottom = one.band
        if not plot.is_framed(plot.theme.tint):
            box = (one.x - one.half, top, 2 * one.half, bottom - top)
            plot.box(box, plot.theme.tint, tag="allowance")
        for y in one.band:
            ends = [one.x - one.half, one.x + one.half]
            plot.line(ends, [y, y], plot.theme.line, dashes=DASHES, tag="allowance edge")


def step_room(plot: "Plot", figure: Indicator | None) -> float:
    """Return the px to keep at the right for the value of the last step."""
    lines = _label(plot, drawn_verdicts(figure)[-1:], figure)
    widths = (plot.measure(one, plot.body, "bold") for one in lines)
    return max(widths, default=0.0) + plot.px(_LABEL)


def _label(plot: "Plot", last: Sequence[Verdict], figure: Indicator | None) -> list[str]:
    """Return the lines beside the last step: what it is, and its value."""
    worded = [plot.wording.target(figure, one.target) for one in last if figure]
    return [plot.wording.say("head_target"), *worded] if any(worded) else []


def draw_steps(plot: "Plot", steps: Sequence[TargetStep], *, has_label: bool) -> None:
    """Draw the targets as steps with a tick at either end, and the value of the last if asked."""
    if has_label and steps:
        last = steps[-1]
        for at, line in enumerate(_label(plot, [last.verdict], last.figure)):
            place = last.x + last.half + plot.px(_LABEL), last.y + plot.px(18) * at - plot.px(9)
            weight: Weight = "bold" if at else "regular"
            plot.text(*place, line, plot.theme.ink, weight=weight, tag="step label")
    for one in steps:
        if math.isnan(one.y):
            continue
        left, right, half = one.x - one.half, one.x + one.half, plot.px(_TICK) / 2
        plot.line([left, right], [one.y, one.y], plot.theme.ink, width=2, tag="target")
        for x in (left, right):
            ends = [one.y - half, one.y + half]
            plot.line([x, x], ends, plot.theme.ink, width=2, tag="target tick")


def draw_target_rows(
    plot: "Plot", steps: Sequence[TargetStep], courses: Sequence[Course], top: float
) -> float:
    """Write targets and verdicts below their years; return the px below, `top` for no targets.

    Where there is no room for that each target has a line of its own.
    """
    if not steps:
        return top
    plot.box((0, top + plot.px(3), plot.width, 1), plot.theme.hair, tag="rule")
    y, say = top + plot.px(4), plot.wording.say
    heads = [say("head_target"), say("head_verdict")]
    labels = max(plot.measure(one, plot.small) for one in heads) + plot.px(10)
    widths = [_width(plot, one) for one in steps]
    spans = [
        Span(one.x - width / 2, one.x + width / 2) for one, width in zip(steps, widths, strict=True)
    ]
    is_narrow = spans[0].left < labels or spans[-1].right > plot.width + plot.bleed
    if is_narrow or any(one.right + plot.px(8) > other.left for one, other in pairwise(spans)):
        return _draw_list(plot, steps, y)
    middle, below = y + plot.px(_ROW) / 2, y + 1.5 * plot.px(_ROW)
    for head, place in zip(heads, (middle, below), strict=True):
        plot.text(0, place, head, plot.theme.ink2, size=plot.small)
    for one, span in zip(steps, spans, strict=True):
        aim = _aim(plot, one)
        plot.text(one.x, middle, aim, plot.theme.ink, size=plot.small, align="center", tag="aim")
        word = plot.wording.verdict(one.verdict)
        start = one.x - verdict_width(plot, one.verdict, word) / 2
        draw_verdict(plot, one.verdict, word, (start, below), is_tight=True)
        box = (span.left, y, span.right - span.left, 2 * plot.px(_ROW))
        _mark(plot, one, box)
    _draw_absent(plot, steps, courses, (labels, spans[0].left), middle)
    return y + 2 * plot.px(_ROW)


def _aim(plot: "Plot", one: TargetStep) -> str:
    return plot.wording.target(one.figure, one.verdict.target) or plot.wording.say("no_target")


def _width(plot: "Plot", one: TargetStep) -> float:
    word = plot.wording.verdict(one.verdict)
    return max(plot.measure(_aim(plot, one), plot.small), verdict_width(plot, one.verdict, word))


def _mark(plot: "Plot", one: TargetStep, box: tuple[float, float, float, float]) -> None:
    name = plot.wording.short_name(one.figure)
    text = plot.wording.named(name, plot.wording.target_phrase(one.figure, one.verdict))
    period = one.verdict.target.period
    plot.mark(one.figure.id, box, text, period, target=period)


def _draw_absent(
    plot: "Plot",
    steps: Sequence[TargetStep],
    courses: Sequence[Course],
    room: tuple[float, float],
    middle: float,
) -> None:
    """Write in one span which periods before the first target have none in the sheet."""
    aimed = {one.verdict.target.period for one in steps}
    every = [one.period for course in courses for _, one in course.dated]
    before = every[: every.index(steps[0].verdict.target.period)]
    without = [one for one in before if one not in aimed]
    if not without:
        return
    span = plot.wording.span(*(plot.wording.period(one) for one in (without[0], without[-1])))
    text = plot.wording.named(span, plot.wording.say("no_target"))
    left, right = room
    if plot.measure(text, plot.small) < right - left - plot.px(16):
        center = (left + right) / 2
        plot.text(
            center, middle, text, plot.theme.ink3, size=plot.small, align="center", tag="absent"
        )


def _draw_list(plot: "Plot", steps: Sequence[TargetStep], y: float) -> float:
    """Write each target on a line of its own: period, target and verdict."""
    high = plot.px(_ROW)
    for one in steps:
        middle = y + high / 2
        aim = plot.wording.target_for(one.figure, one.verdict.target)
        word = plot.wording.verdict(one.verdict)
        start = plot.width - verdict_width(plot, one.verdict, word)
        plot.text(0, middle, aim, plot.theme.ink, size=plot.small, within=start - plot.px(8))
        draw_verdict(plot, one.verdict, word, (start, middle), is_tight=True)
        _mark(plot, one, (0, y, plot.width, high))
        y += high
    return y
