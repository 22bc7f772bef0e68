"""Make figures from a table and the roles of its columns: names, units, values and their cells."""

import re
from collections.abc import Container, Iterator
from operator import itemgetter
from pathlib import Path

import msgspec
from msgspec.structs import replace

from cqviewer.importing import figures
from cqviewer.importing.beside import Beside
from cqviewer.importing.cells import Amount, Style, is_numeric, read_amount, style_of
from cqviewer.importing.figures import ALL, ITEMS, Figure, Value, is_total, slug_of
from cqviewer.importing.found import Found, Kind, Tally
from cqviewer.importing.layout import TableBlock, head_period
from cqviewer.importing.periods import in_time, part_of_year
from cqviewer.importing.roles import bare_role, is_technical, plain_head, roles_of, within_year
from cqviewer.importing.tables import refuse
from cqviewer.importing.units import in_head, within_scale
from cqviewer.model.messages import say
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.text import Text, in_language
from cqviewer.progress import report

MOST_FIGURES, MOST_VALUES = 400, 20_000
"""The most that one sheet takes; of a larger table someone has to choose a part."""


class Recognised(msgspec.Struct):
    """What a table gives: figures, what they are broken down by, and how it was read."""

    block: TableBlock
    roles: list[str]
    style: Style
    figures: list[Figure]
    by: list[str]
    place: str
    found: list[Found]


def recognise(
    block: TableBlock, options: ImportEntry, path: Path, by: Container[str] = ()
) -> Recognised:
    """Return the figures of a table; SheetError where it has none, or more than a sheet takes.

    `by` are the ids of the breakdowns that it had in an earlier edition: they stay breakdowns even
    if only one item is left.
    """
    roles = roles_of(block, options)
    if not any(one.startswith("value") for one in roles):
        message = say("no column of '{}' has numbers to take for values", block.name)
        refuse(path, message, say("name one: --role C=value"))
    made = _Reading(block, roles, options, path, by)
    figures = made.figures()
    values = sum(len(one.values) for one in figures)
    if not values:
        refuse(path, say("'{}' has no values", block.name), say("name the columns: --role C=value"))
    found = [*block.remarks, *made.found.all()]
    return Recognised(block, roles, made.style, figures, made.by, made.place, found)


