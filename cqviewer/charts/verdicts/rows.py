"""Rows of targets beside their outturn: names, a plot on one scale, and columns of numbers.

Where it is narrow the difference goes below the verdict, and then name and verdict above the plot:
beside one another, or below one another where a name takes more room.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import DASHES, Align
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.parts.verdict_marks import draw_about, draw_verdict, target_reach
from cqviewer.charts.words import said_of
from cqviewer.model.facts import Indicator
from cqviewer.model.judging.verdict import Verdict
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.style import Weight

_WIDE_FROM, _TABLE_FROM = 740, 640  # px of width with all columns; with Difference below Verdict
_HEAD, _ROW, _HIGH, _STACKED = 24, 31, 36, 52  # px of the head and of rows
_NAMES, _NARROWER, _MOST_NAMES, _GAP, _LEAST_PLOT, _MOST_AWAY = 184, 160, 240, 16, 90, 170
_TICK, _DISC, _OWN = 20, 11, 20  # px: a target, an outturn, the line over another unit's rows
_LINES = 3  # that a name may take


class VerdictRow(msgspec.Struct, frozen=True):
    """A figure with the verdict on its target, and the texts of its columns."""

    figure: Indicator
    verdict: Verdict
    name: str
    target: str
    outturn: str
    difference: str
    word: str
    line: str


class VerdictColumns(msgspec.Struct, frozen=True):
    """Where columns stand, in px; the numbers end there, and `verdict` begins there.

    `difference` is None where it stands below the verdict. In stacked rows name and verdict stand
    above the plot.
    """

    names: float
    left: float
    right: float
    target: float
    outturn: float
    difference: float | None
    verdict: float
    is_stacked: bool = False


def draw_rows(plot: "Plot", groups: Sequence[Sequence[VerdictRow]]) -> float:
    """Draw groups of rows, each group on a scale of its own; return the px below them."""
    rows = [row for group in groups for row in group]
    columns = _columns(plot, rows)
    y = _draw_heads(plot, columns, rows)
    for number, group in enumerate(groups):
        if number:
            y = _draw_own_scale(plot, group, y)
        y = _draw_group(plot, group, columns, y)
    return y + plot.px(1)


def row_phrase(figure: Indicator, one: Verdict, wording: Wording) -> str:
    """Return a row in words: name, target, outturn, how far it is away, and the verdict."""
    aim = wording.target(figure, one.target) or wording.say("no_target")
    outturn = wording.outturn(figure, one) or wording.say("outturn_none")
    said = said_of(figure, one.outturn, wording) if one.outturn else []
    derived = wording.derived(one.outturn) if one.outturn else ""
    phrase = wording.say(
        "target_item", name=wording.short_name(figure), target=aim, outturn=outturn
    )
    away = wording.inside(wording.away(figure, one, long=True))
    verdict = wording.verdict(one)
    if one.target.result and one.outcome != "stated":
        verdict = wording.verdict_line(figure, one)
    return wording.join([phrase, *said, derived, away, wording.inside(verdict)])


def row_of(plot: "Plot", figure: Indicator, one: Verdict) -> VerdictRow:
    """Return a figure's row with its texts."""
    wording, result = plot.wording, one.target.result
    outturn = wording.outturn(figure, one)
    if one.outturn and outturn:
        outturn = plot.signed(outturn, one.outturn)
    difference = wording.gap(figure, one)
    word = wording.verdict(one)
    if result and one.outcome != "stated":
        stated = wording.join([wording.text(result.text), wording.say("stated")])
        difference = difference or stated
    return VerdictRow(
        figure=figure,
        verdict=one,
        name=wording.short_name(figure),
        target=wording.target(figure, one.target) or wording.say("no_target"),
        outturn=outturn or wording.say("outturn_none"),
        difference=difference,
        word=word,
        line=wording.verdict_line(figure, one),
    )


def _columns(plot: "Plot", rows: Sequence[VerdictRow]) -> VerdictColumns:
    """Share the width among names, plot and columns, which are as wide as their texts."""
    heads = [plot.wording.say(f"head_{one}") for one in ("target", "outturn", "difference")]

    def room(texts: Sequence[str], least: float, *, is_bold: bool = False) -> float:
        weight: Weight = "bold" if is_bold else "regular"
        return max([plot.px(least), *(plot.measure(one, plot.body, weight) for one in texts)])

    gap, width = plot.px(_GAP), plot.width
    target = room([heads[0], *(one.target for one in rows)], 72)
    outturn = room([heads[1], *(one.outturn for one in rows)], 58, is_bold=True)
    verdict = room([one.word for one in rows], 84, is_bold=True) + plot.px(16)
    stated = (plot.measure(one.difference, plot.small) for one in rows)
    away = min(max(room([heads[2]], 98), *stated), plot.px(_MOST_AWAY))
    longest = room([one.name for one in rows], 0, is_bold=plot.widest == "bold") + gap
    for has_difference in (True, False):
        if width < plot.px(_WIDE_FROM if has_difference else _TABLE_FROM):
            continue
        names = min(longest, plot.px(_MOST_NAMES))
        names = max(names, plot.px(_NAMES if has_difference else _NARROWER))
        start = width - max(verdict, 0 if has_difference else away + plot.px(16))
        third = start - gap if has_difference else None
        wide = room([heads[2]], 98)
        second = start - gap - (wide + gap if has_difference else 0)
        first = second - outturn - gap
        right = first - target - gap
        if right - names >= plot.px(_LEAST_PLOT):
            return VerdictColumns(names - gap, names + 1, right, first, second, third, start)
    second = float(width)
    first = second - outturn - gap
    right = max(first - target - gap, plot.px(40))
    lines = room([one.line for one in rows], 84, is_bold=True) + plot.px(16)
    start = width - min(lines, 0.6 * width)
    return VerdictColumns(start - gap, 1, right, first, second, None, start, is_stacked=True)


