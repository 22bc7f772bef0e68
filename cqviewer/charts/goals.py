"""Goals as equal cells, with curves to the figures that bear on them; unnamed ones stay empty."""

import msgspec

from cqviewer.charts.drawing import ChartError, Drawing, Look
from cqviewer.charts.plot import Plot
from cqviewer.model.chart_text import drawn, goal_phrase, goals_noun
from cqviewer.model.facts import Chart, Goal, Goals, Indicator, Sheet
from cqviewer.model.phrases import number_word

_HEAD, _CELL, _PITCH = 22, 28, 34
_CELL_WIDTH, _FIGURES, _NAMES = 248, 400, 518  # px: width of cells, columns of value and name
_DESIGNED = 816  # px of width that these columns are for
_WIDE_FROM = 600
_MOST_EMPTY = 12  # rows of empty cells; more of them stand side by side


class _Grid(msgspec.Struct, frozen=True):
    """Where cells and columns stand, in px."""

    cells: float  # width
    dots: float
    figures: float
    names: float
    pitch: int
    cell: int  # height


def draw_goals(chart: Chart, sheet: Sheet, look: Look) -> Drawing:
    """Draw the sheet's goals: side by side with their figures, or as a list where it is narrow."""
    plot = Plot(look)
    if sheet.goals is None:
        raise ChartError(plot.wording.say("no_goals"))
    figures = drawn(chart, sheet)
    if plot.width < plot.px(_WIDE_FROM):
        return plot.finish(_draw_list(plot, sheet.goals, sheet))
    grid = _grid(plot, sheet.goals, figures)
    _draw_heads(plot, sheet.goals, grid, sheet)
    top = plot.px(_HEAD)
    names = _names(plot, sheet.goals, grid.cells)
    for row, (goal, name) in enumerate(zip(sheet.goals.named, names, strict=True)):
        _draw_cell(plot, goal, name, (0, top + row * grid.pitch, grid.cells, grid.cell), sheet)
    right = _draw_figures(plot, sheet.goals, figures, grid, sheet)
    left = top + len(sheet.goals.named) * grid.pitch
    bottom = _draw_empty(plot, sheet.goals, left, grid.cells, plot.px(_CELL), plot.px(_PITCH))
    if sheet.goals.announced > len(sheet.goals.named):
        bottom = max(bottom, _draw_bracket(plot, sheet.goals, grid, left, bottom, right))
    return plot.finish(max(bottom, right))


def _grid(plot: Plot, goals: Goals, figures: list[Indicator]) -> _Grid:
    """Scale the columns with the width; cells grow where a name takes two lines."""
    share = min(1.0, plot.width / plot.px(_DESIGNED))
    cells = round(plot.px(_CELL_WIDTH) * share)
    start = round(plot.px(_FIGURES) * share)
    values = [plot.measure(_value(plot, one), plot.number, "bold") for one in figures]
    tight = max(values, default=0.0) + plot.px(10)
    wide = max(tight, plot.px(_NAMES - _FIGURES) * share)
    most = (plot.width - start) * 0.42
    end = plot.width - _period_width(plot, figures)
    names = start + min(wide, most)
    if _lines(plot, figures, end - names) > 1:
        names = start + min(tight, most)
    titles = [plot.wording.text(one.name) for one in goals.named]
    rows = [len(plot.rows(one, cells - plot.px(20), plot.body, "bold")) for one in titles]
    more = (max([*rows, _lines(plot, figures, end - names)]) - 1) * plot.leading(plot.body)
    pitch, cell = plot.px(_PITCH) + more, plot.px(_CELL) + more
    return _Grid(cells, start - plot.px(12), start, round(names), pitch, cell)


def _lines(plot: Plot, figures: list[Indicator], within: float) -> int:
    """Count the lines that the longest name of a figure takes, bold as it is when selected."""
    names = [plot.wording.brief_name(one) for one in figures]
    return max([len(plot.rows(one, within, plot.body, plot.widest)) for one in names] + [1])


def _value(plot: Plot, figure: Indicator) -> str:
    return plot.wording.value(figure, short=True)


def _period(plot: Plot, figure: Indicator) -> str:
    period = figure.latest.period
    text = plot.wording.period(period)
    if not period.is_stated and plot.look.language == "en":
        text = text[:1].lower() + text[1:]
    return text


