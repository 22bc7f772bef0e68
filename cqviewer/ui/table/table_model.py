"""The model of a table of figures: the text of each cell, and how rows are sorted."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QCoreApplication,
    QLocale,
    QModelIndex,
    Qt,
)

from cqviewer.charts.contents import FactRow
from cqviewer.charts.words import footnote_number, footnotes, note_number, said_of, signs
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.wording.marks import legend
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import Index

FIGURE, VALUE, PERIOD, ORIGIN, PLACE = range(5)
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The FactRow of a cell."""


MANY = 300
"""Most rows that are all measured; of more, only samples are."""


class FigureTableModel(QAbstractTableModel):
    """The figures and goals of a page or chart, each with one observation, at first unsorted."""

    def __init__(self, store: Store, rows: list[FactRow]) -> None:
        """Show the rows of figures and goals, in the language of a store."""
        super().__init__()
        self._store = store
        self._in_order = rows
        self._collator = QCollator(QLocale(store.view.language))
        self._collator.setNumericMode(True)
        self._show(self._in_order)
        self._cells: dict[int, list[str]] = {}
        self.notes = footnotes(self._noted(), store.wording)
        """The footnotes, in the order of their numbers from one."""
        citations = [one.observation.citation for one in self.table_rows if one.observation]
        self._names_paragraphs = all(one is None or one.part == "paragraph" for one in citations)

    def _show(self, rows: list[FactRow]) -> None:
        self.table_rows = rows
        self._first = {row.fact.id: at for at, row in reversed([*enumerate(rows)])}

    def _noted(self) -> list[Indicator | Observation]:
        """Return the figures and observations that may have footnotes, in reading order."""
        pairs = ((row.fact, row.observation) for row in self._in_order)
        return [one for pair in pairs for one in pair if isinstance(one, Indicator | Observation)]

    def observations(self, row: FactRow) -> Sequence[Observation]:
        """Return the observations that a row shows."""
        return (row.observation,) if row.observation else ()

    def legend(self) -> str:
        """Return the letters in the table with their meanings; '' if there are none."""
        shown = (one for row in self._in_order for one in self.observations(row))
        return legend(shown, self._store.wording)

    def numbered_notes(self) -> list[str]:
        """Return the footnotes with their numbers."""
        return [f"{footnote_number(at)} {note}" for at, note in enumerate(self.notes, 1)]

    def row_of(self, fact_id: str | None) -> QModelIndex:
        """Return the first cell of a figure's or goal's row; an invalid index if it has none."""
        at = self._first.get(fact_id or "")
        return QModelIndex() if at is None else self.index(at, FIGURE)

    def is_value(self, column: int) -> bool:
        """Return whether the cells of a column are values."""
        return column == VALUE

    def is_right(self, column: int) -> bool:
        """Return whether the cells of a column are aligned to the right."""
        return self.is_value(column)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by true value, by time, or by text in the order of its language; empty cells last.

        A column of -1 restores the page's order.
        """
        present = self.table_rows
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()  # after the signal, during which views create theirs
        self._show(self._sorted(column, is_down=order == Qt.SortOrder.DescendingOrder))
        places = {id(row): at for at, row in enumerate(self.table_rows)}
        moved = [self.index(places[id(present[one.row()])], one.column()) for one in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _sorted(self, column: int, *, is_down: bool) -> list[FactRow]:
        if column < 0:
            return self._in_order
        filled: list[tuple[tuple[Any, ...], FactRow]] = []
        empty = []
        for row in self._in_order:
            key = self._key(row, column)
            if key is None:
                empty.append(row)
            else:
                filled.append((key, row))
        filled.sort(key=itemgetter(0), reverse=is_down)
        return [*(row for _, row in filled), *empty]

    def _key(self, row: FactRow, column: int) -> tuple[Any, ...] | None:
        """Return the sort key of a cell; None if it is empty."""
        if column == VALUE:
            return None if row.true_value is None else (row.true_value,)
        if column == PERIOD:
            period = row.observation.period if row.observation else None
            return (period.start, period.end) if period and period.start and period.end else None
        if column == PLACE:
            at = _citation(row)
            return (at.source, at.numbers, at.where) if at else None
        # Not all cells of the row: wording them takes long where there are thousands of rows.
        text = self.name(row) if column == FIGURE else self._origin(row)
        return (self._collator.sortKey(text),)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.table_rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else 5

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of a cell, whose row can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            is_name = role == Qt.ItemDataRole.DisplayRole
            return self.cells(self.table_rows[section])[FIGURE] if is_name else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        return None

    def headings(self) -> list[str]:
        """Return the names of the columns."""
        translate = QCoreApplication.translate
        place = (
            translate("FigureTableModel", "Paragraph")
            if self._names_paragraphs
            else translate("FigureTableModel", "Place in source")
        )
        return [
            translate("FigureTableModel", "Figure"),
            translate("FigureTableModel", "Value"),
            translate("FigureTableModel", "Period"),
            translate("FigureTableModel", "Origin"),
            place,
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, alignment or Row."""
        if not index.isValid():
            return None
        row, column = self.table_rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(row)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.AccessibleTextRole and self.is_value(column):
            return self._spoken(self.cell_row(row, column))
        return self.cell_row(row, column) if role == ROW_ROLE else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        sides = Qt.AlignmentFlag
        side = sides.AlignRight if self.is_right(column) else sides.AlignLeft
        return side | sides.AlignVCenter

    def cell_row(self, row: FactRow, _column: int) -> FactRow:
        """Return the row of a cell, with the observation that the cell shows."""
        return row

    def _spoken(self, row: FactRow) -> str:
        """Return a value as it is read out, with all its remarks in full."""
        wording, fact, one = self._store.wording, row.fact, row.observation
        if not isinstance(fact, Indicator) or one is None:
            return self.value(row)
        value = wording.value(fact, one)
        return wording.join(part for part in (value, *said_of(fact, one, wording)) if part)

    def cells(self, row: FactRow) -> list[str]:
        """Return the texts of a row's cells, from a cache."""
        if id(row) not in self._cells:
            self._cells[id(row)] = self._worded(row)
        return self._cells[id(row)]

    def name(self, row: FactRow) -> str:
        """Return the name of a row's figure or goal."""
        return self._store.wording.text(row.fact.name)

    def _origin(self, row: FactRow) -> str:
        if row.observation is None:
            return QCoreApplication.translate("FigureTableModel", "Named in the source")
        return self._store.wording.origin(row.observation)

    def _worded(self, row: FactRow) -> list[str]:
        wording, goals = self._store.wording, self._store.sheet.goals
        if isinstance(row.fact, Indicator) and row.observation is not None:
            period = row.observation.period
            value = self.value(row)
            when = wording.period(period) if period.is_stated else wording.say("origin_not stated")
        else:
            value = self.value(row)
            when = wording.year(goals.year) if goals else value
        return [self.name(row), value, when, self._origin(row), self._place(row)]

    def value(self, row: FactRow) -> str:
        """Return the value of a row; of a goal the words for none."""
        if isinstance(row.fact, Indicator) and row.observation is not None:
            return self._store.wording.value(row.fact, row.observation)
        return self._store.wording.say("no_place")

    def signs(self, row: FactRow) -> str:
        """Return the letters and the footnote's number beside a value; '' without any."""
        if row.observation is None:
            return ""
        return signs(row.observation, self.notes, self._store.wording)

    def noted_name(self, row: FactRow) -> str:
        """Return the name of a row's figure or goal, with the number of the footnote on it.

        Its change since an earlier edition is added in brackets while changes are shown.
        """
        fact, wording, name = row.fact, self._store.wording, self.name(row)
        seen = row.observation.period if row.observation else None
        if change := self._store.change_words(fact.id, seen):
            name = wording.say("in_brackets", text=name, inner=change)
        number = note_number(fact, self.notes, wording) if isinstance(fact, Indicator) else ""
        return f"{name}\N{NO-BREAK SPACE}{number}" if number else name

    def interval(self, row: FactRow) -> str:
        """Return the interval of a value; '' without one."""
        if not isinstance(row.fact, Indicator) or row.observation is None:
            return ""
        return self._store.wording.interval(row.fact, row.observation)

    def interval_name(self, row: FactRow) -> str:
        """Return the name of the intervals in a row; '' if it has none."""
        if any(one.low is not None for one in self.observations(row)):
            fact, wording = row.fact, self._store.wording
            name = wording.text(fact.interval) if isinstance(fact, Indicator) else ""
            return name or wording.say("interval_name")
        return ""

    def copied(self, row: FactRow) -> list[str]:
        """Return the texts of a row's cells to be copied: values with letters and intervals.

        The numbers of footnotes are left out, since the footnotes are not copied.
        """
        return [
            self._copied(text, self.cell_row(row, column)) if self.is_value(column) else text
            for column, text in enumerate(self.cells(row))
        ]

    def _copied(self, text: str, row: FactRow) -> str:
        between = self.interval(row)
        letters = signs(row.observation, (), self._store.wording) if row.observation else ""
        parts = (text, letters if letters != text else "", f"({between})" if between else "")
        return " ".join(part for part in parts if part)

    def _place(self, row: FactRow) -> str:
        """Return the number of the paragraph; the whole place if not all rows cite paragraphs."""
        citation = _citation(row)
        if citation is None or not citation.part:
            return self._store.wording.say("no_place")
        if self._names_paragraphs and citation.part == "paragraph":
            return citation.where
        return self._store.wording.place_in_source(citation)

    def samples(self) -> list[FactRow]:
        """Return rows that most likely include the widest text of each column.

        These are all rows if there are few, or else one row of each `shape`.
        """
        if len(self._in_order) <= MANY:
            return self._in_order
        shapes: dict[object, FactRow] = {}
        for row in self._in_order:
            shapes.setdefault(self.shape(row), row)
        return list(shapes.values())

    def shape(self, row: FactRow) -> object:
        """Return a key that is the same for rows with cells of about the same widths."""
        return shape_of(row)

    def is_missing(self, text: str) -> bool:
        """Return whether a cell's text says that something is not stated."""
        say = self._store.wording.say
        return text in (say("no_place"), say("origin_not stated"))

    def about(self, row: FactRow) -> str:
        """Return the word before a rounded value, such as 'about'; empty for others."""
        if isinstance(row.fact, Indicator) and row.observation:
            return self._store.wording.parts(row.fact, row.observation).about
        return ""


def _citation(row: FactRow) -> Citation | None:
    if isinstance(row.fact, Indicator):
        return row.observation.citation if row.observation else None
    return row.fact.citation


def shape_of(row: FactRow) -> object:
    """Return a key that is the same for rows with cells of about the same widths."""
    one, fact = row.observation, row.fact
    if one is None or not isinstance(fact, Indicator):
        return type(fact)
    digits = len(str(one.value)), one.value is not None and one.value < 0
    rounded = fact.derivation is not None and fact.derivation.is_rounded
    place = len(one.citation.where) if one.citation else 0
    start, end = one.period.start, one.period.end
    months = (start.month, end.month, start.year == end.year) if start and end else ()
    period = one.period.grain, months
    said = one.marks, one.missing, one.bound and len(str(one.bound.value)), len(str(one.low))
    return digits, str(fact.unit.text), fact.total is None, rounded, one.status, place, period, said
