"""The next edition of a data file, brought into the sheet that was made from an earlier one."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path as FilePath

import msgspec

from cqviewer.importing.figures import Figure, Value
from cqviewer.importing.making import Opened
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.tables import refuse
from cqviewer.importing.writing import SOURCE, Heading, sources_of
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import Edit, Insert, Put, Remove
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.numbers.amount import parse_value
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Misread, Path
from cqviewer.model.reading.figure_format import PartEntry
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.yaml_tree import Plain, decode, parse_yaml

_FIELDS = frozenset(PartEntry.__struct_fields__)
_ANY_DAY = datetime.date(2000, 1, 1)


class Brought(msgspec.Struct, frozen=True):
    """A sheet with the values of a file, and how the file was read.

    `unknown` are the ids of figures that the sheet does not have, or has now, if they were added.
    """

    data: bytes
    unknown: list[str]
    read: Recognised


def imported_as(data: bytes, file: FilePath, said: ImportEntry) -> ImportEntry:
    """Return how a sheet remembers that its data file was read, but for what is said anew."""
    tree = _tree(data, file)
    imports = tree.get("imports")
    entry = imports.get(SOURCE) if isinstance(imports, dict) else None
    if not isinstance(entry, dict):
        message = "the sheet does not say how a data file was read into it"
        refuse(
            file, message, f"it needs `imports:` with `{SOURCE}:`, as `cqviewer import` writes it"
        )
    try:
        kept = msgspec.convert(entry, ImportEntry, strict=False)
    except msgspec.ValidationError as error:
        refuse(file, f"`imports` is not understood: {error}", "see `cqviewer check`")
    changes: dict[str, object] = {}
    for name in ImportEntry.__struct_fields__:
        value = getattr(said, name)
        if isinstance(value, dict):
            changes[name] = {**getattr(kept, name), **value}
        elif value is not None:
            changes[name] = value
    return msgspec.structs.replace(kept, **changes)


def bring_in(
    opened: Opened, data: bytes, file: FilePath, options: ImportEntry, *, with_new: bool = False
) -> Brought:
    """Return a sheet with the values of a data file, all other bytes as they were.

    New observations are added, and revised ones say what they were; `with_new` also adds the
    figures that the sheet does not have. SheetError where the sheet is written in a way that
    cannot be changed.
    """
    options = msgspec.structs.replace(options, file=opened.path.name)
    made, read = opened.make(options, Heading(), _ANY_DAY)
    tree = _tree(data, file)
    edits: list[Edit] = []
    unknown = []
    for key, figure in made.ids.items():
        place = _place(tree, key)
        if place is None:
            unknown.append(key)
        else:
            edits += _Merge(*place, figure, read, options).edits()
    new = _tree(made.text.encode(), opened.path)
    if with_new and unknown:
        edits += _added(new, tree)
    if edits:
        edits += _remembered(tree, new, options)
    try:
        return Brought(edit_file(data, edits), unknown, read)
    except CannotEdit as error:
        refuse(file, str(error), "bring the values in by hand")


def _added(new: dict[str, Plain], tree: dict[str, Plain]) -> Iterator[Edit]:
    """Yield the edits that add the figures of a new sheet which another does not have.

    Their items and breakdowns come along, and the last section shows those that stand alone.
    """
    for name in _keys(new, ("dimensions",)):
        yield from _lacking(new, tree, ("dimensions", name, "items"))
    yield from _lacking(new, tree, ("dimensions",))
    for name in _keys(new, ("indicators",)):
        for item in _keys(new, ("indicators", name, "items")):
            if _FIELDS.isdisjoint(_keys(new, ("indicators", name, "items", item))):
                yield from _lacking(new, tree, ("indicators", name, "items", item))
        yield from _lacking(new, tree, ("indicators", name, "items"))
    added = list(_lacking(new, tree, ("indicators",)))
    yield from added
    sections = tree.get("sections")
    if not added or not isinstance(sections, list) or not sections:
        return
    path: Path = ("sections", len(sections) - 1)
    names: list[Plain] = [one.key for one in added]
    shown = sections[-1].get("figures") if isinstance(sections[-1], dict) else None
    if isinstance(shown, list):
        for at, one in enumerate(names, len(shown)):
            yield Insert((*path, "figures"), at, one)
    else:
        yield Put((*path, "figures"), names)


def _lacking(new: Plain, tree: Plain, path: Path) -> Iterator[Insert]:
    """Yield the edits that add the entries of a mapping which the same one of a sheet lacks."""
    known = _keys(tree, path)
    lacking = [one for one in _keys(new, path) if one not in known]
    if known:
        for at, key in enumerate(lacking, len(known)):
            yield Insert(path, at, _at(new, (*path, key)), key)


def _keys(tree: Plain, path: Path) -> list[str]:
    node = _at(tree, path)
    return list(node) if isinstance(node, dict) else []


def _remembered(
    tree: dict[str, Plain], new: dict[str, Plain], options: ImportEntry
) -> Iterator[Edit]:
    """Yield the edits that keep which file the values now are from, and what was said of it."""
    path: Path = ("imports", SOURCE)
    title: Path = ("sources", SOURCE, "title")
    file = _at(tree, (*path, "file"))
    if file != options.file:
        yield Put((*path, "file"), options.file)
        if _at(tree, title) == file:
            yield Put(title, options.file)
    for key in ("missing", "flags", "year_begins", "dates", "decimal", "unit", "name"):
        said = _at(new, (*path, key))
        old = _at(tree, (*path, key))
        if said is None or said == old:
            continue
        if isinstance(said, dict) and isinstance(old, dict):
            yield from _lacking(new, tree, (*path, key))
        else:
            yield Put((*path, key), said)


def _tree(data: bytes, file: FilePath) -> dict[str, Plain]:
    root = parse_yaml(decode(data, str(file)), str(file), Limits()).root
    if not isinstance(root, dict):
        refuse(file, "this is no fact sheet")
    return root


def _place(tree: dict[str, Plain], key: str) -> tuple[Path, Plain] | None:
    """Return the path and the value of a figure in a sheet's tree; None if it has none."""
    name, *items = key.split(".")
    path: Path = ("indicators", name)
    node = _at(tree, path)
    for item in items:
        inner = _at(node, ("items",))
        if inner is not None:
            path, node = (*path, "items"), inner
        path, node = (*path, item), _at(node, (item,))
    return None if node is None else (path, node)


