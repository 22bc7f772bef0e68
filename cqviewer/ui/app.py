"""Start the program: the window first, what draws charts after it is on screen."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from cqviewer.model.facts import Sheet
from cqviewer.paths import resources_folder
from cqviewer.ui.look import FAMILIES, LATIN_FONTS, load_fonts
from cqviewer.ui.store import Store, View
from cqviewer.ui.window import MainWindow


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application object, with the bundled fonts known to it."""
    app = QApplication(arguments)
    app.setApplicationName("cqviewer")
    app.setOrganizationName("cqviewer")
    app.setDesktopFileName("cqviewer")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / "cqviewer-128.png")))
    load_fonts(LATIN_FONTS)
    app.setFont(QFont(FAMILIES))
    return app


def run_window(sheet: Sheet, path: Path, section: str = "") -> int:
    """Show a sheet in a window until it is closed; give the exit status."""
    app = make_application(sys.argv[:1])
    window = MainWindow(Store(sheet, View(section=section)), path)
    window.show()
    QTimer.singleShot(0, window, window.prepare)
    return app.exec()
