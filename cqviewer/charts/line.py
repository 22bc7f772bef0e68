"""Lines over time with direct labels; x is true to time.

A line joins what follows one another in time. Where a value is not stated, or a period is missing
(`cqviewer.model.gaps`), the line is broken: even a dashed bridge would show values in between that
nobody observed. The description names what is missing.
"""

import itertools
import math

import msgspec

from cqviewer.charts.drawing import Drawing, Look
from cqviewer.charts.figures import require, require_one_unit
from cqviewer.charts.plot import Plot
from cqviewer.charts.point_labels import Point, draw_point_values, draw_ticks
from cqviewer.charts.scale import Scale
from cqviewer.charts.series import in_time
from cqviewer.model.chart_text import bare_value, observation_phrase
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.gaps import gaps

_TOP, _TALL, _FOOT = 26, 170, 14  # px: above the highest point, down to the lowest, below it
_DOT, _RING, _REACH = 7, 9, 16


class _Series(msgspec.Struct, frozen=True):
    """A figure with its observations and their points in px (y is NaN where no value is stated)."""

    figure: Indicator
    observations: list[Observation]
    xs: list[float]
    ys: list[float]

    @property
    def dated(self) -> list[tuple[float, Observation]]:
        """Give the observations with their places in time, in px."""
        return list(zip(self.xs, self.observations, strict=True))

    @property
    def last(self) -> int:
        """Give the number of the last observation with a value; -1 if none has one."""
        return max((at for at, y in enumerate(self.ys) if not math.isnan(y)), default=-1)


def draw_line(chart: Chart, sheet: Sheet, look: Look) -> Drawing:
    """Draw one line per figure; each point can be pointed at."""
    plot = Plot(look)
    figures = [sheet.indicators[one] for one in chart.of]
    require(figures, 1, plot.wording)
    require_one_unit(figures, plot.wording)
    right = plot.width - _label_width(plot, figures)
    values = [
        float(one.value) for row in figures for one in row.observations if one.value is not None
    ]
    scale = _vertical(plot, values)
    left = plot.px(22 if _crosses_zero(values) else 6)
    series = _place(plot, figures, left, right - plot.px(6), scale)
    bottom = plot.px(_TOP) + plot.px(_TALL) + plot.px(_FOOT)
    _draw_axis(plot, values, scale, bottom, right)
    for one, color in zip(series, _tones(plot, figures), strict=True):
        _draw_series(plot, one, color)
    below = _draw_end_labels(plot, series, right + plot.px(8))
    draw_point_values(plot, [_points(plot, one) for one in series], right, bottom + plot.px(8))
    places = [(x, one.period) for row in series for x, one in row.dated]
    draw_ticks(plot, places, bottom + plot.px(22), right)
    return plot.finish(max(bottom + plot.px(34), below))


def _label_width(plot: Plot, figures: list[Indicator]) -> float:
    """Give the width kept at the right for values and names at the lines' ends."""
    names = [plot.wording.short_name(one) for one in figures] if len(figures) > 1 else []
    numbers = [_number(plot, one, row) for one in figures for row in one.observations[-1:]]
    widths = [plot.measure(one, plot.least_bold, "bold") for one in names]
    widths += [plot.measure(one, plot.number, "bold") for one in numbers]
    return min(max(widths) + plot.px(10), 0.34 * plot.width)


def _number(plot: Plot, figure: Indicator, observation: Observation) -> str:
    return bare_value(figure, observation, plot.wording)


def _vertical(plot: Plot, values: list[float]) -> Scale:
    """Make the scale from the lowest to the highest value; a single one stands in the middle."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    top = plot.px(_TOP)
    bottom = top + plot.px(_TALL)
    if low == high:
        middle = (top + bottom) / 2
        return Scale(low, high, middle, middle)
    return Scale(low, high, bottom, top)


def _crosses_zero(values: list[float]) -> bool:
    return bool(values) and min(values) < 0 < max(values)


def _place(
    plot: Plot, figures: list[Indicator], left: float, right: float, scale: Scale
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


def _draw_axis(plot: Plot, values: list[float], scale: Scale, bottom: float, right: float) -> None:
    """Draw the time line at the foot, and zero where values lie on both sides of it."""
    plot.rule(bottom + plot.px(10), plot.theme.hair, right=right)
    if _crosses_zero(values):
        zero = round(scale(0.0))
        plot.line([plot.px(14), right], [zero, zero], plot.theme.ink, tag="zero")
        plot.text(0, zero, "0", plot.theme.ink3, size=plot.small)


def _tones(plot: Plot, figures: list[Indicator]) -> list[str]:
    """Give the lines' colours: accent for the selected one, or else the first; greys for others."""
    theme = plot.theme
    chosen = [one.id for one in figures if plot.is_selected(one.id)] or [figures[0].id]
    greys = itertools.cycle((theme.ink2, theme.line, theme.ink3))
    return [theme.accent if one.id in chosen else next(greys) for one in figures]


