"""The dialog in which a data file becomes a sheet."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from cqviewer.ui.importing.data_table import DataTable
from cqviewer.ui.importing.dialog import ImportDialog
from cqviewer.ui.importing.found_list import FoundList
from cqviewer.ui.importing.given_table import GivenTable
from cqviewer.ui.window.window import MainWindow
from tests.importing.tables import LONG, WIDE, file_of
from tests.ui.conftest import Hear, OpenWindow, SaveAs, bring_to_front, focused, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def shown(qtbot: QtBot, window: MainWindow, path: Path) -> ImportDialog:
    """Return the dialog of a data file once the file has been read."""
    window.open_path(path)
    [dialog] = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: bool(texts(dialog)))
    settle()
    return dialog


def texts(dialog: ImportDialog) -> list[str]:
    """Return what was found, as it is read."""
    found = dialog.findChild(FoundList)
    assert isinstance(found, FoundList)
    texts = [one.text() for one in found.findChildren(QLabel)]
    return [f"{what}\n{how}" for what, how in zip(texts[::2], texts[1::2], strict=True)]


def button(dialog: ImportDialog, name: str) -> QPushButton:
    """Return a button by its text or its name for screen readers."""
    found = [
        one
        for one in dialog.findChildren(QPushButton)
        if name in (one.text().replace("&", ""), one.accessibleName())
    ]
    assert found, name
    return found[-1]


def asked(dialog: ImportDialog, what: str) -> QPushButton:
    """Return the button that answers what was found, or changes the answer."""
    [found] = [
        one
        for one in dialog.findChildren(QPushButton)
        if one.accessibleName() in (f"Answer: {what}", f"Change: {what}")
    ]
    return found


def field(dialog: ImportDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def answer(window: MainWindow, action: str, choice: str) -> None:
    """Trigger an action, and press one of the buttons of what it asks."""
    window.actions_by_name[action].trigger()
    press(window, choice)


def press(window: MainWindow, choice: str) -> None:
    """Press one of the buttons of the question that is open."""
    box = window.findChildren(QMessageBox)[-1]
    [wanted] = [one for one in box.buttons() if one.text().replace("&", "") == choice]
    wanted.click()


def say(qtbot: QtBot, dialog: ImportDialog, what: str, choice: str) -> None:
    """Choose what something means, and wait until the file has been read so."""
    menu = asked(dialog, what).menu()
    before = texts(dialog)
    next(one for one in menu.actions() if one.text() == choice).trigger()
    qtbot.waitUntil(lambda: texts(dialog) not in (before, []))


def test_a_table_is_shown_with_what_was_found_and_what_it_gives(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_window(), file_of(tmp_path, LONG))
    table = dialog.findChild(DataTable)
    assert isinstance(table, DataTable)
    model = table.model()
    combo = table.indexWidget(model.index(0, 3))
    assert isinstance(combo, QComboBox)
    assert combo.accessibleName() == "Column D, Value. Cells: 7, with something to look at: 2."
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "Value"
    assert model.index(3, 3).data() == "409.30000000000001"
    assert model.index(3, 3).data(Qt.ItemDataRole.FontRole).underline()
    assert not model.index(2, 3).data(Qt.ItemDataRole.FontRole).underline()
    assert "‘409.30000000000001’ is read as 409.3" in " ".join(texts(dialog))
    figures = dialog.findChild(GivenTable)
    assert isinstance(figures, GivenTable)
    assert figures.accessibleName() == "Figures it gives: 4. Values: 6"
    item = figures.topLevelItem(1)
    assert item is not None
    assert [item.text(at) for at in range(4)] == [
        "Waste per person, Harbour",
        "366.1 kg",
        "2024",
        "D5",
    ]
    said = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Waste per person, Harbour: 366.1 kg, 2024 (D5)"
    QTest.keyClick(figures, Qt.Key.Key_Down)
    QTest.keyClick(figures, Qt.Key.Key_Down)
    assert figures.currentItem() is item
    assert table.currentIndex().data() == "366.1"
    dialog.done(0)


def test_what_the_file_does_not_tell_is_said_and_then_the_sheet_is_opened(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, save_as: SaveAs
) -> None:
    window = open_window()
    dialog = shown(qtbot, window, file_of(tmp_path, WIDE, "data.tsv"))
    make = button(dialog, "Make the sheet")
    assert not make.isEnabled()
    assert "‘n/a’ in 1 cell" in make.accessibleDescription()
    say(qtbot, dialog, "‘n/a’ in 1 cell", "Not applicable")
    say(qtbot, dialog, "‘2023/24’ and the like in 8 cells", "In April")
    QTest.keyClicks(field(dialog, "Place"), "Springfield")
    assert make.isEnabled()
    target = tmp_path / "made.yaml"
    save_as(target)
    make.click()
    qtbot.waitUntil(lambda: window.files.path == target)
    assert window.store.sheet.title == "data"
    assert "year_begins: 4" in target.read_text("utf-8")


def test_f4_opens_the_role_of_a_column_and_another_is_read(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, hear: Hear
) -> None:
    heard = hear("importing.data_table", "importing.dialog")
    dialog = shown(qtbot, open_window(), file_of(tmp_path, LONG))
    assert heard == [], "what the dialog begins with is read out with it"
    table = dialog.findChild(DataTable)
    assert isinstance(table, DataTable)
    table.setCurrentIndex(table.model().index(2, 5))
    combo = table.indexWidget(table.model().index(0, 5))
    assert isinstance(combo, QComboBox)
    QTest.keyClick(table, Qt.Key.Key_F4)
    qtbot.waitUntil(combo.view().isVisible)
    combo.hidePopup()
    model = table.model()
    combo.setCurrentIndex(combo.findData("ignore"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: table.model() is not model)
    new = table.indexWidget(table.model().index(0, 5))
    assert isinstance(new, QComboBox)
    assert new.currentText() == "Ignore"
    assert heard[0] == "F: Ignore"
    assert heard[1:] == [
        one.text() for one in dialog.findChildren(QLabel) if "before" in one.text()
    ]
    assert table.currentIndex().column() == 5
    dialog.done(0)


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window()
    window.open_path(file_of(tmp_path, "no,numbers\nat,all\n"))
    [dialog] = window.findChildren(ImportDialog)
    said = "there is no number in this file"
    qtbot.waitUntil(
        lambda: any(said in one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
    )
    assert not button(dialog, "Make the sheet").isEnabled()
    assert not button(dialog, "Save as YAML …").isEnabled()
    dialog.done(0)


def test_in_a_narrow_window_what_was_found_stands_below_the_table(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_window(), file_of(tmp_path, LONG))
    label = next(one for one in dialog.findChildren(QLabel) if "15 digits" in one.text())
    table = dialog.findChild(DataTable)
    assert isinstance(table, DataTable)

    def left() -> int:
        return label.mapTo(dialog, label.rect().topLeft()).x()

    dialog.resize(1040, 728)
    assert left() > table.geometry().right()
    dialog.resize(700, 728)
    qtbot.waitUntil(lambda: left() < table.geometry().right())
    dialog.done(0)


def test_the_menu_asks_for_a_data_file(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    path = file_of(tmp_path, LONG)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    answer(window, "new_sheet", "From data…")
    assert window.findChildren(ImportDialog) == []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    answer(window, "new_sheet", "From data…")
    [dialog] = window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: bool(texts(dialog)))
    dialog.done(0)


def test_a_new_sheet_is_empty_or_from_data(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, save_as: SaveAs
) -> None:
    window = open_window()
    action = window.actions_by_name["new_sheet"]
    assert action.shortcut().toString() == "Ctrl+Shift+N"
    target = tmp_path / "empty.yaml"
    save_as(target)
    answer(window, "new_sheet", "Empty")
    qtbot.waitUntil(lambda: window.files.path == target)


def test_reading_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    rows = "".join(f"{year},{place},{year}\n" for place in range(900) for year in range(1900, 2011))
    path = file_of(tmp_path, f"Year,Place,Value\n{rows}")
    window = open_window()
    window.open_path(path)
    [dialog] = window.findChildren(ImportDialog)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    qtbot.waitUntil(lambda: bar.isVisible() and bar.value() > 0)
    assert bar.accessibleName() == "Reading"
    button(dialog, "Stop").click()
    assert not bar.isVisible()
    assert "Reading was stopped" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert not button(dialog, "Make the sheet").isEnabled()
    dialog.done(0)


def test_large_type_fits_a_small_screen(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_window(zoom=2.5), file_of(tmp_path, LONG))
    room = dialog.screen().availableSize()
    assert dialog.width() < room.width(), "with what a desktop puts around it"
    assert dialog.height() < room.height()
    dialog.resize(760, 560)
    assert dialog.width() <= 760
    assert dialog.height() <= 560
    bring_to_front(dialog, qtbot)
    QTest.keyClick(focused(), Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert focused() is field(dialog, "Place")
    assert not focused().visibleRegion().isEmpty(), "the field that a key leads to is in sight"
    dialog.done(0)


def test_tab_walks_as_it_is_read_and_enter_in_a_field_presses_nothing(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_window(), file_of(tmp_path, LONG))
    bring_to_front(dialog, qtbot)
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    field(dialog, "Title").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    table = dialog.findChild(DataTable)
    assert isinstance(table, DataTable)
    table.setFocus()
    met: list[str] = []
    while not met or focused() is not table:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        met.append(focused().accessibleName() or focused().property("text") or "")
    changes = [at for at, name in enumerate(met) if name.startswith(("Answer", "Change"))]
    assert changes, met
    assert max(changes) < met.index("Title") < met.index("Unit") < met.index("Cancel")
    assert ended == []


def test_what_a_head_was_taken_for_leads_to_the_role_of_its_column(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    text = "Share, %\n\nItems,2021,20221\nNorth,3.1,2\nSouth,4,5\n1 From 2022 another line.\n"
    dialog = shown(qtbot, open_window(), file_of(tmp_path, text))
    table = dialog.findChild(DataTable)
    assert isinstance(table, DataTable)
    combo = table.indexWidget(table.model().index(0, 2))
    assert isinstance(combo, QComboBox)
    button(dialog, "Change: The head ‘20221’").click()
    qtbot.waitUntil(combo.view().isVisible)
    assert table.currentIndex().column() == 2
    combo.hidePopup()
    dialog.done(0)


def test_the_place_of_the_sheet_made_last_is_offered_and_never_taken_by_itself(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, save_as: SaveAs
) -> None:
    window = open_window()
    path = file_of(tmp_path, "Year,Births (%)\n2022,5\n2023,7\n")
    target = tmp_path / "made.yaml"
    save_as(target)
    dialog = shown(qtbot, window, path)
    assert not [one for one in dialog.findChildren(QPushButton) if "Take" in one.text()]
    field(dialog, "Place").setText("Wales")
    button(dialog, "Make the sheet").click()
    qtbot.waitUntil(lambda: window.files.path == target)
    window.importing.show(path)
    dialog = window.findChildren(ImportDialog)[-1]
    qtbot.waitUntil(lambda: bool(texts(dialog)))
    assert field(dialog, "Place").text() == ""
    assert not button(dialog, "Make the sheet").isEnabled()
    button(dialog, "Take Wales").click()
    qtbot.waitUntil(button(dialog, "Make the sheet").isEnabled)
    assert field(dialog, "Place").text() == "Wales"
    dialog.done(0)


def test_a_key_for_a_button_that_is_disabled_writes_into_no_field(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_window(), file_of(tmp_path, "Year,Births\n2022,5\n2023,7\n"))
    bring_to_front(dialog, qtbot)
    make, place = button(dialog, "Make the sheet"), field(dialog, "Place")
    QTest.keyClicks(place, "Wales")
    assert "No unit" in make.accessibleDescription()
    QTest.keyClick(place, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert place.text() == "Wales"
    QTest.keyClicks(field(dialog, "Unit"), "children")
    assert make.isEnabled()
    field(dialog, "Unit").clear()
    assert not make.isEnabled()
    dialog.done(0)


def test_a_button_stays_pressed_while_the_field_that_was_left_is_taken(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, save_as: SaveAs
) -> None:
    window = open_window()
    target = tmp_path / "made.yaml"
    save_as(target)
    dialog = shown(qtbot, window, file_of(tmp_path, "Year,Births\n2022,5\n2023,7\n"))
    bring_to_front(dialog, qtbot)
    for name, text in (("Place", "Wales"), ("Unit", "children")):
        field(dialog, name).setFocus()
        QTest.keyClicks(field(dialog, name), text)
    QTest.mouseClick(button(dialog, "Make the sheet"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.files.path == target)
    assert "unit: children" in target.read_text("utf-8")


@pytest.mark.parametrize("kind", [DataTable, GivenTable])
def test_a_list_that_has_the_keyboard_has_a_ring(
    kind: type[DataTable | GivenTable], qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(theme="light")
    dialog = shown(qtbot, window, file_of(tmp_path, LONG))
    bring_to_front(dialog, qtbot)
    part = dialog.findChild(kind)
    assert part is not None

    def ink(y: int) -> int:
        line = part.grab(QRect(0, y, part.width(), 1)).toImage()
        return sum(line.pixelColor(x, 0) == window.look.color("ink") for x in range(line.width()))

    button(dialog, "Cancel").setFocus()
    assert ink(0) == 0
    part.setFocus(Qt.FocusReason.TabFocusReason)
    assert ink(0) > 0.9 * part.width()
    if isinstance(part, DataTable):
        part.setCurrentIndex(part.model().index(2, 0))
        cell = part.visualRect(part.currentIndex())
        top = part.viewport().mapTo(part, cell.topLeft()).y()
        assert ink(top) > 0.9 * cell.width(), "and so has the cell"
    dialog.done(0)
