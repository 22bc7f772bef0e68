"""The model of a comparison's table.

There is a column for each sheet; in a narrow window each row is a block with one cell per line.
"""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from cqviewer.model.comparing.side_by_side import ComparedRow
from cqviewer.model.wording.side_words import SideWording
from cqviewer.ui.compare.comparison import Comparison, is_in_tab
from cqviewer.ui.style.lines import Index

NAME = -1
"""The index of a row's name, beside those of its sheets from 0."""


class SideModel(QAbstractTableModel):
    """The rows of one tab of a comparison; more are added while figures are compared."""

    def __init__(self, comparison: Comparison, head: str) -> None:
        """Follow a comparison; `head` is the heading of the names."""
        super().__init__()
        self._comparison = comparison
        self._head = head
        self._rows: list[ComparedRow] = []
        self.is_narrow = False
        self.words: SideWording = comparison.words()
        comparison.changed.connect(self.reset)
        comparison.grown.connect(self._on_grown)
        self.reset()

    def reset(self, *, is_narrow: bool | None = None) -> None:
        """Show the rows of the present tab, in columns or in blocks."""
        self.beginResetModel()
        self.is_narrow = self.is_narrow if is_narrow is None else is_narrow
        self.words = self._comparison.words()
        tab = self._comparison.tab
        self._rows = [one for one in self._comparison.rows if is_in_tab(one, tab)]
        self.endResetModel()

    def _on_grown(self, before: int) -> None:
        tab = self._comparison.tab
        new = [one for one in self._comparison.rows[before:] if is_in_tab(one, tab)]
        if new:
            first = self.rowCount()
            self.beginInsertRows(QModelIndex(), first, first + len(new) * self._lines - 1)
            self._rows += new
            self.endInsertRows()

    @property
    def sheets(self) -> int:
        """Return how many sheets are compared."""
        return len(self.words.sheets)

    @property
    def _lines(self) -> int:
        """Return how many table rows a row of the comparison has."""
        return 1 + self.sheets if self.is_narrow else 1

    def place(self, index: Index) -> tuple[ComparedRow, int]:
        """Return the row of an index, and the index of its sheet or `NAME`."""
        if self.is_narrow:
            number, line = divmod(index.row(), self._lines)
            return self._rows[number], line - 1
        return self._rows[index.row()], index.column() - 1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._rows) * self._lines

    def columnCount(self, parent: Index | None = None) -> int:
        if parent and parent.isValid():
            return 0
        return 1 if self.is_narrow else 1 + self.sheets

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._head if section == 0 else self.words.names[section - 1]
        row, _ = self.place(self.index(section, 0))
        return self.words.name(row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its accessible text, or the row's reasons as its description."""
        if not index.isValid():
            return None
        row, at = self.place(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.name(row) if at == NAME else self.words.value(row, at)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if at != NAME:
                return self.words.phrase(row, at)
            return self.words.wording.join([self.words.name(row), self.words.measure(row)])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.words.wording.sentences(self.words.reasons(row))
        return None
