"""Runs the application; the worker reads the sheet while the window's parts are imported."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cqviewer.paths import bundled_sheet
from cqviewer.standard_output import EXIT_USAGE, write_errors
from cqviewer.ui.start.app import UnknownSection, run_window
from cqviewer.ui.start.application import make_application
from cqviewer.ui.start.opening import Opening
from cqviewer.ui.state.worker_client import WorkerClient
from cqviewer.ui.window.window import MainWindow

if TYPE_CHECKING:
    from cqviewer.worker.process import WorkerProcess


def run_application(
    path: Path | None,
    section: str,
    process: "WorkerProcess | None",
    *,
    is_from_desktop: bool,
    beside: Sequence[Path] = (),
) -> int:
    """Show a sheet, compared with those `beside` it, until the last window is closed.

    `process` is a running worker process, if there is one. Returns the exit status; raises
    SheetError if there is nothing to show.
    """
    app = make_application(sys.argv[:1])
    WorkerClient(app, process)
    opening = Opening(path, bundled_sheet(), is_forgiving=is_from_desktop)
    if not opening.is_kept:
        MainWindow.load_parts()  # while the worker reads the sheet
    try:
        return run_window(opening, section, beside)
    except UnknownSection as error:
        write_errors(str(error))
        return EXIT_USAGE
