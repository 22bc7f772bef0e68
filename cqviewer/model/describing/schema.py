"""The JSON Schema of the format, made from the types of `format` for editors."""

import inspect
from collections.abc import Iterable
from typing import Any

import msgspec

from cqviewer.model.reading.format import VERSION, SheetEntry
from cqviewer.model.text import TAG_PATTERN
from cqviewer.model.wording.phrases import languages

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

PART_IN_SHORT = (
    "value, list of [Observation](#observation), values by their periods, or keys: [Part](#part)"
)
"""What an indicator may write for an item."""
_AS_TEXT = ["string", "number", "boolean"]
"""What editors take the words of a text for: `title: 2024` needs no quotes."""


def schema_text(kinds: Iterable[str]) -> str:
    """Return the schema as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(sheet_schema(kinds)), indent=2).decode() + "\n"


def sheet_schema(kinds: Iterable[str]) -> Schema:
    """Return the JSON Schema (2020-12) of a fact sheet that may have charts of some kinds.

    What the format allows to leave empty is simply left out, and texts per language name their
    languages, so that editors complete them.
    """
    (made,), parts = msgspec.json.schema_components([SheetEntry], ref_template="#/$defs/{name}")
    definitions = {_short(name): _for_editors(part) for name, part in parts.items()}
    definitions["Text"] = _text_schema()
    _allow_short_forms(definitions)
    kind = definitions["Chart"]["properties"]["kind"]
    kind["enum"] = sorted(kinds)
    del kind["type"]
    top = definitions.pop(_short(made["$ref"].rpartition("/")[2]))
    top["properties"]["cqviewer"] |= {"maximum": VERSION}
    return {
        "$schema": DIALECT,
        "title": f"cqviewer fact sheet, version {VERSION} of the format",
        **{key: value for key, value in top.items() if key != "title"},
        "$defs": dict(sorted(definitions.items())),
    }


def _short(name: str) -> str:
    """Return the name of a type for people: 'Indicator' for IndicatorEntry."""
    return name.removesuffix("Entry")


def _text_schema() -> Schema:
    """Return the schema of a text that is given once, or once per language."""
    line = {"type": _AS_TEXT, "minLength": 1}
    return {
        "description": "A text given once, or once per language.",
        "anyOf": [
            line,
            {
                "type": "object",
                "properties": dict.fromkeys(languages(), line),
                "patternProperties": {TAG_PATTERN: line},
                "additionalProperties": False,
                "minProperties": 1,
            },
        ],
    }


def _allow_short_forms(definitions: Schema) -> None:
    """Add the short forms that `short_forms` writes out to the definitions."""
    observation, part = definitions["Observation"], definitions["Part"]
    number = {"anyOf": observation["properties"]["value"]["anyOf"]}
    alone = {key: one for key, one in observation["properties"].items() if key != "period"}
    by_period = {"anyOf": [number, observation | {"properties": alone, "required": []}]}
    short = {"$ref": "#/$defs/PartInShort"}
    for owner in (definitions["Indicator"], part):
        listed = owner["properties"]["observations"]
        owner["properties"]["observations"] = {
            "title": "list of [Observation](#observation), or values by their periods",
            "description": listed.pop("description"),
            "anyOf": [listed, _object_of(by_period)],
        }
        owner["properties"]["items"]["additionalProperties"] = short
    inner = _object_of({"anyOf": [short, by_period]})
    definitions["PartInShort"] = {
        "title": PART_IN_SHORT,
        "anyOf": [number, listed, {"$ref": "#/$defs/Part"}, inner],
    }
    text = {"$ref": "#/$defs/Text"}
    items = definitions["Dimension"]["properties"]["items"]
    items["additionalProperties"] = {"anyOf": [text, items["additionalProperties"]]}


def _object_of(value: Schema) -> Schema:
    return {"type": "object", "minProperties": 1, "additionalProperties": value}


def _for_editors(part: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a part of a schema without null and defaults, and with one definition of texts."""
    if isinstance(part, list):
        return [_for_editors(one) for one in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        return part | {"$ref": f"#/$defs/{_short(part['$ref'].rpartition('/')[2])}"}
    made = {key: _for_editors(value) for key, value in part.items() if key != "default"}
    if made.get("type") == "string" and "minLength" in made:
        made["type"] = _AS_TEXT
    if isinstance(made.get("description"), str):
        made["description"] = inspect.cleandoc(made["description"])
    if made.get("type") == "object" and "title" in made:
        made["title"] = _short(made["title"])
    choices = [one for one in made.get("anyOf", ()) if one != {"type": "null"}]
    if any("additionalProperties" in one and "minProperties" in one for one in choices):
        made = {"$ref": "#/$defs/Text"} | {key: made[key] for key in made if key != "anyOf"}
    elif len(choices) == 1:
        made = {key: value for key, value in made.items() if key != "anyOf"} | choices[0]
    elif choices:
        made["anyOf"] = choices
    if None in made.get("enum", ()):
        made["enum"] = [one for one in made["enum"] if one is not None]
    return made
