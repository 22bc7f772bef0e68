"""The sheets compared with the open one, and their figures, compared a few at a time."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from cqviewer.model.comparing.side_by_side import (
    MOST_SHEETS,
    ComparedRow,
    Extent,
    Figures,
    compare_figures,
    match_figures,
)
from cqviewer.model.facts import Sheet
from cqviewer.model.wording.side_words import SideWording
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.notices import Notice, Notices
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import worker
from cqviewer.worker import tasks

Tab = Literal["all", "comparable", "single"]
_FIRST = 30
"""Rows that are compared before the first ones are shown."""
_SLICE = 0.01
"""Seconds of comparing at a time, so that the window stays responsive."""


def is_in_tab(row: ComparedRow, tab: Tab) -> bool:
    """Return whether a row is shown in a tab."""
    return tab == "all" or (row.ranked > 0 if tab == "comparable" else not row.is_shared)


class Comparison(QObject):
    """Holds the comparison of one window; nothing of it is written to a file."""

    changed = Signal()
    """Other sheets are compared; there are no rows yet."""
    grown = Signal(int)
    """More rows have been compared; carries how many there were before."""
    ready = Signal()
    """All rows have been compared."""
    recorded = Signal(object)
    """Carries the Paths of the sheets that are compared now, the open one first."""

    def __init__(self, store: Store, files: Files, notices: Notices, parent: QObject) -> None:
        """Compare with a store's sheet; nothing stands beside it yet."""
        super().__init__(parent)
        self._store = store
        self._files = files
        self._notices = notices
        self._others: list[tuple[Path, Sheet]] = []
        self.rows: list[ComparedRow] = []
        self.counts = Counter[Extent]()
        """The number of rows by extent, kept up to date, since counting would take too long."""
        self._told = 0
        self.tab: Tab = "all"
        self.chosen: tuple[ComparedRow, int] | None = None
        """The selected cell: its row and the index of its sheet."""
        self._matched: Iterator[Figures] = iter(())
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._go_on)
        store.sheet_changed.connect(self.restart)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return the sheets, the open one first."""
        return (self._store.sheet, *(sheet for _, sheet in self._others))

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return the files of the sheets beside the open one."""
        return tuple(path for path, _ in self._others)

    @property
    def is_whole(self) -> bool:
        """Return whether all rows have been compared."""
        return not self._idle.isActive()

    @property
    def has_room(self) -> bool:
        """Return whether one more sheet can be compared."""
        return len(self.sheets) < MOST_SHEETS

    def words(self) -> SideWording:
        """Return the wording of the comparison in the view's language."""
        return SideWording(self.sheets, self._store.view.language)

    def add(self, paths: Sequence[Path]) -> None:
        """Read sheets and compare them too, up to six in all."""
        for path in paths:
            call = worker().call(self, tasks.read, path)
            call.done.connect(partial(self._on_read, path))
            call.failed.connect(partial(self._files.tell_unread, path))
            self._notices.show_busy(self.tr("Opening {file} …").format(file=path.name), call)

    def begin_with(self, paths: Sequence[Path]) -> None:
        """Compare the open sheet with these files only."""
        self._others = []
        self.restart()
        self.add(paths)

    def remove(self, at: int) -> None:
        """Remove the sheet at an index; the open one, at 0, stays."""
        if 0 < at < len(self.sheets):
            del self._others[at - 1]
            self.restart()

    def choose(self, row: ComparedRow, at: int) -> None:
        """Select a cell."""
        self.chosen = (row, at)

    def _on_read(self, path: Path, sheet: Sheet) -> None:
        if not self.has_room:
            title = self.tr("At most {number} sheets are compared").format(number=MOST_SHEETS)
            text = self.tr("{file} is left out. Take a sheet out first.").format(file=path.name)
            self._notices.show(Notice(title, text, kind="notice"))
            return
        self._others.append((path, sheet))
        self.restart()
        if self._files.path is not None:
            self.recorded.emit([self._files.path, *(one for one, _ in self._others)])

    def restart(self) -> None:
        """Compare from the beginning."""
        self.rows = []
        self.counts.clear()
        self._told = 0
        self.chosen = None
        self._matched = match_figures(self.sheets)
        self.changed.emit()
        self._idle.start()

    def _go_on(self) -> None:
        """Compare rows for a short time, and show them if there are enough new ones."""
        until = time.monotonic() + _SLICE
        while time.monotonic() < until:
            figures = next(self._matched, None)
            if figures is None:
                self._idle.stop()
                break
            self.rows.append(row := compare_figures(figures))
            self.counts[row.extent] += 1
        # Seldom, since a table lays out all of its rows each time; first about a screenful.
        if len(self.rows) > self._told and (
            self.is_whole or len(self.rows) >= max(_FIRST, 2 * self._told)
        ):
            before, self._told = self._told, len(self.rows)
            self.grown.emit(before)
        if self.is_whole:
            self.ready.emit()
