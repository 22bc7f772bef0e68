"""Runs a command by its name; a file that is no readable sheet is refused here for all of them."""

import argparse
from importlib import import_module

from cqviewer.model.problems import SheetError
from cqviewer.standard_output import EXIT_PROBLEM, write_errors


def run(name: str, chosen: argparse.Namespace) -> int | None:
    """Return what the module of a command returns, or the exit status of a file that is refused."""
    try:
        status: int | None = import_module(f"cqviewer.commands.{name}").run(chosen)
    except SheetError as error:
        write_errors(*(problem.sentence() for problem in error.problems))
        return EXIT_PROBLEM
    return status
