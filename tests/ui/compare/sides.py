"""Comparisons of small sheets for tests of their table, without a window and its worker."""

from collections import Counter
from typing import cast

from PySide6.QtCore import QObject, Signal

from cqviewer.model.comparing.side_by_side import ComparedRow, compare_figures, match_figures
from cqviewer.model.facts import Sheet
from cqviewer.model.text import Language
from cqviewer.model.wording.side_words import SideWording
from cqviewer.ui.compare.comparison import Comparison, Tab
from tests.model.sheets import sheet


class Sides(QObject):
    """What a table asks of a comparison; all of its rows are there from the first."""

    changed = Signal()
    grown = Signal(int)

    def __init__(self, *indicators: str, language: Language = "en") -> None:
        """Compare sheets, each given by the lines of its indicators and named after a year."""
        super().__init__()
        self.sheets: tuple[Sheet, ...] = tuple(
            sheet(one, head=f"year: {2020 + at}\n") for at, one in enumerate(indicators)
        )
        self.rows: list[ComparedRow] = [compare_figures(one) for one in match_figures(self.sheets)]
        self.counts = Counter(row.extent for row in self.rows)
        self.tab: Tab = "all"
        self.chosen: tuple[ComparedRow, int] | None = None
        self._language: Language = language

    def words(self) -> SideWording:
        """Return the words of the comparison."""
        return SideWording(self.sheets, self._language)

    def choose(self, row: ComparedRow, at: int) -> None:
        """Select a cell."""
        self.chosen = (row, at)

    def remove(self, at: int) -> None:
        """Leave all sheets where they are."""

    def as_comparison(self) -> Comparison:
        """Return itself as what a table is given."""
        return cast(Comparison, self)
