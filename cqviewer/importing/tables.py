"""Tables as data files hold them: cells as text, each with its place in the file."""

from pathlib import Path
from typing import NoReturn

import msgspec

from cqviewer.importing.found import Found
from cqviewer.model.citation import letters_of
from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError

TAKE_PART = say("take out the part that the sheet is about")
"""What to do about a file that is too large."""
_MOST_LOOKED_AT = 200
"""How many rows of a table are searched for digits of other scripts."""
_DIGITS = {
    zero + digit: str(digit)
    for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10)
    for digit in range(10)
} | {0x66B: ".", 0x66C: ","}
"""Digits and signs of Arabic, Persian, Hindi, Bengali, Thai and wide Latin script."""


class DataLimits(msgspec.Struct, frozen=True, kw_only=True):
    """What a data file may hold at most."""

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 300_000_000
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 3_000_000


class Table(msgspec.Struct):
    """One table: rows of cells, as they are written in the file.

    `letters` has the letters of each column in the file, the same ones for columns that it packs
    into one. The file itself may name `roles` of columns, by their indices, and what columns are
    `about`, by their heads. `is_comma_certain` says that 1,234 can only be a thousand and 1.234 a
    decimal. Where a file has no cells (`has_cells`), its values cite the source as a whole.
    """

    name: str
    rows: list[list[str]]
    letters: list[str]
    roles: dict[int, str] = {}
    has_cells: bool = True
    title: str = ""
    about: dict[str, str] = {}
    is_comma_certain: bool = True

    def cell_name(self, column: int, row: int) -> str:
        """Return what the file calls a cell, by its column from 0 and its row from 1: 'C7'."""
        return f"{self.letters[column]}{row}"

    def columns(self, letter: str) -> list[int]:
        """Return the columns, from 0, that are packed into the file's column of a letter."""
        return [at for at, one in enumerate(self.letters) if one == letter]


class Tables(msgspec.Struct):
    """What a data file holds: its tables, what it says of its source, and how it was read."""

    tables: list[Table]
    title: str = ""
    publisher: str = ""
    url: str = ""
    date: str = ""
    remarks: list[Found] = []


def web_address(text: str) -> str:
    """Return a text if it is an address of the web, or ''."""
    return text if text.startswith(("https://", "http://")) else ""


def letter(place: int) -> str:
    """Return the letters of a column by its place from 0: A, B … Z, AA."""
    return letters_of(place + 1)


def make_table(name: str, rows: list[list[str]]) -> Table:
    """Return a table whose columns are named as spreadsheets name them."""
    width = max(map(len, rows), default=0)
    return Table(name, rows, [letter(place) for place in range(width)])


def write_ascii_digits(table: Table) -> str:
    """Write digits of another script as 0 to 9; return the first cell that has such, or ''."""
    cells = (text for row in table.rows[:_MOST_LOOKED_AT] for text in row if not text.isascii())
    first = next((one for one in cells if one.translate(_DIGITS) != one), "")
    if first:
        table.rows = [[one.translate(_DIGITS) for one in row] for row in table.rows]
    return first


def check_size(path: Path, rows: int, cells: int, width: int, limits: DataLimits) -> None:
    """Refuse a table that has become larger than the limits; SheetError says which."""
    for number, most, what in (
        (width, limits.columns, say("columns")),
        (rows, limits.rows, say("rows")),
        (cells, limits.cells, say("cells")),
    ):
        if number > most:
            message = say("a table has {:,} {} or more; {:,} can be read", number, what, most)
            refuse(path, message, TAKE_PART)


def refuse(path: Path, message: str, hint: str = "") -> NoReturn:
    """Raise a SheetError that says what is wrong with a data file."""
    raise SheetError.of(path, message, hint)
