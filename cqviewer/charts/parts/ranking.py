"""Ranked bars for the parts of a breakdown: rank, name, bar, share of the whole, value before.

Below a rule stands the total, which has no bar, with what is to be said of the sum of the parts.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.parts.bar import LevelBars
from cqviewer.charts.parts.periods import shared_period
from cqviewer.charts.parts.whole import Whole, share_text, standing, summed
from cqviewer.charts.words import bare_value, item
from cqviewer.model.facts import Chart, Indicator, Observation, Sheet
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.style import Weight

_ALL, _FIRST = 12, 10  # parts that are all shown; of more, the first
_HEAD, _ROW, _BAR = 24, 25, 15  # px
_RANK, _NAME, _BARS = 16, 28, 276  # px: right of ranks, left of names, left of bars
_EARLIER_FROM, _SHARE_FROM, _TABLE_FROM = 640, 520, 340  # px of width for columns; for any
_BETWEEN = 22  # px between columns
OTHERS = "others"
"""The id of the bar of the others, which is no figure of the sheet."""


class Ranking(msgspec.Struct, frozen=True):
    """The rows of a ranking, and the parts that have none."""

    rows: list[Indicator]
    rest: list[Indicator]
    total: Indicator | None

    @property
    def shown(self) -> list[Indicator]:
        """Return the figures that are shown, the total last."""
        return [*self.rows, self.total] if self.total else self.rows


class _Columns(msgspec.Struct, frozen=True):
    """Where the columns stand, in px; `share` and `earlier` are their right edges, or None."""

    names: float
    left: float
    right: float
    share: float | None
    earlier: float | None
    is_stacked: bool


def is_ranking(figures: Sequence[Indicator]) -> bool:
    """Return whether figures have one period in common, so that they can be ranked."""
    return shared_period(figures) is not None


def ranked(chart: Chart, whole: Whole) -> Ranking:
    """Rank parts by size; of more than twelve, the first ten and those highlighted have a row."""
    rows = whole.parts
    if len(rows) > _ALL:
        rows = [one for at, one in enumerate(rows) if at < _FIRST or one.id in chart.highlight]
    rest = [one for one in whole.parts if one not in rows]
    return Ranking(rows, rest, whole.total)


def ranking_items(chart: Chart, whole: Whole, wording: Wording) -> list[str]:
    """Return each part with its rank, its share and whether it is highlighted; the total last."""
    said = [
        wording.join([item(one, wording), *_standing(one, chart, whole, wording)])
        for one in whole.parts
    ]
    remark = total_remark(whole, wording)
    if whole.total:
        said.append(wording.join([item(whole.total, wording), remark]))
    elif remark:
        said.append(remark)
    return said


def _standing(figure: Indicator, chart: Chart, whole: Whole, wording: Wording) -> list[str]:
    """Return a part's rank, its share, and whether it is highlighted."""
    is_lit = figure.id in chart.highlight
    return [*standing(figure, whole, wording), wording.say("highlighted") if is_lit else ""]


def total_remark(whole: Whole, wording: Wording) -> str:
    """Return what is said of the total: whether it is stated, and what the parts add up to."""
    total = whole.total
    if total is None:
        is_lacking = whole.breakdown.adds_up and not whole.has_total
        return wording.say("no_total") if is_lacking else ""
    status = wording.inside(wording.say(total.latest.status.replace(" ", "_")))
    return wording.join([status, sum_remark(whole, wording)], "semicolon")


def sum_remark(whole: Whole, wording: Wording) -> str:
    """Return what the parts add up to beside their total; '' where they may not be summed."""
    total = whole.total
    if total is None or not whole.is_complete or total.latest.value is None:
        return ""
    if whole.sum == whole.amount:
        return wording.say("parts_add_up")
    key = "parts_add_up_rounded" if whole.is_within_rounding else "parts_add_up_to"
    return wording.say(key, number=wording.bare_number(total, whole.sum))


def draw_ranking(plot: "Plot", chart: Chart, whole: Whole, sheet: Sheet) -> float:
    """Draw ranked bars and return their height in px."""
    return _Table(plot, chart, whole, sheet).draw()


