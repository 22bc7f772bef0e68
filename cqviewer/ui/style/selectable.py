"""Labels whose text can be selected with the mouse and the keyboard, and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QWidget

from cqviewer.ui.style.heard import tell_caret
from cqviewer.ui.style.lines import Lines, Step, slice_units, units
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight, in_reading_order

_Key = QKeySequence.StandardKey
_Reason = Qt.FocusReason
_STEPS: dict[Step, tuple[QKeySequence.StandardKey, QKeySequence.StandardKey]] = {
    "next": (_Key.MoveToNextChar, _Key.SelectNextChar),
    "previous": (_Key.MoveToPreviousChar, _Key.SelectPreviousChar),
    "next word": (_Key.MoveToNextWord, _Key.SelectNextWord),
    "previous word": (_Key.MoveToPreviousWord, _Key.SelectPreviousWord),
    "line start": (_Key.MoveToStartOfLine, _Key.SelectStartOfLine),
    "line end": (_Key.MoveToEndOfLine, _Key.SelectEndOfLine),
    "below": (_Key.MoveToNextLine, _Key.SelectNextLine),
    "above": (_Key.MoveToPreviousLine, _Key.SelectPreviousLine),
}
"""The keys of each step: those that move the caret, and those that select up to there."""


class SelectableText(QLabel):
    """A label whose text can be selected; subclasses provide its `lines` and paint them.

    A click focuses it, and `enter` puts a caret into it; Tab skips it. Offsets are in UTF-16 code
    units, as in Qt.
    """

    shows_focus = False
    is_heading = False
    """Whether the keys that go from heading to heading stop here."""

    def __init__(self) -> None:
        """Begin with nothing selected."""
        super().__init__()
        self._anchor = self._cursor = 0
        self.has_caret = False
        """Whether a caret is shown, which the arrow keys move."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def lines(self) -> Lines:
        """Return the lines that are shown."""
        raise NotImplementedError

    @property
    def selection(self) -> tuple[int, int]:
        """Return the start and end of the selection; they are equal if nothing is selected."""
        return min(self._anchor, self._cursor), max(self._anchor, self._cursor)

    @property
    def caret(self) -> int | None:
        """Return the offset of the caret, or None if it is not shown."""
        return self._cursor if self.has_caret and self.hasFocus() else None

    @property
    def selected_text(self) -> str:
        """Return the selected text."""
        return slice_units(self.text(), *self.selection)

    def paint_lines(self, painter: QPainter, look: Look, ink: QColor) -> None:
        """Paint the lines and the caret in a colour, and the selection in the look's accent."""
        start, end = self.selection
        chosen = QTextLayout.FormatRange()
        chosen.start, chosen.length = start, end - start
        if chosen.length:
            chosen.format.setBackground(look.color("accent"))
            chosen.format.setForeground(look.color("on_accent"))
        painter.setPen(ink)
        self.lines.draw(painter, 0, 0, chosen if chosen.length else None)
        if self.caret is not None:
            painter.fillRect(self.lines.caret_box(self.caret), ink)

    def make_unselectable(self) -> None:
        """Pass clicks to the widget behind, and never take the focus."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()

    @property
    def _is_selectable(self) -> bool:
        return self.focusPolicy() != Qt.FocusPolicy.NoFocus

    def select_all(self) -> None:
        """Select the whole text."""
        self._select(0, units(self.text()))

    def select_nothing(self) -> None:
        """Clear the selection, and move the caret to the start."""
        self._select(0, 0)

    def enter(self, *, at_end: bool = False) -> None:
        """Focus the text, with a caret before it or after it."""
        self.has_caret = True
        end = self.lines.end
        self._select(end if at_end else 0, end if at_end else 0)
        self.setFocus(_Reason.OtherFocusReason)
        bring_into_sight(self)

    def _select(self, anchor: int, cursor: int) -> None:
        self._anchor, self._cursor = anchor, cursor
        self.update()

    # By the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._is_selectable:
            event.ignore()
            return
        self.has_caret = False
        at = self.lines.place_at(event.position())
        is_longer = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._select(self._anchor if is_longer else at, at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._is_selectable:
            self._select(self._anchor, self.lines.place_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_selectable:
            self._select(*self.lines.word_at(self.lines.place_at(event.position())))

    # By the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Key.SelectAll):
            self.select_all()
            return
        for step, (moving, selecting) in _STEPS.items():
            is_longer = event.matches(selecting)
            if is_longer or (self.has_caret and event.matches(moving)):
                self._step(step, is_longer=is_longer)
                return
        if self.has_caret and event.key() == Qt.Key.Key_H and event.text().isalpha():
            self._go_to_heading(is_back=event.text().isupper())
            return
        super().keyPressEvent(event)

    def _go_to_heading(self, *, is_back: bool) -> None:
        """Put the caret into the next heading of the window, or the one before."""
        texts = texts_in(self.window())
        at = texts.index(self)
        others = reversed(texts[:at]) if is_back else texts[at + 1 :]
        if heading := next((one for one in others if one.is_heading), None):
            heading.enter()
        else:
            told = self.tr("No heading above") if is_back else self.tr("No heading below")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _step(self, step: Step, *, is_longer: bool) -> None:
        """Move the caret, beyond the first or last line into the text before or after."""
        at = self.lines.stepped(self._cursor, step)
        if at is not None:
            self._select(self._anchor if is_longer else at, at)
            tell_caret(self)
        elif not is_longer:
            texts = texts_in(self.window())
            beside = texts.index(self) + (1 if step == "below" else -1)
            if 0 <= beside < len(texts):
                texts[beside].enter(at_end=step == "above")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (_Reason.ActiveWindowFocusReason, _Reason.PopupFocusReason):
            self.has_caret = False
            self.select_nothing()
        super().focusOutEvent(event)


def texts_in(part: QWidget) -> list[SelectableText]:
    """Return the texts that are shown in a part of a window, in reading order."""
    found: list[SelectableText] = []
    for child in in_reading_order(part):
        if isinstance(child, SelectableText) and child.text():
            found.append(child)
        found += texts_in(child)
    return found
