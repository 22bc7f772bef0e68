"""Announces search results to screen readers once the reader has stopped typing."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cqviewer.ui.panel.citing import fact_phrase
from cqviewer.ui.search.search import Search
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.timers import single_shot

REST_MS = 500


class SearchAnnouncer(QObject):
    """Announces the number of hits and the current hit, but not after each key."""

    def __init__(self, search: Search, store: Store, window: QWidget) -> None:
        """Follow the search over a store, and announce on behalf of a window."""
        super().__init__(window)
        self._search = search
        self._store = store
        self._window = window
        self._rest = single_shot(self, REST_MS, self._on_rest)
        search.changed.connect(self._rest.start)

    def _on_rest(self) -> None:
        hit = self._search.current
        found = self._search.words
        if hit is not None and hit.kind in ("figure", "goal"):
            fact = self._store.fact(hit.key, hit.observation)
            found = fact_phrase(fact, self._store) if fact else found
        text = self._store.wording.join([self._search.count_text, found], "colon")
        if text:
            announce(self._window, text)
