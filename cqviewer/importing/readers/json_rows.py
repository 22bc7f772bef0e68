"""JSON that holds rows: lists of cells, as a census office sends them, or objects with names."""

from pathlib import Path

import msgspec

from cqviewer.importing.readers.delimited import ONLY_TABLE
from cqviewer.importing.readers.json_cells import cell_of, decoded
from cqviewer.importing.tables import DataLimits, Tables, check_size, make_table, refuse
from cqviewer.model.messages import say

_NAMES = ("value", "name", "label", "title")
"""What an object within a row is called by: {"id": "KE", "value": "Kenya"}."""


def read_json_rows(path: Path, data: bytes, limits: DataLimits) -> Tables:
    """Return the first list of rows in a JSON file; SheetError where there is none."""
    try:
        found = _rows(decoded(data, object))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        refuse(path, say("this is no JSON: {}", error), say("fetch the file again"))
    if not found:
        hint = say("ask the office for JSON-stat 2 or CSV")
        refuse(path, say("this JSON holds no rows"), hint)
    width = max(map(len, found))
    check_size(path, len(found), len(found) * width, width, limits)
    table = make_table(ONLY_TABLE, found)
    table.has_cells = False
    return Tables([table])


def _rows(value: object) -> list[list[str]]:
    """Return a list of rows within a value, the heads first; nothing where there is none."""
    if isinstance(value, dict):
        return next((rows for one in value.values() if (rows := _rows(one))), [])
    if not isinstance(value, list) or not value:
        return []
    if len(value) > 1 and all(isinstance(one, list) for one in value):
        return [[_text(cell) for cell in row] for row in value]
    if all(isinstance(one, dict) for one in value):
        heads = list(dict.fromkeys(str(key) for one in value for key in one))
        return [heads, *([_text(one.get(key)) for key in heads] for one in value)]
    return next((rows for one in value if (rows := _rows(one))), [])


def _text(cell: object) -> str:
    """Return a cell as text; an object by its name."""
    if isinstance(cell, dict):
        return next((_text(cell[key]) for key in _NAMES if key in cell), "")
    return "" if isinstance(cell, list) else cell_of(cell)
