"""Squares in blocks of ten or a hundred for one counted figure, with labels below."""

from decimal import Decimal

import msgspec

from cqviewer.charts.plot import Box, Plot
from cqviewer.model.chart_text import counted, is_muted
from cqviewer.model.facts import Indicator
from cqviewer.model.square import block_size, squares


class _Blocks(msgspec.Struct, frozen=True):
    """The layout of the blocks; lengths in px."""

    number: int
    columns: int
    size: int  # squares of a block
    pitch: int
    mark: int
    step: int  # from block to block
    in_row: int
    tall: int  # of a block
    row: int  # from row to row, labels included

    def corner(self, block: int) -> tuple[int, int]:
        """Give the left top of a block."""
        return block % self.in_row * self.step, block // self.in_row * self.row

    @property
    def wide(self) -> int:
        """Give the width of a row of blocks."""
        last = (self.columns - 1) * self.pitch + self.mark
        return (min(self.number, self.in_row) - 1) * self.step + last

    @property
    def bottom(self) -> int:
        """Give the bottom of the last row with its labels."""
        return -(-self.number // self.in_row) * self.row


def draw_blocks(plot: Plot, figure: Indicator, per: Decimal) -> tuple[float, float]:
    """Draw a figure's squares in blocks that wrap into further rows.

    What fills no whole square is a partial one. Gives bottom and right edge in px.
    """
    amount = squares(figure, per)
    blocks = _layout(plot, amount, block_size(figure, per))
    if plot.is_selected(figure.id):
        width = min(blocks.wide, plot.width) + 2 * plot.bleed
        plot.box((-plot.bleed, 0, width, blocks.bottom), plot.theme.tint, tag="selection")
    color = plot.theme.mid if is_muted(figure) else plot.theme.accent
    plot.boxes(_squares(blocks, amount), color, tag=f"squares:{figure.id}")
    _draw_labels(plot, figure, per, blocks)
    box = (0, 0, blocks.wide, blocks.bottom)
    plot.mark(figure.id, box, plot.wording.figure_phrase(figure))
    return blocks.bottom, blocks.wide


def _layout(plot: Plot, amount: float, size: int) -> _Blocks:
    """Choose pitch and rows: small blocks shrink a little where that keeps them in one row."""
    number = max(1, -int(-amount // size))
    columns, rows = (5, 2) if size == 10 else (10, 10)
    pitch, mark = _pitch(plot, number) if size == 10 else (plot.px(10), plot.px(8))
    step = 6 * pitch if size == 10 else 10 * pitch + plot.px(16)
    wide = (columns - 1) * pitch + mark
    in_row = max(1, int((plot.width - wide) // step) + 1)
    tall = (rows - 1) * pitch + mark
    return _Blocks(number, columns, size, pitch, mark, step, in_row, tall, tall + plot.px(28))


def _pitch(plot: Plot, blocks: int) -> tuple[int, int]:
    """Choose pitch and size of a square in blocks of 2 x 5."""
    gap = plot.px(4)
    for length in range(20, 13, -1):
        pitch = plot.px(length)
        if (blocks - 1) * 6 * pitch + 5 * pitch - gap <= plot.width:
            return pitch, pitch - gap
    pitch = min(plot.px(20), (plot.width + gap) // 5)
    return pitch, max(1, pitch - gap)


def _squares(blocks: _Blocks, amount: float) -> list[Box]:
    """Place all squares; the last one is narrower where it is not whole."""
    boxes: list[Box] = []
    for number in range(-int(-amount // 1)):
        block, place = divmod(number, blocks.size)
        down, along = divmod(place, blocks.columns)
        left, top = blocks.corner(block)
        width = blocks.mark * min(1.0, amount - number)
        boxes.append((left + along * blocks.pitch, top + down * blocks.pitch, width, blocks.mark))
    return boxes


def _draw_labels(plot: Plot, figure: Indicator, per: Decimal, blocks: _Blocks) -> None:
    """Write under each block how many it brings the count to; the last one is the figure."""
    theme, small = plot.theme, plot.small
    last = blocks.number - 1
    numbers = [counted(figure, per * blocks.size * (one + 1), plot.wording) for one in range(last)]
    widest = max((plot.measure(one, small) for one in numbers), default=0.0)
    has_room = widest <= blocks.step - plot.px(6)
    middle = blocks.tall + plot.px(13)
    if has_room:
        for block, number in enumerate(numbers):
            left, top = blocks.corner(block)
            plot.text(left, top + middle, number, theme.ink3, size=small)
    total = plot.wording.value(figure) if plot.look.language == "zh" else _number(plot, figure)
    left, top = blocks.corner(last)
    width = plot.measure(total, small, "bold")
    if left + width > plot.width:
        # It is wider than its block: it starts further left, below the other labels if need be.
        is_alone = not has_room or last % blocks.in_row == 0
        top += 0 if is_alone else plot.px(15)
        left = max(0, round(plot.width - width))
    plot.text(
        left,
        top + middle,
        total,
        theme.ink,
        size=small,
        weight="bold",
        within=plot.width - left + 2,
        tag=f"value:{figure.id}",
    )


def _number(plot: Plot, figure: Indicator) -> str:
    parts = plot.wording.parts(figure)
    return " ".join(part for part in (parts.about, parts.number) if part)
