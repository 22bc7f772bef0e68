"""The view of a comparison: its tabs, cells, panel and what a screen reader says of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from cqviewer.paths import data_folder
from cqviewer.ui.compare.side_view import SideView
from cqviewer.ui.panel.grip import STEP, Grip
from cqviewer.ui.state.store import PANEL_LEAST
from cqviewer.ui.style.heard import words_in
from cqviewer.ui.style.lines import Lines
from cqviewer.ui.style.look import Look
from cqviewer.ui.window.window import MainWindow
from tests.ui.compare.test_comparing import OTHERS, YEAR, wait
from tests.ui.conftest import OpenWindow, settle

Spoken = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def view(open_window: OpenWindow, qtbot: QtBot) -> SideView:
    """Compare the sheet of the whole of 2024 with those of 2023 and China."""
    window = open_window(path=data_folder() / "chongqing-2024.yaml")
    with qtbot.waitSignal(window.files.opened):
        window.open_path(YEAR)
    window.compare.compare(OTHERS)
    return wait(window, 3, qtbot)


def texts(view: SideView) -> list[str]:
    """Return the first column of the table."""
    model = view.table.sides
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_tabs_choose_the_rows(view: SideView) -> None:
    assert view.tabs.note.text() == "6 of 29 rows can be compared"
    assert len(texts(view)) == 29
    view.tabs.bar.setCurrentIndex(1)
    assert len(texts(view)) == 6
    assert "New urban jobs" in texts(view)
    view.tabs.bar.setCurrentIndex(2)
    assert len(texts(view)) == 22
    assert "GDP" not in texts(view)


@pytest.mark.parametrize(
    ("other", "tab", "sentence"),
    [
        ("examples/one-figure.yaml", 1, "No row can be compared."),
        ("chongqing-2024.yaml", 2, "No figure stands in one sheet only."),
    ],
)
def test_a_tab_without_rows_says_so(
    other: str, tab: int, sentence: str, open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(path=data_folder() / "chongqing-2024.yaml")
    copied = tmp_path / "other.yaml"
    copied.write_bytes((data_folder() / other).read_bytes())
    window.compare.compare([copied])
    view = wait(window, 2, qtbot)
    assert any(one.startswith("Bars start at zero") for one in words_in(view))
    view.tabs.bar.setCurrentIndex(tab)
    assert texts(view) == []
    assert any(one.startswith(sentence) for one in words_in(view))
    view.tabs.bar.setCurrentIndex(0)
    assert not any(one.startswith(sentence) for one in words_in(view))


def test_arrows_walk_the_cells_and_the_panel_follows(view: SideView) -> None:
    table = view.table
    table.setFocus()
    table.setCurrentIndex(table.sides.index(1, 1))
    QTest.keyClick(table, Qt.Key.Key_Right)
    said = words_in(view.panel)
    assert "Selected figure, in Chongqing 2023" in said
    assert "+6.1\u202f%" in said
    assert any("+0.4 percentage points, derived" in one for one in said)
    assert "The periods differ: 2024, 2023." in said
    assert any("3 with all sheets compared" in one for one in said)
    assert any(one.startswith("http") for one in said)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert "+6.6\u202f%" in words_in(view.panel)
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().column() == 0


def test_the_cell_stays_chosen_at_another_zoom(view: SideView, qtbot: QtBot) -> None:
    window = view.window()
    assert isinstance(window, MainWindow)
    view.table.setCurrentIndex(view.table.sides.index(2, 2))
    chosen = window.compare.comparison.chosen
    assert chosen is not None
    window.store.look(zoom=1.25)
    anew = wait(window, 3, qtbot)
    assert anew is not view
    assert window.compare.comparison.chosen == chosen
    assert anew.table.currentIndex().isValid()


def test_a_cell_says_sheet_figure_value_and_rank_and_the_reasons(view: SideView) -> None:
    model = view.table.sides
    cell = model.index(0, 1)
    name = model.data(cell, Qt.ItemDataRole.AccessibleTextRole)
    description = str(model.data(cell, Qt.ItemDataRole.AccessibleDescriptionRole))
    assert name == "Chongqing 2024, GDP, 3,219.315 bn yuan, as first published, 2024, rank 2 of 3"
    assert description.endswith("No bars: the largest is 45 times the smallest.")
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Chongqing 2023"
    assert model.headerData(0, Qt.Orientation.Vertical) == "GDP"


def test_a_sheet_is_taken_out_by_key_cross_or_menu(view: SideView) -> None:
    table, model = view.table, view.table.sides
    table.setCurrentIndex(model.index(1, 2))
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert model.sheets == 2
    heads = table.horizontalHeader()
    right = heads.sectionViewportPosition(2) + heads.sectionSize(2) - 14
    QTest.mouseClick(
        heads.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(right, 16),
    )
    assert model.sheets == 1
    assert not view.save.isEnabled()


def test_the_menu_takes_a_sheet_out_and_adds_others(view: SideView) -> None:
    menu = view.add.menu()
    *adding, out = menu.actions()
    assert len(adding) == 3
    assert all(one.isEnabled() for one in adding)
    sheets = out.menu()
    assert isinstance(sheets, QMenu)
    assert [one.text() for one in sheets.actions()] == ["Chongqing 2023", "China 2024"]
    sheets.actions()[1].trigger()
    assert view.table.sides.words.names == ["Chongqing 2024", "Chongqing 2023"]


def test_in_a_narrow_window_sheets_stand_below_one_another(view: SideView, qtbot: QtBot) -> None:
    model, table = view.table.sides, view.table
    table.setCurrentIndex(model.index(1, 3))
    table.resize(500, 400)
    qtbot.waitUntil(lambda: model.is_narrow)
    assert (model.columnCount(), model.rowCount()) == (1, 29 * 4)
    assert [texts(view)[at] for at in range(4)] == [
        *("GDP", "3,219.315 bn yuan", "3,014.579 bn yuan", "134,908.4 bn yuan"),
    ]
    assert table.currentIndex().row() == 7  # the same cell
    table.resize(900, 400)
    qtbot.waitUntil(lambda: not model.is_narrow)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 3)


def test_the_panel_begins_hidden_where_it_has_no_room_and_enter_opens_it(view: SideView) -> None:
    assert view.panel.isVisible()
    view.resize(760, 480)
    assert view.panel.isHidden()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.panel.isVisible()
    assert view.panel.copy.hasFocus()
    view.toggle_panel()
    assert view.panel.isHidden()


def test_rows_in_sight_are_as_high_as_what_they_say(view: SideView, qtbot: QtBot) -> None:
    table = view.table
    default = table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: table.rowHeight(0) > default)  # two reasons
    assert table.rowHeight(3) < table.rowHeight(0)
    assert view.grab().toImage().height() == view.height()


def test_the_panel_tells_its_new_name_when_another_value_is_chosen(
    view: SideView, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "cqviewer.ui.compare.side_panel.tell_name",
        lambda panel: told.append(panel.heard().name),
    )
    view.table.setCurrentIndex(view.table.model().index(1, 3))
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    assert told[-1].startswith("China 2024, ")


def test_no_period_is_cut_short_not_even_that_of_a_derived_value(
    open_window: OpenWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(path=data_folder() / "chongqing-2024.yaml")
    window.compare.compare(OTHERS)
    table = wait(window, 3, qtbot).table
    painted: list[str] = []

    def keep(text: str, font: QFont, high: int, width: float, most: int = 0) -> Lines:
        painted.append(text)
        return Lines(text, font, high, width, most)

    monkeypatch.setattr("cqviewer.ui.compare.side_cells.Lines", keep)
    table.grab()
    assert "Jan\u2013Nov 2024, derived" in painted
    assert [one for one in painted if one.endswith("\u2026")] == []


def grip_of(view: SideView) -> Grip:
    """Return the handle of the panel."""
    found = view.findChild(Grip)
    assert isinstance(found, Grip)
    return found


def test_the_panel_s_handle_and_keys_are_those_of_the_page(
    view: SideView,
) -> None:
    window = view.window()
    assert isinstance(window, MainWindow)
    grip, panel = grip_of(view), view.panel
    assert panel.width() == 300
    assert grip.geometry().center().x() == panel.x()
    QTest.keyClick(grip, Qt.Key.Key_Left)
    settle()
    assert panel.width() == 300 + STEP
    window.actions_by_name["panel_wider"].trigger()
    settle()
    assert panel.width() == 340 + STEP
    assert window.store.view.panel_width == 340 + STEP, "the page's too"
    QTest.keyClick(grip, Qt.Key.Key_End)
    window.actions_by_name["panel_narrower"].trigger()
    settle()
    assert panel.width() == PANEL_LEAST
    QTest.keyClick(grip, Qt.Key.Key_Home)
    settle()
    assert panel.width() > 600
    assert view.table.width() >= view.table.minimumWidth()
    QTest.mouseDClick(grip, Qt.MouseButton.LeftButton)
    settle()
    assert panel.width() == 300


def test_below_the_table_the_panel_has_a_height(view: SideView) -> None:
    view.window().resize(860, 760)
    settle()
    grip, panel, table = grip_of(view), view.panel, view.table
    assert panel.isHidden()
    assert grip.isHidden()
    view.toggle_panel()
    settle()
    high = panel.height()
    assert grip.geometry().center().y() == panel.y()
    assert abs(high - table.height()) <= 1
    view.table.choose_first()  # however much there is to be said of a cell
    settle()
    assert panel.height() == high
    QTest.keyClick(grip, Qt.Key.Key_Down)
    settle()
    assert panel.height() == high - STEP
    QTest.keyClick(grip, Qt.Key.Key_Home)
    settle()
    assert table.height() == table.minimumHeight()
    QTest.keyClick(grip, Qt.Key.Key_End)
    settle()
    assert 0 < panel.height() < high / 2
    QTest.mouseDClick(grip, Qt.MouseButton.LeftButton)
    settle()
    assert panel.height() == high
    view.window().resize(1180, 800)
    settle()
    assert panel.width() == 300
    assert panel.height() == table.height()


@pytest.mark.parametrize("tab", [1, 2])
def test_in_each_tab_a_cell_is_selected_and_seen_wherever_the_focus_is(
    view: SideView, look: Look, tab: int
) -> None:
    table = view.table
    table.setCurrentIndex(table.sides.index(0, 1))
    view.tabs.bar.setCurrentIndex(tab)
    settle()
    view.enter_panel()
    at = table.currentIndex()
    assert at.isValid()
    box = table.visualRect(at)
    accent = look.color("accent")
    assert table.viewport().grab(box).toImage().pixelColor(1, 4) == accent
    assert view.panel.heard().name.startswith(str(table.sides.data(at, Spoken)).split(",")[0])
