"""A sheet as a reader edits it: its parts, each with the fields that a form shows.

It is made of the values that a file has, and reads no YAML itself.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import msgspec

from cqviewer.model.editing.edits import Duplicate, Edit, Insert, Move, Put, Remove
from cqviewer.model.problems import Path

if TYPE_CHECKING:
    from cqviewer.model.reading.yaml_tree import Plain

Kind = Literal[
    "sheet", "source", "figure", "observation", "section", "chart", "statement", "plan", "voice"
]

FIELDS: dict[Kind, tuple[str, ...]] = {
    "sheet": ("title", "place", "date", "year", "summary"),
    "source": ("title", "short", "publisher", "date", "url"),
    "figure": (
        *("name", "short", "value", "unit", "measure", "period", "status", "source", "derived"),
        "note",
    ),
    "observation": ("period", "value", "status", "source", "note"),
    "section": ("title", "lead", "figures"),
    "chart": ("kind", "title", "subtitle", "of", "note"),
    "statement": ("about", "text", "source"),
    "plan": ("name", "text", "source", "figures", "goals"),
    "voice": ("who", "office", "text", "source"),
}
"""The fields of each kind of part, in the order of the form."""
_LISTS = frozenset(("of", "figures", "goals"))
_IN_SECTION: dict[str, Kind] = {
    "charts": "chart",
    "statements": "statement",
    "plans": "plan",
    "voices": "voice",
}


class Part(msgspec.Struct, frozen=True):
    """A part of a sheet: its place, what it is, its title, and the path of what it lies in."""

    path: Path
    kind: Kind
    title: str
    within: Path = ()


class Field(msgspec.Struct, frozen=True):
    """A text that can be edited: its path, the key and the language it is of, and what it says.

    `is_list` says that it is several ids with commas between.
    """

    path: Path
    key: str
    language: str = ""
    text: str = ""
    is_list: bool = False

    def edit(self, text: str) -> Edit:
        """Return the edit that writes another text; of none, the one that takes the key away."""
        text = text.strip()
        if self.is_list and text:
            return Put(self.path, [one.strip() for one in text.split(",") if one.strip()])
        return Put(self.path, text) if text else Remove(self.path)


def parts(tree: "Plain", language: str = "") -> list[Part]:
    """Return the parts of a sheet, with titles in a language or the first one they have.

    It is itself one; then come sources, figures, sections and what these hold.
    """
    if not isinstance(tree, dict):
        return []
    return [Part((), "sheet", _title(tree, language, "title")), *_parts(tree, language)]


def _parts(tree: "dict[str, Plain]", language: str) -> Iterator[Part]:
    for key in _keys(tree.get("sources")):
        yield Part(("sources", key), "source", str(key))
    for key, one in _entries(tree.get("indicators")):
        path: Path = ("indicators", key)
        yield Part(path, "figure", _title(one, language, "name") or str(key))
        listed = one.get("observations") if isinstance(one, dict) else None
        for place, value in _entries(listed):
            period = _title(value, language, "period") if isinstance(listed, list) else str(place)
            yield Part((*path, "observations", place), "observation", period, path)
    for place, one in _entries(tree.get("sections")):
        path = ("sections", place)
        yield Part(path, "section", _title(one, language, "title"))
        for name, kind in _IN_SECTION.items():
            for number, inner in _entries(one.get(name) if isinstance(one, dict) else None):
                title = _title(inner, language, *FIELDS[kind][:3])
                yield Part((*path, name, number), kind, title, path)


def _entries(value: "Plain") -> "Iterator[tuple[str | int, Plain]]":
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def _title(value: "Plain", language: str, *keys: str) -> str:
    """Return the text of the first key that has one, in a language or the first of its own."""
    if not isinstance(value, dict):
        return ""
    for key in keys:
        said = value.get(key) if key != "kind" else None
        said = (
            said.get(language, next(iter(said.values()), None)) if isinstance(said, dict) else said
        )
        if isinstance(said, str) and said:
            return said
    return ""


def fields(tree: "Plain", part: Part) -> list[Field]:
    """Return the fields of a part, those that it does not have yet empty."""
    value = at(tree, part.path)
    if not isinstance(value, dict):  # an observation in short: its value alone
        return [Field(part.path, "value", text=str(value or ""))]
    found: list[Field] = []
    names = FIELDS[part.kind]
    if part.kind == "observation" and isinstance(part.path[-1], str):
        names = names[1:]  # its period is its key
    if part.kind == "figure" and ("observations" in value or "items" in value):
        names = tuple(one for one in names if one not in ("value", "period", "status"))
    for key in names:
        said, path = value.get(key), (*part.path, key)
        if isinstance(said, dict):
            found += [
                Field((*path, language), key, language, str(text or ""))
                for language, text in said.items()
            ]
        elif isinstance(said, list):
            if all(isinstance(one, str) for one in said):
                found.append(Field(path, key, text=", ".join(map(str, said)), is_list=True))
        else:
            found.append(Field(path, key, text=said or "", is_list=key in _LISTS))
    return found


def at(tree: "Plain", path: Path) -> "Plain":
    """Return the value at a path; None where there is none."""
    for key in path:
        if isinstance(tree, dict):
            tree = tree.get(str(key))
        elif isinstance(tree, list) and isinstance(key, int) and key < len(tree):
            tree = tree[key]
        else:
            return None
    return tree


def addition(tree: "Plain", kind: Kind, within: Path) -> tuple[list[Edit], Path]:
    """Return the edits that add an empty part, and its path; nothing of it is a fact.

    `within` is the section or the figure that it is added to.
    """
    holder, value = _new(tree, kind, within)
    held = at(tree, holder)
    if kind in ("source", "figure"):
        key = free_id(tree, kind)
        return [Insert(holder, len(_keys(held)), value, key)], (*holder, key)
    if isinstance(held, dict):  # observations by their periods
        return [Insert(holder, len(held), "not stated", "2000")], (*holder, "2000")
    if isinstance(held, list):
        return [Insert(holder, len(held), value)], (*holder, len(held))
    return [Put(holder, [value])], (*holder, 0)


def _keys(value: "Plain") -> "list[str | int]":
    return [key for key, _ in _entries(value)]


def _new(tree: "Plain", kind: Kind, within: Path) -> "tuple[Path, Plain]":
    """Return the list or table that a new part belongs to, and the part."""
    sources = _keys(at(tree, ("sources",)))
    figures = _keys(at(tree, ("indicators",)))
    new: dict[Kind, tuple[Path, dict[str, Plain]]] = {
        "source": (("sources",), {"title": "New source"}),
        "figure": (
            ("indicators",),
            {
                "name": "New figure",
                "unit": "units",
                "measure": "level",
                "value": "not stated",
                "period": "not stated",
                **({"source": str(sources[0])} if sources else {}),
            },
        ),
        "observation": ((*within, "observations"), {"period": "2000", "value": "not stated"}),
        "section": (("sections",), {"id": free_id(tree, "section"), "title": "New section"}),
        "chart": (
            (*within, "charts"),
            {"kind": "bars", "of": [*map(str, figures[:1])], "title": "New chart"},
        ),
        "statement": ((*within, "statements"), {"text": "New statement"}),
        "plan": ((*within, "plans"), {"name": "New plan", "text": "New plan"}),
        "voice": ((*within, "voices"), {"who": "New voice", "text": "New voice"}),
    }
    return new[kind]


def free_id(tree: "Plain", kind: Kind, like: str = "") -> str:
    """Return an id that the sheet does not use yet for a kind of part: `figure_2`."""
    table = {"source": "sources", "figure": "indicators", "section": "sections"}[kind]
    every = _entries(at(tree, (table,)))
    is_list = kind == "section"
    used = {one.get("id") if is_list and isinstance(one, dict) else key for key, one in every}
    number = 1 if not like else 2
    while f"{like or kind}_{number}" in used:
        number += 1
    return f"{like or kind}_{number}"


def id_of(tree: "Plain", part: Part) -> str:
    """Return the id of a figure, a source or a section."""
    value = at(tree, part.path)
    if part.kind == "section":
        return str(value.get("id") or "") if isinstance(value, dict) else ""
    return str(part.path[-1])


def duplication(tree: "Plain", part: Part) -> list[Edit]:
    """Return the edits that repeat a part right after itself, under an id of its own."""
    if not part.path:
        return []
    *around, last = part.path
    if part.kind == "section" and isinstance(last, int):
        own = free_id(tree, "section", id_of(tree, part))
        return [Duplicate(part.path), Put((*around, last + 1, "id"), own)]
    if part.kind in ("source", "figure"):
        return [Duplicate(part.path, free_id(tree, part.kind, str(last)))]
    return [Duplicate(part.path)] if isinstance(last, int) else []


def movement(tree: "Plain", part: Part, by: int) -> tuple[list[Edit], Path]:
    """Return the edits that move a part among its neighbours, and its path then."""
    if not part.path:
        return [], ()
    *around, last = part.path
    neighbours = _keys(at(tree, tuple(around))) if around else []
    place = neighbours.index(last) + by if last in neighbours else -1
    if not 0 <= place < len(neighbours):
        return [], part.path
    return [Move(part.path, place)], (*around, place if isinstance(last, int) else last)
