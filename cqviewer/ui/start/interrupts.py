"""Ctrl+C in the terminal that a window was started from."""

import os
import signal
import sys

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer


class Interrupts(QObject):
    """Lets the application quit at SIGINT, also while Qt waits for events.

    Python calls a signal's handler only when it runs code, so a pipe wakes Qt's loop and a slot
    with it. On Windows Qt cannot watch a pipe: there the next event has the handler called.
    """

    def __init__(self, app: QCoreApplication) -> None:
        """Replace Python's own handler, whose exception would be raised inside Qt's event loop."""
        super().__init__(app)
        signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, app, app.quit))
        if sys.platform != "win32":
            self._pipe, written = os.pipe()
            os.set_blocking(written, False)
            signal.set_wakeup_fd(written)
            self._notifier = QSocketNotifier(self._pipe, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._on_woken)

    def _on_woken(self) -> None:
        os.read(self._pipe, 1)
