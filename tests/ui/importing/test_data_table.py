"""The table of a data file: its cells and places, and what each of its columns is."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from cqviewer.importing.preview import FileRow, Preview
from cqviewer.ui.importing.data_table import DataTable

pytestmark = [
    pytest.mark.usefixtures("look"),
    pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$"),  # offscreen none is told
]
PREVIEW = Preview(
    tables=["Table 1"],
    table="Table 1",
    letters=["A", "B", "D"],
    rows=[
        FileRow(1, ["Town", "Jobs", "Low"]),
        FileRow(5, ["North", "4"]),
        FileRow(9, ["South", "5", "4"]),
    ],
    of=3,
    roles=["group:en", "value 2024", "low"],
    decimal=".",
    found=[],
    still=[],
    marked=frozenset({(8, 1)}),
    figures=[],
    values=2,
    title="",
    place="",
    is_own=False,
)


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    """Return a table that shows a preview."""
    made = DataTable()
    qtbot.addWidget(made)
    made.show_preview(PREVIEW)
    made.show()
    return made


def combo(table: DataTable, column: int) -> QComboBox:
    """Return the choice over a column."""
    found = table.indexWidget(table.model().index(0, column))
    assert isinstance(found, QComboBox)
    return found


def place(table: DataTable) -> tuple[int, int]:
    """Return row and column of the current cell."""
    return table.currentIndex().row(), table.currentIndex().column()


def test_cells_stand_under_the_letters_and_beside_the_numbers_of_the_file(
    table: DataTable,
) -> None:
    model = table.model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [model.headerData(at, across) for at in range(3)] == ["A", "B", "D"]
    assert [model.headerData(at, down) for at in range(4)] == ["", "1", "5", "9"]
    cells = [[model.index(row, at).data() for at in range(3)] for row in range(1, 4)]
    assert cells == [["Town", "Jobs", "Low"], ["North", "4", ""], ["South", "5", "4"]]
    assert (model.rowCount(), model.columnCount()) == (4, 3)
    inner = model.index(1, 0)
    assert (model.rowCount(inner), model.columnCount(inner)) == (0, 0)


def test_values_and_limits_stand_at_the_right_and_what_was_read_otherwise_is_underlined(
    table: DataTable,
) -> None:
    cells = [table.model().index(3, at) for at in range(3)]
    right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    aligned = [one.data(Qt.ItemDataRole.TextAlignmentRole) for one in cells]
    assert aligned == [None, right, right]
    lined = [one.data(Qt.ItemDataRole.FontRole).underline() for one in cells]
    assert lined == [False, True, False]


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        (0, "Group", ("A", "group:en")),  # what it is already keeps its language
        (1, "Value", ("B", "value 2024")),  # and its period
        (0, "Place", ("A", "place")),
        (2, "Value", ("D", "value")),
    ],
)
def test_the_role_that_is_chosen_is_said_of_its_column(
    table: DataTable, qtbot: QtBot, column: int, text: str, said: tuple[str, str]
) -> None:
    choice = combo(table, column)
    choice.setCurrentIndex(choice.findText(text))
    with qtbot.waitSignal(table.role_chosen) as chosen:
        choice.activated.emit(choice.currentIndex())
    assert tuple(chosen.args) == said


def test_a_choice_says_its_column_its_role_and_how_much_stands_below(table: DataTable) -> None:
    assert [combo(table, at).accessibleName() for at in range(3)] == [
        "Column A, Group. Cells: 3, with something to look at: 0.",
        "Column B, Value. Cells: 3, with something to look at: 1.",
        "Column D, Lower limit. Cells: 2, with something to look at: 0.",
    ]


def test_the_columns_of_an_export_of_ones_own_cannot_be_said_to_be_others(
    table: DataTable,
) -> None:
    table.show_preview(msgspec.structs.replace(PREVIEW, is_own=True))
    assert not any(combo(table, at).isEnabled() for at in range(3))
    QTest.keyClick(table, Qt.Key.Key_F4)
    assert not combo(table, 0).view().isVisible()


def test_a_cell_of_the_file_is_gone_to_where_it_is_shown(table: DataTable) -> None:
    assert place(table) == (1, 0), "the first of the file"
    table.show_cell(8, 1)
    assert place(table) == (3, 1)
    table.show_cell(6, 0)
    assert place(table) == (3, 1), "of a row that is not shown there is no cell"


def test_the_current_cell_stays_where_it_was_while_its_column_is_there(table: DataTable) -> None:
    table.show_cell(8, 2)
    table.show_preview(PREVIEW)
    assert place(table) == (3, 2)
    fewer = msgspec.structs.replace(PREVIEW, letters=["A", "B"], roles=PREVIEW.roles[:2])
    table.show_preview(fewer)
    assert place(table) == (1, 0)


def test_the_role_of_a_column_is_opened_below_its_head_and_of_none_beyond(
    table: DataTable, qtbot: QtBot
) -> None:
    table.open_role(3)
    table.open_role(-1)
    assert place(table) == (1, 0)
    table.open_role(2)
    qtbot.waitUntil(combo(table, 2).view().isVisible)
    assert place(table) == (1, 2)
    combo(table, 2).hidePopup()
