"""Random mutations of sheets and of their PDFs, the same for the same seed.

Sheets change in bytes, words, lines and values, and as trees: a part is copied, lost, wrapped,
renamed or replaced, so that the YAML stays sound and what is read of it does not. Or a value is
replaced by an odd one of its own kind, so that the sheet often stays sound too. PDFs change in
bytes, in their words and numbers, and as objects: what is attached, how it is packed and named.
"""

import copy
import io
import random
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pikepdf
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
    *("calls[2023]", "previous(a)", "a.b.c", "report sheet T C2:C4", "true", "size", "year"),
    *("suppressed", "provisional", "[provisional, revised]", "p", "first", "true", "13", "2001/02"),
    *(
        "below 0.25",
        "at least -5",
        "'<'",
        "below",
        "above 1e400",
        "{value: 1, missing: suppressed}",
    ),
)


_FOREIGN: tuple[Any, ...] = (
    *("124991 p", ":", "..", "<0.25", ">95", "10-12", "12 ± 3", "€513", "1.2 million", "3.5亿"),
    *("1:24", "01067", ".5", "1,234", "38.00000000000001", "1.234", "2001/02", "2001/2002"),
    *("2009-10", "FY2024", "2024Q3", "2024-W07", "2024-T2", "2567", "1403", "31.12.2024"),
    *("9999-W52", "9999/00", "0001-W01", "1999/00", "2013/14 to 2015/16", "2024-S1", "bd", "Q"),
    *([], ["break", "break"], {2024: 1}, {"2024": {}}, {"2024": {"low": 1}}, ["provisional", {}]),
    *("CHF million", "€bn", "₹ lakh crore", "Per cent", "서울", "e\u0301", "9 %", "12 bn yuan"),
    *({2023: 5, "2024": {"value": "x"}}, {"items": {"items": {}}}, {"total": True}, ["a", "b"]),
    *({}, [], {"en": "9 %"}, {"en": "x", "zh": []}, [{}], {"<<": "x"}, None, "level", "share"),
)
"""What other offices write, and parts of other kinds."""


def mutated(data: bytes, seed: int) -> bytes:
    """Change a sheet in one to four places; every third one as a tree."""
    chance = random.Random(seed)
    if seed % 3 == 0:
        return _mutated_tree(data, chance)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def mutated_pdf(data: bytes, seed: int) -> bytes:
    """Change a PDF in one to four places; every second one as objects."""
    chance = random.Random(seed)
    if seed % 2:
        return _mutated_objects(data, chance)
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_PDF_CHANGES)(data, chance)
    return data


# Trees


def _mutated_tree(data: bytes, chance: random.Random) -> bytes:
    """Change one to four parts of a sheet's tree, and write it as YAML anew."""
    tree = yaml.load(data, yaml.CBaseLoader)  # noqa: S506 - knows texts, lists and mappings alone
    for _ in range(chance.randint(1, 4)):
        branch, key = chance.choice(list(_places(tree)))
        if isinstance(branch, dict) and key not in branch:
            continue  # it went with an earlier change
        chance.choice(_TREE_CHANGES)(branch, key, tree, chance)
    text = yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=_Dumper)
    return text.encode("utf-8", "surrogatepass")


class _Dumper(yaml.CSafeDumper):
    """Writes a part that stands twice as an alias only sometimes, as PyYAML always does."""

    def ignore_aliases(self, data: object) -> bool:
        """Write short parts out."""
        return isinstance(data, str) or len(str(data)) < 200


def _places(branch: Any) -> "list[tuple[Any, Any]]":  # noqa: ANN401 - a tree of YAML
    """List every place in a tree: what it lies in, and its key or index there."""
    found: list[tuple[Any, Any]] = []
    waiting, seen = [branch], set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen or not isinstance(one, (dict, list)):
            continue
        seen.add(id(one))
        keys = list(one) if isinstance(one, dict) else range(len(one))
        found += [(one, key) for key in keys]
        waiting += [one[key] for key in keys]
    return found


def _lose(branch: Any, key: Any, _tree: Any, _chance: random.Random) -> None:  # noqa: ANN401
    del branch[key]


def _replace(branch: Any, key: Any, _tree: Any, chance: random.Random) -> None:  # noqa: ANN401
    branch[key] = copy.deepcopy(chance.choice((*_NASTY, *_FOREIGN)))


