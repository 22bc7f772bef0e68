"""Goals as equal cells, with curves to the figures that bear on them; unnamed ones stay empty."""

from typing import TYPE_CHECKING

import msgspec

from cqviewer.charts.drawing import ChartError
from cqviewer.charts.kind import Kind, Medium
from cqviewer.charts.parts.goal_cells import (
    CELL,
    HEAD,
    cell_names,
    draw_cell,
    draw_empty,
    draw_list,
    draw_outcome,
    goal_phrase,
    is_lit,
    no_figure_text,
    period_text,
    title_text,
    unnamed_text,
)
from cqviewer.charts.parts.verdict_marks import verdict_notes
from cqviewer.charts.words import goal_nouns, goals_noun
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.judging.verdict import chief_target, verdict_of
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, Path
from cqviewer.model.target import Goals, Target
from cqviewer.model.text import capitalised
from cqviewer.model.wording.wording import Wording

if TYPE_CHECKING:
    from cqviewer.charts.plot import Plot
    from cqviewer.charts.style import Weight

_PITCH = 34
_CELL_WIDTH, _FIGURES, _NAMES = 248, 400, 518  # px: width of cells, columns of value and name
_DESIGNED = 816  # px of width that these columns are for
_WIDE_FROM = 600


class _Grid(msgspec.Struct, frozen=True):
    """Where cells and columns stand, in px."""

    cells: float  # width
    dots: float
    figures: float
    names: float
    pitch: int
    cell: int  # height
    under: int  # height of the line of targets below each figure, 0 where none has any


class GoalCells(Kind):
    """The goals of a sheet, with lines to their figures."""

    name = "goals"
    draws = "the goals, with lines to their figures"
    needs = "`goals` in the sheet"
    reads = ()
    instead_of_figures = say("delete `of`: this chart shows the figures that `goals` name")
    shows_goals = True
    cites = ("goals.announced",)
    is_list_if_tall = True

    def figures(self) -> list[Indicator]:
        """Return the figures that bear on the goals."""
        ids = dict.fromkeys(one for goal in self.sheet.named_goals for one in goal.figures)
        return [self.sheet.indicators[one] for one in ids]

    def facts(self) -> list[str]:
        """Return the ids of the goals, each before those of its figures."""
        named = self.sheet.named_goals
        return list(dict.fromkeys(one for goal in named for one in (goal.id, *goal.figures)))

    def starts(self) -> list[str]:
        """Return the ids of the goals, which stay together with their figures."""
        return [goal.id for goal in self.sheet.named_goals]

    def check(self, path: Path, findings: Findings) -> None:
        """Report that there are no goals."""
        if self.sheet.goals is None and not findings.has(("goals",)):
            hint = say("add `goals:` to the sheet, or take another kind")
            findings.add((*path, "kind"), say("the sheet has no goals to draw"), hint)

    def subtitle(self, wording: Wording, medium: Medium) -> str:
        """Return what the lines are; an empty text where there are none."""
        goals = self.sheet.goals
        if goals is None or not any(goal.figures for goal in goals.named):
            return ""
        one, _ = goal_nouns(goals, wording)
        key = "lines_lead_year" if self.sheet.year else "lines_lead"
        is_ours = any(goal.link == "ours" for goal in goals.named if goal.figures)
        if wording.is_english:
            one = f"an {one}" if one[:1].lower() in "aeiou" else f"a {one}"
        lead = wording.say(key, one=one, year=self.sheet.year)
        return wording.sentences([lead, wording.say("links_ours") if is_ours else ""])

    def targets(self) -> list[Target]:
        """Return the targets of the figures, which stand below them."""
        found = map(chief_target, self.figures())
        return [one for one in found if one]

    def notes(self, wording: Wording) -> list[str]:
        """Return whose the verdicts on targets are; no figure is compared with another."""
        pairs = [(one, chief_target(one)) for one in self.figures()]
        return verdict_notes([verdict_of(one, aim) for one, aim in pairs if aim], wording)

    def description(self, wording: Wording) -> str:
        """Return how many goals there are, and those that are named with their figures."""
        goals = self.sheet.goals
        if goals is None:
            return ""
        number = wording.number_word(goals.announced)
        items = wording.join(
            (goal_phrase(one, self.sheet, wording) for one in goals.named), "semicolon"
        )
        return wording.say(
            "describe_goals" if goals.named else "describe_goals_unnamed",
            announced=capitalised(number),
            many=goals_noun(goals, wording),
            year=goals.year,
            named=wording.number_word(len(goals.named)),
            items=items,
        )

    def draw(self, plot: "Plot") -> float:
        """Draw the goals: side by side with their figures, or as a list where it is narrow."""
        goals = self.sheet.goals
        if goals is None:
            raise ChartError(plot.wording.say("no_goals"))
        if plot.width < plot.px(_WIDE_FROM):
            return draw_list(plot, goals, self.sheet)
        figures = self.figures()
        grid = _grid(plot, goals, figures)
        _draw_heads(plot, goals, grid, self.sheet)
        top = plot.px(HEAD)
        for row, (goal, name) in enumerate(
            zip(goals.named, cell_names(plot, goals, grid.cells), strict=True)
        ):
            draw_cell(
                plot, goal, name, (0, top + row * grid.pitch, grid.cells, grid.cell), self.sheet
            )
        right = _draw_figures(plot, goals, figures, grid, self.sheet)
        left = top + len(goals.named) * grid.pitch
        bottom = draw_empty(plot, goals, left, grid.cells, plot.px(CELL), plot.px(_PITCH))
        if goals.unnamed:
            bottom = max(bottom, _draw_bracket(plot, goals, grid, left, bottom, right))
        return max(bottom, right)


