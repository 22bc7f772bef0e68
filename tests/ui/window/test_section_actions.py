"""The Go menu has each tab of the sheet, which Ctrl and a digit show too."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from cqviewer.model.facts import Sheet
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle

CONTROL = Qt.KeyboardModifier.ControlModifier


def go_menu(window: MainWindow) -> QMenu:
    (menu,) = [one for one in window.menuBar().findChildren(QMenu) if one.title() == "&Go"]
    return menu


def tabs(window: MainWindow) -> list[QAction]:
    """Return the actions of the sections, from the menu."""
    ids = {one.id for one in window.store.sheet.sections}
    return [one for one in go_menu(window).actions() if one.data() in ids]


def test_each_section_is_in_the_menu_and_the_one_shown_is_checked(open_window: OpenWindow) -> None:
    window = open_window()
    wording = window.store.wording
    titles = [wording.text(one.title) for one in window.store.sheet.sections]
    assert [one.text().replace("&&", "&") for one in tabs(window)] == titles
    for at, action in enumerate(tabs(window)):
        action.trigger()
        assert window.store.view.section == window.store.sheet.sections[at].id
        assert [one.isChecked() for one in tabs(window)] == [one is action for one in tabs(window)]


def test_control_and_a_digit_show_a_tab(open_in_front: OpenWindow) -> None:
    window = open_in_front()
    QTest.keyClick(window.content.page, Qt.Key.Key_3, CONTROL)
    assert window.store.view.section == window.store.sheet.sections[2].id
    assert [one.shortcut().toString() for one in tabs(window)][:2] == ["Ctrl+1", "Ctrl+2"]


def test_a_sheet_of_many_sections_has_digits_for_nine(
    open_window: OpenWindow, sheet: Sheet
) -> None:
    first = sheet.sections[0]
    many = tuple(
        msgspec.structs.replace(first, id=f"s{number}", title=f"R & D {number}")
        for number in range(12)
    )
    window = open_window(msgspec.structs.replace(sheet, sections=many))
    shortcuts = [one.shortcut().toString() for one in tabs(window)]
    assert shortcuts == [*(f"Ctrl+{number}" for number in range(1, 10)), "", "", ""]
    assert tabs(window)[0].text() == "R && D 0"


def test_another_sheet_leaves_none_of_the_old_tabs(
    open_window: OpenWindow, other_sheet: Sheet
) -> None:
    window = open_window()
    old = {one.id for one in window.store.sheet.sections}
    window.store.open(other_sheet)
    settle()
    names = [one.data() for one in window.actions() if one.data() is not None]
    assert names == [one.id for one in other_sheet.sections]
    assert not old & {*names} - {one.id for one in other_sheet.sections}
