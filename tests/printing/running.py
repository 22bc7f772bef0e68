"""Runs of the program in a process of its own, and folders of sheets for them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.checkout import CHECKOUT
from tests.printing.sheets import MADE_UP


def folder_of(number: int) -> None:
    """Write a folder `sheets` with so many sheets."""
    Path("sheets").mkdir()
    for one in range(number):
        Path(f"sheets/{one:03}.yaml").write_bytes(MADE_UP.read_bytes())


def start(*arguments: str, stdout: int = subprocess.PIPE) -> "subprocess.Popen[str]":
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "cqviewer", *arguments],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_heed_signals,
    )


def _heed_signals() -> None:
    """Undo what a shell does to a run in its background, whose children ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
