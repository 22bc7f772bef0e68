"""Questions about a data file: their answers stay beside them, and nothing moves meanwhile."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from cqviewer.ui.importing.data_table import DataTable
from tests.importing.tables import LONG, WIDE, file_of
from tests.ui.conftest import OpenWindow, SaveAs, bring_to_front, focused, settle
from tests.ui.importing.test_dialog import asked, button, field, say, shown, texts

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def test_what_was_pressed_keeps_the_focus_once_the_file_has_been_read_anew(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    text = "Region,2022,2023\nNorth,1,-\nSouth,2,3\n"
    dialog = shown(qtbot, open_window(), file_of(tmp_path, text))
    bring_to_front(dialog, qtbot)
    button(dialog, "Answer: ‘-’ in 1 cell").setFocus()
    say(qtbot, dialog, "‘-’ in 1 cell", "Not collected")
    assert focused().accessibleName() == "Change: ‘-’ in 1 cell"
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
            "One figure and period with two values in 1 cell",
            ("The first counts", "The last counts"),
        ),
        (
            "Year,Births (%)\n2022,5\nmid decade,6\n",
            "data.csv",
            "‘mid decade’ in 1 cell",
            ("Leave out",),
        ),
        (
            "Year,Status,Births (%)\n2022,zy,5\n2023,,7\n",
            "data.csv",
            "The flag ‘zy’ in 1 cell",
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
    qtbot: QtBot,
    open_window: OpenWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    save_as: SaveAs,
) -> None:
    window = open_window()
    dialog = shown(qtbot, window, file_of(tmp_path, WIDE, "data.tsv"))
    say(qtbot, dialog, "‘n/a’ in 1 cell", "Not applicable")
    for name, text in (("Place", "Wales"), ("Unit", "children")):
        field(dialog, name).setText(text)
    other = file_of(tmp_path, "Year,Births\n2022,5\n2023,7\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    button(dialog, "Choose another").click()
    qtbot.waitUntil(lambda: "n/a" not in " ".join(texts(dialog)))
    target = tmp_path / "made.yaml"
    save_as(target)
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
        ("‘n/a’ in 1 cell", "Leave out"),
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
    say(qtbot, dialog, "‘n/a’ in 1 cell", "Not applicable")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    assert not dialog.isVisible()
    assert len(questions) == 2


def test_a_sheet_that_is_saved_and_not_opened_is_told(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path, save_as: SaveAs
) -> None:
    window = open_window()
    dialog = shown(qtbot, window, file_of(tmp_path, LONG))
    target = tmp_path / "kept.yaml"
    save_as(target)
    button(dialog, "Save as YAML …").click()
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    notice = window.notices.shown
    assert notice is not None
    assert notice.title == "Saved kept.yaml"
    assert target.exists()
    assert window.files.path is None
