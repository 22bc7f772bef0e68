"""Stopping a command by a signal: at once, at any moment, and with nothing left behind.

KeyboardInterrupt would not do. Raised amid an import or a callback, it is lost or becomes another
error; raised a second time, it ends what cleans up after the first.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
_actions: list[Callable[[], object]] = []


def stop_at_signals() -> None:
    """Stop this process when the user or the system asks for it, with 128 and the signal's number.

    Signals that are ignored already stay so, as in a background job or under `nohup`.
    """
    for number in _SIGNALS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _on_signal)


def end_at_signals() -> None:
    """End this process at signals without Python, which the loop of a window does not call."""
    for number in _SIGNALS:
        if signal.getsignal(number) is _on_signal:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def when_stopped(action: Callable[[], object]) -> Iterator[None]:
    """Call a function if the process is stopped within the context."""
    _actions.append(action)
    try:
        yield
    finally:
        _actions.remove(action)


def stop(status: int) -> NoReturn:
    """End this process at once, after calling the actions of `when_stopped`, latest first."""
    for action in reversed(_actions):
        with suppress(Exception):
            action()
    os._exit(status)


def _on_signal(number: int, _frame: FrameType | None) -> None:
    for one in _SIGNALS:
        signal.signal(one, signal.SIG_IGN)
    stop(128 + number)
