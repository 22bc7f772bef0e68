"""Run cqviewer as `python -m cqviewer`, and as the program that PyInstaller makes."""

import signal
import sys

if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C amid the imports needs no traceback

from cqviewer.cli import main

if __name__ == "__main__":
    sys.exit(main())
