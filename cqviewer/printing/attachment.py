"""Opening sheets: from YAML, or from a PDF or HTML page that carries the YAML it was made from."""

import base64
import contextlib
import html
import json
import re
from pathlib import Path

from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import Limits, open_file, read_file, unreadable
from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.own_phrases import FILE
from cqviewer.model.reading.yaml_tree import Plain, decode, parse_yaml
from cqviewer.printing.options import Attached, carrier_limits, check_sheet_size
from cqviewer.processes import Processes, limit_this_process

_MARK = b"%PDF-"
_BEGINNING = 100
"""Bytes at a file's beginning that are read to know its kind."""
PAGE_MARK, PAGE_TYPE = "fact-sheet-yaml", "application/yaml"
"""The id of the link in an HTML page that holds the sheet, and the type of what it holds."""
TYPES = {"yaml": PAGE_TYPE, ".png": "image/png", ".svg": "image/svg+xml"}
"""The media types of files that come with a sheet, by the last four characters of their names."""
_PAGE = re.compile(rb"\s*<!doctype html", re.IGNORECASE)
BESIDE_MARK = "fact-sheet-beside-"
"""The beginning of the ids of links in a page that hold what comes with its sheet."""
_LINK = '<a id="{id}" download="([^"]{{1,200}})" href="data:{type};base64,([^"]*)"'
_IN_PAGE = re.compile(_LINK.format(id=PAGE_MARK, type=PAGE_TYPE).encode())
_BESIDE = re.compile(_LINK.format(id=BESIDE_MARK + "[0-9]+", type="[a-z/+]+").encode())
_BESIDE_KEYS = ("phrases", "logo")
_FILE_NAME = re.compile(r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]{0,99}")
"""A name of a file in the sheet's own folder, which is not hidden."""
_MOST_MEMORY = 600_000_000
_MOST_SECONDS = 5
"""Bytes and seconds of a processor that reading a PDF may take."""


def open_sheet(path: Path, limits: Limits | None = None) -> Sheet:
    """Return the sheet in a YAML file, or in what cqviewer made from one; SheetError if it is bad.

    Lines and columns in the error are those of the YAML, also of a PDF or an HTML page.
    """
    limits = limits or Limits()
    if not is_made(path):
        return read_sheet(read_file(path, limits), str(path), limits)
    attached = find_attached(path, limits)
    return read_sheet(attached.data, str(path / attached.name), limits, attached.beside)


def beside(sheet: Sheet) -> dict[str, bytes]:
    """Return the files that a PDF or a page carries with a sheet, so that it looks the same again.

    These are its logo and those of its phrases that stand in files. The sources that it cites and
    its previous edition are documents of their own, and not carried.
    """
    files = {
        FILE.format(language=language): json.dumps(
            phrases, ensure_ascii=False, indent=0, sort_keys=True
        ).encode()  # which is YAML too
        for language, phrases in sheet.phrases.items()
        if phrases
    }
    if logo := sheet.imprint.logo:
        files[f"logo.{logo.kind}"] = logo.data
    return files


def extract_yaml(path: Path) -> bytes:
    """Return the YAML in a PDF or HTML page, byte for byte; SheetError if there is none."""
    return find_attached(path, Limits()).data


def extract(path: Path) -> tuple[bytes, dict[str, bytes]]:
    """Return the YAML in a PDF or HTML page, byte for byte, and the files carried with it by name.

    The names are those that the sheet uses. SheetError if there is no sheet.
    """
    limits = Limits()
    found = find_attached(path, limits)
    said: Plain = None
    with contextlib.suppress(SheetError):  # the YAML is returned whatever is wrong with it
        said = parse_yaml(decode(found.data, found.name), found.name, limits).root
    said = said if isinstance(said, dict) else {}
    phrases, logo = (one if isinstance(one := said.get(key), dict) else {} for key in _BESIDE_KEYS)
    wanted = {FILE.format(language=language): name for language, name in phrases.items()}
    wanted |= {one: logo.get("file") for one in found.beside if one.startswith("logo.")}
    files = {
        name: found.beside[one]
        for one, name in wanted.items()
        if one in found.beside and isinstance(name, str) and _FILE_NAME.fullmatch(name)
    }
    return found.data, files


def is_pdf(path: Path) -> bool:
    """Return whether a file begins as a PDF; SheetError if there is no file to be read."""
    return _beginning(path).startswith(_MARK)


def is_made(path: Path) -> bool:
    """Return whether a file begins as a PDF or an HTML page; SheetError as above."""
    beginning = _beginning(path)
    return beginning.startswith(_MARK) or _PAGE.match(beginning) is not None


def _beginning(path: Path) -> bytes:
    with open_file(path) as file:
        try:
            return file.read(_BEGINNING)
        except OSError as error:
            raise unreadable(path, error) from None


def find_attached(path: Path, limits: Limits) -> Attached:
    """Return the sheet that a PDF or an HTML page carries; SheetError if there is none."""
    if _PAGE.match(_beginning(path)):
        return _in_page(path, limits)
    return _in_pdf(path, limits)


def _in_page(path: Path, limits: Limits) -> Attached:
    """Return the sheet in a page, which is found without the page being parsed."""
    page = read_file(path, carrier_limits(limits))
    found = _IN_PAGE.findall(page)
    if len(found) != 1:
        message = say("this page carries {} fact sheets", len(found))
        if not found:
            message = say("this page carries no fact sheet")
        raise SheetError.of(path, message, say("name a page that cqviewer exported"))
    name, encoded = found[0]
    try:
        data = base64.b64decode(encoded, validate=True)
        others = {key.decode(): base64.b64decode(one) for key, one in _BESIDE.findall(page)}
    except ValueError:
        raise SheetError.of(path, say("the sheet in this page is damaged")) from None
    check_sheet_size(path, len(data), limits)
    own = Path(html.unescape(name.decode("utf-8", "replace"))).name
    return Attached(own, data, "", "", others)


def _in_pdf(path: Path, limits: Limits) -> Attached:
    """Return the sheet that a PDF carries.

    A process of its own reads it, with limits of memory and time: a PDF can ask for much in so many
    ways that qpdf's own limits do not cover them all.
    """
    if not is_pdf(path):
        hint = say("name a PDF or an HTML page that cqviewer made")
        raise SheetError.of(path, say("this is neither a PDF nor an HTML page"), hint)
    with Processes(1) as beside:
        try:
            return beside.submit(_search, path, limits).result()
        except ChildProcessError:
            reason = say("this PDF takes too much time or memory to be read")
            hint = say("only a PDF that cqviewer printed is sure to open")
            raise SheetError.of(path, reason, hint) from None


def _search(path: Path, limits: Limits) -> Attached:
    """Search a PDF in a process whose memory and time this function limits first."""
    from cqviewer.printing.attached import search  # pikepdf, which only this process needs

    limit_this_process(_MOST_MEMORY, _MOST_SECONDS)
    return search(path, limits)
