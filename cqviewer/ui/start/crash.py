"""What happens when the program itself fails: a dialog says so, and the window lives on."""

import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from cqviewer.standard_output import write_errors

if TYPE_CHECKING:
    from cqviewer.ui.start.crash_dialog import CrashDialog


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
            # Not at the top: the kept picture of the window waits for what is.
            from cqviewer.ui.start.crash_dialog import CrashDialog

            self._dialog = CrashDialog()
            self._dialog.finished.connect(self._on_dialog_finished)
            self._dialog.show()
        self._dialog.add(details)

    def _on_dialog_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
