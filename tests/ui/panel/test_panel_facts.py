"""Rows of the Source panel, as those hear them who do not see them."""

import pytest
from PySide6.QtGui import QAccessible

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.model.reporting.edition_words import edition_changes
from cqviewer.model.wording.wording import Wording
from cqviewer.ui.panel.panel_facts import PanelFacts, PanelRow
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.model.sheets import figure
from tests.model.sheets import sheet as sheet_with
from tests.ui.conftest import OpenWindow, name_of, settle


def names(rows: list[PanelRow]) -> list[str]:
    return [name_of(QAccessible.queryAccessibleInterface(row)) for row in rows]


def test_rows_are_heard_with_the_marks_of_their_language(open_window: OpenWindow) -> None:
    window = open_window(language="zh", language_choice="zh")
    window.store.select("retail")
    settle()
    said = names(window.content.panel.findChildren(PanelRow))
    assert len(said) > 3
    assert all("：" in name for name in said)
    assert not any(": " in name or "; " in name for name in said)


def test_each_row_is_one_phrase_that_begins_with_its_caption(
    springfield: Sheet, look: Look
) -> None:
    facts = PanelFacts(Store(springfield), look)
    rows = [row for one in springfield.indicators.values() for row in facts.rows_of_figure(one)]
    captions = [row.findChildren(TextBlock)[0].text() for row in rows]
    said = names(rows)
    assert len(said) > 30
    told = [(name, caption) for name, caption in zip(said, captions, strict=True) if name]
    odd = [name for name, caption in told if name != caption and f"{caption}: " not in name]
    assert odd == []
    assert not any(name.endswith((":", ": ", ";")) for name in said)
    for row in rows:
        row.deleteLater()


def test_what_a_row_shows_is_heard_once(springfield: Sheet, look: Look) -> None:
    facts = PanelFacts(Store(springfield), look)
    rows = facts.rows_of_figure(springfield.indicators["cycling"])
    (measure,) = [row for row in rows if "Measure" in names([row])[0]]
    text = measure.findChildren(TextBlock)[1]
    assert names([measure]) == [f"Measure: {text.text()}"]
    assert name_of(QAccessible.queryAccessibleInterface(text)) == f"Measure: {text.text()}"


@pytest.mark.parametrize("name", ["consumption", "manufacturing"])
def test_a_goal_has_its_year_figures_and_source(name: str, sheet: Sheet, look: Look) -> None:
    goal = sheet.goal(name)
    assert goal is not None
    rows = [*PanelFacts(Store(sheet), look).rows_of_goal(goal)]
    said = names(rows)
    assert said[0] == "Year: 2025"
    assert any(one.startswith("2024 figures behind it: ") for one in said)
    assert any(one.startswith("Source: ") for one in said)


def test_a_change_of_another_period_is_told_with_its_period(look: Look) -> None:
    given = {"value": None, "period": None, "unit": "calls"}
    before, now = (
        sheet_with(f"calls: {figure(observations=f'{{2022: {was}, 2023: 5}}', **given)}")
        for was in (3, 4)
    )
    store = Store(now, View(changes="marks", selected="calls"))
    store.set_changes(before, edition_changes(before, now, Wording("en")))
    for period, told in (("2023", "2022: Revised, was"), ("2022", "By how much")):
        store.look(observation=Period.parse(period))
        rows = [*PanelFacts(store, look).rows_of_figure(now.indicators["calls"])]
        assert any(name.startswith(told) for name in names(rows)), names(rows)
        for row in rows:
            row.deleteLater()
