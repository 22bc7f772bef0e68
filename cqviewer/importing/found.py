"""Findings of an import: the ways in which cells were read otherwise than written, in words."""

from collections import Counter, defaultdict
from typing import Literal

import msgspec

from cqviewer.importing import cells

Kind = (
    cells.Way
    | Literal[
        "encoding",
        "delimiter",
        "digits",
        "formulas",
        "hidden",
        "macros",
        "as stored",
        "not beside",
        "deleted",
        "lines",
        "carried",
        "note of a head",
        "interval",
        "own years",
        "moved",
        "gone",
        "gone figure",
        "own figure",
        "own column",
        "own empty",
        "other unit",
        "old unit",
        "other size",
        "which decimal",
        "either decimal",
        "same in all",
        "left out",
        "which year",
        "which date",
        "serial",
        "which of two",
        "unknown period",
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
    "serial",
    "which of two",
    "unknown period",
    "other unit",
    "other size",
    "no unit",
    "no place",
)
_BY_TEXT = (
    "same in all",
    "left out",
    "interval",
    "moved",
    "gone",
    "gone figure",
    "own figure",
    "own column",
    "other unit",
    "other size",
    "unknown period",
    "unknown",
    "unknown flag",
    "mark",
    "flag for no value",
    "not broken down",
    "unit",
    "unit in the head",
)
"""Kinds that are counted for each text by itself."""
_MOST_CELLS = 10_000


class Tally:
    """Counts the findings of an import by kind, with an example and the first cells of each."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Kind, str]] = Counter()
        self._texts: dict[tuple[Kind, str], tuple[str, str]] = {}
        self._cells: defaultdict[tuple[Kind, str], list[tuple[int, int]]] = defaultdict(list)

    def add(self, kind: Kind, written: str, read: str, cell: tuple[int, int] | None = None) -> None:
        """Count a cell."""
        key = (kind, written if kind in _BY_TEXT else "")
        self._counts[key] += 1
        self._texts.setdefault(key, (written, read))
        if cell is not None and len(self._cells[key]) < _MOST_CELLS:
            self._cells[key].append(cell)

    def all(self) -> list[Found]:
        """Return what was found, first what someone has to answer."""
        found = [
            Found(key[0], count, *self._texts[key], tuple(self._cells[key]))
            for key, count in self._counts.items()
        ]
        return sorted(found, key=lambda one: not one.is_open)


_SAID: dict[Kind, tuple[str, str]] = {
    "encoding": ("the text is no UTF-8", "read as {read}; --encoding changes it"),
    "delimiter": ("the cells are set apart by '{written}'", "--delimiter changes it"),
    "digits": ("digits of another script, as in '{written}'", "read as {read}"),
    "formulas": ("formulas in {n}", "their last saved results are read"),
    "hidden": ("hidden rows or columns in the workbook", "they are read all the same"),
    "macros": ("the workbook may hold macros", "they are neither read nor run"),
    "as stored": (
        "numbers as they are stored",
        "41 % may be 0.41 in them, and a month its first day: save the workbook as XLSX",
    ),
    "not beside": ("files of the package that are not read", "left out: {written}"),
    "deleted": ("{n} that the file says to delete", "left out"),
    "lines": ("lines of one cell", "read as groups of the rows below: {written}"),
    "carried": ("empty cells below '{written}' and the like", "read as the cell above, {n}"),
    "note of a head": ("the head '{written}'", "read as {read}"),
    "own years": (
        "'{written}' over {n}",
        "read as calendar years, {read}; --period {read}=2020-07/2021-06 says otherwise",
    ),
    "moved": ("the column '{written}' stands elsewhere now", "it is read from column {read}"),
    "gone": ("no longer in the file: {written}", "left as it is in the sheet: {read}"),
    "gone figure": (
        "no longer in the file: {written}",
        "left as it is in the sheet; if it is only renamed, rename it in the sheet first",
    ),
    "own figure": ("no figure '{written}' in the sheet", "left out, {n}"),
    "own empty": (
        "neither one value nor one reason for none in {n}",
        "left as it is in the sheet: {read}; `missing` says why there is no value",
    ),
    "own column": (
        "'{written}' is changed in {n}",
        "left out, as the sheet says it in another place or works it out: {read}",
    ),
    "other unit": (
        "{written} is in another unit than in the sheet",
        "{read}: say --other-size to take the file's, with its numbers for all periods",
    ),
    "old unit": (
        "{written} is in another unit than in the sheet",
        "{read}: left as it is, as the file has not all of the sheet's values of it",
    ),
    "other size": (
        "the numbers of {written} are of another size in {n}",
        "{read}: say --other-size if that is meant",
    ),
    "interval": ("'{written}' in {n}", "read as the ends of a {read}"),
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
    "serial": (
        "'{written}' and the like in {n}",
        "it may count days, as spreadsheets do: say --dates serial",
    ),
    "which of two": (
        "one figure and period with two values in {n}: {written}",
        "cells {read}: say --twice first or last, or set them apart with --only or --role",
    ),
    "unknown period": (
        "'{written}' in {n}",
        "it is no period that is known: say --period '{written}=2023-12/2024-02', or =omit",
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
    "twice": (
        "one figure and period twice in {n}",
        "{written} has another; --twice says which is kept",
    ),
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
    thing = {"no unit": "figure", "deleted": "row"}.get(one.kind, "cell")
    number = f"{one.count:,} {thing}{'s' if one.count != 1 else ''}"
    what, how = _SAID[one.kind]
    said = {"n": number, "written": one.written, "read": one.read or "nothing"}
    return what.format(**said), how.format(**said)
