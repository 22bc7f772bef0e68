"""The fact sheet that a table makes, as YAML."""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec

from cqviewer.importing.charts import ChartGroup, charts_of, named_by
from cqviewer.importing.figures import ITEMS, Figure, Value, is_total, slug_of
from cqviewer.importing.layout import head_period
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.roles import language_of
from cqviewer.importing.tables import Tables
from cqviewer.importing.yaml_text import flow, lines_of, scalar
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.text import Text, in_language

SOURCE = "data"
"""The id of the data file among the sheet's sources."""
_NO_ITEM = ("period", "change", "abs")


class Heading(msgspec.Struct, frozen=True):
    """What a sheet is called, what place it is about, and how its source is titled."""

    title: str = ""
    place: str = ""
    source: str = ""


class Made(msgspec.Struct, frozen=True):
    """A sheet as it is written, and the id of each of its figures."""

    text: str
    ids: dict[str, Figure]


class Known(msgspec.Struct, frozen=True):
    """The ids that a sheet has already, by names: of figures, and of each breakdown's items."""

    figures: dict[str, str] = {}
    items: dict[str, dict[str, str]] = {}


def write_sheet(
    read: Recognised,
    tables: Tables,
    options: ImportEntry,
    heading: Heading,
    today: datetime.date,
    known: Known | None = None,
) -> Made:
    """Return a fact sheet with all figures of a table; what is not known is left for `check`.

    Figures and items that a sheet has already, by name, keep their ids.
    """
    writer = _Writer(read, tables, options, heading, known or Known())
    return Made("\n".join(writer.lines(today)) + "\n", writer.ids)


