"""Progress towards a level: base, latest value, target, and the paths required and at this rate."""

import math
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import Align, ChartError
from cqviewer.charts.kind import Medium
from cqviewer.charts.kinds.series import SeriesKind
from cqviewer.charts.parts.course import (
    Course,
    draw_band,
    draw_breaks,
    draw_course,
    in_time,
    mark_course,
    place_courses,
    reached,
)
from cqviewer.charts.parts.end_labels import spread
from cqviewer.charts.parts.point_labels import draw_ticks
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.parts.value_axis import draw_value_axis, value_axis
from cqviewer.charts.parts.verdict_marks import verdict_notes
from cqviewer.charts.verdicts.ladder import draw_ladder, ladder_phrase
from cqviewer.charts.words import bare_value
from cqviewer.model.facts import Indicator
from cqviewer.model.judging.progress import Progress
from cqviewer.model.judging.verdict import Verdict, verdicts
from cqviewer.model.messages import say, template
from cqviewer.model.numbers.amount import rounded
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings, Path
from cqviewer.model.target import Target
from cqviewer.model.text import LANGUAGES
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.style import Weight

_TOP, _TALL, _LINE, _GAP = 46, 190, 17, 12  # px: over the points, of the plot, of a line of text
_DISC, _SQUARE, _DOTS, _DASH = 11, 9, (0, (1.3, 2.0)), (0, (3.3, 2.0))
_SAMPLES, _YEAR = 40, 365.2425
_SHARE = 0.4  # of the width that labels at the end may take
_Lines = list[tuple[str, "Weight"]]


class _Way(msgspec.Struct, frozen=True):
    """A figure with its progress, and the px of its base, of a year and of its levels."""

    figure: Indicator
    verdict: Verdict
    made: Progress
    course: Course
    start: float  # px of the base
    year: float  # px a year is
    y: Scale

    @property
    def end(self) -> float:
        """Return the px of the target's period."""
        return self.start + self.made.span * self.year

    def path(
        self, first: float, last: float, level: Decimal, rate: Decimal
    ) -> tuple[list[float], list[float]]:
        """Return the places of constant growth from a level, by years since the base, in px."""
        years = [first + (last - first) * one / _SAMPLES for one in range(_SAMPLES + 1)]
        levels = [float(level) * float(1 + rate) ** (one - first) for one in years]
        return [self.start + one * self.year for one in years], [self.y(one) for one in levels]

    @property
    def is_above(self) -> bool:
        """Return whether the latest value lies above the required path."""
        base, latest = self.made.base.value, self.made.latest.value
        required = float(base or 0) * float(1 + self.made.required) ** self.made.years
        return float(latest or 0) > required


class ProgressChart(SeriesKind):
    """Progress towards a level in a later year."""

    name = "progress"
    draws = "progress towards a target, by a published method"
    needs = "one figure with a target that has `base` and `method`"
    reads = ("of",)
    shape = template("a line")

    def targets(self) -> list[Target]:
        """Return the target that progress is measured towards."""
        return [one.target for one in self._verdicts()[:1]]

    def _verdicts(self) -> list[Verdict]:
        """Return the verdicts that a method of progress gives on the chart's figure."""
        figures = self.measured[:1]
        return [one for figure in figures for one in verdicts(figure) if one.progress]

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report more figures than one, and one without progress to draw."""
        if len(self.chart.of) > 1:
            hint = say("make a chart for each")
            findings.add((*path, "of", 1), say("progress is drawn of one figure"), hint)
        elif not self._verdicts():
            figure = self.measured[0]
            why = {one: _why_none(figure, Wording(one)) for one in LANGUAGES}
            message = say("'{}' has no target with progress to draw", self.chart.of[0])
            hint = say("give a target `base:` and `method: statcan` or `un`")
            message += say(". {}", why) if why["en"] else ""
            findings.add((*path, "of", 0), message, hint)
        super().check_figures(path, findings)

    def subtitle(self, wording: Wording, medium: Medium) -> str:
        """Return what is measured, and what the paths are."""
        line = super().subtitle(wording, medium)
        return wording.sentences([line, wording.say("path_marks")])

    def notes(self, wording: Wording) -> list[str]:
        """Return whose the verdict is, and what the method takes for base and latest value."""
        every = self._verdicts()[:1]
        made = (one.progress for one in every if one.progress)
        periods = (wording.ended(wording.progress_periods(one)) for one in made)
        judged = verdict_notes(every, wording, has_methods=True)
        return [*super().notes(wording), *judged, *periods]

    def items(self, wording: Wording) -> list[str]:
        """Return the series, and after it the ladder in words."""
        figure = self.measured[0]
        ladders = [
            ladder_phrase(figure, one, one.progress, wording)
            for one in self._verdicts()[:1]
            if one.progress
        ]
        return [*super().items(wording), *map(wording.unended, ladders)]

    def draw(self, plot: "Plot") -> float:
        """Draw the series, both paths to the target's year, and the ladder of the method."""
        figure = self.drawable(plot.wording)[0]
        one = next(iter(self._verdicts()), None)
        if one is None or one.progress is None:
            name, why = plot.wording.short_name(figure), _why_none(figure, plot.wording)
            raise ChartError(plot.wording.say("progress_none", name=name, why=why).strip())
        made, aim = one.progress, one.target.value or Decimal(0)
        known = [*reached([figure]), aim, made.at_this_rate]
        axis = value_axis(plot, figure, known, from_zero=True)
        bottom = plot.px(_TOP) + plot.px(_TALL)
        y = Scale(float(axis.low), float(axis.high), bottom, plot.px(_TOP))
        labels = _end_labels(plot, figure, one, made)
        left, right = float(axis.width(plot)), plot.width - _label_room(plot, labels)
        zero = tuple(one for one in axis.rules if not one[0])  # others would cross the labels
        axis = msgspec.structs.replace(axis, rules=zero)
        draw_value_axis(plot, axis, y, (left, right), bottom, [])
        way = _way(figure, one, y, (left + plot.px(_DISC), right - plot.px(_DISC)), plot.wording)
        _draw_series(plot, way, bottom)
        _draw_paths(plot, way)
        _draw_end_labels(plot, way, labels, right + plot.px(_GAP))
        draw_ticks(plot, _ticks(way), bottom + plot.px(14), right + plot.px(_DISC))
        top = bottom + plot.px(34)
        plot.box((0, top, plot.width, 1), plot.theme.hair, tag="rule")
        text = plot.wording.say("ladder_is")
        plot.text(0, top + plot.px(16), text, plot.theme.ink2, size=plot.small, within=plot.width)
        return draw_ladder(plot, figure, one, made, top + plot.px(32))


