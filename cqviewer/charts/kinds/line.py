"""Lines over time with direct labels; x is true to time.

A line joins what follows one another in time. Where a value is not stated, or a period is missing
(`charts.parts.gaps`), the line is broken: even a dashed bridge would show values in between that
nobody observed. The description names what is missing.
"""

import itertools
import math
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import SHAPES
from cqviewer.charts.kinds.series import SeriesKind, in_time
from cqviewer.charts.parts.end_labels import (
    EndLabel,
    draw_end_label,
    end_labels,
    ends_early,
    label_room,
    place_inside,
    spread,
)
from cqviewer.charts.parts.gaps import gaps
from cqviewer.charts.parts.point_labels import (
    Place,
    Point,
    Span,
    draw_point_values,
    draw_ticks,
    place_point_values,
)
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.parts.value_axis import draw_value_axis, value_axis
from cqviewer.charts.words import bare_value, names_value, observation_phrase
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.problems import Findings, Path

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_TOP, _TALL, _FOOT = 26, 170, 27  # px: above the highest point, down to the lowest, below it
_DOT, _RING, _REACH = 7, 9, 16
_GAP, _LEADER = 8, 24  # px from the lines to their labels, with room for lines that lead there
_MANY, _TOO_MANY = 4, 6  # lines, of which more are drawn thinner; that ask for another chart


class _Series(msgspec.Struct, frozen=True):
    """A figure with its observations and their points in px (y is NaN where no value is stated)."""

    figure: Indicator
    observations: list[Observation]
    xs: list[float]
    ys: list[float]

    @property
    def dated(self) -> list[tuple[float, Observation]]:
        """Return the observations with their places in time, in px."""
        return list(zip(self.xs, self.observations, strict=True))

    @property
    def path(self) -> list[Point]:
        """Return the points of the line as it is drawn; y is NaN where it is broken."""
        path = [Point(x, y, "") for x, y in zip(self.xs, self.ys, strict=True)]
        for gap in reversed(gaps(self.observations)):
            path.insert(gap.after + 1, Point(math.nan, math.nan, ""))
        return path

    @property
    def end(self) -> Point | None:
        """Return the last point that has a value, or None where none has one."""
        known = [one for one in self.path if not math.isnan(one.y)]
        return known[-1] if known else None


class _Labels(msgspec.Struct, frozen=True):
    """The labels at the ends of lines, by number of the line: inside, or in the column."""

    inside: dict[int, tuple[EndLabel, Place]]
    column: dict[int, tuple[EndLabel, float]]


class Lines(SeriesKind):
    """Lines over time."""

    name = "line"
    shape = "a line"

    def check_figures(self, chart: Chart, sheet: Sheet, path: Path, findings: Findings) -> None:
        """Report more lines than can be told apart, and what no series has."""
        if len(chart.of) >= _TOO_MANY:
            message = f"{len(chart.of)} lines in one chart are hard to tell apart"
            hint = "draw fewer, or make several charts; columns stand in a row each"
            findings.add((*path, "of"), message, hint, "warning")
        super().check_figures(chart, sheet, path, findings)

    def draw(self, plot: "Plot", chart: Chart, sheet: Sheet) -> float:
        """Draw one line per figure; each point can be pointed at."""
        figures = self.drawable(chart, sheet, plot.wording)
        known = [one.value for row in figures for one in row.observations if one.value is not None]
        axis = value_axis(plot, figures[0], known)
        foot, above, tall = plot.px(_FOOT), plot.px(_TOP), plot.px(_TALL)
        if axis.is_from_zero and float(min(known, default=0)) > foot / tall * float(axis.high):
            foot = 0  # no point is so low that its value stands below zero
        labels = end_labels(plot, figures, above + tall + foot)
        tall = max(tall, sum(one.height(plot) for one in labels) - above - foot)
        bottom = above + tall
        scale = Scale(float(axis.low), float(axis.high), bottom, above)
        gap = plot.px(
            _LEADER if _has_leaders(plot, figures, labels, scale, bottom + foot) else _GAP
        )
        left, right = axis.width(plot), plot.width - label_room(plot, labels, gap)
        series = _place(plot, figures, left + plot.px(6), right - plot.px(6), scale)
        bottom += foot
        placed = _place_labels(plot, series, labels, right, bottom)
        taken = [place for _, place in placed.inside.values()]
        paths = [one.path for one in series]
        if axis.has_zero:
            paths.append([Point(x, scale(0.0), "") for x in (left, right)])
        bounds = Span(left, right), bottom + plot.px(8)
        points = [_points(plot, one, chart) for one in series]
        values = place_point_values(plot, points, paths, taken, bounds)
        taken += [place for place, _ in values]
        draw_value_axis(plot, axis, scale, (left, right), bottom, taken)
        for number, (one, color) in enumerate(zip(series, _tones(plot, figures), strict=True)):
            _draw_series(plot, one, color, number, len(series))
        _draw_labels(plot, series, placed, right + gap)
        draw_point_values(plot, values)
        places = [(x, one.period) for row in series for x, one in row.dated]
        draw_ticks(plot, places, bottom + plot.px(14), right)
        return bottom + plot.px(26)


