"""Sheets side by side, in words: names of the sheets, cells, ranks and reasons."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from cqviewer.model.comparing.side_by_side import Cell, ComparedRow
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.text import Language, differing
from cqviewer.model.wording.wording import Wording


class SideWording:
    """Words a comparison of sheets in one language, each figure by the phrases of its sheet."""

    def __init__(self, sheets: Sequence[Sheet], language: Language) -> None:
        """Store some sheets, with the wording and the name of each."""
        self.sheets = sheets
        self.wordings = [Wording.of(one, language) for one in sheets]
        self.wording = Wording(language)
        self.names = self._sheet_names()
        """What each sheet is called: its place and year; where others have these, its title."""

    def _sheet_names(self) -> list[str]:
        pairs = list(zip(self.sheets, self.wordings, strict=True))
        names = [
            f"{words.text(one.place)} {words.year(one.year)}" if one.year else words.text(one.title)
            for one, words in pairs
        ]
        titles = [words.text(one.title) for one, words in pairs]
        dated = [words.join([words.text(one.title), words.date(one.date)]) for one, words in pairs]
        filed = [words.join([words.text(one.title), one.file_name]) for one, words in pairs]
        for others in (titles, filed if len(set(filed)) > len(set(dated)) else dated):
            often = Counter(names)
            both = zip(names, others, strict=True)
            names = [other if often[name] > 1 else name for name, other in both]
        return names

    @property
    def title(self) -> str:
        """Return 'Compare: …' with the names of the sheets."""
        return self.wording.say("compare_title", names=self.wording.join(self.names, "listing"))

    @property
    def standfirst(self) -> str:
        """Return how many sheets are compared, and that nothing in them is changed."""
        count = len(self.sheets)
        number = self.wording.number_word(count)
        return self.wording.counted("compare_standfirst", count, number=number)

    def count(self, rows: Sequence[ComparedRow]) -> str:
        """Return in words in how many rows of a comparison values are compared."""
        compared = sum(row.ranked > 0 for row in rows)
        number = len(rows)
        return self.wording.counted("compare_count", number, comparable=compared, all=number)

    # Rows

    def name(self, row: ComparedRow) -> str:
        """Return the name of a row's figure; a part's with that of its whole."""
        at, cell = row.present[0]
        wording, figure = self.wordings[at], cell.figure
        return wording.name(figure) if figure.breakdown else wording.short_name(figure)

    def measure(self, row: ComparedRow) -> str:
        """Return measure and unit of a row's figure."""
        at, cell = row.present[0]
        return self.wordings[at].measure(cell.figure)

    def reasons(self, row: ComparedRow) -> list[str]:
        """Return why values of a row are not compared, not subtracted or without a bar."""
        say, found = self.wording.say, []
        for at, cell in row.present:
            if cell.obstacle:
                found.append(self._reason(row, at, cell))
        if first := row.first_releases:
            names = self.wording.join((self.names[at] for at in first), "listing")
            is_each = len(first) == row.ranked
            key = "compare_release" if is_each else "compare_release_some"
            found.append(say(key) if is_each else say(key, sheets=names))
        if row.times is not None:
            found.append(say("compare_size", times=self.wording.number(row.times)))
        for at, cell in row.present:
            if cell.figure.id != row.first.figure.id:
                found.append(say("compare_by_name", sheet=self.names[at], id=cell.figure.id))
        return list(dict.fromkeys(found))  # one may be that of several sheets

    def _reason(self, row: ComparedRow, at: int, cell: Cell) -> str:
        say, here, obstacle = self.wording.say, self.names[at], cell.obstacle
        if obstacle in ("period_not_stated", "bound"):
            return say(f"compare_{obstacle}", sheet=here)
        base = row.cells[row.reference]
        assert base is not None
        there, one, other = self.names[row.reference], cell.figure, base.figure
        if obstacle == "prices_unsaid":
            return say("compare_prices_unsaid", sheet=there if one.prices else here)
        if obstacle == "period":
            return self._period_reason(cell.observation.period, base.observation.period)
        sides = ((self.wordings[at], one), (self.wordings[row.reference], other))
        key = f"compare_{obstacle}"
        if obstacle == "unit":
            pair = [words.written_unit(figure.unit) for words, figure in sides]
            if one.unit.kind == other.unit.kind == "money":
                key = "compare_currency"
        elif obstacle == "prices":
            pair = [say(f"compare_{figure.prices}") for _, figure in sides]
        elif obstacle == "name":
            key = "compare_measure"
            pair = [*differing(one.name, other.name, self.wording.language)]
        else:
            pair = [words.measure(figure) for words, figure in sides]
        return say(key, first=pair[0], here=here, second=pair[1], there=there)

    def _period_reason(self, one: Period, other: Period) -> str:
        say = self.wording.say
        first, second = self.wording.period(one), self.wording.period(other)
        lengths = self.length(one), self.length(other)
        if lengths[0] == lengths[1]:
            return say("compare_period_begins", first=first, second=second)
        return say(
            "compare_period",
            first=first,
            length=lengths[0],
            second=second,
            other_length=lengths[1],
        )

    def length(self, period: Period) -> str:
        """Return in words how long a stated period is: 'eleven months', 'a year'."""
        number = (period.shape or (0, 0))[0]
        kind, count = ("day", -number) if number < 0 else ("month", number)
        if count % 12 == 0 and kind == "month":
            kind, count = "year", count // 12
        if count == 1:
            return self.wording.say(f"length_{kind}")
        return self.wording.say(f"length_{kind}s", count=self.wording.number_word(count))

    def why(self, row: ComparedRow) -> list[str]:
        """Return in words why the values of a row can be compared; nothing where they cannot."""
        if not row.ranked:
            return []
        say, base = self.wording.say, row.cells[row.reference]
        assert base is not None
        prices = say(f"compare_{base.figure.prices}") if base.figure.prices else ""
        each = say("compare_each", length=self.length(base.observation.period))
        said = [self.wording.join([say("compare_same"), prices, each])]
        periods = self._periods(row)
        if len(periods) > 1:
            listed = self.wording.join(map(self.wording.period, periods), "listing")
            said.append(say("compare_periods_differ", periods=listed))
        return said

    def _periods(self, row: ComparedRow) -> list[Period]:
        """Return the periods of the values that are compared, each once."""
        return list(dict.fromkeys(one.observation.period for _, one in row.present if one.rank))

    # Cells

    def value(self, row: ComparedRow, at: int) -> str:
        """Return the value of a cell, or why there is none."""
        cell = row.cells[at]
        if cell is None:
            return self.wording.say("not_in_sheet")
        return self.wordings[at].value(cell.figure, cell.observation)

    def period(self, row: ComparedRow, at: int) -> str:
        """Return the period of a cell with what else is said of its value."""
        cell = row.cells[at]
        if cell is None or not cell.observation.is_known:
            return ""
        words = self.wordings[at]
        derived = words.derived(cell.observation)
        return words.join([words.period(cell.observation.period), derived])

    def rank(self, row: ComparedRow, at: int) -> str:
        """Return '1 of 3', with the period where several are compared, or 'not ranked'."""
        cell = row.cells[at]
        if cell is None or not cell.observation.is_known or not row.is_shared:
            return ""
        if not cell.rank:
            return self.wording.say("compare_not_ranked")
        said = self.wording.say("compare_rank", rank=cell.rank, count=row.ranked)
        is_other = len(self._periods(row)) > 1
        return self.wording.join([said, self.period(row, at) if is_other else ""])

    def phrase(self, row: ComparedRow, at: int) -> str:
        """Return a cell in one phrase: sheet, figure, value, remarks, period and rank."""
        cell, words = row.cells[at], self.wordings[at]
        facts = [self.names[at], self.name(row), self.value(row, at)]
        if cell is not None:
            facts += [*words.remarks(cell.figure, cell.observation), self.period(row, at)]
            if cell.rank:
                rank = self.wording.say("compare_rank", rank=cell.rank, count=row.ranked)
                facts.append(self.wording.say("compare_is_rank", rank=rank))
            elif cell.observation.is_known and row.is_shared:
                facts.append(self.wording.say("compare_not_ranked"))
        return self.wording.join(facts)

    def difference(self, row: ComparedRow, at: int, other: int) -> str:
        """Return by how much a value is above that of another sheet; '' if nothing is derived."""
        cell, change = row.cells[at], row.difference(at, other)
        if cell is None or change is None:
            return ""
        return self.wordings[at].difference(cell.figure, change)

    def citation(self, row: ComparedRow, at: int) -> str:
        """Return a cell with its source in one line, as it is copied."""
        cell = row.cells[at]
        if cell is None:
            return self.wording.named(self.names[at], self.value(row, at))
        figure = msgspec.structs.replace(cell.figure, observations=(cell.observation,))
        line = self.wordings[at].citation_line(figure, self.sheets[at])
        rank = self.rank(row, at)
        label = self.wording.say("in_brackets", text=self.names[at], inner=rank)
        return self.wording.named(label if rank else self.names[at], line)

    def copied(self, row: ComparedRow) -> str:
        """Return a row with the sources of all its values, a line for each sheet."""
        head = self.wording.join([self.name(row), self.measure(row)])
        lines = [self.citation(row, at) for at in range(len(self.sheets))]
        return "\n".join([head, *lines, *self.reasons(row)]) + "\n"
