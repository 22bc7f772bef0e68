"""The model of a list in the form: its rows, and texts that are not saved yet."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from cqviewer.model.editing.parts import Field, Group
from cqviewer.ui.editing.words import chosen, named
from cqviewer.ui.style.lines import Index
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import plain_tooltip

FIELD = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_ROLES = Qt.ItemDataRole


class RowModel(QAbstractTableModel):
    """The rows of a group, with an empty last row that begins a new entry.

    An unsaved text stays in its cell until it is saved or discarded.
    """

    left = Signal(object, str)
    """Carries the Field of a cell that was changed, and its new text."""
    added = Signal(object, str)
    """Carries the Group to add an entry to, and the entry's period."""
    conflicted = Signal(object, str)
    """The file has changed too; carries the Field as it is now, and the unsaved text."""

    def __init__(self, group: Group, look: Look) -> None:
        """Hold the rows of a group."""
        super().__init__()
        self.group = group
        self._look = look
        self.written: dict[tuple[int, int], tuple[Field | None, str]] = {}
        """Unsaved texts by row and column, with the field as it was; None for a new row."""
        self.why = ""
        """Why they are not saved."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the columns; '' for the title of a row."""
        return self.group.columns or ("",)

    @property
    def has_blank(self) -> bool:
        """Return whether there is an empty last row that begins a new entry."""
        return bool(self.group.columns) and bool(self.group.columns[0])

    def show_group(self, group: Group) -> None:
        """Use the rows as they are now; unsaved texts stay."""
        old, new = len(self.group.rows), len(group.rows)
        if new > old:  # the empty row becomes the first of the new rows
            self.beginInsertRows(_NOWHERE, old + self.has_blank, new - 1 + self.has_blank)
            self.group = group
            self.endInsertRows()
        elif new < old:
            self.beginRemoveRows(_NOWHERE, new, old - 1)
            self.group = group
            self.endRemoveRows()
        self.group = group
        for place in list(self.written):
            self._follow(place)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.keys)))

    def _follow(self, place: tuple[int, int]) -> None:
        """Keep an unsaved text until the file has it, or report a conflict."""
        was, text = self.written[place]
        now = self.field(*place)
        if now is None and was is None:
            return
        del self.written[place]
        if now is None or now.text == text:
            return
        if was is None:
            self._write(*place, now, text)
        elif now.path == was.path:
            self.written[place] = now, text
            if now.text != was.text:
                self.conflicted.emit(now, text)

    def field(self, row: int, column: int) -> Field | None:
        """Return the field of a cell, if it has one."""
        if not (0 <= row < len(self.group.rows) and 0 <= column < len(self.keys)):
            return None
        cells = self.group.rows[row].cells
        return next((one for one in cells if one.key == self.keys[column]), None)

    def place_of(self, field: Field) -> tuple[int, int] | None:
        """Return row and column of a field with an unsaved text, if it has one."""
        for place, (was, _) in self.written.items():
            if was is not None and (was.path, was.key) == (field.path, field.key):
                return place
        return None

    # What Qt asks for

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.group.rows) + self.has_blank

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.keys) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical or role != _ROLES.DisplayRole:
            return None
        key = self.keys[section] if section < len(self.keys) else ""
        return named(key) if key else ""

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Return the text of a cell, and the marks of an unsaved one."""
        place = index.row(), index.column()
        if role == FIELD:
            return self.field(*place)
        is_odd = place in self.written and bool(self.why)
        match role:
            case _ROLES.DisplayRole | _ROLES.EditRole:
                text, field = self._text(*place), self.field(*place)
                is_word = role == _ROLES.DisplayRole and field and text in field.choices
                return chosen(text) if is_word else text
            case _ROLES.AccessibleTextRole if index.row() == len(self.group.rows):
                return self._text(*place) or ("" if place[1] else self.tr("New row"))
            case _ROLES.AccessibleTextRole if index.column() == len(self.keys):
                return self.tr("Open {row}").format(row=self.group.rows[index.row()].title)
            case _ROLES.AccessibleDescriptionRole if is_odd:
                return self.why
            case _ROLES.DecorationRole if is_odd:
                return self._look.icon("warning", "error")
            case _ROLES.ToolTipRole:
                return plain_tooltip(self.why if is_odd else self._text(*place))
        return None

    def _text(self, row: int, column: int) -> str:
        if (row, column) in self.written:
            return self.written[row, column][1]
        if row == len(self.group.rows):
            return ""
        if column == len(self.keys):
            return "›"
        field = self.field(row, column)
        title = "" if self.keys[column] else self.group.rows[row].title
        return field.text if field else title

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of a cell, which may be editable."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, column = index.row(), index.column()
        is_begun = row == len(self.group.rows) and ((row, 0) in self.written or not column)
        is_open = column < len(self.keys) and is_begun
        is_open = is_open or self.field(row, column) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if is_open else flags

    def setData(self, index: Index, value: object, _role: int = _ROLES.EditRole) -> bool:
        row, column, text = index.row(), index.column(), str(value).strip()
        field = self.field(row, column)
        if text == self._text(row, column):
            return True
        if field is not None:
            self._write(row, column, field, text)
        elif text:
            self.written[row, column] = None, text
            if column == 0:
                self.added.emit(self.group, text)
        else:
            self.written.pop((row, column), None)
        return True

    def _write(self, row: int, column: int, field: Field, text: str) -> None:
        self.written.pop((row, column), None)
        if text != field.text:
            self.written[row, column] = field, text
        self.left.emit(field, text)

    def take_back(self) -> None:
        """Discard all unsaved texts."""
        self.written.clear()
        self.why = ""
        self.show_group(self.group)
