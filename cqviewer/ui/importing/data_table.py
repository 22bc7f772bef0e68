"""The table of a data file, with row numbers, column letters and the role of each column."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QComboBox, QTableView

from cqviewer.importing.preview import Preview
from cqviewer.importing.readers.delimited import ONLY_TABLE
from cqviewer.ui.importing.words import ROLES, word
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.lines import Index, WholeNumbers

translate = QCoreApplication.translate
_ROW = ", row "
_WIDEST, _LEAST = 260, 96  # px of a column


class _Model(QAbstractTableModel):
    """The rows of a table, below a row for the roles of its columns."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._preview.rows) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._preview.letters)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._preview.letters[section]
        return str(self._preview.rows[section - 1].number) if section else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if index.row() == 0:
            is_name = role == Qt.ItemDataRole.AccessibleTextRole  # of the list over the cell
            bare = self._preview.roles[index.column()].replace(":", " ").split(" ")[0]
            return word(ROLES[bare]) if is_name else None
        row = self._preview.rows[index.row() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()] if index.column() < len(row.cells) else ""
        is_value = self._preview.roles[index.column()].startswith(("value", "low", "high"))
        if role == Qt.ItemDataRole.TextAlignmentRole and is_value:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setUnderline((row.number - 1, index.column()) in self._preview.marked)
            return font
        return None


class DataTable(QTableView):
    """Shows a table; F4 opens the list with the role of the current column."""

    role_chosen = Signal(str, str)
    """Carries a column's letter and its role."""

    def __init__(self) -> None:
        """Begin without a table."""
        super().__init__()
        self.setAccessibleName(self.tr("What each column is"))
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(WholeNumbers(self))
        self._combos: list[QComboBox] = []

    def show_preview(self, preview: Preview) -> None:
        """Show a table as it is read; the current cell and the scroll position stay."""
        at = self.currentIndex()
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        scrolled = [bar.value() for bar in bars]
        old = self.model()
        model = _Model(preview)
        model.setParent(self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        self._combos = [self._combo(preview, at) for at in range(len(preview.letters))]
        for place, combo in enumerate(self._combos):
            self.setIndexWidget(model.index(0, place), combo)
            width = max(self.sizeHintForColumn(place), combo.sizeHint().width(), _LEAST)
            self.setColumnWidth(place, min(width, _WIDEST))
        self.setRowHeight(0, max(combo.sizeHint().height() for combo in self._combos))
        is_there = at.isValid() and at.column() < len(self._combos)
        self.setCurrentIndex(model.index(at.row(), at.column()) if is_there else model.index(1, 0))
        self.updateGeometries()  # otherwise the range of the bars is too small
        for bar, value in zip(bars, scrolled, strict=True):
            bar.setValue(value)

    def _combo(self, preview: Preview, at: int) -> QComboBox:
        """Return the list to choose a column's role from, with the present one selected."""
        combo = Choice()
        role = preview.roles[at]
        bare = role.replace(":", " ").split(" ")[0]
        for name, text in ROLES.items():
            combo.addItem(word(text), role if name == bare else name)
        combo.setCurrentIndex(list(ROLES).index(bare))
        combo.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F4 opens it from the cells below
        combo.setDisabled(preview.is_own)  # the columns of cqviewer's own files are known
        marked = sum(column == at for _, column in preview.marked)
        cells = sum(at < len(row.cells) and bool(row.cells[at]) for row in preview.rows)
        said = self.tr(
            "Column {letter}, {role}. Cells: {cells}, with something to look at: {marked}."
        )
        letter = preview.letters[at]
        combo.setAccessibleName(
            said.format(letter=letter, role=combo.currentText(), cells=cells, marked=marked)
        )
        combo.activated.connect(self._on_chosen)
        combo.setProperty("letter", letter)
        return combo

    def _on_chosen(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            announce(self, f"{combo.property('letter')}: {combo.currentText()}")
            self.role_chosen.emit(combo.property("letter"), combo.currentData())

    def open_role(self, column: int) -> None:
        """Go to a column, and open the list with its role."""
        if 0 <= column < len(self._combos) and self._combos[column].isEnabled():
            self.setFocus()
            self.setCurrentIndex(self.model().index(max(1, self.currentIndex().row()), column))
            self._combos[column].showPopup()

    def show_cell(self, row: int, column: int) -> None:
        """Make a cell of the file, by row and column from 0, the current one, if it is shown."""
        model = self.model()
        for at in range(1, model.rowCount()):
            if model.headerData(at, Qt.Orientation.Vertical) == str(row + 1):
                self.setCurrentIndex(model.index(at, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.open_role(self.currentIndex().column())
        else:
            super().keyPressEvent(event)


def table_name(name: str, every: list[str]) -> str:
    """Return the shown name of a table; `every` holds the names of all tables of its file.

    A single table has no name of its own; a second table of a worksheet is named by its row.
    """
    table, _, row = name.partition(_ROW)
    if {one.partition(_ROW)[0] for one in every} == {ONLY_TABLE}:
        table = translate("ImportWords", "Table 1")
    return translate("ImportWords", "{table}, row {n}").format(table=table, n=row) if row else table
