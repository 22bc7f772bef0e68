"""The course of a series over time: where its points stand, where it is broken, how it is drawn.

A line joins what follows one another in time. Where a value is not known, a period is missing
(`model.gaps`) or the series breaks, it is left open: even a dashed bridge would show values
in between that nobody observed.
"""

import datetime
import functools
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import SHAPES, ChartError
from cqviewer.charts.parts.point_labels import LabelBox, Point, Span, is_cut
from cqviewer.charts.parts.scale import Scale
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.gaps import gaps
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_DOT, _RING, _HALF, _REACH = 7, 9, 11, 16  # px: disc, derived, provisional, what is pointed at
_CLOSE = 11  # px from point to point below which a line has but the marks that say something
_CAP = 12  # px of the line that a bound is


class Course(msgspec.Struct, frozen=True, dict=True):
    """A figure with its observations and their points in px; y is NaN where no value is known.

    A bound has no point either: the value is not there, but somewhere below or above it.
    """

    figure: Indicator
    observations: list[Observation]
    xs: list[float]
    ys: list[float]

    @property
    def dated(self) -> list[tuple[float, Observation]]:
        """Return the observations with their places in time, in px."""
        return list(zip(self.xs, self.observations, strict=True))

    @functools.cached_property
    def cuts(self) -> set[int]:
        """Return the indices of the observations after which the line is open."""
        rows = self.observations
        found = set() if self.figure.is_running_total else {gap.after for gap in gaps(rows)}
        return found | {
            at
            for at, (one, other) in enumerate(pairwise(rows))
            if "break" in other.marks or (self.figure.is_cumulative and _starts_again(one, other))
        }

    @property
    def broken(self) -> list[int]:
        """Return the indices of the observations before which the series breaks."""
        return [at for at, one in enumerate(self.observations) if at and "break" in one.marks]

    @property
    def breaks(self) -> list[float]:
        """Return the places halfway between the values on either side of a break, in px."""
        return [(self.xs[at - 1] + self.xs[at]) / 2 for at in self.broken]

    @property
    def path(self) -> list[Point]:
        """Return the points of the line as it is drawn; y is NaN where it is open.

        Running totals are steps: between two dates nobody knows when they rose.
        """
        path: list[Point] = []
        cuts = self.cuts
        for at, (x, y) in enumerate(zip(self.xs, self.ys, strict=True)):
            if at and at - 1 not in cuts and self.figure.is_running_total and not math.isnan(y):
                path.append(Point(x, path[-1].y, ""))
            path.append(Point(x, y, ""))
            if at in cuts:
                path.append(Point(math.nan, math.nan, ""))
        return path

    @property
    def end(self) -> Point | None:
        """Return the last point that has a value, or None where none has one."""
        known = [one for one in self.path if not math.isnan(one.y)]
        return known[-1] if known else None

    def moved(self, x: float, y: float) -> "Course":
        """Return the course moved to the right and down, in px."""
        xs, ys = [one + x for one in self.xs], [one + y for one in self.ys]
        return msgspec.structs.replace(self, xs=xs, ys=ys)

    def is_close(self, plot: "Plot") -> bool:
        """Return whether points stand too close for a mark and a value each."""
        spaces = (other - one for one, other in pairwise(self.xs))
        return min(spaces, default=math.inf) < plot.px(_CLOSE)

    @property
    def lone_points(self) -> list[tuple[float, float]]:
        """Return the points that no line leads to or on from."""
        points = enumerate(zip(self.xs, self.ys, strict=True))
        return [(x, y) for at, (x, y) in points if self.is_alone(at) and not math.isnan(y)]

    def is_alone(self, at: int) -> bool:
        """Return whether no line leads to the point at an index, or on from it."""
        cuts, last = self.cuts, len(self.ys) - 1
        is_first = at == 0 or at - 1 in cuts or math.isnan(self.ys[at - 1])
        return is_first and (at == last or at in cuts or math.isnan(self.ys[at + 1]))


def _starts_again(one: Observation, other: Observation) -> bool:
    """Return whether a running total begins again with its next period.

    One that is given for dates, not for the time since a beginning, never does.
    """
    is_dated = not (one.period.is_interval or other.period.is_interval)
    return one.period.start != other.period.start and not is_dated


