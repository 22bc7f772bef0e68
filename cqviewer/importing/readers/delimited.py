"""CSV, TSV and SDMX-CSV, and Eurostat's TSV, whose first column packs several."""

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice
from pathlib import Path

from cqviewer.importing.found import Found
from cqviewer.importing.readers.encodings import ENCODINGS, likely_encoding
from cqviewer.importing.tables import (
    DataLimits,
    Table,
    Tables,
    check_size,
    letter,
    make_table,
    refuse,
)
from cqviewer.model.messages import say
from cqviewer.progress import report

_DELIMITERS = ";\t,|"
_SAMPLE = 100_000
"""How many characters show a file's encoding, and how many a cell has at most."""
_FIRST, _STEP = 30_000, 10_000
"""How many characters show a file's delimiter; rows between two reports of progress."""
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


ONLY_TABLE = "Table 1"
"""How the one table of a file is called whose format has no names for tables."""


def read_delimited(path: Path, data: bytes, limits: DataLimits, delimiter: str = "") -> Tables:
    """Return the one table of a file of delimited text; SheetError where it is none."""
    text, remarks = _decoded(path, data)
    said, _, rest = text.partition("\n")
    if said_sign := re.fullmatch(r"sep=([,;\t|])\r?", said):
        text = f"\n{rest}"  # its line stays one, so that cells keep theirs
    delimiter = {"tab": "\t"}.get(delimiter, delimiter) or (said_sign[1] if said_sign else "")
    delimiter = delimiter or _delimiter(text[:_FIRST], path.suffix.lower())
    if delimiter != ",":
        remarks.append(Found("delimiter", 1, {"\t": "tab"}.get(delimiter, delimiter), ""))
    rows: list[list[str]] = []
    cells = width = 0
    file = io.StringIO(text, newline="")
    # A quote that is never closed would take the rest of the file into one cell.
    csv.field_size_limit(_SAMPLE)
    try:
        reader = csv.reader(file, delimiter=delimiter)
        while part := list(islice(reader, _STEP)):
            rows += part
            widths = Counter(map(len, part))
            cells += sum(one * number for one, number in widths.items())
            width = max(width, *widths)
            check_size(path, len(rows), cells, width, limits)
            report(1 + 99 * file.tell() // (len(text) + 1), 200)
    except csv.Error as error:
        refuse(path, say("the text is no table: {}", error), say("check the quotes of the row"))
    _check_is_table(path, rows)
    if rows and rows[0] and rows[0][0] in ("STRUCTURE", "DATAFLOW"):
        remarks += _without_labels(rows)
    table = make_table(ONLY_TABLE, rows)
    table.is_comma_certain = delimiter == ","
    return Tables([_unpacked(table)], remarks=remarks)


def _without_labels(rows: list[list[str]]) -> list[Found]:
    """Split SDMX-CSV's codes from labels, 'FR: France', and empty the rows that are to be deleted.

    Of times, values, flags and multipliers the code counts, of all else the label.
    """
    heads = [one.partition(": ")[0] for one in rows[0]]
    labelled = {at for at, one in enumerate(rows[0]) if ": " in one}
    action = heads.index("ACTION") if "ACTION" in heads else -1
    rows[0] = heads
    deleted = 0
    for number, row in enumerate(rows[1:], 1):
        if 0 <= action < len(row) and row[action][:1] == "D":
            rows[number] = []
            deleted += 1
            continue
        for at in labelled:
            if at < len(row):
                code, _, label = row[at].partition(": ")
                is_code = heads[at].startswith(("TIME_", "OBS_", "UNIT_MULT", "CONF_"))
                row[at] = code if is_code else label or code
    return [Found("deleted", deleted, "", "")] if deleted else []


def _check_is_table(path: Path, rows: list[list[str]]) -> None:
    """Refuse a text that is prose: nearly each of its lines has another number of cells."""
    widths = Counter(map(len, filter(any, rows[:_STEP])))
    del widths[1]
    if len(widths) > 3 and len(widths) * 3 > widths.total():
        hint = say("a table has the same number of cells in each row")
        refuse(path, say("this is a text, and no table"), hint)


def recoded(path: Path, data: bytes, encoding: str) -> bytes:
    """Return a text in UTF-8 whose encoding someone says; SheetError where it is another."""
    try:
        return data.decode(encoding).encode() if encoding else data
    except (LookupError, UnicodeDecodeError):
        refuse(
            path,
            say("the text is not in the encoding '{}'", encoding[:40]),
            say("say another, or none"),
        )


def _decoded(path: Path, data: bytes) -> tuple[str, list[Found]]:
    """Return a file's text, and what is to be said of its encoding."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    first, second = (data[at:_SAMPLE:2].count(b"\0") for at in (0, 1))
    if encoding != "utf-16" and (first or second):
        if (first and second) or (first or second) < len(data[:_SAMPLE]) / 4:
            refuse(path, say("this is no text, and no data file of a format that is known"))
        encoding = "utf-16-le" if second else "utf-16-be"
    try:
        text = data.decode(encoding)
        return text, [Found("encoding", 1, "", encoding.upper())] if "16" in encoding else []
    except UnicodeDecodeError:
        pass
    encoding = likely_encoding(data[:_SAMPLE])
    return data.decode(encoding, "replace"), [Found("encoding", 1, "", ENCODINGS[encoding])]


def _delimiter(sample: str, suffix: str) -> str:
    """Return what sets cells apart: what makes most rows of one width, and the widest of these."""
    if suffix in (".tsv", ".tab"):
        return "\t"

    def score(delimiter: str) -> tuple[float, int]:
        rows = [row for row in csv.reader(sample.splitlines(), delimiter=delimiter) if row]
        widths = Counter(len(row) for row in rows if len(row) > 1)
        width, number = widths.most_common(1)[0] if widths else (1, 0)
        return number * min(width, 20), width

    try:
        return max(_DELIMITERS, key=score)
    except csv.Error:
        return ","


def _unpacked(table: Table) -> Table:
    """Return a table of Eurostat with its packed first column set apart; others as they are."""
    head = table.rows[0][0] if table.rows and table.rows[0] else ""
    keys, _, times = head.partition("\\")
    names = keys.split(",")
    if not times or len(table.rows[0]) < 2:
        return table
    rows = [[*names, *(one.strip() for one in table.rows[0][1:])]]
    for row in table.rows[1:]:
        packed = (row[0] if row else "").split(",")
        rows.append([*packed[: len(names)], *[""] * (len(names) - len(packed)), *row[1:]])
    letters = ["A"] * len(names) + [letter(place) for place in range(1, len(table.letters))]
    return Table(table.name, rows, letters)
