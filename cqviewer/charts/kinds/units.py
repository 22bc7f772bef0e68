"""Unit charts: counted things as squares, in blocks for one figure, on one scale for several."""

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.parts.blocks import (
    air,
    block_size,
    counted,
    draw_blocks,
    per_square,
    square_value,
    squares,
)
from cqviewer.charts.parts.index_bar import draw_index_bar
from cqviewer.charts.words import item
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

MOST_SQUARES_DRAWN = 5000
"""Squares of one figure in a unit chart."""
_PAIR_ROWS, _PAIR_PITCH = 8, 6
_NOTES, _NOTES_GAP = 240, 38  # px of side notes and before them


_MEASURES = {
    "growth": say("a rate of change"),
    "share": say("a share"),
    "index": say("an index"),
    "level": say("in per cent"),
    "count": say("in per cent"),
}


class Squares(Kind):
    """A square for each thing counted, or for a number of them."""

    name = "units"
    draws = "a square for each thing counted, or for `per` of them"
    needs = "counts or amounts, not rates"
    reads = ("of", "change", "per", "square", "beside", "index", "period")

    def mixes_units(self) -> bool:
        """Return whether none is a sum: countries and ports are counted in the same squares."""
        return all(one.unit.kind != "money" for one in self.measured)

    def check_figures(self, path: Path, findings: Findings) -> None:
        """Report what squares cannot count: rates, debts, and too many."""
        figures = self.measured
        for place, one in enumerate(figures):
            value, message = one.latest.value, ""
            if one.measure not in ("count", "level") or one.unit.kind == "percent":
                message = say(
                    "squares count things, but '{}' is {}", one.id, _MEASURES[one.measure]
                )
            elif value is not None and value < 0:
                message = say("squares cannot show {:f}", value)
            if message:
                findings.add((*path, "of", place), message, say("take kind: bars"))
                return
        per = square_value(self.chart, figures)
        most = max((one.latest.value or 0 for one in figures), default=0)
        if most > MOST_SQUARES_DRAWN * per:
            message = say(
                "that makes {:,} squares; {:,} can be drawn", int(most / per), MOST_SQUARES_DRAWN
            )
            findings.add((*path, "per"), message, say("write a larger `per`, or leave it out"))
        if self.chart.index and self.sheet.indicators[self.chart.index].measure != "index":
            hint = say("name an indicator with measure: index")
            findings.add((*path, "index"), say("'{}' is no index", self.chart.index), hint)

    def what(self, wording: Wording, medium: Medium) -> str:
        """Return what a square stands for, and a block of them; without any, what is counted."""
        figures = self.measured
        if not any(one.latest.value for one in figures):
            return super().what(wording, medium)
        first, per = figures[0], square_value(self.chart, figures)
        is_sum = first.unit.kind == "money" and wording.has_chinese_scales
        if per == 1 and (self.chart.square or not is_sum):
            thing = wording.text(self.chart.square) or wording.unit(first.unit)
            return wording.say("square", thing=thing)
        what = wording.say("square_is", amount=per_square(first, per, wording))
        if len(figures) > 1:
            return what
        number = counted(first, per * block_size(first, per), wording)
        return wording.join([what, wording.say("block_is", number=number)])

    def notes(self, wording: Wording) -> list[str]:
        """Return nothing: what is counted has no rates to tell apart."""
        return []

    def hollow(self) -> list[Indicator]:
        """Return the figures beside the squares."""
        return [self.sheet.indicators[one] for one in self.chart.beside]

    def items(self, wording: Wording) -> list[str]:
        """Return a phrase for each figure; those beside the squares have scales of their own."""
        own = wording.in_scale(None)
        return [
            item(one, own if one.id in self.chart.beside else wording) for one in self.figures()
        ]

    def draw(self, plot: "Plot") -> float:
        """Draw one figure in blocks of squares, or several in rows of equal scale."""
        figures = self.drawable(plot.wording)
        per = square_value(self.chart, figures)
        if sum(squares(one, per) for one in figures) > MOST_SQUARES_DRAWN:
            most = plot.wording.number(Decimal(MOST_SQUARES_DRAWN))
            raise ChartError(plot.wording.say("too_many_squares", most=most))
        if len(figures) > 1:
            y = _draw_rows(plot, figures, per)
        else:
            y = self._draw_one(plot, per)
        if self.chart.index is not None:
            change = self.sheet.indicators[self.chart.change] if self.chart.change else None
            y = draw_index_bar(
                plot, self.sheet.indicators[self.chart.index], change, y + plot.px(10)
            )
        return y

    def _draw_one(self, plot: "Plot", per: Decimal) -> float:
        """Draw the blocks of one figure, with key and further figures beside or below them."""
        figure = self.measured[0]
        if figure.latest.value is None:
            text, tag = plot.signed_value(figure), f"value:{figure.id}"
            plot.text(0, plot.px(10), text, plot.theme.ink3, tag=tag)
            plot.mark_figure(figure, (0, 0, plot.width, plot.px(20)))
            bottom, right = float(plot.px(24)), float(plot.px(120))
        else:
            bottom, right = draw_blocks(plot, figure, per, is_alone=not self.chart.beside)
        if not self.chart.beside:
            return bottom
        start = right + plot.px(_NOTES_GAP)
        if plot.width - start < plot.px(_NOTES):
            return self._draw_notes(plot, per, 0.0, bottom + plot.px(10))
        return max(bottom, self._draw_notes(plot, per, start, air(plot)))

    def _draw_notes(self, plot: "Plot", per: Decimal, x: float, y: float) -> float:
        """Write what a square is and the figures that belong to it; returns the bottom in px."""
        figure, indent = self.measured[0], plot.px(20)
        leading = plot.leading(plot.body) + plot.px(2)
        middle = y + plot.px(8)
        if figure.latest.value:
            key = plot.px(8)
            plot.boxes([(x, round(middle - key / 2), key, key)], plot.tone(figure), tag="key")
            thing = plot.wording.text(self.chart.square) or per_square(figure, per, plot.wording)
            within = plot.width - x - indent
            plot.text(x + indent, middle, thing, plot.theme.ink2, within=within)
            middle += plot.px(34)
        for note in self.hollow():
            middle = _draw_note(plot, note, x, middle, leading, self.sheet) + plot.px(12)
        return middle - plot.px(12) - leading / 2 + plot.px(6)


