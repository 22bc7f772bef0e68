"""Letters that the bundled fonts lack, which are printed as their code points."""

import functools
import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from cqviewer.model.fonts import extra_fonts
from cqviewer.model.messages import say
from cqviewer.model.problems import MOST_PLACES, Place, Problem
from cqviewer.model.reading.yaml_tree import LINE_END, events
from cqviewer.paths import resources_folder

_LATIN = "\N{LATIN SMALL LETTER Y WITH STROKE}"
"""The last of the Latin letters that Noto Sans has all of."""
_MOST_NAMED = 8


def check_letters(text: str, file: str) -> list[Problem]:
    """Return a warning of the letters in a sheet's texts that no bundled font has, if any.

    Comments and keys are not read; what has no look of its own is no letter.
    """
    unusual = {one for one in set(text) if one > _LATIN}
    if "\\u" in text or "\\U" in text:  # escapes, which text in double quotes may have
        unusual.update(one for event, _ in _scalars(text) for one in event.value if one > _LATIN)
    lacking = {one for one in unusual - _letters() if not _is_invisible(one)}
    lacking.difference_update(*({chr(code) for code in one.letters} for one in extra_fonts()))
    if not lacking:
        return []
    found: dict[str, None] = {}
    places: list[Place] = []
    count = 0
    for place, letters in _texts_with(lacking, text):
        found.update(dict.fromkeys(letters))
        places += [place] if len(places) < MOST_PLACES else []
        count += 1
    if not places:
        return []
    (line, column), *also = places
    named = " ".join([*list(found)[:_MOST_NAMED], *(["…"] if len(found) > _MOST_NAMED else [])])
    code = f"[U+{ord(next(iter(found))):04X}]"
    return [
        Problem(
            severity="warning",
            message=say("no font has {}; it is printed as its code point: {}", named, code),
            help=say(
                "name a folder of fonts that have it: --fonts FOLDER, or `fonts` beside the sheet"
            ),
            file=file,
            line=line,
            column=column,
            count=count,
            also=tuple(also),
        )
    ]


def _is_invisible(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs") or "\ufe00" <= letter <= "\ufe0f"


def _texts_with(letters: set[str], text: str) -> Iterator[tuple[Place, list[str]]]:
    """Yield the place of the first of some letters in each value, with those that are in it."""
    lines = LINE_END.split(text)
    for event, is_key in _scalars(text):
        value = unicodedata.normalize("NFC", event.value)
        found = [one for one in dict.fromkeys(value) if one in letters]
        if found and not is_key:
            yield _first(letters, lines, event), found


def _first(letters: set[str], lines: list[str], event: Any) -> Place:  # noqa: ANN401
    """Return line and column of the first of some letters in a value; its own if it is escaped."""
    start, end = event.start_mark, event.end_mark
    for number in range(start.line, min(end.line + 1, len(lines))):
        first = start.column if number == start.line else 0
        for column, letter in enumerate(lines[number][first:], first):
            if letter in letters:
                return number + 1, column + 1
    return start.line + 1, start.column + 1


def _scalars(text: str) -> Iterator[tuple[Any, bool]]:
    """Yield each scalar of a YAML text, and whether it is a key."""
    stack: list[bool | None] = []  # of each container: whether a key comes next; None for a list
    for event in events(text):
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            is_key = bool(stack and stack[-1])
            if isinstance(event, yaml.ScalarEvent):
                yield event, is_key
            if stack and stack[-1] is not None:
                stack[-1] = not is_key
            if isinstance(event, yaml.MappingStartEvent):
                stack.append(True)
            elif isinstance(event, yaml.SequenceStartEvent):
                stack.append(None)


# What the fonts have, as their tables say: https://learn.microsoft.com/typography/opentype/spec/cmap


@functools.cache
def _letters() -> frozenset[str]:
    """Return the characters that one of the bundled fonts has."""
    files = sorted((resources_folder() / "fonts").glob("*-Regular.ttf"))
    return frozenset(chr(code) for file in files for code in _code_points(file))


def _code_points(file: Path) -> Iterator[int]:
    """Yield the code points of a font's table 'cmap'."""
    data = file.read_bytes()
    number = struct.unpack_from(">H", data, 4)[0]
    tables = {
        tag: offset
        for tag, _, offset, _ in struct.iter_unpack(">4sLLL", data[12 : 12 + 16 * number])
    }
    table = tables[b"cmap"]
    for at in range(struct.unpack_from(">H", data, table + 2)[0]):
        start = table + struct.unpack_from(">L", data, table + 8 + 8 * at)[0]
        kind = struct.unpack_from(">H", data, start)[0]
        if kind == 12:
            groups = struct.unpack_from(">L", data, start + 12)[0]
            for first, last, _ in struct.iter_unpack(">LLL", data[start + 16 :][: 12 * groups]):
                yield from range(first, last + 1)
        elif kind == 4:
            yield from _segments(data, start)


def _segments(data: bytes, start: int) -> Iterator[int]:
    """Yield the code points of a subtable of format 4 that lead to a glyph."""
    size = struct.unpack_from(">H", data, start + 6)[0]
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{size // 2}H", data, start + 14 + part * size + 2 * (part > 0))
        for part in range(4)
    )
    for at, (first, last, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        place = start + 16 + 3 * size + 2 * at + offset
        for code in range(first, last + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", data, place + 2 * (code - first))[0]
                if not glyph:
                    continue
            if (glyph + delta) & 0xFFFF:
                yield code
