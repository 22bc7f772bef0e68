"""Tooltips show plain text, and name the key of what a button does."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.focus import FormDialog
from cqviewer.ui.style.tooltips import plain_tooltip, put_away_tooltip, show_above, tell_key
from tests.ui.conftest import OpenWindow, bring_to_front


def test_markup_is_shown_as_it_stands() -> None:
    assert "&lt;b&gt; &amp; 7.6\u202f%" in plain_tooltip("<b> & 7.6\u202f%")


@pytest.mark.parametrize(("key", "wanted"), [("Ctrl+P", "Print (Ctrl+P)"), ("", "Print")])
def test_a_key_follows_the_name(key: str, wanted: str, qtbot: QtBot) -> None:
    widget, action = QWidget(), QAction()
    qtbot.addWidget(widget)
    widget.setAccessibleName("Print")
    action.setShortcut(key)
    tell_key(widget, action)
    assert widget.toolTip() == wanted
    assert widget.accessibleDescription() == key  # the name is read out before it


def test_buttons_of_the_window_name_the_keys_of_their_actions(open_window: OpenWindow) -> None:
    window = open_window(selected="retail")
    tips = {one.toolTip() for one in window.findChildren(QAbstractButton) if one.isVisible()}
    keys = {"Print (Ctrl+P)", "Table (Ctrl+T)", "Hide the Source panel (F9)"}
    assert keys | {"Copy with citation (Ctrl+Shift+C)"} <= tips
    assert window.toolbar.field.toolTip().endswith("(Ctrl+F)")
    assert window.toolbar.next.toolTip() == "Next hit (F3)"
    window.actions_by_name["panel"].trigger()
    tips = {one.toolTip() for one in window.content.strip.findChildren(QAbstractButton)}
    assert tips == {"Show the Source panel (F9)"}


def test_a_tooltip_of_a_mark_is_short_and_lies_above_it(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 500)
    widget.show()
    box = QRect(0, 300, 200, 24)
    top = widget.mapToGlobal(box.topLeft()).y()
    heights = []
    for text in ("+7.6 %", "a phrase of many words, " * 6):
        show_above(text, QPoint(50, top + 12), box, widget)
        (tip,) = [
            one for one in QApplication.topLevelWidgets() if one.objectName() == "qtooltip_label"
        ]
        assert tip.pos().y() + tip.height() < top
        heights.append(tip.height())
    line = widget.fontMetrics().lineSpacing()
    assert line <= heights[1] - heights[0] < 2 * line, "the long one has two lines"
    QToolTip.hideText()


def test_esc_hides_a_tooltip_first_and_leaves_all_else_as_it_is(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(selected="retail")
    bring_to_front(window, qtbot)
    dialog = FormDialog(window)
    for one in (window, dialog):
        bring_to_front(one, qtbot)
        show_above("+7.6 %", QPoint(50, 312), QRect(0, 300, 200, 24), one)
        assert QToolTip.isVisible()
        QTest.keyClick(one, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not QToolTip.isVisible())
    assert dialog.isVisible()
    assert window.store.view.selected == "retail"
    assert not put_away_tooltip()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    bring_to_front(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.store.view.selected is None


@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=200))
def test_no_word_of_a_text_is_lost_and_none_is_markup(text: str) -> None:
    tip = plain_tooltip(text)
    body = tip.removeprefix("<p style='white-space:pre'>").removesuffix("</p>")
    assert "<" not in body
    words = html.unescape(body).split()
    assert "".join(words) == "".join(text.split())


def test_long_texts_have_lines_of_80_letters_and_their_own_breaks_stay() -> None:
    tip = html.unescape(plain_tooltip(f"{'word ' * 60}\nnext"))
    lines = tip.removeprefix("<p style='white-space:pre'>").removesuffix("</p>").split("\n")
    assert max(map(len, lines)) <= 80
    assert len(lines) == 5
    assert lines[-1] == "next"
