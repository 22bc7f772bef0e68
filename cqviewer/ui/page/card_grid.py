"""Rows of key-figure cards."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.ui.page.card import INSET, FigureCard
from cqviewer.ui.state.focus import bring_into_sight
from cqviewer.ui.style.look import Look

GAP = 12
"""px of the design between two rows."""
NARROW = 640
"""Content width in px below which three cards stand in a row, and charts that make a pair stack."""
MANY = 200
"""Figures of a section from which on its cards are made as they come near to being seen."""


class CardGrid(QWidget):
    """Cards in rows of equal columns, eight px wider than the text on either side."""

    def __init__(self, cards: list[FigureCard], look: Look) -> None:
        """Lay out cards, five to a row where there is room."""
        super().__init__()
        self._cards = cards
        self._look = look
        for card in cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> list[FigureCard]:
        """Give the cards in their order."""
        return self._cards

    def count(self) -> int:
        """Count the figures."""
        return len(self._cards)

    def card_of(self, indicator: str) -> FigureCard | None:
        """Give the card of an indicator; None if it has none."""
        return next((card for card in self._cards if card.indicator.id == indicator), None)

    def card_at(self, at: int) -> FigureCard:
        """Give the card at a place, from 0."""
        return self._cards[at]

    def place_of_focus(self) -> int | None:
        """Give the place of the card that has the focus, if one has."""
        return next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)

    def show_near(self, top: int, bottom: int) -> None:
        """Be told what is seen, in px of the grid; here all cards are made anyway."""

    def columns(self, width: int) -> int:
        """Count the columns in a width: five at most, three where the content is below 640 px."""
        is_narrow = width - 2 * self._look.px(INSET) < self._look.px(NARROW)
        return max(1, min(3 if is_narrow else 5, int(width / self._look.px(160))))

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows in a width."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """Ask for the design's width."""
        return QSize(self._look.px(832), self._arrange(self._look.px(832), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards in their places."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the cards by the arrow keys."""
        focused = self.place_of_focus()
        columns = self.columns(self.width())
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
        }.get(Qt.Key(event.key()))
        if focused is None or step is None or not 0 <= focused + step < self.count():
            super().keyPressEvent(event)
            return
        card = self.card_at(focused + step)
        card.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(card)

    def _arrange(self, width: int, *, move: bool) -> int:
        columns = self.columns(width)
        card_width = width // columns if columns else width
        top = 0
        for start in range(0, len(self._cards), columns):
            row = self._cards[start : start + columns]
            lines = max(card.label_lines(card_width) for card in row)
            height = max(card.height_with(lines) for card in row)
            if move:
                for column, card in enumerate(row):
                    card.set_label_lines(lines)
                    card.setFixedHeight(height)
                    left = column * width // columns
                    card.setGeometry(left, top, (column + 1) * width // columns - left, height)
            top += height + self._look.px(GAP)
        return max(0, top - self._look.px(GAP))
