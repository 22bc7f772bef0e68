"""Labels at the ends of lines: value and name, beside the end itself or in a column at the right.

A label in the column is moved up or down where it would meet another, and then a thin line leads
to it from its own end. Lines that end before the others have their labels where they end.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.parts.point_labels import LabelBox, Point, Span, is_cut
from cqviewer.charts.words import bare_value
from cqviewer.model.facts import Indicator, Observation

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.style import Weight

_ROW, _HALF, _MOST = 18, 8, 0.34  # px of a row, half of its text; share of the chart's width
_GAP = 8  # px from the end of a line to a label beside it
_NAME_LINES = 2


class EndLabel(msgspec.Struct, frozen=True):
    """What stands at the end of a line: its value, the lines of its name, and those of notes.

    `notes` say the period of a value that is older than the end of other lines, and that a later
    value is not stated; `later` has the lines of the second note alone. A compact label has one
    line for everything.
    """

    figure: Indicator
    observation: Observation
    value: str
    signs: str
    rows: list[str]
    notes: list[str]
    later: list[str]
    is_compact: bool

    def height(self, plot: "Plot") -> int:
        """Return the height in px."""
        if self.is_compact:
            return plot.px(_ROW)
        rows = len(self.rows) * plot.leading(plot.least_bold)
        return plot.px(_ROW) + rows + len(self.notes) * plot.leading(plot.small)

    def width(self, plot: "Plot") -> float:
        """Return the width in px."""
        widths = [plot.measure(one, plot.least_bold, "bold") for one in self.rows]
        widths += [plot.measure(one, plot.small) for one in self.notes]
        widths.append(plot.value_width(self.value, self.signs))
        if self.is_compact:
            return sum(widths) + (len(widths) - 1) * plot.px(6)
        return max(widths)

    @property
    def beside_its_end(self) -> "EndLabel":
        """Return the label without the note of its period, which the axis says below the end."""
        return msgspec.structs.replace(self, notes=self.later)


def end_labels(plot: "Plot", figures: Sequence[Indicator], room: float) -> list[EndLabel]:
    """Return the labels of lines with their values; compact if they need more than `room`."""
    within, size = _MOST * plot.width, plot.least_bold
    full = [plot.wording.short_name(one) for one in figures]
    names = plot.names(full, within, size, "bold", _NAME_LINES)
    labels = []
    for figure, name in zip(figures, names, strict=True):
        is_alone, one = len(figures) == 1, figure.latest
        rows = [] if is_alone else plot.rows(name, within, size, "bold", _NAME_LINES)
        value, later = bare_value(figure, one, plot.wording), plot.wording.unstated_after(figure)
        is_early = not is_alone and one.is_known and ends_early(figure, figures)
        when = plot.wording.period(one.period) if is_early else ""
        first, second = (
            plot.rows(note, within, plot.small) if note else []
            for note in (plot.wording.with_later(when, figure), later)
        )
        labels.append(
            EndLabel(figure, one, value, plot.signs(one), rows, first, second, is_compact=False)
        )
    if len(figures) == 1 or sum(one.height(plot) for one in labels) <= room:
        return labels
    bare = [msgspec.structs.replace(one, rows=[], notes=[]) for one in labels]
    left = within - max(one.width(plot) for one in bare)
    left -= max(plot.measure(" ".join(one.notes), plot.small) for one in labels)
    left = max(left - plot.px(12), plot.px(40))
    names = plot.names(full, left, size, "bold", 1)
    return [
        msgspec.structs.replace(one, rows=[plot.shorten(name, left, size, "bold")], is_compact=True)
        for one, name in zip(labels, names, strict=True)
    ]


def ends_early(figure: Indicator, figures: Sequence[Indicator]) -> bool:
    """Return whether the latest value of a figure is older than the last period of all."""
    ends = [one.period.end for row in figures for one in row.observations if one.period.end]
    end = figure.latest.period.end
    return end is not None and end < max(ends)


def label_room(plot: "Plot", labels: Sequence[EndLabel], gap: float) -> float:
    """Return the px to keep at the right of the lines for their labels and the gap before them."""
    widest = max(one.width(plot) for one in labels)
    return min(widest, _MOST * plot.width) + gap + 2


def spread(
    wanted: Sequence[float], heights: Sequence[float], low: float, high: float
) -> list[float]:
    """Return where to begin intervals of some heights, as near to `wanted` as can be.

    They keep their order, do not overlap, and lie between `low` and `high` where there is room.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at] + heights[at] / 2)
    # Neighbours that overlap become one run, which stands where it moves its members least.
    runs: list[tuple[float, float, list[int]]] = []
    for at in order:
        run = (_within(wanted[at], heights[at], low, high), heights[at], [at])
        while runs and runs[-1][0] + runs[-1][1] > run[0]:
            _, height, members = runs.pop()
            members = members + run[2]
            height += run[1]
            offset, moved = 0.0, 0.0
            for one in members:
                moved += wanted[one] - offset
                offset += heights[one]
            run = (_within(moved / len(members), height, low, high), height, members)
        runs.append(run)
    starts = [0.0] * len(wanted)
    for start, _, members in runs:
        for one in members:
            starts[one] = start
            start += heights[one]
    return starts


