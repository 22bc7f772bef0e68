"""Targets as a table: outturn, target, difference and verdict, each with whose the verdict is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cqviewer.charts.contents import FactRow, as_shown
from cqviewer.load import load_sheet
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.paths import data_folder
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.table.target_table import (
    DIFFERENCE,
    TARGET,
    VERDICT,
    TargetTable,
    TargetTableModel,
    target_rows,
)
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure
from tests.model.sheets import sheet as made_sheet
from tests.ui.conftest import OpenWindow

WAY = "pools: {name: Pools, unit: '%', measure: share, better: higher, source: report par. 4,"


@pytest.fixture(scope="module")
def targets() -> Sheet:
    """Return the bundled sheet with targets."""
    return load_sheet(data_folder() / "chongqing-targets.yaml")


def rows_of(sheet: Sheet) -> list[FactRow]:
    return target_rows(sheet.indicators.values(), sheet)


def lines(model: TargetTableModel) -> list[list[str]]:
    """Return what the rows show, with ordinary spaces."""
    cells = [model.cells(row) for row in model.table_rows]
    return [[text.replace("\u202f", " ").replace("\u00a0", " ") for text in one] for one in cells]


def table_in(window: MainWindow) -> TargetTable:
    """Return the last table of the page."""
    assert window.content.page.tables is not None
    table = window.content.page.tables.tables[-1]
    assert isinstance(table, TargetTable)
    return table


@pytest.mark.usefixtures("qapp")
def test_each_target_has_outturn_difference_and_verdict(targets: Sheet) -> None:
    model = TargetTableModel(Store(targets), rows_of(targets))
    heads = ["Figure", "Outturn", "Period", "Target", "Difference", "Verdict", "Origin"]
    assert model.headings() == heads
    gdp = "Gross domestic product"
    assert lines(model) == [
        [gdp, "+5.7 %", "2024", "about 6 %", "−0.3 points", "No verdict", "none"],
        [gdp, "+5.3 %", "2025", "about 6 %", "−0.7 points", "No verdict", "none"],
        ["Industry, value added", "+7.3 %", "2024", "7 %", "+0.3 points", "Met", "Derived"],
        [
            *("New urban jobs", "719,000", "2024", "not in this sheet", "none"),
            *("Met: 119 % of the target", "Stated"),
        ],
    ]
    missing = [text for text in lines(model)[3] if model.is_missing(text)]
    assert missing == ["not in this sheet", "none"]


@pytest.mark.usefixtures("qapp")
def test_a_verdict_of_a_method_names_it_and_one_to_come_has_no_outturn() -> None:
    aims = "{for: 2030, value: 75, base: 2015, method: statcan}, {for: 2031, at_least: 80}"
    sheet = made_sheet(f"{WAY} observations: {{2015: 50, 2024: 60}}, targets: [{aims}]}}")
    model = TargetTableModel(Store(sheet), rows_of(sheet))
    first, second = lines(model)
    assert first[5:] == ["Acceleration needed", "Derived, method ‘Statistics Canada’"]
    assert second[1:] == [
        "not yet known",
        "2031",
        "at least 80 %",
        "none",
        "Not yet known",
        "Derived",
    ]


@pytest.mark.usefixtures("qapp")
def test_sorting_is_by_numbers_and_what_has_none_comes_last(targets: Sheet) -> None:
    model = TargetTableModel(Store(targets), rows_of(targets))

    def names(column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> list[str]:
        model.sort(column, order)
        return [one[0][:3] + one[2][-1] for one in lines(model)]

    assert names(DIFFERENCE) == ["Gro5", "Gro4", "Ind4", "New4"]
    assert names(DIFFERENCE, Qt.SortOrder.DescendingOrder) == ["Ind4", "Gro4", "Gro5", "New4"]
    assert names(TARGET) == ["Gro4", "Gro5", "Ind4", "New4"]
    assert names(2)[-1] == "Gro5"
    assert names(VERDICT)[:2] == ["Ind4", "New4"]


@pytest.mark.usefixtures("qapp")
def test_many_targets_are_measured_by_one_of_each_shape() -> None:
    text = "\n".join(
        f"f{at}: {figure(value=at % 9 + 1, targets=f'[{{for: 2024, value: {at % 9}}}]')}"
        for at in range(310)
    )
    sheet = made_sheet(text)
    model = TargetTableModel(Store(sheet), rows_of(sheet))
    assert model.rowCount() == 310
    assert 0 < len(model.samples()) < 10


def test_a_chart_of_one_period_has_the_targets_of_that_period(targets: Sheet) -> None:
    chart = targets.sections[0].charts[0]
    shown = as_shown(chart, targets)
    rows = target_rows([shown.indicators[one] for one in chart.of], targets)
    assert [row.fact.id for row in rows] == ["growth", "industry", "jobs"]
    assert {str(row.observation and row.observation.period.year) for row in rows} == {"2024"}


def test_a_row_selects_its_figure_in_the_period_of_the_outturn(
    open_in_front: OpenWindow, targets: Sheet
) -> None:
    window = open_in_front(targets, is_table=True)
    table = table_in(window)
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 0))
    assert (window.store.view.selected, window.store.view.observation) == (
        "growth",
        Period.parse("2024"),
    )
    assert table.at_hand == ("growth", Period.parse("2024")), "its menu and keys act on that too"
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.at_hand == ("growth", Period.parse("2025"))
    seen = window.store.seen_fact()
    assert isinstance(seen, Indicator)
    assert seen.latest.period == Period.parse("2025")
    assert "Outturn" in table.whole_text


def test_sheets_without_targets_have_no_such_table(open_window: OpenWindow, sheet: Sheet) -> None:
    window = open_window(sheet, is_table=True)
    assert window.content.page.tables is not None
    assert not [one for one in window.content.page.tables.tables if isinstance(one, TargetTable)]


@pytest.mark.usefixtures("qapp")
def test_the_words_are_chinese_in_a_chinese_window(targets: Sheet) -> None:
    model = TargetTableModel(Store(targets, View(language="zh")), rows_of(targets))
    assert model.headings()[1:6] == ["完成情况", "统计时期", "目标", "差距", "结论"]
    assert lines(model)[2][5] == "达到"
