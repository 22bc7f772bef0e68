"""Workbooks: XLSX by openpyxl, which tells the decimals that are shown; ODS and XLS by calamine."""

import datetime
import re
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import openpyxl

from cqviewer.importing.tables import Limits, Table, Tables, hold, make_table, refuse

_CALAMINE = "python_calamine"
"""Is loaded where an ODS or XLS file is read, and not before."""
_DECIMALS = re.compile(r"0\.(0+)")
_CHUNK = 1_000_000
_MOST_SHEETS = 100


def read_xlsx(path: Path, data: bytes, limits: Limits) -> Tables:  # noqa: ARG001 - read in parts
    """Return the tables of an XLSX workbook; formulas count by their last saved results."""
    formulas = _opened(path, limits)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        tables = []
        for sheet in book.worksheets[:_MOST_SHEETS]:
            sheet.reset_dimensions()
            lines = (
                [
                    _shown(one.value, one.number_format) if one.value is not None else ""
                    for one in row
                ]
                for row in sheet.iter_rows()
            )
            tables.append(_table(path, sheet.title, lines, limits))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        refuse(path, f"the workbook is damaged: {error}", "save it again in a spreadsheet program")
    remarks = _remarks(formulas, path)
    return Tables([one for one in tables if one.rows], remarks=remarks)


def read_other(path: Path, data: bytes, limits: Limits) -> Tables:
    """Return the tables of an ODS or XLS workbook, with the numbers as they are stored."""
    if data[:2] == b"PK":
        _opened(path, limits)
    calamine = import_module(_CALAMINE)
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        tables = [
            _table(
                path,
                name,
                (
                    [_shown(one, "") for one in row]
                    for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                ),
                limits,
            )
            for name in book.sheet_names[:_MOST_SHEETS]
        ]
    except (calamine.CalamineError, OSError) as error:
        refuse(path, f"the workbook is damaged: {error}", "save it again in a spreadsheet program")
    remarks = ["Numbers are read as they are stored, with the decimals that they need."]
    return Tables([one for one in tables if one.rows], remarks=remarks + _remarks(0, path))


def _remarks(formulas: int, path: Path) -> list[str]:
    said = []
    if formulas:
        said.append(f"{formulas:,} cells hold formulas; their last saved results are read.")
    if path.suffix.lower() in (".xlsm", ".xlsb"):
        said.append("The workbook may hold macros; they are neither read nor run.")
    return said


def _table(path: Path, name: str, lines: Iterable[list[str]], limits: Limits) -> Table:
    """Return a worksheet without the empty cells at its right and below."""
    rows: list[list[str]] = []
    cells = 0
    for line in lines:
        while line and not line[-1]:
            line.pop()
        rows.append(line)
        cells += len(line)
        hold(path, len(rows), cells, len(line), limits)
    while rows and not rows[-1]:
        rows.pop()
    return make_table(name, rows)


def _opened(path: Path, limits: Limits) -> int:
    """Refuse a packed workbook that is too large unpacked; return the number of its formulas."""
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(one.file_size for one in packed.infolist()) > limits.unpacked_bytes:
                message = f"unpacked, the workbook has more than {limits.unpacked_bytes:,} bytes"
                refuse(path, message, "take out the part that the sheet is about")
            found = 0
            for one in packed.namelist():
                if one.startswith("xl/worksheets/"):
                    with packed.open(one) as file:
                        while part := file.read(_CHUNK):
                            found += part.count(b"</f>")
            return found
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        refuse(path, f"the workbook cannot be unpacked: {error}", "save it without a password")


def _shown(value: object, number_format: str) -> str:
    """Return a cell as its number format shows it, but never with fewer digits than it has."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        value = value.date() if value.time() == datetime.time() else value
    if not isinstance(value, int | float):
        return str(value).strip()
    number = Decimal(repr(value))
    if not number.is_finite():
        return ""
    positive = number_format.partition(";")[0]
    is_percent = "%" in positive
    if is_percent:
        number = number.scaleb(2)
    number = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    asked = _DECIMALS.search(positive)
    exponent = number.as_tuple().exponent
    if asked and isinstance(exponent, int) and -exponent < len(asked[1]):
        number = number.quantize(Decimal(1).scaleb(-len(asked[1])))
    return f"{number:f}{'%' if is_percent else ''}"
