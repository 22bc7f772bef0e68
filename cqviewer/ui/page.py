"""One tab: lead sentence, key figures, charts, and rows of words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cqviewer.model.facts import Section
from cqviewer.ui.card import FigureCard
from cqviewer.ui.card_grid import CardGrid
from cqviewer.ui.chart_card import ChartCard, ChartRow, rows_of
from cqviewer.ui.chart_view import BLEED
from cqviewer.ui.drawer import Drawer
from cqviewer.ui.look import Look
from cqviewer.ui.rows import RowLists, RowWords
from cqviewer.ui.store import Store
from cqviewer.ui.text_block import TextBlock

WIDEST, LEAD_WIDEST = 960, 770
_MARGIN, _TOP = 32, 22


class SectionPage(QScrollArea):
    """Shows one section of the store's sheet; charts come when it is seen or prepared."""

    def __init__(self, section: Section, store: Store, drawer: Drawer, look: Look) -> None:
        """Build the page of a section."""
        super().__init__()
        self.section = section
        self._store = store
        self._look = look
        self._share = 0.0
        self.cards: list[FigureCard] = []
        self.chart_cards: list[ChartCard] = []
        self._body = QWidget()
        self._body.setObjectName("page")
        self._layout = QVBoxLayout(self._body)
        side = look.px(_MARGIN) - look.px(BLEED)
        self._layout.setContentsMargins(side, look.px(_TOP), side, look.px(_TOP))
        self._layout.setSpacing(0)
        self._add_lead()
        self._add_cards()
        for row in rows_of(section.charts):
            cards = [ChartCard(chart, store, drawer, look) for chart in row]
            self.chart_cards += cards
            self._layout.addWidget(ChartRow(cards, look))
            self._layout.addSpacing(look.px(28))
        self._add_rows()
        self._layout.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(store.wording.text(section.title))

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
            self._inset(TextBlock(text, self._look, "lead"), widest=LEAD_WIDEST)
            self._layout.addSpacing(self._look.px(17))

    def _add_cards(self) -> None:
        if self.section.figures:
            self.cards = [FigureCard(one, self._store, self._look) for one in self.section.figures]
            self._layout.addWidget(CardGrid(self.cards, self._look))
            self._layout.addSpacing(self._look.px(20))

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
        for part in RowLists(self._store, self._look).of(self.section, words):
            self._inset(part)
            self._layout.addSpacing(self._look.px(28))

    def prepare(self) -> None:
        """Ask for the charts' pictures before the page is seen."""
        for card in self.chart_cards:
            card.view.request()

    def restore_scroll(self, share: float) -> None:
        """Scroll to a share (0 to 1) of the page when its height is known."""
        self._share = share
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _on_range_changed(self, _least: int, most: int) -> None:
        self.verticalScrollBar().setValue(round(self._share * most))

    def on_selection(self) -> None:
        """Show the new selection in cards and charts."""
        selected = self._store.view.selected
        for card in self.cards:
            card.setChecked(card.indicator.id == selected)
            card.update()
        for chart_card in self.chart_cards:
            chart_card.view.on_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content at most 960 px wide, at the left."""
        super().resizeEvent(event)
        look = self._look
        side = look.px(_MARGIN) - look.px(BLEED)
        room = self.viewport().width() - 2 * side
        spare = max(0, room - look.px(WIDEST) - 2 * look.px(BLEED))
        self._layout.setContentsMargins(side, look.px(_TOP), side + spare, look.px(_TOP))

    def minimumSizeHint(self) -> QSize:
        """Do with little room."""
        return QSize(self._look.px(300), self._look.px(200))
