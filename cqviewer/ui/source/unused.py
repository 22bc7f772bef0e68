"""The list of numbers in a source that no figure uses."""

from functools import partial
from typing import Literal

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from cqviewer.evidence.document import Document
from cqviewer.evidence.unused import Review, Unused
from cqviewer.ui.source.words import has_value, reason, short_place, spoken_unused
from cqviewer.ui.state.focus import is_enter
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.buttons import pop_up
from cqviewer.ui.style.lines import Index, units
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import frame_inside

_SIDE, _PLACE, _NUMBER, _GAP = 20, 38, 96, 12
_ROW, _LINE, _NARROW, _BLEED, _RULE = 42, 17, 440, 8, 3
"""px of the design: height of a row and of a line, width below which links are below the clause,
margin of the tint, and width of its rule."""
_LONGEST, _WIDEST, _ICON, _WORD = 160, 120, 14, 16
Act = Literal["make", "aside", "back"]
"""Make a figure of a number, set it aside, or undo that."""


class _Delegate(QStyledItemDelegate):
    """Paints rows by the methods of the view."""

    def __init__(self, view: "UnusedList") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._view.paint_row(painter, index.row(), option.rect)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._view.row_height)


class UnusedList(QListWidget):
    """Lists numbers; Enter makes a figure of the current one, Delete sets it aside."""

    wanted = Signal(str, object)
    """Carries an Act and the Unused to which it applies."""

    def __init__(self, store: Store, look: Look) -> None:
        """Begin with an empty list."""
        super().__init__()
        self._store = store
        self._look = look
        self._document: Document | None = None
        self.rows: list[Unused] = []
        """The unused numbers, then those that are set aside."""
        self.setItemDelegate(_Delegate(self))
        self.setObjectName("unused")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Numbers in the source that no figure uses"))
        self.viewport().setMouseTracking(True)  # for the cursor over links
        self._pressed: Unused | None = None  # unless a link was pressed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the heights of rows depend on the width

    def show_review(self, review: Review, document: Document, current: int) -> None:
        """List the numbers of a review; `current` is the current row."""
        self._document, self.rows = document, [*review.unused, *review.aside]
        self.clear()
        self.addItems([one.written for one in self.rows])
        for row, one in enumerate(self.rows):
            said = [spoken_unused(one, document, self._store), *self._links(row).values()]
            text = self._store.wording.join(said)
            self.item(row).setData(Qt.ItemDataRole.AccessibleTextRole, text)
        self.setCurrentRow(max(0, min(current, len(self.rows) - 1)))

    # Parts

    @property
    def _is_narrow(self) -> bool:
        return self.viewport().width() < self._look.px(_NARROW)

    @property
    def row_height(self) -> int:
        """Return the height in px of a row, which is more if the list is narrow."""
        return self._look.px(_ROW + (2 * _LINE + 34 if self._is_narrow else 0))

    def row_box(self, row: int) -> QRect:
        """Return the rectangle of a row in the viewport."""
        return self.visualItemRect(self.item(row))

    def _links(self, row: int) -> dict[Act, str]:
        """Return the acts of a row with the texts of their links."""
        one = self.rows[row]
        if one.entry is not None:
            return {"back": self.tr("Undo")}
        found: dict[Act, str] = {}
        if self._document is not None and has_value(one, self._document):
            found["make"] = self.tr("Make a figure")
        if not one.reason:
            found["aside"] = self.tr("Not a figure")
        return found

    def link_boxes(self, row: int) -> dict[Act, QRect]:
        """Return the rectangles of a row's links in the viewport, from the left."""
        look, box = self._look, self.row_box(row)
        metrics = QFontMetricsF(look.font("caption"))
        right, found = box.right() - look.px(_SIDE), dict[Act, QRect]()
        high = look.px(24)
        top = box.bottom() - high - 4 if self._is_narrow else box.center().y() - high // 2
        for act, text in reversed(self._links(row).items()):
            wide = round(metrics.horizontalAdvance(text)) + 1
            wide += look.px(_ICON + 4) if act == "make" else 0
            found[act] = QRect(right - wide, top, wide, high)
            right -= wide + look.px(_GAP)
        return dict(reversed(found.items()))

    # Keys and mouse

    def _do(self, *acts: Act) -> None:
        row = self.currentRow()
        links = self._links(row) if row >= 0 else {}
        if act := next((one for one in acts if one in links), None):
            self.wanted.emit(act, self.rows[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        has_modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if is_enter(event) and not has_modifier:
            self._do("make", "back")
        elif event.key() == Qt.Key.Key_Delete and not has_modifier:
            self._do("aside")
        else:
            super().keyPressEvent(event)

    def _links_at(self, event: QMouseEvent) -> list[Act]:
        """Return the act of the link below the pointer, in a list; empty if there is none."""
        place = event.position().toPoint()
        row = self.indexAt(place).row()
        boxes = self.link_boxes(row).items() if row >= 0 else ()
        return [act for act, box in boxes if box.contains(place)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        acts, row = self._links_at(event), self.currentRow()
        self._pressed = self.rows[row] if row >= 0 and not acts else None
        if event.button() == Qt.MouseButton.LeftButton:
            self._do(*acts)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do the same as Enter, if both clicks hit the same row and no link."""
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and self.rows[row] is self._pressed and not self._links_at(event):
            self._do("make", "back")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the acts of the current number, not those of the selected figure."""
        row = self.currentRow()
        if row >= 0:
            copy = partial(QGuiApplication.clipboard().setText, self.rows[row].clause)
            acts = {text: partial(self._do, act) for act, text in self._links(row).items()}
            pop_up({**acts, self.tr("Copy the clause"): copy}, event.globalPos(), self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape
        is_link = bool(self._links_at(event))
        self.viewport().setCursor(shape.PointingHandCursor if is_link else shape.ArrowCursor)

    # Painting

    def paint_row(self, painter: QPainter, row: int, box: QRect) -> None:
        """Paint place, number, clause, and the links or the reason why it is set aside."""
        look, one = self._look, self.rows[row]
        assert self._document is not None
        self._paint_ground(painter, row, box)
        line, high = look.px(_LINE), look.px(_ROW)
        middle, at_right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        place = QRectF(look.px(_SIDE), box.top(), look.px(_PLACE), high)
        number = QRectF(place.right() + look.px(_GAP), box.top(), look.px(_NUMBER), high)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("ink3"))
        painter.drawText(place, at_right | middle, short_place(self._document.parts[one.part]))
        right = self._paint_links(painter, row, box)
        painter.setFont(look.font("body", None if one.reason else "bold"))
        painter.setPen(look.color("ink2" if one.reason else "ink"))
        written = painter.fontMetrics().elidedText(
            one.written, Qt.TextElideMode.ElideRight, look.px(_NUMBER)
        )
        painter.drawText(number, middle, written)
        left, top = number.right() + look.px(_GAP), box.top() + look.px(4)
        if self._is_narrow:
            left, top = number.left(), box.top() + high
        clause = QRectF(left, top, max(1, right - left), 2 * line)
        self._paint_clause(painter, one, clause)

    def _paint_links(self, painter: QPainter, row: int, box: QRect) -> float:
        """Paint the links of a row, before them a reason; return the right edge of the clause."""
        look, right = self._look, box.right() - self._look.px(_SIDE)
        end, boxes, icon = right, self.link_boxes(row), look.px(_ICON)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("caption"))
        for act, link in boxes.items():
            painter.setPen(look.color("ink2" if act == "aside" else "accent"))
            painter.drawText(link, side, self._links(row)[act])
            if act == "make":
                at = QRect(link.left(), link.center().y() - icon // 2, icon, icon)
                look.icon("plus", "accent").paint(painter, at)
            end = min(end, link.left() - look.px(_GAP))
        if why := reason(self.rows[row], self._store):
            wide = min(painter.fontMetrics().horizontalAdvance(why) + 1, look.px(_WIDEST))
            top, high = box.top(), box.height() - 1
            if self._is_narrow:
                high = look.px(24)
                top = box.bottom() - high - 4
            painter.setPen(look.color("ink3"))
            shown = painter.fontMetrics().elidedText(why, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(
                QRect(end - wide, top, wide, high), Qt.AlignmentFlag.AlignVCenter, shown
            )
            end -= wide + look.px(_GAP)
        return right if self._is_narrow else end

    def _paint_ground(self, painter: QPainter, row: int, box: QRect) -> None:
        look = self._look
        bleed = look.px(_SIDE - _BLEED)
        if row == self.currentRow():
            ground = QRectF(box).adjusted(bleed, 0, -bleed, -1)
            painter.fillRect(ground, look.color("tint"))
            if self.hasFocus() or look.theme.is_high_contrast:
                frame_inside(painter, ground, look.color("ink" if self.hasFocus() else "accent"))
            ground.setWidth(look.px(_RULE))
            painter.fillRect(ground, look.color("accent"))
        side = look.px(_SIDE)
        painter.fillRect(QRect(side, box.bottom(), box.width() - 2 * side, 1), look.color("hair"))

    def _paint_clause(self, painter: QPainter, one: Unused, room: QRectF) -> None:
        """Paint a clause, its number in bold, shortened to two lines."""
        look, line = self._look, self._look.px(_LINE)
        painter.setPen(look.color("ink2"))
        begin, end = one.clause_start - _LONGEST // 4, len(one.clause)
        begin = one.clause.find(" ", begin, one.clause_start) + 1 if begin > 0 else 0
        layout = _clause(one, begin, end, look, room.width())
        while layout.lineCount() > 2 and end > one.clause_end:
            space = one.clause.rfind(" ", max(0, end - _WORD), end - 1)
            end = max(one.clause_end, space if space >= 0 else end - 6)
            layout = _clause(one, begin, end, look, room.width())
        while layout.lineCount() > 2 and begin < one.clause_start:
            space = one.clause.find(" ", begin + 1, begin + _WORD)
            begin = min(one.clause_start, space + 1 if space >= 0 else begin + 6)
            layout = _clause(one, begin, end, look, room.width())
        count = min(2, layout.lineCount())
        down = room.top() + (room.height() - count * line) / 2
        for number in range(count):
            layout.lineAt(number).draw(painter, QPointF(room.left(), down + number * line))


def _clause(one: Unused, begin: int, end: int, look: Look, width: float) -> QTextLayout:
    """Return the layout of a part of a clause at a width; its lines are not positioned."""
    before = "… " if begin else ""
    after = " …" if end < len(one.clause) else ""
    bold = QTextLayout.FormatRange()
    start = before + one.clause[begin : one.clause_start]
    number = one.clause[one.clause_start : one.clause_end]
    bold.start, bold.length = units(start), units(number)
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    style.setForeground(look.color("ink"))
    bold.format = style
    layout = QTextLayout(before + one.clause[begin:end] + after, look.font("caption"))
    layout.setFormats([bold])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout
