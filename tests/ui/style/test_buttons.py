"""Icon and text of a button keep the design's distance, at every zoom and in every state."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QCursor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.ui.style.buttons import (
    attach_menu,
    joined_buttons,
    link_button,
    link_inset,
    menu_button,
    primary_button,
    quiet_button,
)
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.style import style_sheet
from tests.ui.conftest import bring_to_front

RED = QColor("#FF0000")


def solid(size: int) -> QIcon:
    """Make an icon that is red to its edges."""
    pixmap = QPixmap(size, size)
    pixmap.fill(RED)
    return QIcon(pixmap)


def columns(image: QImage, color: QColor) -> list[int]:
    """Return the columns of a picture that hold a colour, or nearly so."""
    return [
        x
        for x in range(image.width())
        for y in range(6, image.height() - 6)
        if all(
            abs(one - other) < 40
            for one, other in zip(_parts(image.pixelColor(x, y)), _parts(color), strict=True)
        )
    ]


def _parts(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def shown(button: QAbstractButton, look: Look, qtbot: QtBot) -> QImage:
    """Show a button in the window's style and give its picture."""
    button.setStyleSheet(style_sheet(look))
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    return button.grab().toImage()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.5])
def test_a_quiet_button_s_text_stands_8_px_from_its_icon(zoom: float, qtbot: QtBot) -> None:
    look = Look(LIGHT, zoom)
    button = quiet_button("Hide", "print", look)
    button.setIcon(solid(look.px(16)))
    image = shown(button, look, qtbot)
    icon, text = columns(image, RED), columns(image, look.color("ink2"))
    assert max(icon) - min(icon) + 1 == look.px(16)
    gap = min(text) - max(icon) - 1
    assert look.px(8) <= gap <= look.px(8) + max(2, look.px(2))  # an H begins with some white
    assert abs(min(icon) - (image.width() - 1 - max(text))) <= look.px(4)


def test_an_icon_without_text_stands_in_the_middle(qtbot: QtBot) -> None:
    look = Look(LIGHT)
    button = quiet_button("Hide", "print", look)
    button.setIcon(solid(16))
    wide = button.sizeHint().width()
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    assert button.sizeHint().width() < wide
    image = shown(button, look, qtbot)
    icon = columns(image, RED)
    assert abs(min(icon) - (image.width() - 1 - max(icon))) <= 1


def test_the_primary_button_s_text_stands_as_far_from_its_icon(qtbot: QtBot) -> None:
    look = Look(LIGHT)
    near, far = primary_button("Hide", "copy", look), primary_button("Hide", "copy", look)
    near.setIcon(look.icon("copy", "on_accent"))
    near.setIconSize(look.icon("copy").actualSize(far.iconSize()))
    white = look.color("on_accent")
    first, second = (columns(shown(one, look, qtbot), white) for one in (near, far))

    def widest_gap(found: list[int]) -> int:
        inked = sorted(set(found))
        return max(right - left for left, right in pairwise(inked))

    assert widest_gap(second) - widest_gap(first) == 4


@pytest.mark.parametrize("name", ["link", "errorLink"])
@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.5])
def test_the_ring_of_a_focused_link_is_whole_and_its_text_where_it_is_said(
    name: str, zoom: float, qtbot: QtBot
) -> None:
    look = Look(LIGHT, zoom)
    page = QWidget()
    qtbot.addWidget(page)
    page.setStyleSheet(style_sheet(look))
    link = link_button("Hide details")
    link.setObjectName(name)
    link.setParent(page)
    link.move(20, 20)
    link.resize(link.sizeHint())
    bring_to_front(page, qtbot)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    image = page.grab(link.geometry()).toImage()
    ink, middle = look.color("ink"), image.height() // 2
    for x in (0, 1, image.width() - 2, image.width() - 1):
        assert image.pixelColor(x, middle) == ink
    text = columns(image, look.color("error" if name == "errorLink" else "accent"))
    assert link_inset(look) <= min(text) <= link_inset(look) + look.px(2)


