"""Rows of key-figure cards."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cqviewer.ui.page.card import INSET, FigureCard
from cqviewer.ui.style.boxes import let_wrap
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight

GAP = 12
"""px of the design between two rows."""
NARROW = 640
"""px of the design: content width below which rows have three cards, and charts are stacked."""


_WIDE_CARD, _WIDE_COURSE, _LEAST_COURSE = 180, 208, 200
"""Widths in px of the design: of cards when there are more columns than usual, of cards with a
sparkline then, and the least of the latter."""


class CardGrid(QWidget):
    """Cards in rows of equal columns; the grid is 8 px wider than the text on either side."""

    def __init__(self, cards: list[FigureCard], look: Look) -> None:
        """Lay out cards, five or more per row if there is room."""
        super().__init__()
        self.cards = cards
        self._look = look
        for card in cards:
            card.setParent(self)
        let_wrap(self, QSizePolicy.Policy.Expanding)

    def heard(self) -> Heard:
        """Return the list of the cards."""
        return Heard("List", self.tr("Key figures"))

    def _columns(self, width: int) -> int:
        """Return the number of columns at a width: three if it is narrow, five in the design.

        Two and four if there are sparklines, which have a fixed size.
        """
        is_narrow = width - 2 * self._look.px(INSET) < self._look.px(NARROW)
        if any(card.has_course for card in self.cards):
            wide = 2 if is_narrow else max(4, width // self._look.px(_WIDE_COURSE))
            return max(1, min(wide, width // self._look.px(_LEAST_COURSE)))
        usual = max(1, min(3 if is_narrow else 5, width // self._look.px(160)))
        return max(usual, width // self._look.px(_WIDE_CARD))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(832), self._arrange(self._look.px(832), move=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._columns(self.width())
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
        }.get(Qt.Key(event.key()))
        focused = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
        if focused is None or step is None or not 0 <= focused + step < len(self.cards):
            super().keyPressEvent(event)
            return
        card = self.cards[focused + step]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(card)

    def _arrange(self, width: int, *, move: bool) -> int:
        """Return the height of all rows at a width; with `move` also place the cards."""
        columns = self._columns(width)
        top = 0
        for start in range(0, len(self.cards), columns):
            row = self.cards[start : start + columns]
            lines = max(card.label_lines(width // columns) for card in row)
            is_aimed = any(card.has_target for card in row)
            height = max(
                card.height_with(lines, width // columns, is_aimed=is_aimed) for card in row
            )
            if move:
                for column, card in enumerate(row):
                    card.set_label_lines(lines, is_aimed=is_aimed)
                    card.setFixedHeight(height)
                    left = column * width // columns
                    card.setGeometry(left, top, (column + 1) * width // columns - left, height)
            top += height + self._look.px(GAP)
        return max(0, top - self._look.px(GAP))
