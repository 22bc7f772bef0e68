"""Compares the sheet of one window with an earlier edition, in the worker process."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cqviewer.model.facts import Sheet
from cqviewer.model.problems import SheetError
from cqviewer.model.reporting.edition_words import EditionChanges
from cqviewer.model.text import Language
from cqviewer.ui.changes.strip import ChangesStrip
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.notices import Notice, Notices
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.store import Edition, Store
from cqviewer.ui.state.worker_client import Call, worker
from cqviewer.ui.style.look import Look
from cqviewer.worker.cache import digest
from cqviewer.worker.editions import changes_since

_Asked = tuple[Path, bytes, Language]
"""The path of the earlier edition, the sheet's content, and the language of the changes."""


class Changing(QObject):
    """Updates the store's changes since the edition that the sheet names or the reader chose."""

    def __init__(
        self, store: Store, files: Files, notices: Notices, settings: Settings, window: QWidget
    ) -> None:
        """Work for a window; `refresh` reads the earlier edition, if there is one."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._notices = notices
        self._settings = settings
        self._window = window
        self._own: Path | None = None
        self._chosen: Path | None = None
        self._asked: _Asked | None = None
        self._call: Call | None = None
        self._known: dict[Path, Edition] = {}
        self._folders: dict[Path, Path] = {}
        """The folders in which editions must lie that are named by another edition."""
        store.sheet_changed.connect(self._on_sheet_changed)
        store.edition_wanted.connect(self.compare)
        files.opened.connect(self.refresh)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {"changes": self.toggle, "compare_edition": self.ask}

    def strip(self, look: Look, parent: QWidget) -> ChangesStrip:
        """Return a strip that counts the changes."""
        return ChangesStrip(self._store, look, parent)

    def toggle(self) -> None:
        """Show or hide the changes; without an earlier edition ask for one."""
        if self._store.changes is None:
            self.ask()
            return
        self._store.look(changes="" if self._store.view.changes else "page")

    def ask(self) -> None:
        """Ask for an earlier edition, and show what changed since."""
        if path := self._files.ask_for_file(self.tr("Choose an earlier edition")):
            self.compare(path)

    def compare(self, path: Path) -> None:
        """Show the changes since an edition that the reader chose."""
        self._own, self._chosen, self._asked = self._files.path, path, None
        self._store.look(changes="page")
        self.refresh()

    def _on_sheet_changed(self) -> None:
        self._asked = None

    def refresh(self) -> None:
        """Read the earlier edition and compare, unless that is done or under way."""
        store, sheet, own = self._store, self._store.sheet, self._files.path
        if self._own != own:
            self._own, self._chosen = own, None  # chosen for another sheet
            self._known, self._folders = {}, {}
        named = own.parent / sheet.previous if own and sheet.previous else None
        path = self._chosen or named
        asked = (path, sheet.content, store.view.language) if path else None
        if asked == self._asked:
            return
        self._asked = asked
        if self._call is not None:
            self._call.cancel()
            self._call = None
        if asked is None or path is None:
            store.set_changes(None, None)
            store.look(changes="")
            return
        folder = own.parent if own and path == named else self._folders.get(path)
        call = worker().call(self, changes_since, path, sheet, store.view.language, folder)
        call.done.connect(partial(self._on_compared, asked, path))
        call.failed.connect(partial(self._on_failed, path))
        self._call = call

    def _on_compared(self, asked: _Asked, path: Path, found: tuple[Sheet, EditionChanges]) -> None:
        self._call = None
        self._notices.dismiss("changes")
        before, changes = found
        self._learn(path, before)
        first = self._known[path]
        others = (one for one in self._known.values() if one is not first)
        self._store.set_changes(before, changes, (first, *others))
        if self._chosen is None and not self._store.view.changes:
            key = digest(asked[1] + before.content)[:16]
            if self._settings.see_changes(key) and changes.groups:
                self._store.look(changes="marks")
        if self._store.view.changes:
            announce(self._window, changes.strip)

    def _learn(self, path: Path, before: Sheet) -> None:
        """Remember an edition, and the earlier one that it names."""
        self._known[path] = Edition(path, before.date)
        if before.previous and (earlier := path.parent / before.previous) != self._own:
            self._known.setdefault(earlier, Edition(earlier))
            self._folders.setdefault(earlier, path.parent)

    def _on_failed(self, path: Path, error: Exception) -> None:
        """Show why an edition could not be read, and mark no changes."""
        self._call = None
        self._store.set_changes(None, None)
        why = error.problems[0].sentence() if isinstance(error, SheetError) else str(error)
        title = self.tr("The earlier edition could not be read: {file}").format(file=path.name)
        links = ((self.tr("Choose another"), self.ask),)
        self._notices.show(Notice(title, why, topic="changes", links=links))
