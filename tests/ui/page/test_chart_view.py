"""Charts on screen: drawn aside, clicked, pointed at, and explained where they cannot be drawn."""

import logging
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import ChartError, Mark
from cqviewer.charts.text import description
from cqviewer.load import load_sheet
from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.judging.verdict import target_citations
from cqviewer.model.numbers.period import Period
from cqviewer.paths import data_folder
from cqviewer.ui.page.chart_view import TARGET, ChartView
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.worker_client import Call, Urgency
from cqviewer.ui.style.tooltips import MarkTip
from cqviewer.ui.window.window import MainWindow
from cqviewer.worker import tasks
from tests.ui.conftest import OpenWindow, texts_in
from tests.worker import calls


def first_chart(window: MainWindow, qtbot: QtBot) -> ChartView:
    """Return the first chart on screen, drawn."""
    view = window.content.page.chart_cards[0].view
    qtbot.waitUntil(lambda: view.is_drawn)
    return view


def test_a_chart_has_a_name_and_a_description(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    view = window.content.page.chart_cards[0].view
    node = QAccessible.queryAccessibleInterface(view)
    assert node.childCount() == len(view.stops), "until it is drawn none, the tip neither"
    first_chart(window, qtbot)
    assert node.childCount() == len(view.stops) > 1
    wording = window.store.wording
    assert node.role() == QAccessible.Role.Chart
    assert node.text(QAccessible.Text.Name) == wording.text(view.chart.title)
    described = node.text(QAccessible.Text.Description)
    whole = description(view.chart, window.store.sheet, wording)
    assert whole.startswith("Bar chart. Highest New energy vehicles, output, +100\u202f%, ")
    assert described == f"{whole} The next button shows its figures as a table."


def test_a_click_on_a_mark_selects_its_figure_everywhere(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    view = first_chart(window, qtbot)
    assert len(view.marks) > 1
    for mark in view.marks:
        place = QPointF(mark.x + mark.width / 2, mark.y + mark.height / 2).toPoint()
        hit = view.mark_at(place.x(), place.y())
        assert hit is not None
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert window.store.view.selected == hit.figure
        one = window.store.sheet.indicators[hit.figure]
        assert window.store.wording.name(one) in texts_in(window.content.panel)
        assert [card.is_selected for card in window.content.page.cards] == [
            card.indicator.id == hit.figure for card in window.content.page.cards
        ]


def test_pointing_at_a_mark_shows_what_it_stands_for(open_window: OpenWindow, qtbot: QtBot) -> None:
    view = first_chart(open_window(), qtbot)
    mark = view.marks[0]
    place = QPointF(mark.x + mark.width / 2, mark.y + mark.height / 2)
    none, modifier = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(
        QMouseEvent.Type.MouseMove, place, view.mapToGlobal(place), none, none, modifier
    )
    QApplication.sendEvent(view, moved)
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    tip = view.findChild(MarkTip)  # it lies on the page once it is shown
    assert tip is not None
    qtbot.waitUntil(tip.isVisible)
    assert tip.text().replace("\n", " ") == mark.text
    at = view.mapFromGlobal(tip.mapToGlobal(QPoint(0, 0)))
    assert not QRect(at, tip.size()).intersects(view.fact_box(mark.figure))


def test_the_picture_follows_width_theme_and_selection(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    view = first_chart(window, qtbot)
    before = view.grab().toImage()
    window.store.select("industry")
    qtbot.waitUntil(lambda: view.is_drawn)
    assert view.grab().toImage() != before
    window.resize(1000, 800)

    def fits() -> bool:
        right = max(mark.x + mark.width for mark in view.marks)
        return view.width() < before.width() and view.width() - 20 < right <= view.width()

    qtbot.waitUntil(fits)


@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_a_selection_is_seen_before_its_picture_has_come(
    contrast: str, open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(theme="light", contrast=contrast)
    view = first_chart(window, qtbot)
    before = view.grab().toImage()
    monkeypatch.setattr(Drawer, "draw", lambda *_: None)
    window.store.select("industry")
    assert not view.is_drawn
    after = view.grab().toImage()
    assert after != before
    mark = next(one for one in view.marks if one.figure == "industry")
    corner = QPointF(mark.x + 1, mark.y + mark.height / 2).toPoint()
    token = "accent" if contrast == "high" else "tint"
    assert after.pixelColor(corner) == window.look.color(token)


@pytest.mark.parametrize(
    ("error", "said"),
    [(ChartError("It has one value alone."), "It has one value"), (ZeroDivisionError("oh"), "oh")],
)
def test_a_chart_that_cannot_be_drawn_says_so_and_offers_its_table(
    error: Exception,
    said: str,
    open_window: OpenWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(tasks, "draw", partial(calls.raise_error, error))
    window = open_window()
    window.prepare()
    sentence = "This chart could not be drawn"
    qtbot.waitUntil(lambda: sentence in texts_in(window))
    assert [text for text in texts_in(window) if said in text]
    assert "Show as table" in texts_in(window)
    faults = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert bool(faults) == isinstance(error, ZeroDivisionError)
    caplog.clear()


def test_a_new_width_shows_the_old_picture_scaled_until_the_sharp_one_comes(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    view = first_chart(window, qtbot)
    before = view.grab().toImage()
    wide = view.width()
    window.resize(window.width() - 140, window.height())
    QApplication.sendPostedEvents()
    assert view.width() < wide
    assert not view.is_drawn
    scaled = view.grab().toImage()
    assert scaled.size() == QSize(view.width(), before.height())
    ink = [
        sum(one.pixelColor(x, y).lightness() < 128 for x in range(0, one.width(), 3))
        for one, y in ((before, before.height() // 2), (scaled, before.height() // 2))
    ]
    assert 0 < ink[1] <= ink[0]
    qtbot.waitUntil(lambda: view.is_drawn)


def test_the_last_of_many_widths_is_drawn(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    view = first_chart(window, qtbot)
    for width in range(1180, 1000, -9):
        window.resize(width, 800)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: view.is_drawn)
    assert view.marks[-1].x + view.marks[-1].width <= view.width() + 1


def test_a_zoomed_chart_is_there_at_once(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    first_chart(window, qtbot)
    window.store.look(zoom=1.25)
    view = window.content.page.chart_cards[0].view
    assert view.marks
    window.store.look(theme="dark")
    assert not window.content.page.chart_cards[0].view.marks


def test_a_chart_that_is_hidden_shows_the_selection_when_it_is_seen_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    view = first_chart(window, qtbot)
    window.store.look(section="trade")
    window.store.select(view.chart.figures[0])
    drawn = [view.is_drawn]
    window.store.look(section="growth")
    drawn.append(view.is_drawn)
    qtbot.waitUntil(lambda: view.is_drawn)
    window.store.select(None)
    drawn.append(view.is_drawn)
    # Only when it is seen again; and the picture without a selection was kept at hand.
    assert drawn == [True, False, True]


def test_a_point_of_a_series_selects_its_observation_and_is_framed(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    window = open_window(springfield, section="output", selected="output")
    view, store = first_chart(window, qtbot), window.store
    latest = view.grab().toImage()
    mark = next(one for one in view.marks if one.period == Period.parse("2016"))
    place = QPointF(mark.x + mark.width / 2, mark.y + mark.height / 2).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert (store.view.selected, store.view.observation) == ("output", mark.period)
    assert "1,755.876 bn yuan" in texts_in(window.content.panel)
    assert view.grab().toImage() != latest
    assert view.stops[view.at] is mark
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert store.view.observation == Period.parse("2017")
    store.look(observation=Period.parse("2015"))  # from the panel
    assert view.stops[view.at].period == Period.parse("2015")
    QTest.keyClick(view, Qt.Key.Key_End)
    assert store.view.observation is None


def test_the_menu_of_a_point_is_that_of_its_observation(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    window = open_window(springfield, section="output", selected="output")
    view = first_chart(window, qtbot)
    mark = next(one for one in view.marks if one.period == Period.parse("2017"))
    place = QPointF(mark.x + mark.width / 2, mark.y + mark.height / 2).toPoint()
    QTest.mousePress(view, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    asking = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    QApplication.sendEvent(view, asking)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    QTest.mouseRelease(view, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    assert window.store.view.observation == mark.period


def test_a_screen_reader_hears_of_a_point_where_that_observation_comes_from(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    view = open_window(springfield).content.page.chart_cards[1].view
    qtbot.waitUntil(lambda: view.is_drawn)
    said = [part.describe() for part in view.heard().parts]
    assert len(said) == 9
    assert [at for at, one in enumerate(said) if one.endswith("table 5.")] == [6]


@pytest.mark.parametrize(("at", "spoken"), [(0, 3), (1, 2)])
def test_a_screen_reader_hears_of_a_target_where_that_is_set_and_the_outturn_comes_from(
    open_window: OpenWindow, qtbot: QtBot, at: int, spoken: int
) -> None:
    path = data_folder() / "chongqing-targets.yaml"
    window = open_window(load_sheet(path), path=path)
    view = window.content.page.chart_cards[at].view
    qtbot.waitUntil(lambda: view.is_drawn)
    wording, sheet = window.store.wording, window.store.sheet
    stops = list(zip(view.stops, view.heard().parts, strict=True))
    of_targets = [(one, part.describe()) for one, part in stops if one.target is not None]
    assert len(of_targets) == spoken
    for one, said in of_targets:
        figure = sheet.indicators[one.figure]
        (target,) = [it for it in figure.targets if it.period == one.target]
        outturn = next(it for it in figure.observations if it.period == one.target)
        cited = [outturn.citation, *target_citations(target)]
        assert all(wording.cited(it, sheet) in said for it in cited if it is not None)
    growth = next(said for one, said in of_targets if one.figure == "growth")
    assert "targets of Chongqing for 2024" in growth, "where the target of 2024 is set"
    for one, part in stops:
        if one.target is None:
            assert "targets of Chongqing for 2024" not in part.describe()


def test_charts_in_view_are_drawn_before_those_that_are_scrolled_out(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    qtbot.waitUntil(lambda: window.content.page.is_drawn)
    views = [card.view for card in window.content.page.chart_cards]
    asked: dict[str, tuple[bool, Call]] = {}
    draw = Drawer.draw

    def spied(drawer: Drawer, chart: Chart, *rest: Any) -> Call | None:  # noqa: ANN401
        call = draw(drawer, chart, *rest)
        seen = next(not one.visibleRegion().isEmpty() for one in views if one.chart is chart)
        assert call is not None
        asked[chart.id] = seen, call
        return call

    monkeypatch.setattr(Drawer, "draw", spied)
    window.resize(window.width() - 40, 700)
    qtbot.waitUntil(lambda: len(asked) == len(views))
    assert {seen for seen, _ in asked.values()} == {True, False}
    for seen, call in asked.values():
        assert call.urgency is (Urgency.NOW if seen else Urgency.SOON)


def center(mark: Mark) -> tuple[float, float]:
    return mark.x + mark.width / 2, mark.y + mark.height / 2


def test_a_point_is_of_the_smallest_mark_that_has_it_and_else_of_the_nearest(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = first_chart(open_window(), qtbot)
    row = Mark(figure="retail", text="row", x=0, y=0, width=400, height=40)
    left = Mark(figure="retail", text="left", x=100, y=10, width=10, height=20)
    right = Mark(figure="retail", text="right", x=116, y=10, width=10, height=20)
    monkeypatch.setattr(ChartView, "marks", (row, left, right))
    assert view.mark_at(300, 20) is row
    assert view.mark_at(104, 20) is left
    assert view.mark_at(112, 20) is left
    assert view.mark_at(114, 20) is right
    assert view.mark_at(300, 300) is None


def test_a_small_mark_can_be_hit_within_24_px(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    view = first_chart(open_window(springfield, section="output"), qtbot)
    small = [one for one in view.marks if one.width < TARGET or one.height < TARGET]
    assert small
    for mark in small:
        x, y = center(mark)
        for dx, dy in ((0, 0), (TARGET / 2 - 1, 0), (0, TARGET / 2 - 1), (1 - TARGET / 2, 0)):
            assert view.mark_at(x + dx, y + dy) is not None


def test_the_box_of_a_figure_has_all_its_marks_and_that_of_a_period_its_own(
    open_window: OpenWindow, springfield: Sheet, qtbot: QtBot
) -> None:
    view = first_chart(open_window(springfield, section="output"), qtbot)
    own = [one for one in view.marks if one.figure == "output"]
    assert len(own) > 2
    whole = view.marks_box("output", None)
    for mark in own:
        part = view.marks_box("output", mark.period)
        assert whole.contains(part.adjusted(1, 1, -1, -1))
        assert part.contains(QPointF(*center(mark)).toPoint())
    assert view.marks_box("no such figure", None) == view.rect()
    assert view.fact_box("no such figure") == view.rect()
    assert whole.contains(view.fact_box("output").center())