def in_time(figure: Indicator, wording: Wording) -> list[tuple[float, Observation]]:
    """Return the observations with their places in time, in days; oldest first.

    That is the middle of a period, and the end of a running total's. ChartError if there are fewer
    than two, or one without a stated period.
    """
    name = wording.short_name(figure)
    if len(figure.observations) < 2:
        raise ChartError(wording.say("series_needs_two", name=name))
    if not all(one.period.is_stated for one in figure.observations):
        raise ChartError(wording.say("series_needs_periods", name=name))
    share = 1.0 if figure.is_cumulative else 0.5
    dated = [(_day(one.period, share), one) for one in figure.observations]
    return sorted(dated, key=lambda one: one[0])


def _day(period: Period, share: float) -> float:
    """Return the place of a share of a stated period, in days since the year 1."""
    start = period.start or datetime.date.min
    return start.toordinal() + share * ((period.end or start) - start + datetime.timedelta(1)).days


def place_courses(
    figures: Iterable[Indicator], wording: Wording, sides: tuple[float, float], scale: Scale
) -> list[Course]:
    """Place the points of some series between two sides in px, true to time."""
    dated = [(figure, in_time(figure, wording)) for figure in figures]
    days = [day for _, row in dated for day, _ in row]
    x = Scale(min(days), max(days), *sides)
    return [
        Course(
            figure,
            [one for _, one in row],
            [x(day) for day, _ in row],
            [math.nan if one.value is None else scale(one.value) for _, one in row],
        )
        for figure, row in dated
    ]


def reached(figures: Iterable[Indicator]) -> list[Decimal]:
    """Return all that a scale has to hold: values, bounds and the ends of intervals."""
    rows = [one for figure in figures for one in figure.observations]
    found = (end for one in rows for end in (one.amount, one.low, one.high))
    return [one for one in found if one is not None]


def draw_band(plot: "Plot", course: Course, scale: Scale) -> None:
    """Draw the interval of a series as a band, open where the line is."""
    theme, cuts, number = plot.theme, course.cuts, 0
    runs = []
    for at, one in enumerate(course.observations):
        has_ends = one.low is not None and one.high is not None
        runs.append(number if has_ends else -1)
        number += at in cuts or not has_ends
    for run, members in groupby(range(len(runs)), key=lambda at: runs[at]):
        places = list(members)
        if run < 0:
            continue
        ends = [course.observations[one] for one in places]
        xs = [course.xs[one] for one in places]
        lows, highs = (
            [scale(end) for end in side if end is not None]
            for side in ((one.low for one in ends), (one.high for one in ends))
        )
        if len(places) == 1:
            draw_whisker(plot, (xs[0], xs[0]), (lows[0], highs[0]))
            continue
        plot.samples.add("band")
        band = [*zip(xs, highs, strict=True), *zip(xs[::-1], lows[::-1], strict=True)]
        if not plot.is_framed(theme.tint):
            plot.polygon(band, theme.tint, tag=f"band:{course.figure.id}")
        for ys in (lows, highs):
            plot.line(xs, ys, theme.line, tag="band edge")


def draw_whisker(plot: "Plot", xs: tuple[float, float], ys: tuple[float, float]) -> None:
    """Draw an interval of one value from end to end, upright or level, with a cap at each."""
    plot.samples.add("whisker")
    half, theme = plot.px(10) / 2, plot.theme
    lines = [(xs, ys)]
    for x, y in zip(xs, ys, strict=True):
        is_upright = xs[0] == xs[1]
        lines.append(
            ((x - half, x + half), (y, y)) if is_upright else ((x, x), (y - half, y + half))
        )
    for color, width in ((theme.page, 4.0), (theme.ink2, 1.5)):  # seen on a bar, too
        for across, down in lines:
            plot.line(across, down, color, width=width, tag="whisker")


def draw_course(
    plot: "Plot",
    course: Course,
    color: str,
    *,
    width: float,
    number: int = 0,
    telling: Sequence[int] = (),
    has_marks: bool = True,
) -> None:
    """Draw a line with a mark per observation: a ring where derived, half full where provisional.

    The marks of several lines differ in shape by their `number`, so that nothing rests on colour
    alone. Where points stand close, or without `has_marks`, those that are `telling` keep a mark,
    and those with a meaning of their own.
    """
    draw_path(plot, course, color, width=width, tag=f"line:{course.figure.id}")
    is_close = not has_marks or course.is_close(plot)
    known = [at for at, y in enumerate(course.ys) if not math.isnan(y)]
    shown = {*telling, *known[-1:]}
    for at, (y, one) in enumerate(zip(course.ys, course.observations, strict=True)):
        has_meaning = one.status == "derived" or "provisional" in one.marks
        is_needed = not is_close or has_meaning or at in shown or course.is_alone(at)
        if math.isnan(y) or not is_needed:
            continue
        _draw_point(plot, course, at, color, SHAPES[number % len(SHAPES)])