def _draw_heads(plot: "Plot", columns: VerdictColumns, rows: Sequence[VerdictRow]) -> float:
    """Write the heads and the key to the marks; return the px below them."""
    say, ink, middle = plot.wording.say, plot.theme.ink2, plot.px(_HEAD) / 2
    heads: list[tuple[str, float | None, Align]] = [
        ("target", columns.target, "right"),
        ("outturn", columns.outturn, "right"),
        ("difference", columns.difference, "right"),
    ]
    if not columns.is_stacked:
        plot.text(0, middle, say("head_indicator"), ink, size=plot.small)
        heads.append(("verdict", columns.verdict, "left"))
    for key, x, align in heads:
        if x is not None:
            plot.text(x, middle, say(f"head_{key}"), ink, size=plot.small, align=align)
    widest = columns.target - plot.measure(say("head_target"), plot.small) - plot.px(8)
    _draw_marks_key(plot, rows, columns.left, widest)
    plot.box((0, plot.px(_HEAD), plot.width, 1), plot.theme.hair, tag="rule")
    return float(plot.px(_HEAD) + 1)


def _draw_marks_key(plot: "Plot", rows: Sequence[VerdictRow], x: float, right: float) -> None:
    """Draw what the marks in the plot are, as far as there is room."""
    theme, middle = plot.theme, plot.px(_HEAD) / 2
    known = [one.verdict for one in rows if one.verdict.outturn]
    is_hollow = any(one.outturn and one.outturn.status == "derived" for one in known)
    keys = [("key_target", True), ("key_outturn", True), ("derived", is_hollow)]
    keys.append(("key_about", any(one.verdict.target.allowance is not None for one in rows)))
    for key, is_needed in keys:
        text = plot.wording.say(key)
        mark = plot.px(21 if key == "key_about" else 11)
        width = mark + plot.px(6) + plot.measure(text, plot.small)
        if not is_needed or x + width > right:
            continue
        if key == "key_target":
            tick = [middle - plot.px(6), middle + plot.px(6)]
            plot.line([x + 1, x + 1], tick, theme.ink, width=2, tag="key mark")
            mark, width = plot.px(2), width - plot.px(9)
        elif key == "key_about":
            draw_about(plot, (x, middle - plot.px(6), mark, plot.px(12)))
        else:
            center, hollow = x + mark / 2, key == "derived"
            plot.dot(center, middle, mark, theme.accent, is_hollow=hollow, edge=2, tag="key mark")
        plot.text(x + mark + plot.px(6), middle, text, theme.ink2, size=plot.small)
        x += width + plot.px(10)


def _draw_own_scale(plot: "Plot", group: Sequence[VerdictRow], y: float) -> float:
    """Draw the line and the words over rows of another unit, which have a scale of their own."""
    names = plot.wording.join((plot.wording.brief_name(one.figure) for one in group), "listing")
    text = plot.wording.say("own_scale", names=names)
    plot.box((0, y + plot.px(4), plot.width, 1), plot.theme.hair, tag="rule")
    middle = y + plot.px(4) + plot.px(_OWN) / 2
    lines = plot.paragraph(
        0, middle, text, plot.theme.ink2, within=plot.width, size=plot.small, lines=_LINES
    )
    return y + plot.px(4) + plot.px(_OWN) + (lines - 1) * plot.leading(plot.small)


def _draw_group(
    plot: "Plot", group: Sequence[VerdictRow], columns: VerdictColumns, top: float
) -> float:
    """Draw the rows of one unit on one scale; return the px below them."""
    scale = _scale(plot, group, columns)
    bottom = top
    for row in group:
        bottom += _draw_row(plot, row, columns, scale, bottom)
    if not columns.is_stacked:
        plot.axis(scale(0.0), top + plot.px(3), bottom - plot.px(3))
    return bottom


def _scale(plot: "Plot", group: Sequence[VerdictRow], columns: VerdictColumns) -> Scale:
    """Return the scale of some rows: from zero, with all targets, outturns and allowances."""
    reached = [Decimal(0)]
    for one in (row.verdict for row in group):
        reached += target_reach(one.target)
        reached += [] if one.value is None else [one.value]
    room = plot.px(_DISC)
    left = columns.left + (room if min(reached) < 0 else 0)
    return Scale.with_zero(reached, left, columns.right - room)


