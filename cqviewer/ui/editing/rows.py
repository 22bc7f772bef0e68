"""The list of what a part holds, with the values that are edited in it."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cqviewer.model.editing.parts import Field, Group
from cqviewer.model.problems import Path, Problem
from cqviewer.ui.editing.inputs import add_choices, put_text, text_of
from cqviewer.ui.editing.message import Message
from cqviewer.ui.editing.refusals import Ways
from cqviewer.ui.editing.row_model import FIELD, RowModel
from cqviewer.ui.editing.words import named
from cqviewer.ui.style.buttons import pop_up, quiet_button
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.style.tooltips import plain_tooltip

_MOST_SHOWN = 8
"""Rows that are seen at once."""
_ROW, _OPEN = 28, 28  # px of the design


class _Choices(QStyledItemDelegate):
    """Offers the words of a cell that has some."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        field = index.data(FIELD)
        if not isinstance(field, Field) or not field.choices:
            return super().createEditor(parent, option, index)
        combo = Choice(parent)
        combo.setEditable(field.kind == "list" or not field.is_closed)
        combo.addItem("")
        add_choices(combo, field)
        return combo

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Begin with the cell's text; what is then written stays while the file is read again."""
        if editor.property("isBegun"):
            return
        editor.setProperty("isBegun", True)
        if isinstance(editor, QComboBox):
            put_text(editor, str(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, text_of(editor))
        else:
            super().setModelData(editor, model, index)


class Rows(QTableView):
    """The rows of a group: Enter or a click opens one, typing edits a value."""

    opened = Signal(object)
    """Carries the path of the entry that is to be shown."""
    removed = Signal(object)
    """Carries the path of the entry that is to go."""

    def __init__(self, group: Group, look: Look) -> None:
        """Show the rows of a group."""
        super().__init__()
        self._look = look
        self.rows = RowModel(group, look)
        self.setObjectName("rows")
        self.setModel(self.rows)
        self.setItemDelegate(_Choices(self))
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.setShowGrid(False)
        self.setAccessibleName(named(group.key))
        self.clicked.connect(self._on_clicked)
        self.rows.added.connect(self._on_added, Qt.ConnectionType.QueuedConnection)
        head, last = self.horizontalHeader(), len(self.rows.keys)
        head.setVisible(last > 1)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(last, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(last, look.px(_OPEN))
        self.show_group(group)

    def choose(self, row: int, column: int = 0) -> None:
        """Put the keyboard on a cell."""
        self.setCurrentIndex(self.rows.index(row, column))

    def begin(self) -> bool:
        """Begin to write a new row; return whether there is one to be written into."""
        if not self.rows.has_blank:
            return False
        self.setFocus()
        self.choose(len(self.rows.group.rows))
        self.edit(self.currentIndex())
        bring_into_sight(QApplication.focusWidget() or self)
        return True

    def show_group(self, group: Group) -> None:
        """Show the rows as they are now; the one that was chosen stays so."""
        self.rows.show_group(group)
        count = self.rows.rowCount()
        head = self.horizontalHeader().sizeHint().height() if len(self.rows.keys) > 1 else 0
        self.setFixedHeight(head + min(_MOST_SHOWN, count) * self._look.px(_ROW) + 4)
        self.setVisible(count > 0)

    def _on_added(self, *_: object) -> None:
        """Go on to the value of a row that was begun."""
        if len(self.rows.keys) > 1:
            self.choose(len(self.rows.group.rows), 1)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._open(index.row())

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.rows.group.rows):
            self.opened.emit(self.rows.group.rows[row].path)
        elif row == len(self.rows.group.rows):
            self.begin()

    @property
    def path_at_hand(self) -> Path | None:
        """Return the path of the entry that is chosen."""
        row, every = self.currentIndex().row(), self.rows.group.rows
        return every[row].path if 0 <= row < len(every) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(len(self.rows.group.rows) if self.rows.has_blank else 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row at hand, not with the figure that is selected."""
        index, path = self.currentIndex(), self.path_at_hand
        if path is None:
            return
        copy = partial(QGuiApplication.clipboard().setText, str(index.data() or ""))
        acts = {
            self.tr("Copy"): copy,
            self.tr("Open"): partial(self.opened.emit, path),
            self.tr("Remove"): partial(self.removed.emit, path),
        }
        pop_up(acts, event.globalPos(), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == self.State.EditingState:
            event.accept()  # what leaves a cell comes here, too
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
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
        title.setAccessibleDescription(group.hint)
        head.addWidget(title, 1)
        self.add = quiet_button(self.tr("Add"), "plus", look)
        self.add.setAccessibleName(self.tr("Add to {list}").format(list=name))
        self.add.clicked.connect(partial(self._on_add))
        head.addWidget(self.add)
        column.addLayout(head)
        self.rows = Rows(group, look)
        column.addWidget(self.rows)
        self.message = Message(look, window, "caption", is_stacked=True)
        self.message.hide()
        column.addWidget(self.message)
        self.show_group(group)

    @property
    def key(self) -> str:
        """Return the key that the list stands under."""
        return self.rows.rows.group.key

    def take_focus(self) -> None:
        """Focus the list, where a new entry is begun."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)
        self.rows.choose(len(self.rows.rows.group.rows))

    def holds(self, field: Field) -> bool:
        """Return whether a field was written into the list."""
        return self.rows.rows.place_of(field) is not None

    def is_of(self, problem: Problem) -> bool:
        """Return whether a problem lies in one of the rows."""
        path = self.rows.rows.group.path
        return any(len(one) > len(path) and one[: len(path)] == path for one in problem.paths)

    @property
    def is_unsaved(self) -> bool:
        """Return whether a cell holds another text than the file."""
        return bool(self.rows.rows.written)

    def show_group(self, group: Group) -> None:
        """Show the rows as they are now."""
        self.rows.show_group(group)
        self.add.setVisible(group.can_grow)

    def say(self, text: str, offers: Ways = (), *, is_quiet: bool = False) -> None:
        """Show below the list why a text is not in the file, and what can be done; '' hides it."""
        self.rows.rows.why = text
        if self.message.text != text:
            self.message.say(text, is_quiet=is_quiet)
            for shown, done in offers:
                self.message.offer(shown, done)
        self.message.setVisible(bool(text))
        self.rows.viewport().update()

    def put(self, text: str, field: Field) -> None:
        """Write a text in place of what was written of a field."""
        if (place := self.rows.rows.place_of(field)) is not None:
            self.rows.rows.setData(self.rows.rows.index(*place), text)

    def commit(self) -> None:
        """Try again to write what is not in the file."""
        for field, text in list(self.rows.rows.written.values()):
            if field is not None:
                self.rows.rows.left.emit(field, text)

    @Slot()
    def take_back(self) -> None:
        """Reset every cell to what the file says."""
        self.rows.rows.take_back()
        self.say("")

    def _on_add(self) -> None:
        if self.rows.begin():
            return
        self.add_wanted.emit(self.rows.rows.group)
