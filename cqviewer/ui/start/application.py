"""Qt's application object with names, icon and style."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from cqviewer.paths import resources_folder


def make_application(arguments: list[str]) -> QApplication:
    """Create Qt's application object; `prepare_application` must follow before any text."""
    # Not setStyle: it returns a QStyle, for whose 600 enum members PySide takes long.
    app = QApplication([*arguments[:1], "-style", "Fusion", *arguments[1:]])
    app.setApplicationName("cqviewer")
    app.setOrganizationName("cqviewer")
    app.setDesktopFileName("cqviewer")
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / "cqviewer-128.png")))
    return app
