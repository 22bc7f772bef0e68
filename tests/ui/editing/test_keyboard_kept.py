"""The keyboard in the form while the page is rebuilt, and once the form has closed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.ui.editing.sheet_form import SheetForm
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import bring_to_front, focused
from tests.ui.editing.writing import box, rest, write


@pytest.mark.parametrize("key", ["value", "source"])
def test_what_is_selected_where_tab_leads_stays_so_while_the_page_is_built_anew(
    form: SheetForm, window: MainWindow, qtbot: QtBot, key: str
) -> None:
    bring_to_front(window, qtbot)
    name, one = box(form, "name"), box(form, key)
    before = one.text
    name.take_focus()
    name.put("Jobs in all")
    one.take_focus()  # as Tab does, which writes the name
    rest(qtbot)
    assert (name.field.text, one.text) == ("Jobs in all", before)
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "34")
    assert one.text == "34"


def test_a_form_that_closes_leads_back_to_its_figure_also_where_the_page_was_rebuilt(
    form: SheetForm, window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot)
    box(form, "value").take_focus()
    write(qtbot, form, "value", "13")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.editing.form is None
    assert focused() is window.content.page.card_of("jobs")
