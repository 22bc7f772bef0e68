"""The view of a comparison: title, tabs, tools, the table and the panel."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QToolButton, QWidget

from cqviewer.ui.compare.comparison import Comparison, Tab
from cqviewer.ui.compare.side_cells import PAD
from cqviewer.ui.compare.side_panel import SidePanel
from cqviewer.ui.compare.side_table import SideTable
from cqviewer.ui.panel.grip import Grip
from cqviewer.ui.panel.panel_width import set_facts_width
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.boxes import column, line, turn
from cqviewer.ui.style.buttons import attach_menu, quiet_button
from cqviewer.ui.style.look import ANY_SIZE, Look
from cqviewer.ui.style.tab_bar import NotedTabs
from cqviewer.ui.style.text_block import TextBlock

_TABS: tuple[Tab, ...] = ("all", "comparable", "single")
_BELOW = 900
"""px of the design: width below which the panel is under the table."""
_LEAST = 90
"""px of the design: least height of a panel below the table."""
_LOW = 400
"""px of the design: height below which title and tools are hidden."""


class SideView(QWidget):
    """Shows a comparison, and offers to add sheets to it and to save it."""

    file_wanted = Signal()
    """The reader wants to add a sheet by a dialog."""
    save_wanted = Signal()
    """The reader wants to save the comparison."""
    copy_wanted = Signal(str)
    """Carries the text to copy."""

    def __init__(
        self, comparison: Comparison, store: Store, adding: Sequence[QMenu], look: Look
    ) -> None:
        """Show a comparison; the panel has the width that the store's view has for a page.

        `adding` are menus of files to compare with.
        """
        super().__init__()
        self.setObjectName("page")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # not the page's
        self._comparison = comparison
        self._store = store
        self._adding_menus = adding
        self._look = look
        self._title = TextBlock("", look, "title", most_lines=2)
        self._standfirst = TextBlock("", look, "body", "ink3", most_lines=2)
        self._head = column(self._title, self._standfirst, gap=-1)
        titles = (self.tr("All figures"), self.tr("Comparable"), self.tr("In one sheet only"))
        self.tabs = NotedTabs(titles, "", look)
        self.tabs.bar.setAccessibleName(self.tr("Rows of this comparison"))
        self.tabs.bar.setCurrentIndex(_TABS.index(comparison.tab))
        self.tabs.bar.currentChanged.connect(self._on_tab)
        self._tools_row = QWidget()
        self._tools_row.setLayout(self._tools())
        self.table = SideTable(comparison, look)
        self.table.adding = self.add.menu()
        self.panel = SidePanel(comparison, look)
        self.panel.copy_wanted.connect(self._on_copy)
        self.table.copy_wanted.connect(self.copy_wanted)
        self._build_area()
        layout = column(self._head, self.tabs, self._tools_row, self._area, of=self)
        layout.setStretchFactor(self._area, 1)
        self._is_narrow = False
        self._high = 0
        """Height in px of a panel below the table; 0 for half of the room."""
        store.view_changed.connect(self._fit_panel)
        self.table.chosen.connect(self.panel.refresh)
        self.table.panel_wanted.connect(self.enter_panel)
        comparison.changed.connect(self.refresh)
        comparison.ready.connect(self._on_ready)
        self.refresh()
        if comparison.is_whole:
            self._on_ready()

    def _build_area(self) -> None:
        """Put the panel with its handle beside the table."""
        look = self._look
        self._area = QWidget()
        left = line(self.table, margins=(look.px(32 - PAD), 0, 0, 0))
        self._across = line(left, self.panel, of=self._area)
        self._across.setStretchFactor(left, 1)
        self._grip = Grip(look, self.panel)
        self._grip.moved.connect(self._on_grip_moved)
        self._grip.reset.connect(self._on_grip_reset)

    def _tools(self) -> QBoxLayout:
        look = self._look
        row = line(gap=look.px(8), margins=(look.px(32), look.px(8), look.px(24), look.px(8)))
        self._note = TextBlock("", look, "caption", "ink2")
        row.addWidget(self._note, 1)
        self.add = quiet_button(self.tr("Add a sheet"), "plus", look)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        attach_menu(self.add, self._adding())
        self.save = quiet_button(self.tr("Save…"), "save", look)
        self.save.clicked.connect(self.save_wanted)
        row.addWidget(self.add)
        row.addWidget(self.save)
        return row

    def _adding(self) -> QMenu:
        """Return the menu that adds a file or a known sheet, or takes sheets out."""
        menu = QMenu(self.tr("A&dd a sheet"), self)
        menu.addAction(self.tr("&Choose a file…")).triggered.connect(self.file_wanted)
        for part in self._adding_menus:
            menu.addMenu(part)
        self._out = QMenu(self.tr("&Take out"), menu)
        self._out.triggered.connect(self._on_out)
        menu.addMenu(self._out)
        return menu

    def refresh(self) -> None:
        """Show the titles of the compared sheets."""
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
        """Show the counts, once all rows have been compared."""
        comparison = self._comparison
        self.tabs.note.setText(comparison.words().count(comparison.rows))
        self.tabs.fit_note()
        self._say_what_is_shown()
        self.panel.refresh()
        self.table.choose_first()

    def _on_tab(self, index: int) -> None:
        self._comparison.tab = _TABS[index]
        self.table.sides.reset()
        self.table.choose_first()
        self._say_what_is_shown()

    def _say_what_is_shown(self) -> None:
        """Show what bars and ranks mean, or why there are no rows."""
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
        """Show or hide the panel; in a narrow window it is hidden at first."""
        self.panel.setVisible(self.panel.isHidden())

    def enter_panel(self) -> None:
        """Show the panel and move the focus into it."""
        self.panel.show()
        self.panel.copy.setFocus(Qt.FocusReason.TabFocusReason)

    def widen_panel(self, by: int) -> None:
        """Enlarge the panel by px of the design; negative ones shrink it."""
        self._on_grip_moved(self._look.px(by))

    def _on_grip_moved(self, by: int) -> None:
        if self._is_narrow:
            self._high = self.panel.height() + by
            self._fit_panel()
        else:
            set_facts_width(self._store, round((self.panel.width() + by) / self._look.zoom))

    def _on_grip_reset(self) -> None:
        self._high = 0
        set_facts_width(self._store, View().panel_width)
        self._fit_panel()

    def _fit_panel(self) -> None:
        """Set the panel's width, or its height below the table, within the room."""
        look, area, least = self._look, self._area.size(), self.table.minimumSize()
        wide = min(
            look.px(self._store.view.panel_width),
            self.width() - look.px(32 - PAD) - least.width(),
        )
        high = self._high and max(look.px(_LEAST), min(self._high, area.height() - least.height()))
        size = (0, high) if self._is_narrow else (wide, 0)
        self._across.setStretch(1, int(self._is_narrow and not high))
        self.panel.setMinimumSize(*size)
        self.panel.setMaximumSize(*(px or ANY_SIZE for px in size))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size())

    def _fit(self, size: QSize) -> None:
        """Put the panel below the table in a narrow view; show nothing above the rows in a low one.

        The hidden tools are also in the context menu of cells and in the window's menus.
        """
        is_narrow = size.width() < self._look.px(_BELOW)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            turn(self._across, is_column=is_narrow)
            self._grip.turn(is_above=is_narrow)
            self.panel.setVisible(not is_narrow)
        is_low = size.height() < self._look.px(_LOW)
        for part in (self._title, self._standfirst, self._tools_row):
            part.setVisible(not is_low)
        upright = (0, 0) if is_low else (16, 6)
        side, above, below = (self._look.px(one) for one in (32, *upright))
        self._head.setContentsMargins(side, above, side, below)
        self._fit_panel()
