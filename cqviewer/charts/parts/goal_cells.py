"""Cells of goals, and the narrow list with the figures below each; unnamed goals stay empty."""

from typing import TYPE_CHECKING

from cqviewer.charts.parts.verdict_marks import draw_verdict
from cqviewer.charts.words import goals_noun
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.judging.verdict import chief_target, verdict_of
from cqviewer.model.target import Goal, Goals
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot

HEAD, CELL = 22, 28
_MOST_EMPTY = 12  # rows of empty cells; more of them stand side by side


def goal_phrase(goal: Goal, sheet: Sheet, wording: Wording) -> str:
    """Return a goal with the figures that bear on it."""
    name = wording.text(goal.name)
    if not goal.figures:
        return wording.say("describe_goal_alone", goal=name)
    figures = [wording.beside_goal(sheet.indicators[one]) for one in goal.figures]
    return wording.say("describe_goal", goal=name, figures=wording.say("and").join(figures))


def period_text(plot: "Plot", figure: Indicator) -> str:
    """Return the period of a figure as it stands after its name."""
    period = figure.latest.period
    return plot.wording.inside(plot.wording.period(period))


def title_text(plot: "Plot", goals: Goals) -> str:
    """Return how many goals there are: 'Nine priorities for 2025'."""
    wording = plot.wording
    number = wording.number_word(goals.announced)
    many = goals_noun(goals, wording)
    return wording.say("goals_for", number=number, many=many, year=goals.year)


def is_lit(plot: "Plot", goal: Goal, figure: str) -> bool:
    """Return whether a goal or its figure is selected."""
    return plot.is_selected(goal.id) or plot.is_selected(figure)


def cell_names(plot: "Plot", goals: Goals, width: float) -> list[str]:
    """Return the names in the cells, which differ also where they are cut."""
    names = [plot.wording.text(one.name) for one in goals.named]
    return plot.names(names, width - plot.px(20), plot.body, "bold")


def draw_outcome(
    plot: "Plot", figure: Indicator, x: float, middle: float, *, is_list: bool = False
) -> int:
    """Write a figure's target, and the verdict after it, in a list below it; return the lines."""
    target, wording = chief_target(figure), plot.wording
    if target is None:
        return 0
    verdict, within = verdict_of(figure, target), plot.width - x
    line = wording.verdict_line(figure, verdict)
    if aim := wording.target_line(figure, target):
        tag = f"aim:{figure.id}"
        plot.text(x, middle, aim, plot.theme.ink2, size=plot.small, within=within, tag=tag)
        x += 0 if is_list else plot.measure(aim, plot.small) + plot.px(12)
        middle += plot.leading(plot.body) if is_list else 0
    draw_verdict(plot, verdict, line, (x, middle), is_tight=True)
    return 2 if aim else 1


def draw_cell(
    plot: "Plot", goal: Goal, name: str, box: tuple[float, float, float, float], sheet: Sheet
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


def draw_empty(
    plot: "Plot", goals: Goals, top: float, width: float, height: int, pitch: int
) -> float:
    """Draw a dashed cell for each unnamed goal; returns the bottom in px."""
    number = goals.unnamed
    if not number:
        return top
    columns = -(-number // _MOST_EMPTY)
    gap = plot.px(6)
    each = (width - (columns - 1) * gap) / columns
    if each < plot.px(10):
        gap, each = 1, (width - (columns - 1)) / columns
    rows = -(-number // columns)
    bottom = top + rows * pitch - (pitch - height)
    plot.tint(
        (-plot.bleed, top - plot.px(3), width + 2 * plot.bleed, bottom - top + plot.px(6)),
        "goals.unnamed",
    )
    for at in range(number):
        row, column = divmod(at, columns)
        box = (column * (each + gap), top + row * pitch, each, height)
        plot.cell(box, plot.theme.line, is_hollow=True, tag="unnamed")
    all_of_them = (0, top, width, bottom - top)
    plot.mark("goals.unnamed", all_of_them, unnamed_text(plot, goals))
    return bottom


def unnamed_text(plot: "Plot", goals: Goals) -> str:
    """Return how many goals the source does not name."""
    if goals.unnamed == 1:
        return plot.wording.say("unnamed_is")
    word = plot.wording.number_word(goals.unnamed)
    return plot.wording.say("unnamed_are", number=word)


def no_figure_text(sheet: Sheet, wording: Wording) -> str:
    """Return that no figure of the sheet's year, if it has one, bears on a goal."""
    return wording.say("no_figure_year" if sheet.year else "no_figure", year=sheet.year)


def draw_list(plot: "Plot", goals: Goals, sheet: Sheet) -> float:
    """Draw narrow: each goal's figures below its cell; returns the bottom in px."""
    theme = plot.theme
    plot.text(
        0, plot.px(9), title_text(plot, goals), theme.ink3, size=plot.small, within=plot.width
    )
    y = float(plot.px(HEAD))
    for goal, name in zip(goals.named, cell_names(plot, goals, plot.width), strict=True):
        rows = len(plot.rows(name, plot.width - plot.px(20), plot.body, "bold"))
        height = plot.px(CELL) + (rows - 1) * plot.leading(plot.body)
        draw_cell(plot, goal, name, (0, y, plot.width, height), sheet)
        y += height
        for figure in goal.figures:
            y = _draw_list_row(plot, sheet.indicators[figure], goal, y)
        if not goal.figures:
            left, middle = plot.px(26), y + plot.px(15)
            ring, line = plot.px(8), theme.line
            plot.dot(plot.px(14), middle, ring, line, is_hollow=True, edge=1, tag="point:none")
            text = no_figure_text(sheet, plot.wording)
            lines = plot.paragraph(left, middle, text, theme.ink3, within=plot.width - left)
            y += plot.px(28) + (lines - 1) * plot.leading(plot.body)
        y += plot.px(8)
    bottom = draw_empty(plot, goals, y, plot.width, plot.px(14), plot.px(20))
    if not goals.unnamed:
        return bottom
    text, middle = unnamed_text(plot, goals), bottom + plot.px(16)
    lines = plot.paragraph(0, middle, text, theme.ink, within=plot.width, weight="bold", lines=3)
    return middle + lines * plot.leading(plot.body)


def _draw_list_row(plot: "Plot", figure: Indicator, goal: Goal, y: float) -> float:
    """Draw a figure below its goal: value and name, then the period; returns the bottom in px."""
    theme, left = plot.theme, plot.px(26)
    within = plot.width - left
    lit = is_lit(plot, goal, figure.id)
    name = plot.wording.brief_name(figure)
    leading = plot.leading(plot.body)
    rows = len(plot.rows(name, within, plot.body, "bold"))
    period = period_text(plot, figure)
    period_rows = len(plot.rows(period, within, plot.small))
    height = plot.px(12) + (rows + 1 + period_rows) * leading
    plot.tint(plot.across(y + 1, height), figure.id)
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
    plot.value(left, middle, plot.signed_value(figure), figure.id, within=within)
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
    middle += period_rows * leading
    height += draw_outcome(plot, figure, left, middle, is_list=True) * leading
    plot.mark_figure(figure, (0, y, plot.width, height))
    return y + height
