"""What to print or to export, the errors of that, and what a printed file carries."""

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from cqviewer.model.facts import Sheet
from cqviewer.model.files.plain_file import Limits
from cqviewer.model.messages import say
from cqviewer.model.problems import SheetError

Paper = Literal["a4", "letter"]
PrintLanguage = str
"""A language, or 'both' for all those of the sheet."""
ExportFormat = Literal["csv", "xlsx", "json"]
_CARRIER_SHARE = 8
"""How many times larger than a sheet a file that carries one may be, for its fonts and charts."""
OPTIONS_KEY = "/PrintOptions"
"""The entry of a PDF's information that holds the options it was printed with, as JSON."""


class PrintOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What to print: ids of sections (none: all), paper, language and whether with the annex.

    Without a language it is the sheet's first one, or English. What changed since the edition
    `before` is printed as an annex, or alone. A draft is stamped as one; a `footer` replaces the
    title at the foot of each page. A leaflet is two pages of key figures, leads and charts. Large
    print has a body of 18 points.
    """

    sections: tuple[str, ...] = ()
    paper: Paper = "a4"
    language: PrintLanguage | None = None
    annex: bool = True
    before: Sheet | None = None
    changes_alone: bool = False
    is_draft: bool = False
    footer: str = ""
    is_leaflet: bool = False
    is_large: bool = False

    @property
    def text(self) -> str:
        """Return the options as JSON, which a PDF printed with them carries.

        Sections are sorted, since they are printed in the order of the sheet. For the edition
        `before` it has the SHA-256 of its bytes.
        """
        ordered = msgspec.structs.replace(
            self, sections=tuple(sorted(set(self.sections))), before=None
        )
        told = msgspec.to_builtins(ordered)
        if self.before is None:
            del told["before"], told["changes_alone"]
        else:
            told["before"] = hashlib.sha256(self.before.content).hexdigest()
        return msgspec.json.encode(told).decode()


class CsvStyle(msgspec.Struct, frozen=True):
    """How CSV is written: what stands between cells, and the decimal mark."""

    delimiter: str = ","
    decimal: str = "."


class PrintError(Exception):
    """A sheet cannot be printed as asked; the text is a sentence that says why."""


class TypesetError(Exception):
    """typst could not set the pages, or had something to warn of."""


def carrier_limits(limits: Limits) -> Limits:
    """Return the limits of a PDF or a page that carries a sheet of some limits: wider ones."""
    return Limits(file_bytes=limits.file_bytes * _CARRIER_SHARE, values=limits.values)


def check_sheet_size(path: Path, size: int, limits: Limits) -> None:
    """Raise SheetError if the sheet that a file carries has more bytes than a sheet may have."""
    if size > limits.file_bytes:
        message = say("the sheet in it is larger than {:,} bytes", limits.file_bytes)
        raise SheetError.of(path, message)


class Attached(msgspec.Struct, frozen=True):
    """A sheet that a PDF carries, and the program and options that it was printed with, or ''.

    `beside` has the files that it carries with it, as `attachment.beside` names them.
    """

    name: str
    data: bytes
    program: str
    options: str
    beside: dict[str, bytes] = {}
