"""No key does harm, however early it is pressed: the pages are not there, nothing is selected."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from cqviewer.printing.options import PrintOptions
from cqviewer.ui.output.preview import PrintPreview
from cqviewer.ui.window.actions import ACTIONS, KEYS
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import OpenWindow, bring_to_front, settle

pytestmark = pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


@pytest.fixture
def window(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """Yield a window that has not drawn anything, and in which all questions are taken back."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr("cqviewer.ui.output.printer_choice.choose_printer", lambda *_: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    made = open_window(path=tmp_path / "sheet.yaml")
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()


def keys_of(text: str) -> list[QKeySequence]:
    """Return the keys of a row of the list of keys."""
    return [QKeySequence(one) for one in text.split("; ") if one]


def test_every_key_in_a_window_before_it_has_drawn_anything(
    window: MainWindow, qtbot: QtBot
) -> None:
    ends = {"close", "quit"}
    rows = [row.shortcuts for row in ACTIONS if row.shortcuts and row.name not in ends]
    rows += [keys for _, keys in KEYS]
    pressed = 0
    for row in rows:
        for keys in keys_of(row):
            bring_to_front(window, qtbot)
            QTest.keySequence(window, keys)
            if (menu := QApplication.activePopupWidget()) is not None:
                menu.close()
            pressed += 1
    assert pressed > 50
    settle()
    assert window.isVisible()


def test_every_action_without_a_selection_or_a_page(window: MainWindow) -> None:
    names = [row.name for row in ACTIONS if row.name not in ("close", "quit")]
    for name in names:
        window.actions_by_name[name].trigger()
    assert len(names) > 40
    settle()
    assert window.isVisible()


def test_every_key_in_a_preview_before_there_are_pages(window: MainWindow, qtbot: QtBot) -> None:
    preview = PrintPreview(window.store, PrintOptions(), window.look, window)
    bring_to_front(preview, qtbot)
    shortcuts = [
        *(one.shortcut() for one in preview.findChildren(QAbstractButton)),
        *(key for one in preview.findChildren(QAction) for key in one.shortcuts()),
        *(key for _, several in KEYS for key in keys_of(several)),
    ]
    pressed = [one for one in shortcuts if not one.isEmpty()]
    assert len(pressed) > 10
    for keys in pressed:
        QTest.keySequence(preview.view, keys)
    settle()
    preview.close()


def test_enter_in_a_field_presses_no_default_button(window: MainWindow, qtbot: QtBot) -> None:
    window.store.select("retail")
    for name in ("shortcuts", "format", "about", "open_source", "preview"):
        window.actions_by_name[name].trigger()
    dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) >= 5
    found = 0
    pressed: list[bool] = []
    for dialog in dialogs:
        for button in dialog.findChildren(QAbstractButton):
            button.clicked.connect(pressed.append)
        bring_to_front(dialog, qtbot)
        for field in [one for kind in FIELDS for one in dialog.findChildren(kind)]:
            if field.isVisible() and field.isEnabled():
                field.setFocus()
                QTest.keyClick(field, Qt.Key.Key_Return)
                found += 1
        assert not pressed
        assert dialog.isVisible()
    assert found
