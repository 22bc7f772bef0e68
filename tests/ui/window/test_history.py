"""Going back and forward, over any walk: as in a browser, each place comes back once."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.search.search import Search
from cqviewer.ui.state.store import Store
from cqviewer.ui.window.places import VisitedPlaces

SHEET = load_sheet(data_folder() / "chongqing-2024.yaml")
IDS = tuple(one.id for one in SHEET.sections)
FACTS = tuple(SHEET.indicators)
STEPS = st.one_of(
    st.tuples(st.just("tab"), st.sampled_from(IDS)),
    st.tuples(st.just("link"), st.sampled_from(FACTS)),
    st.tuples(st.just("select"), st.sampled_from(FACTS)),
    st.tuples(st.just("back"), st.just("")),
    st.tuples(st.just("forward"), st.just("")),
)


class Page:
    """Stands for the page of a section: where it is scrolled to, and what was entered."""

    share = 0.0

    def restore_scroll(self, share: float) -> None:
        """Scroll to a share."""
        self.share = share

    def enter(self, _fact_id: str) -> None:
        """Scroll to a figure, halfway down."""
        self.share = 0.5


class Holder:
    """Holds that page."""

    def __init__(self) -> None:
        """Begin at the top."""
        self.page = Page()


@dataclass
class Browser:
    """What a browser would remember."""

    behind: list[tuple[str, str | None]] = field(default_factory=list)
    ahead: list[tuple[str, str | None]] = field(default_factory=list)


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(STEPS, max_size=25))
def test_places_are_those_of_a_browser(qapp: QApplication, steps: list[tuple[str, str]]) -> None:
    assert qapp is not None
    store, model, owner = Store(SHEET), Browser(), QObject()
    places = VisitedPlaces(store, Search(store), owner)
    places.content = Holder()  # type: ignore[assignment]
    wrong = []
    for act, what in steps:
        view = store.view
        here = (view.section, view.selected)
        if act == "tab" and what != view.section:
            model.behind, model.ahead = [*model.behind, here], []
        if act == "link":
            model.behind, model.ahead = [*model.behind, here], []
        if act == "tab":
            store.look(section=what)
        elif act == "link":
            places.follow(what)
        elif act == "select":
            store.select(what)
        elif act == "back":
            places.go_back()
            if model.behind:
                model.ahead.append(here)
                there = model.behind.pop()
                wrong += [] if (store.view.section, store.view.selected) == there else [there]
        else:
            places.go_forward()
            if model.ahead:
                model.behind.append(here)
                there = model.ahead.pop()
                wrong += [] if (store.view.section, store.view.selected) == there else [there]
    assert wrong == []
    assert places.has_behind == bool(model.behind)
    assert places.has_ahead == bool(model.ahead)


def test_the_place_on_the_page_comes_back_too(qapp: QApplication) -> None:
    assert qapp is not None
    store, owner, holder = Store(SHEET), QObject(), Holder()
    places = VisitedPlaces(store, Search(store), owner)
    places.content = holder  # type: ignore[assignment]
    holder.page.share = 0.25
    store.look(section=IDS[1])
    holder.page.share = 0.75
    places.go_back()
    assert (store.view.section, holder.page.share) == (IDS[0], 0.25)
    places.go_forward()
    assert (store.view.section, holder.page.share) == (IDS[1], 0.75)


def test_of_very_many_places_the_last_hundred_are_kept(qapp: QApplication) -> None:
    assert qapp is not None
    store, owner = Store(SHEET), QObject()
    places = VisitedPlaces(store, Search(store), owner)
    places.content = Holder()  # type: ignore[assignment]
    for at in range(150):
        store.look(section=IDS[at % 2])
    count = 0
    while places.has_behind:
        places.go_back()
        count += 1
    assert count == 100
