"""Each cell of a comparison is of the row and sheet that its heads name, wide and narrow."""

import pytest
from PySide6.QtCore import Qt

from cqviewer.ui.compare.comparison import Tab
from cqviewer.ui.compare.side_model import NAME, SideModel
from tests.model.sheets import figure
from tests.ui.compare.sides import Sides

pytestmark = pytest.mark.usefixtures("qapp")
LEVEL = {"measure": "level"}
FIRST = f"""\
jobs: {figure(value=1200)}
rain: {figure(name="Rain", unit="mm", value="0.250", **LEVEL)}
ships: {figure(name="Ships", unit="ships", value=7)}"""
SECOND = f"""\
jobs: {figure(value=900, status="provisional")}
rain: {figure(name="Rain", unit="mm", value="below 5", **LEVEL)}"""
THIRD = f"""\
jobs: {figure(value="not stated")}
trees: {figure(name="Trees", unit="trees", value=31)}"""
Spoken = Qt.ItemDataRole.AccessibleTextRole


def model(*, is_narrow: bool = False, tab: Tab = "all") -> tuple[Sides, SideModel]:
    """Return three sheets side by side, and the model of their table."""
    sides = Sides(FIRST, SECOND, THIRD)
    sides.tab = tab
    made = SideModel(sides.as_comparison(), "Figure")
    if is_narrow:
        made.reset(is_narrow=True)
    return sides, made


def shown(made: SideModel) -> list[list[str]]:
    """Return all that the table shows, row by row."""
    return [
        [str(made.data(made.index(row, column))) for column in range(made.columnCount())]
        for row in range(made.rowCount())
    ]


WIDE = [
    ["Jobs", "1,200", "900", "Not stated"],
    ["Rain", "0.250 mm", "below 5 mm", "Not in this sheet"],
    ["Ships", "7", "Not in this sheet", "Not in this sheet"],
    ["Trees", "Not in this sheet", "Not in this sheet", "31"],
]


def test_each_value_stands_in_the_row_of_its_figure_and_the_column_of_its_sheet() -> None:
    _, made = model()
    assert shown(made) == WIDE
    heads = [made.headerData(at, Qt.Orientation.Horizontal) for at in range(4)]
    assert heads == ["Figure", "Springfield 2020", "Springfield 2021", "Springfield 2022"]
    rows = [made.headerData(at, Qt.Orientation.Vertical) for at in range(4)]
    assert rows == [one for one, *_ in WIDE]


def test_narrow_each_row_is_a_block_with_the_same_values_in_the_same_order() -> None:
    _, made = model(is_narrow=True)
    assert made.columnCount() == 1
    assert [one for row in shown(made) for one in row] == [one for row in WIDE for one in row]
    assert made.headerData(6, Qt.Orientation.Vertical) == "Rain"


@pytest.mark.parametrize("is_narrow", [False, True])
def test_no_two_indexes_are_of_one_cell(*, is_narrow: bool) -> None:
    sides, made = model(is_narrow=is_narrow)
    places = [
        made.place(made.index(row, column))
        for row in range(made.rowCount())
        for column in range(made.columnCount())
    ]
    wanted = [(id(row), at) for row in sides.rows for at in (NAME, 0, 1, 2)]
    assert [(id(row), at) for row, at in places] == wanted


@pytest.mark.parametrize("is_narrow", [False, True])
def test_the_ear_hears_sheet_figure_value_and_marks_of_each_cell(*, is_narrow: bool) -> None:
    _, made = model(is_narrow=is_narrow)
    heard = [
        str(made.data(made.index(row, column), Spoken))
        for row in range(made.rowCount())
        for column in range(made.columnCount())
    ]
    assert heard[:4] == [
        "Jobs, Count of jobs",
        "Springfield 2020, Jobs, 1,200, 2024, rank 1 of 2",
        "Springfield 2021, Jobs, 900, provisional, 2024, rank 2 of 2",
        "Springfield 2022, Jobs, Not stated",
    ]
    assert heard[6] == "Springfield 2021, Rain, below 5 mm, 2024, not ranked"
    assert heard[7] == "Springfield 2022, Rain, Not in this sheet"


@pytest.mark.parametrize(
    ("tab", "names"),
    [
        ("all", ["Jobs", "Rain", "Ships", "Trees"]),
        ("comparable", ["Jobs"]),
        ("single", ["Ships", "Trees"]),
    ],
)
@pytest.mark.parametrize("is_narrow", [False, True])
def test_rows_that_come_in_later_are_shown_if_they_are_of_the_tab(
    tab: Tab, names: list[str], *, is_narrow: bool
) -> None:
    sides, made = model(is_narrow=is_narrow, tab=tab)
    every, sides.rows = sides.rows, []
    sides.changed.emit()
    assert made.rowCount() == 0
    inserted: list[tuple[int, int]] = []
    made.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    for row in every:
        sides.rows.append(row)
        sides.grown.emit(len(sides.rows) - 1)
    lines = 4 if is_narrow else 1
    assert inserted == [(at * lines, (at + 1) * lines - 1) for at in range(len(names))]
    assert [one for one, *_ in shown(made)][::lines] == names


def test_a_cell_has_no_children_and_no_index_shows_nothing() -> None:
    _, made = model()
    cell = made.index(0, 0)
    assert (made.rowCount(cell), made.columnCount(cell)) == (0, 0)
    assert made.data(made.index(-1, -1)) is None
    assert made.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None
