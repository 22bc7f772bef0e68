"""What stands beside and over the values of a table: periods, units, flags, intervals, notes."""

import re
from typing import get_args

import msgspec

from cqviewer.importing.cells import Amount, Style, is_numeric, is_plain, read_amount, read_flags
from cqviewer.importing.found import Kind, Tally
from cqviewer.importing.layout import TableBlock, note_of_head
from cqviewer.importing.periods import (
    are_fiscal,
    is_either_day,
    is_serial,
    part_of_year,
    read_period,
    spanned,
)
from cqviewer.importing.roles import bare_role, interval_called, plain_head, within_year
from cqviewer.importing.units import in_head, is_scale, plain_unit, scaled
from cqviewer.model.choices import Mark, Missing
from cqviewer.model.numbers.foreign_marks import mark_of
from cqviewer.model.reading.import_format import ImportEntry
from cqviewer.model.text import Text

_REASONS = frozenset(get_args(Missing))
_KNOWN = frozenset((*get_args(Mark), *_REASONS))
_FISCAL = re.compile(r"\d{4}/\d{2}")
_TITLES = ("series title", "title", "variable", "indicator", "指标")
_TIMES = ("date", "time", "period", "year", "时间", "年份")
_PART = re.compile(
    r"(?:of which|thereof|davon|darunter|dont|其中|в том числе|из них)\b", re.IGNORECASE
)
_OWN_YEARS = re.compile(
    r"\b(end(ed|ing)|fiscal|financial|fy|as (at|of)|(on|at) \d{1,2} \w+)\b|财年", re.IGNORECASE
)
_ABOUT = re.compile(
    r"#|(?:source|licen[cs]e|(last )?updated|notes?|units?|date|database|frequency"
    r"|数据库|数据来源|来源|时间|单位|注)\s*[:：]",
    re.IGNORECASE,
)
"""How lines above a table begin that describe it and are not its title."""
_RANGE = re.compile(r"[(\[]?\s*(-?[\d.,]+)\s*(?:-|–|to|;|,\s)\s*(-?[\d.,]+)\s*[)\]]?")


