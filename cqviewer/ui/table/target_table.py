"""The targets of figures as a table: a row for each target, with outturn, difference, verdict."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex

from cqviewer.charts.contents import FactRow
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.judging.verdict import Verdict, verdicts
from cqviewer.model.numbers.period import Period
from cqviewer.ui.table.table_model import FIGURE, PERIOD, VALUE, FigureTableModel, shape_of
from cqviewer.ui.table.table_view import FigureTable

TARGET, DIFFERENCE, VERDICT = range(3, 6)


class TargetRow(FactRow, frozen=True, kw_only=True):
    """A figure's target with its verdict; the observation is the outturn, if there is one."""

    verdict: Verdict


def target_rows(shown: Iterable[Indicator], sheet: Sheet) -> list[FactRow]:
    """Return the rows of the targets of figures, only of the periods that are shown of them."""
    rows: list[FactRow] = []
    for figure in shown:
        whole = sheet.indicators[figure.id]
        periods = {one.period for one in figure.observations}
        is_whole = len(periods) == len(whole.observations)
        rows += [
            TargetRow(whole, one.outturn, verdict=one)
            for one in verdicts(whole)
            if is_whole or one.target.period in periods
        ]
    return rows


class TargetTableModel(FigureTableModel):
    """Targets with outturn, difference, verdict and origin of the verdict."""

    def columnCount(self, parent: object = None) -> int:
        return 0 if isinstance(parent, QModelIndex) and parent.isValid() else 7

    def headings(self) -> list[str]:
        """Return the names of the columns."""
        return [super().headings()[FIGURE], *self._store.wording.target_heads()]

    def is_right(self, column: int) -> bool:
        """Return whether the cells of a column are numbers, aligned to the right."""
        return column in (VALUE, TARGET, DIFFERENCE)

    def value(self, row: FactRow) -> str:
        """Return the outturn with as many digits as the verdict needs."""
        return self.cells(row)[VALUE]

    def is_missing(self, text: str) -> bool:
        """Return whether a cell's text says that there is no outturn or target."""
        say = self._store.wording.say
        return super().is_missing(text) or text in (say("outturn_none"), say("no_target"))

    def _worded(self, row: FactRow) -> list[str]:
        return [self.name(row), *self._store.wording.target_cells(*_judged(row))]

    def name(self, row: FactRow) -> str:
        """Return the short name of a row's figure, since there are many columns."""
        return self._store.wording.short_name(_judged(row)[0])

    def _key(self, row: FactRow, column: int) -> tuple[Any, ...] | None:
        figure, one = _judged(row)
        if column == PERIOD:
            start, end = one.target.period.start, one.target.period.end
            return (start, end) if start and end else None
        if column in (TARGET, DIFFERENCE):
            number = one.target.value if column == TARGET else one.difference
            return None if number is None else (number.scaleb(figure.unit.exponent),)
        return super()._key(row, column) if column <= VALUE else (self.cells(row)[column],)

    def shape(self, row: FactRow) -> object:
        """Return a key that is the same for rows with cells of about the same widths."""
        _, one = _judged(row)
        aim = one.target
        return shape_of(row), one.outcome, len(str(aim.value)), len(str(one.difference)), aim.kind


class TargetTable(FigureTable):
    """A table of targets; a row stands for its figure in the period of the outturn."""

    def _stands_for(self, at: QModelIndex) -> tuple[str, Period | None]:
        row = self.figures.table_rows[at.row()]
        return row.fact.id, row.observation.period if row.observation else None


def _judged(row: FactRow) -> tuple[Indicator, Verdict]:
    assert isinstance(row, TargetRow)
    assert isinstance(row.fact, Indicator)
    return row.fact, row.verdict
