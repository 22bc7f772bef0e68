"""Links inside the sheet, to figures, goals and sources."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from cqviewer.ui.style.boxes import let_wrap, line
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.lines import Wrapped
from cqviewer.ui.style.look import Look

INSET = 4
"""px of the design from a link's left edge to its arrow, for the focus ring."""
_ICON, _GAP, _RING, _AROUND = 16, 4, 2, 2
_Policy = QSizePolicy.Policy


class Link(QPushButton):
    """An arrow and a text in the accent colour, which wraps, unlike that of Qt's buttons."""

    followed = Signal(str)
    """Carries the id of the figure or goal that the link leads to."""

    def __init__(self, text: str, look: Look, fact_id: str = "") -> None:
        """Show a text; `followed` is emitted only with the id of a figure or goal."""
        super().__init__(text.replace("&", "&&"))
        self._look = look
        self._fact_id = fact_id
        self.clicked.connect(self._on_clicked)
        font, high = look.font("body"), look.line_height("body")
        self._words = Wrapped(text, font, high)
        underlined = QFont(font)
        underlined.setUnderline(True)
        self._hovered_words = Wrapped(text, underlined, high)
        self.setObjectName("link")
        self.setIcon(look.icon("arrow-right", "accent"))
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        let_wrap(self, _Policy.Maximum)

    def heard(self) -> Heard:
        """Return a link."""
        return Heard("Link", press=self.click)

    def _on_clicked(self) -> None:
        if self._fact_id:
            self.followed.emit(self._fact_id)

    @property
    def _before(self) -> int:
        """Return the px before the text: margin, arrow and gap."""
        return self._look.px(INSET) + self._look.px(_ICON) + self._look.px(_GAP)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.height(self._room(width)) + 2 * self._look.px(_AROUND)

    def _room(self, width: int) -> int:
        """Return the px for the text in a link of a width."""
        return width - self._before - self._look.px(INSET)

    def sizeHint(self) -> QSize:
        lines = self._words.unbroken
        width = self._before + int(lines.width) + 2 + self._look.px(INSET)
        return QSize(width, lines.height + 2 * self._look.px(_AROUND))

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * self._before, self.heightForWidth(10_000))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        high, size, top = look.line_height("body"), look.px(_ICON), look.px(_AROUND)
        place = QRect(look.px(INSET), top + (high - size) // 2, size, size)
        self.icon().paint(painter, place)
        is_hovered = self.underMouse()
        painter.setPen(look.color("accent_hover" if is_hovered else "accent"))
        words = self._hovered_words if is_hovered else self._words
        words.broken(self._room(self.width())).draw(painter, self._before, top)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("ink"), _RING))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, look.px(4), look.px(4))


def add_in_line(layout: QBoxLayout, part: QWidget, look: Look) -> None:
    """Add a widget to a column, indented so that texts align with the arrows of links."""
    # Without alignment, a widget of limited width limits its whole column.
    is_narrow = part.sizePolicy().horizontalPolicy() in (_Policy.Fixed, _Policy.Maximum)
    side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag(0)
    if isinstance(part, Link):
        layout.addWidget(part, 0, side)
        return
    row = line(margins=(look.px(INSET), 0, 0, 0))
    row.addWidget(part, 0, side)
    layout.addLayout(row)