def _why_none(figure: Indicator, wording: Wording) -> str:
    """Return why no method of progress gives a verdict on a figure; '' where none is named."""
    return next((why for one in verdicts(figure) if (why := wording.why_no_verdict(one))), "")


def _way(
    figure: Indicator, one: Verdict, y: Scale, sides: tuple[float, float], wording: Wording
) -> _Way:
    """Place the series and the target's year between two sides in px."""
    made = one.progress
    if made is None:
        raise ValueError("no progress to place")
    dated = in_time(figure, wording)
    base = next(day for day, row in dated if row.period == made.base.period)
    time = Scale(dated[0][0], max(base + made.span * _YEAR, dated[-1][0]), *sides)
    course = place_courses([figure], wording, (time(dated[0][0]), time(dated[-1][0])), y)[0]
    start = time(base)
    return _Way(figure, one, made, course, start, time(base + _YEAR) - start, y)


def _ticks(way: _Way) -> list[tuple[float, Period]]:
    """Return the years from the first value to the target's, each at the base's time of year."""
    base, dated = way.made.base.period, way.course.dated
    if base.end is None or base.grain == "fiscal year":
        return [*((x, row.period) for x, row in dated), (way.end, way.verdict.target.period)]
    first = math.ceil((dated[0][0] - way.start) / way.year - 0.01)
    return [
        (way.start + at * way.year, Period.parse(str(base.end.year + at)))
        for at in range(first, int(way.made.span) + 1)
    ]


def _draw_series(plot: "Plot", way: _Way, bottom: float) -> None:
    """Draw the observations: those before the base pale, base and latest with their values."""
    course, made, theme = way.course, way.made, plot.theme
    at = next(at for at, row in enumerate(course.observations) if row.period == made.base.period)
    before, after = (
        Course(course.figure, course.observations[part], course.xs[part], course.ys[part])
        for part in (slice(0, at + 1), slice(at, None))
    )
    draw_band(plot, course, way.y)
    draw_breaks(plot, [course], plot.px(_TOP) / 2, bottom)
    draw_course(plot, before, theme.line, width=1.5, has_marks=False)
    draw_course(plot, after, theme.accent, width=2, has_marks=False)
    mark_course(plot, course, way.y, bottom)
    base, latest = made.base.value or Decimal(0), made.latest.value or Decimal(0)
    side = plot.px(_SQUARE)
    square = (way.start - side / 2, way.y(base) - side / 2, side, side)
    plot.box(square, theme.ink, tag="base")
    x = way.start + made.years * way.year
    plot.dot(x, way.y(latest), plot.px(_DISC), theme.accent, tag="latest")
    for key, one, place, is_above in (
        ("base_of", made.base, way.start, made.required < 0),
        ("latest_of", made.latest, x, way.is_above),
    ):
        value = bare_value(way.figure, one, plot.wording)
        what = plot.wording.say(key, period=plot.wording.period(one.period))
        lines = (what, plot.signed(value, one))
        _draw_label(plot, lines, (place, way.y(one.value or Decimal(0))), way, is_above=is_above)