def _grid(plot: "Plot", goals: Goals, figures: list[Indicator]) -> _Grid:
    """Scale the columns with the width; cells grow where a name takes two lines."""
    share = min(1.0, plot.width / plot.px(_DESIGNED))
    cells = round(plot.px(_CELL_WIDTH) * share)
    start = round(plot.px(_FIGURES) * share)
    texts = (plot.signed_value(one, short=True) for one in figures)
    values = [plot.measure(one, plot.number, "bold") for one in texts]
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
    pitch, cell = plot.px(_PITCH) + more, plot.px(CELL) + more
    under = plot.leading(plot.body) if any(one.targets for one in figures) else 0
    dots = start - plot.px(12)
    return _Grid(cells, dots, start, round(names), pitch + under, cell, under)


def _lines(plot: "Plot", figures: list[Indicator], within: float) -> int:
    """Count the lines that the longest name of a figure takes, bold as it is when selected."""
    names = [plot.wording.brief_name(one) for one in figures]
    return max([len(plot.rows(one, within, plot.body, plot.widest)) for one in names] + [1])


def _period_width(plot: "Plot", figures: list[Indicator]) -> float:
    widths = [plot.measure(period_text(plot, one), plot.small) for one in figures]
    return min(max(widths, default=0.0), 0.24 * plot.width) + plot.px(8)


def _draw_heads(plot: "Plot", goals: Goals, grid: _Grid, sheet: Sheet) -> None:
    theme, small, middle = plot.theme, plot.small, plot.px(9)
    plot.text(0, middle, title_text(plot, goals), theme.ink3, size=small, within=grid.cells)
    say = plot.wording.say
    if sheet.year:
        head = say("figures_that_bear_year", year=sheet.year)
    else:
        head = say("figures_that_bear")
    plot.text(grid.figures, middle, head, theme.ink3, size=small, within=plot.width - grid.figures)


