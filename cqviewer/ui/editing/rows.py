"""A list in the form: its view, and the box around it."""

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cqviewer.model.editing.parts import Field, Group
from cqviewer.model.problems import Path, Problem
from cqviewer.ui.editing.inputs import add_choices, put_text, text_of
from cqviewer.ui.editing.message import Message
from cqviewer.ui.editing.refusals import Ways
from cqviewer.ui.editing.row_model import FIELD, RowModel
from cqviewer.ui.editing.words import named
from cqviewer.ui.state.focus import is_enter
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import pop_up, quiet_button
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.lines import Index
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.style.tooltips import plain_tooltip

_MOST_SHOWN = 8
"""Rows that are seen at once."""
_ROW, _OPEN = 28, 28  # px of the design


class _Choices(QStyledItemDelegate):
    """Edits cells that have choices with a drop-down list."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> QWidget:
        field = index.data(FIELD)
        if not isinstance(field, Field) or not field.choices:
            return super().createEditor(parent, option, index)
        combo = Choice(parent)
        combo.setEditable(field.kind == "list" or not field.is_closed)
        combo.addItem("")
        add_choices(combo, field)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Set the cell's text once; what is typed then stays when the model changes."""
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
        index: Index,
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, text_of(editor))
        else:
            super().setModelData(editor, model, index)


class Rows(QTableView):
    """The rows of a group; Enter or a click opens an entry, typing edits a value."""

    opened = Signal(object)
    """Carries the path of the entry to show."""
    removed = Signal(object)
    """Carries the path of the entry to remove."""

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
        """Make a cell the current one."""
        self.setCurrentIndex(self.rows.index(row, column))

    def begin(self) -> bool:
        """Start editing the empty row; return whether there is one."""
        if not self.rows.has_blank:
            return False
        self.setFocus()
        self.choose(len(self.rows.group.rows))
        self.edit(self.currentIndex())
        bring_into_sight(QApplication.focusWidget() or self)
        return True

    def show_group(self, group: Group) -> None:
        """Show the rows as they are now; the current one stays."""
        self.rows.show_group(group)
        count = self.rows.rowCount()
        head = self.horizontalHeader().sizeHint().height() if len(self.rows.keys) > 1 else 0
        self.setFixedHeight(head + min(_MOST_SHOWN, count) * self._look.px(_ROW) + 4)
        self.setVisible(count > 0)

    def _on_added(self, *_: object) -> None:
        """Go to the value of a row that was begun."""
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
        """Return the path of the current entry, if there is one."""
        row, every = self.currentIndex().row(), self.rows.group.rows
        return every[row].path if 0 <= row < len(every) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose(len(self.rows.group.rows) if self.rows.has_blank else 0)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the current row, not that of the selected figure."""
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
            event.accept()  # the key that ends editing arrives here, too
        elif is_enter(event):
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete and self.path_at_hand is not None:
            self.removed.emit(self.path_at_hand)
        else:
            super().keyPressEvent(event)


class GroupBox(QWidget):
    """A list with its name, a button that adds an entry, and a message."""

    add_wanted = Signal(object)
    """Carries the Group."""

    def __init__(self, group: Group, look: Look, window: QWidget) -> None:
        """Show a group."""
        super().__init__()
        name = named(group.key)
        title = TextBlock(name, look, "body", weight="bold")
        title.setToolTip(plain_tooltip(group.hint))
        title.setAccessibleDescription(group.hint)
        self.add = quiet_button(self.tr("Add"), "plus", look)
        self.add.setAccessibleName(self.tr("Add to {list}").format(list=name))
        self.add.clicked.connect(partial(self._on_add))
        head = line(title, self.add, gap=-1)
        head.setStretchFactor(title, 1)
        self.rows = Rows(group, look)
        self.message = Message(look, window, "caption", is_stacked=True)
        self.message.hide()
        column(
            head, self.rows, self.message, of=self, gap=look.px(2), margins=(0, look.px(8), 0, 0)
        )
        self.show_group(group)

    @property
    def key(self) -> str:
        """Return the key of the list."""
        return self.rows.rows.group.key

    def take_focus(self) -> None:
        """Focus the empty row of the list."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)
        self.rows.choose(len(self.rows.rows.group.rows))

    def holds(self, field: Field) -> bool:
        """Return whether a field in the list has an unsaved text."""
        return self.rows.rows.place_of(field) is not None

    def is_of(self, problem: Problem) -> bool:
        """Return whether a problem is in one of the rows."""
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
        """Show below the list why a text is not saved, with offers; '' removes the message."""
        self.rows.rows.why = text
        if self.message.text != text:
            self.message.say(text, is_quiet=is_quiet)
            for shown, done in offers:
                self.message.offer(shown, done)
        self.message.setVisible(bool(text))
        self.rows.viewport().update()

    def put(self, text: str, field: Field) -> None:
        """Replace the unsaved text of a field."""
        if (place := self.rows.rows.place_of(field)) is not None:
            self.rows.rows.setData(self.rows.rows.index(*place), text)

    def commit(self) -> None:
        """Try again to save the unsaved texts."""
        for field, text in list(self.rows.rows.written.values()):
            if field is not None:
                self.rows.rows.left.emit(field, text)

    @Slot()
    def take_back(self) -> None:
        """Discard all unsaved texts."""
        self.rows.rows.take_back()
        self.say("")

    def _on_add(self) -> None:
        if self.rows.begin():
            return
        self.add_wanted.emit(self.rows.rows.group)
