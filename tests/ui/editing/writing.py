"""Writing into the form as a reader does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.field_box import FieldBox
from cqviewer.ui.editing.rows import Rows
from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import settle, until_idle


def rest(qtbot: QtBot) -> None:
    """Wait until what was asked of the worker is done, and what follows from it."""
    for _ in range(3):
        settle()
        until_idle(qtbot)


def form_of(window: MainWindow) -> SheetForm:
    """Return the form that is open."""
    form = window.editing.form
    assert form is not None
    return form


def box(form: SheetForm, key: str, language: str = "") -> FieldBox:
    """Return the box of a field."""
    every = form.form.boxes
    return next(one for one in every if (one.field.key, one.field.language) == (key, language))


def write(qtbot: QtBot, form: SheetForm, key: str, text: str, language: str = "") -> None:
    """Write into a field and leave it, as Enter does."""
    one = box(form, key, language)
    if isinstance(one.focused, QCheckBox):
        one.focused.click()
    elif isinstance(one.focused, QComboBox) and not one.focused.isEditable():
        one.focused.setCurrentText(text)
        one.focused.activated.emit(one.focused.currentIndex())
    else:
        one.put(text)
        line = one.focused.lineEdit() if isinstance(one.focused, QComboBox) else one.focused
        assert line is not None
        QTest.keyClick(line, Qt.Key.Key_Return)
    rest(qtbot)


def rows(form: SheetForm, key: str) -> Rows:
    """Return the list of a group."""
    return next(one.rows for one in form.form.groups if one.rows.rows.group.key == key)


def write_row(qtbot: QtBot, form: SheetForm, key: str, row: int, column: int, text: str) -> None:
    """Write into a cell of a list."""
    model = rows(form, key).rows
    cell = model.index(row, column)
    assert cell.flags() & Qt.ItemFlag.ItemIsEditable
    model.setData(cell, text)
    rest(qtbot)
