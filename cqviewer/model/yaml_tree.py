"""YAML text to plain values, and back from a path to its line and column.

Only PyYAML's event parser is used: no tags, no implicit types (every scalar stays the text that
was written, so Norway's `no` and 2024-12-23 are text), no recursion, and limits on everything.
"""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from cqviewer.model.problems import Path, Problem, SheetError

Plain = str | None | list["Plain"] | dict[str, "Plain"]

DEEPEST = 50
"""Levels of nesting that a sheet may have."""

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U0010ffff]"
)


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a file may hold at most: bytes, and values once aliases are written out."""

    file_bytes: int = 10_000_000
    values: int = 1_000_000


def decode(data: bytes, file: str) -> str:
    """Decode a file's bytes as UTF-8, or as UTF-16 where it begins with such a mark."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        message = f"byte {data[error.start]:#04x} is no {encoding[:5].upper().rstrip('-')} text"
        raise _error(message, file, *_end_of(before), help="save the file as UTF-8") from None
    if match := _FORBIDDEN.search(text):
        message = f"the character U+{ord(match[0]):04X} is not allowed in a sheet"
        raise _error(message, file, *_end_of(text[: match.start()]), help="delete it")
    return text


def parse_yaml(text: str, file: str, limits: Limits) -> Plain:
    """Read one YAML document into dicts, lists, texts and None; SheetError where it is none."""
    return _Builder(file, limits).build(_events(text, file))


def locate(text: str, paths: list[Path]) -> dict[Path, tuple[int, int]]:
    """Find line and column (from 1) of each path in a text that `parse_yaml` has read.

    A path ends at its value; where its last part is '?name', at the key `name` itself. What is
    not in the file is found at the nearest thing around it.
    """
    found: dict[Path, tuple[int, int]] = {}
    for path, mark in _walk(text):
        found.setdefault(path, (mark.line + 1, mark.column + 1))
    return {path: _nearest(path, found) for path in paths}


def _nearest(path: Path, found: dict[Path, tuple[int, int]]) -> tuple[int, int]:
    """Give the place of a path, or of its key, or of what holds it."""
    while path:
        if path in found:
            return found[path]
        if (key := (*path[:-1], f"?{str(path[-1]).removeprefix('?')}")) in found:
            return found[key]
        path = path[:-1]
        if path and (key := (*path[:-1], f"?{path[-1]}")) in found:
            return found[key]
    return (1, 1)


def _walk(text: str) -> Iterator[tuple[Path, Any]]:
    """Go through a text's events and give each value's and each key's path and mark."""
    stack: list[list[Any]] = []  # [path of the container, key or index that comes next, is a map]
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        frame = stack[-1] if stack else None
        if frame and frame[2] and frame[1] is None:
            frame[1] = str(getattr(event, "value", ""))
            yield (*frame[0], f"?{frame[1]}"), event.start_mark
            continue
        path = (*frame[0], frame[1]) if frame else ()
        yield path, event.start_mark
        if frame:
            frame[1] = None if frame[2] else frame[1] + 1
        if isinstance(event, yaml.MappingStartEvent):
            stack.append([path, None, True])
        elif isinstance(event, yaml.SequenceStartEvent):
            stack.append([path, 0, False])


def _events(text: str, file: str) -> Iterator[yaml.Event]:
    """Give the events of a text, and a SheetError where it is not YAML."""
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"this is not YAML: {error.problem or error.context}"
        raise _error(message, file, *place, help="check indentation, quotes and colons") from None
    except yaml.YAMLError as error:
        raise _error(f"this is not YAML: {error}".splitlines()[0], file, 1, 1) from None


class _Builder:
    """Builds plain values from events, without recursion."""

    def __init__(self, file: str, limits: Limits) -> None:
        self._file = file
        self._limits = limits
        self._count = 0
        self._anchors: dict[str, tuple[Plain, int]] = {}

    def build(self, events: Iterator[yaml.Event]) -> Plain:
        root: list[Plain] = []
        # Each frame: container, key that waits for its value, anchor, count when it began.
        stack: list[list[Any]] = [[root, None, None, 0]]
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value: Plain = self._scalar(event)
                self._put(stack[-1], value, event)
                if event.anchor:
                    self._anchors[event.anchor] = (value, 1)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._refuse_tag(event)
                if len(stack) > DEEPEST:
                    raise self._fault(f"nested more than {DEEPEST} levels deep", event)
                container: Plain = {} if kind is yaml.MappingStartEvent else []
                self._put(stack[-1], container, event)
                stack.append([container, None, event.anchor, self._count])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                container, _, anchor, began = stack.pop()
                if anchor:
                    self._anchors[anchor] = (container, self._count - began + 1)
            elif kind is yaml.AliasEvent:
                self._put(stack[-1], self._aliased(event), event)
            elif kind is yaml.DocumentStartEvent and root:
                raise self._fault("a second document begins; one file is one fact sheet", event)
        return root[0] if root else None

    def _put(self, frame: list[Any], value: Plain, event: yaml.Event) -> None:
        """Add a value to the container of a frame, or take it as the next key."""
        self._count += 1
        if self._count > self._limits.values:
            raise self._fault(f"more than {self._limits.values:,} values", event)
        container, key = frame[0], frame[1]
        if isinstance(container, list):
            container.append(value)
        elif key is None:
            name = value if isinstance(value, str) else None
            if name is None:
                raise self._fault("a key is one word of text", event)
            if name == "<<":
                raise self._fault("merge keys (<<) are not part of the format", event)
            if name in container:
                raise self._fault(f"the key '{name[:60]}' stands here a second time", event)
            frame[1] = name
        else:
            container[key] = value
            frame[1] = None

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        value: str = event.value
        if event.tag is not None:
            self._refuse_tag(event)
        if not event.style:
            return None if value in _NULLS else value
        if _FORBIDDEN.search(value):  # only an escape in double quotes can bring one
            raise self._fault("the text holds an escaped character that is not allowed", event)
        return value

    def _aliased(self, event: yaml.AliasEvent) -> Plain:
        if event.anchor not in self._anchors:
            raise self._fault(f"the alias *{event.anchor} refers to nothing before it", event)
        value, size = self._anchors[event.anchor]
        self._count += size
        return value

    def _refuse_tag(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag not in (None, "!", "tag:yaml.org,2002:str"):
            raise self._fault(f"tags are not part of the format: {tag[:60]}", event)

    def _fault(self, message: str, event: yaml.Event) -> SheetError:
        mark = event.start_mark
        return _error(message, self._file, mark.line + 1, mark.column + 1)


def _end_of(text: str) -> tuple[int, int]:
    """Give line and column (from 1) right after a text."""
    lines = re.split(r"\r\n|\r|\n", text)
    return len(lines), len(lines[-1]) + 1


def _error(message: str, file: str, line: int, column: int, help: str = "") -> SheetError:
    return SheetError([Problem(message=message, help=help, file=file, line=line, column=column)])
