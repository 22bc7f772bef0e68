"""The page of a PDF: drawn by the worker, with a box around the number."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.ui.source.page import SourcePage
from cqviewer.ui.state.scroll_place import scroll_share
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import accessible, bring_to_front, name_of, texts_in
from tests.ui.source.conftest import rest, view_of

Show = Callable[..., MainWindow]


@pytest.fixture
def window(show: Show, qtbot: QtBot) -> MainWindow:
    """Return a window that shows the page that the jobs cite."""
    window = show("report.pdf", "report p. 1", "report p. 1", source="page")
    drawn(window, qtbot)
    return window


def drawn(window: MainWindow, qtbot: QtBot) -> SourcePage:
    page = view_of(window).page
    qtbot.waitUntil(lambda: page.is_drawn)
    rest(qtbot)
    return page


def picture(page: SourcePage) -> QImage:
    return page.paper.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_the_box_lies_around_the_number(window: MainWindow) -> None:
    page = view_of(window).page
    place = page.paper.place
    assert place is not None
    image = picture(page)
    right_of_bar = range(round(page.paper.box.left()) + 8, image.width())
    boxed = [
        QPoint(x, y)
        for x in right_of_bar
        for y in range(image.height())
        if QColor(image.pixel(x, y)).name().upper() == LIGHT.accent
    ]
    box = QRect(boxed[0], boxed[0])
    for one in boxed:
        box |= QRect(one, one)
    assert place.adjusted(-5, -5, 5, 5).contains(QRectF(box))
    assert box.contains(place.toRect())
    inside = place.toRect()
    inked = [
        QColor(image.pixel(x, y)).lightness() < 128
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    ]
    assert any(inked), "the letters are there"
    assert inside.width() < 60
    assert "page 1 of 2 as cited" in texts_in(view_of(window))


def test_the_page_stays_white_in_the_dark_theme(window: MainWindow, qtbot: QtBot) -> None:
    window.store.look(theme="dark")
    page = drawn(window, qtbot)
    corner = page.paper.box.toRect().bottomRight()
    assert QColor(picture(page).pixel(corner.x() - 4, corner.y() - 4)).name() == "#ffffff"


def test_three_sizes_of_the_page(window: MainWindow, qtbot: QtBot) -> None:
    page, widths = view_of(window).page, []
    for zoom in ("width", "page", "actual"):
        page.set_zoom(zoom)
        drawn(window, qtbot)
        widths.append(round(page.paper.box.width()))
    assert widths[0] == page.viewport().width() - 28
    assert page.paper.height() > page.viewport().height()
    assert widths[1] < widths[0] < widths[2] == round(595.28 * 96 / 72)


def test_another_figure_of_the_page_scrolls_to_its_own_place(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.select("calls")
    page = drawn(window, qtbot)
    before = page.paper.place
    window.store.select("jobs")
    assert page.paper.place != before
    assert 0 <= scroll_share(page) < 1


def test_only_the_cited_page_is_read_until_the_whole_is_searched(show: Show, qtbot: QtBot) -> None:
    window = show("report.pdf", "report p. 2", "report p. 1", source="text", selected="wrong")
    view = view_of(window)
    assert "Page 1 does not hold 411. Near it: 402, 355." in texts_in(view)
    link = next(one for one in accessible(view) if name_of(one) == "Search the whole text")
    assert link.object() is not None
    assert "Of the 1,200 new jobs" not in view.text.toPlainText()
    link.object().click()  # type: ignore[attr-defined]
    rest(qtbot)
    assert "Of the 1,200 new jobs" in view.text.toPlainText()
    assert "Search the whole text" not in texts_in(view)


def test_a_screen_reader_hears_the_paragraphs_of_the_page(window: MainWindow) -> None:
    page = view_of(window).page
    heard = page.heard()
    assert heard.name == "Page of the source"
    names = [one.name() for one in heard.parts]
    assert names[heard.at].startswith("From January to November")
    assert "1,200, this figure new jobs" in names[heard.at]
    assert sum("this figure" in one for one in names) == 1
    assert page.rect().contains(heard.parts[heard.at].box().center())


def test_a_text_has_no_pages(show: Show) -> None:
    window = show(source="page")
    view = view_of(window)
    assert view.stack.currentWidget() is view.text
    assert "Page" not in texts_in(view.tabs)


def test_the_page_keys_turn_at_the_ends_of_a_page_and_a_place_leads_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    page, view = view_of(window).page, view_of(window)
    bring_to_front(window, qtbot)
    page.setFocus()
    bar = page.verticalScrollBar()
    QTest.keyClick(page, Qt.Key.Key_End)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    drawn(window, qtbot)
    assert (page.page, bar.value()) == (2, bar.minimum())
    assert "page 2 of 2" in texts_in(view)
    assert view_of(window).page.paper.place is None
    QTest.keyClick(page, Qt.Key.Key_End)
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert texts_in(view).count("page 2 of 2") == 1, "there is no other"
    QTest.keyClick(page, Qt.Key.Key_Home)
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert (page.page, bar.value()) == (1, bar.maximum())
    assert page.turn(1)
    window.actions_by_name["next_place"].trigger()
    drawn(window, qtbot)
    assert view_of(window).page.paper.place is not None
    assert "page 1 of 2 as cited" in texts_in(view)


def test_the_wheel_turns_at_the_ends_of_a_page(window: MainWindow, qtbot: QtBot) -> None:
    page = view_of(window).page
    page.set_zoom("page")
    drawn(window, qtbot)
    assert not any("Paragraphs" in one for one in texts_in(view_of(window)))
    for down, wanted in ((-120, 2), (-120, 2), (15, 2), (120, 1)):
        place = QPointF(page.rect().center())
        buttons, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        turned = QPoint(0, down)
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(place, place, QPoint(), turned, buttons, modifiers, phase, False)
        QApplication.sendEvent(page.viewport(), event)
        assert page.page == wanted


def test_numbers_of_other_figures_are_underlined_and_lead_to_them(window: MainWindow) -> None:
    page = view_of(window).page
    paper = page.paper
    named = {(one.figure, one.observation): one for one in page.others}
    assert {("calls", 0), ("calls", 1)} <= set(named)
    place = paper.rect_of(named["calls", 0].boxes[0])
    image = picture(page)
    below = range(round(place.left()), round(place.right()))
    line = [QColor(image.pixel(x, round(place.bottom()))).name().upper() for x in below]
    assert LIGHT.line in line
    QTest.mouseMove(paper, place.center().toPoint())
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert window.store.view.selected == "calls"
    calls = window.store.sheet.indicators["calls"]
    assert window.store.view.observation == calls.observations[0].period
    QTest.mouseClick(paper, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert window.store.view.selected == "calls"
