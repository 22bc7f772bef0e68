"""Texts are shown as they stand: every character, no markup, whole words where they fit."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.lines import Lines
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

SENTENCE = "Output of new energy vehicles doubled over a period that the source does not state."
HOSTILE = [
    "<b>bold</b> & <img src=x>",
    "$x^2$ #{title} {0} %s \\n",
    "one\ntwo\n\nfour",
    "‮right to left‬ שלום مرحبا",
    "🏭🏭🏭 👨‍👩‍👧‍👦 e\u0301",
    "+7.6\u202f%",
    "w" * 5000,
    "",
]


def ink(block: QWidget) -> QImage:
    """Return the picture of a widget."""
    return block.grab().toImage()


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_kept_named_and_painted(text: str, look: Look, qtbot: QtBot) -> None:
    block = TextBlock(text, look, "body")
    qtbot.addWidget(block)
    block.resize(200, block.heightForWidth(200))
    empty = QImage(block.size(), QImage.Format.Format_RGB32)
    empty.fill(QColor("white"))
    assert block.text() == text
    node = QAccessible.queryAccessibleInterface(block)
    assert node.role() == QAccessible.Role.StaticText
    assert node.text(QAccessible.Text.Name) == text
    assert (ink(block).convertToFormat(QImage.Format.Format_RGB32) != empty) or not text


def test_markup_is_not_interpreted(look: Look, qtbot: QtBot) -> None:
    tagged, plain = (TextBlock(text, look, "body") for text in ("<b>a</b>", "a"))
    qtbot.addWidget(tagged)
    qtbot.addWidget(plain)
    width = QFontMetricsF(look.font("body")).horizontalAdvance("<b>a</b>")
    assert abs(tagged.sizeHint().width() - width) < 4
    assert tagged.sizeHint().width() > plain.sizeHint().width()


def test_a_narrow_width_breaks_the_text_into_lines_of_the_role_s_height(
    look: Look, qtbot: QtBot
) -> None:
    block = TextBlock(SENTENCE, look, "lead")
    qtbot.addWidget(block)
    line = look.line_height("lead")
    assert block.heightForWidth(2000) == line
    assert block.heightForWidth(400) in (2 * line, 3 * line)
    assert block.heightForWidth(100) > 3 * line


def test_a_text_that_may_be_only_so_wide_is_as_high_as_its_lines_in_that_width(
    look: Look, qtbot: QtBot
) -> None:
    block = TextBlock(SENTENCE, look, "lead")
    qtbot.addWidget(block)
    block.setMaximumWidth(400)
    assert block.heightForWidth(2000) == block.heightForWidth(400) > look.line_height("lead")


def test_a_line_never_exceeds_the_width_even_for_one_long_word(look: Look) -> None:
    for width in (40, 133, 300):
        lines = Lines("w" * 5000, look.font("body"), 20, width)
        assert lines.width <= width


def test_newlines_begin_new_lines(look: Look) -> None:
    assert Lines("one\ntwo\n\nfour", look.font("body"), 20, 500).count == 4


@pytest.mark.parametrize("text", [SENTENCE, "🏭 " * 60 + "end", "a\n" * 9])
def test_at_most_so_many_lines_and_an_ellipsis(text: str, look: Look) -> None:
    lines = Lines(text, look.font("body"), 20, 150, most=2)
    assert lines.elided
    assert lines.height == 40


@pytest.mark.parametrize("text", ["short", "🏭🏭🏭🏭🏭", "two\nlines"])
def test_what_fits_is_not_cut_short(text: str, look: Look) -> None:
    assert not Lines(text, look.font("body"), 20, 300, most=2).elided


def test_a_text_cut_short_shows_itself_whole_in_the_tooltip(look: Look, qtbot: QtBot) -> None:
    block = TextBlock("<i>" + SENTENCE, look, "body", most_lines=1)
    qtbot.addWidget(block)
    block.resize(120, 20)
    block.show()
    block.grab()
    at = QPoint(5, 5)
    QApplication.sendEvent(block, QHelpEvent(QEvent.Type.ToolTip, at, block.mapToGlobal(at)))
    shown = QLabel(QToolTip.text())
    qtbot.addWidget(shown)
    name = QAccessible.queryAccessibleInterface(shown).text(QAccessible.Text.Name)
    assert name.replace("\n", " ") == "<i>" + SENTENCE
    QToolTip.hideText()


def test_text_that_is_set_later_is_shown(look: Look, qtbot: QtBot) -> None:
    block = TextBlock("", look, "body")
    qtbot.addWidget(block)
    block.resize(200, 20)
    before = ink(block)
    block.setText("Copied")
    assert ink(block) != before


def test_the_colour_is_the_token_s(look: Look, qtbot: QtBot) -> None:
    block = TextBlock("████", look, "value", "accent")
    qtbot.addWidget(block)
    block.resize(100, 36)
    picture = ink(block)
    colours = {picture.pixelColor(x, 18).name() for x in range(5, 60)}
    assert look.color("accent").name() in colours


def test_no_line_ends_between_a_number_and_its_chinese_unit(look: Look) -> None:
    font = look.font("body")
    room = QFontMetricsF(font).horizontalAdvance("aaaa 4656.5")
    lines = Lines("aaaa 4656.5 亿", font, 20, room + 1)
    assert lines.count == 2
    assert lines.width < room - 3  # the number stands in the second line
