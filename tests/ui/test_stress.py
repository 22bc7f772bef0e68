"""Windows come and go while their charts are drawn and the worker process is killed.

CQVIEWER_STRESS_WINDOWS says how many of them, 40 unless it is set.
"""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cqviewer.paths import bundled_sheet
from cqviewer.ui.start.app import Session
from cqviewer.ui.start.opening import Opening
from cqviewer.ui.window.window import MainWindow
from tests.ui.conftest import until_idle

WINDOWS = int(os.environ.get("CQVIEWER_STRESS_WINDOWS", "40"))
HARBOUR = Path(__file__).resolve().parent.parent / "data" / "harbour-town.yaml"


def worker_processes() -> list[int]:
    """List the processes that this one has started."""
    return [
        int(process)
        for task in Path("/proc/self/task").iterdir()
        for process in (task / "children").read_text().split()
    ]


def take_turns(number: int) -> None:
    """Run the event loop until so many of its rounds have passed."""
    for _ in range(number):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def kill_workers() -> int:
    """Kill the processes that this one has started; give their number."""
    found = worker_processes()
    for process in found:
        os.kill(process, signal.SIGKILL)
    return len(found)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="only Linux lists processes so")
@pytest.mark.qt_log_ignore(r"propagateSizeHints\(\)$")  # offscreen none is told
def test_windows_may_close_at_any_moment_of_drawing(qapp: QApplication, qtbot: QtBot) -> None:
    opening = Opening(None, bundled_sheet())
    session = Session(opening.settings, bundled_sheet())
    first = session.open_first(opening)
    qtbot.waitUntil(lambda: first.is_built and first.content.is_at_rest)
    killed = 0
    for number in range(WINDOWS):
        first.window_wanted.emit(HARBOUR if number % 2 else None)
        window = session.windows[1]
        if number % 3 == 0:
            window.store.look(theme="dark" if number % 2 else "light")  # all is asked for again
        take_turns(number % 7)  # closed at another moment each time
        if number % 5 == 0:
            killed += kill_workers()
        take_turns(number % 4)
        window.close()
        del window
        take_turns(number % 2)
    assert killed >= WINDOWS // 10
    assert session.windows == [first]
    until_idle(qtbot)
    qtbot.waitUntil(lambda: first.content.is_at_rest)
    take_turns(2)
    assert [one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow)] == [first]
    charts = first.content.page.chart_cards
    assert charts
    assert all(one.view.marks for one in charts)
    first.close()
    take_turns(1)
