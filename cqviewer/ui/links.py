"""Links inside the sheet: a click selects the figure or goal that they lead to."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from cqviewer.ui.buttons import link_button
from cqviewer.ui.look import Look
from cqviewer.ui.store import Store


class FactLinks:
    """Makes links to figures and goals."""

    def __init__(self, store: Store, look: Look) -> None:
        """Make links in a look that select in a store."""
        self._store = store
        self._look = look

    def make(self, fact_id: str, text: str) -> QPushButton:
        """Make a link with an arrow that selects a figure or goal."""
        button = link_button(text, self._look, icon="arrow-right")
        _Follower(button, self._store, fact_id)
        return button


class _Follower(QObject):
    """Follows one link; it belongs to the button, so it goes when the button goes."""

    def __init__(self, button: QPushButton, store: Store, fact_id: str) -> None:
        super().__init__(button)
        self._store = store
        self._fact_id = fact_id
        button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._store.select(self._fact_id)
