"""Opening sheets: from YAML, or from a PDF that carries the YAML it was printed from."""

import io
import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from cqviewer.load import read_sheet
from cqviewer.model.facts import Sheet
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.reading.plain_file import open_file, read_file, unreadable
from cqviewer.model.reading.yaml_tree import Limits
from cqviewer.printing.options import OPTIONS_KEY
from cqviewer.printing.processes import Processes

if TYPE_CHECKING:
    import pikepdf

_MARK = b"%PDF-"
_TYPE = "/application/yaml"
_SUFFIXES = (".yaml", ".yml")
_LONGEST_NAME = 100
_PDF_SHARE = 8
"""How many times larger than a sheet a PDF that carries one may be, for its fonts and charts."""

_MOST_MEMORY = 600_000_000
_MOST_SECONDS = 5
"""Bytes and seconds of a processor that reading a PDF may take."""

_MOST_UNPACKED = 64_000_000
"""Bytes that a compressed part of a PDF other than its sheet may have."""


class Attached(msgspec.Struct, frozen=True):
    """A sheet that a PDF carries, and the program and options that it was printed with, or ''."""

    name: str
    data: bytes
    program: str
    options: str


def open_sheet(path: Path, limits: Limits | None = None) -> Sheet:
    """Return the sheet in a YAML file or in a PDF that cqviewer printed; SheetError if it is bad.

    Lines and columns are those of the YAML, attached or not.
    """
    limits = limits or Limits()
    if not is_pdf(path):
        return read_sheet(read_file(path, limits), str(path), limits)
    attached = find_attached(path, limits)
    return read_sheet(attached.data, str(path / attached.name), limits)


def extract_yaml(path: Path, limits: Limits | None = None) -> bytes:
    """Return the YAML attached to a PDF, byte for byte; SheetError if there is none."""
    return find_attached(path, limits or Limits()).data


def is_pdf(path: Path) -> bool:
    """Return whether a file begins as a PDF; SheetError if there is no file to be read."""
    with open_file(path) as file:
        try:
            return file.read(len(_MARK)) == _MARK
        except OSError as error:
            raise unreadable(path, error) from None


def find_attached(path: Path, limits: Limits) -> Attached:
    """Return the sheet that a PDF carries; SheetError if there is none.

    It is read in a process of its own, which ends where that takes too much: a PDF can ask for
    more in so many ways that qpdf's own limits do not cover them all.
    """
    if not is_pdf(path):
        raise _error(path, "this is no PDF", "name a PDF that cqviewer printed")
    with Processes(1) as beside:
        try:
            found = beside.submit(_search, path, limits).result()
        except ChildProcessError:
            reason = "this PDF takes too much time or memory to be read"
            raise _error(path, reason, "only a PDF that cqviewer printed is sure to open") from None
    if isinstance(found, Problem):
        raise SheetError([found])
    return found


def _search(path: Path, limits: Limits) -> Attached | Problem:
    """Return the same from a process that can take no more memory and time than that may."""
    _limit_this_process()
    return search(path, limits)


def search(path: Path, limits: Limits) -> Attached | Problem:
    """Return the sheet that a PDF carries, or what is wrong with it."""
    import pikepdf
    import pikepdf.settings

    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MOST_UNPACKED)
    wide = Limits(file_bytes=limits.file_bytes * _PDF_SHARE, values=limits.values)
    try:
        data = io.BytesIO(read_file(path, wide))
        with pikepdf.open(data, attempt_recovery=False) as pdf:
            name, stream = _sheet_in(pdf, path)
            content = _content(stream, path, limits)
            about = [pdf.docinfo.get(key) for key in ("/Creator", OPTIONS_KEY)]
            said = (str(one) if isinstance(one, pikepdf.String) else "" for one in about)
            return Attached(name, content, *said)
    except SheetError as error:
        return error.problems[0]
    except pikepdf.PasswordError:
        return _problem(path, "this PDF is locked with a password", "open one that is not")
    except (pikepdf.PdfError, zlib.error, ValueError, KeyError, TypeError) as error:
        reason = re.sub(r"^stream <[^>]*>[ :]*", "", str(error).partition("\n")[0])
        return _problem(path, f"this PDF is damaged, or holds too much: {reason[:200]}", "")


def _limit_this_process() -> None:
    """Limit the memory and time that the system gives this process, where it can."""
    try:
        import resource
    except ImportError:  # on Windows
        return
    for kind, most in (
        (resource.RLIMIT_AS, _MOST_MEMORY),
        (resource.RLIMIT_CPU, _MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hardest = resource.getrlimit(kind)
        if hardest in (resource.RLIM_INFINITY, -1) or hardest > most:
            resource.setrlimit(kind, (most, hardest))


def _sheet_in(pdf: "pikepdf.Pdf", path: Path) -> tuple[str, "pikepdf.Object"]:
    """Return the one attached file that is a sheet: by cqviewer's marks, or else by its name."""
    marked, named = [], []
    for name, attached in pdf.attachments.items():
        stream = _stream(attached.obj)
        if stream is None:
            continue
        found = (Path(name).name[-_LONGEST_NAME:], stream)
        is_source = str(attached.obj.get("/AFRelationship", "")) == "/Source"
        if is_source and str(stream.get("/Subtype", "")) == _TYPE:
            marked.append(found)
        elif name.lower().endswith(_SUFFIXES):
            named.append(found)
    sheets = marked or named
    if not sheets:
        hint = "only a PDF that a sheet is attached to, as cqviewer prints it, can be opened"
        raise _error(path, "this PDF carries no fact sheet", hint)
    if len(sheets) > 1:
        names = ", ".join(name for name, _ in sheets[:5])
        hint = "save the one that is meant with a PDF reader, and open that"
        raise _error(path, f"this PDF carries {len(sheets)} fact sheets: {names}", hint)
    return sheets[0]


def _stream(attached: "pikepdf.Object") -> "pikepdf.Object | None":
    """Return the stream of an attached file, if it has one."""
    import pikepdf

    files = attached.get("/EF")
    if isinstance(files, pikepdf.Dictionary):
        for key in ("/UF", "/F"):
            stream = files.get(key)
            if isinstance(stream, pikepdf.Stream):
                return stream
    return None


def _content(stream: "pikepdf.Object", path: Path, limits: Limits) -> bytes:
    """Return an attached file unpacked, but never more of it than a sheet may hold."""
    names = _filters(stream)
    raw = stream.read_raw_bytes()
    most = limits.file_bytes
    if not names:
        content = raw
    elif names == ["/FlateDecode"] and "/DecodeParms" not in stream:
        content = zlib.decompressobj().decompress(raw, most + 1)
    else:
        raise ValueError(f"its attachment is packed by {' '.join(names)[:_LONGEST_NAME]}")
    if len(content) > most:
        raise _error(path, f"the sheet in it is larger than {most:,} bytes", "")
    return content


def _filters(stream: "pikepdf.Object") -> list[str]:
    """Return the names of what a stream is packed by, in words where one is no name at all."""
    import pikepdf

    filters = stream.get("/Filter", pikepdf.Array())
    listed = filters if isinstance(filters, pikepdf.Array) else [filters]
    return [str(one) if isinstance(one, pikepdf.Name) else "what is no filter" for one in listed]


def _error(path: Path, message: str, hint: str) -> SheetError:
    return SheetError([_problem(path, message, hint)])


def _problem(path: Path, message: str, hint: str) -> Problem:
    return Problem(message=message, help=hint, file=str(path))