def _period_width(plot: Plot, figures: list[Indicator]) -> float:
    widths = [plot.measure(_period(plot, one), plot.small) for one in figures]
    return min(max(widths, default=0.0), 0.24 * plot.width) + plot.px(8)


def _draw_heads(plot: Plot, goals: Goals, grid: _Grid, sheet: Sheet) -> None:
    theme, small, middle = plot.theme, plot.small, plot.px(9)
    plot.text(0, middle, _title(plot, goals), theme.ink3, size=small, within=grid.cells)
    say = plot.wording.say
    if sheet.year:
        head = say("figures_that_bear_year", year=sheet.year)
    else:
        head = say("figures_that_bear")
    plot.text(grid.figures, middle, head, theme.ink3, size=small, within=plot.width - grid.figures)


def _title(plot: Plot, goals: Goals) -> str:
    """Word how many goals there are: 'Nine priorities for 2025'."""
    wording = plot.wording
    number = number_word(goals.announced, wording.language)
    many = goals_noun(goals, wording)
    return wording.say("goals_for", number=number, many=many, year=goals.year)


def _is_lit(plot: Plot, goal: Goal, figure: str) -> bool:
    return plot.is_selected(goal.id) or plot.is_selected(figure)


def _names(plot: Plot, goals: Goals, width: float) -> list[str]:
    """Return the names in the cells, which differ also where they are cut."""
    names = [plot.wording.text(one.name) for one in goals.named]
    return plot.names(names, width - plot.px(20), plot.body, "bold")


def _draw_cell(
    plot: Plot, goal: Goal, name: str, box: tuple[float, float, float, float], sheet: Sheet
) -> None:
    """Draw the cell of a named goal; accent when it is selected."""
    theme = plot.theme
    x, y, width, height = box
    selected = plot.is_selected(goal.id)
    plot.cell(box, theme.accent if selected else theme.tint, tag=f"goal:{goal.id}")
    plot.paragraph(
        x + plot.px(12),
        y + height / 2,
        name,
        theme.on_accent if selected else theme.ink,
        within=width - plot.px(20),
        weight="bold",
        centered=True,
        tag=f"name:{goal.id}",
    )
    plot.mark(goal.id, box, goal_phrase(goal, sheet, plot.wording))


def _draw_figures(
    plot: Plot, goals: Goals, figures: list[Indicator], grid: _Grid, sheet: Sheet
) -> float:
    """Draw curves and the rows of figures; gives the bottom in px."""
    top, theme = plot.px(_HEAD), plot.theme
    start = grid.cells
    rows = {one.id: top + at * grid.pitch + grid.cell / 2 for at, one in enumerate(figures)}
    none = top + len(figures) * grid.pitch + grid.cell / 2
    lit: list[tuple[float, float]] = []
    alone = False
    for at, goal in enumerate(goals.named):
        y = top + at * grid.pitch + grid.cell / 2
        for one in goal.figures:
            if _is_lit(plot, goal, one):
                lit.append((y, rows[one]))
                continue
            tag = f"link:{goal.id}:{one}"
            plot.curve((start, y), (grid.dots, rows[one]), theme.line, tag=tag)
        if not goal.figures:
            alone = True
            selected = plot.is_selected(goal.id)
            plot.curve(
                (start, y),
                (grid.dots - plot.px(4), none),
                theme.accent if selected else theme.line,
                width=2.5 if selected else 1.0,
                is_dashed=True,
                tag=f"link:{goal.id}",
            )
    for y, end in lit:
        plot.curve((start, y), (grid.dots, end), theme.accent, width=2.5, tag="link:selected")
    lit_rows = {end for _, end in lit}
    room = plot.width - grid.names - _period_width(plot, figures)
    full = [plot.wording.brief_name(one) for one in figures]
    names = plot.names(full, room, plot.body, plot.widest)
    for figure, name in zip(figures, names, strict=True):
        _draw_figure(plot, figure, name, rows[figure.id], grid, is_lit=rows[figure.id] in lit_rows)
    if not alone:
        return top + len(figures) * grid.pitch
    plot.dot(grid.dots, none, plot.px(8), theme.line, is_hollow=True, edge=1, tag="point:none")
    key = "no_figure_year" if sheet.year else "no_figure"
    text = plot.wording.say(key, year=sheet.year)
    plot.text(grid.figures, none, text, theme.ink3, within=plot.width - grid.figures)
    return none + grid.pitch / 2


