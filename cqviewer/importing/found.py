"""What was found in a table: how cells were read otherwise than written, counted, in sentences."""

from typing import Literal

import msgspec

from cqviewer.importing import cells
from cqviewer.importing.layout import Block

Kind = (
    cells.Way
    | Literal[
        "which decimal",
        "either decimal",
        "same in all",
        "left out",
        "which year",
        "which date",
        "first break",
        "period",
        "empty",
        "not broken down",
        "twice",
        "flag for no value",
        "unknown flag",
        "unit",
        "unit in the head",
        "total",
        "no name",
        "no unit",
        "no place",
    ]
)


class Found(msgspec.Struct, frozen=True):
    """One way in which cells were read: how many, an example, what it was read as, and where.

    `cells` are the first of them, by row and column from 0.
    """

    kind: Kind
    count: int
    written: str
    read: str
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def is_open(self) -> bool:
        """Return whether someone has to say what is meant before the sheet is sound."""
        return self.kind in _OPEN


_OPEN = (
    "either decimal",
    "unknown",
    "unknown flag",
    "which year",
    "which date",
    "no unit",
    "no place",
)
_BY_TEXT = (
    "same in all",
    "left out",
    "unknown",
    "unknown flag",
    "mark",
    "not broken down",
    "unit",
    "unit in the head",
)
"""Kinds of which each text is counted by itself."""
_MOST_CELLS = 10_000


class Way:
    """Counts the ways in which cells of a table are read."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._counts: dict[tuple[Kind, str], list[object]] = {}
        self._cells: dict[tuple[Kind, str], list[tuple[int, int]]] = {}

    def add(self, kind: Kind, written: str, read: str, cell: tuple[int, int] | None = None) -> None:
        """Count a cell."""
        key = (kind, written if kind in _BY_TEXT else "")
        entry = self._counts.setdefault(key, [0, written, read])
        entry[0] = int(str(entry[0])) + 1
        places = self._cells.setdefault(key, [])
        if cell is not None and len(places) < _MOST_CELLS:
            places.append(cell)

    def all(self) -> list[Found]:
        """Return what was found, what is open first."""
        found = [
            Found(kind, int(str(count)), str(written), str(read), tuple(self._cells[kind, key]))
            for (kind, key), (count, written, read) in self._counts.items()
        ]
        return sorted(found, key=lambda one: not one.is_open)


_SAID: dict[Kind, tuple[str, str]] = {
    "decimal comma": (
        "decimal commas in {n}",
        "'{written}' is read as {read}; --decimal . changes it",
    ),
    "thousands": (
        "thousands set apart in {n}",
        "'{written}' is read as {read}; --decimal , changes it",
    ),
    "which decimal": (
        "a comma or point may be either sign",
        "it is read as one between thousands, or as a decimal point; say --decimal . or ,",
    ),
    "either decimal": (
        "a comma or point may be either sign",
        "nobody says whether 1.234 is a thousand: say --decimal . or --decimal ,",
    ),
    "same in all": ("'{written}' in all of '{read}'", "no name says it; --name or --title can"),
    "left out": ("numbers in '{written}'", "left out; --role makes the column one of values"),
    "float noise": (
        "more than 15 digits in {n}",
        "'{written}' is read as {read}, as a computer holds no more; --digits all keeps them",
    ),
    "brackets": ("brackets around {n}", "'{written}' is read as {read}"),
    "bound": ("a bound in {n}", "'{written}' is kept as a bound, {read}"),
    "unit in the cell": ("a unit within {n}", "'{written}' is read as {read} in that unit"),
    "flag in the cell": ("a flag within {n}", "of '{written}' the flag is moved to the status"),
    "power of ten": ("a power of ten in {n}", "'{written}' is read as {read}"),
    "mark": ("'{written}' in {n}", "read as {read}; --missing='{written}=…' changes it"),
    "unknown": (
        "'{written}' in {n}",
        "nobody says what it means: say --missing='{written}=suppressed', not_collected, 0 or omit",
    ),
    "unknown flag": (
        "the flag '{written}' in {n}",
        "nobody says what it means: say --flag='{written}=provisional' (or another status)",
    ),
    "which year": (
        "'{written}' and the like in {n}",
        "nobody says when these years begin: say --year-begins 4 for April, or calendar for two",
    ),
    "which date": (
        "'{written}' and the like in {n}",
        "the day or the month may stand first: say --dates day or --dates month",
    ),
    "first break": (
        "a break before the first value of a series in {n}",
        "it is left out, as there is no value before it",
    ),
    "period": ("periods spelt otherwise in {n}", "'{written}' is read as {read}"),
    "empty": ("nothing in {n}", "no observation is made of it; --missing='=not_found' makes one"),
    "not broken down": (
        "no '{written}' in {n}",
        "the row is not broken down by it: its item is named '{read}'",
    ),
    "twice": ("one figure and period twice in {n}", "the first is kept, not that of {written}"),
    "flag for no value": ("no value but a flag in {n}", "'{written}' is read as {read}"),
    "unit": ("the unit '{written}' in {n}", "written as {read}; --unit changes it"),
    "unit in the head": ("the unit in a head or title, {n}", "read as {read}; --unit changes it"),
    "total": ("a total in {n}", "'{written}' is kept apart, never added to its parts"),
    "no name": ("no name of what is measured", "it is named '{read}'; --name says it"),
    "no unit": ("no unit of {n}", "the file does not say it: say --unit '£ million'"),
    "no place": ("no place", "the file does not say what the sheet is about: say --place 'Wales'"),
}


def sentence(one: Found) -> tuple[str, str]:
    """Return what was found and how often, and how it is read."""
    thing = "figure" if one.kind == "no unit" else "cell"
    number = f"{one.count:,} {thing}{'s' if one.count != 1 else ''}"
    what, how = _SAID[one.kind]
    said = {"n": number, "written": one.written, "read": one.read or "nothing"}
    return what.format(**said), how.format(**said)
