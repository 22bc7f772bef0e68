"""Printing a PDF: through CUPS, or by painting its pages where there is no CUPS."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from cqviewer.ui.output.cups import CupsPrint
from cqviewer.ui.output.printer_choice import Order, PrinterChoice, pages_of
from cqviewer.ui.state.timers import single_shot


class PaperPrint(QObject):
    """Prints one PDF as chosen, without blocking the window."""

    told = Signal(str)
    """Carries a sentence on the progress."""
    failed = Signal(str)
    """Carries why it was not printed."""
    handed_over = Signal()
    """The system has all pages, or printing has failed: the window may be closed."""

    def __init__(self, choice: PrinterChoice, data: bytes, parent: QObject) -> None:
        """Store the choice and the PDF."""
        super().__init__(parent)
        self._choice = choice
        self._data = data

    def start(self) -> None:
        """Print through CUPS if the printer has a queue, or else paint the pages."""
        choice = self._choice
        loaded = LoadedPdf(self._data)
        pdf = loaded.document
        count = pdf.pageCount()
        if not pages_of(choice.order, count):
            self._end(
                self.tr("There is no such page; the last one is {count}.").format(count=count)
            )
        elif choice.queue:
            arguments = choice.lp_arguments(pdf.pagePointSize(0).toSize())
            work = CupsPrint(arguments, choice.queue, self._data, self)
            work.sent.connect(self._on_sent)
            work.stuck.connect(self._on_stuck)
            work.printed.connect(self._on_printed)
            work.failed.connect(self._end)
            work.start()
        else:
            painter = PagePainter(loaded, choice.printer, choice.order, self)
            painter.painted.connect(self._on_painted)
            painter.failed.connect(self._end)
            painter.start()

    def _on_sent(self, _job: str) -> None:
        self._tell_sent(self._choice.queue)

    def _tell_sent(self, name: str) -> None:
        self.handed_over.emit()
        self.told.emit(self.tr("Sent to the printer {name}.").format(name=name))

    def _on_stuck(self, words: str) -> None:
        text = self.tr("The printer {name} has stopped: {words}")
        self.told.emit(text.format(name=self._choice.queue, words=words))

    def _on_printed(self) -> None:
        self.told.emit(self.tr("Printed on {name}.").format(name=self._choice.queue))
        self.deleteLater()

    def _on_painted(self) -> None:
        self._tell_sent(self._choice.printer.printerName())
        self.deleteLater()

    def _end(self, words: str) -> None:
        self.handed_over.emit()
        self.failed.emit(words)
        self.deleteLater()


class LoadedPdf:
    """A PDF read from memory, with the buffer that must live as long as its document."""

    def __init__(self, data: bytes) -> None:
        """Read the bytes of a PDF."""
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    def close(self) -> None:
        """Release the bytes; pages cannot be drawn any more."""
        self.document.close()
        self._buffer.close()


class PagePainter(QObject):
    """Paints the ordered pages of a PDF on a printer, each as large as the paper allows.

    Pages are painted when idle, one at a time, so that the window stays responsive.
    """

    painted = Signal()
    failed = Signal(str)
    """Carries why the pages cannot be painted."""

    def __init__(self, pdf: LoadedPdf, printer: QPrinter, order: Order, parent: QObject) -> None:
        """Store the PDF, the printer and the order."""
        super().__init__(parent)
        self._painter = QPainter()  # set before the printer: it must be deleted first
        self._printer = printer
        self._pdf = pdf
        pages = pages_of(order, pdf.document.pageCount())
        if not printer.supportsMultipleCopies():
            pages = (
                pages * order.copies
                if order.is_collated
                else [page for page in pages for _ in range(order.copies)]
            )
        self._pages = iter(pages)
        self._next = single_shot(self, 0, self._paint_next)
        self._is_first = True

    def start(self) -> None:
        """Begin to paint."""
        self._printer.setFullPage(True)
        if not self._painter.begin(self._printer):
            self.failed.emit(self.tr("The printer does not answer."))
            return
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._next.start()

    def _paint_next(self) -> None:
        page = next(self._pages, None)
        if page is None:
            self._painter.end()
            self.painted.emit()
            return
        if not self._is_first:
            self._printer.newPage()
        self._is_first = False
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        points = self._pdf.document.pagePointSize(page).toSize()
        size = QSize(points).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (paper.width() - size.width()) // 2
        top = (paper.height() - size.height()) // 2
        area = QRect(left, top, size.width(), size.height())
        self._painter.drawImage(area, self._pdf.document.render(page, size))
        self._next.start()
