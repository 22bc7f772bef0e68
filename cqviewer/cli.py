"""The command line: arguments to actions. Qt and matplotlib are imported only when due."""

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cqviewer import __version__
from cqviewer.paths import cache_folder, data_folder

if TYPE_CHECKING:
    from cqviewer.worker.process import WorkerProcess

EXIT_PROBLEM = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
WORKER_ARGUMENT = "--worker"
"""Makes a frozen cqviewer, which has no interpreter to call, serve as its own worker process."""
_OF_PRINTING = ("print", "extract", "export")
COMMANDS = (*_OF_PRINTING, "check", "schema", "new")


def bundled_sheet() -> Path:
    """Give the path of the sheet that opens when none is named."""
    return data_folder() / "chongqing-2024.yaml"


def main(argv: list[str] | None = None) -> int:
    """Do what the arguments say; give the exit status."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments == [WORKER_ARGUMENT]:
        from cqviewer.worker.serve import main as serve

        return serve()
    if arguments and arguments[0] in COMMANDS:
        return _run_command(arguments)
    parser = _window_parser()
    chosen = parser.parse_args(arguments)
    if chosen.install_desktop or chosen.remove_desktop:
        return _change_desktop(is_installed=chosen.install_desktop)
    return _open_window(chosen.file, chosen.section, is_from_desktop=chosen.from_desktop)


def _window_parser() -> argparse.ArgumentParser:
    """Describe the arguments that open a window."""
    parser = argparse.ArgumentParser(
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


def _run_command(arguments: list[str]) -> int:
    """Run one of the commands that need no window; of the others nothing is imported."""
    try:
        return _command_status(arguments)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def _command_status(arguments: list[str]) -> int:
    if arguments[0] in _OF_PRINTING:
        from cqviewer.printing.commands import add_parsers
    else:
        from cqviewer.model.commands import add_parsers
    parser = argparse.ArgumentParser(prog="cqviewer")
    add_parsers(parser.add_subparsers(required=True))
    chosen = parser.parse_args(arguments)
    return int(chosen.run(chosen))


def _change_desktop(*, is_installed: bool) -> int:
    """Put cqviewer into the desktop's menu, or take it out."""
    from cqviewer.desktop import install_desktop, remove_desktop

    if sys.platform in ("win32", "darwin"):
        print("Menu entries of this kind are for Linux and other free desktops.", file=sys.stderr)
        return EXIT_USAGE
    try:
        files = install_desktop() if is_installed else remove_desktop()
    except OSError as error:
        print(f"The desktop's files cannot be changed: {error}", file=sys.stderr)
        return EXIT_PROBLEM
    for file in files:
        print(file)
    return 0


def _open_window(path: Path | None, section: str, *, is_from_desktop: bool) -> int:
    """Open a sheet in a window; without a display, print it to a PDF in the current folder."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # an exception amid Qt's imports would be lost
    from cqviewer.ui.startup import EXIT_QT_MISSING, NoDisplay, QtCannotStart, check_qt_can_start

    process = None
    if path is not None or not os.path.isdir(cache_folder()):  # noqa: PTH112 - raises nothing
        process = _start_worker()  # it imports what reads a sheet while this process imports Qt
    try:
        check_qt_can_start()
        return _run_window(path, section, process, is_from_desktop=is_from_desktop)
    except NoDisplay as reason:
        print(f"{reason} Printing the sheet instead.", file=sys.stderr)
    except QtCannotStart as reason:
        print(reason, file=sys.stderr)
        return EXIT_QT_MISSING
    finally:
        if process is not None:
            process.kill()
            process.wait()
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return _run_command(["print", str(path or bundled_sheet())])


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
    from cqviewer.ui.application import make_application
    from cqviewer.ui.opening import Opening
    from cqviewer.ui.worker_client import WorkerClient

    app = make_application(sys.argv[:1])
    WorkerClient(app, process)
    # What comes next takes as long as reading.
    opening = Opening(path, bundled_sheet(), is_forgiving=is_from_desktop)
    from cqviewer.ui.app import UnknownSection, run_window

    try:
        return run_window(opening, section)
    except UnknownSection as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    except SheetError as error:
        for problem in error.problems:
            print(problem.sentence(), file=sys.stderr)
        return EXIT_PROBLEM
