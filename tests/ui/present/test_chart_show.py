"""One chart over the full screen: as large as fits, stepped through, its figures walked."""

from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from cqviewer.charts.text import description
from cqviewer.charts.theme import DARK, HIGH_CONTRAST_LIGHT
from cqviewer.model.facts import Chart, Sheet
from cqviewer.ui.panel.citing import fact_phrase
from cqviewer.ui.present import chart_show
from cqviewer.ui.present.chart_show import ChartShow
from cqviewer.ui.present.show_bar import ShowBar
from cqviewer.ui.present.slide import LEAST_ZOOM, Slide
from cqviewer.ui.state import appearance
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, bring_to_front, focused, settle, texts_in

NEXT = (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
PREVIOUS = (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)


def shown_in(show: ChartShow, qtbot: QtBot) -> Slide:
    """Wait for the slide of the chart that a show is at; its picture is the selection's."""

    def is_shown() -> bool:
        slide = show.slide
        return (
            slide is not None
            and slide.chart is show.chart
            and slide.is_ready
            and slide.fitting_zoom() == slide.look.zoom
            and slide.isVisible()
        )

    qtbot.waitUntil(is_shown)
    assert show.slide is not None
    return show.slide


def present(window: MainWindow, qtbot: QtBot, width: int = 1280, height: int = 720) -> ChartShow:
    """Present the chart at hand on a screen of a size in px."""
    if not window.isActiveWindow():
        bring_to_front(window, qtbot)
    window.actions_by_name["present_chart"].trigger()
    show = window.presentation.show
    assert show is not None
    assert show.isFullScreen()
    show.showNormal()  # else it has the size of the screen of the tests
    show.resize(width, height)
    bring_to_front(show, qtbot)
    settle()  # else the slides are made anew once more
    shown_in(show, qtbot)
    return show


def bar_of(show: ChartShow) -> ShowBar:
    """Return the bar of a show; there must be one."""
    assert show.bar is not None
    return show.bar


def ids_of(sheet: Sheet) -> list[str]:
    """List the charts of a sheet."""
    return [chart.id for section in sheet.sections for chart in section.charts]


def test_the_chart_with_the_focus_goes_before_the_selected_and_the_nearest_one(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(section="trade")
    cards = window.content.page.chart_cards
    qtbot.waitUntil(lambda: all(card.view.is_drawn for card in cards))
    nearest, other = cards[0].chart, cards[1].chart
    show = present(window, qtbot)
    assert show.chart is nearest
    QTest.keyClick(show, Qt.Key.Key_Escape)

    bring_to_front(window, qtbot)
    nearest_too = window.content.page.chart_cards[0].view
    assert focused() is nearest_too
    nearest_too.clearFocus()
    window.store.select(other.figures[0])
    show = present(window, qtbot)
    assert show.chart is other
    QTest.keyClick(show, Qt.Key.Key_Escape)

    bring_to_front(window, qtbot)
    cards[0].view.setFocus()
    assert present(window, qtbot).chart is nearest


@pytest.mark.parametrize("which", ["sheet", "other_sheet"])
@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_every_chart_is_as_large_as_fits_and_complete(
    which: str,
    size: tuple[int, int],
    open_window: OpenWindow,
    request: pytest.FixtureRequest,
    qtbot: QtBot,
) -> None:
    sheet: Sheet = request.getfixturevalue(which)
    window = open_window(sheet)
    show = present(window, qtbot, *size)
    wording = window.store.wording
    assert len(window.store.charts) > 1
    for number, chart in enumerate(window.store.charts, start=1):
        slide = shown_in(show, qtbot)
        assert slide.chart is chart
        assert (slide.width(), slide.height()) == size
        assert slide.look.zoom > LEAST_ZOOM
        (area,) = slide.findChildren(QScrollArea)
        assert slide.view.height() <= area.viewport().height()
        assert max(mark.x + mark.width for mark in slide.view.marks) > 0.5 * size[0]
        said = texts_in(slide)
        assert wording.text(chart.title) in said
        assert any(f"{number} of {len(window.store.charts)}" in text for text in said)
        QTest.keyClick(focused(), Qt.Key.Key_Right)


def test_keys_step_across_the_tabs_and_stop_at_both_ends(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    show = present(open_window(), qtbot)
    ids = ids_of(sheet)
    seen = [show.chart.id]
    for index in range(len(ids)):
        QTest.keyClick(focused(), NEXT[index % 3])
        seen.append(show.chart.id)
    assert seen == [*ids, ids[-1]]
    for index in range(len(ids)):
        QTest.keyClick(focused(), PREVIOUS[index % 3])
    assert show.chart.id == ids[0]
    QTest.keyClick(focused(), Qt.Key.Key_End)
    assert shown_in(show, qtbot).chart.id == ids[-1]
    QTest.keyClick(focused(), Qt.Key.Key_Home)
    assert shown_in(show, qtbot).chart.id == ids[0]


def test_up_and_down_walk_the_figures_which_are_said_in_words(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    show = present(window, qtbot)
    slide = shown_in(show, qtbot)
    store = window.store
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(focused(), key)
        fact = store.selected_fact()
        assert fact is not None
        walked.append(fact.id)
        assert fact_phrase(fact, store) in texts_in(slide)
    marks = list(dict.fromkeys(mark.figure for mark in slide.view.marks))
    assert walked == [marks[0], marks[1], marks[0]]


def test_a_mark_of_a_slide_is_told_by_the_focus_and_not_once_more(
    open_window: OpenWindow, qtbot: QtBot, hear: Hear
) -> None:
    heard = hear("window.parts")
    show = present(open_window(), qtbot)
    shown_in(show, qtbot)
    heard.clear()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert heard == []


def test_a_screen_reader_hears_which_chart_it_is_and_what_it_says(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(chart_show, "announce", lambda _widget, text: heard.append(text))
    window = open_window()
    show = present(window, qtbot)
    heard.clear()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    slide = shown_in(show, qtbot)
    store = window.store
    title = store.wording.text(slide.chart.title)
    assert heard == [f"2 of 6: {title}"]
    assert show.windowTitle() == title
    assert focused() is slide.view
    node = QAccessible.queryAccessibleInterface(focused())
    said = description(slide.chart, store.sheet, store.wording)
    assert node.text(QAccessible.Text.Name) == said
    assert node.role() == QAccessible.Role.Chart


def test_esc_leaves_to_where_the_chart_stands(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    show = present(window, qtbot)
    QTest.keyClick(focused(), Qt.Key.Key_End)
    last = shown_in(show, qtbot).chart
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.presentation.show is None
    assert window.store.section.charts[-1] is last
    bring_to_front(window, qtbot)
    assert focused() is window.content.page.chart_cards[-1].view


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (
            Qt.Key.Key_F,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        ),
    ],
)
def test_the_keys_that_begin_a_presentation_end_this_one(
    key: Qt.Key, modifier: Qt.KeyboardModifier, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    present(window, qtbot)
    QTest.keyClick(focused(), key, modifier)
    assert window.presentation.show is None
    assert not window.presentation.is_on


def test_enter_leads_to_the_source(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(is_panel_open=False)
    present(window, qtbot)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert window.presentation.show is None
    assert window.content.panel.isVisible()
    bring_to_front(window, qtbot)
    qtbot.waitUntil(lambda: window.content.panel.isAncestorOf(focused()))
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is window.content.page.chart_cards[0].view


def test_the_bar_comes_with_the_pointer_and_goes_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    show = present(open_window(), qtbot)
    assert not bar_of(show).isVisible()
    for x in (100, 200):  # over the chart: it is the window that is asked
        QTest.mouseMove(show.windowHandle(), QPoint(x, 300))
    qtbot.waitUntil(bar_of(show).isVisible)
    (over,) = bar_of(show).findChildren(QTimer)
    over.timeout.emit()
    assert not bar_of(show).isVisible()


def test_the_bar_is_reached_by_tab_and_its_buttons_work(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    show = present(window, qtbot)
    bar = bar_of(show)
    names, seen = [], []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert bar.isVisible()
        names.append(QAccessible.queryAccessibleInterface(focused()).text(QAccessible.Text.Name))
    assert names == ["Next chart", "Leave", names[2]]  # at the first chart none is before
    for button in (bar.next, bar.next, bar.previous):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        seen.append(show.chart.id)
        assert bar.previous.isEnabled()
    assert seen == ["growth-2", "trade-1", "growth-2"]
    QTest.mouseClick(bar.leave, Qt.MouseButton.LeftButton)
    assert window.presentation.show is None


def test_a_show_follows_theme_and_language(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(theme="light", contrast="high")
    show = present(window, qtbot)
    assert shown_in(show, qtbot).look.theme is HIGH_CONTRAST_LIGHT
    window.store.look(theme="dark", contrast="system", language="zh", language_choice="zh")
    slide = shown_in(show, qtbot)
    assert slide.look.theme is DARK
    assert slide.grab().toImage().pixelColor(3, 3).name() == DARK.page.lower()
    assert window.store.wording.text(slide.chart.title) in texts_in(slide)
    window.store.look(language="en", language_choice="en")


def test_a_show_follows_the_contrast_that_the_system_asks_for(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(theme="light")
    show = present(window, qtbot)
    monkeypatch.setattr(appearance, "system_wants_contrast", lambda: True)
    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        pytest.skip("this Qt knows nothing of the contrast that the system asks for")
    wanted = Qt.ContrastPreference.HighContrast
    hints.accessibility().contrastPreferenceChanged.emit(wanted)
    assert shown_in(show, qtbot).look.theme is HIGH_CONTRAST_LIGHT


def test_a_show_follows_the_sheet(
    open_window: OpenWindow, sheet: Sheet, other_sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window()
    show = present(window, qtbot)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    shown_in(show, qtbot)
    window.store.open(msgspec.structs.replace(sheet))
    assert shown_in(show, qtbot).chart.id == "growth-2"
    window.store.open(other_sheet)
    assert shown_in(show, qtbot).chart.id == ids_of(other_sheet)[1]
    bare = tuple(msgspec.structs.replace(one, charts=()) for one in sheet.sections)
    window.store.open(msgspec.structs.replace(sheet, sections=bare))
    assert window.presentation.show is None
    assert not window.actions_by_name["present_chart"].isEnabled()


def test_a_chart_too_tall_for_any_screen_scrolls_to_the_figure_that_is_selected(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    one = sheet.indicators["industry"]
    many = {f"rate{n}": msgspec.structs.replace(one, id=f"rate{n}") for n in range(40)}
    chart = Chart(id="tall", kind="bars", title="Many", of=tuple(many), width="full")
    section = msgspec.structs.replace(sheet.sections[0], figures=(), charts=(chart,))
    tall = msgspec.structs.replace(
        sheet, indicators={**sheet.indicators, **many}, sections=(section,)
    )
    window = open_window(tall)
    show = present(window, qtbot)
    slide = shown_in(show, qtbot)
    (area,) = slide.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    assert slide.look.zoom == LEAST_ZOOM
    qtbot.waitUntil(lambda: slide.view.is_drawn and bar.maximum() > 0)
    settle()  # then the slide has taken the chart's height
    places = []
    for _ in many:
        QTest.keyClick(focused(), Qt.Key.Key_Down)
        places.append(bar.value())
    assert all(before <= after for before, after in pairwise(places))
    assert places[-1] > 0.9 * bar.maximum()


def test_a_chart_that_cannot_be_drawn_says_why(
    open_window: OpenWindow, sheet: Sheet, qtbot: QtBot
) -> None:
    first = sheet.sections[0]
    impossible = msgspec.structs.replace(first.charts[0], kind="slope")
    section = msgspec.structs.replace(first, charts=(impossible, *first.charts[1:]))
    window = open_window(msgspec.structs.replace(sheet, sections=(section, *sheet.sections[1:])))
    show = present(window, qtbot)
    slide = shown_in(show, qtbot)
    qtbot.waitUntil(lambda: "This chart could not be drawn" in texts_in(slide))
    QTest.keyClick(show, Qt.Key.Key_Right)
    assert shown_in(show, qtbot).chart is first.charts[1]


def test_closing_the_window_closes_the_show(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    show = present(window, qtbot)
    gone: list[str] = []
    show.closed.connect(gone.append)
    window.close()
    assert gone == ["growth-1"]
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]
