"""The PDF is made aside, saved whole, and what cannot be is said in words."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.printing.attachment import open_sheet
from cqviewer.printing.export import export_sheet
from cqviewer.printing.options import CsvStyle, PrintOptions
from cqviewer.printing.typeset import make_pdf
from cqviewer.printing.web.page import make_page
from cqviewer.ui.state.notices import Notice
from cqviewer.ui.state.worker_client import worker
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, SaveAs, until_idle
from tests.worker import calls

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


@pytest.fixture
def window(open_window: OpenWindow, tmp_path: Path) -> MainWindow:
    """Return a window over the bundled sheet."""
    return open_window(path=tmp_path / "sheet.yaml")


def said(window: MainWindow, qtbot: QtBot) -> Notice:
    """Wait for what is said once nothing is being done any more."""

    def is_said() -> bool:
        shown = window.notices.shown
        return shown is not None and shown.topic != "busy"

    qtbot.waitUntil(is_said)
    notice = window.notices.shown
    assert notice is not None
    return notice


def test_the_exported_pdf_is_the_command_lines(
    window: MainWindow,
    sheet: Sheet,
    tmp_path: Path,
    qtbot: QtBot,
    save_as: SaveAs,
) -> None:
    asked = save_as(tmp_path / "out.pdf")
    window.actions_by_name["export_pdf"].trigger()
    notice = said(window, qtbot)
    assert asked == [str(tmp_path / "chongqing-2024.pdf")]
    data = (tmp_path / "out.pdf").read_bytes()
    assert data == make_pdf(sheet, PrintOptions(language="en"))
    assert notice.title == "Saved out.pdf"
    assert hashlib.sha256(data).hexdigest() in notice.text
    assert [text for text, _ in notice.links] == ["Copy SHA-256", "Open the PDF"]


def test_the_exported_page_is_the_command_lines_and_opens_again(
    window: MainWindow, sheet: Sheet, tmp_path: Path, qtbot: QtBot, save_as: SaveAs
) -> None:
    asked = save_as(tmp_path / "out", "HTML page (*.html)")
    window.actions_by_name["export_html"].trigger()
    assert said(window, qtbot).title == "Saved out.html"
    assert asked == [str(tmp_path / "chongqing-2024.html")]
    assert (tmp_path / "out.html").read_bytes() == make_page(sheet)
    assert open_sheet(tmp_path / "out.html").indicators == sheet.indicators


def test_a_folder_as_target_is_refused_in_words(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "out.pdf").mkdir()
    window.output.save_pdf(tmp_path / "out.pdf")
    notice = said(window, qtbot)
    assert notice.kind == "error"
    assert notice.title == "out.pdf was not saved"
    assert "is a folder" in notice.text


def test_what_is_cancelled_writes_nothing(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    begun = tmp_path.with_name("begun")
    busy = worker().call(window, calls.rest, begun)
    window.output.save_pdf(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: window.notices.shown is not None)
    notice = window.notices.shown
    assert notice is not None
    assert notice.title == "Making out.pdf …"
    assert [text for text, _ in notice.links] == ["Cancel"]
    notice.links[0][1]()
    assert window.notices.shown is None
    busy.cancel()
    until_idle(qtbot)
    assert list(tmp_path.iterdir()) == []


def test_printing_to_a_file_saves_the_very_bytes(
    window: MainWindow, sheet: Sheet, tmp_path: Path, qtbot: QtBot
) -> None:
    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(0, accept)
    window.actions_by_name["print"].trigger()
    assert said(window, qtbot).title == "Saved printed.pdf"
    data = (tmp_path / "printed.pdf").read_bytes()
    papers = (PrintOptions(language="en", paper=paper) for paper in ("a4", "letter"))
    assert data in [make_pdf(sheet, options) for options in papers]


def test_some_pages_are_not_saved_as_if_they_were_all(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        dialog.printer().setPrintRange(QPrinter.PrintRange.PageRange)
        dialog.printer().setFromTo(2, 2)
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(0, accept)
    window.actions_by_name["print"].trigger()
    told = said(window, qtbot)
    assert told.title == "printed.pdf was not saved"
    assert "choose the sections in the preview" in told.text
    assert list(tmp_path.iterdir()) == []


def test_the_sheet_of_a_pdf_is_saved_by_itself_to_be_edited(
    open_window: OpenWindow,
    sheet: Sheet,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    save_as: SaveAs,
) -> None:
    printed, target = tmp_path / "printed.pdf", tmp_path / "mine.yaml"
    printed.write_bytes(make_pdf(sheet, PrintOptions(annex=False)))
    window = open_window(path=printed)
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    save_as()
    window.actions_by_name["edit_sheet"].trigger()
    assert not opened, "the reader has taken it back"
    save_as(target)
    window.actions_by_name["edit_sheet"].trigger()
    qtbot.waitUntil(lambda: window.path == target)
    assert target.read_bytes() == sheet.yaml
    assert opened == [QUrl.fromLocalFile(str(target))]
    assert window.windowTitle().endswith("– mine.yaml – cqviewer")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("figures.csv", "Figures as CSV with semicolons and decimal commas (*.csv)"),
        ("figures.xlsx", "Figures as CSV (*.csv)"),
        ("figures.json", "Figures as JSON (*.json)"),
    ],
)
def test_all_figures_are_exported_as_the_command_line_does(
    window: MainWindow,
    sheet: Sheet,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    kind: str,
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name.partition(".")[0]), kind)
    )
    if name.endswith("xlsx"):  # a complete name goes before the kind
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), kind))
    window.actions_by_name["export_figures"].trigger()
    assert said(window, qtbot).title == f"Saved {name}"
    data = (tmp_path / name).read_bytes()
    if name.endswith("csv"):
        assert data == export_sheet(sheet, "csv", "en", CsvStyle(";", ","))
    elif name.endswith("json"):
        assert data == export_sheet(sheet, "json", "en")
    else:
        assert data.startswith(b"PK")


def test_figures_are_never_exported_over_the_sheet(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot, save_as: SaveAs
) -> None:
    (tmp_path / "sheet.yaml").write_text("precious", "utf-8")
    window = open_window(path=tmp_path / "sheet.yaml")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "sheet.yaml")
    save_as(link)
    window.actions_by_name["export_figures"].trigger()
    assert said(window, qtbot).title == "link.json was not saved"
    assert (tmp_path / "sheet.yaml").read_text("utf-8") == "precious"
