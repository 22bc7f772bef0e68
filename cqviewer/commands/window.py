"""`cqviewer`: a fact sheet in a window. No module of Qt is imported before the worker process runs.

It imports what reads a sheet while this process imports Qt.
"""

import argparse
import os
from typing import TYPE_CHECKING

from cqviewer.model.files.plain_file import open_file
from cqviewer.paths import sheets_folder
from cqviewer.standard_output import write_errors
from cqviewer.ui.start.startup import (
    EXIT_QT_MISSING,
    NoDisplay,
    QtCannotStart,
    check_qt_can_start,
)

if TYPE_CHECKING:
    from cqviewer.worker.process import WorkerProcess


def run(chosen: argparse.Namespace) -> int | None:
    """Open a sheet in a window; return the exit status, or None if there is no display.

    SheetError if the file cannot be read.
    """
    path, is_from_desktop = chosen.file, chosen.from_desktop
    if path is not None and not is_from_desktop:
        open_file(path).close()
    process = None
    if path is not None or not os.path.isdir(sheets_folder()):  # noqa: PTH112 - raises nothing
        process = _start_worker()
    try:
        check_qt_can_start()
        from cqviewer.ui.start.run import run_application  # Qt, which can start by now

        return run_application(
            path,
            chosen.section,
            process,
            is_from_desktop=is_from_desktop,
            beside=chosen.beside,
        )
    except NoDisplay as reason:
        write_errors(f"{reason} Printing the sheet instead.")
        return None
    except QtCannotStart as reason:
        write_errors(str(reason))
        return EXIT_QT_MISSING
    finally:
        if process is not None:
            process.kill()
            process.wait()


def _start_worker() -> "WorkerProcess | None":
    """Start the worker process; if that is impossible, the first call to it says why."""
    from cqviewer.worker.process import WorkerProcess  # most starts show a kept picture before

    try:
        return WorkerProcess()
    except OSError:
        return None
