"""How tables of figures are painted: their cells, their headings and the ring around them."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cqviewer.charts.contents import Row
from cqviewer.ui.state.focus import FocusRing
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import Lines
from cqviewer.ui.style.look import Look
from cqviewer.ui.table.table_model import FIGURE, ROW_ROLE, VALUE, FigureTableModel, Index

PAD = 8
"""px of the design between a cell's edge and its text."""
_ARROW, _BESIDE_ARROW = 12, 4
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Cells(QStyledItemDelegate):
    """Paints cells: names wrap, values are bold, the selected figure has a tint and a rule."""

    def __init__(
        self, table: QTableView, figures: FigureTableModel, store: Store, look: Look
    ) -> None:
        """Paint the cells of a table that shows figures."""
        super().__init__(table)
        self._table = table
        self._figures = figures
        self._store = store
        self._look = look

    def _is_selected(self, index: Index) -> bool:
        row: Row = index.data(ROW_ROLE)
        return self._store.view.selected == row.fact.id

    def _paint_edges(self, painter: QPainter, box: QRect) -> None:
        """Paint rules above and below a selected row, for themes of high contrast."""
        edge = self._look.color("accent")
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), edge)
        painter.fillRect(QRect(box.left(), box.bottom() - 2, box.width(), 2), edge)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look = self._look
        box: QRect = option.rect
        is_chosen = self._table.selectionModel().isRowSelected(index.row())
        painter.save()
        if is_chosen or self._is_selected(index):
            painter.fillRect(box, look.color("tint"))
            if look.theme.is_high_contrast:
                self._paint_edges(painter, box)
        if self._is_selected(index) and index.column() == FIGURE:
            rule = QRect(box.left(), box.top(), look.px(3), box.height())
            painter.fillRect(rule, look.color("accent"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.color("hair"))
        inner = QRectF(box.adjusted(look.px(PAD), 0, -look.px(PAD), -1))
        painter.setPen(look.color("ink"))
        if index.column() == FIGURE:
            font = look.font("body")
            name = Lines(str(index.data()), font, look.line_height("body"), inner.width())
            corner, query = (inner.left(), _top(name, inner, font, look)), self._store.view.search
            if query:
                name.paint_found(painter, *corner, query, look)
            name.draw(painter, *corner)
        elif index.column() == VALUE:
            self._paint_value(painter, inner, index)
        else:
            text = str(index.data())
            if self._figures.is_missing(text):
                painter.setPen(look.color("ink3"))
            paint_line(painter, inner, text, look.font("body"), look)
        painter.restore()

    def _paint_value(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Paint a value at the right in bold; a word such as 'about' before it is regular."""
        look = self._look
        row: Row = index.data(ROW_ROLE)
        text, about = str(index.data()), self._figures.about(row)
        bold = text.removeprefix(about).lstrip()
        is_number = row.observation is not None and row.observation.value is not None
        font = look.font("body", "bold" if is_number else "regular")
        if not is_number:
            painter.setPen(look.color("ink3"))
        used = paint_line(painter, box, bold, font, look, _RIGHT)
        if about:
            rest = box.adjusted(0, 0, -used - look.px(4), 0)
            paint_line(painter, rest, about, look.font("body"), look, _RIGHT)


def paint_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    look: Look,
    side: Qt.AlignmentFlag = _LEFT,
) -> float:
    """Paint one line, elided if need be; return its width."""
    metrics = QFontMetricsF(font)
    flat = text.replace("\n", " ")
    shown = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, box.width() + 1)
    width = metrics.horizontalAdvance(shown)
    line = Lines(shown, font, look.line_height("body"), width + 1)
    left = box.right() - width if side == _RIGHT else box.left()
    line.draw(painter, left, _top(line, box, font, look))
    return width


def _top(lines: Lines, box: QRectF, font: QFont, look: Look) -> float:
    """Return the top of lines in the middle of a box, with one baseline for all scripts."""
    metrics = QFontMetricsF(font)
    stand = (look.line_height("body") - metrics.height()) / 2 + metrics.ascent()
    middle = box.top() + (box.height() - lines.height) // 2
    return middle + round(stand) - lines.baseline


class Headings(QHeaderView):
    """The headings of a table above one rule, with an arrow beside the sorted column's."""

    def __init__(self, look: Look) -> None:
        """Begin unsorted."""
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setFixedHeight(look.px(32))

    def width_of(self, heading: str) -> int:
        """Return the width of a heading with its arrow and padding, in px."""
        text = QFontMetricsF(self._look.font("body")).horizontalAdvance(heading)
        return round(text) + 2 + self._look.px(2 * PAD + _ARROW + _BESIDE_ARROW)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color("page"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        box = QRectF(rect.adjusted(look.px(PAD), 0, -look.px(PAD), -1))
        text = str(self.model().headerData(logical_index, self.orientation()))
        painter.setPen(look.color("ink3"))
        side = _RIGHT if logical_index == VALUE else _LEFT
        width = paint_line(painter, box, text, look.font("body"), look, side)
        if self.sortIndicatorSection() == logical_index:
            size, beside = look.px(_ARROW), look.px(_BESIDE_ARROW)
            left = box.right() - width - beside - size if side == _RIGHT else box.left() + width
            left += 0 if side == _RIGHT else beside
            top = box.top() + (box.height() - size) / 2
            is_up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            arrow = look.icon("up" if is_up else "down", "ink3", _ARROW)
            arrow.paint(painter, round(left), round(top), size, size)
        painter.restore()


class TableRing(FocusRing):
    """The ring around a table, and a finer one around the row where the keyboard is.

    The latter only where that row is not selected. A menu over the table changes neither.
    """

    def __init__(self, table: QTableView, look: Look) -> None:
        """Lie over a table whose model is set."""
        super().__init__(table, look)
        self._table = table
        table.selectionModel().currentChanged.connect(self._on_moved)
        table.selectionModel().selectionChanged.connect(self._on_moved)

    def _on_moved(self) -> None:
        self.update()

    def eventFilter(self, around: QObject, event: QEvent) -> bool:
        is_menu = Qt.FocusReason.PopupFocusReason
        if isinstance(event, QFocusEvent) and event.reason() == is_menu:
            return False
        return super().eventFilter(around, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        at = self._table.currentIndex()
        if at.isValid() and not self._table.selectionModel().isSelected(at):
            view = self._table.viewport()
            cell = self._table.visualRect(at).translated(view.mapTo(self._table, QPoint(0, 0)))
            painter = QPainter(self)
            painter.setPen(QPen(self._look.color("ink"), 1))
            painter.drawRect(QRect(4, cell.top() + 1, self.width() - 9, cell.height() - 4))
