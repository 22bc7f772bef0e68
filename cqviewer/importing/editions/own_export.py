"""A sheet's own export, corrected in another program, and brought back into the sheet."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path as FilePath

from msgspec.structs import replace

from cqviewer.importing.cells import Style, read_amount, style_of
from cqviewer.importing.editions.figure_merge import inserted, observations_at, short
from cqviewer.importing.editions.merging import Brought, edited, place_of, tree_of
from cqviewer.importing.found import Found, Kind, Tally
from cqviewer.importing.layout import TableBlock
from cqviewer.importing.making import Opened, refuse_either_sign
from cqviewer.importing.periods import read_period
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.tables import refuse
from cqviewer.load import read_sheet
from cqviewer.model.editing.edits import Edit, Put, Remove
from cqviewer.model.facts import Observation
from cqviewer.model.messages import say
from cqviewer.model.numbers.amount import parse_number, parse_value
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Misread, Path
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.observations import parse_mark, parse_missing
from cqviewer.model.reading.yaml_tree import Plain
from cqviewer.model.spreadsheet import inert
from cqviewer.model.wording.phrases import languages
from cqviewer.model.wording.wording import Wording
from cqviewer.printing.export import HEADS, figure_rows

_PERIOD = ("period", "period_start", "period_end")
_BROUGHT = (
    *("value", "bound", "bound_value", "missing", "marks"),
    *("low", "high", "was", "release", "observation_note"),
)
"""Columns that are brought back."""
_NEEDED = {"id", *_PERIOD, *_BROUGHT}
"""Heads by which an export is known."""
_HELD: dict[str, Callable[[str], object]] = {
    "bound": lambda text: parse_value(f"{text} 1"),
    "bound_value": parse_number,
    "missing": parse_missing,
    "low": parse_number,
    "high": parse_number,
    "was": parse_number,
}
"""What reads a cell as the format has it; Misread says what to write instead."""
_ROLES = {one: one for one in ("period", "value", "low", "high")}
_ROLES |= {"id": "indicator", "marks": "flag", "observation_note": "note"}
_Row = dict[str, str]
_Said = dict[str, Plain]


def own_block(opened: Opened) -> TableBlock | None:
    """Return the table of a file that `cqviewer export` wrote; None if it has none."""
    return next((one for one in opened.blocks if set(one.table.rows[0]) >= _NEEDED), None)


def bring_back(
    opened: Opened, block: TableBlock, data: bytes, file: FilePath, options: ImportEntry
) -> Brought:
    """Return a sheet with what was changed in its own export, all other bytes as they were.

    Brought back are values, reasons for none, marks, ends of intervals, values before a revision
    and notes, also of new periods; other changes are reported. SheetError where a cell is not as
    the format has it, or the sheet is written in a way that cannot be changed.
    """
    made = _Bringing(opened.path, block, data, file, options)
    edits = list(made.edits())
    roles = [_ROLES.get(one, "ignore") for one in block.table.rows[0]]
    block = replace(block, rows=made.places)  # also those without a number
    read = Recognised(block, roles, made.style, [], [], "", [*made.found.all(), *made.gone()])
    return Brought(edited(data, edits, file), {}, read)


class _Bringing:
    """Compares the rows of an export with those that its sheet gives now."""

    def __init__(
        self, path: FilePath, block: TableBlock, data: bytes, file: FilePath, options: ImportEntry
    ) -> None:
        self._path = path
        self._block = block
        self._sheet = read_sheet(data, str(file))
        self._tree = tree_of(data, file)
        self._options = options
        self._heads = block.table.rows[0]
        width = len(self._heads)
        self._rows = [
            (at, dict(zip(self._heads, [*map(str.strip, cells), *width * [""]], strict=False)))
            for at, cells in enumerate(block.table.rows)
            if at and any(cells)
        ]
        numbers = [row[one] for _, row in self._rows for one in ("value", "bound_value", "low")]
        self.style = Style(options.decimal) if options.decimal else style_of(numbers)
        if not self.style.is_certain and not block.table.is_comma_certain:
            refuse_either_sign(path)
        self._language, self._known = self._exported()
        self._seen: dict[tuple[str, Period], tuple[int, _Row, str]] = {}
        self._added: dict[str, list[Period]] = {}
        self.found = Tally()

    def _exported(self) -> tuple[str, dict[str, list[tuple[Observation, _Row]]]]:
        """Return the sheet's observations and rows by figure, in the language of the file."""
        theirs = {cell for _, row in self._rows for cell in row.items()}
        figures = self._sheet.indicators
        every = []
        own = self._sheet.languages or ("en",)
        for language in dict.fromkeys((*own, *languages())):  # it may be exported in any
            cells = figure_rows([*figures], self._sheet, Wording.of(self._sheet, language))
            rows = [dict(zip(HEADS, map(_text, one), strict=True)) for one in cells]
            same = sum(cell in theirs for row in rows for cell in row.items())
            every.append((same, language, rows))
        _, language, rows = max(every, key=lambda one: one[0])
        each = iter(rows)
        known = {
            key: [(one, next(each)) for one in figure.observations]
            for key, figure in figures.items()
        }
        return language if language in own else own[0], known

    @property
    def places(self) -> list[int]:
        """Return the places of the rows in the file."""
        return [at for at, _ in self._rows]

    def gone(self) -> Iterator[Found]:
        """Yield the periods of its figures that the file has no longer."""
        for key in dict.fromkeys(key for key, _ in self._seen):
            known = self._known[key]
            lost = [row["period"] for one, row in known if (key, one.period) not in self._seen]
            if lost:
                yield Found("gone", len(lost), key, ", ".join(lost))

    def edits(self) -> Iterator[Edit]:
        """Yield what is to be written."""
        for (key, period), (at, row, text) in self._by_period().items():
            known = next((one for one in self._known[key] if one[0].period == period), None)
            if changes := self._changes(row, known[1] if known else None, at):
                yield from self._written(row, at, text if known is None else "", period, changes)

    def _by_period(self) -> dict[tuple[str, Period], tuple[int, _Row, str]]:
        """Return the rows by figure and period, and report those that are left out."""
        twice, doubtful = self._options.twice, set()
        for at, row in self._rows[::-1] if twice == "last" else self._rows:
            key = row["id"]
            if key not in self._known:
                self._count("own figure", key, "", at, "id")
                continue
            text, period = self._period(key, row)
            if period is None:
                if text != "omit":
                    self._count("unknown period", row["period"], "", at, "period")
                continue
            _, first, _ = self._seen.setdefault((key, period), (at, row, text))
            if row != first and not twice:
                both = f"{first['value']}, {row['value']}"
                self._count("which of two", both, f"{key}, {row['period']}", at, "value")
                doubtful.add((key, period))
        return {one: seen for one, seen in self._seen.items() if one not in doubtful}

    def _count(self, kind: Kind, written: str, read: str, at: int, head: str) -> None:
        self.found.add(kind, written, read, (at, self._heads.index(head)))

    def _count_left_out(self, head: str, row: _Row, at: int) -> None:
        """Report a change that is left out, since only the sheet itself can state it."""
        self._count("own column", head, f"{row['id']}, {row['period']}", at, head)

    def _period(self, key: str, row: _Row) -> tuple[str, Period | None]:
        """Return the period of a row, also as a sheet writes it; None where it is not known."""
        words = row["period"]
        for one, shown in self._known[key]:
            if words == shown["period"]:
                return words, one.period
        begins = self._sheet.indicators[key].year_begins
        said = self._options.periods.get(words) or read_period(words, str(begins or "")) or words
        for text in (said, f"{row['period_start']}/{row['period_end']}"):
            try:
                return text, Period.parse(text, begins)
            except Misread:
                if text == "omit":
                    break
        return said, None

    def _changes(self, row: _Row, shown: _Row | None, at: int) -> _Said:
        """Return the fields in which a row differs from the sheet; None for those now empty.

        Changes that are not brought back are reported.
        """
        for one in self._heads if shown else ():
            is_other = one in HEADS and one not in (*_BROUGHT, *_PERIOD)
            if shown and is_other and not self._is_same(row[one], shown[one]):
                self._count_left_out(one, row, at)
        amount = read_amount(row["value"], self.style, self._options)
        is_percent = self._sheet.indicators[row["id"]].unit.kind == "percent"
        is_more = amount.is_scaled or amount.status or amount.unit not in ("", "%" * is_percent)
        if is_more or "unknown" in amount.ways:  # 3.5bn, 3.5p: the sheet says such things apart
            self._count("unknown", row["value"], "", at, "value")
            return {}
        before = self._said(shown, Style()) if shown else {}
        now = self._said(row, self.style)
        changes = {key: one for key, one in now.items() if not _is_equal(one, before.get(key))}
        if "value" in changes and "missing" not in changes and before.get("missing"):
            changes["missing"] = None  # a number has come in place of the reason
        after = before | changes
        is_other = shown is None or not {"value", "missing"}.isdisjoint(changes)
        is_both = bool(row["bound"] and row["value"])
        if is_both or (is_other and bool(after.get("value")) == bool(after.get("missing"))):
            self._count("own empty", "", f"{row['id']}, {row['period']}", at, "value")
            return {}
        if changes:
            self._check_cells(row, at)
        return changes

    def _said(self, row: _Row, style: Style) -> _Said:
        """Return what a row says of an observation, as the format has it."""

        def number(head: str) -> str:
            return read_amount(row[head], style, ImportEntry()).text

        amount = read_amount(row["value"], style, self._options)
        marks: list[Plain] = [*row["marks"].split()]
        note = row["observation_note"]
        said: _Said = {
            "value": f"{row['bound']} {number('bound_value')}" if row["bound"] else amount.text,
            "missing": row["missing"] or amount.missing,
            "status": marks[0] if len(marks) == 1 else marks,
            **{one: number(one) for one in ("low", "high", "was")},
            "release": row["release"],
            "note": note[1:] if note[:1] == "'" and inert(note[1:]) == note else note,
        }
        return {key: one or None for key, one in said.items()}

    def _check_cells(self, row: _Row, at: int) -> None:
        """Refuse a cell that is not as the format has it; SheetError says what to write."""
        for head, parse in _HELD.items():
            text = row[head]
            if head in ("bound_value", "low", "high", "was"):
                text = read_amount(text, self.style, ImportEntry()).text
            self._parse(parse, text, head, at)
        for mark in row["marks"].split():
            self._parse(parse_mark, mark, "marks", at)

    def _parse(self, parse: Callable[[str], object], text: str, head: str, at: int) -> None:
        try:
            if text:
                parse(text)
        except Misread as misread:
            cell = self._block.table.cell_name(self._heads.index(head), at + 1)
            refuse(self._path, say("`{}`: {}", cell, misread), misread.help)

    def _written(
        self, row: _Row, at: int, new: str, period: Period, changes: _Said
    ) -> Iterator[Edit]:
        """Yield the edits that write changes of an observation, or one of a period that is `new`.

        The value of a figure without a list of observations is alone, with no note of its own.
        """
        key = row["id"]
        figure, place = self._sheet.indicators[key], place_of(self._tree, key)
        found = observations_at(*place, figure.year_begins) if place else None
        is_too_much = bool(new) or not {"note", "release"}.isdisjoint(changes)
        if place is None or figure.derivation or (found is None and is_too_much):
            self._count_left_out("period" if new else "value", row, at)
        elif found is None:
            yield from self._put(*place, changes)
        elif new:
            holder, listed = found
            is_list = bool(listed) and isinstance(listed[0][0], int)
            said: _Said = {name: one for name, one in changes.items() if one}
            there = [*(one for _, one, _ in listed), *self._added.get(key, [])]
            self._added.setdefault(key, []).append(period)
            yield inserted(holder, there, period, new, said, is_list=is_list)
        else:
            entry, _, old = next(one for one in found[1] if one[1] == period)
            yield from self._put((*found[0], entry), old, changes)

    def _put(self, path: Path, old: Plain, changes: _Said) -> Iterator[Edit]:
        """Yield the edits that make an observation, as it is written, say what was changed."""
        if not isinstance(old, dict):
            said = {"value": old, **changes}
            yield Put(path, short({name: one for name, one in said.items() if one}))
            return
        for name, one in changes.items():
            if one is None and name in old:
                yield Remove((*path, name))
            elif one is not None:
                is_translated = isinstance(old.get(name), dict)
                yield Put((*path, name, *([self._language] if is_translated else [])), one)

    def _is_same(self, text: str, shown: str) -> bool:
        """Return whether a cell says what the sheet says, as a text or as a number."""
        said = read_amount(text, self.style, ImportEntry()).text
        return _plain(text) == _plain(shown) or (bool(shown) and _is_equal(said, shown))


def _text(cell: object) -> str:
    """Return a cell of an export as text."""
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell or "")


def _plain(text: str) -> str:
    """Return a text as all programs give it back: one space for each gap, no live formula."""
    return " ".join(inert(text).split())


def _is_equal(now: Plain, before: Plain) -> bool:
    """Return whether two cells say the same, as numbers or as texts."""
    if not (isinstance(now, str) and isinstance(before, str)):
        return now == before
    try:
        return parse_value(now) == parse_value(before)
    except Misread:
        return _plain(now) == _plain(before)
