"""Searching in a real window: what is found, where the reader is led, and the way back."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.search.search import Search
from cqviewer.ui.search.search_empty import EmptySearch
from cqviewer.ui.search.search_mark import HitMark
from cqviewer.ui.state.store import Store
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow


def type_in(window: MainWindow, text: str) -> None:
    """Open the search by its shortcut's action and write a text."""
    window.actions_by_name["find"].trigger()
    QTest.keyClick(window.toolbar.field, Qt.Key.Key_Delete)
    QTest.keyClicks(window.toolbar.field, text)


def mark_in(window: MainWindow) -> HitMark | None:
    """Return the mark that can be seen on the page, if any."""
    marks = window.content.page.findChildren(HitMark)
    return next((one for one in marks if one.isVisible()), None)


def frame(window: MainWindow) -> QRect:
    """Return the place of the mark in the view of the page that scrolls."""
    mark = mark_in(window)
    assert mark is not None
    view = window.content.page.viewport()
    return QRect(mark.mapTo(view, QPoint(0, 0)), mark.size())


# The search alone


def test_nothing_is_found_before_something_is_looked_for(store: Store) -> None:
    search = Search(store)
    assert (search.text, search.hits, search.current, search.is_empty) == ("", (), None, False)
    search.go_next()
    assert search.current is None


def test_hits_are_walked_across_the_tabs_and_round(store: Store) -> None:
    search = Search(store)
    store.look(search="investment")
    sections = [hit.section for hit in search.hits]
    assert len(set(sections)) > 1
    walked = []
    for _ in search.hits:
        assert search.current is not None
        assert store.view.section == search.current.section
        walked.append(search.current)
        search.go_next()
    assert tuple(walked) == search.hits
    assert search.position == 0
    search.go_previous()
    assert search.current == search.hits[-1]


def test_a_figure_that_is_found_is_selected_and_words_give_the_selection_back(
    store: Store,
) -> None:
    store.select("retail")
    search = Search(store)
    store.look(search="690,000")
    assert [hit.kind for hit in search.hits] == ["lead", "figure", "chart"]
    assert store.view.selected == "retail"
    search.go_next()
    assert store.view.selected == "jobs"
    search.go_next()
    assert store.view.selected == "retail"


def test_the_search_begins_at_the_section_on_screen(store: Store) -> None:
    store.look(section="goals")
    search = Search(store)
    store.look(search="investment")
    assert search.current is not None
    assert search.current.section == "goals"


def test_a_source_leads_to_a_figure_that_cites_it(store: Store) -> None:
    search = Search(store)
    store.look(search="ichongqing.info")
    assert [hit.kind for hit in search.hits] == ["source"]
    assert store.view.selected == "industry"


@pytest.mark.parametrize("end", ["", "portsmouth", "   "])
def test_a_search_that_ends_without_a_hit_gives_place_and_selection_back(
    store: Store, end: str
) -> None:
    store.look(section="goals", selected="consumption")
    search = Search(store)
    store.look(search="exports")
    store.look(search="ports in the reach")
    assert (store.view.section, store.view.selected) == ("trade", "ports")
    store.look(search=end)
    assert search.current is None
    assert (store.view.section, store.view.selected) == ("goals", "consumption")


def test_what_the_first_letters_found_does_not_count_for_the_whole_word(store: Store) -> None:
    store.look(section="employment")
    search = Search(store)
    hits = set()
    for text in ("r", "re", "ret", "reta", "retail"):
        store.look(search=text)
        hits.add(search.current)
    at_once = Search(store)
    store.look(search="")
    assert store.view.section == "employment"
    store.look(search="retail")
    assert len(hits) > 1
    assert at_once.current == search.current


@pytest.mark.parametrize("act", ["walk", "click", "tab"])
def test_where_the_reader_has_gone_meanwhile_it_stays(store: Store, act: str) -> None:
    search = Search(store)
    store.look(search="ports")
    if act == "walk":
        search.go_next()
    else:
        store.look(**({"selected": "cargo"} if act == "click" else {"section": "goals"}))
    there = (store.view.section, store.view.selected)
    store.look(search="portsmouth")
    assert (store.view.section, store.view.selected) == there
    search.clear()
    assert (store.view.section, store.view.selected) == there


