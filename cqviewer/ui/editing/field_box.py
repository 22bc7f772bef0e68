"""A field of the form: its name, its input widget, and a message."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cqviewer.model.editing.parts import Field
from cqviewer.model.problems import Problem
from cqviewer.ui.editing.inputs import Ids, input_of, put_text, text_of
from cqviewer.ui.editing.message import Message
from cqviewer.ui.editing.refusals import Ways
from cqviewer.ui.editing.words import named
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import plain_tooltip

TYPED_MS = 600
"""Delay after the last key before a text is checked."""


class FieldBox(QWidget):
    """Shows one field; an invalid text stays until it is corrected."""

    left = Signal(object, str)
    """Carries the Field that was left, and its new text."""
    typed = Signal(object, str)
    """Carries the Field and the text that is being typed, a while after the last key."""
    conflicted = Signal(object, str)
    """The file has changed too; carries the Field as it is now, and the unsaved text."""

    def __init__(self, field: Field, look: Look, window: QWidget) -> None:
        """Show a field with its text."""
        super().__init__()
        self.field = field
        self._sent: str | None = None
        self.name = named(field.key, field.language)
        self.input = input_of(field, look, self._on_left)
        label = QLabel(self.name.replace("&", "&&"))
        label.setFont(look.font("caption"))
        label.setBuddy(self.input)
        self._label = label
        put_text(self.input, field.text)
        self._shown = QLabel()
        self._shown.setFont(look.font("caption"))
        self._shown.hide()  # otherwise a screen reader finds an empty label
        row = line(label, self._shown, gap=-1)
        row.setStretchFactor(label, 1)
        self.message = Message(look, window, "caption", is_stacked=True)
        self.message.hide()
        layout = column(row, self.input, self.message, of=self, gap=look.px(3))
        layout.addStretch(1)  # if a field in the same row is higher
        self.focused = self.input.line if isinstance(self.input, Ids) else self.input
        """The part of the input that takes the focus."""
        self.focused.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self.focused.setAccessibleName(self.name)
        if field.language:
            self.focused.setLocale(QLocale(field.language))  # in which it is read out
        self.input.setToolTip(plain_tooltip(field.hint))
        self.focused.setAccessibleDescription(field.hint)
        self._typing = single_shot(self, TYPED_MS, self._on_typed)
        self._follow_typing()

    def _follow_typing(self) -> None:
        match self.focused:
            case QLineEdit():
                self.focused.textEdited.connect(self._typing.start)
            case QPlainTextEdit():
                self.focused.textChanged.connect(self._typing.start)
            case QComboBox():
                self.focused.editTextChanged.connect(self._typing.start)

    @property
    def text(self) -> str:
        """Return the present text of the field."""
        return text_of(self.input)

    def put(self, text: str) -> None:
        """Write a text into the field."""
        put_text(self.input, text)

    def is_of(self, problem: Problem) -> bool:
        """Return whether a problem is in this field."""
        return self.field.path in problem.paths

    @property
    def is_unsaved(self) -> bool:
        """Return whether the field holds another text than the file."""
        if isinstance(self.input, QCheckBox):
            return False
        return self.text != " ".join(self.field.text.split())

    def show_field(self, new: Field) -> None:
        """Show the field as it is in the file now; an unsaved text stays."""
        old, mine = self.field, self.text
        self.field = new
        if new.text != old.text:
            self._sent = None
        if not mine or mine in (" ".join(old.text.split()), new.text):
            self.put(new.text)
        elif old.text != new.text:
            self.conflicted.emit(new, mine)
        if not self.is_unsaved:
            self.say("")

    def take_back(self) -> None:
        """Restore the text of the file."""
        self.put(self.field.text)
        self._sent = None
        self.say("")

    def say(
        self, text: str, offers: Ways = (), *, is_quiet: bool = False, is_advice: bool = False
    ) -> None:
        """Show a message with offers below the field; '' removes it.

        Unless `is_advice`, the field is framed as wrong.
        """
        self._typing.stop()
        if self.message.text != text:
            self.message.say(text, is_quiet=is_quiet)
            for shown, done in offers:
                self.message.offer(shown, done)
        self.message.setVisible(bool(text))
        is_shown = bool(text) and bool(self.field.text) and self.is_unsaved
        shown = self.tr("{text} is shown").format(text=self.field.text)
        self._shown.setText(shown)
        self._shown.setVisible(is_shown and len(shown) < 30)
        self.focused.setAccessibleDescription(text or self.field.hint)
        is_wrong = bool(text) and not is_advice
        if bool(self.focused.property("isWrong")) != is_wrong:
            self.focused.setProperty("isWrong", is_wrong)
            self.focused.style().unpolish(self.focused)
            self.focused.style().polish(self.focused)

    def take_focus(self) -> None:
        """Focus the field, and select its text."""
        self.focused.show()
        self.focused.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Write the text if it has changed, without leaving the field."""
        self._on_left()

    def _on_left(self, *_: object) -> None:
        self._typing.stop()
        is_other = self.is_unsaved or isinstance(self.input, QCheckBox)
        if is_other and (self.text != self._sent or isinstance(self.input, QCheckBox)):
            self._sent = self.text
            self.left.emit(self.field, self.text)

    def _on_typed(self) -> None:
        if self.is_unsaved:
            self.typed.emit(self.field, self.text)
        else:
            self.say("")
