"""Write the right texts where a check is certain of them."""

from collections.abc import Callable, Iterable

import msgspec

from cqviewer.model.editing.edit import replace_texts
from cqviewer.model.editing.nodes import CannotEdit, Node, find, read_nodes
from cqviewer.model.problems import Path, Place, Problem
from cqviewer.model.reading.yaml_tree import decode, locate

_MOST_ROUNDS = 20
"""How often a file is checked: a fix may reveal faults that were hidden, or were not listed."""


class Written(msgspec.Struct, frozen=True):
    """A fix that was written: its place, the old text and the new one."""

    place: Place
    old: str
    new: str

    def sentence(self, file: str) -> str:
        """Return it on one line, as `FILE:LINE:COLUMN: wrote 2024-11 instead of Nov 2024`."""
        line, column = self.place
        return f"{file}:{line}:{column}: wrote {self.new} instead of {self.old}"


def fix_file(
    data: bytes, check: Callable[[bytes], Iterable[Problem]]
) -> tuple[bytes, list[Written]]:
    """Return a file with all fixes of its check written, and a list of these.

    The file is checked again until no fix is left. A fix that cannot be written is left out.
    """
    every: list[Written] = []
    tried: set[tuple[Path, str]] = set()
    for _ in range(_MOST_ROUNDS):
        fixes = fixes_of(check(data))
        fixes = {path: new for path, new in fixes.items() if (path, new) not in tried}
        if not fixes:
            break
        tried.update(fixes.items())
        data, written = write_fixes(data, fixes)
        every += written
    return data, every


def fixes_of(problems: Iterable[Problem]) -> dict[Path, str]:
    """Return the fixes of problems by their paths."""
    return {path: one.fix for one in problems if one.fix is not None for path in one.paths}


def write_fixes(data: bytes, fixes: dict[Path, str]) -> tuple[bytes, list[Written]]:
    """Return a file with some fixes, and those that could be written, in the order of the file."""
    done = dict(fixes)
    try:
        made = replace_texts(data, fixes)
    except CannotEdit:
        made = data
        for path, new in fixes.items():
            try:
                made = replace_texts(made, {path: new})
            except CannotEdit:
                del done[path]
    text = decode(data, "the file")
    root, places = read_nodes(text), locate(text, done)
    written = [Written(places[path], _old(root, path), new) for path, new in done.items()]
    return made, sorted(written, key=lambda one: one.place)


def _old(root: Node, path: Path) -> str:
    """Return the text or key at a path; of a list or mapping its first text."""
    *around, last = path
    if isinstance(last, str) and last.startswith("?"):
        return last[1:]
    node = find(root, (*around, last)).node
    while node.items:
        node = node.items[0]
    return node.text
