"""Comparing in a window: shows the comparison in place of the page."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from cqviewer.model.text import Language
from cqviewer.printing.options import Paper, PrintOptions
from cqviewer.ui.compare.comparison import Comparison
from cqviewer.ui.compare.side_view import SideView
from cqviewer.ui.output.output import Output
from cqviewer.ui.output.saving import Saver, ask_where_to_save
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.files import Files
from cqviewer.ui.state.focus import is_within, last_focus, let_go
from cqviewer.ui.state.focus_restorer import FocusKeeper
from cqviewer.ui.state.notices import Notices
from cqviewer.ui.state.store import Store, View
from cqviewer.ui.state.worker_client import Call, worker
from cqviewer.ui.style.look import Look
from cqviewer.worker import tasks

_OF_THE_PAGE = {
    *("table", "changes", "next_tab", "previous_tab", "present", "present_chart"),
    *("back", "forward", "next_problem", "previous_problem", "fix_problem", "chart_table"),
    *("edit_part", "show_in_source", "next_place", "previous_place", "unused"),
}
"""Actions that show or change the page; they leave the comparison first."""


class Comparing(QObject):
    """Shows the comparison of one window while *Compare* is checked."""

    changed = Signal(bool)
    """Carries whether the comparison is shown now."""

    keeper: FocusKeeper
    """Remembers the focus on the page; set by the window."""
    fact_wanted = Signal(str)
    """Carries the id of a figure of the open sheet to be shown on its page."""

    def __init__(
        self,
        store: Store,
        files: Files,
        notices: Notices,
        output: Output,
        window: QWidget,
    ) -> None:
        """Work for a window; `place` must be called before anything is shown."""
        super().__init__(window)
        self._store = store
        self._files = files
        self._notices = notices
        self._output = output
        self.adding: Sequence[QMenu] = ()
        """Menus of files to compare with."""
        self._window = window
        self._saver = Saver(store, files, notices, window)
        self.comparison = Comparison(store, files, notices, self)
        self.comparison.changed.connect(self._on_changed)
        store.view_changed.connect(self._on_view_changed)
        self.is_on = False
        self._wanted = ""
        self._said: list[str] = []  # the titles that were announced
        files.opened.connect(self._show_wanted)
        files.read_again.connect(self._want_none)
        self.view: SideView | None = None

    def handlers(self, page: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name, while comparison or page is shown.

        `page` holds the handlers of the page, to which some actions lead back.
        """
        own = {
            **dict.fromkeys(("export_pdf", "export_figures"), self.save),
            "print": self.print_beside,
            "preview": self.preview_beside,
            "panel": self._on_panel,
            "show_source": self._on_panel_wanted,
        }
        made: dict[str, Callable[[], object]] = {"compare": self.toggle}
        for name, handler in page.items():
            made[name] = handler
            if name in own:
                made[name] = partial(self._either, own[name], handler)
            elif name in _OF_THE_PAGE:
                made[name] = partial(self._leave_for, handler)
        return made

    def _either(self, own: Callable[[], object], of_page: Callable[[], object]) -> None:
        (own if self.is_on else of_page)()

    def _leave_for(self, handler: Callable[[], object]) -> None:
        self.show(is_on=False)
        handler()

    def place(self, column: QBoxLayout, page: Sequence[QWidget], look: Look) -> None:
        """Use a newly built column of the window with the parts of the page."""
        self._column, self._page, self._look = column, page, look
        self.view = None  # the last one went with the old column
        self._show()

    def toggle(self) -> None:
        """Show the comparison, or the page again."""
        self.show(is_on=not self.is_on)

    def show(self, *, is_on: bool = True) -> None:
        """Show the comparison, or with `is_on` false the page."""
        if is_on != self.is_on:
            self.is_on = is_on
            if is_on:
                self.keeper.keep()
                self._store.select(None)  # so that no hidden figure is copied
                if not self.comparison.rows:  # otherwise it is as it was left
                    self.comparison.restart()
            self._show()
            self.changed.emit(is_on)

    def compare(self, paths: Sequence[Path]) -> None:
        """Compare the open sheet with these files only."""
        self.show()
        self.comparison.begin_with(paths)

    def open(self, paths: Sequence[Path]) -> None:
        """Open the first of some files, and compare it with the others."""
        self._files.open(paths[0])
        self.compare(paths[1:])

    def _on_view_changed(self, old: View, new: View) -> None:
        """Go back to the page when another tab is shown or a search begins."""
        if new.section != old.section or (new.search and new.search != old.search):
            self.show(is_on=False)

    def escape(self) -> bool:
        """Go back to the page; return whether the comparison was shown."""
        was_on = self.is_on
        self.show(is_on=False)
        return was_on

    def take(self, paths: Sequence[Path]) -> bool:
        """Add dropped files while the comparison is shown; return whether it is."""
        if self.is_on:
            self.comparison.add(paths)
        return self.is_on

    @property
    def panes(self) -> list[QWidget]:
        """Return the panes of the comparison for F6; empty while it is not shown."""
        view = self.view
        return [view.tabs, view.table, view.panel] if view is not None and self.is_on else []

    def save(self) -> None:
        """Ask for a name and a format, and save the comparison."""
        name = self.tr("comparison")
        suggested = self._files.save_folder / f"{name}.pdf"
        kinds = {
            self.tr("PDF (*.pdf)"): ".pdf",
            self.tr("Figures as CSV (*.csv)"): ".csv",
            self.tr("Excel workbook (*.xlsx)"): ".xlsx",
        }
        title = self.tr("Save the comparison")
        target = ask_where_to_save(self._window, title, suggested, kinds)
        if target:
            path = target.path
            self._saver.save_made(path, self._make(path.suffix.lower(), "a4"))

    def print_beside(self) -> None:
        """Ask for a printer, and print the comparison there."""
        self._output.print_made(partial(self._make, ".pdf"))

    def preview_beside(self) -> None:
        """Show the pages of the comparison before they are printed."""
        self._output.preview(make=self._make_pages)

    def _on_changed(self) -> None:
        titles = [self._store.wording.text(one.title) for one in self.comparison.sheets]
        if self.is_on and titles != self._said and max(len(titles), len(self._said)) > 1:
            listed = self._store.wording.join(titles, "semicolon")
            announce(self._window, self.tr("Side by side: {sheets}").format(sheets=listed))
        self._said = titles
        self._output.remake(self._make_pages)

    def _make_pages(self, options: PrintOptions) -> Call:
        return self._make(".pdf", options.paper, options.language)

    def _make(self, suffix: str, paper: Paper, wanted: Language | None = None) -> Call:
        sheets, language = self.comparison.sheets, wanted or self._store.view.language
        return worker().call(self, tasks.make_comparison, sheets, language, suffix, paper)

    def _show(self) -> None:
        focused = last_focus(self._window)
        let_go(*(self._page if self.is_on else [self.view] if self.view is not None else []))
        for part in self._page:
            if part.isHidden() != self.is_on:  # showing a part again makes Qt lay it out
                part.setHidden(self.is_on)
        if not self.is_on:
            if self.view is not None:
                is_left = focused is None or is_within(focused, self.view)
                self.view.hide()
                self.view.deleteLater()
                self.view = None
                if is_left:
                    self.keeper.give_back()
            self._notices.lie_over(self._page[-1])
            return
        view = self.view = SideView(self.comparison, self._store, self.adding, self._look)
        view.file_wanted.connect(self._on_file_wanted)
        view.save_wanted.connect(self.save)
        view.copy_wanted.connect(self._on_copy)
        view.table.sheet_wanted.connect(self._on_sheet_wanted)
        self._column.addWidget(view, 1)
        view.show()
        self._notices.lie_over(view)
        if focused is not None:
            view.table.setFocus()

    def _on_file_wanted(self) -> None:
        if path := self._files.ask_for_file(self.tr("Add a sheet to compare")):
            self.add(path)

    def _on_sheet_wanted(self) -> None:
        """Show the selected value in its own sheet, which is opened for that."""
        row, at = self.comparison.chosen or (None, 0)
        cell = row.cells[at] if row else None
        if cell is None:
            return
        self._wanted = cell.figure.id
        if at:
            self._files.open(self.comparison.paths[at - 1])
        else:
            self._show_wanted()

    def _show_wanted(self) -> None:
        if fact_id := self._wanted:
            self._wanted = ""
            self.show(is_on=False)
            self.fact_wanted.emit(fact_id)

    def _want_none(self) -> None:
        self._wanted = ""  # also where the file could not be read

    def _on_panel(self) -> None:
        if self.view is not None:
            self.view.toggle_panel()

    def _on_panel_wanted(self) -> None:
        if self.view is not None:
            self.view.enter_panel()

    def add(self, path: Path) -> None:
        """Compare with one more sheet."""
        self.comparison.add([path])

    def _on_copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        announce(self._window, self.tr("Copied"))
