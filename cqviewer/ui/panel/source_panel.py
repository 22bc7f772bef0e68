"""The Source panel: where the selected figure or goal comes from, and buttons to copy it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from cqviewer.model.citing import address_of, sources_of
from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.target import Goal
from cqviewer.ui.page.card import source_of
from cqviewer.ui.page.links import INSET, Link, add_in_line
from cqviewer.ui.page.rows import goal_word
from cqviewer.ui.panel.captions import caption_of, what_is_copied
from cqviewer.ui.panel.changed import ChangedValue
from cqviewer.ui.panel.citing import fact_phrase
from cqviewer.ui.panel.observations import ObservationList
from cqviewer.ui.panel.origin_tag import OriginTag
from cqviewer.ui.panel.panel_facts import PanelFacts
from cqviewer.ui.panel.panel_scroll import SIDE, PanelScroll, right_margin
from cqviewer.ui.panel.panel_value import PanelValue
from cqviewer.ui.state.announcing import CopiedText
from cqviewer.ui.state.focus import give_focus, has_focus_within, last_focus, let_go, tab_stops
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.style.boxes import column, line
from cqviewer.ui.style.buttons import attach_menu, menu_button, primary_button, quiet_button
from cqviewer.ui.style.heard import Heard, tell_name
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.style.text_block import TextBlock, own_words
from cqviewer.ui.style.tooltips import plain_tooltip, tell_key

_FOOT_SHARE = 1 / 3  # of the panel's height: a higher foot is not pinned
_FORM_WIDTH = 380  # px of the design
_LOW = 260  # px of the design of a panel that leaves its height to the source itself


class Held(NamedTuple):
    """The view of the source itself, to be shown in the panel."""

    view: QWidget
    take_focus: Callable[[], bool]
    """Focuses what the view shows; returns whether there is anything."""
    corner: QLayout
    """The layout into which the button that hides a low panel is moved."""


class SourcePanel(QFrame):
    """The facts of the selection, and below them a button that copies it, pinned if possible."""

    _open_source = Signal()
    _show_in_source = Signal()
    collapse_wanted = Signal()
    covered = Signal()
    """A form covers the panel now, or no longer."""
    form_left = Signal()
    """The user collapsed the panel while a form covered it."""
    link_followed = Signal(str)
    """Carries the id of the figure or goal that a link leads to."""

    def __init__(self, store: Store, look: Look) -> None:
        """Show the store's selected figure or goal."""
        super().__init__()
        self.setObjectName("panel")
        self.setLocale(QLocale(store.view.language))  # in which the sheet's texts are read out
        self._store = store
        self._look = look
        self._outer = column(of=self)
        self._form: QWidget | None = None
        self._outer.addLayout(self._head())
        self._scroll = PanelScroll(look)
        self._outer.addWidget(self._scroll, 1)
        self._foot = QWidget()
        self._foot.setObjectName("panelFoot")
        self._outer.addWidget(self._foot)
        self._choose = single_shot(self, 0, self._on_choose)
        self._chosen: Period | None = None
        self._held: Held | None = None
        self._build_held: Callable[[], Held] | None = None
        self._build_foot()
        self.refresh()
        store.view_changed.connect(self.show_source)

    def hold(self, build: Callable[[], Held]) -> None:
        """Show the source itself above the facts or in their place, as the view says.

        Its view is built when it is first shown.
        """
        self._build_held = build
        self.show_source()

    def show_source(self) -> None:
        """Show the facts or the source itself, unless a form covers them.

        A low panel shows the source without title and foot.
        """
        tab, is_covered = self._store.view.source, self.is_covered
        if tab and self._held is None and self._build_held is not None:
            self._held = self._build_held()
            self._outer.insertWidget(1, self._held.view, 1)
        held = self._held
        has_facts = tab in ("", "facts")
        is_low = bool(tab) and self.height() < self._look.px(_LOW)
        row = held.corner if is_low and held is not None else self._head_row
        if row.indexOf(self._close) < 0:
            row.addWidget(self._close)
        hidden: dict[QWidget, bool] = {
            self._title: is_covered or is_low,
            self._close: is_covered,
            self._scroll: is_covered or not has_facts,
            self._foot: is_covered or tab == "unused" or (is_low and not has_facts),
        }
        if held is not None:
            hidden[held.view] = is_covered or not tab
        had_focus = let_go(*(part for part, is_hidden in hidden.items() if is_hidden))
        for part, is_hidden in hidden.items():
            part.setHidden(is_hidden)
        self._place_foot()
        if had_focus and not is_covered:
            if has_facts or held is None:
                self.take_focus()
            else:
                give_focus(held.view, with_ring=True)

    def heard(self) -> Heard:
        """Return a group named by the selected fact, and described by its source."""
        fact, name = self._store.seen_fact(), self.tr("Source")
        if self._form is not None:
            return Heard("Grouping", self.tr("Edit"))
        if fact is None:
            return Heard("Grouping", name)
        said = f"{name}: {fact_phrase(fact, self._store)}"
        return Heard(
            "Grouping", said, partial(source_of, fact.id, self._store, self._store.view.observation)
        )

    def _head(self) -> QBoxLayout:
        look = self._look
        self._head_margins = (look.px(SIDE), look.px(10), look.px(10), look.px(4))
        head = self._head_row = line(margins=self._head_margins)
        title = own_words(self.tr("Source"), look, "statement", weight="bold")
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._title = title
        self._close = quiet_button(
            self.tr("Hide the Source panel"), "panel-collapse", look, icon_only=True
        )
        self._close.clicked.connect(self.collapse_wanted)
        head.addWidget(self._close)
        return head

    def cover(self, form: QWidget | None) -> None:
        """Show a form in place of everything else; None removes it."""
        if self._form is not None and self._form is not form:
            self._outer.removeWidget(self._form)
        self._form = form
        self.show_source()
        if form is not None:
            self._head_row.setContentsMargins(0, 0, 0, 0)
            self._outer.addWidget(form, 1)
            form.show()
        else:
            self._head_row.setContentsMargins(*self._head_margins)
        tell_name(self)
        self.covered.emit()

    @property
    def is_covered(self) -> bool:
        """Return whether a form is shown in place of the selection."""
        return self._form is not None

    @property
    def least_width(self) -> int:
        """Return the px that the panel needs for a form; 0 without one."""
        return self._look.px(_FORM_WIDTH) if self.is_covered else 0

    def link_to(self, actions: Mapping[str, QAction]) -> None:
        """Connect the buttons to the window's actions, given by name."""
        self._copy.clicked.connect(actions["copy"].trigger)
        menu = QMenu(self._styles)
        for name in ("copy", "copy_apa", "copy_bibtex"):
            menu.addAction(actions[name])
        attach_menu(self._styles, menu)
        self._open_source.connect(actions["open_source"].trigger)
        self._show_in_source.connect(actions["show_in_source"].trigger)
        tell_key(self._copy, actions["copy"])
        tell_key(self._close, actions["panel"])

    def _build_foot(self) -> None:
        look = self._look
        self._copy = primary_button(self.tr("Copy with citation"), "copy", look)
        self._copied = CopiedText(self._copy)
        self._copy.setFixedHeight(look.px(34))
        self._styles = menu_button(self.tr("Choose how to copy the citation"), "down", look)
        self._styles.setFixedHeight(look.px(34))
        for one in (self._copy, self._styles):
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a click leaves the page's figure
        self._copies = own_words("", look, "caption", "ink3")
        row = line(self._copy, self._styles, gap=look.px(4))
        row.setStretchFactor(self._copy, 1)
        self._foot_layout = column(row, self._copies, of=self._foot, gap=look.px(6))
        self._place_foot()

    def _place_foot(self) -> None:
        """Pin the foot below the rows, or let it scroll with them if it would take their room.

        With large type in a low window it would leave no room for them.
        """
        look, body, width = self._look, self._scroll.widget(), self.width()
        side, upright, right = look.px(SIDE), look.px(14), right_margin(look, width)
        self._foot_layout.setContentsMargins(side, upright, right, upright)
        high = self._foot_layout.totalHeightForWidth(width)
        rows = body.layout() if body is not None else None
        is_pinned = high <= self.height() * _FOOT_SHARE or self._scroll.isHidden()
        if is_pinned or not isinstance(rows, QBoxLayout):
            self._outer.addWidget(self._foot)
        else:
            self._foot_layout.setContentsMargins(look.px(INSET), upright, 0, 0)
            rows.insertWidget(rows.count() - 1, self._foot)  # before the stretch

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_source()

    def refresh(self) -> None:
        """Show the present selection; the focus stays within the panel."""
        had_focus = has_focus_within(self._scroll)
        was_in_list = had_focus and isinstance(QApplication.focusWidget(), ObservationList)
        self._show_selected()
        tell_name(self)
        seen = self._scroll.findChild(ObservationList)
        if was_in_list and seen is not None:
            seen.setFocus(Qt.FocusReason.TabFocusReason)
            QTimer.singleShot(0, seen, partial(bring_into_sight, seen))
        elif had_focus:
            self.take_focus()

    @Slot(object)  # without it the first connection would give the panel another class in Qt
    def _on_chosen(self, period: Period) -> None:
        self._chosen = period
        self._choose.start()  # not at once: the list that will be replaced is handling an event

    def _on_choose(self) -> None:
        self._store.look(observation=self._chosen)

    def take_focus(self) -> bool:
        """Focus the form, the source itself, a link or the button; return whether there is any."""
        if self._form is not None:
            stops = tab_stops(self._form)
            give_focus(last_focus(self._form) or stops[0], with_ring=True)
            return True
        is_held = self._held is not None and self._held.take_focus()
        links = self._scroll.findChildren(QPushButton)
        first = next((one for one in [*links, self._copy] if one.isEnabled()), None)
        if not is_held and first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        found = last_focus(self) if is_held else first
        if found is not None:  # after the layout: it may be outside the visible part
            QTimer.singleShot(0, found, partial(bring_into_sight, found))
        return is_held or first is not None

    def _show_selected(self) -> None:
        look = self._look
        body = QWidget()
        body.setObjectName("panelBody")
        left = look.px(SIDE) - look.px(INSET)
        margins = (left, look.px(8), self._scroll.margin, look.px(16))
        layout = column(of=body, margins=margins)
        fact = self._store.selected_fact()
        self._copy.setEnabled(fact is not None)
        self._styles.setEnabled(fact is not None)
        self._copies.setHidden(fact is None)
        is_change = self._store.revision is not None
        text = self.tr("Copy the change") if is_change else self.tr("Copy with citation")
        self._copied.end()
        self._copy.setText(text)
        self._copy.setAccessibleName(text)
        if fact is None:
            text = self.tr("Select a figure to see where it comes from.")
            add_in_line(layout, own_words(text, look, "body", "ink2"), look)
        else:
            facts = PanelFacts(self._store, look, self._links_to_source(fact))
            if isinstance(fact, Indicator):
                self._add_figure(layout, fact)
                rows = facts.rows_of_figure(fact)
            else:
                self._add_goal(layout, fact)
                rows = facts.rows_of_goal(fact)
            for row in rows:
                layout.addWidget(row)
                for link in row.findChildren(Link):
                    link.followed.connect(self.link_followed)
                for seen in row.findChildren(ObservationList):
                    seen.chosen.connect(self._on_chosen)
        layout.addStretch(1)
        self._outer.addWidget(self._foot)  # out of the rows, which are replaced now
        self._scroll.setWidget(body)
        self._place_foot()

    def _links_to_source(self, fact: Indicator | Goal) -> list[Link]:
        """Return links into the source, if it has evidence, and to its address."""
        links, sheet = [], self._store.sheet
        if any(source.evidence for source, _ in sources_of(fact, sheet)):
            links.append(Link(self.tr("Show in the source"), self._look))
            links[0].clicked.connect(self._show_in_source)
        if address := address_of(fact, sheet):
            link = Link(self.tr("Open the source"), self._look)
            link.setToolTip(plain_tooltip(address))
            link.setAccessibleDescription(address)
            link.clicked.connect(self._open_source)
            links.append(link)
        for link in links:
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a click leaves the page's figure
        return links

    def _add_figure(self, layout: QBoxLayout, one: Indicator) -> None:
        """Add the head above the rows of a figure."""
        look, wording, store = self._look, self._store.wording, self._store
        caption, change = caption_of(one, store), store.revision
        one = one.seen_at(store.view.observation)
        tag = OriginTag(wording.origin(one.latest, long=True), look, one.latest.status)
        value: QWidget = PanelValue(one, store, look)
        if change:
            value = ChangedValue(change, value, wording, look)
        self._add_head(layout, caption, wording.name(one), value, tag)
        self._copies.setText(what_is_copied(one, store))

    def _add_goal(self, layout: QBoxLayout, goal: Goal) -> None:
        """Add the head above the rows of a goal."""
        one = goal_word(self._store)
        tag = OriginTag(self.tr("Named in the source"), self._look)
        caption = self.tr("Selected {goal}").format(goal=one)
        self._add_head(layout, caption, self._store.wording.text(goal.name), None, tag)
        self._copies.setText(
            self.tr("Copies the {goal}, its figures and the source.").format(goal=one)
        )

    def _add_head(
        self, layout: QBoxLayout, caption: str, name: str, value: QWidget | None, tag: OriginTag
    ) -> None:
        """Add caption, name, value and origin of what is selected."""
        look = self._look
        add_in_line(layout, own_words(caption, look, "caption", "ink3"), look)
        layout.addSpacing(look.px(4))
        add_in_line(layout, TextBlock(name, look, "name"), look)
        if value is not None:
            add_in_line(layout, value, look)
        layout.addSpacing(look.px(8 if value is None else 6))
        add_in_line(layout, tag, look)
        layout.addSpacing(look.px(12))

    @Slot()
    def show_copied(self) -> None:
        """Show 'Copied' on the button for two seconds."""
        self._copied.show()