def _draw_series(plot: Plot, one: _Series, color: str) -> None:
    """Draw a line with a dot per observation, hollow where derived; thick when selected."""
    selected = plot.is_selected(one.figure.id)
    xs, ys = list(one.xs), list(one.ys)
    for gap in reversed(gaps(one.observations)):
        xs.insert(gap.after + 1, math.nan)
        ys.insert(gap.after + 1, math.nan)
    plot.line(xs, ys, color, width=3 if selected else 2, tag=f"line:{one.figure.id}")
    reach = plot.px(_REACH)
    points = zip(one.xs, one.ys, one.observations, strict=True)
    for at, (x, y, observation) in enumerate(points):
        if math.isnan(y):
            continue
        is_derived = observation.status == "derived"
        if selected:
            plot.dot(x, y, plot.px(_DOT * 2), plot.theme.tint, tag="selection")
        size = plot.px(_RING if is_derived else _DOT)
        tag = f"point:{one.figure.id}:{at}"
        plot.dot(x, y, size, color, is_hollow=is_derived, tag=tag)
        phrase = observation_phrase(one.figure, observation, plot.wording)
        plot.mark(one.figure.id, (x - reach / 2, y - reach / 2, reach, reach), phrase)


def _points(plot: Plot, one: _Series) -> list[Point]:
    """Give the points with a value, each with its text; that of the last stands at the end."""
    points = zip(one.xs, one.ys, one.observations, strict=True)
    return [
        Point(x, y, "" if at == one.last else _number(plot, one.figure, observation))
        for at, (x, y, observation) in enumerate(points)
        if not math.isnan(y)
    ]


def _draw_end_labels(plot: Plot, series: list[_Series], x: float) -> float:
    """Write value and name at each line's end, moved apart where they would meet.

    Gives the bottom of the lowest in px.
    """
    within = plot.width - x
    leading = plot.leading(plot.least_bold)
    labels = []
    for one in series:
        name = plot.wording.short_name(one.figure) if len(series) > 1 else ""
        rows = len(plot.rows(name, within, plot.least_bold, "bold")) if name else 0
        y = one.ys[one.last] if one.last >= 0 else plot.px(_TOP) + plot.px(_TALL) / 2
        labels.append((y - plot.px(8), plot.px(20) + rows * leading, one, name))
    lowest = 0.0
    for top, height, one, name in sorted(labels, key=lambda label: label[0]):
        start = max(top, lowest)
        _draw_end_label(plot, one, name, x, start + plot.px(8))
        lowest = start + height
    return lowest


def _draw_end_label(plot: Plot, one: _Series, name: str, x: float, middle: float) -> None:
    theme, within = plot.theme, plot.width - x
    observation = one.observations[one.last]
    has_value = observation.value is not None
    plot.text(
        x,
        middle,
        _number(plot, one.figure, observation),
        theme.ink if has_value else theme.ink3,
        size=plot.number if has_value else plot.body,
        weight="bold" if has_value else "regular",
        within=within,
        tag=f"value:{one.figure.id}",
    )
    lines = 0
    if name:
        lines = plot.paragraph(
            x,
            middle + plot.px(16),
            name,
            theme.ink2,
            within=within,
            size=plot.least_bold,
            weight="bold" if plot.is_selected(one.figure.id) else "regular",
            tag=f"name:{one.figure.id}",
        )
    box = (x, middle - plot.px(8), within, plot.px(17) + lines * plot.leading(plot.least_bold))
    plot.mark(one.figure.id, box, observation_phrase(one.figure, observation, plot.wording))
