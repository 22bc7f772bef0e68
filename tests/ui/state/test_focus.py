"""The focus leaves what is to be hidden; Qt does not move it meanwhile to what comes next."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.focus import (
    FocusRing,
    FormDialog,
    TextField,
    give_focus,
    let_go,
    move_focus,
    press_focused,
    shows_ring,
    tab_stops,
)
from cqviewer.ui.style.look import Look
from tests.ui.conftest import OpenWindow, bring_to_front, focused, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def met_by(act: Callable[[], object]) -> list[str]:
    """Return the accessible names of what gets the focus while something is done."""
    met: list[str] = []

    def keep(_old: QWidget | None, new: QWidget | None) -> None:
        met.extend([new.accessibleName()] if new is not None else [])

    QApplication.instance().focusChanged.connect(keep)  # type: ignore[union-attr]
    act()
    settle()
    QApplication.instance().focusChanged.disconnect(keep)  # type: ignore[union-attr]
    return met


def test_what_is_hidden_gives_the_focus_to_nothing_else(qtbot: QtBot) -> None:
    top, search, part = QWidget(), QLineEdit(), QWidget()
    qtbot.addWidget(top)
    column, field = QVBoxLayout(top), QLineEdit(part)
    column.addWidget(search)
    column.addWidget(part)
    top.show()
    bring_to_front(top, qtbot)
    field.setFocus()
    assert not let_go(search)
    assert field.hasFocus()
    assert let_go(part)
    part.hide()
    assert QApplication.focusWidget() is None


def test_the_comparison_and_the_problems_are_entered_and_left_without_the_search(
    open_in_front: OpenWindow,
) -> None:
    window = open_in_front()
    window.content.page.setFocus()
    search = window.toolbar.field.accessibleName()
    for name in ("compare", "compare", "next_problem", "deselect"):
        met = met_by(window.actions_by_name[name].trigger)
        assert met
        assert search not in met, name


Reason = Qt.FocusReason


@pytest.mark.parametrize(
    ("reason", "has_ring"),
    [
        (Reason.TabFocusReason, True),
        (Reason.BacktabFocusReason, True),
        (Reason.ShortcutFocusReason, True),
        (Reason.MouseFocusReason, False),
        (Reason.OtherFocusReason, False),
    ],
)
def test_a_ring_is_shown_where_the_keyboard_brought_the_focus(
    reason: Reason, has_ring: bool
) -> None:
    got, lost = (QFocusEvent(kind, reason) for kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut))
    assert shows_ring(got, False) == shows_ring(got, True) == has_ring
    assert not shows_ring(lost, True)


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize("kind", [QEvent.Type.FocusIn, QEvent.Type.FocusOut])
def test_a_menu_or_another_window_leaves_the_ring_as_it_was(
    kind: QEvent.Type, before: bool
) -> None:
    for reason in (
        Reason.ActiveWindowFocusReason,
        Reason.PopupFocusReason,
        Reason.MenuBarFocusReason,
    ):
        assert shows_ring(QFocusEvent(kind, reason), before) == before


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """Return a form of two fields in a line, a label, a disabled button and another one."""
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(300, 200)
    places = {"right": (150, 0), "left": (0, 3), "off": (0, 60), "go": (0, 100)}
    for name, (x, y) in places.items():
        one = QPushButton(name, top) if name in ("off", "go") else QLineEdit(top)
        one.setObjectName(name)
        one.setEnabled(name != "off")
        one.move(x, y)
    QLabel("words", top).move(0, 150)
    top.show()
    bring_to_front(top, qtbot)
    return top


def names(parts: list[QWidget]) -> list[str]:
    return [one.objectName() for one in parts]


def part(form: QWidget, name: str) -> QWidget:
    found = form.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def counted(button: QWidget) -> list[str]:
    """Return a list that grows by the text of a button whenever it is pressed."""
    pressed: list[str] = []
    assert isinstance(button, QPushButton)
    button.clicked.connect(lambda: pressed.append(button.text()))
    return pressed


def test_tab_stops_are_in_reading_order_without_what_takes_no_keys(form: QWidget) -> None:
    assert names(tab_stops(form)) == ["left", "right", "go"]
    part(form, "left").hide()
    assert names(tab_stops(form)) == ["right", "go"]


def test_the_focus_goes_round_all_stops_both_ways(form: QWidget) -> None:
    met = []
    part(form, "left").setFocus()
    for forwards in (True, True, True, False, False):
        assert move_focus(form, forwards=forwards)
        met.append(focused().objectName())
    assert met == ["right", "go", "left", "go", "right"]


def test_where_nothing_takes_the_focus_none_is_moved(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    QLabel("words", top)
    assert not move_focus(top, forwards=True)


def test_only_a_button_that_has_the_focus_is_pressed(form: QWidget) -> None:
    go = part(form, "go")
    pressed = counted(go)
    give_focus(part(form, "left"), with_ring=True)
    assert not press_focused(form)
    assert pressed == []
    give_focus(go, with_ring=False)
    assert press_focused(form)
    assert pressed == ["go"]


def test_enter_in_a_field_of_a_dialog_presses_none_of_its_buttons(qtbot: QtBot) -> None:
    dialog = FormDialog()
    qtbot.addWidget(dialog)
    column, field, go = QVBoxLayout(dialog), QLineEdit(), QPushButton("Go")
    column.addWidget(field)
    column.addWidget(go)
    pressed = counted(go)
    dialog.show()
    bring_to_front(dialog, qtbot)
    field.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert pressed == []
    assert dialog.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert go.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Enter)
    assert pressed == ["Go"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_field_leaves_letters_with_alt_to_the_buttons(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_S)
    assert field.text() == "s"


def test_a_key_that_leads_to_a_field_brings_it_into_sight(qtbot: QtBot) -> None:
    area, content, field = QScrollArea(), QWidget(), TextField()
    qtbot.addWidget(area)
    content.setMinimumHeight(2000)
    field.setParent(content)
    field.move(0, 1500)
    area.setWidget(content)
    area.resize(200, 200)
    area.show()
    bring_to_front(area, qtbot)
    field.setFocus(Reason.MouseFocusReason)
    assert area.verticalScrollBar().value() == 0
    field.clearFocus()
    field.setFocus(Reason.ShortcutFocusReason)
    top = field.mapTo(area.viewport(), field.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - field.height()


def test_the_ring_around_a_widget_lies_over_all_of_it_while_it_is_wanted(
    look: Look, qtbot: QtBot
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    ring = FocusRing(around, look)
    around.resize(120, 80)
    around.show()
    bring_to_front(around, qtbot)
    around.clearFocus()
    around.setFocus(Reason.TabFocusReason)
    assert ring.is_wanted
    assert ring.isVisible()
    assert ring.size() == around.size()
    picture = around.grab().toImage()
    assert picture.pixelColor(1, 40) == look.color("ink")
    assert picture.pixelColor(60, 40) != look.color("ink")
    around.clearFocus()
    assert ring.isHidden()
    around.setFocus(Reason.MouseFocusReason)
    assert [ring.is_wanted, ring.isVisible()] == [False, False]
