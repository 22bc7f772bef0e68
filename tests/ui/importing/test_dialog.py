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
from tests.ui.conftest import OpenWindow, bring_to_front, focused, settle

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
    assert combo.accessibleName() == "Column D, Value. 7 cells, 2 with something to look at."
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
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    dialog = shown(qtbot, window, file_of(tmp_path, WIDE, "data.tsv"))
    make = button(dialog, "Make the sheet")
    assert not make.isEnabled()
    assert "‘n/a’ in 1 cells" in make.accessibleDescription()
    say(qtbot, dialog, "‘n/a’ in 1 cells", "Not applicable")
    say(qtbot, dialog, "‘2023/24’ and the like in 8 cells", "In April")
    QTest.keyClicks(field(dialog, "Place"), "Springfield")
    assert make.isEnabled()
    target = tmp_path / "made.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    make.click()
    qtbot.waitUntil(lambda: window.files.path == target)
    assert window.store.sheet.title == "data"
    assert "year_begins: 4" in target.read_text("utf-8")


def test_f4_opens_the_role_of_a_column_and_another_is_read(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for module in ("data_table", "dialog"):
        name = f"cqviewer.ui.importing.{module}.announce"
        monkeypatch.setattr(name, lambda _widget, text: heard.append(text))
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
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    action = window.actions_by_name["new_sheet"]
    assert action.shortcut().toString() == "Ctrl+Shift+N"
    target = tmp_path / "empty.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
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
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    path = file_of(tmp_path, "Year,Births (%)\n2022,5\n2023,7\n")
    target = tmp_path / "made.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
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


def test_what_was_pressed_keeps_the_focus_once_the_file_has_been_read_anew(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    text = "Region,2022,2023\nNorth,1,-\nSouth,2,3\n"
    dialog = shown(qtbot, open_window(), file_of(tmp_path, text))
    bring_to_front(dialog, qtbot)
    button(dialog, "Answer: ‘-’ in 1 cells").setFocus()
    say(qtbot, dialog, "‘-’ in 1 cells", "Not collected")
    assert focused().accessibleName() == "Change: ‘-’ in 1 cells"
    assert focused().accessibleDescription() == "read as: Not collected"
    dialog.done(0)


@pytest.mark.parametrize(
    ("text", "name", "what", "answers"),
    [
        (WIDE, "data.tsv", "‘2023/24’ and the like in 8 cells", ("In April", "In July")),
        (
            "Date,Region,Kilograms (kg)\n01/02/2024,North,5\n02/03/2024,North,7\n",
            "data.csv",
            "‘01/02/2024’ and the like in 2 cells",
            ("The day stands first", "The month stands first"),
        ),
        (
            "Region;2022;2023\nNorth;1.234;2.345\nSouth;3.456;4.567\n",
            "data.csv",
            "A comma or point may be either sign",
            ("Point, 1.5", "Comma, 1,5"),
        ),
        (
            "Date,Kilograms (kg)\n45292,5\n45293,7\n",
            "data.csv",
            "‘45292’ and the like in 2 cells",
            ("Days, as spreadsheets count them",),
        ),
        (
            "Year,Births (%)\n2022,5\n2022,6\n2023,7\n",
            "data.csv",
            "One figure and period with two values in 1 cells",
            ("The first counts", "The last counts"),
        ),
        (
            "Year,Births (%)\n2022,5\nmid decade,6\n",
            "data.csv",
            "‘mid decade’ in 1 cells",
            ("Leave out",),
        ),
        (
            "Year,Status,Births (%)\n2022,zy,5\n2023,,7\n",
            "data.csv",
            "The flag ‘zy’ in 1 cells",
            ("Estimated", "Forecast"),
        ),
    ],
)
def test_an_answer_stays_with_its_question_and_can_be_changed_and_taken_back(
    qtbot: QtBot,
    open_window: OpenWindow,
    tmp_path: Path,
    text: str,
    name: str,
    what: str,
    answers: tuple[str, ...],
) -> None:
    dialog = shown(qtbot, open_window(), file_of(tmp_path, text, name))
    bring_to_front(dialog, qtbot)
    left = next(one for one in dialog.findChildren(QLabel) if one.text().startswith("Left to be"))
    assert what in left.text()
    for answer in answers:
        asked(dialog, what).setFocus()
        say(qtbot, dialog, what, answer)
        assert f"{what}\nYou said: {answer}" in texts(dialog)
        assert what not in left.text()
        assert focused() is button(dialog, f"Change: {what}")
        checked = [one.text() for one in asked(dialog, what).menu().actions() if one.isChecked()]
        assert checked == [answer]
    say(qtbot, dialog, what, "Take the answer back")
    assert what in left.text()
    assert focused() is button(dialog, f"Answer: {what}")
    dialog.done(0)


def test_another_file_is_read_with_what_the_fields_say_and_no_answer_of_the_first(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    dialog = shown(qtbot, window, file_of(tmp_path, WIDE, "data.tsv"))
    say(qtbot, dialog, "‘n/a’ in 1 cells", "Not applicable")
    for name, text in (("Place", "Wales"), ("Unit", "children")):
        field(dialog, name).setText(text)
    other = file_of(tmp_path, "Year,Births\n2022,5\n2023,7\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    button(dialog, "Choose another").click()
    qtbot.waitUntil(lambda: "n/a" not in " ".join(texts(dialog)))
    target = tmp_path / "made.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.waitUntil(button(dialog, "Make the sheet").isEnabled)
    button(dialog, "Make the sheet").click()
    qtbot.waitUntil(lambda: window.files.path == target)
    assert "unit: children" in target.read_text("utf-8")


def test_nothing_moves_under_the_pointer_while_questions_are_answered(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    dialog = shown(qtbot, open_window(), file_of(tmp_path, WIDE, "data.tsv"))
    bring_to_front(dialog, qtbot)
    dialog.resize(700, 560)
    settle()

    def places() -> dict[str, QRect]:
        return {
            one.text(): QRect(one.mapTo(dialog, one.rect().topLeft()), one.size())
            for one in dialog.findChildren(QLabel)
            if one.font().bold() and "Values" not in one.text()
        }

    before = places()
    for what, answer in (
        ("‘2023/24’ and the like in 8 cells", "In April"),
        ("‘n/a’ in 1 cells", "Leave out"),
        ("‘2023/24’ and the like in 8 cells", "Take the answer back"),
    ):
        asked(dialog, what).setFocus()
        scrolled = places()
        say(qtbot, dialog, what, answer)
        settle()
        assert places() == scrolled, what
    assert places().keys() == before.keys()
    dialog.done(0)


def test_the_table_stays_scrolled_where_it_was(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    heads = ",".join(f"Place {at}" for at in range(20))
    rows = "".join(f"{year},{','.join(map(str, range(20)))}\n" for year in range(1950, 2020))
    dialog = shown(qtbot, open_window(), file_of(tmp_path, f"Year,{heads}\n{rows}"))
    table = dialog.findChild(DataTable)
    assert isinstance(table, DataTable)
    bars = (table.horizontalScrollBar(), table.verticalScrollBar())
    for bar in bars:
        bar.setValue(bar.maximum())
    scrolled = [bar.value() for bar in bars]
    assert all(scrolled)
    combo = table.indexWidget(table.model().index(0, 20))
    assert isinstance(combo, QComboBox)
    model = table.model()
    combo.setCurrentIndex(combo.findData("ignore"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: table.model() is not model)
    settle()
    assert [bar.value() for bar in bars] == scrolled
    dialog.done(0)


def test_answers_are_discarded_only_if_that_is_said(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    questions: list[str] = []

    def question(_parent: object, _title: str, text: str, *_: object) -> object:
        questions.append(text)
        return pressed.pop(0)

    monkeypatch.setattr(QMessageBox, "question", question)
    window = open_window()
    dialog = shown(qtbot, window, file_of(tmp_path, WIDE, "data.tsv"))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), questions) == (False, []), "nothing was answered"
    settle()
    dialog = shown(qtbot, window, file_of(tmp_path, WIDE, "data.tsv"))
    say(qtbot, dialog, "‘n/a’ in 1 cells", "Not applicable")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    assert not dialog.isVisible()
    assert len(questions) == 2


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
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    target = tmp_path / "made.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog = shown(qtbot, window, file_of(tmp_path, "Year,Births\n2022,5\n2023,7\n"))
    bring_to_front(dialog, qtbot)
    for name, text in (("Place", "Wales"), ("Unit", "children")):
        field(dialog, name).setFocus()
        QTest.keyClicks(field(dialog, name), text)
    QTest.mouseClick(button(dialog, "Make the sheet"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.files.path == target)
    assert "unit: children" in target.read_text("utf-8")
