"""Compare brings the comparison to the front, in place of the page, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cqviewer.paths import data_folder
from cqviewer.ui.compare.side_view import SideView
from cqviewer.ui.window.window import MainWindow
from tests.patience import PATIENCE
from tests.ui.conftest import OpenWindow

WAIT_MS = int(1000 * PATIENCE)
OTHERS = [data_folder() / f"{name}.yaml" for name in ("chongqing-2023", "china-2024")]
YEAR = data_folder() / "chongqing-2024-year.yaml"


def wait(window: MainWindow, sheets: int, qtbot: QtBot) -> SideView:
    """Wait until so many sheets have been compared; return the view of them."""
    comparison = window.compare.comparison
    qtbot.waitUntil(
        lambda: len(comparison.sheets) == sheets and comparison.is_whole, timeout=WAIT_MS
    )
    assert window.compare.view is not None
    return window.compare.view


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Compare the bundled sheet with two others."""
    made = open_window(path=data_folder() / "chongqing-2024.yaml")
    made.compare.compare(OTHERS)
    wait(made, 3, qtbot)
    return made


def test_the_key_shows_the_comparison_and_the_page_again(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    action = window.actions_by_name["compare"]
    action.trigger()
    assert action.isChecked()
    assert window.content.isHidden()
    view = wait(window, 1, qtbot)
    assert view.isVisible()
    action.trigger()
    assert not action.isChecked()
    assert window.compare.view is None
    assert window.content.isVisible()


@pytest.mark.parametrize("way", ["escape", "tab", "search", "present"])
def test_what_stands_on_the_page_leads_back_to_it(window: MainWindow, way: str) -> None:
    if way == "escape":
        window.actions_by_name["deselect"].trigger()
    elif way == "tab":
        window.actions_by_name["next_tab"].trigger()
    elif way == "search":
        window.store.look(search="retail")
    else:
        window.actions_by_name["present"].trigger()
    assert not window.compare.is_on
    assert window.content.isVisible()
    assert not window.actions_by_name["compare"].isChecked()


def test_the_comparison_stays_where_the_window_is_built_anew(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.look(language="zh", language_choice="zh")
    view = wait(window, 3, qtbot)
    qtbot.waitUntil(view.isVisible, timeout=WAIT_MS)
    assert window.content.isHidden()
    assert view.tabs.note.text().endswith("行可比")
    assert view.tabs.bar.tabText(1) == "可比"


def test_files_that_are_dropped_are_compared_too(window: MainWindow, qtbot: QtBot) -> None:
    window.files_dropped.emit([YEAR])
    wait(window, 4, qtbot)
    assert window.path == data_folder() / "chongqing-2024.yaml"


def test_another_sheet_that_is_opened_is_compared_with_the_same(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.files.opened, timeout=WAIT_MS):
        window.open_path(YEAR)
    wait(window, 3, qtbot)
    assert window.compare.comparison.words().names[0] == "Chongqing 2024"
    assert window.compare.comparison.rows[0].first.figure.id == "gdp"


def test_a_recent_comparison_is_opened(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.recent_menu.comparison_chosen.emit([YEAR, *OTHERS])
    wait(window, 3, qtbot)
    qtbot.waitUntil(lambda: window.path == YEAR, timeout=WAIT_MS)
    assert window.compare.comparison.sheets[0] == window.store.sheet


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".xlsx"])
@pytest.mark.parametrize("action", ["export_pdf", "export_figures"])
def test_it_is_saved_in_three_formats(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    action: str,
) -> None:
    target = tmp_path / f"beside{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_by_name[action].trigger()
    qtbot.waitUntil(target.exists, timeout=WAIT_MS)
    begins = {".pdf": b"%PDF", ".csv": "\ufeffsheet,row".encode(), ".xlsx": b"PK"}
    qtbot.waitUntil(lambda: window.notices.shown is not None, timeout=WAIT_MS)
    assert target.read_bytes().startswith(begins[suffix])


def test_a_row_is_copied_with_all_its_sources(window: MainWindow, qtbot: QtBot) -> None:
    view = wait(window, 3, qtbot)
    view.panel.copy.click()
    said = QGuiApplication.clipboard().text()
    assert said.count("http") == 3
    assert "Chongqing 2023" in said
    QGuiApplication.clipboard().clear()
    view.table.setFocus()
    window.actions_by_name["copy_value"].trigger()
    assert QGuiApplication.clipboard().text() == said


def test_f6_goes_round_tool_bar_tabs_table_and_panel(window: MainWindow, qtbot: QtBot) -> None:
    view = wait(window, 3, qtbot)
    panes = [window.toolbar, view.tabs, view.table, view.panel]
    view.table.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in panes:
        window.actions_by_name["next_pane"].trigger()
        focused = window.focusWidget()
        assert focused is not None
        seen.append(next(one for one in panes if one is focused or one.isAncestorOf(focused)))
    assert seen == [view.panel, window.toolbar, view.tabs, view.table]
