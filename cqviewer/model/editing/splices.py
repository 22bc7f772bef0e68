"""Edits as splices: which characters of a text to replace, and by what."""

from collections.abc import Callable, Sequence

from cqviewer.model.editing.edits import (
    Duplicate,
    Edit,
    Insert,
    Move,
    Put,
    Remove,
    Rename,
)
from cqviewer.model.editing.meaning import place_for
from cqviewer.model.editing.nodes import (
    CannotEdit,
    FoundNode,
    Node,
    Slot,
    column_of,
    find,
    line_end,
    line_start,
    slots,
)
from cqviewer.model.editing.spelling import (
    entry_lines,
    flow,
    flow_entry,
    in_place_of,
    lines_of,
    text_of,
)
from cqviewer.model.messages import say
from cqviewer.model.problems import Path
from cqviewer.model.reading.yaml_tree import LINE_END, Plain

Splice = tuple[int, int, str]
"""Begin and end of the characters to replace, and the new ones."""

UNUSUAL = say("this is written in a way that cannot be changed here; change it in a text editor")


def splices(text: str, root: Node, edit: Edit) -> list[Splice]:
    """Return the splices that make an edit in a text; `root` is what `read_nodes` returned."""
    return _SPLICES[type(edit)](text, root, edit)


def _newline(text: str) -> str:
    """Return the line break that a text uses first."""
    found = LINE_END.search(text)
    return found[0] if found else "\n"


def _put(text: str, root: Node, edit: Put) -> list[Splice]:
    if edit.path:
        *around, last = edit.path
        holder = find(root, tuple(around)).node
        if holder.kind == "mapping" and holder.place_of(last) is None:
            tree = {
                key.text: _empty_like(one)
                for key, one in zip(holder.keys, holder.items, strict=True)
            }
            place = place_for(tree, edit.value)
            return _insert(text, root, Insert(tuple(around), place, edit.value, str(last)))
    found = find(root, edit.path)
    node = found.node
    start = node.start
    if node.kind in ("mapping", "list") and not node.is_flow and found.parent:
        gap = text[found.parent.keys[found.place].end : start] if found.parent.keys else ""
        if gap.strip() == ":":
            start -= len(gap.partition(":")[2])
            return [(start, node.end, f" {_written(edit.value, in_flow=found.in_flow)}")]
    if node.kind == "text" and isinstance(edit.value, str):
        new = in_place_of(node, edit.value, text, _newline(text), in_flow=found.in_flow)
    else:
        new = _written(edit.value, in_flow=found.in_flow)
    is_tight = start == node.end and text[start - 1 : start] in (":", "-")
    return [(start, node.end, f" {new}" if is_tight else new)]


def _empty_like(node: Node) -> Plain:
    """Return an empty list or mapping for such a node, None for any other."""
    empty: dict[str, Plain] = {"mapping": {}, "list": []}
    return empty.get(node.kind)


def _written(value: Plain, *, in_flow: bool) -> str:
    if isinstance(value, str):
        return text_of(value, in_flow=in_flow)
    return flow(value)


def _insert(text: str, root: Node, edit: Insert) -> list[Splice]:
    found = find(root, edit.path)
    holder = found.node
    if not holder.items:
        value: Plain = [edit.value] if edit.key is None else {edit.key: edit.value}
        if holder.kind == "text":
            return _put(text, root, Put(edit.path, value))
        return [_opened(text, found, value) or (holder.start, holder.end, flow(value))]
    every = slots(holder, text)
    place = min(edit.place, len(every))
    if holder.is_flow:
        new = flow_entry(edit.key, edit.value)
        if place < len(every):
            return [(every[place][0], every[place][0], f"{new}, ")]
        return [(every[-1][1], every[-1][1], f"{_separator(text, every)}{new}")]
    beside = holder.items[min(place, len(every) - 1)]
    is_open = beside.kind in ("mapping", "list") and not beside.is_flow
    if edit.key is None:
        first, *others = lines_of(edit.value, is_open=is_open)
        lines = [f"- {first}", *(f"  {one}" for one in others)]
    else:
        lines = entry_lines(edit.key, edit.value, is_open=is_open)
    return [_new_lines(text, every, place, lines)]


def _opened(text: str, found: FoundNode, value: Plain) -> Splice | None:
    """Return the splice that writes a value in lines in place of empty brackets.

    None where that cannot be done, since something else is on their line.
    """
    holder, parent = found.node, found.parent
    end = line_end(text, holder.end)
    if found.in_flow or parent is None or not holder.is_flow or text[holder.end : end].strip():
        return None
    newline, lines = _newline(text), lines_of(value, is_open=True)
    if not parent.keys:
        indent = " " * column_of(text, holder.start)
        return holder.start, holder.end, f"{newline}{indent}".join(lines)
    key = parent.keys[found.place]
    if text[key.end : holder.start].strip() != ":":
        return None
    indent = " " * (column_of(text, key.start) + 2)
    start = text.index(":", key.end) + 1
    return start, end, "".join(f"{newline}{indent}{one}" for one in lines)


