"""The view of a comparison's table, with the headings of its sheets."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyleOptionViewItem,
    QTableView,
)

from cqviewer.ui.compare.comparison import Comparison
from cqviewer.ui.compare.side_cells import PAD, SideCells
from cqviewer.ui.compare.side_model import NAME, SideModel
from cqviewer.ui.state.focus import FocusRing, is_enter
from cqviewer.ui.style.lines import Index, Lines
from cqviewer.ui.style.look import Look

_NAME, _SHEET, _ABOVE, _CLOSE, _ROW = 180, 220, 9, 16, 76
NARROW_BELOW = 640
"""px of the design: width below which each row is a block."""


class SheetHeads(QHeaderView):
    """The headings: names and dates of the sheets, each with a cross that removes the sheet."""

    removed = Signal(int)
    """Carries the index of the sheet whose cross was pressed."""

    def __init__(self, comparison: Comparison, model: SideModel, look: Look) -> None:
        """Name the sheets of a comparison."""
        super().__init__(Qt.Orientation.Horizontal)
        self._comparison = comparison
        self._sides = model
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def fit(self) -> None:
        """Set the height to that of the tallest heading."""
        count = 1 if self._sides.is_narrow else self.count()
        heights = [
            sum(lines.height for lines, _ in self._texts(section, self.sectionSize(section)))
            for section in range(count)
        ]
        self.setFixedHeight(max(heights, default=0) + 2 * self._look.px(_ABOVE))

    def _texts(self, section: int, width: int) -> list[tuple[Lines, str]]:
        """Return the texts of a heading at a width, each with the token of its colour."""
        look, words, at = self._look, self._sides.words, section - 1
        caption, line = look.font("caption"), look.line_height("caption")
        room = width - 2 * look.px(PAD)
        if at == NAME:
            text = str(self.model().headerData(0, self.orientation()))
            return [(Lines(text, caption, line, room), "ink3")]
        said = words.wording.say("print_dated", date=words.wording.date(words.sheets[at].date))
        if not at:
            said = words.wording.join([said, self.tr("open sheet")])
        beside = room - (look.px(_CLOSE + 4) if at else 0)
        font, high = look.font("statement", "bold"), look.line_height("statement")
        name = Lines(words.names[at], font, high, beside, most=2)
        return [(name, "ink"), (Lines(said, caption, line, room), "ink3")]

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color("page"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("hair"))
        at, left, top = logical_index - 1, rect.left() + look.px(PAD), rect.top() + look.px(_ABOVE)
        if at != NAME:
            rule = QRect(left, rect.top(), rect.width() - 2 * look.px(PAD), look.px(2))
            painter.fillRect(rule, look.color("ink" if at else "accent"))
        is_cut = rect.left() < self.sectionSize(0) or rect.right() >= self.viewport().width()
        is_whole = at == NAME or not is_cut  # a cut-off date would read as another one
        for lines, token in self._texts(logical_index, rect.width()) if is_whole else ():
            painter.setPen(look.color(token))
            lines.draw(painter, left, top)
            top += lines.height
        if at > 0:
            look.icon("close", "ink2", _CLOSE).paint(painter, self._cross(rect))
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the headings, that of the names over those scrolled below it."""
        super().paintEvent(event)
        if self.offset():
            box = QRect(0, 0, self.sectionSize(0), self.height())
            self.paintSection(QPainter(self.viewport()), box, 0)

    def _cross(self, rect: QRect) -> QRect:
        size = self._look.px(_CLOSE)
        right, top = rect.right() - self._look.px(PAD), rect.top() + self._look.px(_ABOVE)
        return QRect(right - size, top, size, size)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.logicalIndexAt(event.position().toPoint()) - 1
        is_below = self.offset() and event.position().x() < self.sectionSize(0)
        if at > 0 and not is_below and not self._sides.is_narrow:
            left = self.sectionViewportPosition(at + 1)
            box = QRect(left, 0, self.sectionSize(at + 1), self.height())
            around = self._cross(box).adjusted(-4, -4, 4, 4)
            if around.contains(event.position().toPoint()):
                self.removed.emit(at)


