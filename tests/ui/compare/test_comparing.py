"""Compare brings the comparison to the front, in place of the page, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from cqviewer.load import load_sheet
from cqviewer.paths import data_folder
from cqviewer.ui.compare.side_view import SideView
from cqviewer.ui.output.preview import PrintPreview
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, OpenWindow, SaveAs, bring_to_front, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
OTHERS = [data_folder() / f"{name}.yaml" for name in ("chongqing-2023", "china-2024")]
YEAR = data_folder() / "chongqing-2024-year.yaml"


def wait(window: MainWindow, sheets: int, qtbot: QtBot) -> SideView:
    """Wait until so many sheets have been compared; return the view of them."""
    comparison = window.compare.comparison
    qtbot.waitUntil(lambda: len(comparison.sheets) == sheets and comparison.is_whole)
    assert window.compare.view is not None
    return window.compare.view


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Compare the bundled sheet with two others."""
    made = open_window(path=data_folder() / "chongqing-2024.yaml")
    made.compare.compare(OTHERS)
    wait(made, 3, qtbot)
    return made


def test_what_stands_side_by_side_is_heard_as_often_as_it_changes(
    open_window: OpenWindow, qtbot: QtBot, hear: Hear
) -> None:
    heard = hear("compare.comparing")
    window = open_window()
    window.actions_by_name["compare"].trigger()
    wait(window, 1, qtbot)
    assert heard == [], "the sheet alone is what was open"
    window.compare.comparison.add(OTHERS[1:])
    wait(window, 2, qtbot)
    window.compare.comparison.restart()
    wait(window, 2, qtbot)
    window.compare.comparison.remove(1)
    first = window.store.wording.text(window.store.sheet.title)
    other = window.store.wording.text(load_sheet(OTHERS[1]).title)
    assert heard == [f"Side by side: {first}; {other}", f"Side by side: {first}"]


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


def test_the_comparison_is_come_back_to_where_it_was_left(window: MainWindow, qtbot: QtBot) -> None:
    table = wait(window, 3, qtbot).table
    table.setCurrentIndex(table.sides.index(2, 2))
    said = table.accessibleDescription(), str(table.currentIndex().data())
    for name in ("deselect", "compare"):
        window.actions_by_name[name].trigger()
    table = wait(window, 3, qtbot).table
    settle()
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 2)
    assert (table.accessibleDescription(), str(table.currentIndex().data())) == said


