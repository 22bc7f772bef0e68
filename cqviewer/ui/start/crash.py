"""Shows a dialog for errors of the program itself, after which the window stays usable."""

import sys
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from cqviewer.standard_output import write_errors

if TYPE_CHECKING:
    from cqviewer.ui.start.crash_dialog import CrashDialog


class CrashReporter(QObject):
    """Shows all uncaught exceptions in one dialog."""

    _crashed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        """Replace `sys.excepthook`; `uninstall` restores it."""
        super().__init__(parent)
        self._dialog: CrashDialog | None = None
        self._before = sys.excepthook
        # Queued: Qt may be painting or laying out.
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
            # Not at the top: the cached picture of the window is shown after those imports.
            from cqviewer.ui.start.crash_dialog import CrashDialog

            self._dialog = CrashDialog()
            self._dialog.finished.connect(self._on_dialog_finished)
            self._dialog.show()
        self._dialog.add(details)

    def _on_dialog_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
