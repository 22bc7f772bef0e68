"""Lines over time with direct labels; x is true to time.

How a line is broken and marked, `charts.parts.course` says. The description names what is missing.
"""

from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.kind import Medium
from cqviewer.charts.kinds.series import SeriesKind
from cqviewer.charts.parts.course import (
    Course,
    draw_band,
    draw_bounds,
    draw_breaks,
    draw_course,
    mark_course,
    place_break_words,
    place_courses,
    reached,
)
from cqviewer.charts.parts.end_labels import (
    EndLabel,
    draw_end_label,
    end_labels,
    ends_early,
    label_room,
    place_inside,
    spread,
)
from cqviewer.charts.parts.old_value import draw_old, old_value, old_values
from cqviewer.charts.parts.point_labels import (
    LabelBox,
    Point,
    Span,
    draw_point_values,
    draw_signs_below,
    draw_ticks,
    place_point_values,
    place_signs_below,
)
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.parts.value_axis import ValueAxis, draw_value_axis, value_axis
from cqviewer.charts.parts.verdict_marks import verdict_notes
from cqviewer.charts.verdicts.steps import (
    TargetStep,
    aimed_at,
    draw_allowances,
    draw_steps,
    draw_target_rows,
    drawn_verdicts,
    levels_of,
    step_room,
    steps_of,
)
from cqviewer.charts.words import bare_value, names_value
from cqviewer.model.facts import Chart, Indicator
from cqviewer.model.messages import say, template
from cqviewer.model.problems import Findings, Path
from cqviewer.model.target import Target
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_TOP, _TALL, _FOOT = 26, 170, 27  # px: above the highest point, down to the lowest, below it
_HALF = 8  # px, half the height of the first line of a label
_GAP, _LEADER = 8, 24  # px from the lines to their labels, with room for lines that lead there
_MANY, _TOO_MANY = 4, 6  # lines, of which more are drawn thinner; of which more are not told apart