def test_another_sheet_is_searched_for_the_same_text(store: Store, other_sheet: Sheet) -> None:
    search = Search(store)
    store.look(search="retail")
    assert search.hits
    store.open(other_sheet)
    assert all(hit.section in [one.id for one in other_sheet.sections] for hit in search.hits)


def test_spaces_alone_look_for_nothing(store: Store) -> None:
    search = Search(store)
    store.look(search="   ")
    assert not search.is_empty
    assert search.hits == ()


# In the window


def test_the_shortcut_leads_into_the_field_and_selects_its_text(open_in_front: OpenWindow) -> None:
    window = open_in_front(search="jobs")
    assert not window.toolbar.field.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.toolbar.field.hasFocus()
    assert window.toolbar.field.selectedText() == "jobs"


def test_hits_are_counted_beside_the_field(open_window: OpenWindow) -> None:
    window = open_window()
    assert not window.toolbar.next.isVisible()
    type_in(window, "690000")
    assert window.toolbar.count.text() == "1 of 3"
    assert window.toolbar.next.isVisible()
    window.actions_by_name["find_next"].trigger()
    assert window.toolbar.count.text() == "2 of 3"
    QTest.mouseClick(window.toolbar.previous, Qt.MouseButton.LeftButton)
    assert window.toolbar.count.text() == "1 of 3"
    QTest.keyClick(window.toolbar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.toolbar.count.text() == "3 of 3"
    QTest.keyClick(window.toolbar.field, Qt.Key.Key_Return)
    assert window.toolbar.count.text() == "1 of 3"


@pytest.mark.parametrize(
    ("query", "section", "kind"),
    [
        ("retail sales of consumer", "growth", "FigureCard"),
        ("factory in Chongqing", "growth", "Row"),
        ("household registration", "goals", "Row"),
        ("Average invested per project", "growth", "ChartView"),
        ("exceed 50", "growth", "ChartCard"),
        ("calls employment stable", "employment", "TextBlock"),
    ],
)
def test_the_hit_is_marked_where_it_is_and_scrolled_into_view(
    open_window: OpenWindow, qtbot: QtBot, query: str, section: str, kind: str
) -> None:
    window = open_window()
    window.prepare()
    type_in(window, query)
    assert window.store.view.section == section
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in window.content.page.chart_cards))
    qtbot.waitUntil(lambda: mark_in(window) is not None)
    mark = mark_in(window)
    assert mark is not None
    assert type(mark.target).__name__ == kind

    def is_in_view() -> bool:
        view = window.content.page.viewport().rect()
        return view.contains(frame(window)) or frame(window).height() > view.height()

    qtbot.waitUntil(is_in_view)


