"""The windows of the Help menu say what they promise."""

import re
import tomllib
from importlib import metadata

import msgspec
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QTableWidget, QTextBrowser
from pytestqt.qtbot import QtBot

import cqviewer
from cqviewer.model.imprint import Imprint, Logo
from cqviewer.model.text import Language
from cqviewer.ui.window.actions import ACTIONS, KEYS
from tests.checkout import CHECKOUT
from tests.ui.conftest import OpenWindow, bring_to_front, focused, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told


def test_the_format_is_explained_in_a_window(open_window: OpenWindow) -> None:
    window = open_window()
    window.actions_by_name["format"].trigger()
    (browser,) = [one for one in window.findChildren(QTextBrowser) if one.isVisible()]
    text = browser.toPlainText()
    for word in ("indicators", "observations", "sections", "period", "not stated"):
        assert word in text
    browser.window().close()


def test_the_format_is_explained_in_chinese_in_a_chinese_window(open_window: OpenWindow) -> None:
    window = open_window(language="zh", language_choice="zh")
    window.actions_by_name["format"].trigger()
    (browser,) = [one for one in window.findChildren(QTextBrowser) if one.isVisible()]
    assert browser.window().windowTitle() == "数据简报的格式"
    said: list[str] = []
    block = browser.document().begin()
    while block.isValid():
        text, forms = block.text(), block.textFormats()
        is_code = block.blockFormat().nonBreakableLines()
        plain = [one for one in forms if not (is_code or one.format.fontFixedPitch())]
        said += [text[one.start : one.start + one.length] for one in plain]
        block = block.next()
    assert sum(len(re.findall("[\u4e00-\u9fff]", one)) for one in said) > 3000
    runs = [found for one in said for found in re.findall("[A-Za-z]{2,}(?:[ ,]+[A-Za-z]+)+", one)]
    assert set(runs) == {"CC BY"}, "the name of a licence alone"
    browser.window().close()


def test_about_names_versions_and_licences(open_window: OpenWindow) -> None:
    window = open_window()
    window.actions_by_name["about"].trigger()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == f"cqviewer {cqviewer.__version__}"
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [re.split(r"\W*[<>=]", one)[0] for one in project["dependencies"]]
    assert "matplotlib" in needed
    said = box.informativeText().splitlines()
    for name in needed:
        (line,) = [one for one in said if one.startswith(f"{name} ")]
        assert metadata.version(name) in line
        assert line.endswith(")"), "its licence is named"
    assert any(one.startswith("Qt 6.") for one in said)
    assert said[-1] == "Noto Sans, Noto Sans SC (SIL OFL 1.1)"
    fonts = (CHECKOUT / "resources" / "fonts").glob("*.ttf")
    assert {one.stem.split("-")[0] for one in fonts} == {"NotoSans", "NotoSansSC"}
    box.close()


def test_about_this_sheet_says_who_answers_for_it(open_window: OpenWindow) -> None:
    window = open_window()
    sheet = window.store.sheet
    imprint = Imprint(
        publisher="City & Co",
        licence="CC BY 4.0",
        logo=Logo(kind="svg", data=b"<svg/>", alt="The arms"),
    )
    window.store.open(msgspec.structs.replace(sheet, imprint=imprint))
    window.actions_by_name["about_sheet"].trigger()
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == window.store.wording.text(sheet.title)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.informativeText().splitlines() == [
        "Published by: City & Co",
        "Licence: CC BY 4.0",
        "Dated 24\N{NO-BREAK SPACE}December\N{NO-BREAK SPACE}2024",
        "Languages: English, 中文",
        "Logo: The arms",
        "File: chongqing-2024.yaml",
    ]
    box.close()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("zoom", [1.0, 2.5])
def test_no_shortcut_and_no_name_is_cut(
    zoom: float, language: Language, open_window: OpenWindow
) -> None:
    window = open_window()
    window.store.look(zoom=zoom, language=language)
    settle()
    window.actions_by_name["shortcuts"].trigger()
    (table,) = [one for one in window.findChildren(QTableWidget) if one.isVisible()]
    room = table.screen().availableSize().width()
    assert table.window().width() == min(room, 58 * table.fontMetrics().horizontalAdvance("0"))
    metrics, wrapped = table.fontMetrics(), Qt.TextFlag.TextWordWrap
    for size in (table.window().size(), QSize(700, 500)):  # the last is what a small screen has
        table.window().resize(size)
        settle()
        for row in range(table.rowCount()):
            for column in range(2):
                item = table.item(row, column)
                assert item is not None
                cell = table.visualItemRect(item)
                needed = metrics.boundingRect(0, 0, cell.width() - 6, 0, wrapped, item.text())
                assert needed.width() <= cell.width()
                assert needed.height() <= cell.height(), item.text()
        assert table.horizontalHeader().length() <= table.viewport().width()
    table.window().close()


def test_each_shortcut_is_listed(open_window: OpenWindow) -> None:
    window = open_window()
    window.actions_by_name["shortcuts"].trigger()
    tables = [one for one in window.findChildren(QTableWidget) if one.isVisible()]
    (table,) = tables
    listed = [table.item(row, 1) for row in range(table.rowCount())]
    assert len(listed) == len([row for row in ACTIONS if row.shortcuts]) + len(KEYS)
    keys = [one.text() for one in listed if one is not None]
    assert {"Ctrl+Shift+P", "Ctrl+Shift+F", "PgDown, Space"} <= {*keys}
    dialog = table.window()
    assert isinstance(dialog, QDialog)
    dialog.close()


def test_tab_leaves_the_list_of_shortcuts_for_the_button_and_comes_back(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window()
    window.actions_by_name["shortcuts"].trigger()
    (table,) = [one for one in window.findChildren(QTableWidget) if one.isVisible()]
    bring_to_front(table.window(), qtbot)
    assert table.accessibleName() == "Keyboard shortcuts"
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert isinstance(focused(), QPushButton)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert table.hasFocus()
    table.window().close()


def test_shortcuts_are_listed_without_the_keys_of_the_menu(open_window: OpenWindow) -> None:
    window = open_window(language="zh")
    window.actions_by_name["shortcuts"].trigger()
    (table,) = [one for one in window.findChildren(QTableWidget) if one.isVisible()]
    item = table.item(0, 0)
    assert item is not None
    assert item.text() == "新建窗口"
    table.window().close()
    window.store.look(language="en")