def _draw_label(
    plot: "Plot", lines: tuple[str, str], point: tuple[float, float], way: _Way, *, is_above: bool
) -> None:
    """Write what a point is and its value about it, above or below all points beside these."""
    x, level = point
    width = max(plot.measure(one, plot.body, "bold") for one in lines)
    left = min(max(0.0, x - width / 2), way.end - width)
    known = zip(way.course.xs, way.course.ys, strict=True)
    beside = [y for at, y in known if abs(at - left - width / 2) < width / 2 + plot.px(_GAP)]
    levels = [level, *(one for one in beside if not math.isnan(one))]
    middle = max(levels) + plot.px(_LINE)
    if is_above:
        middle = min(levels) - plot.px(_LINE) * 1.75
    for at, line in enumerate(lines):
        plot.text(
            left + width / 2,
            middle + at * plot.px(_LINE),
            line,
            plot.theme.ink if at == 1 else plot.theme.ink2,
            weight="bold" if at == 1 else "regular",
            align="center",
            tag="label",
        )


def _draw_paths(plot: "Plot", way: _Way) -> None:
    """Draw the path required from the base and, from the latest value, that at the present rate."""
    made, theme, wording = way.made, plot.theme, plot.wording
    base, latest = made.base.value or Decimal(0), made.latest.value or Decimal(0)
    required = way.path(0, made.span, base, made.required)
    plot.line(*required, theme.ink, width=1.5, dashes=_DOTS, tag="required path")
    kept = way.path(made.years, made.span, latest, made.observed)
    plot.line(*kept, theme.accent, width=1.5, dashes=_DASH, tag="at this rate")
    x, y = way.end, required[1][-1]
    ends = [x - plot.px(_DISC), x + plot.px(_DISC)]
    plot.line(ends, [y, y], theme.ink, width=2, tag="target")
    plot.dot(x, kept[1][-1], plot.px(_DISC), theme.accent, is_hollow=True, edge=2, tag="ahead")
    rate = wording.say("a_year_derived", rate=wording.rate(made, made.required))
    at, is_below = _SAMPLES // 2, way.is_above
    align: Align = "right" if is_below == (made.required < 0) else "left"
    room = required[0][at] if align == "right" else plot.width - required[0][at]
    texts = wording.say("required_path"), rate
    rows = [row for text in texts for row in plot.rows(text, room, plot.small)]
    lines = plot.px(_LINE)
    first = required[1][at] + (lines if is_below else -len(rows) * lines)
    for line, text in enumerate(rows):
        place = required[0][at], first + line * lines
        plot.text(*place, text, theme.ink2, size=plot.small, align=align, tag="path label")


def _end_labels(plot: "Plot", figure: Indicator, one: Verdict, made: Progress) -> list[_Lines]:
    """Return the lines of the labels at the ends of both paths, with the values bold."""
    wording = plot.wording
    near = Target(period=one.target.period, kind="about", value=_near(made))
    ahead = wording.target(figure, near)
    period = wording.period(one.target.period)
    labels: list[_Lines] = [
        [
            (wording.say("at_this_rate"), "regular"),
            (ahead, "bold"),
            (wording.say("derived"), "regular"),
        ],
        [
            (wording.say("target_in", period=period), "regular"),
            (wording.target(figure, one.target), "bold"),
        ],
    ]
    room = _SHARE * plot.width
    return [
        [(row, weight) for text, weight in one for row in plot.rows(text, room, plot.body, weight)]
        for one in labels
    ]


def _near(made: Progress) -> Decimal:
    """Return the level at this rate with at least three significant digits."""
    digits = max(0, 2 - made.at_this_rate.adjusted())
    return rounded(made.at_this_rate, digits)


def _label_room(plot: "Plot", labels: list[_Lines]) -> float:
    widest = max(plot.measure(line, plot.body, "bold") for one in labels for line, _ in one)
    return min(widest, _SHARE * plot.width) + plot.px(_GAP)


def _draw_end_labels(plot: "Plot", way: _Way, labels: list[_Lines], x: float) -> None:
    """Write the labels at the right, none over another."""
    ends = [way.y(way.made.at_this_rate), way.y(way.verdict.target.value or Decimal(0))]
    heights = [float(plot.px(_LINE) * len(one)) for one in labels]
    wanted = [end - high / 2 for end, high in zip(ends, heights, strict=True)]
    tops = spread(wanted, heights, 0.0, math.inf)
    for top, lines in zip(tops, labels, strict=True):
        for at, (line, weight) in enumerate(lines):
            ink = plot.theme.ink if weight == "bold" else plot.theme.ink2
            middle = top + (at + 0.5) * plot.px(_LINE)
            within = plot.width - x + plot.bleed
            plot.text(x, middle, line, ink, weight=weight, within=within, tag="end label")
