"""Columns from zero for a time series; several series as rows of columns on one scale.

Where periods are missing (`model.gaps`) their places stay empty, and zero is not drawn
there, since a column of no height would say that the value is zero. The description names them.
"""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import OldValue
from cqviewer.charts.kinds.series import SeriesKind
from cqviewer.charts.parts.bar import draw_bar, reach_of
from cqviewer.charts.parts.course import draw_break, draw_whisker, in_time, reached
from cqviewer.charts.parts.old_value import draw_old, old_value, old_values
from cqviewer.charts.parts.point_labels import LabelBox, Span, centered, draw_ticks
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.words import bare_value, names_value
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.gaps import gaps
from cqviewer.model.messages import template

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_TALL, _TALL_OF_MANY = 160, 96  # px from the lowest to the highest value
_WIDEST = 56  # px of a column
_CLOSE = 11  # px from column to column below which only telling values are written


class _Row(msgspec.Struct, frozen=True):
    """One series: its figure, observations in time, and where they stand.

    `slots` numbers the observations' places from the left, each `slot` px wide.
    """

    figure: Indicator
    observations: list[Observation]
    slots: list[int]
    slot: float
    scale: Scale
    title: str

    @property
    def centers(self) -> list[float]:
        """Return the middles of the columns in px."""
        return [(slot + 0.5) * self.slot for slot in self.slots]

    @property
    def runs(self) -> list[tuple[float, float]]:
        """Return left and right, in px, of each stretch of places between missing periods."""
        ends = [at for at, (one, other) in enumerate(pairwise(self.slots)) if other > one + 1]
        starts = [0, *(at + 1 for at in ends)]
        return [
            (self.slots[first] * self.slot, (self.slots[last] + 1) * self.slot)
            for first, last in zip(starts, [*ends, len(self.slots) - 1], strict=True)
        ]


class Columns(SeriesKind):
    """Columns from zero, several series in rows on one scale."""

    name = "columns"
    shape = template("columns")
    shows_before = True

    def draw(self, plot: "Plot") -> float:
        """Draw one column per observation of each figure."""
        figures = self.drawable(plot.wording)
        series = [[one for _, one in in_time(figure, plot.wording)] for figure in figures]
        known = [*reached(figures), *old_values(plot, figures)]
        tall = plot.px(_TALL if len(figures) == 1 else _TALL_OF_MANY)
        title, y = plot.wording.text(self.chart.title), 0.0
        full = [plot.wording.short_name(one) for one in figures]
        names = plot.names(full, plot.width, plot.body, "bold")
        for figure, observations, name in zip(figures, series, names, strict=True):
            if len(figures) > 1:
                y = _draw_name(plot, figure, name, y)
            slots = _slots(observations)
            top = y + plot.px(20)
            scale = Scale.with_zero(known, top + tall, top)
            slot = plot.width / (slots[-1] + 1)
            row = _Row(figure, observations, slots, slot, scale, title)
            # A label that stands above another may need more room than there is.
            more = y - min((one.top for one in _labels(plot, row).values()), default=y)
            if more > 0:
                scale = Scale.with_zero(known, top + more + tall, top + more)
                row = msgspec.structs.replace(row, scale=scale)
            y = _draw_row(plot, row, y, scale.start + (plot.px(20) if scale.low < 0 else 0))
            y += plot.px(14) if figure is not figures[-1] else 0
        return y


def _slots(observations: list[Observation]) -> list[int]:
    """Return the number of each observation's place; missing ones between them take places too."""
    missing = {gap.after: gap.count for gap in gaps(observations)}
    slots = [0]
    for at in range(len(observations) - 1):
        slots.append(slots[-1] + 1 + missing.get(at, 0))
    return slots


def _draw_name(plot: "Plot", figure: Indicator, name: str, y: float) -> float:
    """Write a series' name above its columns; returns the bottom in px."""
    tag = f"name:{figure.id}"
    middle = y + plot.px(9)
    lines = plot.paragraph(
        0, middle, name, plot.theme.ink, within=plot.width, weight="bold", tag=tag
    )
    bottom = y + plot.px(6) + lines * plot.leading(plot.body)
    plot.mark_figure(figure, (0, y, plot.width, bottom - y))
    return bottom


def _draw_row(plot: "Plot", row: _Row, top: float, bottom: float) -> float:
    """Draw the columns of one series with values and periods; returns the bottom in px."""
    theme, zero = plot.theme, row.scale(0.0)
    width = _column_width(plot, row)
    plot.tint(plot.across(top, bottom - top + plot.px(24)), row.figure.id)
    labels = _labels(plot, row)
    for at, (center, one) in enumerate(zip(row.centers, row.observations, strict=True)):
        place = (center - row.slot / 2, top, row.slot, bottom - top)
        plot.mark_observation(row.figure, one, place)
        if "break" in one.marks and at:
            x = round((center + row.centers[at - 1]) / 2)
            draw_break(plot, x, top + plot.px(6), bottom)
        if one.amount is not None:
            end = row.scale(one.amount)
            box = (center - width / 2, min(zero, end), width, abs(end - zero))
            draw_bar(plot, box, one, theme.accent, tag=f"bar:{row.figure.id}:{at}")
        if one.low is not None and one.high is not None:
            draw_whisker(plot, (center, center), (row.scale(one.low), row.scale(one.high)))
        if old := old_value(plot, row.figure, one):
            _draw_old(plot, row, center, old, labels.values())
        if at in labels:
            _draw_value(plot, row, at, labels[at])
    for left, right in row.runs:
        plot.box((left, round(zero), right - left, 1), theme.ink, tag="zero")
    periods = [one.period for one in row.observations]
    places = list(zip(row.centers, periods, strict=True))
    draw_ticks(plot, places, bottom + plot.px(13), plot.width)
    return bottom + plot.px(24)


