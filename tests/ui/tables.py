"""What tests of tables ask of them."""

from cqviewer.charts.contents import rows_of
from cqviewer.ui.page.chart_card import ChartCard
from cqviewer.ui.page.page import SectionPage
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.table.period_view import PeriodTable
from cqviewer.ui.table.table_model import FigureTableModel
from cqviewer.ui.table.table_view import FigureTable
from cqviewer.ui.window.window import MainWindow

FIGURE, VALUE, PERIOD, ORIGIN, PLACE = range(5)


def column(table: FigureTable, number: int) -> list[str]:
    """Return what a column shows, from top to bottom."""
    model = table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def page_table(window: MainWindow) -> FigureTable:
    """Switch to the table of the page that is shown, and give its first."""
    if not window.store.view.is_table:
        window.actions_by_name["table"].trigger()
    return shown_table(window.content.page)


def shown_table(part: SectionPage | ChartCard) -> FigureTable:
    """Return the first table of a page or a chart."""
    assert part.tables is not None
    return part.tables.first


def series_table(window: MainWindow) -> PeriodTable:
    """Return the table of series of the page that is shown."""
    assert window.content.page.tables is not None
    table = window.content.page.tables.tables[-1]
    assert isinstance(table, PeriodTable)
    return table


def table_of(ids: list[str], store: Store, look: Look) -> FigureTable:
    """Make a table of the latest values of some figures and goals."""
    return FigureTable(FigureTableModel(store, rows_of(ids, store.sheet)), "Figures", store, look)
