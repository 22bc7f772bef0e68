"""Cards of a section that has very many figures: only those near what is seen are made."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent

from cqviewer.model.facts import KeyFigure
from cqviewer.ui.page.card import MOST_LABEL_LINES, FigureCard
from cqviewer.ui.page.card_grid import GAP, CardGrid
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look

_MEASURED = 20
_VIEW = 1000  # px of the design, until the page says what is seen


class LongCardGrid(CardGrid):
    """A grid whose rows are all equally high, so that places are known without their cards.

    The cards within one view's height of what is seen are made; those farther than three are
    given up, but for the one that is selected or has the focus. Arrow keys and the search reach
    all; so do assistive technologies by them, and by the table.
    """

    source_wanted = Signal()

    def __init__(self, figures: Sequence[KeyFigure], store: Store, look: Look) -> None:
        """Show figures of the store's sheet; the first cards are made at once."""
        super().__init__([], look)
        self._figures = figures
        self._store = store
        self._made: dict[int, FigureCard] = {}
        self._places: dict[str, int] = {}
        for at, figure in enumerate(figures):
            self._places.setdefault(figure.indicator, at)
        self._seen = (0, look.px(_VIEW))
        self._lines: dict[int, int] = {}
        self._longest = self._with_longest_labels()
        self._make_near()

    def _with_longest_labels(self) -> list[FigureCard]:
        """Make the cards by which rows are measured; they are never shown."""
        text = self._store.wording.text
        names = self._store.sheet.indicators

        def length(figure: KeyFigure) -> int:
            return len(text(figure.label) or text(names[figure.indicator].name))

        longest = sorted(self._figures, key=length, reverse=True)[:_MEASURED]
        return [FigureCard(one, self._store, self._look) for one in longest]

    # What the cards' grid asks

    @property
    def cards(self) -> list[FigureCard]:
        """Give the cards that are made at present, in their order."""
        return [self._made[at] for at in sorted(self._made)]

    def count(self) -> int:
        """Count the figures."""
        return len(self._figures)

    def card_of(self, indicator: str) -> FigureCard | None:
        """Give the card of an indicator, made now if need be; None if it has none."""
        at = self._places.get(indicator)
        return None if at is None else self.card_at(at)

    def card_at(self, at: int) -> FigureCard:
        """Give the card at a place, made now if need be."""
        if at not in self._made:
            card = FigureCard(self._figures[at], self._store, self._look)
            card.source_wanted.connect(self.source_wanted)
            card.setParent(self)
            self._made[at] = card
            self._put(at, card)
            card.show()
        return self._made[at]

    def place_of_focus(self) -> int | None:
        """Give the place of the card that has the focus, if one has."""
        return next((at for at, card in self._made.items() if card.hasFocus()), None)

    # Places

    def _lines_in(self, card_width: int) -> int:
        """Give the lines of the labels, the same in all rows of cards of a width."""
        if card_width not in self._lines:
            most = max(card.label_lines(card_width) for card in self._longest)
            self._lines = {card_width: min(MOST_LABEL_LINES, most)}
        return self._lines[card_width]

    def _step(self, width: int) -> int:
        """Give the px from one row to the next."""
        lines = self._lines_in(width // self.columns(width))
        return max(one.height_with(lines) for one in self._longest) + self._look.px(GAP)

    def _put(self, at: int, card: FigureCard) -> None:
        """Put a card where it belongs."""
        width = self.width()
        columns = self.columns(width)
        row, column = divmod(at, columns)
        card.set_label_lines(self._lines_in(width // columns))
        left, right = column * width // columns, (column + 1) * width // columns
        card.setGeometry(left, row * self._step(width), right - left, card.height())

    def _arrange(self, width: int, *, move: bool) -> int:
        if move:
            for at, card in self._made.items():
                self._put(at, card)
        rows = -(-self.count() // self.columns(width))
        return rows * self._step(width) - self._look.px(GAP)

    def sizeHint(self) -> QSize:
        """Ask for the design's width."""
        return QSize(self._look.px(832), self._arrange(self._look.px(832), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards in their places, and make those that are now near."""
        super().resizeEvent(event)
        self._make_near()

    # What is near

    def show_near(self, top: int, bottom: int) -> None:
        """Have the cards from `top` to `bottom`, in px of the grid, and those near to them."""
        self._seen = (top, bottom)
        self._make_near()

    def _make_near(self) -> None:
        top, bottom = self._seen
        view = max(1, bottom - top)
        for at in self._between(top - view, bottom + view):
            self.card_at(at)
        near = self._between(top - 3 * view, bottom + 3 * view)
        for at in [one for one in self._made if one not in near]:
            card = self._made[at]
            if not card.hasFocus() and not card.isChecked():
                del self._made[at]
                card.hide()
                card.deleteLater()

    def _between(self, top: int, bottom: int) -> range:
        """Give the places of the rows from a height to another."""
        columns, step = self.columns(self.width()), self._step(self.width())
        first, last = max(0, top // step), max(0, bottom // step + 1)
        return range(min(first * columns, self.count()), min(last * columns, self.count()))
