"""Opening sheets, and saving and printing their PDF: everything slow runs in the background."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cqviewer.model.facts import Sheet
from cqviewer.model.problems import SheetError
from cqviewer.ui.jobs import Job
from cqviewer.ui.store import Store


class SavedPdf:
    """A PDF that was saved: where, and the SHA-256 of its bytes."""

    def __init__(self, path: Path, digest: str) -> None:
        """Keep path and digest."""
        self.path = path
        self.digest = digest


class Files(QObject):
    """Reads and writes files for one window."""

    opened = Signal(object, object)
    """Carries the Sheet that was read and its Path."""
    failed = Signal(str, str, str)
    """Carries a title, a sentence and the details."""
    saved = Signal(object)
    """Carries the SavedPdf."""
    printable = Signal(object)
    """Carries the bytes of the PDF that is to be printed."""
    busy = Signal(str, object)
    """Carries what is being done, and the Job that does it."""

    def __init__(self, store: Store, window: QWidget, path: Path | None = None) -> None:
        """Work for a window; `path` is where its sheet was read from."""
        super().__init__(window)
        self._store = store
        self._window = window
        self.path = path
        self._opening: Path | None = None

    def _start(self, work: object, what: str) -> Job:
        job = Job(work, self)  # type: ignore[arg-type]
        self.busy.emit(what, job)
        return job

    # Opening

    def ask_to_open(self) -> None:
        """Ask for a file and open it."""
        folder = str(self.path.parent) if self.path else ""
        kinds = self.tr("Fact sheets (*.yaml *.yml *.pdf);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a fact sheet"), folder, kinds
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Read a fact sheet, from YAML or from a PDF that cqviewer printed."""
        from cqviewer.printing.attachment import open_sheet

        self._opening = path
        job = self._start(
            lambda: (open_sheet(path), path), self.tr("Opening {file} …").format(file=path.name)
        )
        job.done.connect(self._on_read)
        job.failed.connect(self._on_unread)
        job.start()

    def reload(self) -> None:
        """Read the present file again."""
        if self.path:
            self.open(self.path)

    def _on_read(self, result: tuple[Sheet, Path]) -> None:
        sheet, path = result
        self.path = path
        self.opened.emit(sheet, path)

    def _on_unread(self, error: Exception) -> None:
        kept = self.tr("Nothing was changed; the sheet opened before stays on screen.")
        title = self.tr("This sheet could not be read")
        if isinstance(error, SheetError):
            first = error.problems[0]
            place = self.tr("Line {line}, column {column}: ").format(
                line=first.line, column=first.column
            )
            place = place if first.line else ""
            text = f"{place}{first.message}. {kept}"
            details = "\n".join(one.sentence() for one in error.problems)
        else:
            text, details = f"{error} {kept}", repr(error)
        name = self._opening.name if self._opening else ""
        self.failed.emit(f"{title}: {name}" if name else title, text, details)

    # Saving and printing

    def export_pdf(self) -> None:
        """Ask for a name and save the sheet as PDF."""
        stem = Path(self._store.sheet.file_name).name.split(".")[0] or "fact-sheet"
        folder = self.path.parent if self.path else Path.home()
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export PDF"), str(folder / f"{stem}.pdf"), self.tr("PDF (*.pdf)")
        )
        if name:
            path = Path(name)
            self.save_pdf(path if path.suffix else path.with_suffix(".pdf"))

    def save_pdf(self, path: Path) -> None:
        """Save the sheet as PDF under a name."""
        sheet = self._store.sheet
        language = self._store.view.language

        def work() -> SavedPdf:
            from cqviewer.printing.document import PrintOptions
            from cqviewer.printing.save import save_bytes
            from cqviewer.printing.typeset import make_pdf

            data = make_pdf(sheet, PrintOptions(language=language))
            save_bytes(data, path)
            return SavedPdf(path, hashlib.sha256(data).hexdigest())

        job = self._start(work, self.tr("Making {file} …").format(file=path.name))
        job.done.connect(self.saved)
        job.failed.connect(self._on_unsaved)
        job.start()

    def print_sheet(self) -> None:
        """Make the PDF and hand it on to be printed."""
        sheet, language = self._store.sheet, self._store.view.language

        def work() -> bytes:
            from cqviewer.printing.document import PrintOptions
            from cqviewer.printing.typeset import make_pdf

            return make_pdf(sheet, PrintOptions(language=language))

        job = self._start(work, self.tr("Preparing the pages …"))
        job.done.connect(self.printable)
        job.failed.connect(self._on_unsaved)
        job.start()

    def _on_unsaved(self, error: Exception) -> None:
        title = self.tr("The PDF could not be made")
        self.failed.emit(title, str(error), repr(error))
