"""Tables as they are painted: one line for the words of a row, whole rules, a whole ring."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look
from cqviewer.ui.table.table_view import FigureTable
from tests.ui.conftest import OpenWindow, bring_to_front, settle
from tests.ui.tables import FIGURE, ORIGIN, PERIOD, PLACE, VALUE, column, page_table, table_of


def ring_of(table: FigureTable) -> set[str]:
    """Return the colours on the screen of the table's outermost pixels without its corners."""
    window = table.window()
    settle()  # what is painted in parts has come together
    picture = window.screen().grabWindow(window.winId()).toImage()
    box = QRect(table.mapTo(window, QPoint(0, 0)), table.size())
    xs, ys = range(box.left() + 1, box.right()), range(box.top() + 1, box.bottom())
    edge = [(x, y) for x in xs for y in (box.top(), box.bottom())]
    edge += [(x, y) for y in ys for x in (box.left(), box.right())]
    return {picture.pixelColor(x, y).name() for x, y in edge if window.rect().contains(x, y)}


def test_the_ring_is_whole_or_not_there(open_in_front: OpenWindow) -> None:
    window = open_in_front(section="trade", theme="light")
    table, ink = page_table(window), window.look.color("ink").name()
    window.resize(1180, 1000)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring_of(table) == {ink}
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert ring_of(table) == {ink}
    table.sort_by(VALUE)
    assert ring_of(table) == {ink}
    table.clearFocus()
    assert ink not in ring_of(table)
    place = table.visualRect(table.row_of("ports")).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.hasFocus()
    assert ink not in ring_of(table)


def test_a_row_is_as_high_as_its_name_in_regular_weight(
    open_window: OpenWindow, look: Look
) -> None:
    window = open_window(selected="chengdu_projects")
    table = page_table(window)
    heights = {table.rowHeight(row) for row in range(table.model().rowCount())}
    assert heights == {look.line_height("body") + look.px(13)}


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 1.5, 2.0])
def test_the_words_of_a_row_stand_on_one_line_whatever_their_script(
    zoom: float, qtbot: QtBot, sheet: Sheet
) -> None:
    look = Look(LIGHT, zoom)
    bottoms = set()
    for name in ("IIII", "IIII\N{CJK UNIFIED IDEOGRAPH-4E00}"):  # 一 stands high
        one = msgspec.structs.replace(sheet.indicators["exports"], name=name)
        changed = msgspec.structs.replace(sheet, indicators={**sheet.indicators, "exports": one})
        table = table_of(["exports"], Store(changed), look)
        qtbot.addWidget(table)
        table.resize(800, 200)
        picture = table.viewport().grab().toImage()
        for number in (FIGURE, VALUE, ORIGIN):
            cell = table.visualRect(table.figures.index(0, number))
            dark = [y for y in range(cell.top(), cell.bottom()) if is_inked(picture, cell, y)]
            bottoms.add(dark[-1])
    assert len(bottoms) == 1


def is_inked(picture: QImage, cell: QRect, y: int) -> bool:
    """Return whether there is something dark in a line of a cell."""
    xs = range(cell.left(), cell.right())
    return any(picture.pixelColor(x, y).lightness() < 140 for x in xs)


def test_the_arrow_of_the_order_stands_beside_the_heading(open_window: OpenWindow) -> None:
    window = open_window(section="trade", theme="light")
    table = page_table(window)
    header = table.horizontalHeader()
    left = header.sectionViewportPosition(VALUE)
    words = QFontMetricsF(window.look.font("body")).horizontalAdvance("Value")

    def heading() -> QImage:
        box = QRect(left, 0, header.sectionSize(VALUE), header.height())
        return header.viewport().grab(box).toImage()

    before = heading()
    table.sort_by(VALUE)
    after = heading()
    changed = [
        x
        for x in range(before.width())
        if any(before.pixel(x, y) != after.pixel(x, y) for y in range(before.height()))
    ]
    assert changed
    assert max(changed) < before.width() - 8 - words
    rule = [after.pixelColor(x, after.height() - 1).name() for x in range(after.width())]
    assert {*rule} == {window.look.color("line").name()}


def test_what_the_source_does_not_state_is_muted_in_every_column(
    qtbot: QtBot, look: Look, sheet: Sheet
) -> None:
    one = sheet.indicators["exports"]
    bare = msgspec.structs.replace(
        one.latest, value=None, citation=None, status="not stated", period=Period()
    )
    changed = msgspec.structs.replace(one, observations=(bare,))
    store = Store(msgspec.structs.replace(sheet, indicators={"exports": changed}))
    table = table_of(["exports"], store, look)
    qtbot.addWidget(table)
    table.resize(800, 200)
    picture = table.viewport().grab().toImage()
    for number in (VALUE, PERIOD, ORIGIN, PLACE):
        cell = table.visualRect(table.figures.index(0, number)).adjusted(0, 0, 0, -2)
        seen = {
            picture.pixelColor(x, y).lightness()
            for x in range(cell.left(), cell.right())
            for y in range(cell.top(), cell.bottom())
        }
        assert min(seen) >= look.color("ink3").lightness() - 2, number
        assert min(seen) < 160, number


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh", ["安徽", "北京", "重庆", "上海"]),  # by their sounds
        ("sv", ["Ale", "Zeta", "Ångström", "Östersund"]),
        ("de", ["Ale", "Ångström", "Östersund", "Zeta"]),
        ("en", ["eel 2", "eel 10", "Éire", "Zed"]),
    ],
)
def test_names_are_sorted_as_their_language_does(
    language: str, names: list[str], qtbot: QtBot, sheet: Sheet, look: Look
) -> None:
    ids = ["jobs", "clusters", "industry", "exports"]
    others = {
        one: msgspec.structs.replace(sheet.indicators[one], name=name)
        for one, name in zip(ids, [names[2], names[0], names[3], names[1]], strict=True)
    }
    named = msgspec.structs.replace(sheet, indicators={**sheet.indicators, **others})
    store = Store(named, View(language=language, language_choice=language))  # type: ignore[arg-type]
    table = table_of(ids, store, look)
    qtbot.addWidget(table)
    table.sort_by(FIGURE)
    assert column(table, FIGURE) == names
    table.sort_by(FIGURE)
    assert column(table, FIGURE) == names[::-1]


def test_enter_on_a_row_leads_to_the_sources_of_its_figure(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(section="trade")
    table = page_table(window)
    bring_to_front(window, qtbot)
    table.setFocus()
    table.setCurrentIndex(table.figures.index(2, 0))
    with qtbot.waitSignal(table.source_wanted):
        QTest.keyClick(table, Qt.Key.Key_Return)
    row = table.figures.table_rows[2]
    assert table.at_hand == (row.fact.id, None)
    assert window.store.view.selected == row.fact.id
