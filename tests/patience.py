"""The one clock of the tests: for how long they wait for what is going to be so."""

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Seconds after which what was waited for is given up; a busy machine needs many of them."""


def until(is_so: Callable[[], object], work: Callable[[], object] = lambda: None) -> None:
    """Ask, work and rest, until something is so; raise TimeoutError where that takes too long."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(f"{is_so} did not come about")
        work()
        time.sleep(0.01)
