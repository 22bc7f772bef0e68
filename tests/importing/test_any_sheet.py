"""Any table as a sheet: each value is that of the cell to which it leads, none is lost or added."""

import re
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import column_index_from_string

from cqviewer.load import read_sheet
from tests.importing.tables import written
from tests.importing.test_any_table import Table, as_rows, tables, written_as


def cell(rows: list[list[str]], where: str) -> str:
    """Return what stands in a cell, such as B2."""
    letter, number = re.fullmatch(r"([A-Z]+)(\d+)", where).groups()  # type: ignore[union-attr]
    return rows[int(number) - 1][column_index_from_string(letter) - 1]


def led_to(text: str, rows: list[list[str]]) -> list[tuple[int, Decimal, Decimal]]:
    """Return year and value of each observation of a sheet, and what stands in its cell."""
    sheet = read_sheet(text.encode(), "sheet.yaml")
    return [
        (one.period.start.year, one.value, Decimal(cell(rows, str(one.citation.where))))
        for figure in sheet.indicators.values()
        for one in figure.observations
        if one.citation and one.period.start and one.value is not None
    ]


def expected(table: Table) -> list[tuple[int, Decimal, Decimal]]:
    """Return the same of a table."""
    return [(year, one, one) for own in table.values() for year, one in own.items()]


@settings(deadline=None, max_examples=40)
@given(table=tables(), is_long=st.booleans(), above=st.booleans(), data=st.data())
def test_each_value_is_that_of_its_cell_wherever_that_stands(
    table: Table, *, is_long: bool, above: bool, data: st.DataObject
) -> None:
    head, *body = as_rows(table, str, is_long=is_long)
    rows = [head, *data.draw(st.permutations(body))]
    rows = [["Jobs"], [], *rows] if above else rows
    with tempfile.TemporaryDirectory() as folder:
        text = written(Path(folder), written_as(rows, "utf-8"), unit="jobs")
    assert sorted(led_to(text, rows)) == sorted(expected(table))


@settings(deadline=None, max_examples=40)
@given(table=tables(), data=st.data())
def test_columns_in_any_order_lead_to_the_same_values(table: Table, data: st.DataObject) -> None:
    rows = as_rows(table, str, is_long=True)
    order = data.draw(st.permutations(range(3)))
    rows = [[row[at] for at in order] for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        text = written(Path(folder), written_as(rows, "utf-8"), unit="jobs")
    assert sorted(led_to(text, rows)) == sorted(expected(table))


@settings(deadline=None, max_examples=25)
@given(table=tables(), is_long=st.booleans(), data=st.data())
def test_values_that_are_lacking_in_the_file_are_lacking_in_the_sheet_and_no_other(
    table: Table, *, is_long: bool, data: st.DataObject
) -> None:
    rows = as_rows(table, str, is_long=is_long)
    places = [
        (at, column)
        for at in range(1, len(rows))
        for column in ([2] if is_long else range(1, len(rows[0])))
    ]
    some = st.lists(st.sampled_from(places), max_size=2, unique=True)
    for at, column in data.draw(some):
        rows[at][column] = ".."
    with tempfile.TemporaryDirectory() as folder:
        missing = {"..": "not_collected"}
        text = written(Path(folder), written_as(rows, "utf-8"), unit="jobs", missing=missing)
    sheet = read_sheet(text.encode(), "sheet.yaml")
    every = [one for figure in sheet.indicators.values() for one in figure.observations]
    assert sum(one.missing == "not_collected" for one in every) == sum(
        rows[at][column] == ".." for at, column in places
    )
    assert len(every) == len(places)
    assert all(
        (one.value is None) == (cell(rows, str(one.citation.where)) == "..")
        for one in every
        if one.citation
    )
