"""Keeps the actions of a window enabled and checked according to its state."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cqviewer.model.citing import address_of
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.present.presentation import Presentation, app
from cqviewer.ui.search.search import Search
from cqviewer.ui.state.focus import at_hand, on_no_figure
from cqviewer.ui.state.store import Store
from cqviewer.ui.window.content_area import ContentArea
from cqviewer.ui.window.places import VisitedPlaces


class EnabledActions(QObject):
    """Enables and checks actions by selection, hits, charts, places and view."""

    def __init__(
        self,
        actions: Mapping[str, QAction],
        store: Store,
        search: Search,
        places: VisitedPlaces,
        presentation: Presentation,
        changes: Changes,
        window: QWidget,
    ) -> None:
        """Follow a window's focus, store, search and places; other parts call `refresh`."""
        super().__init__(window)
        self.content: ContentArea | None = None
        """The area with the panel; set by the window whenever it is rebuilt."""
        self._window = window
        self._actions = actions
        self._store = store
        self._search = search
        self._places = places
        self._presentation = presentation
        self._changes = changes
        app().focusChanged.connect(self._on_focus)
        changes.changed.connect(self.refresh)
        store.view_changed.connect(self.refresh)
        store.sheet_changed.connect(self.refresh)
        store.changes_changed.connect(self.refresh)
        search.changed.connect(self.refresh)
        places.changed.connect(self.refresh)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            self.refresh()

    def refresh(self) -> None:
        """Enable and check the actions, unless the window is not built yet."""
        if self.content is None:
            return
        view, sheet = self._store.view, self._store.sheet
        found = at_hand(self._window)
        fact = self._store.fact(*found) if found else self._store.seen_fact()
        if on_no_figure(self._window) is not None:  # nor the one that was selected before
            fact = None
        for name in ("copy", "copy_apa", "copy_bibtex", "show_source"):
            self._actions[name].setEnabled(fact is not None)
        self._actions["open_source"].setEnabled(fact is not None and bool(address_of(fact, sheet)))
        for name in ("find_next", "find_previous"):
            self._actions[name].setEnabled(bool(self._search.hits))
        for name in ("present_chart", "chart_copy", "chart_save", "chart_table"):
            self._actions[name].setEnabled(bool(self._store.charts))
        if view.is_table:  # no chart is shown that a table could replace
            self._actions["chart_table"].setEnabled(False)
        self._actions["undo"].setEnabled(self._changes.can_undo)
        self._actions["redo"].setEnabled(self._changes.can_redo)
        self._actions["back"].setEnabled(self._places.has_behind)
        self._actions["forward"].setEnabled(self._places.has_ahead)
        chart = self._presentation.chart_at_hand()
        self._actions["chart_table"].setChecked(chart is not None and chart.id in view.tables)
        self._actions["table"].setChecked(view.is_table)
        for name in (f"theme_{view.theme}", f"language_{view.language_choice}"):
            self._actions[name].setChecked(True)
        self._actions["changes"].setEnabled(self._store.changes is not None)
        self._actions["changes"].setChecked(self._store.shown_changes is not None)
        self._actions["panel"].setChecked(self.content.is_panel_open)
        self._actions["show_in_source"].setChecked(bool(view.source) and self.content.is_panel_open)
        self._actions["present"].setChecked(self._presentation.is_on)
