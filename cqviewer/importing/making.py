"""From a data file and options to a fact sheet: what command line and window both call."""

import datetime
from collections.abc import Callable, Container
from pathlib import Path
from typing import NoReturn

import msgspec

from cqviewer.importing.cells import is_plain
from cqviewer.importing.found import Found
from cqviewer.importing.layout import TableBlock, find_blocks
from cqviewer.importing.readers.registry import read_tables
from cqviewer.importing.readers.series_heads import merge_heads
from cqviewer.importing.recognise import Recognised, recognise
from cqviewer.importing.tables import Tables, refuse, write_ascii_digits
from cqviewer.importing.writing import Heading, Known, Made, write_sheet
from cqviewer.model.messages import say
from cqviewer.model.problems import Misread
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.observations import REASONS, parse_mark, parse_missing


class Opened(msgspec.Struct):
    """A data file that was read: what it says of itself, and the tables that lie in it."""

    path: Path
    tables: Tables
    blocks: list[TableBlock]

    def block(self, options: ImportEntry) -> TableBlock:
        """Return the table that is asked for, or else the first; SheetError if there is none."""
        wanted = options.table
        if wanted is None:
            return self.blocks[0]
        found = [one for one in self.blocks if wanted in (one.name, one.table.name)]
        if not found:
            names = [f"'{one.name}'" for one in self.blocks[:9]]
            refuse(
                self.path,
                say("there is no table '{}'", wanted[:60]),
                say("the file has: {}", names),
            )
        return found[0]

    def recognise(self, options: ImportEntry, by: Container[str] = ()) -> Recognised:
        """Return the figures of a table, read as options say; SheetError if there are none.

        `by` are the ids of the breakdowns that it had in an earlier edition.
        """
        for key, meaning in options.missing.items():
            if meaning != "omit" and not is_plain(meaning):
                self._check_meaning(f"{key}={meaning}", meaning, parse_missing)
        for key, meaning in options.flags.items():
            self._check_meaning(
                f"{key}={meaning}", meaning, parse_missing if meaning in REASONS else parse_mark
            )
        read = recognise(self.block(options), options, self.path, by)
        read.found = sorted([*self.tables.remarks, *read.found], key=lambda one: not one.is_open)
        return read

    def _check_meaning(self, said: str, meaning: str, parse: Callable[[str], object]) -> None:
        """Raise SheetError for the meaning of a mark or flag that is no word of the format."""
        try:
            parse(meaning)
        except Misread as misread:
            refuse(self.path, say("`{}`: {}", said[:60], misread), misread.help)

    def make(
        self,
        options: ImportEntry,
        heading: Heading,
        today: datetime.date,
        known: Known | None = None,
    ) -> tuple[Made, Recognised]:
        """Return the sheet of a table, with ids that are known, and how the table was read."""
        read = self.recognise(options, known.items if known else ())
        if any(one.kind == "either decimal" for one in read.found):
            refuse_either_sign(self.path)
        block = read.block
        kept = msgspec.structs.replace(options, file=self.path.name)
        if options.table is None and len(self.blocks) > 1:
            names = [one.table.name for one in self.blocks]
            name = block.table.name if names.count(block.table.name) == 1 else block.name
            kept = msgspec.structs.replace(kept, table=name)
        stem = Path(options.file or self.path.name).stem
        if all(
            one.name == stem or str(one.name).startswith(f"{stem}, by ") for one in read.figures
        ):
            kept = msgspec.structs.replace(kept, name=stem)  # its next edition has another name
        return write_sheet(read, self.tables, kept, heading, today, known), read


def refuse_either_sign(path: Path) -> NoReturn:
    """Refuse a file whose numbers leave open which sign is the decimal one."""
    hint = say("say --decimal . or --decimal ,")
    refuse(path, say("a comma or point may be either sign, in all numbers"), hint)


def open_data(path: Path, options: ImportEntry | None = None) -> Opened:
    """Read a data file as options say; SheetError says why it cannot be, or holds no table."""
    options = options or ImportEntry()
    tables = read_tables(path, None, options.encoding or "", options.delimiter or "")
    scripts = [first for table in tables.tables if (first := write_ascii_digits(table))]
    if scripts:
        tables.remarks.append(Found("digits", len(scripts), scripts[0], "0 … 9"))
    with_series = {table.name for table in tables.tables if merge_heads(table)}
    blocks = [one for table in tables.tables for one in find_blocks(table)]
    blocks.sort(key=lambda one: bool(with_series) and one.table.name not in with_series)
    if not blocks:
        has_formulas = any(one.kind == "formulas" for one in tables.remarks)
        hint = say("save it in a spreadsheet program, so that its formulas have results")
        hint = hint if has_formulas else say("name a file with a table of values")
        refuse(path, say("there is no number in this file"), hint)
    return Opened(path, tables, blocks)


def left_open(read: Recognised, heading: Heading) -> list[Found]:
    """Return the findings that someone has to answer before the sheet is sound."""
    found = [one for one in read.found if one.is_open]
    if without := sum(not one.unit for one in read.figures):
        found.append(Found("no unit", without, "", ""))
    if not (heading.place or read.place):
        found.append(Found("no place", 1, "", ""))
    return found
