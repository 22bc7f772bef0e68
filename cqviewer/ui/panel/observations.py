"""The observations of a figure in the Source panel: a list that the keyboard walks."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy

from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.period import Period
from cqviewer.model.wording.marks import bracketed
from cqviewer.ui.state.store import Store
from cqviewer.ui.style.lines import Index
from cqviewer.ui.style.look import Look
from cqviewer.ui.style.tooltips import plain_tooltip

_MOST_ROWS = 12
"""Rows that are visible without scrolling."""
_AROUND = 3
"""px above and below the lines of an observation."""
_Role = Qt.ItemDataRole


class ObservationModel(QAbstractListModel):
    """The observations of a figure, newest first; texts are made when Qt asks for them."""

    def __init__(self, figure: Indicator, store: Store, height: int) -> None:
        """Hold the observations of a figure, in rows of a height in px."""
        super().__init__()
        self._figure = figure
        self._store = store
        self._height = height
        self.rows = figure.observations[::-1]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return the text, tooltip, accessible text or size of an observation."""
        if role == _Role.DisplayRole:
            return self._lines(index.row())
        if role == _Role.ToolTipRole:
            return plain_tooltip(self._lines(index.row()))
        if role == _Role.AccessibleTextRole:
            period = self.rows[index.row()].period
            return self._store.wording.figure_phrase(self._figure.seen_at(period))
        return QSize(0, self._height) if role == _Role.SizeHintRole else None

    def _lines(self, row: int) -> str:
        """Return period and value, and in a second line remarks, note and citation."""
        one, wording, sheet = self.rows[row], self._store.wording, self._store.sheet
        value = f"{wording.bare(self._figure, one)} {bracketed(one)}".rstrip()
        remarks = wording.remarks(self._figure, one, is_brief=True)
        place = wording.cited(one.citation, sheet) if one.citation else ""
        below = wording.join([*remarks, wording.text(one.note), place])
        return "\n".join(filter(None, [wording.named(wording.period(one.period), value), below]))


class ObservationList(QListView):
    """The list of a figure's observations."""

    chosen = Signal(object)
    """Carries the Period of the observation that was clicked or reached by an arrow key."""

    def __init__(self, figure: Indicator, shown: Period, store: Store, look: Look) -> None:
        """List the observations of a figure; the row of the period `shown` is the current one."""
        super().__init__()
        self.setObjectName("observations")
        self.setAccessibleName(self.tr("Observations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        is_told = any(
            one.citation or one.note or one.marks or one.low is not None
            for one in figure.observations
        )
        high = (2 if is_told else 1) * look.line_height("caption") + 2 * look.px(_AROUND)
        self._model = ObservationModel(figure, store, high)
        self.setModel(self._model)
        self.setFixedHeight(min(self._model.rowCount(), _MOST_ROWS) * high + 2)
        row = [one.period for one in self._model.rows].index(shown)
        self.setCurrentIndex(self._model.index(row))
        self.selectionModel().currentChanged.connect(self._on_current)

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.rows[current.row()].period)
