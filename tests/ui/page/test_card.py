"""Key-figure cards: what they say, how they are selected, and how rows of them are laid out."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import KeyFigure, Sheet
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.card_grid import CardGrid
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.look import Look
from tests.ui.conftest import bring_to_front, settle


def card_of(indicator: str, store: Store, look: Look, qtbot: QtBot) -> FigureCard:
    """Make a card, as wide as the design's."""
    card = FigureCard(KeyFigure(indicator=indicator), store, look)
    qtbot.addWidget(card)
    card.set_label_lines(3)
    card.resize(166, card.height())
    return card


def picture(widget: QWidget) -> QImage:
    """Return the picture of a widget."""
    return widget.grab().toImage()


def count(image: QImage, color: str, rows: range) -> int:
    """Count the pixels of a colour in some rows."""
    wanted = color.lower()
    return sum(image.pixelColor(x, y).name() == wanted for y in rows for x in range(image.width()))


class Painted(QObject):
    """Lists the cards that are painted from now on."""

    def __init__(self, cards: list[FigureCard]) -> None:
        """Show the cards, and watch them."""
        super().__init__()
        self.cards: list[QObject] = []
        for card in cards:
            card.show()
            settle()
            card.installEventFilter(self)

    def eventFilter(self, card: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.cards.append(card)
        return False


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_card_says_name_value_period_and_status(
    language: str, sheet: Sheet, look: Look, qtbot: QtBot
) -> None:
    store = Store(sheet, View(language=language))
    wording = store.wording
    figures = [figure for section in sheet.sections for figure in section.figures]
    assert figures
    for figure in figures:
        card = FigureCard(figure, store, look)
        qtbot.addWidget(card)
        name = QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)
        one = card.indicator
        assert (wording.text(figure.label) or wording.name(one)) in name
        assert wording.value(one).lower() in name.lower()
        assert wording.origin(one.latest, long=True).lower() in name.lower()
        period = one.latest.period
        if one.latest.value is not None:
            worded = wording.period(period, long=period.is_stated)
            assert worded.lower() in name.lower()


