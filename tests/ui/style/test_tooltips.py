"""Tooltips show plain text, and name the key of what a button does."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QCursor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.state.focus import FormDialog
from cqviewer.ui.style.tooltips import (
    MarkTip,
    place_beside,
    plain_tooltip,
    put_away_tooltip,
    tell_key,
)
from tests.ui.conftest import OpenWindow, bring_to_front


def test_markup_is_shown_as_it_stands() -> None:
    assert "&lt;b&gt; &amp; 7.6\u202f%" in plain_tooltip("<b> & 7.6\u202f%")


def test_no_text_has_no_tooltip_whose_tags_would_be_read_out() -> None:
    assert not plain_tooltip("")


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


class Picture(QWidget):
    """A picture in an area that scrolls, with marks one below the other, 40 px each."""

    def __init__(self, qtbot: QtBot, count: int) -> None:
        super().__init__()
        self.area = QScrollArea()
        qtbot.addWidget(self.area)
        body = QWidget()
        self.setParent(body)
        self.boxes = [QRect(0, 40 * row, 600, 40) for row in range(count)]
        body.setFixedSize(600, 100 + 40 * count)
        self.setGeometry(0, 100, 600, 40 * count)
        self.area.setWidget(body)
        self.area.resize(640, 400)
        self.tip = MarkTip(self)
        self.area.show()
        qtbot.waitExposed(self.area)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def point(self, row: int, across: int = 300) -> None:
        """Have the pointer on a mark."""
        place, others = QPoint(across, 40 * row + 20), list(self.boxes)
        QCursor.setPos(self.mapToGlobal(place))
        self.tip.tell(f"mark {row}", place, others.pop(row), others)

    def put_pointer(self, widget: QWidget, place: QPoint) -> None:
        """Move the pointer out of the picture, or onto its tip and off it, as Qt tells of it."""
        QCursor.setPos(widget.mapToGlobal(place))
        for one in (self, self.tip):
            if one is not widget:
                QApplication.sendEvent(one, QEvent(QEvent.Type.Leave))


@pytest.fixture
def picture(qtbot: QtBot) -> Picture:
    """Return a picture with five marks, whose second is pointed at and told of."""
    picture = Picture(qtbot, 5)
    picture.point(1)
    qtbot.waitUntil(picture.tip.isVisible)
    return picture


def test_the_pointer_goes_onto_a_tip_and_back_and_it_stays_until_both_are_left(
    picture: Picture,
) -> None:
    tip = picture.tip
    box = picture.boxes[1].translated(0, 100)
    assert tip.geometry().bottom() + 1 == box.top(), "there is no gap to be crossed"
    picture.put_pointer(tip, tip.rect().center())
    assert tip.isVisible()
    picture.put_pointer(picture, QPoint(300, 60))
    assert tip.isVisible()
    picture.put_pointer(picture.area, QPoint(5, 5))
    assert not tip.isVisible()


def test_what_is_passed_over_is_not_told_and_another_mark_is_told_in_its_place(
    picture: Picture, qtbot: QtBot
) -> None:
    picture.point(2)
    assert not picture.tip.isVisible()
    picture.point(3)
    qtbot.waitUntil(picture.tip.isVisible)
    assert picture.tip.text() == "mark 3"
    picture.point(4)
    picture.tip.leave()
    picture.point(0)
    qtbot.waitUntil(picture.tip.isVisible)
    assert picture.tip.text() == "mark 0"


def test_a_click_puts_a_tip_away_and_it_does_not_come_again_for_the_same_mark(
    picture: Picture, qtbot: QtBot
) -> None:
    QTest.mousePress(picture.tip, Qt.MouseButton.LeftButton)
    picture.point(1, across=200)
    assert not picture.tip.isVisible()
    picture.point(2)
    qtbot.waitUntil(picture.tip.isVisible)
    QTest.mousePress(picture, Qt.MouseButton.LeftButton)
    assert not picture.tip.isVisible()


def test_a_tip_scrolls_with_its_mark_and_goes_with_its_picture(picture: Picture) -> None:
    before = picture.tip.mapTo(picture.area, QPoint(0, 0))
    picture.area.resize(640, 200)
    picture.area.verticalScrollBar().setValue(30)
    assert picture.tip.mapTo(picture.area, QPoint(0, 0)) == before - QPoint(0, 30)
    picture.hide()
    assert not picture.tip.isVisible()


@pytest.mark.parametrize(
    "text", ["a phrase of words " * 9, "WWWW " * 4 + "iiii " * 8, "iiii " * 30 + "WWWW " * 9]
)
def test_a_long_text_is_broken_to_the_width_that_is_seen(
    text: str, picture: Picture, qtbot: QtBot
) -> None:
    picture.area.resize(220, 400)
    picture.tip.tell(text, QPoint(20, 60), picture.boxes[1], [])
    qtbot.waitUntil(picture.tip.isVisible)
    assert picture.tip.geometry().right() <= picture.area.viewport().width()
    assert picture.tip.text().count("\n") > 0


@given(data=st.data())
def test_a_tip_touches_its_mark_and_hides_no_mark_that_it_need_not(data: st.DataObject) -> None:
    room = QRect(0, 0, 400, 300)

    def boxes(least: int, most: int) -> QRect:
        left, top = (data.draw(st.integers(0, one)) for one in (360, 260))
        return QRect(left, top, *(data.draw(st.integers(least, most)) for _ in "wh")) & room

    box, others = boxes(24, 60), [boxes(5, 80) for _ in range(data.draw(st.integers(0, 6)))]
    size = QSize(data.draw(st.integers(20, 120)), data.draw(st.integers(15, 60)))
    place = place_beside(size, box.center(), box, room, others)
    assert room.contains(place)
    assert place.size() == size
    assert not place.intersects(box)
    assert place.intersects(box.adjusted(-1, -1, 1, 1)), "the pointer needs no leap"
    across = min(max(box.center().x() - size.width() // 2, 0), 400 - size.width())
    for top in (box.top() - size.height(), box.bottom() + 1):
        side = QRect(QPoint(across, top), size)
        if room.contains(side) and not any(side.intersects(one) for one in others):
            assert not any(place.intersects(one) for one in others)


def test_esc_hides_a_tooltip_first_and_leaves_all_else_as_it_is(
    open_in_front: OpenWindow, qtbot: QtBot
) -> None:
    window = open_in_front(selected="retail")
    dialog = FormDialog(window)
    for one in (window, dialog):
        bring_to_front(one, qtbot)
        QToolTip.showText(QPoint(50, 312), "+7.6 %", one)
        assert QToolTip.isVisible()
        QTest.keyClick(one, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not QToolTip.isVisible())
        tip = MarkTip(one)
        tip.tell("+7.6 %", QPoint(50, 312), QRect(0, 300, 200, 24), [])
        qtbot.waitUntil(tip.isVisible)
        QTest.keyClick(one, Qt.Key.Key_Escape)
        assert not tip.isVisible()
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
