"""What happens when the program itself fails: a dialog with details, and the window lives on."""

import platform
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
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
from cqviewer.standard_output import write_errors


class CrashReporter(QObject):
    """Shows every exception that nothing caught, all of them in one dialog."""

    _crashed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Replace `sys.excepthook`; `uninstall` restores it."""
        super().__init__(parent)
        self._dialog: CrashDialog | None = None
        self._before = sys.excepthook
        # Not at once: Qt may be amid painting, or laying out.
        self._crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception

    def uninstall(self) -> None:
        """Restore the `sys.excepthook` that was there before."""
        sys.excepthook = self._before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        write_errors(*details.splitlines())
        self._crashed.emit(details)

    def _on_crashed(self, details: str) -> None:
        if self._dialog is None:
            self._dialog = CrashDialog()
            self._dialog.finished.connect(self._on_dialog_finished)
            self._dialog.show()
        self._dialog.add(details)

    def _on_dialog_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


class CrashDialog(QDialog):
    """A dialog on an error inside cqviewer, with the details to copy."""

    def __init__(self) -> None:
        """Build the dialog, at first without details."""
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
        """Show the details of one more fault."""
        self._details.appendPlainText(f"\n{details.rstrip()}")

    def copy(self) -> None:
        """Copy the details to the clipboard."""
        QGuiApplication.clipboard().setText(self.details)
