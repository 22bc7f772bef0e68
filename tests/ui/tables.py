"""What tests of tables ask of them."""

from cqviewer.ui.table.table_view import FigureTable
from cqviewer.ui.window.window import MainWindow

FIGURE, VALUE, PERIOD, ORIGIN, PLACE = range(5)


def column(table: FigureTable, number: int) -> list[str]:
    """Give what a column shows, from top to bottom."""
    model = table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def page_table(window: MainWindow) -> FigureTable:
    """Switch to the table of the page that is shown."""
    if not window.store.view.is_table:
        window.actions_by_name["table"].trigger()
    table = window.content.page.table
    assert table is not None
    return table
