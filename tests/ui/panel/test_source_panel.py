"""The Source panel says where figures and goals come from, and leads to what it names."""

from decimal import Decimal

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet, read_sheet
from cqviewer.model.facts import Indicator, Observation, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.wording import Wording
from cqviewer.paths import data_folder
from cqviewer.ui.panel.observations import ObservationList
from cqviewer.ui.panel.origin_tag import OriginTag
from cqviewer.ui.panel.panel_facts import PanelRow
from cqviewer.ui.panel.panel_value import PanelValue
from cqviewer.ui.panel.source_panel import SourcePanel
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import (
    OpenWindow,
    accessible,
    body_of,
    focused,
    name_of,
    settle,
    texts_in,
)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """Return a window over the bundled sheet."""
    return open_window()


@pytest.fixture
def store(window: MainWindow) -> Store:
    """Return the window's store."""
    return window.store


@pytest.fixture
def panel(window: MainWindow) -> SourcePanel:
    """Return the window's panel."""
    return window.content.panel


def show(panel: SourcePanel, store: Store, fact_id: str | None) -> list[str]:
    """Select something, and give what the panel shows of it, in order."""
    store.select(fact_id)
    parts = (one for one in panel.findChildren(QWidget) if one.isVisible())
    return [
        one.heard().name if isinstance(one, PanelValue) else one.text()
        for one in parts
        if isinstance(one, QLabel | QPushButton)
    ]


def test_a_screen_reader_hears_what_is_selected_and_each_row_in_one_phrase(
    panel: SourcePanel, store: Store
) -> None:
    store.select("exports")
    node = QAccessible.queryAccessibleInterface(panel)
    assert name_of(node) == (
        "Source: Exports, +2.8\u202f%, period not stated, stated in the source"
    )
    described = node.text(QAccessible.Text.Description)
    assert described.startswith("Source: Economic Work Conference report")
    assert described.endswith("paragraph 8.")
    groups = [name_of(one) for one in accessible(panel) if one.role() == QAccessible.Role.Grouping]
    assert "Period: Not stated in the source" in groups
    assert "Feeds in 2025 goals: No named priority" in groups
    assert sum(one.startswith("Source: Economic Work Conference report") for one in groups) == 1


def test_every_figure_shows_name_value_period_measure_and_source(
    panel: SourcePanel, store: Store, sheet: Sheet
) -> None:
    wording = store.wording
    assert sheet.indicators
    for one in sheet.indicators.values():
        said = show(panel, store, one.id)
        latest = one.latest
        wanted = [
            wording.name(one),
            wording.value(one),
            wording.period(latest.period, long=True),
            wording.measure(one),
            wording.origin(latest, long=True),
        ]
        if latest.citation:
            wanted.append(wording.cited(latest.citation, sheet))
        assert not [text for text in wanted if text not in said], one.id


def test_a_derived_figure_shows_its_working_and_leads_to_its_inputs(
    panel: SourcePanel, store: Store, sheet: Sheet
) -> None:
    one = sheet.indicators["investment_before"]
    said = show(panel, store, one.id)
    assert any(store.wording.working(one, sheet) in text for text in said)
    assert one.latest.value == Decimal(513)
    given = sheet.indicators["investment"]
    text = f"{store.wording.brief_name(given)}: {store.wording.value(given)}"
    link = next(each for each in panel.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert store.view.selected == "investment"


def test_a_goal_shows_its_figures_and_plans(panel: SourcePanel, store: Store, sheet: Sheet) -> None:
    assert sheet.goals is not None
    for goal in sheet.goals.named:
        said = show(panel, store, goal.id)
        assert store.wording.text(goal.name) in said
        for plan in sheet.plans_of(goal.id):
            assert store.wording.text(plan.name) in said
        for name in goal.figures:
            one = sheet.indicators[name]
            assert f"{store.wording.brief_name(one)}: {store.wording.value(one)}" in said


def test_with_nothing_selected_it_says_what_to_do_and_copies_nothing(
    panel: SourcePanel, store: Store
) -> None:
    said = show(panel, store, None)
    assert "Select a figure to see where it comes from." in said
    copy = next(
        one for one in panel.findChildren(QPushButton) if one.text() == "Copy with citation"
    )
    assert not copy.isEnabled()


def test_copied_is_said_for_a_while(panel: SourcePanel, store: Store, qtbot: QtBot) -> None:
    show(panel, store, "industry")
    panel.show_copied()
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == "Copied")
    assert button.accessibleName() == "Copy with citation"  # what was copied is announced
    qtbot.waitUntil(lambda: button.text() != "Copied")
    assert "Copy with citation" in texts_in(panel)


TWO_SOURCES = """\
cqviewer: 1
title: Made up
place: Nowhere
date: 2025-01-01
sources:
  yearbook: {title: The yearbook, date: 2025-01-01, publisher: The office}
  minutes: {title: The minutes, date: 2025-02-01, url: "https://example.org/minutes"}
indicators:
  homes: {name: NAME, unit: homes, measure: count, value: 10, period: 2024, source: yearbook p. 2}
  flats: {name: Flats, unit: homes, measure: count, value: 4, period: 2024, source: minutes p. 4}
  each: {name: Homes per flat, unit: homes, measure: level, derived: homes / flats}
sections:
  - {id: one, title: One, figures: [homes, flats, each]}
"""


