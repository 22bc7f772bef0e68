"""Saving and printing the sheet's PDF: it is made and saved by the worker process."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from cqviewer.printing.options import PrintError, PrintOptions, TypesetError
from cqviewer.ui.output.saving import ask_where_to_save, suggested_stem, unsaved
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.notices import Notice, Notices
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import WorkerError, worker
from cqviewer.ui.style.look import Look
from cqviewer.worker import tasks

if TYPE_CHECKING:
    from cqviewer.ui.output.preview import PrintPreview
    from cqviewer.ui.output.printer_choice import PrinterChoice


class Output(QObject):
    """Makes the PDF of one window's sheet, and saves, shows or prints it."""

    def __init__(self, store: Store, files: Files, notices: Notices, window: QWidget) -> None:
        """Work for a window whose files suggest where to save."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._notices = notices
        self._window = window
        self.look: Look
        """How the window is drawn; set when it is built."""
        self._preview: PrintPreview | None = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Give what each action does, by its name."""
        return {
            "export_pdf": self.export_pdf,
            "preview": self.preview,
            "print": self.print_sheet,
        }

    def export_pdf(self) -> None:
        """Ask for a name and save the sheet as PDF."""
        path = self._ask_for_name(self._window)
        if path:
            self.save_pdf(path)

    def _ask_for_name(self, parent: QWidget) -> Path | None:
        """Ask for the name of a PDF over a window; suggests the sheet's."""
        suggested = self._files.save_folder / f"{suggested_stem(self._store.sheet)}.pdf"
        kinds = {self.tr("PDF (*.pdf)"): ".pdf"}
        return ask_where_to_save(parent, self.tr("Export PDF"), suggested, kinds)

    def save_pdf(self, path: Path) -> None:
        """Save the sheet as PDF under a name; nothing is written if it is cancelled before."""
        options = PrintOptions(language=self._store.view.language)
        call = worker().call(self, tasks.make_pdf, self._store.sheet, options)
        self._notices.unfinished.add(unsaved(path), call.ended)
        call.done.connect(partial(self.save_data, path))
        call.failed.connect(self._on_unmade)
        self._notices.show_busy(self.tr("Making {file} …").format(file=path.name), call)

    def save_data(self, path: Path, data: bytes) -> None:
        """Save a finished PDF under a name."""
        call = worker().call(self, tasks.save, data, path, self._files.inputs)
        self._notices.unfinished.add(unsaved(path), call.ended)
        call.done.connect(partial(self._on_saved, path))
        call.failed.connect(partial(self._on_unsaved, path))

    def print_sheet(self) -> None:
        """Ask for a printer, make the PDF for its paper and print it there."""
        from cqviewer.ui.output.printer_choice import choose_printer

        choice = choose_printer(self._window, self._store.wording.text(self._store.sheet.title))
        if choice is None:
            return
        options = PrintOptions(language=self._store.view.language, paper=choice.paper)
        call = worker().call(self, tasks.make_pdf, self._store.sheet, options)
        self._notices.unfinished.add(self._unsent(), call.ended)
        call.done.connect(partial(self.print_data, choice))
        call.failed.connect(self._on_unmade)
        self._notices.show_busy(self.tr("Preparing the pages …"), call)

    def print_data(self, choice: "PrinterChoice", data: bytes) -> None:
        """Print a finished PDF as chosen."""
        from cqviewer.ui.output.paper import PaperPrint

        if choice.file is not None:
            self.save_data(choice.file, data)
            return
        work = PaperPrint(choice, data, self)
        self._notices.unfinished.add(self._unsent(), work.handed_over)
        work.told.connect(self._on_print_told)
        work.failed.connect(self._on_unprinted)
        work.start()

    def _unsent(self) -> str:
        return self.tr("The pages have not reached the printer yet.")

    def preview(self) -> None:
        """Show the pages in a window of their own, as they will be saved."""
        if self._preview is not None:
            self._preview.show()
            self._preview.raise_()
            self._preview.activateWindow()
            return
        from cqviewer.ui.output.preview import PrintPreview

        options = PrintOptions(language=self._store.view.language)
        preview = PrintPreview(self._store, options, self.look, self._window)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.save_wanted.connect(self._on_save_wanted)
        preview.print_wanted.connect(self._on_print_wanted)
        preview.finished.connect(self._on_preview_gone)
        self._preview = preview
        preview.show()

    def _on_preview_gone(self, _result: int) -> None:
        self._preview = None

    def _on_save_wanted(self, data: bytes) -> None:
        path = self._ask_for_name(self._preview or self._window)
        if path:
            self.save_data(path, data)

    def _on_print_wanted(self, data: bytes) -> None:
        from cqviewer.ui.output.printer_choice import choose_printer

        title = self._store.wording.text(self._store.sheet.title)
        choice = choose_printer(self._preview or self._window, title)
        if choice is not None:
            self.print_data(choice, data)

    def _tell(self, notice: Notice) -> None:
        """Show a notice, also in the preview, which lies over the window and then says it."""
        self._notices.show(notice, is_spoken=self._preview is None)
        if self._preview is not None:
            self._preview.notices.show(notice)

    def _on_saved(self, path: Path, digest: str) -> None:
        self._files.remember_folder(path)
        self._tell(self._notices.saved(path, digest))

    def _on_unmade(self, error: Exception) -> None:
        if not isinstance(error, PrintError | TypesetError | WorkerError):
            raise error
        self._tell(Notice(self.tr("The PDF could not be made"), f"{error}.", topic="writing"))

    def _on_unsaved(self, path: Path, error: Exception) -> None:
        from cqviewer.printing.save import SaveError

        if not isinstance(error, SaveError | WorkerError):
            raise error
        title = self.tr("{file} was not saved").format(file=path.name)
        self._tell(Notice(title, f"{error}.", topic="writing"))

    def _on_print_told(self, text: str) -> None:
        self._tell(Notice(text, kind="notice", topic="writing"))

    def _on_unprinted(self, text: str) -> None:
        title = self.tr("The sheet was not printed")
        self._tell(Notice(title, text, topic="writing"))
