"""Charts that leave the window: on the clipboard, and as files in every format."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from cqviewer.ui.style.look import Look
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, SaveAs

STARTS = {
    ".png": b"\x89PNG",
    ".svg": b"<?xml",
    ".pdf": b"%PDF-",
    ".csv": b"\xef\xbb\xbfsection,id,name,breakdown,",
    ".xlsx": b"PK",
}


def texts(buttons: list[QToolButton]) -> list[str]:
    """Return what the buttons show as text; nothing for icons alone."""
    style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return [one.text() for one in buttons if one.toolButtonStyle() == style]


def test_wide_cards_have_buttons_with_text_and_narrow_ones_icons(open_window: OpenWindow) -> None:
    window = open_window()
    wide = window.content.page.chart_cards[0].buttons.buttons()
    assert texts(wide) == ["Table", "Copy", "Save"]
    window.actions_by_name["next_tab"].trigger()
    for card in window.content.page.chart_cards:
        assert texts(card.buttons.buttons()) == []
        for button in card.buttons.buttons():
            assert button.accessibleName()
            assert button.toolTip() == button.accessibleName()
            assert button.accessibleDescription() == card.view.accessibleName()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_picture_is_copied_in_the_background_and_the_button_says_so(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    buttons = window.content.page.chart_cards[0].buttons
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(window.exports.picture_copied):
        QTest.mouseClick(buttons.copy, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().image().isNull()  # the click itself makes nothing
    picture = QGuiApplication.clipboard().image()
    assert picture.width() == 2 * (816 + 48)
    assert picture.pixelColor(2, 2) == Qt.GlobalColor.white
    assert buttons.copy.text() == "Copied"
    other = window.content.page.chart_cards[1].buttons
    assert other.copy.text() == "Copy"
    qtbot.waitUntil(lambda: buttons.copy.text() == "Copy")


@pytest.mark.parametrize("suffix", STARTS)
def test_a_chart_is_saved_in_the_format_of_its_name(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    window = open_window()
    path = tmp_path / f"chart{suffix}"
    window.exports.save(window.content.page.chart_cards[0].chart, path)
    qtbot.waitUntil(lambda: says(window, f"Saved chart{suffix}"))
    assert path.read_bytes().startswith(STARTS[suffix])
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def says(window: MainWindow, title: str) -> bool:
    """Return whether the banner has a title."""
    return window.notices.shown is not None and window.notices.shown.title == title


def test_tables_hold_the_chart_s_figures_alone(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    chart = window.content.page.chart_cards[0].chart
    for suffix in (".csv", ".xlsx"):
        window.exports.save(chart, tmp_path / f"chart{suffix}")
        qtbot.waitUntil((tmp_path / f"chart{suffix}").exists)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "chart.csv").read_text("utf-8-sig"))))
    assert [row["id"] for row in rows] == [
        *("nev", "cargo", "investment_growth", "industry", "retail", "exports")
    ]
    assert rows[3]["value"] == "7.6"
    book = openpyxl.load_workbook(tmp_path / "chart.xlsx")
    sheet = book.active
    assert sheet is not None
    heads = [cell.value for cell in sheet[1]]
    assert heads == list(rows[0])
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [row["id"] for row in rows]
    assert sheet.cell(row=5, column=heads.index("value") + 1).value == 7.6


def test_what_cannot_be_saved_is_said_and_nothing_is_left(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    folder = tmp_path / "chart.png"
    folder.mkdir()
    window.exports.save(window.content.page.chart_cards[0].chart, folder)
    qtbot.waitUntil(lambda: says(window, "chart.png was not saved"))
    shown = window.notices.shown
    assert shown is not None
    assert shown.kind == "error"
    assert shown.text
    assert list(tmp_path.iterdir()) == [folder]


def test_the_file_that_is_open_is_never_saved_over(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, link = tmp_path / "sheet.pdf", tmp_path / "link.pdf"
    path.write_bytes(b"precious")
    link.symlink_to(path)
    window = open_window(path=path)
    window.output.save_data(link, b"%PDF")
    qtbot.waitUntil(lambda: says(window, "link.pdf was not saved"))
    window.exports.save(window.content.page.chart_cards[0].chart, path)
    qtbot.waitUntil(lambda: says(window, "sheet.pdf was not saved"))
    assert path.read_bytes() == b"precious"


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        ("Figures as CSV (*.csv)", "section,id,"),
        ("Figures as CSV with semicolons and decimal commas (*.csv)", "section;id;"),
        ("Figures as CSV with tabs (*.csv)", "section\tid\t"),
    ],
)
def test_csv_is_written_as_the_chosen_kind_says(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, save_as: SaveAs, kind: str, head: str
) -> None:
    window = open_window()
    path = tmp_path / "figures.csv"
    save_as(path, kind)
    window.exports.ask_to_save(window.content.page.chart_cards[0].chart)
    qtbot.waitUntil(path.exists)
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith(head)
    assert ("7,6" in lines[4]) == ("commas" in kind)
    assert ("7.6" in lines[4]) != ("commas" in kind)


@pytest.mark.parametrize(
    ("answer", "saved"),
    [
        (("figures", "Figures as CSV (*.csv)"), "figures.csv"),
        (("picture.svg", "PNG picture (*.png)"), "picture.svg"),
        (("q4.2024", "PDF picture (*.pdf)"), "q4.2024.pdf"),
    ],
)
def test_the_dialog_offers_formats_and_completes_the_name(
    open_window: OpenWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: tuple[str, str],
    saved: str,
) -> None:
    window = open_window()
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, filters: str) -> tuple[str, str]:
        asked.extend([Path(name).name, filters])
        return str(tmp_path / answer[0]), answer[1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    buttons = window.content.page.chart_cards[0].buttons
    QTest.mouseClick(buttons.save, Qt.MouseButton.LeftButton)
    assert asked[0] == "chongqing-2024-growth-1.png"
    assert [f"(*{suffix})" in asked[1] for suffix in STARTS] == [True] * 5
    assert asked[1].count("(*.csv)") == 6
    qtbot.waitUntil((tmp_path / saved).exists)


def test_a_dialog_that_is_dismissed_saves_nothing(open_window: OpenWindow, save_as: SaveAs) -> None:
    window = open_window()
    save_as()
    QTest.mouseClick(window.content.page.chart_cards[0].buttons.save, Qt.MouseButton.LeftButton)
    assert window.notices.shown is None


def test_buttons_keep_their_size_with_the_zoom(open_window: OpenWindow) -> None:
    window = open_window(zoom=2.0)
    card = window.content.page.chart_cards[0]
    assert card.width() < Look(window.look.theme, 2.0).px(600)
    assert texts(card.buttons.buttons()) == []
