"""Unit charts: counted things as squares, in blocks for one figure, on one scale for several."""

from decimal import Decimal

from cqviewer.charts.drawing import Drawing, Look
from cqviewer.charts.figures import require
from cqviewer.charts.index_bar import draw_index_bar
from cqviewer.charts.plot import BLEED, Box, Plot
from cqviewer.model.chart_text import is_muted
from cqviewer.model.facts import Chart, Indicator, Sheet
from cqviewer.model.square import square_value

_SMALL_BLOCKS = 100  # squares up to which they stand in blocks of 2 x 5
_PAIR_ROWS, _PAIR_PITCH = 8, 6
_NOTES, _NOTES_GAP = 240, 38  # px of side notes and before them


def draw_units(chart: Chart, sheet: Sheet, look: Look) -> Drawing:
    """Draw one figure in blocks of ten or a hundred squares, or several in rows of equal scale."""
    plot = Plot(look)
    figures = [sheet.indicators[one] for one in chart.of]
    require(figures, 1, plot.wording)
    per = square_value(chart, figures)
    if len(figures) > 1:
        y = _draw_rows(plot, figures, per)
    else:
        y = _draw_one(plot, chart, figures[0], per, sheet)
    if chart.index is not None:
        change = sheet.indicators[chart.change] if chart.change else None
        y = draw_index_bar(plot, sheet.indicators[chart.index], change, y + plot.px(12))
    return plot.finish(y)


