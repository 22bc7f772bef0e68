"""CSV, TSV and SDMX-CSV, and Eurostat's TSV, whose first column packs several."""

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice
from pathlib import Path

from cqviewer.importing.tables import Limits, Table, Tables, hold, letter, make_table, refuse
from cqviewer.progress import report

_DELIMITERS = ",;\t|"
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright strokes"}
_SAMPLE = 100_000
"""Characters by which a file's delimiter is told."""
_STEP = 10_000
"""Rows between two reports of progress."""
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


ONLY_TABLE = "Table 1"
"""How the one table of a file is called whose format has no names for tables."""


def read_delimited(path: Path, data: bytes, limits: Limits) -> Tables:
    """Return the one table of a file of delimited text; SheetError where it is none."""
    text, remarks = _decoded(path, data)
    said, _, rest = text.partition("\n")
    if said_sign := re.fullmatch(r"sep=([,;\t|])\r?", said):
        text, delimiter = f"\n{rest}", said_sign[1]  # its line stays one, so that cells keep theirs
    else:
        delimiter = _delimiter(text[:_SAMPLE], path.suffix.lower())
    if delimiter != ",":
        remarks.append(f"The cells are set apart by {_NAMES[delimiter]}.")
    rows: list[list[str]] = []
    cells = width = 0
    file = io.StringIO(text, newline="")
    # A quote that is never closed would take the rest of the file into one cell.
    csv.field_size_limit(_SAMPLE)
    try:
        reader = csv.reader(file, delimiter=delimiter)
        while part := list(islice(reader, _STEP)):
            rows += part
            cells += sum(map(len, part))
            width = max(width, *map(len, part))
            hold(path, len(rows), cells, width, limits)
            report(1 + 99 * file.tell() // (len(text) + 1), 200)
    except csv.Error as error:
        refuse(path, f"the text is no table: {error}", "check the quotes of the row")
    _hold_to_table(path, rows)
    table = make_table(ONLY_TABLE, rows)
    table.is_comma_certain = delimiter == ","
    return Tables([_unpacked(table)], remarks=remarks)


def _hold_to_table(path: Path, rows: list[list[str]]) -> None:
    """Refuse a text that is prose: nearly each of its lines has another number of cells."""
    widths = Counter(map(len, filter(any, rows)))
    del widths[1]
    if len(widths) > 3 and len(widths) * 3 > widths.total():
        hint = "a table has the same number of cells in each row"
        refuse(path, "this is a text, and no table", hint)


def _decoded(path: Path, data: bytes) -> tuple[str, list[str]]:
    """Return a file's text, and what is to be said of its encoding."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    if b"\0" in data[:_SAMPLE] and encoding != "utf-16":
        refuse(path, "this is no text, and no data file of a format that is known")
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError:
        pass
    encoding, name = _encoding(data[:_SAMPLE])
    return data.decode(encoding, "replace"), [f"The text is no UTF-8; it is read as {name}."]


def _encoding(sample: bytes) -> tuple[str, str]:
    """Return the encoding of bytes that are no UTF-8, and its name.

    It is told by the bytes of letters: a Chinese text has mostly common signs, of the first level
    of GB 2312, a Japanese one kana, and words of a Cyrillic one consist of high bytes.
    """
    japanese = sample.decode("shift_jis", "replace")
    kana = len(re.findall("[\u3040-\u30ff\u5e74\u770c]", japanese))
    if kana and "\ufffd" not in japanese[:-1]:
        return "shift_jis", "Shift JIS"
    pairs = re.findall(rb"[\x81-\xfe][\x40-\xfe]", sample)
    common = sum(b"\xb0" <= one[:1] <= b"\xd7" and one[1:] >= b"\xa1" for one in pairs)
    runs = re.findall(rb"[\x80-\xff]+", sample)
    words = sum(len(one) for one in runs if len(one) > 2)
    if words < sum(map(len, runs)) / 2:
        return "cp1252", "Windows-1252"
    return ("gb18030", "GB 18030") if common > len(pairs) / 2 else ("cp1251", "Windows-1251")


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