class Beside:
    """Reads what columns beside the values, heads and titles say of them."""

    def __init__(
        self,
        block: TableBlock,
        roles: list[str],
        rows: list[int],
        options: ImportEntry,
        found: Tally,
    ) -> None:
        """Read for some rows of a table, whose columns have roles."""
        self._block = block
        self._roles = roles
        self._options = options
        self._found = found
        self._places: dict[str, list[int]] = {}
        for place, one in enumerate(roles):
            self._places.setdefault(bare_role(one), []).append(place)
        self._ends = {at: self._ends_of(at) for at in self.of("value")}
        at = next(iter(self.of("period")), None)
        texts = [] if at is None else list({block.cell(row, at) for row in rows})
        self._is_fiscal = are_fiscal(texts)
        self.parents = {} if at is not None else self._parents(rows)

    def of(self, role: str) -> list[int]:
        """Return the columns with a role."""
        return self._places.get(role, [])

    # Names

    def _parents(self, rows: list[int]) -> dict[int, str]:
        """Return the names of the rows that each row is indented below, if names need them."""
        names = [*self.of("indicator"), *self.of("group")]
        if len(names) != 1:
            return {}
        found: dict[int, str] = {}
        above: list[tuple[int, str]] = []
        for row in rows:
            text = self._block.table.rows[row][names[0]] if self._block.table.rows[row] else ""
            name = text.strip()
            depth = len(text) - len(text.lstrip()) + bool(_PART.match(name))
            above = [one for one in above if one[0] < depth]
            if above:
                found[row] = ", ".join(one for _, one in above)
            above.append((depth, name))
        own = [self._block.cell(row, names[0]) for row in rows]
        return found if len(set(own)) < len(own) else {}

    def bare(self, text: str) -> str:
        """Return a name without the sign of a note below the table."""
        name, sign = note_of_head(text) if self._block.notes else (text, "")
        return name if sign in self._block.notes else text

    def titled(self) -> Text:
        """Return the title above the table, in each language of its names."""
        tags = [one.partition(":")[2] for one in self._roles if ":" in one]
        if told := next((one for key in _TITLES if (one := self._about(key))), ""):
            return in_head(told)[1] or told
        for row in self._block.titles:
            if len(row) == len(tags) > 1:
                return dict(zip(tags, row, strict=True))
            # Two cells are a name and what it says: 'Last updated', '2024-05-30'.
            if len(row) == 1 and not _ABOUT.match(row[0]):
                return row[0]
        return ""

    def _about(self, key: str) -> str:
        """Return what stands beside a key above the table: '%' of the row 'Unit', '%'."""
        rows = [
            re.split("[:：]", row[0], maxsplit=1) if len(row) == 1 else row
            for row in self._block.titles
        ]
        return next(
            (
                row[1].strip()
                for row in rows
                if len(row) == 2 and row[0].strip("#: ").casefold() == key
            ),
            "",
        )

    # Periods

    def period(self, row: int, over: str) -> tuple[str, str]:
        """Return the period of a row, completed by `over`, and the sign of its note or mark."""
        block, columns = self._block, self.of("period")
        written = block.cell(row, columns[0]) if columns else ""
        if not columns and not over:
            written = next((one for key in _TIMES if (one := self._about(key))), "")
        if written in self._options.periods:
            return self._options.periods[written], ""
        text, sign = note_of_head(written)
        if columns and re.fullmatch(r"\d{4}", over) and (part := part_of_year(text)) is not None:
            text, over = over + part, ""  # months in rows, below years
        if re.fullmatch(r"\d{4}(\.0)?", text):
            parts = [
                over or within_year(block.cell(row, at), block.head(at)) or "" for at in columns[1:]
            ]
            text = text[:4] + "".join(parts or [over])
        begins, dates = self._options.year_begins, self._options.dates
        read = read_period(text, begins, is_fiscal=self._is_fiscal, dates=dates)
        head = block.head(columns[0]) if columns else ""
        read = read and spanned(read, head)
        if read is None and columns and text:
            is_date, is_count = is_either_day(text), is_serial(text)
            kind: Kind = "which date" if is_date else "serial" if is_count else "unknown period"
            self._found.add(kind, written, "", (row, columns[0]))
        elif read is not None and read != written:
            self._found.add("period", written, read)
        if _OWN_YEARS.search(head) and read and read.isdigit():
            self._found.add("own years", head, read)
        return (read or written) if columns or read else "", sign

    def ask_for_year(self, period: str) -> None:
        """Count a fiscal year of which nobody has said when it begins."""
        if self._options.year_begins is None and _FISCAL.fullmatch(period):
            self._found.add("which year", period, "")

    # Flags, intervals, notes

    def flagged(self, row: int, amount: Amount, style: Style) -> Amount:
        """Return an amount with what the columns of flags say of it."""
        status = list(amount.status)
        missing = amount.missing
        has_number = bool(amount.text) and "unknown" not in amount.ways
        for at in self.of("flag"):
            text = self._block.cell(row, at)
            is_final = text == "F" and plain_head(self._block.head(at)) == "status"  # or a forecast
            is_asked = is_final and text not in self._options.flags
            read = read_flags(text, self._options, has_number=has_number)
            status += (text,) if is_asked else read
        reasons = [one for one in status if one in _REASONS]
        if reasons and not missing:
            missing = reasons[0]
            status = [one for one in status if one not in _REASONS]
            if not amount.text:
                self._found.add("flag for no value", self._first("flag", row), missing)
        if not amount.text and not amount.ways and not missing and status:
            text = self._first("flag", row)  # a mark that stands beside an empty cell: '..', 'x'
            if not is_numeric(text):
                return read_amount(text, style, self._options)
            self._found.add("unknown flag", text, "")  # a code, and no value
            return amount
        if missing and amount.text:
            amount = msgspec.structs.replace(amount, text="", ways=("mark",))
        elif not amount.text and not missing:
            return amount
        for one in status:
            if one not in _KNOWN:
                self._found.add("unknown flag", one, "")
        return msgspec.structs.replace(amount, missing=missing, status=tuple(dict.fromkeys(status)))

    def _first(self, role: str, row: int) -> str:
        """Return the first text of a row in the columns with a role; '' where there is none."""
        return next((text for at in self.of(role) if (text := self._block.cell(row, at))), "")

    def marked(self, amount: Amount, signs: tuple[str, ...]) -> Amount:
        """Return an amount with the marks that signs in heads and periods say."""
        status = list(amount.status)
        for sign in signs:
            if sign and sign not in self._block.notes and not sign.isdigit() and amount.text:
                said = self._options.flags.get(sign) or mark_of(sign) or sign
                status.append(said)
                if said not in _KNOWN:
                    self._found.add("unknown flag", sign, "")
        return msgspec.structs.replace(amount, status=tuple(dict.fromkeys(status)))

    def _ends_of(self, at: int) -> tuple[list[int], str]:
        """Return the columns of a value's interval, and what that is."""
        values = self.of("value")
        after = next((one for one in values if one > at), len(self._roles))
        low, high, both = (
            [one for one in self.of(role) if len(values) == 1 or at < one < after][:1]
            for role in ("low", "high", "interval")
        )
        columns = both or ([*low, *high] if low and high else [])
        heads = [self._block.head(one) for one in columns]
        return columns, interval_called(heads) or " to ".join(heads)

    def interval(self, at: int) -> tuple[str, str]:
        """Return the heads of the interval of a column's values, and what it is; '' for none."""
        columns, called = self._ends[at]
        return ", ".join(map(self._block.head, columns)), called

    def is_end(self, at: int) -> bool:
        """Return whether a column is an end of some value's interval."""
        return any(at in columns for columns, _ in self._ends.values())

    def ends(self, row: int, at: int, amount: Amount, style: Style) -> tuple[str, str] | None:
        """Return the ends of a value's interval; None where it has none."""
        columns = self._ends[at][0]
        if not columns or not is_plain(amount.text):
            return None
        cells = [self._block.cell(row, one) for one in columns]
        if len(cells) == 1:
            match = _RANGE.fullmatch(cells[0])
            cells = list(match.groups()) if match else []
        low, *high = [read_amount(one, style, self._options).text for one in cells] or [""]
        return (low, high[0]) if high and is_plain(low) and is_plain(high[0]) else None

    def note(self, row: int, signs: tuple[str, ...]) -> str:
        """Return the notes on a value: of the row, and those below the table for some signs."""
        own = [text for at in self.of("note") if (text := self._block.cell(row, at))]
        notes = self._block.notes
        if notes:
            named = [*self.of("indicator"), *self.of("place"), *self.of("group")]
            signs += tuple(note_of_head(self._block.cell(row, at))[1] for at in named)
        below = [notes[one][-1] for one in dict.fromkeys(signs) if one in notes]
        return " ".join([*own, *below])

    # Units

    def unit(self, row: int, head: str, in_cell: str) -> tuple[str, str]:
        """Return the unit of a row's value, and the head without it."""
        own, rest = in_head(head)
        said, times = self._first("unit", row), self._first("multiplier", row)
        if not (said or own or in_cell):
            titles = [text for texts in self._block.titles for text in texts]
            own = self._about("unit") or next(
                (unit for text in reversed(titles) if (unit := in_head(text)[0])), ""
            )
        if is_scale(own):
            own, times = "", own
        unit = scaled(plain_unit(said or own or in_cell), times)
        if unit and said and unit != said:
            self._found.add("unit", said, unit)
        elif unit and (own or times) and not said:
            self._found.add("unit in the head", own or times, unit)
        return unit, rest
