"""Tables of figures: rows that are selected with the cards, sorted, and copied with headers."""

import re

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cqviewer.model.contents import Row
from cqviewer.ui.look import Look
from cqviewer.ui.store import Store
from cqviewer.ui.table_model import (
    FIGURE,
    PERIOD,
    ROW_ROLE,
    VALUE,
    FigureTableModel,
    Index,
)
from cqviewer.ui.text_block import Lines

_PAD, _NAME_LEAST, _WIDEST_VALUE = 8, 150, 260
_FORMULA = ("=", "+", "-", "@")
_SIGNED_NUMBER = re.compile(r"[+-]\d[\d.,]*[^\d+\-*/=(]*")


class _Cells(QStyledItemDelegate):
    """Paints cells: names wrap, values are bold, the selected figure has a tint and a rule."""

    def __init__(self, table: "FigureTable", store: Store, look: Look) -> None:
        super().__init__(table)
        self._table = table
        self._store = store
        self._look = look

    def _name(self, index: Index, width: float) -> Lines:
        look = self._look
        font = look.font("body", "bold" if self._is_selected(index) else "regular")
        return Lines(str(index.data()), font, look.line_height("body"), width)

    def _is_selected(self, index: Index) -> bool:
        row: Row = index.data(ROW_ROLE)
        return self._store.view.selected == row.fact.id

    def _paint_edges(self, painter: QPainter, box: QRect) -> None:
        """Paint rules over and under a row that other themes tint."""
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
        inner = box.adjusted(look.px(_PAD), 0, -look.px(_PAD), -1)
        painter.setPen(look.color("ink"))
        if index.column() == FIGURE:
            lines = self._name(index, inner.width())
            top = inner.top() + (inner.height() - lines.height) / 2
            lines.draw(painter, inner.left(), top)
        elif index.column() == VALUE:
            self._paint_value(painter, QRectF(inner), index)
        else:
            row: Row = index.data(ROW_ROLE)
            is_unstated = row.observation is not None and not row.observation.period.is_stated
            if index.column() == PERIOD and is_unstated:
                painter.setPen(look.color("ink3"))
            painter.setFont(look.font("body"))
            self._text(painter, QRectF(inner), str(index.data()), Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def _paint_value(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Paint a value at the right, bold but for the word before a rounded one."""
        row: Row = index.data(ROW_ROLE)
        text, about = str(index.data()), self._table.figures.about(row)
        bold = text.removeprefix(about).lstrip()
        is_number = row.observation is not None and row.observation.value is not None
        painter.setFont(self._look.font("body", "bold" if is_number else "regular"))
        if not is_number:
            painter.setPen(self._look.color("ink3"))
        used = self._text(painter, box, bold, Qt.AlignmentFlag.AlignRight)
        if about:
            painter.setFont(self._look.font("body"))
            rest = box.adjusted(0, 0, -used - self._look.px(4), 0)
            self._text(painter, rest, about, Qt.AlignmentFlag.AlignRight)

    @staticmethod
    def _text(painter: QPainter, box: QRectF, text: str, side: Qt.AlignmentFlag) -> float:
        """Write one line, cut short where it does not fit; give its width."""
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 1)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


class FigureTable(QTableView):
    """A table of the store's figures, as high as its rows; it scrolls with the page."""

    source_wanted = Signal()
    """The user pressed Enter on a row."""

    def __init__(self, ids: list[str], title: str, store: Store, look: Look) -> None:
        """Show the figures and goals of some ids under an accessible title."""
        super().__init__()
        self._store = store
        self._look = look
        self._is_following = False
        self._shows_focus = False
        self._widths: dict[int, int] = {}
        self.figures = FigureTableModel(store, ids)
        self.setModel(self.figures)
        self.setItemDelegate(_Cells(self, store, look))
        self.setAccessibleName(title)
        self._set_up()
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.activated.connect(self._on_activated)
        self.on_selection()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self._look.px(20))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setFixedHeight(self._look.px(32))
        self.setSortingEnabled(True)
        header.sortIndicatorChanged.connect(self._on_sorted)

    # Selection

    def on_selection(self) -> None:
        """Show the store's selection: the first row of the figure, unless one of its is current."""
        selected = self._store.view.selected
        at = self.currentIndex()
        if not (at.isValid() and self._id(at) == selected):
            at = self.row_of(selected)
        flags = QItemSelectionModel.SelectionFlag
        self._is_following = True
        if at.isValid() and not self.selectionModel().isSelected(at):
            self.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | flags.Rows)
        elif not at.isValid():
            self.selectionModel().clear()
        self._is_following = False
        self.viewport().update()

    def row_of(self, fact_id: str | None) -> QModelIndex:
        """Give the first cell of a figure's or goal's first row; an invalid index if none."""
        return self.figures.row_of(fact_id)

    def _id(self, index: QModelIndex) -> str:
        return self.figures.table_rows[index.row()].fact.id

    def row_box(self, index: QModelIndex) -> QRect:
        """Give the place of a row, in px of this widget."""
        cell = self.visualRect(index)
        offset = self.viewport().pos()
        return QRect(offset.x(), cell.top() + offset.y(), self.viewport().width(), cell.height())

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._is_following:
            self._store.select(self._id(current))

    def _on_activated(self, _index: QModelIndex) -> None:
        self.source_wanted.emit()

    # Order, size

    def _on_sorted(self, _column: int, _order: Qt.SortOrder) -> None:
        self._fit()

    def sort_by(self, column: int) -> None:
        """Sort by a column, upwards first and then downwards; -1 is the order of the page."""
        header = self.horizontalHeader()
        again = header.sortIndicatorSection() == column
        upwards = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        downwards = again and upwards and column >= 0
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the other columns leave, and become as high as the rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        look, header = self._look, self.horizontalHeader()
        room = self.viewport().width()
        for column in range(VALUE, self.figures.columnCount()):
            wanted = max(self._widest(column), header.sectionSizeHint(column))
            self.setColumnWidth(column, min(wanted, look.px(_WIDEST_VALUE)))
            room -= self.columnWidth(column)
        self.setColumnWidth(FIGURE, max(look.px(_NAME_LEAST), room))
        self._fit_rows()
        height = header.height() + self.verticalHeader().length()
        if room < look.px(_NAME_LEAST):
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height + 2)

    def _widest(self, column: int) -> int:
        """Give the width that the texts of a column take."""
        if column not in self._widths:
            font = self._look.font("body", "bold" if column == VALUE else "regular")
            metrics = QFontMetricsF(font)
            texts = {self.figures.cells(row)[column] for row in self.figures.samples()}
            widest = max(map(metrics.horizontalAdvance, texts), default=0.0)
            self._widths[column] = round(widest) + 2 + 2 * self._look.px(_PAD)
        return self._widths[column]

    def _fit_rows(self) -> None:
        """Give each row the height of its name, in bold, so that it stays when it is selected."""
        look, header = self._look, self.verticalHeader()
        font, line, pad = look.font("body", "bold"), look.line_height("body"), look.px(13)
        width = self.columnWidth(FIGURE) - 2 * look.px(_PAD)
        metrics = QFontMetricsF(font)
        header.setDefaultSectionSize(line + pad)
        for number, row in enumerate(self.figures.table_rows):
            name = self._store.wording.text(row.fact.name)
            if metrics.horizontalAdvance(name) > width or "\n" in name:
                header.resizeSection(number, Lines(name, font, line, width).height + pad)

    def minimumSizeHint(self) -> QSize:
        """Do with little width; the columns then scroll."""
        return QSize(self._look.px(200), self.height())

    # Keys, copying

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy rows; Enter opens the Source panel; the rest as tables do."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.source_wanted.emit()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows, or all if none is, on the clipboard, with headers and tabs."""
        QGuiApplication.clipboard().setText(self.tab_separated())

    def tab_separated(self) -> str:
        """Write the selected rows, or all if none is, with headers, as tab-separated text."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = self.figures.table_rows
        chosen_rows = [rows[number] for number in chosen] or rows
        lines = [self.figures.headings(), *map(self.figures.cells, chosen_rows)]
        return "\n".join("\t".join(_cell(text) for text in line) for line in lines) + "\n"

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer copying and the orders, also to the keyboard's menu key."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy rows with headers")).triggered.connect(self.copy)
        menu.addSeparator()
        headings = [*enumerate(self.figures.headings()), (-1, self.tr("the page's order"))]
        for column, heading in headings:
            action = QAction(self.tr("Sort by {column}").format(column=heading), menu)
            action.setData(column)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu)
        menu.popup(event.globalPos())

    def _on_menu(self, action: QAction) -> None:
        if isinstance(action.data(), int):
            self.sort_by(action.data())

    # Focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the keyboard brought the focus; a menu leaves it as it was."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._shows_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._shows_focus = False
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the ring around them."""
        super().paintEvent(event)
        if self._shows_focus:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._look.color("ink"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))


def _cell(text: str) -> str:
    """Keep a cell in its place, and words from being taken for a formula by a spreadsheet."""
    flat = " ".join(text.split())
    is_formula = flat.startswith(_FORMULA) and not _SIGNED_NUMBER.fullmatch(flat)
    return f"'{flat}" if is_formula else flat
