"""The cells of a source that is a table."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import texts_in
from tests.ui.source.conftest import view_of

Show = Callable[..., MainWindow]


def test_the_cited_cell_is_boxed_in_its_grid_and_its_others_are_marked(show: Show) -> None:
    cited = "report sheet 'Calls' C3"
    window = show("calls.xlsx", "report", cited, selected="calls")
    view = view_of(window)
    cells = view.cells
    assert view.stack.currentWidget() is cells
    assert "Table" in texts_in(view.tabs)
    assert cells.shown == (2, 2)
    assert cells.others == {(3, 2)}
    model = cells.model()
    assert model.data(model.index(2, 2)) == "402"
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert heads == ["A", "B", "C"]
    assert model.headerData(2, Qt.Orientation.Vertical) == "3"
    assert cells.accessibleName() == "Calls"
    assert cells.currentIndex().row() == 2
    window.actions_by_name["next_place"].trigger()
    assert cells.shown == (3, 2)
    cells.viewport().grab()
