"""The Source panel and the cards show targets, verdicts, and how these were reached."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from cqviewer.load import load_sheet, read_sheet
from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.paths import data_folder
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.card_grid import CardGrid
from cqviewer.ui.panel.origin_tag import OriginTag, TargetText
from cqviewer.ui.panel.source_panel import SourcePanel
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from tests.ui.conftest import OpenWindow

PROGRESS = """\
cqviewer: 1
title: Springfield
place: Springfield
date: 2025-01-01
year: 2024
sources: {plan: {title: Plan}}
indicators:
  pools:
    name: Pupils who swim
    unit: "%"
    measure: share
    better: higher
    source: plan
    observations: {2015: 50, 2024: 60}
    targets: [{for: 2030, value: 75, base: 2015, method: statcan, source: plan p. 4}]
sections:
  - {id: one, title: One, figures: [pools]}
"""


@pytest.fixture(scope="module")
def targets() -> Sheet:
    """Return the bundled sheet with targets."""
    return load_sheet(data_folder() / "chongqing-targets.yaml")


def shown(panel: SourcePanel) -> list[str]:
    """Return the texts of the panel, in order."""
    parts = (one for one in panel.findChildren(QWidget) if one.isVisible())
    texts = [one.text() for one in parts if isinstance(one, QLabel)]
    return [one.replace("\u202f", " ").replace("\u00a0", " ") for one in texts]


def part(texts: list[str], first: str, last: str) -> list[str]:
    return texts[texts.index(first) + 1 : texts.index(last)]


def test_the_panel_shows_target_verdict_and_working_with_their_sources(
    open_window: OpenWindow, targets: Sheet
) -> None:
    window = open_window(targets, selected="industry")
    panel = window.content.panel
    texts = shown(panel)
    assert texts[1] == "Selected figure, with a target"
    assert part(texts, "Target", "Verdict") == [
        "7 % for 2024",
        "Report on the targets of Chongqing for 2024, 21 January 2024",
    ]
    assert part(texts, "Verdict", "How the verdict was reached") == [
        "Met",
        "Derived, method ‘difference’",
    ]
    assert "7.3 − 7 = +0.3 percentage points" in texts
    assert "Source of the outturn" in texts
    assert len(panel.findChildren(TargetText)) == 1
    assert len(panel.findChildren(OriginTag)) == 2


def test_the_panel_shows_the_verdict_of_the_source_as_its_own(
    open_window: OpenWindow, targets: Sheet
) -> None:
    texts = shown(open_window(targets, selected="jobs").content.panel)
    assert "Met: 119 % of the target" in texts
    assert texts.count("Stated in the source") == 2


def test_the_panel_shows_the_target_of_the_observation_that_is_chosen(
    open_window: OpenWindow, targets: Sheet
) -> None:
    window = open_window(targets, selected="growth")
    assert "about 6 % for 2025" in shown(window.content.panel)
    window.store.select("growth", Period.parse("2024"))
    assert "about 6 % for 2024" in shown(window.content.panel)
    window.store.select("growth", Period.parse("2019"))
    assert "Target" not in shown(window.content.panel)


def test_the_panel_shows_a_method_with_both_rates_and_the_other_method(
    open_window: OpenWindow,
) -> None:
    window = open_window(read_sheet(PROGRESS.encode(), "a.yaml"), selected="pools")
    texts = shown(window.content.panel)
    assert "Derived, method ‘Statistics Canada’" in texts
    assert "2.05 ÷ 2.74 = 75 %" in texts
    assert "Base 2015, latest 2024, 9 years apart" in texts
    assert "United Nations: Acceleration needed" in texts


def test_copying_brings_target_verdict_and_working(open_window: OpenWindow, targets: Sheet) -> None:
    window = open_window(targets, selected="industry")
    buttons = {one.text(): one for one in window.content.panel.findChildren(QPushButton)}
    buttons["Copy with citation"].click()
    copied = QGuiApplication.clipboard().text()
    assert "Target 7\u202f% for 2024. Met." in copied
    assert "7.3 − 7 =" in copied


def grid(sheet: Sheet, look: Look) -> CardGrid:
    store = Store(sheet)
    keys = ("growth", "industry", "jobs", "targets.met")
    cards = [FigureCard(KeyFigure(indicator=one), store, look) for one in keys]
    return CardGrid(cards, look)


def test_cards_of_a_row_leave_room_for_a_target_and_say_it(targets: Sheet, look: Look) -> None:
    made = grid(targets, look)
    made.resize(900, made.heightForWidth(900))
    growth, industry, jobs, met = made.cards
    assert [one.has_target for one in made.cards] == [True, True, False, False]
    assert len({one.height() for one in made.cards}) == 1
    said = industry.accessibleName().replace("\u202f", " ")
    assert said.endswith("Target 7 % for 2024. Met. Derived, method ‘difference’.")
    assert jobs.accessibleName().endswith("Met: 119 % of the target. Stated in the source.")
    assert "no verdict" in growth.accessibleName()
    assert "2 of 3" in met.accessibleName()


def test_a_card_is_taller_by_its_target_and_its_verdict(targets: Sheet, look: Look) -> None:
    made = grid(targets, look)
    industry = made.cards[1]
    with_target = industry.height_with(2, 200, is_aimed=True)
    assert with_target - industry.height_with(2, 200, is_aimed=False) == 18
    image = industry.grab().toImage()
    assert not image.isNull()
