"""What a window is still saving or printing: closing the window asks first."""

from functools import partial

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QMessageBox, QWidget


class Unfinished(QObject):
    """Work of a window that would be lost if the window were closed now."""

    def __init__(self, window: QWidget) -> None:
        """Begin without unfinished work."""
        super().__init__(window)
        self._window = window
        self._sentences: dict[int, str] = {}
        self._last = 0

    def add(self, sentence: str, ended: SignalInstance) -> None:
        """Add a piece of work until a signal says that it has ended; `sentence` describes it."""
        self._last += 1
        self._sentences[self._last] = sentence
        ended.connect(partial(self._sentences.pop, self._last, None))

    def may_close(self) -> bool:
        """Return whether the window may be closed, asking the reader if something would be lost."""
        if not self._sentences:
            return True
        question = self.tr("Shall the window be closed all the same?")
        text = "\n".join([*self._sentences.values(), question])
        yes = QMessageBox.StandardButton.Yes
        buttons = yes | QMessageBox.StandardButton.No
        title = self._window.windowTitle()
        no = QMessageBox.StandardButton.No
        return QMessageBox.question(self._window, title, text, buttons, no) == yes
