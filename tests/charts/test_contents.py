"""What sections and charts hold: figures in the order of the page, rows of tables."""

from decimal import Decimal

import pytest

from cqviewer.charts.contents import chart_facts, rows_of, section_facts
from cqviewer.load import load_sheet
from cqviewer.model.facts import Sheet
from cqviewer.paths import data_folder


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return load_sheet(data_folder() / "chongqing-2024.yaml")


def test_a_section_holds_its_cards_then_its_charts_each_figure_once(sheet: Sheet) -> None:
    growth, *_, goals = sheet.sections
    assert section_facts(growth, sheet) == [
        *("industry", "retail", "clusters", "nev", "invested"),
        *("cargo", "investment_growth", "exports", "projects", "invested_per_project"),
    ]
    assert section_facts(goals, sheet)[4:7] == ["manufacturing", "industry", "clusters"]


def test_bars_are_listed_by_size(sheet: Sheet) -> None:
    assert chart_facts(sheet.sections[0].charts[0], sheet) == [
        *("nev", "cargo", "investment_growth", "industry", "retail", "exports")
    ]


def test_rows_compare_by_their_true_value(sheet: Sheet) -> None:
    clusters, jobs, goal, missing = rows_of(
        ["clusters", "jobs", "consumption", "jobs_before"], sheet
    )
    assert clusters.true_value == Decimal("577600000000")
    assert jobs.true_value == Decimal(690000)
    assert goal.true_value is None
    assert goal.observation is None
    assert missing.true_value is None
