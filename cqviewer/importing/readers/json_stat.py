"""JSON-stat 2, as PxWeb and Eurostat publish it."""

from itertools import product
from math import prod
from pathlib import Path
from typing import Any

import msgspec

from cqviewer.importing.readers.delimited import ONLY_TABLE
from cqviewer.importing.readers.json_cells import cell_of, decoded
from cqviewer.importing.tables import (
    DataLimits,
    Table,
    Tables,
    check_size,
    letter,
    refuse,
    web_address,
)
from cqviewer.model.messages import say

_ROLES = {"time": "period", "geo": "place", "metric": "indicator"}


class _Category(msgspec.Struct):
    """The categories of a dimension by their codes: places, labels, units."""

    index: list[str] | dict[str, int] = {}
    label: dict[str, str] = {}
    unit: dict[str, dict[str, object]] = {}

    def codes(self) -> list[str]:
        """Return the codes in their order."""
        if isinstance(self.index, list):
            return self.index
        return sorted(self.index, key=self.index.__getitem__) or list(self.label)


class _Dimension(msgspec.Struct):
    """A dimension: its label and categories."""

    category: _Category
    label: str = ""


class _DataSet(msgspec.Struct):
    """A data set: values in the order of its dimensions, the last one fastest."""

    id: list[str]
    size: list[int]
    dimension: dict[str, _Dimension]
    value: list[Any] | dict[str, Any]
    status: list[str | None] | dict[str, str] | str | None = None
    role: dict[str, list[str]] = {}
    label: str = ""
    source: str = ""
    updated: str = ""
    href: str = ""


def read_json_stat(path: Path, data: bytes, limits: DataLimits) -> Tables:
    """Return the values of a JSON-stat data set as a table with a row for each value."""
    try:
        one = decoded(data, _DataSet)
        for cell in one.value.values() if isinstance(one.value, dict) else one.value:
            cell_of(cell)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        refuse(
            path,
            say("this JSON is no JSON-stat 2: {}", error),
            say("ask the office for JSON-stat 2 or CSV"),
        )
    dimensions = [one.dimension.get(name) for name in one.id]
    codes = [part.category.codes() for part in dimensions if part]
    if len(codes) < len(one.id) or [len(part) for part in codes] != one.size:
        refuse(
            path,
            say("the dimensions of this JSON-stat do not fit its size"),
            say("fetch the file again"),
        )
    check_size(path, prod(one.size), prod(one.size) * (len(codes) + 3), len(codes) + 3, limits)
    return Tables(
        [_flat(one, codes)],
        title=one.label,
        publisher=one.source,
        date=one.updated[:10],
        url=web_address(one.href),
    )


def _flat(one: _DataSet, codes: list[list[str]]) -> Table:
    """Return a table of all values: the labels of their categories, value, status and unit."""
    dimensions = [one.dimension[name] for name in one.id]
    roles = {
        one.id.index(name): _ROLES[role]
        for role, names in one.role.items()
        if role in _ROLES
        for name in names
        if name in one.id
    }
    metric = next((at for at, role in roles.items() if role == "indicator"), None)
    many = len(codes)
    roles |= {many: "value", many + 1: "flag", many + 2: "unit"}
    heads = [part.label or name for part, name in zip(dimensions, one.id, strict=True)]
    rows = [[*heads, "value", "status", "unit"]]
    for place, key in enumerate(product(*codes)):
        labels = [
            code if roles.get(at) == "period" else part.category.label.get(code, code)
            for at, (part, code) in enumerate(zip(dimensions, key, strict=True))
        ]
        unit = ""
        if metric is not None:
            said = dimensions[metric].category.unit.get(key[metric], {})
            unit = str(said.get("base") or said.get("label") or "")
        rows.append([*labels, _at(one.value, place), _at(one.status, place), unit])
    letters = [letter(place) for place in range(many + 3)]
    return Table(ONLY_TABLE, rows, letters, roles, has_cells=False, title=one.label)


def _at(values: object, place: int) -> str:
    """Return what a list, or a table of places, or one text for all, says of a value."""
    if isinstance(values, str):
        return values
    if isinstance(values, dict):
        found = values.get(str(place))
    else:
        found = values[place] if isinstance(values, list) and place < len(values) else None
    return cell_of(found)
