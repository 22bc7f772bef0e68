"""Figures as rows for Qt's table views: what each cell says, and how rows are put in order."""

from operator import itemgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from cqviewer.charts.contents import Row, rows_of
from cqviewer.model.facts import Indicator
from cqviewer.ui.state.store import Store

Index = QModelIndex | QPersistentModelIndex
FIGURE, VALUE, PERIOD, ORIGIN, PLACE = range(5)
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The Row of a cell."""


MANY = 300
"""Rows from which on not every one is worded before the table is shown."""


class FigureTableModel(QAbstractTableModel):
    """The figures and goals of a page or a chart, in its order."""

    def __init__(self, store: Store, ids: list[str]) -> None:
        """Give the figures and goals of some ids of the store's sheet."""
        super().__init__()
        self._store = store
        self._in_order = rows_of(ids, store.sheet)
        self._show(self._in_order)
        self._cells: dict[int, list[str]] = {}
        citations = [one.observation.citation for one in self.table_rows if one.observation]
        self._names_paragraphs = all(one is None or one.part == "paragraph" for one in citations)

    def _show(self, rows: list[Row]) -> None:
        self.table_rows = rows
        self._first = {row.fact.id: at for at, row in reversed([*enumerate(rows)])}

    def row_of(self, fact_id: str | None) -> QModelIndex:
        """Give the first cell of a figure's or goal's first row; an invalid index if none."""
        at = self._first.get(fact_id or "")
        return QModelIndex() if at is None else self.index(at, FIGURE)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by true value, by time, by text; empty cells come last. -1 is the page's order."""
        present = self.table_rows
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()  # those of the selection are made by the signal
        self._show(self._sorted(column, is_down=order == Qt.SortOrder.DescendingOrder))
        places = {id(row): at for at, row in enumerate(self.table_rows)}
        moved = [self.index(places[id(present[one.row()])], one.column()) for one in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _sorted(self, column: int, *, is_down: bool) -> list[Row]:
        if column < 0:
            return self._in_order
        filled: list[tuple[tuple[Any, ...], Row]] = []
        empty = []
        for row in self._in_order:
            key = self._key(row, column)
            if key is None:
                empty.append(row)
            else:
                filled.append((key, row))
        filled.sort(key=itemgetter(0), reverse=is_down)
        return [*(row for _, row in filled), *empty]

    def _key(self, row: Row, column: int) -> tuple[Any, ...] | None:
        """Give what a cell is compared by, or None where it is empty."""
        observation = row.observation
        if column == VALUE:
            return None if row.true_value is None else (row.true_value,)
        if column == PERIOD:
            period = observation.period if observation else None
            return (period.start, period.end) if period and period.start and period.end else None
        if column == PLACE:
            fact = row.fact
            citation = observation.citation if observation else None
            citation = citation if isinstance(fact, Indicator) else fact.citation
            return (citation.source, citation.numbers, citation.where) if citation else None
        return (self.cells(row)[column].casefold(),)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent and parent.isValid() else len(self.table_rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns: figure, value, period, origin, place in the source."""
        return 0 if parent and parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns, and each row after its figure, for those who do not see the row."""
        if orientation != Qt.Orientation.Horizontal:
            is_name = role == Qt.ItemDataRole.DisplayRole
            return self.cells(self.table_rows[section])[FIGURE] if is_name else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings()[section]
        return None

    def headings(self) -> list[str]:
        """Give the names of the columns."""
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
        """Give a cell's text, alignment, tooltip or Row."""
        if not index.isValid():
            return None
        row = self.table_rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(row)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return row if role == ROW_ROLE else None

    def cells(self, row: Row) -> list[str]:
        """Word a row, once."""
        if id(row) not in self._cells:
            self._cells[id(row)] = self._worded(row)
        return self._cells[id(row)]

    def _worded(self, row: Row) -> list[str]:
        wording = self._store.wording
        fact, observation = row.fact, row.observation
        if not isinstance(fact, Indicator) or observation is None:
            named = QCoreApplication.translate("FigureTableModel", "Named in the source")
            goals = self._store.sheet.goals
            none = wording.say("no_place")
            year = wording.year(goals.year) if goals else none
            return [wording.text(fact.name), none, year, named, self._place(row)]
        period = observation.period
        return [
            wording.name(fact),
            wording.value(fact, observation),
            wording.period(period) if period.is_stated else wording.say("origin_not stated"),
            wording.origin(observation),
            self._place(row),
        ]

    def _place(self, row: Row) -> str:
        """Give the number of the paragraph, or the whole place where others are cited too."""
        fact = row.fact
        citation = row.observation.citation if row.observation else None
        if not isinstance(fact, Indicator):
            citation = fact.citation
        if citation is None or not citation.part:
            return self._store.wording.say("no_place")
        if self._names_paragraphs and citation.part == "paragraph":
            return citation.where
        return self._store.wording.place_in_source(citation)

    def samples(self) -> list[Row]:
        """Give rows among which is the widest text of each column; all where there are few.

        Of many, those whose values and places are written with other numbers of digits, in other
        units, or for other periods.
        """
        if len(self._in_order) <= MANY:
            return self._in_order
        shapes: dict[object, Row] = {}
        for row in self._in_order:
            shapes.setdefault(_shape(row), row)
        return list(shapes.values())

    def about(self, row: Row) -> str:
        """Give the word before a rounded value; nothing before others."""
        if isinstance(row.fact, Indicator) and row.observation:
            return self._store.wording.parts(row.fact, row.observation).about
        return ""


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _shape(row: Row) -> object:
    """Give what tells how wide the cells of a row are."""
    one, fact = row.observation, row.fact
    if one is None or not isinstance(fact, Indicator):
        return type(fact)
    digits = len(str(one.value)), one.value is not None and one.value < 0
    rounded = fact.derivation is not None and fact.derivation.is_rounded
    place = len(one.citation.where) if one.citation else 0
    start, end = one.period.start, one.period.end
    months = (start.month, end.month, start.year == end.year) if start and end else ()
    period = one.period.grain, months
    return digits, str(fact.unit.text), fact.total is None, rounded, one.status, place, period
