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
"""px before a tab's text, where the ring of the focus stands."""


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
        """Return a tab the width of its text, as when it is selected, and the gap to the next.

        Else the tabs would move when another is picked, beyond the room that the bar was given.
        """
        width = self._text_width(index, is_bold=True) + self._look.px(_GAP)
        return QSize(min(width, self._room), self._look.px(_HEIGHT))

    def fit(self, room: int) -> None:
        """Make no tab wider than so many px; a title that is longer ends in '…', and is its tip."""
        button = QStyle.PixelMetric.PM_TabBarScrollButtonWidth
        self._room = room - 2 * self.style().pixelMetric(button, None, self)
        self.setIconSize(self.iconSize())  # no tab has one, but Qt lays them all out again
        for index in range(self.count()):
            text = without_key(self.tabText(index))
            self.setTabToolTip(index, plain_tooltip(text) if self._shown(index) != text else "")

    def _shown(self, index: int, *, is_bold: bool = True) -> str:
        """Return the part of a tab's title that has room."""
        text = without_key(self.tabText(index))
        room = self.tabSizeHint(index).width() - self._look.px(_GAP)
        if self._text_width(index, is_bold=is_bold) <= room:  # in whole px, which Qt's own cuts
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
        if key not in self._widths:  # Qt asks for all again whenever another is the current one
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
    """Tabs, and at their right a note where it has room, above a hairline."""

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
        self.note.setFixedHeight(
            look.line_height("caption") + look.px(_RULE)
        )  # level with the tabs
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
