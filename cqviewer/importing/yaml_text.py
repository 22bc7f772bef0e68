"""Texts, maps and lines as YAML writes them."""

import json
import re
from collections.abc import Iterator, Mapping

from cqviewer.model.reading.yaml_tree import Plain
from cqviewer.model.text import Text

_WIDEST = 100
_PLAIN = re.compile(r"(?!(?:null|Null|NULL)$)[^\W_](?:[\w .’()/%€£$+–-]|,(?= )|'|:(?=\w))*")
"""Texts that need no quotes; a `null` without them would be no text."""
_NUMBER = re.compile(r"-?\d[\d.]*")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]+")


def flow(said: Text | Plain) -> str:
    """Return a text, a list or a map as it may stand within brackets."""
    if isinstance(said, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in said.items()) + "}"
    if isinstance(said, list):
        return "[" + ", ".join(map(flow, said)) + "]"
    text = _UNSEEN.sub(" ", said or "")
    is_plain = _PLAIN.fullmatch(text) or _NUMBER.fullmatch(text)
    return text if is_plain and "," not in text and text == text.strip() else _quoted(text)


def scalar(text: Text) -> str:
    """Return a text as it may stand after a key."""
    if isinstance(text, dict):
        return flow(text)
    text = _UNSEEN.sub(" ", text).strip()
    return text if _PLAIN.fullmatch(text) or _NUMBER.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def lines_of(key: str, said: Mapping[str, str] | list[str], indent: int) -> Iterator[str]:
    """Yield a map or a list under a key: in one line where that fits, else a line for each part.

    What is in a list, and the values of a map, are written as they are.
    """
    begins, ends, before, parts = "[", "]", "- ", said
    if isinstance(said, Mapping):
        begins, ends, before = "{", "}", ""
        parts = [f"{flow(name)}: {value}" for name, value in said.items()]
    margin = " " * indent
    line = f"{margin}{key}: {begins}{', '.join(parts)}{ends}"
    if len(line) <= _WIDEST:
        yield line
        return
    yield f"{margin}{key}:"
    yield from (f"{margin}  {before}{one}" for one in parts)
