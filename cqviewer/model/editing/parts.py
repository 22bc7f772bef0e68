"""A part of a sheet as a form shows it: its fields, and the lists of what it holds."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from cqviewer.model.editing.edits import Edit, Named, Put, Remove, Rename
from cqviewer.model.editing.shapes import Kind
from cqviewer.model.problems import Path

if TYPE_CHECKING:
    from cqviewer.model.reading.yaml_tree import Plain


class Field(msgspec.Struct, frozen=True):
    """A text that can be edited: where it is, its key, its language, and the text.

    `is_key` says that the text is the key at the end of the path, `named` of what kind the id is
    if others refer to it. `around` are the other keys of an entry in a short form, which is
    written out when the field is.
    """

    path: Path
    key: str
    language: str = ""
    text: str = ""
    kind: Kind = "text"
    choices: tuple[str, ...] = ()
    is_closed: bool = False
    hint: str = ""
    is_usual: bool = True
    is_required: bool = False
    is_short: bool = False
    may_be_text: bool = False
    is_key: bool = False
    named: Named | None = None
    around: "Mapping[str, Plain] | None" = None

    def edit(self, text: str) -> Edit:
        """Return the edit that writes a text, or for an empty one removes the key."""
        text = text.strip()
        if self.is_key:
            return Rename(self.path, text)
        value: Plain = text
        if self.kind == "list":
            found = [one.strip() for one in text.split(",") if one.strip()]
            value = found[0] if self.may_be_text and len(found) == 1 else [*found]
        if self.around is not None:
            return Put(self.path[:-1], {**self.around, str(self.path[-1]): value})
        return Put(self.path, value) if text else Remove(self.path)


class ListEntry(msgspec.Struct, frozen=True):
    """An entry of a list: its path, its title, and the fields that are edited in the list."""

    path: Path
    title: str
    cells: tuple[Field, ...] = ()


class Group(msgspec.Struct, frozen=True):
    """A list that a part holds; `is_one` where there is one entry at most."""

    path: Path
    key: str
    rows: Sequence[ListEntry]
    columns: tuple[str, ...] = ()
    is_one: bool = False
    is_usual: bool = True
    hint: str = ""

    @property
    def can_grow(self) -> bool:
        """Return whether one more entry may be added."""
        return not (self.is_one and self.rows)


class Part(msgspec.Struct, frozen=True):
    """A part of a sheet as a form shows it; `above` has path, kind and title of those around it."""

    path: Path
    kind: str
    title: str
    fields: tuple[Field, ...]
    groups: tuple[Group, ...]
    above: tuple[tuple[Path, str, str], ...] = ()
