"""The panel beside a comparison says of any cell what its own sheet says, and how it compares."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.ui.compare.side_panel import SidePanel
from cqviewer.ui.style.look import Look
from tests.model.sheets import figure
from tests.ui.compare.sides import Sides
from tests.ui.conftest import texts_in

LEVEL = {"measure": "level"}
FIRST = f"""\
jobs: {figure(value=1200)}
rain: {figure(name="Rain", unit="mm", value="0.250", source="report table 3", **LEVEL)}
ships: {figure(name="Ships", unit="ships", value=7, note="Ferries too.")}
mean: {figure(name="Mean", unit="jobs", derived="jobs / 7", digits=1, source=None, period=None)}"""
SECOND = f"""\
jobs: {figure(value=900, status="provisional", source="report par. 9")}
rain: {figure(name="Rain", unit="mm", value="below 5", **LEVEL)}"""
THIRD = f"""\
jobs: {figure(value="not stated")}
mean: {figure(name="Mean", unit="jobs", value="150.5", source="report par. 2")}"""

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
Show = Callable[[int, int], list[str]]


@pytest.fixture
def sides() -> Sides:
    """Return three sheets side by side."""
    return Sides(FIRST, SECOND, THIRD)


@pytest.fixture
def panel(sides: Sides, look: Look, qtbot: QtBot) -> SidePanel:
    """Return the panel beside them."""
    made = SidePanel(sides.as_comparison(), look)
    sides.setParent(made)
    qtbot.addWidget(made)
    made.resize(320, 900)
    made.show()
    return made


@pytest.fixture
def show(sides: Sides, panel: SidePanel) -> Show:
    """Return what selects a cell by its row and sheet, and returns what the panel says then."""

    def shown(row: int, at: int) -> list[str]:
        sides.choose(sides.rows[row], at)
        panel.refresh()
        return texts_in(panel)

    return shown


def test_of_each_cell_it_says_figure_sheet_value_marks_and_period(sides: Sides, show: Show) -> None:
    words = sides.words()
    for number, row in enumerate(sides.rows):
        for at, cell in enumerate(row.cells):
            said = show(number, at)
            assert said[0] == words.phrase(row, at)
            about = [f"Selected figure, in {words.names[at]}", words.name(row)]
            assert said[1:4] == [*about, words.value(row, at)]
            assert any(one.startswith("Source: ") for one in said) == (cell is not None)
    assert show(0, 0)[4:6] == ["2024", "Stated in the source"]
    assert show(0, 1)[4:6] == ["provisional, 2024", "Stated in the source"]
    assert show(0, 2)[4] == "Not stated in the source"
    assert show(3, 0)[4:6] == ["2024, derived", "Derived for this sheet"]


def source(said: list[str]) -> str:
    """Return the first source that the panel names, without its date."""
    return next(one for one in said if one.startswith("Source: ")).partition("2025, ")[2]


def test_the_source_is_that_of_the_cell_and_of_no_other_sheet(show: Show) -> None:
    published = "; Published by City"
    assert source(show(0, 0)) == f"paragraph 1{published}"
    assert source(show(0, 1)) == f"paragraph 9{published}"
    assert source(show(1, 0)) == f"table 3{published}"
    assert source(show(3, 0)) == f"paragraph 1{published}", "that of what it is derived from"
    assert source(show(3, 2)) == f"paragraph 2{published}"


def test_differences_lead_from_each_other_sheet_to_the_selected_one(show: Show) -> None:
    first, second, third = ("; ".join(show(0, at)) for at in range(3))
    head = "Beside the others: Springfield"
    assert f"{head} 2021: +300, +33.3\u202f%, derived; Derived for this view" in first
    assert f"{head} 2020: \N{MINUS SIGN}300, \N{MINUS SIGN}25\u202f%, derived;" in second
    assert "Derived for this view" not in third, "from what is not stated nothing differs"


def test_why_values_compare_and_what_keeps_them_apart_is_said(show: Show) -> None:
    same = "Why they can be compared: Same unit, same measure, a year each"
    apart = "What keeps values apart: Only a bound is known in Springfield 2021."
    assert [one in show(0, 0) for one in (same, apart)] == [True, False]
    assert [one in show(1, 1) for one in (same, apart)] == [False, True]


def test_without_a_cell_it_counts_the_rows_and_copies_nothing(
    panel: SidePanel, show: Show, qtbot: QtBot
) -> None:
    said = texts_in(panel)
    assert said[:3] == [
        "Nothing selected",
        "Select a value to see how it stands to the others.",
        "; ".join(
            [
                "Rows of this comparison: 2 with some sheets compared",
                *("1 with nothing that compares", "1 in one sheet only"),
            ]
        ),
    ]
    assert not panel.copy.isEnabled()
    show(0, 1)
    with qtbot.waitSignal(panel.copy_wanted):
        QTest.mouseClick(panel.copy, Qt.MouseButton.LeftButton)


def test_before_any_row_was_compared_none_is_counted(sides: Sides, panel: SidePanel) -> None:
    sides.counts.clear()
    panel.refresh()
    assert "Rows of this comparison: None yet" in texts_in(panel)
