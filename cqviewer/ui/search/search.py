"""The search of one window: its text, its hits, and the current hit."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.search import Hit, SearchIndex, words_at
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.state.worker_client import Call, worker

MANY = 200
"""Observations above which the worker process makes the index; fewer take less than 50 ms."""


class Search(QObject):
    """Holds the hits for the view's search text, and goes from hit to hit across the tabs."""

    changed = Signal()
    """The hits or the current hit have changed."""

    def __init__(self, store: Store) -> None:
        """Search a store's sheet; the index is made when it is first needed."""
        super().__init__()
        self._store = store
        self._index: tuple[Sheet, SearchIndex] | None = None
        self._call: Call | None = None
        self._selected_before = store.view.selected
        self._own_place = _place(store.view)
        self._hit_before: Hit | None = None
        self.is_leading = False
        """Whether the view is being changed by the search, not by the reader."""
        self.hits: tuple[Hit, ...] = ()
        self.position = -1
        store.view_changed.connect(self._on_view_changed)
        store.sheet_changed.connect(self._on_sheet_changed)

    @property
    def text(self) -> str:
        """Return the search text without spaces around it."""
        return self._store.view.search.strip()

    @property
    def current(self) -> Hit | None:
        """Return the current hit, if any."""
        return self.hits[self.position] if 0 <= self.position < len(self.hits) else None

    @property
    def words(self) -> str:
        """Return the text of the current hit; '' if the hit is a figure or goal."""
        hit = self.current
        return words_at(hit, self._store.sheet, self._store.wording) if hit else ""

    @property
    def is_empty(self) -> bool:
        """Return whether there is a search text without any hit."""
        return bool(self.text) and not self.hits and not self.is_indexing

    @property
    def is_indexing(self) -> bool:
        """Return whether the index is still being made, so that hits may follow."""
        return bool(self.text) and self._call is not None

    @property
    def count_text(self) -> str:
        """Return the position of the current hit in words; '' without a search text."""
        if not self.text:
            return ""
        if self.is_indexing:
            return self.tr("Searching …")
        if not self.hits:
            return self.tr("No hits")
        return self.tr("{number} of {all}").format(number=self.position + 1, all=len(self.hits))

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {"find_next": self.go_next, "find_previous": self.go_previous}

    def go_next(self) -> None:
        """Go to the next hit, after the last to the first."""
        self._step(1)

    def go_previous(self) -> None:
        """Go to the hit before, from the first to the last."""
        self._step(-1)

    def go_to(self, position: int) -> None:
        """Go to the hit with an index, from 0."""
        self._step(position - self.position)

    def phrase(self, hit: Hit) -> str:
        """Return a hit in one line: its tab, and the figure, goal or text."""
        wording, sheet = self._store.wording, self._store.sheet
        section = next(one for one in sheet.sections if one.id == hit.section)
        what = words_at(hit, sheet, wording)
        if hit.kind == "figure":
            one = sheet.indicators[hit.key]
            seen = one.seen_at(hit.observation).latest
            value = wording.inside(wording.value(one, seen))
            said = wording.join([value, *wording.remarks(one, seen, is_brief=True)])
            what = wording.named(wording.brief_name(one), said)
            if one.is_series:
                what = wording.say("in_brackets", text=what, inner=wording.period(seen.period))
        elif hit.kind == "lead":
            return what  # it begins with the tab's title
        elif hit.kind == "goal" and (goal := sheet.goal(hit.key)):
            what = wording.text(goal.name)
        return wording.join([wording.text(section.title), what], "colon")

    def clear(self) -> None:
        """Clear the search text."""
        self._store.look(search="")

    def _step(self, step: int) -> None:
        if self.hits:
            self.position = (self.position + step) % len(self.hits)
            self._lead()
            self._own_place = _place(self._store.view)
            self.changed.emit()

    def _on_view_changed(self, old: View, new: View) -> None:
        if old.search == new.search:
            if not self.is_leading and _place(old) != _place(new):
                self._remember(new)
            return
        if not old.search:
            self._remember(old)
        self._hit_before = None
        if self._has_index():
            self._find()
        if not self.is_indexing:
            self._lead()
        self.changed.emit()

    def _remember(self, view: View) -> None:
        """Remember the place where the reader has gone without the search."""
        self._selected_before = view.selected
        self._own_place = _place(view)

    def _on_sheet_changed(self) -> None:
        """Search another sheet without changing the view; the window is rebuilt."""
        self._hit_before = self.current or self._hit_before
        if self._call is not None:
            self._call.drop()
            self._call = None
        if self._has_index():
            self._find()

    def _find(self) -> None:
        """Find the hits; the current one is that of before, or else the nearest."""
        assert self._index is not None
        self.hits = self._index[1].find(self.text)
        before, self._hit_before = self._hit_before, None
        self.position = self.hits.index(before) if before in self.hits else self._nearest()

    def _has_index(self) -> bool:
        """Return whether the sheet is indexed, or make the index; without it there are no hits."""
        sheet = self._store.sheet
        if self._index is not None and self._index[0] is sheet:
            return True
        self._index = None
        self.hits, self.position = (), -1
        if not self.text:
            return False
        if sum(len(one.observations) for one in sheet.indicators.values()) <= MANY:
            self._index = (sheet, SearchIndex(sheet))
            return True
        if self._call is None:
            self._call = worker().call(self, SearchIndex, sheet)
            self._call.done.connect(partial(self._on_index, sheet))
            self._call.failed.connect(partial(self._on_no_index, sheet))
        return False

    def _on_index(self, sheet: Sheet, index: SearchIndex) -> None:
        self._call = None
        self._index = (sheet, index)
        if not self.text:
            return
        is_same = self._hit_before is not None
        self._find()
        if not is_same:
            self._lead()
        self.changed.emit()

    def _on_no_index(self, sheet: Sheet, _error: Exception) -> None:
        """Make the index here, blocking the window, since the worker process has failed."""
        self._on_index(sheet, SearchIndex(sheet))

    def _nearest(self) -> int:
        """Return the index of the first hit from the reader's section on, else of the first hit."""
        order = {section.id: at for at, section in enumerate(self._store.sheet.sections)}
        here = order.get(self._own_place[0], 0)
        following = (at for at, hit in enumerate(self.hits) if order[hit.section] >= here)
        return next(following, 0 if self.hits else -1)

    def _lead(self) -> None:
        """Show the current hit's tab and select its figure or goal.

        Without a hit, go back to where the reader last was without the search.
        """
        section, selected, observation = self._own_place
        if self.current is not None:
            section, observation = self.current.section, self.current.observation
            selected = self._selected_at(self.current)
        self.is_leading = True
        self._store.look(section=section, selected=selected, observation=observation)
        self.is_leading = False

    def _selected_at(self, hit: Hit) -> str | None:
        """Return the id to select at a hit: its figure or goal, or else the one before."""
        if hit.kind in ("figure", "goal"):
            return hit.key
        return self._first_citing(hit.key) if hit.kind == "source" else self._selected_before

    def _first_citing(self, source: str) -> str | None:
        """Return the first figure that cites a source, so that the Source panel shows that."""
        indicators = self._store.sheet.indicators
        cited = (
            name
            for name, one in indicators.items()
            if one.latest.citation and one.latest.citation.source == source
        )
        return next(cited, self._store.view.selected)


def _place(view: View) -> tuple[str, str | None, Period | None]:
    return view.section, view.selected, view.observation
