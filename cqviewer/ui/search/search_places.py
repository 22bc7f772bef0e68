"""Finds where on a page a hit is shown."""

from functools import partial

from PySide6.QtWidgets import QWidget

from cqviewer.model.numbers.period import Period
from cqviewer.search import Hit
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.search.search_mark import Place


def place_of(page: SectionPage, hit: Hit, selected: str | None) -> tuple[QWidget, Place] | None:
    """Return the widget that shows a hit, and a function for its rectangle; None if not shown.

    A source is shown at the `selected` figure, which cites it.
    """
    if hit.kind == "lead":
        return (page.lead, page.lead.rect) if page.lead else None
    if hit.kind in ("figure", "goal", "source"):
        fact_id = selected or "" if hit.kind == "source" else hit.key
        return _fact_place(page, fact_id, hit.observation)
    if hit.kind == "chart":
        card = next((one for one in page.chart_cards if one.chart.id == hit.key), None)
        if card is not None and page.tables is not None and not card.isVisibleTo(page):
            return page.tables, page.tables.rect
        return (card, card.rect) if card else None
    rows = next((one.rows for one in page.row_lists if one.kind == hit.kind), [])
    row = rows[int(hit.key)]
    return row, row.rect


def _fact_place(
    page: SectionPage, fact_id: str, period: Period | None
) -> tuple[QWidget, Place] | None:
    """Return the place of a figure or goal: in the page's table, its card, or in a chart."""
    if page.tables is not None and not page.tables.isHidden():
        table = page.tables.table_of(fact_id)
        return (table, partial(table.fact_box, fact_id)) if table else None
    card = page.card_of(fact_id)
    if card is not None:
        return card, card.rect
    for chart_card in page.chart_cards:
        tables = chart_card.tables
        if tables is not None and not tables.isHidden() and (table := tables.table_of(fact_id)):
            return table, partial(table.fact_box, fact_id)
        if fact_id in chart_card.facts:
            view = chart_card.view
            return view, partial(view.marks_box, fact_id, period)
    return None
