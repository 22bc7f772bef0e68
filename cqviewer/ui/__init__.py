"""The window: PySide6 lives here alone, and only shows what the layers below give."""

import ctypes
import sys


def keep_none_alive() -> None:
    """Give None so many references that Qt calls cannot use them up on a Python before 3.12.

    PySide6 6.12 is built for the limited API of Python 3.12, in which None is immortal (PEP 683)
    and returned without taking a reference. On 3.11 each Qt call that returns nothing thus takes
    one from None, and after some thousands the interpreter aborts (none_dealloc).
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    # A CPython object begins with its reference count.
    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 48


keep_none_alive()
