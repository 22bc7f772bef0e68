"""The area below the tabs: the section's page at the left, the Source panel at the right."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QToolButton, QWidget

from cqviewer.model.facts import Chart
from cqviewer.search import Hit
from cqviewer.ui.changes.changes_page import ChangesPage
from cqviewer.ui.page.page import PAGE_WIDEST, SectionPage
from cqviewer.ui.panel.grip import Grip
from cqviewer.ui.panel.panel_width import panel_width, set_panel_width
from cqviewer.ui.panel.source_panel import SourcePanel
from cqviewer.ui.search.search import Search
from cqviewer.ui.search.search_empty import EmptySearch
from cqviewer.ui.search.search_mark import HitMark
from cqviewer.ui.search.search_places import place_of
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.focus import (
    give_focus,
    has_focus_within,
    has_ring,
    is_alive,
    is_within,
    let_go,
)
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import quiet_button
from cqviewer.ui.style.heard import tell_focus
from cqviewer.ui.style.look import ANY_SIZE, Look
from cqviewer.ui.style.sight import is_hidden_by
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.style.tooltips import tell_key

COLLAPSED_WIDTH, SCROLL_BAR = 28, 12
MOST_PAGES = 16
"""Most pages that are kept, since each has many widgets and pictures."""
OVERLAY_BELOW = 1000
"""px of the design: width below which the open panel lies over the page, not beside it."""


class ContentArea(QWidget):
    """Holds the pages and the panel, open or collapsed, with a handle between them.

    In a narrow window the open panel lies over the page.
    """

    picture_wanted = Signal(object)
    """Carries the Chart whose picture is to be copied."""
    file_wanted = Signal(object)
    """Carries the Chart that is to be saved."""
    drag_wanted = Signal(object, str)
    """Carries the Chart that is dragged, None for a table of the section, and the table as text."""
    another_edition_wanted = Signal()
    """The user asked for another edition to compare the sheet with."""
    edit_wanted = Signal(object)
    """Carries the card, chart or row of words that is to be edited."""
    link_followed = Signal(str)
    """Carries the id of the figure or goal that a link leads to."""
    prepared = Signal()
    """All pages that are built ahead of being shown have been built."""

    def __init__(self, store: Store, drawer: Drawer, look: Look, size: QSize) -> None:
        """Build the panel and the current section's page; `prepare_others` builds the others.

        `size` is the expected size, so that nothing is laid out twice.
        """
        super().__init__()
        self.resize(size)
        self.setObjectName("page")
        self._store = store
        self._drawer = drawer
        self._look = look
        self._pages: dict[str, SectionPage] = {}
        self._marks: dict[str, HitMark] = {}
        self._empty: EmptySearch | None = None
        self._changes: ChangesPage | None = None
        self._came_from: QWidget | None = None
        self._is_narrow = self._is_overlay_open = self._is_waiting = False
        self._are_others_wanted = self._is_prepared = False
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._prepare_one)
        self._stack = QStackedWidget()
        self.panel = SourcePanel(store, look)
        self.panel.collapse_wanted.connect(self.toggle_panel)
        self.panel.link_followed.connect(self.link_followed)
        self.panel.covered.connect(self._arrange)
        self.strip = self._build_strip()
        """The strip with the button that opens the panel, shown while that is collapsed."""
        self._row = line(self._stack, self.panel, self.strip, of=self)
        self._row.setStretchFactor(self._stack, 1)
        grip = self._grip = Grip(look, self.panel)
        grip.moved.connect(self._on_grip_moved)
        grip.reset.connect(self._on_grip_reset)
        self._arrange()
        self._row.activate()
        self.page = self._page_of(store.view.section)
        """The page of the current section."""
        self._stack.setCurrentWidget(self.front)

    def _build_strip(self) -> QWidget:
        strip = QWidget()
        strip.setObjectName("collapsed")
        strip.setFixedWidth(self._look.px(COLLAPSED_WIDTH))
        name = self.tr("Show the Source panel")
        button = quiet_button(name, "panel-expand", self._look, icon_only=True)
        button.clicked.connect(self.toggle_panel)
        column(button, of=strip, margins=(0, self._look.px(8), 0, 0)).addStretch(1)
        return strip

    def link_to(self, actions: Mapping[str, QAction]) -> None:
        """Connect the panel's buttons to the window's actions, given by name."""
        self.panel.link_to(actions)
        self.another_edition_wanted.connect(actions["compare_edition"].trigger)
        for button in self.strip.findChildren(QToolButton):
            tell_key(button, actions["panel"])

    @property
    def panes(self) -> list[QWidget]:
        """Return the page on screen, the panel, and the strip of the collapsed panel."""
        return [self._stack.currentWidget() or self.page, self.panel, self.strip]

    @property
    def is_panel_open(self) -> bool:
        """Return whether the panel is shown."""
        if self.panel.is_covered:
            return True
        return self._is_overlay_open if self._is_narrow else self._store.view.is_panel_open

    def _page_of(self, section_id: str) -> SectionPage:
        """Return the page of a section; build it, hidden, if there is none."""
        if section_id not in self._pages:
            section = next(one for one in self._store.sheet.sections if one.id == section_id)
            page = SectionPage(section, self._store, self._drawer, self._look, self._stack.size())
            page.kept_free = self._kept_free
            self._stack.addWidget(page)
            page.source_wanted.connect(self.enter_panel)
            page.picture_wanted.connect(self.picture_wanted)
            page.file_wanted.connect(self.file_wanted)
            page.drag_wanted.connect(self.drag_wanted)
            page.link_followed.connect(self.link_followed)
            page.edit_wanted.connect(self.edit_wanted)
            page.drawn.connect(self._on_drawn)
            self._pages[section_id] = page
            if len(self._pages) > MOST_PAGES:
                self._drop(next(one for one in self._pages if self._pages[one] is not self.page))
        self._pages[section_id].show_tables()
        return self._pages[section_id]

    @property
    def front(self) -> SectionPage | ChangesPage:
        """Return the page in front: that of the section, or the list of changes."""
        changes = self._store.shown_changes
        if changes is None or not self._store.is_on_changes:
            return self.page
        if self._changes is None:
            self._changes = ChangesPage(changes, self._store, self._look)
            self._changes.source_wanted.connect(self.enter_panel)
            self._changes.another_wanted.connect(self.another_edition_wanted)
            self._stack.addWidget(self._changes)
        return self._changes

    def show_section(self, section_id: str) -> None:
        """Bring the page of a section to the front."""
        before: QWidget = self._stack.currentWidget() or self
        self.page = self._page_of(section_id)
        shown: QWidget = self._empty or self.front
        is_left = before is not shown and let_go(before)
        self._stack.setCurrentWidget(shown)
        self._mark_words()
        if is_left:
            give_focus(shown, with_ring=False)  # a ring around the whole page would tell nothing
        self._pages[section_id] = self._pages.pop(section_id)  # sorted by when they were last shown
        if self._are_others_wanted and len(self._store.sheet.sections) > MOST_PAGES:
            self.prepare_others()

    def _drop(self, section_id: str) -> None:
        self._marks.pop(section_id, None)
        page = self._pages.pop(section_id)
        self._stack.removeWidget(page)
        page.deleteLater()

    def prepare_others(self) -> None:
        """Once this page is drawn, build and draw the others, one at each idle moment.

        If there are very many, only those near this one.
        """
        self._are_others_wanted = self._is_waiting = True
        self._on_drawn()

    def _on_drawn(self) -> None:
        if self._is_waiting and self.page.is_drawn:
            self._is_waiting = False
            self._idle.start()

    def _prepare_one(self) -> None:
        sections = self._store.sheet.sections
        if len(sections) > MOST_PAGES:
            at, beside = sections.index(self._store.section), MOST_PAGES // 4
            sections = sections[max(0, at - beside) : at + beside + 1]
        for section in sections:
            if section.id not in self._pages:
                page = self._page_of(section.id)
                QTimer.singleShot(0, page, page.prepare)  # later: the window stays responsive
                return
        self._idle.stop()
        self._is_prepared = True
        self.prepared.emit()

    @property
    def is_at_rest(self) -> bool:
        """Return whether all pages are built and drawn, and the panel covers nothing."""
        return self._is_prepared and self.page.is_drawn and not self._is_overlay_open

    def show_tables(self) -> None:
        """Show figures as tables or as cards and charts, as the view says."""
        self._page_of(self._store.view.section)  # the others are updated when they are shown

    def show_copied(self, chart: Chart) -> None:
        """Show on a chart's button that its picture was copied."""
        for page in self._pages.values():
            for card in page.chart_cards:
                if card.chart.id == chart.id:
                    card.buttons.copied.show()

    def show_search(self, search: Search) -> None:
        """Mark the current hit, or show that nothing was found."""
        self._show_empty(search)
        hit = search.current
        self._mark_words()
        for section, mark in self._marks.items():
            if hit is None or section != hit.section:
                mark.take_away()
        if hit is not None:
            self._mark(hit)

    def _mark_words(self) -> None:
        """Highlight the words of the search on the page and in the panel."""
        query = self._store.view.search.strip()
        self.page.mark(query)
        for block in self.panel.findChildren(TextBlock):
            block.mark(query)

    def _mark(self, hit: Hit) -> None:
        page = self._page_of(hit.section)
        if hit.section not in self._marks:
            self._marks[hit.section] = HitMark(page, self._look)
        found = place_of(page, hit, self._store.view.selected)
        if found is None:
            self._marks[hit.section].take_away()
        else:
            self._marks[hit.section].put(*found)

    def _show_empty(self, search: Search) -> None:
        if search.is_empty and self._empty is None:
            self._empty = EmptySearch(self._look)
            self._stack.addWidget(self._empty)
            self._empty.clear.clicked.connect(search.clear)
        elif not search.is_empty and self._empty is not None:
            empty, self._empty = self._empty, None
            self._stack.removeWidget(empty)
            empty.deleteLater()
        elif not search.is_empty:
            return
        if self._empty is not None:
            self._empty.set_text(search.text)
        self.show_section(self._store.view.section)

    def refresh_selection(self) -> None:
        """Show the new selection in the panel and in all pages."""
        self._follow_selection()
        self.panel.refresh()
        self._mark_words()
        for page in self._pages.values():
            page.on_selection()
        if self._changes is not None:
            self._changes.on_selection()

    def _follow_selection(self) -> None:
        """In a narrow window, show the panel over the page while something is selected.

        But not if the reader has collapsed it, if it would cover more than half of the page, or if
        it would hide the focused widget.
        """
        if not self._is_narrow or not self._store.view.is_panel_open or self.panel.is_covered:
            return
        focused, is_hidden = QApplication.focusWidget(), False
        is_selected = self._store.view.selected is not None
        is_used = is_within(focused, self.panel) or self.panel.underMouse()
        if is_selected and self.panel.isVisible() and is_used:
            return  # a link of the panel was followed
        if focused is not None and self.isAncestorOf(focused) and not focused.underMouse():
            is_hidden = is_hidden_by(focused, self.panel)
        has_room = 2 * self.panel.width() <= self.width()
        self._is_overlay_open = is_selected and has_room and not is_hidden
        self._arrange()

    def enter_panel(self) -> None:
        """Open the panel and move the focus into it."""
        came_from = QApplication.focusWidget()
        self.open_panel()
        if self.panel.take_focus():
            self._came_from = came_from

    def leave_panel(self) -> bool:
        """Move the focus out of the panel or its grip to the page; return whether it has moved.

        If an observation is selected and nothing led into the panel, the focus stays: Esc first
        goes back to the latest one.
        """
        focused = QApplication.focusWidget()
        origin, self._came_from = self._came_from, None
        is_here = focused is self._grip or has_focus_within(self.panel)
        if not is_here or (not is_alive(origin) and self._store.view.observation):
            return False
        target = origin if is_alive(origin) else self.front
        target.setFocus(Qt.FocusReason.BacktabFocusReason)
        tell_focus(target)  # of a chart: its mark
        return True

    def toggle_panel(self) -> None:
        """Open the panel, or collapse it to a strip."""
        self.open_panel(is_open=not self.is_panel_open)

    @Slot()
    def open_panel(self, *, is_open: bool = True) -> None:
        """Open or collapse the panel; the focus moves from its button to that of the other."""
        if self.panel.is_covered:
            if not is_open:
                self.panel.form_left.emit()
            return
        if self._is_narrow:
            self._is_overlay_open = is_open
            self.arrange_panel()
        else:
            self._store.look(is_panel_open=is_open)

    def arrange_panel(self) -> None:
        """Show the panel or the strip, as the view says; the focus moves from one to the other."""
        focused = QApplication.focusWidget()
        self._arrange()
        is_open = self.is_panel_open
        gone, shown = (self.strip, self.panel) if is_open else (self.panel, self.strip)
        if focused is not None and is_within(focused, gone):
            give_focus(shown.findChild(QToolButton) or self.page, with_ring=has_ring(focused))

    def _on_grip_moved(self, by: int) -> None:
        self._set_width(self.panel.width() + by)

    def _on_grip_reset(self) -> None:
        usual = View()
        has_source = bool(self._store.view.source)
        self._set_width(self._look.px(usual.source_width if has_source else usual.panel_width))

    def widen_panel(self, by: int) -> None:
        """Widen the panel by px of the design; negative ones narrow it."""
        view, look = self._store.view, self._look
        width = self.panel.width() if view.source else look.px(view.panel_width)
        self._set_width(width + look.px(by))

    def _set_width(self, px: int) -> None:
        set_panel_width(self._store, self._look, px, self.width(), is_narrow=self._is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        was_narrow, self._is_narrow = self._is_narrow, self.width() < self._look.px(OVERLAY_BELOW)
        self._arrange()
        if self._is_narrow and not was_narrow:
            self._follow_selection()

    def _arrange(self) -> None:
        """Place the panel beside or over the page, or show the strip instead."""
        is_open, is_narrow = self.is_panel_open, self._is_narrow
        width = panel_width(self._store, self._look, self.width(), is_narrow=is_narrow)
        width = max(width, min(self.width(), self.panel.least_width))
        self._kept_free = self._look.px(COLLAPSED_WIDTH) if is_narrow and is_open else 0
        for page in self._pages.values():  # without the strip they are wider, their content not
            page.kept_free = self._kept_free
        self.strip.setVisible(not is_open)
        is_beside = is_open and not is_narrow
        self._stack.setMaximumWidth(self._look.px(PAGE_WIDEST) if is_beside else ANY_SIZE)
        self.panel.setFixedWidth(width)
        row = self._row
        if is_narrow:
            row.removeWidget(self.panel)
            left, bar = self.width() - width, self._look.px(SCROLL_BAR)  # which stays visible
            self.panel.setGeometry(left - bar * (left > bar), 0, width, self.height())
            self.panel.raise_()
        else:
            if row.indexOf(self.panel) < 0:
                row.insertWidget(1, self.panel)
            row.activate()  # at once: Qt did the layout before the resize event
        self.panel.setVisible(is_open)