def test_the_mark_is_a_shape_around_the_hit_and_lets_clicks_through(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    type_in(window, "retail sales of consumer")
    qtbot.waitUntil(lambda: mark_in(window) is not None)
    card = next(one for one in window.content.page.cards if one.indicator.id == "retail")
    box = QRect(card.mapTo(window.content.page.viewport(), QPoint(0, 0)), card.size())
    assert frame(window).contains(box)
    picture = window.grab().toImage()
    corner = window.content.page.viewport().mapTo(window, frame(window).topLeft())
    accent = window.look.color("accent")
    assert picture.pixelColor(corner + QPoint(1, 1)) == accent
    assert picture.pixelColor(corner + QPoint(box.width() // 2, 1)) != accent
    window.store.select(None)
    middle = card.mapTo(window, card.rect().center())
    assert window.childAt(middle) is card


def test_the_mark_follows_the_hit_when_the_window_is_resized(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    type_in(window, "Invested in 300")
    qtbot.waitUntil(lambda: mark_in(window) is not None)
    before = frame(window)
    window.resize(1400, 900)
    qtbot.waitUntil(lambda: frame(window) != before)
    mark = mark_in(window)
    assert mark is not None
    target, body = mark.target, mark.parentWidget()
    assert target is not None
    assert body is not None
    assert mark.geometry().contains(QRect(target.mapTo(body, QPoint(0, 0)), target.size()))


def empty_state(window: MainWindow) -> EmptySearch | None:
    """Return what says that nothing was found, if it can be seen."""
    found = [one for one in window.content.findChildren(EmptySearch) if one.isVisible()]
    return found[0] if found else None


def test_what_is_not_found_is_said_in_the_page_s_place(open_window: OpenWindow) -> None:
    window = open_window()
    type_in(window, "tourism")
    state = empty_state(window)
    assert state is not None
    assert state.title == "No figure or statement matches ‘tourism’"
    assert not window.content.page.isVisible()
    assert window.toolbar.count.text() == "No hits"
    link = next(one for one in state.findChildren(QWidget) if one.objectName() == "link")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert empty_state(window) is None
    assert window.content.page.isVisible()
    assert window.toolbar.field.text() == ""


def test_escape_clears_the_search_first_and_the_selection_then(open_window: OpenWindow) -> None:
    window = open_window()
    type_in(window, "+7.6")
    window.actions_by_name["find_next"].trigger()
    assert window.store.view.selected == "industry"
    window.actions_by_name["deselect"].trigger()
    assert window.store.view.search == ""
    assert mark_in(window) is None
    assert window.store.view.selected == "industry"
    window.actions_by_name["deselect"].trigger()
    assert window.store.view.selected is None


def test_the_search_outlives_a_change_of_theme_zoom_and_view(
    open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front()
    type_in(window, "690000")
    window.actions_by_name["find_next"].trigger()
    for name in ("theme_dark", "zoom_in", "table"):
        window.actions_by_name[name].trigger()
        assert window.toolbar.field.text() == "690000"
        assert window.toolbar.count.text() == "2 of 3"
        assert window.toolbar.field.hasFocus()
        qtbot.waitUntil(lambda: mark_in(window) is not None)


@pytest.mark.parametrize("text", ["<b>", "&amp;", "$x$", "%s {0} {}", "\\", "x" * 300, "🙂"])
def test_hostile_text_is_looked_for_and_shown_as_it_stands(
    open_window: OpenWindow, text: str
) -> None:
    window = open_window()
    window.toolbar.field.setText(text)
    state = empty_state(window)
    assert state is not None
    assert text in state.title


def test_the_window_begins_with_no_field_that_takes_keys(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    QTest.keyClicks(window.focusWidget(), "abc")
    assert window.store.view.search == ""


def test_the_button_in_the_field_clears_it(open_window: OpenWindow) -> None:
    window = open_window()
    type_in(window, "jobs")
    clear = window.toolbar.field.clear_button
    assert clear.accessibleName() == "Clear the search"
    assert clear.isVisible()
    assert window.toolbar.field.rect().contains(clear.geometry())
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert window.store.view.search == ""
    assert not clear.isVisible()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_the_glass_in_the_field_is_as_large_as_the_zoom_makes_it(
    zoom: float, open_window: OpenWindow
) -> None:
    window = open_window(zoom=zoom, theme="light")
    field, look = window.toolbar.field, window.look
    image = field.grab(QRect(0, 0, look.px(30), field.height())).toImage()
    ground = image.pixelColor(look.px(4), field.height() // 2)
    columns = [
        x
        for x in range(look.px(4), look.px(27))
        if any(
            image.pixelColor(x, y) != ground for y in range(look.px(6), field.height() - look.px(6))
        )
    ]
    width = max(columns) - min(columns) + 1
    assert look.px(12) <= width <= look.px(15)  # of 16, since the picture has white at its edges


# Observations


def test_a_hit_in_an_observation_says_which_and_selects_it(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    window = open_window(springfield)
    qtbot.waitUntil(lambda: window.content.page.is_drawn)
    type_in(window, "low reliability")
    (hit,) = window.search.hits
    assert window.search.phrase(hit) == (
        "Health: Adults who cycle every week: 17.2\u202f%, low reliability, 13.0 to 21.4 (2022)"
    )
    view = window.store.view
    assert (view.selected, view.observation) == ("cycling", Period.parse("2022"))
    window.search.clear()
    assert (window.store.view.selected, window.store.view.observation) == (None, None)


def test_a_hit_in_an_observation_of_a_chart_is_marked_at_its_point(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    only = msgspec.structs.replace(springfield.sections[0], figures=())
    window = open_window(msgspec.structs.replace(springfield, sections=(only,)))
    qtbot.waitUntil(lambda: window.content.page.is_drawn)
    type_in(window, "low reliability")
    qtbot.waitUntil(lambda: mark_in(window) is not None)
    assert frame(window).width() < 80
