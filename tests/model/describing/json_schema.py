"""What an editor that knows JSON Schema says of a sheet: the keywords that the format uses."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from cqviewer.model.describing.schema import Schema

ANNOTATIONS = {"$schema", "$defs", "title", "description", "patternErrorMessage"}
KEYWORDS = {
    *("properties", "additionalProperties", "patternProperties", "propertyNames", "items"),
    *("pattern", "format", "minLength", "minItems", "minProperties", "maxLength", "required"),
    *("minimum", "maximum"),
}
"""What is held key by key or item by item, or asks nothing of a value of another type."""
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}


def complaints(value: object, schema: Schema) -> list[str]:
    """Return what is wrong with a value, as an editor would say it; nothing for a valid one."""
    return [*_complaints(value, schema, schema["$defs"], "")]


def _complaints(value: object, part: Schema, parts: Schema, at: str) -> Iterator[str]:
    for key, wanted in part.items():
        if key == "$ref":
            yield from _complaints(value, parts[wanted.rpartition("/")[2]], parts, at)
        elif key == "anyOf":
            if all([*_complaints(value, one, parts, at)] for one in wanted):
                yield f"{at}: none of the choices"
        elif key not in ANNOTATIONS and not _holds(key, wanted, value):
            yield f"{at}: {key}"
    if isinstance(value, dict):
        yield from _of_keys(value, part, parts, at)
    if isinstance(value, list):
        for place, one in enumerate(value):
            yield from _complaints(one, part.get("items", {}), parts, f"{at}/{place}")


def _of_keys(value: Schema, part: Schema, parts: Schema, at: str) -> Iterator[str]:
    for key, one in value.items():
        yield from _complaints(key, part.get("propertyNames", {}), parts, f"{at}/{key}")
        patterns = part.get("patternProperties", {})
        fits = [inner for pattern, inner in patterns.items() if re.search(pattern, key)]
        fits += [part["properties"][key]] if key in part.get("properties", {}) else []
        fits = fits or [part.get("additionalProperties", {})]
        for inner in fits:
            if inner is False:
                yield f"{at}/{key}: no such key"
            else:
                yield from _complaints(one, inner, parts, f"{at}/{key}")


def _holds(key: str, wanted: Any, value: object) -> bool:  # noqa: ANN401
    """Return whether a value keeps one keyword; no keyword is passed over that is not known."""
    match key, value:
        case "type", _:
            names = [wanted] if isinstance(wanted, str) else wanted
            is_boolean = isinstance(value, bool)
            return any(
                isinstance(value, TYPES[one]) and is_boolean == (one == "boolean") for one in names
            )
        case "enum", _:
            return bool(value in wanted)
        case "pattern", str(text):
            return re.search(wanted, text) is not None
        case "format", str(text):
            return _is_date(text)
        case ("minLength", str(held)) | ("minItems", list(held)) | ("minProperties", dict(held)):
            return bool(len(held) >= wanted)
        case "maxLength", str(text):
            return bool(len(text) <= wanted)
        case "minimum", int(number) | float(number):
            return bool(number >= wanted)
        case "maximum", int(number) | float(number):
            return bool(number <= wanted)
        case "required", dict(held):
            return set(wanted) <= set(held)
    assert key in KEYWORDS, key
    return True


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
