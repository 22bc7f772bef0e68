"""`cqviewer --install-desktop` and `--remove-desktop`: its entry in the desktop's menu."""

import argparse
import sys

from cqviewer.desktop import install_desktop, remove_desktop
from cqviewer.standard_output import EXIT_PROBLEM, EXIT_USAGE, write_errors, write_lines


def run(chosen: argparse.Namespace) -> int:
    """Put cqviewer into the desktop's menu, or take it out; return the exit status."""
    if sys.platform in ("win32", "darwin"):
        write_errors("Menu entries of this kind are for Linux and other free desktops.")
        return EXIT_USAGE
    try:
        files = install_desktop() if chosen.install_desktop else remove_desktop()
    except OSError as error:
        write_errors(f"The desktop's files cannot be changed: {error}")
        return EXIT_PROBLEM
    write_lines(*map(str, files))
    return 0
