"""Run cqviewer as `python -m cqviewer`."""

import sys

from cqviewer.cli import main

sys.exit(main())
