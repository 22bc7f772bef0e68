"""Reads the evidence of a source: a text, a PDF, or a table, beside the sheet.

A PDF can ask for far more than its size, so a process of its own reads it, within limits.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

from msgspec import structs

from cqviewer.evidence.document import (
    Document,
    DocumentPart,
    EvidenceError,
    Mention,
    PagePicture,
    pages_called,
)
from cqviewer.evidence.mentions import has_decimal_comma, mentions
from cqviewer.importing.found import sentence
from cqviewer.importing.readers.registry import read_tables
from cqviewer.importing.tables import DataLimits, Table
from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import Limits, lies_in, open_file, read_file
from cqviewer.model.localized import number as worded
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import own_digits
from cqviewer.model.problems import SheetError
from cqviewer.processes import Processes, limit_this_process
from cqviewer.progress import report

LARGEST_TEXT, LARGEST_PDF = 5_000_000, 200_000_000
"""Bytes that a text and a PDF may have."""
_TABLE_LIMITS = DataLimits(rows=50_000, cells=100_000)
_TABLES = (".csv", ".tsv", ".xlsx", ".ods", ".xls")
_DOUBLE = Context(prec=15)
"""The digits that the number of a spreadsheet keeps."""
_MOST_MEMORY, _MOST_SECONDS = 900_000_000, 60
"""Bytes, and seconds of a processor, that reading a PDF may take."""
_AT_ONCE = 20
"""Pages that are read between two reports of progress."""


def evidence_file(sheet: Sheet, folder: Path, source: str) -> Path:
    """Return the file that a source names, in the sheet's own folder; EvidenceError if none.

    CQVIEWER_EVIDENCE serves the sources that name none.
    """
    name = sheet.sources[source].evidence
    given = os.environ.get("CQVIEWER_EVIDENCE")
    if name is None:
        if not given:
            raise EvidenceError(say("the source '{}' names no evidence", source), "none")
        return Path(given)
    if not lies_in(folder / name, folder):
        message = say("the evidence does not lie in the sheet's own folder")
        raise EvidenceError(message, "outside")
    return folder / name


def read_document(path: Path, sheet: Sheet, cited: Sequence[int] | None = None) -> Document:
    """Return what a file holds; of a PDF only the pages that are `cited`, if that is not None.

    EvidenceError says in a sentence why it cannot be read.
    """
    has_comma = "," in worded(Decimal("0.5"), (*sheet.languages, "en")[0])
    try:
        with open_file(path) as file:
            beginning = file.read(5)
            size = os.fstat(file.fileno()).st_size
        if beginning == b"%PDF-":
            if size > LARGEST_PDF:
                message = say("{} is larger than {:,} bytes", path.name, LARGEST_PDF)
                raise EvidenceError(say("{}; take out the pages that the sheet cites", message))
            return _read_pdf(path, cited, has_comma)
        if path.suffix.lower() in _TABLES:
            return _read_table(path, has_comma)
        return _read_text(path, has_comma)
    except SheetError as error:
        message = say("{} cannot be read: {}", path.name, error.problems[0].message)
        raise EvidenceError(message) from None


def draw_page(path: Path, number: int, width: int) -> PagePicture:
    """Draw a page of a PDF, counted from 1, so many pixels wide; EvidenceError says why not."""
    with Processes(1) as beside:
        drawn: PagePicture = _ask(beside, "draw", path, number, width)
    return drawn


def _read_pdf(path: Path, cited: Sequence[int] | None, has_comma: bool) -> Document:
    with Processes(1) as beside:
        known: Document = _ask(beside, "outline", path)
        every = range(1, len(known.labels) + 1)
        pages = list(every) if cited is None else pages_called(cited, known.labels)
        read: dict[int, list[DocumentPart]] = {}
        for first in range(0, len(pages), _AT_ONCE):
            if len(pages) > _AT_ONCE:
                report(first + 1, len(pages))
            read |= _ask(beside, "read_pages", path, pages[first : first + _AT_ONCE], has_comma)
    return Document(
        "pdf",
        known.name,
        tuple(part for parts in read.values() for part in parts),
        sizes=known.sizes,
        labels=known.labels,
        pages=tuple(pages),
        without_text=tuple(page for page, parts in read.items() if not parts),
    )


def _ask(beside: Processes, function: str, path: Path, *args: object) -> Any:  # noqa: ANN401
    """Return what a function of the module for PDFs returns, from a process with limits."""
    try:
        return beside.submit(_in_limits, function, path, *args).result()
    except ChildProcessError:
        message = say("{} takes too much time or memory to be read", path.name)
        hint = say("take out the pages that the sheet cites")
        raise EvidenceError(say("{}; {}", message, hint)) from None


def _in_limits(function: str, *args: object) -> object:
    limit_this_process(_MOST_MEMORY, _MOST_SECONDS)
    from cqviewer.evidence import pdf  # pypdfium2, in a process with limits alone

    wanted: Callable[..., object] = getattr(pdf, function)
    return wanted(*args)


def _read_text(path: Path, has_comma: bool) -> Document:
    """Read a text's paragraphs, one a line, without empty lines."""
    data = read_file(path, Limits(file_bytes=LARGEST_TEXT))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        message = say("{} cannot be read: it is no UTF-8 text", path.name)
        raise EvidenceError(message) from None
    is_so = has_decimal_comma(text)
    lines = (line for line in re.split(r"\r\n|\r|\n", text) if line.strip())
    parts = tuple(
        DocumentPart(number, line, tuple(mentions(line, is_so, default_comma=has_comma)))
        for number, line in enumerate(lines, 1)
    )
    return Document("text", path.name, parts)


def _read_table(path: Path, has_comma: bool) -> Document:
    found = read_tables(path, _TABLE_LIMITS)
    parts = tuple(part for table in found.tables for part in _cells(table, has_comma))
    tables = tuple(found.tables)
    return Document(
        "table",
        path.name,
        parts,
        tables=tables,
        remarks=tuple(": ".join(sentence(one)) for one in found.remarks),
    )


def _without_noise(number: Mention) -> Mention:
    """Return a number of a cell with, as its other reading, that number to 15 digits.

    A cell that shows 38.0 may hold 38.00000000000001, by the noise of a computer's arithmetic.
    """
    if own_digits(number.amount) and len(number.amount.as_tuple().digits) > _DOUBLE.prec:
        return structs.replace(number, other=_DOUBLE.plus(number.amount))
    return number


def _cells(table: Table, default_comma: bool) -> Iterator[DocumentPart]:
    """Yield each cell of a table that holds a number."""
    text = "\n".join(cell for row in table.rows for cell in row)
    is_so = has_decimal_comma(text)
    for number, row in enumerate(table.rows, 1):
        for letter, cell in zip(table.letters, row, strict=False):
            found = mentions(cell, is_so, default_comma=default_comma)
            numbers = tuple(map(_without_noise, found))
            if numbers:
                name = f"{letter}{number}"
                yield DocumentPart(number, cell, numbers, sheet=table.name, cell=name)
