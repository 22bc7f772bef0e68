"""SDMX-JSON data messages, versions 1 and 2: values by the places of codes in their dimensions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from cqviewer.importing.readers.delimited import ONLY_TABLE
from cqviewer.importing.readers.json_cells import cell_of, decoded
from cqviewer.importing.tables import DataLimits, Tables, check_size, make_table, refuse
from cqviewer.model.messages import say

_Text = str | dict[str, str] | None
_Cells = list[Any]
_CODES = ("TIME_", "OBS_", "UNIT_MULT", "CONF_", "DECIMALS")
"""Components of which the code is what a sheet needs, and not the label."""


class _Code(msgspec.Struct):
    """A value that a component may have."""

    id: str = ""
    name: _Text = None
    value: _Text = None

    def said(self, component: str) -> str:
        """Return its label in English, or else its code."""
        name = self.name or self.value
        label = (name.get("en") or next(iter(name.values()))) if isinstance(name, dict) else name
        return self.id or label or "" if component.startswith(_CODES) else label or self.id


class _Component(msgspec.Struct):
    """A dimension or attribute, with its values."""

    id: str
    values: list[_Code] = []

    def at(self, place: object) -> str:
        """Return the value at a place; '' for none."""
        is_there = isinstance(place, int) and 0 <= place < len(self.values)
        return self.values[place].said(self.id) if is_there and isinstance(place, int) else ""


class _Series(msgspec.Struct):
    """A series: its attributes, and its observations by their places."""

    observations: dict[str, _Cells] = {}
    attributes: _Cells = []


class _DataSet(msgspec.Struct):
    """A data set: series, or observations by themselves."""

    series: dict[str, _Series] = {}
    observations: dict[str, _Cells] = {}


class _Structure(msgspec.Struct):
    """The dimensions and attributes of data sets, by the level at which they stand."""

    dimensions: dict[str, list[_Component]]
    attributes: dict[str, list[_Component]] = {}
    name: _Text = None


class _Message(msgspec.Struct, rename="camel"):
    """What both versions hold; the second one within `data`."""

    data_sets: list[_DataSet] = []
    structure: _Structure | None = None
    structures: list[_Structure] = []
    data: "_Message | None" = None


def read_sdmx_json(path: Path, data: bytes, limits: DataLimits) -> Tables:
    """Return the observations of the first data set as rows; SheetError where there is none."""
    try:
        message = decoded(data, _Message)
        message = message.data or message
        structure = message.structure or next(iter(message.structures), None)
        if structure is None or not message.data_sets:
            hint = say("ask the office for its data as SDMX-CSV")
            refuse(path, say("this SDMX-JSON has no data set"), hint)
        rows = list(_rows(message.data_sets[0], structure))
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, IndexError) as error:
        hint = say("fetch it again as SDMX-CSV")
        refuse(path, say("this is no SDMX-JSON: {}", error), hint)
    check_size(path, len(rows), len(rows) * len(rows[0]), len(rows[0]), limits)
    table = make_table(ONLY_TABLE, rows)
    table.has_cells, table.title = False, _Code(name=structure.name).said("")
    return Tables([table], title=table.title)


def _rows(found: _DataSet, structure: _Structure) -> Iterator[list[str]]:
    """Yield the heads and each observation, with what is said of its series."""
    of_series, of_each = (structure.dimensions.get(one, []) for one in ("series", "observation"))
    about, beside = (structure.attributes.get(one, []) for one in ("series", "observation"))
    yield [one.id for one in (*of_series, *of_each)] + [
        "OBS_VALUE",
        *(one.id for one in (*about, *beside)),
    ]
    series = found.series or {"": _Series(found.observations)}
    for key, one in series.items():
        own = [part.at(place) for part, place in zip(of_series, _places(key), strict=True)]
        said = [part.at(place) for part, place in _padded(about, one.attributes)]
        for inner, (value, *marks) in one.observations.items():
            each = [part.at(place) for part, place in zip(of_each, _places(inner), strict=True)]
            signs = [part.at(place) for part, place in _padded(beside, marks)]
            yield [*own, *each, cell_of(value), *said, *signs]


def _places(key: str) -> list[int]:
    return [int(one) for one in key.split(":")] if key else []


def _padded(parts: list[_Component], places: _Cells) -> Iterator[tuple[_Component, object]]:
    """Yield components with the places of their values; those at the end may be left out."""
    yield from zip(parts, [*places, *[None] * len(parts)], strict=False)
