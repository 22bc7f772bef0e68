"""The cells of a source that is a table."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.tooltips import plain_tooltip
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import bring_to_front, texts_in
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


def test_a_cell_s_tooltip_is_its_text_whatever_that_looks_like(show: Show) -> None:
    cells = view_of(show("calls.xlsx", "report", "report sheet 'Calls' C3")).cells
    model = cells.model()
    table = model.table  # type: ignore[attr-defined]
    table.rows[1][0] = "<img src='file:///etc/hostname'>"
    tip = model.data(model.index(1, 0), Qt.ItemDataRole.ToolTipRole)
    assert tip == plain_tooltip("<img src='file:///etc/hostname'>")
    assert "<img" not in tip


def test_columns_are_as_wide_as_their_cells_within_limits(show: Show) -> None:
    cells = view_of(show("calls.xlsx", "report", "report sheet 'Calls' C3", selected="calls")).cells
    widths = [cells.columnWidth(at) for at in range(3)]
    assert all(56 <= one <= 220 for one in widths)
    model = cells.model()
    sides = [model.data(model.index(1, at), Qt.ItemDataRole.TextAlignmentRole) for at in range(2)]
    assert sides[0] != sides[1], "numbers stand at the right"


def test_arrows_walk_the_cells_and_tab_leaves_them(show: Show, qtbot: QtBot) -> None:
    window = show("calls.xlsx", "report", "report sheet 'Calls' C3", selected="calls")
    bring_to_front(window, qtbot)
    cells = view_of(window).cells
    cells.setFocus()
    QTest.keyClick(cells, Qt.Key.Key_Left)
    at = cells.currentIndex()
    assert (at.row(), at.column()) == (2, 1)
    assert at.data() == "355"
    QTest.keyClick(cells, Qt.Key.Key_Tab)
    assert not cells.hasFocus()
