"""Tables of series: periods as columns beside frozen names and units, selected by cell."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cqviewer.model.numbers.period import Period
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import Index
from cqviewer.ui.style.look import Look
from cqviewer.ui.table.period_model import PeriodTableModel
from cqviewer.ui.table.table_cells import PAD, Cells, paint_ground, paint_line
from cqviewer.ui.table.table_view import FigureTable, tab_separated

_NAME_LEAST, _NAME_WIDEST, _COLUMN_WIDEST, _UNIT_WIDEST = 150, 240, 128, 110


class _PeriodCells(Cells):
    """Paints the cells of series; selected cells have a frame."""

    def _is_chosen(self, index: Index) -> bool:
        return bool(self._table.selectionModel().isSelected(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell; a selected one has a frame, the current one a thicker frame."""
        super().paint(painter, option, index)
        if self._is_chosen(index):
            box: QRect = option.rect
            width = 2 if index == self._table.currentIndex() else 1
            edge = box.adjusted(width // 2, width // 2, -(width + 1) // 2, -1 - (width + 1) // 2)
            painter.save()
            painter.setPen(QPen(self._look.color("accent"), width))
            painter.drawRect(edge)
            painter.restore()


class _Names(QHeaderView):
    """The names of figures with their units, which stay when the periods are scrolled."""

    unit_width = 0
    """px of the column of units; 0 without units."""

    def __init__(self, cells: Cells, figures: PeriodTableModel, store: Store, look: Look) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._cells = cells
        self._figures = figures
        self._store = store
        self._look = look
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        look, row = self._look, self._figures.table_rows[logical_index]
        is_selected = row.fact.id == self._store.view.selected
        painter.save()
        painter.fillRect(rect, look.color("page"))
        paint_ground(painter, rect, look, is_chosen=is_selected, is_first=is_selected)
        inner = QRectF(rect.adjusted(look.px(PAD), 0, -look.px(PAD) - self.unit_width, -1))
        painter.setPen(look.color("ink"))
        self._cells.paint_name(painter, inner, row)
        painter.setPen(look.color("ink2"))
        beside = QRectF(inner.right() + look.px(PAD), inner.top(), self.unit_width, inner.height())
        upper = beside.adjusted(0, 0, -look.px(PAD), -self._cells.lower(row))
        paint_line(painter, upper, self._figures.unit(row), look.font("body"), look)
        painter.restore()


class _Corner(QWidget):
    """The headings of names and units."""

    def __init__(
        self, table: QTableView, names: _Names, figures: PeriodTableModel, look: Look
    ) -> None:
        super().__init__(table)
        self._names = names
        self._figures = figures
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.fillRect(self.rect(), look.color("page"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color("line"))
        painter.setPen(look.color("ink3"))
        units = self.width() - self._names.unit_width
        for left, text in zip((look.px(PAD), units), self._figures.frozen_headings(), strict=True):
            if left < self.width():
                box = QRectF(left, 0, self.width() - left, self.height() - 1)
                paint_line(painter, box, text, look.font("body"), look)


class PeriodTable(FigureTable):
    """A table of series with their periods as columns, scrolled to the newest at first."""

    CELLS = _PeriodCells
    figures: PeriodTableModel
    _whole = QItemSelectionModel.SelectionFlag.NoUpdate

    def _set_up(self) -> None:
        super()._set_up()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setCornerButtonEnabled(False)
        self._names = _Names(self._cells, self.figures, self._store, self._look)
        self._names.setMinimumSectionSize(self._look.px(20))
        self.setVerticalHeader(self._names)
        self._corner = _Corner(self, self._names, self.figures, self._look)
        self._is_at_end = True
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(self._on_scrolled)

    def _on_range_changed(self, _least: int, most: int) -> None:
        if self._is_at_end:
            self.horizontalScrollBar().setValue(most)

    def _on_scrolled(self, value: int) -> None:
        self._is_at_end = value == self.horizontalScrollBar().maximum()

    def on_selection(self) -> None:
        """Select the cell of the store's selection, and mark its name."""
        super().on_selection()
        self._names.viewport().update()

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._corner.setGeometry(0, 0, self._names.width(), self._headings.height())

    def _fit(self) -> None:
        look = self._look
        self._widths = self._widths or self._widest_texts()
        least = [
            max(width, self._headings.width_of(column)) for column, width in enumerate(self._widths)
        ]
        units, room = self._unit_width(), self.width()
        most, fewest = self._name_widths_wanted()
        fitting = room - units - sum(least)
        names = min(most, fitting) if fitting >= fewest else min(most, room // 3)
        spare = max(0, room - units - names - sum(least))
        widths = [
            max(one, min(one + spare // len(least), look.px(_COLUMN_WIDEST))) for one in least
        ]
        names += max(0, room - units - names - sum(widths))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._names.unit_width = units
        self._names.setFixedWidth(names + units)
        self._fit_height(names, is_scrolled=names + units + sum(widths) > room)

    def _name_widths_wanted(self) -> tuple[int, int]:
        """Return the px that names need on one line, and at least, with line breaks."""
        look, figures = self._look, self.figures
        pad, rows, limit = 2 + 2 * look.px(PAD), figures.samples(), look.px(_NAME_WIDEST)
        longest = self._widest(map(figures.noted_name, rows), look.font("body"))
        under = self._widest(map(figures.interval_name, rows), look.font("caption"))
        fewest = min(limit, max(under + pad, look.px(_NAME_LEAST)))
        return max(fewest, min(limit, longest + pad)), fewest

    def _unit_width(self) -> int:
        """Return the px of the column of units; 0 without units."""
        look = self._look
        units = [self.figures.unit(row) for row in self.figures.samples()]
        if not any(units):
            return 0
        wanted = self._widest([*units, self.figures.frozen_headings()[1]], look.font("body"))
        return min(wanted + 2 + look.px(PAD), look.px(_UNIT_WIDEST))

    def _widest_texts(self) -> list[int]:
        figures, columns = self.figures, self.figures.sampled_cells()
        self._make_room(figures.signs(row) for rows in columns for row in rows)
        pads = 2 + 2 * self._look.px(PAD)
        return [
            pads + self._value_width(map(figures.value, rows), map(figures.interval, rows))
            for rows in columns
        ]

    # Selection, copying

    def _selected_cell(self) -> QModelIndex:
        return self.figures.cell_of(self._store.view.selected, self._store.view.observation)

    def _stands_for_selection(self, at: QModelIndex) -> bool:
        """Return whether a cell is the selected one; an empty cell counts as that of its figure."""
        row = self.figures.cell_row(self.figures.table_rows[at.row()], at.column())
        is_same = row.observation is None or at == self._selected_cell()
        return super()._stands_for_selection(at) and is_same

    def _stands_for(self, at: QModelIndex) -> tuple[str, Period | None]:
        return self._id(at), self.figures.periods[at.column()]

    @property
    def selected_text(self) -> str:
        """Return the selected cells, or all, as tab-separated text with names, units, periods."""
        indexes = self.selectionModel().selectedIndexes()
        return self._text_of({(one.row(), one.column()) for one in indexes}) or self.whole_text

    @property
    def whole_text(self) -> str:
        """Return all cells as tab-separated text with names, units and periods."""
        figures = self.figures
        columns = range(figures.columnCount())
        return self._text_of({(row, one) for row in range(figures.rowCount()) for one in columns})

    def _text_of(self, chosen: set[tuple[int, int]]) -> str:
        """Return cells, by row and column, with headings; cells between them are empty."""
        figures, headings = self.figures, self.figures.headings()
        columns = sorted({column for _, column in chosen})
        lines = [[*figures.frozen_headings(), *(headings[one] for one in columns)]]
        for number in sorted({row for row, _ in chosen}):
            row = figures.table_rows[number]
            cells = figures.copied(row)
            shown = (cells[one] if (number, one) in chosen else "" for one in columns)
            lines.append([figures.name(row), figures.unit(row), *shown])
        return tab_separated(lines) if chosen else ""
