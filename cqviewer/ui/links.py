"""Links inside the sheet: a click selects the figure or goal that they lead to."""

from PySide6.QtWidgets import QPushButton

from cqviewer.ui.buttons import link_button
from cqviewer.ui.look import Look
from cqviewer.ui.store import Store


class FactLinks:
    """Makes links to figures and goals; follows them without a closure over widgets."""

    def __init__(self, store: Store, look: Look) -> None:
        """Make links in a look that select in a store."""
        self._store = store
        self._look = look

    def make(self, fact_id: str, text: str) -> QPushButton:
        """Make a link with an arrow that selects a figure or goal."""
        button = link_button(text, self._look, icon="arrow-right")
        store = self._store
        button.clicked.connect(lambda: store.select(fact_id))
        return button
