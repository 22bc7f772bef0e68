"""Printing on paper: the very bytes of the PDF to CUPS, or painted without loss elsewhere."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from cqviewer.ui.jobs import Job
from cqviewer.ui.output.cups import CupsPrint
from cqviewer.ui.output.printer_choice import Order, PrinterChoice, pages_of


class PaperPrint(QObject):
    """Prints one PDF as chosen, in the background."""

    told = Signal(str)
    """Carries a sentence on how far it is."""
    failed = Signal(str)
    """Carries why it was not printed, in words."""

    def __init__(self, choice: PrinterChoice, data: bytes, parent: QObject) -> None:
        """Take the choice and the PDF; nothing is printed yet."""
        super().__init__(parent)
        self._choice = choice
        self._data = data

    def start(self) -> None:
        """Print, through CUPS where there is a queue."""
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
            job = Job(self._paint, self)
            job.done.connect(self._on_painted)
            job.failed.connect(self._on_unpainted)
            job.start()

    def _paint(self) -> None:
        paint_pdf(self._data, self._choice.printer, self._choice.order)

    def _on_sent(self, _job: str) -> None:
        text = self.tr("Sent to the printer {name}.")
        self.told.emit(text.format(name=self._choice.queue))

    def _on_stuck(self, words: str) -> None:
        text = self.tr("The printer {name} has stopped: {words}")
        self.told.emit(text.format(name=self._choice.queue, words=words))

    def _on_printed(self) -> None:
        self.told.emit(self.tr("Printed on {name}.").format(name=self._choice.queue))
        self.deleteLater()

    def _on_painted(self) -> None:
        text = self.tr("Sent to the printer {name}.")
        self.told.emit(text.format(name=self._choice.printer.printerName()))
        self.deleteLater()

    def _on_unpainted(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._end(str(error))

    def _end(self, words: str) -> None:
        self.failed.emit(words)
        self.deleteLater()


class LoadedPdf:
    """A PDF read from memory; the buffer must live as long as the document."""

    def __init__(self, data: bytes) -> None:
        """Read the bytes of a PDF."""
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    def close(self) -> None:
        """Let go of the bytes; the pages can no longer be drawn."""
        self.document.close()
        self._buffer.close()


def paint_pdf(data: bytes, printer: QPrinter, order: Order) -> None:
    """Paint the ordered pages on a printer, each as large as its paper allows; may run in a thread.

    OSError if the printer cannot be begun.
    """
    loaded = LoadedPdf(data)
    printer.setFullPage(True)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    pages = pages_of(order, loaded.document.pageCount())
    if not printer.supportsMultipleCopies():
        pages = (
            pages * order.copies
            if order.is_collated
            else [page for page in pages for _ in range(order.copies)]
        )
    painter = QPainter()
    if not painter.begin(printer):
        raise OSError("the printer does not answer")
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for at, page in enumerate(pages):
        if at:
            printer.newPage()
        points = loaded.document.pagePointSize(page).toSize()
        size = QSize(points).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (paper.width() - size.width()) // 2
        top = (paper.height() - size.height()) // 2
        painter.drawImage(
            QRect(left, top, size.width(), size.height()), loaded.document.render(page, size)
        )
    painter.end()
