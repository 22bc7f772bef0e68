"""All parts of a window, and how they are connected.

A later start shows its cached picture before this module is imported.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from cqviewer.model.facts import Chart, Sheet
from cqviewer.model.text import Language
from cqviewer.ui.changes.changing import Changing
from cqviewer.ui.compare.comparing import Comparing
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.editing.editing import Editing
from cqviewer.ui.importing.importing import Importing
from cqviewer.ui.output.chart_export import ChartExport
from cqviewer.ui.output.dragging import Dragging
from cqviewer.ui.output.output import Output
from cqviewer.ui.page.chart_view import ChartView
from cqviewer.ui.panel.citing import Citations, fact_phrase
from cqviewer.ui.present.presentation import Presentation
from cqviewer.ui.problems.problems import Problems
from cqviewer.ui.search.announcer import SearchAnnouncer
from cqviewer.ui.search.hit_list import HitList
from cqviewer.ui.search.search import Search
from cqviewer.ui.source.source_view import place_source
from cqviewer.ui.source.sourcing import Sourcing
from cqviewer.ui.state.announcing import announce, look_change
from cqviewer.ui.state.appearance import Appearance
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.focus import give_focus, is_within, last_focus, on_no_figure, select_at_hand
from cqviewer.ui.state.focus_restorer import FocusKeeper
from cqviewer.ui.state.notices import Notices
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.boxes import column
from cqviewer.ui.style.heard import tells_of_choice
from cqviewer.ui.style.look import Look, families_of
from cqviewer.ui.style.sight import is_hidden_by
from cqviewer.ui.style.style import DressedWindow
from cqviewer.ui.style.tooltips import put_away_tooltip
from cqviewer.ui.window.actions import fill_menus, make_actions, translate_actions
from cqviewer.ui.window.content_area import ContentArea
from cqviewer.ui.window.context_menus import ContextMenus
from cqviewer.ui.window.dialogs import Help
from cqviewer.ui.window.enabled_actions import EnabledActions
from cqviewer.ui.window.file_menus import BundledMenu, RecentMenu, offer_files
from cqviewer.ui.window.head import Header, TabRow
from cqviewer.ui.window.panes import Panes
from cqviewer.ui.window.places import VisitedPlaces
from cqviewer.ui.window.ready import prepare_application
from cqviewer.ui.window.section_actions import SectionActions
from cqviewer.ui.window.toolbar import MainToolBar
from cqviewer.ui.window.view_commands import ViewCommands

Handlers = dict[str, Callable[[], object]]
OF_FIGURES = (
    *("copy_value", "copy", "copy_apa", "copy_bibtex"),
    *("show_source", "show_in_source", "open_source", "edit_part"),
)
"""The names of actions that apply to one figure: the focused one, or else the selected one."""
PANEL_STEP = 40
"""px of the design by which a key changes the width of the Source panel."""


class Parts(QObject):
    """Makes the parts of a window: the lasting ones, and those that `build` makes again."""

    prepare = staticmethod(prepare_application)
    """Prepares the application for the first of them."""
    toolbar: MainToolBar
    content: ContentArea

    def __init__(
        self,
        window: DressedWindow,
        store: Store,
        appearance: Appearance,
        settings: Settings,
        path: Path | None,
    ) -> None:
        """Make the lasting parts; the sheet was read from `path`."""
        super().__init__(window)
        self._window = window
        self._stage = QWidget()
        column(of=self._stage)
        self._body: QWidget | None = None
        self._made_for: tuple[object, ...] = ()
        self._named: tuple[Sheet | None, Language] = None, "en"
        window.setCentralWidget(self._stage)
        self._store = store
        self._appearance = appearance
        self.notices = Notices(window)
        self.files = Files(store, self.notices, window, path)
        self.output = Output(store, self.files, self.notices, window)
        self.changing = Changing(store, self.files, self.notices, settings, window)
        self.recent_menu = RecentMenu(settings, window.menuBar())
        self.bundled_menu = BundledMenu(store, window.menuBar())
        self.compare = Comparing(store, self.files, self.notices, self.output, window)
        offer_files(self.compare, self.recent_menu, BundledMenu(store, self.recent_menu), settings)
        self._commands = ViewCommands(store)
        self._help = Help(window, store)
        self.search = Search(store)
        self.places = VisitedPlaces(store, self.search, window)
        self.compare.fact_wanted.connect(self.places.follow)
        self.changes = Changes(store, self.files, self.notices, window)
        self.importing = Importing(store, self.files, settings, self.notices, window)
        self.importing.changes = self.changes
        self.editing = Editing(store, self.changes, window)
        self.editing.page_wanted.connect(self.places.enter_selected)
        self.sourcing = Sourcing(store, self.files, self.changes, window)
        self.sourcing.figure_wanted.connect(self.editing.add_figure)
        self.problems = Problems(store, self.files, self.changes, self.places.follow, window)
        self.problems.went.connect(self.editing.follow)
        self.problems.covered.connect(self.notices.leave_to_list)
        self.problems.covered.connect(self.fit_header)
        self._drawer = Drawer(window)
        self.presentation = Presentation(window, store, self._drawer, appearance)
        self._section_actions = SectionActions(store, window)
        self._section_actions.went.connect(self._enter_page)
        self.citations = Citations(store, self.notices, window)
        self._dragging = Dragging(store, window)
        self.exports = ChartExport(store, self.files, self.notices, window)
        self.exports.picture_copied.connect(self._on_picture_copied)
        self.panes = Panes(self._stops, window)
        SearchAnnouncer(self.search, store, window)
        self.before_search, self.before_changes = self._keeper(), self._keeper()
        self.compare.keeper, self.presentation.keeper = self._keeper(), self._keeper()

    def make_actions(self, of_window: Handlers) -> None:
        """Make the actions; `of_window` holds the handlers of the window itself, by name."""
        handlers = {**self._handlers(), **of_window}
        for name in OF_FIGURES:
            handlers[name] = partial(self._on_figure, name, handlers[name])
        for name in ("next_tab", "previous_tab"):
            handlers[name] = partial(self._go, handlers[name])
        handlers = self.compare.handlers(handlers)
        store, window = self._store, self._window
        self.actions = make_actions(window, handlers)
        self.action_states = EnabledActions(
            self.actions, store, self.search, self.places, self.presentation, self.changes, window
        )
        self.menus = ContextMenus(self.actions, store, self.action_states.refresh, window)

    def _on_figure(self, name: str, handler: Callable[[], object]) -> None:
        """Call a handler for the focused figure, or else for the selected one.

        If the focus is on a chart but on none of its marks, only the chart can be copied or edited.
        """
        around = on_no_figure(self._window)
        is_closed = name == "show_in_source" and self._store.view.source
        if around is None or is_closed or name == "edit_part":
            select_at_hand(self._window, self._store)
            handler()
        elif name == "copy_value" and isinstance(around, ChartView):
            self.exports.copy_picture(around.chart)

    def _go(self, handler: Callable[[], object]) -> None:
        handler()
        self._enter_page()

    def _enter_page(self) -> None:
        """Focus the page in front, unless the tabs or the form have the focus."""
        if not (self.tabs.bar.hasFocus() or self.editing.has_focus):
            give_focus(self.content.front, with_ring=False)

    def _escape(self) -> None:
        """Do the one thing that Esc does in the present state."""
        before, content, store = self.before_search, self.content, self._store
        if put_away_tooltip() or self.editing.escape() or content.leave_panel():
            return
        if self.problems.has_focus and self.problems.close():
            return
        if self.panes.is_in_text:
            give_focus(content.front, with_ring=False)
        elif self._window.menuBar().hasFocus():  # the widget that had the focus before is gone
            give_focus(content.front, with_ring=True)
        elif store.view.search:
            self.search.clear()
        elif self.presentation.escape() or self.compare.escape():
            return
        elif self.toolbar.field.hasFocus():
            found = before.led_to
            before.give_back(with_ring=True)
            if found is not None:
                self.places.enter(found)  # so that keys apply to the figure that is shown
        else:  # first back to the latest observation
            store.select(store.view.selected if store.view.observation else None)

    def uncover_focus(self) -> None:
        """Collapse the panel if it hides the focused widget."""
        focused, panel = last_focus(self._window), self.content.panel
        if focused is None or panel.is_covered or not panel.isVisible():
            return
        if is_within(focused, self.content.front) and is_hidden_by(focused, panel):
            self.content.open_panel(is_open=False)

    def _handlers(self) -> Handlers:
        return {
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
            **self.panes.handlers(),
            **self.changes.handlers(),
            **self.editing.handlers(),
            **self.sourcing.handlers(),
            **self.problems.handlers(),
            **self.exports.handlers(self.presentation.chart_at_hand),
            "high_contrast": self._appearance.toggle_contrast,
            "deselect": self._escape,
            "panel_wider": partial(self._widen_panel, PANEL_STEP),
            "panel_narrower": partial(self._widen_panel, -PANEL_STEP),
        }

    def _widen_panel(self, by: int) -> None:
        (self.compare.view or self.content).widen_panel(by)

    def areas(self) -> list[QWidget]:
        """Return the rebuilt parts that can have the focus."""
        return [self.toolbar, *(self.compare.panes or self._page), self.problems.list]

    @property
    def _page(self) -> list[QWidget]:
        return [self.tabs, *self.content.panes]

    def _keeper(self) -> FocusKeeper:
        """Return a keeper of the focus on the page while another view is shown."""
        return FocusKeeper(
            self._store,
            lambda: [self.toolbar, *self._page, self.problems.list],
            lambda: self.content.front,
        )

    def _stops(self) -> list[QWidget]:
        """Return the panes for F6: the areas, with a banner right after the page."""
        (toolbar, tabs, page, *others), banner = self.areas(), self.notices.banner
        return [toolbar, tabs, page, *([] if banner is None else [banner]), *others]

    def build(self) -> None:
        """Build what the window shows, for the sheet, the language, the theme and the zoom."""
        appearance, window = self._appearance, self._window
        self.editing.detach()
        if (focused := window.focusWidget()) is not None:
            focused.clearFocus()  # else Qt looks for a stop among parts that go too
        self._name_actions()
        self.look = Look(appearance.theme, appearance.zoom, self._store.view.language)
        window.dress(self.look)
        before, language = self._made_for, self.look.language
        self._made_for = (self.look.zoom, language, *families_of(language))
        if before != self._made_for:
            self._build_toolbar()
        else:  # only the theme or the sheet has changed
            self.toolbar.wear(self.look, window.sheet)
        self._build_body()
        self._link()

    def _name_actions(self) -> None:
        """Name the actions and fill the menus, if the sheet or the language has changed."""
        named, self._named = self._named, (self._store.sheet, self._store.view.language)
        if named[0] is self._store.sheet and named[1] == self._store.view.language:
            return
        translate_actions(self.actions)
        self._section_actions.make()
        fill_menus(
            self._window.menuBar(),
            self.actions,
            self._section_actions.actions,
            {"recent": self.recent_menu, "bundled": self.bundled_menu},
            self.action_states.refresh,
        )

    def _build_toolbar(self) -> None:
        window = self._window
        if hasattr(self, "toolbar"):  # not the first time
            window.removeToolBar(self.toolbar)
            _part_with(self.toolbar)
        self.toolbar = MainToolBar(self._store, self.search, self.look)
        self.toolbar.setStyleSheet(window.sheet)
        self.toolbar.theme.clicked.connect(self._appearance.toggle_dark)
        self.toolbar.link_to(self.actions)
        window.addToolBar(self.toolbar)
        self.toolbar.show()  # now, since a hidden widget cannot have the focus

    def _build_body(self) -> None:
        """Build the parts below the tool bar: header, tabs, changes, page, problems, notices."""
        size = self._window.size()  # an estimate for the first page
        if self._body is not None:
            size = self.content.size()
            _part_with(self._body)
        body = self._body = QWidget(self._stage)
        body.setObjectName("page")
        body.setStyleSheet(self._window.sheet)
        self.tabs = TabRow(self._store, self.look)
        self.content = ContentArea(self._store, self._drawer, self.look, size)
        self.header = Header(self._store, self.look)
        strip = self.changing.strip(self.look, body)
        layout = column(self.header, self.tabs, strip, self.content, of=body)
        layout.setStretchFactor(self.content, 1)
        self.problems.place(layout, (self.tabs, self.content), self.look)
        self.notices.place(layout, self.content, self.look)
        stage = self._stage.layout()
        assert stage is not None
        stage.addWidget(body)
        HitList(self.search, self.toolbar.field, body, self.look)
        self.presentation.place(self.toolbar, self.content, self.look)
        self.compare.place(layout, (self.header, self.tabs, self.content), self.look)
        self.problems.fit()  # last, since the comparison shows or hides the page
        self.fit_header()
        body.show()  # now: Qt itself would do it only when idle

    def _link(self) -> None:
        """Connect the rebuilt parts to the lasting ones."""
        content = self.content
        self.output.dress(self.look)
        self.tabs.picked.connect(self._on_picked)
        content.picture_wanted.connect(self.exports.copy_picture)
        content.file_wanted.connect(self.exports.ask_to_save)
        content.drag_wanted.connect(self._dragging.drag)
        content.link_to(self.actions)
        place_source(self.sourcing, content.panel, self.actions, self.look)
        content.show_search(self.search)
        self.actions["high_contrast"].setChecked(self._appearance.is_high_contrast)
        self.places.content = self.action_states.content = self.panes.content = content
        content.link_followed.connect(self.places.follow)
        content.panel.form_left.connect(self.editing.close)
        content.panel.covered.connect(self._on_covered)
        content.edit_wanted.connect(self.editing.edit_part)
        self.editing.place(content.panel.cover, self.look)
        self.presentation.panel_wanted.connect(content.open_panel)
        self.citations.copied.connect(content.panel.show_copied)

    def _on_covered(self) -> None:
        is_edited = self.content.panel.is_covered
        self.tabs.tell_edited(self.changes.file_name if is_edited else "")
        self.fit_header()

    def fit_header(self) -> None:
        """Show header and tabs if the window has room for them.

        A form that covers the whole page of a low window also takes the place of the tabs.
        """
        if self.compare.is_on:
            return
        size = self._window.size()
        self.header.fit(size)
        if not self.content.isHidden():  # it is hidden while the list of problems is shown alone
            is_over = self.content.panel.least_width >= size.width()
            self.tabs.setVisible(not (is_over and self.header.isHidden()))

    def announce_look(self, old: View, new: View) -> None:
        """Announce a change of theme, contrast, zoom or language."""
        announce(self._window, look_change(old, new, self.actions))

    def announce_mode(self) -> None:
        """Announce that charts or a table are shown, unless the button for that has the focus."""
        button = self.toolbar.table if self._store.view.is_table else self.toolbar.charts
        if not button.hasFocus():
            announce(self._window, button.accessibleName())

    def announce_panel(self) -> None:
        """Announce whether the Source panel is shown."""
        is_open = self.content.is_panel_open
        text = self.tr("Source panel shown") if is_open else self.tr("Source panel hidden")
        announce(self._window, text)

    def announce_selection(self) -> None:
        """Announce the selection, unless the search or the focused widget does so."""
        fact = self._store.seen_fact()
        focused = QApplication.focusWidget() or self._window.focusWidget()
        tells = self.search.is_leading or tells_of_choice(focused)
        if fact is not None and not tells:
            announce(self._window, fact_phrase(fact, self._store))

    def _on_picture_copied(self, chart: Chart) -> None:
        self.content.show_copied(chart)
        announce(self._window, self.tr("Copied"))

    def _on_picked(self, section_id: str) -> None:
        self._store.look(section=section_id)
        if not self.tabs.bar.hasFocus():  # picked by a click: keys then should scroll the page
            self.content.page.setFocus(Qt.FocusReason.MouseFocusReason)


def _part_with(part: QWidget) -> None:
    """Hide a part that is replaced, and delete it when idle, after the new part is painted."""
    part.hide()
    QTimer.singleShot(0, part, part.deleteLater)
