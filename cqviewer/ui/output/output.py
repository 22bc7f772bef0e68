"""Saving, previewing and printing the sheet as PDF, HTML page or data files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cqviewer.model.text import made_stem
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import ExportFormat, Paper, PrintOptions
from cqviewer.ui.output.saving import (
    Saver,
    SaveTarget,
    ask_where_to_save,
    csv_kinds,
)
from cqviewer.ui.state.notices import Notice
from cqviewer.ui.state.worker_client import Call, worker
from cqviewer.ui.style.look import Look
from cqviewer.worker import tasks

if TYPE_CHECKING:
    from cqviewer.ui.output.preview import PrintPreview
    from cqviewer.ui.output.printer_choice import PrinterChoice


MakePages = Callable[[PrintOptions], Call]
"""Requests a PDF of something else than the sheet, such as a comparison."""
_MADE = (".pdf", ".html", ".htm")
"""Suffixes of files made by cqviewer that contain their sheet."""


class Output(Saver):
    """Has one window's sheet made as PDF or page, and saves, shows or prints it."""

    _look: Look
    _preview: "PrintPreview | None" = None

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {
            "edit_sheet": self.edit,
            "export_pdf": self.export_pdf,
            "export_figures": self.export_figures,
            "export_html": self.export_html,
            "preview": self.preview,
            "print": self.print_sheet,
        }

    def edit(self) -> None:
        """Open the sheet's file in an editor; a sheet from a PDF or page is saved as YAML first."""
        path = self._files.path
        if path is None or path.suffix.lower() not in _MADE:
            self._files.edit()
            return
        kinds = {self.tr("Fact sheet (*.yaml)"): ".yaml"}
        title = self.tr("Save the sheet in this file, to edit it")
        target = self._ask(self._window, title, kinds)
        if target:
            data, inputs = self._store.sheet.yaml, self._files.inputs
            call = worker().call(self, tasks.save, data, target.path, inputs)
            call.done.connect(partial(self._on_extracted, target.path))
            call.failed.connect(partial(self._on_unsaved, target.path))

    def _on_extracted(self, path: Path, _digest: str) -> None:
        """Open the saved YAML in place of the PDF, and also in an editor."""
        self._files.open(path)
        self._files.edit(path)

    def export_pdf(self) -> None:
        """Ask for a name and save the sheet as PDF."""
        target = self._ask_for_pdf(self._window)
        if target:
            self.save_pdf(target.path)

    def export_html(self) -> None:
        """Ask for a name and save the sheet as one HTML page, in all of its languages."""
        kinds = {self.tr("HTML page (*.html)"): ".html"}
        target = self._ask(self._window, self.tr("Export as HTML"), kinds)
        if target:
            self.save_made(target.path, worker().call(self, tasks.make_page, self._store.sheet))

    def _ask_for_pdf(self, parent: QWidget, stem: str = "") -> SaveTarget | None:
        kinds = {self.tr("PDF (*.pdf)"): ".pdf"}
        return self._ask(parent, self.tr("Export PDF"), kinds, stem)

    def _ask(
        self, parent: QWidget, title: str, kinds: dict[str, str], stem: str = ""
    ) -> SaveTarget | None:
        """Ask where to save; the suggested name is `stem`, by default the sheet's."""
        suffix = next(iter(kinds.values()))
        stem = stem or made_stem(self._store.sheet.file_name)
        suggested = self._files.save_folder / f"{stem}{suffix}"
        return ask_where_to_save(parent, title, suggested, kinds)

    def save_pdf(self, path: Path) -> None:
        """Save the sheet as PDF."""
        options = PrintOptions(language=self._store.view.language)
        self.save_made(path, worker().call(self, tasks.make_pdf, self._store.sheet, options))

    def export_figures(self) -> None:
        """Ask for a name and a format, and save all observations of the sheet."""
        kinds = {
            **dict.fromkeys(csv_kinds(), ".csv"),
            self.tr("Figures as Excel workbook (*.xlsx)"): ".xlsx",
            self.tr("Figures as JSON (*.json)"): ".json",
        }
        target = self._ask(self._window, self.tr("Export figures"), kinds)
        if target:
            language, path = self._store.view.language, target.path
            form = cast("ExportFormat", path.suffix.lower()[1:])
            style = csv_kinds().get(target.kind)
            call = worker().call(self, export_sheet, self._store.sheet, form, language, style)
            self.save_made(path, call)

    def print_sheet(self) -> None:
        """Ask for a printer, and print the sheet there."""
        self.print_made(self._make)

    def _make(self, paper: Paper) -> Call:
        options = PrintOptions(language=self._store.view.language, paper=paper)
        return worker().call(self, tasks.make_pdf, self._store.sheet, options)

    def print_made(self, make: Callable[[Paper], Call]) -> None:
        """Ask for a printer, have a PDF made for its paper, and print it there."""
        choice = self._choose_printer(self._window)
        if choice is None:
            return
        call = make(choice.paper)
        self._notices.unfinished.add(self._unsent(), call.ended)
        call.done.connect(partial(self.print_data, choice))
        call.failed.connect(self._on_unmade)
        self._notices.show_busy(self.tr("Preparing the pages …"), call)

    def _choose_printer(self, parent: QWidget) -> "PrinterChoice | None":
        from cqviewer.ui.output.printer_choice import choose_printer  # slow to load

        return choose_printer(parent, self._store.wording.text(self._store.sheet.title))

    def print_data(self, choice: "PrinterChoice", data: bytes) -> None:
        """Print a finished PDF as chosen."""
        from cqviewer.ui.output.paper import PaperPrint

        if choice.file is not None:
            self._save_printed(choice.file, data, choice.order.pages)
            return
        work = PaperPrint(choice, data, self)
        self._notices.unfinished.add(self._unsent(), work.handed_over)
        work.told.connect(self._on_print_told)
        work.failed.connect(self._on_unprinted)
        work.start()

    def _save_printed(self, path: Path, data: bytes, pages: str) -> None:
        """Save a PDF that is 'printed' to a file; refuse a part, which would not open."""
        if not pages:
            self.save_data(path, data)
            return
        text = self.tr(
            "A PDF is saved with all its pages, so that it opens again as the sheet. Print all"
            " pages, or choose the sections in the preview."
        )
        title = self.tr("{file} was not saved").format(file=path.name)
        self._tell(Notice(title, text, topic="writing"))

    def _unsent(self) -> str:
        return self.tr("The pages have not reached the printer yet.")

    def preview(self, *, make: MakePages | None = None) -> None:
        """Show the print preview of the sheet, or of what `make` requests."""
        if self._preview is not None and self._preview.make != make:
            self._preview.close()
        if self._preview is not None:
            self._preview.show()
            self._preview.raise_()
            self._preview.activateWindow()
            return
        options = PrintOptions(language=self._store.view.language)
        self._make_preview(options, make).show()

    def dress(self, look: Look) -> None:
        """Use another look; an open preview is replaced if the language has changed."""
        before, self._look = getattr(self, "_look", look).language, look
        if (old := self._preview) is None or before == look.language:
            return
        options = old.choices.options() or PrintOptions()
        if options.language == before:
            options = msgspec.structs.replace(options, language=look.language)
        old.close()
        new = self._make_preview(options, old.make)
        new.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        new.setGeometry(old.geometry())
        new.show()

    def _make_preview(self, options: PrintOptions, make: MakePages | None) -> "PrintPreview":
        from cqviewer.ui.output.preview import PrintPreview

        preview = PrintPreview(self._store, options, self._look, self._window, make)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.save_wanted.connect(self._on_save_wanted)
        preview.print_wanted.connect(self._on_print_wanted)
        preview.finished.connect(self._on_preview_gone)
        preview.notices.closed.connect(self._notices.drop)  # both show the same notice
        self._notices.closed.connect(preview.notices.drop)
        self._preview = preview
        return preview

    def remake(self, make: MakePages) -> None:
        """Update the open preview, if its pages are made by `make`."""
        if self._preview is not None and self._preview.make == make:
            self._preview.redraw()

    def _on_preview_gone(self, _result: int) -> None:
        self._preview = None

    def _on_save_wanted(self, data: bytes) -> None:
        preview = self._preview
        target = self._ask_for_pdf(preview or self._window, preview.stem if preview else "")
        if target:
            self.save_data(target.path, data)

    def _on_print_wanted(self, data: bytes) -> None:
        choice = self._choose_printer(self._preview or self._window)
        if choice is not None:
            self.print_data(choice, data)

    def _tell(self, notice: Notice) -> None:
        """Show a notice in the window, and in the preview if that is open, which announces it."""
        self._notices.show(notice, is_spoken=self._preview is None)
        if self._preview is not None:
            self._preview.notices.show(notice)

    def _on_unmade(self, error: Exception) -> None:
        self._on_failed(self.tr("The PDF could not be made"), error)

    def _on_print_told(self, text: str) -> None:
        self._tell(Notice(text, kind="notice", topic="writing"))

    def _on_unprinted(self, text: str) -> None:
        title = self.tr("The sheet was not printed")
        self._tell(Notice(title, text, topic="writing"))
