"""Changes of the sheet's file, written by the worker process, with undo and redo."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QFileInfo, QObject, Signal
from PySide6.QtWidgets import QWidget

from cqviewer.model.editing.edits import taken
from cqviewer.model.problems import Offer
from cqviewer.paths import is_bundled
from cqviewer.save import SaveError
from cqviewer.ui.editing.confirming import Confirming
from cqviewer.ui.editing.refusals import why
from cqviewer.ui.editing.words import offered
from cqviewer.ui.output.saving import ask_where_to_save
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.language import chosen_language
from cqviewer.ui.state.notices import Links, Notice, Notices, failure
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import Call, WorkerError, worker
from cqviewer.worker import tasks
from cqviewer.worker.editions import stale_texts
from cqviewer.worker.rewrites import Change, Checked, Fix, Restore, Write

_EMPTY = """\
cqviewer: 1
title: {sheet}
place: {place}
date: {date}
{languages}sources:
  source_1:
    title: {source}
indicators: {{}}
sections:
  - id: section_1
    title: {section}
"""


class UndoStep(NamedTuple):
    """A change of a file that can be undone."""

    path: Path
    before: bytes
    after: bytes


class Changes(QObject):
    """Changes the file of one window's sheet, which the window then reads again."""

    changed = Signal()
    """`can_undo` or `can_redo` may have changed."""
    restored = Signal()
    """A change was undone or redone."""
    left = Signal()
    """Another file was opened."""
    made = Signal()
    """A sheet that was saved to be edited has been opened."""
    checked = Signal(object)
    """Carries the Checked of the sheet's file: its present content and problems."""
    listed = Signal(object, object)
    """Carries the Path and the Checked of a file, which may be another than the sheet's."""

    def __init__(self, store: Store, files: Files, notices: Notices, window: QWidget) -> None:
        """Begin with nothing to undo."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._notices = notices
        self._window = window
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []
        self._opened = files.path, store.sheet
        self._stale: list[str] = []
        self._made: Path | None = None
        files.opened.connect(self._look_at_texts)
        self._last: tuple[Path, Checked] | None = None
        self.confirming = Confirming(self)
        """Looks up the numbers of the last checked file in its sources."""
        self.confirming.changed.connect(self._on_confirmed)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each action does, by its name."""
        return {"undo": self.undo, "redo": self.redo}

    @property
    def can_undo(self) -> bool:
        """Return whether there is a change to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Return whether there is a change to redo."""
        return bool(self._undone)

    @property
    def file_name(self) -> str:
        """Return the name of the file."""
        return self._files.path.name if self._files.path else ""

    def check(self, path: Path | None = None) -> None:
        """Ask the worker to check a file: that of the sheet, or another one."""
        path = path or self._files.path
        if path is not None:
            call = worker().call(self, tasks.check, path)
            call.done.connect(partial(self._on_checked, path))
            call.failed.connect(self._on_failed)

    def _on_checked(self, path: Path, checked: Checked) -> None:
        self._last = path, checked
        if advice := self.confirming.found(path, checked):
            checked = replace(checked, problems=[*checked.problems, *advice])
        self.listed.emit(path, checked)
        if path == self._files.path:
            self.checked.emit(checked)

    def _on_confirmed(self) -> None:
        if self._last is not None:
            self._on_checked(*self._last)

    def fix(self, texts: dict[tuple[str | int, ...], str] | None = None) -> None:
        """Write certain corrections, by path, or all of them, and show what was written."""
        if (call := self.make(Fix(texts), self._files.faulty)) is not None:
            call.done.connect(self._tell)

    def take(self, offer: Offer, seen: bytes) -> None:
        """Write an offer into the file, whose content was `seen`, and show the result."""
        call = self.make(Write((taken(offer),), seen), self._files.faulty)
        if call is not None:
            call.done.connect(partial(self._tell_taken, offer))

    def make(self, change: Change, path: Path | None = None) -> Call | None:
        """Change the sheet's file, or another; offer a copy if the file is not the reader's.

        Returns None in that case. A saved copy then is the open sheet.
        """
        path = path or self._files.path
        if path is None or not _is_own(path):
            self.offer_copy()
            return None
        call = worker().call(self, tasks.check, path, change)
        call.done.connect(partial(self._on_changed, path))
        call.failed.connect(self._on_failed)
        return call

    @property
    def is_own(self) -> bool:
        """Return whether the file may be changed: no PDF, not bundled, not write-protected."""
        return self._files.path is not None and _is_own(self._files.path)

    def undo(self) -> None:
        """Undo the last change."""
        if self._done:
            step = self._done.pop()
            said = self.tr("Taken back.")
            self._restore(said, step, Restore(step.after, step.before), self._done, self._undone)

    def redo(self) -> None:
        """Redo the last change that was undone."""
        if self._undone:
            step = self._undone.pop()
            said = self.tr("Made again.")
            self._restore(said, step, Restore(step.before, step.after), self._undone, self._done)

    def _restore(
        self, said: str, step: UndoStep, change: Restore, out: list[UndoStep], into: list[UndoStep]
    ) -> None:
        call = worker().call(self, tasks.check, step.path, change)
        call.done.connect(partial(self._on_restored, said, into, step))
        call.failed.connect(partial(self._on_not_restored, out, len(out), step))
        self.changed.emit()

    def _on_restored(
        self, said: str, into: list[UndoStep], step: UndoStep, checked: Checked
    ) -> None:
        into.append(step)
        announce(self._window, said)
        self.restored.emit()
        self._notices.dismiss("writing")
        self.changed.emit()
        self._on_checked(step.path, checked)
        self._files.open(step.path)

    def _on_not_restored(
        self, out: list[UndoStep], place: int, step: UndoStep, error: Exception
    ) -> None:
        """Keep the step in its place, which is possible again once the file is as it was."""
        out.insert(place, step)
        self.changed.emit()
        self._on_failed(error)

    def _on_changed(self, path: Path, checked: Checked) -> None:
        self._on_checked(path, checked)
        if checked.data == checked.before:
            return
        self._done.append(UndoStep(path, checked.before, checked.data))
        self._undone.clear()
        self.changed.emit()
        self._files.open(path)

    def _look_at_texts(self, path: Path) -> None:
        """Look for texts that have become untrue since this file was opened."""
        if path != self._opened[0]:
            self._opened = path, self._store.sheet
            self.left.emit()
        if path == self._made:
            self._made = None
            self.made.emit()
        self._ask_for_stale()

    def _ask_for_stale(self) -> None:
        sheets = self._opened[1], self._store.sheet
        call = worker().call(self, stale_texts, *sheets, self._store.view.language)
        call.done.connect(self._tell_stale)

    def _tell_stale(self, stale: list[str]) -> None:
        """Show newly untrue texts once, and remove the notice when all are mended."""
        before, self._stale = self._stale, stale
        if set(stale) - set(before):
            self._notices.show(self._stale_notice())
        elif not stale:
            self._notices.dismiss("texts")

    def _stale_notice(self) -> Notice:
        title = self.tr("Look again at texts that may no longer be true")
        return Notice(title, " ".join(self._stale), topic="texts", again=self._say_stale_again)

    def _say_stale_again(self) -> Notice:
        """Return the notice as it was, and request the texts in the present language."""
        self._ask_for_stale()
        return self._stale_notice()

    def _tell(self, checked: Checked) -> None:
        """Show which corrections were written, with a link to undo them."""
        path = self._files.faulty
        if path is None or not checked.written:
            return
        wrote = self.tr("{new} instead of {old}")
        said = [wrote.format(old=old, new=new) for old, new in checked.written]
        title = self.tr("Wrote into {file}: {count}").format(file=path.name, count=len(said))
        text = "; ".join(said[:3]) + (" …" if len(said) > 3 else "")
        self.tell(title, text, "\n".join(said) if len(said) > 3 else "")

    def tell(self, title: str, text: str = "", details: str = "") -> None:
        """Show that something was written, with a link to undo it."""
        links: Links = ((self.tr("Undo"), self.undo),)
        self._notices.show(Notice(title, text, details, "notice", "writing", links))

    def _tell_taken(self, offer: Offer, checked: Checked) -> None:
        """Show that an offer was written, with a link to undo it, or why it was not."""
        path = self._files.faulty
        if path is None:
            return
        if checked.refused:
            said = why(checked.refused[0])
            self._notices.show(Notice(self.tr("The file was not changed"), said, topic="writing"))
            return
        self.tell(self.tr("Wrote into {file}").format(file=path.name), offered(offer))

    def _on_failed(self, error: Exception) -> None:
        """Show why nothing was written; raise an error that is a fault of the program."""
        title = self.tr("The file was not changed")
        self._notices.show(failure(title, error, SaveError, WorkerError))

    def offer_copy(self) -> None:
        """Show that this file cannot be changed, with a link that saves a copy."""
        path = self._files.path
        title = self.tr("This file is not changed here")
        name = path.name if path else ""
        text = self.tr(
            "{file} is a PDF, comes with cqviewer, or it or its folder is write-protected."
        )
        links: Links = ((self.tr("Save a copy to edit …"), self._copy),)
        self._notices.show(Notice(title, text.format(file=name), "", "notice", "writing", links))

    def _copy(self) -> None:
        """Ask for a name, save the sheet's YAML under it, and open that."""
        path = self._files.path
        name = path.stem if path else "sheet"
        if path == self._files.save_folder / f"{name}.yaml":
            name += "-copy"  # saving over the file itself would be refused
        self._save_new(self.tr("Save a copy"), name, self._store.sheet.yaml)

    def new_sheet(self) -> None:
        """Ask for a name, save an empty sheet of today under it, and open that."""
        today = datetime.datetime.now().astimezone().date()
        is_chinese = chosen_language(self._store.view.language_choice) == "zh"
        data = _EMPTY.format(
            sheet=self.tr("New sheet"),
            place=self.tr("New place"),
            date=today.isoformat(),
            languages="languages: [zh]\n" if is_chinese else "",
            source=self.tr("New source"),
            section=self.tr("New section"),
        )
        self._save_new(self.tr("New empty sheet"), self.tr("new-sheet"), data.encode())

    def _save_new(self, title: str, name: str, data: bytes) -> None:
        suggested = self._files.save_folder / f"{name}.yaml"
        kinds = {self.tr("Fact sheet (*.yaml)"): ".yaml"}
        target = ask_where_to_save(self._window, title, suggested, kinds)
        if target:
            self._notices.dismiss("writing")
            call = worker().call(self, tasks.save, data, target.path, self._files.inputs)
            call.done.connect(partial(self._on_saved, target.path))
            call.failed.connect(self._on_failed)

    def _on_saved(self, path: Path, _digest: str) -> None:
        self._made = path
        self._files.open(path)


def _is_own(path: Path) -> bool:
    """Return whether a file may be changed: itself, and its folder for a replacement."""
    if path.suffix.lower() == ".pdf" or is_bundled(path):
        return False
    seen = QFileInfo(str(path))
    is_free = seen.isWritable() and QFileInfo(seen.canonicalPath()).isWritable()
    return is_free or not seen.exists()  # about a missing file the worker reports
