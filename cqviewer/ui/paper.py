"""Printing on paper: the very bytes of the PDF to CUPS, or painted at 300 dpi elsewhere."""

import shutil
import subprocess

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox, QWidget

PAINTED_DPI = 300


def print_pdf(data: bytes, title: str, parent: QWidget) -> None:
    """Let the user choose a printer, and print a PDF there."""
    printer = QPrinter()
    printer.setResolution(PAINTED_DPI)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return
    problem = ""
    if printer.printerName() and not printer.outputFileName() and shutil.which("lp"):
        problem = send_to_cups(data, title, printer.printerName(), printer.copyCount())
    else:
        paint_pdf(data, printer)
    if problem:
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(parent.tr("The sheet was not printed."))
        box.setInformativeText(problem)
        box.exec()


def send_to_cups(data: bytes, title: str, queue: str, copies: int) -> str:
    """Hand a PDF to a CUPS queue; give an empty text, or why it was refused."""
    command = ["lp", "-d", queue, "-t", title, "-n", str(copies), "-"]
    try:
        result = subprocess.run(command, input=data, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if result.returncode == 0 else result.stderr.decode(errors="replace").strip()


def paint_pdf(data: bytes, printer: QPrinter) -> None:
    """Paint a PDF's pages on a printer, without loss."""
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(*(round(one * PAINTED_DPI / 72) for one in (points.width(), points.height())))
        painter.drawImage(
            printer.paperRect(QPrinter.Unit.DevicePixel).topLeft() * 0,
            document.render(number, size),
        )
    painter.end()
