"""A figure of a sheet beside the same one of a data file: what is new, revised, gone, doubtful."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from cqviewer.importing.figures import Figure, Value
from cqviewer.importing.found import Found
from cqviewer.importing.recognise import Recognised
from cqviewer.importing.units import is_other_unit
from cqviewer.importing.writing import SOURCE, sources_of
from cqviewer.model.editing.edits import Edit, Insert, Put, Remove
from cqviewer.model.numbers.amount import parse_value
from cqviewer.model.numbers.period import Period
from cqviewer.model.problems import Misread, Path
from cqviewer.model.reading.figure_format import PartEntry
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.reading.yaml_tree import Plain
from cqviewer.model.text import in_language

FIELDS = frozenset(PartEntry.__struct_fields__)
_LEAST = Decimal("0.125")
"""The least ratio of a revised number to the old one at which both may be of one size."""


class FigureMerge:
    """Compares one figure of a sheet with the same one of a data file."""

    def __init__(
        self,
        path: Path,
        node: Plain,
        figure: Figure,
        read: Recognised,
        options: ImportEntry,
        earlier: str = SOURCE,
        shared: Plain = None,
    ) -> None:
        """Compare the figure at a path of a sheet's tree, its `node`, with one that was read.

        What the file has no longer cites the `earlier` one, by the id of that source. A figure
        without a source of its own has the `shared` one.
        """
        self._earlier = earlier
        self._shared = shared
        self._path = path
        self._node = node
        self._figure = figure
        self._read = read
        begins = options.year_begins or ""
        self._begins = int(begins) if begins.isdecimal() else None
        found = observations_at(path, node, self._begins)
        self._holder = found[0] if found else None
        self._rows = found[1] if found else []
        self._there = [period for _, period, _ in self._rows]
        """The periods of the sheet's observations; what is new is not among them."""
        self._edits: list[Edit] = []
        self._revised: set[Period | str] = set()

    def edits(self, *, is_same_size: bool = True) -> list[Edit]:
        """Return what is to be written for the figure.

        Numbers of another size are no revisions: they do not say what was.
        """
        self._is_same_size = is_same_size
        holder = self._holder
        if holder is None:
            return []
        there, added = [*self._there], list[Value]()
        for value in self._figure.values:
            period = self._period(value.period)
            if period in there:
                key, _, old = self._rows[there.index(period)]
                self._revise((*holder, key), old, value)
            else:
                added.append(value)
        is_list = isinstance(part_at(self._node, ("observations",)), list)
        for value in added:
            period = self._period(value.period)
            edit = inserted(holder, there, period, value.period, value.said, is_list=is_list)
            there.insert(edit.place, period)
            self._edits.append(edit)
        self._cite(there, holder, is_list=is_list)
        return self._edits

    def _numbers(self) -> dict[Period | str, Decimal]:
        """Return the numbers that the sheet has, by their periods."""
        found: dict[Period | str, Decimal] = {}
        for _, period, one in self._rows:
            said = _amount(one.get("value") if isinstance(one, dict) else one)
            if isinstance(said, tuple) and said[0] is None and isinstance(said[1], Decimal):
                found[period] = said[1]
        return found

    def doubt(self, unit: Plain) -> Found | None:
        """Return a doubt about the file's numbers: another unit, or another size of them all."""
        name, own = in_language(self._figure.name, "en"), self._figure.unit
        if isinstance(unit, str) and own and is_other_unit(own, unit):
            return Found("other unit", len(self._figure.values), name, f"{own}, {unit}")
        before, shown, count = self._numbers(), "", 0
        for value in self._figure.values:
            now, old = _amount(value.amount.text), before.get(self._period(value.period))
            if not (old and isinstance(now, tuple) and isinstance(now[1], Decimal) and now[1]):
                continue
            if _LEAST < abs(now[1] / old) < 1 / _LEAST:
                return None
            shown, count = f"{old:f}, {now[1]:f}", count + 1
        return Found("other size", count, name, shown) if count else None

    def gone(self, key: str, *, of_every_source: bool = False) -> Iterator[Found]:
        """Yield the periods of the sheet that the file has no longer."""
        known = {self._period(one.period) for one in self._figure.values}
        lost = [
            key if isinstance(key, str) else str(part_at(one, ("period",)))
            for key, period, one in self._rows
            if period not in known
            and (of_every_source or cites(part_at(one, ("source",)) or SOURCE))
        ]
        if lost:
            yield Found("gone", len(lost), key, ", ".join(lost))

    def _period(self, text: str) -> Period | str:
        return _period_of(text, self._begins)

    def _revise(self, path: Path, old: Plain, value: Value) -> None:
        """Add the edits that make an observation say what the file says now."""
        new = value.said
        was = {"value": old} if isinstance(old, str) else dict(old) if isinstance(old, dict) else {}
        is_same = _amount(was.get("value")) == _amount(new.get("value"))
        is_same = is_same and was.get("missing") == new.get("missing")
        marks = [one for one in _listed(was.get("status")) if one != "revised"]
        gone = () if is_same else ("low", "high")  # those of another value are none of this one
        beside: dict[str, Plain] = {
            key: new.get(key)
            for key in ("low", "high", "note")
            if (key in new or key in gone) and _amount(new.get(key)) != _amount(was.get(key))
        }
        if "missing" in was and "missing" not in new and "note" not in new:
            beside["note"] = None  # what it says is why there was no number
        has_same_marks = marks == [one for one in _listed(new.get("status")) if one != "revised"]
        if is_same and has_same_marks and not beside:
            return
        changes: dict[str, Plain] = dict(beside)
        if not is_same:
            self._revised.add(self._period(value.period))
            changes |= {"value": new.get("value"), "missing": new.get("missing")}
            both = [was.get("value"), new.get("value")]
            is_revised = self._is_same_size and all(map(_is_number, both))
            changes["was"] = both[0] if is_revised else None
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

    def _cite(self, there: list[Period | str], holder: Path, *, is_list: bool) -> None:
        """Add the edits that make each observation cite its cell in the new file.

        Those that it has no longer cite the earlier file.
        """
        known = {self._period(one.period): one for one in self._figure.values}
        values = [known[one] for one in there if one in known]
        old = part_at(self._node, ("source",))
        is_foreign = not is_of_data(old or self._shared or SOURCE)
        earlier = self._earlier if old is None or cites(old) else str(old).split(" ")[0]
        is_own = old is None and any(part_at(one, ("source",)) for _, _, one in self._rows)
        is_whole = len(values) == len(there) and not is_foreign and not is_own
        source, own = sources_of(values, self._read)
        if not is_whole:
            source, own = SOURCE, [sources_of([one], self._read)[0] for one in values]
        if old not in (None, source) and not is_foreign:
            self._edits.append(Put((*self._path, "source"), source))
        cells = dict(zip((self._period(one.period) for one in values), own, strict=True))
        for place, period in enumerate(there):
            value, said = known.get(period), None
            key: str | int = value.period if value else ""
            if period in self._there:
                key, _, said = self._rows[self._there.index(period)]
            path = (*holder, place if is_list else key)
            own_source = part_at(said, ("source",))
            is_elsewhere = is_foreign if own_source is None else not is_of_data(own_source)
            is_left = value is None and own_source is not None and not cites(own_source)
            if said is not None and (is_left or is_elsewhere) and period not in self._revised:
                continue  # someone has found it in another source
            if cell := cells.get(period, "") if value else earlier:
                self._edits += self._cited(path, said, value, cell)
            elif own_source is not None:
                self._edits.append(Remove((*path, "source")))

    def _cited(self, path: Path, old: Plain, value: Value | None, cell: str) -> Iterator[Edit]:
        """Yield the edit that makes an observation cite its cell, unless it does so already."""
        said = value.said if value else {}
        is_text = isinstance(old, str) or (
            old is None and isinstance(path[-1], str) and isinstance(short(said), str)
        )
        revised = any(isinstance(one, Put) and one.path == path for one in self._edits)
        if is_text and not revised:
            said = {"value": old} if isinstance(old, str) else said
            yield Put(path, {**said, "source": cell})
        elif not isinstance(old, dict) or old.get("source") != cell:
            yield Put((*path, "source"), cell)


