"""The model of a table of series: a row for each figure, a column for each period."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt

from cqviewer.charts.contents import FactRow, Together
from cqviewer.charts.words import item_name, note_number, unit_beside
from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.chinese_scale import common_scale
from cqviewer.model.wording.marks import bracketed, letters
from cqviewer.model.wording.wording import Wording
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import Index
from cqviewer.ui.table.table_model import MANY, FigureTableModel, shape_of


class PeriodTableModel(FigureTableModel):
    """Figures that share a table, with their periods as columns."""

    def __init__(self, store: Store, shown: Together) -> None:
        """Show figures that share a table, in the language of a store."""
        self.periods: Sequence[Period] = shown.columns
        self._by_period = {
            one.id: {each.period: each for each in one.observations} for one in shown.figures
        }
        same = shown.figures if shown.breakdown else None
        self._breakdown = store.sheet.breakdowns.get(shown.breakdown or "")
        self._wordings: dict[int | None, Wording] = {}
        self._scales = {one.id: common_scale(same or [one]) for one in shown.figures}
        super().__init__(store, [FactRow(one) for one in shown.figures])

    def _noted(self) -> list[Indicator | Observation]:
        found: list[Indicator | Observation] = []
        for row in self._in_order:
            found += [row.fact] if isinstance(row.fact, Indicator) else []
            found += self.observations(row)
        return found

    def observations(self, row: FactRow) -> Sequence[Observation]:
        """Return all observations of a row's figure."""
        return tuple(self._by_period[row.fact.id].values())

    def row_of(self, fact_id: str | None) -> QModelIndex:
        """Return the newest cell of a figure's row; an invalid index if it has no row."""
        return super().row_of(fact_id).siblingAtColumn(len(self.periods) - 1)

    def cell_of(self, fact_id: str | None, period: Period | None) -> QModelIndex:
        """Return the cell of a figure's observation of a period, or of its latest."""
        row = self.row_of(fact_id)
        if row.isValid() and period is None:
            fact = self.table_rows[row.row()].fact
            period = fact.latest.period if isinstance(fact, Indicator) else None
        return row.siblingAtColumn(self.periods.index(period)) if period in self.periods else row

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.periods)

    def is_value(self, _column: int) -> bool:
        """Return True: all columns hold values."""
        return True

    def headings(self) -> list[str]:
        """Return the periods."""
        return [self._store.wording.period(one) for one in self.periods]

    def name(self, row: FactRow) -> str:
        """Return the name of a row's figure; of a part of a breakdown the name of its item."""
        if self._breakdown is None or not isinstance(row.fact, Indicator):
            return super().name(row)
        return item_name(row.fact, self._store.sheet, self._store.wording)

    def frozen_headings(self) -> list[str]:
        """Return the headings of names and units; of a breakdown its name and unit."""
        translate, wording = QCoreApplication.translate, self._store.wording
        if self._breakdown is not None:
            unit = self._unit(self._in_order[0])
            parts = (wording.text(self._breakdown.name), unit)
            return [wording.join(one for one in parts if one), ""]
        return [translate("FigureTableModel", "Figure"), translate("FigureTableModel", "Unit")]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a period or the name of a figure; for screen readers the name with its unit."""
        if orientation == Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        row = self.table_rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [super().name(row), self._unit(row)]
            return self._store.wording.join(one for one in parts if one)
        return None

    def cell_row(self, row: FactRow, column: int) -> FactRow:
        """Return the row of a cell: the figure with its observation of the period, if any."""
        return FactRow(row.fact, self._by_period[row.fact.id].get(self.periods[column]))

    def unit(self, row: FactRow) -> str:
        """Return the unit of a row's figure; '' if the heading says it."""
        return "" if self._breakdown else self._unit(row)

    def _unit(self, row: FactRow) -> str:
        fact = row.fact
        return unit_beside(fact, self._wording(fact.id)) if isinstance(fact, Indicator) else ""

    def _wording(self, fact_id: str) -> Wording:
        """Return the wording that uses one scale for all amounts of a row."""
        scale = self._scales[fact_id]
        if scale not in self._wordings:
            self._wordings[scale] = self._store.wording.in_scale(scale)
        return self._wordings[scale]

    def _worded(self, row: FactRow) -> list[str]:
        return [self.value(self.cell_row(row, column)) for column in range(len(self.periods))]

    def value(self, row: FactRow) -> str:
        """Return a value without its unit; a missing one as its letter, or in words."""
        wording, one = self._wording(row.fact.id), row.observation
        if one is None:
            return wording.inside(wording.say("not_in_sheet"))
        is_reason = not one.is_known and letters(one)
        figure = row.fact
        if is_reason or not isinstance(figure, Indicator):
            return bracketed(one)
        return wording.bare(figure, one)

    def signs(self, row: FactRow) -> str:
        """Return the signs beside a value; of a missing one the footnote's number alone."""
        if row.observation is None or row.observation.is_known:
            return super().signs(row)
        return note_number(row.observation, self.notes, self._store.wording)

    def is_missing(self, text: str) -> bool:
        """Return whether a cell's text says that the sheet has nothing for the period."""
        wording = self._store.wording
        return text == wording.inside(wording.say("not_in_sheet"))

    def _key(self, row: FactRow, column: int) -> tuple[Any, ...] | None:
        value = self.cell_row(row, column).true_value
        return None if value is None else (value,)

    def sampled_cells(self) -> list[list[FactRow]]:
        """Return for each column rows that include its widest value, as `samples` does."""
        columns = range(len(self.periods))
        if len(self._in_order) * len(columns) <= MANY:
            return [[self.cell_row(row, one) for row in self._in_order] for one in columns]
        found = []
        for column in columns:
            shapes: dict[object, FactRow] = {}
            for row in self._in_order:
                one = self.cell_row(row, column)
                shapes.setdefault(shape_of(one), one)
            found.append(list(shapes.values()))
        return found
