"""A sheet as the form shows it: parts with their fields, and with lists of the parts within.

It is made from the values of a file and the description of the format, without reading YAML.
"""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, overload

import msgspec

from cqviewer.model.editing.edits import Named
from cqviewer.model.editing.parts import Field, Group, ListEntry, Part
from cqviewer.model.editing.shapes import SHORT, Entry, Shape, shapes
from cqviewer.model.messages import say
from cqviewer.model.problems import Path
from cqviewer.model.reading.figure_format import (
    DimensionEntry,
    IndicatorEntry,
    ItemEntry,
    ObservationEntry,
    PartEntry,
    TargetEntry,
)
from cqviewer.model.reading.format import GoalEntry, SheetEntry, SourceEntry

if TYPE_CHECKING:
    from cqviewer.model.reading.yaml_tree import Plain

_USUAL = frozenset((
    "title", "place", "date", "year", "summary", "publisher", "url", "name", "value",
    "unit", "measure", "period", "status", "source", "derived", "note", "id", "for", "lead",
    "figures", "of", "kind", "subtitle", "about", "text", "who", "office", "term", "meaning",
    "figure", "label", "named", "announced", "file", "alt", "observations", "items", "charts",
    "statements", "targets", "sources", "indicators", "sections", "goals", "result", "total",
    "at_least",
))  # fmt: skip
"""Keys that the form always shows; others are shown if they are set, or if all are asked for."""
_NAMED: dict[Entry, Named] = {
    IndicatorEntry: "indicator",
    SourceEntry: "source",
    DimensionEntry: "dimension",
    ItemEntry: "item",
    GoalEntry: "goal",
}
COLUMNS: dict[Entry, tuple[str, ...]] = {
    ObservationEntry: ("period", "value", "status"),
    TargetEntry: ("for", "value"),
    IndicatorEntry: ("", "value"),
    PartEntry: ("", "value"),
}
"""Keys that are edited right in a list of such entries; '' is their title."""
_OF_ONE_VALUE = frozenset(("value", "period", "status", "derived"))


class _Place(msgspec.Struct):
    """An entry in the tree; `keys` has each key's value with its path in the file."""

    entry: Entry
    value: "Plain"
    path: Path
    keys: "dict[str, tuple[Plain, Path]]"
    short: str = ""
    """The key whose value is written in place of the entry, or ''."""


class _Rows(Sequence[ListEntry]):
    """Rows that are made when first accessed, since a sheet may have thousands of figures."""

    def __init__(self, count: int, make: Callable[[int], ListEntry]) -> None:
        self._count = count
        self._make = functools.cache(make)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> ListEntry: ...
    @overload
    def __getitem__(self, at: slice) -> list[ListEntry]: ...
    def __getitem__(self, at: int | slice) -> ListEntry | list[ListEntry]:
        every = range(self._count)[at]
        return self._make(every) if isinstance(every, int) else [*map(self._make, every)]


