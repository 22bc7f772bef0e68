"""Chart cards: hairline, finding, subtitle, chart, source line and the chart's buttons."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from cqviewer.charts.contents import as_shown, chart_facts
from cqviewer.charts.kinds import KINDS
from cqviewer.charts.layout import WIDTHS
from cqviewer.charts.text import description, source_note, subtitle
from cqviewer.model.facts import Chart
from cqviewer.ui.page.card_grid import NARROW
from cqviewer.ui.page.chart_choices import ChartChoices
from cqviewer.ui.page.chart_view import BLEED, ChartView
from cqviewer.ui.state.announcing import CopiedText
from cqviewer.ui.state.drawer import Drawer
from cqviewer.ui.state.focus import has_focus_within
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column, is_column, line, turn
from cqviewer.ui.style.buttons import link_button, link_inset, quiet_button
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.pixel_edges import Ruled
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.table.tables import FigureTables

TEXT_FROM = 600
"""px of the design: width of a card from which its buttons show text."""


class ChartButtons(QWidget):
    """The buttons Table (or Chart), Copy and Save; icons only if the card is narrow."""

    def __init__(self, look: Look, title: str) -> None:
        """Create the buttons, described by the chart's title."""
        super().__init__()
        self._look = look
        self._is_table = self._is_narrow = False
        self.table = quiet_button(self.tr("Table"), "table", look)
        self.copy = quiet_button(self.tr("Copy"), "copy", look)
        self.copied = CopiedText(self.copy)
        self.copy.other_text = self.copied.text  # the buttons beside it keep their place
        self.save = quiet_button(self.tr("Save"), "save", look)
        line(*self.buttons(), of=self)  # the buttons' own padding keeps their texts apart
        for button in self.buttons():
            button.setAccessibleDescription(title)
        _name(self.copy, self.tr("Copy this chart as a picture"))
        _name(self.save, self.tr("Save this chart or its figures"))
        self._say()

    def set_table(self, *, is_table: bool) -> None:
        """Offer the chart if the table is shown, else the table."""
        self._is_table = is_table
        self._say()

    def set_width(self, card_width: int) -> None:
        """Show text where the card is wide enough."""
        is_narrow = card_width < self._look.px(TEXT_FROM)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._say()

    def _say(self) -> None:
        """Update the texts and icons of the buttons."""
        table = self.tr("Table"), "table", self.tr("Table of the figures of this chart")
        chart = self.tr("Chart"), "chart", self.tr("Chart instead of the table")
        text, icon, name = chart if self._is_table else table
        self.table.setText(text)
        self.table.setIcon(self._look.icon(icon))
        _name(self.table, name)
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonIconOnly if self._is_narrow else styles.ToolButtonTextBesideIcon
        for button in self.buttons():
            button.setToolButtonStyle(style)

    def buttons(self) -> list[QToolButton]:
        """Return the buttons from left to right."""
        return [self.table, self.copy, self.save]


def _name(button: QToolButton, name: str) -> None:
    button.setAccessibleName(name)
    button.setToolTip(name)


