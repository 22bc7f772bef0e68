"""XLS and XLSB workbooks by calamine, with numbers as they are stored."""

from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from cqviewer.importing.found import Found
from cqviewer.importing.readers.workbooks import (
    MOST_SHEETS,
    cell_text,
    check_packed,
    refuse_damaged,
    remarks,
    table_of,
)
from cqviewer.importing.tables import DataLimits, Tables


def read_other_workbooks(path: Path, data: bytes, limits: DataLimits) -> Tables:
    """Return the tables of a workbook, with the numbers as they are stored."""
    if data[:2] == b"PK":
        check_packed(path, limits)
    try:
        book = CalamineWorkbook.from_path(str(path))
        tables = [
            table_of(
                path,
                name,
                (
                    [cell_text(one, "") for one in row]
                    for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                ),
                limits,
            )
            for name in book.sheet_names[:MOST_SHEETS]
        ]
    except (CalamineError, OSError) as error:
        refuse_damaged(path, error)
    said = [Found("as stored", 1, "", "")]
    return Tables([one for one in tables if one.rows], remarks=said + remarks(0, 0, path))
