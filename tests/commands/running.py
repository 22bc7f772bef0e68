"""Commands as they are typed: in this process, or in one of their own."""

import os
from pathlib import Path

from cqviewer.cli import run_command
from tests.checkout import CHECKOUT, run_python

PROGRAM = "import sys; from cqviewer.cli import run_command; sys.exit(run_command(sys.argv[1:]))"
LIGHT_PROGRAM = """\
import sys
from cqviewer.cli import run_command
status = run_command(sys.argv[1:])
if unwanted := {"PySide6", "matplotlib", "babel"} & set(sys.modules):
    sys.exit(f"loaded {unwanted}")
sys.exit(status)
"""
"""Runs a command that needs neither a window nor charts nor words."""
WORDY_PROGRAM = LIGHT_PROGRAM.replace(', "babel"', "")
"""Runs a command that fills figures into texts, for which it needs words."""


def cqviewer(*arguments: str) -> int:
    """Run a command in this process."""
    return run_command(list(arguments))


def environment(**variables: str) -> dict[str, str]:
    """Return the environment of a process that finds the package from any folder."""
    return os.environ | {"PYTHONPATH": str(CHECKOUT)} | variables


def run(
    *arguments: object, folder: Path = CHECKOUT, program: str = LIGHT_PROGRAM, **variables: str
) -> tuple[int, str, str]:
    """Run a light command; return the exit status and what was written, plainly and as errors."""
    done = run_python(program, *map(str, arguments), folder=folder, env=environment(**variables))
    return done.returncode, done.stdout, done.stderr