def _place(
    plot: "Plot", figures: list[Indicator], left: float, right: float, scale: Scale
) -> list[_Series]:
    """Place all points, true to time."""
    dated = [in_time(figure, plot.wording) for figure in figures]
    days = [day for row in dated for day, _ in row]
    x = Scale(min(days), max(days), left, right)
    return [
        _Series(
            figure,
            [one for _, one in row],
            [x(day) for day, _ in row],
            [math.nan if one.value is None else scale(one.value) for _, one in row],
        )
        for figure, row in zip(figures, dated, strict=True)
    ]


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
    """Return where the labels of some ends would begin, and where they do, none over another."""
    wanted = [(bottom / 2 if end is None else end) - plot.px(8) for end in ends]
    return wanted, spread(wanted, [one.height(plot) for one in labels], 0.0, bottom)


def _place_labels(
    plot: "Plot", series: list[_Series], labels: list[EndLabel], right: float, bottom: float
) -> _Labels:
    """Place the labels: inside where a line ends early, and else spread in the column."""
    inside: dict[int, tuple[EndLabel, Place]] = {}
    column: dict[int, EndLabel] = {}
    figures = [one.figure for one in series]
    lines = [one.path for one in series]
    limit = plot.width if len(series) == 1 else right
    for number, (one, label) in enumerate(zip(series, labels, strict=True)):
        end = one.end
        place, beside = None, label.beside_its_end
        if end is not None and ends_early(one.figure, figures):
            taken = [other for _, other in inside.values()]
            place = place_inside(plot, beside, end, limit, lines, taken)
        if place is None:
            column[number] = label
        else:
            inside[number] = (beside, place)
    ends = [None if (end := series[number].end) is None else end.y for number in column]
    _, tops = _tops(plot, ends, list(column.values()), bottom)
    return _Labels(
        inside,
        {number: (label, top) for (number, label), top in zip(column.items(), tops, strict=True)},
    )


def _draw_labels(plot: "Plot", series: list[_Series], placed: _Labels, x: float) -> None:
    """Write the labels, with a line that leads to each that stands away from its end."""
    for label, place in placed.inside.values():
        draw_end_label(plot, label, (place.span.left, place.top), None)
    for number, (label, top) in placed.column.items():
        end = series[number].end
        is_near = end is None or x - end.x < plot.px(_LEADER)
        draw_end_label(plot, label, (x, top), None if is_near else end)


def _tones(plot: "Plot", figures: list[Indicator]) -> list[str]:
    """Return the lines' colours: accent for the selected one or the first, grey for others."""
    theme = plot.theme
    chosen = [one.id for one in figures if plot.is_selected(one.id)] or [figures[0].id]
    greys = itertools.cycle((theme.line, theme.ink2, theme.ink3))
    return [theme.accent if one.id in chosen else next(greys) for one in figures]


def _draw_series(plot: "Plot", one: _Series, color: str, number: int, count: int) -> None:
    """Draw a line with a mark per observation, hollow where derived; thick when selected.

    The marks of several lines differ in shape, and the first line is thicker, so that nothing
    rests on colour alone. Dashes mean derived.
    """
    selected = plot.is_selected(one.figure.id)
    path, tag = one.path, f"line:{one.figure.id}"
    is_first = number == 0 and count > 1
    width = 3 if selected else 2.5 if is_first else 2 if count <= _MANY else 1.5
    plot.line([at.x for at in path], [at.y for at in path], color, width=width, tag=tag)
    reach = plot.px(_REACH)
    points = zip(one.xs, one.ys, one.observations, strict=True)
    for at, (x, y, observation) in enumerate(points):
        if math.isnan(y):
            continue
        is_derived = observation.status == "derived"
        if selected:
            plot.dot(x, y, plot.px(_DOT * 2), plot.theme.tint, tag="selection")
        size = plot.px(_RING if is_derived else _DOT)
        tag, shape = f"point:{one.figure.id}:{at}", SHAPES[number % len(SHAPES)]
        plot.dot(x, y, size, color, is_hollow=is_derived, shape=shape, tag=tag)
        phrase = observation_phrase(one.figure, observation, plot.wording)
        plot.mark(one.figure.id, (x - reach / 2, y - reach / 2, reach, reach), phrase)


def _points(plot: "Plot", one: _Series, chart: Chart) -> list[Point]:
    """Return the points with a value, each with its text; that of the last stands at the end.

    Those that the title names come first, then the extremes and the first.
    """
    points = zip(one.xs, one.ys, one.observations, strict=True)
    known = [(x, y, row) for x, y, row in points if row.value is not None]
    values = [row.value or Decimal(0) for _, _, row in known]
    telling = {min(values), max(values), values[0]} if values else set()
    title, made = plot.wording.text(chart.title), []
    for (x, y, row), value in zip(known, values, strict=True):
        text = bare_value(one.figure, row, plot.wording) if row is not one.figure.latest else ""
        is_named = names_value(title, one.figure, value, plot.wording)
        made.append(Point(x, y, text, 0 if is_named else 1 if value in telling else 2))
    return made
