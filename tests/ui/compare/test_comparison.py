"""Sheets are read beside the open one and compared a few rows at a time."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cqviewer.paths import data_folder
from cqviewer.ui.compare.comparison import Comparison
from tests.patience import PATIENCE
from tests.ui.conftest import OpenWindow

WAIT_MS = int(1000 * PATIENCE)
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
    qtbot.waitUntil(
        lambda: len(comparison.sheets) == wanted and comparison.is_whole, timeout=WAIT_MS
    )


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
    qtbot.waitUntil(lambda: comparison.is_whole, timeout=WAIT_MS)
    assert all(len(row.cells) == 2 for row in comparison.rows)


def test_what_is_compared_is_told_with_the_open_sheet_first(
    comparison: Comparison, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(comparison.recorded, timeout=WAIT_MS) as told:
        comparison.add(OTHERS[:1])
    assert told.args == [[data_folder() / "chongqing-2024.yaml", *OTHERS, OTHERS[0]]]


def test_a_seventh_sheet_is_left_out_and_that_is_said(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(path=data_folder() / "chongqing-2024.yaml")
    add(window.compare.comparison, OTHERS[:1] * 5, qtbot)
    window.compare.comparison.add(OTHERS[:1])
    qtbot.waitUntil(lambda: window.notices.shown is not None, timeout=WAIT_MS)
    assert window.notices.shown is not None
    assert "At most 6 sheets" in window.notices.shown.title
    assert len(window.compare.comparison.sheets) == 6


def test_a_file_that_cannot_be_read_is_named(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.compare.comparison.add([tmp_path / "gone.yaml"])
    qtbot.waitUntil(lambda: window.notices.shown is not None, timeout=WAIT_MS)
    assert window.notices.shown is not None
    assert "gone.yaml" in window.notices.shown.title
    assert len(window.compare.comparison.sheets) == 1
