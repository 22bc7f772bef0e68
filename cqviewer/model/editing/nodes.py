"""The place of each value in a YAML text, by the marks of PyYAML's event parser."""

import re
from typing import Any, Literal

import msgspec
import yaml

from cqviewer.model.messages import say
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import events, one_line

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*[ \t]*)+")
_DASH = re.compile(r"-(?=\s|$)")

Kind = Literal["mapping", "list", "text", "alias"]
Slot = tuple[int, int]
"""Begin and end of an entry of a mapping or list, with its key or dash."""


class CannotEdit(ValueError):
    """A change that cannot be made in a file; the message says why, as one sentence."""


class Node(msgspec.Struct, kw_only=True):
    """A value in a text: the characters from `start` to `end`, without an anchor or a tag.

    `keys` are those of a mapping, in the order of `items`.
    """

    kind: Kind
    start: int
    end: int
    style: str = ""
    text: str = ""
    anchor: str = ""
    is_flow: bool = False
    keys: list["Node"] = []
    items: list["Node"] = []

    def place_of(self, part: str | int) -> int | None:
        """Return the place of a key or an index among the entries; None if there is none."""
        if self.kind == "mapping":
            return next((at for at, key in enumerate(self.keys) if key.text == part), None)
        is_there = self.kind == "list" and isinstance(part, int) and 0 <= part < len(self.items)
        return part if is_there and isinstance(part, int) else None


class FoundNode(msgspec.Struct):
    """A value that was looked up, what holds it, and whether it lies within brackets."""

    node: Node
    parent: Node | None
    place: int
    in_flow: bool


def read_nodes(text: str) -> Node:
    """Return the values of a text that `parse_yaml` has read."""
    root = Node(kind="list", start=0, end=len(text))
    stack = [root]
    for event in events(text):
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            done = stack.pop()
            done.end = _end_of(done, event)
        elif isinstance(event, yaml.NodeEvent):
            node = _node(event, text)
            holder = stack[-1]
            is_key = holder.kind == "mapping" and len(holder.keys) == len(holder.items)
            (holder.keys if is_key else holder.items).append(node)
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                stack.append(node)
    if not root.items:
        raise CannotEdit(say("the file is empty"))
    return root.items[0]


def _end_of(node: Node, event: Any) -> int:  # noqa: ANN401 - PyYAML has no types
    """Return where a list or mapping ends: after its bracket, or after its last entry."""
    is_open = not node.is_flow and node.items
    return node.items[-1].end if is_open else int(event.end_mark.index)


def _node(event: Any, text: str) -> Node:  # noqa: ANN401 - PyYAML has no types
    """Return the node that begins with an event; `end` of a list or mapping is set later."""
    start, end = event.start_mark.index, event.end_mark.index
    is_named = event.anchor or getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        return Node(kind="alias", start=start, end=end, text=str(event.anchor))
    if is_named and (found := _PROPERTIES.match(text, start)):
        start = found.end()
    node = Node(kind="text", start=start, end=max(start, end), anchor=event.anchor or "")
    if isinstance(event, yaml.ScalarEvent):
        node.text, node.style = one_line(event.value), event.style or ""
        if node.style and node.style in "|>":
            node.end = start + len(text[start:end].rstrip())
    else:
        node.kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
        node.is_flow = bool(event.flow_style)
    return node


def find(root: Node, path: Path) -> FoundNode:
    """Return the value at a path; CannotEdit if there is none, or if an alias repeats it."""
    found = FoundNode(root, None, 0, in_flow=False)
    for part in path:
        node = found.node
        if node.kind == "alias":
            raise CannotEdit(say("this is written as *{0}; it stands where &{0} is", node.text))
        place = node.place_of(part)
        if place is None:
            raise CannotEdit(say("there is no `{}` in the file any more", part))
        found = FoundNode(node.items[place], node, place, in_flow=found.in_flow or node.is_flow)
    return found


def slots(node: Node, text: str) -> list[Slot]:
    """Return the begin and end of each entry of a mapping or list."""
    if node.kind == "mapping":
        pairs = zip(node.keys, node.items, strict=True)
        return [(key.start, max(key.end, item.end)) for key, item in pairs]
    found: list[Slot] = []
    begin = node.start
    column = 0
    for number, item in enumerate(node.items):
        start = item.start
        if not node.is_flow:
            if number:
                line = re.compile(rf"(?<![^\r\n]) {{{column}}}-(?=\s|$)")
                dash = line.search(text, begin)
                start = dash.end() - 1 if dash else start
            else:
                dash = _DASH.search(text, begin)
                start = dash.start() if dash else start
                column = column_of(text, start)
        found.append((start, item.end))
        begin = line_end(text, item.end)
    return found


def line_start(text: str, place: int) -> int:
    """Return where the line of a place begins."""
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def line_end(text: str, place: int) -> int:
    """Return where the line of a place ends, before its line break."""
    found = re.compile(r"\r|\n").search(text, place)
    return found.start() if found else len(text)


def column_of(text: str, place: int) -> int:
    """Return the column of a place, from 0."""
    return place - line_start(text, place)
