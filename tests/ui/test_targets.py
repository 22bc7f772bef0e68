"""All that is clicked is large enough to be hit (WCAG 2.2, success criterion 2.5.8)."""

import itertools

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTabBar
from pytestqt.qtbot import QtBot

from cqviewer.charts.drawing import Mark
from cqviewer.model.facts import Sheet
from cqviewer.ui.page.chart_view import TARGET, ChartView
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh"])


def targets(window: MainWindow) -> list[tuple[str, int]]:
    """Return all that can be clicked in a window: what it says, and the shorter of its sides."""
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    return [(one.text() or one.accessibleName(), min(one.width(), one.height())) for one in buttons]


@LANGUAGES
def test_buttons_links_and_cards_are_large_enough(
    language: str, open_window: OpenWindow, sheet: Sheet
) -> None:
    window = open_window(language=language, language_choice=language)
    found: list[tuple[str, int]] = []
    for section in sheet.sections:
        window.store.look(section=section.id)
        first = next(iter([*section.figures]), None)
        window.store.select(first.indicator if first else None)
        settle()
        found += targets(window)
    assert len(found) > 30
    small = {name for name, side in found if side < TARGET}
    assert small == set()


def test_tabs_are_large_enough(open_window: OpenWindow) -> None:
    bars = open_window().findChildren(QTabBar)
    sizes = [bar.tabRect(at) for bar in bars for at in range(bar.count())]
    assert len(sizes) > 2
    assert min(min(one.width(), one.height()) for one in sizes) >= TARGET


def test_choices_of_lists_are_large_enough(open_window: OpenWindow) -> None:
    lists = [box.view() for box in open_window().findChildren(QComboBox) if box.count()]
    assert lists
    for one in lists:
        one.ensurePolished()
        assert one.sizeHintForRow(0) >= TARGET


def reach(view: ChartView, mark: Mark) -> int:
    """Return how many px from its middle a mark is hit, in the direction where that is least."""
    x, y = mark.x + mark.width / 2, mark.y + mark.height / 2
    found = []
    for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        inside = 0 <= x + right * TARGET / 2 < view.width()
        inside = inside and 0 <= y + down * TARGET / 2 < view.height()
        hits = (view.mark_at(x + right * at, y + down * at) for at in range(TARGET))
        own = itertools.takewhile(lambda hit: hit and hit.figure == mark.figure, hits)
        found += [sum(1 for _ in own)] if inside else []
    return min(found)


def test_the_points_of_a_line_are_hit_beside_what_is_drawn(
    open_window: OpenWindow, other_sheet: Sheet, qtbot: QtBot
) -> None:
    window = open_window(other_sheet)
    view = next(card.view for card in window.content.page.chart_cards if card.chart.kind == "line")
    qtbot.waitUntil(lambda: view.is_drawn)
    points = [mark for mark in view.marks if max(mark.width, mark.height) < TARGET]
    assert len(points) > 3
    for mark in points:
        assert reach(view, mark) >= TARGET // 2
