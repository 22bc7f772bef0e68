"""Paints the cells of a comparison: value, rank, bar, strip of months, and reasons."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from cqviewer.model.comparing.side_by_side import Cell, ComparedRow
from cqviewer.ui.compare.side_model import NAME, SideModel
from cqviewer.ui.page.strip import has_strip, paint_strip
from cqviewer.ui.style.lines import CUT, Index, Lines
from cqviewer.ui.style.look import Look, Role
from cqviewer.ui.style.pixel_edges import fill_on_pixels

PAD = 8
_ABOVE, _GAP, _BAR, _STRIP, _DOT = 9, 4, 8, 128, 12


class SideCells(QStyledItemDelegate):
    """Paints the cells of a comparison's table."""

    def __init__(self, table: QTableView, model: SideModel, look: Look) -> None:
        """Paint the cells of a table that shows a model."""
        super().__init__(table)
        self._table = table
        self._model = model
        self._look = look

    # Heights

    def height(self, row: ComparedRow, at: int) -> int:
        """Return the height in px of a table row: of all cells, or in a narrow table of one."""
        look, model = self._look, self._model
        if model.is_narrow and at != NAME:
            return self._cell_height(row) + look.line_height("caption") + look.px(2)
        name = self._name_height(row)
        reasons = self._reasons_height(row)
        if model.is_narrow:
            return name + reasons
        return max(name, self._cell_height(row)) + reasons

    def _name_height(self, row: ComparedRow) -> int:
        look, width = self._look, self._room(0)
        body = self._lines(self._model.words.name(row), "body", width)
        caption = self._lines(self._model.words.measure(row), "caption", width)
        return body.height + caption.height + 2 * look.px(_ABOVE)

    def _cell_height(self, row: ComparedRow) -> int:
        look = self._look
        high = look.line_height("name") + look.line_height("caption") + look.px(2)
        if row.has_bars:
            high += look.px(_BAR) + look.px(_GAP)
        return high + 2 * look.px(_ABOVE)

    def _reasons_height(self, row: ComparedRow) -> int:
        lines = self._reason_lines(row)
        if not lines:
            return 0
        gaps = self._look.px(_GAP) * len(lines)
        return sum(one.height for one in lines) + gaps + self._look.px(_GAP)

    def _reason_lines(self, row: ComparedRow) -> list[Lines]:
        width = self._reasons_width() - self._look.px(_DOT)
        return [self._lines(one, "caption", width) for one in self._model.words.reasons(row)]

    def _reasons_width(self) -> float:
        if self._model.is_narrow:
            return self._room(0)
        header = self._table.horizontalHeader()
        seen = min(header.length(), self._table.viewport().width())
        return seen - header.sectionSize(0) - 2 * self._look.px(PAD)

    def _room(self, column: int) -> float:
        return self._table.columnWidth(column) - 2 * self._look.px(PAD)

    def _lines(self, text: str, role: Role, width: float) -> Lines:
        return Lines(text, self._look.font(role), self._look.line_height(role), width)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, and the part below it of the row's reasons."""
        look, model = self._look, self._model
        row, at = model.place(index)
        box: QRect = option.rect
        reasons = 0 if model.is_narrow and at != NAME else self._reasons_height(row)
        painter.save()
        painter.setClipRect(box)
        is_chosen = self._table.currentIndex() == index
        upper = QRect(box.left(), box.top(), box.width(), box.height() - reasons)
        if is_chosen:
            self._paint_chosen(painter, upper)
        is_last = not model.is_narrow or at == model.sheets - 1
        if is_last:
            line = QRectF(box.left(), box.bottom(), box.width(), 1)
            fill_on_pixels(painter, line, look.color("hair"))
        inner = QRectF(upper.adjusted(look.px(PAD), look.px(_ABOVE), -look.px(PAD), 0))
        if at == NAME:
            self._paint_name(painter, inner, row)
        elif self.is_cut(inner):
            self._text(painter, inner & self._seen, inner.top(), CUT, "name", "ink3")
        else:
            self._paint_cell(painter, inner, row, at, "tint" if is_chosen else "page")
        if reasons and (at != NAME or model.is_narrow):
            self._paint_reasons(painter, row, upper.bottom() + 1)
        painter.restore()

    @property
    def _seen(self) -> QRectF:
        """Return the rectangle of the viewport without the frozen names."""
        names = 0 if self._model.is_narrow else self._table.columnWidth(0)
        return QRectF(self._table.viewport().rect().adjusted(names, 0, 0, 0))

    def is_cut(self, box: QRectF) -> bool:
        """Return whether a rectangle is partly outside the visible area of sheets."""
        seen = self._seen
        return box.left() < seen.left() or box.right() > seen.right()

    def _paint_chosen(self, painter: QPainter, box: QRect) -> None:
        look = self._look
        painter.fillRect(box, look.color("tint"))
        rule = QRect(box.left(), box.top(), look.px(3), box.height())
        painter.fillRect(rule, look.color("accent"))
        if look.theme.is_high_contrast:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _paint_name(self, painter: QPainter, box: QRectF, row: ComparedRow) -> None:
        words = self._model.words
        name = self._lines(words.name(row), "body", box.width())
        painter.setPen(self._look.color("ink"))
        name.draw(painter, box.left(), box.top())
        painter.setPen(self._look.color("ink3"))
        measure = self._lines(words.measure(row), "caption", box.width())
        measure.draw(painter, box.left(), box.top() + name.height)

    def _paint_cell(
        self, painter: QPainter, box: QRectF, row: ComparedRow, at: int, surface: str
    ) -> None:
        look, words = self._look, self._model.words
        top = box.top()
        if self._model.is_narrow:
            self._text(painter, box, top, words.names[at], "caption", "ink3")
            top += look.line_height("caption") + look.px(2)
        rank = words.rank(row, at)
        right = self._text(painter, box, top, rank, "caption", "ink2", at_right=True)
        room = box.adjusted(0, 0, -right - look.px(_GAP), 0)
        cell = row.cells[at]
        if cell is None or not cell.observation.is_known:
            self._text(painter, room, top, words.value(row, at), "body", "ink3")
            return
        self._text(painter, room, top, words.value(row, at), "name", "ink")
        top += look.line_height("name") + look.px(2)
        if row.has_bars:
            self._paint_bar(painter, QRectF(box.left(), top, box.width(), look.px(_BAR)), row, at)
            top += look.px(_BAR) + look.px(_GAP)
        self._paint_when(painter, box, top, cell, words.period(row, at), surface)

    def _paint_bar(self, painter: QPainter, box: QRectF, row: ComparedRow, at: int) -> None:
        bar, cell, look = row.bar(at), row.cells[at], self._look
        if bar is None or cell is None:
            return
        start, end = (box.left() + share * box.width() for share in bar)
        place = QRectF(start, box.top(), max(1.0, end - start), box.height())
        if cell.observation.status == "derived":
            painter.setPen(QPen(look.color("accent"), 1))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            fill_on_pixels(painter, place, look.color("accent"))

    def _paint_when(
        self, painter: QPainter, box: QRectF, top: float, cell: Cell, said: str, surface: str
    ) -> None:
        """Paint the period after its strip of months, which is left out if there is no room."""
        look, period = self._look, cell.observation.period
        left, words = box.left(), QFontMetricsF(look.font("caption")).horizontalAdvance(said)
        if has_strip(period) and words <= box.width() - look.px(_STRIP):
            line = look.line_height("caption")
            paint_strip(
                painter, int(left), int(top + (line - look.px(6)) / 2), period, look, surface
            )
            left += look.px(_STRIP)
        self._text(painter, QRectF(left, top, box.right() - left, 1), top, said, "caption", "ink2")

    def _paint_reasons(self, painter: QPainter, row: ComparedRow, top: int) -> None:
        """Paint the reasons beside the name; the painter clips them to the cell.

        They stay there when sheets are scrolled sideways.
        """
        look = self._look
        left = look.px(PAD) + (0 if self._model.is_narrow else self._table.columnWidth(0))
        for lines in self._reason_lines(row):
            size, line = look.px(6), look.line_height("caption")
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.color("ink3"), 1.2))
            painter.drawEllipse(QRectF(left + 1, top + (line - size) / 2, size, size))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(look.color("ink2"))
            lines.draw(painter, left + look.px(_DOT), top)
            top += lines.height + look.px(_GAP)

    def _text(
        self,
        painter: QPainter,
        box: QRectF,
        top: float,
        text: str,
        role: Role,
        token: str,
        *,
        at_right: bool = False,
    ) -> float:
        """Paint one line, elided if needed; return its width in px."""
        if not text:
            return 0.0
        look = self._look
        font = look.font(role)
        line = look.line_height("name")
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        width = metrics.horizontalAdvance(shown)
        high = line if role != "caption" or at_right else look.line_height("caption")
        left = box.right() - width if at_right else box.left()
        painter.setPen(look.color(token))
        Lines(shown, font, high, width + 1).draw(painter, left, top)
        return width