class _Table:
    """The table of a ranking: its rows, and where its columns stand."""

    def __init__(self, plot: "Plot", chart: Chart, whole: Whole, sheet: Sheet) -> None:
        self._plot = plot
        self._chart = chart
        self._whole = whole
        self._sheet = sheet
        self._ranking = ranked(chart, whole)
        self._others = self._summed_rest()
        self._rows = [*self._ranking.rows, *filter(None, [self._others])]
        self._earlier = _earlier_period(self._ranking.shown)
        self._columns = self._placed_columns()
        sides = self._columns.left, self._columns.right
        self._bars = LevelBars(plot, self._rows, sides, _BAR, is_bare=True)

    def _summed_rest(self) -> Indicator | None:
        """Return the parts without a row as one derived figure; None where none can be summed."""
        rest = self._ranking.rest
        if not rest or not self._whole.is_complete:
            return None
        one = Observation(value=summed(rest), period=rest[0].latest.period, status="derived")
        name = self._plot.wording.say("others_summed", number=len(rest))
        named = {"id": OTHERS, "name": name, "short": name, "brief": None}
        return msgspec.structs.replace(rest[0], **named, observations=(one,), derivation=None)

    def _placed_columns(self) -> _Columns:
        """Share the width among names, bars, shares and values before."""
        plot, whole, wording = self._plot, self._whole, self._plot.wording
        width = float(plot.width)
        if width < plot.px(_TABLE_FROM):
            left = float(plot.px(_NAME))
            return _Columns(width - left, left, width, None, None, is_stacked=True)
        named = [*self._rows, *filter(None, [whole.total])]
        names = [plot.measure(wording.short_name(one), plot.body, "bold") for one in named]
        left = plot.px(_NAME) + max(names) + plot.px(12)
        left = round(min(max(left, 0.2 * width), max(plot.px(_BARS), 0.36 * width), 0.42 * width))
        right, share, earlier = width, None, None
        if self._earlier is not None and width >= plot.px(_EARLIER_FROM):
            texts = [self._before_text(one) for one in named]
            texts.append(wording.period(self._earlier.period))
            earlier = right
            right -= max(plot.measure(text, plot.body) for text in texts) + plot.px(_BETWEEN)
        if whole.amount and width >= plot.px(_SHARE_FROM):
            head = plot.measure(wording.say("head_share"), plot.small)
            share = right
            right -= max(head, plot.px(44)) + plot.px(_BETWEEN)
        names_room = left - plot.px(_NAME) - plot.px(8)
        return _Columns(names_room, float(left), right, share, earlier, is_stacked=False)

    def draw(self) -> float:
        """Draw all rows and the total, and return their height in px."""
        plot, ranking, columns = self._plot, self._ranking, self._columns
        top = 0.0
        if not columns.is_stacked:
            self._draw_heads()
            top = float(plot.px(_HEAD))
        full = [plot.wording.short_name(one) for one in self._rows]
        y = top
        for one, name in zip(
            self._rows, plot.names(full, columns.names, plot.body, "bold"), strict=True
        ):
            y = self._draw_row(one, name, y)
        if not columns.is_stacked:
            self._bars.draw_axis(top + plot.px(2), y - plot.px(2))
        if ranking.rest and self._others is None:
            text = plot.wording.say("more_not_shown", number=len(ranking.rest))
            x, color = plot.px(_NAME), plot.theme.ink3
            plot.text(x, y + plot.px(_ROW) / 2, text, color, within=plot.width - x, tag="more")
            y += plot.px(_ROW)
        return self._draw_total(y)

    def _before_text(self, figure: Indicator) -> str:
        one = _before(figure)
        return "" if one is None else self._plot.signed(self._bare(figure, one), one)

    def _bare(self, figure: Indicator, one: Observation) -> str:
        return bare_value(figure, one, self._plot.wording)

    def _draw_heads(self) -> None:
        """Write the heads of the columns over a hairline."""
        plot, columns, wording, whole = self._plot, self._columns, self._plot.wording, self._whole
        theme, small, middle = plot.theme, plot.small, plot.px(8)
        by = (wording.text(self._sheet.dimensions[one].name) for one in whole.breakdown.by)
        for x, text, within in (
            (plot.px(_NAME), wording.join(by, "listing"), columns.names),
            (columns.left, wording.text(whole.breakdown.name), columns.right - columns.left),
        ):
            plot.text(x, middle, text, theme.ink3, size=small, within=within)
        heads = [(columns.share, wording.say("head_share"))]
        if self._earlier:
            heads.append((columns.earlier, wording.period(self._earlier.period)))
        for right, text in heads:
            if right is not None:
                plot.text(right, middle, text, theme.ink3, size=small, align="right")
        plot.box((0, plot.px(21), plot.width, 1), theme.hair)

    def _draw_row(self, figure: Indicator, name: str, y: float) -> float:
        """Draw the row of one part with its name, and return its bottom in px."""
        plot, theme, key = self._plot, self._plot.theme, figure.id
        is_stacked, is_lit = self._columns.is_stacked, key in self._chart.highlight
        more = self._name_height(name)
        height = plot.px(_ROW) + more
        middle = y + (plot.px(12) if is_stacked else height / 2)
        box = plot.across(y, height)
        plot.tint(box, key)
        if is_lit and not plot.is_selected(key) and not plot.is_framed(theme.tint):
            plot.box(box, theme.tint, tag="highlight")  # a frame would look like the selection
        weight = plot.weight(key)
        if rank := self._whole.ranks.get(key):
            ink, size = (theme.ink, plot.body) if is_lit else (theme.ink3, plot.small)
            right = plot.px(_RANK)
            plot.text(right, middle, str(rank), ink, size=size, weight=weight, align="right")
        self._draw_name(name, middle, weight, f"name:{key}")
        bar = middle + (more if is_stacked else 0)
        color = theme.accent if is_lit or not self._chart.highlight else theme.rest
        self._bars.draw(figure, bar, color)
        if is_stacked:
            half = plot.px(_BAR) / 2 + 2
            self._bars.draw_axis(bar - half, bar + half)
        self._draw_columns(figure, middle, is_bold=is_lit)
        if key != OTHERS:
            said = _standing(figure, self._chart, self._whole, plot.wording)
            plot.mark_figure(figure, box, *said)
        return y + height

    def _name_height(self, name: str) -> float:
        """Return the px that a name takes over its bar, or a second line of it beside the bar."""
        plot = self._plot
        more = len(plot.rows(name, self._columns.names, plot.body, "bold")) - 1
        over = plot.px(18) if self._columns.is_stacked else 0
        return float(over + more * plot.leading(plot.body))

    def _draw_name(self, name: str, middle: float, weight: "Weight", tag: str) -> None:
        """Write a name beside its bar, or over it, on two lines at most."""
        self._plot.paragraph(
            self._plot.px(_NAME),
            middle,
            name,
            self._plot.theme.ink,
            within=self._columns.names,
            weight=weight,
            centered=not self._columns.is_stacked,
            broken_as="bold",
            tag=tag,
        )

    def _draw_columns(self, figure: Indicator, middle: float, *, is_bold: bool) -> None:
        """Write share and value before at the right of a row."""
        plot, columns = self._plot, self._columns
        ink = plot.theme.ink if is_bold else plot.theme.ink2
        if columns.share is not None:
            text = share_text(self._whole, figure.latest.value, plot.wording)
            weight: Weight = "bold" if is_bold else "regular"
            plot.text(columns.share, middle, text, ink, weight=weight, align="right", tag="share")
        if columns.earlier is not None:
            text, ink = self._before_text(figure), plot.theme.ink2
            plot.text(columns.earlier, middle, text, ink, align="right", tag="earlier")

    def _draw_total(self, y: float) -> float:
        """Write the total below a rule, without a bar; return the bottom in px."""
        plot, whole, columns = self._plot, self._whole, self._columns
        remark, total, theme = total_remark(whole, plot.wording), whole.total, plot.theme
        if not remark:
            return y + plot.px(2)
        plot.box((0, math.floor(y + plot.px(2)), plot.width, 2), theme.ink, tag="rule of total")
        top = y + plot.px(4)
        x, middle = float(plot.px(_NAME)), top + plot.px(_ROW) / 2
        if total is None:
            plot.text(x, middle, remark, theme.ink3, size=plot.small, within=plot.width - x)
            return top + plot.px(_ROW)
        name = plot.wording.short_name(total)
        high, leading = self._name_height(name), plot.leading(plot.small)
        middle += 0 if columns.is_stacked else high / 2
        lines = len(plot.rows(remark, plot.width - x, plot.small)) if columns.is_stacked else 0
        box = plot.across(top, plot.px(_ROW) + high + lines * leading)
        plot.tint(box, total.id)
        self._draw_name(name, middle, "bold", f"name:{total.id}")
        x = columns.left + (0 if columns.is_stacked else plot.px(8))
        line = middle + (high if columns.is_stacked else 0)
        value, signs = self._bare(total, total.latest), plot.signs(total.latest)
        wide = plot.value(x, line, value, total.id, within=columns.right - x, signs=signs)
        if columns.is_stacked:
            y, within, size = line + leading, plot.width - x, plot.small
            plot.paragraph(x, y, remark, theme.ink3, within=within, size=size, tag="remark")
        else:
            x += wide + plot.px(12)
            within = (columns.share - plot.px(52) if columns.share else plot.width) - x
            plot.text(x, line, remark, theme.ink3, size=plot.small, within=within, tag="remark")
            self._draw_columns(total, middle, is_bold=True)
        plot.mark_figure(total, box, sum_remark(whole, plot.wording))
        return box[1] + box[3]


def _before(figure: Indicator) -> Observation | None:
    """Return the observation before the latest, or None."""
    at = next(at for at, one in enumerate(figure.observations) if one is figure.latest)
    return figure.observations[at - 1] if at else None


def _earlier_period(figures: Sequence[Indicator]) -> Observation | None:
    """Return an observation of the one period that those before are of; None where they differ."""
    found = [one for figure in figures if (one := _before(figure)) is not None]
    return found[0] if len({one.period for one in found}) == 1 else None
