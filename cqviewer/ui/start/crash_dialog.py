"""The dialog about an error of the program itself."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
)

from cqviewer import __version__


class CrashDialog(QDialog):
    """A dialog about an internal error, with details that can be copied."""

    def __init__(self) -> None:
        """Build the dialog with the versions as its only details."""
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(self.tr("Something went wrong in cqviewer"))
        layout = QVBoxLayout(self)
        words = QLabel(
            self.tr(
                "This is a fault of the program, not of the sheet. You can go on working. "
                "To report it, copy the details below."
            )
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        layout.addWidget(words)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setPlainText(
            f"cqviewer {__version__}, Python {platform.python_version()}, "
            f"Qt {qVersion()}, {platform.platform()}"
        )
        layout.addWidget(self._details, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(
            self.tr("&Copy the details"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(640, 400)

    @property
    def details(self) -> str:
        """Return all the details shown."""
        return self._details.toPlainText()

    def add(self, details: str) -> None:
        """Add the details of one more error."""
        self._details.appendPlainText(f"\n{details.rstrip()}")

    def copy(self) -> None:
        """Copy the details to the clipboard."""
        QGuiApplication.clipboard().setText(self.details)
