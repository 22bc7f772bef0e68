"""Edits that add, repeat and move whole entries of a sheet; a new entry states no fact."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from cqviewer.model.editing.edits import Duplicate, Edit, Insert, Move, Put, Remove
from cqviewer.model.editing.outline import COLUMNS, Outline, at, entries, keys_of, kind_of
from cqviewer.model.editing.parts import Field
from cqviewer.model.editing.shapes import SHORT
from cqviewer.model.problems import Path
from cqviewer.model.reading.figure_format import ObservationEntry
from cqviewer.model.reading.format import GoalEntry, SectionEntry

if TYPE_CHECKING:
    from cqviewer.model.reading.yaml_tree import Plain

_NEW_IDS = ("figure", "indicator", "source", "dimension")
"""Ids of new entries that have no name yet."""


def addition(outline: Outline, path: Path, text: str = "") -> tuple[list[Edit], Path]:
    """Return the edits that add an empty entry to the list at a path, and the entry's path.

    `text` is the entry's key or period, if that is known.
    """
    shape = outline.list_at(path)
    entry = shape.inner if shape else None
    if shape is None or entry is None:
        return [], path
    held = at(outline.tree, path)
    place = len(keys_of(held))
    if shape.is_one:
        return [Put(path, {})], path
    if shape.is_table or isinstance(held, dict) or (held is None and entry is ObservationEntry):
        key = text or free_id(outline, path, kind_of(entry))
        value: Plain = None if entry in SHORT else {}
        edit: Edit = Put(path, {key: value})
        if held is not None:
            edit = Insert(path, place, value, key)
        return [edit], (*path, key)
    new: dict[str, Plain] = {}
    if entry in (SectionEntry, GoalEntry):
        new = {"id": free_id(outline, path, kind_of(entry))}
    elif text:
        new = {COLUMNS[entry][0]: text}
    return [Insert(path, place, new) if held is not None else Put(path, [new])], (*path, place)


def new_figure(
    outline: Outline, values: "Mapping[str, Plain]", section: int
) -> tuple[list[Edit], Path]:
    """Return the edits that add a figure with some values and show it in a section."""
    key = free_id(outline, ("indicators",), as_id(str(values.get("name", ""))) or "figure")
    table = at(outline.tree, ("indicators",))
    path: Path = ("sections", section, "figures")
    shown = at(outline.tree, path)
    listed = Insert(path, len(keys_of(shown)), key) if shown is not None else Put(path, [key])
    made: Edit = Insert(("indicators",), len(keys_of(table)), {**values}, key)
    return [made, listed], ("indicators", key)


def free_id(outline: Outline, path: Path, like: str) -> str:
    """Return an id that the entries of a list do not have yet: `jobs`, or else `jobs_2`."""
    every = entries(at(outline.tree, path))
    used = {str(at(one, ("id",)) or key) for key, one in every}
    stem, number = re.sub(r"_\d+$", "", like), 2
    while like in used:
        like, number = f"{stem}_{number}", number + 1
    return like


def removal(outline: Outline, path: Path) -> Edit:
    """Return the edit that removes an entry, and with the last one its list."""
    around = path[:-1]
    shape, held = outline.list_at(around), at(outline.tree, around)
    is_last = shape is not None and not shape.is_required and len(keys_of(held)) == 1
    return Remove(around if is_last else path)


def duplication(outline: Outline, path: Path) -> tuple[list[Edit], Path]:
    """Return the edits that repeat an entry right after itself, under an id of its own."""
    if not path:
        return [], path
    *around, last = path
    if isinstance(last, int):
        new = (*around, last + 1)
        old = at(outline.tree, (*path, "id"))
        own = [Put((*new, "id"), free_id(outline, tuple(around), str(old)))] if old else []
        return [Duplicate(path), *own], new
    key = free_id(outline, tuple(around), last)
    return [Duplicate(path, key)], (*around, key)


def movement(outline: Outline, path: Path, by: int) -> tuple[list[Edit], Path]:
    """Return the edits that move an entry among its neighbours, and its path then."""
    *around, last = path or ("",)
    neighbours = keys_of(at(outline.tree, tuple(around))) if path else []
    place = neighbours.index(last) + by if last in neighbours else -1
    if not 0 <= place < len(neighbours):
        return [], path
    return [Move(path, place)], (*around, place if isinstance(last, int) else last)


def id_of_new(outline: Outline, path: Path, field: Field, text: str) -> str:
    """Return the id of a new entry after a text was written in one of its fields.

    Unless an id is typed, it is made from the name or title.
    """
    old = str(path[1])
    if field.is_key and field.path == path:
        return text or old
    if field.key in ("name", "title") and len(field.path) < 5 and old in _NEW_IDS:
        return free_id(outline, path[:1], as_id(text) or old)
    return old


def as_id(name: str) -> str:
    """Return a name as an id: `new_jobs`; '' if it has no letter for one."""
    return re.sub("[^a-z0-9]+", "_", name.lower()).lstrip("_0123456789")[:40].strip("_")


def with_id(edits: Iterable[Edit], old: str, new: str) -> list[Edit]:
    """Return edits with another id for the entry that they add."""

    def other(value: "Plain") -> "Plain":
        if isinstance(value, dict):
            return {new if key == old else key: other(one) for key, one in value.items()}
        if isinstance(value, list):
            return [other(one) for one in value]
        return new if value == old else value

    made: list[Edit] = []
    for one in edits:
        change: dict[str, object] = {"path": tuple(new if it == old else it for it in one.path)}
        if isinstance(one, Put | Insert):
            change["value"] = other(one.value)
        if getattr(one, "key", None) == old:
            change["key"] = new
        made.append(msgspec.structs.replace(one, **change))
    return made