class _Labels(msgspec.Struct, frozen=True):
    """The labels at the ends of lines, by number of the line: inside, or in the column."""

    inside: dict[int, tuple[EndLabel, LabelBox]]
    column: dict[int, tuple[EndLabel, float]]


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Where lines stand: between `left` and `right`, down to `bottom`, in px.

    `shown` are the courses that have labels, and `labels` those at their ends.
    """

    axis: ValueAxis
    scale: Scale
    courses: list[Course]
    shown: list[Course]
    labels: list[EndLabel]
    steps: list[TargetStep]
    left: float
    right: float
    bottom: float
    gap: float

    @property
    def zero(self) -> list[list[Point]]:
        """Return the line of zero, if it lies on the axis."""
        ends = [Point(x, self.scale(0.0), "") for x in (self.left, self.right)]
        return [ends] if self.axis.has_zero else []


class LineChart(SeriesKind):
    """Lines over time."""

    name = "line"
    shows_before = True
    reads = ("of", "period", "last", "highlight", "from_zero", "targets")
    shape = template("a line")

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report more lines than can be told apart, and what no series has."""
        if len(self.chart.of) >= _TOO_MANY and not self.chart.highlight:
            message = say("{} lines in one chart are hard to tell apart", len(self.chart.of))
            hint = say("name the one that matters in `highlight`, or take kind: panels")
            findings.add((*path, "of"), message, hint, "warning")
        if self.chart.targets and not self.targets():
            message = say("no figure of the chart has a target for a period that it shows")
            findings.add((*path, "targets"), message, say("delete it, or add `targets:` to one"))
        super().check_figures(path, findings)

    def targets(self) -> list[Target]:
        """Return the targets whose steps are drawn: those of periods that the line has."""
        return [one.target for one in drawn_verdicts(self._aimed())]

    def _aimed(self) -> Indicator | None:
        """Return the figure whose targets are drawn, or None."""
        return aimed_at(self.measured) if self.chart.targets else None

    def subtitle(self, wording: Wording, medium: Medium) -> str:
        """Return what is measured, and what the steps are."""
        drawn = self.targets()
        steps = wording.say("target_steps") if drawn else ""
        has_bands = any(one.allowance is not None for one in drawn)
        bands = wording.say("target_bands") if has_bands else ""
        return wording.sentences([super().subtitle(wording, medium), steps, bands])

    def notes(self, wording: Wording) -> list[str]:
        """Return whose the verdicts are and why there is none, after what every chart says."""
        notes = verdict_notes(drawn_verdicts(self._aimed()), wording)
        return [*super().notes(wording), *notes]

    def items(self, wording: Wording) -> list[str]:
        """Return each series, and after them each target with its verdict."""
        items = super().items(wording)
        if (figure := self._aimed()) is None:
            return items
        verdicts = (wording.target_phrase(figure, one) for one in drawn_verdicts(figure))
        return [*items, *map(wording.unended, verdicts)]

    def draw(self, plot: "Plot") -> float:
        """Draw one line per figure; each point can be pointed at."""
        frame = _frame(plot, self.chart, self.drawable(plot.wording))
        axis, scale, bottom = frame.axis, frame.scale, frame.bottom
        courses, shown, left, right = frame.courses, frame.shown, frame.left, frame.right
        placed = _place_labels(plot, frame, right, bottom)
        below = place_signs_below(
            plot,
            [pair for one in courses for pair in one.dated],
            scale(0.0) if axis.has_zero else bottom,
            Span(left, right),
        )
        taken = [place for _, place in placed.inside.values()] + [place for place, _ in below]
        taken += [LabelBox(Span(x, x), 0, bottom) for one in shown for x in one.breaks]
        taken += [one.place for one in frame.steps]
        taken += [place for one in courses for place in _draw_old_values(plot, one, scale)]
        paths = [*(one.path for one in courses), *frame.zero]
        bounds = Span(left, right), bottom + plot.px(8)
        points = [
            _points(plot, one, self.chart, frame) for one in shown if _has_values(self.chart, one)
        ]
        values = place_point_values(plot, points, paths, taken, bounds)
        taken += [place for place, _ in values]
        words = [
            one
            for course in (shown if len(shown) == 1 else ())
            for one in place_break_words(plot, course, plot.px(_TOP) / 2, taken, bounds[0])
        ]
        taken += [place for place, _ in words]
        for one in courses:
            draw_band(plot, one, scale)
        draw_allowances(plot, frame.steps)
        draw_value_axis(plot, axis, scale, (left, right), bottom, taken)
        draw_breaks(plot, shown, plot.px(_TOP) / 2, bottom)
        draw_steps(plot, frame.steps, has_label=not frame.labels)
        _draw_lines(plot, self.chart, courses, scale, bottom)
        _draw_labels(plot, frame, placed, right + frame.gap)
        draw_point_values(plot, [*values, *words])
        draw_signs_below(plot, below)
        places = [(x, one.period) for course in courses for x, one in course.dated]
        draw_ticks(plot, places, bottom + plot.px(14), right)
        return draw_target_rows(plot, frame.steps, courses, bottom + plot.px(26))


def _draw_old_values(plot: "Plot", course: Course, scale: Scale) -> list[LabelBox]:
    """Draw a thin line at each value of the previous edition; return the places of the lines."""
    half, places = plot.px(8), []
    for x, one in course.dated:
        if old := old_value(plot, course.figure, one):
            y = scale(old.value)
            draw_old(plot, [x - half, x + half], [y, y])
            places.append(LabelBox.around(x, 2 * half, y, 2))
    return places


