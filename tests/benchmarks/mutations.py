"""Random mutations of sheets, the same for the same seed: of bytes, words, lines and values."""

import copy
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

_NASTY = (
    *(
        "",
        "~",
        "[]",
        "{}",
        "[x]",
        "{a: b}",
        "''",
        '"',
        "not stated",
        "Not stated",
        "0",
        "-1",
        "1e400",
    ),
    *(".inf", ".nan", "0x1F", "007", "9" * 60, "1:30", "yes", "no", "2024", "2024-13", "2024-Q5"),
    *("2024-11/2024-01", "0000-00-00", "9999-12", "US$ zillion", "%", "goals.named", "goals"),
    *("!!python/object:x", "!include x", "&a x", "*a", "<<", "|", ">", "- x", "? x", "@x", "`x`"),
    *(
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ud7ff",
        "\U0001f68c",
        "重庆",
        "رحلات",
        "x" * 6000,
        "\t",
        "\x00",
    ),
    *("$x^2$", "#set text(red)", "<b>x</b>", "{{x}}", "%s", "{0}", "\\n", "../../etc/passwd"),
    *("report par. 99", "report p. x", "nothing par. 1", "javascript:x", "a / 0", "a + a", "((("),
    *("bars", "slope", "units", "line", "columns", "growth", "level", "count", "share", "index"),
)


_FOREIGN: tuple[Any, ...] = (
    *("124991 p", ":", "..", "<0.25", ">95", "10-12", "12 ± 3", "€513", "1.2 million", "3.5亿"),
    *("1:24", "01067", ".5", "1,234", "38.00000000000001", "1.234", "2001/02", "2001/2002"),
    *("2009-10", "FY2024", "2024Q3", "2024-W07", "2024-T2", "2567", "1403", "31.12.2024"),
    *("CHF million", "€bn", "₹ lakh crore", "Per cent", "서울", "e\u0301", "9 %", "12 bn yuan"),
    *({}, [], {"en": "9 %"}, {"en": "x", "zh": []}, [{}], {"<<": "x"}, None, "level", "share"),
)
"""What other offices write, and parts of other kinds."""


def mutated(data: bytes, seed: int) -> bytes:
    """Change a file in one to four places."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def _byte(data: bytes, chance: random.Random) -> bytes:
    """Change, drop or add a byte."""
    at = chance.randrange(len(data) + 1)
    new = bytes([chance.randrange(256)]) if chance.random() < 0.7 else b""
    return data[:at] + new + data[at + chance.randint(0, 1) :]


def _value(data: bytes, chance: random.Random) -> bytes:
    """Write something nasty after a key."""
    places = [match.span(1) for match in re.finditer(rb": ([^,{}\[\]\n]+)", data)]
    return _put(data, places, chance)


def _word(data: bytes, chance: random.Random) -> bytes:
    """Write something nasty instead of a word."""
    return _put(data, [match.span() for match in re.finditer(rb"[\w.]+", data)], chance)


def _put(data: bytes, places: list[tuple[int, int]], chance: random.Random) -> bytes:
    if not places:
        return data
    start, end = chance.choice(places)
    nasty = chance.choice(_NASTY).encode("utf-8", "surrogatepass")
    return data[:start] + nasty + data[end:]


def _letter(data: bytes, chance: random.Random) -> bytes:
    """Mistype a word: drop a letter or change two."""
    places = [match.span() for match in re.finditer(rb"[a-z_]{3,}", data)]
    if not places:
        return data
    start, end = chance.choice(places)
    at = chance.randrange(start, end - 1)
    swapped = data[at + 1 : at + 2] + data[at : at + 1]
    return data[:at] + chance.choice([b"", swapped, data[at : at + 1] * 2]) + data[at + 2 :]


def _line(data: bytes, chance: random.Random) -> bytes:
    """Drop, double, swap or indent a line."""
    lines = data.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = b" " * chance.randint(1, 3) + lines[at]
    return b"\n".join(lines)


def _number(data: bytes, chance: random.Random) -> bytes:
    """Change a number."""
    places = [match.span() for match in re.finditer(rb"\d[\d.]*", data)]
    if not places:
        return data
    start, end = chance.choice(places)
    new = chance.choice([str(chance.randrange(-(10**6), 10**6)), f"{chance.random():.3f}", "1e29"])
    return data[:start] + new.encode() + data[end:]


def _node(data: bytes, chance: random.Random) -> bytes:
    """Replace, drop, double or move a part of the sheet, whatever it is, and write it anew."""
    try:
        root = yaml.load(data, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return data
    places = list(_places(root)) if isinstance(root, list | dict) else []
    if not places:
        return data
    (holder, key), (other, its) = chance.choice(places), chance.choice(places)
    match chance.randrange(5):
        case 0:
            del holder[key]
        case 1:
            holder[key] = copy.deepcopy(other[its])
        case 2:
            holder[key] = [holder[key]]
        case 3 if isinstance(holder, dict):
            holder[str(its)] = holder[key]
        case _:
            holder[key] = chance.choice(_FOREIGN)
    text = yaml.dump(root, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return str(text).encode(errors="replace")


def _places(node: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Yield each part of a tree as what holds it and its key or place there."""
    for key in range(len(node)) if isinstance(node, list) else list(node):
        yield node, key
        if isinstance(node[key], list | dict):
            yield from _places(node[key])


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_node, _node, _byte, _value, _value, _value, _word, _letter, _letter, _line, _line, _number),
)
