"""Texts are selected with the mouse and the keyboard, and copied as they were written."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.look import Look
from cqviewer.ui.style.selectable import texts_in
from cqviewer.ui.style.text_block import TextBlock
from tests.ui.conftest import bring_to_front, focused

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
SENTENCE = "Output of new energy vehicles doubled over a period that is not stated."


@pytest.fixture
def blocks(look: Look, qtbot: QtBot) -> Iterator[list[TextBlock]]:
    """Yield two paragraphs, one below the other, in a window."""
    outer, window = QWidget(), QWidget()
    window.setParent(outer)
    outer.resize(240, 220)
    qtbot.addWidget(outer)
    column = QVBoxLayout(window)
    made = [TextBlock(text, look, "body") for text in (SENTENCE, "产值 🏭 增长 7.6\u202f%")]
    for block in made:
        column.addWidget(block)
    window.setMinimumSize(220, 200)
    bring_to_front(outer, qtbot)
    yield made
    outer.close()


def spot(block: TextBlock, place: int) -> QPoint:
    """Return the point of a place in a text."""
    return block.lines.caret_box(place).center().toPoint()


def drag(block: TextBlock, start: int, end: int) -> None:
    """Press the mouse at a place of a text, and let it go at another."""
    QTest.mousePress(block, Qt.MouseButton.LeftButton, pos=spot(block, start))
    QTest.mouseMove(block, spot(block, end))
    QTest.mouseRelease(block, Qt.MouseButton.LeftButton, pos=spot(block, end))


def test_the_mouse_selects_from_where_it_is_pressed_to_where_it_is_let_go(
    blocks: list[TextBlock],
) -> None:
    first, second = blocks
    before = first.grab().toImage()
    drag(first, 0, 6)
    assert first.selected_text == "Output"
    assert first.grab().toImage() != before
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, SHIFT, spot(first, 13))
    assert first.selected_text == "Output of new"
    drag(second, 3, 8)
    assert second.selected_text == "🏭 增长"
    assert not first.selected_text, "one selection at a time"
    assert first.grab().toImage() == before


def test_a_double_click_selects_a_word_and_a_click_nothing(blocks: list[TextBlock]) -> None:
    QTest.mouseDClick(blocks[0], Qt.MouseButton.LeftButton, pos=spot(blocks[0], 20))
    assert blocks[0].selected_text == "energy"
    QTest.mouseClick(blocks[0], Qt.MouseButton.LeftButton, pos=spot(blocks[0], 3))
    assert not blocks[0].selected_text


def test_keys_walk_a_caret_over_all_texts_and_select(blocks: list[TextBlock]) -> None:
    first, second = blocks
    first.enter()
    with_caret = first.grab().toImage()
    QTest.keyClick(first, Qt.Key.Key_Right, CONTROL)
    assert first.grab().toImage() != with_caret
    QTest.keyClick(first, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert first.selected_text == "of "
    QTest.keyClick(first, Qt.Key.Key_End, SHIFT)
    assert first.selected_text.startswith("of new")
    assert SENTENCE.count(first.selected_text) == 1
    for _ in range(SENTENCE.count(" ")):
        if first.hasFocus():
            QTest.keyClick(first, Qt.Key.Key_Down)
    assert focused() is second
    QTest.keyClick(second, Qt.Key.Key_A, CONTROL)
    assert second.selected_text == second.text()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert focused() is first
    QTest.keyClick(first, Qt.Key.Key_Left, SHIFT)
    assert first.selected_text == "."


def test_without_a_caret_arrows_are_left_to_the_page(blocks: list[TextBlock]) -> None:
    QTest.mouseClick(blocks[0], Qt.MouseButton.LeftButton, pos=spot(blocks[0], 6))
    QTest.keyClick(blocks[0], Qt.Key.Key_Down)
    assert blocks[0].caret is None
    QTest.keyClick(blocks[0], Qt.Key.Key_Left, SHIFT)
    assert blocks[0].selected_text == "t"


def test_texts_are_found_in_reading_order(blocks: list[TextBlock]) -> None:
    assert texts_in(blocks[0].window()) == blocks
    blocks[0].setText("")
    assert texts_in(blocks[0].window()) == blocks[1:]


def test_what_is_made_unselectable_leaves_the_keyboard_where_it_is(
    blocks: list[TextBlock],
) -> None:
    first, second = blocks
    first.enter()
    second.make_unselectable()
    drag(second, 0, 4)
    QTest.mouseDClick(second, Qt.MouseButton.LeftButton, pos=spot(second, 4))
    assert not second.selected_text
    assert focused() is first


def test_tab_passes_texts_by(blocks: list[TextBlock]) -> None:
    assert not any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in blocks)
