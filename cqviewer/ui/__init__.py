"""The window: PySide6 lives here alone, and only shows what the layers below give."""

import ctypes
import sys


def keep_singletons_alive() -> None:
    """Add so many references to None, True and the like that Qt calls cannot use them up.

    PySide6 6.12 is built for the limited API of Python 3.12, in which they are immortal (PEP 683)
    and returned without taking a reference. On 3.11 each Qt call that returns nothing thus takes
    one from None, and each signal that is disconnected one from True; after some thousands, or
    when it ends, the interpreter aborts (none_dealloc, bool_dealloc).
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for one in (None, True, False, NotImplemented, Ellipsis):
        # A CPython object begins with its reference count.
        ctypes.c_ssize_t.from_address(id(one)).value += 1 << 48


keep_singletons_alive()
