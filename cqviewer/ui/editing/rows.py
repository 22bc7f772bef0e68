"""The list of what a part holds, with the values that are edited in it."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cqviewer.model.editing.parts import Field, Group
from cqviewer.model.problems import Path
from cqviewer.ui.editing.message import Message
from cqviewer.ui.editing.words import named
from cqviewer.ui.style.buttons import quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.style.tooltips import plain_tooltip

_MOST_SHOWN = 8
"""Rows that are seen at once."""
_ROW, _OPEN = 28, 28  # px of the design
_FIELD = Qt.ItemDataRole.UserRole


class _Choices(QStyledItemDelegate):
    """Offers the words of a cell that has some."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        field = index.data(_FIELD)
        if not isinstance(field, Field) or not field.choices:
            return super().createEditor(parent, option, index)
        combo = QComboBox(parent)
        combo.setEditable(field.kind == "list" or not field.is_closed)
        combo.addItems(["", *field.choices])
        combo.setCurrentText(field.text)
        return combo


class Rows(QTableWidget):
    """The rows of a group: Enter or a click opens one, typing edits a value."""

    left = Signal(object, str)
    """Carries the Field of a value that was changed, and its new text."""
    opened = Signal(object)
    """Carries the path of the entry that is to be shown."""
    added = Signal(object, str)
    """Carries the Group to which an entry is to be added, and its period."""
    removed = Signal(object)
    """Carries the path of the entry that is to go."""

    def __init__(self, group: Group, look: Look) -> None:
        """Show the rows of a group."""
        super().__init__()
        self._look = look
        self.group = group
        self.setItemDelegate(_Choices(self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.setShowGrid(False)
        self.setAccessibleName(named(group.key))
        self.itemChanged.connect(self._on_changed)
        self.cellClicked.connect(self._on_clicked)
        self.show_group(group)

    @property
    def _has_blank(self) -> bool:
        """Return whether a new entry is begun by writing into a last, empty row."""
        return bool(self.group.columns) and bool(self.group.columns[0])

    def begin(self) -> bool:
        """Begin to write a new row; return whether there is one to be written into."""
        item = self.item(self.rowCount() - 1, 0)
        if not self._has_blank or item is None:
            return False
        self.setFocus()
        self.setCurrentItem(item)
        self.editItem(item)
        return True

    def show_group(self, group: Group) -> None:
        """Show the rows as they are now; the one that was chosen stays so."""
        row, column = self.currentRow(), self.currentColumn()
        self.group = group
        columns = group.columns or ("",)
        self.blockSignals(True)
        self.setColumnCount(len(columns) + 1)
        self.setRowCount(len(group.rows) + self._has_blank)
        self.setHorizontalHeaderLabels([*(named(one) if one else "" for one in columns), ""])
        self.horizontalHeader().setVisible(len(columns) > 1)
        modes = QHeaderView.ResizeMode
        for at in range(len(columns)):
            self.horizontalHeader().setSectionResizeMode(at, modes.Stretch)
        self.horizontalHeader().setSectionResizeMode(len(columns), modes.Fixed)
        self.horizontalHeader().resizeSection(len(columns), self._look.px(_OPEN))
        for at, one in enumerate(group.rows):
            cells = {cell.key: cell for cell in one.cells}
            for place, key in enumerate(columns):
                self._put(at, place, cells.get(key), one.title if not key else "")
            self._put(at, len(columns), None, "›")
        for place in range(len(columns) + 1 if self._has_blank else 0):
            self._put(len(group.rows), place, None, "", is_blank=place == 0)
        self.setCurrentCell(min(row, self.rowCount() - 1), max(0, column))
        self.blockSignals(False)
        shown = min(_MOST_SHOWN, self.rowCount())
        head = self.horizontalHeader().sizeHint().height() if len(columns) > 1 else 0
        self.setFixedHeight(head + shown * self._look.px(_ROW) + 4)
        self.setVisible(self.rowCount() > 0)

    def _put(
        self, row: int, column: int, field: Field | None, text: str, *, is_blank: bool = False
    ) -> None:
        item = QTableWidgetItem(field.text if field else text)
        item.setData(_FIELD, field)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if field is not None or is_blank:
            flags |= Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags)
        if is_blank:
            said = self.tr("New row")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)
        elif text:
            item.setToolTip(plain_tooltip(text))
        self.setItem(row, column, item)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        field, text = item.data(_FIELD), item.text().strip()
        if isinstance(field, Field):
            if text != field.text:
                self.left.emit(field, text)
        elif text and item.row() == len(self.group.rows):
            self.added.emit(self.group, text)

    def _on_clicked(self, row: int, column: int) -> None:
        item = self.item(row, column)
        if item is not None and not item.flags() & Qt.ItemFlag.ItemIsEditable:
            self._open(row)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.group.rows):
            self.opened.emit(self.group.rows[row].path)

    @property
    def path_at_hand(self) -> Path | None:
        """Return the path of the entry that is chosen."""
        row = self.currentRow()
        return self.group.rows[row].path if 0 <= row < len(self.group.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentRow())
        elif event.key() == Qt.Key.Key_Delete and self.path_at_hand is not None:
            self.removed.emit(self.path_at_hand)
        else:
            super().keyPressEvent(event)


class GroupBox(QWidget):
    """A group: its name, its rows, and what adds one more."""

    add_wanted = Signal(object)
    """Carries the Group."""

    def __init__(self, group: Group, look: Look, window: QWidget) -> None:
        """Show a group."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(2))
        head = QHBoxLayout()
        name = named(group.key)
        title = TextBlock(name, look, "body", weight="bold")
        title.setToolTip(plain_tooltip(group.hint))
        head.addWidget(title, 1)
        self.add = quiet_button(self.tr("Add"), "plus", look)
        self.add.setAccessibleName(self.tr("Add to {list}").format(list=name))
        self.add.clicked.connect(partial(self._on_add))
        head.addWidget(self.add)
        column.addLayout(head)
        self.rows = Rows(group, look)
        column.addWidget(self.rows)
        self.message = Message(look, window, "caption")
        self.message.hide()
        column.addWidget(self.message)
        self.show_group(group)

    def show_group(self, group: Group) -> None:
        """Show the rows as they are now."""
        self.rows.show_group(group)
        self.add.setVisible(group.can_grow)
        self.message.hide()

    def _on_add(self) -> None:
        if self.rows.begin():
            return
        self.add_wanted.emit(self.rows.group)
