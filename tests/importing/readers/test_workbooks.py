"""XLSX, ODS and XLS workbooks."""

import datetime
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from cqviewer.importing.found import sentence
from cqviewer.importing.making import open_data
from cqviewer.importing.readers.registry import read_tables
from cqviewer.importing.readers.xlsx import read_xlsx
from cqviewer.importing.tables import DataLimits
from cqviewer.model.problems import SheetError
from tests.importing.tables import file_of

XLS = Path(__file__).parents[2] / "data" / "workbooks" / "waste.xls"
"""A workbook of the old format: per cent and months by their number formats alone."""


def workbook() -> openpyxl.Workbook:
    """Return a workbook with two sheets, number formats, a date and a formula."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Table 1"
    for row in (
        ["Region", 2023, 2024],
        ["North", 3, 0.125],
        ["South", 2.5, datetime.date(2024, 5, 1)],
    ):
        sheet.append(row)
    sheet["B2"].number_format = "0.00"
    sheet["C2"].number_format = "0.0%"
    sheet["B3"].number_format = "#,##0"
    book.create_sheet("Formulas").append(["a", "=1+1"])
    return book


def packed(files: dict[str, bytes]) -> bytes:
    """Return a zip archive."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_cells_are_read_as_their_formats_show_them(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    workbook().save(path)
    found = read_xlsx(path, b"", DataLimits())
    assert found.tables[0].name == "Table 1"
    assert found.tables[0].rows == [
        ["Region", "2023", "2024"],
        ["North", "3.00", "12.5%"],
        ["South", "2.5", "2024-05-01"],  # never with fewer digits than are stored
    ]
    assert ("formulas", 1) in {(one.kind, one.count) for one in found.remarks}


def test_a_workbook_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "data.xlsx"
    workbook().save(path)
    assert read_tables(path).tables[0].rows[1] == ["North", "3.00", "12.5%"]


def test_xls_has_its_numbers_as_they_are_stored_and_says_what_that_means() -> None:
    found = read_tables(XLS)
    assert [one.name for one in found.tables] == ["Waste", "Monthly"]
    assert found.tables[0].rows[1] == ["North", "2021", "401.5", "0.41"]
    assert found.tables[1].rows[1] == ["2024-01-01", "1000"]
    assert "41 % may be 0.41" in sentence(found.remarks[0])[1]


def test_damaged_and_huge_workbooks_get_sentences(tmp_path: Path) -> None:
    for data, said in (
        (b"PK\x03\x04xl/ but no archive", "cannot be unpacked"),
        (packed({"xl/workbook.xml": b"<no"}), "damaged"),
        (packed({"content.xml": b"<no"}), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
    ):
        path = file_of(tmp_path, data, "data.xlsx")
        with pytest.raises(SheetError) as error:
            read_tables(path)
        assert said in str(error.value)
    path = file_of(tmp_path, packed({"xl/worksheets/a.xml": b" " * 1_000_000}), "bomb.xlsx")
    with pytest.raises(SheetError) as error:
        read_xlsx(path, b"", DataLimits(unpacked_bytes=100_000))
    assert "unpacked, the workbook has more" in str(error.value)


def test_dates_have_the_precision_that_the_workbook_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet()
    for number_format in ("yyyy", "mmm-yy", '[$-809]dd "de" mmmm yyyy'):
        cell = sheet.cell(1, sheet.max_column + 1, datetime.date(2023, 5, 1))
        cell.number_format = number_format
    path = tmp_path / "data.xlsx"
    book.save(path)
    [row] = read_xlsx(path, b"", DataLimits()).tables[-1].rows
    assert [one for one in row if one] == ["2023", "2023-05", "2023-05-01"]


def test_hidden_rows_and_formulas_without_results_are_said(tmp_path: Path) -> None:
    book = workbook()
    book.worksheets[0].row_dimensions[2].hidden = True
    path = tmp_path / "data.xlsx"
    book.save(path)
    assert read_xlsx(path, b"", DataLimits()).remarks[0].kind == "hidden"
    formulas = openpyxl.Workbook()
    for row in (["Region", "2023"], ["North", "=B9"]):
        formulas.worksheets[0].append(row)
    formulas.save(path)
    with pytest.raises(SheetError) as error:
        open_data(path)
    assert "so that its formulas have results" in str(error.value)


def test_nothing_is_said_of_a_plain_workbook_and_its_macros_are_never_run(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Region", "2023"], ["North", 3]):
        book.worksheets[0].append(row)
    for ending, said in (("xlsx", []), ("xlsm", ["macros"])):
        path = tmp_path / f"data.{ending}"
        book.save(path)
        assert [one.kind for one in read_xlsx(path, b"", DataLimits()).remarks] == said


def test_empty_cells_at_the_right_and_rows_below_are_no_part_of_a_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Region", 2023, None], [None, None, None], ["North", None, 3], ["South", 4, ""]):
        sheet.append(row)
    sheet.cell(9, 5, "")
    path = tmp_path / "data.xlsx"
    book.save(path)
    [found] = read_xlsx(path, b"", DataLimits()).tables
    assert found.rows == [["Region", "2023"], [], ["North", "", "3"], ["South", "4"]]
    assert found.letters == ["A", "B", "C"]