class Outline:
    """The parts of a sheet; titles are in a language, or in the first that they have."""

    def __init__(self, tree: "Plain", language: str = "", kinds: tuple[str, ...] = ()) -> None:
        """Collect the ids in the values of a file; `kinds` are all kinds of charts."""
        self.tree = tree
        self._language = language
        tables = {
            table: tuple(map(str, keys_of(at(tree, (table,)))))
            for table in ("indicators", "sources", "dimensions")
        }
        goals = at(tree, ("goals", "named"))
        named = (one.get("id") for one in goals or () if isinstance(one, dict))
        self._known = {
            **tables,
            "goals": tuple(str(one) for one in named if one),
            "kinds": kinds,
            "unit": self._units(),
        }
        said = at(tree, ("languages",))
        self._languages = tuple(map(str, said)) if isinstance(said, list) else ()

    def _units(self) -> tuple[str, ...]:
        """Return the units that figures of the sheet have, each once."""
        every = (at(one, ("unit",)) for _, one in entries(at(self.tree, ("indicators",))))
        return tuple(dict.fromkeys(one for one in every if isinstance(one, str)))

    # Places in the tree

    def part(self, path: Path) -> Part:
        """Return the part at a path, or the nearest one around it that exists."""
        trail = list(self._trail(path))
        place = trail[-1]
        found = shapes(place.entry)
        above = tuple((one.path, kind_of(one.entry), self._title_of(one)) for one in trail[:-1])
        groups = (self._group(place, one) for one in found.values() if one.inner)
        return Part(
            place.path,
            kind_of(place.entry),
            self._title_of(place),
            tuple(self._fields(place)),
            tuple(groups),
            above,
        )

    def _trail(self, path: Path) -> Iterator[_Place]:
        """Yield the sheet and what lies in it on the way to a path."""
        place = self._place(SheetEntry, self.tree, ())
        yield place
        while place.path != path:
            inner = [
                (where, value, shapes(place.entry)[key])
                for key, (value, where) in place.keys.items()
                if shapes(place.entry)[key].inner and path[: len(where)] == where
            ]
            if not inner:
                return
            where, value, shape = max(inner, key=lambda one: len(one[0]))
            if not shape.is_one:
                where = path[: len(where) + 1]
                value = at(self.tree, where)
                if len(where) > len(path) or where[-1] not in keys_of(at(self.tree, where[:-1])):
                    return
            if value is None and shape.is_one:
                return
            assert shape.inner is not None
            place = self._place(shape.inner, value, where)
            yield place

    def _place(self, entry: Entry, value: "Plain", path: Path) -> _Place:
        """Return an entry with its keys, which may be written in a short form."""
        keys: dict[str, tuple[Plain, Path]] = {key: (None, (*path, key)) for key in shapes(entry)}
        if isinstance(value, dict) and (entry not in SHORT or not keys.keys().isdisjoint(value)):
            keys |= {key: (value[key], (*path, key)) for key in keys if key in value}
            return _Place(entry, value, path, keys)
        if entry not in SHORT or value == {}:
            return _Place(entry, value, path, keys)
        short = SHORT[entry]
        if entry is PartEntry and isinstance(value, dict | list):
            short = "items" if self._is_nested(path) else "observations"
        keys[short] = value, path
        return _Place(entry, value, path, keys, short)

    def _is_nested(self, path: Path) -> bool:
        """Return whether the item at a path is one of the first of two dimensions."""
        by = at(self.tree, (*path[:2], "by"))
        return len(path) == 4 and isinstance(by, list) and len(by) > 1

    def _title_of(self, place: _Place) -> str:
        own = place.path[-1] if place.path else ""
        if isinstance(own, str) and place.entry in (ObservationEntry, PartEntry):
            return own
        if isinstance(place.value, str):
            return place.value
        for key, shape in shapes(place.entry).items():
            said = self._said(place.keys[key][0])
            if said and key not in ("id", "kind", "cqviewer") and shape.kind != "flag":
                return said
        return own if isinstance(own, str) else ""

    def _said(self, value: "Plain") -> str:
        """Return a text, in the language or the first of its own."""
        if isinstance(value, dict):
            value = value.get(self._language, next(iter(value.values()), None))
        return value if isinstance(value, str) else ""

    # Fields

    def _fields(self, place: _Place, only: tuple[str, ...] = ()) -> Iterator[Field]:
        """Yield the fields of an entry, or some of them; a period comes first, an id last."""
        key_field = _key_field(place)
        if key_field is not None and key_field.key == "period":
            yield key_field
        around, has_several = _written_out(place), _has_several(place)
        for key, shape in sorted(shapes(place.entry).items(), key=lambda one: one[0] == "id"):
            is_key = key_field is not None and key == key_field.key
            if shape.inner is not None or is_key or key == "cqviewer" or (only and key not in only):
                continue
            value, path = place.keys[key]
            is_usual = key in _USUAL and not (has_several and key in _OF_ONE_VALUE)
            made = Field(
                path,
                key,
                kind=shape.kind,
                choices=self._choices(shape),
                is_closed=shape.choice in ("words", "kinds"),
                hint=say(shape.hint),
                is_usual=is_usual or shape.is_required or bool(value),
                is_required=shape.is_required,
                is_short=shape.is_short,
                may_be_text=shape.may_be_text,
                around=around if path != place.path else None,
            )
            yield from self._texts(made, value, is_per_language=shape.is_per_language)
        if key_field is not None and key_field.key == "id":
            yield key_field

    def _texts(self, made: Field, value: "Plain", *, is_per_language: bool) -> Iterator[Field]:
        """Yield the field of a key with its text, or one field for each language of the text."""
        change = msgspec.structs.replace
        if isinstance(value, list):
            yield change(made, text=", ".join(one for one in value if isinstance(one, str)))
        elif isinstance(value, dict):
            for language in dict.fromkeys((*value, *self._languages)):
                where, text = (*made.path, language), value.get(language)
                said = text if isinstance(text, str) else ""
                yield change(made, path=where, language=language, text=said)
        elif is_per_language and len(self._languages) > 1 and made.around is None:
            first, *others = self._languages
            yield change(made, language=first, text=value or "")
            held = {first: value} if value else {}
            for language in others:
                where, is_usual = (*made.path, language), made.is_usual and not value
                yield change(made, path=where, language=language, around=held, is_usual=is_usual)
        else:
            yield change(made, text=value or "")

    def _choices(self, shape: Shape) -> tuple[str, ...]:
        match shape.choice:
            case "words":
                return shape.words
            case "id":
                table = {"goals": "goals", "by": "dimensions"}.get(shape.key, "indicators")
                return self._known[table]
            case "citation":
                return self._known["sources"]
            case "kinds" | "unit":
                return self._known[shape.choice]
        return ()

    # Lists

    def _group(self, place: _Place, shape: Shape) -> Group:
        value, path = place.keys[shape.key]
        inner = shape.inner
        assert inner is not None
        columns = COLUMNS.get(inner, ())
        if shape.is_one:
            held: list[tuple[Path, Plain]] = [(path, value)] if value is not None else []
        else:
            held = [((*path, key), one) for key, one in entries(value)]
        rows = _Rows(len(held), lambda at: self._row(inner, *held[at], columns))
        is_usual = shape.key in _USUAL or bool(held)
        return Group(path, shape.key, rows, columns, shape.is_one, is_usual, say(shape.hint))

    def _row(self, entry: Entry, path: Path, value: "Plain", columns: tuple[str, ...]) -> ListEntry:
        place = self._place(entry, value, path)
        cells = {one.key: one for one in self._fields(place, columns)} if columns else {}
        if _has_several(place):
            cells = {key: one for key, one in cells.items() if one.is_key}
        found = tuple(cells[one] for one in columns if one in cells)
        return ListEntry(path, self._title_of(place) or str(path[-1]), found)

    def list_at(self, path: Path) -> Shape | None:
        """Return what the format says of the list at a path; None if it has none there."""
        for place in self._trail(path):
            for key, (_, where) in place.keys.items():
                shape = shapes(place.entry)[key]
                if where == path and shape.inner is not None:
                    return shape
        return None


