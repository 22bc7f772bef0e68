"""Worksheets with a named line for each thing that is said of a series."""

from pathlib import Path

import openpyxl
import pytest

from cqviewer.importing.making import open_data
from cqviewer.importing.readers.series_heads import merge_heads
from cqviewer.importing.tables import make_table
from cqviewer.model.reading.import_format import ImportEntry

LINES = [
    ["", "Employed ;  Persons ;", "Rate ;  Persons ;", "Rate ;  Persons ;"],
    ["Unit", "000", "Percent", "Percent"],
    ["Series Type", "Original", "Original", "Trend"],
    ["Frequency", "Month", "Month", "Month"],
    ["Collection Month", "1", "1", "1"],
    ["No. Obs", "554", "554", "554"],
    ["Series ID", "A1", "A2", "A3"],
]
VALUES = [["2024-01", "14231.5", "3.9", "3.8"], ["2024-02", "14300.25", "4.1", "3.9"]]


def test_the_lines_become_one_head_in_the_last_of_them() -> None:
    table = make_table("Data1", [*LINES, *VALUES])
    assert merge_heads(table)
    assert table.rows == [
        *([] for _ in range(6)),
        [
            "Period",
            "Employed; Persons, Original (thousand)",
            "Rate; Persons, Original (Percent)",
            "Rate; Persons, Trend (Percent)",
        ],
        *VALUES,
    ]


@pytest.mark.parametrize("without", [0, 1, 6])
def test_a_table_without_names_units_or_ids_stays_as_it_is(without: int) -> None:
    rows = [line for at, line in enumerate(LINES) if at != without]
    table = make_table("Data1", [*rows, *VALUES])
    assert not merge_heads(table)
    assert table.rows == [*rows, *VALUES]


def test_a_workbook_with_an_index_is_read_by_its_series_and_cites_their_cells(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    index = book.worksheets[0]
    index.title = "Index"
    for row in (
        ["Data Item", "Series ID", "No. Obs", "Unit"],
        ["Employed", "A1", 554, "000"],
        ["Rate", "A2", 554, "Percent"],
    ):
        index.append(row)
    data = book.create_sheet("Data1")
    for line in [*LINES, *VALUES]:
        data.append(
            [
                float(one) if one[:1] in tuple("123456789") and "-" not in one else one
                for one in line
            ]
        )
    book.save(tmp_path / "series.xlsx")
    read = open_data(tmp_path / "series.xlsx").recognise(ImportEntry())
    said = [(str(one.name), one.unit, [v.amount.text for v in one.values]) for one in read.figures]
    assert said == [
        ("Employed; Persons, Original", "thousand", ["14231.5", "14300.25"]),
        ("Rate; Persons, Original", "%", ["3.9", "4.1"]),
        ("Rate; Persons, Trend", "%", ["3.8", "3.9"]),
    ]
    assert [one.row for one in read.figures[0].values] == [8, 9]


def test_a_line_that_is_shorter_than_others_says_nothing_of_the_last_series() -> None:
    lines = [line[:3] if line[0] in ("Unit", "Series Type") else line for line in LINES]
    table = make_table("Data1", [*lines, *VALUES])
    assert merge_heads(table)
    assert table.rows[6] == [
        "Period",
        "Employed; Persons (thousand)",
        "Rate; Persons (Percent)",
        "Rate; Persons",
    ]


def test_a_name_alone_in_a_line_begins_no_heads() -> None:
    table = make_table("Data1", [["Series ID"], *LINES[:-1], *VALUES])
    assert not merge_heads(table)
