"""A look at a data file before a sheet is made of it: its table, how it is read, what it gives."""

import datetime
from pathlib import Path

import msgspec

from cqviewer.importing.editions.bringing import bring_file
from cqviewer.importing.editions.own_export import own_block
from cqviewer.importing.figures import Figure
from cqviewer.importing.found import Found
from cqviewer.importing.making import Opened, left_open, open_data
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.roles import language_of
from cqviewer.importing.writing import Heading
from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reporting.edition_words import edition_groups
from cqviewer.model.text import Language, in_language
from cqviewer.model.wording.phrases import Vocabulary
from cqviewer.model.wording.wording import Wording

MOST_ROWS, MOST_FIGURES = 200, 400
"""Rows and figures that a look shows."""


class FileRow(msgspec.Struct, frozen=True):
    """A row of the table: its number in the file, from 1, and its cells as they are written."""

    number: int
    cells: list[str]


class Given(msgspec.Struct, frozen=True):
    """A figure that the table gives, by its latest value: the number, its period and its cell."""

    name: str
    value: str
    period: str
    cell: str
    place: tuple[int, int]


class Preview(msgspec.Struct, frozen=True):
    """What a data file looks like, read as options say.

    `marked` are the cells that findings are about, by row and column from 0, and `still` the
    findings that someone has to answer before the sheet is sound. `is_own` says that it is an
    export of the sheet itself, whose heads decide the roles of its columns.
    """

    tables: list[str]
    table: str
    letters: list[str]
    rows: list[FileRow]
    of: int
    roles: list[str]
    decimal: str
    found: list[Found]
    still: list[Found]
    marked: frozenset[tuple[int, int]]
    figures: list[Given]
    values: int
    title: str
    place: str
    is_own: bool


def look_at(path: Path, options: ImportEntry) -> Preview:
    """Return what a data file gives; SheetError says why it cannot be read so."""
    opened = open_data(path, options)
    read = opened.recognise(options)
    return _preview(opened, read, left_open(read, Heading()))


def _preview(
    opened: Opened, read: Recognised, still: list[Found], *, is_own: bool = False
) -> Preview:
    block = read.block
    first = block.rows[0] if block.rows else 0
    heads = range(max(0, first - len(max(block.heads, key=len, default=[]))), first)
    places = [*heads, *block.rows]
    return Preview(
        tables=[one.name for one in opened.blocks],
        table=block.name,
        letters=block.table.letters[: len(read.roles)],
        rows=[FileRow(at + 1, block.table.rows[at]) for at in places[:MOST_ROWS]],
        of=len(places),
        roles=read.roles,
        decimal=read.style.decimal,
        found=read.found,
        still=still,
        marked=frozenset(cell for one in read.found for cell in one.cells),
        figures=_given(read)[:MOST_FIGURES],
        values=sum(len(one.values) for one in read.figures),
        title=opened.tables.title,
        place=read.place,
        is_own=is_own,
    )


def _given(read: Recognised) -> list[Given]:
    """Return each figure by its latest value."""
    found = []
    for one in read.figures:
        latest = one.values[-1]
        amount = latest.amount
        value = amount.missing or " ".join([amount.text, one.unit]).strip()
        cell = read.block.table.cell_name(latest.column, latest.row)
        place = (latest.row - 1, latest.column)
        found.append(Given(_named(one, "en"), value, latest.period, cell, place))
    return found


def _named(figure: Figure, language: Language) -> str:
    """Return what a figure is called, with the items of its breakdown."""
    names = [in_language(text, language) for text in (figure.name, *figure.items)]
    return Vocabulary(language_of(names)).phrase("comma").join(names)


class Bringing(msgspec.Struct, frozen=True):
    """What the next edition of a data file changes in a sheet, before it is written.

    `seen` are the sheet's bytes and `wanted` those with the file's values, empty while something is
    to be answered; `changes` has a line for each change, and `unknown` the names of figures that
    the sheet does not have.
    """

    preview: Preview
    seen: bytes
    wanted: bytes
    changes: list[str]
    unknown: list[str]


def look_into(
    path: Path,
    options: ImportEntry,
    sheet: Path,
    language: Language,
    *,
    with_new: bool,
    is_sure: bool = False,
) -> Bringing:
    """Return what a data file changes in a sheet, worded in a language.

    SheetError says why it cannot be brought in.
    """
    seen = read_file(sheet, Limits())
    opened, brought = bring_file(path, options, seen, sheet, with_new=with_new, is_sure=is_sure)
    still = [one for one in brought.read.found if one.is_open]
    lines: list[str] = []
    before = read_sheet(seen, str(sheet))
    brought.read.found[:] = [_by_name(one, before, language) for one in brought.read.found]
    if not still:
        now = read_sheet(brought.data, str(sheet))
        wording = Wording.of(now, language)
        for group in edition_groups(before, now, wording):
            for row in group.rows:
                told = wording.named(group.title, row.sentence(wording))
                lines.append(
                    wording.sentences(map(wording.ended, filter(None, [told, row.reason])))
                )
    preview = _preview(opened, brought.read, still, is_own=own_block(opened) is not None)
    unknown = [_named(one, language) for one in brought.unknown.values()]
    return Bringing(preview, seen, b"" if still else brought.data, lines, unknown)


def _by_name(one: Found, sheet: Sheet, language: Language) -> Found:
    """Return what was found, with the name of a figure that is gone from the file for its id."""
    figure = sheet.indicators.get(one.written) if one.kind in ("gone", "gone figure") else None
    name = figure and Wording.of(sheet, language).name(figure)
    return msgspec.structs.replace(one, written=name) if name else one


def make_yaml(path: Path, options: ImportEntry, heading: Heading) -> bytes:
    """Return the fact sheet that a data file makes today, as YAML."""
    made, _ = open_data(path, options).make(options, heading, datetime.date.today())
    return made.text.encode()
