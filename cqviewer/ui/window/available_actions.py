"""Which actions can be done now: those that have nothing to act on are greyed."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from cqviewer.ui.panel.citing import Citations
from cqviewer.ui.search.search import Search
from cqviewer.ui.state.store import Store


class Available(QObject):
    """Enables the actions that cite the selection or walk through hits, while there are any."""

    def __init__(
        self, actions: Mapping[str, QAction], store: Store, search: Search, citations: Citations
    ) -> None:
        """Follow a store and the search over it; this lives as long as the citations."""
        super().__init__(citations)
        self._actions = actions
        self._store = store
        self._search = search
        self._citations = citations
        store.view_changed.connect(self._refresh)
        store.sheet_changed.connect(self._refresh)
        search.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        is_selected = self._store.selected_fact() is not None
        for name in ("copy", "copy_apa", "copy_bibtex"):
            self._actions[name].setEnabled(is_selected)
        self._actions["open_source"].setEnabled(bool(self._citations.address()))
        for name in ("find_next", "find_previous"):
            self._actions[name].setEnabled(bool(self._search.hits))
