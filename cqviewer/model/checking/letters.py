"""Letters that the bundled fonts lack, which are printed as their code points."""

import functools
import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml

from cqviewer.model.fonts import extra_fonts, read_font
from cqviewer.model.messages import say
from cqviewer.model.problems import MOST_PLACES, Place, Problem
from cqviewer.model.reading.yaml_tree import LINE_END, walk
from cqviewer.paths import resources_folder

_LATIN = "\N{LATIN SMALL LETTER Y WITH STROKE}"
"""The last of the Latin letters that Noto Sans has all of."""
_MOST_NAMED = 8


def check_letters(text: str, file: str) -> list[Problem]:
    """Return a warning of the letters in a sheet's texts that no bundled font has, if any.

    Comments and keys are not read, and invisible characters are not counted.
    """
    unusual = {one for one in set(text) if one > _LATIN}
    if "\\u" in text or "\\U" in text:  # escapes, which text in double quotes may have
        unusual.update(one for event, _ in _scalars(text) for one in event.value if one > _LATIN)
    if not unusual:
        return []
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
    """Yield the values that have some of the letters: where the first is, and all of them."""
    lines = LINE_END.split(text)
    for event, is_key in _scalars(text):
        value = unicodedata.normalize("NFC", event.value)
        found = [one for one in dict.fromkeys(value) if one in letters]
        if found and not is_key:
            yield _first(letters, lines, event), found


def _first(letters: set[str], lines: list[str], event: Any) -> Place:  # noqa: ANN401 - PyYAML has no types
    """Return line and column of the first of some letters in a value.

    If that is written as an escape, return those of the value.
    """
    start, end = event.start_mark, event.end_mark
    for number in range(start.line, min(end.line + 1, len(lines))):
        first = start.column if number == start.line else 0
        for column, letter in enumerate(lines[number][first:], first):
            if letter in letters:
                return number + 1, column + 1
    return start.line + 1, start.column + 1


def _scalars(text: str) -> Iterator[tuple[Any, bool]]:
    """Yield each scalar of a YAML text, and whether it is a key."""
    for path, event in walk(text):
        if isinstance(event, yaml.ScalarEvent):
            yield event, str(path[-1] if path else "").startswith("?")


@functools.cache
def _letters() -> frozenset[str]:
    """Return the characters that one of the bundled fonts has."""
    files = sorted((resources_folder() / "fonts").glob("*-Regular.ttf"))
    fonts = (read_font(str(file)) for file in files)
    return frozenset(chr(code) for font in fonts if font for code in font.letters)
