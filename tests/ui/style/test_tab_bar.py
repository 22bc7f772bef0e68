"""A row of tabs: their texts, the rule below the one that is pointed at, and the note beside."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tab_bar import NotedTabs

TITLES = ("Growth", "Trade & transport", "Goals")
pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def tabs(look: Look, qtbot: QtBot) -> NotedTabs:
    """Return three tabs with a note, wide enough for all."""
    return shown(NotedTabs(TITLES, "22 figures", look), qtbot)


def shown(tabs: NotedTabs, qtbot: QtBot, width: int = 700) -> NotedTabs:
    qtbot.addWidget(tabs)
    tabs.resize(width, tabs.height())
    tabs.show()
    qtbot.waitExposed(tabs)
    return tabs


def picture(tabs: NotedTabs, tab: int) -> QImage:
    return tabs.bar.grab(tabs.bar.tabRect(tab)).toImage()


def test_an_ampersand_is_drawn_once_and_underlines_nothing(look: Look, qtbot: QtBot) -> None:
    drawn = picture(shown(NotedTabs(("A & B",), "", look), qtbot), 0)
    font, high = look.font("tab", "bold"), drawn.height() - look.px(3)
    wide = QFontMetrics(font).horizontalAdvance("A & B")
    assert drawn.width() == wide + look.px(28)
    expected = QImage(drawn.size(), drawn.format())
    expected.fill(drawn.pixelColor(0, 0))
    painter = QPainter(expected)
    painter.setFont(font)
    painter.setPen(look.color("ink"))
    painter.drawText(QRect(look.px(7), 0, wide + 2, high), Qt.AlignmentFlag.AlignVCenter, "A & B")
    painter.end()
    text = QRect(0, 0, drawn.width(), high)
    assert drawn.copy(text) == expected.copy(text)


def test_the_text_of_a_tab_is_that_of_its_section(tabs: NotedTabs) -> None:
    node = QAccessible.queryAccessibleInterface(tabs.bar)
    names = [node.child(at).text(QAccessible.Text.Name) for at in range(3)]
    assert names == list(TITLES)


def test_a_tab_keeps_its_width_when_it_becomes_the_bold_one(tabs: NotedTabs) -> None:
    places = [tabs.bar.tabRect(at) for at in range(3)]
    for at in (1, 2, 0):
        tabs.bar.setCurrentIndex(at)
        assert [tabs.bar.tabRect(one) for one in range(3)] == places


def test_a_tab_that_is_pointed_at_has_a_rule_and_a_hand(tabs: NotedTabs, look: Look) -> None:
    bar = tabs.bar
    line = look.color("line").name()

    def has_rule() -> bool:
        image = picture(tabs, 1)
        bottom = image.height() - 2
        return any(image.pixelColor(x, bottom).name() == line for x in range(image.width()))

    assert not has_rule()
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # offscreen there is no pointer
    QTest.mouseMove(bar, bar.tabRect(1).center())
    assert bar.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert has_rule()
    QTest.mouseMove(bar, QPoint(bar.width() - 1, 1))
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert bar.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert not has_rule()


def test_the_note_gives_way_to_the_tabs(tabs: NotedTabs) -> None:
    assert tabs.note.isVisible()
    tabs.resize(tabs.bar.sizeHint().width() + 40, tabs.height())
    assert not tabs.note.isVisible()
    tabs.resize(700, tabs.height())
    assert tabs.note.isVisible()


def test_a_longer_note_is_fitted_anew(tabs: NotedTabs) -> None:
    tabs.note.setText("22 figures, counted from the data of the sheet that is open, " * 3)
    tabs.fit_note()
    assert not tabs.note.isVisible()


def test_arrow_keys_walk_the_tabs(tabs: NotedTabs) -> None:
    tabs.bar.setFocus(Qt.FocusReason.TabFocusReason)
    for key, at in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1)):
        QTest.keyClick(tabs.bar, key)
        assert tabs.bar.currentIndex() == at


LONG = "Value added of industry, of construction and of services at the prices of 2023"


@pytest.mark.parametrize("titles", [(LONG,), ("Growth", LONG, "Goals")])
def test_a_title_that_alone_is_too_long_ends_in_dots_and_is_its_tip(
    titles: tuple[str, ...], look: Look, qtbot: QtBot
) -> None:
    tabs = shown(NotedTabs(titles, "", look), qtbot, width=340)
    at = titles.index(LONG)
    tabs.bar.setCurrentIndex(at)
    box = tabs.bar.tabRect(at)
    assert -look.px(7) < box.left()  # before the text
    assert box.right() < tabs.bar.width()
    assert LONG in tabs.bar.tabToolTip(at)
    font, room = QFontMetrics(look.font("tab", "bold")), box.width() - look.px(28)
    cut = font.elidedText(LONG, Qt.TextElideMode.ElideRight, room)
    assert cut.endswith("…")
    same = picture(shown(NotedTabs((cut,), "", look), qtbot), 0)
    part = QRect(0, 0, same.width() - look.px(14), same.height() - look.px(6))
    assert picture(tabs, at).copy(part) == same.copy(part)
    node = QAccessible.queryAccessibleInterface(tabs.bar)
    assert node.child(at).text(QAccessible.Text.Name) == LONG
    tabs.resize(1400, tabs.height())
    assert tabs.bar.tabToolTip(at) == ""
    assert tabs.bar.tabRect(at).width() > box.width()


@pytest.mark.parametrize("zoom", [1.0, 1.1, 1.25, 1.5])
def test_no_title_is_cut_that_has_room(zoom: float, qtbot: QtBot) -> None:
    titles = (
        "All figures",
        "Comparable",
        "In one sheet only",
        "Trade & transport",
        "可比",
        "Illicit",
    )
    tabs = shown(NotedTabs(titles, "", Look(LIGHT, zoom)), qtbot, width=1600)
    assert [tabs.bar.tabToolTip(at) for at in range(len(titles))] == [""] * len(titles)
