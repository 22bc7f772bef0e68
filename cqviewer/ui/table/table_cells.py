"""How tables of figures are painted: their cells, their headings and the ring around them."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cqviewer.charts.contents import FactRow
from cqviewer.ui.state.focus import FocusRing
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import CUT, Index, Lines
from cqviewer.ui.style.look import Look
from cqviewer.ui.table.table_model import FIGURE, ROW_ROLE, FigureTableModel

PAD = 8
"""px of the design between a cell's edge and its text."""
MARKS, BESIDE = 34, 6
"""px of the design from the numbers to the cell's right edge if there are marks, and to these."""
INTERVAL = 22
"""px of the design: height of the line with the interval."""
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
        self.mark_room = 0
        """px at the right of the numbers for marks."""

    def _is_chosen(self, index: Index) -> bool:
        """Return whether a cell is painted as chosen."""
        return self._table.selectionModel().isRowSelected(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look, figures = self._look, self._figures
        box: QRect = option.rect
        row: FactRow = index.data(ROW_ROLE)
        is_selected = self._store.view.selected == row.fact.id
        painter.save()
        is_ground = is_selected or self._is_chosen(index)
        is_first = is_selected and index.column() == FIGURE
        paint_ground(painter, box, look, is_chosen=is_ground, is_first=is_first)
        inner = QRectF(box.adjusted(look.px(PAD), 0, -look.px(PAD), -1))
        upper = inner.adjusted(0, 0, 0, -self.lower(row))
        painter.setPen(look.color("ink"))
        seen = QRectF(self._table.viewport().rect())
        if figures.is_value(index.column()):
            self._paint_value(painter, inner, upper, index, seen)
        elif index.column() == FIGURE:
            self.paint_name(painter, inner, row)
        else:
            text = str(index.data())
            if figures.is_missing(text):
                painter.setPen(look.color("ink3"))
            side = _RIGHT if figures.is_right(index.column()) else _LEFT
            paint_line(painter, upper, text, look.font("body"), look, side, seen)
        painter.restore()

    def lower(self, row: FactRow) -> int:
        """Return the px for intervals below the values of a row; 0 if it has none."""
        return self._look.px(INTERVAL) if self._figures.interval_name(row) else 0

    def paint_name(self, painter: QPainter, box: QRectF, row: FactRow) -> None:
        """Paint the name of a figure with its footnote's number, and the intervals' name."""
        look, under = self._look, self._figures.interval_name(row)
        upper = box.adjusted(0, 0, 0, -self.lower(row))
        font = look.font("body")
        name = Lines(self._figures.noted_name(row), font, look.line_height("body"), box.width())
        corner, query = (box.left(), _top(name, upper, font, look)), self._store.view.search
        if query:
            name.paint_found(painter, *corner, query, look)
        name.draw(painter, *corner)
        if under:
            painter.setPen(look.color("ink2"))
            paint_under(painter, box, under, look, _LEFT)

    def _paint_value(
        self, painter: QPainter, box: QRectF, upper: QRectF, index: Index, seen: QRectF
    ) -> None:
        """Paint a value in bold, marks beside it, an interval below; 'about' is regular."""
        look, figures = self._look, self._figures
        row: FactRow = index.data(ROW_ROLE)
        text, about = str(index.data()), figures.about(row)
        bold = text.removeprefix(about).lstrip()
        is_number = row.observation is not None and row.observation.is_known
        font = look.font("body", "bold") if is_number else look.font("caption")
        edge = upper.adjusted(0, 0, -self.mark_room, 0)
        if not is_number:
            painter.setPen(look.color("ink3" if figures.is_missing(text) else "ink2"))
        used = paint_line(painter, edge, bold, font, look, _RIGHT, seen)
        if about:
            rest = edge.adjusted(0, 0, -used - look.px(4), 0)
            paint_line(painter, rest, about, look.font("body"), look, _RIGHT, seen)
        painter.setPen(look.color("ink2"))
        if signs := figures.signs(row):
            beside = QRectF(edge.right() + look.px(BESIDE), upper.top(), self.mark_room, 0)
            beside.setBottom(upper.bottom())
            paint_line(painter, beside, signs, look.font("caption"), look, seen=seen)
        if between := figures.interval(row):
            below = box.adjusted(0, 0, -self.mark_room, 0)
            paint_under(painter, below, between, look, _RIGHT, seen)


def paint_ground(
    painter: QPainter, box: QRect, look: Look, *, is_chosen: bool, is_first: bool
) -> None:
    """Paint a cell's background: a tint if chosen, and a rule if it is the first of the selection.

    In high contrast, where the tint is no help, a chosen cell has rules above and below.
    """
    accent = look.color("accent")
    if is_chosen:
        painter.fillRect(box, look.color("tint"))
        if look.theme.is_high_contrast:
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 2), accent)
            painter.fillRect(QRect(box.left(), box.bottom() - 2, box.width(), 2), accent)
    if is_first:
        painter.fillRect(QRect(box.left(), box.top(), look.px(3), box.height()), accent)
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), look.color("hair"))


