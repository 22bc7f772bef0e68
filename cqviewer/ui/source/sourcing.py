"""Follows the selected figure into its source: reads the source and chooses the place to show."""

import contextlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cqviewer.evidence.document import EvidenceError
from cqviewer.evidence.places import Traced, TraceStep, steps
from cqviewer.evidence.reading import evidence_file
from cqviewer.evidence.unused import Unused, put_aside, take_back
from cqviewer.model.editing.edits import Edit
from cqviewer.model.facts import Indicator
from cqviewer.model.target import Goal
from cqviewer.ui.editing.changes import Changes
from cqviewer.ui.source.seen import Seen
from cqviewer.ui.source.words import counts, figure_values, spoken, why_none
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.store import SourceTab, Store, View
from cqviewer.ui.state.watch import FileWatch
from cqviewer.ui.state.worker_client import Call, WorkerError, worker
from cqviewer.worker import evidence
from cqviewer.worker.evidence import OpenedEvidence
from cqviewer.worker.rewrites import Checked, Write

_Key = tuple[str, tuple[int, ...]]
"""The id of a source and the pages to read of it; () for all pages."""


class Sourcing(QObject):
    """Holds what one window shows of sources; reads nothing until a source is shown."""

    changed = Signal()
    """`seen` or `problem` has changed."""
    moved = Signal()
    """The reader went to another place."""
    progressed = Signal(int, int)
    """Carries the part of a document that is being read, and the number of parts."""
    replaced = Signal()
    """The file of the shown evidence has changed."""
    figure_wanted = Signal(object)
    """Carries the known values of a new figure, by the format's keys."""

    def __init__(self, store: Store, files: Files, changes: Changes, window: QWidget) -> None:
        """Follow the selection of a window's store; `changes` writes what is set aside."""
        super().__init__(window)
        self.store = store
        self._files = files
        self._changes = changes
        self._window = window
        self.row = 0
        """The current row of the unused numbers."""
        self._read: dict[_Key, OpenedEvidence | Exception] = {}
        self._call: Call | None = None
        self._asked: _Key | None = None
        self._source = ""
        self._steps: tuple[TraceStep, ...] = ()
        self._step = self._at = 0
        self._is_whole_wanted = self._is_again = self._is_writing = False
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._on_replaced)
        self._watch.vanished.connect(self._on_replaced)
        self.seen = Seen()
        """What is shown."""
        store.view_changed.connect(self._on_view_changed)
        store.sheet_changed.connect(self.read_again)
        files.opened.connect(self.read_again)
        self._follow()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {"next_place": partial(self.go, 1), "previous_place": partial(self.go, -1)}

    def folder(self) -> Path:
        """Return the folder of the sheet's file, in which its evidence lies."""
        return self._files.path.parent if self._files.path else Path()

    @property
    def tab(self) -> SourceTab:
        """Return the tab of the view; 'text' instead of 'page' unless the source is a PDF."""
        tab = self.store.view.source
        return "text" if tab == "page" and not self.has_pages else tab

    @property
    def has_pages(self) -> bool:
        """Return whether the source is a PDF."""
        document = self.seen.document
        if document is not None:
            return document.kind == "pdf"
        source = self.store.sheet.sources.get(self._source)
        return bool(source and (source.evidence or "").lower().endswith(".pdf"))

    @property
    def problem(self) -> Exception | None:
        """Return the error with which reading the document failed, if any."""
        found = self._read.get(self._key)
        return found if isinstance(found, Exception) else None

    def toggle(self) -> None:
        """Show the source in the widened panel, or the facts in the normal panel again."""
        self._choose_source()
        wanted: SourceTab = "page" if self.has_pages else "text"
        self.store.look(source="" if self.store.view.source else wanted, is_panel_open=True)
        if self.store.view.source:
            self._say_place()
        else:
            announce(self._window, self.tr("The source is no longer shown"))

    def go(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place or input, after the last to the first."""
        if not self.store.view.source:
            self.toggle()
            return
        if self.seen.is_input:
            self._step, self._at = (self._step + by) % len(self._steps), 0
        elif self.seen.among:
            self._at = (self._at + by) % self.seen.among
        self._show()
        self.moved.emit()
        self._say_place()

    def search_whole(self) -> None:
        """Read all pages, to look for the number in them."""
        self._is_whole_wanted = True
        self._show()

    def read_again(self) -> None:
        """Read the source again; what is shown stays until then."""
        self._drop()
        self._is_again = self.seen.opened is not None
        self._read.clear()
        self._follow()

    def _on_replaced(self) -> None:
        self.replaced.emit()
        self.read_again()

    def open_file(self) -> None:
        """Open the evidence in the system's program for it."""
        source = self.store.sheet.sources.get(self.seen.source)
        if source is not None and source.evidence:
            self._files.edit(self.folder() / source.evidence)

    # Numbers that no figure uses

    def remember_row(self, row: int) -> None:
        """Remember the current row of the unused numbers."""
        self.row = row

    def act(self, act: str, one: Unused) -> None:
        """Request a new figure for a number, set the number aside, or undo that."""
        sheet, source, document = self.store.sheet, self.seen.source, self.seen.document
        if document is None or self._is_writing:
            return
        if act == "make":
            self.figure_wanted.emit(figure_values(one, source, document))
        elif act == "aside":
            self._write(put_aside(sheet, source, document, (one,)))
        else:
            self._write((take_back(sheet, one),))

    def set_all_aside(self) -> None:
        """Set all unused numbers aside, in one change."""
        opened = self.seen.opened
        if opened is not None and opened.review is not None and not self._is_writing:
            sheet, listed = self.store.sheet, opened.review.unused
            self._write(put_aside(sheet, self.seen.source, opened.document, listed))

    def _write(self, edits: tuple[Edit, ...]) -> None:
        """Write edits; no further one is made until the numbers are listed again."""
        call = self._changes.make(Write(edits, self.store.sheet.yaml))
        if call is not None:
            self._is_writing = True
            call.done.connect(self._on_written)
            call.failed.connect(self._on_not_written)

    def _on_not_written(self) -> None:
        self._is_writing = False

    def _on_written(self, checked: Checked) -> None:
        """Announce the result, for readers who cannot see that the row is gone."""
        said = self.tr("Saved.")
        if checked.refused:
            self._is_writing = False
            said = self.tr("Not saved: {why}").format(why=checked.refused[0].said(with_help=False))
        announce(self._window, said)

    # What is selected

    def _on_view_changed(self, old: View, new: View) -> None:
        was, now = ((one.selected, one.observation, one.source) for one in (old, new))
        if was != now:
            self._is_again = False
            self._follow()

    def _follow(self) -> None:
        """Show the selected figure's first place."""
        fact, sheet = self.store.seen_fact(), self.store.sheet
        found: tuple[TraceStep, ...] = ()
        if self.store.view.source and isinstance(fact, Indicator):
            whole = sheet.indicators[fact.id]
            found = steps(sheet, fact.id, whole.observations.index(fact.latest))
        elif self.store.view.source and isinstance(fact, Goal) and fact.citation is not None:
            found = (TraceStep(fact.id, None, fact.citation.source, fact.citation),)
        if found != self._steps:
            self._steps, self._step, self._at, self._is_whole_wanted = found, 0, 0, False
        self._show()

    def _choose_source(self) -> None:
        """Choose the source of the shown figure, else keep the present one, else the first."""
        known = self.store.sheet.sources
        fact = self.store.seen_fact()
        step = self._steps[self._step] if self._steps else None
        one = fact.latest if isinstance(fact, Indicator) else fact
        cited = one.citation if one is not None else None
        if step is not None:
            self._source = step.source or self._source
        elif cited is not None:
            self._source = cited.source
        if self._source not in known:
            named = [key for key, one in known.items() if one.evidence]
            self._source = next(iter([*named, *known]), "")

    @property
    def _key(self) -> _Key:
        """Return the source and pages to read: the cited pages of a PDF, or all.

        Page labels such as A-3 are known only once all pages have been read.
        """
        whole: _Key = self._source, ()
        citation = self._steps[self._step].citation if self._steps else None
        is_whole = self._is_whole_wanted or self.store.view.source == "unused"
        if is_whole or whole in self._read or citation is None or citation.part != "page":
            return whole
        if re.search(r"[^\d\s,–-]", citation.where):
            return whole
        return self._source, citation.numbers

    def _show(self) -> None:
        """Show the document, or request it if it has not been read."""
        if not self.store.view.source:
            self._drop()
            self._is_writing = False
            self.changed.emit()
            return
        self._choose_source()
        key = self._key
        if self._source and key not in self._read:
            self._ask(key)
        found = self._read.get(key)
        opened = found if isinstance(found, OpenedEvidence) else None
        if found is None and self._is_again and self.seen.source == self._source:
            opened = self.seen.opened  # without its places, which belong to the sheet before
            opened = opened and msgspec.structs.replace(opened, found=(), traced={})
        step = self._steps[self._step] if self._steps else None
        self.seen = Seen(self._source, step, opened)
        traced = opened.traced.get((step.figure, step.observation)) if opened and step else None
        if traced is not None:
            self._point(traced)
        self.changed.emit()

    def _point(self, traced: Traced) -> None:
        """Show the current place of a step."""
        place = traced.places[self._at % len(traced.places)] if traced.places else None
        number, count = self._at + 1, len(traced.places)
        if is_input := self._is_derived:
            number, count = self._step + 1, len(self._steps)
        self.seen = self.seen._replace(
            traced=traced, place=place, at=number, among=count, is_input=is_input
        )

    @property
    def _is_derived(self) -> bool:
        """Return whether the figure is derived, so that its inputs are shown instead."""
        selected = self.store.view.selected
        return len(self._steps) > 1 or any(one.figure != selected for one in self._steps)

    # The worker

    def _ask(self, key: _Key) -> None:
        if key == self._asked:
            return
        self._drop()
        source, pages = self._asked = key
        sheet, folder = self.store.sheet, self.folder()
        with contextlib.suppress(EvidenceError):
            self._watch.follow(evidence_file(sheet, folder, source))
        call = worker().call(self, evidence.open_evidence, sheet, folder, source, pages)
        call.progressed.connect(self.progressed)
        call.done.connect(partial(self._on_read, key))
        call.failed.connect(partial(self._on_failed, key))
        self._call = call

    def _drop(self) -> None:
        if self._call is not None:
            self._call.drop()
        self._call = self._asked = None

    def _on_read(self, key: _Key, opened: OpenedEvidence) -> None:
        self._keep(key, opened)
        if self._steps or self.tab == "unused":  # else it was said before that none is selected
            self._say_place()

    def _on_failed(self, key: _Key, error: Exception) -> None:
        """Store why a document cannot be read; raise an error that is a fault of the program."""
        if not isinstance(error, EvidenceError | WorkerError):
            raise error
        self._keep(key, error)
        self._say_place()

    def _keep(self, key: _Key, found: OpenedEvidence | Exception) -> None:
        self._call = self._asked = None
        self._is_again = self._is_writing = False
        self._read[key] = found
        self._show()

    def _say_place(self) -> None:
        """Announce which place is shown, or why there is none."""
        if not self.store.view.source:
            return
        opened, text = self.seen.opened, ""
        if opened is None:
            why = why_none(self.seen, self.problem, self.store)
            text = self.store.wording.join(why, "colon")
        elif self.tab == "unused" and opened.review is not None:
            text = counts(opened, self.store)
        text = text or spoken(self.seen, self.store)
        if text:
            announce(self._window, text)