def made_up(name: str) -> Sheet:
    """Read a sheet whose first figure has a name."""
    return read_sheet(TWO_SOURCES.replace("NAME", name).encode(), "made-up.yaml")


def test_a_figure_from_several_sources_names_each_with_its_input(open_window: OpenWindow) -> None:
    window = open_window(made_up("Homes"))
    said = show(window.content.panel, window.store, "each")
    at = said.index("Inputs")
    date = "1\u00a0{}\u00a02025".format
    assert said[at + 1 : at + 5] == [
        f"Homes: The yearbook, {date('January')}, page 2",
        "Published by The office",
        f"Flats: The minutes, {date('February')}, page 4",
        "Open the source",
    ]


def test_words_of_the_panel_stand_where_they_are_designed(
    window: MainWindow, panel: SourcePanel, store: Store
) -> None:
    show(panel, store, "industry")
    texts = {one.text(): one for one in panel.findChildren(TextBlock)}
    title = next(one for one in panel.findChildren(TextBlock) if one.text() == "Source")
    button = panel.findChildren(QToolButton)[0]
    assert middle_of(title, panel) == pytest.approx(middle_of(button, panel), abs=1)
    tag = texts["Stated in the source"].parentWidget()
    assert isinstance(tag, OriginTag)
    assert middle_of(texts["Stated in the source"], panel) == middle_of(tag, panel)
    period = texts["January–November 2024"]
    image = panel.grab().toImage()
    left, below = (period.mapTo(panel, QPoint(0, y)) for y in (0, period.height()))
    strip = next(
        y
        for y in range(below.y() - 2, image.height())
        if image.pixelColor(left.x() + 2, y) == window.look.color("ink2")
    )
    assert strip - below.y() == 6


def middle_of(part: QWidget, panel: QWidget) -> float:
    """Return the height of a part's middle in the panel."""
    return part.mapTo(panel, QPoint(0, 0)).y() + part.height() / 2


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
@pytest.mark.parametrize("name", ["Homes of all kinds and sizes " * 4, "Homes" * 30])
def test_links_wrap_inside_the_panel(open_window: OpenWindow, name: str, zoom: float) -> None:
    window = open_window(made_up(name), zoom=zoom)
    window.resize(int(1180 * zoom), 800)
    panel, store = window.content.panel, window.store
    show(panel, store, "each")
    settle()
    links = [one for one in panel.findChildren(QPushButton) if one.text().startswith("Homes")]
    assert links
    for link in links:
        assert link.mapTo(panel, link.rect().topLeft()).x() >= 0
        assert link.mapTo(panel, link.rect().topRight()).x() <= panel.width() - 2
        assert link.height() > 3 * 20 * zoom  # four lines or more


