"""Follows a file on the disk: saved in place, replaced by another, gone, and back again."""

import os
from pathlib import Path

from PySide6.QtCore import QFileInfo, QFileSystemWatcher, QObject, Signal

from cqviewer.model.files.plain_file import FileState, state_of
from cqviewer.ui.state.timers import single_shot

SETTLE_MS = 40
"""How long a file must stand still before it is taken as saved: editors write in several steps."""
GONE_MS = 400
"""How long a file must be missing, or be empty, before that is taken as meant."""


class FileWatch(QObject):
    """Emits a signal once for each save of a file, and another when it is gone.

    A file system tells of changes through the file itself or, where an editor puts a new file in
    its place, through its folder; so both are watched, and for a symbolic link those of its target.
    That a folder is renamed is seen by watching the folder above it.
    """

    changed = Signal()
    vanished = Signal()

    def __init__(self, parent: QObject) -> None:
        """Follow nothing yet."""
        super().__init__(parent)
        self._path: Path | None = None
        self._seen: FileState | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._settle = single_shot(self, SETTLE_MS, self._on_settled)
        self._gone = single_shot(self, GONE_MS, self._on_gone)

    def follow(self, path: Path, seen: FileState | None = None) -> None:
        """Follow a file from now on, and no other; `seen` is its state when it was read."""
        if path == self._path:
            return
        self._settle.stop()
        self._gone.stop()
        self._path = path
        self._seen = seen or state_of(path)
        self._watch()
        if seen:
            self._settle.start()  # it may have been saved since

    def _watch(self) -> None:
        """Watch the file and its folders, or the nearest ones that are left of its path."""
        assert self._path is not None
        wanted = set()
        # Path's own questions raise where a folder is shut, or a link leads to itself.
        for path in {self._path.absolute(), Path(os.path.realpath(self._path))}:
            if QFileInfo(str(path)).isFile():
                wanted.add(str(path))
            folders = [str(one) for one in path.parents if QFileInfo(str(one)).isDir()]
            wanted.update(folders[:2])
        present = {*self._watcher.files(), *self._watcher.directories()}
        if stale := present - wanted:
            self._watcher.removePaths(sorted(stale))
        if new := wanted - present:
            self._watcher.addPaths(sorted(new))

    def _on_file_changed(self, _name: str) -> None:
        self._seen = ()  # where time is counted in seconds, two states may look the same
        self._settle.start()

    def _on_folder_changed(self, _name: str) -> None:
        if not self._settle.isActive():  # what others do in a busy folder must not put this off
            self._settle.start()

    def _on_settled(self) -> None:
        if self._path is None:
            return
        self._watch()
        state = state_of(self._path)
        if state is None or state[0] == 0:
            if not self._gone.isActive():
                self._gone.start()
        elif state != self._seen:
            self._gone.stop()
            self._seen = state
            self.changed.emit()

    def _on_gone(self) -> None:
        if self._path is None:
            return
        state = state_of(self._path)
        if state == self._seen:
            return
        self._seen = state
        if state is None:
            self.vanished.emit()
        else:
            self.changed.emit()
