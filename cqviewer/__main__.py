"""Run cqviewer as `python -m cqviewer`, and as the program that PyInstaller makes."""

import sys

from cqviewer.cli import main

if getattr(sys, "frozen", False):
    # There, what multiprocessing starts is this program again, with arguments of its own.
    import multiprocessing

    multiprocessing.freeze_support()
sys.exit(main())
