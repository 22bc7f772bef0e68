"""A table of a source, with letters and row numbers; the cell of the number is boxed."""

from PySide6.QtCore import QAbstractTableModel, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QTableView

from cqviewer.evidence.document import DocumentPart
from cqviewer.importing.tables import Table
from cqviewer.ui.source.seen import Seen
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import Index, WholeNumbers
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import plain_tooltip

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.TextAlignmentRole,
)
_MEASURED = 30  # rows that are measured for the width of a column
_WIDEST, _LEAST, _LINE = 220, 56, 26  # px of the design: of a column, and the height of a row


class _Model(QAbstractTableModel):
    """The cells of a table with their texts."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.table.letters)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        is_column = orientation == Qt.Orientation.Horizontal
        return self.table.letters[section] if is_column else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES:
            return None
        row = self.table.rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(text)
        side = Qt.AlignmentFlag.AlignRight if text[:1].isdigit() else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class _Boxes(WholeNumbers):
    """Paints a box around the number's cell, and thin ones around its other places."""

    def __init__(self, view: "SourceCells", look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, look = (index.row(), index.column()), self._look
        box: QRect = option.rect
        is_shown = cell == self._view.shown
        if is_shown:
            painter.fillRect(box, look.color("tint"))
            font = QFont(option.font)
            font.setBold(True)
            option.font = font
        super().paint(painter, option, index)
        if is_shown or cell in self._view.others:
            painter.setPen(QPen(look.color("accent" if is_shown else "line"), 2 if is_shown else 1))
            painter.drawRect(box.adjusted(1, 1, -1, -1))


class SourceCells(QTableView):
    """Shows the worksheet of a place in a source."""

    def __init__(self, store: Store, look: Look) -> None:
        """Begin without a table."""
        super().__init__()
        self._store = store
        self._look = look
        self.shown: tuple[int, int] | None = None
        """Row and column, from 0, of the number's cell."""
        self.others: set[tuple[int, int]] = set()
        """Other cells with the same number."""
        self.setObjectName("sourceCells")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Boxes(self, look))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(look.px(_LINE))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)

    def show_seen(self, seen: Seen) -> None:
        """Show the table of a place, scrolled to its cell."""
        document = seen.document
        if document is None or not document.tables:
            return
        part = seen.part
        named = (one for one in document.tables if part is not None and one.name == part.sheet)
        table = next(named, document.tables[0])
        old = self.model()
        if not isinstance(old, _Model) or old.table is not table:
            model = _Model(table)
            model.setParent(self)
            self.setModel(model)
            self.setAccessibleName(table.name)
            for column in range(len(table.letters)):
                wide = max(self.sizeHintForColumn(column), self._look.px(_LEAST))
                self.setColumnWidth(column, min(wide, self._look.px(_WIDEST)))
            if old is not None:
                old.deleteLater()
        self.shown = self._cell(table, part) if part is not None else None
        places = seen.traced.places if seen.traced else ()
        parts = [document.parts[one.part] for one in places]
        cells = {self._cell(table, one) for one in parts if one.sheet == table.name}
        self.others = {one for one in cells if one is not None} - {self.shown}
        if self.shown is not None:
            index = self.model().index(*self.shown)
            self.setCurrentIndex(index)
            self.scrollTo(index, QTableView.ScrollHint.PositionAtCenter)
        self.viewport().update()

    @staticmethod
    def _cell(table: Table, part: DocumentPart) -> tuple[int, int] | None:
        """Return row and column, from 0, of a part in a table; None if the table lacks it."""
        letters = part.cell.rstrip("0123456789")
        row = int(part.cell[len(letters) :] or 0) - 1
        known = letters in table.letters and 0 <= row < len(table.rows)
        return (row, table.letters.index(letters)) if known else None
