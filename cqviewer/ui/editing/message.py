"""A line that says what was saved, or why it was not, with links."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from cqviewer.ui.state.announcing import announce
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import link_button
from cqviewer.ui.style.look import Look, Role
from cqviewer.ui.style.text_block import TextBlock


class Message(QWidget):
    """An announced sentence with links beside or below it."""

    def __init__(
        self, look: Look, window: QWidget, role: Role, *, is_stacked: bool = False
    ) -> None:
        """Begin empty; with `is_stacked` links are below the sentence."""
        super().__init__()
        self._window = window
        self._links: list[QPushButton] = []
        self._text = TextBlock("", look, role)
        self._row = (column if is_stacked else line)(self._text, of=self, gap=-1)
        self._row.setStretchFactor(self._text, 1)

    @property
    def text(self) -> str:
        """Return the sentence."""
        return self._text.text()

    @property
    def links(self) -> list[QPushButton]:
        """Return the links."""
        return list(self._links)

    def clear(self) -> None:
        """Remove the sentence and the links."""
        self._text.setText("")
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links.clear()

    def say(self, text: str, *, is_quiet: bool = False) -> None:
        """Show a sentence, and announce it unless `is_quiet`."""
        self.clear()
        self._text.setText(text)
        if text and not is_quiet:
            announce(self._window, text)

    def offer(self, text: str, done: Callable[[], object]) -> None:
        """Add a link that calls `done`."""
        link = link_button(text)
        link.setAutoDefault(False)
        link.clicked.connect(done)
        self._row.addWidget(link)
        self._links.append(link)
