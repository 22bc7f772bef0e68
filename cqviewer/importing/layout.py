"""The tables that lie in a worksheet: their heads, rows, titles above and notes below."""

import re
import unicodedata
from itertools import pairwise
from operator import itemgetter

import msgspec

from cqviewer.importing.cells import is_numeric, looks_like_value
from cqviewer.importing.found import Found
from cqviewer.importing.periods import part_of_year, period_within, read_period
from cqviewer.importing.tables import Table

_SIGN = re.compile(r"^[(\[]?(\d{1,2}|[a-z]|\*+|[¹²³⁴⁵])[)\].:]?\s+(?=\S{2})")
_HEAD_SIGN = re.compile(
    r"(?P<head>.*\S) ?"
    r"(?:\[(?:note )?(?P<note>\w{1,2})\]|\((?P<letter>[a-z])\)|(?P<sign>[¹²³⁴⁵ᵖʳᵉ*†‡])"
    r"|(?<= )(?P<digit>\d{1,2})\))"
    r"|(?P<year>(?:19|20|21)\d\d) ?(?P<glued>[a-z])"
)
_NO_NUMBER = re.compile(r"[a-z]$|not [a-z]|suppressed|confidential|missing|[=#]", re.IGNORECASE)
"""What stands in a cell of the first row for a number that is lacking."""
_MOST_HEADS = 4
"""Rows that heads take at most; above them stand names with what they say of the table."""
_MOST_CARRIED = 2_000
"""Rows of a table with merged cells, which people write; what a machine writes has more."""
_MOST_KEYS = 3
"""How many columns are looked at to see whether the rows of a large table are alike."""
_YEAR_AND_UNIT = re.compile(r"(?:19|20|21)\d\d ?[%£$€¥][a-z]{0,2}")
_YEAR_AND_NOTE = re.compile(r"((?:19|20|21)\d\d)([1-9])")


class TableBlock(msgspec.Struct):
    """One table of a worksheet.

    `rows` are the indices of its rows in the worksheet, and `groups` the text of a line above some
    of them, by these; `heads` has the texts over each column, the upper first; `carried` the texts
    of empty cells that repeat the cell above, by row and column.
    """

    table: Table
    heads: list[list[str]]
    rows: list[int]
    groups: dict[int, str] = {}
    titles: list[list[str]] = []
    notes: dict[str, list[str]] = {}
    head_at: int = 0
    remarks: list[Found] = []
    carried: dict[tuple[int, int], str] = {}

    @property
    def name(self) -> str:
        """Return what it is called by `--table`: its worksheet, and where it begins there."""
        return self.table.name if not self.head_at else f"{self.table.name}, row {self.head_at + 1}"

    def cell(self, row: int, column: int) -> str:
        """Return a cell by its places in the worksheet."""
        cells = self.table.rows[row]
        text = cells[column].strip() if column < len(cells) else ""
        return text or (self.carried.get((row, column), "") if self.carried else "")

    def head(self, column: int) -> str:
        """Return the lowest head over a column; '' where it has none."""
        return next(reversed(self.heads[column]), "")


def find_blocks(table: Table) -> list[TableBlock]:
    """Return the tables that lie in a worksheet, from the top."""
    found: list[TableBlock] = []
    titles: list[list[str]] = []
    alike = _first_alike(table.rows)
    for start, end in _segments(table.rows, alike):
        data = [at for at in range(start, min(end, alike)) if _is_data(table.rows[at])]
        data += range(max(start, alike), end)
        data = _with_lacking(table, data, start, end)
        head = _head_start(table, start, end, data)
        if not data:
            texts = [_filled(row) for row in table.rows[start:end]]
            if found and all(_SIGN.match(row[0]) for row in texts):
                _add_notes(found[-1], texts)
            else:
                titles += texts
            continue
        if head is None and found and not titles:
            _add_rows(found[-1], start, end, data)
            continue
        block = _block(table, (start, end), data, head)
        block.titles = titles + block.titles
        titles = []
        found.append(block)
    if found:
        _add_notes(found[-1], titles)
    for one in found:
        _carry(one)
    return [one for one in found if one.rows]


