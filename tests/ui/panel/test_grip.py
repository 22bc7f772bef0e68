"""The handle of the Source panel: dragged, moved by keys, and seen where the keyboard is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget
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
    panel = QFrame(parent)
    panel.setObjectName("beside")
    panel.setGeometry(100, 20, 90, 160)
    made = Grip(look, panel)
    bring_to_front(parent, qtbot)
    yield made
    parent.close()


def panel_of(grip: Grip) -> QFrame:
    parent = grip.parentWidget()
    assert parent is not None
    found = parent.findChild(QFrame, "beside")
    assert isinstance(found, QFrame)
    return found


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
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)  # else it is held in later tests


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


def test_it_lies_over_its_panel_s_edge_wherever_that_goes(grip: Grip) -> None:
    panel, half = panel_of(grip), HIT // 2
    assert grip.geometry() == QRect(100 - half, 20, HIT, 160)
    panel.setGeometry(70, 30, 120, 140)
    assert grip.geometry() == QRect(70 - half, 30, HIT, 140)
    panel.raise_()
    assert grip.window().childAt(70 + half, 60) is grip, "above the panel"
    panel.hide()
    assert grip.isHidden()
    panel.show()
    assert grip.isVisible()


def test_above_a_panel_it_moves_up_and_down(grip: Grip) -> None:
    grip.turn(is_above=True)
    assert grip.geometry() == QRect(100, 20 - HIT // 2, 90, HIT)
    assert grip.cursor().shape() == Qt.CursorShape.SplitVCursor
    found, middle = moves(grip), grip.rect().center()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left):
        QTest.keyClick(grip, key)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(grip, middle + QPoint(12, -30))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert found == [STEP, -STEP, 30]
    node = QAccessible.queryAccessibleInterface(grip)
    assert name_of(node) == "Height of the Source panel"
    assert "Up and Down" in node.text(QAccessible.Text.Description)
    grip.turn(is_above=False)
    assert grip.width() == HIT
    assert name_of(node) == "Width of the Source panel"