def test_the_ring_of_a_focused_link_is_whole(open_in_front: OpenWindow) -> None:
    window = open_in_front(made_up("Homes of all kinds and sizes " * 4))
    show(window.content.panel, window.store, "each")
    settle()
    window.content.panel.take_focus()
    link = focused()
    assert isinstance(link, QPushButton)
    image = link.grab().toImage()
    ink, middle = QColor(LIGHT.ink), (link.width() // 2, link.height() // 2)
    for x, y in (
        (0, middle[1]),
        (link.width() - 1, middle[1]),
        (middle[0], 0),
        (middle[0], link.height() - 1),
    ):
        assert image.pixelColor(x, y) == ink, (x, y)


def rows_end(panel: SourcePanel) -> tuple[int, int, int]:
    """Return where the rows end and where their ground does, and the height of the view, in px."""
    area = panel.findChild(QScrollArea)
    assert area is not None
    body = body_of(area)
    layout = body.layout()
    assert layout is not None
    end = max(row.geometry().bottom() + 1 for row in body.findChildren(PanelRow))
    return end + layout.contentsMargins().bottom(), body.height(), area.viewport().height()


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_the_panel_scrolls_to_the_end_of_its_rows_and_no_further(
    zoom: float, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(zoom=zoom)
    window.resize(1180, 560)
    panel, sheet = window.content.panel, window.store.sheet
    goals = [goal.id for goal in sheet.goals.named] if sheet.goals else []
    scrolled = 0
    for fact_id in (*sheet.indicators, *goals):
        window.store.select(fact_id)

        def is_whole() -> bool:
            rows, ground, view = rows_end(panel)
            return ground == max(rows, view)

        qtbot.waitUntil(is_whole)
        rows, _, view = rows_end(panel)
        scrolled += rows > view
    assert scrolled > 20


def row_of(panel: SourcePanel, caption: str) -> list[str]:
    """Return the texts of a row of the panel below its caption."""
    rows = (
        [one.text() for one in row.findChildren(TextBlock)] for row in panel.findChildren(PanelRow)
    )
    return next(texts[1:] for texts in rows if texts[0].startswith(caption))


def observations_of(panel: SourcePanel) -> ObservationList:
    """Return the list of observations."""
    found = panel.findChild(ObservationList)
    assert found is not None
    return found


def test_a_bound_says_what_it_is_and_that_nothing_is_worked_out_from_it(
    open_window: OpenWindow, springfield: Sheet
) -> None:
    window = open_window(springfield)
    panel = window.content.panel
    nothing = "No change, sum or mean is worked out from it."
    window.store.select("lead.old_town")
    assert row_of(panel, "What") == ["A bound: the true value is below 0.25 µg/l.", nothing]
    window.store.select("wells")  # a count, which is never less than zero
    assert row_of(panel, "What") == ["A bound: the true value lies between 0 and 5.", nothing]


def test_marks_intervals_and_notes_are_said_in_words(
    open_window: OpenWindow, springfield: Sheet
) -> None:
    window = open_window(springfield)
    panel, store = window.content.panel, window.store
    store.select("lead.harbour")
    assert row_of(panel, "Marks") == ["[r] revised, was 1.2"]
    store.select("cycling", Period.parse("2022"))
    assert row_of(panel, "Marks") == ["[u] low reliability", "Fewer than 500 answers."]
    assert row_of(panel, "95 % confidence interval") == ["13.0 to 21.4"]
    assert row_of(panel, "Change") == ["No change worked out: 2021 has no value."]
    assert row_of(panel, "Source") == ["Health survey, 1\u00a0March\u00a02025, table 5"]
    store.select("cycling", Period.parse("2020"))
    assert row_of(panel, "What") == ["Not applicable", "No survey was held."]
    assert "Selected observation, 5 of 9" in texts_in(panel)
    store.select("cycling", Period.parse("2023"))
    store.select("cycling")
    assert row_of(panel, "Change") == ["2023 to 2024: +1.6 percentage points, derived"]
    assert "Selected figure, nine observations" in texts_in(panel)


def test_a_stated_change_has_its_source_and_goes_before_why_none_is_worked_out(
    open_window: OpenWindow,
) -> None:
    window = open_window(load_sheet(data_folder() / "chongqing-by-year.yaml"))
    window.store.select("gdp")
    stated, source, reason = row_of(window.content.panel, "Change")
    assert stated.replace("\u202f", " ") == "2025: +5.3 %, real, stated"
    assert "Work Report" in source
    assert reason.startswith("No change worked out: the value of 2024 is a first release")


def test_the_keyboard_walks_the_observations_newest_first(
    open_in_front: OpenWindow, springfield: Sheet
) -> None:
    window = open_in_front(springfield)
    panel, store = window.content.panel, window.store
    store.select("cycling")
    rows = observations_of(panel)
    texts = [rows.model().index(row, 0).data() for row in range(rows.model().rowCount())]
    assert texts[0].split("\n") == [
        "2024: 18.1 [p]",
        "provisional, 16.2 to 20.0, Health survey, 1\u00a0March\u00a02025, table 4",
    ]
    assert texts[4].startswith("2020: not applicable [z]\nNo survey was held.")
    said = rows.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Adults who cycle every week, 17.2\u202f%, low reliability, ")
    rows.setFocus()
    for period in ("2023", "2022"):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
        settle()
        assert store.view.observation == Period.parse(period)
        assert focused() is observations_of(panel)
        assert observations_of(panel).currentIndex().data().startswith(period)
    QTest.keyClick(focused(), Qt.Key.Key_Home)
    settle()
    assert store.view.observation is None


def test_a_long_series_is_worded_only_where_it_is_looked_at(
    open_window: OpenWindow, springfield: Sheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = springfield.indicators["output"]
    row = one.observations[0]
    months = [Period.parse(f"{year}-{month:02}") for year in range(1920, 2020) for month in (1, 2)]
    rows = tuple(msgspec.structs.replace(row, period=period) for period in months)
    long = {**springfield.indicators, "output": msgspec.structs.replace(one, observations=rows)}
    window = open_window(msgspec.structs.replace(springfield, indicators=long))
    worded, bare = [], Wording.bare

    def count(wording: Wording, figure: Indicator, one: Observation) -> str:
        worded.append(one)
        return bare(wording, figure, one)

    monkeypatch.setattr(Wording, "bare", count)
    window.store.select("output")
    settle()
    seen = observations_of(window.content.panel)
    assert seen.model().rowCount() == 200
    assert seen.height() < 14 * 40
    assert 0 < len(worded) < 100


def test_escape_goes_back_to_the_latest_observation_first(
    open_window: OpenWindow, springfield: Sheet
) -> None:
    window = open_window(springfield, selected="cycling", observation=Period.parse("2019"))
    escape = window.actions_by_name["deselect"]
    escape.trigger()
    assert (window.store.view.selected, window.store.view.observation) == ("cycling", None)
    escape.trigger()
    assert window.store.view.selected is None