class _Writer:
    """Writes one sheet."""

    def __init__(
        self,
        read: Recognised,
        tables: Tables,
        options: ImportEntry,
        heading: Heading,
        known: Known,
    ) -> None:
        self._known = known
        self._names = {str(one.name) for one in read.figures}
        self._read = read
        self._tables = tables
        self._options = options
        self._heading = heading
        self.ids: dict[str, Figure] = {}
        self._dimensions: list[dict[str, Text]] = [{} for _ in read.by]
        self._dimension_ids = distinct([slug_of(one, ITEMS) for one in read.by], ["data"])
        self._groups = self._grouped()

    def lines(self, today: datetime.date) -> Iterator[str]:
        """Yield the lines of the sheet."""
        first = in_language(self._groups[0].name, "en")
        title = self._heading.title or self._tables.title or self._titled(first)
        place = self._heading.place or self._read.place
        yield "cqviewer: 1"
        yield f"title: {scalar(title)}"
        if place:
            yield f"place: {scalar(place)}"
        yield f"date: {today}"
        if isinstance(self._groups[0].name, str) and language_of([first]) == "zh":
            yield "languages: [zh]"
        if (begins := self._options.year_begins) and begins != "calendar":
            yield f"year_begins: {begins}"
        yield "sources:"
        yield f"  {SOURCE}:"
        source = self._heading.source or self._tables.title or self._options.file or first
        yield f"    title: {scalar(source)}"
        for key in ("publisher", "url"):
            if said := getattr(self._tables, key):
                yield f"    {key}: {scalar(said)}"
        if re.fullmatch(r"\d{4}-\d\d-\d\d", self._tables.date):
            yield f"    date: {self._tables.date}"
        yield from self._imports()
        yield from self._written_dimensions()
        yield "indicators:"
        for group in self._groups:
            yield from self._indicator(group)
        yield "sections:"
        yield from charts_of(self._groups, [self._by(at) for at in range(len(self._read.by))])

    def _titled(self, name: str) -> str:
        """Return a title from what is measured, by what, and when."""
        if len(self._groups) > 1:
            name = Path(self._options.file or "").stem
        return named_by(name, [self._by(at) for at in range(len(self._read.by))])

    def _by(self, at: int) -> str:
        """Return what items are, as it stands within a title: 'district'."""
        name = self._read.by[at]
        return name if name.isupper() else name[:1].lower() + name[1:]

    def _imports(self) -> Iterator[str]:
        """Yield how the file was read."""
        yield "imports:"
        yield f"  {SOURCE}:"
        roles: dict[str, str] = {}
        for at, role in enumerate(self._read.roles):
            if role != "ignore":
                roles.setdefault(self._read.block.table.letters[at], role)
        is_packed = len(set(self._read.block.table.letters)) < len(self._read.block.table.letters)
        said = msgspec.structs.asdict(self._options)
        said["decimal"] = self._read.style.decimal
        said["roles"] = said["roles"] if is_packed else _shared(roles)
        said["heads"] = {} if is_packed else self._heads(roles)
        for key, value in said.items():
            if isinstance(value, dict) and value:
                yield from lines_of(key, {one: flow(str(text)) for one, text in value.items()}, 4)
            elif value:
                yield f"    {key}: {scalar(str(value))}"

    def _heads(self, roles: dict[str, str]) -> dict[str, str]:
        """Return the heads of the columns with roles, but not of values under their own periods."""
        block = self._read.block
        begins = self._options.year_begins
        heads = zip(block.table.letters, block.heads, strict=False)
        return {
            letter: texts[-1]
            for at, (letter, texts) in enumerate(heads)
            if letter in roles
            and texts
            and (roles[letter] != "value" or head_period(block, at, begins) is None)
        }

    def _grouped(self) -> list[ChartGroup]:
        """Return the figures by what they measure, with an id for each indicator and item."""
        groups: dict[tuple[str, str], ChartGroup] = {}
        for figure in self._read.figures:
            key = (str(figure.name), figure.unit)
            if key not in groups:
                name = in_language(figure.name, "en")
                is_shared = any(name == in_language(one.name, "en") for one in groups.values())
                named = f"{name} {figure.unit}" if is_shared else name
                known = self._known.figures
                shared = known.get(f"{figure.name} {figure.unit}")
                known = {**known, str(figure.name): shared} if shared else known
                used = [one.id for one in groups.values()]
                slug = slug_of(named, "figure")
                made = _id_of(str(figure.name), slug, "figure", known, used, self._names)
                groups[key] = ChartGroup(
                    made, figure.name, figure.unit, {}, interval=figure.interval
                )
            items = tuple(self._item(at, one) for at, one in enumerate(figure.items))
            groups[key].figures[items] = figure
            self.ids[".".join((groups[key].id, *items))] = figure
        for one in groups.values():
            one.totals = {
                item
                for item, name in (self._dimensions[0].items() if self._dimensions else ())
                if is_total(name)
            }
        return list(groups.values())

    def _item(self, at: int, name: Text) -> str:
        """Return the id of an item of a dimension."""
        known = self._dimensions[at]
        for key, other in known.items():
            if other == name:
                return key
        there = self._known.items.get(self._dimension_ids[at], {})
        names = {str(one.items[at]) for one in self._read.figures} if there else set()
        slug = slug_of(in_language(name, "en"), "item")
        made = _id_of(str(name), slug, "item", there, [*known, *_NO_ITEM], names)
        known[made] = name
        return made

    def _written_dimensions(self) -> Iterator[str]:
        if not self._dimensions:
            return
        yield "dimensions:"
        for at, items in enumerate(self._dimensions):
            yield f"  {self._dimension_ids[at]}:"
            yield f"    name: {scalar(self._read.by[at])}"
            yield "    items:"
            for key, name in items.items():
                said = f"{{name: {flow(name)}, total: true}}" if is_total(name) else scalar(name)
                yield f"      {key}: {said}"

    def _indicator(self, group: ChartGroup) -> Iterator[str]:
        yield f"  {group.id}:"
        yield f"    name: {scalar(group.name)}"
        if group.unit:
            yield f"    unit: {scalar(group.unit)}"
        yield f"    measure: {group.measure}"
        has_ends = any(one.ends for figure in group.figures.values() for one in figure.values)
        if group.interval and has_ends:
            yield f"    interval: {scalar(group.interval)}"
        if not self._dimensions:
            yield from self._observations(group.figures[()], 4)
            return
        ids = self._dimension_ids
        yield f"    by: {ids[0] if len(ids) == 1 else flow([*ids])}"
        if group.adds_up:
            yield "    adds_up: true"
        yield "    items:"
        before = ""
        for items, figure in sorted(group.figures.items(), key=lambda one: self._order(one[0])):
            if len(items) == 1:
                yield f"      {items[0]}:"
                yield from self._observations(figure, 8)
                continue
            if items[0] != before:
                yield f"      {items[0]}:"
                before = items[0]
            yield f"        {items[1]}:"
            yield from self._observations(figure, 10)

    def _order(self, items: tuple[str, ...]) -> list[int]:
        return [list(self._dimensions[at]).index(one) for at, one in enumerate(items)]

    def _observations(self, figure: Figure, indent: int) -> Iterator[str]:
        """Yield a figure's source and values; each value leads to its cell."""
        margin = " " * indent
        source, own = sources_of(figure.values, self._read)
        yield f"{margin}source: {scalar(source)}"
        said = {
            one.period: observation(one, place)
            for one, place in zip(figure.values, own, strict=True)
        }
        yield from lines_of("observations", said, indent)


