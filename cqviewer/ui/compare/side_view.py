"""The view of a comparison: title, tabs, what can be done, the table and the panel."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from cqviewer.ui.compare.comparison import Comparison, Tab
from cqviewer.ui.compare.side_cells import PAD
from cqviewer.ui.compare.side_panel import SidePanel
from cqviewer.ui.compare.side_table import SideTable
from cqviewer.ui.state.store import PANEL_LEAST
from cqviewer.ui.style.buttons import quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tab_bar import NotedTabs
from cqviewer.ui.style.text_block import TextBlock

_TABS: tuple[Tab, ...] = ("all", "comparable", "single")
_BELOW = 900
"""px of the design below which the panel stands under the table."""
_LOW = 400
"""px of the design below which title and tools make way for the rows."""


class SideView(QWidget):
    """Shows a comparison, and offers to add sheets to it and to save it."""

    file_wanted = Signal()
    """A sheet is to be chosen in a dialog."""
    save_wanted = Signal()
    copy_wanted = Signal(str)
    """Carries the text that is to be copied."""

    def __init__(self, comparison: Comparison, adding: Sequence[QMenu], look: Look) -> None:
        """Show a comparison; menus for `adding` offer files to compare with."""
        super().__init__()
        self.setObjectName("page")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # that of the page
        self._comparison = comparison
        self._adding_menus = adding
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(look.px(32), look.px(16), look.px(32), look.px(6))
        self._title = TextBlock("", look, "title", most_lines=2)
        self._standfirst = TextBlock("", look, "body", "ink3", most_lines=2)
        self._head.addWidget(self._title)
        self._head.addWidget(self._standfirst)
        column.addLayout(self._head)
        titles = (self.tr("All figures"), self.tr("Comparable"), self.tr("In one sheet only"))
        self.tabs = NotedTabs(titles, "", look)
        self.tabs.bar.setAccessibleName(self.tr("Rows of this comparison"))
        self.tabs.bar.setCurrentIndex(_TABS.index(comparison.tab))
        self.tabs.bar.currentChanged.connect(self._on_tab)
        column.addWidget(self.tabs)
        self._tools_row = QWidget()
        self._tools_row.setLayout(self._tools())
        column.addWidget(self._tools_row)
        self.table = SideTable(comparison, look)
        self.table.adding = self.add.menu()
        self.panel = SidePanel(comparison, look)
        self.panel.setMinimumWidth(look.px(PANEL_LEAST))
        self.panel.copy_wanted.connect(self._on_copy)
        self.table.copy_wanted.connect(self.copy_wanted)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        left = QWidget()
        beside = QHBoxLayout(left)
        beside.setContentsMargins(look.px(32 - PAD), 0, 0, 0)
        beside.addWidget(self.table)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._beside = [look.px(880), look.px(300)]
        self._splitter.setSizes(self._beside)
        column.addWidget(self._splitter, 1)
        self.table.chosen.connect(self.panel.refresh)
        self.table.panel_wanted.connect(self.enter_panel)
        comparison.changed.connect(self.refresh)
        comparison.ready.connect(self._on_ready)
        self.refresh()
        if comparison.is_whole:
            self._on_ready()

    def _tools(self) -> QHBoxLayout:
        look, row = self._look, QHBoxLayout()
        row.setContentsMargins(look.px(32), look.px(8), look.px(24), look.px(8))
        row.setSpacing(look.px(8))
        self._note = TextBlock("", look, "caption", "ink2")
        row.addWidget(self._note, 1)
        self.add = quiet_button(self.tr("Add a sheet"), "plus", look)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setMenu(self._adding())
        self.save = quiet_button(self.tr("Save…"), "save", look)
        self.save.clicked.connect(self.save_wanted)
        row.addWidget(self.add)
        row.addWidget(self.save)
        return row

    def _adding(self) -> QMenu:
        """Offer a file, the bundled sheets and those opened lately, and to take sheets out."""
        menu = QMenu(self.tr("A&dd a sheet"), self)
        menu.addAction(self.tr("&Choose a file…")).triggered.connect(self.file_wanted)
        for part in self._adding_menus:
            menu.addMenu(part)
        self._out = QMenu(self.tr("&Take out"), menu)
        self._out.triggered.connect(self._on_out)
        menu.addMenu(self._out)
        return menu

    def refresh(self) -> None:
        """Name the sheets that are compared now."""
        words = self._comparison.words()
        self._title.setText(words.title)
        self._standfirst.setText(
            words.standfirst
            if len(words.sheets) > 1
            else self.tr("Add a sheet to see it beside this one. Files can be dropped here too.")
        )
        for action in self.add.menu().actions()[:-1]:
            action.setEnabled(self._comparison.has_room)
        self._out.clear()
        for at, name in list(enumerate(words.names))[1:]:
            self._out.addAction(name.replace("&", "&&")).setData(at)
        self._out.setEnabled(len(words.names) > 1)
        self.save.setEnabled(len(words.names) > 1)
        self.tabs.note.setText("")
        self._say_what_is_shown()
        self.panel.refresh()

    def _on_ready(self) -> None:
        """Count the rows, once all of them have been compared."""
        comparison = self._comparison
        self.tabs.note.setText(comparison.words().count(comparison.rows))
        self.tabs.fit_note()
        self._say_what_is_shown()
        self.panel.refresh()
        self.table.choose_first()

    def _on_tab(self, index: int) -> None:
        self._comparison.tab = _TABS[index]
        self.table.sides.reset()
        self._say_what_is_shown()

    def _say_what_is_shown(self) -> None:
        """Say how bars and ranks are meant, or why there are no rows below."""
        comparison = self._comparison
        said = comparison.words().wording.say("compare_bars")
        if len(comparison.sheets) > 1 and comparison.is_whole and not self.table.sides.rowCount():
            said = (
                self.tr("No row can be compared. ‘All figures’ says what keeps them apart.")
                if comparison.tab == "comparable"
                else self.tr("No figure stands in one sheet only.")
            )
        self._note.setText(said)

    def _on_out(self, action: object) -> None:
        self._comparison.remove(int(getattr(action, "data", int)()))

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.table.selected_text)

    def toggle_panel(self) -> None:
        """Show the panel, or hide it; in a narrow window it begins hidden."""
        self.panel.setVisible(self.panel.isHidden())

    def enter_panel(self) -> None:
        """Show the panel and move the focus into it."""
        self.panel.show()
        self.panel.copy.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size())

    def _fit(self, size: QSize) -> None:
        """Put the panel below the table in a narrow window; give up all but rows in a low one.

        What stands above the table is then in the menu of a cell, or in the window's menu.
        """
        is_narrow = size.width() < self._look.px(_BELOW)
        sides = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() != sides:
            self._splitter.setOrientation(sides)
            high = self._splitter.height()
            self._splitter.setSizes([high // 2, high // 2] if is_narrow else self._beside)
            self.panel.setVisible(not is_narrow)
        is_low = size.height() < self._look.px(_LOW)
        for part in (self._title, self._standfirst, self._tools_row):
            part.setVisible(not is_low)
        upright = (0, 0) if is_low else (16, 6)
        side, above, below = (self._look.px(one) for one in (32, *upright))
        self._head.setContentsMargins(side, above, side, below)
