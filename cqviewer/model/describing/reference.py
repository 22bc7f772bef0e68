"""The reference page of the format: a text of `resources`, with the keys from the JSON Schema."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from cqviewer.model.describing.schema import PART_IN_SHORT, Schema, sheet_schema
from cqviewer.paths import resources_folder

EXAMPLES = {
    "one-figure.yaml": "One figure, one chart",
    "time-series.yaml": "A time series in two languages, with the text of its source beside it",
    "marks.yaml": "Marks, reasons, a bound and an interval, by fiscal years",
    "goals.yaml": "Goals, plans and voices",
    "springfield-report.yaml": "A made-up report beside the sheet, as text and as PDF",
}
"""The complete examples of the page, by their file in the folder `examples`."""

_ORDER = (
    "Source Defaults Dimension Item Indicator Part Observation Target Result Section LabelledFigure"
    " Chart Statement Plan Voice Open Goals Goal Term Logo Aside Import"
)
"""The types of the format in the order of the page."""
_KINDS = "<!-- the kinds of charts -->\n"
"""Where the kinds of charts stand in the text of the page."""


class KindRow(msgspec.Struct, frozen=True):
    """A kind of chart in the table of the page: its name, what it draws, what it needs."""

    name: str
    draws: str
    needs: str


def reference_page(examples: Path, kinds: Sequence[KindRow]) -> str:
    """Return the page in Markdown; `examples` is the folder with the examples."""
    schema = sheet_schema(one.name for one in kinds)
    rows = [
        f"| {', '.join(f'`{one.name}`' for one in alike)} | {draws} | {needs} |\n"
        for (draws, needs), alike in itertools.groupby(kinds, lambda one: (one.draws, one.needs))
    ]
    text = (resources_folder() / "reference.md").read_text("utf-8")
    parts = [text.replace(_KINDS, "".join(rows)), *_table("The sheet", schema)]
    for name in _ORDER.split():
        parts += _table(_heading(name), schema["$defs"][name])
    parts.append("## Examples\n")
    for file, title in EXAMPLES.items():
        text = (examples / file).read_text("utf-8").partition("\n")[2]
        parts.append(f"### {title}\n\n```yaml\n{text}```\n")
    return "\n".join(parts)


def _heading(name: str) -> str:
    """Name a type in a heading."""
    return {"LabelledFigure": "Labelled figure", "Open": "Open question"}.get(name, name)


def _table(heading: str, part: Schema) -> Iterator[str]:
    """Describe one type: what it is, then its keys."""
    yield f"## {heading}\n\n{part['description']}\n"
    rows = ["| Key | | What to write | Meaning |", "|---|---|---|---|"]
    for key, field in part["properties"].items():
        needed = "required" if key in part.get("required", ()) else ""
        meaning = field.get("description", "").replace("|", "\\|")
        rows.append(f"| `{key}` | {needed} | {_kind(field)} | {meaning} |")
    yield "\n".join(rows) + "\n"


def _kind(field: Schema) -> str:
    """Return what is written at a key."""
    if field.get("$ref") == "#/$defs/PartInShort":
        return PART_IN_SHORT
    if "$ref" in field:
        name = _heading(field["$ref"].rpartition("/")[2])
        return "text" if name == "Text" else f"keys: [{name}](#{name.lower().replace(' ', '-')})"
    if "title" in field:
        return str(field["title"])
    if "enum" in field:
        return " \\| ".join(f"`{word}`" for word in field["enum"])
    if "anyOf" in field:
        kinds = [_kind(one) for one in field["anyOf"]]
        return kinds[0] if kinds[0] in ("number", "period") else " or ".join(kinds)
    kind = field.get("type")
    if kind == "boolean":
        return "`true`"
    if kind == "array":
        return f"list of {_kind(field['items'])}"
    if kind == "object":
        return f"{_kind(field['additionalProperties'])} for each id"
    if kind == "integer":
        return "whole number"
    return "date" if field.get("format") == "date" else "text"
