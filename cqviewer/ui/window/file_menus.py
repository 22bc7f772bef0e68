"""The menus of sheets that can be opened: those opened lately, and those of cqviewer."""

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
    """A menu of files, listed again each time that it is opened."""

    chosen = Signal(object)
    """Carries the Path of the file that is to be opened."""

    def __init__(
        self, title: Callable[[], str], refresh: Callable[[], None], parent: QWidget
    ) -> None:
        """Name the menu by a function that translates; another lists the files when it opens."""
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
        """Add an entry that opens a file."""
        return self.add_entry(text, [path], partial(self.chosen.emit, path))

    def add_entry(self, text: str, paths: Sequence[Path], choose: Callable[[], object]) -> QAction:
        """Add an entry of files, whose places are its tooltip."""
        action = QAction(text.replace("&", "&&"), self)
        action.setToolTip(plain_tooltip("\n".join(map(str, paths))))
        action.triggered.connect(choose)
        self.addAction(action)
        return action


class RecentMenu(_FileMenu):
    """Lists the files and comparisons of the settings, with those that are gone greyed."""

    comparison_chosen = Signal(object)
    """Carries the Paths of sheets that were compared, the open one first."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        """Show what the settings remember."""
        super().__init__(lambda: self.tr("Open &recent"), self.refresh, parent)
        self._settings = settings
        self._missing: frozenset[Path] = frozenset()
        self._entries: list[tuple[QAction, list[Path]]] = []

    def refresh(self) -> None:
        """List the files again; the worker process looks which are gone, as a disk may hang."""
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
    """Lists the sheets that come with cqviewer by their titles, made-up ones below a line."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        """Show the titles in the language of a store; the worker process reads them."""
        super().__init__(lambda: self.tr("&Bundled sheets"), self.refresh, parent)
        self._store = store
        self._titles: dict[Path, Text] = {}
        self._is_asked = False

    def refresh(self) -> None:
        """List the sheets again, by their files' names until the titles are known."""
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
    """Offer bundled sheets and those opened lately to be compared, and remember comparisons.

    A menu of the recent ones opens what was compared.
    """
    adding = RecentMenu(settings, recent)
    for menu in (bundled, adding):
        menu.chosen.connect(compare.add)
    for menu in (recent, adding):
        menu.comparison_chosen.connect(compare.open)
    compare.adding = (bundled, adding)
    compare.comparison.recorded.connect(settings.add_recent_comparison)
