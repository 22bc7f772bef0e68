"""The command line: arguments to actions. Qt and matplotlib are imported only when due."""

import argparse
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from cqviewer import __version__
from cqviewer.commands.arguments import COMMANDS, add_fonts
from cqviewer.libraries import prepare_libraries
from cqviewer.model.fonts import BESIDE, use_fonts
from cqviewer.paths import bundled_sheet
from cqviewer.standard_output import (
    EXIT_PROBLEM,
    OutputError,
    finish_output,
    printable,
    write_errors,
    write_lines,
)
from cqviewer.stopping import stop_at_signals

WORKER_ARGUMENT, PRINTER_ARGUMENT = "--worker", "--printer"
"""What a frozen cqviewer, which has no interpreter to call, is started with to serve another."""


class Parser(argparse.ArgumentParser):
    """A parser whose messages are safe to show, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Write what is wrong with the arguments, and exit."""
        super().error(printable(message))

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ANN401 - typeshed's own
        """Write help like all other lines, so that an error of the output is reported."""
        if message and file is not None and file is sys.stdout:
            write_lines(*message.rstrip("\n").split("\n"))
        else:
            super()._print_message(message, file)


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
        from cqviewer.worker.serve import main as serve  # is this process alone

        return serve()
    if arguments == [PRINTER_ARGUMENT]:
        from cqviewer.processes import serve as serve_printing  # as above

        serve_printing()
    try:
        if arguments and arguments[0] in COMMANDS:
            stop_at_signals()
            return run_command(arguments)
        chosen = _window_parser().parse_args(arguments)
    except SystemExit as ended:  # argparse has said all
        return int(ended.code or 0)
    if chosen.install_desktop or chosen.remove_desktop:
        return _run("desktop", chosen) or 0
    _take_fonts(chosen)
    return _open_window(chosen)


def _window_parser() -> argparse.ArgumentParser:
    """Describe the arguments that open a window."""
    parser = Parser(
        prog="cqviewer",
        description="Open a fact sheet in a window; without a name, the bundled one.",
        epilog=f"commands: cqviewer {{{','.join(COMMANDS)}}} --help",
    )
    parser.add_argument("file", nargs="?", type=Path, help="a fact sheet (.yaml), or its PDF")
    add_fonts(parser)
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
    parser.set_defaults(beside=())
    parser.add_argument("--version", action="version", version=f"cqviewer {__version__}")
    return parser


def run_command(arguments: list[str]) -> int:
    """Run a command that needs no window, importing none of the others; return the exit status."""
    name, *others = arguments
    description, add_arguments = COMMANDS[name]
    parser = Parser(prog=f"cqviewer {name}", description=description)
    add_arguments(parser)
    chosen = parser.parse_args(others)
    prepare_libraries()
    _take_fonts(chosen)
    return _run(name, chosen) or 0


def _run(name: str, chosen: argparse.Namespace) -> int | None:
    """Run the module of a command; it and what it needs are imported only now."""
    from cqviewer.commands.running import run

    return run(name, chosen)


def _take_fonts(chosen: argparse.Namespace) -> None:
    """Add the fonts that are named, and those beside the sheets; write why some cannot be used."""
    files = [*getattr(chosen, "files", ()), getattr(chosen, "file", None)]
    folders = [one if one.is_dir() else one.parent for one in files if isinstance(one, Path)]
    beside = [one / BESIDE for one in dict.fromkeys(folders) if (one / BESIDE).is_dir()]
    named = getattr(chosen, "fonts", None)
    for folder in [*([named] if named else []), *beside]:
        if why := use_fonts(folder):
            write_errors(f"cqviewer: {why}")


def _open_window(chosen: argparse.Namespace) -> int:
    """Open a sheet in a window; without a display, print it to a PDF in the current folder."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # an exception amid Qt's imports would be lost
    try:
        status = _run("window", chosen)
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if status is not None:
        return status
    stop_at_signals()
    return run_command(["print", str(chosen.file or bundled_sheet())])
