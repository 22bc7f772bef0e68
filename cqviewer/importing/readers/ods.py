"""ODS workbooks, each cell as its format shows it: the file holds that text beside the value."""

import re
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from cqviewer.importing.readers.workbooks import (
    MOST_SHEETS,
    check_packed,
    refuse_damaged,
    remarks,
    table_of,
    without_zeros,
)
from cqviewer.importing.tables import DataLimits, Table, Tables

_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TABLE, _TEXT, _OFFICE = (_SPACE % one for one in ("table", "text", "office"))
_MOST_DECIMALS = 12


class _Seen(NamedTuple):
    """How much of a workbook is worked out, and how much of it is hidden."""

    formulas: list[int]
    hidden: list[int]


def read_ods(path: Path, data: bytes, limits: DataLimits) -> Tables:  # noqa: ARG001 - read in parts
    """Return the tables of an ODS workbook; formulas count by their last saved results."""
    check_packed(path, limits)
    seen = _Seen([], [])
    found: list[Table] = []
    try:
        with zipfile.ZipFile(path) as packed, packed.open("content.xml") as file:
            for _, one in ElementTree.iterparse(file):
                if one.tag == f"{_TABLE}table" and len(found) < MOST_SHEETS:
                    name = one.get(f"{_TABLE}name", f"Table {len(found) + 1}")
                    found.append(table_of(path, name, _lines(one, seen, limits), limits))
                    one.clear()
    except (zipfile.BadZipFile, KeyError, ValueError, ElementTree.ParseError, OSError) as error:
        refuse_damaged(path, error)
    said = remarks(sum(seen.formulas), sum(seen.hidden), path)
    return Tables([one for one in found if one.rows], remarks=said)


def _lines(sheet: ElementTree.Element, seen: _Seen, limits: DataLimits) -> Iterator[list[str]]:
    """Yield the rows of a worksheet; empty ones below all others are left out."""
    seen.hidden.append(len([*_hidden(sheet, "table-column")]) + len([*_hidden(sheet, "table-row")]))
    empty = 0
    for row in sheet.iter(f"{_TABLE}table-row"):
        times = min(int(row.get(f"{_TABLE}number-rows-repeated", 1)), limits.rows + 1)
        line = _line(row, seen, limits)
        if not line:
            empty = min(empty + times, limits.rows + 1)
            continue
        yield from ([] for _ in range(empty))
        yield from ([*line] for _ in range(times))
        empty = 0


def _hidden(sheet: ElementTree.Element, kind: str) -> Iterator[ElementTree.Element]:
    key = f"{_TABLE}visibility"
    yield from (one for one in sheet.iter(_TABLE + kind) if one.get(key, "visible") != "visible")


def _line(row: ElementTree.Element, seen: _Seen, limits: DataLimits) -> list[str]:
    """Return the cells of a row without the empty ones at its right."""
    line: list[str] = []
    empty = 0
    for cell in row:
        times = min(int(cell.get(f"{_TABLE}number-columns-repeated", 1)), limits.columns + 1)
        text = _shown(cell)
        if f"{_TABLE}formula" in cell.attrib:
            seen.formulas.append(times)
        if not text:
            empty = min(empty + times, limits.columns + 1)
            continue
        line += [*[""] * empty, *[text] * times]
        empty = 0
    return line


def _shown(cell: ElementTree.Element) -> str:
    """Return a cell as it is shown, with no fewer digits than it has."""
    text = "\n".join("".join(one.itertext()) for one in cell.findall(f"{_TEXT}p")).strip()
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind in ("float", "percentage", "currency"):
        is_percent = kind == "percentage"
        try:
            number = Decimal(cell.get(f"{_OFFICE}value", "")).scaleb(2 * is_percent)
            return f"{_with_decimals(number, text):f}{'%' if is_percent else ''}"
        except InvalidOperation:  # no number, or one of more digits than anyone measures
            return text
    if kind == "date":
        return _date(cell.get(f"{_OFFICE}date-value", ""), text) or text
    return text.upper() if kind == "boolean" else text


def _with_decimals(number: Decimal, text: str) -> Decimal:
    """Return a number with the decimals of its text, however that sets thousands apart."""
    number = without_zeros(number)
    digits = re.sub(r"\D", "", text)
    exponent = number.as_tuple().exponent
    own = -exponent if isinstance(exponent, int) else 0
    for decimals in range(own, _MOST_DECIMALS):
        padded = number.quantize(Decimal(1).scaleb(-decimals))
        if re.sub(r"\D", "", f"{padded:f}") == digits:
            return padded
    return number


def _date(value: str, text: str) -> str:
    """Return a date as precise as its text: a year, a month or a day."""
    day = value.removesuffix("T00:00:00")
    numbers, has_letters = re.findall(r"\d+", text), bool(re.search(r"[^\W\d_]", text))
    if re.fullmatch(r"\d{4}", text):
        return day[:4]
    return day[:7] if len(numbers) == (1 if has_letters else 2) else day
