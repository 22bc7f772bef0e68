"""The edits of a sheet's file. The window sends them to the worker, and reads no YAML itself."""

from typing import TYPE_CHECKING, Literal

import msgspec

from cqviewer.model.problems import Offer, Path

if TYPE_CHECKING:
    from cqviewer.model.reading.yaml_tree import Plain


class Put(msgspec.Struct, frozen=True, tag=True):
    """Write a value at a path; a key that its mapping lacks is added."""

    path: Path
    value: "Plain"


class Insert(msgspec.Struct, frozen=True, tag=True):
    """Add an entry to the list or mapping at a path, before the entry of a place."""

    path: Path
    place: int
    value: "Plain"
    key: str | None = None


class Remove(msgspec.Struct, frozen=True, tag=True):
    """Remove an entry; comments stay."""

    path: Path


class Move(msgspec.Struct, frozen=True, tag=True):
    """Move an entry to another place among its neighbours; comments right above it go along."""

    path: Path
    place: int


class Duplicate(msgspec.Struct, frozen=True, tag=True):
    """Repeat an entry right after itself; in a mapping under another key."""

    path: Path
    key: str | None = None


class Rename(msgspec.Struct, frozen=True, tag=True):
    """Rename a key of a mapping."""

    path: Path
    key: str


Edit = Put | Insert | Remove | Move | Duplicate | Rename
Named = Literal["indicator", "source", "dimension", "item", "goal"]
"""Kinds of parts with an id that others refer to; an item's id is given as `dimension.item`."""


def replacement(path: Path, text: str) -> Edit:
    """Return the edit that writes a text at a path, which ends in '?name' for the key itself."""
    last = path[-1] if path else ""
    if isinstance(last, str) and last.startswith("?"):
        return Rename((*path[:-1], last[1:]), text)
    return Put(path, text)


def taken(offer: Offer) -> Edit:
    """Return the edit that writes what was offered."""
    return Remove(offer.path) if offer.text is None else replacement(offer.path, offer.text)
