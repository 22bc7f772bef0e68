"""The search of one window: what is looked for, what was found, and where the reader is in it."""

from PySide6.QtCore import QObject, Signal

from cqviewer.model.facts import Sheet
from cqviewer.model.search import Hit, SearchIndex, words_at
from cqviewer.ui.store import Store, View


class Search(QObject):
    """Keeps the hits for the view's search text, and walks through them across the tabs."""

    changed = Signal()
    """The hits or the present one have changed."""

    def __init__(self, store: Store) -> None:
        """Search a store's sheet; the index is made when it is first needed."""
        super().__init__()
        self._store = store
        self._index: tuple[Sheet, SearchIndex] | None = None
        self._selected_before: str | None = None
        self.hits: tuple[Hit, ...] = ()
        self.position = -1
        store.view_changed.connect(self._on_view_changed)
        store.sheet_changed.connect(self._on_sheet_changed)

    @property
    def text(self) -> str:
        """Give what is looked for, without spaces around it."""
        return self._store.view.search.strip()

    @property
    def current(self) -> Hit | None:
        """Give the hit that the reader is at, if any."""
        return self.hits[self.position] if 0 <= self.position < len(self.hits) else None

    @property
    def words(self) -> str:
        """Give the words that the reader is at; nothing where the hit is what is selected."""
        hit = self.current
        return words_at(hit, self._store.sheet, self._store.wording) if hit else ""

    @property
    def is_empty(self) -> bool:
        """Tell whether something is looked for and nothing was found."""
        return bool(self.text) and not self.hits

    def go_next(self) -> None:
        """Go to the next hit, after the last to the first."""
        self._step(1)

    def go_previous(self) -> None:
        """Go to the hit before, from the first to the last."""
        self._step(-1)

    def clear(self) -> None:
        """Look for nothing."""
        self._store.look(search="")

    def _step(self, step: int) -> None:
        if self.hits:
            self.position = (self.position + step) % len(self.hits)
            self._show_current()
            self.changed.emit()

    def _on_view_changed(self, old: View, new: View) -> None:
        if old.search == new.search:
            return
        if not old.search:
            self._selected_before = old.selected
        self.hits = self._find()
        self.position = self._nearest()
        self._show_current()
        self.changed.emit()

    def _on_sheet_changed(self) -> None:
        """Find again in another sheet, without moving the reader; the window is built anew."""
        before = self.current
        self.hits = self._find()
        self.position = self.hits.index(before) if before in self.hits else self._nearest()

    def _find(self) -> tuple[Hit, ...]:
        if not self.text:
            return ()
        sheet = self._store.sheet
        if self._index is None or self._index[0] is not sheet:
            self._index = (sheet, SearchIndex(sheet))
        return self._index[1].find(self.text)

    def _nearest(self) -> int:
        """Give the first hit of the present section or of those after it, else the first of all."""
        order = [section.id for section in self._store.sheet.sections]
        here = order.index(self._store.view.section)
        following = (at for at, hit in enumerate(self.hits) if order.index(hit.section) >= here)
        return next(following, 0 if self.hits else -1)

    def _show_current(self) -> None:
        """Bring the hit's tab to the front and select its figure or goal."""
        hit = self.current
        if hit is None:
            return
        if hit.kind in ("figure", "goal"):
            self._store.look(section=hit.section, selected=hit.key)
        elif hit.kind == "source":
            self._store.look(section=hit.section, selected=self._cited_by(hit.key))
        else:
            self._store.look(section=hit.section, selected=self._selected_before)

    def _cited_by(self, source: str) -> str | None:
        """Give the first figure that cites a source, so that the Source panel names it."""
        indicators = self._store.sheet.indicators
        cited = (
            name
            for name, one in indicators.items()
            if one.latest.citation and one.latest.citation.source == source
        )
        return next(cited, self._store.view.selected)