class ChartCard(Ruled):
    """One chart with its title, subtitle, source line and buttons."""

    source_wanted = Signal()
    """The user pressed Enter on a mark or a row."""
    copy_wanted = Signal(object)
    """Carries the Chart whose picture is to be copied."""
    save_wanted = Signal(object)
    """Carries the Chart that is to be saved."""
    drag_wanted = Signal(object, str)
    """Carries the Chart that is dragged, and its table as text."""

    def __init__(self, chart: Chart, store: Store, drawer: Drawer, look: Look) -> None:
        """Show a chart of the store's sheet."""
        super().__init__(look, left=BLEED, right=BLEED)
        self._own = chart
        self.chart = chart = store.shown(chart)
        self.facts = chart_facts(chart, store.sheet)
        self._store = store
        wording = store.wording
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        title = wording.text(chart.title)
        bleed = look.px(BLEED)
        self._head = line(gap=look.px(12))
        self._head.addWidget(TextBlock(title, look, "heading"), 1)
        self.choices = ChartChoices(self._own, store, look)
        self._head.addWidget(self.choices, 0, Qt.AlignmentFlag.AlignTop)
        self._subtitle = TextBlock("", look, "body", "ink2")
        head = column(self._head, self._subtitle, margins=(bleed, 0, bleed, 0))
        if edited := self._edited():
            head.addWidget(TextBlock(edited, look, "caption", "ink"))
        self._layout = column(head, of=self, margins=(0, look.px(13), 0, 0))
        self._layout.addSpacing(look.px(12))
        self.view = ChartView(chart, store, drawer, look)
        self.view.setAccessibleName(title)
        self.view.failed.connect(self._on_failed)
        self.view.source_wanted.connect(self.source_wanted)
        self.view.drag_wanted.connect(self._on_drag)
        self.tables: FigureTables | None = None
        self._drawn = QWidget()
        self._chart = column(self.view, of=self._drawn)
        self._failure: QWidget | None = None
        self._layout.addWidget(self._drawn)
        self._layout.addSpacing(look.px(8))
        self._layout.addStretch(1)
        self.footer = self._make_footer(title)
        self._layout.addWidget(self.footer)
        self._say()

    def _make_footer(self, title: str) -> QWidget:
        """Return the source line with the buttons beside it."""
        look, part = self._look, QWidget()
        self._note = TextBlock("", look, "caption", "ink3")
        self.buttons = ChartButtons(look, title)
        lower = (self.buttons.sizeHint().height() - look.line_height("caption") + 1) // 2
        # The first line of the note is level with the buttons' text.
        words = column(self._note, margins=(0, max(0, lower), 0, 0))
        footer = line(of=part, gap=look.px(16), margins=(look.px(BLEED), 0, 0, 0))
        footer.addLayout(words, 1)
        self.buttons.table.clicked.connect(self._on_table)
        self.buttons.copy.clicked.connect(self._on_copy)
        self.buttons.save.clicked.connect(self._on_save)
        footer.addWidget(self.buttons, 0, Qt.AlignmentFlag.AlignTop)
        return part

    def _say(self) -> None:
        """Update the texts around the chart, and its accessible description."""
        chart, sheet, wording = self.chart, self._store.sheet, self._store.wording
        self._subtitle.setText(subtitle(chart, sheet, wording, medium="screen"))
        self._note.setText(source_note(chart, sheet, wording))
        leads = self.tr("The next button shows its figures as a table.")
        said = (description(chart, sheet, wording), leads)
        self.view.setAccessibleDescription(wording.sentences(said))

    def on_choices(self) -> None:
        """Show the chart by the reader's present choice."""
        chart = self._store.shown(self._own)
        if chart == self.chart:
            return
        self.chart, self.facts = chart, chart_facts(chart, self._store.sheet)
        self._say()
        self.choices.refresh()
        for part in filter(None, (self._failure, self.tables)):
            part.hide()
            part.deleteLater()
        self._failure = self.tables = None
        self.view.show_chart(chart)

    def _edited(self) -> str:
        """Return the changes of its figures since an earlier edition; '' if not shown."""
        store, wording = self._store, self._store.wording
        said = [(one, store.change_words(one)) for one in self.facts]
        figures = store.sheet.indicators
        told = [wording.named(wording.brief_name(figures[one]), it) for one, it in said if it]
        every = wording.join(told, "semicolon")
        if not (KINDS[self.chart.kind].shows_before and store.old_values(self.facts)):
            return every
        return wording.sentences([wording.ended(every), self.tr("Thin line: the value before.")])

    def show_table(self, *, is_table: bool) -> None:
        """Show the chart's figures as a table in its place, or the chart."""
        if is_table and self.tables is None:
            self.tables = self._make_tables()
            at = self._layout.indexOf(self._drawn)
            self._layout.insertWidget(at, self.tables)
            self.tables.stackUnder(self._drawn)  # screen readers follow the order of the children
        self._drawn.setHidden(is_table)
        if self.tables is not None:
            self.tables.refresh()
            self.tables.setHidden(not is_table)
        self.buttons.set_table(is_table=is_table)

    def take_focus(self) -> None:
        """Focus the chart, or the table in its place, unless the focus is in the card."""
        if not has_focus_within(self):
            shown = self.view if self.tables is None or self.tables.isHidden() else self.tables
            shown.setFocus(Qt.FocusReason.MouseFocusReason)

    def _make_tables(self) -> FigureTables:
        shown = as_shown(self.chart, self._store.sheet)
        title = self.view.accessibleName()
        tables = FigureTables(self.facts, title, self._store, self._look, shown)
        tables.source_wanted.connect(self.source_wanted)
        tables.drag_wanted.connect(self._on_drag)
        return tables

    def on_selection(self) -> None:
        """Show the new selection in chart and table."""
        self.view.on_selection()
        if self.tables is not None:
            self.tables.on_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.buttons.set_width(event.size().width())
        is_beside = self.choices.arrange(event.size().width() - 2 * self._look.px(BLEED))
        turn(self._head, is_column=not is_beside)
        super().resizeEvent(event)

    def _on_failed(self, reason: str) -> None:
        """Show a message in place of the chart: it could not be drawn, and why."""
        if self.view.isHidden():
            return
        self.view.hide()
        look = self._look
        bleed, inset = look.px(BLEED), link_inset(look)
        self._failure = QWidget()
        title = TextBlock(self.tr("This chart could not be drawn"), look, "heading")
        text = f"{reason} " + self.tr("Its figures are safe and can be read as a table.")
        said = TextBlock(text, look, "body", "ink2")
        button = link_button(self.tr("Show as table"))
        button.clicked.connect(self._on_table)
        words = column(title, said, gap=-1, margins=(inset, 0, 0, 0))
        column(words, button, of=self._failure, gap=-1, margins=(bleed - inset, 0, bleed, 0))
        self._chart.addWidget(self._failure)

    def _on_table(self) -> None:
        self._store.toggle_table(self.chart.id)

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.chart)

    @Slot(str)
    def _on_drag(self, text: str = "") -> None:
        text = text or (self.tables or self._make_tables()).whole_text
        self.drag_wanted.emit(self.chart, text)

    def _on_save(self) -> None:
        self.save_wanted.emit(self.chart)


class ChartRow(QWidget):
    """Charts side by side, or one below the other if the row is narrow."""

    def __init__(self, cards: list[ChartCard], look: Look) -> None:
        """Place cards in proportion to the charts' widths."""
        super().__init__()
        self._look = look
        self._beside = look.px(36) - 2 * look.px(BLEED)
        self._layout = line(of=self, gap=self._beside if len(cards) > 1 else 0)
        for card in cards:
            self._layout.addWidget(card, WIDTHS[card.chart.width].screen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        content = event.size().width() - 2 * self._look.px(BLEED)
        narrow = content < self._look.px(NARROW)
        if is_column(self._layout) != narrow:
            turn(self._layout, is_column=narrow)
            self._layout.setSpacing(self._look.px(28) if narrow else self._beside)
        super().resizeEvent(event)
        self._level(are_beside=not narrow)

    def _level(self, *, are_beside: bool) -> None:
        """Make footers that are side by side equally high, so that their tops align."""
        cards = [one for one in self.children() if isinstance(one, ChartCard)]
        highest = max(one.footer.heightForWidth(one.width()) for one in cards)
        for card in cards:
            card.footer.setMinimumHeight(highest if are_beside and len(cards) > 1 else 0)