class SideTable(QTableView):
    """Figures as rows and sheets as columns, or blocks in a narrow window."""

    chosen = Signal()
    """Another cell was selected."""
    panel_wanted = Signal()
    """Enter was pressed on a cell."""
    copy_wanted = Signal(str)
    """Carries the text to copy."""
    sheet_wanted = Signal()
    """The selected value should be shown in its own sheet."""

    def __init__(self, comparison: Comparison, look: Look) -> None:
        """Show a comparison."""
        super().__init__()
        self._comparison = comparison
        self._look = look
        self.adding: QMenu | None = None
        """The menu of sheets to add, which the context menu of cells has too."""
        self.sides = SideModel(comparison, self.tr("Figure"))
        self.setModel(self.sides)
        self._cells = SideCells(self, self.sides, look)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(self.tr("Sheets side by side"))
        self._heads = SheetHeads(comparison, self.sides, look)
        self._heads.removed.connect(comparison.remove)
        self.setHorizontalHeader(self._heads)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(look.px(20))
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)  # one cell is current
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumSize(QSize(look.px(220), look.px(120)))
        FocusRing(self, look)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit_visible)
        self.verticalScrollBar().valueChanged.connect(self._fitting.start)
        self.sides.modelReset.connect(self._fit)
        self.sides.rowsInserted.connect(self._on_rows_inserted)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    # Sizes: only visible rows are measured, since there may be 10,000 rows.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < self._look.px(NARROW_BELOW)
        if is_narrow != self.sides.is_narrow:
            self._heads.setVisible(not is_narrow)  # blocks contain the names of the sheets
            self.sides.reset(is_narrow=is_narrow)
            self._choose_again()
        self._fit()

    def _fit(self) -> None:
        """Set the widths of the columns, then measure the visible rows."""
        look, room, count = self._look, self.viewport().width(), self.sides.columnCount()
        if self.sides.is_narrow:
            self.setColumnWidth(0, room)
        else:
            self.setColumnWidth(0, look.px(_NAME))
            wide = max(look.px(_SHEET), (room - look.px(_NAME)) // max(1, count - 1))
            for column in range(1, count):
                self.setColumnWidth(column, wide)
        self._heads.fit()
        self._fitting.start()

    def _on_rows_inserted(self) -> None:
        self._fitting.start()

    def _fit_visible(self) -> None:
        bottom = self.viewport().height()
        number = max(0, self.rowAt(0))
        while number < self.sides.rowCount() and self.rowViewportPosition(number) <= bottom:
            row, at = self.sides.place(self.sides.index(number, 0))
            height = self._cells.height(row, at)
            if height != self.rowHeight(number):
                self.setRowHeight(number, height)
            number += 1

    # Names stay visible when sheets are scrolled sideways.

    @property
    def _frozen(self) -> int:
        """Return the px that the frozen names cover; 0 if nothing is scrolled below them."""
        is_scrolled = not self.sides.is_narrow and self.horizontalScrollBar().value() > 0
        return self.columnWidth(0) if is_scrolled else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the names over those scrolled below them."""
        super().paintEvent(event)
        painter, wide = QPainter(self.viewport()), self._frozen
        number = max(0, self.rowAt(0))
        while wide and number < self.sides.rowCount():
            option = QStyleOptionViewItem()
            top = self.rowViewportPosition(number)
            if top > self.viewport().height():
                break
            option.rect = QRect(0, top, wide, self.rowHeight(number))
            painter.fillRect(option.rect, self._look.color("page"))
            self._cells.paint(painter, option, self.sides.index(number, 0))
            number += 1

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:  # the frozen names do not move with the cells
            self.viewport().update()
            self._heads.viewport().update()

    def indexAt(self, place: QPoint) -> QModelIndex:
        """Return the cell at a place of the viewport, where a frozen name hides others."""
        found = super().indexAt(place)
        return found.siblingAtColumn(0) if place.x() < self._frozen else found

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll until a cell is visible beside the names."""
        super().scrollTo(index, hint)
        hidden = self._frozen - self.visualRect(index).left()
        if index.column() and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    # Selection

    def _on_current_changed(self, current: Index, _previous: Index) -> None:
        if current.isValid():
            row, at = self.sides.place(current)
            self._comparison.choose(row, max(at, 0))
            self.chosen.emit()
        self.viewport().update()

    def choose_first(self) -> None:
        """Select the cell that was selected before, or else the first value."""
        self._choose_again()
        if not self.currentIndex().isValid() and self.sides.rowCount():
            first = self.sides.index(1, 0) if self.sides.is_narrow else self.sides.index(0, 1)
            self.setCurrentIndex(first)

    def _choose_again(self) -> None:
        """Select the comparison's chosen cell again, in the present arrangement."""
        if self._comparison.chosen is None:
            return
        row, at = self._comparison.chosen
        step = 1 + self.sides.sheets if self.sides.is_narrow else 1
        for number in range(0, self.sides.rowCount(), step):
            if self.sides.place(self.sides.index(number, 0))[0] is row:
                narrow = self.sides.index(number + at + 1, 0)
                wide = self.sides.index(number, at + 1)
                place = narrow if self.sides.is_narrow else wide
                self.setCurrentIndex(place)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._comparison.chosen is not None:
            self._comparison.remove(self._comparison.chosen[1])
        elif is_enter(event):
            self.panel_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the cell at a place; for the menu key, of the selected cell."""
        place = event.globalPos()
        is_by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.currentIndex() if is_by_keys else self.indexAt(event.pos())
        if not at.isValid():
            return
        self.setCurrentIndex(at)
        if is_by_keys:
            corner = self.visualRect(at).bottomLeft() + QPoint(8, -4)
            place = self.viewport().mapToGlobal(corner)
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """Return the context menu of the selected cell."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self._comparison.chosen
        if chosen is None:
            return menu
        row, at = chosen
        value, text = self.sides.words.value(row, at), self.selected_text
        copies = ((self.tr("Copy &value"), value), (self.tr("Copy row with all &sources"), text))
        for name, copied in copies:
            menu.addAction(name).triggered.connect(partial(self.copy_wanted.emit, copied))
        shown = menu.addAction(self.tr("Show in its s&heet"))
        shown.setEnabled(row.cells[at] is not None)
        shown.triggered.connect(self.sheet_wanted)
        if self.adding is not None:
            menu.addSeparator()
            menu.addMenu(self.adding)
        return menu

    @property
    def selected_text(self) -> str:
        """Return the row of the selected cell, with the sources of all its values."""
        chosen = self._comparison.chosen
        return self.sides.words.copied(chosen[0]) if chosen else ""