def _copy(branch: Any, key: Any, tree: Any, chance: random.Random) -> None:  # noqa: ANN401
    """Put a part where another one is; into itself it comes as text, for no tree is endless."""
    other, name = chance.choice(_places(tree))
    part = branch[key]
    inside = {id(one) for one, _ in _places(part)} | {id(part)}
    other[name] = str(part) if id(other) in inside else part


def _wrap(branch: Any, key: Any, _tree: Any, chance: random.Random) -> None:  # noqa: ANN401
    part = branch[key]
    branch[key] = chance.choice([[part], {"en": part}, {"zh": part, "en": ""}, [part, part]])


def _rename(branch: Any, key: Any, tree: Any, chance: random.Random) -> None:  # noqa: ANN401
    """Rename the key of a part to that of another one."""
    names = [name for one, name in _places(tree) if isinstance(one, dict)]
    if isinstance(branch, dict):
        branch[chance.choice(names)] = branch.pop(key)


def _shuffle(branch: Any, _key: Any, _tree: Any, chance: random.Random) -> None:  # noqa: ANN401
    """Put all parts of a list or mapping into another order."""
    if isinstance(branch, list):
        chance.shuffle(branch)
        return
    parts = list(branch.items())
    chance.shuffle(parts)
    branch.clear()
    branch.update(parts)


_TREE_CHANGES = (_lose, _replace, _replace, _copy, _wrap, _rename, _shuffle)


# Values of their own kind


_LETTERS = (
    *("重庆市对外贸易", "رحلات الحافلات", "दिल्ली मेट्रो", "กรุงเทพ"),
    *("서울", "𠮷野家", "e\u0301u\u0308", "🚌 trips", "fi ﬂ", "a\u200bb", "x\u00ady", "a\u202eb"),
    *("$x^2$ #let *b* _c_", "<b> & </b>"),
)
_TEXTS: tuple[str, ...] = (
    *(*_LETTERS, "x" * 300, "word " * 200, "字" * 400, "a/b-" * 80, "9 %", "0.0000001 mm", "-"),
    *("line one\nline two", "tab\there", "trailing  spaces  ", "http://a.b/" + "c" * 200, "1", "%"),
)
_VALUES: dict[str, tuple[Any, ...]] = {
    "value": (
        *("0", "-0.0", "0.000000000001", "-0.3", "1e-9", "1e18", "999999999999999999", "-5"),
        *("0.1234567890123", "99.95", "100.0", "1000", "12345.678", "-99999.99", "7", "3.10"),
    ),
    "period": (
        *("2023", "2024", "2024-01", "2024-Q3", "2024-12-23", "2024-01/2024-11", "2020/2024"),
        *("not stated", "1850", "2024-H1", "2019-06/2024-07", "2024-02-29", "2024-Q1/2024-Q3"),
    ),
    "unit": (
        *("%", "bn yuan", "US$ million", "mm", "jobs", "t/km²", "€", "EUR bn", "亿元", "万人"),
        *("per 1,000 people", "µg/m³", "°C", "kWh", "₹ lakh crore", "x" * 80),
        {"en": "mm", "zh": "毫米"},
    ),
    "measure": ("level", "count", "growth", "share", "index"),
    "prices": ("real", "nominal"),
    "kind": ("bars", "slope", "units", "line", "columns", "goals"),
    "width": ("full", "wide", "half", "narrow"),
    "medium": ("both", "screen"),
    "per": ("1", "0.001", "7", "1000000"),
    "digits": ("0", "1", "6", "12"),
    "year": ("1000", "2023", "9999"),
    "date": ("2024-02-29", "1000-01-01", "9999-12-31"),
    **dict.fromkeys(("title", "name", "short", "brief", "lead", "note", "text", "label"), _TEXTS),
    **dict.fromkeys(("subtitle", "about", "assuming", "square", "place", "publisher"), _TEXTS),
    **dict.fromkeys(("en", "zh"), _TEXTS),
}
"""Values that may well stand under a key."""


def varied(data: bytes, seed: int) -> bytes:
    """Change one to six values of a sheet within their kind, or drop or double a part."""
    chance = random.Random(seed)
    tree = yaml.load(data, yaml.CBaseLoader)  # noqa: S506 - knows texts, lists and mappings alone
    for _ in range(chance.randint(1, 6)):
        places = _places(tree)
        known = [(branch, key) for branch, key in places if key in _VALUES]
        items = [(branch, key) for branch, key in places if isinstance(branch, list)]
        if items and chance.random() < 0.15:
            branch, key = chance.choice(items)
            branch[key : key + 1] = [branch[key]] * chance.choice((0, 2))
        elif known:
            branch, key = chance.choice(known)
            branch[key] = copy.deepcopy(chance.choice(_VALUES[key]))
    text = yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=_Dumper)
    return text.encode("utf-8", "surrogatepass")


