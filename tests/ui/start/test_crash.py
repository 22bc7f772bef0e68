"""A fault of the program is shown with its details, and the program lives on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cqviewer.ui.start.crash import CrashReporter
from cqviewer.ui.start.crash_dialog import CrashDialog

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from cqviewer.paths import bundled_sheet
from cqviewer.ui.start.app import run_window
from cqviewer.ui.start.application import make_application
from cqviewer.ui.start.opening import Opening
from cqviewer.ui.window.window import MainWindow

def fault():
    raise RuntimeError("planted in a slot \x1b[31m")

def look():
    shown = [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()]
    print("MainWindow" in shown, "CrashDialog" in shown)
    QApplication.closeAllWindows()

before = MainWindow.prepare
def prepare(self):
    before(self)
    QTimer.singleShot(0, fault)
    QTimer.singleShot(500, look)
MainWindow.prepare = prepare
app = make_application(["cqviewer"])
sys.exit(run_window(Opening(None, bundled_sheet())))
"""


@pytest.fixture
def reporter(qapp: QApplication) -> Iterator[CrashReporter]:
    """Yield a reporter that has Python's hook for one test."""
    reporter = CrashReporter(qapp)
    yield reporter
    reporter.uninstall()
    for one in dialogs():
        one.close()


def dialogs() -> list[CrashDialog]:
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, CrashDialog) and one.isVisible()]


def tell(error: Exception) -> None:
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


pytestmark = pytest.mark.qt_log_ignore(
    r"propagateSizeHints\(\)$"
)  # offscreen there is none to tell


@pytest.mark.usefixtures("reporter")
def test_the_details_can_be_read_and_copied(qtbot: QtBot) -> None:
    tell(ValueError("planted"))
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    assert "ValueError: planted" in dialog.details
    assert "test_crash.py" in dialog.details
    assert "cqviewer 0" in dialog.details
    copy = next(one for one in dialog.findChildren(QPushButton) if "Copy" in one.text())
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.details


@pytest.mark.usefixtures("reporter")
def test_a_second_fault_joins_the_first(qtbot: QtBot) -> None:
    tell(ValueError("first"))
    tell(KeyError("second"))
    qtbot.waitUntil(lambda: bool(dialogs()) and "second" in dialogs()[0].details)
    assert len(dialogs()) == 1
    assert "first" in dialogs()[0].details
    dialogs()[0].reject()
    tell(ValueError("third"))
    qtbot.waitUntil(lambda: bool(dialogs()) and "third" in dialogs()[0].details)
    assert "first" not in dialogs()[0].details


def test_the_hook_is_given_back(qapp: QApplication) -> None:
    before = sys.excepthook
    reporter = CrashReporter(qapp)
    assert sys.excepthook != before
    reporter.uninstall()
    assert sys.excepthook == before


def test_the_window_outlives_a_fault_in_a_slot(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    done = subprocess.run(
        [sys.executable, str(program)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[3])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["True", "True"]
    assert "planted in a slot \ufffd[31m" in done.stderr  # no escape reaches the terminal
    assert "\x1b" not in done.stderr
    assert done.returncode == 0
