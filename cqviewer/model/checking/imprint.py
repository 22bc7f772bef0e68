"""The publisher's logo and colour: a file beside the sheet that holds nothing but a picture."""

import re
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, fromstring

from cqviewer.model.checking.contrast import LEAST, contrast
from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.imprint import Logo
from cqviewer.model.messages import say
from cqviewer.model.problems import Findings, SheetError
from cqviewer.model.reading.format import LogoEntry

LIMITS = Limits(file_bytes=200_000, values=2000)
LOGO_FILES = ("logo.png", "logo.svg")
"""What a logo is called where it comes with a sheet in one file, by its kind."""
MOST_PIXELS = 2000
"""Pixels that a PNG may have on either side."""
_PNG = b"\x89PNG\r\n\x1a\n"
_SHAPE = re.compile(
    "svg|g|path|rect|circle|ellipse|line|polyline|polygon|defs|title|desc|metadata"
    "|linearGradient|radialGradient|stop|clipPath"
)
_BOX = re.compile(r"\s*(-?[0-9.]+[\s,]+){2}(?=[0-9.]*[1-9])[0-9.]+[\s,]+(?=[0-9.]*[1-9])[0-9.]+\s*")
_OUTSIDE = re.compile(r"url\((?!#)|@|javascript:|expression\(", re.IGNORECASE)
_DECLARED = re.compile(r"<!(?!--)|<\?(?!xml )")
"""What declares a type, entities, CDATA or a style sheet, none of which a picture needs."""
_PATH = ("logo", "file")


def read_logo(
    entry: LogoEntry | None,
    folder: Path,
    findings: Findings,
    beside: Mapping[str, bytes] | None = None,
) -> Logo | None:
    """Return the logo that a sheet names, in a folder or as it came with the sheet.

    What is wrong with it is a warning.
    """
    if entry is None or findings.has(_PATH):
        return None
    given = [one for name, one in (beside or {}).items() if name in LOGO_FILES]
    try:
        data = given[0] if given else read_file(folder / entry.file, LIMITS)
    except SheetError as error:
        findings.add(_PATH, say("{}: {}", entry.file, error.problems[0].message), "", "warning")
        return None
    is_png = data.startswith(_PNG)
    fault = _fault_of_png(data) if is_png else _fault_of_svg(data)
    if fault:
        hint = say("save it as a PNG, or as an SVG of plain shapes")
        findings.add(
            _PATH, say("{} is no logo that can be shown: {}", entry.file, fault), hint, "warning"
        )
        return None
    return Logo(kind="png" if is_png else "svg", data=data, alt=entry.alt)


def check_accent(accent: str | None, findings: Findings) -> None:
    """Find a colour that is too light for text on white, by the contrast of WCAG 2."""
    if accent and (found := contrast(accent, "#FFFFFF")) < LEAST:
        message = say("{} is too light for text: its contrast to white is {:.1f}:1", accent, found)
        findings.add(("accent",), message, say("choose a darker one, with {}:1 or more", LEAST))


def _fault_of_png(data: bytes) -> str:
    """Return what is wrong with a PNG: its size, its checksums or its pixels."""
    at, pixels, size = len(_PNG), b"", (0, 0)
    try:
        while data[at + 4 : at + 8] != b"IEND":
            (length,) = struct.unpack_from(">I", data, at)
            kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
            (check,) = struct.unpack_from(">I", data, at + 8 + length)
            if zlib.crc32(kind + content) != check:
                return say("it is damaged")
            if kind == b"IHDR":
                size = struct.unpack_from(">II", content)
            elif kind == b"IDAT":
                pixels += content
            at += 12 + length
        if not all(1 <= one <= MOST_PIXELS for one in size):
            return say("it has more than {} pixels on a side, or none", MOST_PIXELS)
        most = size[1] * (size[0] * 8 + 8) + 1
        unpacked = zlib.decompressobj().decompress(pixels, most)
    except (struct.error, zlib.error):
        return say("it is damaged")
    return "" if 0 < len(unpacked) < most else say("it is damaged")


def _fault_of_svg(data: bytes) -> str:
    """Return what in an SVG is no plain shape, or reaches outside of it."""
    try:
        text = data.decode("utf-8-sig")
        if _DECLARED.search(text):
            return say("it declares a type, entities or a style")
        root = fromstring(text)
    except (UnicodeDecodeError, ParseError, ValueError):
        return say("it is neither a PNG nor an SVG in UTF-8")
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return say("it is no SVG")
    if not _BOX.fullmatch(root.get("viewBox", "")):
        return say("it has no viewBox with a width and a height")
    every = list(root.iter())
    if len(every) > LIMITS.values:
        return say("it has more than {} elements", LIMITS.values)
    return next((fault for one in every if (fault := _fault_of(one))), "")


def _fault_of(element: Element) -> str:
    name = element.tag.rpartition("}")[2]
    if not _SHAPE.fullmatch(name):
        return say("it holds <{}>", name[:30])
    for key, value in element.attrib.items():
        bare = key.rpartition("}")[2].lower()
        if bare.startswith("on") or bare in ("href", "src", "base") or _OUTSIDE.search(value):
            return say("<{}> refers to something by `{}`", name, bare[:30])
    return ""
