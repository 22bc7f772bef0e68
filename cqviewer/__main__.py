"""Run cqviewer as `python -m cqviewer`, and as the program that PyInstaller makes."""

import sys

from cqviewer.cli import main

sys.exit(main())