def _draw_figures(
    plot: "Plot", goals: Goals, figures: list[Indicator], grid: _Grid, sheet: Sheet
) -> float:
    """Draw curves and the rows of figures; returns the bottom in px."""
    top, theme = plot.px(HEAD), plot.theme
    start = grid.cells
    rows = {one.id: top + at * grid.pitch + grid.cell / 2 for at, one in enumerate(figures)}
    no_figure = top + len(figures) * grid.pitch + grid.cell / 2  # the row of goals without any
    lit: list[tuple[float, float]] = []
    for at, goal in enumerate(goals.named):
        y = top + at * grid.pitch + grid.cell / 2
        for one in goal.figures:
            if is_lit(plot, goal, one):
                lit.append((y, rows[one]))
                continue
            tag = f"link:{goal.id}:{one}"
            plot.curve((start, y), (grid.dots, rows[one]), theme.line, tag=tag)
        if not goal.figures:
            selected = plot.is_selected(goal.id)
            plot.curve(
                (start, y),
                (grid.dots - plot.px(4), no_figure),
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
    if all(goal.figures for goal in goals.named):
        return top + len(figures) * grid.pitch
    ring = plot.px(8)
    plot.dot(grid.dots, no_figure, ring, theme.line, is_hollow=True, edge=1, tag="point:none")
    text = no_figure_text(sheet, plot.wording)
    plot.text(grid.figures, no_figure, text, theme.ink3, within=plot.width - grid.figures)
    return no_figure + grid.pitch / 2


def _draw_figure(
    plot: "Plot", figure: Indicator, name: str, y: float, grid: _Grid, *, is_lit: bool
) -> None:
    """Draw one row: dot, value, name and period over a hairline."""
    theme = plot.theme
    selected = plot.is_selected(figure.id)
    half = (grid.pitch - grid.under) / 2
    top, high = y - half, grid.pitch
    box = (grid.dots - plot.px(8), top, plot.width - grid.dots + plot.px(16), high)
    edge = grid.figures - plot.px(4)
    plot.tint((edge, top, plot.width + plot.bleed - edge, high), figure.id)
    is_derived = figure.latest.status == "derived"
    plot.dot(
        grid.dots,
        y,
        plot.px(7),
        theme.accent if is_lit else theme.line,
        is_hollow=is_derived,
        tag=f"point:{figure.id}",
    )
    plot.value(
        grid.figures,
        y,
        plot.signed_value(figure, short=True),
        figure.id,
        within=grid.names - grid.figures - plot.px(6),
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
        period_text(plot, figure),
        theme.ink3,
        size=plot.small,
        align="right",
        within=0.24 * plot.width,
    )
    draw_outcome(plot, figure, grid.figures, y + half + grid.under / 2 - plot.px(5))
    plot.box((grid.figures, round(top + high), plot.width - grid.figures, 1), theme.hair)
    plot.mark_figure(figure, box)


def _draw_bracket(
    plot: "Plot", goals: Goals, grid: _Grid, top: float, bottom: float, right_bottom: float
) -> float:
    """Draw a bracket beside the empty cells with what they are; return the bottom in px."""
    theme = plot.theme
    x = grid.cells + plot.px(8)
    end = x + plot.px(4)
    plot.line(
        [x, end, end, x], [top + 3, top + 3, bottom - 2, bottom - 2], theme.line, tag="bracket"
    )
    left = end + plot.px(14)
    within = plot.width - left
    lines: list[tuple[str, str, Weight]] = [(unnamed_text(plot, goals), theme.ink, "bold")]
    if goals.unnamed > 1:
        lines.append((plot.wording.say("cells_stay_empty"), theme.ink2, "regular"))
    leading = plot.leading(plot.body) + plot.px(3)
    heights = [len(plot.rows(text, within, plot.body, "bold", 3)) for text, _, _ in lines]
    tall = sum(heights) * leading
    middle = max((top + bottom) / 2 - tall / 2 + leading / 2, right_bottom + plot.px(14))
    for (text, color, weight), rows in zip(lines, heights, strict=True):
        plot.paragraph(left, middle, text, color, within=within, lines=3, weight=weight)
        middle += rows * leading
    return middle - leading / 2 + plot.px(4)
