"""The Source panel says where figures and goals come from, and leads to what it names."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.source_panel import SourcePanel
from cqviewer.ui.store import Store
from cqviewer.ui.window import MainWindow
from tests.ui.conftest import OpenWindow, texts_in


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """Give a window over the bundled sheet."""
    return open_window()


@pytest.fixture
def store(window: MainWindow) -> Store:
    """Give the window's store."""
    return window.store


@pytest.fixture
def panel(window: MainWindow) -> SourcePanel:
    """Give the window's panel."""
    return window.stage.panel


def show(panel: SourcePanel, store: Store, fact_id: str | None) -> list[str]:
    """Select something, and give what the panel says of it."""
    store.select(fact_id)
    return texts_in(panel)


def test_every_figure_shows_name_value_period_measure_and_source(
    panel: SourcePanel, store: Store, sheet: Sheet
) -> None:
    wording = store.wording
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
    text = f"{store.wording.brief_name(given)} {store.wording.value(given)}"
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
            assert f"{store.wording.brief_name(one)} {store.wording.value(one)}" in said


def test_with_nothing_selected_it_says_what_to_do_and_copies_nothing(
    panel: SourcePanel, store: Store
) -> None:
    said = show(panel, store, None)
    assert "Select a figure to see where it comes from." in said
    copy = next(
        one for one in panel.findChildren(QPushButton) if one.text() == "Copy with citation"
    )
    assert not copy.isEnabled()


def test_copied_is_said_for_two_seconds(panel: SourcePanel, store: Store, qtbot: QtBot) -> None:
    show(panel, store, "industry")
    panel.show_copied()
    assert "Copied" in texts_in(panel)
    qtbot.waitUntil(lambda: "Copied" not in texts_in(panel), timeout=4000)
    assert "Copy with citation" in texts_in(panel)
