"""The tool bar: search, what figures are shown as, zoom, print and theme."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from cqviewer.ui.search.search import Search
from cqviewer.ui.search.search_field import SearchField
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import line
from cqviewer.ui.style.buttons import QuietButton, attach_menu, joined_buttons, quiet_button
from cqviewer.ui.style.choices import ZoomField
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.style.tooltips import tell_key
from cqviewer.ui.window.actions import add_actions
from cqviewer.ui.window.view_commands import ZOOMS

HEIGHT, _BUTTON_HEIGHT = 44, 30
_FIELD_LEAST = (230, 190, 130, 90)
"""The least width of the search field, in px of the design, at each level of saving room: all is
shown; the buttons at the right are icons; these and the zoom are in a menu; so is charts or table.
"""
_IN_MENU = (
    *("table", "changes", "-", "zoom_in", "zoom_out", "zoom_reset", "-"),
    *("theme_system", "theme_light", "theme_dark", "-", "compare", "print"),
)
"""The names of the actions in that menu; '-' is a separator."""


class MainToolBar(QToolBar):
    """The tool bar of the window."""

    def __init__(self, store: Store, search: Search, look: Look) -> None:
        """Build the bar for a store and the search of its window."""
        super().__init__()
        self._store = store
        self._search = search
        self._look = look
        self.setWindowTitle(self.tr("Tools"))
        self.setAccessibleName(self.tr("Tools"))
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFixedHeight(look.px(HEIGHT))
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        margins = (look.px(16), 0, look.px(20), 0)
        self._row = line(of=row, gap=look.px(8), margins=margins)
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(row)
        self.field = SearchField(self.tr("Search figures and statements"), look)
        self.field.setText(store.view.search)
        self.field.textChanged.connect(self._on_text)
        self.field.next_wanted.connect(search.go_next)
        self.field.previous_wanted.connect(search.go_previous)
        self._row.addWidget(self.field)
        self._add_segment()
        self._add_walk()
        self._row.addStretch(1)
        self.zoom = ZoomField(ZOOMS, look)
        self.zoom.picked.connect(self._on_zoom)
        self._row.addWidget(self.zoom)
        self._compare = quiet_button(self.tr("Compare"), "compare", look)
        self.changes = quiet_button(self.tr("Changes"), "changes", look)
        for button in (self._compare, self.changes):
            button.setCheckable(True)
        self._print = quiet_button(self.tr("Print"), "print", look)
        self.theme = quiet_button(self.tr("Theme"), "theme", look)
        self._at_right = (self._compare, self.changes, self._print, self.theme)
        for button in self._at_right:
            button.setToolTip(button.text())
            self._row.addWidget(button)
        self.more = quiet_button(self.tr("More"), "more", look, icon_only=True)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._row.addWidget(self.more)
        self.refresh()
        store.changes_changed.connect(self.refresh)

    def wear(self, look: Look, style_sheet: str) -> None:
        """Use the colours of a look of the same zoom and language, and its style sheet."""
        self._look = look
        if style_sheet != self.styleSheet():
            self.setStyleSheet(style_sheet)
            self.field.wear(look)
            self.count.wear(look)
            for button in self.findChildren(QuietButton):
                button.wear(look)
        self.refresh()

    def link_to(self, actions: Mapping[str, QAction]) -> None:
        """Connect the buttons to the window's actions, by name, and show their shortcuts.

        Also fills the menu for narrow windows.
        """
        compare = actions["compare"]
        self._compare.setChecked(compare.isChecked())
        compare.toggled.connect(self._compare.setChecked)
        pressed = {"compare": self._compare, "changes": self.changes, "print": self._print}
        for name, button in pressed.items():
            button.clicked.connect(actions[name].trigger)
        for widget, name in (
            *((button, name) for name, button in pressed.items()),
            (self.field, "find"),
            (self.charts, "table"),
            (self.table, "table"),
            (self.previous, "find_previous"),
            (self.next, "find_next"),
        ):
            tell_key(widget, actions[name])
        menu = QMenu(self.more)
        add_actions(menu, _IN_MENU, actions)
        attach_menu(self.more, menu)

    def _add_segment(self) -> None:
        """Add the two joined buttons that show figures as charts or as a table."""
        part = self._segment = QWidget()
        texts = (self.tr("Charts"), self.tr("Table"))
        buttons = self.charts, self.table = joined_buttons(texts, self._look, _BUTTON_HEIGHT, part)
        line(*buttons, of=part, margins=(self._look.px(8), 0, self._look.px(8), 0))
        for button in buttons:
            button.clicked.connect(self._on_segment)
        self._row.addWidget(part)

    def _add_walk(self) -> None:
        """Add the count of hits and the buttons that go from hit to hit."""
        look = self._look
        self._walk = QWidget()
        self.count = TextBlock("", look, "body", "ink2", most_lines=1)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.previous = quiet_button(self.tr("Previous hit"), "up", look, icon_only=True)
        self.next = quiet_button(self.tr("Next hit"), "down", look, icon_only=True)
        self.previous.clicked.connect(self._search.go_previous)
        self.next.clicked.connect(self._search.go_next)
        parts = (self.count, self.previous, self.next)
        line(*parts, of=self._walk, gap=look.px(2), margins=(look.px(4), 0, 0, 0))
        self._row.addWidget(self._walk)

    def refresh(self) -> None:
        """Show the present view: search text, count of hits, charts or table, zoom, changes."""
        view, search = self._store.view, self._search
        if self.field.text() != view.search:
            self.field.setText(view.search)
        self.charts.setChecked(not view.is_table)
        self.table.setChecked(view.is_table)
        self.count.setText(search.count_text)
        self.count.setFixedWidth(self.count.sizeHint().width())
        self._walk.setVisible(bool(search.text))
        for button in (self.previous, self.next):
            button.setEnabled(bool(search.hits))
        self.changes.setChecked(self._store.shown_changes is not None)
        icons = {"chart": self.charts, "table": self.table, "changes": self.changes}
        for icon, button in icons.items():
            button.setIcon(self._look.icon(icon, "accent" if button.isChecked() else "ink2"))
        self.zoom.show_zoom(view.zoom)
        self._fit(self.width())

    def start_search(self) -> None:
        """Focus the search field and select its text."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_text(self, text: str) -> None:
        self._store.look(search=text)

    def _on_segment(self) -> None:
        self._store.look(is_table=self.table.isChecked())

    def _on_zoom(self, zoom: float) -> None:
        self._store.look(zoom=zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        """Show what fits into a width; the menu has the rest."""
        for level, least in enumerate(_FIELD_LEAST):
            self.field.setMinimumWidth(self._look.px(least))
            for button in self._at_right:
                style = Qt.ToolButtonStyle
                is_icon = level > 0
                button.setToolButtonStyle(
                    style.ToolButtonIconOnly if is_icon else style.ToolButtonTextBesideIcon
                )
                has_changes = self._store.changes is not None
                button.setVisible(level < 2 and (button is not self.changes or has_changes))
            self.zoom.setVisible(level < 2)
            self._segment.setVisible(level < 3)
            self.more.setVisible(level >= 2)
            self._row.invalidate()
            if self._row.minimumSize().width() <= width:
                return
