"""The changes of a sheet's file that the window can ask for, and the result of one."""

from typing import TYPE_CHECKING

import msgspec

from cqviewer.model.editing.edits import Edit, Named
from cqviewer.model.problems import Path, Problem

if TYPE_CHECKING:
    from cqviewer.model.reading.yaml_tree import Plain


class Fix(msgspec.Struct, frozen=True):
    """Write the right text at some paths of a file, as `Problem` has them; with None, all fixes."""

    texts: dict[Path, str] | None = None


class Restore(msgspec.Struct, frozen=True):
    """Write other bytes in place of those that an earlier change has left."""

    seen: bytes
    wanted: bytes


class Write(msgspec.Struct, frozen=True):
    """Make some edits in the file that was seen, if it then has no more errors than before.

    With `is_trial` nothing is written: what speaks against it is said.
    """

    edits: tuple[Edit, ...]
    seen: bytes
    is_trial: bool = False


class NewId(msgspec.Struct, frozen=True):
    """Rename an id everywhere in the file that was seen, as `Write` does."""

    kind: Named
    old: str
    new: str
    seen: bytes


Change = Fix | Restore | Write | NewId


class Checked(msgspec.Struct, frozen=True):
    """A file as it is now, and all that is wrong with it.

    `before` are its bytes before the change, if there was one; `written` the old and the new text
    of each place. `tree` are its values as they are written. `refused` says why a change was not
    written, if it was not, and `tried` are the values that it would have made. `kinds` are those of
    charts. `lines` are those in which figures, sources, sections and what they show begin.
    `evidence` are the files that a sound sheet names as such; what a PDF carries has none.
    """

    problems: list[Problem]
    before: bytes
    data: bytes
    written: list[tuple[str, str]] = []
    tree: "Plain" = None
    refused: list[Problem] = []
    tried: "Plain" = None
    kinds: tuple[str, ...] = ()
    lines: dict[Path, int] = {}
    evidence: tuple[str, ...] = ()