def _carry(block: TableBlock) -> None:
    """Copy names down into the empty cells below if a column has each once, as merged cells do."""
    if len(block.rows) > _MOST_CARRIED:
        return
    for column in range(min(2, len(block.heads))):
        cells = [block.cell(row, column) for row in block.rows]
        named = [one for one in cells if one]
        is_once = len(set(named)) == len(named) < len(cells) and len(named) > 1
        if not is_once or not cells[0] or any(map(looks_like_value, named)):
            return
        for before, row in pairwise(block.rows):
            if not block.cell(row, column):
                block.carried[row, column] = block.cell(before, column)
        if block.carried:
            places = tuple(at for at in block.carried if at[1] == column)
            block.remarks.append(Found("carried", len(places), named[0], "", places))


def _first_alike(rows: list[list[str]]) -> int:
    """Return the row from which on all rows of a large table hold values; else the number of rows.

    To be fast, it takes two full columns for proof, one with few different values, such as years.
    """
    rest = rows[_MOST_CARRIED:]
    if len(set(map(len, rest))) != 1:
        return len(rows)
    columns = [set(map(itemgetter(at), rest)) for at in range(min(len(rest[0]), _MOST_KEYS))]
    full = [one for one in columns if all(map(str.strip, one))]
    few = [one for one in full if len(one) < _MOST_CARRIED and all(map(looks_like_value, one))]
    return _MOST_CARRIED if few and len(full) > 1 else len(rows)


def _segments(rows: list[list[str]], alike: int) -> list[tuple[int, int]]:
    """Return the runs of rows between empty ones; from the row `alike` on none is empty."""
    runs: list[tuple[int, int]] = []
    start = None
    for at, row in enumerate([*rows[:alike], []]):
        is_empty = not any(map(str.strip, row))
        if is_empty and start is not None:
            runs.append((start, at))
            start = None
        elif not is_empty and start is None:
            start = at
    if alike < len(rows):
        start = runs.pop()[0] if runs and runs[-1][1] == alike else alike
        runs.append((start, len(rows)))
    return runs


def _filled(row: list[str]) -> list[str]:
    return [text for one in row if (text := one.strip())]


def _is_data(row: list[str]) -> bool:
    """Return whether a row holds values: a number or mark, and something beside it."""
    if not any(map(looks_like_value, row)):
        return False
    return len(row) - row.count("") > 1 and (" " not in row or _count(row) > 1)


def _with_lacking(table: Table, data: list[int], start: int, end: int) -> list[int]:
    """Return the rows with values and those that lack theirs alone, with their period and names."""
    if not data or end - start - len(data) < 2:  # nothing beside them but a line of heads
        return data
    rows = [table.rows[at] for at in data]
    columns = [{row[at].strip() for row in rows} for at in range(min(map(len, rows)))]
    timed = {at for at, texts in enumerate(columns) if all(map(_is_period, texts))}
    keys = timed | {at for at, texts in enumerate(columns) if _are_names(texts)}

    def is_one(row: list[str]) -> bool:
        cells = {at: row[at].strip() if at < len(row) else "" for at in keys}
        is_like = all(looks_like_value(cells[at]) == looks_like_value(rows[0][at]) for at in timed)
        return all(cells.values()) and is_like and all(_is_period(cells[at]) for at in timed)

    known = set(data)
    return (
        [at for at in range(start, end) if at in known or is_one(table.rows[at])] if timed else data
    )


def _are_names(texts: set[str]) -> bool:
    """Return whether a column has a text in each cell, and no number."""
    return not any(not one or looks_like_value(one) for one in texts)


def _count(row: list[str]) -> int:
    """Return the number of filled cells; large tables have to be counted fast."""
    return len(row) - row.count("") if " " not in row else len(_filled(row))


