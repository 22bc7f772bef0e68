"""Hits are listed below the field, and the words found are marked on the page."""

import msgspec
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from cqviewer.model.facts import Sheet
from cqviewer.ui.search.hit_list import HitList
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, settle


@pytest.fixture
def window(open_in_front: OpenWindow) -> MainWindow:
    """Return a window at the front, its search field focused."""
    window = open_in_front(theme="light")
    window.actions_by_name["find"].trigger()
    return window


def hits_of(window: MainWindow) -> HitList:
    found = window.findChild(HitList)
    assert found is not None
    return found


def listed(window: MainWindow) -> list[str]:
    hits = hits_of(window)
    return [hits.item(row).text() for row in range(hits.count())]


def test_hits_are_listed_with_their_tabs_below_the_field(window: MainWindow) -> None:
    hits = hits_of(window)
    assert not hits.isVisible()
    QTest.keyClicks(window.toolbar.field, "export")
    assert hits.isVisible()
    said = listed(window)
    assert len(said) == len(window.search.hits) > 2
    assert "Trade: Exports: +2.8\u202f%" in said
    assert said[0].startswith("Trade: Exports rose")
    field = window.toolbar.field
    below = field.mapTo(window, QPoint(0, field.height())).y()
    assert hits.mapTo(window, QPoint(0, 0)).y() >= below
    assert hits.currentRow() == window.search.position == 0
    assert field.hasFocus()


def test_the_tooltip_of_a_hit_is_its_text_whatever_that_looks_like(
    open_in_front: OpenWindow, sheet: Sheet
) -> None:
    figure = msgspec.structs.replace(sheet.indicators["industry"], brief="<b>Quarry</b>")
    indicators = {**sheet.indicators, "industry": figure}
    window = open_in_front(msgspec.structs.replace(sheet, indicators=indicators))
    window.store.look(search="quarry")
    hits = hits_of(window)
    assert hits.count()
    for row in range(hits.count()):
        assert "&lt;b&gt;Quarry" in hits.item(row).toolTip()
        assert "<b>Quarry" in hits.item(row).text()


def test_arrows_walk_through_the_list_and_enter_puts_it_away(window: MainWindow) -> None:
    hits, field = hits_of(window), window.toolbar.field
    QTest.keyClicks(field, "investment")
    count = len(window.search.hits)
    begin = window.search.position
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert hits.currentRow() == window.search.position == (begin + 1) % count
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert hits.currentRow() == window.search.position == begin
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not hits.isVisible()
    assert window.search.position == begin  # what the arrows chose stays
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.search.position == (begin + 1) % count
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert hits.isVisible()
    assert hits.currentRow() == window.search.position
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not hits.isVisible()


def test_a_click_goes_to_the_hit_and_leaves_the_page_free(window: MainWindow) -> None:
    hits = hits_of(window)
    QTest.keyClicks(window.toolbar.field, "investment")
    row = next(at for at, hit in enumerate(window.search.hits) if hit.section == "goals")
    hits.scrollToItem(hits.item(row))
    place = hits.visualItemRect(hits.item(row)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.store.view.section == "goals"
    assert window.search.position == row
    assert not hits.isVisible()


def test_the_list_goes_when_the_field_is_left_or_nothing_is_found(window: MainWindow) -> None:
    hits, field = hits_of(window), window.toolbar.field
    QTest.keyClicks(field, "export")
    window.content.page.setFocus()
    assert not hits.isVisible()
    field.setFocus()
    QTest.keyClicks(field, "xyz")
    assert not hits.isVisible()
    assert not hits.count()


def test_the_words_found_are_marked_and_the_letters_stay_as_they_are(window: MainWindow) -> None:
    lead = window.content.page.lead
    assert isinstance(lead, TextBlock)
    settle()
    place = QRect(lead.mapTo(window, QPoint(0, 0)), lead.size())
    before = window.grab(place).toImage()
    window.store.look(search="RETAIL sales")
    settle()
    after = window.grab(place).toImage()
    tint, accent = (window.look.color(one).name() for one in ("tint", "accent"))
    ink = window.look.color("ink").name()
    places = [(x, y) for x in range(after.width()) for y in range(after.height())]
    marked = [place for place in places if after.pixelColor(*place).name() in (tint, accent)]
    assert len(marked) > 400
    letters = [place for place in places if before.pixelColor(*place).name() == ink]
    assert letters
    assert all(after.pixelColor(*place).name() == ink for place in letters)
    window.store.look(search="")
    settle()
    assert window.grab(place).toImage() == before


def test_words_are_marked_on_other_tabs_and_in_the_panel_too(window: MainWindow) -> None:
    window.store.look(search="export")
    window.store.look(section="trade", selected="exports")
    settle()
    for part in (window.content.page, window.content.panel):
        blocks = [one for one in part.findChildren(TextBlock) if "xport" in one.text()]
        assert blocks
        for block in blocks:
            image = block.grab().toImage()
            tint = window.look.color("tint").name()
            row = range(image.width())
            assert any(image.pixelColor(x, 2).name() == tint for x in row), block.text()


def test_a_tooltip_says_what_is_cut_and_lies_over_no_hits_otherwise(window: MainWindow) -> None:
    QTest.keyClicks(window.toolbar.field, "export")
    hits, shown = hits_of(window), list[bool]()
    for width in (hits.sizeHintForColumn(0) + 40, 60):
        hits.resize(width, hits.height())
        settle()
        at = hits.visualItemRect(hits.item(1)).center()
        help_wanted = QHelpEvent(QEvent.Type.ToolTip, at, hits.viewport().mapToGlobal(at))
        QApplication.sendEvent(hits.viewport(), help_wanted)
        shown.append(QToolTip.isVisible())
        QToolTip.hideText()
    assert shown == [False, True]
