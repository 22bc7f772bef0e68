"""The run of the program: the first window, more windows, and what is remembered of them."""

import base64
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cqviewer.model.facts import Sheet
from cqviewer.model.suggest import did_you_mean
from cqviewer.model.text import capitalised
from cqviewer.ui.editing.confirming import BESIDE
from cqviewer.ui.start.crash import CrashReporter
from cqviewer.ui.start.first_picture import FirstPicture
from cqviewer.ui.start.interrupts import Interrupts
from cqviewer.ui.start.opening import Opening, OpeningCancelled
from cqviewer.ui.start.startup import release_memory
from cqviewer.ui.state.language import chosen_language, install_translators
from cqviewer.ui.state.settings import LASTING, Settings
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from cqviewer.worker import tasks

_PATIENCE_MS = 2000


class AfterFirstPaint(QObject):
    """Calls a function once a window has been painted for the first time."""

    def __init__(self, window: MainWindow, go_on: Callable[[], None]) -> None:
        """Watch a window, on which this must be installed as event filter."""
        super().__init__(window)
        self._go_on: Callable[[], None] | None = go_on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, MainWindow):
            watched.removeEventFilter(self)
            if self._go_on is not None:
                QTimer.singleShot(0, watched, self._go_on)
            self._go_on = None  # it refers to the window, which must not be kept alive
            self.deleteLater()
        return False


class UnknownSection(Exception):
    """The sheet has no section with the given id; the text is a sentence."""


