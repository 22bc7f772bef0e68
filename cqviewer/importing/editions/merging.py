"""The next edition of a data file, brought into the sheet that was made from an earlier one."""

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

import msgspec

from cqviewer.importing.editions.figure_merge import FIELDS, FigureMerge, part_at
from cqviewer.importing.figures import Figure
from cqviewer.importing.found import Found
from cqviewer.importing.making import Opened
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.roles import placed
from cqviewer.importing.tables import refuse
from cqviewer.importing.writing import SOURCE, Heading, Known, Made
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import Edit, Insert, Put
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.messages import say
from cqviewer.model.problems import Path
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.yaml_tree import Plain, decode, parse_yaml

_KEPT = (
    *("missing", "flags", "year_begins", "dates", "decimal", "unit", "name", "periods"),
    *("twice", "encoding", "delimiter"),
)
"""Options that may be given again for a file's next edition, and are written into the sheet."""
_ANY_DAY = datetime.date(2000, 1, 1)


class Brought(msgspec.Struct, frozen=True):
    """A sheet with the values of a file, and how the file was read.

    `unknown` are the figures that the sheet does not have, or has now, if they were added, by id.
    """

    data: bytes
    unknown: dict[str, Figure]
    read: Recognised


def imported_as(data: bytes, file: FilePath, said: ImportEntry) -> ImportEntry:
    """Return the options that a sheet's data file was read with, changed by those `said` now."""
    tree = tree_of(data, file)
    imports = tree.get("imports")
    entry = imports.get(SOURCE) if isinstance(imports, dict) else None
    if not isinstance(entry, dict):
        message = say("the sheet does not say how a data file was read into it")
        refuse(
            file,
            message,
            say("it needs `imports:` with `{}:`, as `cqviewer import` writes it", SOURCE),
        )
    try:
        kept = msgspec.convert(entry, ImportEntry, strict=False)
    except msgspec.ValidationError as error:
        refuse(file, say("`imports` is not understood: {}", error), say("see `cqviewer check`"))
    changes: dict[str, object] = {}
    for name in set(ImportEntry.__struct_fields__) - {"heads"}:
        value = getattr(said, name)
        if isinstance(value, dict):
            changes[name] = {**getattr(kept, name), **value}
            if name == "roles" and kept.heads:
                changes["heads"] = {**kept.heads, **dict.fromkeys(value, "")}
        elif value is not None:
            changes[name] = value
    return msgspec.structs.replace(kept, **changes)


def bring_in(
    opened: Opened,
    data: bytes,
    file: FilePath,
    options: ImportEntry,
    *,
    with_new: bool = False,
    is_sure: bool = False,
) -> Brought:
    """Return a sheet with the values of a data file, all other bytes as they were.

    New observations are added, and revised ones get `was`; `with_new` also adds the figures that
    the sheet does not have. Numbers in another unit or of another size are left out and reported,
    unless `is_sure`. SheetError where the sheet is written in a way that cannot be changed, or a
    column is not found again.
    """
    tree = tree_of(data, file)
    moved: list[Found] = []
    if options.heads:
        options, moved = placed(opened.block(options), options, opened.path)
    made, read = opened.make(options, Heading(), _ANY_DAY, _known(tree))
    read.found += [*moved, *_gone(tree, made)]
    edits: list[Edit] = []
    unknown: dict[str, Figure] = {}
    for key, figure in made.ids.items():
        place = place_of(tree, key)
        if place is None:
            unknown[key] = figure
            continue
        merge = FigureMerge(*place, figure, read, options)
        doubt = merge.doubt(part_at(tree, ("indicators", key.split(".")[0], "unit")))
        if doubt is None or is_sure:
            edits += merge.edits()
            path: Path = ("indicators", key.split(".")[0], "interval")
            put = Put(path, figure.interval)
            if figure.interval and part_at(tree, path) is None and put not in edits:
                edits.append(put)
        else:
            read.found.insert(0, doubt)
        read.found += merge.gone(key)
    new = tree_of(made.text.encode(), opened.path)
    if with_new and unknown:
        edits += _added(new, tree)
    if edits:
        options = msgspec.structs.replace(options, file=opened.path.name)
        edits += _remembered(tree, new, options, are_moved=bool(moved))
    return Brought(edited(data, edits, file), unknown, read)


