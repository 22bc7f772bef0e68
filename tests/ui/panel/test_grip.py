"""The handle of the Source panel: dragged, moved by keys, and seen where the keyboard is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.panel.grip import HIT, STEP, Grip
from cqviewer.ui.style.look import Look
from tests.ui.conftest import bring_to_front, name_of

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grip(look: Look, qtbot: QtBot) -> Iterator[Grip]:
    """Yield a handle over a widget of its own."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(200, 200)
    made = Grip(look, parent)
    made.setGeometry(100, 0, HIT, 200)
    bring_to_front(parent, qtbot)
    yield made
    parent.close()


def moves(grip: Grip) -> list[int]:
    """Return the px by which it is moved from now on."""
    found: list[int] = []
    grip.moved.connect(found.append)
    return found


def test_arrows_move_it_a_step_and_home_and_end_to_the_limits(grip: Grip) -> None:
    found = moves(grip)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(grip, key)
    assert found[:2] == [STEP, -STEP]
    assert found[2] > 10_000
    assert found[3] < -10_000


def test_other_keys_and_those_with_control_are_not_its_own(grip: Grip) -> None:
    found = moves(grip)
    QTest.keyClick(grip, Qt.Key.Key_Left, CONTROL)
    QTest.keyClick(grip, Qt.Key.Key_A)
    assert found == []


def test_a_drag_moves_it_by_what_the_pointer_went(grip: Grip) -> None:
    found, middle = moves(grip), grip.rect().center()
    QTest.mouseMove(grip, middle + QPoint(-30, 0))
    assert found == [], "no button is pressed"
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(grip, middle + QPoint(-30, 5))
    QTest.mouseMove(grip, middle + QPoint(12, 0))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert found == [30, -12]


def test_a_double_click_asks_for_the_usual_width(grip: Grip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grip.reset):
        QTest.mouseDClick(grip, Qt.MouseButton.LeftButton)


def test_the_keyboard_s_focus_is_seen(grip: Grip, look: Look) -> None:
    def has_ink() -> bool:
        image = grip.grab().toImage()
        ink = look.color("ink").name()
        columns = range(image.width())
        return any(image.pixelColor(x, image.height() // 2).name() == ink for x in columns)

    grip.clearFocus()
    assert not has_ink()
    grip.setFocus(Qt.FocusReason.TabFocusReason)
    assert grip.shows_focus
    assert has_ink()
    grip.clearFocus()
    assert not has_ink()
    grip.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not grip.shows_focus


def test_assistive_technology_meets_a_splitter_with_its_keys(grip: Grip) -> None:
    node = QAccessible.queryAccessibleInterface(grip)
    assert node.role() == QAccessible.Role.Splitter
    assert name_of(node) == "Width of the Source panel"
    assert "Home and End" in node.text(QAccessible.Text.Description)
