"""Ranked bars for the parts of a breakdown: rank, name, bar, share of the whole, value before.

Below a rule stands the total, which has no bar, with what is to be said of the sum of the parts.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.parts.bar import draw_level_bar, level_scale
from cqviewer.charts.parts.periods import shared_period
from cqviewer.charts.parts.scale import Scale
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
    ranking = ranked(chart, whole)
    others = _others(plot, whole, ranking)
    bars = [*ranking.rows, others] if others else ranking.rows
    earlier = _earlier_period(ranking.shown)
    columns = _columns(plot, whole, bars, earlier)
    scale = level_scale(plot, bars, columns.left, columns.right, is_bare=True)
    y = 0.0
    if not columns.is_stacked:
        _draw_heads(plot, whole, columns, earlier, sheet)
        y = float(plot.px(_HEAD))
    top = y
    full = [plot.wording.short_name(one) for one in bars]
    names = plot.names(full, columns.names, plot.body, "bold")
    for one, name in zip(bars, names, strict=True):
        y = _draw_row(plot, chart, (one, name), whole, columns, scale, y)
    if not columns.is_stacked:
        zero = round(scale(0.0))
        ends = [top + plot.px(2), y - plot.px(2)]
        plot.line([zero, zero], ends, plot.theme.ink, tag="axis")
    if ranking.rest and others is None:
        text = plot.wording.say("more_not_shown", number=len(ranking.rest))
        x, color = (plot.px(_NAME), plot.theme.ink3)
        plot.text(x, y + plot.px(_ROW) / 2, text, color, within=plot.width - x, tag="more")
        y += plot.px(_ROW)
    return _draw_total(plot, whole, columns, y)


def _others(plot: "Plot", whole: Whole, ranking: Ranking) -> Indicator | None:
    """Return the parts without a row as one derived figure; None where they may not be summed."""
    rest = ranking.rest
    if not rest or not whole.is_complete:
        return None
    one = Observation(value=summed(rest), period=rest[0].latest.period, status="derived")
    name = plot.wording.say("others_summed", number=len(rest))
    return msgspec.structs.replace(
        rest[0], id=OTHERS, name=name, short=name, brief=None, observations=(one,), derivation=None
    )


def _before(figure: Indicator) -> Observation | None:
    """Return the observation before the latest, or None."""
    at = next(at for at, one in enumerate(figure.observations) if one is figure.latest)
    return figure.observations[at - 1] if at else None


def _earlier_period(figures: Sequence[Indicator]) -> Observation | None:
    """Return an observation of the one period that those before are of; None where they differ."""
    found = [one for figure in figures if (one := _before(figure)) is not None]
    return found[0] if len({one.period for one in found}) == 1 else None


def _columns(
    plot: "Plot", whole: Whole, bars: Sequence[Indicator], before: Observation | None
) -> _Columns:
    """Share the width among names, bars, shares and values before."""
    width, wording, small = float(plot.width), plot.wording, plot.small
    if width < plot.px(_TABLE_FROM):
        left = float(plot.px(_NAME))
        return _Columns(width - left, left, width, None, None, is_stacked=True)
    named = [*bars, *filter(None, [whole.total])]
    names = [plot.measure(wording.short_name(one), plot.body, "bold") for one in named]
    left = plot.px(_NAME) + max(names) + plot.px(12)
    left = round(min(max(left, 0.2 * width), max(plot.px(_BARS), 0.36 * width), 0.42 * width))
    right, share, earlier = width, None, None
    if before is not None and width >= plot.px(_EARLIER_FROM):
        texts = [_earlier_text(plot, one) for one in named]
        texts.append(wording.period(before.period))
        earlier = right
        right -= max(plot.measure(text, plot.body) for text in texts) + plot.px(_BETWEEN)
    if whole.amount and width >= plot.px(_SHARE_FROM):
        head = plot.measure(wording.say("head_share"), small)
        share = right
        right -= max(head, plot.px(44)) + plot.px(_BETWEEN)
    names_room = left - plot.px(_NAME) - plot.px(8)
    return _Columns(names_room, float(left), right, share, earlier, is_stacked=False)


def _earlier_text(plot: "Plot", figure: Indicator) -> str:
    one = _before(figure)
    if one is None:
        return ""
    return plot.signed(bare_value(figure, one, plot.wording), one)


def _draw_heads(
    plot: "Plot", whole: Whole, columns: _Columns, earlier: Observation | None, sheet: Sheet
) -> None:
    """Write the heads of the columns over a hairline."""
    theme, small, wording, middle = plot.theme, plot.small, plot.wording, plot.px(8)
    names = [wording.text(sheet.dimensions[one].name) for one in whole.breakdown.by]
    x = plot.px(_NAME)
    plot.text(
        x, middle, wording.join(names, "listing"), theme.ink3, size=small, within=columns.names
    )
    room = columns.right - columns.left
    name = wording.text(whole.breakdown.name)
    plot.text(columns.left, middle, name, theme.ink3, size=small, within=room)
    heads = [(columns.share, wording.say("head_share"))]
    if earlier:
        heads.append((columns.earlier, wording.period(earlier.period)))
    for right, text in heads:
        if right is not None:
            plot.text(right, middle, text, theme.ink3, size=small, align="right")
    plot.box((0, plot.px(21), plot.width, 1), theme.hair)


def _draw_row(
    plot: "Plot",
    chart: Chart,
    named: tuple[Indicator, str],
    whole: Whole,
    columns: _Columns,
    scale: Scale,
    y: float,
) -> float:
    """Draw the row of one part with its name, and return its bottom in px."""
    figure, name = named
    theme, key = plot.theme, figure.id
    is_lit = key in chart.highlight
    more = _name_height(plot, name, columns)
    height = plot.px(_ROW) + more
    middle = y + (plot.px(12) if columns.is_stacked else height / 2)
    box = plot.across(y, height)
    plot.tint(box, key)
    if is_lit and not plot.is_selected(key) and not plot.is_framed(theme.tint):
        plot.box(box, theme.tint, tag="highlight")  # a frame would look like the selection
    weight = plot.weight(key)
    rank = whole.ranks.get(key)
    if rank:
        ink = theme.ink if is_lit else theme.ink3
        right = plot.px(_RANK)
        size = plot.body if is_lit else plot.small
        plot.text(right, middle, str(rank), ink, size=size, weight=weight, align="right")
    _draw_name(plot, name, columns, middle, weight, f"name:{key}")
    bar = middle + (more if columns.is_stacked else 0)
    color = theme.accent if is_lit or not chart.highlight else theme.rest
    sides = columns.left, columns.right
    draw_level_bar(plot, figure, bar, sides, scale, color, thick=_BAR, is_bare=True)
    if columns.is_stacked:
        zero, half = round(scale(0.0)), plot.px(_BAR) / 2 + 2
        plot.line([zero, zero], [bar - half, bar + half], theme.ink, tag="axis")
    _draw_columns(plot, figure, whole, columns, middle, is_bold=is_lit)
    if key != OTHERS:
        plot.mark_figure(figure, box, *_standing(figure, chart, whole, plot.wording))
    return y + height


def _name_height(plot: "Plot", name: str, columns: _Columns) -> float:
    """Return the px that a name takes over its bar, or a second line of it beside the bar."""
    more = len(plot.rows(name, columns.names, plot.body, "bold")) - 1
    over = plot.px(18) if columns.is_stacked else 0
    return float(over + more * plot.leading(plot.body))


def _draw_name(
    plot: "Plot", name: str, columns: _Columns, middle: float, weight: "Weight", tag: str
) -> None:
    """Write a name beside its bar, or over it, on two lines at most."""
    plot.paragraph(
        plot.px(_NAME),
        middle,
        name,
        plot.theme.ink,
        within=columns.names,
        weight=weight,
        centered=not columns.is_stacked,
        broken_as="bold",
        tag=tag,
    )


def _draw_columns(
    plot: "Plot",
    figure: Indicator,
    whole: Whole,
    columns: _Columns,
    middle: float,
    *,
    is_bold: bool,
) -> None:
    """Write share and value before at the right of a row."""
    ink = plot.theme.ink if is_bold else plot.theme.ink2
    if columns.share is not None:
        text = share_text(whole, figure.latest.value, plot.wording)
        weight: Weight = "bold" if is_bold else "regular"
        plot.text(columns.share, middle, text, ink, weight=weight, align="right", tag="share")
    if columns.earlier is not None:
        text = _earlier_text(plot, figure)
        plot.text(columns.earlier, middle, text, plot.theme.ink2, align="right", tag="earlier")


def _draw_total(plot: "Plot", whole: Whole, columns: _Columns, y: float) -> float:
    """Write the total below a rule, without a bar; return the bottom in px."""
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
    high, leading = _name_height(plot, name, columns), plot.leading(plot.small)
    middle += 0 if columns.is_stacked else high / 2
    lines = len(plot.rows(remark, plot.width - x, plot.small)) if columns.is_stacked else 0
    box = plot.across(top, plot.px(_ROW) + high + lines * leading)
    plot.tint(box, total.id)
    _draw_name(plot, name, columns, middle, "bold", f"name:{total.id}")
    x = columns.left + (0 if columns.is_stacked else plot.px(8))
    line = middle + (high if columns.is_stacked else 0)
    value, signs = bare_value(total, total.latest, plot.wording), plot.signs(total.latest)
    wide = plot.value(x, line, value, total.id, within=columns.right - x, signs=signs)
    if columns.is_stacked:
        y, within, size = line + leading, plot.width - x, plot.small
        plot.paragraph(x, y, remark, theme.ink3, within=within, size=size, tag="remark")
    else:
        x += wide + plot.px(12)
        within = (columns.share - plot.px(52) if columns.share else plot.width) - x
        plot.text(x, line, remark, theme.ink3, size=plot.small, within=within, tag="remark")
        _draw_columns(plot, total, whole, columns, middle, is_bold=True)
    plot.mark_figure(total, box, sum_remark(whole, plot.wording))
    return box[1] + box[3]
