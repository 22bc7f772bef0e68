"""Qt's application object as the program needs it: its names, its fonts and its style."""

from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from cqviewer.paths import resources_folder
from cqviewer.ui.style import interfaces
from cqviewer.ui.style.heard import tell_cell
from cqviewer.ui.style.look import FAMILIES, load_fonts


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application object, with the bundled fonts known to it."""
    # Not setStyle: it gives a QStyle back, whose 600 names PySide then makes before the window.
    app = QApplication([*arguments[:1], "-style", "Fusion", *arguments[1:]])
    app.setApplicationName("cqviewer")
    app.setOrganizationName("cqviewer")
    app.setDesktopFileName("cqviewer")
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / "cqviewer-128.png")))
    interfaces.install()
    app.focusChanged.connect(tell_cell)
    load_fonts()
    app.setFont(QFont(FAMILIES["en"]))
    return app
