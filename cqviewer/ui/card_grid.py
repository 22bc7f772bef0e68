"""Rows of key-figure cards."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.ui.card import FigureCard
from cqviewer.ui.focus import bring_into_sight
from cqviewer.ui.look import Look


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

    def columns(self, width: int) -> int:
        """Count the columns that a width has room for: five at most, three below 640 px."""
        return max(1, min(5, int(width / self._look.px(160))))

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows in a width."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """Ask for the design's width."""
        return QSize(self._look.px(832), self._arrange(self._look.px(832), move=False))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the cards in their places."""
        self._arrange(self.width(), move=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the cards by the arrow keys."""
        focused = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        columns = self.columns(self.width())
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
        }.get(Qt.Key(event.key()))
        if focused is None or step is None or not 0 <= focused + step < len(self._cards):
            super().keyPressEvent(event)
            return
        self._cards[focused + step].setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(self._cards[focused + step])

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
            top += height + self._look.px(12)
        return max(0, top - self._look.px(12))
