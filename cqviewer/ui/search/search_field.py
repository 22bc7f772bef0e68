"""The search field, with a magnifying glass and a button that clears it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton

from cqviewer.ui.state.focus import is_enter
from cqviewer.ui.style.look import Look

_WIDTH, _HEIGHT = 268, 30
_ICON, _BESIDE = 16, 8  # px of the magnifying glass, and before it


class SearchField(QLineEdit):
    """A search field; Enter goes to the next hit, Shift+Enter to the one before."""

    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, prompt: str, look: Look) -> None:
        """Create an empty field with a prompt, which is shortened if there is little room."""
        super().__init__()
        self.setFixedHeight(look.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(prompt)
        self.clear_button = QToolButton(self)
        self.clear_button.setObjectName("clear")
        self.clear_button.setIconSize(QSize(look.px(_ICON), look.px(_ICON)))
        self.clear_button.setAccessibleName(self.tr("Clear the search"))
        self.clear_button.setToolTip(self.tr("Clear the search"))
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc clears as well
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        beside = look.px(_ICON) + look.px(_BESIDE)
        self.setTextMargins(beside, 0, beside, 0)
        self.textChanged.connect(self._on_text_changed)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Use the colours of a look of the same zoom."""
        self._look = look
        self.clear_button.setIcon(look.icon("close"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def _on_text_changed(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.rect().adjusted(0, 2, -2, -2)
        width = self._look.px(_ICON) + 2 * self._look.px(_BESIDE)
        self.clear_button.setGeometry(inside.right() + 1 - width, 2, width, inside.height())
        whole, room = self.accessibleName(), self.width() - 2 * width
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setPlaceholderText(whole if fits else self.tr("Search"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size, left = self._look.px(_ICON), self._look.px(_BESIDE) + 1
        place = QRect(left, (self.height() - size) // 2, size, size)
        token = "ink" if self.hasFocus() else "ink3"
        self._look.icon("search", token).paint(QPainter(self), place)

    def event(self, event: QEvent) -> bool:
        """Handle an event, but leave the key that deletes a line to the window."""
        is_known = super().event(event)
        of_line = QKeySequence.StandardKey.DeleteCompleteLine
        if isinstance(event, QKeyEvent) and event.matches(of_line):
            event.ignore()  # on Linux that is Ctrl+U, which shows the source
        return is_known

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()  # only a second Esc closes the dialog
        elif not is_enter(event):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.previous_wanted.emit()
        else:
            self.next_wanted.emit()