def paint_under(
    painter: QPainter,
    box: QRectF,
    text: str,
    look: Look,
    side: Qt.AlignmentFlag,
    seen: QRectF | None = None,
) -> None:
    """Paint a small line at the foot of a cell: an interval, or the intervals' name."""
    lower = box.adjusted(0, box.height() - look.px(INTERVAL) - look.px(4), 0, -look.px(4))
    paint_line(painter, lower, text, look.font("caption"), look, side, seen)


def paint_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    look: Look,
    side: Qt.AlignmentFlag = _LEFT,
    seen: QRectF | None = None,
) -> float:
    """Paint one line, elided, or as '…' unless all of it lies in `seen`; return its width."""
    metrics = QFontMetricsF(font)
    flat = text.replace("\n", " ")
    shown = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, box.width() + 1)
    width = metrics.horizontalAdvance(shown)
    left = box.right() - width if side == _RIGHT else box.left()
    if seen is not None and (left < seen.left() or left + width > seen.right() + 1):
        if (cut := box & seen).width() < metrics.horizontalAdvance(CUT):
            return width
        paint_line(painter, cut, CUT, font, look, side)
        return width
    line = Lines(shown, font, look.line_height("body"), width + 1)
    line.draw(painter, left, _top(line, box, font, look))
    return width


def _top(lines: Lines, box: QRectF, font: QFont, look: Look) -> float:
    """Return the top of lines centred in a box, so that all scripts share one baseline."""
    metrics = QFontMetricsF(font)
    stand = (look.line_height("body") - metrics.height()) / 2 + metrics.ascent()
    middle = box.top() + (box.height() - lines.height) // 2
    return middle + round(stand) - lines.baseline


class Headings(QHeaderView):
    """The headings of a table above one rule, with an arrow beside the sorted column's."""

    def __init__(self, cells: Cells, figures: FigureTableModel, look: Look) -> None:
        """Create the headings of a table of figures, unsorted."""
        super().__init__(Qt.Orientation.Horizontal)
        self._cells = cells
        self._figures = figures
        self._look = look
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setFixedHeight(look.px(32))

    def width_of(self, column: int) -> int:
        """Return the width of a column's heading with its arrow and padding, in px."""
        heading = self._figures.headings()[column]
        text = QFontMetricsF(self._look.font("body")).horizontalAdvance(heading)
        beside = self._cells.mark_room if self._figures.is_value(column) else 0
        return round(text) + 2 + self._look.px(2 * PAD + _ARROW + _BESIDE_ARROW) + beside

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color("page"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        is_value = self._figures.is_value(logical_index)
        right = look.px(PAD) + (self._cells.mark_room if is_value else 0)
        box = QRectF(rect.adjusted(look.px(PAD), 0, -right, -1))
        text = str(self.model().headerData(logical_index, self.orientation()))
        painter.setPen(look.color("ink3"))
        side = _RIGHT if self._figures.is_right(logical_index) else _LEFT
        seen = QRectF(self.viewport().rect())
        width = paint_line(painter, box, text, look.font("body"), look, side, seen)
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
    """The ring around a table, and a thinner one around the current row if it is not selected.

    A context menu over the table changes neither.
    """

    def __init__(self, table: QTableView, look: Look) -> None:
        """Cover a table, whose model must be set."""
        super().__init__(table, look)
        self._table = table
        table.selectionModel().currentChanged.connect(self._on_moved)
        table.selectionModel().selectionChanged.connect(self._on_moved)

    @Slot()
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
