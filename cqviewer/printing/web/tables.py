"""Tables of the page: all figures, and the twin of each chart."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from cqviewer.charts.contents import chart_facts, kind_of
from cqviewer.model.facts import Chart
from cqviewer.model.judging.verdict import verdicts
from cqviewer.printing.pages.annex import GOAL_HEADS, goal_row
from cqviewer.printing.pages.figure_table import figure_table
from cqviewer.printing.pages.page_data import (
    FigureRow,
    GoalRow,
    PrintedFigures,
    Said,
    SeriesRow,
    WordedValue,
)
from cqviewer.printing.pages.scope import Scope
from cqviewer.printing.web.markup import Inside, dot, make, make_if, marked, text_of, worded

Anchor = Callable[[str], str | None]
"""Returns the id of the element that shows a figure first, or None for later ones."""


def twin(scope: Scope, chart: Chart) -> list[Element]:
    """Return the tables with all that a chart shows."""
    part = scope.of_chart(chart)
    table = figure_table(part)
    title = scope.said(chart.title)
    tables = figure_tables(table, lambda _: None, caption=title) if table else []
    tables += _targets(scope, chart)
    if part.goals:
        heads = [scope.wording.say(f"print_head_{one}") for one in GOAL_HEADS]
        rows = [_goal_row(goal_row(one, scope)) for one in part.goals.named]
        tables.append(_table(title, heads, rows))
    return tables


def _targets(scope: Scope, chart: Chart) -> list[Element]:
    """Return the table of the targets that a chart shows, if it shows any."""
    sheet, wording = scope.sheet, scope.wording
    shown, rows = kind_of(chart, sheet).targets(), []
    for figure in filter(None, map(sheet.indicators.get, chart_facts(chart, sheet))):
        for one in (one for one in verdicts(figure) if one.target in shown):
            head = make("th", wording.name(figure), scope="row")
            cells = (make("td", text) for text in wording.target_cells(figure, one))
            rows.append(make("tr", head, *cells))
    heads = [wording.say("head_indicator"), *wording.target_heads()]
    return [_table(wording.say("target_and_outturn"), heads, rows)] if rows else []


def figure_tables(table: PrintedFigures, anchor: Anchor, *, caption: Said = "") -> list[Element]:
    """Return the tables of figures, each with its legend and footnotes; `anchor` places rows.

    A caption takes the place of the titles of groups.
    """
    found = []
    for part in table.parts:
        heads = [part.head, *part.periods] if part.periods else table.heads
        rows = []
        for group in part.groups:
            if group.title and not caption:
                head = make("th", group.title, scope="rowgroup", colspan=str(len(heads)))
                rows.append(make("tr.group", head))
            rows += [_row(one, anchor) for one in group.rows]
        found.append(_table(caption or table.title, heads, rows))
        legend = [f"{one.number} {text_of(one.text)}" for one in part.legend]
        below: list[list[Inside]] = [[table.semicolon.join(legend)]] if legend else []
        below += [[f"{one.number} ", one.text] for one in part.notes]
        found += [make("p.below", *one) for one in below]
    return found


def _row(row: FigureRow | SeriesRow, anchor: Anchor) -> Element:
    made = _series(row) if isinstance(row, SeriesRow) else _figure(row)
    if place := anchor(row.figure):
        made.set("id", place)
    return made


def _figure(row: FigureRow) -> Element:
    """Return the row of a figure of one period."""
    return make(
        "tr",
        make("th", row.name, scope="row"),
        _number(row.value),
        make("td", row.when.text),
        make("td", dot(row.status), row.origin),
        make("td", row.place),
    )


def _number(value: WordedValue) -> Element:
    """Return the cell of a value, with the ends of its interval below."""
    return make("td.number", worded(value), make_if("span.ends", value.interval))


def _series(row: SeriesRow) -> Element:
    """Return the row of a series: a cell for each period."""
    small = (make_if("span.more", one) for one in (row.interval, row.origin))
    head = make("th", row.name, row.unit, *map(marked, row.marks), *small, scope="row")
    return make("tr.total" if row.is_total else "tr", head, *map(_number, row.values))


def _goal_row(row: GoalRow) -> Element:
    cells = (make("td", one) for one in (row.place, row.figures, row.plans, row.link))
    return make("tr", make("th", row.name, scope="row"), *cells)


def _table(caption: Said, heads: Sequence[Said], rows: Sequence[Element]) -> Element:
    """Return a table that scrolls sideways by itself where it is wider than the page."""
    cells = [make("th", one, scope="col") for one in heads]
    for cell, below in zip(cells, rows[-1], strict=True):
        cell.attrib |= {key: text for key, text in below.attrib.items() if key == "class"}
    head = make("tr", *cells)
    table = make("table", make("caption.heard", caption), make("thead", head), make("tbody", *rows))
    return make("div.scrolled", table, role="group", tabindex="0", aria_label=text_of(caption))