def test_a_click_selects_and_a_second_click_keeps_the_selection(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    card = card_of("industry", store, look, qtbot)
    for _ in range(2):
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        assert store.view.selected == "industry"
        assert card.is_selected


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_keyboard_selects(key: Qt.Key, store: Store, look: Look, qtbot: QtBot) -> None:
    card = card_of("retail", store, look, qtbot)
    QTest.keyClick(card, key)
    assert store.view.selected == "retail"


def test_a_card_is_an_item_that_assistive_technology_selects_and_hears_the_source_of(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    card = card_of("retail", store, look, qtbot)
    node = QAccessible.queryAccessibleInterface(card)
    assert node.role() == QAccessible.Role.ListItem
    assert (node.state().selectable, node.state().selected) == (True, False)
    assert node.actionInterface().actionNames() == ["Press", "Set Focus"]
    node.actionInterface().doAction("Press")
    assert store.view.selected == "retail"
    assert node.state().selected
    described = node.text(QAccessible.Text.Description)
    assert described.startswith("Source: Economic Work Conference report")
    assert described.endswith("paragraph 3.")


def test_a_stated_figure_hangs_from_a_solid_rule_a_derived_one_from_a_dashed(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    stated = picture(card_of("industry", store, look, qtbot))
    derived = picture(card_of("investment_before", store, look, qtbot))
    rule = range(2)
    assert count(stated, LIGHT.ink, rule) == 2 * 150
    assert count(derived, LIGHT.ink, rule) == 0
    assert 0 < count(derived, LIGHT.line, rule) < 2 * 150


def test_the_selected_card_is_tinted_under_an_accent_rule(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    card = card_of("industry", store, look, qtbot)
    assert count(picture(card), LIGHT.tint, range(card.height())) == 0
    store.select("industry")
    assert count(picture(card), LIGHT.tint, range(card.height())) > 1000
    assert count(picture(card), LIGHT.accent, range(3)) == 3 * 150


def test_the_inputs_of_a_selected_derived_figure_have_an_accent_rule(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    card = card_of("investment", store, look, qtbot)
    store.select("investment_before")
    assert count(picture(card), LIGHT.accent, range(2)) == 2 * 150


def test_the_strip_fills_the_months_that_the_period_covers(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    image = picture(card_of("industry", store, look, qtbot))
    strip = 48 + 3 * 18 + 7 + 3  # a row of pixels through the middle of the cells
    cells = [image.pixelColor(8 + 10 * month + 4, strip).name() for month in range(12)]
    assert cells == [LIGHT.ink2.lower()] * 11 + [LIGHT.hair.lower()]
    unstated = picture(card_of("exports", store, look, qtbot))
    cells = [unstated.pixelColor(8 + 10 * month + 4, strip).name() for month in range(12)]
    assert not {LIGHT.ink2.lower(), LIGHT.hair.lower()} & set(cells)


def test_focus_by_keyboard_shows_a_ring_of_ink_and_focus_by_mouse_does_not(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    card = card_of("industry", store, look, qtbot)
    bring_to_front(card, qtbot)
    bottom = range(card.height() - 2, card.height())
    card.clearFocus()
    card.setFocus(Qt.FocusReason.MouseFocusReason)
    assert count(picture(card), LIGHT.ink, bottom) == 0
    card.clearFocus()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    assert count(picture(card), LIGHT.ink, bottom) > 300


@pytest.mark.parametrize("selected", ["retail", "investment_before"])
def test_the_ring_leaves_the_accent_rule_to_be_seen(
    selected: str, store: Store, look: Look, qtbot: QtBot
) -> None:
    name, height = ("retail", 3) if selected == "retail" else ("investment", 2)
    card = card_of(name, store, look, qtbot)
    store.select(selected)
    bring_to_front(card, qtbot)
    card.clearFocus()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    image = picture(card)
    assert count(image, LIGHT.accent, range(8)) == height * 150
    assert count(image, LIGHT.ink, range(2)) >= 2 * 150


def test_a_figure_that_is_counted_here_has_no_room_for_a_strip(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    counted, other = "goals.announced", "industry"
    for names, room in (((counted, other), 0), ((counted, counted), 16)):
        cards = [FigureCard(KeyFigure(indicator=name), store, look) for name in names]
        grid = CardGrid(cards, look)
        qtbot.addWidget(grid)
        grid.resize(832, grid.heightForWidth(832))
        grid.show()
        lines = max(card.label_lines(166) for card in cards)
        expected = 48 + 18 * lines + 44 - room
        assert {card.height() for card in cards} == {grid.height()} == {expected}


def grid_of(
    number: int, store: Store, look: Look, qtbot: QtBot
) -> tuple[CardGrid, list[FigureCard]]:
    """Make a grid of the sheet's first indicators."""
    names = list(store.sheet.indicators)[:number]
    cards = [FigureCard(KeyFigure(indicator=name), store, look) for name in names]
    grid = CardGrid(cards, look)
    qtbot.addWidget(grid)
    return grid, cards


@pytest.mark.parametrize(
    ("width", "columns"),
    [(832, 5), (976, 5), (700, 4), (640, 3), (656, 4), (560, 3), (300, 1), (1300, 7)],
)
def test_a_row_holds_as_many_cards_as_the_width_allows(
    width: int, columns: int, store: Store, look: Look, qtbot: QtBot
) -> None:
    grid, cards = grid_of(7, store, look, qtbot)
    grid.resize(width, grid.heightForWidth(width))
    grid.show()
    first_row = [card for card in cards if card.y() == 0]
    assert len(first_row) == columns
    assert max(card.geometry().right() for card in cards) < width
    assert max(card.geometry().bottom() for card in cards) < grid.height()


def test_cards_of_a_row_do_not_overlap_and_are_equally_high(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    grid, cards = grid_of(10, store, look, qtbot)
    grid.resize(832, grid.heightForWidth(832))
    grid.show()
    for row in (cards[:5], cards[5:]):
        assert len({card.height() for card in row}) == 1
        for left, right in itertools.pairwise(row):
            assert left.geometry().right() < right.geometry().left()
    assert cards[0].geometry().bottom() < cards[5].geometry().top()


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (0, Qt.Key.Key_Right, 1),
        (1, Qt.Key.Key_Left, 0),
        (1, Qt.Key.Key_Down, 6),
        (6, Qt.Key.Key_Up, 1),
        (0, Qt.Key.Key_Left, 0),
        (6, Qt.Key.Key_Down, 6),
    ],
)
def test_arrow_keys_move_among_the_cards(
    start: int, key: Qt.Key, end: int, store: Store, look: Look, qtbot: QtBot
) -> None:
    grid, cards = grid_of(7, store, look, qtbot)
    grid.resize(832, grid.heightForWidth(832))
    bring_to_front(grid, qtbot)
    cards[start].setFocus()
    QTest.keyClick(cards[start], key)
    assert QApplication.focusWidget() is cards[end]


def test_a_selection_repaints_the_cards_that_look_otherwise_for_it_alone(
    store: Store, look: Look, qtbot: QtBot
) -> None:
    figures = store.sheet.indicators.values()
    derived = next(one for one in figures if one.derivation)
    assert derived.derivation
    first = derived.derivation.inputs[0]
    other = next(
        one.id for one in figures if one.id not in (*derived.derivation.inputs, derived.id)
    )
    cards = [card_of(one, store, look, qtbot) for one in (derived.id, first, other)]
    painted = Painted(cards)
    for wanted, expected in ((derived.id, cards[:2]), (first, cards[:2]), (None, cards[1:2])):
        painted.cards.clear()
        store.select(wanted)
        for card in cards:
            card.on_selection()
        settle()
        assert painted.cards == expected
