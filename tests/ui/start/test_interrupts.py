"""Ctrl+C ends a window in order, also while nothing happens in it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import CHECKOUT
from tests.patience import until

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from cqviewer.ui.start.interrupts import Interrupts
app = QCoreApplication([])
Interrupts(app)
QTimer.singleShot(0, app, lambda: print("now", flush=True))
status = app.exec()
print("ended in order")
sys.exit(status)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="whether it waits is asked of Linux")
def test_an_interrupt_quits_a_loop_that_waits() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "now\n"
        state = Path(f"/proc/{running.pid}/stat")
        try:
            # Until it waits for events.
            until(lambda: state.read_text("utf-8").rpartition(")")[2].split()[0] == "S")
            running.send_signal(signal.SIGINT)
            said, _ = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (said, running.returncode) == ("ended in order\n", 0)
