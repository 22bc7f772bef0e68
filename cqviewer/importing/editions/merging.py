"""The next edition of a data file, brought into the sheet that was made from an earlier one."""

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

import msgspec

from cqviewer.importing.editions.figure_merge import (
    FIELDS,
    FigureMerge,
    cites,
    observations_at,
    part_at,
)
from cqviewer.importing.editions.retitling import retitled
from cqviewer.importing.figures import Figure
from cqviewer.importing.found import Found
from cqviewer.importing.making import Opened
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.roles import language_of, placed
from cqviewer.importing.tables import refuse
from cqviewer.importing.writing import SOURCE, Heading, Known, Made, distinct
from cqviewer.model.editing.edit import edit_file
from cqviewer.model.editing.edits import Edit, Insert, Put
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.messages import say
from cqviewer.model.problems import Path
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.yaml_tree import Plain, decode, parse_yaml
from cqviewer.model.wording.phrases import Vocabulary

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
    gone = list(_gone(tree, made))
    read.found += [*moved, *(Found("gone figure", 1, one, "") for one in gone)]
    earlier = distinct([f"{SOURCE}_earlier"], _keys(tree, ("sources",)))[0]
    edits, unknown, left = _merged(tree, made, read, options, earlier, is_sure=is_sure)
    if edits:  # from now on the sheet's data file is another one
        edits += (it for key in (*gone, *sorted(left)) for it in _kept(tree, key, options, earlier))
        edits += _cited_elsewhere(tree, (), earlier)
    if any(isinstance(one, Put) and earlier in str(one.value) for one in edits):
        edits.append(_earlier_source(tree, opened.path.name, earlier))
    new = tree_of(made.text.encode(), opened.path)
    if with_new and unknown:
        edits += _added(new, tree)
    if edits:
        edits += retitled(new, tree, left)
        options = msgspec.structs.replace(options, file=opened.path.name)
        edits += _remembered(tree, new, options, are_moved=bool(moved))
    return Brought(edited(data, edits, file), unknown, read)


def edited(data: bytes, edits: Iterable[Edit], file: FilePath) -> bytes:
    """Return a sheet with edits; SheetError where it is written so that it cannot be changed."""
    try:
        return edit_file(data, [*edits])
    except CannotEdit as error:
        refuse(file, str(error), say("bring the values in by hand"))


def _merged(
    tree: dict[str, Plain],
    made: Made,
    read: Recognised,
    options: ImportEntry,
    earlier: str,
    *,
    is_sure: bool,
) -> tuple[list[Edit], dict[str, Figure], set[str]]:
    """Return the edits that bring figures into a sheet, those that it lacks, and the ids left."""
    edits: list[Edit] = []
    unknown: dict[str, Figure] = {}
    doubts: dict[tuple[str, str], Found] = {}
    left: set[str] = set()
    for key, figure in made.ids.items():
        place = place_of(tree, key)
        if place is None:
            unknown[key] = figure
            continue
        path: Path = ("indicators", key.split(".")[0])
        shared = part_at(tree, (*path, "source")) or part_at(tree, ("defaults", "source"))
        merge = FigureMerge(*place, figure, read, options, earlier, shared)
        read.found += merge.gone(key)
        puts = {"interval": figure.interval} if part_at(tree, (*path, "interval")) is None else {}
        doubt = merge.doubt(part_at(tree, (*path, "unit")))
        if doubt and is_sure and doubt.kind == "other unit":
            puts["unit"] = figure.unit
            if not _has_all(tree, str(path[-1]), made, read, options):
                doubt = msgspec.structs.replace(doubt, kind="old unit")
        if doubt and not (is_sure and doubt.kind != "old unit"):
            known = doubts.get((doubt.kind, doubt.written))
            count = doubt.count + (known.count if known else 0)
            doubts[doubt.kind, doubt.written] = msgspec.structs.replace(doubt, count=count)
            left |= {key, str(path[-1])}
            continue
        edits += merge.edits(is_same_size=doubt is None)
        about = [Put((*path, one), said) for one, said in puts.items() if said]
        edits += [one for one in about if one not in edits]
    read.found[:0] = doubts.values()
    return edits, unknown, left


