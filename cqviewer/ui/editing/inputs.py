"""The input widgets of fields: line, several lines, list to choose from, ids, check box."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from cqviewer.model.editing.parts import Field
from cqviewer.model.text import breadth
from cqviewer.ui.editing.words import chosen
from cqviewer.ui.state.focus import TextField, is_enter
from cqviewer.ui.style.boxes import line
from cqviewer.ui.style.buttons import attach_menu, quiet_button
from cqviewer.ui.style.choices import Choice
from cqviewer.ui.style.look import Look

_LONG = 36
"""Width in Latin letters above which a text has several lines."""
_LINES = 3


def _leaves_undo(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Return whether an event is undo or redo, and the input itself has nothing to undo or redo."""
    keys = QKeySequence.StandardKey
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    undoes = event.matches(keys.Undo) and not can_undo
    return undoes or (event.matches(keys.Redo) and not can_redo)


class Line(TextField):
    """A field for one line of text."""

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is nothing of its own."""
        can_undo, can_redo = self.isUndoAvailable(), self.isRedoAvailable()
        if _leaves_undo(event, can_undo=can_undo, can_redo=can_redo):
            event.ignore()
            return False
        return super().event(event)


class LinesInput(QPlainTextEdit):
    """A field for a long text; Tab and Enter leave it."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        """Create a field three lines high."""
        super().__init__()
        self.setTabChangesFocus(True)
        self._high = _LINES * look.line_height("body") + look.px(14)
        self.setFixedHeight(self._high)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is nothing of its own."""
        has = self.document()
        if _leaves_undo(event, can_undo=has.isUndoAvailable(), can_redo=has.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Ids(QWidget):
    """A line of ids separated by commas, and a menu to check them in."""

    def __init__(self, field: Field, look: Look, left: Callable[[], object]) -> None:
        """Offer the choices of a field; `left` is called when the choice changes."""
        super().__init__()
        self._field = field
        self._left = left
        self.line = Line()
        row = line(self.line, of=self, gap=look.px(4))
        row.setStretchFactor(self.line, 1)
        self.setFocusProxy(self.line)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.button = quiet_button(self.tr("Choose"), "down", look, icon_only=True)
        attach_menu(self.button, self._menu)
        self.button.setPopupMode(self.button.ToolButtonPopupMode.InstantPopup)
        self.button.setVisible(bool(field.choices))
        row.addWidget(self.button)

    @property
    def _ids(self) -> list[str]:
        return [one.strip() for one in self.line.text().split(",") if one.strip()]

    def _fill(self) -> None:
        self._menu.clear()
        for one in self._field.choices:
            text = chosen(one) if self._field.is_closed else one
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one in self._ids)
            action.triggered.connect(partial(self._on_ticked, one))

    def _on_ticked(self, one: str) -> None:
        ids = self._ids
        ids = [other for other in ids if other != one] if one in ids else [*ids, one]
        self.line.setText(", ".join(ids))
        self._left()


def input_of(field: Field, look: Look, left: Callable[[], object]) -> QWidget:
    """Return the input widget of a field; `left` is called when its text should be saved."""
    if field.kind == "flag":
        box = QCheckBox()
        box.clicked.connect(left)
        return box
    if field.kind == "list":
        ids = Ids(field, look, left)
        ids.line.editingFinished.connect(left)
        return ids
    if field.choices:
        return _combo(field, left)
    if breadth(field.text) > _LONG:
        lines = LinesInput(look)
        lines.left.connect(left)
        return lines
    field_line = Line()
    field_line.editingFinished.connect(left)
    return field_line


def _combo(field: Field, left: Callable[[], object]) -> QComboBox:
    """Return a drop-down list; it is editable if other texts are possible too."""
    combo = Choice()
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    if not field.is_closed:
        combo.setEditable(True)
        combo.setLineEdit(Line())
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if (completer := combo.completer()) is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    elif not (field.is_required and field.text):
        combo.addItem("")
    view = combo.view()
    if isinstance(view, QListView):
        view.setUniformItemSizes(True)  # else each change of style measures thousands of ids
    add_choices(combo, field)
    if (edit := combo.lineEdit()) is not None:
        edit.editingFinished.connect(left)
    combo.activated.connect(left)
    return combo


def add_choices(combo: QComboBox, field: Field) -> None:
    """Add the choices of a field to a list; words of the format with their meanings."""
    if not field.is_closed:
        combo.addItems(field.choices)
        return
    for one in field.choices:
        combo.addItem(chosen(one), one)
    if combo.isEditable():  # write the bare word, after which more may be typed
        combo.activated.connect(partial(_write_word, combo))


def _write_word(combo: QComboBox, at: int) -> None:
    combo.setEditText(combo.itemData(at) or "")


def text_of(widget: QWidget) -> str:
    """Return the text of an input widget."""
    match widget:
        case QCheckBox():
            return "true" if widget.isChecked() else ""
        case QComboBox():
            text = widget.currentText()
            return str(widget.itemData(widget.findText(text)) or text).strip()
        case QPlainTextEdit():
            return " ".join(widget.toPlainText().split())
        case Ids():
            return widget.line.text().strip()
        case QLineEdit():
            return widget.text().strip()
    return ""


def put_text(widget: QWidget, text: str) -> None:
    """Set the text of an input widget, unless it has it already: the caret would move."""
    if text_of(widget) == text:
        return
    match widget:
        case QCheckBox():
            widget.setChecked(text == "true")
        case QComboBox():
            at = max(widget.findData(text), widget.findText(text))
            if at < 0 and not widget.isEditable():
                widget.addItem(text)  # a word that the format does not know
                at = widget.count() - 1
            widget.setCurrentIndex(at)
            if widget.isEditable():
                widget.setEditText(text)
        case QPlainTextEdit():
            widget.setPlainText(text)
        case Ids():
            widget.line.setText(text)
        case QLineEdit():
            widget.setText(text)


def marked_in(field: QWidget | None) -> tuple[int, int]:
    """Return where what is selected in a field begins, -1 for nothing, and its length."""
    line = _line_of(field)
    return (line.selectionStart(), line.selectionLength()) if line is not None else (-1, 0)


def focus_again(field: QWidget, marked: tuple[int, int]) -> None:
    """Focus a field again, with what was selected in it: else letters would be added to that."""
    field.setFocus()
    if (line := _line_of(field)) is not None and marked[0] >= 0:
        line.setSelection(*marked)


def _line_of(field: QWidget | None) -> QLineEdit | None:
    """Return the line that a field is, or that a list of choices is written into."""
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    return line if isinstance(line, QLineEdit) else None
