"""Figures as rows for Qt's table views: what each cell says, and how rows are put in order."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from cqviewer.model.contents import Row, rows_of
from cqviewer.model.facts import Indicator
from cqviewer.ui.store import Store

Index = QModelIndex | QPersistentModelIndex
FIGURE, VALUE, PERIOD, ORIGIN, PLACE = range(5)
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The Row of a cell."""


class FigureTableModel(QAbstractTableModel):
    """The figures and goals of a page or a chart, in its order."""

    def __init__(self, store: Store, ids: list[str]) -> None:
        """Give the figures and goals of some ids of the store's sheet."""
        super().__init__()
        self._store = store
        self.table_rows = rows_of(ids, store.sheet)
        citations = [one.observation.citation for one in self.table_rows if one.observation]
        self._names_paragraphs = all(one is None or one.part == "paragraph" for one in citations)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent and parent.isValid() else len(self.table_rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns: figure, value, period, origin, place in the source."""
        return 0 if parent and parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
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
        """Word a row."""
        wording = self._store.wording
        fact, observation = row.fact, row.observation
        if not isinstance(fact, Indicator) or observation is None:
            named = QCoreApplication.translate("FigureTableModel", "Named in the source")
            goals = self._store.sheet.goals
            none = wording.say("no_place")
            year = str(goals.year) if goals else none
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

    def about(self, row: Row) -> str:
        """Give the word before a rounded value; nothing before others."""
        if isinstance(row.fact, Indicator) and row.observation:
            return self._store.wording.parts(row.fact, row.observation).about
        return ""


class SortedFigures(QSortFilterProxyModel):
    """The same rows in another order: by true value, by time, by text; empty cells come last."""

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare two cells of a column."""
        first, second = (self._key(one) for one in (left, right))
        if first is None or second is None:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (second is None and first is not None) == ascending
        return bool(first < second)

    @staticmethod
    def _key(index: Index) -> tuple[Any, ...] | None:
        """Give what a cell is compared by, or None where it is empty."""
        row: Row = index.data(ROW_ROLE)
        observation = row.observation
        if index.column() == VALUE:
            return None if row.true_value is None else (row.true_value,)
        if index.column() == PERIOD:
            period = observation.period if observation else None
            return (period.start, period.end) if period and period.start and period.end else None
        if index.column() == PLACE:
            fact = row.fact
            citation = observation.citation if observation else None
            citation = citation if isinstance(fact, Indicator) else fact.citation
            return (citation.source, citation.numbers, citation.where) if citation else None
        return (str(index.data()).casefold(),)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == VALUE else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
