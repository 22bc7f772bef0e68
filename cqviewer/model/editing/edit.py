"""Edit a sheet's file: an edit replaces single characters, and the result is read back."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec
import yaml

from cqviewer.model.editing.edits import Edit, replacement
from cqviewer.model.editing.meaning import changed
from cqviewer.model.editing.nodes import CannotEdit, read_nodes
from cqviewer.model.editing.splices import UNUSUAL, Splice, splices
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.messages import say
from cqviewer.model.problems import Path, SheetError
from cqviewer.model.reading.yaml_tree import Plain, decode, events, parse_yaml

_MARKS = {BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be", BOM_UTF8: "utf-8"}
"""Byte order marks at the beginning of a file, which it keeps, with the encoding of the rest."""


def edit_file(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return a file with some edits made, one after the other; all other bytes stay the same.

    CannotEdit if the file is no YAML, has no such path, or would not read as intended.
    """

    def edited(text: str) -> str:
        for one in edits:
            expected = changed(parse_yaml(text, "", Limits()).root, one)
            text = _read_back(_spliced(text, splices(text, read_nodes(text), one)), expected)
        return text

    return _rewritten(data, edited)


def replace_texts(data: bytes, texts: Mapping[Path, str]) -> bytes:
    """Return a file with other texts at some paths; one that ends in '?name' is for a key.

    All paths are those before any change. CannotEdit as for `edit_file`.
    """

    def edited(text: str) -> str:
        root, tree = read_nodes(text), parse_yaml(text, "", Limits()).root
        made: list[Splice] = []
        for path in sorted(texts, key=len, reverse=True):  # a key after what lies in it
            one = replacement(path, texts[path])
            tree = changed(tree, one)
            made += splices(text, root, one)
        return _read_back(_spliced(text, made), tree)

    return _rewritten(data, edited)


def _rewritten(data: bytes, edited: Callable[[str], str]) -> bytes:
    """Return a file with its text edited, in its encoding and with its byte order mark."""
    try:
        made = edited(decode(data, "the file"))
    except SheetError as error:
        raise CannotEdit(error.problems[0].message) from None
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return mark + made.encode(encoding)
    return made.encode()


def _spliced(text: str, parts: Iterable[Splice]) -> str:
    """Return a text with parts of it replaced."""
    for start, end, new in sorted(parts, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _read_back(text: str, expected: Plain) -> str:
    """Return an edited text; CannotEdit if it does not read as it should."""
    try:
        read = parse_yaml(text, "", Limits.of_size(max(10_000_000, 2 * len(text)))).root
    except SheetError as error:
        has_lost = "refers to no" in error.problems[0].message
        raise CannotEdit(error.problems[0].message if has_lost else UNUSUAL) from None
    if msgspec.json.encode(read) != msgspec.json.encode(expected):  # their order counts, too
        raise CannotEdit(_repeated(text) or UNUSUAL)
    return text


def _repeated(text: str) -> str:
    """Return the sentence that an alias repeats what an edit changes; '' without an alias."""
    names = [one.anchor for one in events(text) if isinstance(one, yaml.AliasEvent)]
    return say("*{} repeats a part of this; write it out there first", names[0]) if names else ""
