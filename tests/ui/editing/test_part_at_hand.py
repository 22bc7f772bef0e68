"""F2 edits what the keyboard is on, else what is selected, else the section."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import Hear, bring_to_front
from tests.ui.editing.writing import form_of, rest

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def test_f2_edits_the_card_that_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot)
    card = window.content.page.cards[-1]
    window.store.select("more")
    card.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window, Qt.Key.Key_F2)
    rest(qtbot)
    form = form_of(window)
    assert form.part is not None
    assert form.part.path == ("indicators", card.indicator.id)


def test_with_nothing_selected_f2_edits_the_section_and_says_what_to_do(
    window: MainWindow, hear: Hear, qtbot: QtBot
) -> None:
    said = hear("editing.editing")
    window.store.select(None)
    window.actions_by_name["edit_part"].trigger()
    rest(qtbot)
    form = form_of(window)
    assert form.part is not None
    assert form.part.path == ("sections", 0)
    assert said == ["Select a figure, a chart or a statement first to edit that."]


def test_the_wheel_takes_the_keyboard_from_no_field_since_one_that_is_left_is_written(
    form: SheetForm,
) -> None:
    inputs = [one.focused for one in form.form.boxes] + [one.rows for one in form.form.groups]
    assert {one.focusPolicy() for one in inputs} == {Qt.FocusPolicy.StrongFocus}
