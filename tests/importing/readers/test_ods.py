"""ODS workbooks: cells as they are shown, with all digits that they have."""

from pathlib import Path

import pytest

from cqviewer.importing.readers.ods import read_ods
from cqviewer.importing.readers.registry import read_tables
from cqviewer.importing.tables import DataLimits
from cqviewer.model.problems import SheetError
from tests.importing.readers.test_workbooks import packed
from tests.importing.tables import file_of

HEAD = (
    '<?xml version="1.0"?>{doctype}<office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    "<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
)


def cell(text: str, kind: str = "string", value: str = "", more: str = "") -> str:
    """Write a cell that shows a text, with its value."""
    name = "date-value" if kind == "date" else "value"
    said = f' office:{name}="{value}"' if value else ""
    return (
        f'<table:table-cell office:value-type="{kind}"{said} {more}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def workbook(folder: Path, *rows: str, doctype: str = "", table: str = "") -> Path:
    """Write a workbook whose one sheet has rows of cells."""
    inner = "".join(f"<table:table-row>{one}</table:table-row>" for one in rows)
    tables = table or f'<table:table table:name="Births">{inner}</table:table>'
    content = HEAD.format(doctype=doctype, tables=tables).encode()
    files = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    return file_of(folder, packed(files), "data.ods")


@pytest.mark.parametrize(
    ("kind", "value", "text", "expected"),
    [
        ("float", "7.5", "7.50", "7.50"),
        ("float", "1234", "1.234", "1234"),
        ("float", "1234.5", "1,234.50", "1234.50"),
        ("float", "1234.5", "1 234,5", "1234.5"),
        ("float", "1234.5678", "1,235", "1234.5678"),
        ("float", "-3", "(3.0)", "-3.0"),
        ("float", "1E6", "1000000", "1000000"),
        ("percentage", "0.41", "41.0 %", "41.0%"),
        ("percentage", "0.4127", "41%", "41.27%"),
        ("currency", "12.3", "€12.30", "12.30"),
        ("date", "2024-05-01", "01/05/24", "2024-05-01"),
        ("date", "2024-05-01", "May 2024", "2024-05"),
        ("date", "2024-05-01", "05/2024", "2024-05"),
        ("date", "2024-01-01", "2024", "2024"),
        ("date", "2024-05-01T00:00:00", "1. Mai 2024", "2024-05-01"),
        ("boolean", "true", "TRUE", "TRUE"),
        ("string", "", "North", "North"),
        ("float", "", "n/a", "n/a"),
        ("float", "1E40", "1E+40", "1E+40"),
        ("float", "INF", "Infinity", "Infinity"),
        ("date", "", "May 2024", "May 2024"),
    ],
)
def test_a_cell_is_read_as_it_is_shown_but_with_all_its_digits(
    tmp_path: Path, kind: str, value: str, text: str, expected: str
) -> None:
    path = workbook(tmp_path, cell("Year"), cell(text, kind, value))
    assert read_tables(path).tables[0].rows == [["Year"], [expected]]


def test_repeated_cells_and_rows_stand_where_they_are(tmp_path: Path) -> None:
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    many = '<table:table-cell table:number-columns-repeated="16000"/>'
    twice = cell("b", more='table:number-columns-repeated="2"')
    rows = (
        f"<table:table-row>{cell('a')}{gap}{twice}{many}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="2">{many}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{cell("c")}</table:table-row>'
        f'<table:table-row table:number-rows-repeated="1000000">{many}</table:table-row>'
    )
    path = workbook(tmp_path, table=f'<table:table table:name="One">{rows}</table:table>')
    [found] = read_tables(path).tables
    assert found.rows == [["a", "", "", "b", "b"], [], [], ["c"], ["c"]]
    assert found.letters == ["A", "B", "C", "D", "E"]


def test_formulas_and_what_is_hidden_are_said(tmp_path: Path) -> None:
    three = cell("3", "float", "3", 'table:formula="of:=1+2"')
    rows = (
        f"<table:table-row>{cell('Year')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{three}</table:table-row>'
    )
    path = workbook(tmp_path, table=f'<table:table table:name="One">{rows}</table:table>')
    said = {(one.kind, one.count) for one in read_tables(path).remarks}
    assert said == {("formulas", 1), ("hidden", 1)}


def test_hostile_workbooks_get_sentences(tmp_path: Path) -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "'
        + "x" * 1000
        + '">'
        + "".join(
            f'<!ENTITY {name} "{f"&{before};" * 100}">'
            for before, name in zip("abcd", "bcde", strict=True)
        )
        + "]>"
    )
    for path, said in (
        (workbook(tmp_path, cell("&e;"), doctype=bomb), "damaged"),
        (workbook(tmp_path, cell("<b")), "damaged"),
        (workbook(tmp_path, cell("a", more='table:number-columns-repeated="x"')), "damaged"),
    ):
        with pytest.raises(SheetError) as error:
            read_ods(path, b"", DataLimits())
        assert said in str(error.value)
    wide = '<table:table-row><table:table-cell table:number-columns-repeated="16000">'
    wide += "<text:p>x</text:p></table:table-cell></table:table-row>"
    with pytest.raises(SheetError) as error:
        read_ods(
            workbook(tmp_path, table=f'<table:table table:name="a">{wide}</table:table>'),
            b"",
            DataLimits(),
        )
    assert "columns or more" in str(error.value)
