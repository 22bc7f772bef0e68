"""Opening sheets: from YAML, or from a PDF that carries the YAML it was printed from."""

import io
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from cqviewer.model.facts import Sheet
from cqviewer.model.load import read_file, read_sheet
from cqviewer.model.problems import Problem, SheetError
from cqviewer.model.reading.yaml_tree import Limits

if TYPE_CHECKING:
    import pikepdf

_MARK = b"%PDF-"
_TYPE = "/application/yaml"
_PDF_SHARE = 8
"""How many times larger than a sheet a PDF that carries one may be, for its fonts and charts."""


def open_sheet(path: Path, limits: Limits | None = None) -> Sheet:
    """Read a sheet from YAML, or from a PDF that cqviewer printed; SheetError says what is wrong.

    Lines and columns are those of the YAML, attached or not.
    """
    limits = limits or Limits()
    if not is_pdf(path):
        return read_sheet(read_file(path, limits), str(path), limits)
    name, data = _find(path, limits)
    return read_sheet(data, str(path / name), limits)


def extract_yaml(path: Path, limits: Limits | None = None) -> bytes:
    """Give the YAML attached to a PDF, byte for byte; SheetError if there is none."""
    return _find(path, limits or Limits())[1]


def is_pdf(path: Path) -> bool:
    """Tell whether a file begins as a PDF; False too where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MARK)) == _MARK
    except (OSError, ValueError):
        return False


def _find(path: Path, limits: Limits) -> tuple[str, bytes]:
    """Give name and bytes of the sheet that a PDF carries."""
    import pikepdf

    wide = Limits(file_bytes=limits.file_bytes * _PDF_SHARE, values=limits.values)
    data = read_file(path, wide)
    if not data.startswith(_MARK):
        raise _error(path, "this is no PDF", "name a PDF that cqviewer printed")
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for name, attached in pdf.attachments.items():
                stream = attached.get_file().obj
                if str(stream.get("/Subtype", "")) == _TYPE and _is_source(attached):
                    return Path(name).name, _content(stream, path, limits)
    except pikepdf.PasswordError:
        raise _error(path, "this PDF is locked with a password", "open one that is not") from None
    except (pikepdf.PdfError, zlib.error, ValueError, KeyError, TypeError) as error:
        raise _error(path, f"this PDF is damaged: {error}".splitlines()[0], "") from None
    raise _error(
        path,
        "this PDF carries no fact sheet",
        "only a PDF that cqviewer printed can be opened as a sheet",
    )


def _is_source(attached: "pikepdf.AttachedFileSpec") -> bool:
    return str(attached.obj.get("/AFRelationship", "")) == "/Source"


def _content(stream: "pikepdf.Object", path: Path, limits: Limits) -> bytes:
    """Unpack an attached file, but never more of it than a sheet may hold."""
    filters = stream.get("/Filter")
    names = [] if filters is None else [str(one) for one in _listed(filters)]
    raw = stream.read_raw_bytes()
    most = limits.file_bytes
    if not names:
        content = raw
    elif names == ["/FlateDecode"] and "/DecodeParms" not in stream:
        content = zlib.decompressobj().decompress(raw, most + 1)
    else:
        raise ValueError(f"its attachment is packed by {' '.join(names)}")
    if len(content) > most:
        raise _error(path, f"the sheet in it is larger than {most:,} bytes", "")
    return content


def _listed(filters: "pikepdf.Object") -> list[object]:
    import pikepdf

    return list(filters) if isinstance(filters, pikepdf.Array) else [filters]


def _error(path: Path, message: str, hint: str) -> SheetError:
    return SheetError([Problem(message=message, help=hint, file=str(path))])
