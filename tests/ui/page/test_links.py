"""Links inside the sheet: an arrow and words that wrap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.ui.page.links import INSET, Link, add_in_line
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import bring_to_front, name_of

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told

LONG = "Industry, value added above a certain size in the whole of the municipality: +7.6 %"


def link(text: str, look: Look, qtbot: QtBot, fact_id: str = "") -> Link:
    made = Link(text, look, fact_id)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def test_a_click_leads_to_what_the_link_names(look: Look, qtbot: QtBot) -> None:
    one = link("Retail", look, qtbot, "retail")
    with qtbot.waitSignal(one.followed) as followed:
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert followed.args == ["retail"]


def test_a_link_without_an_id_follows_nothing(look: Look, qtbot: QtBot) -> None:
    one = link("Open the source", look, qtbot)
    with qtbot.assertNotEmitted(one.followed):
        one.click()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Select])
def test_the_keyboard_presses_it(key: Qt.Key, look: Look, qtbot: QtBot) -> None:
    one = link("Retail", look, qtbot, "retail")
    with qtbot.waitSignal(one.followed) as followed:
        QTest.keyClick(one, key)
    assert followed.args == ["retail"]


def test_assistive_technology_meets_a_link_by_its_words(look: Look, qtbot: QtBot) -> None:
    one = link("R & D", look, qtbot, "rd")
    node = QAccessible.queryAccessibleInterface(one)
    assert (node.role(), name_of(node)) == (QAccessible.Role.Link, "R & D")
    assert node.state().linked
    with qtbot.waitSignal(one.followed):
        node.actionInterface().doAction("Press")


@given(width=st.integers(60, 900))
def test_words_wrap_in_any_width_and_the_link_is_as_high_as_they_are(
    qapp: QApplication, width: int
) -> None:
    assert qapp is not None
    look = Look(LIGHT)
    one = Link(LONG, look)
    high = one.heightForWidth(width)
    assert high >= one.minimumSizeHint().height()
    assert high >= one.heightForWidth(width + 1)
    if width >= one.sizeHint().width():
        assert high == one.sizeHint().height()


def test_the_pointer_and_the_focus_are_seen(look: Look, qtbot: QtBot) -> None:
    one = link("Retail", look, qtbot)
    bring_to_front(one, qtbot)
    one.clearFocus()
    one.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)  # where it lies on the screen
    before = one.grab().toImage()
    one.setFocus(Qt.FocusReason.TabFocusReason)
    focused = one.grab().toImage()
    assert focused != before
    one.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert one.grab().toImage() != focused, "the words are underlined"


def test_texts_stand_in_line_with_the_arrows_of_links(look: Look, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    text, one = TextBlock("A figure", look, "body"), Link("Retail", look)
    for part in (text, one):
        add_in_line(column, part, look)
    parent.resize(300, 100)
    parent.show()
    assert text.x() == look.px(INSET)
    assert one.x() == 0, "its ring stands there"
    assert one.width() < 300, "as wide as its words"
    assert text.width() == 300 - look.px(INSET)