def _frame(plot: "Plot", chart: Chart, every: list[Indicator]) -> _Frame:
    """Return the frame of some lines: axis, places of the points, steps of targets, and sides."""
    aimed = aimed_at(every) if chart.targets else None
    is_alone = aimed is not None and len(every) == 1  # the steps have its label's place
    figures = [] if is_alone else _labelled(plot, chart, every)
    known = [*reached(every), *levels_of(aimed), *old_values(plot, every)]
    axis = value_axis(plot, every[0], known, from_zero=chart.from_zero)
    foot, above, tall = plot.px(_FOOT), plot.px(_TOP), plot.px(_TALL)
    if axis.is_from_zero and float(min(known, default=0)) > foot / tall * float(axis.high):
        foot = 0  # no point is so low that its value stands below zero
    labels = end_labels(plot, figures, above + tall + foot) if figures else []
    tall = max(tall, sum(one.height(plot) for one in labels) - above - foot)
    bottom = above + tall
    scale = Scale(float(axis.low), float(axis.high), bottom, above)
    has_leaders = _has_leaders(plot, figures, labels, scale, bottom + foot)
    gap = plot.px(_LEADER if has_leaders else _GAP)
    room = label_room(plot, labels, gap) if labels else step_room(plot, aimed)
    left, right = axis.width(plot), plot.width - room
    inner = plot.px(6)
    if is_alone:
        inner = max(inner, round((right - left) / (2 * len(every[0].observations))))
    courses = place_courses(every, plot.wording, (left + inner, right - inner), scale)
    return _Frame(
        axis=axis,
        scale=scale,
        courses=courses,
        shown=[one for one in courses if is_alone or one.figure in figures],
        labels=labels,
        steps=steps_of(courses, aimed, scale),
        left=left,
        right=right,
        bottom=bottom + foot,
        gap=gap,
    )


def _focus(chart: Chart) -> tuple[str, ...]:
    """Return the ids of the lines that stand out: those highlighted, or else the first."""
    return chart.highlight or chart.of[:1]


def _labelled(plot: "Plot", chart: Chart, figures: list[Indicator]) -> list[Indicator]:
    """Return the figures whose lines have labels: of many, those that are highlighted, if any."""
    if not chart.highlight or len(figures) <= _TOO_MANY:
        return figures
    wanted = {*_focus(chart), plot.options.selected}
    return [one for one in figures if one.id in wanted]


def _has_values(chart: Chart, one: Course) -> bool:
    """Return whether the points of a line have values: of all lines, or of those highlighted."""
    return not chart.highlight or one.figure.id in chart.highlight


def _draw_lines(
    plot: "Plot", chart: Chart, courses: list[Course], scale: Scale, foot: float
) -> None:
    """Draw the lines; on top those that stand out: selected, highlighted, or else the first.

    The selected line is thickest; the first of several is thicker than the others.
    """
    theme, count = plot.theme, len(courses)
    chosen = [one.figure.id for one in courses if plot.is_selected(one.figure.id)]
    chosen = chosen or list(_focus(chart))
    is_grey = bool(chart.highlight) or count > _TOO_MANY
    greys = (theme.rest,) if is_grey else (theme.line, theme.ink2, theme.ink3)
    others = [one.figure.id for one in courses if one.figure.id not in chosen]
    numbers = {one.figure.id: at for at, one in enumerate(courses)}
    for one in sorted(courses, key=lambda one: one.figure.id in chosen):
        key = one.figure.id
        is_chosen, is_selected = key in chosen, plot.is_selected(key)
        color = theme.accent if is_chosen else greys[others.index(key) % len(greys)]
        is_first = key in _focus(chart) and count > 1
        width = 3 if is_selected else 2.5 if is_first else 2 if count <= _MANY else 1.5
        telling = [at for at, row in enumerate(one.observations) if row.note]
        shape = 0 if is_grey else numbers[key]
        draw_course(plot, one, color, width=width, number=shape, telling=telling)
        draw_bounds(plot, one, scale)
    for one in courses:
        mark_course(plot, one, scale, foot)


def _has_leaders(
    plot: "Plot", figures: list[Indicator], labels: list[EndLabel], scale: Scale, bottom: float
) -> bool:
    """Return whether a label has to stand away from the end of its line."""
    if len(figures) > 1 and any(ends_early(one, figures) for one in figures):
        return True
    ends = [None if one.latest.value is None else scale(one.latest.value) for one in figures]
    wanted, tops = _tops(plot, ends, labels, bottom)
    return any(abs(one - top) > plot.px(3) for one, top in zip(wanted, tops, strict=True))


def _tops(
    plot: "Plot", ends: list[float | None], labels: list[EndLabel], bottom: float
) -> tuple[list[float], list[float]]:
    """Return the tops of labels beside their ends, and those tops moved so that none overlap."""
    wanted = [(bottom / 2 if end is None else end) - plot.px(8) for end in ends]
    return wanted, spread(wanted, [one.height(plot) for one in labels], 0.0, bottom)