def cites(source: Plain) -> bool:
    """Return whether a citation is of the data file that was imported, or of a cell in it."""
    return str(source).split(" ")[0] == SOURCE


def is_of_data(source: Plain) -> bool:
    """Return whether a citation is of the data file, or of an earlier edition of it."""
    return re.fullmatch(rf"{SOURCE}(_earlier(_\d+)?)?", str(source).split(" ")[0]) is not None


def observations_at(
    path: Path, node: Plain, begins: int | None
) -> tuple[Path, list[tuple[str | int, Period | str, Plain]]] | None:
    """Return the path of a figure's observations, and the key, period and value of each.

    None where the figure, `node` at its path, has neither a list nor a map of them. Fiscal years
    begin in the month `begins`.
    """
    listed = part_at(node, ("observations",))
    if listed is not None:
        path = (*path, "observations")
    elif isinstance(node, dict) and FIELDS.isdisjoint(node):
        listed = node
    if isinstance(listed, dict):
        return path, [(key, _period_of(key, begins), one) for key, one in listed.items()]
    if isinstance(listed, list):
        periods = [_period_of(str(part_at(one, ("period",))), begins) for one in listed]
        return path, list(zip(range(len(listed)), periods, listed, strict=True))
    return None


def _period_of(text: str, begins: int | None) -> Period | str:
    try:
        return Period.parse(text, begins)
    except Misread:
        return text


def short(said: dict[str, Plain]) -> Plain:
    """Return an observation as it is written in short: its value, if that is all."""
    return said["value"] if list(said) == ["value"] else said


def inserted(
    holder: Path,
    there: Iterable[Period | str],
    period: Period | str,
    written: str,
    said: dict[str, Plain],
    *,
    is_list: bool,
) -> Insert:
    """Return the edit that adds an observation to a list or a map, in the order of time.

    `there` are the periods of the others, and `written` is how the sheet writes the new one.
    """
    place = sum(order_of(one) < order_of(period) for one in there)
    new: Plain = {"period": written, **said} if is_list else short(said)
    return Insert(holder, place, new, None if is_list else written)


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


def order_of(period: Period | str) -> tuple[str, str]:
    """Return a key by which periods stand in time."""
    if isinstance(period, str):
        return period, period
    return str(period.end), str(period.start)


def part_at(node: Plain, path: Path) -> Plain:
    """Return what a tree has at a path; None if it has nothing there."""
    for part in path:
        node = node.get(str(part)) if isinstance(node, dict) else None
    return node
