"""The print preview: the PDF that will be saved or printed, and options to make it with."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from cqviewer.printing.options import PrintError, PrintOptions, TypesetError
from cqviewer.ui.output.page_view import PageView
from cqviewer.ui.output.paper import LoadedPdf
from cqviewer.ui.output.preview_options import PreviewOptions
from cqviewer.ui.output.preview_pages import PageBar, PageList
from cqviewer.ui.state.announcing import announce
from cqviewer.ui.state.focus import FormDialog
from cqviewer.ui.state.notices import Notices
from cqviewer.ui.state.store import Store
from cqviewer.ui.state.worker_client import Call, WorkerError, worker
from cqviewer.ui.style.access_keys import without_key
from cqviewer.ui.style.boxes import column, is_column, line, turn
from cqviewer.ui.style.buttons import primary_button
from cqviewer.ui.style.look import ANY_SIZE, Look
from cqviewer.ui.style.text_block import TextBlock
from cqviewer.worker import tasks

OPTIONS_WIDTH = 220
_WIDTH, _HEIGHT = 1100, 800
_NARROW, _LEAST_PAGE = 640, 260
"""px of the design: width below which options are below the pages; least height of these."""
_FRAME, _TITLE_BAR = 8, 40
"""px of the frame and title bar that the system may add to a window."""


class PrintPreview(FormDialog):
    """The preview window of the store's sheet or a comparison; one PDF is made at a time."""

    save_wanted = Signal(object)
    """Carries the bytes that are shown."""
    print_wanted = Signal(object)
    """Carries the bytes that are shown."""
    redrawn = Signal()
    """New pages are shown."""

    def __init__(
        self,
        store: Store,
        options: PrintOptions,
        look: Look,
        parent: QWidget,
        make: Callable[[PrintOptions], Call] | None = None,
    ) -> None:
        """Show the store's sheet with these options at first, or what `make` requests."""
        super().__init__(parent, Qt.WindowType.Window)
        self.make = make
        self._store = store
        self._look = look
        self.data = b""
        """The bytes of the PDF that is shown; empty while there is none."""
        self._pdf: LoadedPdf | None = None
        self._call: Call | None = None
        self._is_stale = False
        self._name()
        self._fit_screen(parent)
        self.view = PageView()
        self.pages = PageList(look)
        self.bar = PageBar(self.view, look)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setMinimumWidth(look.px(OPTIONS_WIDTH))
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its check boxes and lists have it
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setMargin(look.px(16))
        self._why_none = TextBlock("", look, "heading")
        self.notices = Notices(self)
        self._lay_out()
        self.view.setFocus()
        self._offer(options)
        self.bar.setEnabled(False)  # there are no pages yet
        self.bar.page_wanted.connect(self.view.go_to)
        self.pages.currentRowChanged.connect(self._on_row)
        self.view.pageNavigator().currentPageChanged.connect(self._on_page)
        self.finished.connect(self._on_finished)
        for keys, slot in (
            ("Ctrl+W", self.reject),
            ("Ctrl+F", self._on_find),
            ("F3", partial(self.view.go_to_hit, 1)),
            ("Shift+F3", partial(self.view.go_to_hit, -1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        store.sheet_changed.connect(self._on_sheet_changed)
        self.redraw()

    def _name(self) -> None:
        """Name the window after the sheet's file."""
        parts = [self.tr("Print preview"), self.stem or self._store.sheet.file_name, "cqviewer"]
        self.setWindowTitle(" – ".join(part for part in parts if part))

    @property
    def stem(self) -> str:
        """Return the suggested file name without suffix; '' for that of the sheet."""
        return self.tr("comparison") if self.make else ""

    def _fit_screen(self, parent: QWidget) -> None:
        """Center the dialog over a window, entirely on the screen."""
        screen, look = parent.screen().availableGeometry(), self._look
        room = screen.adjusted(_FRAME, _TITLE_BAR, -_FRAME, -_FRAME)
        box = QRect(QPoint(0, 0), QSize(look.px(_WIDTH), look.px(_HEIGHT)).boundedTo(room.size()))
        box.moveCenter(parent.geometry().center())
        box.moveRight(min(box.right(), room.right()))
        box.moveBottom(min(box.bottom(), room.bottom()))
        box.moveLeft(max(box.left(), room.left()))
        box.moveTop(max(box.top(), room.top()))
        self.setGeometry(box)

    def _lay_out(self) -> None:
        look = self._look
        self._save = primary_button(self.tr("&Save PDF…"), "save", look)
        self._save.clicked.connect(self._on_save)
        self._print = QPushButton(look.icon("print"), self.tr("&Print…"))
        self._print.setIconSize(QSize(look.px(16), look.px(16)))
        self._print.clicked.connect(self._on_print)
        for button in (self._save, self._print):
            button.setAccessibleName(without_key(button.text()))
        inset = look.px(16), 0, look.px(16), look.px(8)
        below = [line(one, margins=inset) for one in (self._save, self._print)]
        side = column(self.bar.search, self._side, self._words, *below)
        side.setStretchFactor(self._side, 1)
        self._middle = middle = line(self.pages)
        instead, around = QWidget(), (look.px(32), look.px(28), look.px(32), look.px(28))
        column(self._why_none, of=instead, margins=around).addStretch(1)
        self._pages_or_words = QStackedWidget()
        self._pages_or_words.addWidget(self.view)
        self._pages_or_words.addWidget(instead)
        middle.addWidget(self._pages_or_words, 1)
        middle.addLayout(side)
        whole = QScrollArea()  # which scrolls only if there is too little room
        whole.setWidgetResizable(True)
        whole.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        outer = column(self.bar, of=content, margins=(0, 0, 0, look.px(8)))
        outer.addLayout(middle, 1)
        whole.setWidget(content)
        column(whole, of=self)
        self.notices.place(outer, self._pages_or_words, look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """If narrow, put the options below the pages and hide the thumbnails."""
        is_narrow = event.size().width() < self._look.px(_NARROW)
        for one in (self._middle, self.bar.groups):
            turn(one, is_column=is_narrow)
        self._list_pages()
        self._side.setMaximumWidth(ANY_SIZE if is_narrow else self._side.minimumWidth())
        self._side.setMinimumHeight(self.choices.sizeHint().height() if is_narrow else 0)
        self._pages_or_words.setMinimumHeight(self._look.px(_LEAST_PAGE) if is_narrow else 0)
        super().resizeEvent(event)

    def _list_pages(self) -> None:
        """Show the thumbnails if there are pages and room beside them."""
        are_pages = self._pages_or_words.currentWidget() is self.view
        self.pages.setVisible(are_pages and not is_column(self._middle))

    def _offer(self, options: PrintOptions) -> None:
        self.choices = PreviewOptions(self._store, options, is_whole_sheet=self.make is None)
        self.choices.changed.connect(self.redraw)
        self._side.setWidget(self.choices)

    @property
    def message(self) -> str:
        """Return the number and size of the pages, or why there are none."""
        return self._why_none.text() or self._words.text()

    def redraw(self) -> None:
        """Request the pages again; if they are being made, once more after that."""
        options = self.choices.options()
        self._enable(is_ready=False)
        if options is None:
            self._show_none(self.tr("Choose a section to print."))
        self._is_stale = self._call is not None
        if options is None or self._is_stale:
            return
        if self.make is None:
            self._call = worker().call(self, tasks.make_pdf, self._store.sheet, options)
        else:
            self._call = self.make(options)
        self._call.done.connect(self._on_made)
        self._call.failed.connect(self._on_unmade)

    def _on_made(self, data: bytes) -> None:
        self._call = None
        if self._is_stale:
            self.redraw()
            return
        self.data = data
        before, self._pdf = self._pdf, LoadedPdf(data)
        document = self._pdf.document
        self.view.show_document(document)
        self.pages.show_document(document)
        self.bar.show_place(max(0, self.view.page), document.pageCount())
        if before is not None:
            before.close()
        size = self.locale().formattedDataSize(len(data))
        text = self.tr("Pages: {count}, size: {size}")
        self._show_pages(text.format(count=document.pageCount(), size=size))
        self._enable(is_ready=True)
        self.redrawn.emit()

    def _on_unmade(self, error: Exception) -> None:
        self._call = None
        if self._is_stale:
            self.redraw()
            return
        self._show_none(self.tr("The pages could not be made: {why}").format(why=error))
        if not isinstance(error, PrintError | TypesetError | WorkerError):
            raise error

    def _show_pages(self, words: str) -> None:
        """Show the pages, with their number and size."""
        self._words.setText(words)
        self._why_none.setText("")
        self._pages_or_words.setCurrentWidget(self.view)
        self._list_pages()
        self.bar.setEnabled(True)
        self.bar.search.setEnabled(True)

    def _show_none(self, why: str) -> None:
        """Show a reason in place of the pages; earlier pages would be misleading."""
        self.data = b""
        self._words.setText("")
        if why != self._why_none.text():
            announce(self, why)
        self._why_none.setText(why)
        self._pages_or_words.setCurrentIndex(1)
        self.pages.hide()
        self.bar.setEnabled(False)
        self.bar.search.setEnabled(False)

    def _enable(self, *, is_ready: bool) -> None:
        self._save.setEnabled(is_ready)
        self._print.setEnabled(is_ready)

    def _on_sheet_changed(self) -> None:
        self._name()
        options = self.choices.options() or PrintOptions()
        known = {section.id for section in self._store.sheet.sections}
        if not known.issuperset(options.sections):
            options = PrintOptions(paper=options.paper, language=options.language)
        self._offer(options)
        self.redraw()

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.view.go_to(row)

    def _on_page(self, page: int) -> None:
        if self._pdf is None:
            return
        self.bar.show_place(page, self._pdf.document.pageCount())
        self.pages.blockSignals(True)  # otherwise the view would follow the list
        self.pages.setCurrentRow(page)
        self.pages.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() or not self.view.turn(event.key()):
            super().keyPressEvent(event)

    def _on_find(self) -> None:
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def _on_save(self) -> None:
        self.save_wanted.emit(self.data)

    def _on_print(self) -> None:
        self.print_wanted.emit(self.data)

    def _on_finished(self, _result: int) -> None:
        """Cancel the call; not in closeEvent, which Esc does not cause."""
        if self._call is not None:
            self._call.cancel()
