"""Sorted bars from zero, with the period of each: a table of one number per row."""

import math
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import Box
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.parts.bar import LevelBars
from cqviewer.charts.parts.periods import bar_period, muted_bars, muted_phrase, shared_period
from cqviewer.charts.parts.ranking import (
    draw_ranking,
    is_ranking,
    ranked,
    ranking_items,
)
from cqviewer.charts.parts.whole import Whole, whole_of
from cqviewer.charts.words import common_breakdown, extremes, item, latest_periods
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.messages import say
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

_HEAD, _ROW, _BAR, _TINT = 24, 31, 16, 28
_NAMES, _PERIODS = 304, 190  # widest label column, by bold names; column of strip and period
_STRIPS_FROM, _TABLE_FROM = 560, 420  # px of width from which there are strips, and columns at all
_CELL, _PITCH = 6, 8  # px of a month in a strip
_LEAST_TO_SUM_UP = 3
_LEAST_BARS = 110  # px for bars and their values beside a column of periods


class _Columns(msgspec.Struct, frozen=True):
    """Where the columns stand, in px.

    `periods` is None where there is no such column, since the rows are stacked, or since the
    subtitle names the one period of all.
    """

    names: float  # width for names
    left: float  # of the bars
    right: float
    periods: float | None = None
    has_strips: bool = False
    is_stacked: bool = False


