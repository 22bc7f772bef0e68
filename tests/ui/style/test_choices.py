"""Lists are changed by no wheel; the zoom offers levels and takes what is written in between."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.language import install_translators
from cqviewer.ui.style.choices import Choice, ZoomField, zoom_in_words
from cqviewer.ui.style.look import Look
from tests.ui.conftest import bring_to_front


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> ZoomField:
    """Return a field with three levels, at 100 %."""
    field = ZoomField((0.5, 1.0, 2.0), look)
    qtbot.addWidget(field)
    return field


def written(field: ZoomField, text: str) -> list[float]:
    """Write a text and press Enter; give what was picked."""
    picked: list[float] = []
    field.picked.connect(picked.append)
    edit = field.lineEdit()
    assert edit is not None
    edit.setText(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    field.picked.disconnect(picked.append)
    return picked


def scroll_over(choice: QComboBox) -> bool:
    """Turn the wheel by a notch over a list that is not open; return whether it took that."""
    delta, none = QPoint(0, -120), Qt.KeyboardModifier.NoModifier
    place = QPointF(choice.rect().center())
    wheel = QWheelEvent(
        *(place, place, QPoint(), delta, Qt.MouseButton.NoButton, none),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(choice, wheel)
    return wheel.isAccepted()


def test_the_wheel_neither_chooses_nor_focuses_and_is_left_to_what_scrolls(qtbot: QtBot) -> None:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.addItems(["A4", "Letter"])
    assert not scroll_over(choice)
    assert choice.currentText() == "A4"
    assert choice.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("is_editable", [False, True])
def test_alt_down_opens_the_list_where_the_window_has_that_key_too(
    qtbot: QtBot, is_editable: bool
) -> None:
    window, choice, taken = QWidget(), Choice(), []
    qtbot.addWidget(window)
    choice.setParent(window)
    choice.addItems(["A4", "Letter"])
    choice.setEditable(is_editable)
    QShortcut(QKeySequence("Alt+Down"), window, lambda: taken.append("next place"))
    bring_to_front(window, qtbot)
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert not taken
    assert choice.view().isVisible()
    choice.hidePopup()


def test_all_lists_of_the_window_are_such() -> None:
    rooms = Path(__file__).parents[3] / "cqviewer" / "ui"
    made = {
        one for one in rooms.rglob("*.py") if re.search(r"= QComboBox\(", one.read_text("utf-8"))
    }
    assert made == set()


@pytest.mark.parametrize(
    ("text", "zoom"),
    [("130", 1.3), ("130 %", 1.3), (" 75\u202f%", 0.75), ("999", 2.0), ("3", 0.5), ("110.5", 1.1)],
)
def test_any_zoom_within_the_range_can_be_written(text: str, zoom: float, field: ZoomField) -> None:
    assert written(field, text) == [zoom]
    assert field.currentText() == f"{round(zoom * 100)}\u202f%"


@pytest.mark.parametrize("text", ["", "large", "-5", "100", "100\u202f%", "1e3"])
def test_what_is_no_zoom_or_none_other_changes_nothing(text: str, field: ZoomField) -> None:
    assert written(field, text) == []
    assert field.currentText() == "100\u202f%"


def test_a_level_can_be_chosen_and_scrolling_past_chooses_none(
    field: ZoomField, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(field.picked) as signal:
        field.activated.emit(2)
    assert signal.args == [2.0]
    scroll_over(field)
    assert field.currentText() == "200\u202f%"
    field.show_zoom(1.25)
    assert field.currentText() == "125\u202f%"


def test_a_zoom_is_written_as_chinese_has_it() -> None:
    install_translators("zh")
    assert zoom_in_words(1.25) == "125%"
    install_translators("en")
    assert zoom_in_words(1.25) == "125\u202f%"
