"""XLSX workbooks by openpyxl, which knows how many decimals a cell shows."""

import zipfile
from pathlib import Path

import openpyxl

from cqviewer.importing.readers.workbooks import (
    MOST_SHEETS,
    cell_text,
    check_packed,
    refuse_damaged,
    remarks,
    table_of,
)
from cqviewer.importing.tables import DataLimits, Tables


def read_xlsx(path: Path, data: bytes, limits: DataLimits) -> Tables:  # noqa: ARG001 - read in parts
    """Return the tables of an XLSX workbook; formulas count by their last saved results."""
    formulas, hidden = check_packed(path, limits)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        tables = []
        for sheet in book.worksheets[:MOST_SHEETS]:
            sheet.reset_dimensions()
            lines = (
                [
                    cell_text(one.value, one.number_format) if one.value is not None else ""
                    for one in row
                ]
                for row in sheet.iter_rows()
            )
            tables.append(table_of(path, sheet.title, lines, limits))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        refuse_damaged(path, error)
    return Tables([one for one in tables if one.rows], remarks=remarks(formulas, hidden, path))
