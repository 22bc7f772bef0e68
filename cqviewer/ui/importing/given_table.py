"""The table of the figures that a data file gives: name, value, period and cell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from cqviewer.importing.preview import Given
from cqviewer.ui.importing.words import reason
from cqviewer.ui.style.lines import WholeNumbers


class GivenTable(QTreeWidget):
    """Lists figures with their latest values; a screen reader reads a row as one sentence."""

    def __init__(self) -> None:
        """Begin without figures."""
        super().__init__()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names that begin alike end otherwise
        self.setItemDelegate(WholeNumbers(self))
        self.setColumnCount(4)
        self.setHeaderLabels(
            [self.tr("Figure"), self.tr("Value"), self.tr("Period"), self.tr("Cell")]
        )
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_given(self, figures: Sequence[Given]) -> None:
        """Show figures; the scroll position stays."""
        scrolled = self.verticalScrollBar().value()
        self.clear()
        items = []
        for one in figures:
            value = reason(one.value)
            item = QTreeWidgetItem([one.name, value, one.period, one.cell])
            said = f"{one.name}: {value}, {one.period} ({one.cell})"
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(0, one.name)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            font = item.font(1)
            font.setBold(True)
            item.setFont(1, font)
            items.append(item)
        self.addTopLevelItems(items)
        self.updateGeometries()
        self.verticalScrollBar().setValue(scrolled)