def draw_path(plot: "Plot", course: Course, color: str, *, width: float, tag: str) -> None:
    """Draw the line of a course without marks."""
    path = course.path
    plot.line([at.x for at in path], [at.y for at in path], color, width=width, tag=tag)


def _draw_point(plot: "Plot", course: Course, at: int, color: str, shape: str) -> None:
    """Draw the mark of one value: a disc, a ring where derived, half full where provisional."""
    one, place = course.observations[at], (course.xs[at], course.ys[at])
    is_derived, is_half = one.status == "derived", "provisional" in one.marks
    size = plot.px(_RING if is_derived else _HALF if is_half else _DOT)
    ground = None
    if plot.is_selected(course.figure.id):
        plot.dot(*place, plot.px(_DOT * 2), plot.theme.tint, tag="selection")
        ground = plot.theme.tint
    plot.dot(
        *place,
        size,
        color,
        is_hollow=is_derived,
        is_half=is_half and not is_derived,
        edge=1.6 if is_half and not is_derived else None,
        shape=shape,
        ground=ground,
        tag=f"point:{course.figure.id}:{at}",
    )


def mark_course(plot: "Plot", course: Course, scale: Scale, foot: float) -> None:
    """Add a mark for each observation, in time; of those without a value at the chart's foot."""
    reach = plot.px(_REACH)
    for x, one in course.dated:
        y = foot - reach / 2 if one.amount is None else scale(one.amount)
        box = (x - reach / 2, y - reach / 2, reach, reach)
        plot.mark_observation(course.figure, one, box)


def draw_bounds(plot: "Plot", course: Course, scale: Scale) -> None:
    """Draw a cap at each bound: the value lies on one side of it."""
    half = plot.px(_CAP) / 2
    for x, one in course.dated:
        if one.bound is not None:
            plot.samples.add("cap")
            y = scale(one.bound.value)
            tag = f"bound:{course.figure.id}"
            plot.line([x - half, x + half], [y, y], plot.theme.ink, width=2, tag=tag)


def draw_breaks(plot: "Plot", courses: Iterable[Course], top: float, bottom: float) -> None:
    """Draw a thin upright line through each break."""
    for x in dict.fromkeys(round(x) for course in courses for x in course.breaks):
        draw_break(plot, x, top, bottom)


def place_break_words(
    plot: "Plot", course: Course, top: float, taken: Sequence[LabelBox], sides: Span
) -> list[tuple[LabelBox, str]]:
    """Place the periods on either side of each break below a height, where both have room."""
    rows, ends = course.observations, [0, *course.broken, len(course.observations)]
    spans = [_span(rows[start:end], plot.wording) for start, end in pairwise(ends)]
    placed: list[tuple[LabelBox, str]] = []
    for x, texts in zip(course.breaks, pairwise(spans), strict=True):
        gap, found = plot.px(6), list[tuple[LabelBox, str]]()
        for text, side in zip(texts, (-1, 1), strict=True):
            near = x + side * gap
            left, right = sorted((near, near + side * plot.measure(text, plot.small)))
            found.append((LabelBox(Span(left, right), top, top + plot.px(14)), text))
        others = [*taken, *(place for place, _ in placed)]
        if all(
            sides.left <= place.span.left
            and place.span.right <= sides.right
            and not is_cut(course.path, place)
            and not any(place.meets(one) for one in others)
            for place, _ in found
        ):
            placed += found
    return placed


def _span(rows: Sequence[Observation], wording: Wording) -> str:
    """Return the first and the last period of some observations, or the only one."""
    return wording.span(*(wording.period(rows[at].period) for at in (0, -1)))


def draw_break(plot: "Plot", x: float, top: float, bottom: float) -> None:
    """Draw a thin upright line where a series breaks."""
    plot.samples.add("break")
    plot.line([x, x], [top, bottom], plot.theme.line, tag="series break")
