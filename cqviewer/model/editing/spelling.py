"""Values as YAML text: texts with as few quotes as they need, lists and mappings."""

import functools
import textwrap

from cqviewer.model.editing.nodes import Node
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.yaml_tree import Plain, one_line, parse_yaml

_WIDEST = 90
"""The longest list or mapping in brackets, in characters; a longer one is written in lines."""
_NARROWEST = 40


@functools.lru_cache(1000)
def text_of(value: str, *, in_flow: bool, is_key: bool = False, style: str = "") -> str:
    """Return a text as YAML: in the quotes given, or plain where that reads the same."""
    value = one_line(value)
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    if style != '"':
        around = "{{{0}: x}}" if is_key else "[{0}]" if in_flow else "k: {0}"
        expected: Plain = {value: "x"} if is_key else [value] if in_flow else {"k": value}
        if _reads(around.format(value), expected):
            return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _reads(text: str, expected: Plain) -> bool:
    try:
        tree = parse_yaml(text, "", Limits())
    except SheetError:
        return False
    return tree.root == expected and not tree.problems


def in_place_of(node: Node, value: str, text: str, newline: str, *, in_flow: bool) -> str:
    """Return a text as YAML in the style of the text that it replaces.

    If that has several lines, it is wrapped to the same width.
    """
    old = text[node.start : node.end]
    lines = old.splitlines()
    style = node.style if node.style in ("'", '"') else ""
    made = text_of(value, in_flow=in_flow, style=style)
    if len(lines) < 2 or (node.style not in ("|", ">") and '"' in (made[0], style)):
        return made
    body = lines[1:]
    first = next(one for one in body if one.strip())
    indent = first[: len(first) - len(first.lstrip(" "))]
    width = max(_NARROWEST, *(len(one.strip()) for one in body))
    if node.style in ("|", ">"):
        wrapped = _wrapped(one_line(value), width)
        return newline.join([lines[0], *(f"{indent}{one}" for one in wrapped)])
    return f"{newline}{indent}".join(_wrapped(made, width))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def flow(value: Plain) -> str:
    """Return a value on one line, with brackets."""
    if isinstance(value, dict):
        inner = (f"{_key(key, in_flow=True)}: {flow(one)}" for key, one in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return "null" if value is None else text_of(value, in_flow=True)


def lines_of(value: Plain, *, is_open: bool = False) -> list[str]:
    """Return a value in lines; a short list or mapping of texts alone is put in brackets.

    With `is_open` the value itself is not put in brackets.
    """
    if not isinstance(value, dict | list):
        return ["null" if value is None else text_of(value, in_flow=False)]
    parts = list(value.values() if isinstance(value, dict) else value)
    is_flat = not any(isinstance(one, dict | list) for one in parts)
    short = flow(value)
    if not parts or (is_flat and not is_open and len(short) <= _WIDEST):
        return [short]
    made: list[str] = []
    if isinstance(value, list):
        for one in value:
            first, *others = lines_of(one)
            made += [f"- {first}", *(f"  {line}" for line in others)]
        return made
    for key, one in value.items():
        made += entry_lines(key, one)
    return made


def entry_lines(key: str, value: Plain, *, is_open: bool = False) -> list[str]:
    """Return an entry of a mapping in lines."""
    lines = lines_of(value, is_open=is_open)
    name = _key(key, in_flow=False)
    if not isinstance(value, dict | list) or lines == [flow(value)]:
        return [f"{name}: {lines[0]}"]
    return [f"{name}:", *(f"  {line}" for line in lines)]


def _key(key: str, *, in_flow: bool) -> str:
    return text_of(key, in_flow=in_flow, is_key=True)


def flow_entry(key: str | None, value: Plain) -> str:
    """Return an entry of a list, or with a key of a mapping, as it is written in brackets."""
    return flow(value) if key is None else f"{_key(key, in_flow=True)}: {flow(value)}"
