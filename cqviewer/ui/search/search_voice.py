"""Has a screen reader say what was found, once the reader has come to rest."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cqviewer.ui.panel.citing import fact_phrase
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.timers import single_shot

if TYPE_CHECKING:
    from cqviewer.ui.window.window import MainWindow

REST_MS = 500


class SearchVoice(QObject):
    """Says the count of a window's hits and then the present one; nothing for each key alone."""

    def __init__(self, window: "MainWindow") -> None:
        """Follow the search of a window."""
        super().__init__(window)
        self._window = window
        self._rest = single_shot(self, REST_MS, self._on_rest)
        window.search.changed.connect(self._rest.start)

    def _on_rest(self) -> None:
        window = self._window
        hit = window.search.current
        found = window.search.words
        fact = window.store.fact(hit.key) if hit and hit.kind in ("figure", "goal") else None
        if fact is not None:
            found = fact_phrase(fact, window.store)
        text = window.store.wording.join([window.toolbar.count_text(), found], "colon")
        if text:
            announce(window, text)