def _is_period(text: str) -> bool:
    text, _ = note_of_head(text)
    is_year = _YEAR_AND_NOTE.fullmatch(text.strip()) or _YEAR_AND_UNIT.fullmatch(text.strip())
    return bool(is_year) or read_period(text, None) is not None


def _head_start(table: Table, start: int, end: int, data: list[int]) -> int | None:
    """Return the row in which the heads begin; None where there are none."""
    if not data:
        return None
    first = data[0]
    values = [one for one in table.rows[first] if looks_like_value(one)]
    years = [one for one in values if _is_period(one)]
    if first + 1 < end and _is_of_units(table, first):
        data.pop(0)
        values, first = [], first + 1
    is_head = (
        bool(values)
        and len(years) == len(values)
        and (len(years) > 1 or (first + 1 < end and not _is_like(table, first)))
    )
    if is_head and first + 1 < end and not _is_below_heads(table, start, first):
        data.pop(0)
        first += 1
        if data and first < data[0] and _is_without_numbers(table, first):
            data.insert(0, first)
    at = lines = first
    while lines > start and len(_filled(table.rows[lines - 1])) == 1:
        lines -= 1  # a line between the heads and the first rows names a group of these
    above = table.rows[lines - 1] if lines > start else []
    at = lines if len(_filled(above)) > 2 or (above and not above[0].strip()) else at
    while at > start and len(_filled(table.rows[at - 1])) > 1:
        at -= 1
    is_about = first - at > _MOST_HEADS and all(
        len(_filled(one)) <= 2 for one in table.rows[at:first]
    )
    return at if at < first and not is_about else None


def _is_below_heads(table: Table, start: int, at: int) -> bool:
    """Return whether each cell of a row stands below a head of its own, as a row of values does."""
    if at <= start:
        return False
    above, row = table.rows[at - 1], table.rows[at]
    heads = [one for one in above[: len(row)] if one.strip()]
    is_full = len(heads) == len(row) == len(set(heads)) and not any(map(looks_like_value, heads))
    return is_full and len(row) > 2 and bool(row[0].strip())


def _is_without_numbers(table: Table, at: int) -> bool:
    """Return whether a row right below periods has a mark, a formula or an error below each."""
    above, row = table.rows[at - 1], table.rows[at]
    texts = [one.strip() for head, one in zip(above, row, strict=False) if _is_period(head)]
    return bool(row[0].strip() and texts) and all(map(_NO_NUMBER.match, texts))


def _is_of_units(table: Table, at: int) -> bool:
    """Return whether a row right below the heads says units: no name, and texts among its cells."""
    row, below = table.rows[at], table.rows[at + 1]
    texts = [one for one in row if one.strip() and not looks_like_value(one)]
    is_nameless = bool(row) and not row[0].strip() and bool(below) and bool(below[0].strip())
    return is_nameless and at > 0 and bool(texts) and any(map(is_numeric, below))


def _is_like(table: Table, at: int) -> bool:
    """Return whether the row below has periods in the same columns, as in a long table."""
    row, below = table.rows[at], table.rows[at + 1]
    places = [place for place, one in enumerate(row) if one.strip() and _is_period(one)]
    return all(place < len(below) and _is_period(below[place]) for place in places)


def _block(table: Table, place: tuple[int, int], data: list[int], head: int | None) -> TableBlock:
    start, end = place
    first = data[0] if data else end
    begin = first if head is None else head
    while first > begin and len(_filled(table.rows[first - 1])) < 2:
        first -= 1  # a line right below the heads, which names a group
    width = max(map(len, table.rows[begin:end]))
    heads: list[list[str]] = [[] for _ in range(width)]
    rows = table.rows[begin:first]
    for number, row in enumerate(rows):
        is_last = number == len(rows) - 1
        last = ""
        for column in range(width):
            text = row[column].strip() if column < len(row) else ""
            text = re.sub(r"\s+", " ", text)
            last = text or ("" if is_last else last)
            if last and last not in heads[column]:
                heads[column].append(last)
    titles = [_filled(row) for row in table.rows[start:begin]]
    block = TableBlock(table, heads, [], titles=titles, head_at=begin if len(titles) < begin else 0)
    _mend_years(block, first - 1)
    _add_rows(block, first, end, data)
    return block


