"""The choice of a printer in Qt's dialog, and the options that CUPS is passed for it."""

import re
import shutil
import sys
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QKeyEvent, QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import (
    QAbstractPrintDialog,
    QPrintDialog,
    QPrintEngine,
    QPrinter,
    QPrinterInfo,
)
from PySide6.QtWidgets import QDialog, QWidget

from cqviewer.model.text import file_stem
from cqviewer.ui.state.focus import is_enter, press_focused

PAINTED_DPI = 300
"""Dots an inch where pages are painted; at the printer's own 1200 they would take seconds."""
_SAME_PAPER = 3  # points by which sizes may differ
_CUPS_OPTIONS = 0xFE00  # PPK_CupsOptions in Qt's qcups_p.h
_DEFAULTS = {
    "job-billing": "",
    "job-hold-until": "no-hold",
    "job-priority": "50",
    "job-sheets": "none,none",
    "number-up": "1",
    "page-set": "",
}
"""The options that Qt's dialog sets if the user has not changed them."""
Sides = Literal["", "one-sided", "two-sided-long-edge", "two-sided-short-edge"]


class Abilities(msgspec.Struct, frozen=True, kw_only=True):
    """What a printer supports; `media` holds the names of paper sizes in PPD files."""

    media: tuple[str, ...] = ()
    sides: tuple[Sides, ...] = ()
    has_color: bool = False
    has_gray: bool = False


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """How to print; `pages` as in '2-3,5', empty for all of them.

    `options` are changed options that only CUPS knows, by its names: trays, kinds of paper, pages
    per sheet, when to print and the like.
    """

    title: str
    copies: int = 1
    is_collated: bool = True
    pages: str = ""
    media: str = "A4"
    sides: Sides = ""
    is_gray: bool = False
    is_reversed: bool = False
    options: tuple[tuple[str, str], ...] = ()


class PrinterChoice:
    """A printer with an order; `queue` is set if CUPS prints, `file` if a PDF is saved instead."""

    def __init__(self, printer: QPrinter, order: Order) -> None:
        """Read from the printer whether it prints through CUPS or to a file."""
        self.printer = printer
        self.order = order
        to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
        name = printer.outputFileName()
        self.file = Path(name) if to_file and name else None
        has_lp = sys.platform != "win32" and shutil.which("lp") is not None
        self.queue = printer.printerName() if has_lp and self.file is None else ""

    @property
    def paper(self) -> Literal["a4", "letter"]:
        """Return the paper to lay the PDF out for, the nearest to the printer's."""
        american = ("Letter", "Legal", "ANSIA", "Tabloid", "Ledger")
        return "letter" if self.order.media in american else "a4"

    def lp_arguments(self, page: QSize) -> list[str]:
        """Return the arguments for `lp` to print standard input; `page` is the size in points."""
        able = abilities_of(QPrinterInfo.printerInfo(self.queue))
        paper = self.printer.pageLayout().pageSize().sizePoints()
        gap = max(abs(page.width() - paper.width()), abs(page.height() - paper.height()))
        words = order_arguments(self.order, able, is_scaled=gap > _SAME_PAPER)
        return ["-d", self.queue, *words, "-"]


def order_arguments(order: Order, able: Abilities, *, is_scaled: bool = False) -> list[str]:
    """Return an order as arguments of `lp`, without what the printer does not support.

    CUPS accepts any option and fails later, so nothing may be sent that is not supported.
    With `is_scaled` the pages are fitted to another paper.
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
    if order.is_reversed:
        words += ["-o", "outputorder=reverse"]
    for name, value in order.options:
        words += ["-o", f"{name}={_quoted(value)}"]
    return words


def _quoted(value: str) -> str:
    """Return a value quoted for `lp -o`, where a space ends an option."""
    if re.fullmatch(r"[\w.,:+-]+", value):
        return value
    return "'" + re.sub(r"(['\\])", r"\\\1", value) + "'"


_SIDES: dict[QPrinter.DuplexMode, Sides] = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexAuto: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def abilities_of(info: QPrinterInfo) -> Abilities:
    """Return what a printer supports, according to Qt."""
    colors = info.supportedColorModes()
    return Abilities(
        media=tuple(size.key() for size in info.supportedPageSizes()),
        sides=tuple(dict.fromkeys(_SIDES[mode] for mode in info.supportedDuplexModes())),
        has_color=QPrinter.ColorMode.Color in colors,
        has_gray=QPrinter.ColorMode.GrayScale in colors,
    )


def order_of(printer: QPrinter) -> Order:
    """Return the order that the dialog has stored in a printer."""
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
        is_reversed=printer.pageOrder() == QPrinter.PageOrder.LastPageFirst,
        options=_options_of(printer),
    )


def _options_of(printer: QPrinter) -> tuple[tuple[str, str], ...]:
    """Return the options that Qt's dialog has stored for CUPS alone, where they were changed.

    Trays, kinds of paper, pages per sheet and the like are stored nowhere else: without this, the
    dialog would offer them in vain.
    """
    kept = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS))
    words = kept if isinstance(kept, list) else []
    chosen = {
        str(name): str(value)
        for name, value in zip(words[::2], words[1::2], strict=False)
        if _DEFAULTS.get(name) != value
    }
    if "number-up" not in chosen:
        chosen.pop("number-up-layout", None)
    return tuple(chosen.items())


def pages_of(order: Order, count: int) -> list[int]:
    """Return the ordered pages, numbered from 0, of a PDF of `count` pages."""
    if not order.pages:
        return list(range(count))
    ranges = QPageRanges.fromString(order.pages)
    return [page for page in range(count) if ranges.contains(page + 1)]


def new_printer(title: str) -> QPrinter:
    """Return a printer for a document, with the usual paper of the user's country."""
    printer = QPrinter()
    printer.setResolution(PAINTED_DPI)
    printer.setDocName(title)
    is_metric = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    size = QPageSize.PageSizeId.A4 if is_metric else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    return printer


class PrintDialog(QPrintDialog):
    """Qt's dialog, in which Enter presses the focused button instead of printing at once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            press_focused(self)
        else:
            super().keyPressEvent(event)


def choose_printer(parent: QWidget, title: str) -> PrinterChoice | None:
    """Ask for a printer and its options; None if the dialog is cancelled."""
    printer = new_printer(title)
    # Qt names the file after the document, but takes what follows the last dot for a suffix.
    printer.setDocName(f"{file_stem(title)}.pdf")
    dialog = PrintDialog(printer, parent)
    printer.setDocName(title)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return PrinterChoice(printer, order_of(printer)) if accepted else None
