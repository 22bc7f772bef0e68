"""The main window: its reaction to the store, to actions and to Qt's events."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from cqviewer.ui.state.appearance import Appearance
from cqviewer.ui.state.focus import (
    give_focus,
    is_enter,
    is_within,
    move_focus,
    press_focused,
    select_at_hand,
)
from cqviewer.ui.state.focus_restorer import FocusRestorer
from cqviewer.ui.state.language import install_translators
from cqviewer.ui.state.scroll_place import scroll_by
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.sight import resize_on_screen
from cqviewer.ui.window.gestures import GestureWindow

if TYPE_CHECKING:
    from cqviewer.ui.window.parts import Parts


class MainWindow(GestureWindow):
    """Shows the store's sheet."""

    closed = Signal()
    window_wanted = Signal(object)
    """Another window is wanted; carries the Path of its file, or None for the same sheet."""

    def __init__(
        self,
        store: Store,
        path: Path | None = None,
        settings: Settings | None = None,
        *,
        is_built: bool = True,
    ) -> None:
        """Create the window for a store whose sheet was read from `path`.

        With `is_built` false its parts are not built until `build` is called.
        """
        super().__init__()
        self.store = store
        self._path = path
        self._settings = settings or Settings()
        self.appearance = Appearance(store, self)
        self.setMinimumSize(760, 560)
        resize_on_screen(self, 1180, 800)
        self.is_built = False
        self._filling = single_shot(self, 0, self.prepare)
        self._name()
        if is_built:
            self.build()

    @property
    def path(self) -> Path | None:
        """Return the path of the sheet's file, if there is one."""
        return self.files.path if self.is_built else self._path

    def _name(self) -> None:
        """Name the window after its sheet and the file that it was read from."""
        names = [self.store.wording.text(self.store.sheet.title), self.path and self.path.name]
        self.setWindowTitle(" – ".join(one for one in (*names, "cqviewer") if one))

    @staticmethod
    def load_parts() -> "type[Parts]":
        """Import the parts of windows, and prepare the application for them; return their class."""
        # Not at the top: importing all parts takes as long as importing Qt. Meanwhile the cached
        # picture of the window is on screen, or the worker reads the sheet.
        from cqviewer.ui.window.parts import Parts

        Parts.prepare()
        return Parts

    def build(self) -> None:
        """Build and connect the parts, unless that is done."""
        if self.is_built:
            return
        parts_type = self.load_parts()
        self.is_built = True
        install_translators(self.store.view.language)
        parts = parts_type(self, self.store, self.appearance, self._settings, self._path)
        self._parts = parts
        self.notices, self.files, self.importing = parts.notices, parts.files, parts.importing
        self.output, self.changing, self.compare = parts.output, parts.changing, parts.compare
        self.recent_menu, self.bundled_menu = parts.recent_menu, parts.bundled_menu
        self.search, self.places, self.changes = parts.search, parts.places, parts.changes
        self.problems, self.exports = parts.problems, parts.exports
        self.presentation, self.editing = parts.presentation, parts.editing
        parts.make_actions(self._handlers())
        self.actions_by_name = parts.actions
        self.setAcceptDrops(True)
        self._build()
        self._hold_focus()
        self._wire()

    def _build(self) -> None:
        """Build all parts that depend on sheet, language, theme or zoom."""
        install_translators(self.store.view.language)
        self.setLocale(QLocale())
        self._name()
        parts = self._parts
        parts.build()
        self.look, self.toolbar, self.tabs = parts.look, parts.toolbar, parts.tabs
        self.content = parts.content

    def _hold_focus(self) -> None:
        """Focus the tool bar where nothing has the focus: Qt would give it to the search."""
        if self.focusWidget() is None:
            self.toolbar.setFocus()

    # Wiring

    def _wire(self) -> None:
        self.files.opened.connect(self._settings.add_recent)
        self.files.opened.connect(self._name)
        for one in (self.importing.made, self.recent_menu.chosen, self.bundled_menu.chosen):
            one.connect(self.open_path)
        self.compare.changed.connect(self.actions_by_name["compare"].setChecked)
        self.compare.changed.connect(self._parts.fit_header)
        self.store.sheet_changed.connect(self._rebuild)
        self.search.changed.connect(self._on_search)
        self._parts.action_states.refresh()
        self.presentation.source_wanted.connect(self._on_source_wanted)
        self.window_wanted.connect(self.presentation.leave)  # which would hide the new window
        self.files_dropped.connect(self._on_dropped)
        self.store.view_changed.connect(self._on_view_changed)
        self.store.changes_changed.connect(self._on_changes)
        self.appearance.changed.connect(self._rebuild)
        self.notices.left.connect(self._on_banner_left)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action of the window itself does, by its name."""
        return {
            "new_window": self._on_new_window,
            "open_in_new_window": self._on_open_in_new_window,
            "close": self.close,
            "quit": QApplication.closeAllWindows,
            "find": self._on_find,
            "panel": self._on_panel,
            "show_source": self._on_source_wanted,
            "show_in_source": self._on_show_in_source,
            "unused": self._on_unused,
        }

    def prepare(self) -> None:
        """Draw the charts of the page on screen, then build the other pages when idle."""
        self.content.page.prepare()
        self.content.prepare_others()
        self.files.follow()
        self.changing.refresh()
        if self.focusWidget() is self.toolbar:
            give_focus(self.content.front, with_ring=False)  # so that keys scroll it from the start

    # Changes of the store

    def _on_view_changed(self, old: View, new: View) -> None:
        was_list, is_list = old.changes == "page", new.changes == "page"
        if is_list and not was_list:
            self._parts.before_changes.keep()
        if not new.is_drawn_as(old):
            self._rebuild()
            if was_list and not is_list and self.focusWidget() is self.content.front:
                self._parts.before_changes.give_back()
            self._parts.announce_look(old, new)
            return
        if (old.section, old.changes) != (new.section, new.changes):
            self.content.show_section(new.section)
            if self.menuBar().hasFocus():  # which would return it to a widget that is hidden now
                give_focus(self.content.front, with_ring=False)
        if old.panel != new.panel:
            self.content.arrange_panel()
        if new.source and not old.source:
            self.content.open_panel()  # in a narrow window it may be closed
        if old.tabled != new.tabled:
            self.content.show_tables()
            self.content.show_search(self.search)
        self.toolbar.refresh()
        if old.is_table != new.is_table:
            self._parts.announce_mode()
        if (old.selected, old.observation) != (new.selected, new.observation):
            self.content.refresh_selection()
            self._parts.announce_selection()

    def _on_changes(self) -> None:
        if self.store.view.changes:
            self._rebuild()

    def _rebuild(self, is_other: bool = False) -> None:
        """Rebuild the parts; scroll position and focus stay.

        With `is_other` the sheet is of another file, which is shown from its top.
        """
        focused = None if self.editing.has_focus else self.focusWidget()
        if is_other and is_within(focused, self.content):
            focused = self.content.front
        share, kept = self.content.page.share, FocusRestorer(focused, self._parts.areas())
        self._build()
        self.content.page.restore_scroll(0.0 if is_other else share)
        kept.restore(self._parts.areas(), self.content.front)
        self.editing.restore_focus()
        self._hold_focus()
        self._filling.start()  # after all posted events, so that cards and texts are painted first

    # Actions

    def _on_search(self) -> None:
        self.content.show_search(self.search)
        self.toolbar.refresh()

    def _on_find(self) -> None:
        if not self.toolbar.field.hasFocus():
            self._parts.before_search.keep()
        self.presentation.show_bars()
        self.toolbar.start_search()

    def _on_banner_left(self) -> None:
        give_focus(self.content.front, with_ring=True)

    def _on_panel(self) -> None:
        if not self.content.is_panel_open:
            select_at_hand(self, self.store)
        self.content.toggle_panel()
        self._parts.announce_panel()

    def _on_source_wanted(self) -> None:
        self.content.enter_panel()

    def _on_show_in_source(self) -> None:
        """Show the selected figure in its source, or stop showing that if it is visible."""
        if self.store.view.source and not self.content.is_panel_open:
            self.content.open_panel()
        else:
            self._parts.sourcing.toggle()

    def _on_unused(self) -> None:
        """Move the focus to the numbers of the source that no figure uses."""
        self.store.look(source="unused", is_panel_open=True)
        self.content.enter_panel()

    # Opening

    def open_path(self, path: Path) -> None:
        """Open a sheet or data file in this window."""
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
            self._parts.fit_header()
            self.problems.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the page; from the window itself Tab would start anywhere."""
        super().focusInEvent(event)
        if self.is_built:
            beside = self.compare.view
            give_focus(beside.table if beside else self.content.front, with_ring=False)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        if not self.is_built:
            return super().focusNextPrevChild(forwards)
        is_moved = move_focus(self, forwards=forwards, is_skipped=self._parts.panes.is_below_form)
        self._parts.uncover_focus()
        return is_moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_done = (
            (is_enter(event) and press_focused(self))
            or scroll_by(self.content.page, event)
            or self._parts.menus.show_by_key(event)
            or self._enter_menus(event)
        )
        if not is_done:
            super().keyPressEvent(event)

    def _enter_menus(self, event: QKeyEvent) -> bool:
        """Open the first menu for F10; return whether that was pressed."""
        if event.key() != Qt.Key.Key_F10 or event.modifiers():
            return False
        self.menuBar().setActiveAction(self.menuBar().actions()[0])
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._parts.menus.show(event, self.content)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_built:
            if not self.notices.unfinished.may_close():
                event.ignore()
                return
            self.presentation.end()
        self.closed.emit()
        super().closeEvent(event)
