"""The small bar over a presentation, for pointer and Tab: previous, next, leave."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from cqviewer.ui.style.boxes import line
from cqviewer.ui.style.buttons import quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

_SHOWN_MS = 2500


class ShowBar(QWidget):
    """A bar that `appear` shows until neither the pointer nor the focus is in it."""

    def __init__(self, look: Look, parent: QWidget, previous: str, following: str) -> None:
        """Create the bar, hidden, over a parent; the texts name the first two buttons."""
        super().__init__(parent)
        self.setObjectName("showBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Presentation"))
        self._look = look
        self._parent = parent
        self.previous = quiet_button(previous, "left", look, icon_only=True)
        self.next = quiet_button(following, "right", look, icon_only=True)
        self.leave = quiet_button(self.tr("Leave"), "close", look)
        self._count = TextBlock("", look, "body", "ink2", most_lines=1)
        self._count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons: tuple[QToolButton, ...] = (self.previous, self.next, self.leave)
        margins = (look.px(6), look.px(4), look.px(6), look.px(4))
        parts = (self.previous, self._count, self.next, self.leave)
        line(*parts, of=self, gap=look.px(4), margins=margins)
        self._timer = QTimer(self)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._on_timeout)
        self.hide()

    def show_place(self, count: str, *, has_previous: bool, has_next: bool) -> None:
        """Show the number of the chart, and enable the buttons that lead somewhere."""
        self._count.setText(count)
        self.previous.setEnabled(has_previous)
        self.next.setEnabled(has_next)
        self.place()

    def appear(self) -> None:
        """Show the bar for a while."""
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Move to the parent's lower right corner, over the slide's own number."""
        self.adjustSize()
        right, bottom = self._parent.width(), self._parent.height()
        margin = self._look.px(8)
        self.move(right - self.width() - margin, bottom - self.height() - margin)

    def _on_timeout(self) -> None:
        has_focus = any(one.hasFocus() for one in self.buttons)
        if not has_focus and not self.underMouse():
            self._timer.stop()
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.start()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)