def _place_labels(plot: "Plot", frame: _Frame, right: float, bottom: float) -> _Labels:
    """Place the labels: inside where a line ends early, and else spread in the column.

    A label that a line to the column would cross is placed elsewhere, or in the column as well.
    """
    series = frame.shown if frame.labels else []
    inside = _labels_inside(plot, frame, right, [], {*range(len(series))})
    while True:
        column = {at: one for at, one in enumerate(frame.labels[: len(series)]) if at not in inside}
        ends = [series[at].end for at in column]
        _, tops = _tops(
            plot, [None if end is None else end.y for end in ends], list(column.values()), bottom
        )
        leaders = [
            [end, Point(right, top + plot.px(_HALF), "")]
            for end, top in zip(ends, tops, strict=True)
            if end and right - end.x > plot.px(_LEADER)
        ]
        clear = _labels_inside(plot, frame, right, leaders, {*inside})
        if len(clear) == len(inside):
            placed = zip(column.items(), tops, strict=True)
            return _Labels(clear, {at: (label, top) for (at, label), top in placed})
        inside = clear


def _labels_inside(
    plot: "Plot",
    frame: _Frame,
    right: float,
    leaders: list[list[Point]],
    wanted: set[int],
) -> dict[int, tuple[EndLabel, LabelBox]]:
    """Return the labels of some lines that end early for which there is room beside the end."""
    series = frame.shown
    figures = [one.figure for one in series]
    lines = [*(one.path for one in series), *frame.zero, *leaders]
    room = (plot.width if len(series) == 1 else right, frame.bottom)
    inside: dict[int, tuple[EndLabel, LabelBox]] = {}
    for at in sorted(wanted):
        end, label = series[at].end, frame.labels[at].beside_its_end
        if end is not None and ends_early(series[at].figure, figures):
            taken = [other for _, other in inside.values()]
            place = place_inside(plot, label, end, room, lines, taken)
            inside |= {at: (label, place)} if place else {}
    return inside


def _draw_labels(plot: "Plot", frame: _Frame, placed: _Labels, x: float) -> None:
    """Write the labels, with a line that leads to each that stands away from its end."""
    series = frame.shown
    for label, place in placed.inside.values():
        draw_end_label(plot, label, (place.span.left, place.top), None)
    for number, (label, top) in placed.column.items():
        end = series[number].end
        is_near = end is None or x - end.x < plot.px(_LEADER)
        draw_end_label(plot, label, (x, top), None if is_near else end)


def _points(plot: "Plot", one: Course, chart: Chart, frame: _Frame) -> list[Point]:
    """Return the points that have a value or a bound, with their texts.

    The last has no text where a label stands at its end. Values that the title names come first,
    then the extremes, the first, those on either side of a break and those with a mark. Where
    points stand close, the others have no text.
    """
    rows, figure, scale = one.observations, one.figure, frame.scale
    known = [at for at, row in enumerate(rows) if row.value is not None]
    by_size = sorted(known, key=lambda at: rows[at].value or 0)
    telling = {*known[:1], *by_size[:1], *by_size[-1:]}
    broken = {at for at, row in enumerate(rows) if "break" in row.marks}
    title, made = plot.wording.text(chart.title), []
    for at, (x, row) in enumerate(one.dated):
        if row.amount is None:
            continue
        signs = plot.signs(row)
        value = bare_value(figure, row, plot.wording)
        text = "" if frame.labels and row is figure.latest else plot.signed(value, row)
        is_named = names_value(title, figure, row.amount, plot.wording)
        is_named = is_named or bool(signs)  # a letter that is not seen would mislead
        is_telling = at in telling or row.bound or {at, at + 1} & broken
        if one.is_close(plot) and not is_named and not is_telling:
            text = ""
        rank, y = 0 if is_named else 1 if is_telling else 2, scale(row.amount)
        above = 0.0 if row.high is None else y - scale(row.high)
        below = 0.0 if row.low is None else scale(row.low) - y
        made.append(Point(x, y, text, rank, above, below))
    return made