class Bars(Kind):
    """Sorted bars from zero, with the period of each."""

    name = "bars"
    draws = "sorted bars from zero"
    needs = "figures of one unit"
    repeats_heads = True
    shows_before = True

    reads = ("of", "period", "highlight", "sort")

    def earlier(self) -> int:
        """Return 1 for ranked parts, whose previous values stand beside them; else 0."""
        return int(common_breakdown(self.measured, self.sheet) is not None)

    def in_order(self, figures: Sequence[Indicator]) -> Sequence[Indicator]:
        """Return figures by their latest value, the largest first; then bounds, then the others."""
        return sorted(
            figures,
            key=lambda one: (
                not one.latest.is_known,
                one.latest.value is None,
                -(one.latest.amount or Decimal(0)),
            ),
        )

    def arranged(self) -> Sequence[Indicator]:
        """Return the figures as the chart sorts them: by size, or as given."""
        figures = self.measured
        if self.chart.sort == "given":
            return figures
        whole, rows = whole_of(figures, self.sheet), self.in_order(figures)
        if whole is None or not whole.is_negative:
            return rows
        return sorted(rows, key=lambda one: (one.latest.value is None, one.latest.value or 0))

    def facts(self) -> list[str]:
        """Return the ids of the figures in the order drawn; a total stands last."""
        figures = self.arranged()
        whole = whole_of(figures, self.sheet)
        rows = figures if whole is None else [*whole.parts, *filter(None, [whole.total])]
        return [one.id for one in rows]

    def observations(self) -> list[Observation]:
        """Return the latest observations of all bars; of a ranking, those of its rows."""
        if whole := self._ranking():
            return [one.latest for one in ranked(self.chart, whole).shown]
        return [self.sheet.indicators[one].latest for one in self.facts()]

    def _ranking(self) -> Whole | None:
        """Return the whole whose parts are ranked, or None for bars that are not such parts."""
        figures = self.arranged()
        return whole_of(figures, self.sheet) if is_ranking(figures) else None

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report figures that are unlike, also in their periods."""
        super().check_figures(path, findings)
        if len(latest_periods(self.measured)) > 1:
            hint = say("each period stands beside its bar, and rates are called not comparable")
            message = say("the figures cover different periods")
            findings.add((*path, "of"), message, hint, "note")

    def what(self, wording: Wording, medium: Medium) -> str:
        """Return what is measured, and whether figures of other sections are among the bars."""
        figures = self.measured
        what = super().what(wording, medium)
        if len(figures) == 1 and not figures[0].breakdown:
            what = wording.in_unit(figures[0])
        if all(one.measure == "growth" and one.unit.kind == "percent" for one in figures):
            is_derived = any(one.latest.status == "derived" for one in figures)
            what = wording.say("change_in_per_cent_derived" if is_derived else "change_in_per_cent")
        section = next((part for part in self.sheet.sections if self.chart in part.charts), None)
        own = {one.indicator for one in section.figures} if section else set()
        others = {
            one.indicator
            for part in self.sheet.sections
            if part is not section
            for one in part.figures
        }
        if any(one in others and one not in own for one in self.chart.of):
            key = "figures_of_all_tabs" if medium == "screen" else "figures_of_all_sections"
            what = wording.join([what, wording.say(key)])
        return what

    def when(self, wording: Wording) -> str:
        """Return the one period of all bars."""
        shared = shared_period(self.measured)
        return wording.period(shared, long=True) if shared and shared.is_stated else ""

    def subtitle(self, wording: Wording, medium: Medium) -> str:
        """Return what the bars measure, and what muted ones are."""
        line = super().subtitle(wording, medium)
        muted = muted_phrase(self.measured, wording, self.chart.highlight)
        return wording.sentences([line, muted])

    def summary(self, wording: Wording) -> str:
        """Return the largest and the smallest bar, or part of a ranking, of three or more."""
        figures = self.measured
        if whole := self._ranking():
            figures = whole.parts
        elif len(figures) < _LEAST_TO_SUM_UP or len({one.measure for one in figures}) > 1:
            return ""
        return extremes(((one, one.latest) for one in figures), wording, is_named=True)

    def items(self, wording: Wording) -> list[str]:
        """Return a phrase for each figure, in the order drawn; ranks and shares where they are."""
        if whole := self._ranking():
            return ranking_items(self.chart, whole, wording)
        return [item(self.sheet.indicators[one], wording) for one in self.facts()]

    def notes(self, wording: Wording) -> list[str]:
        """Return that periods differ, where they do, before what every chart says."""
        figures = self.figures()
        notes = super().notes(wording)
        if len(latest_periods(one for one in figures if one.measure == "growth")) > 1:
            return [wording.say("not_comparable"), *notes]
        differ = [wording.say("periods_differ")] if len(latest_periods(figures)) > 1 else []
        return [*differ, *notes]

    def draw(self, plot: "Plot") -> float:
        """Draw one bar per figure, the largest on top; figures without a value come last."""
        self.drawable(plot.wording)
        if whole := self._ranking():
            return draw_ranking(plot, self.chart, whole, self.sheet)
        figures = self.arranged()
        has_periods = self.chart.subtitle is not None or shared_period(figures) is None
        columns = _columns(plot, figures, self.sheet, has_periods=has_periods)
        bars = LevelBars(plot, figures, (columns.left, columns.right), _BAR)
        colors = _colors(plot, self.chart, figures)
        if columns.is_stacked:
            return _draw_stack(plot, figures, bars, colors, has_periods=has_periods)
        _draw_heads(plot, figures, columns, self.sheet)
        top = y = float(plot.px(_HEAD))
        for figure, name in zip(figures, _names(plot, figures, columns.names), strict=True):
            y += _draw_row(plot, figure, name, y, columns, self.sheet)
            bars.draw(figure, y - _row_height(plot, name, columns) / 2, colors[figure.id])
        bars.draw_axis(top + plot.px(3), y - plot.px(3))
        return y + plot.px(1)


def _colors(plot: "Plot", chart: Chart, figures: Sequence[Indicator]) -> dict[str, str]:
    """Return the colours of bars: of those highlighted, of the others, and of muted ones."""
    theme, muted = plot.theme, muted_bars(figures, chart.highlight)
    others = theme.rest if chart.highlight else theme.accent
    return {
        one.id: theme.mid
        if one.id in muted
        else theme.accent
        if one.id in chart.highlight
        else others
        for one in figures
    }


def _names(plot: "Plot", figures: Sequence[Indicator], within: float) -> list[str]:
    """Return the names beside the bars, which differ also where they are cut."""
    return plot.names(
        [plot.wording.short_name(one) for one in figures], within, plot.body, plot.widest
    )


def _columns(
    plot: "Plot", figures: Sequence[Indicator], sheet: Sheet, *, has_periods: bool
) -> _Columns:
    """Share the width among names, bars and periods, none of which is cut."""
    width = plot.width
    stacked = _Columns(width, 0, width, is_stacked=True)
    if width < plot.px(_TABLE_FROM):
        return stacked
    shown = [plot.wording.short_name(one) for one in figures]
    widest = max(plot.measure(one, plot.body, plot.widest) for one in shown)
    names = min(plot.px(_NAMES), max(widest + plot.px(13), plot.px(96)), 0.4 * width)
    left = round(names)
    if not has_periods:
        return _Columns(left - plot.px(10), left, width)
    for has_strips in (True, False):
        if has_strips and (sheet.year is None or width < plot.px(_STRIPS_FROM)):
            continue
        start = width - _period_room(plot, figures, sheet, has_strips=has_strips)
        right = start - plot.px(20)
        if right - left >= plot.px(_LEAST_BARS):
            return _Columns(left - plot.px(10), left, right, start, has_strips)
    return stacked


def _period_room(
    plot: "Plot", figures: Sequence[Indicator], sheet: Sheet, *, has_strips: bool
) -> float:
    """Return the width of the column of periods, with strips or without."""
    texts = [_period(plot, one, sheet, has_strips=has_strips) for one in figures]
    widest = max(plot.measure(one, plot.small) for one in texts) + 1
    if has_strips:
        return max(plot.px(_PERIODS), _strip_room(plot) + widest)
    return max(min(plot.px(120), 0.26 * plot.width), widest)


def _strip_room(plot: "Plot") -> float:
    return 12 * plot.px(_PITCH) + plot.px(10)


def _period(plot: "Plot", figure: Indicator, sheet: Sheet, *, has_strips: bool) -> str:
    """Return a period in words, without the year if the column's head names it."""
    is_head_year = has_strips and figure.latest.period.year == sheet.year
    return bar_period(figure, plot.wording, with_year=not is_head_year)


