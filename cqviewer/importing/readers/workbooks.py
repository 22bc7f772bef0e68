"""What workbooks of all formats have in common: cells, limits and remarks."""

import datetime
import re
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from cqviewer.importing.found import Found
from cqviewer.importing.tables import TAKE_PART, DataLimits, Table, check_size, make_table, refuse
from cqviewer.model.messages import say

_DECIMALS = re.compile(r"0\.(0+)")
_CHUNK = 1_000_000
MOST_SHEETS = 100
"""Worksheets that are read of a workbook."""


def remarks(formulas: int, hidden: int, path: Path) -> list[Found]:
    """Return the findings about formulas, hidden rows and columns, and macros."""
    macros = int(path.suffix.lower() in (".xlsm", ".xlsb"))
    said = (Found("hidden", hidden, "", ""), Found("formulas", formulas, "", ""))
    return [one for one in (*said, Found("macros", macros, "", "")) if one.count]


def table_of(path: Path, name: str, lines: Iterable[list[str]], limits: DataLimits) -> Table:
    """Return a worksheet without the empty cells at its right and below."""
    rows: list[list[str]] = []
    cells = 0
    for line in lines:
        while line and not line[-1]:
            line.pop()
        rows.append(line)
        cells += len(line)
        check_size(path, len(rows), cells, len(line), limits)
    while rows and not rows[-1]:
        rows.pop()
    return make_table(name, rows)


def check_packed(path: Path, limits: DataLimits) -> tuple[int, int]:
    """Return the number of formulas in a packed workbook, and of hidden rows and runs of columns.

    SheetError if it is too large unpacked.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(one.file_size for one in packed.infolist()) > limits.unpacked_bytes:
                message = say(
                    "unpacked, the workbook has more than {:,} bytes", limits.unpacked_bytes
                )
                refuse(path, message, TAKE_PART)
            found = hidden = 0
            for one in packed.namelist():
                if one.startswith("xl/worksheets/"):
                    with packed.open(one) as file:
                        while part := file.read(_CHUNK):
                            found += part.count(b"</f>")
                            hidden += part.count(b' hidden="1"')
            return found, hidden
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        refuse(
            path,
            say("the workbook cannot be unpacked: {}", error),
            say("save it without a password"),
        )


def refuse_damaged(path: Path, error: Exception) -> NoReturn:
    """Refuse a workbook that no program could read."""
    hint = say("save it again in a spreadsheet program")
    refuse(path, say("the workbook is damaged: {}", error), hint)


def without_zeros(number: Decimal) -> Decimal:
    """Return a number without the zeros at the end of its fraction, and without an exponent."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def cell_text(value: object, number_format: str) -> str:
    """Return a cell as its number format shows it, but never with fewer digits than it has."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        value = value.date() if value.time() == datetime.time() else value
    if isinstance(value, datetime.date) and number_format:
        parts = re.sub(r'\[[^\]]*\]|"[^"]*"', "", number_format).lower()
        if "y" in parts and "d" not in parts:
            return f"{value:%Y-%m}" if "m" in parts else f"{value:%Y}"
    if not isinstance(value, int | float):
        return str(value).rstrip()
    number = Decimal(repr(value))
    if not number.is_finite():
        return ""
    positive = number_format.partition(";")[0]
    is_percent = "%" in positive
    if is_percent:
        number = number.scaleb(2)
    number = without_zeros(number)
    asked = _DECIMALS.search(positive)
    exponent = number.as_tuple().exponent
    if asked and isinstance(exponent, int) and -exponent < len(asked[1]):
        number = number.quantize(Decimal(1).scaleb(-len(asked[1])))
    return f"{number:f}{'%' if is_percent else ''}"
