"""The places where the reader was: back and forward, and links to figures."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from cqviewer.charts.contents import section_facts
from cqviewer.model.numbers.period import Period
from cqviewer.ui.page.page import PageHolder
from cqviewer.ui.search.search import Search
from cqviewer.ui.state.focus import at_hand
from cqviewer.ui.state.store import Store, View

_MOST = 100


class VisitedPlace(NamedTuple):
    """A tab, the selection, and the share (0 to 1) to which the page is scrolled."""

    section: str
    selected: str | None
    observation: Period | None
    share: float


class VisitedPlaces(QObject):
    """Remembers the places that the reader leaves for another tab or by a link."""

    changed = Signal()
    """`has_behind` or `has_ahead` may have changed."""
    content: PageHolder
    """The area with the page; set by the window whenever it is rebuilt."""

    def __init__(self, store: Store, search: Search, parent: QObject) -> None:
        """Follow a store; must be created before the parts that show another page."""
        super().__init__(parent)
        self._store = store
        self._search = search
        self._behind: list[VisitedPlace] = []
        self._ahead: list[VisitedPlace] = []
        self._is_walking = False
        self._was_led = False
        store.view_changed.connect(self._on_view_changed)
        store.sheet_changed.connect(self._on_sheet_changed)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {"back": self.go_back, "forward": self.go_forward}

    @property
    def has_behind(self) -> bool:
        """Return whether there is a place to go back to."""
        return bool(self._behind)

    @property
    def has_ahead(self) -> bool:
        """Return whether the reader has gone back from a place."""
        return bool(self._ahead)

    def go_back(self) -> None:
        """Go to the place before."""
        self._walk(self._behind, self._ahead)

    def go_forward(self) -> None:
        """Go to the place that the reader has gone back from."""
        self._walk(self._ahead, self._behind)

    def follow(self, fact_id: str) -> None:
        """Select a figure or goal, and go to it on this page or another one."""
        self._leave(self._store.view)
        sections = [self._store.section, *self._store.sheet.sections]
        has_it = (one.id for one in sections if fact_id in section_facts(one, self._store.sheet))
        self._look(next(has_it, self._store.view.section), fact_id)
        self.content.page.enter(fact_id)

    def _walk(self, out_of: list[VisitedPlace], into: list[VisitedPlace]) -> None:
        if out_of:
            into.append(self._place(self._store.view))
            place = out_of.pop()
            self._look(place.section, place.selected, place.observation)
            window = QApplication.activeWindow()
            on = at_hand(window) if window is not None else None
            if on is not None and on[0] != place.selected:
                self.content.page.enter(place.selected)  # so that keys apply to this figure
            self.content.page.restore_scroll(place.share)
            self.changed.emit()

    def enter(self, fact_id: str) -> None:
        """Focus a figure or goal where a section is shown, else what is shown."""
        if self._store.is_on_changes:
            self.content.front.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.content.page.enter(fact_id)

    def enter_selected(self) -> None:
        """Focus what is selected, if anything is, else the page."""
        self.enter(self._store.view.selected or "")

    def _look(self, section: str, selected: str | None, observation: Period | None = None) -> None:
        self._is_walking = True
        self._store.look(section=section, selected=selected, observation=observation)
        self._is_walking = False

    def _place(self, view: View) -> VisitedPlace:
        share = self.content.page.share
        return VisitedPlace(view.section, view.selected, view.observation, share)

    def _leave(self, view: View) -> None:
        self._behind = [*self._behind, self._place(view)][-_MOST:]
        self._ahead = []
        self.changed.emit()

    def _on_view_changed(self, old: View, new: View) -> None:
        if old.section == new.section or self._is_walking:
            return
        is_led = self._search.is_leading
        if not (is_led and self._was_led):  # going through hits counts as one step
            self._leave(old)
        self._was_led = is_led

    def _on_sheet_changed(self) -> None:
        """Forget places in sections that the sheet does not have."""
        known = {one.id for one in self._store.sheet.sections}
        self._behind = [place for place in self._behind if place.section in known]
        self._ahead = [place for place in self._ahead if place.section in known]
