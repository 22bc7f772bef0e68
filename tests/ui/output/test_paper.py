"""A PDF is printed as chosen: painted in the right pages and size, or sent on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.printing.options import PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.ui.output.paper import LoadedPdf, PagePainter, PaperPrint
from cqviewer.ui.output.printer_choice import Order, PrinterChoice, new_printer


@pytest.fixture(scope="module")
def data(sheet: Sheet) -> bytes:
    """Return the bundled sheet's PDF."""
    return make_pdf(sheet, PrintOptions())


def pdf_printer(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPrinter:
    """Return a printer that writes what is painted to a file."""
    printer = new_printer("A sheet")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(size))
    return printer


def pages(data: bytes) -> list[QImage]:
    pdf = LoadedPdf(data)
    count = pdf.document.pageCount()
    return [pdf.document.render(one, QSize(300, 424)) for one in range(count)]


def page_sizes(data: bytes) -> list[QSize]:
    """Return the size of each page, in points."""
    pdf = LoadedPdf(data)
    count = pdf.document.pageCount()
    return [pdf.document.pagePointSize(one).toSize() for one in range(count)]


def ink(image: QImage) -> float:
    """Return how dark an image is on white paper, 0 to 1."""
    page = QImage(image.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    gray = bytes(page.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    return 1 - sum(gray) / (255 * len(gray))


def paint(data: bytes, printer: QPrinter, order: Order, qtbot: QtBot) -> None:
    """Paint pages, and wait until that is done."""
    owner = QObject()
    painter = PagePainter(LoadedPdf(data), printer, order, owner)
    with qtbot.waitSignal(painter.painted):
        painter.start()


def test_the_ordered_pages_are_painted_as_they_are(
    data: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "painted.pdf"
    printer = pdf_printer(path)
    paint(data, printer, Order(title="A sheet", pages="5-6"), qtbot)
    painted, meant = pages(path.read_bytes()), pages(data)[4:6]
    assert page_sizes(path.read_bytes()) == 2 * [QSize(595, 842)]
    for one, other in zip(painted, meant, strict=True):
        assert ink(one) == pytest.approx(ink(other), rel=0.1)
    assert ink(meant[0]) != pytest.approx(ink(meant[1]), rel=0.1)


def test_each_page_is_as_large_as_another_paper_allows(
    data: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "painted.pdf"
    printer = pdf_printer(path, QPageSize.PageSizeId.A5)
    paint(data, printer, Order(title="A sheet", pages="1", media="A5"), qtbot)
    assert page_sizes(path.read_bytes()) == [QPageSize(QPageSize.PageSizeId.A5).sizePoints()]
    (page,) = pages(path.read_bytes())
    assert ink(page) == pytest.approx(ink(pages(data)[0]), rel=0.1)


def test_a_page_that_is_not_there_is_said(data: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    order = Order(title="", pages="99")
    work = PaperPrint(PrinterChoice(pdf_printer(tmp_path / "none.pdf"), order), data, owner)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    count = len(pages(data))
    assert failed.args == [f"There is no such page; the last one is {count}."]
    assert not (tmp_path / "none.pdf").exists()


def test_the_window_answers_between_pages(data: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    order = Order(title="", pages="1-3")
    painter = PagePainter(LoadedPdf(data), pdf_printer(tmp_path / "x.pdf"), order, owner)
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(0)
    with qtbot.waitSignal(painter.painted):
        painter.start()
    timer.stop()
    assert len(beats) >= 3


def test_painting_is_told_and_ends_what_would_be_lost(
    data: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    owner = QObject()
    choice = PrinterChoice(pdf_printer(tmp_path / "painted.pdf"), Order(title="", pages="1"))
    work = PaperPrint(choice, data, owner)
    with qtbot.waitSignals([work.told, work.handed_over]):
        work.start()
    assert len(pages((tmp_path / "painted.pdf").read_bytes())) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt says it too
def test_a_printer_that_cannot_begin_is_said(data: bytes, tmp_path: Path, qtbot: QtBot) -> None:
    owner = QObject()
    choice = PrinterChoice(pdf_printer(tmp_path / "no folder" / "x.pdf"), Order(title=""))
    work = PaperPrint(choice, data, owner)
    with qtbot.waitSignal(work.failed) as failed:
        work.start()
    assert failed.args == ["The printer does not answer."]
