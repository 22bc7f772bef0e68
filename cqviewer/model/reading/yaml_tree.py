"""YAML text to plain values, and back from a path to its line and column.

Only PyYAML's event parser is used: no tags, no implicit types (every scalar stays the text that
was written, so Norway's `no` and 2024-12-23 are text), no recursion, and limits on everything.
Spaces and line breaks within a text count as one space.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import yaml

from cqviewer.model.files.plain_file import Limits
from cqviewer.model.messages import say
from cqviewer.model.problems import MOST_FINDINGS, Path, Problem, SheetError

Plain = str | None | list["Plain"] | dict[str, "Plain"]

DEEPEST = 50
"""Levels of nesting that a sheet may have."""

MERGE = "<<"
"""YAML's merge key, which is not part of the format. It stays in the tree, so that keys which it
would have brought are not reported as missing."""

LINE_END = re.compile(r"\r\n|\r|\n")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U0010ffff]"
)
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
_SPACES = re.compile("[ \t\r\n]+")
_NO_KEY: Any = object()
"""Stands for a faulty key, so that the value after it is read and dropped."""


class Tree(msgspec.Struct, frozen=True):
    """The values of one document, and what is wrong with its YAML."""

    root: Plain
    problems: list[Problem]


def encoding_of(data: bytes) -> str:
    """Return the encoding of a file's bytes, by the byte order mark that they begin with."""
    return "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def decode(data: bytes, file: str) -> str:
    """Decode a file's bytes as UTF-8, or as UTF-16 where it begins with such a mark."""
    if data.startswith(b"%PDF-"):
        hint = say("'cqviewer extract' takes the sheet out of a PDF that cqviewer printed")
        raise _error(say("this is a PDF, and no YAML"), file, 1, 1, hint)
    encoding = encoding_of(data)
    name = encoding.removesuffix("-sig").upper()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        message = say("the byte 0x{:02X} is no {} text", data[error.start], name)
        raise _error(message, file, *_end_of(before), say("save the file as UTF-8")) from None
    if match := _FORBIDDEN.search(text):
        message = say("the character U+{:04X} is not allowed in a sheet", ord(match[0]))
        raise _error(message, file, *_end_of(text[: match.start()]), say("delete it"))
    return text


def parse_yaml(text: str, file: str, limits: Limits) -> Tree:
    """Read one YAML document into dicts, lists, texts and None.

    What can be left out (a repeated key, a tag) is noted as a problem. SheetError if the text is
    no YAML at all or exceeds a limit.
    """
    builder = _Builder(file, limits)
    root = builder.build(_events(text, file))
    return Tree(root, builder.problems)


