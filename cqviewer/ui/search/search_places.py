"""Where on a page a hit is shown."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from cqviewer.model.numbers.period import Period
from cqviewer.search import Hit
from cqviewer.ui.page.chart_card import ChartCard
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.search.search_mark import Place
from cqviewer.ui.table.table_view import FigureTable


class _Whole:
    """The whole of a widget."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def __call__(self) -> QRect:
        return self._widget.rect()


class _InTable:
    """The row of a figure or goal in a table."""

    def __init__(self, table: FigureTable, fact_id: str) -> None:
        self._table = table
        self._id = fact_id

    def __call__(self) -> QRect:
        return self._table.row_box(self._table.row_of(self._id))


class _InChart:
    """All marks of a figure or goal in a chart, or of a period; until it is drawn the chart."""

    def __init__(self, card: ChartCard, fact_id: str, period: Period | None) -> None:
        self._card = card
        self._id = fact_id
        self._period = period

    def __call__(self) -> QRect:
        box = QRect()
        for mark in self._card.view.marks:
            if mark.figure == self._id and self._period in (None, mark.period):
                left, top = round(mark.x), round(mark.y)
                box = box.united(QRect(left, top, round(mark.width), round(mark.height)))
        return box if box.isValid() else self._card.view.rect()


def place_of(page: SectionPage, hit: Hit, selected: str | None) -> tuple[QWidget, Place] | None:
    """Return the widget that shows a hit and the place in it; None if the page does not show it.

    A source is named in the panel of the figure that is `selected` because it cites it.
    """
    if hit.kind == "lead":
        return (page.lead, _Whole(page.lead)) if page.lead else None
    if hit.kind in ("figure", "goal", "source"):
        fact_id = selected or "" if hit.kind == "source" else hit.key
        return _fact_place(page, fact_id, hit.observation)
    if hit.kind == "chart":
        card = next((one for one in page.chart_cards if one.chart.id == hit.key), None)
        if card is not None and page.tables is not None and not card.isVisibleTo(page):
            return page.tables, _Whole(page.tables)
        return (card, _Whole(card)) if card else None
    rows = next((one.rows for one in page.row_lists if one.kind == hit.kind), [])
    row = rows[int(hit.key)]
    return row, _Whole(row)


def _fact_place(
    page: SectionPage, fact_id: str, period: Period | None
) -> tuple[QWidget, Place] | None:
    """Find a figure or goal: its row in the page's table, its card, its row or mark in a chart."""
    if page.tables is not None and not page.tables.isHidden():
        table = page.tables.table_of(fact_id)
        return (table, _InTable(table, fact_id)) if table else None
    card = page.card_of(fact_id)
    if card is not None:
        return card, _Whole(card)
    for chart_card in page.chart_cards:
        tables = chart_card.tables
        if tables is not None and not tables.isHidden() and (table := tables.table_of(fact_id)):
            return table, _InTable(table, fact_id)
        if fact_id in chart_card.facts:
            return chart_card.view, _InChart(chart_card, fact_id, period)
    return None
