"""Values of JSON as cells: numbers keep the digits that are written, as in 12.50."""

from decimal import Decimal
from typing import Any, TypeVar

import msgspec

_T = TypeVar("_T")
_MOST_ZEROS = 30
"""The most zeros that a power of ten is written out with."""


def decoded(data: bytes, kind: type[_T]) -> _T:
    """Return what JSON holds, with a Decimal for each fraction where any value may stand."""
    return msgspec.json.Decoder(kind, float_hook=Decimal).decode(data)


def cell_of(value: Any) -> str:  # noqa: ANN401 - whatever JSON may hold
    """Return a value as a cell; ValidationError for a list or an object, which is none."""
    if isinstance(value, list | dict):
        raise msgspec.ValidationError("a value is no list and no object")
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, Decimal) and abs(value.adjusted()) <= _MOST_ZEROS:
        return f"{value:f}"
    return "" if value is None else str(value)