def _draw_row(
    plot: "Plot", row: VerdictRow, columns: VerdictColumns, scale: Scale, y: float
) -> float:
    """Draw one row; return its height in px."""
    figure, one, theme = row.figure, row.verdict, plot.theme
    is_below = columns.difference is None and not columns.is_stacked
    room, above, least = _name_room(plot, row, columns)
    high = max(plot.px(_STACKED if columns.is_stacked else _HIGH if is_below else _ROW), least)
    line = y + above + high / 2
    upper = y + above + high * 0.28 if columns.is_stacked else line
    lower = y + above + high * 0.72 if columns.is_stacked else line
    box = plot.across(y, above + high)
    plot.tint(box, figure.id)
    centered = not columns.is_stacked
    plot.name(figure.id, upper - above, row.name, room, lines=_LINES, centered=centered)
    _draw_marks(plot, row, columns, scale, lower)
    is_aim = one.target.value is not None
    ink = theme.ink if is_aim else theme.ink3
    plot.text(columns.target, lower, row.target, ink, align="right", tag=f"target:{figure.id}")
    plot.text(
        columns.outturn,
        lower,
        row.outturn,
        theme.ink if one.outturn else theme.ink3,
        weight="bold" if one.outturn else "regular",
        align="right",
        tag=f"value:{figure.id}",
    )
    ends = plot.width if columns.is_stacked else columns.verdict
    beside = upper if columns.is_stacked or not is_below or not row.difference else y + high * 0.3
    word = row.line if columns.is_stacked else row.word
    draw_verdict(plot, one, word, (0 if above else columns.verdict, beside))
    _draw_difference(plot, row, columns, line if not is_below else y + high * 0.74, ends)
    period = one.outturn.period if one.outturn else one.target.period
    phrase = row_phrase(figure, one, plot.wording)
    plot.mark(figure.id, box, phrase, period, target=one.target.period)
    return above + high


def _name_room(
    plot: "Plot", row: VerdictRow, columns: VerdictColumns
) -> tuple[float, float, float]:
    """Return the px that a name has, what it adds to its row, and what the row needs at least.

    In stacked rows a name that is too long to stand beside the verdict stands over it.
    """
    is_long = plot.measure(row.name, plot.body, plot.widest) > columns.names
    room = float(plot.width) if is_long and columns.is_stacked else columns.names
    lines = len(plot.rows(row.name, room, plot.body, plot.widest, _LINES))
    tall = float(lines * plot.leading(plot.body)) if is_long else 0.0
    return (room, tall, 0.0) if columns.is_stacked else (room, 0.0, tall + plot.px(6))


def _draw_difference(
    plot: "Plot", row: VerdictRow, columns: VerdictColumns, middle: float, left: float
) -> None:
    """Write the difference in its column, or below the verdict; stacked rows have no room."""
    theme, tag = plot.theme, f"difference:{row.figure.id}"
    if columns.is_stacked or not row.difference:
        return
    if columns.difference is None:
        x = left + plot.px(16)
        within = plot.width - x + plot.bleed
        plot.text(x, middle, row.difference, theme.ink2, size=plot.small, within=within, tag=tag)
        return
    plot.paragraph(
        columns.difference,
        middle,
        row.difference,
        theme.ink2,
        within=columns.difference - columns.outturn - plot.px(_GAP),
        size=plot.body if row.verdict.difference is not None else plot.small,
        align="right",
        centered=True,
        tag=tag,
    )


def _draw_marks(
    plot: "Plot", row: VerdictRow, columns: VerdictColumns, scale: Scale, y: float
) -> None:
    """Draw track, what 'about' allows, target, distance and outturn."""
    one, theme, key = row.verdict, plot.theme, row.figure.id
    plot.box((columns.left, round(y), columns.right - columns.left, 1), theme.hair, tag="track")
    if columns.is_stacked:
        plot.axis(scale(0.0), y - plot.px(_TICK) / 2, y + plot.px(_TICK) / 2)
    aim, value, outturn = one.target.value, one.value, one.outturn
    if aim is not None and (slack := one.target.allowance) is not None:
        low, high = scale(aim - slack), scale(aim + slack)
        draw_about(plot, (low, y - plot.px(10.5), high - low, plot.px(21)))
    is_derived = outturn is not None and outturn.status == "derived"
    if aim is not None and value is not None and one.difference is not None:
        plot.line(
            [scale(aim), scale(value)],
            [y, y],
            theme.accent,
            width=3,
            dashes=DASHES if is_derived else None,
            tag=f"distance:{key}",
        )
    if aim is not None:
        x, half = scale(aim), plot.px(_TICK) / 2
        plot.line([x, x], [y - half, y + half], theme.ink, width=2, tag=f"aim:{key}")
    if value is None or outturn is None or outturn.bound:
        return
    is_half = "provisional" in outturn.marks and not is_derived
    plot.dot(
        scale(value),
        y,
        plot.px(_DISC),
        theme.accent,
        is_hollow=is_derived,
        is_half=is_half,
        edge=2 if is_derived else 1.6,
        ground=theme.tint if plot.is_selected(key) else None,
        tag=f"outturn:{key}",
    )
