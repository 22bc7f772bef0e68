"""Only what a printer can do is asked of it, and no more than was chosen."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrintEngine, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cqviewer.ui.output.printer_choice import (
    Abilities,
    Order,
    PrintDialog,
    PrinterChoice,
    choose_printer,
    new_printer,
    order_arguments,
    order_of,
    pages_of,
)

TWO_SIDED = Abilities(
    media=("A4", "Letter"),
    sides=("one-sided", "two-sided-long-edge"),
    has_color=True,
    has_gray=True,
)


def options(words: list[str]) -> list[str]:
    return [word for before, word in itertools.pairwise(words) if before == "-o"]


def test_what_the_printer_can_do_is_asked_of_it() -> None:
    order = Order(
        title="A sheet",
        copies=3,
        pages="2-3,5",
        media="A4",
        sides="two-sided-long-edge",
        is_gray=True,
    )
    words = order_arguments(order, TWO_SIDED)
    assert words[:6] == ["-t", "A sheet", "-n", "3", "-P", "2-3,5"]
    assert options(words) == [
        "collate=true",
        "media=A4",
        "sides=two-sided-long-edge",
        "print-color-mode=monochrome",
    ]


def test_what_it_cannot_do_is_left_out() -> None:
    order = Order(title="", media="A3", sides="two-sided-short-edge", is_gray=True)
    assert order_arguments(order, TWO_SIDED)[:4] == ["-t", "cqviewer", "-n", "1"]
    assert options(order_arguments(order, TWO_SIDED)) == ["print-color-mode=monochrome"]
    one_sided = Abilities(media=("A4",), sides=("one-sided",), has_gray=True)
    order = Order(title="", sides="one-sided", is_gray=True)
    assert options(order_arguments(order, one_sided)) == ["media=A4"]
    assert options(order_arguments(order, Abilities())) == []


def test_pages_for_another_paper_are_fitted_to_it() -> None:
    order = Order(title="", media="Letter")
    assert options(order_arguments(order, TWO_SIDED, is_scaled=True)) == [
        "media=Letter",
        "fit-to-page",
    ]


def test_what_the_queue_itself_offers_is_asked_of_it_in_its_own_words() -> None:
    chosen = (("InputSlot", "Tray2"), ("number-up", "2"), ("job-billing", "R&D, 'b' \\ 3"))
    order = Order(title="", is_reversed=True, options=chosen)
    assert options(order_arguments(order, Abilities())) == [
        "outputorder=reverse",
        "InputSlot=Tray2",
        "number-up=2",
        r"job-billing='R&D, \'b\' \\ 3'",
    ]


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        (
            ["InputSlot", "Manual", "MediaType", "Cardstock", "page-set", "odd"],
            (("InputSlot", "Manual"), ("MediaType", "Cardstock"), ("page-set", "odd")),
        ),
        (
            ["number-up", "4", "number-up-layout", "tblr", "job-hold-until", "night"],
            (("number-up", "4"), ("number-up-layout", "tblr"), ("job-hold-until", "night")),
        ),
        (["number-up", "1", "number-up-layout", "lrtb", "job-priority", "50"], ()),
        (["job-billing", "", "job-sheets", "none,none"], ()),
        ([], ()),
        (None, ()),
    ],
)
def test_what_the_dialog_keeps_for_cups_is_read_but_not_what_nobody_chose(
    qapp: QApplication,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
    kept: list[str] | None,
    expected: tuple[tuple[str, str], ...],
) -> None:
    printer = new_printer("A sheet")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    asked: list[QPrintEngine.PrintEnginePropertyKey] = []

    class Engine:
        def property(self, key: QPrintEngine.PrintEnginePropertyKey) -> list[str] | None:
            asked.append(key)
            return kept

    monkeypatch.setattr(QPrinter, "printEngine", lambda _: Engine())
    order = order_of(printer)
    assert order.options == expected
    assert order.is_reversed
    assert [one.value for one in asked] == [0xFE00]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [("", [0, 1, 2, 3]), ("2-3", [1, 2]), ("1,4", [0, 3]), ("3-9", [2, 3]), ("9", [])],
)
def test_pages_are_counted_from_one(pages: str, expected: list[int]) -> None:
    assert pages_of(Order(title="", pages=pages), 4) == expected


def test_an_order_is_read_from_the_dialogs_printer(
    qapp: QApplication,  # noqa: ARG001
    tmp_path: Path,
) -> None:
    printer = new_printer("A sheet")
    assert order_of(printer).title == "A sheet"
    assert order_of(printer).pages == ""
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setCopyCount(2)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Legal))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2-3,5"))
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    order = order_of(printer)
    assert (order.copies, order.sides, order.pages) == (2, "one-sided", "2-3,5")
    assert order.media == "Legal"
    assert PrinterChoice(printer, order).paper == "letter"
    assert PrinterChoice(printer, Order(title="", media="A3")).paper == "a4"
    assert PrinterChoice(printer, order).queue == ""
    assert PrinterChoice(printer, order).file == tmp_path / "out.pdf"
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait


@pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen there is none to tell
def test_a_dialog_that_is_closed_prints_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        seen.append(dialog.printer().docName())
        dialog.reject()

    QTimer.singleShot(0, close)
    assert choose_printer(window, "A sheet") is None
    assert seen == ["A sheet"]


@pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen there is none to tell
def test_the_dialog_names_the_pdf_after_the_whole_title(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    named: list[str] = []

    class Dialog(QPrintDialog):
        def __init__(self, printer: QPrinter, parent: QWidget) -> None:
            named.append(printer.docName())  # on a screen, Qt makes the name of the file of this
            super().__init__(printer, parent)

    monkeypatch.setattr("cqviewer.ui.output.printer_choice.PrintDialog", Dialog)
    QTimer.singleShot(0, lambda: [one.close() for one in window.findChildren(QPrintDialog)])
    choose_printer(window, "Waste: 1.9 kg/person by area")
    assert named == ["Waste-1.9 kg-person by area.pdf"]


@pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen there is none to tell
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_field_prints_nothing_and_on_a_button_presses_it(
    qtbot: QtBot, key: Qt.Key
) -> None:
    printer = new_printer("A sheet")  # the dialog does not own it
    dialog = PrintDialog(printer)
    qtbot.addWidget(dialog)
    ended: list[int] = []
    dialog.finished.connect(ended.append)
    with qtbot.waitExposed(dialog):
        dialog.show()
    fields = [one for one in dialog.findChildren(QLineEdit) if one.isVisible()]
    assert fields
    for field in fields:
        field.setFocus()
        QTest.keyClick(field, key)
    assert ended == []
    cancel = next(one for one in dialog.findChildren(QPushButton) if "Cancel" in one.text())
    cancel.setFocus()
    QTest.keyClick(cancel, key)
    assert ended == [PrintDialog.DialogCode.Rejected]
