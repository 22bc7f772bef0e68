"""The view of a table of figures, which follows the store's selection."""

import math
import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QMenu,
    QSizePolicy,
    QTableView,
)

from cqviewer.charts.contents import FactRow
from cqviewer.model.numbers.period import Period
from cqviewer.model.spreadsheet import inert
from cqviewer.ui.state.focus import is_enter
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import Lines
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import scroll_area_of
from cqviewer.ui.table.table_cells import (
    BESIDE,
    MARKS,
    PAD,
    Cells,
    Headings,
    TableRing,
)
from cqviewer.ui.table.table_model import FIGURE, VALUE, FigureTableModel

_NAME_LEAST, _WIDEST_VALUE = 150, 260
_SIGNED_NUMBER = re.compile(r"[+-]\d[\d.,]*[^\d+\-*/=(]*")


class FigureTable(QTableView):
    """A table of figures, as high as all its rows, since it scrolls with the page."""

    source_wanted = Signal()
    """The user pressed Enter on a row."""
    drag_wanted = Signal(str)
    """The user began to drag the selected rows; carries them as text."""

    CELLS: type[Cells] = Cells
    """The class of the delegate."""

    def __init__(self, figures: FigureTableModel, title: str, store: Store, look: Look) -> None:
        """Show the figures of a model under an accessible title."""
        super().__init__()
        self._store = store
        self._look = look
        self._is_following = False
        self._widths: list[int] = []
        self._name_widths: dict[str, float] = {}
        self.figures = figures
        self.setModel(figures)
        self._cells = self.CELLS(self, figures, store, look)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(title)
        self._headings = Headings(self._cells, figures, look)
        self._set_up()
        TableRing(self, look)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)
        self.on_selection()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(self._look.px(20))
        self.setHorizontalHeader(self._headings)
        self.setSortingEnabled(True)
        self._headings.sortIndicatorChanged.connect(self._on_sorted)

    # Selection

    def on_selection(self) -> None:
        """Select the first row of the store's selection, unless one of its rows is current."""
        at = self.currentIndex()
        if not (at.isValid() and self._stands_for_selection(at)):
            at = self._selected_cell()
        flags = QItemSelectionModel.SelectionFlag
        self._is_following = True
        if at.isValid() and not self.selectionModel().isSelected(at):
            self.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | self._whole)
        elif not at.isValid():
            self.selectionModel().clear()
        self._is_following = False
        self.viewport().update()

    _whole = QItemSelectionModel.SelectionFlag.Rows
    """Selection flag: whole rows, or NoUpdate for single cells."""

    def _stands_for_selection(self, at: QModelIndex) -> bool:
        return self._id(at) == self._store.view.selected

    def _selected_cell(self) -> QModelIndex:
        """Return the cell of the store's selection; an invalid index if there is none."""
        return self.row_of(self._store.view.selected)

    def row_of(self, fact_id: str | None) -> QModelIndex:
        """Return the first cell of a figure's or goal's first row; an invalid index if none."""
        return self.figures.row_of(fact_id)

    def _id(self, index: QModelIndex) -> str:
        return self.figures.table_rows[index.row()].fact.id

    def row_box(self, index: QModelIndex) -> QRect:
        """Return the rectangle of a row in this widget."""
        cell = self.visualRect(index)
        return QRect(0, cell.top() + self.viewport().y(), self.width(), cell.height())

    @property
    def fact_at_hand(self) -> str | None:
        """Return the id of the figure or goal of the current row, selected or not."""
        return self._id(self.currentIndex()) if self.currentIndex().isValid() else None

    def enter(self, fact_id: str | None) -> None:
        """Focus the table, and make a figure's row the current one without selecting it."""
        at = self.row_of(fact_id)
        self._is_following = True
        if at.isValid() and fact_id != self.fact_at_hand:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(at, flag)
        self._is_following = False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._show_current)  # after the page has been laid out

    def _show_current(self) -> None:
        """Scroll the page until the current row is visible."""
        area = scroll_area_of(self)
        if area is not None and (body := area.widget()) and self.currentIndex().isValid():
            box = self.row_box(self.currentIndex())
            middle = self.mapTo(body, box.center()).y()
            area.ensureVisible(0, middle, 0, box.height())

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._is_following:
            self._choose(current)

    def _choose(self, at: QModelIndex) -> None:
        """Select in the store the figure or goal of a cell."""
        self._store.select(*self._stands_for(at))

    def _stands_for(self, at: QModelIndex) -> tuple[str, Period | None]:
        """Return the id of a cell's figure or goal, and its period if the cell has its own."""
        return self._id(at), None

    @property
    def at_hand(self) -> tuple[str, Period | None] | None:
        """Return the id and period of the current cell, if there is one."""
        at = self.currentIndex()
        return self._stands_for(at) if at.isValid() else None

    def _on_activated(self, _index: QModelIndex) -> None:
        self.source_wanted.emit()

    # Order, size

    def _on_sorted(self, _column: int, _order: Qt.SortOrder) -> None:
        self._fit()

    def sort_by(self, column: int) -> None:
        """Sort by a column, ascending, or descending if it was ascending; -1: the page's order."""
        header = self.horizontalHeader()
        again = header.sortIndicatorSection() == column
        upwards = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        downwards = again and upwards and column >= 0
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:  # numbers and headings that were cut off may be whole now
            self.viewport().update()
            self._headings.viewport().update()

    def _fit(self) -> None:
        look, header = self._look, self._headings
        self._widths = self._widths or self._widest_texts()
        room = self.viewport().width()
        for column in range(VALUE, self.figures.columnCount()):
            wanted = max(self._widths[column], header.width_of(column))
            self.setColumnWidth(column, min(wanted, look.px(_WIDEST_VALUE)))
            room -= self.columnWidth(column)
        self.setColumnWidth(FIGURE, max(look.px(_NAME_LEAST), room))
        self._fit_height(self.columnWidth(FIGURE), is_scrolled=room < look.px(_NAME_LEAST))

    def _fit_height(self, names: int, *, is_scrolled: bool) -> None:
        """Set the heights of the rows for names of a width in px, and the table's own height."""
        self._fit_rows(names - 2 * self._look.px(PAD))
        height = self._headings.height() + self.verticalHeader().length()
        if is_scrolled:
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height + 2)

    def _widest_texts(self) -> list[int]:
        """Return the width in px of each column's widest text, with padding and room for marks."""
        widths, rows = [], self.figures.samples()
        self._make_room(self.figures.signs(row) for row in rows)
        cells = [self.figures.cells(row) for row in rows]
        for column, texts in enumerate(map(set, zip(*cells, strict=True))):
            if column == VALUE:
                between = (self.figures.interval(row) for row in rows)
                widths.append(self._value_width(texts, between))
            else:
                widths.append(self._widest(texts, self._look.font("body")))
        pads = 2 + 2 * self._look.px(PAD)
        return [one + pads for one in widths] or [0] * self.figures.columnCount()

    def _make_room(self, signs: Iterable[str]) -> None:
        """Reserve room for marks at the right of the numbers, if there are any."""
        look = self._look
        widest = self._widest(signs, look.font("caption"))
        self._cells.mark_room = max(look.px(MARKS - PAD), widest + look.px(BESIDE)) if widest else 0

    def _value_width(self, texts: Iterable[str], intervals: Iterable[str]) -> int:
        """Return the px of values, or intervals if these are wider, with the room for marks."""
        bold, small = self._look.font("body", "bold"), self._look.font("caption")
        widest = max(self._widest(texts, bold), self._widest(intervals, small))
        return widest + self._cells.mark_room

    def _widest(self, texts: Iterable[str], font: QFont) -> int:
        advance = QFontMetricsF(font).horizontalAdvance
        return round(max(map(advance, texts), default=0.0))

    def _fit_rows(self, room: int) -> None:
        """Set the height of each row for its name, broken into `room` px, and its intervals."""
        look, header = self._look, self.verticalHeader()
        font, line, pad = look.font("body"), look.line_height("body"), look.px(13)
        header.setDefaultSectionSize(line + pad)
        rows = self.figures.table_rows
        names = [self.figures.noted_name(row) for row in rows]
        advance = QFontMetricsF(font).horizontalAdvance
        for name in names:  # cached: there may be 10,000 names at each new width
            if name not in self._name_widths:
                self._name_widths[name] = math.inf if "\n" in name else advance(name)
        for number, (row, name) in enumerate(zip(rows, names, strict=True)):
            is_long = self._name_widths[name] > room
            lower = self._cells.lower(row)
            if is_long or lower:
                lines = Lines(name, font, line, room).height if is_long else line
                header.resizeSection(number, lines + pad + lower)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self.height())

    # Keys, copying

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.source_wanted.emit()
        else:
            super().keyPressEvent(event)
            self._show_current()

    def startDrag(self, _actions: Qt.DropAction) -> None:
        self.drag_wanted.emit(self.selected_text)

    def copy(self) -> None:
        """Copy the selected rows, or all if none is, as tab-separated text with headings."""
        QGuiApplication.clipboard().setText(self.selected_text)

    @property
    def selected_text(self) -> str:
        """Return the selected rows, or all if none is, as tab-separated text with headings."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = self.figures.table_rows
        return self._as_text([rows[number] for number in chosen] or rows)

    @property
    def whole_text(self) -> str:
        """Return all rows as tab-separated text with headings."""
        return self._as_text(self.figures.table_rows)

    def _as_text(self, rows: list[FactRow]) -> str:
        return tab_separated([self.figures.headings(), *map(self.figures.copied, rows)])

    def fact_at(self, place: QPoint | None) -> str | None:
        """Return the id of the row at a place, or of the current one."""
        if place is None:
            return self.fact_at_hand
        row = self.rowAt(self.viewport().mapFrom(self, place).y())
        return self._id(self.figures.index(row, 0)) if row >= 0 else None

    def fact_box(self, fact_id: str) -> QRect:
        """Return the rectangle of a figure's or goal's row; of several rows, the current one."""
        is_current = fact_id == self.fact_at_hand
        return self.row_box(self.currentIndex() if is_current else self.row_of(fact_id))

    def add_to(self, menu: QMenu) -> None:
        """Add to a menu what can be done with the table."""
        menu.addAction(self.tr("Copy rows with hea&ders")).triggered.connect(self.copy)
        order = QMenu(self.tr("Sort b&y"), menu)
        for column, heading in [*enumerate(self.figures.headings()), (-1, self.tr("Page's order"))]:
            order.addAction(heading.replace("&", "&&")).setData(column)
        order.triggered.connect(self._on_sort)
        menu.addMenu(order)

    def _on_sort(self, action: QAction) -> None:
        if isinstance(action.data(), int):
            self.sort_by(action.data())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentIndex().isValid():
            super().focusInEvent(event)


def tab_separated(lines: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as tab-separated text for spreadsheets."""
    return "\n".join("\t".join(_cell(text) for text in line) for line in lines) + "\n"


def _cell(text: str) -> str:
    """Return a text without tabs and line breaks, and safe from being taken for a formula."""
    flat = " ".join(text.split())
    return flat if _SIGNED_NUMBER.fullmatch(flat) else inert(flat)
