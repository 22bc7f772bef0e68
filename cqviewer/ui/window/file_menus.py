"""The menus of recent files and of the bundled sheets."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cqviewer.model.text import Text
from cqviewer.paths import bundled_sheets
from cqviewer.ui.compare.comparing import Comparing
from cqviewer.ui.state.settings import Settings
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.style.tooltips import plain_tooltip
from cqviewer.worker import tasks


class _FileMenu(QMenu):
    """A menu of files, which is filled again each time it is opened."""

    chosen = Signal(object)
    """Carries the Path of the chosen file."""

    def __init__(
        self, title: Callable[[], str], refresh: Callable[[], None], parent: QWidget
    ) -> None:
        """`title` returns the translated title; `refresh` fills the menu before it is shown."""
        super().__init__(parent)
        self._translated_title = title
        self.setTitle(title())
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(refresh)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setTitle(self._translated_title())
        super().changeEvent(event)

    def add_file(self, path: Path, text: str) -> QAction:
        """Add an entry that emits `chosen` with a file."""
        return self.add_entry(text, [path], partial(self.chosen.emit, path))

    def add_entry(self, text: str, paths: Sequence[Path], choose: Callable[[], object]) -> QAction:
        """Add an entry for some files, whose paths are its tooltip."""
        action = QAction(text.replace("&", "&&"), self)
        action.setToolTip(plain_tooltip("\n".join(map(str, paths))))
        action.triggered.connect(choose)
        self.addAction(action)
        return action


class RecentMenu(_FileMenu):
    """Lists the recent files and comparisons of the settings; missing ones are disabled."""

    comparison_chosen = Signal(object)
    """Carries the Paths of sheets that were compared, the open one first."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """List the recent entries of the settings."""
        super().__init__(lambda: self.tr("Open &recent"), self.refresh, parent)
        self._settings = settings
        self._missing: frozenset[Path] = frozenset()
        self._entries: list[tuple[QAction, list[Path]]] = []

    def refresh(self) -> None:
        """List the files; the worker process checks which are missing, since a disk may hang."""
        self.clear()
        self._entries = []
        entries = [[Path(one) for one in entry] for entry in self._settings.recent_sheets()]
        names = [one[0].name for one in entries if len(one) == 1]
        for paths in entries:
            first = paths[0]
            if len(paths) > 1:
                text = " | ".join(one.name for one in paths)
                choose = partial(self.comparison_chosen.emit, paths)
                action = self.add_entry(text, paths, choose)
            else:
                twice = names.count(first.name) > 1
                text = f"{first.name} – {first.parent}" if twice else first.name
                action = self.add_file(first, text)
            self._entries.append((action, paths))
        self._on_looked(self._missing)
        if entries:
            self.addSeparator()
            every = tuple(one for paths in entries for one in paths)
            worker().call(self, tasks.missing, every).done.connect(self._on_looked)
        clear = QAction(self.tr("&Clear the list"), self)
        clear.setEnabled(bool(entries))
        clear.triggered.connect(self._settings.forget_recent)
        self.addAction(clear)

    def _on_looked(self, missing: frozenset[Path]) -> None:
        self._missing = missing
        for action, paths in self._entries:
            action.setEnabled(missing.isdisjoint(paths))


class BundledMenu(_FileMenu):
    """Lists the bundled sheets by their titles; the made-up ones are below a line."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        """Show titles in the language of a store; the worker process reads them."""
        super().__init__(lambda: self.tr("&Bundled sheets"), self.refresh, parent)
        self._store = store
        self._titles: dict[Path, Text] = {}
        self._is_asked = False

    def refresh(self) -> None:
        """List the sheets, by their file names until the titles are known."""
        self.clear()
        for paths in bundled_sheets():
            if self.actions():
                self.addSeparator()
            for path in paths:
                title = self._store.wording.text(self._titles.get(path))
                self.add_file(path, title or path.stem)
        if not self._is_asked:
            self._is_asked = True
            every = tuple(path for paths in bundled_sheets() for path in paths)
            worker().call(self, tasks.titles, every).done.connect(self._on_titles)

    def _on_titles(self, titles: dict[Path, Text]) -> None:
        self._titles = titles
        self.refresh()


def offer_files(
    compare: Comparing, recent: RecentMenu, bundled: BundledMenu, settings: Settings
) -> None:
    """Offer bundled and recent sheets for comparing, and remember comparisons.

    Comparisons in a menu of recent entries are opened again.
    """
    adding = RecentMenu(settings, recent)
    for menu in (bundled, adding):
        menu.chosen.connect(compare.add)
    for menu in (recent, adding):
        menu.comparison_chosen.connect(compare.open)
    compare.adding = (bundled, adding)
    compare.comparison.recorded.connect(settings.add_recent_comparison)