def _draw_old(
    plot: "Plot", row: _Row, center: float, old: OldValue, labels: Iterable[LabelBox]
) -> None:
    """Draw a thin line at the earlier value, and its words beside it where there is room."""
    y, half = row.scale(old.value), _column_width(plot, row) / 2
    left = center + half + plot.px(10)
    draw_old(plot, [center - half - plot.px(5), center + half + plot.px(5)], [y, y])
    width = plot.measure(old.words, plot.small)
    place = LabelBox.around(left + width / 2, width, y, plot.px(7))
    room = min(plot.width + plot.bleed, center + row.slot - half)
    if left + width <= room and not any(place.meets(one) for one in labels):
        plot.text(left, y, old.words, plot.theme.ink2, size=plot.small, tag="old value")


def _column_width(plot: "Plot", row: _Row) -> float:
    return min(plot.px(_WIDEST), max(1.0, row.slot * 0.64))


def _span(plot: "Plot", row: _Row, at: int) -> Span:
    """Return the place of a value's label, with the signs after it."""
    one = row.observations[at]
    text = _text(plot, row, one)
    width = plot.measure(text, plot.small)
    if one.is_known:
        width = plot.value_width(text, plot.signs(one))
    return centered(row.centers[at], width, Span(0.0, plot.width))


def _text(plot: "Plot", row: _Row, one: Observation) -> str:
    """Return what stands at a column: a value, or else the letters that say why there is none."""
    signs = "" if one.is_known else plot.signs(one)
    return signs or bare_value(row.figure, one, plot.wording)


def _labels(plot: "Plot", row: _Row) -> dict[int, LabelBox]:
    """Choose the columns whose values are written, and the places of these.

    All are where there is room. Else those come first that the title names, then the highest and
    the lowest, the latest and the first, and those with marks; these may stand further from their
    columns. Where columns stand close, no others have any.
    """
    known = [at for at, one in enumerate(row.observations) if one.amount is not None]
    by_size = sorted(known, key=lambda at: row.observations[at].amount or 0)
    telling = dict.fromkeys(
        [
            *(at for at in known if _is_named(plot, row, at)),
            *by_size[-1:],
            *by_size[:1],
            len(row.observations) - 1,
            *known[-1:],
            *known[:1],
            *(at for at, one in enumerate(row.observations) if plot.signs(one)),
        ]
    )
    placed: dict[int, LabelBox] = {}
    others = range(len(row.observations)) if row.slot >= plot.px(_CLOSE) else ()
    for at in dict.fromkeys([*telling, *others]):
        for place in _places(plot, row, at)[: 2 if at in telling else 1]:
            if not _meets_column(plot, row, at, place) and not any(
                place.meets(other) for other in placed.values()
            ):
                placed[at] = place
                break
    return placed


def _is_named(plot: "Plot", row: _Row, at: int) -> bool:
    """Return whether the chart's title names the value of a column."""
    value = row.observations[at].amount
    return value is not None and names_value(row.title, row.figure, value, plot.wording)


def _places(plot: "Plot", row: _Row, at: int) -> list[LabelBox]:
    """Return where a value may stand: at the end of its column, or a line further out."""
    one = row.observations[at]
    span = _span(plot, row, at)
    side = 1 if (one.amount or 0) < 0 else -1
    reach = reach_of(plot, row.figure, one)
    if one.amount is None:
        reach.append(Decimal(0))
    ends = [row.scale(end) for end in reach]
    end = max(ends) if side > 0 else min(ends)
    first = 10 if one.is_known else 12
    middles = (end + plot.px(away) * side for away in (first, 26))
    return [LabelBox(span, middle - plot.px(8), middle + plot.px(8)) for middle in middles]


def _meets_column(plot: "Plot", row: _Row, at: int, place: LabelBox) -> bool:
    """Return whether a value's label would run into the column of another observation."""
    width, span = _column_width(plot, row), place.span
    for other, (center, one) in enumerate(zip(row.centers, row.observations, strict=True)):
        is_beside = center + width / 2 <= span.left or center - width / 2 >= span.right
        if other == at or one.amount is None or is_beside:
            continue
        top, bottom = sorted((row.scale(one.amount), row.scale(0.0)))
        if place.bottom > top and place.top < bottom:
            return True
    return False


def _draw_value(plot: "Plot", row: _Row, at: int, place: LabelBox) -> None:
    one = row.observations[at]
    x, y, text = place.span.middle, (place.top + place.bottom) / 2, _text(plot, row, one)
    key = f"{row.figure.id}:{at}"
    if one.is_known:
        signs = plot.signs(one)
        plot.value(x, y, text, key, align="center", within=plot.width, signs=signs)
    else:
        color = plot.theme.ink2 if one.missing else plot.theme.ink3
        size, within, tag = plot.small, plot.width, f"value:{key}"
        plot.text(x, y, text, color, size=size, align="center", within=within, tag=tag)
