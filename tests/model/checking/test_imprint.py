"""In whose name a sheet is published: a logo that is only a picture, a colour that can be read."""

import struct
import zlib
from pathlib import Path

import msgspec
import pytest

from cqviewer.load import examine_sheet
from cqviewer.model.facts import Sheet
from tests.printing.sheets import MADE_UP

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"{more}>{inside}</svg>'
SHAPES = '<g fill="url(#a)"><path d="M0 0h9v9z"/></g><linearGradient id="a"/>'


def chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def png(width: int = 2, height: int = 2, pixels: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(pixels or height * (b"\0" + width * b"abc"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def examine(folder: Path, keys: str, logo: bytes | None = None) -> tuple[Sheet | None, str]:
    """Read a sheet with more keys, and a logo beside it; give it and what is said of `logo`."""
    if logo is not None:
        (folder / "logo.svg").write_bytes(logo)
    text = MADE_UP.read_text("utf-8").replace("cqviewer: 1\n", f"cqviewer: 1\n{keys}\n", 1)
    examined = examine_sheet(text.encode(), str(folder / "a.yaml"))
    said = [one.sentence() for one in examined.problems if one.severity != "note"]
    return examined.sheet, "\n".join(said)


LOGO = "logo: {file: logo.svg, alt: The arms}"


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("accent: red", "`accent` is no colour (write six hexadecimal digits in quotes"),
        ('accent: "#12345"', "`accent` is no colour (write six hexadecimal digits in quotes"),
        ("logo: {file: ../arms.svg, alt: The arms}", "`file` is no file name (write the name"),
        ("logo: {alt: The arms}", "`logo` has no `file` (add `file:`)"),
    ],
)
def test_what_is_no_colour_and_no_file_is_said_once(
    keys: str, problem: str, tmp_path: Path
) -> None:
    _, said = examine(tmp_path, keys)
    (line,) = said.splitlines()
    assert f": error: {problem}" in line


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), "png"),
        (SVG.format(more="", inside=SHAPES).encode(), "svg"),
        (('<?xml version="1.0"?><!-- b -->' + SVG.format(more="", inside="")).encode(), "svg"),
        (SVG.replace("0 0 9 9", " -1.5,0 0.50,10 ").format(more="", inside="").encode(), "svg"),
    ],
)
def test_a_plain_logo_is_taken(data: bytes, kind: str, tmp_path: Path) -> None:
    sheet, said = examine(tmp_path, LOGO, data)
    assert sheet is not None
    assert said == ""
    logo = sheet.imprint.logo
    assert logo is not None
    assert (logo.kind, logo.data, logo.alt) == (kind, data, "The arms")
    other = msgspec.structs.replace(
        sheet, imprint=msgspec.structs.replace(sheet.imprint, logo=None)
    )
    assert other.content != sheet.content, "what is kept of one is not taken for the other"


@pytest.mark.parametrize(
    ("inside", "why"),
    [
        ("<script>alert(1)</script>", "it holds <script>"),
        ("<foreignObject/>", "it holds <foreignObject>"),
        ('<image href="https://a.example/b.png"/>', "it holds <image>"),
        ("<style>*{}</style>", "it holds <style>"),
        ('<use href="#a"/>', "it holds <use>"),
        ("<text>a</text>", "it holds <text>"),
        ('<g onclick="alert(1)"/>', "<g> refers to something by `onclick`"),
        ('<path style="fill: url(https://a.example)"/>', "<path> refers to something by `style`"),
        ('<g xmlns:x="http://www.w3.org/1999/xlink" x:href="a"/>', "refers to something by `href`"),
        ("<g>" * 2001 + "</g>" * 2001, "more than 2000 elements"),
        ("<g>", "neither a PNG nor an SVG"),
    ],
)
def test_an_svg_that_could_run_or_load_something_is_refused(
    inside: str, why: str, tmp_path: Path
) -> None:
    sheet, said = examine(tmp_path, LOGO, SVG.format(more="", inside=inside).encode())
    assert sheet is not None, "the sheet opens without it"
    assert sheet.imprint.logo is None
    assert "logo.svg is no logo that can be shown" in said
    assert why in said


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "declares a type"),
        (b'<?xml-stylesheet href="a"?><svg/>', "declares a type"),
        (b"<svg/>", "it is no SVG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "it has no viewBox"),
        *(
            (SVG.replace("0 0 9 9", one).format(more="", inside="").encode(), "it has no viewBox")
            for one in ("", "0 0 0 0", "0 0 9 0", "0 0 0.0 9", "0 0 -9 9", "0 0 9", "0 0 nan inf")
        ),
        (b"\xff\xfe<\0s\0", "neither a PNG nor an SVG"),
        (png(2001, 1), "more than 2000 pixels"),
        (png(0, 1), "more than 2000 pixels on a side, or none"),
        (png()[:-30], "it is damaged"),
        (png().replace(b"IDAT", b"IDAX"), "it is damaged"),
        (png(1, 1, bytes(10**6)), "it is damaged"),
        (200_001 * b"a", "larger than 200,000 bytes"),
        (None, "there is no such file"),
    ],
)
def test_what_is_no_picture_is_said(data: bytes | None, why: str, tmp_path: Path) -> None:
    sheet, said = examine(tmp_path, LOGO, data)
    assert sheet is not None
    assert sheet.imprint.logo is None
    assert why in said


def test_a_colour_must_be_readable_on_white(tmp_path: Path) -> None:
    sheet, said = examine(tmp_path, 'accent: "#FFCC00"')
    assert sheet is None
    assert "#FFCC00 is too light for text: its contrast to white is 1.5:1" in said
    assert "choose a darker one" in said
    sheet, said = examine(tmp_path, "accent: red")
    assert sheet is None
    assert "accent" in said
    sheet, said = examine(tmp_path, 'accent: "#7a1f5c"')
    assert sheet is not None
    assert sheet.imprint.accent == "#7a1f5c"
