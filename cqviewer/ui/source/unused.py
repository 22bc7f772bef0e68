"""The numbers of a source that no figure uses, to be made figures or set aside."""

from functools import partial
from typing import Literal

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from cqviewer.evidence.document import Document
from cqviewer.evidence.unused import Review, Unused
from cqviewer.ui.source.words import has_value, reason, short_place, spoken_unused
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.heard import Heard, Part, tell_focus
from cqviewer.ui.style.lines import units
from cqviewer.ui.style.look import Look

_SIDE, _PLACE, _NUMBER, _GAP = 20, 38, 96, 12
_ROW, _LINE, _NARROW, _BLEED, _RULE = 42, 17, 440, 8, 3
"""px of the design: a row, a line of its clause, the width below which links stand under it, by
what the tint reaches beyond the text, and its rule."""
_LONGEST, _WIDEST, _ICON, _WORD = 160, 120, 14, 16
Act = Literal["make", "aside", "back"]
"""Make a figure of a number, set it aside, or take that back."""


class UnusedList(QAbstractScrollArea):
    """Lists numbers: Enter makes a figure of the current one, Delete sets it aside."""

    wanted = Signal(str, object)
    """Carries an Act, and the Unused that it is wanted of."""
    current_changed = Signal(int)

    def __init__(self, store: Store, look: Look) -> None:
        """List nothing yet."""
        super().__init__()
        self._store = store
        self._look = look
        self._document: Document | None = None
        self.rows: list[Unused] = []
        """Those that no figure uses, then those that are set aside."""
        self.current = 0
        """The number of the row that the keys act on."""
        self.setObjectName("unused")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Numbers in the source that no figure uses"))
        self.viewport().setMouseTracking(True)  # for the hand over a link

    def show_review(self, review: Review, document: Document, current: int) -> None:
        """List what a review found; the row of a number is the current one."""
        self._document = document
        self.rows = [*review.unused, *review.aside]
        self.current = max(0, min(current, len(self.rows) - 1))
        self._fit()
        self._bring(self.current)
        self.viewport().update()

    # Parts

    @property
    def _is_narrow(self) -> bool:
        return self.viewport().width() < self._look.px(_NARROW)

    @property
    def _row_height(self) -> int:
        """Return the px of a row: with two lines, and a third one of links where it is narrow."""
        return self._look.px(_ROW + (2 * _LINE + 34 if self._is_narrow else 0))

    def _fit(self) -> None:
        bar, shown = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, len(self.rows) * self._row_height - shown))
        bar.setPageStep(shown)
        bar.setSingleStep(self._row_height)

    def row_box(self, row: int) -> QRect:
        """Return where a row is, in px of the viewport."""
        high, down = self._row_height, self.verticalScrollBar().value()
        return QRect(0, row * high - down, self.viewport().width(), high)

    def _links(self, row: int) -> dict[Act, str]:
        """Return what can be done with a row, in words."""
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
        """Return where the links of a row are, in px of the viewport, from the left."""
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

    def heard(self) -> Heard:
        """Return a list whose parts are the numbers, each with its clause."""
        parts = tuple(
            Part(
                partial(self._spoken, row),
                partial(self._box, row),
                partial(self.go_to, row),
            )
            for row in range(len(self.rows))
        )
        return Heard("List", self.accessibleName(), parts=parts, at=self.current)

    def _spoken(self, row: int) -> str:
        assert self._document is not None
        said = spoken_unused(self.rows[row], self._document, self._store)
        return self._store.wording.join([said, *self._links(row).values()])

    def _box(self, row: int) -> QRect:
        return self.row_box(row).translated(self.viewport().pos())

    # What the reader does

    def go_to(self, row: int) -> None:
        """Make a row the current one, and bring it into sight."""
        if 0 <= row < len(self.rows):
            self.current = row
            self.current_changed.emit(row)
            self._bring(row)
            self.viewport().update()
            tell_focus(self)

    def _bring(self, row: int) -> None:
        box, bar = self.row_box(row), self.verticalScrollBar()
        over = max(0, box.bottom() - self.viewport().height() + 1)
        bar.setValue(bar.value() + (box.top() if box.top() < 0 else over))

    def _do(self, *acts: Act) -> None:
        if self.rows and (
            act := next((one for one in acts if one in self._links(self.current)), None)
        ):
            self.wanted.emit(act, self.rows[self.current])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        a_page = max(1, self.viewport().height() // self._row_height)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -a_page,
            Qt.Key.Key_PageDown: a_page,
            Qt.Key.Key_Home: -len(self.rows),
            Qt.Key.Key_End: len(self.rows),
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self.go_to(max(0, min(len(self.rows) - 1, self.current + steps[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do("make", "back")
        elif key == Qt.Key.Key_Delete:
            self._do("aside")
        else:
            super().keyPressEvent(event)

    def _row_at(self, place: QPoint) -> int:
        return (place.y() + self.verticalScrollBar().value()) // self._row_height

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self._row_at(place)
        if event.button() == Qt.MouseButton.LeftButton and 0 <= row < len(self.rows):
            self.go_to(row)
            self._do(*(act for act, box in self.link_boxes(row).items() if box.contains(place)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self._row_at(place)
        boxes = self.link_boxes(row).values() if 0 <= row < len(self.rows) else ()
        is_link = any(box.contains(place) for box in boxes)
        shape = Qt.CursorShape
        self.viewport().setCursor(shape.PointingHandCursor if is_link else shape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        first = self.verticalScrollBar().value() // self._row_height
        for row in range(first, len(self.rows)):
            box = self.row_box(row)
            if box.top() > self.viewport().height():
                break
            self._paint_row(painter, row, box)

    def _paint_row(self, painter: QPainter, row: int, box: QRect) -> None:
        """Write place, number, clause, and what can be done or why it is set aside."""
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
        """Write the links of a row, and before them a reason; return where its clause ends."""
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
        if row == self.current:
            ground = QRectF(box).adjusted(bleed, 0, -bleed, -1)
            painter.fillRect(ground, look.color("tint"))
            if self.hasFocus() or look.theme.is_high_contrast:
                painter.setPen(QPen(look.color("ink" if self.hasFocus() else "accent"), 2))
                painter.drawRect(ground.adjusted(1, 1, -1, -1))
            ground.setWidth(look.px(_RULE))
            painter.fillRect(ground, look.color("accent"))
        side = look.px(_SIDE)
        painter.fillRect(QRect(side, box.bottom(), box.width() - 2 * side, 1), look.color("hair"))

    def _paint_clause(self, painter: QPainter, one: Unused, room: QRectF) -> None:
        """Write a clause with its number in bold, in two lines; what has no room is left out."""
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
    """Return a part of a clause, laid out in lines of a width that all lie at the top."""
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
