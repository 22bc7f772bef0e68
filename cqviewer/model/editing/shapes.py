"""The keys of each part of a sheet, with their kinds, read from the types of `format`.

A new key there is a new field of the form without any change here.
"""

import functools
from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import inspect

from cqviewer.model.reading.figure_format import ItemEntry, ObservationEntry, PartEntry
from cqviewer.model.reading.format import LabelledFigure
from cqviewer.model.reading.scalars import CHART_KIND

Kind = Literal["text", "choice", "flag", "list"]
Choice = Literal["", "words", "kinds", "id", "citation", "unit"]
Entry = type[msgspec.Struct]

SHORT: dict[Entry, str] = {
    ObservationEntry: "value",
    PartEntry: "value",
    ItemEntry: "name",
    LabelledFigure: "figure",
}
"""The key that is meant where an entry is written as one text."""

_FEW_LETTERS = ("number", "period")
"""Titles that the format gives to texts of few letters."""


class Shape(msgspec.Struct, frozen=True):
    """A key of an entry: what its value may be, and its description as `hint`.

    `inner` is the type of the entries in the value, if there are any; `is_table` says that they
    have keys, `is_one` that there is only one. `may_be_text` says that a list of one text may be
    written without brackets. `is_short` asks for a short input line.
    """

    key: str
    kind: Kind = "text"
    choice: Choice = ""
    words: tuple[str, ...] = ()
    inner: Entry | None = None
    is_table: bool = False
    is_one: bool = False
    may_be_text: bool = False
    is_per_language: bool = False
    is_required: bool = False
    is_short: bool = False
    hint: str = ""


@functools.cache
def shapes(entry: Entry) -> dict[str, Shape]:
    """Return the keys of an entry, in the order of the format."""
    described = inspect.type_info(entry)
    assert isinstance(described, inspect.StructType)
    return {one.encode_name: _shape(one) for one in described.fields}


def _shape(field: inspect.Field) -> Shape:
    every = list(_kinds(field.type, {}))
    said = field.type.extra_json_schema if isinstance(field.type, inspect.Metadata) else None
    shape = Shape(
        field.encode_name,
        is_required=field.required,
        hint=str((said or {}).get("description", "")),
        choice="unit" if field.encode_name == "unit" else "",
    )
    for info, schema in every:
        shape = _with(shape, info, schema)
    has_text = any(isinstance(one, inspect.StrType) for one, _ in every)
    is_short = shape.kind == "choice" or any(
        isinstance(one, inspect.IntType | inspect.DateType) or said.get("title") in _FEW_LETTERS
        for one, said in every
    )
    return msgspec.structs.replace(
        shape,
        may_be_text=shape.kind == "list" and has_text,
        is_short=shape.kind != "list" and (is_short or shape.choice == "unit"),
    )


def _with(shape: Shape, info: inspect.Type, schema: dict[str, Any]) -> Shape:
    """Return a shape that also allows one more type."""
    change: dict[str, object] = {}
    match info:
        case inspect.LiteralType():
            change = {"kind": "choice", "choice": "words", "words": tuple(map(str, info.values))}
        case inspect.BoolType():
            change = {"kind": "flag"}
        case inspect.StructType():
            change = {"inner": info.cls, "is_one": True}
        case inspect.DictType():
            inner = next((one for one, _ in _kinds(info.value_type, {})), None)
            if isinstance(inner, inspect.StructType):
                change = {"inner": inner.cls, "is_table": True}
            else:
                change = {"is_per_language": True}
        case inspect.VarTupleType():
            items = list(_kinds(info.item_type, {}))
            inner = next((one for one, _ in items if isinstance(one, inspect.StructType)), None)
            if isinstance(inner, inspect.StructType):
                change = {"inner": inner.cls}
            else:
                shape = _with(shape, *items[0])
                change = {"kind": "list"}
        case inspect.StrType():
            change = _of_text(shape, schema)
    return msgspec.structs.replace(shape, **change)


def _of_text(shape: Shape, schema: dict[str, Any]) -> dict[str, object]:
    """Return the fields of a shape that follow from the JSON Schema of a text."""
    if words := schema.get("enum"):
        kind = shape.kind if shape.kind == "list" else "choice"
        return {"kind": kind, "choice": "words", "words": tuple(words)}
    if CHART_KIND.items() <= schema.items():
        return {"kind": "choice", "choice": "kinds"}
    title = schema.get("title")
    if title == "id" and shape.key != "id":
        return {"choice": "id"}
    return {"choice": "citation"} if title == "citation" else {}


def _kinds(info: inspect.Type, schema: dict[str, Any]) -> Iterator[tuple[inspect.Type, Any]]:
    """Yield the types that a value may have, each with its JSON Schema for editors."""
    while isinstance(info, inspect.Metadata):
        schema = schema | (info.extra_json_schema or {}) | (info.extra or {})
        info = info.type
    if isinstance(info, inspect.UnionType):
        for one in info.types:
            yield from _kinds(one, schema)
    elif not isinstance(info, inspect.NoneType):
        yield info, schema
