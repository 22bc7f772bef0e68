"""One tab: lead sentence, key figures, charts, and rows of words."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QLocale, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QScrollArea,
    QSpacerItem,
    QWidget,
)

from cqviewer.charts.contents import section_facts
from cqviewer.charts.layout import chart_rows
from cqviewer.model.facts import Section
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.card_grid import CardGrid
from cqviewer.ui.page.chart_card import ChartCard, ChartRow
from cqviewer.ui.page.chart_view import BLEED
from cqviewer.ui.page.links import Link
from cqviewer.ui.page.pencil import Pencils
from cqviewer.ui.page.rows import RowList, RowLists
from cqviewer.ui.page.sparklines import Sparklines
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.focus import FocusRing, is_within
from cqviewer.ui.state.scroll_place import scroll_by, scroll_share, scroll_to_share
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column, flatten
from cqviewer.ui.style.heard import Heard
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.sight import bring_into_sight
from cqviewer.ui.style.text_block import TextBlock, own_words
from cqviewer.ui.table.tables import FigureTables

WIDEST, LEAD_WIDEST = 1440, 770
MOST_CARDS = 200
"""Most figures of a section that are shown as cards; a section with more is a table."""
_MARGIN, _TOP = 32, 22
PAGE_WIDEST = WIDEST + 2 * _MARGIN
"""Greatest width of a page with its margins, in px of the design."""
_NESTED = 8
"""At least the number of nested layouts between a chart and its page."""


class PageHolder(Protocol):
    """Holds the page of the current section."""

    page: "SectionPage"

    @property
    def front(self) -> QWidget:
        """Return what is shown: that page, or what changed."""
        ...


class SectionPage(QScrollArea):
    """One section of the store's sheet; its charts are drawn when it is shown or prepared."""

    drawn = Signal()
    """A chart or the sparklines of the cards have been drawn."""
    source_wanted = Signal()
    """The user pressed Enter on a figure."""
    picture_wanted = Signal(object)
    """Carries the Chart whose picture is to be copied."""
    file_wanted = Signal(object)
    """Carries the Chart that is to be saved."""
    drag_wanted = Signal(object, str)
    """Carries the Chart that is dragged, None for a table of the section, and the table as text."""
    edit_wanted = Signal(object)
    """Carries the card, chart or row of words whose pencil was pressed."""
    link_followed = Signal(str)
    """Carries the id of the figure or goal that a link leads to."""

    kept_free = 0
    """px at the right edge to leave empty, because the panel lies over them."""

    def __init__(
        self, section: Section, store: Store, drawer: Drawer, look: Look, size: QSize
    ) -> None:
        """Build the page of a section at its final size, so that it is laid out only once."""
        super().__init__()
        self.setLocale(QLocale(store.view.language))  # in which the sheet's texts are read out
        self.resize(size)
        flatten(self)
        self.section = section
        self._store = store
        self._look = look
        self._share: float | None = None  # where to scroll to once the height is known
        self._query = ""
        self._tabled: object = None
        self._has_many = len(section.figures) > MOST_CARDS
        self.cards: list[FigureCard] = []
        self.chart_cards: list[ChartCard] = []
        self.lead: TextBlock | None = None
        self.row_lists: list[RowList] = []
        self.tables: FigureTables | None = None
        self._below_table = QSpacerItem(0, 0)
        self._body = QWidget()
        self._body.setObjectName("page")
        side, upright = look.px(_MARGIN) - look.px(BLEED), look.px(_TOP)
        self._layout = column(of=self._body, margins=(side, upright, side, upright))
        self._add_lead()
        if self._has_many:
            self._add_note()
        self._figures = QWidget()
        self.sparklines: Sparklines | None = None
        self._figures.setLayout(self._cards_and_charts(drawer))
        self._layout.addWidget(self._figures)
        self._add_rows()
        rows = [row for part in self.row_lists for row in part.rows]
        pencils = Pencils(
            [*self.cards, *self.chart_cards, *rows],
            {card.view: card for card in self.chart_cards},
            look,
            self,
        )
        pencils.wanted.connect(self.edit_wanted)
        self._layout.addStretch(1)
        for part in (self.viewport(), self._body):
            part.resize(size)  # Qt would do so only when the page is shown, and lay it out twice
        self.setWidget(self._body)
        self.setAccessibleName(store.wording.text(section.title))
        self._ring = FocusRing(self, look)
        self.show_tables()

    def heard(self) -> Heard:
        """Return a section, described by its lead; of a group all texts would be read out."""
        return Heard("Section", describe=partial(self._store.wording.text, self.section.lead or ""))

    def _inset(self, part: QWidget, *, widest: int = 0) -> None:
        """Add a part with margins; cards and charts have none, since their tints are wider."""
        side = self._look.px(BLEED)
        if widest:
            part.setMaximumWidth(self._look.px(widest))
        self._layout.addLayout(column(part, margins=(side, 0, side, 0)))

    def _add_lead(self) -> None:
        if self.section.lead:
            text = self._store.wording.text(self.section.lead)
            self.lead = TextBlock(text, self._look, "lead")
            self._inset(self.lead, widest=LEAD_WIDEST)
            self._layout.addSpacing(self._look.px(17))

    def _add_note(self) -> None:
        """Add the sentence that explains the table in place of cards."""
        text = self.tr("The {count} figures of this section are shown as a table.")
        text = text.format(count=f"{len(self.section.figures):,}")
        self._inset(own_words(text, self._look, "body", "ink2"))
        self._layout.addSpacing(self._look.px(8))

    def _cards_and_charts(self, drawer: Drawer) -> QBoxLayout:
        look, box = self._look, column()
        if self.section.figures and not self._has_many:
            self.cards = [FigureCard(one, self._store, look) for one in self.section.figures]
            for card in self.cards:
                card.source_wanted.connect(self.source_wanted)
            self.sparklines = Sparklines(self.cards, self._store, drawer, look, self)
            self.sparklines.drawn.connect(self.drawn)
            box.addWidget(CardGrid(self.cards, look))
            box.addSpacing(look.px(20))
        for row in chart_rows(self.section.charts):
            cards = [ChartCard(chart, self._store, drawer, look) for chart in row]
            for chart_card in cards:
                chart_card.source_wanted.connect(self.source_wanted)
                chart_card.view.drawn.connect(self.drawn)
                chart_card.copy_wanted.connect(self.picture_wanted)
                chart_card.save_wanted.connect(self.file_wanted)
                chart_card.drag_wanted.connect(self.drag_wanted)
            self.chart_cards += cards
            box.addWidget(ChartRow(cards, look))
            box.addSpacing(look.px(28))
        return box

    def card_of(self, indicator: str) -> FigureCard | None:
        """Return the card of an indicator; None if it has none here."""
        return next((card for card in self.cards if card.indicator.id == indicator), None)

    @property
    def shows_focus(self) -> bool:
        """Return whether the page has a focus ring when it is focused."""
        return self._ring.is_wanted

    def show_tables(self) -> None:
        """Show figures, and single charts, as tables or not, as the view says."""
        view = self._store.view
        if view.tabled == self._tabled:
            return
        self._tabled = view.tabled
        is_table = view.is_table or self._has_many
        if is_table and self.tables is None:
            self.tables = self._make_tables()
        if self.tables is not None:
            self.tables.refresh()
            focused = QApplication.focusWidget()
            parts = ((self.tables, is_table), (self._figures, not view.is_table))
            for part, is_shown in parts:
                if is_shown:
                    part.show()  # first, so that it can take over the focus
            for part, is_shown in parts:
                if not is_shown:
                    if focused is not None and is_within(focused, part):
                        self._move_focus(focused)  # otherwise Qt would move it to the search field
                    part.hide()
            # Not a margin of the table, which would stay when the table is hidden.
            self._below_table.changeSize(0, self._look.px(28) if is_table else 0)
            self._layout.invalidate()
        for card in self.chart_cards:
            card.on_choices()
            card.show_table(is_table=card.chart.id in view.tables)

    def _move_focus(self, focused: QWidget) -> None:
        """Move the focus to the same figure in the table, or out of it."""
        at = self._store.view.selected
        if isinstance(focused, FigureCard):
            at = focused.indicator.id
        for tables in (self.tables, *(card.tables for card in self.chart_cards)):
            if tables is not None and is_within(focused, tables):
                at = tables.fact_at_hand
        self.enter(at)

    def enter(self, fact_id: str | None) -> None:
        """Focus the card, chart or row of a figure or goal, else the page, and scroll there."""
        if self.tables is not None and self._store.view.is_table:
            self.tables.enter(fact_id)
            return
        for tables in (card.tables for card in self.chart_cards):
            if tables is not None and not tables.isHidden() and tables.table_of(fact_id):
                tables.enter(fact_id)
                return
        charts = (one.view for one in self.chart_cards if fact_id in one.facts)
        target = self.card_of(fact_id or "") or next(charts, self)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, target, partial(bring_into_sight, target))

    def _make_tables(self) -> FigureTables:
        """Create the tables of all figures, and put them above cards and charts."""
        ids = section_facts(self.section, self._store.sheet)
        title = self.tr("Figures of {section}").format(
            section=self._store.wording.text(self.section.title)
        )
        tables = FigureTables(ids, title, self._store, self._look)
        tables.source_wanted.connect(self.source_wanted)
        tables.drag_wanted.connect(partial(self.drag_wanted.emit, None))
        at = self._layout.indexOf(self._figures)
        self._layout.insertSpacerItem(at, self._below_table)
        self._layout.insertWidget(at, tables)
        tables.stackUnder(self._figures)  # screen readers follow the order of the children
        return tables

    def _add_rows(self) -> None:
        self.row_lists = RowLists(self.section, self._store, self._look).make()
        for part in self.row_lists:
            for link in part.findChildren(Link):
                link.followed.connect(self.link_followed)
            self._inset(part)
            self._layout.addSpacing(self._look.px(28))

    def prepare(self) -> None:
        """Request the charts' pictures before the page is shown."""
        if not self.isVisible():
            self.grab(QRect(0, 0, 1, 1))  # activates the layout, so that widths are known
        for card in self.chart_cards:
            card.view.request()
        self._request_sparklines()
        if self.is_drawn:  # from the cache: the page has its final heights at once
            for _ in range(_NESTED):  # each request leads to one of the layout around it
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    @property
    def is_drawn(self) -> bool:
        """Return whether all requested pictures of charts and sparklines are shown."""
        cards = self.sparklines is None or self.sparklines.is_drawn
        return cards and all(card.view.is_drawn for card in self.chart_cards)

    def _request_sparklines(self) -> None:
        if self.sparklines is not None:
            self.sparklines.request(self.devicePixelRatioF())

    def restore_scroll(self, share: float) -> None:
        """Scroll to a share (0 to 1) of the height, and stay there while that grows."""
        bar = self.verticalScrollBar()
        scroll_to_share(self, share)
        self._share = share
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(self._on_scrolled)

    @property
    def share(self) -> float:
        """Return the share (0 to 1) to which the page is scrolled, or will be after its layout."""
        return scroll_share(self) if self._share is None else self._share

    @Slot()
    def _on_range_changed(self) -> None:
        share = self._share
        if share is not None:
            scroll_to_share(self, share)
            self._share = share

    @Slot()
    def _on_scrolled(self) -> None:
        self._share = None  # the user has scrolled

    def mark(self, query: str) -> None:
        """Highlight the words of a search query in texts, cards and tables."""
        if query == self._query:
            return
        self._query = query
        for block in self.findChildren(TextBlock):
            block.mark(query)
        tables = self.findChildren(QAbstractItemView)  # with their headers
        for part in (*self.cards, *(one.viewport() for one in tables)):
            part.update()

    def on_selection(self) -> None:
        """Show the new selection in cards and charts."""
        for card in self.cards:
            card.on_selection()
        for chart_card in self.chart_cards:
            chart_card.on_selection()
        if self.tables is not None:
            self.tables.on_selection()

    def event(self, event: QEvent) -> bool:
        """Draw sparklines when the page is shown, and again on a screen of another pixel density.

        A hidden page ignores changes of style: it will be replaced by one built for the new style.
        """
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            return True
        if event.type() in (QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange):
            QTimer.singleShot(0, self, self._request_sparklines)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        look = self._look
        side = look.px(_MARGIN) - look.px(BLEED)
        room = self.width() - 2 * side - self.kept_free
        spare = max(0, room - look.px(WIDEST) - 2 * look.px(BLEED))
        # The scroll bar lies in the margin; the event has the size without the bar.
        bar = self.width() - event.size().width()
        right = max(0, side + spare + self.kept_free - bar)
        self._layout.setContentsMargins(side, look.px(_TOP), right, look.px(_TOP))
        super().resizeEvent(event)  # last, so that the layout uses the new margins

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not scroll_by(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(200))
