"""The main window: builds its parts from the store, and wires them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from cqviewer.model.facts import Chart
from cqviewer.ui.changes.changing import Changing
from cqviewer.ui.compare.comparing import Comparing
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.editing.editing import Editing
from cqviewer.ui.importing.importing import Importing
from cqviewer.ui.output.chart_export import ChartExport
from cqviewer.ui.output.dragging import Dragging
from cqviewer.ui.output.output import Output
from cqviewer.ui.panel.citing import Citations, fact_phrase
from cqviewer.ui.present.presentation import Presentation
from cqviewer.ui.problems.problems import Problems
from cqviewer.ui.search.announcer import SearchAnnouncer
from cqviewer.ui.search.hit_list import HitList
from cqviewer.ui.search.search import Search
from cqviewer.ui.state.announcing import announce, look_change
from cqviewer.ui.state.appearance import Appearance
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.focus import give_focus, press_focused
from cqviewer.ui.state.focus_restorer import FocusRestorer
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.notices import Notices
from cqviewer.ui.state.scroll_place import scroll_by
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.heard import tells_of_choice
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.style import dress
from cqviewer.ui.window.actions import fill_menus, make_actions, translate_actions
from cqviewer.ui.window.content_area import ContentArea
from cqviewer.ui.window.context_menus import ContextMenus
from cqviewer.ui.window.enabled_actions import EnabledActions
from cqviewer.ui.window.file_menus import BundledMenu, RecentMenu, offer_files
from cqviewer.ui.window.gestures import GestureWindow
from cqviewer.ui.window.header import Header
from cqviewer.ui.window.help import Help
from cqviewer.ui.window.panes import Panes
from cqviewer.ui.window.places import Places
from cqviewer.ui.window.section_actions import SectionActions
from cqviewer.ui.window.tabs import TabRow
from cqviewer.ui.window.toolbar import MainToolBar
from cqviewer.ui.window.view_commands import ViewCommands

_FRAME = QSize(16, 48)
"""What a desktop puts around a window; Qt knows that only of one that is shown."""


class MainWindow(GestureWindow):
    """Shows the store's sheet."""

    closed = Signal()
    window_wanted = Signal(object)
    """Asks for one more window; carries the Path of its file, or None for the same sheet."""

    def __init__(
        self,
        store: Store,
        path: Path | None = None,
        settings: Settings | None = None,
        *,
        is_built: bool = True,
    ) -> None:
        """Make the window for a store whose sheet was read from a path.

        With `is_built` false its parts are left to `build`.
        """
        super().__init__()
        self.store = store
        self._path = path
        self._settings = settings or Settings()
        self.appearance = Appearance(store, self)
        self.setMinimumSize(760, 560)
        self.resize(QSize(1180, 800).boundedTo(self.screen().availableSize() - _FRAME))
        self.is_built = False
        self._name()
        if is_built:
            self.build()

    @property
    def path(self) -> Path | None:
        """Return the path that the sheet was read from, if it was read from a file."""
        return self.files.path if self.is_built else self._path

    def _name(self) -> None:
        """Name the window after its sheet and the file that it was read from."""
        names = [self.store.wording.text(self.store.sheet.title), self.path and self.path.name]
        self.setWindowTitle(" – ".join(one for one in (*names, "cqviewer") if one))

    def build(self) -> None:
        """Build and wire the parts, unless that is done."""
        if self.is_built:
            return
        self.is_built = True
        store = self.store
        install_translators(store.view.language)
        self.notices = Notices(self)
        self.files = Files(store, self.notices, self, self._path)
        self.importing = Importing(self)
        self.output = Output(store, self.files, self.notices, self)
        self.changing = Changing(store, self.files, self.notices, self._settings, self)
        self.recent_menu = RecentMenu(self._settings, self)
        self.bundled_menu = BundledMenu(store, self)
        self.compare = Comparing(store, self.files, self.notices, self.output, self)
        offer_files(self.compare, self.recent_menu, BundledMenu(store, self), self._settings)
        self._commands = ViewCommands(store)
        self._help = Help(self, self.store)
        self.search = Search(store)
        self.places = Places(store, self.search, self)
        self.changes = Changes(store, self.files, self.notices, self)
        self._editing = Editing(store, self.changes, self.appearance, self)
        self.problems = Problems(store, self.files, self.changes, self.places.follow, self)
        self._drawer = Drawer(self)
        self.presentation = Presentation(self, store, self._drawer, self.appearance)
        self._section_actions = SectionActions(store, self)
        self.citations = Citations(store, self.notices, self)
        self._dragging = Dragging(store, self)
        self.exports = ChartExport(store, self.files, self.notices, self)
        self.setAcceptDrops(True)
        self._panes = Panes(self._areas, self)
        self.actions_by_name = make_actions(self, self._handlers())
        self._action_states = EnabledActions(
            self.actions_by_name, store, self.search, self.places, self.presentation, self.changes
        )
        self._menus = ContextMenus(self.actions_by_name, store, self._action_states.refresh, self)
        self._build()
        self._wire()

    # Parts

    def _build(self) -> None:
        """Build all parts for the sheet, the language, the theme and the zoom."""
        view = self.store.view
        install_translators(view.language)
        self.setLocale(QLocale())
        translate_actions(self.actions_by_name)
        self.look = Look(self.appearance.theme, self.appearance.zoom, view.language)
        dress(self, self.look)
        self._name()
        self._section_actions.make()
        fill_menus(
            self.menuBar(),
            self.actions_by_name,
            self._section_actions.actions,
            {"recent": self.recent_menu, "bundled": self.bundled_menu},
            self._action_states.refresh,
        )
        self._build_toolbar()
        body = QWidget()
        body.setObjectName("page")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.tabs = TabRow(self.store, self.look)
        self.content = ContentArea(self.store, self._drawer, self.look)
        self._header = Header(self.store, self.look)
        for part in (self._header, self.tabs, self.changing.strip(self.look, body)):
            self._column.addWidget(part)
        self._column.addWidget(self.content, 1)
        self.output.look = self.look
        self.problems.place(self._column, self.content, self.look)
        self.notices.place(self._column, self.content, self.look)
        self.setCentralWidget(body)
        HitList(self.search, self.toolbar.field, body, self.look)
        self.tabs.picked.connect(self._on_picked)
        self.content.clear_search_wanted.connect(self.search.clear)
        self.content.picture_wanted.connect(self.exports.copy_picture)
        self.content.file_wanted.connect(self.exports.ask_to_save)
        self.content.drag_wanted.connect(self._dragging.drag)
        self.content.link_to(self.actions_by_name)
        self.toolbar.tell_keys(self.actions_by_name)
        self.content.show_search(self.search)
        self.actions_by_name["high_contrast"].setChecked(self.appearance.is_high_contrast)
        self.places.content = self._action_states.content = self.content
        self.content.link_followed.connect(self.places.follow)
        self.presentation.panel_wanted.connect(self.content.open_panel)
        self.citations.copied.connect(self.content.panel.show_copied)
        self.presentation.place(self.toolbar, self.content, self.look)
        self.compare.place(self._column, (self._header, self.tabs, self.content), self.look)
        self._fit_header()  # last, since the comparison shows or hides all parts of the page

    def _build_toolbar(self) -> None:
        for old in self.findChildren(MainToolBar):
            if (focused := self.focusWidget()) is not None:
                focused.clearFocus()  # else Qt looks for the next stop, on a page that goes too
            self.removeToolBar(old)
            old.deleteLater()
        self.toolbar = MainToolBar(self.store, self.search, self.look)
        self.toolbar.print_wanted.connect(self.actions_by_name["print"].trigger)
        self.toolbar.theme_wanted.connect(self.appearance.toggle_dark)
        self.toolbar.link_to(self.actions_by_name)
        self.addToolBar(self.toolbar)
        self.toolbar.show()  # not when Qt comes to it: what is not seen cannot have the focus
        self.toolbar.setFocus()  # else Qt would let the reader write into the search unasked

    # Wiring

    def _wire(self) -> None:
        self.files.opened.connect(self._settings.add_recent)
        self.files.opened.connect(self._name)
        for one in (self.importing.made, self.recent_menu.chosen, self.bundled_menu.chosen):
            one.connect(self.open_path)
        self.compare.changed.connect(self.actions_by_name["compare"].setChecked)
        self.compare.changed.connect(self._fit_header)
        self.store.sheet_changed.connect(self._rebuild)
        self.search.changed.connect(self._on_search)
        SearchAnnouncer(self.search, self.store, self)
        self._action_states.refresh()
        self.presentation.source_wanted.connect(self._on_source_wanted)
        self.window_wanted.connect(self.presentation.leave)  # a new one would open below this one
        self.files_dropped.connect(self._on_dropped)
        self.exports.picture_copied.connect(self._on_picture_copied)
        self.store.view_changed.connect(self._on_view_changed)
        self.store.changes_changed.connect(self._on_changes)
        self.appearance.changed.connect(self._rebuild)
        self.notices.left.connect(self._on_banner_left)

    def _areas(self) -> list[QWidget]:
        """Return the parts that can have the focus, and that are rebuilt."""
        page = self.compare.panes or [self.tabs, *self.content.panes]
        return [self.toolbar, *page, self.problems.list]

    def _handlers(self) -> dict[str, Callable[[], object]]:
        handlers: dict[str, Callable[[], object]] = {
            **self._commands.handlers(),
            **self.presentation.handlers(),
            **self._help.handlers(),
            **self.files.handlers(),
            **self.importing.handlers(),
            **self.output.handlers(),
            **self.changing.handlers(),
            **self.citations.handlers(),
            **self.search.handlers(),
            **self.places.handlers(),
            **self._panes.handlers(),
            **self.changes.handlers(),
            **self._editing.handlers(),
            **self.problems.handlers(),
            **self.exports.handlers(self.presentation.chart_at_hand),
            "high_contrast": self.appearance.toggle_contrast,
            "new_window": self._on_new_window,
            "open_in_new_window": self._on_open_in_new_window,
            "close": self.close,
            "quit": QApplication.closeAllWindows,
            "find": self._on_find,
            "deselect": self._on_escape,
            "panel": lambda: self.content.toggle_panel(),
            "show_source": self._on_source_wanted,
        }
        return self.compare.handlers(handlers)

    def prepare(self) -> None:
        """Draw the charts of the page on screen, then make the other pages while idle."""
        self.content.page.prepare()
        self.content.prepare_others()
        self.files.follow()
        self.changing.refresh()
        if self.focusWidget() is self.toolbar:
            give_focus(self.content.page, with_ring=False)  # the keys scroll it from the start

    # What the store says

    def _on_view_changed(self, old: View, new: View) -> None:
        if not new.is_drawn_as(old):
            self._rebuild()
            announce(self, look_change(old, new, self.actions_by_name))
            return
        if (old.section, old.changes) != (new.section, new.changes):
            self.content.show_section(new.section)
        if old.panel != new.panel:
            self.content.arrange_panel()
        if old.tabled != new.tabled:
            self.content.show_tables()
            self.content.show_search(self.search)
        self.toolbar.refresh()
        if (old.selected, old.observation) != (new.selected, new.observation):
            self.content.refresh_selection()
            fact = self.store.seen_fact()
            tells = self.search.is_leading or tells_of_choice(self.focusWidget())
            if fact is not None and not tells:
                announce(self, fact_phrase(fact, self.store))

    def _on_changes(self) -> None:
        if self.store.view.changes:
            self._rebuild()

    def _rebuild(self) -> None:
        """Rebuild the parts; the reader stays at the same place, and so does the focus."""
        share, kept = self.content.page.share, FocusRestorer(self.focusWidget(), self._areas())
        self._build()
        self.content.page.restore_scroll(share)
        kept.restore(self._areas(), self.content.page)
        QTimer.singleShot(0, self, self.prepare)  # cards and words are painted first

    # What the user does

    def _on_picked(self, section_id: str) -> None:
        self.store.look(section=section_id)
        if not self.tabs.bar.hasFocus():  # picked by a click: the keys now belong to the page
            self.content.page.setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_search(self) -> None:
        self.content.show_search(self.search)
        self.toolbar.refresh()

    def _on_find(self) -> None:
        self.presentation.show_bars()
        self.toolbar.start_search()

    def _on_escape(self) -> None:
        if self.content.leave_panel() or (self.problems.has_focus and self.problems.close()):
            return
        if self._panes.is_in_text:
            give_focus(self.content.page, with_ring=False)
        elif self.store.view.search:
            self.search.clear()
        elif self.presentation.escape() or self.compare.escape():
            return
        elif self.toolbar.field.hasFocus():
            give_focus(self.content.page, with_ring=True)
        else:
            view = self.store.view  # back to the latest observation first
            self.store.select(view.selected if view.observation else None)

    def _on_banner_left(self) -> None:
        give_focus(self.content.page, with_ring=True)

    def _fit_header(self) -> None:
        if not self.compare.is_on:
            self._header.fit(self.size())

    def _on_source_wanted(self) -> None:
        self.content.enter_panel()

    def _on_picture_copied(self, chart: Chart) -> None:
        self.content.show_copied(chart)
        announce(self, self.tr("Copied"))

    # What is opened

    def open_path(self, path: Path) -> None:
        """Open a file in this window; of a data file a sheet is made first."""
        if not self.importing.takes(path):
            self.files.open(path)

    def _on_new_window(self) -> None:
        self.window_wanted.emit(None)

    def _on_open_in_new_window(self) -> None:
        if path := self.files.ask_for_file():
            self.window_wanted.emit(path)

    def _on_dropped(self, paths: list[Path]) -> None:
        if not self.compare.take(paths):
            for path in paths[1:]:
                self.window_wanted.emit(path)
            self.open_path(paths[0])

    # Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_built:
            self._fit_header()
            self.problems.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_done = (
            (is_enter and press_focused(self))
            or scroll_by(self.content.page, event)
            or self._menus.show_by_key(event)
        )
        if not is_done:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._menus.show(event, self.content)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_built:
            if not self.notices.unfinished.may_close():
                event.ignore()
                return
            self.presentation.end()
        self.closed.emit()
        super().closeEvent(event)
