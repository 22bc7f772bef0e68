"""The fields of one part of a sheet; each is written when it is left."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from cqviewer.model.editing.outline import Field
from cqviewer.ui.editing.words import named
from cqviewer.ui.style.look import Look


class _Line(QLineEdit):
    """A field that leaves undo and redo to its dialog where it has nothing of its own for them."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            undoes = event.matches(keys.Undo) and not self.isUndoAvailable()
            if undoes or (event.matches(keys.Redo) and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)


class PartForm(QWidget):
    """Shows fields below their names; a text that is not valid stays until it is mended."""

    left = Signal(object, str)
    """Carries the Field that was left, and its new text."""
    conflicted = Signal(object, str)
    """Carries a Field that the file says otherwise now, and the text that is being written."""

    def __init__(self, look: Look) -> None:
        """Show no field."""
        super().__init__()
        self._fields: list[Field] = []
        self.lines: list[QLineEdit] = []
        """The fields' widgets, in their order."""
        self._form = QFormLayout(self)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(look.px(6))

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Show fields; where they are the same ones, what is being written in one stays."""
        places = [(one.path, one.is_list) for one in fields]
        if places != [(one.path, one.is_list) for one in self._fields]:
            self._build(fields)
        for line, old, new in zip(self.lines, self._fields, fields, strict=True):
            mine = line.text().strip()
            if mine in (old.text, new.text):
                line.setText(new.text)
            elif old.text != new.text:
                self.conflicted.emit(new, mine)
        self._fields = list(fields)

    def _build(self, fields: Sequence[Field]) -> None:
        self._fields, self.lines = list(fields), []
        while self._form.rowCount():
            self._form.removeRow(0)
        for number, field in enumerate(fields):
            line = _Line(field.text)
            line.setAccessibleName(named(field.key, field.language))
            line.setProperty("number", number)
            line.editingFinished.connect(self._on_left)
            self._form.addRow(line.accessibleName(), line)
            self.lines.append(line)

    @property
    def is_unsaved(self) -> bool:
        """Return whether a field holds another text than the file."""
        pairs = zip(self.lines, self._fields, strict=True)
        return any(line.text().strip() != field.text for line, field in pairs)

    def write_current(self) -> None:
        """Write the field that has the keyboard, and stay in it."""
        for line, field in zip(self.lines, self._fields, strict=True):
            if line.hasFocus() and line.text().strip() != field.text:
                self.left.emit(field, line.text())

    def put(self, field: Field, text: str) -> None:
        """Put a text into a field."""
        for line, one in zip(self.lines, self._fields, strict=True):
            if one.path == field.path:
                line.setText(text)

    def take_back(self) -> None:
        """Put what the file says into every field."""
        for line, field in zip(self.lines, self._fields, strict=True):
            line.setText(field.text)

    def _on_left(self) -> None:
        line = self.sender()
        if isinstance(line, QLineEdit):
            field = self._fields[int(line.property("number"))]
            if line.text().strip() != field.text:
                self.left.emit(field, line.text())
