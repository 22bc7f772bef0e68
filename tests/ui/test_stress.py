"""Windows come and go while their charts are drawn and the worker process is killed.

CQVIEWER_STRESS_WINDOWS says how many of them, 40 unless it is set.
"""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.model.facts import Sheet
from cqviewer.ui.store import Store
from cqviewer.ui.window import MainWindow
from cqviewer.ui.worker_client import worker
from tests.ui.conftest import until_idle

WINDOWS = int(os.environ.get("CQVIEWER_STRESS_WINDOWS", "40"))
PATIENCE_MS = 60_000


def worker_processes() -> list[int]:
    """List the processes that this one has started."""
    return [
        int(process)
        for task in Path("/proc/self/task").iterdir()
        for process in (task / "children").read_text().split()
    ]


def delete_what_is_due() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def kill_workers() -> int:
    """Kill the processes that this one has started; give their number."""
    found = worker_processes()
    for process in found:
        os.kill(process, signal.SIGKILL)
    return len(found)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists processes so")
@pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
def test_windows_may_close_at_any_moment_of_drawing(
    qapp: QApplication, sheet: Sheet, other_sheet: Sheet, qtbot: QtBot
) -> None:
    killed = 0
    before = len(qapp.allWidgets())
    for number in range(WINDOWS):
        window = MainWindow(Store((sheet, other_sheet)[number % 2]))
        window.show()
        window.prepare()
        for _ in range(number % 7):  # closed at another moment each time
            QApplication.processEvents()
        if number % 5 == 0:
            killed += kill_workers()
        if number % 3 == 0:
            window.store.look(theme="dark")  # what was asked for is asked for again
        window.close()
        window.deleteLater()
        del window
        if number % 2 == 0:
            delete_what_is_due()
    assert killed >= WINDOWS // 10
    delete_what_is_due()
    until_idle(qtbot)
    assert len(qapp.allWidgets()) == before
    last = MainWindow(Store(sheet))
    qtbot.addWidget(last)
    last.show()
    last.prepare()
    charts = last.stage.page.chart_cards
    assert charts
    qtbot.waitUntil(lambda: all(one.view.is_drawn for one in charts), timeout=PATIENCE_MS)
    worker().stop()
    assert not worker().is_started
    assert worker().is_idle
    last.close()
