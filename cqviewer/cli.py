"""The command line: arguments to actions. Qt and matplotlib are imported only when due."""

import argparse
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from cqviewer import __version__
from cqviewer.commands.arguments import COMMANDS
from cqviewer.paths import bundled_sheet, cache_folder
from cqviewer.standard_output import (
    OutputError,
    finish_output,
    printable,
    write_errors,
    write_lines,
)
from cqviewer.stopping import stop_at_signals

if TYPE_CHECKING:
    from cqviewer.worker.process import WorkerProcess

EXIT_PROBLEM = 1
EXIT_USAGE = 2
WORKER_ARGUMENT, PRINTER_ARGUMENT = "--worker", "--printer"
"""What a frozen cqviewer, which has no interpreter to call, is started with to serve another."""


class Parser(argparse.ArgumentParser):
    """A parser whose messages are safe to show, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Write what is wrong with the arguments, and exit."""
        super().error(printable(message))


def main(argv: list[str] | None = None) -> int:
    """Run the program with its arguments; return the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    try:
        status = _status_of(arguments)
        finish_output()
    except OutputError as error:
        write_errors(f"cqviewer: {error}")
        return EXIT_PROBLEM
    return status


def _status_of(arguments: list[str]) -> int:
    if arguments == [WORKER_ARGUMENT]:
        from cqviewer.worker.serve import main as serve

        return serve()
    if arguments == [PRINTER_ARGUMENT]:
        from cqviewer.printing.processes import serve as serve_printing

        serve_printing()
    try:
        if arguments and arguments[0] in COMMANDS:
            stop_at_signals()
            return run_command(arguments)
        chosen = _window_parser().parse_args(arguments)
    except SystemExit as ended:  # argparse has said all
        return int(ended.code or 0)
    if chosen.install_desktop or chosen.remove_desktop:
        return _change_desktop(is_installed=chosen.install_desktop)
    return _open_window(chosen.file, chosen.section, is_from_desktop=chosen.from_desktop)


def _window_parser() -> argparse.ArgumentParser:
    """Describe the arguments that open a window."""
    parser = Parser(
        prog="cqviewer",
        description="Open a fact sheet in a window; without a name, the bundled one.",
        epilog=f"commands: cqviewer {{{','.join(COMMANDS)}}} --help",
    )
    parser.add_argument("file", nargs="?", type=Path, help="a fact sheet (.yaml), or its PDF")
    parser.add_argument("--section", default="", metavar="ID", help="the tab to show first")
    parser.add_argument(
        "--from-desktop",
        action="store_true",
        help="say in the window, not here, why a sheet cannot be opened",
    )
    desktop = parser.add_mutually_exclusive_group()
    desktop.add_argument(
        "--install-desktop",
        action="store_true",
        help="put cqviewer into your desktop's menu, with its icons and its file type",
    )
    desktop.add_argument(
        "--remove-desktop", action="store_true", help="take cqviewer out of the menu again"
    )
    parser.add_argument("--version", action="version", version=f"cqviewer {__version__}")
    return parser


def run_command(arguments: list[str]) -> int:
    """Run one of the commands that need no window; of the others nothing is imported."""
    name, *others = arguments
    description, add_arguments = COMMANDS[name]
    parser = Parser(prog=f"cqviewer {name}", description=description)
    add_arguments(parser)
    chosen = parser.parse_args(others)
    # One thread for linear algebra: charts need none, and idle ones spin for a tenth second.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return int(import_module(f"cqviewer.commands.{name}").run(chosen))


def _change_desktop(*, is_installed: bool) -> int:
    """Put cqviewer into the desktop's menu, or take it out."""
    from cqviewer.desktop import install_desktop, remove_desktop

    if sys.platform in ("win32", "darwin"):
        write_errors("Menu entries of this kind are for Linux and other free desktops.")
        return EXIT_USAGE
    try:
        files = install_desktop() if is_installed else remove_desktop()
    except OSError as error:
        write_errors(f"The desktop's files cannot be changed: {error}")
        return EXIT_PROBLEM
    write_lines(*map(str, files))
    return 0


def _open_window(path: Path | None, section: str, *, is_from_desktop: bool) -> int:
    """Open a sheet in a window; without a display, print it to a PDF in the current folder."""
    if path is not None and not is_from_desktop and not _can_be_read(path):
        return EXIT_PROBLEM
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # an exception amid Qt's imports would be lost
    from cqviewer.ui.start.startup import (
        EXIT_QT_MISSING,
        NoDisplay,
        QtCannotStart,
        check_qt_can_start,
    )

    process = None
    if path is not None or not os.path.isdir(cache_folder()):  # noqa: PTH112 - raises nothing
        process = _start_worker()  # it imports what reads a sheet while this process imports Qt
    try:
        check_qt_can_start()
        return _run_window(path, section, process, is_from_desktop=is_from_desktop)
    except NoDisplay as reason:
        write_errors(f"{reason} Printing the sheet instead.")
    except QtCannotStart as reason:
        write_errors(str(reason))
        return EXIT_QT_MISSING
    finally:
        if process is not None:
            process.kill()
            process.wait()
        signal.signal(signal.SIGINT, signal.default_int_handler)
    stop_at_signals()
    return run_command(["print", str(path or bundled_sheet())])


def _can_be_read(path: Path) -> bool:
    """Return whether a file is there to be read; if not, say why before any window is made."""
    from cqviewer.model.problems import SheetError
    from cqviewer.model.reading.plain_file import open_file

    try:
        open_file(path).close()
    except SheetError as error:
        write_errors(*(problem.sentence() for problem in error.problems))
        return False
    return True


def _start_worker() -> "WorkerProcess | None":
    """Start the worker process; if that is impossible, the first call to it says why."""
    from cqviewer.worker.process import WorkerProcess

    try:
        return WorkerProcess()
    except OSError:
        return None


def _run_window(
    path: Path | None, section: str, process: "WorkerProcess | None", *, is_from_desktop: bool
) -> int:
    from cqviewer.model.problems import SheetError
    from cqviewer.ui.start.application import make_application
    from cqviewer.ui.start.opening import Opening
    from cqviewer.ui.state.worker_client import WorkerClient

    app = make_application(sys.argv[:1])
    WorkerClient(app, process)
    # What comes next takes as long as reading.
    opening = Opening(path, bundled_sheet(), is_forgiving=is_from_desktop)
    from cqviewer.ui.start.app import UnknownSection, run_window

    try:
        return run_window(opening, section)
    except UnknownSection as error:
        write_errors(str(error))
        return EXIT_USAGE
    except SheetError as error:
        write_errors(*(problem.sentence() for problem in error.problems))
        return EXIT_PROBLEM