@pytest.mark.parametrize("name", ["edit_part", "unused", "next_place", "fix_problem"])
def test_keys_of_the_page_act_where_they_are_seen(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    assert not window.compare.is_on
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
    qtbot.waitUntil(view.isVisible)
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
    with qtbot.waitSignal(window.files.opened):
        window.open_path(YEAR)
    wait(window, 3, qtbot)
    assert window.compare.comparison.words().names[0] == "Chongqing 2024"
    assert window.compare.comparison.rows[0].first.figure.id == "gdp"


def test_a_recent_comparison_is_opened(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.recent_menu.comparison_chosen.emit([YEAR, *OTHERS])
    wait(window, 3, qtbot)
    qtbot.waitUntil(lambda: window.path == YEAR)
    assert window.compare.comparison.sheets[0] == window.store.sheet


@pytest.mark.parametrize("suffix", [".pdf", ".csv", ".xlsx"])
@pytest.mark.parametrize("action", ["export_pdf", "export_figures"])
def test_it_is_saved_in_three_formats(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, save_as: SaveAs, suffix: str, action: str
) -> None:
    target = tmp_path / f"beside{suffix}"
    save_as(target)
    window.actions_by_name[action].trigger()
    qtbot.waitUntil(target.exists)
    begins = {".pdf": b"%PDF", ".csv": "\ufeffsheet,row".encode(), ".xlsx": b"PK"}
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    assert target.read_bytes().startswith(begins[suffix])


def test_the_name_that_is_offered_is_in_the_language_of_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_parent: object, _title: str, suggested: str, *_: object) -> tuple[str, str]:
        offered.append(Path(suggested).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    for language in ("en", "zh"):
        install_translators(language)
        window.actions_by_name["export_pdf"].trigger()
    assert offered == ["comparison.pdf", "对比.pdf"]


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


def test_a_narrower_window_does_not_bring_the_page_back(window: MainWindow) -> None:
    window.resize(900, 600)
    settle()
    assert window.content.isHidden()
    assert window.compare.view is not None
    assert window.compare.view.isVisible()


@pytest.mark.parametrize("zoom", [2.0, 2.5])
def test_rows_have_room_in_a_small_window_with_large_type(
    open_window: OpenWindow, qtbot: QtBot, zoom: float
) -> None:
    window = open_window(path=data_folder() / "chongqing-2024.yaml", zoom=zoom)
    window.resize(760, 560)
    window.compare.compare(OTHERS)
    view = wait(window, 3, qtbot)
    settle()
    table = view.table
    assert table.sides.is_narrow
    assert table.horizontalHeader().isHidden()
    needed = max(table.rowHeight(at) for at in range(4))
    assert table.viewport().height() >= needed  # a whole cell can be read
    table.setFocus()
    for _ in range(5):
        QTest.keyClick(table, Qt.Key.Key_Down)
    seen = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(seen)


def test_names_stay_in_sight_where_sheets_are_scrolled(window: MainWindow, qtbot: QtBot) -> None:
    window.compare.add(YEAR)
    view = wait(window, 4, qtbot)
    window.resize(1180, 820)
    settle()
    table = view.table
    table.setCurrentIndex(table.sides.index(0, 4))
    settle()
    assert table.horizontalScrollBar().value() > 0
    names = table.columnWidth(0)
    assert table.visualRect(table.currentIndex()).left() >= names
    assert table.indexAt(QPoint(20, 20)).column() == 0
    QTest.keyClick(table, Qt.Key.Key_Left)
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.visualRect(table.currentIndex()).left() >= names
    picture = table.viewport().grab().toImage()
    table.horizontalScrollBar().setValue(0)
    settle()
    box = QRect(0, 0, names, 60)
    assert table.viewport().grab(box).toImage() == picture.copy(box)


def test_the_preview_shows_the_comparison(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["preview"].trigger()
    preview = window.findChild(PrintPreview)
    assert preview is not None
    assert preview.windowTitle().startswith("Print preview – comparison")
    qtbot.waitUntil(lambda: bool(preview.data))
    text = preview.view.document().getAllText(0).text()
    assert "Compare:" in text
    shown = [one.text() for one in preview.choices.findChildren(QCheckBox) if one.isVisible()]
    assert shown == []
    window.compare.show(is_on=False)
    window.actions_by_name["preview"].trigger()
    sheets = [one for one in window.findChildren(PrintPreview) if one.make is None]
    assert len(sheets) == 1
    qtbot.waitUntil(lambda: bool(sheets[0].data))
    assert "Compare:" not in sheets[0].view.document().getAllText(0).text()
    sheets[0].close()


def test_the_preview_follows_sheets_that_are_added_and_taken_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_by_name["preview"].trigger()
    preview = window.findChild(PrintPreview)
    assert preview is not None

    def says(text: str) -> bool:
        return bool(preview.data) and text in preview.view.document().getAllText(0).text()

    qtbot.waitUntil(lambda: says("Three fact sheets"))
    window.files_dropped.emit([YEAR])
    qtbot.waitUntil(lambda: says("Four fact sheets"))
    window.compare.comparison.remove(3)
    window.compare.comparison.remove(2)
    qtbot.waitUntil(lambda: says("Two fact sheets"))
    preview.close()


def test_the_menu_of_a_cell_copies_and_leads_to_its_sheet(window: MainWindow, qtbot: QtBot) -> None:
    assert window.compare.view is not None
    table = window.compare.view.table
    row = next(
        at
        for at in range(table.sides.rowCount())
        if table.sides.place(table.sides.index(at, 0))[0].cells[1]
    )
    table.setCurrentIndex(table.sides.index(row, 2))
    assert window.compare.comparison.chosen is not None
    cell = window.compare.comparison.chosen[0].cells[1]
    assert cell is not None
    menu = table.menu()
    value, whole, shown = menu.actions()[:3]
    value.trigger()
    assert QGuiApplication.clipboard().text() == str(table.currentIndex().data())
    whole.trigger()
    assert QGuiApplication.clipboard().text() == table.selected_text
    shown.trigger()
    qtbot.waitUntil(lambda: not window.compare.is_on)
    settle()
    assert window.files.path == OTHERS[0]
    assert window.store.view.selected == cell.figure.id
    assert not window.content.isHidden()


def test_shift_f10_opens_the_menu_of_the_cell_that_the_keyboard_is_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    assert window.compare.view is not None
    table = window.compare.view.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [one.text().replace("&", "") for one in menu.actions() if one.text()]
    assert names == ["Copy value", "Copy row with all sources", "Show in its sheet", "Add a sheet"]
    menu.close()
