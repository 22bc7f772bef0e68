"""A row of tabs as text over a rule, with a note at its right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QTabBar, QWidget

from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.style.boxes import line
from cqviewer.ui.style.look import ANY_SIZE, Look
from cqviewer.ui.style.pixel_edges import fill_on_pixels
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.style.tooltips import plain_tooltip

_GAP, _HEIGHT, _RULE = 28, 42, 3
_INSET = 7
"""px before a tab's text, for the focus ring."""


class TabBar(QTabBar):
    """Tabs as text over a rule; the selected one bold."""

    def __init__(self, look: Look) -> None:
        """Make an empty bar."""
        super().__init__()
        self._look = look
        self._hovered = -1
        self._widths: dict[tuple[str, bool], int] = {}
        self._room = ANY_SIZE
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page

    def tabSizeHint(self, index: int) -> QSize:
        """Return the width of a tab's text in bold, as when selected, plus the gap to the next.

        With the present width the tabs would move whenever another one is selected.
        """
        width = self._text_width(index, is_bold=True) + self._look.px(_GAP)
        return QSize(min(width, self._room), self._look.px(_HEIGHT))

    def fit(self, room: int) -> None:
        """Limit the width of tabs to `room` px; a longer title is elided and shown as tooltip."""
        button = QStyle.PixelMetric.PM_TabBarScrollButtonWidth
        self._room = room - 2 * self.style().pixelMetric(button, None, self)
        self.setIconSize(self.iconSize())  # only to make Qt lay the tabs out again
        for index in range(self.count()):
            text = without_key(self.tabText(index))
            self.setTabToolTip(index, plain_tooltip(text) if self._shown(index) != text else "")

    def _shown(self, index: int, *, is_bold: bool = True) -> str:
        """Return a tab's title, elided if it has no room."""
        text = without_key(self.tabText(index))
        room = self.tabSizeHint(index).width() - self._look.px(_GAP)
        if self._text_width(index, is_bold=is_bold) <= room:  # else a fraction of a px elides it
            return text
        metrics = QFontMetrics(self._font(is_bold=is_bold))
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def _font(self, *, is_bold: bool) -> QFont:
        return self._look.font("tab", "bold" if is_bold else "regular")

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _text_width(self, index: int, *, is_bold: bool) -> int:
        text = without_key(self.tabText(index))
        key = text, is_bold
        if key not in self._widths:  # Qt asks for all tabs whenever the current one changes
            self._widths[key] = QFontMetrics(self._font(is_bold=is_bold)).horizontalAdvance(text)
        return self._widths[key]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        for index in range(self.count()):
            box = self.tabRect(index)
            if not box.intersects(event.rect()):
                continue
            is_current = index == self.currentIndex()
            is_hovered = index == self._hovered and self.underMouse()
            width = self._text_width(index, is_bold=is_current)
            width = min(width, box.width() - look.px(_GAP))
            painter.setFont(self._font(is_bold=is_current))
            painter.setPen(look.color("ink" if is_current or is_hovered else "ink2"))
            left = box.left() + look.px(_INSET)
            text_box = QRect(left, box.top(), width + 2, box.height() - look.px(_RULE))
            text = self._shown(index, is_bold=is_current)
            painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, text)
            if is_current or is_hovered:
                rule = QRect(left, box.bottom() + 1 - look.px(_RULE), width, look.px(_RULE))
                painter.fillRect(rule, look.color("accent" if is_current else "line"))
            if is_current and self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(look.color("ink"), 2))
                ring = text_box.adjusted(-look.px(6), look.px(5), look.px(5), -look.px(3))
                ring = ring.intersected(self.rect().adjusted(1, 1, -1, -1))
                painter.drawRoundedRect(ring, look.px(4), look.px(4))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


class NotedTabs(QWidget):
    """Tabs above a hairline, and at their right a note if there is room."""

    def __init__(self, titles: Sequence[str], note: str, look: Look) -> None:
        """Show the tabs of some titles."""
        super().__init__()
        self.setObjectName("page")
        self._look = look
        self.bar = TabBar(look)
        for title in titles:
            self.bar.addTab(title.replace("&", "&&"))
        self.note = TextBlock(note, look, "caption", "ink3", most_lines=1)
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # Level with the text of the tabs, which is above their rule.
        self.note.setFixedHeight(look.line_height("caption") + look.px(_RULE))
        margins = (look.px(32) - look.px(_INSET), 0, look.px(32), 0)
        layout = self._layout = line(self.bar, of=self, gap=look.px(16), margins=margins)
        layout.addStretch(1)
        layout.addWidget(self.note, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(look.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.fit(self._whole_room)
        self.fit_note()

    @property
    def _whole_room(self) -> int:
        margins = self._layout.contentsMargins()
        return self.width() - margins.left() - margins.right() - 2 * self._layout.spacing()

    def fit_note(self) -> None:
        """Show the note where it has room beside the tabs."""
        wanted = self.bar.sizeHint().width() + self.note.sizeHint().width()
        self.note.setVisible(wanted <= self._whole_room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("page"))
        rule = QRectF(0, self.height() - 1, self.width(), 1)
        fill_on_pixels(painter, rule, self._look.color("hair"))
