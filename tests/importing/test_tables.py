"""Tables as data files hold them: letters of columns, digits of other scripts, limits."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.importing.tables import (
    DataLimits,
    check_size,
    letter,
    make_table,
    refuse,
    write_ascii_digits,
)
from cqviewer.model.problems import SheetError

FILE = Path("data.csv")


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_columns_are_named_as_spreadsheets_name_them(place: int, letters: str) -> None:
    assert letter(place) == letters


def test_a_table_has_a_letter_for_each_cell_of_its_longest_row() -> None:
    assert make_table("T", [["a"], ["a", "b", "c"], []]).letters == ["A", "B", "C"]
    assert make_table("T", []).letters == []


@pytest.mark.parametrize(
    ("written", "read"),
    [("١٬٢٣٤٫٥", "1,234.5"), ("۲۰۲۴", "2024"), ("१२", "12"), ("๒๕๖๗", "2567"), ("３４", "34")],
)
def test_digits_of_other_scripts_become_0_to_9(written: str, read: str) -> None:
    table = make_table("T", [["ปี", "x"], [written, "y"]])
    assert write_ascii_digits(table) == written
    assert table.rows == [["ปี", "x"], [read, "y"]]


@given(st.lists(st.lists(st.text("abc12.,€é"), max_size=3), max_size=4))
def test_a_table_in_latin_digits_stays_as_it_is(rows: list[list[str]]) -> None:
    table = make_table("T", rows)
    assert write_ascii_digits(table) == ""
    assert table.rows == rows


LIMITS = DataLimits(rows=10, columns=5, cells=30)


def test_a_table_within_the_limits_is_read() -> None:
    check_size(FILE, 10, 30, 5, LIMITS)


@pytest.mark.parametrize(
    ("rows", "cells", "width", "said"),
    [
        (11, 30, 5, "a table has 11 rows or more; 10 can be read"),
        (10, 31, 5, "a table has 31 cells or more; 30 can be read"),
        (10, 30, 6, "a table has 6 columns or more; 5 can be read"),
    ],
)
def test_a_larger_table_is_refused_by_what_is_too_large(
    rows: int, cells: int, width: int, said: str
) -> None:
    with pytest.raises(SheetError) as error:
        check_size(FILE, rows, cells, width, LIMITS)
    (problem,) = error.value.problems
    assert (problem.message, problem.file) == (said, "data.csv")
    assert problem.help == "take out the part that the sheet is about"


def test_what_is_wrong_with_a_file_is_one_problem_of_it() -> None:
    with pytest.raises(SheetError) as error:
        refuse(FILE, "it is empty", "name another")
    (problem,) = error.value.problems
    assert (problem.message, problem.help, problem.file) == (
        "it is empty",
        "name another",
        str(FILE),
    )