def edited(data: bytes, edits: Iterable[Edit], file: FilePath) -> bytes:
    """Return a sheet with edits; SheetError where it is written so that it cannot be changed."""
    try:
        return edit_file(data, [*edits])
    except CannotEdit as error:
        refuse(file, str(error), say("bring the values in by hand"))


def _added(new: dict[str, Plain], tree: dict[str, Plain]) -> Iterator[Edit]:
    """Yield the edits that add the figures of a new sheet which another does not have.

    Their items and breakdowns come along, and the last section shows those that stand alone.
    """
    for name in _keys(new, ("dimensions",)):
        yield from _lacking(new, tree, ("dimensions", name, "items"))
    yield from _lacking(new, tree, ("dimensions",))
    for name in _keys(new, ("indicators",)):
        for item in _keys(new, ("indicators", name, "items")):
            if FIELDS.isdisjoint(_keys(new, ("indicators", name, "items", item))):
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
            yield Insert(path, at, part_at(new, (*path, key)), key)


def _keys(tree: Plain, path: Path) -> list[str]:
    node = part_at(tree, path)
    return list(node) if isinstance(node, dict) else []


def _remembered(
    tree: dict[str, Plain], new: dict[str, Plain], options: ImportEntry, *, are_moved: bool
) -> Iterator[Edit]:
    """Yield the edits that keep which file the values now are from, and what was said of it."""
    path: Path = ("imports", SOURCE)
    title: Path = ("sources", SOURCE, "title")
    file = part_at(tree, (*path, "file"))
    if file != options.file:
        yield Put((*path, "file"), options.file)
        if part_at(tree, title) == file:
            yield Put(title, options.file)
    for key in ("roles", "heads", "only") if are_moved else ():
        if said := part_at(new, (*path, key)):
            yield Put((*path, key), said)
    for key in _KEPT:
        said = part_at(new, (*path, key))
        old = part_at(tree, (*path, key))
        if said is None or said == old:
            continue
        if isinstance(said, dict) and isinstance(old, dict):
            changed = [one for one in old if one in said and said[one] != old[one]]
            yield from (Put((*path, key, one), said[one]) for one in changed)
            yield from _lacking(new, tree, (*path, key))
        else:
            yield Put((*path, key), said)


def tree_of(data: bytes, file: FilePath) -> dict[str, Plain]:
    """Return what a sheet's file says; SheetError if it is no mapping."""
    root = parse_yaml(decode(data, str(file)), str(file), Limits()).root
    if not isinstance(root, dict):
        refuse(file, say("this is no fact sheet"))
    return root


def _known(tree: dict[str, Plain]) -> Known:
    """Return the ids that a sheet has, by the names of its figures and items."""
    figures: dict[str, str] = {}
    for key in _keys(tree, ("indicators",)):
        name, unit = (part_at(tree, ("indicators", key, one)) for one in ("name", "unit"))
        figures.setdefault(str(name), key)
        figures.setdefault(f"{name} {unit or ''}", key)
    items: dict[str, dict[str, str]] = {}
    for key in _keys(tree, ("dimensions",)):
        path: Path = ("dimensions", key, "items")
        for item in _keys(tree, path):
            said = part_at(tree, (*path, item))
            name = said.get("name") if isinstance(said, dict) and "name" in said else said
            items.setdefault(key, {})[str(name)] = item
    return Known(figures, items)


def _gone(tree: dict[str, Plain], made: Made) -> Iterator[Found]:
    """Yield the figures that cite a data file which has them no longer."""

    def leaves(node: Plain, key: str) -> Iterator[str]:
        inner = node.get("items", node) if isinstance(node, dict) else None
        if isinstance(node, dict) and str(node.get("source", "")).split(" ")[0] == SOURCE:
            yield key
        elif isinstance(inner, dict):
            for one, part in inner.items():
                yield from leaves(part, f"{key}.{one}")

    for name in _keys(tree, ("indicators",)):
        for key in leaves(part_at(tree, ("indicators", name)), name):
            if key not in made.ids:
                yield Found("gone", 1, key, "")


def place_of(tree: dict[str, Plain], key: str) -> tuple[Path, Plain] | None:
    """Return the path and the value of a figure in a sheet's tree; None if it has none."""
    name, *items = key.split(".")
    path: Path = ("indicators", name)
    node = part_at(tree, path)
    for item in items:
        inner = part_at(node, ("items",))
        if inner is not None:
            path, node = (*path, "items"), inner
        path, node = (*path, item), part_at(node, (item,))
    return None if node is None else (path, node)
