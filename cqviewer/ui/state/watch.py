"""Follows a file on the disk: saved in place, replaced by another, gone, and back again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from cqviewer.model.files.plain_file import FileState
from cqviewer.ui.state.timers import single_shot
from cqviewer.ui.state.worker_client import Call, worker
from cqviewer.worker import tasks

SETTLE_MS = 40
"""How long a file must not change before it counts as saved: editors write in several steps."""
GONE_MS = 400
"""How long a file must be missing or empty before it counts as removed or emptied."""


class FileWatch(QObject):
    """Emits a signal once for each save of a file, and another when it is gone.

    Both the file and its folder are watched, since many editors replace the file by a new one; for
    a symbolic link also its target with that one's folder. The folder above is watched too, since
    it alone reports that the folder was renamed. The worker looks at them, since a network drive
    may take long to answer; the system reports changes to Qt's watcher.
    """

    changed = Signal()
    """The file was saved, or is back."""
    vanished = Signal()
    """The file is gone."""

    def __init__(self, parent: QObject) -> None:
        """Follow nothing yet."""
        super().__init__(parent)
        self._path: Path | None = None
        self._seen: FileState | None = None
        self._is_unknown = False
        self._looking: Call | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._settle = single_shot(self, SETTLE_MS, self._on_settled)
        self._gone = single_shot(self, GONE_MS, self._on_gone)

    def follow(self, path: Path, seen: FileState | None = None) -> None:
        """Follow a file from now on, and no other; `seen` is its state before it was read.

        Without that, only what changes once the worker has looked at it is told.
        """
        if path == self._path:
            return
        self._settle.stop()
        self._gone.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._path, self._seen, self._is_unknown = path, seen, not seen
        if seen:
            self._settle.start()  # it may have been saved since
        else:
            self._on_settled()

    def _look(self, then: Callable[[FileState | None], None]) -> None:
        """Ask the worker to look at the file, and watch what it found of its path."""
        if self._path is None:
            return
        if self._looking is not None:
            self._looking.drop()
        self._looking = worker().call(self, tasks.look_at, self._path)
        self._looking.done.connect(partial(self._on_looked, then))
        self._looking.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._looking = None

    def _on_looked(
        self,
        then: Callable[[FileState | None], None],
        found: tuple[FileState | None, frozenset[str]],
    ) -> None:
        state, wanted = found
        present = {*self._watcher.files(), *self._watcher.directories()}
        if stale := present - wanted:
            self._watcher.removePaths(sorted(stale))
        new = sorted(wanted - present)
        if new and len(self._watcher.addPaths(new)) < len(new):  # it returns those that failed
            self._settle.start()  # it may have been saved before it was watched
        then(state)

    def _on_file_changed(self, _name: str) -> None:
        self._seen = ()  # where time is counted in seconds, two states may look the same
        self._settle.start()

    def _on_folder_changed(self, _name: str) -> None:
        if not self._settle.isActive():  # other files of a busy folder must not delay this
            self._settle.start()

    def _on_settled(self) -> None:
        self._look(self._take)

    def _take(self, state: FileState | None) -> None:
        if self._is_unknown:
            self._seen, self._is_unknown = state, False
        elif state is None or state[0] == 0:
            if not self._gone.isActive():
                self._gone.start()
        elif state != self._seen:
            self._gone.stop()
            self._seen = state
            self.changed.emit()

    def _on_gone(self) -> None:
        self._look(self._take_as_meant)

    def _take_as_meant(self, state: FileState | None) -> None:
        if state == self._seen:
            return
        self._seen = state
        if state is None:
            self.vanished.emit()
        else:
            self.changed.emit()
