"""The observations of a figure in the Source panel: a list that the keyboard walks."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy

from cqviewer.model.facts import Indicator, Observation
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.marks import bracketed
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import plain_tooltip

_MOST_ROWS = 12
"""Observations that are seen without scrolling."""
_AROUND = 3
"""px above and below the lines of an observation, as in the style sheet."""


class ObservationList(QListWidget):
    """Lists observations, newest first: period and value, then marks in words and the place."""

    chosen = Signal(object)
    """Carries the Period of the observation that a click or an arrow key has led to."""

    def __init__(self, figure: Indicator, shown: Period, store: Store, look: Look) -> None:
        """List the observations of a figure; that of a period is the current one."""
        super().__init__()
        self._figure = figure
        self._store = store
        self._rows = figure.observations[::-1]
        self.setObjectName("observations")
        self.setAccessibleName(self.tr("Observations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        texts = [self._lines(one) for one in self._rows]
        count = max(text.count("\n") for text in texts) + 1
        high = count * look.line_height("caption") + 2 * look.px(_AROUND)
        for one, text in zip(self._rows, texts, strict=True):
            item = QListWidgetItem(text, self)
            item.setSizeHint(QSize(0, high))
            item.setToolTip(plain_tooltip(text))
            said = store.wording.figure_phrase(figure.seen_at(one.period))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.setFixedHeight(min(len(texts), _MOST_ROWS) * high + 2)
        self.setCurrentRow([one.period for one in self._rows].index(shown))
        self.currentRowChanged.connect(self._on_row)

    def _lines(self, one: Observation) -> str:
        """Return period and value, and below them what is said of it, and where it stands."""
        wording, sheet = self._store.wording, self._store.sheet
        value = f"{wording.bare(self._figure, one)} {bracketed(one)}".rstrip()
        remarks = wording.remarks(self._figure, one, is_brief=True)
        place = wording.cited(one.citation, sheet) if one.citation else ""
        below = wording.join([*remarks, wording.text(one.note), place])
        return "\n".join(filter(None, [wording.named(wording.period(one.period), value), below]))

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._rows[row].period)