def _squares(figure: Indicator, per: Decimal) -> tuple[int, float]:
    """Give the whole squares of a figure and the share of the one begun (0 if none)."""
    value = abs(figure.latest.value or Decimal(0))
    whole = int(value // per)
    return whole, float(value / per - whole)


def _color(plot: Plot, figure: Indicator) -> str:
    return plot.theme.mid if is_muted(figure) else plot.theme.accent


def _draw_one(plot: Plot, chart: Chart, figure: Indicator, per: Decimal, sheet: Sheet) -> float:
    """Draw the blocks of one figure, with key and further figures beside or below them."""
    if figure.latest.value is None:
        text = plot.wording.say("not_stated")
        plot.text(0, plot.px(10), text, plot.theme.ink3, tag=f"value:{figure.id}")
        phrase = plot.wording.figure_phrase(figure)
        plot.mark(figure.id, (0, 0, plot.width, plot.px(20)), phrase)
        bottom, right = float(plot.px(24)), float(plot.px(120))
    else:
        bottom, right = _draw_blocks(plot, chart, figure, per)
    if not chart.beside:
        return bottom
    notes = [sheet.indicators[one] for one in chart.beside]
    start = right + plot.px(_NOTES_GAP)
    if plot.width - start < plot.px(_NOTES):
        return _draw_notes(plot, chart, figure, notes, 0.0, bottom + plot.px(10), per, sheet)
    return max(bottom, _draw_notes(plot, chart, figure, notes, start, 0.0, per, sheet))


def _draw_blocks(plot: Plot, chart: Chart, figure: Indicator, per: Decimal) -> tuple[float, float]:
    """Draw squares in blocks that wrap into further rows; gives bottom and right edge in px."""
    whole, part = _squares(figure, per)
    count = whole + (1 if part else 0)
    is_small = count <= _SMALL_BLOCKS
    columns, rows = (5, 2) if is_small else (10, 10)
    pitch, mark = _pitch(plot, count, is_small=is_small)
    size = columns * rows
    blocks = max(1, -(-count // size))
    step = columns * pitch + (pitch if is_small else plot.px(18) - (pitch - mark))
    block_width = (columns - 1) * pitch + mark
    room = plot.width if not chart.beside else max(plot.width * 0.6, block_width)
    in_row = max(1, int((room - block_width) // step) + 1)
    across = (rows - 1) * pitch + mark
    row_height = across + plot.px(28)
    boxes: list[Box] = []
    for number in range(count):
        block, place = divmod(number, size)
        down, along = divmod(place, columns)
        left = block % in_row * step + along * pitch
        top = block // in_row * row_height + down * pitch
        boxes.append((left, top, mark * (part if part and number == whole else 1), mark))
    height = -(-blocks // in_row) * row_height
    right = (min(blocks, in_row) - 1) * step + block_width
    if plot.is_selected(figure.id):
        width = min(right, plot.width) + 2 * BLEED
        plot.box((-BLEED, 0, width, height), plot.theme.tint, tag="selection")
    plot.boxes(boxes, _color(plot, figure), tag=f"squares:{figure.id}")
    _label_blocks(plot, figure, per, size, blocks, in_row, step, row_height, across)
    plot.mark(figure.id, (0, 0, right, height), plot.wording.figure_phrase(figure))
    return height, right


def _pitch(plot: Plot, count: int, *, is_small: bool) -> tuple[int, int]:
    """Choose the pitch and size of a square; small blocks shrink a little to stay in one row."""
    if not is_small:
        return plot.px(10), plot.px(8)
    blocks = -(-count // 10)
    for length in range(20, 13, -1):
        pitch = plot.px(length)
        mark = pitch - plot.px(4)
        if (blocks - 1) * 6 * pitch + 4 * pitch + mark <= plot.width:
            return pitch, mark
    pitch = plot.px(20)
    while 4 * pitch + pitch - plot.px(4) > plot.width and pitch > plot.px(6):
        pitch -= 1
    return pitch, pitch - plot.px(4)


def _label_blocks(
    plot: Plot,
    figure: Indicator,
    per: Decimal,
    size: int,
    blocks: int,
    in_row: int,
    step: int,
    row_height: int,
    across: int,
) -> None:
    """Write under each block how many it brings the count to; the last one is the figure."""
    total = plot.wording.parts(figure).number
    numbers = [plot.wording.number(per * size * (one + 1)) for one in range(blocks - 1)]
    widest = max((plot.measure(one, plot.small) for one in numbers), default=0.0)
    for block in range(blocks):
        left, top = block % in_row * step, block // in_row * row_height
        middle = top + across + plot.px(13)
        if block < blocks - 1:
            if widest <= step - plot.px(6):
                plot.text(left, middle, numbers[block], plot.theme.ink3, size=plot.small)
            continue
        width = plot.measure(total, plot.small, "bold")
        x = max(0.0, min(left, plot.width - width))
        clear = left if widest <= step - plot.px(6) else 0.0
        plot.text(
            max(x, clear) if plot.width - max(x, clear) >= width else x,
            middle, total, plot.theme.ink, size=plot.small, weight="bold", within=plot.width - x,
            tag=f"value:{figure.id}",
        )  # fmt: skip


def _draw_notes(
    plot: Plot,
    chart: Chart,
    figure: Indicator,
    notes: list[Indicator],
    x: float,
    y: float,
    per: Decimal,
    sheet: Sheet,
) -> float:
    """Write what a square is and the figures that belong to it; gives the bottom in px."""
    theme, indent = plot.theme, plot.px(20)
    leading = plot.leading(plot.body) + plot.px(2)
    middle = y + plot.px(8)
    key = plot.px(8)
    plot.boxes([(x, round(middle - key / 2), key, key)], _color(plot, figure), tag="key")
    thing = plot.wording.text(chart.square)
    if not thing:
        thing = f"{plot.wording.number(per)} {plot.wording.unit(figure.unit)}"
    plot.text(x + indent, middle, thing, theme.ink2, within=plot.width - x - indent)
    middle += plot.px(34)
    for note in notes:
        is_derived = note.latest.status == "derived"
        left = x + indent if is_derived else x
        within = plot.width - left
        top = middle - leading / 2
        name = plot.wording.brief_name(note)
        rows = len(plot.rows(name, within, plot.body))
        height = (1 + rows) * leading + (leading if is_derived else 0)
        box = (x - plot.px(6), top - 2, plot.width - x + plot.px(6), height + 2)
        if plot.is_selected(note.id):
            plot.box(box, theme.tint, tag="selection")
        if is_derived:
            ring = plot.px(10)
            plot.dot(x + ring / 2, middle, ring, theme.accent, is_hollow=True,
                     tag=f"point:{note.id}")  # fmt: skip
        plot.text(left, middle, plot.wording.value(note), theme.ink, weight="bold", within=within,
                  tag=f"value:{note.id}")  # fmt: skip
        plot.paragraph(left, middle + leading, name, theme.ink2, within=within)
        middle += (1 + rows) * leading
        if is_derived:
            working = plot.wording.working(note, sheet)
            text = f"{plot.wording.say('derived')}{plot.wording.say('colon')}{working}"
            plot.text(left, middle, text, theme.ink3, size=plot.small, within=within)
            middle += leading
        plot.mark(note.id, box, plot.wording.figure_phrase(note))
        middle += plot.px(12)
    return middle - plot.px(12) - leading / 2 + plot.px(6)


def _draw_rows(plot: Plot, figures: list[Indicator], per: Decimal) -> float:
    """Draw several figures as bars of squares on one scale; gives the bottom in px."""
    pitch = plot.px(_PAIR_PITCH)
    mark = pitch - 4 / 3 * plot.look.zoom
    most = max(_count(one, per) for one in figures)
    columns = max(1, int((plot.width + pitch - mark) // pitch))
    rows = max(_PAIR_ROWS, -(-most // columns))
    y = 0.0
    for figure in figures:
        if y:
            y += plot.px(12)
        top = y
        y += plot.px(20)
        whole, part = _squares(figure, per)
        count = _count(figure, per)
        height = rows * pitch if figure.latest.value is not None else 0
        bar = -(-count // rows) * pitch
        if plot.is_selected(figure.id):
            box = (-BLEED, top - plot.px(3), plot.width + 2 * BLEED, y + height - top + plot.px(4))
            plot.box(box, plot.theme.tint, tag="selection")
        _draw_label(plot, figure, top + plot.px(8))
        boxes = [
            (
                number // rows * pitch,
                y + number % rows * pitch,
                mark * (part if part and number == whole else 1),
                mark,
            )
            for number in range(count)
        ]
        plot.boxes(boxes, _color(plot, figure), tag=f"squares:{figure.id}")
        y += height
        phrase = plot.wording.figure_phrase(figure)
        plot.mark(figure.id, (0, top, max(bar, plot.width / 2), y - top), phrase)
    return y


def _count(figure: Indicator, per: Decimal) -> int:
    whole, part = _squares(figure, per)
    return whole + (1 if part else 0)


def _draw_label(plot: Plot, figure: Indicator, middle: float) -> None:
    """Write number and unit above a row of squares."""
    parts = plot.wording.parts(figure)
    number = " ".join(part for part in (parts.about, parts.number) if part)
    theme = plot.theme
    if figure.latest.value is None:
        number = f"{plot.wording.short_name(figure)}: {number}"
    width = plot.text(
        0, middle, number, theme.ink, weight="bold", within=plot.width, tag=f"value:{figure.id}"
    )
    if figure.latest.value is None:
        return
    unit = plot.wording.unit(figure.unit)
    if figure.latest.status == "derived":
        unit = plot.wording.join([unit, plot.wording.say("derived")])
    left = width + plot.px(9)
    plot.text(left, middle, unit, theme.ink2, within=plot.width - left)
