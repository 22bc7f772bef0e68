"""Worksheets of time series with a named line for all that is said of each series: ABS, RBA."""

import re

from cqviewer.importing.tables import Table

_LINES = {
    "unit": r"units?",
    "kind": r"(series )?type|seasonal adjustment",
    "id": r"series id|mnemonic",
    "other": r"data type|frequency|collection month|series (start|end)|no\.? ?obs\.?|source"
    r"|publication date|description",
}
_NAMES = re.compile(r"(title|series title)?", re.IGNORECASE)
_MOST_LINES = 30
_THOUSANDS = {"000": "thousand", "'000": "thousand", "000s": "thousand"}


def merge_heads(table: Table) -> bool:
    """Replace the lines over the series of a table by one head; return whether there are any.

    The head has the name of each series, its type where these differ, and its unit.
    """
    lines: dict[str, list[str]] = {}
    for at, row in enumerate(table.rows[:_MOST_LINES]):
        label = row[0].strip() if row else ""
        kind = next((one for one, said in _LINES.items() if re.fullmatch(said, label, re.I)), "")
        if kind:
            lines.setdefault(kind, row)
        elif len(row) > 1 and _NAMES.fullmatch(label):
            lines.setdefault("name", row)
        if kind == "id" and {"name", "unit"} <= lines.keys():
            heads = [_head(lines, column) for column in range(1, len(row))]
            table.rows[: at + 1] = [*([] for _ in range(at)), ["Period", *heads]]
            return True
    return False


def _head(lines: dict[str, list[str]], column: int) -> str:
    """Return what a column is called, with its unit in brackets."""
    said = {key: row[column].strip() if column < len(row) else "" for key, row in lines.items()}
    kinds = {one.strip() for one in lines.get("kind", [])[1:]}
    name = re.sub(r"\s*;\s*", "; ", said["name"]).strip("; ")
    if len(kinds) > 1 and said["kind"] and said["kind"].casefold() not in name.casefold():
        name = f"{name}, {said['kind']}"
    unit = _THOUSANDS.get(said["unit"], said["unit"])
    return f"{name} ({unit})" if unit else name
