"""What was found in a table: each with how it is read, and a way to say otherwise."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cqviewer.importing.found import Found
from cqviewer.ui.importing.words import CHOICES, FIELDS, OF_COLUMNS, found_words, word


class FoundList(QScrollArea):
    """Lists what was found; what can be read otherwise has a button."""

    option_said = Signal(str, str, str)
    """Carries an option, the text that it is about, and what is said of it."""
    field_wanted = Signal(str)
    """Carries the name of the field that says it."""
    column_wanted = Signal(int)
    """Carries the column whose role says it."""
    place_said = Signal(str)
    """Carries the place that was offered."""

    def __init__(self, *, has_fields: bool, place: str = "") -> None:
        """Begin with nothing found; `has_fields` says whether there are fields beside.

        A place is offered where the file says none.
        """
        super().__init__()
        self._has_fields = has_fields
        self._place = place
        self._buttons: dict[str, QPushButton] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(QWidget())

    def show_found(self, every: list[Found]) -> None:
        """Show what was found; the focus stays on what was pressed, or goes to the last of them."""
        pressed = next((key for key, one in self._buttons.items() if one.hasFocus()), "")
        self._buttons = {}
        body = QWidget()
        body.setObjectName("page")
        rows = QVBoxLayout(body)
        for one in every:
            rows.addWidget(self._row(one))
        rows.addStretch(1)
        self.takeWidget().deleteLater()  # one of its buttons may be what was just pressed
        self.setWidget(body)
        if pressed and self._buttons:
            button = self._buttons.get(pressed, list(self._buttons.values())[-1])
            button.setFocus()
            self.ensureWidgetVisible(button)

    def _row(self, one: Found) -> QWidget:
        """Return what was found and how it is read, with a button to change that."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        what, how = found_words(one)
        has_field = self._has_fields and one.kind in FIELDS
        texts = QVBoxLayout()
        texts.setSpacing(0)
        layout.addLayout(texts, 1)
        for text in (what, how):
            label = plain_label(text, is_bold=text is what)
            label.setWordWrap(True)
            texts.addWidget(label)
        if one.kind == "no place" and has_field and self._place:
            take = QPushButton(self.tr("Take {text}").format(text=self._place).replace("&", "&&"))
            take.setAccessibleDescription(self.tr("the place of the sheet that was made last"))
            take.setToolTip(take.accessibleDescription())
            take.clicked.connect(partial(self.place_said.emit, self._place))
            self._buttons["take"] = take
            layout.addWidget(take)
        is_of_column = one.kind in OF_COLUMNS and bool(one.cells)
        if one.kind in CHOICES or has_field or is_of_column:
            button = QPushButton(self.tr("Change"))
            button.setAccessibleName(self.tr("Change: {what}").format(what=what))
            button.setAccessibleDescription(how)
            if one.kind in CHOICES:
                button.setMenu(self._menu(one, button))
            elif is_of_column:
                button.clicked.connect(partial(self.column_wanted.emit, one.cells[0][1]))
            else:
                button.clicked.connect(partial(self.field_wanted.emit, FIELDS[one.kind]))
            layout.addWidget(button)
            self._buttons[one.written or one.kind] = button
        return row

    def _menu(self, one: Found, button: QPushButton) -> QMenu:
        """Return what can be said of what was found."""
        menu = QMenu(button)
        option, choices = CHOICES[one.kind]
        for value, text in choices.items():
            action = menu.addAction(word(text))
            action.triggered.connect(partial(self.option_said.emit, option, one.written, value))
        return menu


def plain_label(text: str = "", *, is_bold: bool = False) -> QLabel:
    """Return a label that shows a text as it is."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(is_bold)
    label.setFont(font)
    return label
