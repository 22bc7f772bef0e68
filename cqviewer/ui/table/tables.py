"""The tables of a page or a chart: the latest values, or series with all their periods."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from cqviewer.charts.contents import Together, rows_of, together
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.boxes import column, line, turn
from cqviewer.ui.style.buttons import ChoiceButton, joined_buttons
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.ui.table.period_model import PeriodTableModel
from cqviewer.ui.table.period_view import PeriodTable
from cqviewer.ui.table.table_cells import PAD
from cqviewer.ui.table.table_model import FigureTableModel
from cqviewer.ui.table.table_view import FigureTable
from cqviewer.ui.table.target_table import TargetTable, TargetTableModel, target_rows

_CHOICE_HEIGHT = 28
_BETWEEN, _LEAST_SAID = 16, 180
"""px of the design: between the buttons and the sentence, and the sentence's least width."""


class FigureTables(QWidget):
    """Figures and goals as tables, each with its legend and footnotes below.

    If there are series, two buttons above choose between the latest value and all periods.
    """

    source_wanted = Signal()
    """The user pressed Enter in a table."""
    drag_wanted = Signal(str)
    """The user began to drag what is selected in a table; carries it as text."""

    def __init__(
        self, ids: list[str], title: str, store: Store, look: Look, sheet: Sheet | None = None
    ) -> None:
        """Show the figures and goals with these ids under a title; `sheet` replaces the store's."""
        super().__init__()
        self._title = title
        self._store = store
        self._look = look
        sheet = sheet or store.sheet
        self._rows = rows_of(ids, sheet)
        figures = [one.fact for one in self._rows if isinstance(one.fact, Indicator)]
        self._shared = together(figures)
        self._series = sum(one.is_series for one in figures)
        self._is_latest = store.view.is_latest_only
        self._layout = column(of=self)
        self._head = line(
            gap=look.px(_BETWEEN), margins=(look.px(PAD), 0, look.px(PAD), look.px(12))
        )
        self._choice: list[ChoiceButton] = []
        self._said = TextBlock("", look, "caption", "ink2")
        if self._series:
            self._add_choice()
        self._below = QWidget()
        self.tables: list[FigureTable] = []
        self._fill()

    @property
    def first(self) -> FigureTable:
        """Return the topmost table."""
        return self.tables[0]

    def _add_choice(self) -> None:
        """Add the two joined buttons, and the sentence that says what is shown."""
        texts = (self.tr("Latest value"), self.tr("All periods"))
        self._choice = joined_buttons(texts, self._look, _CHOICE_HEIGHT, self)
        for button in self._choice:
            button.clicked.connect(self._on_choice)
        buttons = line(*self._choice)
        buttons.addStretch()
        self._head.addLayout(buttons)
        self._head.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addLayout(self._head)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence below the two buttons if there is no room beside them."""
        super().resizeEvent(event)
        taken = sum(one.sizeHint().width() for one in self._choice)
        is_narrow = self.width() - taken < self._look.px(_LEAST_SAID)
        turn(self._head, is_column=is_narrow)

    def _on_choice(self) -> None:
        self._store.look(is_latest_only=self._choice[0].isChecked())

    def refresh(self) -> None:
        """Show the latest values or all periods, as the view says."""
        if self._store.view.is_latest_only != self._is_latest and self._series:
            self._is_latest = self._store.view.is_latest_only
            focused = QApplication.focusWidget()
            had_focus = any(one is focused for one in self.tables)
            fact_id = self.fact_at_hand
            self._fill()
            if had_focus:
                self.enter(fact_id)

    def _fill(self) -> None:
        """Build the tables."""
        for button, is_on in zip(
            self._choice, (self._is_latest, not self._is_latest), strict=False
        ):
            button.setChecked(is_on)
        self._said.setText(self._sentence())
        self._below.deleteLater()
        self._below = QWidget()
        layout = column(of=self._below)
        self.tables = [*self._of_values(), *self._of_targets()]
        for number, table in enumerate(self.tables):
            if number:
                layout.addSpacing(self._look.px(28))
            table.source_wanted.connect(self.source_wanted)
            table.drag_wanted.connect(self.drag_wanted)
            layout.addWidget(table)
            self._add_words(table, layout)
        self._layout.addWidget(self._below)
        self._below.show()
        self.setFocusProxy(self.first)

    def _of_targets(self) -> list[FigureTable]:
        """Return a table of the targets of the figures, if they have any."""
        figures = [one.fact for one in self._rows if isinstance(one.fact, Indicator)]
        rows, store = target_rows(figures, self._store.sheet), self._store
        if not rows:
            return []
        title = store.wording.join([self._title, store.wording.say("target_and_outturn")])
        return [TargetTable(TargetTableModel(store, rows), title, store, self._look)]

    def _of_values(self) -> list[FigureTable]:
        """Return one table of latest values, or else one table for each group of series."""
        store, look = self._store, self._look
        if self._is_latest or not self._series:
            model = FigureTableModel(store, self._rows)
            return [FigureTable(model, self._title, store, look)]
        matrices = [one for one in self._shared if one.columns]
        inside = {one.id for shared in matrices for one in shared.figures}
        single = [row for row in self._rows if row.fact.id not in inside]
        tables: list[FigureTable] = []
        if single:
            tables.append(FigureTable(FigureTableModel(store, single), self._title, store, look))
        for one in matrices:
            title = store.wording.join([self._title, self._span([one])])
            tables.append(PeriodTable(PeriodTableModel(store, one), title, store, look))
        return tables

    def _add_words(self, table: FigureTable, layout: QBoxLayout) -> None:
        """Add the legend of the marks in a table, and its footnotes."""
        look = self._look
        box = column(gap=look.px(4), margins=(look.px(PAD), look.px(10), look.px(PAD), 0))
        notes = "  ".join(table.figures.numbered_notes())
        for text, token in ((table.figures.legend(), "ink2"), (notes, "ink3")):
            if text:
                box.addWidget(TextBlock(text, look, "caption", token))
        if box.count():
            layout.addLayout(box)

    def _sentence(self) -> str:
        """Return what is shown, in a sentence."""
        if self._is_latest:
            text = self.tr("The latest value of each figure, of {count} series among them")
            return text.format(count=self._series)
        text = self.tr("{count} series, {span}")
        matrices = [one for one in self._shared if one.columns]
        return text.format(count=self._series, span=self._span(matrices))

    def _span(self, shared: list[Together]) -> str:
        """Return the first and the last period of series."""
        wording = self._store.wording
        periods = [period for one in shared for period in one.columns]
        dated = [one for one in periods if one.start and one.end]
        if not dated:
            return wording.join(map(wording.period, periods))
        first = min(dated, key=lambda one: (one.start, one.end))
        last = max(dated, key=lambda one: (one.end, one.start))
        return wording.say("from_to", first=wording.period(first), last=wording.period(last))

    # Rows of a figure

    def table_of(self, fact_id: str | None) -> FigureTable | None:
        """Return the first table with a row of a figure or goal, if any."""
        return next((one for one in self.tables if one.row_of(fact_id).isValid()), None)

    @property
    def fact_at_hand(self) -> str | None:
        """Return the id of the current row's figure or goal, of the focused table if any."""
        focused = QApplication.focusWidget()
        tables = [one for one in self.tables if one is focused] or self.tables
        return next((one.fact_at_hand for one in tables if one.fact_at_hand), None)

    def enter(self, fact_id: str | None) -> None:
        """Focus the table with a figure's row, or else the first one, without selecting."""
        (self.table_of(fact_id) or self.first).enter(fact_id)

    def on_selection(self) -> None:
        """Show the store's selection."""
        for table in self.tables:
            table.on_selection()

    @property
    def whole_text(self) -> str:
        """Return all tables as tab-separated text with headings."""
        return "\n".join(one.whole_text for one in self.tables)