def _draw_heads(
    plot: "Plot", figures: Sequence[Indicator], columns: _Columns, sheet: Sheet
) -> None:
    """Write the column heads over a hairline."""
    middle, theme, say = plot.px(8), plot.theme, plot.wording.say
    is_growth = all(one.measure == "growth" for one in figures)
    room = columns.right - columns.left
    head = say("head_months", year=sheet.year) if columns.has_strips else say("head_period")
    heads = [
        (0.0, say("head_measure"), columns.names),
        (columns.left, say("head_change" if is_growth else "head_value"), room),
    ]
    if columns.periods is not None:
        heads.append((columns.periods, head, plot.width - columns.periods))
    for x, text, within in heads:
        plot.text(x, middle, text, theme.ink3, size=plot.small, within=within)
    plot.box((0, plot.px(21), plot.width, 1), theme.hair)


def _row_height(plot: "Plot", name: str, columns: _Columns) -> float:
    """Return a row's height, measured in bold, so that no row moves when its name becomes so."""
    lines = len(plot.rows(name, columns.names, plot.body, plot.widest))
    return plot.px(_ROW) + (lines - 1) * round(0.6 * plot.leading(plot.body))


def _draw_row(
    plot: "Plot", figure: Indicator, name: str, y: float, columns: _Columns, sheet: Sheet
) -> float:
    """Draw name and period of one figure; returns the row's height."""
    height = _row_height(plot, name, columns)
    middle = y + height / 2
    tint = height - plot.px(_ROW - _TINT)
    plot.tint(plot.across(math.floor(middle - tint / 2), tint), figure.id)
    plot.name(figure.id, middle, name, columns.names, lines=2, centered=True)
    _draw_period(plot, figure, middle, columns, sheet)
    plot.mark_figure(figure, plot.across(y, height))
    return height


def _draw_period(
    plot: "Plot", figure: Indicator, middle: float, columns: _Columns, sheet: Sheet
) -> None:
    """Draw the strip and write the period."""
    if columns.periods is None:
        return
    period, x, theme = figure.latest.period, columns.periods, plot.theme
    if columns.has_strips and sheet.year is not None:
        _draw_strip(plot, x, middle, period, sheet.year)
        x += _strip_room(plot)
    text = _period(plot, figure, sheet, has_strips=columns.has_strips)
    color = theme.ink2 if period.is_stated else theme.ink3
    plot.text(x, middle, text, color, size=plot.small)


def _draw_strip(plot: "Plot", x: float, middle: float, period: Period, year: int) -> None:
    """Draw twelve cells: filled where covered, pale where not, hollow where no period is stated.

    Nothing is drawn for a period that the months of the year cannot show.
    """
    cell, pitch = plot.px(_CELL), plot.px(_PITCH)
    top = round(middle - cell / 2)
    letters = period.month_cells(year)
    boxes = [(x + month * pitch, top, cell, cell) for month in range(len(letters))]
    cells: dict[str, list[Box]] = {letter: [] for letter in "cpn"}
    for box, letter in zip(boxes, letters, strict=True):
        cells[letter].append(box)
    plot.boxes(cells["c"], plot.theme.ink2, tag="strip:covered")
    plot.boxes(cells["p"], plot.theme.hair, tag="strip:not covered")
    plot.frames(cells["n"], plot.theme.line, tag="strip:not stated")


def _draw_stack(
    plot: "Plot",
    figures: Sequence[Indicator],
    bars: LevelBars,
    colors: dict[str, str],
    *,
    has_periods: bool,
) -> float:
    """Draw narrow: name, bar and period of each figure one under the other."""
    y = 0.0
    bar, theme = plot.px(_BAR), plot.theme
    leading, below = plot.leading(plot.body), plot.leading(plot.small)
    for figure, name in zip(figures, _names(plot, figures, plot.width), strict=True):
        rows = plot.rows(name, plot.width, plot.body, plot.widest, 2)
        period = bar_period(figure, plot.wording, is_headed=False) if has_periods else ""
        periods = len(plot.rows(period, plot.width, plot.small)) if period else 0
        height = len(rows) * leading + plot.px(4) + bar + plot.px(8)
        height += plot.px(20) + (periods - 1) * below if periods else 0
        plot.tint(plot.across(y, height - plot.px(3)), figure.id)
        middle = y + plot.px(10)
        plot.name(figure.id, middle, name, plot.width, lines=2, centered=False)
        middle += len(rows) * leading + plot.px(4)
        bars.draw(figure, middle, colors[figure.id])
        bars.draw_axis(middle - bar / 2 - 2, middle + bar / 2 + 2)
        top = middle + bar / 2 + plot.px(12)
        plot.paragraph(0, top, period, theme.ink3, size=plot.small, within=plot.width)
        plot.mark_figure(figure, plot.across(y, height))
        y += height
    return y