def _at(node: Plain, path: Path) -> Plain:
    for part in path:
        node = node.get(str(part)) if isinstance(node, dict) else None
    return node


class _Merge:
    """Compares one figure of a sheet with the same one of a data file."""

    def __init__(
        self, path: Path, node: Plain, figure: Figure, read: Recognised, options: ImportEntry
    ) -> None:
        self._path = path
        self._node = node
        self._figure = figure
        self._read = read
        begins = options.year_begins or ""
        self._begins = int(begins) if begins.isdecimal() else None
        self._edits: list[Edit] = []

    def edits(self) -> list[Edit]:
        """Return what is to be written for the figure."""
        found = self._observations()
        if found is None:
            return []
        holder, rows = found
        there = [period for period, _ in rows]
        added: list[Value] = []
        for value in self._figure.values:
            period = self._period(value.period)
            if period in there:
                at = there.index(period)
                self._revise((*holder, self._key(rows, at)), rows[at][1], value)
            else:
                added.append(value)
        is_list = isinstance(_at(self._node, ("observations",)), list)
        for value in added:
            period = self._period(value.period)
            place = sum(_order(one) < _order(period) for one in there)
            there.insert(place, period)
            said = _said(value)
            new: Plain = {"period": value.period, **said} if is_list else _short(said)
            self._edits.append(Insert(holder, place, new, None if is_list else value.period))
        if added:
            self._cite(there, [one for one, _ in rows], holder, is_list=is_list)
        return self._edits

    def _observations(self) -> tuple[Path, list[tuple[Period | str, Plain]]] | None:
        """Return the path of the observations, and each with its period; None if there are none."""
        node, path = self._node, self._path
        listed = _at(node, ("observations",))
        if listed is not None:
            path = (*path, "observations")
        elif isinstance(node, dict) and _FIELDS.isdisjoint(node):
            listed = node
        if isinstance(listed, dict):
            self._keys: list[str | int] = list(listed)
            return path, [(self._period(key), one) for key, one in listed.items()]
        if isinstance(listed, list):
            self._keys = list(range(len(listed)))
            return path, [(self._period(str(_at(one, ("period",)))), one) for one in listed]
        return None

    def _key(self, rows: list[tuple[Period | str, Plain]], at: int) -> str | int:
        assert len(rows) == len(self._keys)
        return self._keys[at]

    def _period(self, text: str) -> Period | str:
        try:
            return Period.parse(text, self._begins)
        except Misread:
            return text

    def _revise(self, path: Path, old: Plain, value: Value) -> None:
        """Add the edits that make an observation say what the file says now."""
        new = _said(value)
        was = {"value": old} if isinstance(old, str) else dict(old) if isinstance(old, dict) else {}
        is_same = _amount(was.get("value")) == _amount(new.get("value"))
        is_same = is_same and was.get("missing") == new.get("missing")
        marks = [one for one in _listed(was.get("status")) if one != "revised"]
        has_same_marks = marks == [one for one in _listed(new.get("status")) if one != "revised"]
        if is_same and has_same_marks:
            return
        changes: dict[str, Plain] = {}
        if not is_same:
            changes |= {"value": new.get("value"), "missing": new.get("missing")}
            number = was.get("value") if _is_number(was.get("value")) else None
            changes["was"] = number if _is_number(new.get("value")) else None
        if not has_same_marks:
            changes["status"] = new.get("status")
        if isinstance(old, str):
            whole: dict[str, Plain] = {"value": old, **changes}
            whole = {key: one for key, one in whole.items() if one is not None}
            self._edits.append(Put(path, whole))
            return
        for key, one in changes.items():
            if one is not None:
                self._edits.append(Put((*path, key), one))
            elif key in was:
                self._edits.append(Remove((*path, key)))

    def _cite(
        self,
        there: list[Period | str],
        before: list[Period | str],
        holder: Path,
        *,
        is_list: bool,
    ) -> None:
        """Add the edits that lead each observation to its cell in the new file."""
        known = {self._period(one.period): one for one in self._figure.values}
        values = [known[one] for one in there if one in known]
        is_whole = len(values) == len(there)
        source, own = sources_of(values, self._read)
        if not is_whole:
            source, own = SOURCE, list(self._each(values))
        if (old := _at(self._node, ("source",))) is not None and old != source:
            self._edits.append(Put((*self._path, "source"), source))
        cells = dict(zip((self._period(one.period) for one in values), own, strict=True))
        for place, period in enumerate(there):
            cell = cells.get(period, "")
            if not cell:
                continue
            key: str | int = place if is_list else self._written(period, before)
            self._edits += self._cited((*holder, key), period, before, cell)

    def _each(self, values: list[Value]) -> Iterator[str]:
        """Yield the cell of each value by itself."""
        yield from (sources_of([one], self._read)[0] for one in values)

    def _written(self, period: Period | str, before: list[Period | str]) -> str | int:
        """Return the key of an observation in its map."""
        if period in before:
            return self._keys[before.index(period)]
        return next(one.period for one in self._figure.values if self._period(one.period) == period)

    def _cited(
        self, path: Path, period: Period | str, before: list[Period | str], cell: str
    ) -> Iterator[Edit]:
        """Yield the edit that gives an observation its own cell, if it has another yet."""
        old: Plain = None
        if period in before:
            listed = _at(self._node, ("observations",)) or self._node
            key = self._keys[before.index(period)]
            old = listed[key] if isinstance(listed, list) else _at(listed, (key,))  # type: ignore[index]
        value = next(one for one in self._figure.values if self._period(one.period) == period)
        is_text = isinstance(old, str) or (old is None and isinstance(_short(_said(value)), str))
        revised = any(isinstance(one, Put) and one.path == path for one in self._edits)
        if is_text and not revised:
            said = {"value": old} if isinstance(old, str) else _said(value)
            yield Put(path, {**said, "source": cell})
        elif not isinstance(old, dict) or old.get("source") != cell:
            yield Put((*path, "source"), cell)


def _said(value: Value) -> dict[str, Plain]:
    """Return what an observation says, as a tree."""
    amount = value.amount
    said: dict[str, Plain] = (
        {"missing": amount.missing} if amount.missing else {"value": amount.text}
    )
    if len(amount.status) == 1:
        said["status"] = amount.status[0]
    elif amount.status:
        said["status"] = list(amount.status)
    if value.note:
        said["note"] = value.note
    return said


def _short(said: dict[str, Plain]) -> Plain:
    return said["value"] if list(said) == ["value"] else said


def _listed(status: Plain) -> list[Plain]:
    return status if isinstance(status, list) else [] if status is None else [status]


def _amount(text: Plain) -> object:
    """Return a value to compare by: a number or bound, however it is written."""
    try:
        return parse_value(text)
    except Misread:
        return text


def _is_number(text: Plain) -> bool:
    amount = _amount(text)
    return isinstance(amount, tuple) and amount[0] is None and isinstance(amount[1], Decimal)


def _order(period: Period | str) -> tuple[str, str]:
    if isinstance(period, str):
        return period, period
    return str(period.end), str(period.start)
