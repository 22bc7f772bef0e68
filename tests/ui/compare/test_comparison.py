"""Sheets are read beside the open one and compared a few rows at a time."""

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.paths import data_folder
from cqviewer.ui.compare.comparison import Comparison, Tab, is_in_tab
from tests.ui.conftest import OpenWindow

OTHERS = [data_folder() / f"{name}.yaml" for name in ("chongqing-2023", "china-2024")]


@pytest.fixture
def comparison(open_window: OpenWindow, qtbot: QtBot) -> Comparison:
    """Compare the bundled sheet with two others."""
    made = open_window(path=data_folder() / "chongqing-2024.yaml").compare.comparison
    add(made, OTHERS, qtbot)
    return made


def add(comparison: Comparison, paths: list[Path], qtbot: QtBot) -> None:
    """Add sheets, and wait until all rows have been compared."""
    wanted = len(comparison.sheets) + len(paths)
    comparison.add(paths)
    qtbot.waitUntil(lambda: len(comparison.sheets) == wanted and comparison.is_whole)


def test_the_open_sheet_is_the_first(comparison: Comparison) -> None:
    assert comparison.words().names == ["Chongqing 2024", "Chongqing 2023", "China 2024"]
    assert comparison.rows[0].first.figure.id == "industry"
    assert sum(row.ranked > 0 for row in comparison.rows) > 1


def test_a_sheet_is_taken_out_again_but_never_the_open_one(
    comparison: Comparison, qtbot: QtBot
) -> None:
    comparison.remove(0)
    comparison.remove(1)
    assert comparison.words().names == ["Chongqing 2024", "China 2024"]
    qtbot.waitUntil(lambda: comparison.is_whole)
    assert all(len(row.cells) == 2 for row in comparison.rows)


def test_rows_are_counted_while_they_come_and_anew_with_other_sheets(
    comparison: Comparison, qtbot: QtBot
) -> None:
    assert comparison.counts == Counter(row.extent for row in comparison.rows)
    assert comparison.counts.total() == len(comparison.rows) > 10
    comparison.remove(1)
    assert comparison.counts.total() == 0
    qtbot.waitUntil(lambda: comparison.is_whole)
    assert comparison.counts == Counter(row.extent for row in comparison.rows)


@pytest.mark.parametrize("tab", ["all", "comparable", "single"])
def test_a_tab_has_the_rows_that_it_is_named_after(comparison: Comparison, tab: Tab) -> None:
    extents = {row.extent for row in comparison.rows if is_in_tab(row, tab)}
    assert (
        extents
        == {
            "all": {"all", "some", "nothing", "single"} & {one.extent for one in comparison.rows},
            "comparable": {"all", "some"} & {one.extent for one in comparison.rows},
            "single": {"single"},
        }[tab]
    )


def test_a_cell_that_is_chosen_is_kept_until_other_sheets_are_compared(
    comparison: Comparison,
) -> None:
    before = comparison.rows[1]
    comparison.choose(before, 2)
    kept = comparison.chosen
    comparison.remove(2)
    assert kept == (before, 2)
    assert comparison.chosen is None


def test_there_is_room_for_six_sheets(comparison: Comparison, qtbot: QtBot) -> None:
    had_room = comparison.has_room
    add(comparison, OTHERS[:1] * 3, qtbot)
    assert (had_room, comparison.has_room) == (True, False)
    assert comparison.paths == (*OTHERS, *OTHERS[:1] * 3)


def test_to_begin_with_others_leaves_none_of_the_ones_before(
    comparison: Comparison, qtbot: QtBot
) -> None:
    comparison.begin_with(OTHERS[1:])
    qtbot.waitUntil(lambda: len(comparison.sheets) == 2 and comparison.is_whole)
    assert comparison.paths == tuple(OTHERS[1:])


def test_what_is_compared_is_told_with_the_open_sheet_first(
    comparison: Comparison, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(comparison.recorded) as told:
        comparison.add(OTHERS[:1])
    assert told.args == [[data_folder() / "chongqing-2024.yaml", *OTHERS, OTHERS[0]]]


def test_a_seventh_sheet_is_left_out_and_that_is_said(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(path=data_folder() / "chongqing-2024.yaml")
    add(window.compare.comparison, OTHERS[:1] * 5, qtbot)
    window.compare.comparison.add(OTHERS[:1])
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    assert window.notices.shown is not None
    assert "At most 6 sheets" in window.notices.shown.title
    assert len(window.compare.comparison.sheets) == 6


def test_a_file_that_cannot_be_read_is_named(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.compare.comparison.add([tmp_path / "gone.yaml"])
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    assert window.notices.shown is not None
    assert "gone.yaml" in window.notices.shown.title
    assert len(window.compare.comparison.sheets) == 1
