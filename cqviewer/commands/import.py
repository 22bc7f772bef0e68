"""`cqviewer import`: a fact sheet from a data file, or its values into one that is there."""

import argparse
import datetime
from collections.abc import Iterator
from pathlib import Path

from cqviewer.commands.diff import as_text
from cqviewer.commands.output import fail, write_made
from cqviewer.importing.editions.bringing import bring_file
from cqviewer.importing.editions.own_export import own_block
from cqviewer.importing.found import sentence
from cqviewer.importing.making import Opened, left_open, open_data
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.writing import Heading
from cqviewer.load import read_sheet
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reporting.edition_words import edition_groups
from cqviewer.model.wording.wording import Wording
from cqviewer.save import SaveError, save_bytes
from cqviewer.standard_output import write_errors, write_lines


def run(chosen: argparse.Namespace) -> int:
    """Import the file and say how it was read; return the exit status."""
    options = ImportEntry(
        table=chosen.table,
        roles=dict(chosen.role),
        decimal=chosen.decimal,
        missing=dict(chosen.missing),
        flags=dict(chosen.flag),
        periods=dict(chosen.period),
        year_begins=chosen.year_begins,
        dates=chosen.dates,
        name=chosen.name,
        unit=chosen.unit,
        only=dict(chosen.only),
        digits=chosen.digits,
        twice=chosen.twice,
        encoding=chosen.encoding,
        delimiter=chosen.delimiter,
    )
    if chosen.into:
        return _bring(chosen, options)
    return _make(open_data(chosen.file, options), chosen, options)


def _make(opened: Opened, chosen: argparse.Namespace, options: ImportEntry) -> int:
    """Write a new sheet, and how its file was read; return the exit status."""
    heading = Heading(chosen.title or "", chosen.place or "", chosen.source or "")
    if own_block(opened):  # whatever becomes of it as a table
        write_errors("this is an export of a sheet: --into SHEET brings it back into that sheet")
    made, read = opened.make(options, heading, datetime.date.today())
    write_errors(*_how(opened, read, heading))
    name = f"{opened.path.stem}.yaml"
    return write_made([opened.path], chosen.output, name, made.text.encode, is_old_kept=True)


def _how(opened: Opened, read: Recognised, heading: Heading) -> Iterator[str]:
    """Yield how a file was read, and what someone has to say yet."""
    block = read.block
    values = sum(len(one.values) for one in read.figures)
    many = f"figures: {len(read.figures):,}, values: {values:,}"
    yield f"{opened.path.name}, table '{block.name}'; {many}"
    others = [f"'{one.name}'" for one in opened.blocks if one is not block]
    if others:
        yield f"  other tables: {', '.join(others[:9])}; --table NAME reads one"
    letters = block.table.letters
    shown = dict.fromkeys(
        f"{letters[at]}={role}" for at, role in enumerate(read.roles) if at < len(letters)
    )
    yield f"  columns: {', '.join(list(shown)[:20])}{' …' if len(shown) > 20 else ''}"
    for key, note in list(block.notes.items())[:9]:
        yield f"  note {key} below the table: {note[-1]}"
    for one in read.found:
        if not one.is_open:
            yield "  {}: {}".format(*sentence(one))
    if not (heading.source or opened.tables.title):
        yield f"  no title of the source: it is named '{opened.path.name}'; --source says it"
    if still := left_open(read, heading):
        yield "left to be said, which `cqviewer check` will ask for:"
        for one in still:
            yield "  {}: {}".format(*sentence(one))


def _bring(chosen: argparse.Namespace, options: ImportEntry) -> int:
    """Show what a file changes in a sheet, and write it with --yes; return the exit status."""
    sheet: Path = chosen.into
    data = read_file(sheet, Limits())
    before = read_sheet(data, str(sheet))
    opened, brought = bring_file(
        chosen.file, options, data, sheet, with_new=chosen.add, is_sure=chosen.other_size
    )
    now = read_sheet(brought.data, str(sheet))
    wording = Wording(before.first_language)
    groups = edition_groups(before, now, wording)
    write_lines(*as_text(groups, sheet.name, opened.path.name, wording))
    doubts = [one for one in brought.read.found if one.kind in ("other unit", "other size")]
    for one in brought.read.found:
        if (
            one.is_open
            or one.kind in ("moved", "gone", "gone figure", "old unit")
            or one.kind.startswith("own ")
        ):
            write_errors("{}: {}".format(*sentence(one)))
    if not chosen.add:
        for name in brought.unknown:
            write_lines(f"not in the sheet, and not added without --add: {name}")
    if doubts and not chosen.other_size:
        return fail(f"nothing is written to {sheet}: numbers of another unit or size are asked for")
    if not groups:
        return 0
    if not chosen.yes:
        write_lines(f"nothing is written; --yes writes it to {sheet}")
        return 0
    try:
        save_bytes(brought.data, sheet)
    except (SaveError, OSError) as error:
        return fail(str(error))
    write_lines(str(sheet))
    return 0