def _separator(text: str, every: Sequence[Slot]) -> str:
    """Return what separates the entries of a list or mapping in brackets: ', ' or as found."""
    gap = text[every[-2][1] : every[-1][0]] if len(every) > 1 else ""
    return gap if gap and "#" not in gap else ", "


def _new_lines(text: str, every: Sequence[Slot], place: int, lines: Sequence[str]) -> Splice:
    """Return the splice that adds lines as an entry of a list or mapping without brackets."""
    newline = _newline(text)
    indent = " " * column_of(text, every[0][0])
    body = f"{newline}{indent}".join(lines)
    if place == 0:
        return every[0][0], every[0][0], f"{body}{newline}{indent}"
    end = line_end(text, every[place - 1][1])
    return end, end, f"{newline}{indent}{body}"


def _entry(root: Node, path: Path) -> tuple[FoundNode, Node]:
    """Return the entry at a path, and the list or mapping that it belongs to."""
    found = find(root, path)
    if found.parent is None:
        raise CannotEdit(UNUSUAL)
    return found, found.parent


def _remove(text: str, root: Node, edit: Remove) -> list[Splice]:
    found, holder = _entry(root, edit.path)
    every = slots(holder, text)
    start, end = every[found.place]
    after = every[found.place + 1][0] if found.place + 1 < len(every) else None
    if len(every) == 1 and not holder.is_flow:
        return [(start, end, "{}" if holder.kind == "mapping" else "  []")]
    if len(every) == 1 and text[end : holder.end - 1].strip() == ",":
        return [(start, holder.end - 1, "")]
    is_apart = holder.is_flow or bool(text[line_start(text, start) : start].strip())
    if not is_apart:
        break_after = LINE_END.match(text, line_end(text, end))
        last = break_after.end() if break_after else len(text)
        return [(line_start(text, start), last, "")]
    if after is not None:
        gap = text[end:after]
        kept = len(gap.split("#")[0].rstrip()) if "#" in gap else len(gap)
        return [(start, end + kept, "")]
    return [(every[-2][1] if holder.is_flow and len(every) > 1 else start, end, "")]


def _move(text: str, root: Node, edit: Move) -> list[Splice]:
    found = find(root, edit.path)
    holder = found.parent
    if holder is None or not 0 <= edit.place < len(holder.items):
        raise CannotEdit(say("there is no such place to move it to"))
    every = slots(holder, text)
    if not holder.is_flow:
        every = [_with_comments(text, one) for one in every]
    order = list(range(len(every)))
    order.insert(edit.place, order.pop(found.place))
    return [(*every[at], text[slice(*every[new])]) for at, new in enumerate(order) if at != new]


def _with_comments(text: str, slot: Slot) -> Slot:
    """Return a slot widened by the comment lines right above it and the comment after it."""
    start, end = slot
    column = column_of(text, start)
    is_own_line = not text[line_start(text, start) : start].strip()
    above = line_start(text, start)
    while is_own_line and above:
        before = line_start(text, len(text[:above].rstrip("\r\n")))
        line = text[before:above]
        if len(text[:above]) - len(text[:above].rstrip("\r\n")) > 2 or not line.startswith(
            " " * column + "#"
        ):
            break
        above, start = before, before + column
    rest = text[end : line_end(text, end)]
    return start, end + len(rest.rstrip())


def _duplicate(text: str, root: Node, edit: Duplicate) -> list[Splice]:
    found, holder = _entry(root, edit.path)
    every = slots(holder, text)
    start, end = every[found.place]
    raw = text[start:end]
    if edit.key is not None:
        key = holder.keys[found.place]
        name = text_of(edit.key, in_flow=found.in_flow, is_key=True, style=key.style)
        raw = name + text[key.end : end]
    if holder.is_flow:
        return [(end, end, f"{_separator(text, every)}{raw}")]
    return [_new_lines(text, every, found.place + 1, [raw])]


def _rename(_text: str, root: Node, edit: Rename) -> list[Splice]:
    found = find(root, edit.path)
    if found.parent is None or not found.parent.keys:
        raise CannotEdit(UNUSUAL)
    key = found.parent.keys[found.place]
    new = text_of(edit.key, in_flow=found.in_flow, is_key=True, style=key.style)
    return [(key.start, key.end, new)]


_SPLICES: dict[type[Edit], Callable[..., list[Splice]]] = {
    Put: _put,
    Insert: _insert,
    Remove: _remove,
    Move: _move,
    Duplicate: _duplicate,
    Rename: _rename,
}
