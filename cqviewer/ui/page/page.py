"""One tab: lead sentence, key figures, charts, and rows of words."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from cqviewer.model.contents import section_facts
from cqviewer.model.facts import Section
from cqviewer.ui.page.card import FigureCard
from cqviewer.ui.page.card_grid import MANY, CardGrid
from cqviewer.ui.page.chart_card import ChartCard, ChartRow, rows_of
from cqviewer.ui.page.chart_view import BLEED
from cqviewer.ui.page.rows import RowList, RowLists, RowWords
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.focus import FocusRing, bring_into_sight
from cqviewer.ui.state.scroll_place import scroll_share, scroll_to_share
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock

if TYPE_CHECKING:
    from cqviewer.ui.table.table_view import FigureTable

WIDEST, LEAD_WIDEST = 960, 770
_MARGIN, _TOP = 32, 22


class SectionPage(QScrollArea):
    """Shows one section of the store's sheet; charts come when it is seen or prepared."""

    source_wanted = Signal()
    """The user pressed Enter on a figure."""
    picture_wanted = Signal(object)
    """Carries the Chart whose picture is to be copied."""
    file_wanted = Signal(object)
    """Carries the Chart that is to be saved."""

    def __init__(self, section: Section, store: Store, drawer: Drawer, look: Look) -> None:
        """Build the page of a section."""
        super().__init__()
        self.section = section
        self._store = store
        self._look = look
        self._share: float | None = None
        self.grid: CardGrid | None = None
        self.chart_cards: list[ChartCard] = []
        self.lead: TextBlock | None = None
        self.row_lists: list[RowList] = []
        self.table: FigureTable | None = None
        self._below_table = QSpacerItem(0, 0)
        self._body = QWidget()
        self._body.setObjectName("page")
        self._layout = QVBoxLayout(self._body)
        side = look.px(_MARGIN) - look.px(BLEED)
        self._layout.setContentsMargins(side, look.px(_TOP), side, look.px(_TOP))
        self._layout.setSpacing(0)
        self._add_lead()
        self._figures = QWidget()
        self._figures.setLayout(self._cards_and_charts(drawer))
        self._layout.addWidget(self._figures)
        self._add_rows()
        self._layout.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(store.wording.text(section.title))
        self._ring = FocusRing(self, look)
        self.show_tables()

    def _inset(self, part: QWidget, *, widest: int = 0) -> None:
        """Put a part eight px further in than the cards and charts, which bleed."""
        box = QVBoxLayout()
        box.setContentsMargins(self._look.px(BLEED), 0, self._look.px(BLEED), 0)
        box.addWidget(part)
        if widest:
            part.setMaximumWidth(self._look.px(widest))
        self._layout.addLayout(box)

    def _add_lead(self) -> None:
        if self.section.lead:
            text = self._store.wording.text(self.section.lead)
            self.lead = TextBlock(text, self._look, "lead")
            self._inset(self.lead, widest=LEAD_WIDEST)
            self._layout.addSpacing(self._look.px(17))

    def _cards_and_charts(self, drawer: Drawer) -> QVBoxLayout:
        look, box = self._look, QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        if self.section.figures:
            self.grid = self._make_grid()
            box.addWidget(self.grid)
            box.addSpacing(look.px(20))
        for row in rows_of(self.section.charts):
            cards = [ChartCard(chart, self._store, drawer, look) for chart in row]
            for chart_card in cards:
                chart_card.source_wanted.connect(self.source_wanted)
                chart_card.copy_wanted.connect(self.picture_wanted)
                chart_card.save_wanted.connect(self.file_wanted)
            self.chart_cards += cards
            box.addWidget(ChartRow(cards, look))
            box.addSpacing(look.px(28))
        return box

    def _make_grid(self) -> CardGrid:
        if len(self.section.figures) > MANY:
            from cqviewer.ui.page.long_card_grid import LongCardGrid

            grid = LongCardGrid(self.section.figures, self._store, self._look)
            grid.source_wanted.connect(self.source_wanted)
            return grid
        cards = [FigureCard(one, self._store, self._look) for one in self.section.figures]
        for card in cards:
            card.source_wanted.connect(self.source_wanted)
        return CardGrid(cards, self._look)

    @property
    def cards(self) -> list[FigureCard]:
        """Give the cards that are made, in their order: all, but where there are very many."""
        return self.grid.cards if self.grid else []

    def card_of(self, indicator: str) -> FigureCard | None:
        """Give the card of an indicator, if it has one here."""
        return self.grid.card_of(indicator) if self.grid else None

    @property
    def shows_focus(self) -> bool:
        """Tell whether there is a ring around the page while it has the focus."""
        return self._ring.is_wanted

    def show_tables(self) -> None:
        """Show figures as cards and charts or as a table, and single charts likewise."""
        view = self._store.view
        if view.is_table and self.table is None:
            self.table = self._make_table()
        if self.table is not None:
            focused = QApplication.focusWidget()
            both: list[QWidget] = [self.table, self._figures]
            shown, hidden = both if view.is_table else reversed(both)
            shown.show()
            if focused is not None and (hidden is focused or hidden.isAncestorOf(focused)):
                self._move_focus(focused)  # else Qt would give the keyboard to the search
            hidden.hide()
            # A space stays when the table goes, as no widget would.
            self._below_table.changeSize(0, self._look.px(28) if view.is_table else 0)
            self._layout.invalidate()
        for card in self.chart_cards:
            card.show_table(is_table=card.chart.id in view.tables)

    def _move_focus(self, focused: QWidget) -> None:
        """Let the keyboard stay at the figure where it is, in the table or out of it."""
        from cqviewer.ui.table.table_view import FigureTable

        at = self._store.view.selected
        if isinstance(focused, FigureCard):
            at = focused.indicator.id
        elif isinstance(focused, FigureTable):
            at = focused.fact_at_hand
        if self.table is not None and self._store.view.is_table:
            self.table.enter(at)
            return
        charts = (one.view for one in self.chart_cards if at in one.facts)
        target = self.card_of(at or "") or next(charts, self)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, target, partial(bring_into_sight, target))

    def _make_table(self) -> "FigureTable":
        """Make the table of all figures and put it where cards and charts are."""
        from cqviewer.ui.table.table_view import FigureTable

        ids = section_facts(self.section, self._store.sheet)
        title = self.tr("Figures of {section}").format(
            section=self._store.wording.text(self.section.title)
        )
        table = FigureTable(ids, title, self._store, self._look)
        table.source_wanted.connect(self.source_wanted)
        at = self._layout.indexOf(self._figures)
        self._layout.insertSpacerItem(at, self._below_table)
        self._layout.insertWidget(at, table)
        table.stackUnder(self._figures)  # what is read out follows the order of making
        return table

    def _add_rows(self) -> None:
        sheet, wording = self._store.sheet, self._store.wording
        goals = sheet.goals
        one = wording.text(goals.one) if goals and goals.one else self.tr("goal")
        words = RowWords(
            statements=self.tr("Statements"),
            plans=self.tr("Plans for {year}").format(year=goals.year)
            if goals
            else self.tr("Plans"),
            plans_note=self.tr(
                "Plans as the source reports them. Links to figures are made for this sheet."
            ),
            voices=self.tr("Voices"),
            open=self.tr("What the source leaves open"),
            no_figure=self.tr("no figure in the source"),
            no_goal=self.tr("No named {goal}").format(goal=one),
        )
        self.row_lists = RowLists(self._store, self._look).of(self.section, words)
        for part in self.row_lists:
            self._inset(part)
            self._layout.addSpacing(self._look.px(28))

    def prepare(self) -> None:
        """Ask for the charts' pictures before the page is seen."""
        self.grab(QRect(0, 0, 1, 1))  # lays the page out, so that widths are known
        for card in self.chart_cards:
            card.view.request()

    def restore_scroll(self, share: float) -> None:
        """Scroll to a share (0 to 1) of the page, whose height is known later; then let go."""
        bar = self.verticalScrollBar()
        scroll_to_share(self, share)
        self._share = share
        bar.rangeChanged.connect(self._on_range_changed)
        bar.valueChanged.connect(self._on_scrolled)

    @property
    def share(self) -> float:
        """Tell how far the page is scrolled down, or will be once its height is known, 0 to 1."""
        return scroll_share(self) if self._share is None else self._share

    def _on_range_changed(self) -> None:
        share = self._share
        if share is not None:
            scroll_to_share(self, share)
            self._share = share

    def _on_scrolled(self) -> None:
        self._share = None  # the reader has gone elsewhere, and stays there when the page grows

    def on_selection(self) -> None:
        """Show the new selection in cards and charts."""
        selected = self._store.view.selected
        for card in self.cards:
            card.setChecked(card.indicator.id == selected)
            card.update()
        for chart_card in self.chart_cards:
            chart_card.on_selection()
        if self.table is not None:
            self.table.on_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content at most 960 px wide, at the left."""
        super().resizeEvent(event)
        look = self._look
        side = look.px(_MARGIN) - look.px(BLEED)
        room = self.width() - 2 * side
        spare = max(0, room - look.px(WIDEST) - 2 * look.px(BLEED))
        # The bar stands in the margin: a scroll area is told the size of its viewport, without it.
        right = max(0, side + spare - (self.width() - event.size().width()))
        self._layout.setContentsMargins(side, look.px(_TOP), right, look.px(_TOP))
        self._show_near()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl leave it to the window to zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Make the cards that come near."""
        super().scrollContentsBy(dx, dy)
        self._show_near()

    def _show_near(self) -> None:
        if self.grid is not None:
            # Without `viewport`, at whose first call PySide makes every kind of widget there is.
            top = -self.grid.mapTo(self, QPoint(0, 0)).y()
            self.grid.show_near(top, top + self.height())

    def minimumSizeHint(self) -> QSize:
        """Do with little room."""
        return QSize(self._look.px(300), self._look.px(200))