class Session(QObject):
    """Holds the windows of one run, and stores where the reader was."""

    def __init__(self, settings: Settings, bundled: Path) -> None:
        """Begin without a window; `bundled` is the sheet to open if there is no other."""
        super().__init__()
        self._settings = settings
        self._bundled = bundled
        self.windows: list[MainWindow] = []
        self._closed: list[MainWindow] = []
        self._first_scroll = 0.0
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_window_changed)

    def open_first(
        self, opening: Opening, section: str = "", beside: Sequence[Path] = ()
    ) -> MainWindow:
        """Show the first sheet of the run, and compare it with those `beside` it.

        Raises SheetError if the named file cannot be read, UnknownSection if it has no such
        section, and OpeningCancelled if the reader did not wait for it.
        """
        remembered = self._settings.remembered
        sheet = opening.sheet()
        view = remembered.view()
        if section:
            section = known_section(sheet, section, opening.path)
            view = msgspec.structs.replace(view, section=section)
        is_last = not section and opening.path.absolute() == opening.last.absolute()
        if is_last:
            view = msgspec.structs.replace(view, section=remembered.section)
        scroll = self._first_scroll = remembered.scroll if is_last else 0.0
        window = self._make_window(sheet, opening.path, view, is_built=False)
        window.restoreGeometry(QByteArray(remembered.geometry_bytes()))
        picture = FirstPicture(window, window.store.view, scroll, remembered.geometry)
        is_as_left = opening.is_kept and opening.lost is None and not self._settings.problem
        if not (is_as_left and not beside and picture.show()):
            window.build()
            if opening.lost is not None:
                problems = opening.lost.problems
                window.files.show_unread(opening.wanted, problems, is_replaced=True)
            if self._settings.problem:
                window.notices.tell(self._settings.problem, "settings")
        self._settings.add_recent(opening.path)
        go_on = partial(self._go_on, window, picture, opening, beside)
        self._show(window, go_on)
        return window

    def _go_on(
        self,
        window: MainWindow,
        picture: FirstPicture,
        opening: Opening,
        beside: Sequence[Path],
    ) -> None:
        """Build the first window unless that is done, then fill it."""
        if not opening.is_kept:
            worker().later(tasks.prepare_to_draw)
        window.build()
        if beside:
            window.compare.compare(beside)
        window.files.follow(opening.seen)
        if opening.data is not None:
            window.files.open(opening.data)
        picture.raise_()
        if self._first_scroll:
            window.content.page.restore_scroll(self._first_scroll)
        # Not at once: Qt shows and resizes new widgets only when idle.
        QTimer.singleShot(0, window, partial(self._fill, window, picture))

    def _fill(self, window: MainWindow, picture: FirstPicture) -> None:
        """Request the charts of the first window, and remove its picture once they have heights."""
        QTimer.singleShot(0, window, picture.take_away)
        window.content.prepared.connect(picture.keep, Qt.ConnectionType.SingleShotConnection)
        window.prepare()

    def _make_window(
        self, sheet: Sheet, path: Path, view: View, *, is_built: bool = True
    ) -> MainWindow:
        window = MainWindow(Store(sheet, view), path, self._settings, is_built=is_built)
        window.window_wanted.connect(partial(self._on_window_wanted, window))
        window.closed.connect(partial(self._on_closed, window))
        window.store.view_changed.connect(self._on_view_changed)
        self.windows.append(window)
        return window

    def _show(self, window: MainWindow, go_on: Callable[[], None]) -> None:
        window.installEventFilter(AfterFirstPaint(window, go_on))
        window.show()

    def _on_window_wanted(self, asking: MainWindow, path: Path | None) -> None:
        """Show the same sheet, or that of another file, in one more window.

        It has the same tab and look, but no selection, no search, and charts instead of tables.
        """
        view = asking.store.view
        view = msgspec.structs.replace(
            view,
            language=chosen_language(view.language_choice),
            selected=None,
            search="",
            is_table=False,
            tables=frozenset(),
        )
        window = self._make_window(asking.store.sheet, asking.path or self._bundled, view)
        window.files.follow(asking.files.seen)
        window.resize(asking.size())
        self._show(window, window.prepare)
        if path is not None:
            window.files.open(path)

    def _on_view_changed(self, old: View, new: View) -> None:
        """Apply theme, contrast and choice of language to all windows."""
        names = ("theme", "contrast", "language_choice")
        shared = {name: getattr(new, name) for name in names}
        if shared != {name: getattr(old, name) for name in names}:
            for window in self.windows:
                window.store.look(**shared, language=chosen_language(new.language_choice))

    def _on_focus_window_changed(self) -> None:
        """Use the language of the active window, since a sheet may have its own."""
        for window in self.windows:
            if window.isActiveWindow():
                install_translators(window.store.view.language)

    def _on_closed(self, window: MainWindow) -> None:
        """Store how the window was left, and cache its picture for the next start."""
        view = window.store.view
        path = (window.path or self._bundled).absolute()
        scroll = round(window.content.page.share, 6) if window.is_built else self._first_scroll
        self._settings.remember(
            file="" if path == self._bundled.absolute() else str(path),
            section=view.section,
            scroll=scroll,
            language=view.language_choice,
            **{name: getattr(view, name) for name in LASTING},
            geometry=base64.b64encode(window.saveGeometry().data()).decode(),
        )
        if window.is_built and not view.changes:  # a start does not show changes at first
            window.toolbar.setFocus()  # as at a start
            remembered = self._settings.remembered
            next_view = msgspec.structs.replace(
                remembered.view(), section=view.section, language=view.language
            )
            FirstPicture(window, next_view, scroll, remembered.geometry).keep()
        self.windows.remove(window)
        self._closed.append(window)  # else Python might delete it while a part of it runs
        window.destroyed.connect(partial(self._on_deleted, window))
        window.deleteLater()

    def _on_deleted(self, window: MainWindow, _gone: QObject | None = None) -> None:
        self._closed = [one for one in self._closed if one is not window]


def known_section(sheet: Sheet, section: str, path: Path) -> str:
    """Return a section's id if the sheet has it, or else raise UnknownSection."""
    ids = [one.id for one in sheet.sections]
    if section in ids:
        return section
    hint = did_you_mean(section, ids)
    has = ", ".join(ids[:20])
    sentence = f"{path} has no section '{section}'; it has: {has}."
    raise UnknownSection(f"{sentence} {capitalised(hint)}".rstrip())


def run_window(opening: Opening, section: str = "", beside: Sequence[Path] = ()) -> int:
    """Show a sheet, compared with those `beside` it, until the last window is closed.

    Returns the exit status. Raises SheetError or UnknownSection if there is nothing to show.
    """
    app = QApplication.instance()
    assert app is not None
    session = Session(opening.settings, opening.bundled)
    try:
        session.open_first(opening, section, beside)
    except OpeningCancelled:
        return 0
    worker().became_idle.connect(release_memory)  # frees what received pictures and pages have used
    reporter = CrashReporter(app)
    Interrupts(app)
    status = app.exec()
    reporter.uninstall()
    worker(BESIDE).stop()
    worker().finish(_PATIENCE_MS)  # writing the cache may end, anything longer is dropped
    return status