class _Reading:
    """Reads one table row by row."""

    def __init__(
        self,
        block: TableBlock,
        roles: list[str],
        options: ImportEntry,
        path: Path,
        by: Container[str],
    ) -> None:
        self._path = path
        self._by = by
        self._file = Path(options.file or path.name).stem
        self._block = block
        self._roles = roles
        self._options = options
        self.found = Tally()
        self._rows = self._wanted()
        self._check_rows()
        self._negatives: dict[int, bool] = {}
        self._beside = Beside(block, roles, self._rows, options, self.found)
        self._groups = [*self._grouping_columns("place"), *self._grouping_columns("group")]
        if any(block.groups.values()) and len(self._groups) < 2:
            self._groups.append([_LINES])
        self.place = self._one_place()
        times = [
            block.cell(row, at) for at in self._beside.of("period") for row in self._rows[:100]
        ]
        self._are_months = bool(times) and all(map(part_of_year, times))
        self._values = [(at, *self._over(at)) for at in self._beside.of("value")]
        heads = {in_head(head)[1] for _, over, head, _ in self._values if over}
        said = {slug_of(self._called(one), ITEMS) for one in self._groups}
        had_heads = _GROUP in by and _GROUP not in said and any(heads)
        self._has_heads = had_heads or len(heads) > 1
        if self._has_heads:
            self._groups.append([_HEADS])
        self.by = [self._called(one) for one in self._groups[:2]]
        written = options.decimal or ""
        cells = [block.cell(row, at) for at, *_ in self._values for row in self._rows[:5000]]
        self.style = Style(written) if written else style_of(cells)
        if not self.style.is_certain:
            is_told = block.table.is_comma_certain
            self.found.add("which decimal" if is_told else "either decimal", "", "")

    def _count_ignored(self) -> None:
        """Count the cells that are left out in columns of numbers, or of one text in all rows."""
        for at, role in enumerate(self._roles):
            is_left = role in ("low", "high", "interval") and not self._beside.is_end(at)
            texts = [text for row in self._rows if (text := self._block.cell(row, at))]
            is_one = (
                len(set(texts)) == 1
                and not is_left
                and not (len(self._rows) == 1 and is_numeric(texts[0]))
            )
            if (
                (role == "ignore" or is_left)
                and texts
                and not is_technical(self._block.heads[at])
                and (is_one or any(map(is_numeric, texts)))
            ):
                head = " ".join(self._block.heads[at]) or self._block.table.letters[at]
                kind: Kind = "same in all" if is_one else "left out"
                self.found.add(kind, texts[0] if is_one else head, head, (self._rows[0], at))

    def _grouping_columns(self, role: str) -> Iterator[list[int]]:
        """Yield the columns of a role whose texts vary, those of several languages together."""
        found: dict[str, list[int]] = {}
        for at in self._beside.of(role):
            is_named = ":" in self._roles[at]
            found.setdefault("names" if is_named else str(at), []).append(at)
        for columns in found.values():
            varying = [at for at in columns if self._varies(at)]
            if varying or slug_of(self._called(columns), ITEMS) in self._by:
                yield varying or columns

    def _one_place(self) -> str:
        """Return the place that all rows are about, if a column says so."""
        alike = (at for at in self._beside.of("place") if self._rows and not self._varies(at))
        return next((self._block.cell(self._rows[0], at) for at in alike), "")

    def _varies(self, at: int) -> bool:
        """Return whether the rows do not all have the same text in a column."""
        cells = (self._block.cell(row, at) for row in self._rows)
        first = next(cells, "")
        return any(one != first for one in cells)

    def _called(self, columns: list[int]) -> str:
        """Return what the items of columns are, by their English or first head."""
        if columns in ([_LINES], [_HEADS]):
            return _GROUP
        english = [at for at in columns if self._roles[at].endswith(":en")]
        at = (english or columns)[0]
        return self._block.head(at) or self._roles[at]

    def _check_size(self, figures: int, values: int) -> None:
        """Refuse a table that gives more than a sheet takes; SheetError says how to choose."""
        if figures > MOST_FIGURES or values > MOST_VALUES:
            message = say(
                "the table gives more than the {:,} figures or {:,} values that a sheet takes",
                MOST_FIGURES,
                MOST_VALUES,
            )
            hint = say("choose some of its rows: {}", self._suggested())
            refuse(self._path, message, hint)

    def _check_rows(self) -> None:
        """Refuse a long table of more rows than a sheet takes values, before they are read.

        Rows that differ in nothing but their value count once.
        """
        keys = self._columns("indicator", "place", "group", "unit", "period")
        values = self._columns("value")
        if len(self._rows) <= MOST_VALUES or len(values) > 1 or not keys:
            return
        at, omitted = values[0], {"", *self._options.missing}
        told, width = itemgetter(*keys), max(*keys, at)
        rows = (self._block.table.rows[row] for row in self._rows[: MOST_VALUES + _STEP])
        self._check_size(
            0, len({told(row) for row in rows if len(row) > width and row[at] not in omitted})
        )

    def _suggested(self) -> str:
        """Return an option that chooses the rows with the first text of a column."""
        columns = self._columns("place", "group", "indicator")
        if not columns or not self._rows:
            return "--only B=TEXT"
        letter = self._block.table.letters[columns[0]]
        return f"--only '{letter}={self._block.cell(self._rows[0], columns[0])}'"

    def _columns(self, *names: str) -> list[int]:
        """Return the columns with some roles, those of the first before others."""
        bare = [bare_role(one) for one in self._roles]
        return [at for name in names for at, one in enumerate(bare) if one == name]

    def _wanted(self) -> list[int]:
        """Return the rows that are chosen, or else all."""
        rows, cell = self._block.rows, self._block.cell
        for key, text in self._options.only.items():
            places = self._block.table.columns(key)
            rows = sorted({row for at in places for row in rows if cell(row, at) == text})
        return rows

    def _over(self, at: int) -> tuple[str, str, str]:
        """Return what stands over a column of values: the period, the name and a note's sign."""
        said = self._roles[at].partition(" ")[2]
        over = head_period(self._block, at, self._options.year_begins)
        if "period" in self._roles and not said:
            if over and self._are_months and re.fullmatch(r"\d{4}", over[0]):
                return over
            heads = self._block.heads[at]
            part = within_year(heads[-1], "") if heads else None
            return part or "", ", ".join(heads if part is None else heads[:-1]), ""
        period, rest, sign = over or ("", ", ".join(self._block.heads[at]), "")
        return said or period, rest, sign

    def figures(self) -> list[Figure]:
        """Return the figures in the order in which they begin."""
        found: dict[tuple[object, ...], Figure] = {}
        seen: set[tuple[object, ...]] = set()
        many = len(self._values) > 1
        for number, row in enumerate(self._rows):
            if not number % _STEP:
                report(100 + 100 * number // len(self._rows), 200)
            names, items = self._named(row), tuple(self._item(row, one) for one in self._groups)
            for at, over, head, sign in self._values:
                value = self._value(row, at, over, sign)
                if value is None:
                    continue
                unit, head = self._beside.unit(row, head, value.amount.unit)
                named = names
                if isinstance(names, str) and (told := in_head(names))[0]:
                    unit, named = (unit, told[1]) if unit else told
                if value.amount.is_scaled:
                    text = within_scale(value.amount.text, unit)
                    value = replace(value, amount=replace(value.amount, text=text))
                    self._count_ways(value.amount, row, at)
                own = (*items[:-1], head or unit or ALL) if self._has_heads else items
                name = self._name(
                    named,
                    "" if self._has_heads else head,
                    own[2:],
                    is_one_of_many=many and not over,
                )
                key = (str(name), str(own[:2]), unit)
                interval = self._beside.interval(at)[1]
                figure = found.setdefault(key, Figure(name, own[:2], unit, [], interval))
                if (key, value.period) in seen:
                    self._keep_one(figure, value)
                    continue
                seen.add((key, value.period))
                figure.values.append(value)
                whole = next((one for one in (*items, names or "") if is_total(one)), "")
                if whole and whole != ALL:
                    self.found.add("total", in_language(whole, "en"), "", (row, at))
            self._check_size(len(found), len(seen))
        made = [
            part for one in figures.joined(list(found.values())) for part in figures.by_length(one)
        ]
        if self._options.unit:
            figures.take_unit(made, self._options.unit)
        for one in made:
            one.values.sort(key=lambda value: in_time(value.period))
            self._without_first_break(one)
        self._count_ignored()
        return made

    def _keep_one(self, figure: Figure, value: Value) -> None:
        """Keep one of two values for a period; if they differ, someone has to say which."""
        at, first = next((n, v) for n, v in enumerate(figure.values) if v.period == value.period)
        names = [self._block.table.cell_name(value.column, one.row) for one in (first, value)]
        cell = (value.row - 1, value.column)
        if first.amount == value.amount or self._options.twice:
            self.found.add("twice", names[1], self._options.twice or "first", cell)
        else:
            both = (one.amount.text or one.amount.missing for one in (first, value))
            self.found.add("which of two", ", ".join(both), ", ".join(names), cell)
        if self._options.twice == "last":
            figure.values[at] = value

    def _without_first_break(self, figure: Figure) -> None:
        """Remove the mark of a break from the first value of a series, which has none before it."""
        first = figure.values[0]
        if "break" in first.amount.status:
            status = tuple(one for one in first.amount.status if one != "break")
            figure.values[0] = replace(first, amount=replace(first.amount, status=status))
            self.found.add("first break", first.period, "", (first.row - 1, first.column))

    def _named(self, row: int) -> Text | None:
        """Return what the columns of names say of a row, by their languages."""
        columns = self._beside.of("indicator")
        if not columns:
            return None
        return self._item(row, columns)

    def _item(self, row: int, columns: list[int]) -> Text:
        """Return the name of an item, in one language or several."""
        if columns == [_LINES]:
            return self._block.groups.get(row, ALL)
        if columns == [_HEADS]:
            return ""  # of each column its own
        texts = {
            self._roles[at].partition(":")[2]: text
            for at in columns
            if (text := re.sub(r"\s+", " ", self._beside.bare(self._block.cell(row, at))))
        }
        if not texts:
            self.found.add("not broken down", self._called(columns), ALL)
            return ALL
        above = self._beside.parents.get(row)
        if above and len(texts) == 1:
            return f"{above}, {next(iter(texts.values()))}"
        return next(iter(texts.values())) if len(texts) == 1 else texts

    def _name(
        self, names: Text | None, head: str, others: tuple[Text, ...], *, is_one_of_many: bool
    ) -> Text:
        """Return the name of what is measured: its own, or that of the column or the table."""
        if names is None:
            about = self._block.table.about.get(head, "")
            is_telling = bool(about) or (head and plain_head(head) not in _TELLING_NOTHING)
            made: Text = about or (head if is_telling and is_one_of_many else "")
            made = (
                self._options.name or made or self._beside.titled() or (head if is_telling else "")
            )
            names = made or self._block.table.title or self._file
            if names == self._file and not self._options.name:
                self.found.add("no name", "", names)
        elif is_one_of_many and head and isinstance(names, str):
            names = f"{names}, {head}"
        rest = [one if isinstance(one, str) else next(iter(one.values())) for one in others]
        if rest and isinstance(names, str):
            return ", ".join([names, *rest])
        return names

    def _amount(self, row: int, at: int) -> Amount:
        """Return what a cell says; the one negative number of nines in a column is a code."""
        amount = read_amount(text := self._block.cell(row, at), self.style, self._options)
        is_code = _CODE.fullmatch(text) and text not in self._options.missing
        if is_code and not self._has_negatives(at):
            return Amount(text, ways=("unknown",))
        return amount

    def _count_ways(self, amount: Amount, row: int, at: int) -> None:
        """Count the ways in which a cell is read otherwise than it is written."""
        written = self._block.cell(row, at) or amount.text
        for way in amount.ways:
            self.found.add(way, written, amount.missing or amount.text, (row, at))

    def _has_negatives(self, at: int) -> bool:
        """Return whether a column has negative numbers that are no codes; it is read once."""
        if at not in self._negatives:
            cells = {self._block.cell(row, at) for row in self._rows}
            others = (one for one in cells if one[:1] == "-" and not _CODE.fullmatch(one))
            self._negatives[at] = any(map(is_numeric, others))
        return self._negatives[at]

    def _value(self, row: int, at: int, over: str, sign: str) -> Value | None:
        """Return the value in a cell with its period; None where the cell says nothing."""
        amount = self._amount(row, at)
        is_said = over and over[0] != "-" and not self._are_months
        period, own = (over, "") if is_said else self._beside.period(row, over)
        if period == "omit":
            return None
        self._beside.ask_for_year(period)
        signs = (sign, own)
        amount = self._beside.marked(self._beside.flagged(row, amount, self.style), signs)
        if not amount.is_scaled:
            self._count_ways(amount, row, at)
        if not (amount.text or amount.missing):
            if not amount.ways:
                self.found.add("empty", "", "")
            return None
        note = self._beside.note(row, signs)
        if ends := self._beside.ends(row, at, amount, self.style):
            self.found.add("interval", *self._beside.interval(at), (row, at))
        return Value(period or "not stated", amount, at, row + 1, note, ends)


_STEP = 2_000
"""Rows between two reports of progress."""
_CODE = re.compile(r"-(?:9{2,6}|([2-9])\1{8})(?:\.0+)?")
"""Codes of offices for a missing number in a column of positive ones: -99, -666666666."""
_LINES, _HEADS, _GROUP = -1, -2, "group"
"""Stand for a column of items where these are lines above rows, or heads; and what it is called."""
_TELLING_NOTHING = (
    *("value", "values", "obs value", "data value", "fact value numeric"),
    *("wert", "valeur", "valor", "数值", ""),
)
