"""One finding in a table: how it is read, and the reader's answer."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from cqviewer.importing.found import Found
from cqviewer.ui.importing.words import CHOICES, FIELDS, OF_COLUMNS, found_words, word
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import attach_menu


class FoundRow(QWidget):
    """Shows a finding; once answered, it shows the question with the answer."""

    answered = Signal(str, str, str)
    """Carries an option, the text that it is about, and its value; "" removes it."""
    field_wanted = Signal(str)
    """Carries the name of the field that answers it."""
    column_wanted = Signal(int)
    """Carries the column whose role answers it."""
    place_said = Signal(str)
    """Carries the place that was offered."""

    def __init__(self, one: Found, *, has_fields: bool, place: str) -> None:
        """Show a finding; with `has_fields` a field of the dialog can answer it.

        `place` is offered if the file names none.
        """
        super().__init__()
        self.found = one
        self.is_question = one.is_open
        self._answers: dict[str, QAction] = {}
        self._back: QAction | None = None
        self._button: QPushButton | None = None
        self._what, self._how = plain_label(is_bold=True), plain_label()
        for label in (self._what, self._how):
            label.setWordWrap(True)
        texts = column(self._what, self._how)
        row = line(texts, of=self, gap=-1)
        row.setStretchFactor(texts, 1)
        has_field = has_fields and one.kind in FIELDS
        if one.kind == "no place" and has_field and place:
            take = QPushButton(self.tr("Take {text}").format(text=place).replace("&", "&&"))
            take.setAccessibleDescription(self.tr("the place of the sheet that was made last"))
            take.setToolTip(take.accessibleDescription())
            take.clicked.connect(partial(self.place_said.emit, place))
            row.addWidget(take)
        is_of_column = one.kind in OF_COLUMNS and bool(one.cells)
        if one.kind in CHOICES or has_field or is_of_column:
            self._button = QPushButton()
            row.addWidget(self._button)
            if one.kind in CHOICES:
                attach_menu(self._button, self._menu(self._button))
            elif is_of_column:
                wanted = partial(self.column_wanted.emit, one.cells[0][1])
                self._button.clicked.connect(wanted)
            else:
                self._button.clicked.connect(partial(self.field_wanted.emit, FIELDS[one.kind]))

    def _menu(self, button: QPushButton) -> QMenu:
        """Return the menu of possible answers."""
        menu = QMenu(button)
        option, choices = CHOICES[self.found.kind]
        said = partial(self.answered.emit, option, self.found.written)
        for value, text in choices.items():
            action = self._answers[value] = menu.addAction(word(text))
            action.setCheckable(True)
            action.triggered.connect(partial(said, value))
        self._back = menu.addAction(self.tr("Take the answer back"))
        self._back.triggered.connect(partial(said, ""))
        return menu

    def show_found(self, one: Found | None, answer: str) -> None:
        """Show how it is read now, and the answer; `one` is None if it is found no longer.

        The row does not get lower, so that nothing below it moves under the pointer.
        """
        if self.isVisible():
            self.setMinimumHeight(self.height())
        if one is not None and not answer:
            self.found = one
        self.is_question = self.found.is_open or bool(answer)
        is_open = one is not None and one.is_open and not answer
        what, how = found_words(self.found)[0], found_words(one or self.found)[1]
        if answer and (one is None or one.is_open):
            said = word(CHOICES[self.found.kind][1][answer]) if self._answers else answer
            how = self.tr("You said: {answer}").format(answer=said)
        elif one is None:
            how = self.tr("No longer so, as the file is read now")
        self._what.setText(what)
        self._how.setText(how)
        for value, action in self._answers.items():
            action.setChecked(value == answer)
        if self._back is not None:
            self._back.setVisible(bool(answer))
        if self._button is not None:
            self._button.setText(self.tr("Answer") if is_open else self.tr("Change"))
            self._button.setAccessibleName(f"{self._button.text()}: {what}")
            self._button.setAccessibleDescription(how)


def plain_label(*, is_bold: bool = False) -> QLabel:
    """Return a label, empty at first, that takes no text for markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(is_bold)
    label.setFont(font)
    return label