def stops(buttons: Sequence[QWidget]) -> list[QWidget]:
    """Return at which of some buttons Tab stops."""
    return [one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_joined_buttons_look_like_one_and_one_of_them_is_down(look: Look, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    buttons = joined_buttons(("Facts", "Text", "Page"), look, 30, parent)
    for button in buttons:
        button.setParent(parent)
    names = [button.objectName() for button in buttons]
    assert names == ["segmentLeft", "segmentMiddle", "segmentRight"]
    assert {button.height() for button in buttons} == {30}
    for pressed in buttons:
        pressed.click()
        assert [button.isChecked() for button in buttons] == [one is pressed for one in buttons]
        assert stops(buttons) == [pressed]
        node = QAccessible.queryAccessibleInterface(pressed)
        assert node.role() == QAccessible.Role.RadioButton
        assert node.state().checked
        assert node.text(QAccessible.Text.Name) == pressed.text()
    buttons[2].click()
    assert buttons[2].isChecked(), "another click lets none of them up"
    parent.show()
    buttons[2].setFocus()
    buttons[0].setChecked(True)
    assert stops(buttons) == [buttons[0]], "the one that is down, not that of the keyboard"


def test_two_joined_buttons_are_a_left_and_a_right_one(look: Look, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    left, right = joined_buttons(("Charts", "Table"), look, 30, parent)
    assert (left.objectName(), right.objectName()) == ("segmentLeft", "segmentRight")


BUTTONS: dict[str, Callable[[Look], QAbstractButton]] = {
    "quiet": lambda look: quiet_button("Save & close", "save", look),
    "icon": lambda look: quiet_button("Save & close", "save", look, icon_only=True),
    "primary": lambda look: primary_button("Save & close", "save", look),
    "menu": lambda look: menu_button("Save & close", "down", look),
    "link": lambda _look: link_button("Save & close"),
}


@pytest.mark.parametrize("kind", BUTTONS)
def test_each_button_is_named_by_its_text_and_leaves_the_page_its_keys_at_a_click(
    kind: str, look: Look, qtbot: QtBot
) -> None:
    button = BUTTONS[kind](look)
    qtbot.addWidget(button)
    node = QAccessible.queryAccessibleInterface(button)
    assert node.text(QAccessible.Text.Name) == "Save & close"
    assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert button.cursor().shape() == Qt.CursorShape.PointingHandCursor


@pytest.mark.parametrize(("kind", "tip"), [("quiet", ""), ("icon", "Save & close")])
def test_a_button_without_text_has_it_as_its_tooltip(kind: str, tip: str, look: Look) -> None:
    assert BUTTONS[kind](look).toolTip() == tip


@pytest.mark.parametrize("kind", ["quiet", "icon", "primary", "menu"])
def test_only_the_main_action_and_its_variants_are_filled(
    kind: str, look: Look, qtbot: QtBot
) -> None:
    seen = shown(BUTTONS[kind](look), look, qtbot)
    colors = {
        seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())
    }
    assert (look.color("accent").name() in colors) == (kind in ("primary", "menu"))


def test_room_is_kept_for_a_text_that_a_button_shows_at_times(look: Look, qtbot: QtBot) -> None:
    button = quiet_button("Copy", "copy", look)
    qtbot.addWidget(button)
    short = button.sizeHint().width()
    button.other_text = "Copied to all"
    wide = button.sizeHint().width()
    assert wide > short
    button.setText("Copied to all")
    assert button.sizeHint().width() == wide
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    assert button.sizeHint().width() < short


def test_a_button_looks_as_the_pointer_finds_it_once_its_menu_is_closed(
    look: Look, qtbot: QtBot
) -> None:
    button = quiet_button("Add", "plus", look)
    qtbot.addWidget(button)
    menu = QMenu(button)
    attach_menu(button, menu)
    button.show()
    for place, is_under in ((QPoint(-50, -50), False), (button.rect().center(), True)):
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, not is_under)
        QCursor.setPos(button.mapToGlobal(place))
        menu.aboutToHide.emit()
        assert button.underMouse() == is_under