def _draw_note(
    plot: "Plot", note: Indicator, x: float, middle: float, leading: int, sheet: Sheet
) -> float:
    """Write a figure's value, its name after or below it, and its working if it is derived.

    Returns the middle of the line that follows.
    """
    # In its own scale, as on its card: it is not measured by the chart's squares.
    theme, say = plot.theme, plot.wording.in_scale(None)
    is_derived = note.latest.status == "derived"
    left = x + plot.px(20) if is_derived else x
    within = plot.width - left
    value, name, size = plot.signed(say.rate_phrase(note), note.latest), "", plot.body
    if not say.rate_phrase(note) or plot.measure(value, size, "bold") > within:
        value, name = plot.signed(say.value(note), note.latest), say.brief_name(note)
        size = plot.number
    rows = len(plot.rows(name, within, plot.body)) if name else 0
    working = _working(note, sheet, say) if is_derived else ""
    working_rows = len(plot.rows(working, within, plot.small)) if working else 0
    box = (
        x - plot.px(6),
        middle - leading / 2 - 2,
        plot.width - x + plot.px(6),
        (1 + rows + working_rows) * leading + 2,
    )
    plot.tint(box, note.id)
    if is_derived:
        ring = plot.px(10)
        plot.dot(x + ring / 2, middle, ring, theme.accent, is_hollow=True, tag=f"point:{note.id}")
    tag = f"value:{note.id}"
    plot.text(left, middle, value, theme.ink, size=size, weight="bold", within=within, tag=tag)
    if name:
        plot.paragraph(left, middle + leading, name, theme.ink2, within=within)
    middle += (1 + rows) * leading
    if working:
        plot.paragraph(left, middle, working, theme.ink3, within=within, size=plot.small)
        middle += working_rows * leading
    plot.mark(note.id, box, say.figure_phrase(note))
    return middle


def _working(note: Indicator, sheet: Sheet, wording: Wording) -> str:
    """Return in words how a derived figure was worked out: 'derived: 465.65 ÷ 300 = 1.552'."""
    return wording.named(wording.say("derived"), wording.working(note, sheet))


def _draw_rows(plot: "Plot", figures: list[Indicator], per: Decimal) -> float:
    """Draw several figures as bars of squares on one scale; returns the bottom in px."""
    pitch = plot.px(_PAIR_PITCH)
    mark = pitch - 4 / 3 * plot.options.zoom
    most = max(math.ceil(squares(one, per)) for one in figures)
    columns = max(1, int((plot.width + pitch - mark) // pitch))
    rows = max(_PAIR_ROWS, -(-most // columns))
    y = 0.0
    for figure in figures:
        if y:
            y += plot.px(8)
        top = y
        y += plot.px(21)
        amount = squares(figure, per)
        count = math.ceil(amount)
        height = rows * pitch if figure.latest.value is not None else 0
        bar = -(-count // rows) * pitch
        plot.tint(plot.across(top - plot.px(3), y + height - top + plot.px(4)), figure.id)
        _draw_label(plot, figure, top + plot.px(8))
        boxes = [
            (
                number // rows * pitch,
                y + number % rows * pitch,
                mark * min(1.0, amount - number),
                mark,
            )
            for number in range(count)
        ]
        plot.boxes(boxes, plot.tone(figure), tag=f"squares:{figure.id}")
        y += height
        plot.mark_figure(figure, (0, top, max(bar, plot.width / 2), y - top))
    return y


def _draw_label(plot: "Plot", figure: Indicator, middle: float) -> None:
    """Write number and unit above a row of squares."""
    parts = plot.wording.parts(figure)
    number, theme = plot.signed(parts.amount, figure.latest), plot.theme
    if figure.latest.value is None:
        number = f"{plot.wording.short_name(figure)}: {number}"
    width = plot.value(0, middle, number, figure.id, within=plot.width)
    if figure.latest.value is None:
        return
    unit = parts.unit or plot.wording.unit(figure.unit)
    unit = plot.wording.join([unit, plot.wording.derived(figure.latest)])
    left = width + plot.px(9)
    plot.text(left, middle, unit, theme.ink2, within=plot.width - left)
