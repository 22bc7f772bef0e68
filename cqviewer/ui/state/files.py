"""Opening sheets and following their files: the worker process reads them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import FileState, is_data_file
from cqviewer.model.messages import begun
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.provenance import own_files
from cqviewer.paths import is_bundled
from cqviewer.ui.state.banner import Copying
from cqviewer.ui.state.notices import Links, Notice, Notices, open_in_system
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.watch import FileWatch
from cqviewer.ui.state.worker_client import Call, WorkerError, worker
from cqviewer.ui.style.look import take_fonts
from cqviewer.worker import tasks


class Files(QObject):
    """Reads the sheet of one window, again after each save, and reports problems with it."""

    opened = Signal(object)
    """Carries the Path of the file whose sheet is now on screen."""
    read_again = Signal()
    """A file was read, or could not be."""
    data_offered = Signal(object)
    """Carries the Path of a data file, from which a sheet can be made."""
    problems_wanted = Signal()
    """The reader asked for the list of problems."""

    def __init__(
        self, store: Store, notices: Notices, window: QWidget, path: Path | None = None
    ) -> None:
        """Work for a window whose sheet was read from `path`."""
        super().__init__(window)
        self._store = store
        self._notices = notices
        self._window = window
        self._reading: Call | None = None
        self.path = path
        self.seen: FileState | None = None
        """The state that the file was in before the sheet was read; None where nobody knows."""
        self.unread: Path | None = None
        """The last file that could not be opened; None if the last one was read."""
        self._saved_to: Path | None = None
        self._watch = FileWatch(self)
        self._watch.changed.connect(self.reload)
        self._watch.vanished.connect(self._on_vanished)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {"open": self.ask_to_open, "reload": self.reload}

    @property
    def save_folder(self) -> Path:
        """Return the folder to suggest for saving: the last one, the sheet's, or documents."""
        if self._saved_to is not None and QFileInfo(str(self._saved_to)).isDir():
            return self._saved_to
        if self.path and not is_bundled(self.path):
            return self.path.parent
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = Path(QStandardPaths.writableLocation(place))
        return documents if documents.is_dir() else Path.home()

    @property
    def inputs(self) -> tuple[Path, ...]:
        """Return the files that the sheet consists of, which must not be overwritten."""
        return tuple(own_files(self._store.sheet, self.path)) if self.path else ()

    def remember_folder(self, saved: Path) -> None:
        """Suggest the folder of a saved file from now on."""
        self._saved_to = saved.parent

    def follow(self, seen: FileState | None = None) -> None:
        """Read the file again whenever it is saved; `seen` is its state when it was read."""
        self.seen = seen or self.seen
        if self.path:
            self._watch.follow(self.path, self.seen)

    @property
    def faulty(self) -> Path | None:
        """Return the file whose problems are listed: an unreadable one, or else the own."""
        return self.unread or self.path

    def ask_for_file(self, title: str = "") -> Path | None:
        """Ask for a fact sheet; the dialog has a title, by default 'Open a fact sheet'."""
        folder = str(self.path.parent) if self.path else ""
        kinds = self.tr("Fact sheets (*.yaml *.yml *.pdf *.html);;All files (*)")
        title = title or self.tr("Open a fact sheet")
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        return Path(name) if name else None

    def ask_to_open(self) -> None:
        """Ask for a file and open it."""
        path = self.ask_for_file()
        if path:
            self.open(path)

    def reload(self) -> None:
        """Read the present file again."""
        if self.path:
            self.open(self.path)

    def open(self, path: Path) -> None:
        """Read a fact sheet (YAML, or a PDF or HTML page made by cqviewer); offer a data file."""
        if is_data_file(path):
            self.data_offered.emit(path)
            return
        if self._reading is not None:
            self._reading.cancel()  # only the file asked for last counts
        call = worker().call(self, tasks.read_with_fonts, path)
        call.done.connect(partial(self._on_read, path))
        call.failed.connect(partial(self.tell_unread, path))
        call.ended.connect(self._on_ended)
        self._reading = call
        self._notices.show_busy(self.tr("Opening {file} …").format(file=path.name), call)

    def edit(self, path: Path | None = None) -> None:
        """Open a file, or that of the sheet, in the system's editor for it."""
        path = path or self.path
        if path and not open_in_system(path.absolute()):
            links = ((self.tr("Copy the file's name"), Copying(str(path.absolute()))),)
            title = self.tr("The system has no program to edit {file} with").format(file=path.name)
            self._notices.show(Notice(title, str(path), topic="writing", links=links))

    def _on_ended(self) -> None:
        self._reading = None

    def _on_read(
        self, path: Path, read: tuple[Sheet, tuple[str, ...], str, FileState | None]
    ) -> None:
        if path != self.path:  # that notice, with its Undo, is about the file before
            self._notices.dismiss("writing")
        folder = self.path.absolute().parent if self.path else None
        is_elsewhere = folder is not None and folder != path.absolute().parent
        self.path, (sheet, fonts, why, self.seen) = path, read
        self.unread = None
        self._notices.dismiss("reading")
        take_fonts(fonts)
        if why:
            title = self.tr("The fonts beside this sheet cannot be used")
            self._notices.show(Notice(title, why))
        self.follow(self.seen)
        if is_elsewhere or sheet != self._store.sheet:
            self._store.open(sheet, is_elsewhere=is_elsewhere)
        self.opened.emit(self.path)
        self.read_again.emit()

    def tell_unread(self, path: Path, error: Exception) -> None:
        """Show the error with which reading a file has failed."""
        if isinstance(error, WorkerError):
            error = SheetError.of(path, str(error))
        if not isinstance(error, SheetError):
            raise error
        self.show_unread(path, error.problems)
        self.read_again.emit()

    def show_unread(
        self, path: Path, problems: list[Problem], *, is_replaced: bool = False
    ) -> None:
        """Show why a file could not be read.

        The sheet on screen stays; with `is_replaced` that is the bundled one, shown instead.
        """
        self.unread = path if path != self.path else None
        self._notices.show(self._unread_notice(path, problems, is_replaced=is_replaced))

    def _unread_notice(self, path: Path, problems: list[Problem], *, is_replaced: bool) -> Notice:
        first = problems[0]
        place = self.tr("Line {line}, column {column}: ")
        text = place.format(line=first.line, column=first.column) if first.line else ""
        said = first.said()
        text = text + said if text else begun(said)
        count = sum(one.count for one in problems)
        if count > 1:
            more = self.tr("{sentence}. Problems in all: {count}")
            text = more.format(sentence=text.rstrip("."), count=count)
        kept = self.tr("The sheet that was read before stays on screen.")
        if is_replaced:
            kept = self.tr("The sheet that comes with cqviewer is shown instead.")
        links: Links = ((self.tr("Show the problems"), self.problems_wanted.emit),)
        return self._problem(
            self.tr("This sheet could not be read: {file}").format(file=path.name),
            self.tr("{sentence}. {next}").format(sentence=text.rstrip("."), next=kept),
            "\n".join(one.sentence() for one in problems),
            links,
        )._replace(again=partial(self._unread_notice, path, problems, is_replaced=is_replaced))

    def _on_vanished(self) -> None:
        if self.path:
            gone = self._problem(
                self.tr("The file is gone: {file}").format(file=self.path.name),
                self.tr("The sheet stays on screen. When the file is back, it is read again."),
            )
            self._notices.show(gone)

    def _problem(self, title: str, text: str, details: str = "", links: Links = ()) -> Notice:
        links = (*links, (self.tr("Open another"), self.ask_to_open))
        return Notice(title, text, details, links=links)
