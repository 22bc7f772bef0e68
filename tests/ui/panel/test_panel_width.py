"""How wide the Source panel is, whatever the window, the zoom and what the reader asked for."""

from hypothesis import given
from hypothesis import strategies as st

from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.page.page import PAGE_WIDEST
from cqviewer.ui.panel.panel_width import PAGE_LEAST, panel_width, set_panel_width
from cqviewer.ui.state.store import PANEL_LEAST, PANEL_WIDEST, SOURCE_LEAST, Store, View
from cqviewer.ui.style.look import Look

SHEET = load_sheet(data_folder() / "chongqing-2024.yaml")
WINDOWS = st.integers(760, 4000)
ZOOMS = st.sampled_from([0.8, 1.0, 1.5, 2.5])
ASKED = st.integers(-20_000, 20_000)


def store_with(**view: object) -> Store:
    return Store(SHEET, View(**view))  # type: ignore[arg-type]


@given(asked=ASKED, whole=WINDOWS, zoom=ZOOMS)
def test_the_reader_s_width_keeps_its_limits(asked: int, whole: int, zoom: float) -> None:
    store, look = store_with(), Look(LIGHT, zoom)
    set_panel_width(store, look, asked, whole, is_narrow=False)
    assert PANEL_LEAST <= store.view.panel_width <= PANEL_WIDEST
    assert store.view.source_width == View().source_width, "the widened panel has its own"


@given(asked=ASKED, whole=WINDOWS, zoom=ZOOMS)
def test_the_page_keeps_its_room_beside_the_source_itself(
    asked: int, whole: int, zoom: float
) -> None:
    store, look = store_with(source="text"), Look(LIGHT, zoom)
    set_panel_width(store, look, asked, whole, is_narrow=False)
    assert store.view.source_width >= SOURCE_LEAST
    assert store.view.panel_width == View().panel_width
    width = panel_width(store, look, whole, is_narrow=False)
    least = look.px(SOURCE_LEAST)
    room = max(least, whole - look.px(PAGE_LEAST), whole - look.px(PAGE_WIDEST))
    assert least - 1 <= width <= room


@given(asked=st.integers(240, 800), whole=WINDOWS, zoom=ZOOMS)
def test_what_is_asked_for_within_the_limits_is_what_there_is(
    asked: int, whole: int, zoom: float
) -> None:
    store, look = store_with(), Look(LIGHT, zoom)
    set_panel_width(store, look, look.px(asked), whole, is_narrow=False)
    width = panel_width(store, look, whole, is_narrow=False)
    spare = whole - look.px(PAGE_WIDEST)
    assert abs(width - max(look.px(asked), spare)) <= 2


@given(whole=WINDOWS, zoom=ZOOMS, source=st.sampled_from(["", "text"]))
def test_over_the_page_it_is_never_wider_than_the_window(
    whole: int, zoom: float, source: str
) -> None:
    store, look = store_with(source=source, source_width=3000), Look(LIGHT, zoom)
    width = panel_width(store, look, whole, is_narrow=True)
    assert 0 < width <= whole
    if source:
        assert width <= round(0.8 * whole), "some of the page is seen"


@given(whole=st.integers(1600, 4000))
def test_what_a_wide_window_leaves_of_the_page_is_the_panel_s(whole: int) -> None:
    width = panel_width(store_with(), Look(LIGHT), whole, is_narrow=False)
    assert width == max(300, whole - PAGE_WIDEST)
