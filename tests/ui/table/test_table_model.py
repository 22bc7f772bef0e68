"""Rows of figures: their orders, what is copied of them, and what stands for many of them."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from cqviewer.charts.contents import FactRow, rows_of
from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder
from cqviewer.ui.state.store import Store
from cqviewer.ui.table.table_model import MANY, FigureTableModel
from cqviewer.ui.table.table_view import tab_separated
from tests.ui.tables import FIGURE, ORIGIN, PERIOD, PLACE, VALUE

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
COLUMNS = (FIGURE, VALUE, PERIOD, ORIGIN, PLACE)


@pytest.fixture(scope="module")
def by_year() -> Sheet:
    """Return a sheet with gaps, bounds and several sources."""
    return load_sheet(data_folder() / "chongqing-by-year.yaml")


def model_of(sheet: Sheet) -> FigureTableModel:
    goals = [one.id for one in sheet.goals.named] if sheet.goals else []
    return FigureTableModel(Store(sheet), rows_of([*sheet.indicators, *goals], sheet))


def ids(model: FigureTableModel) -> list[str]:
    return [row.fact.id for row in model.table_rows]


@pytest.fixture(params=["sheet", "by_year", "springfield", "other_sheet"])
def model(request: pytest.FixtureRequest) -> FigureTableModel:
    """Return a table of all figures and goals of a sheet."""
    return model_of(request.getfixturevalue(request.param))


@pytest.mark.parametrize("column", COLUMNS)
def test_each_order_keeps_all_rows_and_the_page_s_order_comes_back(
    column: int, model: FigureTableModel
) -> None:
    before = ids(model)
    for order in (UP, DOWN):
        model.sort(column, order)
        assert sorted(ids(model)) == sorted(before)
    model.sort(-1)
    assert ids(model) == before


def test_values_rise_and_what_has_none_comes_last_either_way(model: FigureTableModel) -> None:
    for order in (UP, DOWN):
        model.sort(VALUE, order)
        values = [row.true_value for row in model.table_rows]
        numbers = [one for one in values if one is not None]
        assert numbers == sorted(numbers, reverse=order == DOWN)
        assert values == [*numbers, *[None] * (len(values) - len(numbers))]


def test_rows_that_are_alike_keep_the_page_s_order(model: FigureTableModel) -> None:
    before = {fact: at for at, fact in enumerate(ids(model))}
    model.sort(VALUE, UP)
    values = [row.true_value for row in model.table_rows]
    pairs = [
        (before[ids(model)[at]], before[ids(model)[at + 1]])
        for at in range(len(values) - 1)
        if values[at] == values[at + 1]
    ]
    assert all(first < second for first, second in pairs)


def test_what_is_selected_goes_with_its_row(model: FigureTableModel) -> None:
    held = [QPersistentModelIndex(model.index(row, VALUE)) for row in range(model.rowCount())]
    facts = ids(model)
    for column, order in ((VALUE, DOWN), (FIGURE, UP), (-1, UP)):
        model.sort(column, order)
        assert [ids(model)[one.row()] for one in held] == facts
        assert {one.column() for one in held} == {VALUE}


def test_each_figure_s_row_is_found_in_each_order(model: FigureTableModel) -> None:
    facts = ids(model)
    model.sort(FIGURE, DOWN)
    assert [ids(model)[model.row_of(one).row()] for one in facts] == facts
    assert not model.row_of("nothing of the kind").isValid()
    assert not model.row_of(None).isValid()


def test_each_cell_is_said_and_copied(model: FigureTableModel) -> None:
    assert model.columnCount() == len(model.headings()) == 5
    assert model.columnCount(model.index(0, 0)) == model.rowCount(model.index(0, 0)) == 0
    cells = [model.cells(row) for row in model.table_rows]
    assert all(all(one) for one in cells), "no cell is empty"
    copied = [model.copied(row) for row in model.table_rows]
    assert [one[FIGURE] for one in copied] == [one[FIGURE] for one in cells]
    assert all(one[VALUE].startswith(cell[VALUE]) for one, cell in zip(copied, cells, strict=True))
    assert model.data(QModelIndex()) is None


def test_footnotes_are_numbered_in_the_order_of_reading(health: Sheet) -> None:
    ids_of = list(health.indicators)
    noted = {
        name: msgspec.structs.replace(one, note=f"Note on {name}" if name != ids_of[1] else None)
        for name, one in health.indicators.items()
    }
    model = model_of(msgspec.structs.replace(health, indicators=noted))
    of_figures = [note for note in model.notes if note.startswith("Note on ")]
    assert of_figures == [f"Note on {name}" for name in ids_of if name != ids_of[1]]
    numbers = [one.split(" ")[0] for one in model.numbered_notes()]
    assert len({*numbers}) == len(model.notes)
    first = model.table_rows[0]
    assert model.noted_name(first) == f"{model.name(first)}\N{NO-BREAK SPACE}{numbers[0]}"
    assert model.noted_name(model.table_rows[1]) == model.name(model.table_rows[1])
    assert model.legend(), "the letters that occur have their words"


def many(sheet: Sheet, count: int) -> list[FactRow]:
    """Return rows of so many figures, drawn from those of a sheet."""
    drawn, figures = random.Random(1), list(sheet.indicators.values())
    more = [
        msgspec.structs.replace(drawn.choice(figures), id=f"more_{number}")
        for number in range(count)
    ]
    whole = msgspec.structs.replace(sheet, indicators={one.id: one for one in more})
    return rows_of([one.id for one in more], whole)


def test_of_very_many_rows_a_few_are_measured_and_none_is_wider(springfield: Sheet) -> None:
    few = FigureTableModel(Store(springfield), many(springfield, MANY))
    assert len(few.samples()) == MANY
    model = FigureTableModel(Store(springfield), many(springfield, 2000))
    samples = model.samples()
    assert len(samples) < 200

    def longest(rows: list[FactRow]) -> list[int]:
        return [max(len(model.cells(row)[column]) for row in rows) for column in COLUMNS[1:]]

    assert longest(samples) == longest(model.table_rows)


@given(lines=st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=4), max_size=5))
def test_a_copied_table_has_a_line_a_row_and_no_formula(lines: list[list[str]]) -> None:
    text = tab_separated(lines)
    assert text.count("\n") == max(1, len(lines))
    rows = text.split("\n")[: len(lines)]
    assert [row.count("\t") for row in rows] == [len(line) - 1 for line in lines]
    cells = [cell for row in rows for cell in row.split("\t")]
    assert not any(cell.startswith(("=", "@")) for cell in cells)


@pytest.mark.parametrize(
    ("cell", "copied"),
    [("+7.6 %", "+7.6 %"), ("-3", "-3"), ("a\tb\nc", "a b c"), ("=1+1", "'=1+1")],
)
def test_signed_numbers_stay_numbers(cell: str, copied: str) -> None:
    assert tab_separated([[cell]]) == f"{copied}\n"
