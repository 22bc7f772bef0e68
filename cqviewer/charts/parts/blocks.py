"""Squares for counted things: how many each stands for, and blocks of them with labels below."""

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import Box
from cqviewer.model.facts import Chart, Indicator
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

MOST_SQUARES = 600
_SMALL_BLOCKS = 100  # squares up to which a figure stands in blocks of ten
_ABOVE, _BELOW = 6, 11  # px above the squares, and from the middle of the labels down


def square_value(chart: Chart, figures: Iterable[Indicator]) -> Decimal:
    """Return `per`, or the smallest power of ten that keeps the largest figure at 600 squares."""
    if chart.per is not None:
        return Decimal(chart.per)
    largest = max((abs(one.latest.value or Decimal(0)) for one in figures), default=Decimal(0))
    per = Decimal(1)
    while largest > MOST_SQUARES * per:
        per *= 10
    return per


def squares(figure: Indicator, per: Decimal) -> float:
    """Return the squares of a figure, with the share of the last one that is not whole."""
    return float(abs(figure.latest.value or Decimal(0)) / per)


def block_size(figure: Indicator, per: Decimal) -> int:
    """Return the squares of a block: ten of a figure of few squares, a hundred of one of many."""
    return 10 if squares(figure, per) <= _SMALL_BLOCKS else 100


def counted(indicator: Indicator, number: Decimal, wording: Wording) -> str:
    """Return a count of an indicator's things: '690,000'; in Chinese by 万 and 亿: '69 万人'."""
    if not wording.has_chinese_scales:
        return wording.number(number)
    return per_square(indicator, number, wording)


def per_square(indicator: Indicator, per: Decimal, wording: Wording) -> str:
    """Return what a square stands for: '10,000 jobs', '1 万人'."""
    one = msgspec.structs.replace(indicator.latest, value=per)
    alone = msgspec.structs.replace(indicator, observations=(one,), derivation=None, total=None)
    return wording.in_scale(None).value(alone, label="")


class _Blocks(msgspec.Struct, frozen=True):
    """The layout of the blocks; lengths in px."""

    number: int
    columns: int
    size: int  # squares of a block
    pitch: float
    mark: float
    step: float  # from block to block
    in_row: int
    top: int  # of the first row
    tall: float  # of a block
    row: float  # from row to row, labels included

    def corner(self, block: int) -> tuple[float, float]:
        """Return the left top of a block."""
        return block % self.in_row * self.step, self.top + block // self.in_row * self.row

    @property
    def wide(self) -> float:
        """Return the width of a row of blocks."""
        last = (self.columns - 1) * self.pitch + self.mark
        return (min(self.number, self.in_row) - 1) * self.step + last


class _Label(msgspec.Struct, frozen=True):
    """A number under a block: its left and its middle in px."""

    text: str
    left: float
    middle: float


def air(plot: "Plot") -> int:
    """Return the px of tint above the squares and below the labels; paper has none."""
    return 0 if plot.theme.name == "print" else plot.px(_ABOVE)


def draw_blocks(
    plot: "Plot", figure: Indicator, per: Decimal, *, is_alone: bool
) -> tuple[float, float]:
    """Draw a figure's squares in blocks that wrap into further rows.

    What fills no whole square is a partial one. Its tint goes from edge to edge where nothing
    stands beside it. Returns bottom and right edge in px.
    """
    amount = squares(figure, per)
    blocks = _layout(plot, amount, block_size(figure, per))
    *counts, total = _labels(plot, figure, per, blocks)
    bottom = total.middle + plot.px(_BELOW)
    tint = plot.across(0, bottom)
    if not is_alone:
        tint = (*tint[:2], min(blocks.wide, plot.width) + 2 * plot.bleed, bottom)
    plot.tint(tint, figure.id)
    plot.boxes(_squares(blocks, amount), plot.tone(figure), tag=f"squares:{figure.id}")
    for one in counts:
        plot.text(one.left, one.middle, one.text, plot.theme.ink3, size=plot.small)
    plot.text(
        total.left,
        total.middle,
        total.text,
        plot.theme.ink,
        weight="bold",
        within=plot.width - total.left + 2,
        tag=f"value:{figure.id}",
    )
    plot.mark_figure(figure, tint)
    return bottom, blocks.wide


def _layout(plot: "Plot", amount: float, size: int) -> _Blocks:
    """Choose pitch and rows: small blocks shrink a little where that keeps them in one row."""
    number = max(1, math.ceil(amount / size))
    columns, rows = (5, 2) if size == 10 else (10, 10)
    pitch, mark = _pitch(plot, number) if size == 10 else (plot.px(10), plot.px(8))
    step = 6 * pitch if size == 10 else 10 * pitch + plot.px(16)
    wide = (columns - 1) * pitch + mark
    in_row = max(1, int((plot.width - wide) // step) + 1)
    tall = (rows - 1) * pitch + mark
    top, row = air(plot), tall + plot.px(28)
    return _Blocks(number, columns, size, pitch, mark, step, in_row, top, tall, row)


def _pitch(plot: "Plot", blocks: int) -> tuple[float, float]:
    """Choose pitch and size of a square in blocks of 2 x 5: whole px, on paper also halves."""
    gap = plot.px(4)
    is_paper = plot.theme.name == "print"
    for halves in range(40, 27, -1 if is_paper else -2):
        pitch = halves / 2 * plot.options.zoom if is_paper else plot.px(halves / 2)
        if (blocks - 1) * 6 * pitch + 5 * pitch - gap <= plot.width:
            return pitch, pitch - gap
    pitch = min(plot.px(20), (plot.width + gap) // 5)
    return pitch, max(1, pitch - gap)


def _squares(blocks: _Blocks, amount: float) -> list[Box]:
    """Place all squares; the last one is narrower where it is not whole."""
    boxes: list[Box] = []
    for number in range(math.ceil(amount)):
        block, place = divmod(number, blocks.size)
        down, along = divmod(place, blocks.columns)
        left, top = blocks.corner(block)
        width = blocks.mark * min(1.0, amount - number)
        boxes.append((left + along * blocks.pitch, top + down * blocks.pitch, width, blocks.mark))
    return boxes


def _labels(plot: "Plot", figure: Indicator, per: Decimal, blocks: _Blocks) -> list[_Label]:
    """Place the labels, by how many each block brings the count to; the last is the figure.

    Where there is no room for all of them there is only the last.
    """
    small, last = plot.small, blocks.number - 1
    numbers = [counted(figure, per * blocks.size * (one + 1), plot.wording) for one in range(last)]
    widest = max((plot.measure(one, small) for one in numbers), default=0.0)
    has_room = widest <= blocks.step - plot.px(6)
    below = blocks.tall + plot.px(13)
    labels = []
    if has_room:
        for block, number in enumerate(numbers):
            left, top = blocks.corner(block)
            labels.append(_Label(number, left, top + below))
    is_zh, parts = plot.wording.has_chinese_scales, plot.wording.parts(figure)
    total = plot.signed(plot.wording.value(figure) if is_zh else parts.amount, figure.latest)
    left, top = blocks.corner(last)
    width = plot.measure(total, plot.body, "bold")
    if left + width > plot.width:
        # It is wider than its block: it starts further left, below the other labels if need be.
        is_alone = not has_room or last % blocks.in_row == 0
        top += 0 if is_alone else plot.px(15)
        left = max(0, round(plot.width - width))
    return [*labels, _Label(total, left, top + below)]