def kind_of(entry: Entry) -> str:
    """Return the kind of an entry in one word: `indicator`."""
    return entry.__name__.removesuffix("Entry").lower()


def _key_field(place: _Place) -> Field | None:
    """Return the field of an entry's own key, an id or a period; None if it has none."""
    own = place.path[-1] if place.path else None
    if not isinstance(own, str) or _has_fixed_key(place):
        return None
    key = "period" if place.entry is ObservationEntry else "id"
    named = _NAMED.get(place.entry)
    return Field(
        place.path, key, text=own, is_key=True, is_required=True, named=named, is_short=True
    )


def _written_out(place: _Place) -> "Mapping[str, Plain] | None":
    """Return an entry in a short form as a mapping; None if it is not in one."""
    if not place.short:
        return None
    return {place.short: place.value} if place.value else {}


def _has_several(place: _Place) -> bool:
    """Return whether an entry has a list of values or a formula, and no value of its own."""
    several = ("observations", "items", "derived")
    return any(place.keys.get(key, (None,))[0] for key in several)


def _has_fixed_key(place: _Place) -> bool:
    """Return whether the format gives an entry its key, such as `goals` or `logo`."""
    return len(place.path) == 1 or place.path[-1] == "result"


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


def entries(value: "Plain") -> "Iterator[tuple[str | int, Plain]]":
    """Yield the keys of a table or the indexes of a list, with their values."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def keys_of(value: "Plain") -> "list[str | int]":
    """Return the keys of a table or the indexes of a list."""
    return [key for key, _ in entries(value)]
