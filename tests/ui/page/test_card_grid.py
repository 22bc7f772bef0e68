"""Rows of cards, in any width: none overlaps another, and those of a row stand level."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cqviewer.charts.theme import LIGHT
from cqviewer.load import load_sheet
from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.paths import data_folder
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.card_grid import GAP, CardGrid
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from tests.ui.conftest import focused

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def grid_of(sheet: Sheet, count: int, zoom: float = 1.0) -> CardGrid:
    store, look = Store(sheet), Look(LIGHT, zoom)
    names = list(sheet.indicators)[:count]
    return CardGrid([FigureCard(KeyFigure(indicator=one), store, look) for one in names], look)


@pytest.fixture(scope="module", params=["chongqing-2024", "chongqing-by-year", "chongqing-targets"])
def grid(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[CardGrid]:
    """Yield eleven cards: of single figures, of series with sparklines, or with targets."""
    assert qapp is not None
    made = grid_of(load_sheet(data_folder() / f"{request.param}.yaml"), 11)
    made.show()
    yield made
    made.close()


@settings(max_examples=40, deadline=None)
@given(width=st.integers(330, 2000))
def test_cards_lie_inside_in_their_order_and_none_overlaps_another(
    grid: CardGrid, width: int
) -> None:
    grid.resize(width, grid.heightForWidth(width))
    boxes = [card.geometry() for card in grid.cards]
    assert all(grid.rect().contains(box) for box in boxes)
    overlapping = [
        (one, other)
        for one in boxes
        for other in boxes
        if one is not other and one.intersects(other)
    ]
    assert overlapping == []
    assert boxes == sorted(boxes, key=lambda box: (box.y(), box.x()))


@settings(max_examples=40, deadline=None)
@given(width=st.integers(330, 2000))
def test_cards_of_a_row_are_as_high_as_each_other_and_fill_the_width(
    grid: CardGrid, width: int
) -> None:
    grid.resize(width, grid.heightForWidth(width))
    rows: dict[int, list[QRect]] = {}
    for card in grid.cards:
        rows.setdefault(card.y(), []).append(card.geometry())
    assert {len({box.height() for box in row}) for row in rows.values()} == {1}
    whole = [row for row in rows.values() if len(row) > len([*rows.values()][-1])]
    assert {row[-1].right() + 1 for row in whole} <= {width}
    bottoms = [row[0].bottom() for row in rows.values()]
    assert [top - GAP - 1 for top in [*rows][1:]] == bottoms[:-1]


def test_a_wider_grid_is_never_higher(grid: CardGrid) -> None:
    heights = [grid.heightForWidth(width) for width in range(400, 2000, 50)]
    assert heights[-1] < heights[0]
    assert grid.sizeHint().height() == grid.heightForWidth(grid.sizeHint().width())


def test_arrows_stop_at_the_ends(grid: CardGrid) -> None:
    grid.resize(900, grid.heightForWidth(900))
    first, last = grid.cards[0], grid.cards[-1]
    grid.activateWindow()
    for card, key in ((first, Qt.Key.Key_Left), (first, Qt.Key.Key_Up), (last, Qt.Key.Key_Right)):
        card.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(card, key)
        assert focused() is card
    columns = sum(card.y() == first.y() for card in grid.cards)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert focused() is grid.cards[columns]
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert focused() is first


def test_it_is_heard_as_the_list_of_its_cards(grid: CardGrid) -> None:
    node = QAccessible.queryAccessibleInterface(grid)
    assert node.role() == QAccessible.Role.List
    assert node.childCount() == len(grid.cards)
    assert node.child(0).role() == QAccessible.Role.ListItem


def test_no_card_is_an_empty_grid_of_no_height(sheet: Sheet) -> None:
    assert grid_of(sheet, 0).heightForWidth(800) == 0
