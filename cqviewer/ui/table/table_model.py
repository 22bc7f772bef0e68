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
from cqviewer.model.citation import Citation
from cqviewer.model.facts import Indicator
from cqviewer.ui.state.store import Store

Index = QModelIndex | QPersistentModelIndex
FIGURE, VALUE, PERIOD, ORIGIN, PLACE = range(5)
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The Row of a cell."""


MANY = 300
"""Rows up to which all are measured; of more, samples."""


class FigureTableModel(QAbstractTableModel):
    """The figures and goals of a page or a chart, at first in its order."""

    def __init__(self, store: Store, ids: list[str]) -> None:
        """Show the figures and goals of some ids in the store's sheet."""
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
        """Return the first cell of a figure's or goal's first row; an invalid index if none."""
        at = self._first.get(fact_id or "")
        return QModelIndex() if at is None else self.index(at, FIGURE)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by true value, by time, by text; empty cells come last. -1 is the page's order."""
        present = self.table_rows
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()  # after the signal, which creates those of the selection
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
        return (text.casefold(),)

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
            return _alignment(section)
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
        row = self.table_rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(row)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return row if role == ROW_ROLE else None

    def cells(self, row: Row) -> list[str]:
        """Return the texts of a row's cells; they are cached."""
        if id(row) not in self._cells:
            self._cells[id(row)] = self._worded(row)
        return self._cells[id(row)]

    def name(self, row: Row) -> str:
        """Return the name of a row's figure or goal."""
        return self._store.wording.text(row.fact.name)

    def _origin(self, row: Row) -> str:
        if row.observation is None:
            return QCoreApplication.translate("FigureTableModel", "Named in the source")
        return self._store.wording.origin(row.observation)

    def _worded(self, row: Row) -> list[str]:
        wording, goals = self._store.wording, self._store.sheet.goals
        if isinstance(row.fact, Indicator) and row.observation is not None:
            period = row.observation.period
            value = wording.value(row.fact, row.observation)
            when = wording.period(period) if period.is_stated else wording.say("origin_not stated")
        else:
            value = wording.say("no_place")
            when = wording.year(goals.year) if goals else value
        return [self.name(row), value, when, self._origin(row), self._place(row)]

    def _place(self, row: Row) -> str:
        """Return the number of the paragraph, or the whole place where others are cited too."""
        citation = _citation(row)
        if citation is None or not citation.part:
            return self._store.wording.say("no_place")
        if self._names_paragraphs and citation.part == "paragraph":
            return citation.where
        return self._store.wording.place_in_source(citation)

    def samples(self) -> list[Row]:
        """Return rows that hold the widest text of each column, as far as can be seen quickly.

        These are all if there are few; of many, one of each shape: digits, unit, period, place.
        """
        if len(self._in_order) <= MANY:
            return self._in_order
        shapes: dict[object, Row] = {}
        for row in self._in_order:
            shapes.setdefault(_shape(row), row)
        return list(shapes.values())

    def is_missing(self, text: str) -> bool:
        """Return whether a cell's text says that the source does not state something."""
        say = self._store.wording.say
        return text in (say("no_place"), say("origin_not stated"))

    def about(self, row: Row) -> str:
        """Return the word before a rounded value, such as 'about'; empty for others."""
        if isinstance(row.fact, Indicator) and row.observation:
            return self._store.wording.parts(row.fact, row.observation).about
        return ""


def _citation(row: Row) -> Citation | None:
    if isinstance(row.fact, Indicator):
        return row.observation.citation if row.observation else None
    return row.fact.citation


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _shape(row: Row) -> object:
    """Return a key that is equal for rows whose cells are about equally wide."""
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