def _draw_figure(
    plot: Plot, figure: Indicator, name: str, y: float, grid: _Grid, *, is_lit: bool
) -> None:
    """Draw one row: dot, value, name and period over a hairline."""
    theme = plot.theme
    selected = plot.is_selected(figure.id)
    half = grid.pitch / 2
    box = (grid.dots - plot.px(8), y - half, plot.width - grid.dots + plot.px(16), 2 * half)
    if selected:
        edge = grid.figures - plot.px(4)
        place = (edge, y - half, plot.width + plot.bleed - edge, 2 * half)
        plot.box(place, theme.tint, tag="selection")
    is_derived = figure.latest.status == "derived"
    plot.dot(
        grid.dots,
        y,
        plot.px(7),
        theme.accent if is_lit else theme.line,
        is_hollow=is_derived,
        tag=f"point:{figure.id}",
    )
    plot.text(
        grid.figures,
        y,
        _value(plot, figure),
        theme.ink,
        size=plot.number,
        weight="bold",
        within=grid.names - grid.figures - plot.px(6),
        tag=f"value:{figure.id}",
    )
    room = plot.width - grid.names - _period_width(plot, [figure])
    plot.paragraph(
        grid.names,
        y,
        name,
        theme.ink,
        within=room,
        weight="bold" if is_lit or selected else "regular",
        centered=True,
        tag=f"name:{figure.id}",
    )
    plot.text(
        plot.width,
        y,
        _period(plot, figure),
        theme.ink3,
        size=plot.small,
        align="right",
        within=0.24 * plot.width,
    )
    plot.rule(round(y + half), theme.hair, left=grid.figures)
    plot.mark(figure.id, box, plot.wording.figure_phrase(figure))


