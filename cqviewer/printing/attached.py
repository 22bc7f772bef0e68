"""Finding the sheet that a PDF carries; called in a process of limited memory and time."""

import contextlib
import io
import re
import zlib
from pathlib import Path

import pikepdf
import pikepdf.settings

from cqviewer.model.files.plain_file import Limits, read_file
from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError
from cqviewer.model.reading.own_phrases import LIMITS
from cqviewer.printing.options import OPTIONS_KEY, Attached, carrier_limits, check_sheet_size

_TYPE = "/application/yaml"
_SUFFIXES = (".yaml", ".yml")
_LONGEST_NAME = 100

_MOST_BESIDE = 50
"""Files beside a sheet that are read: phrases of its languages, and a logo."""
_MOST_UNPACKED = 64_000_000
"""Bytes that a compressed part of a PDF, other than its sheet, may have when unpacked."""


def search(path: Path, limits: Limits) -> Attached:
    """Return the sheet that a PDF carries; SheetError says what is wrong with it."""
    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MOST_UNPACKED)
    try:
        data = io.BytesIO(read_file(path, carrier_limits(limits)))
        with pikepdf.open(data, attempt_recovery=False) as pdf:
            name, stream = _sheet_in(pdf, path)
            content = _content(stream, path, limits)
            about = [pdf.docinfo.get(key) for key in ("/Creator", OPTIONS_KEY)]
            said = [str(one) if isinstance(one, pikepdf.String) else "" for one in about]
            return Attached(name, content, said[0], said[1], _beside(pdf, path))
    except pikepdf.PasswordError:
        reason, hint = say("this PDF is locked with a password"), say("open one that is not")
        raise SheetError.of(path, reason, hint) from None
    except (pikepdf.PdfError, zlib.error, ValueError, KeyError, TypeError) as error:
        reason = re.sub(r"^stream <[^>]*>[ :]*", "", str(error).partition("\n")[0])
        message = say("this PDF is damaged, or holds too much: {}", reason[:200])
        raise SheetError.of(path, message) from None


def _sheet_in(pdf: pikepdf.Pdf, path: Path) -> tuple[str, pikepdf.Object]:
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
        hint = say("only a PDF that a sheet is attached to, as cqviewer prints it, can be opened")
        raise SheetError.of(path, say("this PDF carries no fact sheet"), hint)
    if len(sheets) > 1:
        names = [name for name, _ in sheets[:5]]
        hint = say("save the one that is meant with a PDF reader, and open that")
        raise SheetError.of(
            path, say("this PDF carries {} fact sheets: {}", len(sheets), names), hint
        )
    return sheets[0]


def _beside(pdf: pikepdf.Pdf, path: Path) -> dict[str, bytes]:
    """Return the files that were attached with the sheet, without those that others attached."""
    found: dict[str, bytes] = {}
    for name, attached in pdf.attachments.items():
        stream = _stream(attached.obj)
        is_supplement = str(attached.obj.get("/AFRelationship", "")) == "/Supplement"
        if stream is None or not is_supplement or len(found) == _MOST_BESIDE:
            continue
        with contextlib.suppress(SheetError, ValueError, zlib.error):
            found[name] = _content(stream, path, LIMITS)
    return found


def _stream(attached: pikepdf.Object) -> pikepdf.Object | None:
    """Return the stream of an attached file, if it has one."""
    files = attached.get("/EF")
    if isinstance(files, pikepdf.Dictionary):
        for key in ("/UF", "/F"):
            stream = files.get(key)
            if isinstance(stream, pikepdf.Stream):
                return stream
    return None


def _content(stream: pikepdf.Object, path: Path, limits: Limits) -> bytes:
    """Return an attached file unpacked, but never more of it than a sheet may hold."""
    names = _filters(stream)
    content = stream.read_raw_bytes()
    if names == ["/FlateDecode"] and "/DecodeParms" not in stream:
        content = zlib.decompressobj().decompress(content, limits.file_bytes + 1)
    elif names:
        message = say(
            "this PDF is damaged, or holds too much: its attachment is packed by {}",
            " ".join(names)[:_LONGEST_NAME],
        )
        raise SheetError.of(path, message)
    check_sheet_size(path, len(content), limits)
    return content


def _filters(stream: pikepdf.Object) -> list[str]:
    """Return the names of a stream's filters, with 'what is no filter' for anything else."""
    filters = stream.get("/Filter", pikepdf.Array())
    listed = filters if isinstance(filters, pikepdf.Array) else [filters]
    return [str(one) if isinstance(one, pikepdf.Name) else "what is no filter" for one in listed]
