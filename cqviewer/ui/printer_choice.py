"""Which printer is to print, and how: Qt's dialog asks, and only what it can do is kept."""

import shutil
import sys
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

PAINTED_DPI = 300
"""Dots an inch where pages are painted; at the printer's own 1200 they would take seconds."""
_SAME_PAPER = 3  # points by which sizes may differ
Sides = Literal["", "one-sided", "two-sided-long-edge", "two-sided-short-edge"]


class Abilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a printer can do, as far as it is asked here; `media` holds names as PPD has them."""

    media: tuple[str, ...] = ()
    sides: tuple[Sides, ...] = ()
    has_color: bool = False
    has_gray: bool = False


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for; `pages` as in '2-3,5', empty for all of them."""

    title: str
    copies: int = 1
    is_collated: bool = True
    pages: str = ""
    media: str = "A4"
    sides: Sides = ""
    is_gray: bool = False


class PrinterChoice:
    """A printer with an order: `queue` if CUPS prints, `file` if a PDF is to be saved instead."""

    def __init__(self, printer: QPrinter, order: Order) -> None:
        """Keep the printer as the dialog left it."""
        self.printer = printer
        self.order = order
        to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        name = printer.outputFileName()
        self.file = Path(name) if to_file and name else None
        has_lp = sys.platform != "win32" and shutil.which("lp") is not None
        self.queue = printer.printerName() if has_lp and self.file is None else ""

    @property
    def paper(self) -> Literal["a4", "letter"]:
        """Give the paper that the PDF is laid out for, the one nearest to the printer's."""
        american = ("Letter", "Legal", "ANSIA", "Tabloid", "Ledger")
        return "letter" if self.order.media in american else "a4"

    def lp_arguments(self, page: QSize) -> list[str]:
        """Give the arguments of `lp` that print standard input; `page` is the PDF's, in points."""
        able = abilities_of(QPrinterInfo.printerInfo(self.queue))
        paper = self.printer.pageLayout().pageSize().sizePoints()
        gap = max(abs(page.width() - paper.width()), abs(page.height() - paper.height()))
        words = order_arguments(self.order, able, is_scaled=gap > _SAME_PAPER)
        return ["-d", self.queue, *words, "-"]


def order_arguments(order: Order, able: Abilities, *, is_scaled: bool = False) -> list[str]:
    """Word an order as options of `lp`, leaving out what the printer cannot do.

    CUPS accepts any option and fails later, so nothing may be sent that is not supported.
    `is_scaled` tells that the pages must be fitted to another paper.
    """
    words = ["-t", order.title or "cqviewer", "-n", str(order.copies)]
    if order.pages:
        words += ["-P", order.pages]
    if order.copies > 1:
        words += ["-o", f"collate={'true' if order.is_collated else 'false'}"]
    if order.media in able.media:
        words += ["-o", f"media={order.media}"]
    if is_scaled:
        words += ["-o", "fit-to-page"]
    if order.sides in able.sides and len(able.sides) > 1:
        words += ["-o", f"sides={order.sides}"]
    if order.is_gray and able.has_gray and able.has_color:
        words += ["-o", "print-color-mode=monochrome"]
    return words


_SIDES: dict[QPrinter.DuplexMode, Sides] = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexAuto: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def abilities_of(info: QPrinterInfo) -> Abilities:
    """Ask Qt what a printer can do."""
    colors = info.supportedColorModes()
    return Abilities(
        media=tuple(size.key() for size in info.supportedPageSizes()),
        sides=tuple(dict.fromkeys(_SIDES[mode] for mode in info.supportedDuplexModes())),
        has_color=QPrinter.ColorMode.Color in colors,
        has_gray=QPrinter.ColorMode.GrayScale in colors,
    )


def order_of(printer: QPrinter) -> Order:
    """Read the order from a printer as the dialog left it."""
    pages = ""
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        pages = printer.pageRanges().toString()
        if not pages and printer.fromPage():
            pages = f"{printer.fromPage()}-{printer.toPage() or printer.fromPage()}"
    return Order(
        title=printer.docName(),
        copies=max(1, printer.copyCount()),
        is_collated=printer.collateCopies(),
        pages=pages,
        media=printer.pageLayout().pageSize().key(),
        sides=_SIDES[printer.duplex()],
        is_gray=printer.colorMode() == QPrinter.ColorMode.GrayScale,
    )


def pages_of(order: Order, count: int) -> list[int]:
    """Give the numbers (from 0) of the pages of an order, of a PDF of `count` pages."""
    if not order.pages:
        return list(range(count))
    ranges = QPageRanges.fromString(order.pages)
    return [page for page in range(count) if ranges.contains(page + 1)]


def new_printer(title: str) -> QPrinter:
    """Make a printer object for a document, with the paper that is usual in the user's country."""
    printer = QPrinter()
    printer.setResolution(PAINTED_DPI)
    printer.setDocName(title)
    is_metric = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    size = QPageSize.PageSizeId.A4 if is_metric else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    return printer


def choose_printer(parent: QWidget, title: str) -> PrinterChoice | None:
    """Let the user choose a printer and how it prints; None if nothing is to be printed."""
    printer = new_printer(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return PrinterChoice(printer, order_of(printer)) if accepted else None
