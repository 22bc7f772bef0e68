"""The line that says what was saved, or why not, with what can be done."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from cqviewer.ui.state.announcing import announce
from cqviewer.ui.style.buttons import link_button
from cqviewer.ui.style.look import Look, Role
from cqviewer.ui.style.text_block import TextBlock


class Message(QWidget):
    """A sentence that a screen reader says, and links beside it."""

    def __init__(
        self, look: Look, window: QWidget, role: Role = "body", *, is_stacked: bool = False
    ) -> None:
        """Begin empty; with `is_stacked` what can be done stands below the sentence."""
        super().__init__()
        self._window = window
        self._links: list[QPushButton] = []
        ways = QBoxLayout.Direction
        self._row = QBoxLayout(ways.TopToBottom if is_stacked else ways.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._text = TextBlock("", look, role)
        self._row.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """Return what is said."""
        return self._text.text()

    @property
    def links(self) -> list[QPushButton]:
        """Return what can be done now."""
        return list(self._links)

    def clear(self) -> None:
        """Remove the sentence and what is offered."""
        self._text.setText("")
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links.clear()

    def say(self, text: str, *, is_quiet: bool = False) -> None:
        """Show a sentence; a quiet one is not announced."""
        self.clear()
        self._text.setText(text)
        if text and not is_quiet:
            announce(self._window, text)

    def offer(self, text: str, done: Callable[[], object]) -> None:
        """Add a link beside the sentence."""
        link = link_button(text)
        link.setAutoDefault(False)
        link.clicked.connect(done)
        self._row.addWidget(link)
        self._links.append(link)
