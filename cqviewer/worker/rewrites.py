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
    """Make some edits in the file that was `seen`, if they bring no new errors into it.

    With `is_trial` nothing is written, and only those errors are returned.
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

    `before` are its bytes before the change, if there was one; `written` has the old and the new
    text of each place that was fixed. `tree` are its values as they are written. `refused` has the
    errors for which a change was not written, and `tried` the values that it would have made.
    `kinds` are the names of kinds of charts. `lines` are those in which figures, sources, sections
    and what they show begin. `evidence` are the files of evidence that a sound sheet names, and
    `near` those of them that lie in its folder, as all should; a sheet in a PDF has none.
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
    near: tuple[str, ...] = ()
