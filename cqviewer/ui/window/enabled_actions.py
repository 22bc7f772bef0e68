"""Disables the actions that have nothing to act on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from cqviewer.ui.panel.citing import Citations
from cqviewer.ui.search.search import Search
from cqviewer.ui.state.store import Store


class EnabledActions(QObject):
    """Enables actions while there is a selection, a hit or a chart for them."""

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
        self._actions["present_chart"].setEnabled(bool(self._store.charts))