def _within(start: float, height: float, low: float, high: float) -> float:
    return max(low, min(start, high - height))


def place_inside(
    plot: "Plot",
    label: EndLabel,
    end: Point,
    room: tuple[float, float],
    lines: Sequence[Sequence[Point]],
    taken: Sequence[LabelBox],
) -> LabelBox | None:
    """Find a free place for a label beside the end of a line that ends before the others.

    `room` is how far to the right it may reach, and where the lowest point of lines may lie.
    """
    height, width = label.height(plot), label.width(plot)
    left, (right, lowest) = end.x + plot.px(_GAP), room
    if left + width > right:
        return None
    for top in (end.y - plot.px(_HALF), end.y - height - 2, end.y + 4):
        place = LabelBox(Span(left, left + width), top, top + height)
        # The end itself lies to the left of it.
        if (
            top >= 0
            and place.bottom <= lowest + plot.px(_ROW - _HALF)
            and not any(is_cut(line, place) for line in lines)
            and not any(place.meets(one) for one in taken)
        ):
            return place
    return None


def draw_end_label(
    plot: "Plot", label: EndLabel, place: tuple[float, float], end: Point | None
) -> None:
    """Write a label with its left top at a place in px, with a line to it from its end, if any."""
    theme, (x, top) = plot.theme, place
    within = plot.width - x
    middle = top + plot.px(_HALF)
    one, small = label.observation, plot.least_bold
    if end is not None:
        start = end.x + plot.px(7)
        plot.line([start, x - plot.px(4)], [end.y, middle], theme.line, tag="leader")
    if one.is_known:
        text, key = label.value, label.figure.id
        left = x + plot.value(x, middle, text, key, within=within, signs=label.signs)
    else:
        text = plot.signed(label.value, one)
        tag = f"value:{label.figure.id}"
        left = x + plot.text(x, middle, text, theme.ink3, within=within, tag=tag)
    weight, name = plot.weight(label.figure.id), f"name:{label.figure.id}"
    parts: list[tuple[str, str, float, Weight, str]]
    parts = [(row, theme.ink2, small, weight, name) for row in label.rows]
    parts += [(row, theme.ink3, plot.small, "regular", "note") for row in label.notes]
    start, y = x, middle + plot.px(16)
    for row, color, size, bold, tag in parts:
        if label.is_compact:
            start, y = left + plot.px(6), middle
        room = plot.width - start
        if tag == "note" and plot.measure(row, size) > room:
            break  # half a period would mislead; the line leads to the place of its end
        left = start + plot.text(start, y, row, color, size=size, weight=bold, within=room, tag=tag)
        y += plot.leading(size)
    plot.mark_figure(label.figure, (x, top, within, label.height(plot)))
