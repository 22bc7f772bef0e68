"""The text of a source: one number boxed, its others thin, those of other figures links."""

from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextBlock
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import DARK, LIGHT
from cqviewer.ui.source.text import MOST_SHOWN, SourceText
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import bring_to_front, settle, texts_in
from tests.ui.source.conftest import TEXT, rest, view_of

Show = Callable[..., MainWindow]


def formats(text: SourceText) -> list[tuple[str, bool, str]]:
    """Return each run of the text that is bold or a link: its words, and where it leads."""
    found, block = [], text.document().begin()
    while block.isValid():
        found += [
            (one.text(), one.charFormat().fontWeight() == QFont.Weight.Bold, href(one))
            for one in runs(block)
            if one.charFormat().isAnchor() or one.charFormat().fontWeight() == QFont.Weight.Bold
        ]
        block = block.next()
    return found


def runs(block: QTextBlock) -> list:  # type: ignore[type-arg]
    iterator, found = block.begin(), []
    while not iterator.atEnd():
        found.append(iterator.fragment())
        iterator += 1
    return found


def href(run) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001
    return str(run.charFormat().anchorHref())


def colors(text: SourceText) -> set[str]:
    image = text.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixel(*place)).name().upper() for place in places}


def test_the_number_is_bold_and_those_of_others_are_links(show: Show) -> None:
    window = show()
    text = view_of(window).text
    assert text.toPlainText() == "\n".join(TEXT)
    assert formats(text) == [
        ("1,200", True, ""),
        ("402", False, "calls#1"),
        ("355", False, "calls#0"),
        ("0.69 million", False, "quay#0"),
    ]
    window.store.select("calls")
    assert formats(text) == [
        ("1,200", False, "jobs#0"),
        ("402", True, ""),
        ("355", False, "calls#0"),
        ("0.69 million", False, "quay#0"),
    ]
    window.store.select("quay")
    assert ("0.69 million", True, "") in formats(text)
    assert ("1,200", False, "jobs#0") in formats(text)
    assert len([one for one in formats(text) if one[1]]) == 1


def test_marks_have_the_colours_of_the_design_in_both_themes(show: Show, qtbot: QtBot) -> None:
    window = show()
    assert {LIGHT.accent, LIGHT.tint, LIGHT.line, LIGHT.page} <= colors(view_of(window).text)
    window.store.look(theme="dark")
    rest(qtbot)
    assert {DARK.accent, DARK.tint, DARK.line, DARK.page} <= colors(view_of(window).text)


def test_a_link_selects_its_figure_and_observation(show: Show) -> None:
    window = show()
    view_of(window).text.anchorClicked.emit(QUrl("calls#0"))
    view = window.store.view
    assert view.selected == "calls"
    assert view.observation == window.store.sheet.indicators["calls"].observations[0].period
    view_of(window).text.anchorClicked.emit(QUrl("calls#1"))
    assert window.store.view.observation is None


def test_tab_walks_the_links_and_enter_follows_one(show: Show, qtbot: QtBot) -> None:
    window = show()
    bring_to_front(window, qtbot)
    text = view_of(window).text
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert window.store.view.selected == "calls"


def test_the_place_stands_in_the_middle_of_a_long_text(show: Show, qtbot: QtBot) -> None:
    window = show()
    assert window.path is not None
    lines = ["Nothing is counted here."] * 3 + ["There were 1,200 of them."]
    many = [*lines, *["More words follow."] * 400, "Again 1,200."]
    (window.path.parent / "report.txt").write_text("\n\n".join(many), "utf-8")
    window.actions_by_name["reload"].trigger()
    rest(qtbot)
    window.actions_by_name["next_place"].trigger()
    settle()
    text = view_of(window).text
    bar = text.verticalScrollBar()
    assert bar.value() == bar.maximum()
    window.actions_by_name["next_place"].trigger()
    settle()
    assert bar.value() == 0


@pytest.mark.parametrize(
    "line",
    [
        "<b>all</b> of 1,200 & \u2029 jobs",
        "\U0001f6a2\U0001f6a2 and 1,200 jobs",
        "\u0627\u0644 1,200 \u05d0",
        "\x0b\x1c 1,200 \x85 \ufdd0",
        "word" * 5_000 + " 1,200",
    ],
    ids=["markup", "emoji", "right to left", "breaks", "long"],
)
def test_any_text_is_shown_as_it_stands(show: Show, qtbot: QtBot, line: str) -> None:
    window = show()
    assert window.path is not None
    text = "\n\n".join(["None.", "None.", "None.", line, "402 and 355"])
    (window.path.parent / "report.txt").write_text(text, "utf-8")
    window.actions_by_name["reload"].trigger()
    rest(qtbot)
    shown = view_of(window).text
    assert [words for words, is_bold, _ in formats(shown) if is_bold] == ["1,200"]
    shown.viewport().grab()


def test_of_a_long_source_what_lies_around_the_place_is_laid_out(show: Show, qtbot: QtBot) -> None:
    window = show()
    assert window.path is not None
    lines = ["None."] * 3 + ["There were 1,200 of them."] + ["More words follow."] * 3 * MOST_SHOWN
    lines += ["Again 1,200.", "The end."]
    (window.path.parent / "report.txt").write_text("\n\n".join(lines), "utf-8")
    window.actions_by_name["reload"].trigger()
    rest(qtbot)
    text = view_of(window).text
    assert text.toPlainText().split("\n") == lines[:MOST_SHOWN]
    window.actions_by_name["next_place"].trigger()
    assert text.toPlainText().split("\n") == lines[-MOST_SHOWN:]
    assert ("1,200", True, "") in formats(text)
    said = f"Paragraphs 2007 to 3006 of {len(lines)} are shown."
    assert any(one.endswith(said) for one in texts_in(view_of(window)))


def test_of_a_page_that_is_a_picture_there_is_no_text_to_show(show: Show, qtbot: QtBot) -> None:
    window = show("report.pdf", "report p. 1", "report p. 1")
    assert window.path is not None
    Image.new("RGB", (600, 800), "white").save(window.path.parent / "report.pdf")
    window.actions_by_name["reload"].trigger()
    rest(qtbot)
    view = view_of(window)
    assert view.text.isVisible()
    assert not view.text.toPlainText()
    assert "Page 1 holds no text: it is a picture." in texts_in(view)