def _has_all(
    tree: dict[str, Plain], name: str, made: Made, read: Recognised, options: ImportEntry
) -> bool:
    """Return whether a file has all that a sheet has of an indicator: each item and period."""

    def has(node: Plain, key: str) -> bool:
        parts = node.get("items") if isinstance(node, dict) else None
        if isinstance(node, dict) and key not in made.ids and FIELDS.isdisjoint(node):
            parts = node
        if isinstance(parts, dict):
            return all(has(part, f"{key}.{one}") for one, part in parts.items())
        place = place_of(tree, key)
        figure = made.ids.get(key)
        if place is None or figure is None:
            return False
        return not any(FigureMerge(*place, figure, read, options).gone(key, of_every_source=True))

    return has(part_at(tree, ("indicators", name)), name)


def _kept(tree: dict[str, Plain], key: str, options: ImportEntry, earlier: str) -> Iterator[Put]:
    """Yield the edits that let a figure which stays as it is cite the cells of the earlier file."""
    if (place := place_of(tree, key)) is None:
        return
    begins = options.year_begins or ""
    found = observations_at(*place, int(begins) if begins.isdecimal() else None)
    cited = [(place[0], place[1])]
    cited += [((*found[0], one), said) for one, _, said in found[1]] if found else []
    for path, said in cited:
        source = said.get("source") if isinstance(said, dict) else None
        if cites(source):
            yield Put((*path, "source"), f"{earlier}{str(source)[len(SOURCE) :]}")


def _cited_elsewhere(node: Plain, path: Path, earlier: str) -> Iterator[Put]:
    """Yield the edits that let all but figures cite the earlier file's cells where they did so.

    What a statement or a target says of a cell was read there, and stands elsewhere in a new file.
    """
    if isinstance(node, dict):
        for key, one in node.items():
            is_of_figure = path[:1] == ("indicators",) and "targets" not in path
            if key == "source" and isinstance(one, str) and cites(one) and not is_of_figure:
                if one != SOURCE:
                    yield Put((*path, key), f"{earlier}{one[len(SOURCE) :]}")
            else:
                yield from _cited_elsewhere(one, (*path, key), earlier)
    elif isinstance(node, list):
        for place, one in enumerate(node):
            yield from _cited_elsewhere(one, (*path, place), earlier)


def _earlier_source(tree: dict[str, Plain], file: str, key: str) -> Insert:
    """Return the edit that adds the earlier file to the sources, for what the new one lacks."""
    entry = part_at(tree, ("sources", SOURCE))
    said = dict(entry) if isinstance(entry, dict) else {}
    title = said.get("title")
    if title == file or title != part_at(tree, ("imports", SOURCE, "file")):
        by_language = title if isinstance(title, dict) else {language_of([str(title)]): title}
        worded: dict[str, Plain] = {
            one: Vocabulary(one).phrase("import_earlier", title=text)
            for one, text in by_language.items()
        }
        others = [part_at(tree, ("sources", one, "title")) for one in _keys(tree, ("sources",))]
        if worded in others or next(iter(worded.values())) in others:  # two editions before
            old_file = part_at(tree, ("imports", SOURCE, "file"))
            worded = {one: f"{text} ({old_file})" for one, text in worded.items()}
        said["title"] = worded if isinstance(title, dict) else next(iter(worded.values()))
    return Insert(("sources",), _keys(tree, ("sources",)).index(SOURCE) + 1, said, key)


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
        for at in (title, ("sources", SOURCE, "evidence")):
            if part_at(tree, at) == file:
                yield Put(at, options.file)
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


def _gone(tree: dict[str, Plain], made: Made) -> Iterator[str]:
    """Yield the ids of figures that cite a data file which has them no longer."""

    def leaves(node: Plain, key: str) -> Iterator[str]:
        inner = node.get("items", node) if isinstance(node, dict) else None
        own = part_at(node, ("observations",))
        series = [*own.values()] if isinstance(own, dict) else own
        cited = [part_at(one, ("source",)) for one in series or ()] if series else []
        if any(cites(one) for one in (part_at(node, ("source",)), *cited)):
            yield key
        elif own is None and key not in made.ids and isinstance(inner, dict):
            for one, part in inner.items():
                yield from leaves(part, f"{key}.{one}")

    for name in _keys(tree, ("indicators",)):
        for key in leaves(part_at(tree, ("indicators", name)), name):
            if key not in made.ids:
                yield key


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