def _mend_years(block: TableBlock, row: int) -> None:
    """Set the sign of a note apart from a year between its neighbours: '20221' after 2021."""
    for column, texts in enumerate(block.heads):
        match = _YEAR_AND_NOTE.fullmatch(texts[-1]) if texts else None
        before = block.heads[column - 1][-1:] if column else []
        if match and before == [str(int(match[1]) - 1)]:
            read = f"{match[1]} [{match[2]}]"
            block.remarks.append(Found("note of a head", 1, texts[-1], read, ((row, column),)))
            texts[-1] = read


def _add_rows(block: TableBlock, start: int, end: int, data: list[int]) -> None:
    """Add the rows with values, with the line above that groups them, and the notes below."""
    if len(data) == end - start:  # as in large tables
        block.rows += data
        return
    wanted, group = set(data), ""
    width = max((_count(block.table.rows[at]) for at in data), default=0)
    # A row whose numbers are all lacking may have texts in their place.
    wanted |= {at for at in range(start, end) if at not in wanted and _is_bare(block, at, width)}
    last = max(wanted, default=start)
    texts = []
    for at in range(start, end):
        if at in wanted:
            block.rows.append(at)
            if group:
                block.groups[at] = group
            continue
        filled = _filled(block.table.rows[at])
        if at > last:
            texts.append(filled)
        elif len(filled) == 1:
            group = filled[0]
    if block.groups:
        lines = ", ".join(f"'{one}'" for one in list(dict.fromkeys(block.groups.values()))[:5])
        block.remarks.append(Found("lines", len(block.groups), lines, ""))
    _add_notes(block, texts)


def _is_bare(block: TableBlock, at: int, width: int) -> bool:
    """Return whether a row without numbers belongs to the rows of a table, and is no head."""
    filled = _filled(block.table.rows[at])
    heads = {text for texts in block.heads for text in texts}
    return len(filled) >= max(2, width) and not (_SIGN.match(filled[0]) or heads.issuperset(filled))


def _add_notes(block: TableBlock, texts: list[list[str]]) -> None:
    for row in texts:
        match = _SIGN.match(row[0])
        key = unicodedata.normalize("NFKD", match[1]) if match else str(len(block.notes) + 1) + "."
        block.notes[key] = [_SIGN.sub("", one, count=1).strip() for one in row]


def note_of_head(text: str) -> tuple[str, str]:
    """Return a head without the sign of its note, and that sign: '2022 [1]' is 2022 and 1."""
    match = _HEAD_SIGN.fullmatch(text.strip())
    if not match:
        return text, ""
    sign = next(match[one] for one in ("note", "letter", "sign", "digit", "glued") if match[one])
    return match["head"] or match["year"], unicodedata.normalize("NFKD", sign)


def head_period(
    block: TableBlock, column: int, year_begins: str | None
) -> tuple[str, str, str] | None:
    """Return the period over a column, what else its heads say, and the sign of its note."""
    texts = block.heads[column] if column < len(block.heads) else []
    for place in range(len(texts) - 1, -1, -1):
        text, sign = note_of_head(texts[place])
        if found := period_within(text, year_begins):
            others = [one for at, one in enumerate(texts) if at != place]
            period = found[0]
            if re.fullmatch(r"\d{4}", period):  # a head of quarters or months stands beside it
                parts = {one: part for one in others if (part := part_of_year(one))}
                others = [one for one in others if one not in parts]
                period += next(iter(parts.values()), "")
            return period, ", ".join([*others, *([found[1]] if found[1] else [])]), sign
    return None


def numeric_share(block: TableBlock, column: int) -> float:
    """Return which part of a column's filled cells holds numbers or marks."""
    cells = [text for at in block.rows[:2000] if (text := block.cell(at, column))]
    numbers = sum(map(looks_like_value, cells))
    return numbers / len(cells) if any(map(is_numeric, cells)) else 0.0
