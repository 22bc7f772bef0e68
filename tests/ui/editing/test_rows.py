"""The lists of the form: rows that are begun, cells that are refused, and what stays in them."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.form_buttons import FormButtons
from cqviewer.ui.editing.rows import GroupBox, Rows
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.style.look import Look
from cqviewer.ui.window.window import MainWindow
from tests.model.sheets import figure, sheet_text
from tests.ui.conftest import bring_to_front, settle
from tests.ui.editing.writing import form_of, rest, rows, write_row
from tests.ui.window.test_context_menus import choose, entries, menu_at

SECTIONS = "sections: [{id: one, title: One, figures: [jobs]}]\n"
SERIES = "observations: [{period: 2023, value: 11}, {period: 2024, value: 12}]"
TEXT = sheet_text(f"jobs: {figure(period=None, value='V')}", rest=SECTIONS).replace(
    "value: V", SERIES
)


@pytest.fixture
def text() -> str:
    """Return a sheet with a series."""
    return TEXT


@pytest.fixture
def form(window: MainWindow, qtbot: QtBot) -> SheetForm:
    """Return the form that F2 opens at it, with the keyboard."""
    bring_to_front(window, qtbot)
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    return form_of(window)


def observations(form: SheetForm) -> tuple[Rows, GroupBox]:
    """Return the list of observations, and the box that it is in."""
    listed = rows(form, "observations")
    return listed, next(one for one in form.form.groups if one.rows is listed)


def cells(listed: Rows) -> list[list[str]]:
    """Return what stands in the cells of a list, without what opens a row."""
    model = listed.model()
    places = range(model.columnCount() - 1)
    return [
        [str(model.index(row, column).data()) for column in places]
        for row in range(model.rowCount())
    ]


def type_into(listed: Rows, text: str) -> QLineEdit:
    """Type into the cell that the keyboard is on, and return its editor."""
    QTest.keyClicks(listed, text[:1])
    editor = listed.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, text[1:])
    return editor


def test_a_month_is_added_by_typing_its_period_and_its_value(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    listed, _ = observations(form)
    assert window.focusWidget() is listed
    bring_to_front(window, qtbot)
    for text in ("2025", "13"):
        QTest.keyClick(type_into(listed, text), Qt.Key.Key_Return)
        rest(qtbot)
        listed, _ = observations(form)
        assert window.focusWidget() is listed
    assert path.read_text("utf-8") == TEXT.replace("12}]", "12}, {period: 2025, value: 13}]")
    assert str(window.store.sheet.indicators["jobs"].latest.value) == "13"
    assert cells(listed)[-2:] == [["2025", "13", ""], ["", "", ""]]


def test_a_value_that_is_typed_before_its_row_is_there_is_written_with_it(
    form: SheetForm, path: Path, qtbot: QtBot
) -> None:
    model = observations(form)[0].rows
    model.setData(model.index(2, 0), "2025")
    model.setData(model.index(2, 1), "13")
    rest(qtbot)
    assert "{period: 2025, value: 13}" in path.read_text("utf-8")


def test_a_refused_text_stays_in_its_cell_with_the_reason_below_the_list(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    write_row(qtbot, form, "observations", 1, 1, "many")
    listed, group = observations(form)
    cell = listed.rows.index(1, 1)
    assert group.message.text.startswith("Not saved yet: ")
    assert cell.data(Qt.ItemDataRole.AccessibleDescriptionRole) == group.message.text
    path.write_text(TEXT + "# by another\n", "utf-8")
    window.files.reload()
    window.changes.check()
    rest(qtbot)
    window.store.look(theme="dark")
    rest(qtbot)
    listed, _ = observations(form)
    assert cells(listed)[1] == ["2024", "many", ""]
    assert path.read_text("utf-8") == TEXT + "# by another\n"
    bring_to_front(window, qtbot)
    listed.setFocus()
    window.actions_by_name["deselect"].trigger()
    assert cells(observations(form)[0])[1] == ["2024", "12", ""]
    assert window.editing.form is form


def test_the_certain_text_is_offered_below_the_list_and_written_into_the_cell(
    form: SheetForm, path: Path, qtbot: QtBot
) -> None:
    write_row(qtbot, form, "observations", 1, 0, "Nov 2024")
    _, group = observations(form)
    (fix,) = group.message.links
    assert fix.text() == "Fix: write 2024-11"
    QTest.keyClick(fix, Qt.Key.Key_Space)
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT.replace("period: 2024", "period: 2024-11")
    listed, group = observations(form)
    assert cells(listed)[1][0] == "2024-11"
    assert group.message.isHidden()


def test_what_is_being_typed_stays_while_the_file_is_read_again(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    listed, _ = observations(form)
    listed.choose(1, 1)
    editor = type_into(listed, "14")
    path.write_text(TEXT.replace("title: One", "title: First"), "utf-8")
    window.files.reload()
    window.changes.check()
    rest(qtbot)
    assert editor.text() == "14"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    rest(qtbot)
    assert path.read_text("utf-8") == TEXT.replace("title: One", "title: First").replace(
        "value: 12", "value: 14"
    )


def test_a_cell_changed_here_and_outside_is_asked_about(
    form: SheetForm, window: MainWindow, path: Path, qtbot: QtBot
) -> None:
    write_row(qtbot, form, "observations", 1, 1, "many")
    path.write_text(TEXT.replace("value: 12", "value: 99"), "utf-8")
    window.files.reload()
    window.changes.check()
    rest(qtbot)
    listed, group = observations(form)
    assert cells(listed)[1][1] == "many"
    assert group.message.text == "Changed outside cqviewer meanwhile: 99"
    take, _ = group.message.links
    take.click()
    assert cells(listed)[1][1] == "99"


def test_the_keyboard_comes_to_a_list_at_the_row_that_begins_an_entry(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    listed = rows(form, "targets")
    bring_to_front(window, qtbot)
    listed.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(listed.hasFocus)
    assert listed.currentIndex().row() == 0
    new = listed.currentIndex()
    spoken = [new.siblingAtColumn(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in (0, 1)]
    assert spoken == ["New row", ""]


def test_a_row_that_is_begun_below_what_is_in_sight_is_scrolled_to(
    form: SheetForm, window: MainWindow
) -> None:
    window.resize(window.width(), 560)
    settle()
    listed, box = observations(form)
    area = next(one for one in form.findChildren(QScrollArea) if one.isAncestorOf(box))
    body = area.widget()
    assert body is not None
    low = box.add.mapTo(body, box.add.rect().bottomLeft()).y()
    area.verticalScrollBar().setValue(low - area.viewport().height())
    assert not listed.visibleRegion().boundingRect().height()
    box.add.click()
    settle()
    editor = listed.findChild(QLineEdit)
    assert editor is not None
    assert editor.visibleRegion().boundingRect().height() == editor.height()


def test_the_menu_of_a_row_is_its_own_and_not_that_of_the_figure_that_is_selected(
    form: SheetForm, qtbot: QtBot
) -> None:
    listed, _ = observations(form)
    listed.choose(1, 1)
    value = cells(listed)[1][1]
    assert entries(menu_at(listed)) == ["Copy", "Open", "Remove"]
    choose(menu_at(listed), "Copy")
    assert QGuiApplication.clipboard().text() == value
    for name, told in (("Remove", listed.removed), ("Open", listed.opened)):
        path = listed.path_at_hand
        with qtbot.waitSignal(told) as signal:
            choose(menu_at(listed), name)
        assert signal.args == [path]
        if name == "Remove":
            rest(qtbot)
            listed, _ = observations(form)
            listed.choose(0, 1)


def test_a_word_of_the_format_says_what_it_means_and_is_written_as_it_is(
    form: SheetForm, path: Path, qtbot: QtBot
) -> None:
    write_row(qtbot, form, "observations", 1, 2, "revised")
    cell = rows(form, "observations").rows.index(1, 2)
    assert cell.data() == "revised"
    install_translators("zh")
    assert re.fullmatch("revised \\(已?修订\\)", cell.data())
    assert cell.data(Qt.ItemDataRole.EditRole) == "revised"
    assert "{period: 2024, value: 12, status: revised}" in path.read_text("utf-8")


def test_keys_are_named_in_the_language_of_the_window(
    window: MainWindow, form: SheetForm, look: Look, qtbot: QtBot
) -> None:
    assert "Move &up\tCtrl+Shift+Up" in [one.text() for one in form.buttons.part_menu.actions()]
    install_translators("zh")
    buttons = FormButtons(look, window.changes, form)
    qtbot.addWidget(buttons)
    assert "上移(&U)\tCtrl+Shift+上方向" in [one.text() for one in buttons.part_menu.actions()]
