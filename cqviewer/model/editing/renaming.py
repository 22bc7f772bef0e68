"""Rename an id everywhere in a sheet: where it is defined, and where it is referred to.

Ids are keys of tables, items of lists, and parts of citations, formulas, and references in texts
such as {jobs}.
"""

import re
from collections.abc import Iterator

from cqviewer.model.editing.edit import replace_texts
from cqviewer.model.editing.edits import Named
from cqviewer.model.editing.nodes import CannotEdit
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.messages import say
from cqviewer.model.numbers.formula import with_ids
from cqviewer.model.problems import Path
from cqviewer.model.reading.scalars import ID_PATTERN
from cqviewer.model.reading.yaml_tree import Plain, decode, parse_yaml

_OF_FIGURES = frozenset(("figures", "key_figures", "figure", "of", "beside", "highlight", "index"))
_REFERENCE = re.compile(r"\{([a-z][a-z0-9_.]*)(?=[\[}])")
_TABLES = {"indicators": "indicator", "sources": "source", "dimensions": "dimension"}


def rename_id(data: bytes, kind: Named, old: str, new: str) -> bytes:
    """Return a file with another id everywhere; CannotEdit if it is no id, or is taken."""
    if not re.fullmatch(ID_PATTERN, new):
        raise CannotEdit(say("'{}' is no id; use small Latin letters, digits and _", new[:60]))
    tree = parse_yaml(decode(data, "the file"), "", Limits()).root
    texts = dict(_Renamer(tree, kind, old, new).texts(tree, ()))
    if not texts:
        raise CannotEdit(say("there is no {} '{}' in the file any more", say(kind), old))
    return replace_texts(data, texts)


class _Renamer:
    """Finds the texts and keys that a new id changes."""

    def __init__(self, tree: Plain, kind: Named, old: str, new: str) -> None:
        self._kind, self._new = kind, new
        self._dimension, _, item = old.rpartition(".")
        self._old = item
        self._broken_down = self._by_dimension(tree) if kind == "item" else {}

    def texts(self, value: Plain, path: Path) -> Iterator[tuple[Path, str]]:
        """Yield the path and the new text of each text or key that changes in a part."""
        if isinstance(value, str):
            new = self._text(value, path)
            if new != value:
                yield path, new
            return
        pairs = value.items() if isinstance(value, dict) else enumerate(value or ())
        for key, one in pairs:
            if isinstance(key, str) and self._is_key(key, path):
                yield (*path, f"?{key}"), self._new
            yield from self.texts(one, (*path, key))

    def _is_key(self, key: str, path: Path) -> bool:
        """Return whether a key is the id, or refers to it."""
        if key != self._old:
            return False
        if self._kind != "item":
            return len(path) == 1 and _TABLES.get(str(path[0])) == self._kind
        if path == ("dimensions", self._dimension, "items"):
            return True
        depth = self._broken_down.get(path[1]) if len(path) > 2 else None
        return depth is not None and path[0] == "indicators" and self._depth(path) == depth

    def _depth(self, path: Path) -> int | None:
        """Return 0 or 1 if keys at a path are items of a first or second dimension, else None."""
        inner = [one for one in path[2:] if one != "items"]
        return len(inner) if path[2] == "items" and len(inner) < 2 else None

    def _by_dimension(self, tree: Plain) -> dict[str | int, int]:
        """Return the indicators broken down by the item's dimension, with its place in `by`."""
        indicators = tree.get("indicators") if isinstance(tree, dict) else None
        found: dict[str | int, int] = {}
        for key, one in (indicators if isinstance(indicators, dict) else {}).items():
            by = one.get("by") if isinstance(one, dict) else None
            names = by if isinstance(by, list) else [by]
            if self._dimension in names:
                found[key] = names.index(self._dimension)
        return found

    def _text(self, text: str, path: Path) -> str:
        """Return a text with the new id, where it refers to the old one."""
        *_, last = path
        field = last if isinstance(last, str) else str(path[-2])
        if self._kind == "source":
            source, space, place = text.partition(" ")
            is_it = field == "source" and source == self._old
            return f"{self._new}{space}{place}" if is_it else text
        if self._kind == "dimension":
            return self._new if field == "by" and text == self._old else text
        if self._kind == "goal":
            is_it = path[:2] == ("goals", "named") and field == "id"
            is_it = is_it or (field == "goals" and len(path) > 1)
            return self._new if is_it and text == self._old else text
        if field == "derived":
            return with_ids(text, self._id)
        if field in _OF_FIGURES or (field == "change" and {"charts", "indicators"} & {*path}):
            return self._id(text)
        return _REFERENCE.sub(lambda found: f"{{{self._id(found[1])}", text)

    def _id(self, figure: str) -> str:
        """Return the id of a figure, such as `jobs` or `jobs.men`, with the new id in it."""
        parts = figure.split(".")
        place = 0 if self._kind == "indicator" else self._broken_down.get(parts[0], -2) + 1
        if 0 <= place < len(parts) and parts[place] == self._old:
            parts[place] = self._new
        return ".".join(parts)