def _draw_empty(
    plot: Plot, goals: Goals, top: float, width: float, height: int, pitch: int
) -> float:
    """Draw a dashed cell for each unnamed goal; gives the bottom in px."""
    number = goals.announced - len(goals.named)
    if number <= 0:
        return top
    columns = -(-number // _MOST_EMPTY)
    gap = plot.px(6)
    each = (width - (columns - 1) * gap) / columns
    if each < plot.px(10):
        gap, each = 1, (width - (columns - 1)) / columns
    rows = -(-number // columns)
    bottom = top + rows * pitch - (pitch - height)
    if plot.is_selected("goals.unnamed"):
        around = (-plot.bleed, top - plot.px(3), width + 2 * plot.bleed, bottom - top + plot.px(6))
        plot.box(around, plot.theme.tint, tag="selection")
    for at in range(number):
        row, column = divmod(at, columns)
        box = (column * (each + gap), top + row * pitch, each, height)
        plot.cell(box, plot.theme.line, is_hollow=True, tag="unnamed")
    all_of_them = (0, top, width, bottom - top)
    plot.mark("goals.unnamed", all_of_them, _unnamed_text(plot, number))
    return bottom


def _unnamed_text(plot: Plot, number: int) -> str:
    """Say how many goals the source does not name."""
    if number == 1:
        return plot.wording.say("unnamed_is")
    word = number_word(number, plot.wording.language)
    return plot.wording.say("unnamed_are", number=word)


def _draw_bracket(
    plot: Plot, goals: Goals, grid: _Grid, top: float, bottom: float, right_bottom: float
) -> float:
    """Hold the empty cells together and say what they are; gives the bottom in px."""
    theme = plot.theme
    number = goals.announced - len(goals.named)
    x = grid.cells + plot.px(8)
    end = x + plot.px(4)
    plot.line(
        [x, end, end, x], [top + 3, top + 3, bottom - 2, bottom - 2], theme.line, tag="bracket"
    )
    left = end + plot.px(14)
    within = plot.width - left
    lines = [(_unnamed_text(plot, number), theme.ink, "bold")]
    if number > 1:
        lines.append((plot.wording.say("cells_stay_empty"), theme.ink2, "regular"))
    leading = plot.leading(plot.body) + plot.px(3)
    heights = [len(plot.rows(text, within, plot.body, "bold", 3)) for text, _, _ in lines]
    tall = sum(heights) * leading
    middle = max((top + bottom) / 2 - tall / 2 + leading / 2, right_bottom + plot.px(14))
    for (text, color, weight), rows in zip(lines, heights, strict=True):
        plot.paragraph(
            left,
            middle,
            text,
            color,
            within=within,
            lines=3,
            weight="bold" if weight == "bold" else "regular",
        )
        middle += rows * leading
    return middle - leading / 2 + plot.px(4)


def _draw_list(plot: Plot, goals: Goals, sheet: Sheet) -> float:
    """Draw narrow: each goal's figures below its cell; gives the bottom in px."""
    theme = plot.theme
    plot.text(0, plot.px(9), _title(plot, goals), theme.ink3, size=plot.small, within=plot.width)
    y = float(plot.px(_HEAD))
    for goal, name in zip(goals.named, _names(plot, goals, plot.width), strict=True):
        rows = len(plot.rows(name, plot.width - plot.px(20), plot.body, "bold"))
        height = plot.px(_CELL) + (rows - 1) * plot.leading(plot.body)
        _draw_cell(plot, goal, name, (0, y, plot.width, height), sheet)
        y += height
        for figure in goal.figures:
            y = _draw_list_row(plot, sheet.indicators[figure], goal, y)
        if not goal.figures:
            key = "no_figure_year" if sheet.year else "no_figure"
            left, middle = plot.px(26), y + plot.px(15)
            ring, line = plot.px(8), theme.line
            plot.dot(plot.px(14), middle, ring, line, is_hollow=True, edge=1, tag="point:none")
            text = plot.wording.say(key, year=sheet.year)
            lines = plot.paragraph(left, middle, text, theme.ink3, within=plot.width - left)
            y += plot.px(28) + (lines - 1) * plot.leading(plot.body)
        y += plot.px(8)
    bottom = _draw_empty(plot, goals, y, plot.width, plot.px(14), plot.px(20))
    number = goals.announced - len(goals.named)
    if number <= 0:
        return bottom
    middle = bottom + plot.px(16)
    lines = plot.paragraph(
        0, middle, _unnamed_text(plot, number), theme.ink, within=plot.width, weight="bold", lines=3
    )
    return middle + lines * plot.leading(plot.body)


def _draw_list_row(plot: Plot, figure: Indicator, goal: Goal, y: float) -> float:
    """Draw a figure below its goal: value and name, then the period; gives the bottom in px."""
    theme, left = plot.theme, plot.px(26)
    within = plot.width - left
    lit = _is_lit(plot, goal, figure.id)
    name = plot.wording.brief_name(figure)
    leading = plot.leading(plot.body)
    rows = len(plot.rows(name, within, plot.body, "bold"))
    period = _period(plot, figure)
    period_rows = len(plot.rows(period, within, plot.small))
    height = plot.px(12) + (rows + 1 + period_rows) * leading
    if plot.is_selected(figure.id):
        plot.box(plot.across(y + 1, height), theme.tint, tag="selection")
    middle = y + plot.px(14)
    color = theme.accent if lit else theme.line
    plot.line(
        [plot.px(14)] * 2,
        [y, middle],
        color,
        width=2.5 if lit else 1.0,
        tag=f"link:{goal.id}:{figure.id}",
    )
    plot.dot(
        plot.px(14),
        middle,
        plot.px(7),
        color,
        is_hollow=figure.latest.status == "derived",
        tag=f"point:{figure.id}",
    )
    plot.text(
        left,
        middle,
        plot.wording.value(figure),
        theme.ink,
        size=plot.number,
        weight="bold",
        within=within,
        tag=f"value:{figure.id}",
    )
    middle += leading
    plot.paragraph(
        left,
        middle,
        name,
        theme.ink,
        within=within,
        weight="bold" if lit else "regular",
        tag=f"name:{figure.id}",
    )
    middle += rows * leading
    plot.paragraph(left, middle, period, theme.ink3, within=within, size=plot.small)
    plot.mark(figure.id, (0, y, plot.width, height), plot.wording.figure_phrase(figure))
    return y + height