def locate(text: str, paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Find line and column (from 1) of each path in a text that `parse_yaml` has read.

    A path leads to a value; with '?name' as its last part it leads to the key `name` itself. A
    path that is not in the file gets the place of the nearest part around it.
    """
    wanted = {part for path in paths for part in _path_and_parents(path)}
    found: dict[Path, tuple[int, int]] = {}
    if wanted:
        for path, event in walk(text, max(map(len, wanted))):
            if path in wanted:
                mark = event.start_mark
                found.setdefault(path, (mark.line + 1, mark.column + 1))
    return {
        path: next((found[one] for one in _path_and_parents(path) if one in found), (1, 1))
        for path in paths
    }


def events(text: str) -> Iterator[Any]:
    """Yield PyYAML's events of a text, which raise its YAMLError where the text is not YAML."""
    return iter(yaml.CSafeLoader(text).get_event, None)  # sooner than yaml.parse, which looks ahead


def _path_and_parents(path: Path) -> Iterator[Path]:
    """Yield a path, that of its key, then the same of each part around it, from inside out."""
    yield path
    while path:
        yield (*path[:-1], f"?{str(path[-1]).removeprefix('?')}")
        path = path[:-1]
        if path and isinstance(path[-1], int):
            yield path


def walk(text: str, deepest: int = DEEPEST + 1) -> Iterator[tuple[Path, Any]]:
    """Yield the path and the event of each value and key of a text; that of a key ends in '?name'.

    Values and keys whose path has more than `deepest` parts are passed over.
    """
    stack: list[list[Any]] = []  # [path of the container, key or index that comes next, is a map]
    for event in events(text):
        if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        frame = stack[-1] if stack else None
        if frame and frame[2] and frame[1] is None:
            frame[1] = one_line(str(getattr(event, "value", "")))
            if len(frame[0]) < deepest:
                yield (*frame[0], f"?{frame[1]}"), event
            if isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                continue
            frame = [frame[0], None, False]  # a key that is a list or mapping has no path
        path = (*frame[0], frame[1]) if frame and len(frame[0]) <= deepest else ()
        if len(path) <= deepest:
            yield path, event
        if frame:
            frame[1] = None if frame[2] else (frame[1] or 0) + 1
        if isinstance(event, yaml.MappingStartEvent):
            stack.append([path, None, True])
        elif isinstance(event, yaml.SequenceStartEvent):
            stack.append([path, 0, False])


def _events(text: str, file: str) -> Iterator[Any]:
    """Yield the events of a text as `events` does, but raise SheetError where it is not YAML."""
    try:
        yield from events(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        said = error.problem or error.context
        message, hint = _YAML_FAULTS.get(
            said or "",
            (say("this is not YAML: {}", said), say("check indentation, quotes and colons")),
        )
        if error.context_mark and error.context_mark.line + 1 < place[0]:
            hint += say("; what it lies in begins on line {}", error.context_mark.line + 1)
        raise _error(message, file, *place, hint) from None
    except yaml.YAMLError as error:
        raise _error(say("this is not YAML: {}", str(error).splitlines()[0]), file, 1, 1) from None


_YAML_FAULTS = {
    "mapping values are not allowed in this context": (
        say("a colon stands where none can"),
        say("put a text that holds ': ' in quotes, or check the indentation"),
    ),
    "found a tab character that violates indentation": (
        say("a tab indents this line"),
        say("indent with spaces"),
    ),
    "did not find expected comment or line break": (
        say("a > or | begins a text of several lines"),
        say("put a text that begins so in quotes; write a bound in words: above 95"),
    ),
    "block sequence entries are not allowed in this context": (
        say("a - begins a list, which cannot stand here"),
        say("where the source has a dash write `not stated`; begin a list on a line of its own"),
    ),
    "did not find expected alphabetic or numeric character": (
        say("a * or & begins a reference to another place"),
        say("put a text that begins so in quotes; where the source has a mark write `not stated`"),
    ),
    "mapping keys are not allowed in this context": (
        say("a ? begins a key, which cannot stand here"),
        say("put a text that begins so in quotes; where the source has a mark write `not stated`"),
    ),
    "did not find expected whitespace or line break": (
        say("a ! begins a tag"),
        say("put a text that begins so in quotes"),
    ),
    "found unknown escape character": (
        say("a backslash in double quotes begins an escape that is not known"),
        say("write two backslashes, or use single quotes"),
    ),
    "found invalid Unicode character escape code": (
        say("this escape makes no character"),
        say("write the character itself"),
    ),
    "did not find expected <document start>": (
        say("text stands after the end of the sheet"),
        say("delete the line `...`"),
    ),
    "did not find expected node content": (
        say("something is missing before this"),
        say("delete a comma or bracket too many, or put a mark such as : in quotes"),
    ),
    "found character that cannot start any token": (
        say("a text or key cannot begin with this character"),
        say("put the text in quotes, or close a quote above; indent with spaces, not tabs"),
    ),
    "could not find expected ':'": (say("this key has no colon"), say("write `key: value`")),
    "did not find expected key": (
        say("a key is expected here"),
        say("check the indentation, and close quotes and brackets above"),
    ),
    "did not find expected ',' or ']'": (
        say("a list in [ ] is not closed"),
        say("write `,` or `]`"),
    ),
    "did not find expected ',' or '}'": (
        say("keys in { } are not closed"),
        say("write `,` or `}`; put a text that holds [ or ] in quotes"),
    ),
    "found unexpected end of stream": (
        say("a text in quotes is not closed"),
        say("close the quotes"),
    ),
    "did not find expected '-' indicator": (
        say("an item of a list is expected here"),
        say("begin it with `- `, indented like the items above"),
    ),
}
"""Messages of PyYAML's parser, with what to say instead and what to write."""


class _Builder:
    """Builds plain values from events, without recursion."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._limits = limits
        self._count = 0
        self._anchors: dict[str, tuple[Plain, int]] = {}

    def build(self, events: Iterator[Any]) -> Plain:
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
                self._note_tag(event)
                if len(stack) > DEEPEST:
                    raise self._fault(say("nested more than {} levels deep", DEEPEST), event)
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
                raise self._fault(
                    say("a second document begins; one file is one fact sheet"), event
                )
        return root[0] if root else None

    def _put(self, frame: list[Any], value: Plain, event: yaml.Event) -> None:
        """Add a value to the container of a frame, or store it as the key of the next value."""
        self._count += 1
        if self._count > self._limits.values:
            hint = say("raise the limit with --max-size") if self._limits.values < 10**9 else ""
            raise self._fault(say("more than {:,} values", self._limits.values), event, hint)
        container, key = frame[0], frame[1]
        if isinstance(container, list):
            container.append(value)
        elif key is None:
            frame[1] = self._key(container, value, event)
        else:
            if key is not _NO_KEY:
                container[key] = value
            frame[1] = None

    def _key(self, container: dict[str, Plain], value: Plain, event: yaml.Event) -> object:
        """Return a value as a key; for a faulty one note what is wrong and return _NO_KEY."""
        if not isinstance(value, str):
            self._note(
                say("a key is one piece of text"), event, say("put it in quotes if it is one")
            )
        elif value in container:
            self._note(
                say("the key `{}` stands here a second time", value[:60]), event, say("keep one")
            )
        else:
            if value == MERGE:
                message = say("merge keys (<<) are not part of the format")
                self._note(message, event, say("write the keys out"))
            return value
        return _NO_KEY

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        value: str = event.value
        if event.tag is not None:
            self._note_tag(event)
        if not event.style:
            if value in _NULLS:
                return None
            return one_line(value) if "\n" in value else _visible(value)
        if found := _FORBIDDEN.search(value):  # only an escape in double quotes can bring one
            name = f"U+{ord(found[0]):04X}"
            self._note(
                say("the character {} is not allowed in a sheet", name), event, say("delete it")
            )
            return _FORBIDDEN.sub("", value)
        return one_line(value)

    def _aliased(self, event: yaml.AliasEvent) -> Plain:
        if event.anchor not in self._anchors:
            hint = say("put a text that begins with * in quotes")
            raise self._fault(say("*{0} refers to no &{0} above", event.anchor), event, hint)
        value, size = self._anchors[event.anchor]
        self._count += size
        return value

    def _note_tag(self, event: yaml.NodeEvent) -> None:
        tag = getattr(event, "tag", None)
        if tag not in (None, "!", "tag:yaml.org,2002:str"):
            message = say("tags are not part of the format: {}", tag[:60])
            self._note(message, event, say("delete it, or put a text that begins with ! in quotes"))

    def _note(self, message: str, event: yaml.Event, hint: str = "") -> None:
        if len(self.problems) < MOST_FINDINGS:
            self.problems += self._fault(message, event, hint).problems

    def _fault(self, message: str, event: yaml.Event, hint: str = "") -> SheetError:
        mark: Any = event.start_mark
        return _error(message, self._file, mark.line + 1, mark.column + 1, hint)


def one_line(value: str) -> str:
    """Return a text with each run of white space as one space, and none around it."""
    return _visible(_SPACES.sub(" ", value).strip(" "))


def _visible(value: str) -> str:
    """Return a text, or '' if all its characters are invisible."""
    return value if value.isascii() or value.strip(_INVISIBLE) else ""


def _end_of(text: str) -> tuple[int, int]:
    """Return line and column (from 1) right after a text."""
    lines = LINE_END.split(text)
    return len(lines), len(lines[-1]) + 1


def _error(message: str, file: str, line: int, column: int, hint: str = "") -> SheetError:
    return SheetError([Problem(message=message, help=hint, file=file, line=line, column=column)])
