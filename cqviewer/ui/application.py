"""Qt's application object as the program needs it: fonts, style, and who collects garbage."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from cqviewer.paths import resources_folder
from cqviewer.ui.look import FAMILIES, load_fonts

COLLECT_MS = 1000

SWITCH_INTERVAL = 0.0005
"""Seconds after which one thread lets another have the interpreter."""


class GarbageCollector(QObject):
    """Collects Python's garbage in the window's own thread, and there alone.

    Python collects in whichever thread happens to allocate. In the one that draws charts it would
    delete widgets that lie in reference cycles, and Qt aborts where a widget, or the drawing
    thread itself, is deleted in another thread than its own.
    """

    def __init__(self, parent: QObject) -> None:
        """Take over from Python: collect whenever Python would have, when the window is idle."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is imported stays; looking through it takes longer than a frame
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold
        ]
        if due:
            gc.collect(max(due))


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application object, with the bundled fonts known to it."""
    # Each Qt call gives the interpreter up, and gets it back from a thread that imports or draws
    # only after this interval; Python's 5 ms would make hundreds of such calls take seconds.
    sys.setswitchinterval(SWITCH_INTERVAL)
    # Not setStyle: it gives a QStyle back, whose 600 names PySide then makes before the window.
    app = QApplication([*arguments[:1], "-style", "Fusion", *arguments[1:]])
    app.setApplicationName("cqviewer")
    app.setOrganizationName("cqviewer")
    app.setDesktopFileName("cqviewer")
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / "cqviewer-128.png")))
    load_fonts()
    app.setFont(QFont(FAMILIES["en"]))
    GarbageCollector(app)
    return app