# PDFs


def _mutated_objects(data: bytes, chance: random.Random) -> bytes:
    """Change one to three objects of a PDF, and write it anew."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _ in range(chance.randint(1, 3)):
            with suppress(
                KeyError, ValueError, TypeError, AttributeError
            ):  # pikepdf refuses some changes
                _change_object(pdf, chance)
        written = io.BytesIO()
        modes = pikepdf.ObjectStreamMode
        mode = chance.choice([modes.disable, modes.generate, modes.preserve])
        try:
            pdf.save(written, object_stream_mode=mode, compress_streams=chance.random() < 0.5)
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError):
            return _pdf_word(data, chance)  # qpdf cannot write what it has become
        return written.getvalue()


def _change_object(pdf: pikepdf.Pdf, chance: random.Random) -> None:
    """Change something of an attached file, or anything of any other object."""
    specs = [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and str(one.get("/Type", "")) == "/Filespec"
    ]
    target = chance.choice(list(pdf.objects) if chance.random() < 0.3 or not specs else specs)
    if target in specs and chance.random() < 0.5 and "/EF" in target:
        target = chance.choice([target.EF, *target.EF.values()])
    value = chance.choice(_PDF_VALUES)
    if isinstance(target, pikepdf.Stream) and chance.random() < 0.4:
        packed = chance.choice([b"", b"x", zlib.compress(b"cqviewer: 1"), bytes(99)])
        target.write(packed, filter=chance.choice(_FILTERS))
    elif isinstance(target, (pikepdf.Dictionary, pikepdf.Stream)) and list(target.keys()):
        key = chance.choice([*target.keys(), "/EF", "/UF", "/F", "/Subtype", "/Names", "/Kids"])
        if chance.random() < 0.3 and key in target:
            del target[key]
        elif key != "/Length":
            target[key] = pdf.Root if value is None else value
    elif isinstance(target, pikepdf.Array) and len(target):
        target[chance.randrange(len(target))] = pdf.Root if value is None else value
    if chance.random() < 0.1:
        name = chance.choice(["second.yaml", "a\x1b[31m.yml", "\u202e.YAML", "notes.txt", "/"])
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, b"cqviewer: 1\n")


_PDF_VALUES: tuple[Any, ...] = (
    *(None, 0, -1, 2**31 - 1, True, "", "a\x1b[31m\nb", "x" * 5000),
    *(pikepdf.Name("/Source"), pikepdf.Name("/#1b"), pikepdf.Array(), pikepdf.Dictionary()),
    *(pikepdf.Name("/application/yaml"), pikepdf.String("sheet.yaml"), pikepdf.Array([1, 2])),
)
_FILTERS = (
    *(None, pikepdf.Name("/FlateDecode"), pikepdf.Name("/LZWDecode"), pikepdf.Name("/Odd#1b")),
    pikepdf.Array([pikepdf.Name("/FlateDecode")] * 2),
)


def _pdf_word(data: bytes, chance: random.Random) -> bytes:
    """Replace a name, a number or a keyword of a PDF by another of its words."""
    places = [match.span() for match in re.finditer(rb"/[A-Z]\w+|\b\d+\b|\b[a-z]{3,9}\b", data)]
    start, end = chance.choice(places)
    other, last = chance.choice(places)
    return data[:start] + data[other:last] + data[end:]


def _pdf_number(data: bytes, chance: random.Random) -> bytes:
    """Change a number, of the last thousand bytes often: offsets and sizes of tables."""
    places = [match.span() for match in re.finditer(rb"\b\d+\b", data)]
    start, end = chance.choice(places[-12:] if chance.random() < 0.5 else places)
    new = chance.choice([b"0", b"-1", b"1", b"99999999999", b"4294967296", b"7 0 R", b"1 0 R"])
    return data[:start] + new + data[end:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    """Lose the end, the beginning, or something between."""
    at, other = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    return chance.choice([data[:at], data[at:], data[:at] + data[other:], data + data[at:other]])


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


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_byte, _value, _value, _value, _word, _letter, _letter, _line, _line, _number),
)
_PDF_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_byte, _byte, _pdf_word, _pdf_word, _pdf_number, _pdf_number, _pdf_number, _cut),
)
