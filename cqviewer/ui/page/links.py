"""Links inside the sheet: a click selects the figure or goal that they lead to."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import Wrapped

INSET = 4
"""px between a link's left edge, where its focus ring stands, and its arrow."""
_ICON, _GAP, _RING = 16, 4, 2
_Policy = QSizePolicy.Policy


class Link(QPushButton):
    """Accent text after an arrow, which wraps where it has no room: buttons know one line only."""

    def __init__(self, text: str, look: Look) -> None:
        """Show a text, as it stands."""
        super().__init__(text.replace("&", "&&"))
        self._look = look
        font, line = look.font("body"), look.line_height("body")
        self._words = Wrapped(text, font, line)
        underlined = QFont(font)
        underlined.setUnderline(True)
        self._hovered_words = Wrapped(text, underlined, line)
        self.setObjectName("link")
        self.setIcon(look.icon("arrow-right", "accent"))
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(_Policy.Maximum, _Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _before(self) -> int:
        """Give the px before the text."""
        return self._look.px(INSET) + self._look.px(_ICON) + self._look.px(_GAP)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the lines in a width."""
        return self._words.height(self._room(width)) + _RING

    def _room(self, width: int) -> int:
        """Give the px that the text has in a width of the link."""
        return width - self._before - self._look.px(INSET)

    def sizeHint(self) -> QSize:
        """Ask for the width of the unbroken text."""
        lines = self._words.unbroken
        width = self._before + int(lines.width) + 2 + self._look.px(INSET)
        return QSize(width, lines.height + _RING)

    def minimumSizeHint(self) -> QSize:
        """Do with any width."""
        return QSize(2 * self._before, self._look.line_height("body") + _RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrow and lines, underlined under the pointer, and the ring of the focus."""
        look, painter = self._look, QPainter(self)
        line, size, top = look.line_height("body"), look.px(_ICON), _RING // 2
        place = QRect(look.px(INSET), top + (line - size) // 2, size, size)
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


def add_in_line(layout: QVBoxLayout, part: QWidget, look: Look) -> None:
    """Add a link to a column, or else words, in line with the arrows of links."""
    if isinstance(part, Link):
        layout.addWidget(part)
        return
    row = QHBoxLayout()
    row.setContentsMargins(look.px(INSET), 0, 0, 0)
    row.addWidget(part)
    if part.sizePolicy().horizontalPolicy() in (_Policy.Fixed, _Policy.Maximum):
        row.addStretch(1)  # or else it would stand in the middle
    layout.addLayout(row)


class FactLinks:
    """Makes links to figures and goals."""

    def __init__(self, store: Store, look: Look) -> None:
        """Make links in a look that select in a store."""
        self._store = store
        self._look = look

    def make(self, fact_id: str, text: str) -> Link:
        """Make a link with an arrow that selects a figure or goal."""
        link = Link(text, self._look)
        _Follower(link, self._store, fact_id)
        return link


class _Follower(QObject):
    """Follows one link; it belongs to the button, so it goes when the button goes."""

    def __init__(self, button: QPushButton, store: Store, fact_id: str) -> None:
        super().__init__(button)
        self._store = store
        self._fact_id = fact_id
        button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self._store.select(self._fact_id)
