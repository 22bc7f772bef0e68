"""Which reader reads a data file: the module `x` beside this one reads it with `read_x`.

A reader is imported only when a file needs it: some use libraries that take long to import. The
next format is one more module, and a line in `_reader` that knows how its files begin.
"""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from cqviewer.importing.readers.delimited import read_delimited, recoded
from cqviewer.importing.tables import TAKE_PART, DataLimits, Tables, refuse
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.messages import say
from cqviewer.processes import Processes, limit_this_process

_ASK = say("ask the office for its table as CSV or XLSX")
_NO_TABLES = (
    (rb"%PDF-", say("a PDF"), _ASK),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*\0|BM.{4}\0\0", say("a picture"), _ASK),
    (rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh", say("packed"), say("unpack it first")),
    (rb"(?s)PK.{28}(?:word/|ppt/|\[Content_Types\].{0,1500}word/)", say("a text document"), _ASK),
    (
        rb"(?s)(?:#[^\n]*\n|---\n|\s)*cqviewer: *\d",
        say("a fact sheet already"),
        say("open it in cqviewer"),
    ),
    (rb"%YAML|---\r?\n|# \w[^\n]*\r?\n\r?\n", say("a text"), _ASK),
)
"""How files begin that hold no table, what they are, and what to do instead."""
_TEXTS = (".md", ".markdown", ".rst", ".yaml", ".yml", ".toml", ".log", ".py")

_MOST_MEMORY, _MOST_SECONDS = 1_500_000_000, 60
"""Bytes, and seconds of a processor, that reading a packed file may take."""


def read_tables(
    path: Path, limits: DataLimits | None = None, encoding: str = "", delimiter: str = ""
) -> Tables:
    """Return the tables in a data file; SheetError says why it cannot be read.

    `encoding` and `delimiter` are of a text, where someone says them.

    What is packed or XML can ask for far more than its size; a process of its own reads it, which
    ends where that takes too much.
    """
    limits = limits or DataLimits()
    data = _content(path, limits)
    reader, is_packed = _reader(path, data)
    if reader == "delimited":
        found = read_delimited(path, recoded(path, data, encoding), limits, delimiter)
    elif not is_packed:
        found = _loaded(reader)(path, data, limits)
    else:
        with Processes(1) as beside:
            try:
                found = beside.submit(_read_apart, reader, path, limits).result()
            except ChildProcessError:
                message = say("this file takes too much time or memory to be read")
                refuse(path, message, say("save the table that you need as CSV"))
    if not any(len(one.rows) > 1 for one in found.tables):
        refuse(
            path,
            say("there is no table in this file"),
            say("a table has a head and a row of values"),
        )
    return found


def _content(path: Path, limits: DataLimits) -> bytes:
    data = read_file(path, Limits.of_size(limits.file_bytes), TAKE_PART)
    if not data.strip():
        refuse(path, say("the file is empty"), say("name a file with a table"))
    return data


def _loaded(reader: str) -> Callable[[Path, bytes, DataLimits], Tables]:
    module = import_module(f"cqviewer.importing.readers.{reader}")
    return cast("Callable[[Path, bytes, DataLimits], Tables]", getattr(module, f"read_{reader}"))


def _read_apart(reader: str, path: Path, limits: DataLimits) -> Tables:
    """Return what a reader reads from a process with limits."""
    limit_this_process(_MOST_MEMORY, _MOST_SECONDS)
    return _loaded(reader)(path, _content(path, limits), limits)


def _reader(path: Path, data: bytes) -> tuple[str, bool]:
    """Return the reader of a file by how that begins, and whether it may unpack to far more."""
    begin = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, name, hint in _NO_TABLES:
        if re.match(beginning, begin):
            refuse(path, say("this is {}, and no data file", name), hint)
    if path.suffix.lower() in _TEXTS:
        refuse(path, say("this is a text, and no data file"), _ASK)
    if data.startswith(b"PK"):
        if b"xl/" in data and b"xl/workbook.bin" not in data:
            return "xlsx", True
        return ("ods" if b"content.xml" in data else "other_workbooks"), True
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "other_workbooks", True
    if begin.startswith(b"<"):
        if b"html" in begin[:500].lower() or b"<svg" in begin:
            refuse(
                path,
                say("this is a web page, and no data file"),
                say("save the table in it as CSV"),
            )
        return "sdmx", True
    if begin.startswith((b"{", b"[")):
        if b'"resources"' in data:
            return "data_package", False
        if b'"dataSets"' in data:
            return "sdmx_json", False
        is_stat = b'"dimension"' in data and b'"size"' in data
        return ("json_stat" if is_stat else "json_rows"), False
    return "delimited", False
