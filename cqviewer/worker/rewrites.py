"""What the window asks to be written into a sheet's file, and what came of it."""

import msgspec

from cqviewer.model.problems import Path, Problem


class Fix(msgspec.Struct, frozen=True):
    """Write the right text at some paths of a file, as `Problem` has them; with None, all fixes."""

    texts: dict[Path, str] | None = None


class Restore(msgspec.Struct, frozen=True):
    """Write other bytes in place of those that an earlier change has left."""

    seen: bytes
    wanted: bytes


class Checked(msgspec.Struct, frozen=True):
    """A file as it is now, and all that is wrong with it.

    `before` are its bytes before the change, if there was one; `written` the old and the new text
    of each place.
    """

    problems: list[Problem]
    before: bytes
    data: bytes
    written: list[tuple[str, str]] = []
