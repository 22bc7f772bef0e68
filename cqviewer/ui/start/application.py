"""Qt's application object as the program needs it: its names, its icon and its style."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from cqviewer.paths import resources_folder


def make_application(arguments: list[str]) -> QApplication:
    """Make Qt's application object; `prepare_application` does what the first text needs."""
    # Not setStyle: it gives a QStyle back, whose 600 names PySide then makes before the window.
    app = QApplication([*arguments[:1], "-style", "Fusion", *arguments[1:]])
    app.setApplicationName("cqviewer")
    app.setOrganizationName("cqviewer")
    app.setDesktopFileName("cqviewer")
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / "cqviewer-128.png")))
    return app
