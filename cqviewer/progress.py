"""How far a long piece of work has come, reported from however deep to whoever waits for it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""A function that is called with the number of the part begun, and how many parts there are."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def report(part: int, parts: int) -> None:
    """Report that a part is begun, counted from 1; without a listener this does nothing."""
    listener = _listener.get()
    if listener is not None:
        listener(part, parts)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Send the reports of what is done in this context to a listener."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