def observation(value: Value, source: str) -> str:
    """Return a value as it stands in a flow map: alone, or with what is said of it."""
    said = value.said | ({"source": source} if source else {})
    return flow(value.amount.text if list(said) == ["value"] else said)


def sources_of(values: list[Value], read: Recognised) -> tuple[str, list[str]]:
    """Return the citation of a series, and the own one of each value that needs it.

    Cells that count along with the values are one range. Where a file has no cells the source is
    cited as a whole.
    """
    table = read.block.table
    if not table.has_cells:
        return SOURCE, ["" for _ in values]
    places = [(one.column, one.row) for one in values]
    cells = [table.cell_name(*one) for one in places]
    sheet = table.name.replace("'", "’")[:60]
    steps = {(after[0] - before[0], after[1] - before[1]) for before, after in pairwise(places)}
    if len(places) == 1:
        return f"{SOURCE} sheet '{sheet}' {cells[0]}", [""]
    if steps in ({(0, 1)}, {(1, 0)}):
        return f"{SOURCE} sheet '{sheet}' {cells[0]}:{cells[-1]}", ["" for _ in values]
    return SOURCE, [f"{SOURCE} sheet '{sheet}' {one}" for one in cells]


def _id_of(
    name: str, slug: str, otherwise: str, known: dict[str, str], used: list[str], names: set[str]
) -> str:
    """Return the id of a name: the one that a sheet knows it by, or else one made of its letters.

    An id made of letters is not taken if the sheet has it for another of the file's `names`, nor if
    it tells nothing of the name, as `otherwise` with a number behind it.
    """
    if (made := known.get(name)) and made not in used:
        return made
    taken = [*used, *(one for said, one in known.items() if said in names)]
    if slug == otherwise or slug in taken:
        taken += known.values()
    return distinct([slug], taken)[0]


def distinct(names: list[str], taken: list[str]) -> list[str]:
    """Return ids of which none is another or taken."""
    made: list[str] = []
    for name in names:
        number, one = 1, name
        while one in made or one in taken:
            number += 1
            one = f"{name}_{number}"
        made.append(one)
    return made


def _shared(roles: dict[str, str]) -> dict[str, str]:
    """Return the roles of columns, those of values last, or not where there are many of these."""
    is_short = list(roles.values()).count("value") <= 8
    ordered = sorted(roles.items(), key=lambda one: one[1] == "value")
    return {key: role for key, role in ordered if is_short or role != "value"}
