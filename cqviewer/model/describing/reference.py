"""The reference page of the format: a text of `resources`, with the keys from the JSON Schema."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from cqviewer.model.describing.schema import PART_IN_SHORT, Schema, sheet_schema
from cqviewer.model.messages import catalog
from cqviewer.model.text import Language
from cqviewer.paths import page_in, resources_folder

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
"""The line of the page's text that is replaced by the kinds of charts."""


class KindRow(msgspec.Struct, frozen=True):
    """A kind of chart in the table of the page: its name, what it draws, what it needs."""

    name: str
    draws: str
    needs: str


_Word = Callable[[str], str]
"""Returns the words of a page's language for the English ones."""


def reference_page(examples: Path, kinds: Sequence[KindRow], language: Language = "en") -> str:
    """Return the page in Markdown; `examples` is the folder with the examples."""
    own = catalog(language)

    def word(text: str) -> str:
        return own.get(text, text)

    schema = sheet_schema(one.name for one in kinds)
    rows = [
        f"| {', '.join(f'`{one.name}`' for one in alike)} | {word(draws)} | {word(needs)} |\n"
        for (draws, needs), alike in itertools.groupby(kinds, lambda one: (one.draws, one.needs))
    ]
    text = page_in(language, resources_folder() / "reference.md").read_text("utf-8")
    parts = [text.replace(_KINDS, "".join(rows)), *_table(word("The sheet"), schema, word)]
    for name in _ORDER.split():
        parts += _table(_heading(name, word), schema["$defs"][name], word)
    parts.append(f"## {word('Examples')}\n")
    for file, title in EXAMPLES.items():
        text = (examples / file).read_text("utf-8").partition("\n")[2]
        parts.append(f"### {word(title)}\n\n```yaml\n{text}```\n")
    return "\n".join(parts)


def _heading(name: str, word: _Word) -> str:
    """Return the name of a type for a heading."""
    return word({"LabelledFigure": "Labelled figure", "Open": "Open question"}.get(name, name))


def _table(heading: str, part: Schema, word: _Word) -> Iterator[str]:
    """Yield the section of one type: what it is, then its keys."""
    yield f"## {heading}\n\n{word(part['description'])}\n"
    rows = [word("| Key | | What to write | Meaning |"), "|---|---|---|---|"]
    for key, field in part["properties"].items():
        needed = word("required") if key in part.get("required", ()) else ""
        meaning = word(field.get("description", "")).replace("|", "\\|")
        rows.append(f"| `{key}` | {needed} | {_kind(field, word)} | {meaning} |")
    yield "\n".join(rows) + "\n"


def _kind(field: Schema, word: _Word) -> str:
    """Return what is written at a key."""
    if field.get("$ref") == "#/$defs/PartInShort":
        return word(PART_IN_SHORT)
    if "$ref" in field:
        if field["$ref"].endswith("/Text"):
            return word("text")
        name = _heading(field["$ref"].rpartition("/")[2], word)
        return word("keys: {}").format(f"[{name}](#{name.lower().replace(' ', '-')})")
    if "title" in field:
        return word(field["title"])
    if "enum" in field:
        return " \\| ".join(f"`{one}`" for one in field["enum"])
    if "anyOf" in field:
        kinds = [_kind(one, word) for one in field["anyOf"]]
        alone = kinds[0] in (word("number"), word("period"))
        return kinds[0] if alone else word(" or ").join(kinds)
    kind = field.get("type")
    if kind == "boolean":
        return "`true`"
    if kind == "array":
        return word("list of {}").format(_kind(field["items"], word))
    if kind == "object":
        return word("{} for each id").format(_kind(field["additionalProperties"], word))
    if kind == "integer":
        return word("whole number")
    return word("date" if field.get("format") == "date" else "text")
